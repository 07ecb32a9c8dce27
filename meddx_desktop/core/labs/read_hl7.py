"""HL7 v2 result files: ORU and OUL messages, one or many, into one report per patient."""

from collections.abc import Iterable

from meddx_desktop.core.domain.finding import Reason
from meddx_desktop.core.domain.laboratory import RejectedLine, SentReport
from meddx_desktop.core.domain.patient import Patient, PersonName, Sex
from meddx_desktop.core.errors import UnreadableResults
from meddx_desktop.core.labs.hl7_corrections import settle
from meddx_desktop.core.labs.hl7_file import RawMessage, looks_like_hl7, split_file
from meddx_desktop.core.labs.hl7_messages import Sheet, is_result, read_message, refused
from meddx_desktop.core.labs.limits import check_size, shortened

__all__ = ["looks_like_hl7", "read_hl7"]

_CONTROL_FIELD = 10


def read_hl7(data: bytes) -> tuple[SentReport, ...]:
    """Read every message of a file; each OBX becomes a result or a rejected line.

    Returns
    -------
    tuple[SentReport, ...]
        One per patient. Messages that name nobody, or that contradict each other about who it is,
        are not put together.

    Raises
    ------
    UnreadableResults
        ``results_empty``, ``results_too_large``, ``hl7_xml``, ``hl7_no_message``, or the reason
        why not one message of the file could be read (``hl7_other_message``,
        ``hl7_header_damaged``).
    """
    check_size(len(data))
    if data.lstrip()[:1] == b"<":
        raise UnreadableResults("hl7_xml")
    file = split_file(data)
    if not file.messages:
        raise UnreadableResults("hl7_no_message")
    sheets = _all_sheets(file.messages)
    if file.stray:
        sheets.append(_stray(file.stray))
    groups = _by_patient(sheets)
    reports = tuple(_report(group, file.cautions) for group in groups)
    _refuse_whole(sheets)
    return reports


def _all_sheets(messages: list[RawMessage]) -> list[Sheet]:
    sheets: list[Sheet] = []
    bodies: dict[str, list[list[str]]] = {}
    for raw in messages:
        control = raw.header(_CONTROL_FIELD)
        before = bodies.setdefault(control or raw.segments[0], [])
        if raw.segments[1:] in before:
            again = refused(raw, Reason("message_repeated"))
            _beside_the_first(sheets, again, raw)
            continue
        read = read_message(raw)
        if control and before:
            for sheet in read:
                sheet.cautions.append(Reason("message_number_reused"))
        before.append(raw.segments[1:])
        sheets += read
    return sheets


def _beside_the_first(sheets: list[Sheet], again: Sheet, raw: RawMessage) -> None:
    """A repeated message is told in the report of the patient whose message it repeats."""
    patients = [sheet.patient for sheet in read_message(raw)]
    again.patient = patients[0]
    again.cautions = [Reason("message_repeated")]
    sheets.append(again)


def _stray(lines: list[str]) -> Sheet:
    sheet = Sheet()
    reason = Reason("hl7_before_header")
    for number, line in enumerate(lines, 1):
        kind = "OBX" if is_result(line) else "line"
        place = f"outside a message, {kind} {number}"
        sheet.rejected.append(RejectedLine(place, shortened(line), reason))
    return sheet


def _refuse_whole(sheets: list[Sheet]) -> None:
    """When not one message could be read, the file as a whole is refused with that reason."""
    refusals = {"hl7_other_message", "hl7_header_damaged"}
    reasons = [line.reason for sheet in sheets for line in sheet.rejected]
    if any(sheet.lines for sheet in sheets):
        return
    if reasons and all(reason.code in refusals | {"hl7_before_header"} for reason in reasons):
        first = next((reason for reason in reasons if reason.code in refusals), None)
        if first and not any(_is_read(sheet) for sheet in sheets):
            if first.code == "hl7_header_damaged":
                raise UnreadableResults("hl7_header_damaged")
            raise UnreadableResults("hl7_other_message", **first.parameters)


def _is_read(sheet: Sheet) -> bool:
    return not sheet.rejected


def _by_patient(sheets: list[Sheet]) -> list[list[Sheet]]:
    """Sheets of one person together; whoever is not named for certain stays alone."""
    groups: dict[object, list[Sheet]] = {}
    alike: dict[str, list[Patient]] = {}
    for sheet in sheets:
        alike.setdefault(sheet.patient.patient_id, []).append(sheet.patient)
    doubted = {number for number, patients in alike.items() if _contradict(patients)}
    for place, sheet in enumerate(sheets):
        patient = sheet.patient
        key: object = place
        if patient.patient_id and patient.patient_id not in doubted:
            key = patient.patient_id
        elif patient.patient_id or (patient.name.shown and patient.birth_date):
            key = (patient.patient_id, patient.name, patient.birth_date, patient.sex)
        groups.setdefault(key, []).append(sheet)
    return list(groups.values())


def _contradict(patients: list[Patient]) -> bool:
    """Whether equal numbers stand for different people."""
    distinct = list(dict.fromkeys(patients))
    return any(a.contradicts(b) for place, a in enumerate(distinct) for b in distinct[place:])


def _report(sheets: list[Sheet], of_file: Iterable[Reason]) -> SentReport:
    lines = [line for sheet in sheets for line in sheet.lines]
    settle(lines)
    cautions: list[Reason] = []
    for caution in [*of_file, *(reason for sheet in sheets for reason in sheet.cautions)]:
        if caution not in cautions:
            cautions.append(caution)
    rejected = [line for sheet in sheets for line in sheet.rejected]
    rejected += [line.rejected for line in lines if line.rejected]
    return SentReport(
        patient=_together([sheet.patient for sheet in sheets]),
        results=tuple(line.result for line in lines if line.result),
        rejected=tuple(rejected),
        cautions=tuple(cautions),
    )


def _together(patients: list[Patient]) -> Patient:
    """One identity from those that agree: what one message leaves out, another one says."""
    return Patient(
        patient_id=patients[0].patient_id,
        name=next((one.name for one in patients if one.name.shown), PersonName()),
        birth_date=next((one.birth_date for one in patients if one.birth_date), None),
        sex=next((one.sex for one in patients if one.sex), Sex.UNKNOWN),
    )
