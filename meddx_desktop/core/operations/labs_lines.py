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
from meddx_desktop.core.labs.interpret import Context, Understood, judge, understand
from meddx_desktop.core.labs.reference import SETS
from meddx_desktop.core.labs.subject import Subject
from meddx_desktop.core.labs.unit_text import readings
from meddx_desktop.core.operations.labs_line import LabLine, with_caution
from meddx_desktop.core.operations.labs_same import key, replaced
from meddx_desktop.core.operations.labs_signed import as_signed
from meddx_desktop.core.operations.labs_subject import subject_of
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
        About all of it: a clock that is wrong, sources that contradict each other.
    sets : tuple[str, ...]
        Which published ranges were looked for, in their order.
    """

    lines: tuple[LabLine, ...]
    rejected: tuple[RejectedLine, ...]
    earlier: tuple[LabLine, ...]
    subject: Subject
    cautions: tuple[Reason, ...] = ()
    sets: tuple[str, ...] = SETS

    @property
    def counting(self) -> tuple[Observation, ...]:
        """What may be calculated with, the earlier visits' results first."""
        return tuple(one.observation for one in (*self.earlier, *self.lines) if one.counts)


def laboratory(
    case: Case,
    earlier: Iterable[Case] = (),
    *,
    altitude_m: float | None = None,
    sets: tuple[str, ...] | None = None,
    ageless: bool = False,
    now: datetime | None = None,
) -> Laboratory:
    """Read and understand everything of `case`.

    Parameters
    ----------
    earlier
        Other cases of the same person.
    altitude_m, ageless
        As `subject_of`.
    sets
        Published ranges in the order of choice; None: as the tables have them.
    now
        Instead of the clock.
    """
    subject = subject_of(case, altitude_m=altitude_m, ageless=ageless)
    sets = SETS if sets is None else sets
    typed, rejected = typed_results(case.labs)
    moment = _now(now or datetime.now(UTC), case, ageless=ageless)
    context = Context(subject, moment, sets)
    before = [line for one in earlier for line in _visit(one, context)]
    groups = _understood(case, typed, context)
    first = replaced([line for group in groups for line in _plain(case, group)])
    own = {key(line) for line in first if line.observation.sent.taken}
    before = [line for line in before if key(line) not in own]
    known = tuple(line.observation for line in (*before, *first) if line.counts)
    lines = _judged(case, groups, replace(context, earlier=known))
    kept = [one for one in case.lab_imports if not one.is_withdrawn]
    behind = (Reason("lab_clock_behind"),) if ageless else ()
    return Laboratory(
        tuple(as_signed(case, lines)),
        (*rejected, *(line for one in kept for line in one.rejected)),
        tuple(before),
        subject,
        (*behind, *subject.doubts),
        sets,
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


def _visit(case: Case, context: Context) -> list[LabLine]:
    """The lines of an earlier visit: the same person, pregnant or not as it was then."""
    visit = subject_of(case)
    then = replace(
        context.subject,
        pregnant=visit.pregnant,
        trimester=visit.trimester,
        trimester_on=visit.trimester_on,
        day=visit.day,
    )
    typed, _ = typed_results(case.labs)
    then_context = replace(context, subject=then)
    lines = _judged(case, _understood(case, typed, then_context), then_context)
    return [replace(line, is_earlier=True) for line in lines]


@dataclass(frozen=True, slots=True)
class _Group:
    """The results of one source understood together, each beside what a user said of it."""

    source: str
    sent: dict[int, SentResult]
    said: dict[int, LabDecision | None]
    read: Understood


def _understood(case: Case, typed: dict[int, SentResult], context: Context) -> list[_Group]:
    """Done once: the values that others are compared with are the same as those that are shown."""
    sources = [(TYPED, dict(typed))]
    sources += [
        (one.import_id, dict(enumerate(one.results)))
        for one in case.lab_imports
        if not one.is_withdrawn
    ]
    newest = {(one.import_id, one.number): one for one in case.lab_decisions}
    groups = []
    for source, sent in sources:
        said = {number: newest.get((source, number)) for number in sent}
        decided = (as_decided(one, said[number]) for number, one in sent.items())
        groups.append(_Group(source, sent, said, understand(decided, context)))
    return groups


def _plain(case: Case, group: _Group) -> Iterable[LabLine]:
    """The lines before anything is held against earlier values: which of them count is known."""
    return _beside(case, group, group.read.plain)


def _judged(case: Case, groups: Iterable[_Group], context: Context) -> list[LabLine]:
    return replaced(
        [line for one in groups for line in _beside(case, one, judge(one.read, context))]
    )


def _beside(case: Case, group: _Group, read: Iterable[Observation]) -> Iterable[LabLine]:
    for (number, original), one in zip(group.sent.items(), read, strict=True):
        said = group.said[number]
        # What a user stated was read in place of what was sent; the line shows what was sent.
        observation = one if said is None else replace(one, sent=original)
        line = LabLine(case.case_id, group.source, number, observation, said)
        about = _about(said)
        yield with_caution(line, *about) if about else line


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
