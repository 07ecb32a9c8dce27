"""Headings in a note: "PMH:", "【现病史】", "ASSESSMENT AND PLAN" on a line of its own.

The words stand in `resources/terms/section_headings.toml`.
"""

import re
import tomllib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from meddx_desktop.core.domain.note import Paragraph, SectionName, Span
from meddx_desktop.core.notes.plain import Plain
from meddx_desktop.core.paths import RESOURCES

_FILE = RESOURCES / "terms" / "section_headings.toml"
_CLOSE = r"(?P<close>[ \t]*[\]】〗》>)*#_]{0,4}[ \t]*(?P<mark>[:：])?[ \t]*[*_]{0,2})"
_BEFORE_ON_LINE = re.compile(
    r"(?:[-*•·●▪#>_ \t]|\(?\d{1,2}(?:\.\d{1,2}){0,2}[.)、．]?[ \t]*"
    r"|[一二三四五六七八九十]{1,3}[、.．]|[(（][一二三四五六七八九十]{1,2}[)）]|[\[【〖《<(]){0,8}$"
)
_ENDS = re.compile(r"(?:[.;!?。；！？，,、|\t]|\s\s|\d\s|[\]】])[ \t]*$")
_OPENERS = "[【〖《"
_UNKNOWN = re.compile(
    r"^[ \t#*]*(?:[【\[](?P<boxed>[^\]】\n]{1,30})[\]】][ \t]*[:：]?"
    r"|(?P<capitals>[A-Z][A-Z0-9 /&(),'-]{3,48}[A-Z)])[ \t*]*:[ \t*]*$)"
)
_MEASURED = re.compile(
    r"[ \t]{0,3}\d{2,3}(?:\.\d)?(?![\d)）、]|[.．]\s)"
    r"(?![ \t]?(?:mg|g|ml|mcg|tabs?|days?|weeks?|片|天|周|粒)(?![A-Za-z]))"
)
"""What stands behind the letter of a vital sign, not of a section: "P: 80, R: 20"."""
_LONGEST_BEFORE = 24
_ENDINGS = frozenset(
    {"接触史", "病史", "检查", "治疗", "诊断", "过敏", "手术", "检验", "年龄", "时间"}
)
"""Headings that are the end of longer words as often as not."""
_HAN = re.compile(r"[\u3400-\u9fff]$")
_ENGLISH = re.compile(r"[A-Za-z]")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading with its colon and brackets, and what stands under it."""

    span: Span
    name: SectionName


@dataclass(frozen=True, slots=True)
class _Names:
    pattern: re.Pattern[str]
    of: dict[str, SectionName]


@cache
def _names() -> _Names:
    with _FILE.open("rb") as file:
        content = tomllib.load(file)
    of = {
        _key(name): SectionName(section)
        for section, names in content["sections"].items()
        for name in names
    }
    longest_first = sorted(of, key=len, reverse=True)
    english = [name for name in longest_first if _ENGLISH.match(name)]
    chinese = [name for name in longest_first if not _ENGLISH.match(name)]
    # The signs that names begin with are asked for first: nearly every place ends there.
    pattern = (
        rf"(?P<name>(?<![A-Za-z])(?=[A-Za-z])(?:{_choices(english, _spaced)})(?![A-Za-z])"
        rf"|(?=[{''.join(sorted({name[0] for name in chinese}))}])"
        rf"(?:{_choices(chinese, re.escape)})){_CLOSE}"
    )
    return _Names(re.compile(pattern, re.IGNORECASE), of)


def _choices(names: list[str], spelled: Callable[[str], str]) -> str:
    """One pattern for all names, by their first letter."""
    by_first: dict[str, list[str]] = {}
    for name in names:
        by_first.setdefault(name[0], []).append(name)
    return "|".join(
        f"(?={re.escape(first)})(?:{'|'.join(map(spelled, of))})" for first, of in by_first.items()
    )


def _key(name: str) -> str:
    return " ".join(name.lower().replace("’", "'").split())


def _spaced(name: str) -> str:
    return r"[ \t]{1,3}".join(map(re.escape, name.split()))


def headings(text: str, paragraphs: Sequence[Paragraph]) -> tuple[Heading, ...]:
    """Find the headings of a note, in its order."""
    found: list[Heading] = []
    for paragraph in paragraphs:
        start, end = paragraph.span.start, paragraph.span.end
        found += _in(text[start:end], start)
    return tuple(found)


def starts_like_heading(line: str) -> bool:
    """Whether a line begins with a heading."""
    first = next(iter(_in(line[:120], 0)), None)
    return first is not None and not line[: first.span.start].strip()


def _in(text: str, offset: int) -> Iterator[Heading]:
    plain = Plain.of(text)
    names = _names()
    is_any = False
    free = 0
    for match in names.pattern.finditer(plain.text):
        start = _accepted(plain.text, match)
        if start is None or start < free:
            continue
        is_any = True
        free = match.end()
        end = match.start() + len(match[0].rstrip())
        span = Span(offset + plain.back(start), offset + plain.end(end))
        yield Heading(span, names.of[_key(match["name"])])
    unknown = None if is_any else _UNKNOWN.match(plain.text)
    if unknown:
        yield Heading(
            Span(offset, offset + plain.end(unknown.end())),
            SectionName.OTHER,
        )


def _accepted(text: str, match: re.Match[str]) -> int | None:
    """Where the heading begins, brackets and number included; None where these are just words."""
    if len(match["name"]) == 1 and _MEASURED.match(text, match.end()):
        return None
    line = max(text.rfind("\n", 0, match.start()), text.rfind("\r", 0, match.start())) + 1
    before = text[max(line, match.start() - _LONGEST_BEFORE) : match.start()]
    is_boxed = before.rstrip().endswith(tuple(_OPENERS)) and match["close"].strip()[:1] in set(
        "]】〗》"
    )
    after = text[match.end() : match.end() + 1]
    is_alone = not after or after in "\r\n"
    lead = _BEFORE_ON_LINE.search(before)
    at_line_start = (
        lead is not None and len(before) - len(lead[0]) == 0 and match.start() - len(before) == line
    )
    if at_line_start:
        if match["mark"] or is_boxed or is_alone or _runs_on(text, match):
            return line + len(before) - len(before.lstrip())
        return None
    if is_boxed:
        return match.start() - len(before) + max(before.rfind(sign) for sign in _OPENERS)
    if match["mark"] and _may_begin(match["name"], before):
        return match.start()
    return None


def _may_begin(name: str, before: str) -> bool:
    """Whether a heading may stand here within a line; 接触史 in 结核接触史 is part of a word."""
    if _ENGLISH.match(name):
        return _ENDS.search(before) is not None
    return name not in _ENDINGS or not _HAN.search(before)


def _runs_on(text: str, match: re.Match[str]) -> bool:
    """A heading without a colon before its text: capitals in English, a space in Chinese."""
    name, close = match["name"], match["close"]
    after = text[match.end() : match.end() + 1]
    if _ENGLISH.match(name):
        if close.startswith((" -", " –")) or after in "-–":
            return True
        return name.isupper() and len(name) > 4 and close[:1] in " \t" and after.isalpha()
    return close[:1] in (" ", "\t") and bool(after)
