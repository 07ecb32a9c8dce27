"""A model package on disk: checked whole before anything of it is used.

Nothing switches these checks off. A package that fails one is not loaded, and the refusal names
the package and the failing part.
"""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from meddx_desktop.core.errors import ModelRejected
from meddx_desktop.core.inference import manifest as manifests
from meddx_desktop.core.inference import providers, tabular, text
from meddx_desktop.core.inference.fields import LONGEST_TITLE, is_plain, strict_json
from meddx_desktop.core.inference.manifest import Manifest, Variant

MANIFEST = "manifest.json"
CARD = "MODEL_CARD.md"
_REQUIRED = (CARD, "LICENSE", "sample/expected.json")
_PICTURE = ("sample/input.png",)
_ROWS = ("sample/input.json", tabular.EXPLANATION)
"""What a model of films needs beside them, and what a model of numbers."""
_TEXT = ("sample/input.json",)
_MAX_FILE_BYTES = 500 * 2**20
MAX_MANIFEST_BYTES = 2**20


@dataclass(frozen=True, slots=True)
class Package:
    """A package whose files are those its manifest lists, byte for byte."""

    folder: Path
    manifest: Manifest
    left_out: tuple[str, ...] = ()
    """Networks that the manifest names and this build left out, as it lacks what runs them."""

    @property
    def name(self) -> str:
        """The package's name, equal to its folder's."""
        return self.manifest.name

    def variant_for(self, provider: str) -> Variant:
        """The network meant for `provider`; any other one if none is."""
        for variant in self.variants:
            if provider in variant.providers:
                return variant
        return self.variants[0]

    @property
    def variants(self) -> tuple[Variant, ...]:
        """The networks that are here; never none."""
        every = self.manifest.variants
        return tuple(variant for variant in every if variant.file not in self.left_out)

    def network(self, variant: Variant) -> bytes:
        """The verified bytes of a network file, hashed again as they are read for use.

        Raises
        ------
        ModelRejected
            When the file changed since the package was opened.
        """
        content = _read(self.folder, variant.file, package=self.name)
        _require_hash(content, self.manifest.files[variant.file], variant.file, self.name)
        return content

    def card(self) -> str:
        """The model card, Markdown.

        Raises
        ------
        ModelRejected
            When the file is gone or another one than the manifest lists.
        """
        return self.file(CARD).decode("utf-8", "replace")

    def file(self, name: str) -> bytes:
        """The verified bytes of a listed file.

        Raises
        ------
        ModelRejected
            When the file is gone or another one than the manifest lists.
        """
        if name not in self.manifest.files:
            raise ModelRejected("model_file_missing", name=self.name, file=name)
        content = _read(self.folder, name, package=self.name)
        _require_hash(content, self.manifest.files[name], name, self.name)
        return content


def open_package(
    folder: Path, *, named_by_folder: bool = True, called: str = "", delivered: bool = False
) -> Package:
    """Read the manifest and check that the folder holds what it lists, and nothing else.

    Parameters
    ----------
    folder
        Where the package lies.
    named_by_folder
        Whether the folder carries the package's name; installed ones carry their version.
    called
        How refusals name the package while its own name is not known; the folder's name if empty.
    delivered
        Whether it came with the program: the standard build leaves out the networks that none of
        its providers is meant for (`Package.left_out`). What comes from elsewhere must be whole.

    Network files are hashed when they are loaded (`Package.network`) or by `verify_files`:
    hashing all of them at every start would cost more than the screening.

    Raises
    ------
    ModelRejected
        With the code of the first check that failed.
    """
    name = called or folder.name
    path = folder / MANIFEST
    if not path.is_file():
        raise ModelRejected("model_manifest_missing", name=name)
    if path.stat().st_size > MAX_MANIFEST_BYTES:
        raise ModelRejected("model_too_large", name=name)
    content = path.read_bytes()
    if not named_by_folder:
        name = _name_in(content) or name
    manifest = manifests.parse(content, package=name)
    left_out = _check_listing(folder, manifest, delivered=delivered)
    return Package(folder, manifest, left_out)


def _name_in(manifest: bytes) -> str:
    """What a manifest calls its package; empty where it can't be read, which `parse` then tells."""
    try:
        content = strict_json(manifest)
    except (ValueError, RecursionError):
        return ""
    name = content.get("name") if isinstance(content, dict) else None
    return name if isinstance(name, str) and is_plain(name) and len(name) <= LONGEST_TITLE else ""


def verify_files(package: Package) -> None:
    """Hash every file of a package, but for those that this build left out.

    Raises
    ------
    ModelRejected
        ``model_file_missing`` or ``model_hash_mismatch`` with the file.
    """
    for file, expected in package.manifest.files.items():
        if file in package.left_out:
            continue
        content = _read(package.folder, file, package=package.name)
        _require_hash(content, expected, file, package.name)


def _check_listing(folder: Path, manifest: Manifest, *, delivered: bool) -> tuple[str, ...]:
    """Compare the folder with the manifest; return the networks that may be, and are, not there."""
    name = manifest.name
    sample: tuple[str, ...] = _PICTURE if manifest.is_for_films else _ROWS
    if manifest.text is not None:
        sample = (*_TEXT, *text.needed_files(manifest.text))
    for file in (*_REQUIRED, *sample, *(variant.file for variant in manifest.variants)):
        if file not in manifest.files:
            raise ModelRejected("model_file_missing", name=name, file=file)
    if not manifest.variants:
        raise ModelRejected("model_manifest_invalid", name=name, field="variants")
    present = {
        path.relative_to(folder).as_posix() for path in folder.rglob("*") if not path.is_dir()
    }
    for file in sorted(present - set(manifest.files) - {MANIFEST}):
        raise ModelRejected("model_unlisted_file", name=name, file=file)
    missing = sorted(set(manifest.files) - present)
    spared = _for_other_builds(manifest) if delivered else frozenset()
    for file in missing:
        if file not in spared:
            raise ModelRejected("model_file_missing", name=name, file=file)
    return tuple(missing)


def _for_other_builds(manifest: Manifest) -> frozenset[str]:
    """The networks meant only for providers whose libraries did not come with this build."""
    files = [variant.file for variant in manifest.variants]
    here = [one.file for one in manifest.variants if providers.brought() & {*one.providers}]
    return frozenset(files) - frozenset(here) if here else frozenset()


def _read(folder: Path, file: str, *, package: str) -> bytes:
    path = folder / file
    if not path.resolve().is_relative_to(folder.resolve()):
        raise ModelRejected("model_unlisted_file", name=package, file=file)
    try:
        if path.stat().st_size > _MAX_FILE_BYTES:
            raise ModelRejected("model_too_large", name=package)
        return path.read_bytes()
    except OSError as error:
        raise ModelRejected("model_file_missing", name=package, file=file) from error


def _require_hash(content: bytes, expected: str, file: str, package: str) -> None:
    if hashlib.sha256(content).hexdigest() != expected:
        raise ModelRejected("model_hash_mismatch", name=package, file=file)
