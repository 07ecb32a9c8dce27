"""A model package as one file for a stick: a plain zip with a signature beside the manifest.

Whoever made the file decides what stands in it, so nothing of it is trusted: names, sizes and kinds
of members are checked before the first byte is unpacked, and no more is unpacked than was stated.
"""

import hashlib
import os
import stat
import zlib
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, LargeZipFile, ZipFile, ZipInfo

from meddx_desktop.core.errors import CannotWrite, ModelRejected
from meddx_desktop.core.inference import trust
from meddx_desktop.core.inference.package import (
    MANIFEST,
    MAX_MANIFEST_BYTES,
    Package,
    open_package,
    verify_files,
)
from meddx_desktop.core.jobs import JobContext
from meddx_desktop.core.safe_files import open_regular

SUFFIX = ".meddxpack"
SIGNATURE = "signature.json"
MAX_FILE_BYTES = 600 << 20
MAX_MEMBER_BYTES = 500 << 20
MAX_SUM_BYTES = 1 << 30
MAX_MEMBERS = 64
_KINDS = frozenset({"", ".onnx", ".json", ".md", ".txt", ".png"})
_LONGEST_NAME = 120
_DEEPEST = 3
_ENCRYPTED = 0x1
_BLOCK = 1 << 20
_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-")
DEVICES = frozenset(
    {"con", "prn", "aux", "nul", *(f"{kind}{n}" for kind in ("com", "lpt") for n in range(10))}
)
"""What Windows takes for a device in any folder, whatever follows the dot."""
_ZIP_START = b"PK\x03\x04"
_ZIP_ERRORS = (
    BadZipFile,
    LargeZipFile,
    EOFError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    LookupError,
    OverflowError,
    zlib.error,
)
"""What `zipfile` raises for a file that is none, was cut, or is packed in a way of its own."""


@dataclass(frozen=True, slots=True)
class Unpacked:
    """A package in a folder of its own, with who signed it (empty: nobody)."""

    package: Package
    signer: str
    sha256: str
    """Of the manifest."""


def write(folder: Path, target: Path, private: bytes | None) -> Unpacked:
    """Write the package in `folder` to the file `target`, signed where a key is given.

    Raises
    ------
    ModelRejected
        As `open_package` and `verify_files`: what is not whole is not handed on.
    CannotWrite
        ``pack_not_written``.
    """
    package = open_package(folder, named_by_folder=False)
    verify_files(package)
    manifest = (folder / MANIFEST).read_bytes()
    partly = target.with_name(f".{target.name}.part")
    try:
        with ZipFile(partly, "w", ZIP_DEFLATED) as archive:
            archive.writestr(MANIFEST, manifest)
            if private is not None:
                archive.writestr(SIGNATURE, trust.sign_manifest(private, manifest))
            for file in sorted(package.manifest.files):
                archive.write(folder / file, file)
        partly.replace(target)
    except OSError as error:
        with suppress(OSError):
            partly.unlink(missing_ok=True)
        raise CannotWrite("pack_not_written", folder=str(target.parent)) from error
    signer = "" if private is None else trust.public_of(private)
    return Unpacked(package, signer, hashlib.sha256(manifest).hexdigest())


def unpack(file: Path, into: Path, *, context: JobContext | None = None) -> Unpacked:
    """Check the file `file` and unpack it into the empty folder `into`.

    Raises
    ------
    ModelRejected
        With the code of the first check that failed; what was unpacked so far is the caller's to
        remove.
    CannotWrite
        ``disk_full``.
    """
    context = context or JobContext()
    try:
        with open_regular(file) as stream, _archive(stream) as archive:
            members = checked_members(archive)
            for info in members:
                context.checkpoint()
                _write_member(archive, info, into / info.filename)
    except _ZIP_ERRORS as error:
        raise ModelRejected("pack_damaged") from error
    except OSError as error:
        raise ModelRejected("pack_unreadable") from error
    return _opened(into, file.name)


def _archive(stream: BinaryIO) -> ZipFile:
    if os.fstat(stream.fileno()).st_size > MAX_FILE_BYTES:
        raise ModelRejected("pack_too_large", limit_mb=MAX_FILE_BYTES >> 20)
    return ZipFile(stream)


