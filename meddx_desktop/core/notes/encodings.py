"""Which writing a text file is in: said by a mark, shown by the bytes, or guessed and said so."""

import re
from dataclasses import dataclass

from meddx_desktop.core.errors import UnreadableNote

_MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_SAMPLE = 16384
_ZEROS = 0.02
"""Least share of zero bytes in UTF-16 with Western letters; spaces and digits come to more."""
_WIDE_COMMON = 0.5
"""Share of two-byte units that are Chinese or Western letters, from which on text is UTF-16."""
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
_CONTROL_GUESSED = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f]")
_MOST_CONTROLS = 0.1
_MOST_CONTROLS_GUESSED = 0.005
_HAN_SIGNS = re.compile("[\u4e00-\u9fff\u3001\u3002\uff08\uff09\uff0c\uff1a\uff1b\uff1f]")
_OFTEN = frozenset(
    "的一是不了在有人我他这中大来上个国到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可里"
    "后小么心多天而能好都然没日于起还发成事只作当想看文无开手十用主行方又如前所本见经头面公同三已老从动"
    "两长知样现分将外但身些与高意进把法此实回二理美点月明其种声全工己话儿者向情部正名定女问力机给等几很"
    "业最间新什打便位因重被走电四第门相次东政海口使教西再平真听世气信北少关并内加化由却代军产入先山五太"
    "水万市眼体别处总才场师书比住员九笑性通目华报立马命张活难神数件安表原车白应路期叫死常提感金何更反合"
    "放做系计或司利受光王果亲界及今京务制解各任至清物台象记边共风战干接它许八特觉望直服毛林题建南度统色"
    "字请交爱让认算论百吃义科怎元社术结六功指思非流每青管夫连远资队跟带花快条院变联言权往展该领传近留红"
    "治决周保达办运武半候七必城父强步完革深区即求品士转量空甚众技轻程告江语英基派满式李息写呢识极令黄德"
    "患病诊断疼痛热咳嗽血压呼吸胸腹部史查检疗药服住院否认未异常双肺音律齐软压反跳肿水脉搏体温"
    "無發熱診斷療藥檢查認異雙聲氣訴壓腫體溫醫師處過敏歷個員張開關節骨齊軟種類細灣請應為時"
)
"""Characters that any page of Chinese is full of, in both scripts, and those of a case history."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, the encoding it was read in, and whether that is sure."""

    text: str
    encoding: str
    is_sure: bool = True


def decode(data: bytes) -> Decoded:
    """Turn the bytes of a text file into text; no byte is ever dropped or replaced.

    UTF-8, UTF-16 and UTF-32 with a mark; without one UTF-8, UTF-16 by its letters, GB 18030 or Big5
    by the characters that Chinese is full of, else Windows-1252.

    Raises
    ------
    UnreadableNote
        ``note_not_text`` for what is no text at all, ``note_wrong_encoding`` where the mark at the
        start of the file says another encoding than the bytes are in.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            text = _strict(data[len(mark) :], encoding)
            if text is None:
                raise UnreadableNote("note_wrong_encoding", encoding=encoding)
            return _checked(Decoded(text, encoding))
    wide = _wide(data)
    if wide is not None:
        return _checked(wide)
    text = _strict(data, "utf-8")
    if text is not None:
        return _checked(Decoded(text, "ascii" if text.isascii() else "utf-8"))
    return _checked(_chinese(data) or _western(data))


def _strict(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _wide(data: bytes) -> Decoded | None:
    """UTF-16 without a mark: zero bytes all on one side, or units that are Chinese all along."""
    sample = data[: _SAMPLE & ~1]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    zeros = max(even, odd)
    if zeros >= max(2, _ZEROS * len(sample)) and min(even, odd) <= _ZEROS * zeros:
        encoding = "utf-16-le" if odd > even else "utf-16-be"
        text = _strict(data, encoding)
        return Decoded(text, encoding, is_sure=False) if text is not None else None
    if len(data) % 2 or len(data) < 8 or _strict(data, "utf-8") is not None:
        return None
    for encoding in ("utf-16-le", "utf-16-be"):
        text = _strict(data, encoding)
        if text and len(_HAN_SIGNS.findall(text)) > _WIDE_COMMON * len(text) and _score(text) > 0.2:
            return Decoded(text, encoding, is_sure=False)
    return None


def _chinese(data: bytes) -> Decoded | None:
    """GB 18030 or Big5, whichever gives more of the characters that Chinese is full of."""
    tried: list[tuple[float, int, str, str]] = []
    for encoding in ("gb18030", "big5", "cp950"):
        text = _strict(data, encoding)
        if text is not None and (score := _score(text)) >= 0.15:
            tried.append((score, -len(tried), encoding, text))
    if not tried:
        return None
    _, _, encoding, text = max(tried)
    is_sure = encoding == "gb18030" and len(tried) == 1 and len(_HAN_SIGNS.findall(text)) >= 4
    return Decoded(text, "big5" if encoding == "cp950" else encoding, is_sure)


def _score(text: str) -> float:
    """Share of common Chinese characters and marks among all that is not ASCII."""
    foreign = [letter for letter in text if letter > "\x7f"]
    if not foreign:
        return 0.0
    often = sum(letter in _OFTEN or letter in "，。、；：？（）" for letter in foreign)
    return often / len(foreign)


def _western(data: bytes) -> Decoded:
    text = _strict(data, "cp1252")
    if text is not None:
        return Decoded(text, "cp1252", is_sure=False)
    return Decoded(data.decode("latin-1"), "latin-1", is_sure=False)


def _checked(found: Decoded) -> Decoded:
    """Refuse what is no text: too many control characters, or pairs that stand for nothing."""
    sign, most = (
        (_CONTROL, _MOST_CONTROLS) if found.is_sure else (_CONTROL_GUESSED, _MOST_CONTROLS_GUESSED)
    )
    sample = found.text[:_SAMPLE]
    if len(sign.findall(sample)) > most * len(sample):
        raise UnreadableNote("note_not_text")
    return found
