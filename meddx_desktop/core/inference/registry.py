"""The packages installed here: which may be used, which were refused and why."""

import hashlib
import threading
from dataclasses import dataclass, replace
from pathlib import Path

from meddx_desktop.core.errors import InvalidEntry, ModelRejected
from meddx_desktop.core.inference.manifest import GATE, MULTILABEL, RISK
from meddx_desktop.core.inference.package import (
    MANIFEST,
    MAX_MANIFEST_BYTES,
    Package,
    open_package,
)

SUMS = "SHA256SUMS"


@dataclass(frozen=True, slots=True)
class Gap:
    """A package that the owner chose and that can't be used any more."""

    refusal: ModelRejected
    package: Package | None
    """What it was, if it still is what was installed; else nobody knows for which films."""


@dataclass(frozen=True, slots=True)
class Listing:
    """What was found in the models folder."""

    packages: tuple[Package, ...]
    refused: tuple[ModelRejected, ...]
    gaps: tuple[Gap, ...] = ()


@dataclass(frozen=True, slots=True)
class Chosen:
    """A package that the owner of a site installed and chose, as the encrypted store knows it."""

    name: str
    version: str
    folder: Path
    sha256: str
    """Of the manifest that was installed; any other one in its place is refused."""
    on_trial: bool = True
    revoked: bool = False


