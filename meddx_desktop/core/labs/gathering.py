"""Results of many lines put together by patient."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from meddx_desktop.core.domain.finding import Reason
from meddx_desktop.core.domain.laboratory import RejectedLine, SentReport, SentResult
from meddx_desktop.core.labs.persons import Person


@dataclass(slots=True)
class _Report:
    """What was found so far about one patient."""

    person: Person
    results: list[SentResult] = field(default_factory=list)
    rejected: list[RejectedLine] = field(default_factory=list)
    seen: set[tuple[object, ...]] = field(default_factory=set)

    def add(self, outcome: SentResult | RejectedLine) -> None:
        if isinstance(outcome, RejectedLine):
            self.rejected.append(outcome)
            return
        sent = outcome.value.text if outcome.value else outcome.absent
        line = (
            *(outcome.names, outcome.codes, sent, outcome.unit),
            *(outcome.taken_text, outcome.specimen_text, outcome.panel),
        )
        if line in self.seen:
            outcome = replace(outcome, cautions=(*outcome.cautions, Reason("line_repeated")))
        self.seen.add(line)
        self.results.append(outcome)


class Gathering:
    """Collects lines by patient. Two patients are never put together by a number alone."""

    def __init__(self) -> None:
        self._reports: list[_Report] = []
        self._by_key: dict[object, list[_Report]] = {}
        self._known: dict[int, _Report] = {}
        self._persons: list[Person] = []
        self._loose: list[RejectedLine] = []

    def add(self, outcome: SentResult | RejectedLine, person: Person | None) -> None:
        """Keep one line; a rejected one without a person belongs to the file as a whole."""
        if person is None and isinstance(outcome, RejectedLine):
            self._loose.append(outcome)
            return
        person = person or _NOBODY
        report = self._known.get(id(person))
        if report is None:
            report = self._find(person)
            self._known[id(person)] = report
            self._persons.append(person)  # kept, so that its id stays its own
        report.add(outcome)

    def reports(self, cautions: Iterable[Reason]) -> tuple[SentReport, ...]:
        """One report for each patient, in the order of their first lines."""
        if not self._reports:
            self._reports.append(_Report(_NOBODY))
        first = self._reports[0]
        first.rejected = [*self._loose, *first.rejected]
        self._loose = []
        numbers = Counter(each.person.patient.patient_id for each in self._reports)
        told = tuple(cautions)
        return tuple(
            SentReport(
                each.person.patient,
                tuple(each.results),
                tuple(each.rejected),
                _once((*told, *each.person.cautions, *_twice(numbers, each.person))),
                each.person.age,
            )
            for each in self._reports
        )

    def _find(self, person: Person) -> _Report:
        patient = person.patient
        key: object = patient.patient_id or (patient.name.shown, patient.birth_date, patient.sex)
        near = self._by_key.setdefault(key, [])
        for report in near:
            if report.person.may_be(person):
                report.person = report.person.with_more(person)
                return report
        report = _Report(person)
        near.append(report)
        self._reports.append(report)
        return report


_NOBODY = Person()


def _twice(numbers: Counter[str], person: Person) -> Sequence[Reason]:
    number = person.patient.patient_id
    return (Reason("patient_id_twice"),) if number and numbers[number] > 1 else ()


def _once(reasons: Iterable[Reason]) -> tuple[Reason, ...]:
    found: list[Reason] = []
    for reason in reasons:
        if reason not in found:
            found.append(reason)
    return tuple(found)
