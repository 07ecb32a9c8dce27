"""What this site says to assessments: where it is, which tests it has, how common things are here.

It lies in the store, and nobody else changes it: the priors of the literature hold until somebody
enters another one, and come back when that is taken back.
"""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, datetime
from typing import Any

from meddx_desktop.core.assessment.knowledge import knowledge
from meddx_desktop.core.domain.assessment import SETTINGS, TESTS, Prior, Setting, Words
from meddx_desktop.core.domain.people import Action
from meddx_desktop.core.errors import InvalidEntry, StoreDamaged
from meddx_desktop.core.operations.access import Desk
from meddx_desktop.core.operations.application import Application

_KEPT = "assessment_site"
LEAST, MOST = 0.0001, 0.95
"""Between these a condition may be common here; beyond nobody would need an assessment."""


@dataclass(frozen=True, slots=True)
class OwnPrior:
    """How common a condition is here, as somebody entered it.

    Attributes
    ----------
    value : float
        Share of the patients that the published prior would be of, 0 to 1.
    by, on : str
        Who entered it, and the day (ISO 8601).
    """

    value: float
    by: str = ""
    on: str = ""


@dataclass(frozen=True, slots=True)
class AssessmentSite:
    """What the site said.

    Attributes
    ----------
    kind : str
        One of `SETTINGS`.
    tests : frozenset[str] | None
        None: nobody said yet, and every test is proposed.
    priors : dict[str, OwnPrior]
        By condition.
    """

    kind: str = SETTINGS[0]
    tests: frozenset[str] | None = None
    priors: dict[str, OwnPrior] = field(default_factory=dict)

    @property
    def setting(self) -> Setting:
        """The same as assessments take it."""
        tests = frozenset(TESTS) if self.tests is None else self.tests
        return Setting(self.kind, tests, {key: one.value for key, one in self.priors.items()})


@dataclass(frozen=True, slots=True)
class Known:
    """A condition for lists: its names, and the priors that the literature gives by setting."""

    key: str
    title: Words
    icd10: str
    priors: tuple[Prior, ...] = ()
    has_population: bool = False
    """Whether a prior can hold at all: the file says of whom."""


def conditions() -> tuple[Known, ...]:
    """All conditions that the program knows, by their English names.

    Raises
    ------
    KnowledgeRejected
        A file is broken.
    """
    found = (
        Known(one.key, one.title, one.icd10, tuple(one.priors), bool(one.population))
        for one in knowledge().values()
    )
    return tuple(sorted(found, key=lambda one: one.title["en"].casefold()))


def site(app: Application) -> AssessmentSite:
    """What was said here.

    Raises
    ------
    StoreDamaged
        ``store_damaged``.
    """
    with app.access.using(Action.OPEN_CASE) as desk:
        return at_desk(desk)


def at_desk(desk: Desk) -> AssessmentSite:
    """As `site`, for operations that are at the desk already."""
    text = desk.store.kept.get(_KEPT)
    if text is None:
        return AssessmentSite()
    try:
        return _read(json.loads(text))
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise StoreDamaged("store_damaged") from error


def _read(kept: dict[str, Any]) -> AssessmentSite:
    tests = kept["tests"]
    return AssessmentSite(
        kind=kept["kind"] if kept["kind"] in SETTINGS else SETTINGS[0],
        # A version of the program may know other tests than the one that wrote this.
        tests=None if tests is None else frozenset(tests) & frozenset(TESTS),
        priors={key: OwnPrior(**one) for key, one in kept["priors"].items()},
    )


def choose_place(app: Application, kind: str) -> None:
    """Say where patients are seen.

    Raises
    ------
    InvalidEntry
        ``place_of_care_unknown``.
    NotPermitted, StoreRefused
        Not by this role; nobody is in.
    """
    if kind not in SETTINGS:
        raise InvalidEntry("place_of_care_unknown")
    with app.access.using(Action.SET_ASSESSMENT) as desk:
        before = at_desk(desk)
        if before.kind != kind:
            told = {"changed": f"{before.kind} -> {kind}"}
            _keep(desk, replace(before, kind=kind), "assessment_place_set", told)


def choose_tests(app: Application, tests: Iterable[str]) -> None:
    """Say which tests can be done here; only these are proposed.

    Raises
    ------
    InvalidEntry
        ``test_unknown``.
    NotPermitted, StoreRefused
        As `choose_place`.
    """
    chosen = frozenset(tests)
    if chosen - frozenset(TESTS):
        raise InvalidEntry("test_unknown")
    with app.access.using(Action.SET_ASSESSMENT) as desk:
        before = at_desk(desk)
        if before.tests != chosen:
            had = "none" if before.tests is None else len(before.tests)
            told = {"changed": f"{had} -> {len(chosen)}"}
            _keep(desk, replace(before, tests=chosen), "assessment_tests_set", told)


def set_prior(app: Application, condition: str, share: float | None) -> None:
    """Enter how common a condition is among such patients here; None takes it back.

    Raises
    ------
    InvalidEntry
        ``condition_unknown``; ``prior_invalid``; ``prior_without_population``: the file does not
        say whom a prior would be of.
    NotPermitted, StoreRefused
        As `choose_place`.
    """
    known = knowledge().get(condition)
    if known is None:
        raise InvalidEntry("condition_unknown")
    if share is not None and not LEAST <= share <= MOST:
        raise InvalidEntry("prior_invalid", low=f"{LEAST * 100:g}", high=f"{MOST * 100:g}")
    if share is not None and not known.population:
        raise InvalidEntry("prior_without_population")
    with app.access.using(Action.SET_ASSESSMENT) as desk:
        before = at_desk(desk)
        had = before.priors.get(condition)
        if (had.value if had else None) == share:
            return
        priors = {key: one for key, one in before.priors.items() if key != condition}
        if share is not None:
            day = datetime.now(UTC).astimezone().date().isoformat()
            priors[condition] = OwnPrior(share, desk.user, day)
        changed = f"{_number(had.value if had else None)} -> {_number(share)}"
        told = {"condition": condition, "changed": changed}
        _keep(desk, replace(before, priors=priors), "assessment_prior_set", told)


def _keep(desk: Desk, said: AssessmentSite, action: str, told: dict[str, str]) -> None:
    content = {
        "kind": said.kind,
        "tests": None if said.tests is None else sorted(said.tests),
        "priors": {key: asdict(one) for key, one in said.priors.items()},
    }
    with desk.changing():
        desk.store.kept.set(_KEPT, json.dumps(content))
        desk.tell(action, **told)


def _number(value: float | None) -> str:
    return "none" if value is None else f"{value:.4f}"