class ModelRegistry:
    """Opens the packages of a folder once, when first asked.

    What a site installed joins at its sign-in (`choose`) and stays until another one: screening
    goes on past the lock with the packages it began with.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._shipped: Listing | None = None
        self._chosen: tuple[Chosen, ...] = ()
        self._listing: Listing | None = None
        self._lock = threading.RLock()

    @property
    def listing(self) -> Listing:
        """Usable and refused packages, by name: those in use here."""
        with self._lock:
            if self._listing is None:
                self._listing = _with_chosen(self.shipped, self._chosen)
            return self._listing

    @property
    def shipped(self) -> Listing:
        """What the program was delivered with, in use or not."""
        with self._lock:
            if self._shipped is None:
                self._shipped = _open_all(self._folder)
            return self._shipped

    def choose(self, chosen: tuple[Chosen, ...]) -> None:
        """Use these beside the shipped packages, each instead of a shipped one of its name."""
        with self._lock:
            self._chosen, self._listing = chosen, None

    def is_on_trial(self, name: str, version: str) -> bool:
        """Whether that package is in use here without having been validated here."""
        with self._lock:
            return any((c.name, c.version) == (name, version) and c.on_trial for c in self._chosen)

    @property
    def gate(self) -> Package | None:
        """The package that says whether a picture is a chest film at all."""
        for package in self.listing.packages:
            if package.manifest.task == GATE:
                return package
        return None

    @property
    def screening(self) -> tuple[Package, ...]:
        """The packages that give findings of films."""
        return tuple(p for p in self.listing.packages if p.manifest.task == MULTILABEL)

    @property
    def risks(self) -> tuple[Package, ...]:
        """The packages of risk models: numbers in, no film."""
        return tuple(p for p in self.listing.packages if p.manifest.task == RISK)

    def of_text(self, task: str) -> Package | None:
        """The package that does one of the tasks of notes, if it is here."""
        return next((p for p in self.listing.packages if p.manifest.task == task), None)

    def package(self, name: str) -> Package:
        """The usable package of that name.

        Raises
        ------
        ModelRejected
            The reason, when the package is there and was refused.
        InvalidEntry
            ``model_unknown`` when it is not there.
        """
        for package in self.listing.packages:
            if package.name == name:
                return package
        for refusal in self.listing.refused:
            if refusal.parameters.get("name") == name:
                raise refusal
        raise InvalidEntry("model_unknown", name=name[:60])

    def for_screening(self, name: str) -> Package:
        """The package of that name, if it gives findings.

        Raises
        ------
        ModelRejected
            The reason, when the package is there and was refused.
        InvalidEntry
            ``model_unknown`` when it is not there, ``model_is_gate`` when it scores nothing,
            ``model_is_risk`` or ``model_is_text`` when it looks at no film.
        """
        package = self.package(name)
        if package.manifest.task == GATE:
            raise InvalidEntry("model_is_gate", name=name)
        if package.manifest.task == RISK:
            raise InvalidEntry("model_is_risk", name=name)
        if package.manifest.text is not None:
            raise InvalidEntry("model_is_text", name=name)
        return package


def _open_all(folder: Path) -> Listing:
    sums = _sums(folder)
    packages: list[Package] = []
    refused: list[ModelRejected] = []
    here = {path for path in folder.iterdir() if path.is_dir()} if folder.is_dir() else set()
    # A delivered package that is gone whole is told like a broken one, not passed over.
    delivered = {folder / name for name in sums if name and "/" not in name}
    for path in sorted(here | delivered):
        try:
            _check_manifest(path, sums)
            packages.append(open_package(path, delivered=True))
        except ModelRejected as refusal:
            refused.append(refusal)
    return Listing(tuple(packages), tuple(refused))


def _with_chosen(shipped: Listing, chosen: tuple[Chosen, ...]) -> Listing:
    """One package of each name. A chosen one that can't be used leaves a gap that is told.

    The shipped one does not step in by itself: nothing switches without the owner's word, and a
    film without a model sorts first.
    """
    names = {one.name for one in chosen}
    packages = [package for package in shipped.packages if package.name not in names]
    gaps = []
    for one in chosen:
        try:
            packages.append(open_chosen(one))
        except ModelRejected as refusal:
            gaps.append(Gap(refusal, _as_installed(one)))
    refused = (*shipped.refused, *(gap.refusal for gap in gaps))
    packages.sort(key=lambda package: package.name)
    return Listing(tuple(packages), refused, tuple(gaps))


def _as_installed(one: Chosen) -> Package | None:
    """A package that is not used, for what its manifest says; None where that is not sure."""
    try:
        return open_chosen(replace(one, revoked=False))
    except ModelRejected:
        return None


def open_chosen(one: Chosen) -> Package:
    """Open an installed package, if it still is what was installed.

    Raises
    ------
    ModelRejected
        ``model_revoked``, ``model_hash_mismatch``, and as `open_package`.
    """
    if one.revoked:
        raise ModelRejected("model_revoked", name=one.name, version=one.version)
    manifest = one.folder / MANIFEST
    if not manifest.is_file():
        raise ModelRejected("model_manifest_missing", name=one.name)
    if manifest.stat().st_size > MAX_MANIFEST_BYTES:
        raise ModelRejected("model_too_large", name=one.name)
    if hashlib.sha256(manifest.read_bytes()).hexdigest() != one.sha256:
        raise ModelRejected("model_hash_mismatch", name=one.name, file=MANIFEST)
    return open_package(one.folder, named_by_folder=False)


def _sums(folder: Path) -> dict[str, str]:
    """The manifests that this program was delivered with: SHA-256 by package name.

    A package's files are hashed in its manifest; the manifest itself, which holds thresholds and
    age limits, is hashed here. Packages made elsewhere come with a signature instead.
    """
    try:
        lines = (folder / SUMS).read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return {}
    pairs = (line.split("  ", 1) for line in lines if "  " in line)
    return {name.removesuffix(f"/{MANIFEST}"): digest for digest, name in pairs}


def _check_manifest(folder: Path, sums: dict[str, str]) -> None:
    """Refuse a manifest that is not the delivered one."""
    manifest = folder / MANIFEST
    if not manifest.is_file():
        return  # `open_package` names what is missing
    if folder.name not in sums:
        raise ModelRejected("model_not_listed", name=folder.name)
    if manifest.stat().st_size > MAX_MANIFEST_BYTES:
        raise ModelRejected("model_too_large", name=folder.name)
    if hashlib.sha256(manifest.read_bytes()).hexdigest() != sums[folder.name]:
        raise ModelRejected("model_hash_mismatch", name=folder.name, file=MANIFEST)