def _opened(folder: Path, called: str) -> Unpacked:
    signature = folder / SIGNATURE
    signed = signature.read_bytes() if signature.is_file() else None
    signature.unlink(missing_ok=True)
    package = open_package(folder, named_by_folder=False, called=called)
    verify_files(package)
    manifest = (folder / MANIFEST).read_bytes()
    signer = "" if signed is None else trust.signer_of(signed, manifest)
    return Unpacked(package, signer, hashlib.sha256(manifest).hexdigest())


def checked_members(archive: ZipFile) -> list[ZipInfo]:
    """The members of an archive, if every one of them may be unpacked.

    Raises
    ------
    ModelRejected
        ``pack_too_large``, ``pack_bomb``, ``pack_unsafe_name``, ``pack_link``, ``pack_duplicate``,
        ``pack_nested``, ``pack_foreign_file``, ``pack_encrypted``.
    """
    infos = archive.infolist()
    members = [info for info in infos if not info.is_dir()]
    if len(infos) > MAX_MEMBERS:
        raise ModelRejected("pack_too_large", limit_mb=MAX_SUM_BYTES >> 20)
    seen: set[str] = set()
    for info in infos:
        _check_name(info)
    for info in members:
        _check_kind(info)
        # A Windows disk tells no capitals apart: the second one would take the first one's place.
        if info.filename.lower() in seen:
            raise ModelRejected("pack_duplicate", file=info.filename)
        seen.add(info.filename.lower())
    _check_sizes(members)
    return members


def _check_name(info: ZipInfo) -> None:
    parts = info.filename.rstrip("/").split("/")
    wrong = (
        len(info.filename) > _LONGEST_NAME
        or len(parts) > _DEEPEST
        or any(_is_bad_part(part) for part in parts)
        # `ZipFile` cuts a name at a zero byte and turns backslashes: what stood there counts.
        or info.orig_filename != info.filename
    )
    if wrong:
        raise ModelRejected("pack_unsafe_name", file=ascii(info.orig_filename)[:60])


def _is_bad_part(part: str) -> bool:
    return (
        not part
        or part[0] in ".-"
        or part[-1] == "."
        or not _LETTERS.issuperset(part)
        or part.split(".", 1)[0].lower() in DEVICES
    )


def _check_kind(info: ZipInfo) -> None:
    mode = info.external_attr >> 16
    if mode and not stat.S_ISREG(mode) and stat.S_IFMT(mode):
        raise ModelRejected("pack_link", file=info.filename)
    if info.flag_bits & _ENCRYPTED:
        raise ModelRejected("pack_encrypted")
    suffix = Path(info.filename).suffix.lower()
    if suffix in (".zip", SUFFIX):
        raise ModelRejected("pack_nested", file=info.filename)
    if suffix not in _KINDS:
        raise ModelRejected("pack_foreign_file", file=info.filename)
    if info.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
        raise ModelRejected("pack_damaged")


def _check_sizes(members: list[ZipInfo]) -> None:
    if sum(info.file_size for info in members) > MAX_SUM_BYTES:
        raise ModelRejected("pack_too_large", limit_mb=MAX_SUM_BYTES >> 20)
    end = 0
    for info in sorted(members, key=lambda entry: entry.header_offset):
        limit = MAX_MANIFEST_BYTES if info.filename in (MANIFEST, SIGNATURE) else MAX_MEMBER_BYTES
        if info.file_size > limit:
            raise ModelRejected("pack_too_large", limit_mb=limit >> 20)
        # Members that share bytes are how a small file is made to unpack to a huge one.
        if info.header_offset < end:
            raise ModelRejected("pack_bomb")
        end = info.header_offset + info.compress_size


def _write_member(archive: ZipFile, info: ZipInfo, target: Path) -> None:
    """Unpack one member, no byte more than stated; `ZipFile` compares its checksum at the end."""
    target.parent.mkdir(parents=True, exist_ok=True)
    left, first = info.file_size, b""
    with archive.open(info) as packed, _made(target) as out:
        while block := packed.read(_BLOCK):
            first = first or block[: len(_ZIP_START)]
            left -= len(block)
            if left < 0:
                raise ModelRejected("pack_bomb")
            try:
                out.write(block)
            except OSError as error:
                raise CannotWrite("disk_full") from error
    if left:
        raise ModelRejected("pack_damaged")
    if first == _ZIP_START:
        raise ModelRejected("pack_nested", file=info.filename)


def _made(target: Path) -> BinaryIO:
    try:
        return target.open("xb")
    except OSError as error:
        raise CannotWrite("disk_full") from error
