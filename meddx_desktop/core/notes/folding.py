"""One spelling for all: a text folded for the lexicon, with the way back to its own offsets.

Case, width, accents, hyphens, British spelling and plural endings are folded away; the same fold
makes the keys of the lexicon, so both sides always agree.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

HAN = "㐀-䶿一-鿿豈-﫿"
_HIDDEN = "\u200b\u200c\u200d\u2060\ufeff\u00ad"
_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {
    0x3000: 0x20,
    0x2019: 0x27,
    0x2010: 0x2D,
    0x2011: 0x2D,
    0x2013: 0x2D,
}
_TOKEN = re.compile(
    rf"(?P<han>[{HAN}]+)"
    rf"|(?P<word>[^\W_{HAN}][^\W_{HAN}{_HIDDEN}]*(?:[{_HIDDEN}]+[^\W_{HAN}]+)*)(?P<own>'s\b)?"
    rf"|(?P<gap>[\s\-{_HIDDEN}]+)|(?P<sign>.)",
    re.DOTALL,
)
_BRITISH = (
    (re.compile(r"haem"), "hem"),
    (re.compile(r"aem(?=i)"), "em"),
    (re.compile(r"oed(?=em)"), "ed"),
    (re.compile(r"^oes(?=[otr])"), "es"),
    (re.compile(r"(?<=rrh)oe(?=a|ic|al)"), "e"),
    (re.compile(r"(?<=pn)oe(?=a|ic)"), "e"),
    (re.compile(r"^paed"), "ped"),
    (re.compile(r"faec"), "fec"),
    (re.compile(r"caec"), "cec"),
    (re.compile(r"gynaec"), "gynec"),
    (re.compile(r"anaesth"), "anesth"),
    (re.compile(r"sulph"), "sulf"),
    (re.compile(r"^(tum|od|col|hum|lab)our"), r"\1or"),
    (re.compile(r"is(?=(?:ed|ation|ing)$)"), "iz"),
    (re.compile(r"^foet"), "fet"),
    (re.compile(r"coel(?=iac)"), "cel"),
    (re.compile(r"^aeti"), "eti"),
    (re.compile(r"^grey"), "gray"),
    (re.compile(r"uraem"), "urem"),
    (re.compile(r"fibre"), "fiber"),
    (re.compile(r"litre"), "liter"),
)
_KEEP = frozenset({"diabetes", "herpes", "rabies", "scabies", "caries", "measles", "mumps"})


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text; `starts` and `ends` lead from places of tokens in it to the original."""

    text: str
    starts: dict[int, int]
    ends: dict[int, int]


def _singular(word: str) -> str:
    """Take the ending of a plural off; wrong for some words, but alike on both sides."""
    if len(word) < 4 or not word.endswith("s") or word in _KEEP:
        return word
    if word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if len(word) > 7 and word.endswith(("ases", "oses", "yses")) and not word.endswith("eases"):
        return word[:-2] + "is"
    if word.endswith(("sses", "xes", "ches", "shes")):
        return word[:-2]
    return word[:-1]


@lru_cache(maxsize=16384)
def fold_word(word: str) -> str:
    """Fold one word of letters and digits; an ASCII word never becomes longer."""
    word = word.lower()
    if not word.isascii():
        bare = unicodedata.normalize("NFKD", word)
        word = "".join(c for c in bare if not unicodedata.combining(c) and c not in _HIDDEN)
        word = word.replace("æ", "ae").replace("œ", "oe").replace("ß", "ss")
    if word.isalpha():
        for pattern, instead in _BRITISH:
            word = pattern.sub(instead, word)
        word = _singular(word)
    return word


def widths(text: str) -> str:
    """Full-width letters, digits and signs as their narrow ones; offsets stay as they are."""
    return text.translate(_WIDE)


def fold(text: str) -> Folded:
    """Fold a text, remembering where each of its words began and ended."""
    narrow = widths(text)
    parts: list[str] = []
    starts: dict[int, int] = {}
    ends: dict[int, int] = {}
    place = 0
    before = ""
    for match in _TOKEN.finditer(narrow):
        sort = match.lastgroup
        begin, end = match.span()
        piece = match[0]
        if sort == "han":
            for number in range(len(piece)):
                starts[place + number] = begin + number
                ends[place + number + 1] = begin + number + 1
        elif sort == "gap":
            piece = _gap(piece, before, narrow[end : end + 1])
        elif sort == "sign":
            starts[place] = begin
            ends[place + 1] = end
        else:
            own = match["own"] or ""
            piece = fold_word(match["word"])
            starts[place] = begin
            ends[place + len(piece)] = end - len(own)
        parts.append(piece)
        place += len(piece)
        before = piece[-1:] or before
    return Folded("".join(parts), starts, ends)


def _gap(gap: str, before: str, after: str) -> str:
    """Say what stays of white space and hyphens: a line's end parts, one beside Chinese goes."""
    if gap.count("\n") > 1 or ("\n" in gap and not after.islower()):
        return "\n"
    if _is_han(before) != _is_han(after) and before.isalnum() and after.isalnum():
        return ""
    return " "


def _is_han(sign: str) -> bool:
    return bool(sign) and ("㐀" <= sign <= "鿿" or "豈" <= sign <= "﫿")


def fold_term(term: str) -> str:
    """Fold one term as a key of the lexicon."""
    return fold(term.strip()).text.replace("\n", " ").strip()
