"""Laboratory values: name, comparator, value, unit.

The names are those of `resources/analytes`, laid into the lexicon when it is built; what a value
means (code, range, flag) is worked out by the laboratory part of the program, not here.
"""

import re

from meddx_desktop.core.domain.note import Measured, Mention, MentionKind, Span
from meddx_desktop.core.notes.find.numbers import NUMBER, number
from meddx_desktop.core.notes.folding import fold_term, widths
from meddx_desktop.core.notes.lexicon import Concept, Lexicon

ANALYTE = "\x1f"
"""First sign of the key of an analyte's name; no folded text has it."""
EXACT_ANALYTE = ANALYTE + "="
_UNIT = (
    r"(?:[×xX*][ \t]?)?10(?:\^|\*|\*\*"
    r"|E)?(?:[⁹¹²3-9]"
    r"|1[02]){1,2}[ \t]?/[ \t]?[Ll]"
    r"|10\^?[36]/[uµμ]L|[kKmM]/[uµμ]L|[kK]/mm3"
    r"|/[uµμ]L|个?/[uµμ]l|/mm3"
    r"|(?:m?mol|[uµμ]mol|nmol|pmol|mEq|m?IU|[uµμ]IU|m?U|IU|U|k?copies|g|mg"
    r"|[uµμ]g|mcg|ng|pg|kU)[ \t]?/[ \t]?(?:[dm]?L|l|dl|ml|24h|d|g"
    r"|mmol)(?![A-Za-z])"
    r"|mmHg|kPa|mm[ \t]?/[ \t]?(?:h|hr|1h|小时)|fL|fl|pg|[%％]"
    r"|秒|sec(?:onds)?\b|s\b|mg%|克/升|毫摩尔/升"
)
_NO_DOSE = (
    r"(?![ \t]?(?:(?i:(?:mmol|mEq)[ \t]+(?:daily|od|bd|bid|tds|tid|qd|iv|po|stat|once|every)"
    r"|mg|g|mcg|[uµμ]g|(?:micro|milli)?gram(?:me)?s?|units?|iu|u|ml|tab|cap|puff|days?"
    r"|weeks?|months?|years?|times?|units?/(?:day|d|week|wk))"
    r"(?![A-Za-z/])|(?:mg|g|mcg|[uµμ]g)/kg|片|粒|单位|毫克|次|天|日|周|年|个月|岁|克(?!/)))"
)
"""A number with one of these is how much is taken, how often or how long, and no result."""
_VALUE = re.compile(
    rf"(?<![A-Za-z\d./^*×-])(?P<sign>[<>≤≥＜＞]=?[ \t]?)?(?P<value>{NUMBER})(?![\d/:]"
    rf"|[.,]\d){_NO_DOSE}[ \t]?(?P<unit>{_UNIT})?(?P<more>[ \t]?[-~–][ \t]?\d)?"
    r"(?P<arrow>[ \t]?[↑↓])?"
)
_BETWEEN = re.compile(
    r"[ \t]*(?:[(（][^()（）\n]{0,12}[)）])?[ \t]*(?:[:：=–-]"
    r"|\b(?:is|was|of|at|level(?: of| was| is)?"
    r"|came back at|elevated at|down to|up to)\b"
    r"|为|约为?|高达|达|升至|降至|示|测定|结果)?[ \t]*$"
)
_SIGNS = {0x2264: "<=", 0x2265: ">="}
_RAISED = {0x2079: "9", 0xB9: "1", 0xB2: "2"}
_WORD = re.compile(r"[A-Za-z0-9'’+/-]+|[㐀-鿿]|[^\s]")
_STOP = re.compile(r"[,;，；。、\n|(（\[]|(?<=\d)[ \t]|\.\s")
_REACH = 48
_MARKERS = frozenset({"125", "199", "153", "724", "19", "15", "72", "242"})
_SHARES = {"N": "neut%", "L": "lym%"}
"""Letters of a differential count: WBC 15.2, N 85%, L 10%."""
_PERCENT = re.compile(r"[\d. ]+%")
_WHITE_CELLS = re.compile(r"WBC|白细胞")
_SURE = frozenset({"K", "Na", "Cl", "Ca", "Mg", "Cr", "Hb", "pH"})
"""Short names that stand without a unit; PT may be physical therapy, UA the whole urinalysis."""
_UCUM = {
    "%": "%",
    "k/ul": "10*3/uL",
    "k/mm3": "10*3/uL",
    "m/ul": "10*6/uL",
    "/ul": "/uL",
    "个/ul": "/uL",
    "/mm3": "/uL",
    "mmhg": "mm[Hg]",
    "kpa": "kPa",
    "％": "%",
    "fl": "fL",
    "pg": "pg",
    "秒": "s",
    "sec": "s",
    "seconds": "s",
    "s": "s",
    "mg%": "mg/dL",
    "克/升": "g/L",
    "毫摩尔/升": "mmol/L",
}
_BITS = {
    "mmol": "mmol",
    "umol": "umol",
    "nmol": "nmol",
    "pmol": "pmol",
    "meq": "meq",
    "mol": "mol",
    "miu": "m[IU]",
    "uiu": "u[IU]",
    "iu": "[IU]",
    "u": "U",
    "mu": "mU",
    "ku": "kU",
    "g": "g",
    "mg": "mg",
    "ug": "ug",
    "mcg": "ug",
    "ng": "ng",
    "pg": "pg",
    "copies": "{copies}",
    "kcopies": "k{copies}",
    "l": "L",
    "dl": "dL",
    "ml": "mL",
    "24h": "(24.h)",
    "d": "d",
    "mm": "mm",
    "h": "h",
    "hr": "h",
    "1h": "h",
    "小时": "h",
}


