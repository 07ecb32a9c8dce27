"""Bringing a looked-at source into a case, and taking an import back."""

import secrets
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from meddx_desktop.core.domain.case import Case
from meddx_desktop.core.domain.finding import Reason
from meddx_desktop.core.domain.lab_record import TYPED, LabImport
from meddx_desktop.core.domain.laboratory import SentReport
from meddx_desktop.core.domain.people import Action
from meddx_desktop.core.errors import InvalidEntry
from meddx_desktop.core.jobs import JobContext
from meddx_desktop.core.labs.ages import StatedAge, settle
from meddx_desktop.core.operations import cases, critical_lines, labs_desk
from meddx_desktop.core.operations.access import Desk
from meddx_desktop.core.operations.application import Application
from meddx_desktop.core.operations.labs_line import LabLine
from meddx_desktop.core.operations.labs_lines import Laboratory
from meddx_desktop.core.operations.labs_same import is_equal
from meddx_desktop.core.operations.labs_source import OPEN, Choices, Preview
from meddx_desktop.core.operations.labs_subject import settled_age
from meddx_desktop.core.operations.note_identity import may_be_one_name

_STEPS = 4


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did.

    Attributes
    ----------
    case : Case
        As it is now.
    import_id : str
        Empty where nothing was new.
    added : int
        Results that are new in the case.
    known : int
        Results that stood there already, and were not doubled.
    replaced : int
        Results of earlier imports that these correct, complete or withdraw.
    rejected : int
        Lines that were not understood; they are kept and listed.
    same_file_as : str
        The import that brought this very file before; nothing was done.
    """

    case: Case
    import_id: str = ""
    added: int = 0
    known: int = 0
    replaced: int = 0
    rejected: int = 0
    same_file_as: str = ""


def mismatch(case: Case, report: SentReport) -> tuple[str, ...]:
    """Names of the fields in which a report and the patient of a case contradict each other.

    Silence is no disagreement; an age is held against a birth date on the day of the results.
    """
    ours, theirs = case.patient, report.patient
    stripped = replace(ours, patient_id=ours.patient_id.strip())
    fields = stripped.contradicts(replace(theirs, patient_id=theirs.patient_id.strip()))
    same = may_be_one_name(ours.name, theirs.name)
    found = [field for field in fields if field != "name" or not same]
    if _ages_differ(case, report):
        found.append("age")
    return tuple(found)


def _ages_differ(case: Case, report: SentReport) -> bool:
    ours = settled_age(case)
    times = [one.taken.date() for one in report.results if one.taken]
    if ours.conflict is not None:
        return False
    births = [one for one in (ours.birth_date or report.patient.birth_date,) if one]
    ages = [StatedAge(ours.age, ours.age_on or case.day)] if ours.age else []
    if report.age is not None and times:
        ages.append(StatedAge(report.age, max(times)))
    return settle(births, ages).conflict is not None


def doubts(
    app: Application, case_id: str, preview: Preview, choices: Choices = OPEN
) -> tuple[Reason, ...]:
    """What to ask before a source is brought into a case.

    Returns
    -------
    tuple[Reason, ...]
        ``labs_patient_differs`` (with ``fields``), ``labs_patient_unknown`` (the case names
        nobody), ``labs_patient_unstated`` (the source does not), ``labs_file_known``,
        ``labs_file_elsewhere``.
    """
    with app.access.using(Action.OPEN_CASE) as desk:
        return _doubts(desk, labs_desk.loaded(desk, case_id), preview, choices)


def _doubts(desk: Desk, case: Case, preview: Preview, choices: Choices) -> tuple[Reason, ...]:
    found = []
    report = preview.report(choices)
    if report is not None:
        fields = mismatch(case, report)
        if fields:
            found.append(Reason("labs_patient_differs", {"fields": " ".join(fields)}))
        elif report.patient.is_identified and not case.patient.is_identified:
            found.append(Reason("labs_patient_unknown"))
        elif not report.patient.is_identified:
            found.append(Reason("labs_patient_unstated"))
    if _same_file(case, preview):
        found.append(Reason("labs_file_known"))
    if len(preview.reports) == 1 and desk.store.cases.with_lab_file(
        preview.sha256, beside=case.case_id
    ):
        found.append(Reason("labs_file_elsewhere"))
    return tuple(found)


def import_into(
    app: Application,
    case_id: str,
    preview: Preview,
    choices: Choices = OPEN,
    *,
    context: JobContext | None = None,
) -> Imported:
    """Keep the chosen report of a source in a case: all of it, or nothing.

    Raises
    ------
    InvalidEntry
        ``labs_patient_open``: the source holds several patients and none was chosen;
        ``labs_patient_differs``: it names somebody else, and nobody said that it is the same
        person; ``case_gone``.
    NotPermitted
        Not by this role; as `filing.refuse_signed`.
    """
    job = context or JobContext()
    report = preview.report(choices)
    if report is None:
        raise InvalidEntry("labs_patient_open", count=len(preview.reports))
    with app.access.using(Action.EDIT_CASE) as desk, desk.changing():
        case = cases.for_edit(desk, case_id)
        job.progress(1, _STEPS)
        differs = mismatch(case, report)
        if differs and not choices.despite_difference:
            raise InvalidEntry("labs_patient_differs", fields=" ".join(differs))
        before = _same_file(case, preview)
        if before and not choices.again:
            return Imported(case, same_file_as=before)
        done = _kept(app, desk, case, _import(desk, preview, report), job)
        if done.import_id:
            state = {"state": "patient_differs"} if differs else {}
            if done.replaced:
                state["changed"] = str(done.replaced)
            desk.tell("labs_imported", case_id, kind=preview.kind, count=done.added, **state)
        job.progress(_STEPS, _STEPS)
    return done


def take_back(app: Application, case_id: str, import_id: str) -> Case:
    """Take an import back. What no signature ever saw leaves the case; the rest is marked.

    Raises
    ------
    InvalidEntry
        ``labs_import_gone``, ``case_gone``.
    NotPermitted
        Not by this role; as `filing.refuse_signed`.
    """
    with app.access.using(Action.EDIT_CASE) as desk, desk.changing():
        case = cases.for_edit(desk, case_id)
        came = next((one for one in case.lab_imports if one.import_id == import_id), None)
        if came is None or came.is_withdrawn:
            raise InvalidEntry("labs_import_gone")
        if any(signed.at >= came.at for signed in case.signatures):
            marked = replace(came, withdrawn_by=desk.user, withdrawn_at=datetime.now(UTC))
            kept = tuple(marked if one is came else one for one in case.lab_imports)
            said = case.lab_decisions
        else:
            kept = tuple(one for one in case.lab_imports if one is not came)
            said = tuple(one for one in case.lab_decisions if one.import_id != import_id)
        case = replace(case, lab_imports=kept, lab_decisions=said)
        desk.store.cases.save(case)
        desk.tell("labs_taken_back", case_id, count=len(came.results))
    return case


def _same_file(case: Case, preview: Preview) -> str:
    """The import that brought the same bytes, unless it was taken back."""
    for one in case.lab_imports:
        if one.sha256 == preview.sha256 and not one.is_withdrawn:
            return one.import_id
    return ""


def _import(desk: Desk, preview: Preview, report: SentReport) -> LabImport:
    return LabImport(
        secrets.token_hex(8),
        datetime.now(UTC),
        desk.user,
        preview.kind.value,
        preview.sha256,
        preview.file_name,
        preview.layout,
        report.results,
        report.rejected,
        (*preview.cautions, *report.cautions),
        birth_date=report.patient.birth_date,
        sex=report.patient.sex,
        age=report.age,
    )


def _kept(app: Application, desk: Desk, case: Case, came: LabImport, job: JobContext) -> Imported:
    """The case with what is new of `came`; equal results of earlier imports are not doubled."""
    whole = replace(case, lab_imports=(*case.lab_imports, came))
    found = labs_desk.read(app, desk, whole, also_earlier=False)
    job.progress(2, _STEPS)
    known = _known(found, came.import_id)
    new = tuple(sent for number, sent in enumerate(came.results) if number not in known)
    if not new and (known or not came.rejected):
        return Imported(case, known=len(known))
    kept = replace(case, lab_imports=(*case.lab_imports, replace(came, results=new)))
    after = labs_desk.read(app, desk, kept, also_earlier=False)
    replaced = _replaced(after) - _replaced(labs_desk.read(app, desk, case, also_earlier=False))
    job.progress(3, _STEPS)
    kept = critical_lines.with_due(app, desk, kept)
    desk.store.cases.save(kept)
    return Imported(kept, came.import_id, len(new), len(known), replaced, len(came.rejected))


def _known(found: Laboratory, import_id: str) -> set[int]:
    """Numbers of the results of an import that the case has from an earlier one."""
    here: dict[object, list[LabLine]] = {}
    for line in found.lines:
        if line.source not in (import_id, TYPED):
            here.setdefault(line.observation.sent.taken, []).append(line)
    return {
        line.number
        for line in found.lines
        if line.source == import_id
        and any(is_equal(line, other) for other in here.get(line.observation.sent.taken, ()))
    }


def _replaced(found: Laboratory) -> int:
    return sum(line.replaced for line in found.lines)
