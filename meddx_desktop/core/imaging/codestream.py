"""What a compressed stream says about itself, read from its markers before it is decoded.

JPEG and JPEG-LS (ISO 10918-1 B.2, ISO 14495-1), JPEG 2000 codestreams (ISO 15444-1 A.5.1).
"""

import struct
from collections.abc import Iterator

_SOF = (*range(0xC0, 0xC4), *range(0xC5, 0xC8), *range(0xC9, 0xCC), *range(0xCD, 0xD0), 0xF7)
_STANDALONE = (0x01, *range(0xD0, 0xD9))
_SOS = 0xDA
_SOC_SIZ = b"\xff\x4f\xff\x51"
_JP2_BOX = b"\x00\x00\x00\x0cjP  "


def size(stream: bytes) -> tuple[int, int] | None:
    """Rows and columns a stream claims, or None when it claims nothing sensible."""
    if stream.startswith(_JP2_BOX):  # a whole JP2 file where a codestream belongs: it happens
        return _size_2000(stream[max(stream.find(_SOC_SIZ), 0) :])
    if stream.startswith(_SOC_SIZ):
        return _size_2000(stream)
    for marker, segment, _ in _segments(stream):
        if marker in _SOF and len(segment) >= 6:
            rows, columns = struct.unpack_from(">HH", segment, 1)
            return (rows, columns) if rows and columns else None
    return None


def components(stream: bytes) -> int:
    """Number of components of a JPEG stream; 0 when it does not say."""
    for marker, segment, _ in _segments(stream):
        if marker in _SOF and len(segment) >= 6:
            return segment[5]
    return 0


def is_complete_jpeg(stream: bytes) -> bool:
    """Whether an end-of-image marker follows the first scan (not that of a thumbnail)."""
    for marker, _, end in _segments(stream):
        if marker == _SOS:
            return stream.rfind(b"\xff\xd9") >= end
    return False


def names_its_colours(stream: bytes) -> bool:
    """Whether a three-component JPEG tells by marker or component name how to read colour."""
    for marker, segment, _ in _segments(stream):
        if marker == 0xE0 and segment.startswith(b"JFIF"):
            return True
        if marker == 0xEE and segment.startswith(b"Adobe"):
            return True
        if marker in _SOF and len(segment) >= 15:
            return bytes(segment[6:15:3]) == b"RGB"
    return False


def application_segments(stream: bytes, marker: int) -> Iterator[bytes]:
    """Payloads of the APPn segments of a JPEG file with this marker byte."""
    return (segment for found, segment, _ in _segments(stream) if found == marker)


def _segments(stream: bytes) -> Iterator[tuple[int, bytes, int]]:
    """Marker, payload and end of every segment before the entropy-coded data."""
    if not stream.startswith(b"\xff\xd8"):
        return
    at = 2
    while at + 4 <= len(stream):
        if stream[at] != 0xFF:
            return
        marker = stream[at + 1]
        if marker == 0xFF:  # fill byte
            at += 1
            continue
        if marker in _STANDALONE:
            at += 2
            continue
        length = struct.unpack_from(">H", stream, at + 2)[0]
        yield marker, stream[at + 4 : at + 2 + length], at + 2 + length
        if marker == _SOS or length < 2:
            return
        at += 2 + length


def _size_2000(stream: bytes) -> tuple[int, int] | None:
    if len(stream) < 24:
        return None
    x1, y1, x0, y0 = struct.unpack_from(">4I", stream, 8)
    return (y1 - y0, x1 - x0) if y1 > y0 and x1 > x0 else None
