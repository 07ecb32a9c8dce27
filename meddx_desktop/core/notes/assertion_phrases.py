"""The phrases of one sentence: which triggers stand in it, and what ends their reach."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from meddx_desktop.core.domain.note import Assertion
from meddx_desktop.core.notes.assertion_rules import Effect, Node, Rule, keys, trees

_LONGEST_PHRASE = 12
_CLAUSE_ENDS = frozenset(
    [".", ";", ",", ":", "?", "!", "。", "；", "，", "：", "？", "！", "|", ")", "）", "\n", "\r\n"]
)
_LIST_ENDS = frozenset(("and", "but", "or"))
_IS = frozenset(("is", "are", "was", "were"))
_THERE = frozenset(("present", "noted", "seen", "positive", "(+)", "+"))
_GOES_ON = frozenset(
    ("continues", "persists", "since", "remains", "persisting", "continuing", "ongoing")
)
_PLUS = frozenset(("+", "(+)", "(++)", "(+++)"))
_COUNTS = frozenset(
    ("a", "one", "two", "three", "four", "five", "six", "seven", "several", "many", "some", "about")
)
_ANSWERS = frozenset(
    ("yes", "no", "y", "n", "none", "nil", "present", "absent", "positive", "negative")
)
_MINUS = frozenset(("-", "(-)", "–", "−"))
_ANEW = Rule(
    name="end_negation",
    effect=Effect.END,
    assertions=(Assertion.NEGATED,),
    reach=0,
    is_chinese=False,
    over_commas=True,
    nearest=False,
    closing=False,
    opening=False,
)


_YEAR = re.compile(r"(?:19|20)\d\d")
_BETWEEN = 3
"""Most words between a sign and what it is of."""
_SIGNED = replace(
    _ANEW,
    name="negation_before",
    effect=Effect.BEFORE,
    reach=_BETWEEN,
    nearest=True,
    over_commas=False,
)


class Token(NamedTuple):
    """A word, a number, a mark, or a mention as a whole; offsets are those of the plain text."""

    text: str
    start: int
    end: int
    mention: int = -1
    """Number of the mention; -1 for all other tokens."""


class Hit(NamedTuple):
    """A phrase in a sentence, from token `start` up to `end`."""

    rule: Rule
    start: int
    end: int
    ends: Assertion | None = None


def phrases_in(tokens: Sequence[Token]) -> list[Hit]:
    """The phrases of a sentence; what ends a reach is none inside a longer phrase.

    Of ends only those of what some trigger here may start: most sentences start nothing.
    """
    known = trees()
    names = [keys(token.text) for token in tokens]
    triggers = list(_phrases(tokens, names, known.triggers))
    if _is_signed(tokens):
        triggers = [hit for hit in triggers if not _is_sign(tokens, hit)]
        triggers += [
            Hit(_SIGNED, place, place + 1)
            for place, token in enumerate(tokens)
            if token.text in _MINUS and _leads(tokens, place + 1)
        ]
    taken = {place: hit for hit in triggers for place in range(hit.start, hit.end)}
    started = {assertion for hit in triggers for assertion in hit.rule.assertions}
    hits = [*triggers, *(_anew(tokens) if Assertion.NEGATED in started else ())]
    for assertion, root in known.ends.items():
        if assertion not in started:
            continue
        for hit in _phrases(tokens, names, root):
            over = taken.get(hit.start)
            length = hit.end - hit.start
            if over is None or hit.end > over.end or over.end - over.start <= length:
                hits.append(Hit(hit.rule, hit.start, hit.end, assertion))
    return hits


def _is_signed(tokens: Sequence[Token]) -> bool:
    """Whether signs stand before what they are of: "+ cough, - fever", "(+) cough (-) fever"."""
    signs = [place for place, token in enumerate(tokens) if token.text in _PLUS | _MINUS]
    if len(signs) < 2 or signs[-1] == len(tokens) - 1 or not _leads(tokens, signs[0] + 1):
        return False
    return signs[0] == 0 or (
        signs[0] > 1 and tokens[signs[0] - 1].text == ":" and tokens[signs[0] - 2].mention < 0
    )


def _leads(tokens: Sequence[Token], place: int, most: int = _BETWEEN) -> bool:
    """Whether soon after a sign comes what it is of, before any other sign."""
    for token in tokens[place : place + most + 1]:
        if token.mention >= 0:
            return True
        if token.text in _PLUS | _MINUS | {",", ";"}:
            return False
    return False


def _is_sign(tokens: Sequence[Token], hit: Hit) -> bool:
    return all(token.text in _PLUS | _MINUS | {",", ";"} for token in tokens[hit.start : hit.end])


def _anew(tokens: Sequence[Token]) -> Iterator[Hit]:
    """Where a mention that is said to be there begins anew: "no fever with cough present"."""
    for place in range(1, len(tokens) - 1):
        before = tokens[place - 1].text.lower()
        if tokens[place].mention < 0 or before not in ("with", ";", ","):
            continue
        if _goes_on(tokens, place + 1, is_comma=before == ","):
            yield Hit(_ANEW, place - 1, place, Assertion.NEGATED)
        if before == ",":
            continue
        after = [token.text.lower() for token in tokens[place + 1 : place + 3]]
        if after[0] in _THERE or (after[0] in _IS and after[1:] and after[1] in _THERE):
            yield Hit(_ANEW, place - 1, place, Assertion.NEGATED)


def _goes_on(tokens: Sequence[Token], place: int, *, is_comma: bool) -> bool:
    """Whether it is said of the mention before that it goes on, or how long.

    Behind a comma a length says nothing: "denies chest pain, dyspnea for two days".
    """
    word = tokens[place].text.lower()
    if word == "since" and is_comma:
        return _closes(tokens, place + 1)
    return word in _GOES_ON or (not is_comma and _lasts(tokens, place))


def _lasts(tokens: Sequence[Token], place: int) -> bool:
    """Whether here stands how long something lasts: "for two days", "x 3/7"."""
    if place + 1 >= len(tokens) or tokens[place].text.lower() not in ("for", "x"):
        return False
    after = tokens[place + 1].text.lower()
    return after[0].isdecimal() or after in _COUNTS


def _phrases(
    tokens: Sequence[Token], names: Sequence[tuple[str, ...]], root: Node
) -> Iterator[Hit]:
    """Phrases from the left, the longest first, none within another."""
    free = 0
    following = root.following
    for place, first in enumerate(names):
        if place < free or following.keys().isdisjoint(first):
            continue
        end, rules = _longest(tokens, names, place, root)
        for rule in rules:
            yield Hit(rule, place, end)
        free = end


def _counts(tokens: Sequence[Token], rule: Rule, start: int, end: int) -> bool:
    """Whether a phrase stands where its kind counts."""
    if rule.opening and start and tokens[start - 1].mention >= 0:
        return False
    return not rule.closing or _closes(tokens, end)


def _longest(
    tokens: Sequence[Token], names: Sequence[tuple[str, ...]], place: int, root: Node
) -> tuple[int, list[Rule]]:
    nodes = [root]
    best: tuple[int, list[Rule]] = (place, [])
    for end in range(place, min(place + _LONGEST_PHRASE, len(tokens))):
        following: list[Node] = []
        for node in nodes:
            for name in names[end]:
                following += node.following.get(name, ())
        if not following:
            break
        nodes = following
        rules = [
            rule
            for node in nodes
            if node.rules
            for rule in node.rules
            if _counts(tokens, rule, place, end + 1)
        ]
        if rules:
            best = (end + 1, rules)
    return best


def _closes(tokens: Sequence[Token], end: int) -> bool:
    """Whether a clause ends here, or the next item of a form begins: "fever: no cough: yes"."""
    end = _past_date(tokens, end)
    if end >= len(tokens) or tokens[end].text in _CLAUSE_ENDS:
        return True
    if tokens[end].text.lower() in _LIST_ENDS:
        return True
    after = tokens[end + 1 : end + 4]
    if tokens[end].mention >= 0 and after and after[0].text in ("-", "–"):
        return len(after) > 1 and after[1].text.lower() in _ANSWERS
    return any(token.text in (":", "：") for token in after) and any(
        token.mention >= 0 for token in (tokens[end], *after)
    )


def _past_date(tokens: Sequence[Token], place: int) -> int:
    """Where the words on when an answer was given end: "HIV: negative in 2022", "neg (2021)"."""
    ahead = [token.text.lower() for token in tokens[place : place + 4]]
    if ahead and ahead[0] in ("in", "on", "since", "("):
        ahead, after = ahead[1:], place + 1
    else:
        after = place
    if not ahead or not _YEAR.fullmatch(ahead[0]):
        return place
    return after + 1
