"""Tags of a TIFF structure: of TIFF files, and of the EXIF block within a JPEG (TIFF 6.0, 2)."""

import struct

COLUMNS, ROWS, PHOTOMETRIC, SAMPLES = 256, 257, 262, 277
_ORIENTATION = 274
MORE_PAGES = -1
"""Not a tag of the file: whether another directory follows the first."""
_SIZES = {1: "B", 3: "H", 4: "I"}
_MOST_ENTRIES = 512


def first_directory(data: bytes) -> dict[int, int]:
    """First value of every whole-number tag of the first directory; empty when damaged."""
    order = {b"II": "<", b"MM": ">"}.get(data[:2])
    if order is None or len(data) < 8:
        return {}
    at = struct.unpack_from(f"{order}I", data, 4)[0]
    if at + 2 > len(data):
        return {}
    count = min(struct.unpack_from(f"{order}H", data, at)[0], _MOST_ENTRIES)
    tags: dict[int, int] = {}
    for entry in range(at + 2, at + 2 + 12 * count, 12):
        if entry + 12 > len(data):
            return tags
        tag, kind = struct.unpack_from(f"{order}HH", data, entry)
        if kind in _SIZES:
            tags[tag] = struct.unpack_from(order + _SIZES[kind], data, entry + 8)[0]
    following = at + 2 + 12 * count
    if following + 4 <= len(data):
        tags[MORE_PAGES] = int(struct.unpack_from(f"{order}I", data, following)[0] != 0)
    return tags


def orientation(data: bytes) -> int:
    """Orientation 1 to 8; 1 where the tag is absent or out of range."""
    value = first_directory(data).get(_ORIENTATION, 1)
    return value if 1 <= value <= 8 else 1
