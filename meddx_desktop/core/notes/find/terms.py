"""Problems, symptoms and procedures: the terms of the lexicon, where their words may count."""

import re
from collections.abc import Iterable

from meddx_desktop.core.domain.note import Coded, Mention, MentionKind, Span
from meddx_desktop.core.notes.lexicon import Match, TermKind

_KINDS = {
    TermKind.PROBLEM: MentionKind.PROBLEM,
    TermKind.SYMPTOM: MentionKind.SYMPTOM,
    TermKind.PROCEDURE: MentionKind.PROCEDURE,
}
_COMPLAINT = re.compile(
    r"\b(?:no|denies|denied|reports?|reported|c/o|complains?|complaining|w/o|without|with|"
    r"has|had|having|and|or|for|of|sudden|acute|exertional)\b[^.;:\n]*$"
    r"|(?:,|/|;|\b(?:SOB|N/V|DOE|HA)\b)[^.\n]*$",
    re.IGNORECASE,
)
_ILLNESSES = re.compile(
    r"\b(?:PMHx?|hx|h/o|history|known|diagnos\w+|dx|background|relapsing[- ]remitting|RR|with|has|"
    r"suffers from|due to|secondary to|progressive)\b[^.;\n]*$",
    re.IGNORECASE,
)
_NOT_ILLNESS = re.compile(
    r"[ \t]?(?:\d|contin\b|mg\b|IV\b|exam|status|drip|student|changes)", re.IGNORECASE
)
_LINE = re.compile(r"[^\n]*$")


def terms(text: str, matches: Iterable[Match]) -> list[Mention]:
    """Make mentions of the matches that are no drugs and that hold in their place."""
    found: list[Mention] = []
    for match in matches:
        kind = _KINDS.get(match.concept.kind)
        if kind is None or not holds(text, match):
            continue
        found.append(mention_of(text, match, kind))
    return found


def mention_of(text: str, match: Match, kind: MentionKind) -> Mention:
    """Make the mention of a match."""
    return Mention(
        match.span,
        text[match.span.start : match.span.end],
        kind,
        codes=tuple(Coded(code) for code in match.concept.codes),
        concept=match.concept.key,
    )


def holds(text: str, match: Match) -> bool:
    """Say whether the words around allow an abbreviation that has other meanings too."""
    if not match.form.startswith("="):
        return True
    if match.concept.rule == "not_heading":
        return not _is_heading(text, match.span)
    if match.concept.rule == "problem_list":
        return _is_listed(text, match.span)
    if match.concept.rule == "complaint":
        before = _LINE.search(text, max(0, match.span.start - 80), match.span.start)
        return not _is_heading(text, match.span) and bool(
            before and (_COMPLAINT.search(before[0]) or _list_goes_on(text, match.span))
        )
    return True


def _is_heading(text: str, span: Span) -> bool:
    return text[span.end : span.end + 2].lstrip(" ")[:1] in (":", "：")


def _is_listed(text: str, span: Span) -> bool:
    """Whether it stands among illnesses: "PMH: MS", "COPD, MS, gout", "known MS", no "MS 5 mg"."""
    if _is_heading(text, span) or _NOT_ILLNESS.match(text, span.end):
        return False
    before = _LINE.search(text, max(0, span.start - 80), span.start)
    is_behind = before is not None and _ILLNESSES.search(before[0]) is not None
    return is_behind or (before is not None and _is_in_list(text, span, before[0]))


def _is_in_list(text: str, span: Span, before: str) -> bool:
    return before.rstrip().endswith((",", "、", "/", "+")) or _list_goes_on(text, span)


def _list_goes_on(text: str, span: Span) -> bool:
    return text[span.end : span.end + 2].lstrip()[:1] in (",", "/", "+")
