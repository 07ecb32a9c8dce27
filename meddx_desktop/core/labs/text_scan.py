"""Results in running text: ``Na 138, K 4.1 mmol/L; WBC 12.3 H (4-10)``, 血红蛋白 132 g/L.

A scanner by shape alone: a name, a value behind it, then flag, unit and range in any order. What
is not certain is not taken: a number left over spoils the result beside it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from meddx_desktop.core.domain.laboratory import SentValue
from meddx_desktop.core.labs.characters import fold, key
from meddx_desktop.core.labs.numbers import POINT, NumberStyle
from meddx_desktop.core.labs.unit_shape import looks_like_unit
from meddx_desktop.core.labs.values import parse_range, parse_value

_CUT = re.compile(
    r"[;。、|]|,(?![0-9])|(?<![0-9]),|(?<=[A-Za-z][0-9]),|\.(?=\s+[^0-9\s]|\s*$)|\s-\s(?=\D)"
)
_HAN = r"\u3400-\u9fff"
_SIMPLE = r"(?:[0-9][0-9.,']*[0-9]|[0-9]|\.[0-9]+)(?:[eE][+-]?[0-9]{1,3}(?![0-9A-Za-z]))?"
_POWER = r"\s?[×xX*·]\s?10(?:\s?\^\s?[+-]?[0-9]{1,2}|[⁺⁻]?[⁰¹²³⁴-⁹]{1,2})(?![0-9/])(?!\s?/)"
_AMOUNT = (
    rf"(?:(?:[<>≤≥]=?|=[<>]|小于|大于|低于|高于)\s*)?[+-]?{_SIMPLE}"
    rf"(?:\s?(?:-{{1,2}}|~)\s?{_SIMPLE}|{_POWER})?"
)
_WORD = (
    r"not\s+detected|non-?\s?reactive|reactive|positive|negative|detected|equivocal|trace|pos|neg"
)
_HAN_WORD = r"(?:弱|强)?阳性|阴性|未检出|可疑"
_MORE = r"(?:\s*(?:\((?:[+±-]{1,4}|1:[0-9]+)\)|1:[0-9]+))?"
_SIGN = r"\(\s*(?:\+{1,4}|-|±|\+/-)\s*\)|[1-4]\s?\+(?![0-9+])|\+[1-4](?![0-9.,])|\+{1,4}(?![0-9])|±"
_VALUE = re.compile(
    rf"(?P<han>(?:{_HAN_WORD}){_MORE})"
    r"|(?<![A-Za-z0-9_\u0370-\u03ff.,^/+<>≤≥-])(?:"
    rf"(?P<words>(?:(?:{_WORD})(?![A-Za-z])|{_SIGN}){_MORE})"
    r"|(?P<titre>[<>≤≥]?\s?1\s?:\s?[0-9]+(?![0-9.])(?:\s*(?:\([+-]\)|阳性|阴性))?)"
    rf"|(?P<pair>{_SIMPLE}\s?/\s?{_SIMPLE}(?![0-9/]))"
    rf"|(?P<amount>{_AMOUNT}))",
    re.IGNORECASE,
)
_LETTER = re.compile(rf"[A-Za-z{_HAN}\u0370-\u03ff]")
_FLAG = re.compile(
    r"[↑↓]{1,4}|\*{1,3}(?!\s?10)|(?:HH|LL|H|L)(?![A-Za-z0-9/])|偏高|偏低|(?:高|低)(?=\s|$|\()|(?:[Hh]igh|[Ll]ow)(?![a-z])"
    r"|\(\s*(?:HH|LL|H|L|[↑↓]{1,4}|\*{1,3}|偏高|偏低|高|低)\s*\)"
)
_REFERENCE = re.compile(
    r"(?:参考(?:范围|值|区间)?|正常(?:值|范围)?|ref(?:erence)?\.?(?:\s*(?:range|interval))?|normal|nr|rr)"
    r"\s*[:=]?\s*",
    re.IGNORECASE,
)
_LIMITS = re.compile(
    rf"(?:[<>≤≥]=?\s?[+-]?{_SIMPLE}|[+-]?{_SIMPLE}\s?(?:-{{1,2}}|~|至)\s?[+-]?{_SIMPLE})"
)
_NUMBERING = re.compile(rf"(?:\(?[0-9]{{1,2}}\)|[0-9]{{1,2}}[.、](?=[\sA-Za-z{_HAN}]))\s*")
_NAME_EDGE = " :=-\t*★☆●•·,.\"'"
_VOLUME = re.compile(r"volume|\bvol\b|尿量|总量", re.IGNORECASE)
_LONGEST_NAME = 60
_LONGEST_SEGMENT = 400
"""A longer stretch without a comma is prose."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of one line and what it is.

    Attributes
    ----------
    start, end : int
        Where it stands in the line.
    kind : str
        ``result``, ``heading`` or a code of why it was not understood.
    name, value, unit, range, flags, panel
        Of a result, as sent.
    words_beside : bool
        Words that were not understood follow this result.
    """

    start: int
    end: int
    kind: str
    name: str = ""
    value: str = ""
    unit: str = ""
    range: str = ""
    flags: tuple[str, ...] = ()
    panel: str = ""
    words_beside: bool = False


def segments(line: str) -> Iterator[tuple[int, int]]:
    """The stretches between commas, semicolons and full stops; none inside brackets is cut."""
    folded = fold(line)
    start, depth = 0, 0
    cuts = {match.start(): match.end() for match in _CUT.finditer(folded)}
    place = 0
    while place < len(folded):
        letter = folded[place]
        depth = max(0, depth + (letter in "([") - (letter in ")]"))
        if place in cuts and depth == 0 and not _goes_on(folded[start:place]):
            yield from _trimmed(line, start, place)
            start = place = cuts[place]
            continue
        place += 1
    yield from _trimmed(line, start, len(line))


def scan(line: str, start: int, end: int, style: NumberStyle = POINT) -> list[Piece]:
    """Everything in one segment, without gaps but for spaces: results and what is none.

    Parameters
    ----------
    line
        The whole line.
    start, end
        The segment, from `segments`.
    style
        How numbers are written in this text.
    """
    if end - start > _LONGEST_SEGMENT:
        return [Piece(start, end, "text_not_understood")]
    found = _Scanner(line[start:end], style).pieces()
    return [replace(each, start=each.start + start, end=each.end + start) for each in found]


def _goes_on(text: str) -> bool:
    """``1. WBC``, ``S. creatinine``: the number of a line or the specimen, not a sentence."""
    begun = text.strip(" (").casefold()
    return len(text) < 5 and (begun.isdigit() or begun in ("s", "sr"))


def _trimmed(line: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    text = line[start:end]
    left = len(text) - len(text.lstrip(" \t\u3000\u00a0"))
    right = len(text.rstrip(" \t\u3000\u00a0"))
    if left < right:
        yield start + left, start + right


class _Scanner:
    """Reads one segment from left to right."""

    def __init__(self, text: str, style: NumberStyle) -> None:
        self._line = text
        self._plain = fold(text)
        self._end = len(text)
        self._style = style

    def pieces(self) -> list[Piece]:
        found: list[Piece] = []
        place = 0
        while place < self._end:
            piece = self._result(place)
            if piece is None:
                return self._with_rest(found, place)
            if piece.kind == "not_one_value":
                # What follows can't be told from what belongs to it.
                return [*found, replace(piece, end=self._end)]
            found.append(piece)
            place = self._past_blanks(piece.end)
        return found

    def _with_rest(self, found: list[Piece], place: int) -> list[Piece]:
        """The results, and what remains: a number among it spoils the last result."""
        rest = self._plain[place:].strip()
        if not found:
            if rest.endswith((":", "=")) and not any(map(str.isdigit, rest)):
                return [Piece(place, self._end, "heading", name=rest.rstrip(":= "))]
            return [Piece(place, self._end, "text_not_understood")]
        *before, last = found
        if last.kind not in {"result", "pair"}:
            return [*before, replace(last, end=self._end)]
        if any(letter.isdigit() for letter in rest):
            return [*before, Piece(last.start, self._end, "not_one_value")]
        beside = Piece(place, self._end, "text_not_understood")
        return [*before, replace(last, words_beside=True), beside]

    def _result(self, start: int) -> Piece | None:
        name_start = start
        numbering = _NUMBERING.match(self._plain, start)
        if numbering:
            name_start = numbering.end()
        match = next(
            (
                each
                for each in _VALUE.finditer(self._plain, name_start)
                if _LETTER.search(self._plain, name_start, each.start())
                and not self._belongs_to_name(each)
            ),
            None,
        )
        if match is None:
            return None
        name, panel = self._name(name_start, match.start())
        if len(name) > _LONGEST_NAME or not name:
            return None
        return _Tail(self._plain, self._line, self._style).read(
            Piece(start, match.end(), "result", name=name, panel=panel), match
        )

    def _belongs_to_name(self, match: re.Match[str]) -> bool:
        """A number before a colon ends a name: 糖类抗原125：35."""
        behind = self._plain[match.end() : match.end() + 2].lstrip()
        return match["amount"] is not None and behind.startswith((":", "="))

    def _name(self, start: int, end: int) -> tuple[str, str]:
        """Name and the heading before it: ``CBC: WBC`` is WBC of the panel CBC."""
        text = self._plain[start:end].rstrip(" :=-\t")
        cut = text.rfind(":")
        panel = self._line[start : start + cut].strip(_NAME_EDGE + "：") if cut > 0 else ""
        name = self._line[start + cut + 1 : start + len(text)]
        return name.strip(_NAME_EDGE + "：＝—"), panel

    def _past_blanks(self, place: int) -> int:
        while place < self._end and self._plain[place] in " \t":
            place += 1
        return place


class _Tail:
    """What follows a value: flags, unit, range, each at most once and in any order."""

    def __init__(self, plain: str, line: str, style: NumberStyle) -> None:
        self._plain = plain
        self._line = line
        self._style = style

    def read(self, piece: Piece, match: re.Match[str]) -> Piece:
        flags: list[str] = []
        unit = range_ = ""
        place = match.end()
        while True:
            at = place
            while at < len(self._plain) and self._plain[at] in " \t":
                at += 1
            flag = _FLAG.match(self._plain, at)
            is_volume = flag and flag[0] == "L" and not unit and _VOLUME.search(piece.name)
            if flag and not is_volume:
                flags.append(flag[0].strip("() "))
                place = flag.end()
                continue
            range_end = 0 if range_ else self._range_end(at, unit)
            if range_end:
                range_, place = self._line[at:range_end], range_end
                continue
            unit_end = 0 if unit else self._unit_end(at, is_first=at == match.end())
            if is_volume:
                unit_end = at + 1
            if unit_end:
                unit, place = self._line[at:unit_end].strip("()（） "), unit_end
                continue
            break
        sent = self._line[match.start() : match.end()].strip()
        return Piece(
            *(piece.start, place, self._kind(piece, match, place)),
            name=piece.name,
            value=sent,
            unit=unit,
            range=_REFERENCE.sub("", range_.strip("()[]（）【】 "), count=1),
            flags=tuple(flags),
            panel=piece.panel,
        )

    def _kind(self, piece: Piece, match: re.Match[str], end: int) -> str:
        if key(piece.name).rstrip(":") in NO_LABORATORY:
            return "not_lab_value"
        glued = self._plain[end : end + 1]
        if match["pair"]:
            return "pair"
        # 138,140,150 is as likely three values as one with marks between thousands.
        is_list = bool(match["amount"]) and match[0].count(",") > 1
        if is_list or (glued and re.match(r"[A-Za-z0-9%/^.×+-]", glued)):
            return "not_one_value"
        value: SentValue = parse_value(match[0], self._style)
        has_mark = "," in match[0] or "'" in match[0]
        if match["amount"] and value.number is None and not has_mark:
            return "not_one_value"
        return "result"

    def _range_end(self, at: int, unit: str) -> int:
        """Where a reference range that starts here ends; 0 where none starts."""
        label = _REFERENCE.match(self._plain, at)
        opening = self._plain[at : at + 1]
        if opening in {"(", "["} and opening:
            close = self._plain.find(")" if opening == "(" else "]", at)
            inside = self._plain[at + 1 : close] if close > 0 else ""
            inside = _REFERENCE.sub("", inside, count=1)
            return close + 1 if inside and self._is_range(inside, unit) else 0
        start = label.end() if label else at
        limits = _LIMITS.match(self._plain, start)
        # A bare limit could be the next value's; only an interval, or one that is called a range.
        if limits is None or not (label or limits[0][0] not in "<>≤≥"):
            return 0
        is_end = not re.match(r"[0-9A-Za-z/:^]", self._plain[limits.end() : limits.end() + 1])
        return limits.end() if is_end and self._is_range(limits[0], unit) else 0

    def _is_range(self, text: str, unit: str) -> bool:
        found = parse_range(text, unit, self._style)
        return found.low is not None or found.high is not None

    def _unit_end(self, at: int, *, is_first: bool) -> int:
        """Where a unit that starts here ends; 0 where none starts."""
        plain = self._plain
        if plain[at : at + 1] in {"(", "["}:
            close = plain.find(")" if plain[at] == "(" else "]", at)
            return close + 1 if close > 0 and looks_like_unit(plain[at + 1 : close]) else 0
        words = re.match(r"\S+(?: \S+)?", plain[at : at + 40])
        if not words:
            return 0
        for length in range(len(words[0]), 0, -1):
            end = at + length
            text = plain[at:end]
            if not re.match(rf"$|[\s,;()\[\]↑↓*{_HAN}]", plain[end : end + 1]):
                continue
            if looks_like_unit(text) and not self._is_next_name(text, end, is_first=is_first):
                return end
        return 0

    def _is_next_name(self, text: str, end: int, *, is_first: bool) -> bool:
        """``Ca 2.2 Mg 0.9``: Mg is the next name, because a value follows it."""
        if is_first or any(mark in text for mark in "/%^"):
            return False
        return re.match(r"\s*[:=]?\s*[<>≤≥]?[0-9+]", self._plain[end:]) is not None


NO_LABORATORY = frozenset(
    {"bp", "bloodpressure", "血压", "hr", "heartrate", "心率", "pulse", "脉搏", "temp", "体温"}
    | {"temperature", "rr", "respiratoryrate", "呼吸", "spo2", "weight", "wt", "体重", "bmi"}
    | {"height", "身高"}
)
"""Vital signs: they have their own place."""
