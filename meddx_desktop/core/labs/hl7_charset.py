"""The characters of an HL7 message: what MSH-18 says, what the bytes say, and who is right.

Table 0211. Bytes that don't fit what is declared are never read as another language's letters in
silence: the guess is told, and what fits nowhere becomes U+FFFD, which everybody sees.
"""

import re
from dataclasses import dataclass

from meddx_desktop.core.domain.finding import Reason

_CODECS = {
    "": "",
    "ASCII": "ascii",
    "ISOIR6": "ascii",
    "UNICODEUTF8": "utf-8",
    "UTF8": "utf-8",
    "UNICODE": "utf-8",
    "UNICODEUTF16": "utf-8",
    "UNICODEUTF32": "utf-8",
    "GB180302000": "gb18030",
    "GB18030": "gb18030",
    "GBK": "gb18030",
    "GB2312": "gb18030",
    "BIG5": "big5",
    "KSX1001": "euc_kr",
    "ISOIR14": "iso2022_jp_ext",
    "ISOIR87": "iso2022_jp_ext",
    "ISOIR159": "iso2022_jp_ext",
    "JISX0202": "iso2022_jp_ext",
    "JAS2020": "iso2022_jp_ext",
    **{f"8859{part}": f"iso8859-{part}" for part in (1, 2, 3, 4, 5, 6, 7, 8, 9, 15)},
    **{f"ISO8859{part}": f"iso8859-{part}" for part in (1, 2, 3, 4, 5, 6, 7, 8, 9, 15)},
}
_SHOWN = {"utf-8": "UTF-8", "gb18030": "GB 18030", "cp1252": "Windows-1252"}
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1b\x7f]")
DAMAGED = "\ufffd"


@dataclass(frozen=True, slots=True)
class Decoded:
    """A message as text, the codec it was read with, and what to beware of."""

    text: str
    codec: str
    cautions: tuple[Reason, ...] = ()

    @property
    def is_guess(self) -> bool:
        """Whether somebody has to look at every letter outside ASCII."""
        return bool(self.cautions)


def decode(raw: bytes, declared: str) -> Decoded:
    """Read the bytes of one message.

    Parameters
    ----------
    raw
        The message, without byte order mark.
    declared
        MSH-18 as sent; empty where the message says nothing.
    """
    codec = _codec(declared)
    if raw.isascii() and b"\x1b" not in raw:
        return Decoded(_without_controls(raw.decode("ascii")), codec or "utf-8")
    if codec and _fits(raw, codec):
        return Decoded(_without_controls(raw.decode(codec)), codec)
    guessed = _guess(raw)
    errors = "strict" if guessed else "replace"
    found = guessed or (codec if codec and codec != "ascii" else "utf-8")
    shown = _SHOWN.get(found, found)
    text = _without_controls(raw.decode(found, errors))
    if not declared:
        # UTF-8 can't be met by chance; it needs no warning.
        told = () if found == "utf-8" and errors == "strict" else _told("charset", "", shown)
    elif codec is None:
        told = _told("unknown", declared, shown)
    else:
        told = _told("wrong", declared, shown)
    return Decoded(text, found, told)


def _told(kind: str, declared: str, shown: str) -> tuple[Reason, ...]:
    declared = declared[:40]
    if kind == "unknown":
        return (Reason("hl7_charset_unknown", {"declared": declared, "charset": shown}),)
    if kind == "wrong":
        return (Reason("hl7_charset_wrong", {"declared": declared, "charset": shown}),)
    return (Reason("hl7_charset_guessed", {"charset": shown}),)


def _codec(declared: str) -> str | None:
    """The codec of a name; empty when nothing is declared, None when the name is not known."""
    return _CODECS.get(re.sub(r"[\s_/\-]", "", declared).upper())


def _fits(raw: bytes, codec: str) -> bool:
    if not _decodes(raw, codec):
        return False
    if codec == "utf-8" or codec.startswith("iso2022"):
        return True
    # Every byte string is Latin-1, and nearly every one is GB 18030. Text that is UTF-8 as well
    # was written as UTF-8, unless it is Chinese that hides nothing rare.
    return not _decodes(raw, "utf-8") or (codec == "gb18030" and _decodes(raw, "gb2312"))


def _guess(raw: bytes) -> str:
    """UTF-8, common Chinese, or western letters; empty when the bytes fit none of them."""
    for codec in ("utf-8", "gb2312", "cp1252"):
        if _decodes(raw, codec):
            return "gb18030" if codec == "gb2312" else codec
    return ""


def _decodes(raw: bytes, codec: str) -> bool:
    try:
        raw.decode(codec)
    except UnicodeDecodeError:
        return False
    return True


def _without_controls(text: str) -> str:
    return _CONTROLS.sub(DAMAGED, text)
