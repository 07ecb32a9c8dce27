"""Reading blind: a clinician's own first impression, locked before the program's is shown.

What may never be hidden is not hidden here: danger signs, what must be done, critical results,
films without a score, and findings that can't wait (SAFETY 2, 13, 19).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from meddx_desktop.core.assessment.knowledge import knowledge
from meddx_desktop.core.domain.assessment_record import (
    LONGEST_WORDS,
    MOST_CONDITIONS,
    FirstAnswer,
    FirstFinding,
    FirstImpression,
)
from meddx_desktop.core.domain.case import Case
from meddx_desktop.core.domain.finding import Call, Finding, Screening
from meddx_desktop.core.domain.people import Action, may, same_name
from meddx_desktop.core.errors import InvalidEntry
from meddx_desktop.core.operations import assessment, cases, labs_desk
from meddx_desktop.core.operations.access import Desk
from meddx_desktop.core.operations.application import Application
from meddx_desktop.core.store.assessment_rows import all_impressions, naming, readers
from meddx_desktop.core.validation.agreement import Agreement, cohen_kappa

__all__ = [
    "Agreement",
    "Asked",
    "agreement",
    "agreement_of",
    "asked",
    "is_blind",
    "is_hidden",
    "lock",
    "own",
    "unread",
    "waive",
]

SETTING = "first_reading"
CANNOT_WAIT = frozenset({"pneumothorax"})
"""Findings that are shown at once when a model reports them, whoever reads blind."""
CONDITION = ""
"""Stands in `agreement` for the condition that was thought of first."""
_NAMED = 3

Place = tuple[str, int, str]
"""Film, frame and finding."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A finding that is asked about before the model's answer is shown."""

    sop_instance_uid: str
    frame: int
    finding: str
    call: Call
    model: str

    @property
    def place(self) -> Place:
        """Film, frame and finding."""
        return self.sop_instance_uid, self.frame, self.finding


def own(case: Case, user: str) -> FirstImpression | None:
    """What this reader locked or waived in this case."""
    found = (one for one in reversed(case.first_impressions) if same_name(one.by, user))
    return next(found, None)


def is_blind(app: Application, case: Case) -> bool:
    """Whether what the program says of this case waits for the reading of who is signed in.

    Only who may decide is asked to read first; others need the results to refer a patient. A
    signed case is open to all.
    """
    role = app.access.role
    if app.settings[SETTING] != "on" or case.is_signed or role is None:
        return False
    return may(role, Action.DECIDE) and own(case, app.access.user) is None


def is_hidden(finding: Finding) -> bool:
    """Whether a finding waits for the reader's own answer."""
    return not (finding.name in CANNOT_WAIT and finding.call is Call.POSITIVE)


def unread(app: Application, case_ids: Sequence[str]) -> frozenset[str]:
    """Of these cases those whose results wait for the reading of who is signed in, for lists.

    A finding that can't wait takes its case out: a list must not be quiet about it.
    """
    role = app.access.role
    if app.settings[SETTING] != "on" or role is None or not may(role, Action.DECIDE):
        return frozenset()
    with app.access.using(Action.OPEN_CASE) as desk:
        database, user = desk.store.database, desk.user
        done = {one for one, by in readers(database, case_ids) if same_name(by, user)}
        urgent = (desk.store.cases.load(one) for one in naming(database, case_ids, CANNOT_WAIT))
        loud = {case.case_id for case in urgent if case and _cannot_wait(case)}
    return frozenset(case_ids) - done - loud


def _cannot_wait(case: Case) -> bool:
    return any(
        not is_hidden(finding)
        for film in case.films
        for said in film.screenings or ()
        for finding in said.findings
        if not said.on_trial
    )


def asked(case: Case) -> tuple[Asked, ...]:
    """Every finding in trusted use whose answer is hidden, once for each film and frame."""
    found: dict[Place, Asked] = {}
    for film in case.films:
        for said in film.screenings or ():
            for one in _asked(said):
                found.setdefault(one.place, one)
    return tuple(found.values())


def _asked(said: Screening) -> Iterable[Asked]:
    if said.on_trial or said.model is None or not said.gate.accepted:
        return
    model = f"{said.model.name} {said.model.version}"
    for one in said.findings:
        if is_hidden(one):
            uid = said.instance.sop_instance_uid
            yield Asked(uid, said.frame, one.name, one.call, model)


