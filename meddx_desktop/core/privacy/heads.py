"""Heads of printed forms whose labels have no colon: Name Brown Mary Patient ID P-77.

The columns of a form come out of a PDF with blanks between them. A name ends where the next label
begins; a whole name or number that a label gave away goes wherever it stands again.
"""

import re
from collections.abc import Iterator, Sequence

from meddx_desktop.core.privacy.identifiers import Found, IdentifierKind

_KIND = IdentifierKind
_NEXT = (
    r"(?:Patient ID|Patient No|ID|MRN|NHS|DOB|Date of birth|Born|Birth|Sex|Gender|Age|Hospital No|"
    r"患者编号|病人编号|编号|病历号|住院号|门诊号|登记号|床号|性别|年龄|出生|科室|病区)"
)
_NAME = re.compile(
    r"(?m:^)[ \t]{0,8}"
    r"(?:(?:Patient(?:'s)?|Full|Child's)?[ ]?[Nn]ame|NAME|患者姓名|病人姓名|姓[ ]{0,4}名)"
    rf"[ \t]{{1,8}}(?P<name>[^\d\n:：|]{{2,60}}?)[ \t]{{0,8}}(?:\r?\n[ \t]{{0,8}})?"
    rf"(?={_NEXT}(?![a-z]))"
)
_LABELS = re.compile(rf"(?:{_NEXT}[ \t]{{0,8}}){{1,12}}")
_NO_NAME = re.compile(r"(?i:\b(?:of|is|was|the|and|not|unknown|none)\b)|不详|未知|未填")
_LONG_NUMBER, _LETTERED = 5, 4
_NUMBERS = frozenset({_KIND.RECORD_NUMBER, _KIND.INSURANCE, _KIND.PASSPORT, _KIND.RESIDENT_ID})


def head_names(text: str) -> Iterator[Found]:
    """Find the name between two labels of a head, in a plain text."""
    for match in _NAME.finditer(text):
        name = match["name"].rstrip()
        is_label = _NO_NAME.search(name) or _LABELS.fullmatch(name)
        if not is_label and any(map(str.isalpha, name)):
            start = match.start("name")
            yield Found(start, start + len(name), _KIND.NAME, "name_head")


def repeated_wholes(text: str, found: Sequence[Found]) -> Iterator[Found]:
    """Find whole names of two words and more, and labelled numbers, wherever they stand."""
    for words, kind in sorted({(text[one.start : one.end], one.kind) for one in found}):
        if kind is _KIND.NAME and len(words.split()) > 1:
            form = r"\s{1,3}".join(map(re.escape, words.split()))
        elif kind in _NUMBERS and _is_own(words):
            form = re.escape(words)
        else:
            continue
        rule = "name_repeated" if kind is _KIND.NAME else "number_repeated"
        for match in re.finditer(rf"(?<![A-Za-z0-9]){form}(?![A-Za-z0-9])", text):
            yield Found(*match.span(), kind, rule)


def _is_own(number: str) -> bool:
    """Whether a number is long enough to be nobody else's."""
    if "\n" in number or not any(map(str.isdigit, number)):
        return False
    has_letter = any(map(str.isalpha, number))  # P-77, but not 77
    return len(number) >= (_LETTERED if has_letter else _LONG_NUMBER)
