"""What kind of file the first bytes look like, without trusting the name."""

import re
import struct

HEAD_BYTES = 132 + 16
"""How much of a file `kind` needs to see."""

_PICTURES = {
    b"\x89PNG\r\n\x1a\n": "png",
    b"\xff\xd8\xff": "jpeg",
    b"II*\x00": "tiff",
    b"MM\x00*": "tiff",
    b"BM": "bmp",
}
_BMP_HEADERS = {12, 40, 52, 56, 64, 108, 124}
_VR = re.compile(rb"AE|AS|AT|CS|DA|DS|DT|FD|FL|IS|LO|LT|OB|OW|PN|SH|SL|SQ|SS|ST|TM|UI|UL|UN|US|UT")


def kind(head: bytes) -> str:
    """Name the format of a file that begins with `head`.

    Returns
    -------
    str
        ``dicom``, ``png``, ``jpeg``, ``tiff``, ``bmp``, ``zip`` or an empty string.
    """
    if head[128:132] == b"DICM":
        return "dicom"
    for magic, name in _PICTURES.items():
        if head.startswith(magic) and (name != "bmp" or _is_bmp(head)):
            return name
    if head.startswith(b"PK\x03\x04") or head.startswith(b"PK\x05\x06"):
        return "zip"
    return "dicom" if _is_bare_dataset(head) else ""


def _is_bmp(head: bytes) -> bool:
    """Tell a bitmap from a text that happens to begin with BM, by its second header."""
    return len(head) >= 18 and struct.unpack_from("<I", head, 14)[0] in _BMP_HEADERS


def _is_bare_dataset(head: bytes) -> bool:
    """Whether `head` is a dataset without preamble, as old consoles and PACS export it.

    Such a file begins with a low element of group 0002 or 0008. In explicit VR the VR follows;
    in implicit VR the length does, which is short and even for every element that comes first.
    """
    if len(head) < 16:
        return False
    little = struct.unpack_from("<HH", head)
    big = struct.unpack_from(">HH", head)
    if _VR.match(head, 4):
        return _can_be_first(little) or _can_be_first(big)
    length = struct.unpack_from("<I", head, 4)[0]
    return _can_be_first(little) and length <= 1024 and length % 2 == 0


def _can_be_first(tag: tuple[int, int]) -> bool:
    group, element = tag
    return group in (0x0002, 0x0008) and element <= 0x0070
