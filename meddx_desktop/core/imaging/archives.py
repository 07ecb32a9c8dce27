"""Films inside zip archives, read member by member and never written to disk.

A zip is refused whole when a name leads out of it, when it is encrypted, or when it would
unpack to more than a machine can hold: nobody packs films that way by accident.
"""

import struct
import zlib
from functools import lru_cache
from pathlib import Path
from typing import BinaryIO
from zipfile import BadZipFile, ZipFile, ZipInfo

from meddx_desktop.core.domain.imaging import Source
from meddx_desktop.core.errors import UnreadableArchive, UnreadableImage

MEMBERS = 100_000
TOTAL_BYTES = 64 << 30
RATIO = 1_000
"""Most that a member may unpack by: deflate's own limit is 1,032, a blank film reaches 500."""
_RATIO_FREE_BYTES = 64 << 20
"""Below this size a ratio harms nobody: blank test films compress by a thousand."""
_STORED, _DEFLATED = 0, 8
_ENCRYPTED = 0x1
_UTF8 = 0x800
_LOCAL_HEADER = struct.Struct("<4s5H3I2H")


def members(path: Path) -> tuple[str, ...]:
    """Names of the files in an archive, sorted.

    Raises
    ------
    UnreadableArchive
        ``zip_damaged``, ``zip_encrypted``, ``zip_unsafe_path``, ``zip_bomb``.
    UnreadableImage
        ``file_missing``, ``file_unreadable``.
    """
    return tuple(sorted(_directory(path)))


def read_member(source: Source, limit: int) -> bytes:
    """Unpack one member of at most `limit` bytes into memory.

    Raises
    ------
    UnreadableArchive
        As `members`; ``zip_damaged`` also when the checksum is wrong, ``zip_unsupported`` for
        a compression method other than stored and deflate.
    UnreadableImage
        ``file_missing``, ``file_empty``, ``file_too_large``, ``file_vanished``.
    """
    info = _directory(source.path).get(source.member or "")
    if info is None:
        raise UnreadableImage("file_missing")
    if info.file_size > limit:
        raise UnreadableImage("file_too_large", limit_mb=limit >> 20)
    if info.file_size == 0:
        raise UnreadableImage("file_empty")
    try:
        with source.path.open("rb") as stream:
            packed = _packed(stream, info)
    except OSError as error:
        raise UnreadableImage("file_vanished") from error
    data = _unpacked(packed, info)
    if len(data) != info.file_size or zlib.crc32(data) != info.CRC:
        raise UnreadableArchive("zip_damaged")
    return data


def _directory(path: Path) -> dict[str, ZipInfo]:
    """Members by name; parsed once per file state, for a thousand films in one archive."""
    try:
        status = path.stat()
        return _parsed(path, status.st_mtime_ns, status.st_size)
    except FileNotFoundError as error:
        raise UnreadableImage("file_missing") from error
    except (BadZipFile, EOFError, NotImplementedError, UnicodeError, struct.error) as error:
        raise UnreadableArchive("zip_damaged") from error
    except (ValueError, IndexError, KeyError, OverflowError) as error:
        raise UnreadableArchive("zip_damaged") from error
    except OSError as error:
        raise UnreadableImage("file_unreadable") from error


@lru_cache(maxsize=4)
def _parsed(path: Path, _modified: int, _size: int) -> dict[str, ZipInfo]:
    with ZipFile(path) as archive:
        entries = [info for info in archive.infolist() if not info.is_dir()]
    if len(entries) > MEMBERS or sum(info.file_size for info in entries) > TOTAL_BYTES:
        raise UnreadableArchive("zip_bomb")
    found: dict[str, ZipInfo] = {}
    for info in entries:
        name = _name(info)
        _check(info, name)
        if name in found:
            # Two members of one name: one of them would never be looked at.
            raise UnreadableArchive("zip_damaged")
        found[name] = info
    _check_overlap(entries)
    return found


def _check(info: ZipInfo, name: str) -> None:
    parts = name.replace("\\", "/").split("/")
    if ".." in parts or parts[0] == "" or parts[0].endswith(":") or "\0" in name:
        raise UnreadableArchive("zip_unsafe_path")
    if info.flag_bits & _ENCRYPTED:
        raise UnreadableArchive("zip_encrypted")
    if info.file_size > max(_RATIO_FREE_BYTES, info.compress_size * RATIO):
        raise UnreadableArchive("zip_bomb")


def _check_overlap(entries: list[ZipInfo]) -> None:
    """Refuse members that share bytes, which is how a small zip is made to unpack to a huge one."""
    end = 0
    for info in sorted(entries, key=lambda entry: entry.header_offset):
        if info.header_offset < end:
            raise UnreadableArchive("zip_bomb")
        end = info.header_offset + _LOCAL_HEADER.size + info.compress_size


def _name(info: ZipInfo) -> str:
    """Name as it was meant: Chinese Windows packs GBK names that Python reads as code page 437."""
    if info.flag_bits & _UTF8 or info.filename.isascii():
        return info.filename
    try:
        packed = info.filename.encode("cp437")
    except UnicodeEncodeError:
        return info.filename
    for encoding in ("utf-8", "gb18030"):
        try:
            return packed.decode(encoding)
        except UnicodeDecodeError:
            continue
    return info.filename


def _packed(stream: BinaryIO, info: ZipInfo) -> bytes:
    """Compressed bytes of a member, from its local header on (APPNOTE 4.3.7)."""
    stream.seek(info.header_offset)
    head = stream.read(_LOCAL_HEADER.size)
    if len(head) < _LOCAL_HEADER.size or not head.startswith(b"PK\x03\x04"):
        raise UnreadableArchive("zip_damaged")
    name_size, extra_size = _LOCAL_HEADER.unpack(head)[-2:]
    stream.seek(name_size + extra_size, 1)
    return stream.read(info.compress_size)


def _unpacked(packed: bytes, info: ZipInfo) -> bytes:
    if info.compress_type == _STORED:
        return packed
    if info.compress_type != _DEFLATED:
        raise UnreadableArchive("zip_unsupported", method=info.compress_type)
    try:
        # One byte more than stated would be enough to know that the statement is false.
        return zlib.decompressobj(-zlib.MAX_WBITS).decompress(packed, info.file_size + 1)
    except zlib.error as error:
        raise UnreadableArchive("zip_damaged") from error
