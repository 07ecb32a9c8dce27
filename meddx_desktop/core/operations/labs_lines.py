"""What the laboratory results of a case mean: read anew each time, never stored.

Everything that stands in a case (imports, typed lines) becomes one `LabLine` each, with what users
said of it, what replaced it, and what it was when the case was signed. Tables of analytes and
ranges may change with the program; what a signature saw does not change without a word.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from meddx_desktop.core.domain.case import Case
from meddx_desktop.core.domain.codes import Code
from meddx_desktop.core.domain.finding import Reason
from meddx_desktop.core.domain.lab_record import TYPED, LabDecision
from meddx_desktop.core.domain.laboratory import LOINC, Observation, RejectedLine, SentResult
from meddx_desktop.core.labs.analytes import analytes
from meddx_desktop.core.labs.interpret import Context, interpret
from meddx_desktop.core.labs.reference import SETS
from meddx_desktop.core.labs.subject import Subject
from meddx_desktop.core.labs.unit_text import readings
from meddx_desktop.core.operations.labs_line import LabLine, with_caution
from meddx_desktop.core.operations.labs_same import key, replaced
from meddx_desktop.core.operations.labs_signed import as_signed
from meddx_desktop.core.operations.labs_typed import typed_results

__all__ = ["LabLine", "Laboratory", "laboratory", "subject_of"]


@dataclass(frozen=True, slots=True)
class Laboratory:
    """All laboratory results of a case.

    Attributes
    ----------
    lines : tuple[LabLine, ...]
        Typed lines first, then the imports in their order; every one of them.
    rejected : tuple[RejectedLine, ...]
        What was not understood, typed or imported.
    earlier : tuple[LabLine, ...]
        Of the same person's other cases.
    subject : Subject
    cautions : tuple[Reason, ...]
    """

    lines: tuple[LabLine, ...]
    rejected: tuple[RejectedLine, ...]
    earlier: tuple[LabLine, ...]
    subject: Subject
    cautions: tuple[Reason, ...] = ()

    @property
    def counting(self) -> tuple[Observation, ...]:
        """What may be calculated with, the earlier visits' results first."""
        return tuple(one.observation for one in (*self.earlier, *self.lines) if one.counts)


def subject_of(case: Case, *, trimester: int = 0, ageless: bool = False) -> Subject:
    """What ranges and calculators need to know of the patient.

    Parameters
    ----------
    trimester
        As the user states it; 0 while nobody did.
    ageless
        The clock can't be trusted: no age, and nothing that follows from one.
    """
    patient = case.patient
    return Subject(
        birth_date=None if ageless else patient.birth_date,
        age=None if ageless or patient.birth_date else case.age,
        sex=patient.sex,
        pregnant=case.vitals.pregnant,
        trimester=trimester,
    )


def laboratory(
    case: Case,
    earlier: Iterable[Case] = (),
    *,
    trimester: int = 0,
    ageless: bool = False,
    now: datetime | None = None,
) -> Laboratory:
    """Read and understand everything of `case`.

    Parameters
    ----------
    earlier
        Other cases of the same person.
    trimester, ageless
        As `subject_of`.
    now
        Instead of the clock.
    """
    subject = subject_of(case, trimester=trimester, ageless=ageless)
    typed, rejected = typed_results(case.labs)
    moment = _now(now or datetime.now(UTC), case, ageless=ageless)
    before = [line for one in earlier for line in _visit(one, subject, moment)]
    first = _lines(case, typed, Context(subject, moment, SETS))
    own = {key(line) for line in first if line.observation.sent.taken}
    before = [line for line in before if key(line) not in own]
    known = tuple(line.observation for line in (*before, *first) if line.counts)
    lines = _lines(case, typed, Context(subject, moment, SETS, known))
    kept = [one for one in case.lab_imports if not one.is_withdrawn]
    cautions = (Reason("lab_clock_behind"),) if ageless else ()
    return Laboratory(
        tuple(as_signed(case, lines)),
        (*rejected, *(line for one in kept for line in one.rejected)),
        tuple(before),
        subject,
        cautions,
    )


def as_decided(sent: SentResult, said: LabDecision | None) -> SentResult:
    """The result as a user reads it; what was sent stays as it is beside it."""
    if said is None:
        return sent
    if said.unit:
        sent = replace(sent, unit=said.unit, unit_is_ucum=True)
    analyte = analytes().get(said.analyte)
    if analyte is None:
        return sent
    units = readings(sent.unit, is_ucum=sent.unit_is_ucum)
    fitting = next((unit for unit in units if analyte.takes(unit)), analyte.unit)
    code = analyte.code_for(fitting) or next(iter(analyte.loinc.values()), "")
    return replace(
        sent,
        names=(analyte.english,),
        codes=(Code(code, LOINC, analyte.english),) if code else (),
        specimen=analyte.specimen,
        specimen_text="",
        panel="",
    )


def _visit(case: Case, subject: Subject, now: datetime) -> list[LabLine]:
    """The lines of an earlier visit: the same person, pregnant or not as it was then."""
    then = replace(subject, pregnant=case.vitals.pregnant, trimester=0)
    typed, _ = typed_results(case.labs)
    lines = _lines(case, typed, Context(then, now, SETS))
    return [replace(line, is_earlier=True) for line in lines]


def _lines(case: Case, typed: dict[int, SentResult], context: Context) -> list[LabLine]:
    groups = [(TYPED, dict(typed))]
    groups += [
        (one.import_id, dict(enumerate(one.results)))
        for one in case.lab_imports
        if not one.is_withdrawn
    ]
    lines = [line for name, sent in groups for line in _group(case, name, sent, context)]
    return replaced(lines)


def _group(
    case: Case, source: str, sent: dict[int, SentResult], context: Context
) -> Iterable[LabLine]:
    """The results of one source understood together, each beside what a user said of it."""
    said = {number: case.lab_decision(source, number) for number in sent}
    read = interpret((as_decided(one, said[number]) for number, one in sent.items()), context)
    for (number, original), observation in zip(sent.items(), read, strict=True):
        line = LabLine(
            case.case_id, source, number, replace(observation, sent=original), said[number]
        )
        yield with_caution(line, *_about(said[number]))


def _about(said: LabDecision | None) -> tuple[Reason, ...]:
    if said is None:
        return ()
    stated = (Reason("lab_stated", {"by": said.by}),) if said.analyte or said.unit else ()
    if said.excluded:
        return (*stated, Reason("lab_excluded", {"by": said.by, "why": said.excluded}))
    return stated


def _now(now: datetime, case: Case, *, ageless: bool) -> datetime:
    """The clock, unless it is known to be behind: then nothing lies in the future."""
    if not ageless:
        return now
    times = [
        sent.taken.astimezone(UTC) for one in case.lab_imports for sent in one.results if sent.taken
    ]
    return max([now, *times])