def lock(
    app: Application,
    case_id: str,
    *,
    conditions: Sequence[str] = (),
    words: str = "",
    answers: dict[Place, FirstAnswer] | None = None,
) -> Case:
    """Keep the own first impression; it is never changed again.

    Parameters
    ----------
    conditions
        Keys, the likeliest first.
    answers
        By film, frame and finding; what is not answered was not looked for.

    Raises
    ------
    InvalidEntry
        ``first_reading_empty``; ``first_reading_long``; ``first_reading_many``;
        ``first_reading_locked``; ``condition_unknown``; ``case_gone``.
    NotPermitted
        Not by this role; as `filing.refuse_signed`.
    """
    given = {**(answers or {})}
    _require(conditions, words, given)
    with app.access.using(Action.DECIDE) as desk:
        case = cases.for_edit(desk, case_id)
        machine = _machine(app, desk, case)
        findings = tuple(
            FirstFinding(*one.place, given[one.place], one.call.value, one.model)
            for one in asked(case)
            if one.place in given
        )
        impression = FirstImpression(
            conditions=tuple(conditions), words=words.strip(), findings=findings, machine=machine
        )
        return _keep(desk, case_id, impression)


def waive(app: Application, case_id: str) -> Case:
    """Open the results without a reading of one's own; it counts in no figure.

    Raises
    ------
    InvalidEntry
        ``first_reading_locked``; ``case_gone``.
    NotPermitted
        As `lock`.
    """
    with app.access.using(Action.DECIDE) as desk:
        return _keep(desk, case_id, FirstImpression(waived=True))


def _require(conditions: Sequence[str], words: str, given: dict[Place, FirstAnswer]) -> None:
    if not conditions and not words.strip() and not given:
        raise InvalidEntry("first_reading_empty")
    if len(words) > LONGEST_WORDS:
        raise InvalidEntry("first_reading_long", limit=LONGEST_WORDS)
    if len(conditions) > MOST_CONDITIONS:
        raise InvalidEntry("first_reading_many", limit=MOST_CONDITIONS)
    if conditions and set(conditions) - set(knowledge()):
        raise InvalidEntry("condition_unknown")


def _machine(app: Application, desk: Desk, case: Case) -> tuple[str, ...]:
    """The conditions that the program names now, to be held against what was thought of first."""
    found = assessment.facts_of(app, case, labs_desk.read(app, desk, case))
    said = assessment.assess_case(app, found, assessment.site_setting(desk))
    return tuple(one.key for one in said.conditions[:_NAMED])


def _keep(desk: Desk, case_id: str, impression: FirstImpression) -> Case:
    with desk.changing():
        case = cases.for_edit(desk, case_id)
        if own(case, desk.user) is not None:
            raise InvalidEntry("first_reading_locked")
        kept = replace(impression, by=desk.user, at=datetime.now(UTC))
        case = replace(case, first_impressions=(*case.first_impressions, kept))
        desk.store.cases.save(case)
        action = "first_reading_waived" if impression.waived else "first_reading_locked"
        desk.tell(action, case_id)
    return case


def agreement(app: Application) -> dict[str, Agreement]:
    """Reader against program over all cases read blind here: by finding, and `CONDITION`.

    Raises
    ------
    NotPermitted, StoreRefused
        Not by this role; nobody is in.
    """
    with app.access.using(Action.SET_ASSESSMENT) as desk:
        return agreement_of([one for _, one in all_impressions(desk.store.database)])


def agreement_of(impressions: Iterable[FirstImpression]) -> dict[str, Agreement]:
    """As `agreement`, of these readings; what was waived does not count."""
    pairs: dict[str, list[tuple[str, str]]] = {}
    for one in impressions:
        if one.waived:
            continue
        if one.conditions:
            machine = one.machine[0] if one.machine else ""
            pairs.setdefault(CONDITION, []).append((one.conditions[0], machine))
        for part in one.findings:
            if part.machine:
                pairs.setdefault(part.finding, []).append((part.answer.value, part.machine))
    return {name: cohen_kappa(said) for name, said in sorted(pairs.items())}
