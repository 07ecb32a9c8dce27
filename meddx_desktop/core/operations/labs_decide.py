"""What a user says of one imported result: which analyte was meant, in which unit, or not used."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

from meddx_desktop.core.domain.case import Case
from meddx_desktop.core.domain.lab_record import TYPED, LabDecision
from meddx_desktop.core.domain.laboratory import SentResult
from meddx_desktop.core.domain.people import Action
from meddx_desktop.core.errors import InvalidEntry
from meddx_desktop.core.labs.analytes import Analyte, analytes
from meddx_desktop.core.labs.recognise import recognise
from meddx_desktop.core.labs.unit_text import kinds, readings
from meddx_desktop.core.operations import cases, critical_lines
from meddx_desktop.core.operations.application import Application
from meddx_desktop.core.operations.labs_typed import typed_results

_LONGEST = 500
Change = Callable[[SentResult, LabDecision], LabDecision]


def candidates(sent: SentResult) -> tuple[Analyte, ...]:
    """What a result may be, the likeliest first; empty where nothing in the table is near."""
    found = recognise(sent)
    return (found.analyte,) if found.analyte else found.candidates


def known_analytes() -> tuple[Analyte, ...]:
    """Everything that can be chosen."""
    return tuple(analytes().values())


def units_of(analyte: str) -> tuple[str, ...]:
    """UCUM units that an analyte may come in, the shown one first.

    Raises
    ------
    InvalidEntry
        ``labs_analyte_unknown``.
    """
    one = _analyte(analyte)
    return (one.unit, *(unit for unit in kinds() if unit != one.unit and one.takes(unit)))


def choose_analyte(app: Application, case_id: str, import_id: str, number: int, name: str) -> Case:
    """Say which analyte a result is of.

    Raises
    ------
    InvalidEntry
        ``labs_analyte_unknown``, ``labs_result_gone``, ``case_gone``.
    NotPermitted
        Not by this role; as `filing.refuse_signed`.
    """
    one = _analyte(name)
    if import_id == TYPED:
        return _name_typed(app, case_id, number, one)

    def change(_sent: SentResult, said: LabDecision) -> LabDecision:
        fits = not said.unit or one.takes(said.unit)
        return replace(said, analyte=one.id, unit=said.unit if fits else "")

    return _decide(app, case_id, (import_id, number), change, "analyte")


def _name_typed(app: Application, case_id: str, number: int, one: Analyte) -> Case:
    """A typed line is written again under a name that means this test alone: it can be seen."""
    with app.access.using(Action.EDIT_CASE) as desk, desk.changing():
        case = cases.for_edit(desk, case_id)
        sent, _ = typed_results(case.labs)
        if number not in sent:
            raise InvalidEntry("labs_result_gone")
        names = (one.english, *one.names, one.chinese)
        clear = (name for name in names if _means(replace(sent[number], names=(name,)), one))
        row = replace(case.labs[number], name=next(clear, one.english))
        case = replace(case, labs=(*case.labs[:number], row, *case.labs[number + 1 :]))
        case = critical_lines.with_due(app, desk, case)
        desk.store.cases.save(case)
        desk.store.drafts.settle(case_id, "labs")
        desk.tell("labs_decided", case_id, field="analyte")
    return case


def _means(sent: SentResult, one: Analyte) -> bool:
    return recognise(sent).analyte is one


def state_unit(app: Application, case_id: str, import_id: str, number: int, unit: str) -> Case:
    """Say in which unit the number was sent, as it stands on paper.

    Raises
    ------
    InvalidEntry
        ``labs_unit_unknown``: no unit that the program knows; ``labs_unit_does_not_fit``: not one
        that the analyte is measured in; ``labs_result_gone``, ``case_gone``.
    NotPermitted
        Not by this role; as `filing.refuse_signed`.
    """
    found = (unit,) if unit in kinds() else readings(unit)
    if not found:
        raise InvalidEntry("labs_unit_unknown", unit=unit[:40])

    def change(sent: SentResult, said: LabDecision) -> LabDecision:
        named = analytes().get(said.analyte)
        near = (named,) if named else candidates(sent)
        fitting = [each for each in found if any(one.takes(each) for one in near)]
        if near and not fitting:
            raise InvalidEntry("labs_unit_does_not_fit", unit=unit[:40])
        return replace(said, unit=(fitting or list(found))[0])

    return _decide(app, case_id, (import_id, number), change, "unit")


def exclude(app: Application, case_id: str, import_id: str, number: int, why: str) -> Case:
    """Say that a result is not to be used, and why. It stays in sight, struck out.

    Raises
    ------
    InvalidEntry
        ``labs_reason_missing``, ``labs_result_gone``, ``case_gone``.
    NotPermitted
        Not by this role; as `filing.refuse_signed`.
    """
    words = " ".join(why.split())[:_LONGEST]
    if not words:
        raise InvalidEntry("labs_reason_missing")

    def change(_sent: SentResult, said: LabDecision) -> LabDecision:
        return replace(said, excluded=words)

    return _decide(app, case_id, (import_id, number), change, "excluded", action=Action.DECIDE)


def undo(app: Application, case_id: str, import_id: str, number: int) -> Case:
    """Take the last word on a result back: what was said before it holds again.

    Raises
    ------
    InvalidEntry
        ``labs_nothing_said``, ``labs_result_gone``, ``case_gone``.
    NotPermitted
        Not by this role: who may not exclude may not take that back; as `filing.refuse_signed`.
    """
    with app.access.using(Action.EDIT_CASE) as desk, desk.changing():
        case = cases.for_edit(desk, case_id)
        _result(case, import_id, number)
        said = [
            one for one in case.lab_decisions if (one.import_id, one.number) == (import_id, number)
        ]
        if not said:
            raise InvalidEntry("labs_nothing_said")
        before = said[-2] if len(said) > 1 else LabDecision(import_id, number)
        if before.excluded != said[-1].excluded:
            desk.session.require(Action.DECIDE)
        back = replace(before, by=desk.user, at=datetime.now(UTC))
        case = replace(case, lab_decisions=(*case.lab_decisions, back))
        case = critical_lines.with_due(app, desk, case)
        desk.store.cases.save(case)
        desk.tell("labs_decision_undone", case_id)
    return case


def _decide(
    app: Application,
    case_id: str,
    place: tuple[str, int],
    change: Change,
    field: str,
    *,
    action: Action = Action.EDIT_CASE,
) -> Case:
    with app.access.using(action) as desk, desk.changing():
        case = cases.for_edit(desk, case_id)
        sent = _result(case, *place)
        before = case.lab_decision(*place) or LabDecision(*place)
        said = replace(change(sent, before), by=desk.user, at=datetime.now(UTC))
        case = replace(case, lab_decisions=(*case.lab_decisions, said))
        case = critical_lines.with_due(app, desk, case)
        desk.store.cases.save(case)
        desk.tell("labs_decided", case_id, field=field)
    return case


def _result(case: Case, import_id: str, number: int) -> SentResult:
    for one in case.lab_imports:
        if one.import_id == import_id and not one.is_withdrawn and 0 <= number < len(one.results):
            return one.results[number]
    raise InvalidEntry("labs_result_gone")


def _analyte(name: str) -> Analyte:
    found = analytes().get(name)
    if found is None:
        raise InvalidEntry("labs_analyte_unknown", name=name[:60])
    return found
