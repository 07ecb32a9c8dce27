"""The phrases of one sentence: which triggers stand in it, and what ends their reach."""

from collections.abc import Iterator, Sequence
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
    """All phrases of a sentence; what ends a reach is none inside a longer phrase."""
    known = trees()
    names = [keys(token.text) for token in tokens]
    triggers = list(_phrases(tokens, names, known.triggers))
    taken = {place: hit for hit in triggers for place in range(hit.start, hit.end)}
    hits = [*triggers, *_anew(tokens)]
    for assertion, root in known.ends.items():
        for hit in _phrases(tokens, names, root):
            over = taken.get(hit.start)
            length = hit.end - hit.start
            if over is None or hit.end > over.end or over.end - over.start <= length:
                hits.append(Hit(hit.rule, hit.start, hit.end, assertion))
    return hits


def _anew(tokens: Sequence[Token]) -> Iterator[Hit]:
    """Where a mention that is said to be there begins anew: "no fever with cough present"."""
    for place in range(1, len(tokens) - 1):
        if tokens[place].mention < 0 or tokens[place - 1].text.lower() not in ("with", ";"):
            continue
        after = [token.text.lower() for token in tokens[place + 1 : place + 3]]
        if after[0] in _THERE or (after[0] in _IS and after[1:] and after[1] in _THERE):
            yield Hit(_ANEW, place - 1, place, Assertion.NEGATED)


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
    if end >= len(tokens) or tokens[end].text in _CLAUSE_ENDS:
        return True
    if tokens[end].text.lower() in _LIST_ENDS:
        return True
    after = tokens[end + 1 : end + 4]
    return any(token.text in (":", "：") for token in after) and any(
        token.mention >= 0 for token in (tokens[end], *after)
    )
