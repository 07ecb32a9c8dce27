"""What stands above the ranking: red flags, actions that symptoms raised, disagreements, gaps.

Red flags and actions depend on nothing that a film or a score could lower.
"""

from collections.abc import Iterable, Mapping

from meddx_desktop.core.assessment.condition import FILM_GROUP, Action, Condition
from meddx_desktop.core.assessment.facts import Observed
from meddx_desktop.core.assessment.truth import answer, places_of
from meddx_desktop.core.assessment.weigh import weight
from meddx_desktop.core.domain.assessment import (
    Alert,
    AlertKind,
    RankedCondition,
    Role,
    Standing,
    Truth,
    Weighed,
)
from meddx_desktop.core.notes.red_flag_rules import rule_book

_DOUBTS_FILM, _BACKS_FILM = 0.5, 3.0
"""How much the rest must speak against, or for, before it disagrees with the film."""
_KINDS = tuple(AlertKind)


def red_flags(observed: Observed) -> list[Alert]:
    """Every danger sign of the note, with what to do."""
    found = []
    for flag in observed.red_flags.values():
        rule = rule_book().rule(flag.name)
        found.append(
            Alert(
                AlertKind.RED_FLAG,
                flag.name,
                title=dict(rule.title) if rule else {},
                what_to_do=dict(rule.what_to_do) if rule else {},
                places=places_of(flag),
                source=flag.source,
                possible=flag.possible,
            )
        )
    return found


def actions(conditions: Iterable[Condition], observed: Observed) -> list[Alert]:
    """What must be done because of what was found; doubt raises it as well."""
    return [
        alert
        for condition in conditions
        for action in condition.actions
        if (alert := _action(condition, action, observed))
    ]


def _action(condition: Condition, action: Action, observed: Observed) -> Alert | None:
    answers = [answer(condition.looks[name], condition.looks, observed) for name in action.looks]
    raised = [one for one in answers if one.truth in (Truth.PRESENT, Truth.DOUBTFUL)]
    if not raised:
        return None
    places = {place: None for one in raised for place in one.places}
    return Alert(
        AlertKind.ACTION,
        action.key,
        condition.key,
        action.title,
        action.what_to_do,
        places=tuple(places),
        source=f"{action.source.title}; {action.source.locator}",
        possible=all(one.truth is Truth.DOUBTFUL for one in raised),
    )


def disagreements(ranked: Iterable[RankedCondition]) -> list[Alert]:
    """Where the film says one thing, and note and results another."""
    return [alert for one in ranked if (alert := _disagreement(one))]


def _disagreement(one: RankedCondition) -> Alert | None:
    film = [line for line in one.lines if line.group == FILM_GROUP and not _is_silent(line)]
    rest = [line for line in one.lines if line.group != FILM_GROUP and not _is_silent(line)]
    yes_film = tuple(line for line in film if line.supports)
    no_film = tuple(line for line in film if line.opposes)
    yes_rest = tuple(line for line in rest if line.supports)
    no_rest = tuple(line for line in rest if line.opposes)
    others = weight(rest).value
    if yes_film and no_rest and (others <= _DOUBTS_FILM or not yes_rest):
        return Alert(AlertKind.DISAGREEMENT, "film_yes", one.key, one.title, {}, yes_film, no_rest)
    backed = others >= _BACKS_FILM or any(_settles(line) for line in rest)
    if no_film and not yes_film and yes_rest and backed:
        return Alert(AlertKind.DISAGREEMENT, "film_no", one.key, one.title, {}, yes_rest, no_film)
    return None


def _is_silent(line: Weighed) -> bool:
    """A line that says nothing; a film that may not lower still disagrees."""
    return bool(line.why_not) and line.why_not not in (
        "film_never_lowers",
        "not_weighed",
        "same_group",
    )


def _settles(line: Weighed) -> bool:
    return line.counted and line.role in (Role.DEFINING, Role.PATTERN)


def unscored(observed: Observed) -> list[Alert]:
    """Films of which nothing can be said: hidden must never look negative."""
    if not observed.unscored:
        return []
    return [Alert(AlertKind.UNSCORED_FILM, "unscored_film", places=observed.unscored)]


def in_order(alerts: Iterable[Alert], standings: Mapping[str, Standing]) -> tuple[Alert, ...]:
    """Red flags, then actions, then disagreements; what is sure before what is possible."""
    last = len(Standing)
    order = tuple(Standing)

    def key(one: Alert) -> tuple[int, bool, int, str, str]:
        rank = order.index(standings[one.condition]) if one.condition in standings else last
        return _KINDS.index(one.kind), one.possible, rank, one.condition, one.name

    return tuple(sorted(alerts, key=key))
