"""The trigger words of the ConText algorithm, read from `resources/terms/assertion_*.toml`.

Words of both languages go into one tree of tokens: an English word, a Chinese character, a number
or a mark. Where several phrases begin at a place, the longest counts.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache, lru_cache
from typing import Any

from meddx_desktop.core.domain.note import Assertion
from meddx_desktop.core.paths import RESOURCES

FILES = (
    RESOURCES / "terms" / "assertion_en.toml",
    RESOURCES / "terms" / "assertion_zh.toml",
)
NUMBER, YEAR, TERM = "#number", "#year", "#term"
"""Stand for any number, a year, and a mention; a phrase may use the first two."""
TOKEN = re.compile(
    r"[A-Za-z\u00c0-\u024f]+(?:'[A-Za-z]+)?|\d+(?:\.\d+)?|[\u3400-\u9fff\uf900-\ufaff]"
    r"|\([-+–±]{1,3}\)|[^\s]",
)
"""Numbers with their decimals, `(-)` and `(+)` are one token; white space is none."""
_BRACES = re.compile(r"\{([^{}]*)\}")
_YEAR = re.compile(r"(?:19|20)\d\d")


class Effect(StrEnum):
    """What a phrase does."""

    BEFORE = "before"
    """Decides mentions that come after it."""
    AFTER = "after"
    """Decides mentions that come before it."""
    END = "end"
    """Ends the reach of earlier (and later) triggers of its assertions."""
    NOTHING = "nothing"
    """Looks like a trigger and is none: "no change", 无明显诱因."""


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """What a group of phrases does, and how far. Each group has one, which is equal to itself."""

    name: str
    effect: Effect
    assertions: tuple[Assertion, ...]
    reach: int
    """Most tokens between the phrase and a mention."""
    is_chinese: bool
    over_commas: bool
    """Whether a comma, in Chinese the full one, is no end of its reach."""
    nearest: bool
    """Only the mention beside it, not a list of them."""
    closing: bool
    """Only where nothing follows in its clause: "fever: none", "PE ruled out."."""
    opening: bool
    """Only where no mention stands just before: "(-) fever", but not "cough (-) fever"."""


@dataclass(slots=True)
class Node:
    """A place between the tokens of phrases; one token may lead to several."""

    following: dict[str, list["Node"]] = field(default_factory=dict)
    rules: list[Rule] = field(default_factory=list)

    def lead(self, token: str, node: "Node") -> None:
        """Let a token lead on to another place."""
        self.following.setdefault(token, []).append(node)


def key(token: str) -> str:
    """The token as phrases have it."""
    return token.lower()


@lru_cache(maxsize=4096)
def keys(token: str) -> tuple[str, ...]:
    """All that a token of a text may stand for in a phrase."""
    if not token[0].isdecimal():
        return (token.lower(),)
    return (token, YEAR, NUMBER) if _YEAR.fullmatch(token) else (token, NUMBER)


@dataclass(frozen=True, slots=True)
class Trees:
    """Triggers and their exceptions in one tree; what ends them in one for each assertion."""

    triggers: Node
    ends: dict[Assertion, Node]


@cache
def trees() -> Trees:
    """The phrases of both languages.

    Raises
    ------
    ValueError
        A file that comes with the program was changed into something that is no list of phrases.
    """
    found = Trees(Node(), {assertion: Node() for assertion in Assertion})
    for path in FILES:
        with path.open("rb") as file:
            content = tomllib.load(file)
        for group in content["group"]:
            rule = _rule(group, is_chinese=content["language"] == "zh")
            is_end = rule.effect is Effect.END
            roots = [found.ends[one] for one in rule.assertions] if is_end else [found.triggers]
            for root in roots:
                for phrase in group["phrases"]:
                    _plant(root, phrase, rule)
    return found


def _plant(root: Node, phrase: str, rule: Rule) -> None:
    """Put a phrase into the tree; what its braces offer shares the rest of the way."""
    ends = [root]
    for choices in _parts(phrase):
        join = Node()
        for tokens in filter(None, choices):
            _way(ends, tokens, join)
        ends = [join, *ends] if not all(choices) else [join]
    if root in ends:
        raise ValueError(phrase)
    for end in ends:
        end.rules.append(rule)


def _way(starts: list[Node], tokens: list[str], end: Node) -> None:
    """Lead from each start through the tokens to the end."""
    for token in reversed(tokens[1:]):
        node = Node()
        node.lead(token, end)
        end = node
    for start in starts:
        start.lead(tokens[0], end)


def _parts(phrase: str) -> Iterator[list[list[str]]]:
    """The phrase in parts, each with its choices: ``no {sign|signs} of`` has three."""
    for number, part in enumerate(_BRACES.split(phrase)):
        if number % 2:
            yield [_tokens(choice) for choice in part.split("|")]
        elif part.strip():
            yield [_tokens(part)]


def _rule(group: dict[str, Any], *, is_chinese: bool) -> Rule:
    return Rule(
        name=group["name"],
        effect=Effect(group["effect"]),
        assertions=tuple(map(Assertion, group.get("assertions", []))),
        reach=group.get("reach", 0),
        is_chinese=is_chinese,
        over_commas=group.get("over_commas", not is_chinese),
        nearest=group.get("nearest", False),
        closing=group.get("closing", False),
        opening=group.get("opening", False),
    )


def _tokens(phrase: str) -> list[str]:
    found = []
    for word in phrase.split():
        if word in (NUMBER, YEAR):
            found.append(word)
        else:
            found += [key(token) for token in TOKEN.findall(word)]
    return found
