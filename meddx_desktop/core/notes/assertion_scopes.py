"""One sentence under the ConText algorithm: which trigger reaches which mention.

The tokens are walked once forward, for triggers that stand before mentions, and once backward, for
those that stand after; each walk keeps the triggers that still reach. The work grows with the
length of the sentence and nothing else.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum, auto

from meddx_desktop.core.domain.note import Assertion
from meddx_desktop.core.notes.assertion_phrases import Hit, Token, phrases_in
from meddx_desktop.core.notes.assertion_rules import Effect

MOST_ACTIVE = 4
"""Triggers of one assertion that are remembered at a time; more say nothing new."""
_JOINTS = frozenset(
    [
        ",",
        "、",
        "and",
        "or",
        "nor",
        "/",
        "&",
        "a",
        "an",
        "any",
        "the",
        "和",
        "及",
        "或",
        "与",
        "并",
        "以",
    ]
)
_LIST_WORDS = frozenset("史病既往性疾慢接触有的类传染急明显家族药物食物遗")
"""Characters that stand in lists of what is denied, beside the mentions themselves."""
_LONGEST_LIST = 40
_OPENING, _CLOSING = frozenset("(（"), frozenset(")）")
_BARE = frozenset(["no", "not", "without", "never", "nothing", "none", "nil"])
_CHOICES = frozenset(["or", "/", "或", "、"])


@dataclass(slots=True)
class Found:
    """Triggers that reach one mention, with the tokens between."""

    of: dict[Assertion, tuple[Hit, int]] = field(default_factory=dict)

    def add(self, assertion: Assertion, hit: Hit, distance: int) -> None:
        """Keep the nearest trigger of each assertion."""
        known = self.of.get(assertion)
        if known is None or distance < known[1]:
            self.of[assertion] = (hit, distance)


def scopes(tokens: Sequence[Token]) -> dict[int, Found]:
    """Say for each mention in a sentence which triggers reach it."""
    hits = phrases_in(tokens)
    found: dict[int, Found] = {token.mention: Found() for token in tokens if token.mention >= 0}
    effects = {hit.rule.effect for hit in hits if hit.ends is None}
    if found and Effect.BEFORE in effects:
        _walk(tokens, hits, found, is_backward=False)
    if found and Effect.AFTER in effects:
        _walk(tokens, hits, found, is_backward=True)
    return found


@dataclass(slots=True)
class _Active:
    """The triggers that still reach, by assertion."""

    is_backward: bool
    of: dict[Assertion, list[Hit]] = field(default_factory=dict)
    chained: set[Hit] = field(default_factory=set)

    def start(self, hit: Hit) -> None:
        for assertion in hit.rule.assertions:
            kept = self.of.setdefault(assertion, [])
            kept.append(hit)
            del kept[:-MOST_ACTIVE]

    def end(self, assertion: Assertion) -> None:
        self.of.pop(assertion, None)

    def comma(self, listed: "_Listed") -> None:
        """Pass a full comma: what reaches over it is what the rule and the words behind allow."""
        for assertion, kept in self.of.items():
            is_strict = assertion is Assertion.NEGATED
            kept[:] = [
                hit
                for hit in kept
                if listed is _Listed.CLOSED
                or (
                    hit.rule.over_commas
                    and not (is_strict and hit.rule.is_chinese and listed is _Listed.NOT)
                )
            ]

    def clause(self, tokens: Sequence[Token]) -> None:
        """Pass a semicolon before a clause of its own: a bare "no" ends, "denies" goes on."""
        kept = self.of.get(Assertion.NEGATED, [])
        kept[:] = [
            hit
            for hit in kept
            if _BARE.isdisjoint(token.text.lower() for token in tokens[hit.start : hit.end])
        ]

    def close(self, opened: int) -> None:
        """Leave brackets: who was named in them is not who the rest is about."""
        if self.is_backward or Assertion.FAMILY not in self.of:
            return
        kept = self.of[Assertion.FAMILY]
        kept[:] = [hit for hit in kept if hit.start < opened]

    def met(self) -> None:
        """A mention was reached; those of a list with it still can be."""
        for kept in self.of.values():
            self.chained.update(hit for hit in kept if hit.rule.nearest or self.is_backward)

    def other(self, token: str) -> None:
        """Pass a word; where a list of mentions was reached, only its joints lead on."""
        if not self.chained:
            return
        is_joint = token in _JOINTS
        ended = {
            hit for hit in self.chained if not (token in _CHOICES if hit.rule.nearest else is_joint)
        }
        if ended:
            self.chained -= ended
            for kept in self.of.values():
                kept[:] = [hit for hit in kept if hit not in ended]


def _walk(
    tokens: Sequence[Token], hits: Sequence[Hit], found: dict[int, Found], *, is_backward: bool
) -> None:
    """One pass over the tokens; each trigger starts to reach where the pass comes to it."""
    active = _Active(is_backward)
    effect = Effect.AFTER if is_backward else Effect.BEFORE
    starting: dict[int, list[Hit]] = {}
    for hit in hits:
        starting.setdefault(hit.end - 1 if is_backward else hit.start, []).append(hit)
    places = range(len(tokens))
    opened, is_inside = -1, False
    for place in reversed(places) if is_backward else places:
        token = tokens[place]
        for hit in starting.get(place, ()):
            if hit.ends is not None:
                active.end(hit.ends)
            elif hit.rule.effect is effect:
                active.start(hit)
        if token.mention >= 0:
            _reached(found[token.mention], active, place)
            active.met()
            is_inside = opened >= 0
        else:
            if token.text in _OPENING:
                opened, is_inside = place, False
            elif token.text in _CLOSING and is_inside:
                active.close(opened)
            active.other(token.text.lower())
            _pass_comma(tokens, place, active)


def _pass_comma(tokens: Sequence[Token], place: int, active: _Active) -> None:
    if not _is_comma(tokens, place):
        return
    if active.is_backward:
        active.comma(_Listed.NOT)
        return
    listed = _listed(tokens, place + 1, place + _LONGEST_LIST)
    active.comma(listed)
    if tokens[place].text == ";" and listed is _Listed.NOT:
        active.clause(tokens)


class _Listed(Enum):
    """What stands behind a comma."""

    NOT = auto()
    """Something of its own: 咳嗽3天."""
    BARE = auto()
    """Only mentions, and words that belong to a list of them: 糖尿病，冠心病史."""
    CLOSED = auto()
    """A list that is closed by 等: 头晕，眼花等不适."""


def _listed(tokens: Sequence[Token], start: int, limit: int) -> _Listed:
    """Tell a list that goes on from a clause of its own, up to the next comma that ends it."""
    is_any = False
    for place in range(start, min(limit, len(tokens))):
        token = tokens[place]
        if token.mention >= 0:
            is_any = True
        elif token.text == "等" and is_any:
            return _Listed.CLOSED
        elif token.text in ".。;；":
            break
        elif token.text in ",，":
            # 否认A，B，C等: the next piece may still close it.
            after = _listed(tokens, place + 1, limit) if is_any else _Listed.NOT
            return _Listed.CLOSED if after is _Listed.CLOSED else _Listed.BARE
        elif token.text not in _JOINTS and token.text not in _LIST_WORDS:
            return _Listed.NOT
    return _Listed.BARE if is_any else _Listed.NOT


def _is_comma(tokens: Sequence[Token], place: int) -> bool:
    """Whether here stands a semicolon, a full comma, or a plain one between Chinese words."""
    if tokens[place].text != ",":
        return tokens[place].text in ("，", "；", ";")
    before = tokens[place - 1].text[-1:] if place else ""
    after = tokens[place + 1].text[:1] if place + 1 < len(tokens) else ""
    return "\u3400" <= before <= "\u9fff" or "\u3400" <= after <= "\u9fff"


def _reached(found: Found, active: _Active, place: int) -> None:
    for assertion, kept in active.of.items():
        for hit in kept:
            distance = hit.start - place - 1 if active.is_backward else place - hit.end
            if 0 <= distance <= hit.rule.reach:
                found.add(assertion, hit, distance)
