"""What clinicians do to a case as a whole: sign, read twice, add words.

Nothing here deletes: signatures and addenda stay in the record, and a signed case comes
back to review only by a clinician's own word.
"""

from dataclasses import dataclass, replace
from datetime import UTC, datetime

from meddx_desktop.core.domain.case import Case, CaseState, FindingDecision, standing
from meddx_desktop.core.domain.finding import Decision
from meddx_desktop.core.domain.people import Action, same_name
from meddx_desktop.core.domain.review import Addendum, Signature
from meddx_desktop.core.errors import InvalidEntry, NotPermitted
from meddx_desktop.core.operations import assessment_first, cases, critical_lines, labs_desk
from meddx_desktop.core.operations.access import Desk
from meddx_desktop.core.operations.application import Application
from meddx_desktop.core.operations.case_steps import kept, loaded, written


@dataclass(frozen=True, slots=True)
class Difference:
    """One finding on which two readers do not say the same; None where one said nothing."""

    place: tuple[str, int, str]
    first: FindingDecision | None
    second: FindingDecision | None


def obstacle(case: Case) -> str:
    """The code of what keeps a case from being signed; empty where nothing does.

    Who signs is not asked here: see `sign` and `finish_second_reading`.
    """
    if any(film.screenings is None for film in case.films):
        return "films_waiting"
    if case.has_open_critical:
        return "critical_open"
    if not case.patient.is_identified:
        return "patient_unidentified"
    return ""


def undecided(case: Case) -> int:
    """How many findings have no clinician's word, for who is about to sign.

    A model on trial asks for none.
    """
    said = (part for film in case.films for part in film.screenings or ())
    places = {
        (part.instance.sop_instance_uid, part.frame, finding.name)
        for part in said
        if part.gate.accepted and not part.on_trial
        for finding in part.findings
    }
    return sum(case.decision_on(*place) is None for place in places)


def differences(case: Case, second: str) -> tuple[Difference, ...]:
    """Where the last words of the first reader and of `second` differ, finding by finding."""
    found = []
    for place in dict.fromkeys(word.place for word in case.decisions):
        words = case.words_on(*place)
        one, other = (
            standing(tuple(word for word in words if same_name(word.by, reader)))
            for reader in (case.first_reader, second)
        )
        if _said(one) != _said(other):
            found.append(Difference(place, one, other))
    return tuple(found)


def _said(word: FindingDecision | None) -> tuple[Decision, str] | None:
    """What counts when two words are compared: a comment beside a plain yes or no does not."""
    if word is None:
        return None
    return word.decision, word.comment.strip() if word.decision is Decision.EDITED else ""


def sign(app: Application, case_id: str, reason: str = "") -> Case:
    """Sign the case; from now on it is read-only.

    Parameters
    ----------
    reason
        What settles two readers who disagree.

    Raises
    ------
    NotPermitted
        ``films_waiting``, ``critical_open``, ``patient_unidentified``, ``case_signed``;
        ``second_reader_awaited``: another clinician was asked to read first.
    InvalidEntry
        ``reason_missing``: two readers disagree and nothing says what settles it.
    """
    critical_lines.look(app, case_id)  # kept, whether or not it can be signed then
    with app.access.using(Action.SIGN_CASE) as desk, desk.changing():
        case = _ready(app, desk, case_id)
        if case.state is CaseState.AWAITING_SECOND_READER:
            raise NotPermitted("second_reader_awaited")
        if case.state is CaseState.READERS_DISAGREE and not reason.strip():
            raise InvalidEntry("reason_missing")
        return _signed(app, desk, case, reason.strip())


def ask_second_reader(app: Application, case_id: str) -> Case:
    """Let another clinician read the case before it is signed.

    Raises
    ------
    NotPermitted
        As `sign`; ``second_reader_awaited`` where somebody asked already.
    """
    critical_lines.look(app, case_id)
    with app.access.using(Action.SIGN_CASE) as desk, desk.changing():
        case = _ready(app, desk, case_id)
        if case.first_reader:
            raise NotPermitted("second_reader_awaited")
        changed = replace(case, state=CaseState.AWAITING_SECOND_READER, first_reader=desk.user)
        return kept(desk, changed, "second_reader_asked")


