"""Encapsulated pixel data: which fragments make up a frame (PS3.5 A.4)."""

import struct

from meddx_desktop.core.errors import UnreadableImage
from meddx_desktop.core.imaging.attributes import raw
from meddx_desktop.core.imaging.dataset import Parsed, quiet

_ITEM = 0xE000FFFE  # (FFFE,E000), read as one little endian word
_END = 0xE0DDFFFE
_RLE = "1.2.840.10008.1.2.5"
_FIRST_BYTES = (b"\xff\xd8", b"\xff\x4f\xff\x51")  # JPEG family, JPEG 2000 codestream


def frame(parsed: Parsed, start: int, *, index: int, frames: int) -> bytes:
    """Compressed bytes of one frame.

    Parameters
    ----------
    start
        Where the value of Pixel Data begins: at the Basic Offset Table item.

    Raises
    ------
    UnreadableImage
        ``truncated`` when the file ends within the frame, ``cannot_decode`` when the fragments
        can't be told apart, ``no_such_frame`` when there are fewer frames than stated.
    """
    groups = frame_groups(parsed, start, frames=frames)
    if index >= len(groups):
        raise UnreadableImage("no_such_frame", frame=index + 1, frames=len(groups))
    for at, size in groups[index]:
        if at + size > len(parsed.body):
            raise UnreadableImage("truncated")
    return b"".join(parsed.body[at : at + size] for at, size in groups[index])


def frame_groups(parsed: Parsed, start: int, *, frames: int) -> list[list[tuple[int, int]]]:
    """Place and size of the fragments of every frame that is really there."""
    items = _items(parsed, start)
    if len(items) < 2:
        raise UnreadableImage("truncated")
    (table_at, table_size), pieces = items[0], items[1:]
    return _groups(parsed, pieces, frames, parsed.body[table_at : table_at + table_size])


def _items(parsed: Parsed, at: int) -> list[tuple[int, int]]:
    """Place and size of every item up to the sequence delimiter, or to the file's end."""
    body, items = parsed.body, []
    while at + 8 <= len(body):
        tag, size = struct.unpack_from("<II", body, at)
        if tag != _ITEM:
            if tag != _END:
                raise UnreadableImage("cannot_decode", syntax=parsed.transfer_syntax)
            break
        items.append((at + 8, size))
        at += 8 + size
    return items


def _groups(
    parsed: Parsed, pieces: list[tuple[int, int]], frames: int, table: bytes
) -> list[list[tuple[int, int]]]:
    """Fragments of each frame: by count, else by offset table, else by first bytes."""
    if len(pieces) == frames or parsed.transfer_syntax == _RLE:  # A.4.2: a fragment per frame
        return [[piece] for piece in pieces]
    base = pieces[0][0] - 8
    offsets = _offsets(parsed, table)
    if len(offsets) >= frames > 1:
        starts = {base + offset for offset in offsets}
    else:
        starts = {at - 8 for at, _ in pieces if parsed.body[at : at + 4].startswith(_FIRST_BYTES)}
    groups: list[list[tuple[int, int]]] = []
    for at, size in pieces:
        if at - 8 in starts or not groups:
            groups.append([])
        groups[-1].append((at, size))
    return groups


def _offsets(parsed: Parsed, table: bytes) -> tuple[int, ...]:
    """Basic Offset Table, or Extended Offset Table (C.7.6.3.1.8) where the basic one is empty."""
    if len(table) >= 4:
        return struct.unpack_from(f"<{len(table) // 4}I", table)
    with quiet():
        extended = raw(parsed.dataset, "ExtendedOffsetTable")
    return struct.unpack_from(f"<{len(extended) // 8}Q", extended)
