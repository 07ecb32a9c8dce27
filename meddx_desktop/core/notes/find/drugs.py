"""Drugs of a note, with dose, route, frequency, duration, and whether they were stopped."""

import re
from collections.abc import Sequence
from dataclasses import replace

from meddx_desktop.core.domain.note import Coded, Mention, MentionKind, Span
from meddx_desktop.core.notes.find.dosing import read_use
from meddx_desktop.core.notes.find.dosing_patterns import SALTS
from meddx_desktop.core.notes.folding import widths
from meddx_desktop.core.notes.lexicon import Match, TermKind

_FORM = re.compile(
    r"(?:肠溶|缓释|控释|分散|咀嚼|泡腾|口崩|含|干|软|硬|阴道|复合|粉|气|喷)*"
    r"(?:片|胶囊|颗粒剂?|口服溶液|口服液|糖浆|混悬液|滴丸|丸|散|冲剂|注射液"
    r"|粉针剂?|针剂?|软膏|乳膏|凝胶|栓剂?|滴眼液|滴耳液|滴剂|贴剂?|气雾剂"
    r"|喷雾剂|吸入剂|粉雾剂|溶液|搽剂|洗剂)"
)
_BEFORE = re.compile(
    r"(?:\b(?:stop(?:ped|ping)?|discontinue[ds]?|discontinuing|d/c'?(?:e?d)?"
    r"|dc'?d|held|hold(?:ing)?|off|weaned off|no longer (?:on|taking|takes)"
    r"|quit taking|came off|ceased?)(?: (?:the|her|his|all|taking|on|of|off|use))*"
    r"|停用|停服|停止(?:使用|服用)?|已停|自行停|停(?=\w))[ \t:：]*$",
    re.IGNORECASE,
)
_JOINT = re.compile(r"[ \t]*(?:、|和|及|以及|[,，]?[ \t]*(?:and|or|/|&)(?![A-Za-z]))[ \t]*")
_COMMA = re.compile(r"[ \t]*[,，][ \t]*(?:and[ \t]+)?")
_HEADING = re.compile(r"[:：][ \t]*$")
_TESTED = re.compile(r"[钠 ]{0,2}(?:皮试|试敏|皮肤试验|过敏试验)")
"""Behind a drug: it was tried on the skin, not taken."""
_PLUS = re.compile(r"[ \t]*\+[ \t]*")
_TO_ANOTHER = re.compile(r"(?:[ \t:：了的]|the|his|her|using|taking|使用|服用|口服|应用)*")
_AFTER = re.compile(
    r"[ \t]*(?:\([^()\n]{0,40}\)[ \t]*)?[,，;；]?[ \t]*(?:(?:was"
    r"|were|has been|had been|is|now"
    r"|currently)[ \t]+)*"
    r"(?:stopped|discontinued|d/c'?e?d\b|dc'?d\b|held\b|on hold|ceased"
    r"|已?停用|已停药?|停药|停服|已停)",
    re.IGNORECASE,
)


def drugs(text: str, matches: Sequence[Match]) -> list[tuple[Mention, Span]]:
    """Make mentions of the drugs among the matches, each with how it is taken.

    Beside each stands the span of all its words, dose and duration among them.
    """
    narrow = widths(text)
    found: list[tuple[Mention, Span]] = []
    ones = _without_salts(narrow, matches)
    for place, (match, begin) in enumerate(ones):
        next_start = ones[place + 1][0].span.start if place + 1 < len(ones) else len(text)
        found.append(_mention(text, narrow, match, begin, next_start))
    _share(narrow, found)
    _stop_lists(narrow, found)
    return found


def _without_salts(narrow: str, matches: Sequence[Match]) -> list[tuple[Match, int]]:
    """The drugs, each with the place where the words on its use begin."""
    found: list[tuple[Match, int]] = []
    for match in matches:
        if match.concept.kind is not TermKind.DRUG or _TESTED.match(narrow, match.span.end):
            continue
        if match.form in SALTS and found and narrow[found[-1][1] : match.span.start] == " ":
            found[-1] = (found[-1][0], match.span.end)
        else:
            found.append((match, match.span.end))
    return found


def _share(narrow: str, found: list[tuple[Mention, Span]]) -> None:
    """Let drugs that are joined by a plus be taken as often and as long: A 1 g + B 0.5 g bid."""
    for place in range(len(found) - 2, -1, -1):
        (one, extent), (other, after) = found[place], found[place + 1]
        use, next_use = one.drug, other.drug
        if use is None or next_use is None or use.frequency or use.duration:
            continue
        if _PLUS.fullmatch(narrow, extent.end, after.start):
            shared = replace(
                use,
                route=use.route or next_use.route,
                frequency=next_use.frequency,
                per_day=next_use.per_day,
                duration=next_use.duration,
            )
            found[place] = (replace(one, drug=shared), extent)


def _stop_lists(narrow: str, found: list[tuple[Mention, Span]]) -> None:
    """Carry "stopped" on through a list: stop aspirin and warfarin; STOP: aspirin, warfarin."""
    listed = False
    for place, (one, extent) in enumerate(found):
        if one.drug is None:
            continue
        line = narrow[max(0, one.span.start - 40) : one.span.start]
        if _BEFORE.search(line.rpartition("\n")[2]):
            listed = bool(_HEADING.search(line))
            continue
        last = found[place - 1] if place else None
        between = (last[1].end, extent.start) if last else (0, 0)
        is_next = bool(_JOINT.fullmatch(narrow, *between)) or (
            listed and bool(_COMMA.fullmatch(narrow, *between))
        )
        was = last[0].drug if last else None
        if is_next and was is not None and was.stopped and (listed or _was_listed(narrow, last)):
            found[place] = (replace(one, drug=replace(one.drug, stopped=True)), extent)
        else:
            listed = False


def _was_listed(narrow: str, last: tuple[Mention, Span] | None) -> bool:
    """Whether a drug was stopped by words before it, not by those behind it."""
    return last is not None and not _AFTER.match(narrow, last[1].end)


def _mention(
    text: str, narrow: str, match: Match, begin: int, next_start: int
) -> tuple[Mention, Span]:
    span = match.span
    form = _FORM.match(narrow, span.end, next_start)
    if form and "一" <= narrow[span.end - 1] <= "鿿":
        span = Span(span.start, form.end())
    concept = match.concept
    use, end = read_use(narrow, max(span.end, begin), next_start, concept.parts)
    before = narrow[max(0, span.start - 40) : span.start].rpartition("\n")[2]
    stopped = bool(_BEFORE.search(before)) or _is_stopped_after(narrow, end, next_start)
    mention = Mention(
        span,
        text[span.start : span.end],
        MentionKind.DRUG,
        codes=tuple(Coded(code) for code in concept.codes),
        concept=concept.key,
        drug=replace(use, stopped=stopped),
    )
    return mention, Span(span.start, max(span.end, end))


def _is_stopped_after(narrow: str, end: int, next_start: int) -> bool:
    """Whether "stopped" behind a drug means it, and not the next one (..., 停用华法林)."""
    match = _AFTER.match(narrow, end, next_start + 60)
    if match is None or match.end() > next_start:
        return False
    is_next = next_start < len(narrow) and _TO_ANOTHER.fullmatch(narrow, match.end(), next_start)
    return not is_next