def labs(text: str, lexicon: Lexicon) -> list[Mention]:
    """Find numbers that follow the name of an analyte."""
    narrow = widths(text)
    found: list[Mention] = []
    for match in _VALUE.finditer(narrow):
        named = _name_before(narrow, match.start(), lexicon)
        if named is None:
            continue
        begin, concept = named
        short = narrow[begin : match.start()].strip(" :：=")
        if not match["unit"] and len(short) <= 2 and short not in _SURE:
            continue
        if concept.key == "calcium" and match["value"].partition("-")[0] in _MARKERS:
            continue
        mention = _mention(text, match, begin, concept)
        if mention is not None:
            found.append(mention)
    return found


def _mention(text: str, match: re.Match[str], begin: int, concept: Concept) -> Mention | None:
    value = number(match["value"])
    if value is None:
        return None
    end = match.end("unit") if match["unit"] else match.end("value")
    comparator = (match["sign"] or "").strip().translate(_SIGNS) or None
    unit = ucum(match["unit"]) if match["unit"] else None
    measured = Measured(concept.key, value, unit, comparator, match["unit"])
    ranged = match["more"] is not None
    return Mention(
        Span(begin, end),
        text[begin:end],
        MentionKind.LAB_VALUE,
        codes=(),
        concept=f"lab:{concept.key}",
        measured=() if ranged else (measured,),
        unused=(measured,) if ranged else (),
    )


def ucum(written: str) -> str | None:
    """Write a unit in UCUM; None where it is not known."""
    unit = re.sub(r"\s", "", written).lower().replace("µ", "u").replace("μ", "u")
    if unit in _UCUM:
        return _UCUM[unit]
    power = re.fullmatch(r"[×x*]?10(?:\^|\*+|e)?([⁹¹²\d]+)/(l|ul)", unit)
    if power:
        digits = power[1].translate(_RAISED)
        return f"10*{digits}/{'L' if power[2] == 'l' else 'uL'}"
    top, _, bottom = unit.partition("/")
    if top in _BITS and bottom in _BITS:
        return f"{_BITS[top]}/{_BITS[bottom]}"
    return None


def _name_before(text: str, place: int, lexicon: Lexicon) -> tuple[int, Concept] | None:
    """Return where the longest analyte name that ends just before a value begins, and which."""
    before = text[max(0, place - _REACH) : place]
    between = _BETWEEN.search(before)
    offset = place - len(before)
    end = between.start() if between else len(before)
    stops = [stop.end() for stop in _STOP.finditer(before, 0, end)]
    words = [word.span() for word in _WORD.finditer(before, stops[-1] if stops else 0, end)]
    if not words or words[-1][1] != len(before[:end].rstrip()):
        return None
    last = words[-1][0]
    share = _SHARES.get(before[last:end].strip())
    if share and _PERCENT.match(text, place) and _WHITE_CELLS.search(before):
        concept = lexicon.find(ANALYTE + share)
        return (offset + last, concept) if concept else None
    for begin, _ in words[-12:]:
        name = before[begin:end].strip()
        concept = lexicon.find(EXACT_ANALYTE + name) or lexicon.find(ANALYTE + fold_term(name))
        if concept is not None:
            return offset + begin, concept
    return None