def take_back_second_reader(app: Application, case_id: str) -> Case:
    """Who asked for a second reader does without one after all.

    Raises
    ------
    NotPermitted
        ``second_reader_unasked``; ``second_reader_asker``: somebody else asked.
    """
    with app.access.using(Action.SIGN_CASE) as desk, desk.changing():
        case = cases.for_edit(desk, case_id)
        if case.state is not CaseState.AWAITING_SECOND_READER:
            raise NotPermitted("second_reader_unasked")
        if not same_name(desk.user, case.first_reader):
            raise NotPermitted("second_reader_asker")
        return kept(desk, _open_again(case), "second_reader_taken_back")


def finish_second_reading(app: Application, case_id: str) -> Case:
    """End the second reading: signed where both readers agree, told apart where they do not.

    Raises
    ------
    NotPermitted
        As `sign`; ``second_reader_same``: a reader never counts twice;
        ``second_reader_unasked``.
    """
    critical_lines.look(app, case_id)
    with app.access.using(Action.SIGN_CASE) as desk, desk.changing():
        case = _ready(app, desk, case_id)
        if case.state is not CaseState.AWAITING_SECOND_READER:
            raise NotPermitted("second_reader_unasked")
        if same_name(desk.user, case.first_reader):
            raise NotPermitted("second_reader_same")
        found = differences(case, desk.user)
        if not found:
            return _signed(app, desk, case, "")
        desk.tell("readers_disagree", case_id, count=len(found))
        changed = replace(case, state=CaseState.READERS_DISAGREE)
        desk.store.cases.save(changed)
    return changed


def reopen(app: Application, case_id: str, reason: str) -> Case:
    """Take a signed case back to review; the signature stays in the record, with the reason.

    Raises
    ------
    InvalidEntry
        ``reopen_reason_missing``, ``case_gone``, ``case_unsigned``.
    """
    words = written(reason, "reopen_reason_missing")
    with app.access.using(Action.REOPEN_CASE) as desk, desk.changing():
        case = loaded(desk, case_id)
        if not case.is_signed:
            raise InvalidEntry("case_unsigned")
        said = Addendum(words, desk.user, datetime.now(UTC))
        opened = replace(_open_again(case), addenda=(*case.addenda, said))
        return kept(desk, opened, "case_reopened")


def add_addendum(app: Application, case_id: str, text: str) -> Case:
    """Add words to a signed case, which itself stays as it was signed.

    Raises
    ------
    InvalidEntry
        ``addendum_empty``, ``case_gone``, ``case_unsigned``: an open case takes words itself.
    """
    words = written(text, "addendum_empty")
    with app.access.using(Action.SIGN_CASE) as desk, desk.changing():
        case = loaded(desk, case_id)
        if not case.is_signed:
            raise InvalidEntry("case_unsigned")
        added = Addendum(words, desk.user, datetime.now(UTC))
        desk.store.drafts.settle(case_id, "addendum")
        return kept(desk, replace(case, addenda=(*case.addenda, added)), "addendum_added")


def _ready(app: Application, desk: Desk, case_id: str) -> Case:
    """The case, if nothing about it keeps it from being signed."""
    case = cases.for_edit(desk, case_id)
    code = obstacle(case)
    if not code and assessment_first.is_blind(app, case):
        code = "first_reading_due"  # nobody signs what they were never shown
    if code:
        raise NotPermitted(code)
    return case


def _signed(app: Application, desk: Desk, case: Case, reason: str) -> Case:
    # Told first, so that the head on paper covers the signature itself.
    desk.tell("case_signed", case.case_id, count=undecided(case))
    signature = Signature(desk.user, datetime.now(UTC), str(desk.head() or ""), reason)
    changed = replace(
        case,
        state=CaseState.SIGNED,
        signatures=(*case.signatures, signature),
        first_reader="",
        lab_shown=labs_desk.shown(app, desk, case),
    )
    desk.store.cases.save(changed)
    return changed


def _open_again(case: Case) -> Case:
    return replace(case, state=CaseState.TO_REVIEW, first_reader="")
