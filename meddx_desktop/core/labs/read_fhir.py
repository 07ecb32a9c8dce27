"""FHIR R4 result files: bundles, reports and observations, into one report per patient."""

from collections import Counter
from dataclasses import dataclass, field

from meddx_desktop.core.domain.finding import Reason
from meddx_desktop.core.domain.laboratory import RejectedLine, SentReport, SentResult
from meddx_desktop.core.domain.patient import Patient, PersonName
from meddx_desktop.core.errors import UnreadableResults
from meddx_desktop.core.labs.fhir_categories import category_of
from meddx_desktop.core.labs.fhir_check import READ, damage, damaged_fields
from meddx_desktop.core.labs.fhir_entries import Document, Entry, References, read_document
from meddx_desktop.core.labs.fhir_frames import frames
from meddx_desktop.core.labs.fhir_json import has_damage, may_be_damaged, shown
from meddx_desktop.core.labs.fhir_patient import read_patient
from meddx_desktop.core.labs.fhir_results import Frame, is_header, read_observation
from meddx_desktop.core.labs.fhir_versions import marked_version, stated_version
from meddx_desktop.core.labs.limits import check_size

_RESULTS = frozenset({"Observation", "DiagnosticReport"})
_CDA = b"urn:hl7-org:v3"
_FHIR_XML = b"http://hl7.org/fhir"


@dataclass(slots=True)
class _Report:
    """One patient's results while they are gathered."""

    patient: Patient = field(default_factory=Patient)
    cautions: list[Reason] = field(default_factory=list)
    results: list[SentResult] = field(default_factory=list)
    rejected: list[RejectedLine] = field(default_factory=list)
    others: Counter[str] = field(default_factory=Counter)
    uncategorised: int = 0


def looks_like_fhir(data: bytes) -> bool:
    """Whether a file is FHIR or a clinical document in XML, readable or not."""
    start = data[:4096].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    if start[:1] == b"<":
        return _FHIR_XML in start or _CDA in start
    return start[:1] in {b"{", b"["} and b'"resourceType"' in data.replace(b"\0", b"")


def read_fhir(data: bytes) -> tuple[SentReport, ...]:
    """Read every laboratory Observation of a file; what is none is told with its reason.

    Returns
    -------
    tuple[SentReport, ...]
        One per patient, in the order in which they are first named.

    Raises
    ------
    UnreadableResults
        ``results_empty``, ``results_too_large``, ``fhir_xml``, ``cda_document``,
        ``fhir_not_fhir``, ``fhir_no_results``, ``fhir_other_version``, ``json_not_utf8``,
        ``json_damaged``, ``json_truncated``, ``json_too_deep`` or ``json_key_twice``.
    """
    check_size(len(data))
    _refuse_xml(data)
    document, text = read_document(data)
    if not document.rejected and not any(entry.kind in _RESULTS for entry in document.entries):
        raise UnreadableResults("fhir_no_results")
    return _Reader(document, may_be_damaged(text)).reports()


def _refuse_xml(data: bytes) -> None:
    start = data[:4096].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    if start[:1] == b"<":
        if _CDA in start:
            raise UnreadableResults("cda_document")
        raise UnreadableResults("fhir_xml")


class _Reader:
    """Sorts the resources of a document into reports."""

    def __init__(self, document: Document, is_suspect: bool) -> None:
        self.document = document
        self.is_suspect = is_suspect
        self.found: dict[object, _Report] = {}
        self.of_patient: dict[int, _Report] = {}
        self.damaged: dict[int, set[str]] = {}
        self.sound: list[Entry] = []
        self.refused: list[tuple[Entry, Reason]] = []
        self.versions: Counter[str] = Counter()

    def reports(self) -> tuple[SentReport, ...]:
        """Read everything."""
        for entry in self.document.entries:
            if entry.kind in READ:
                self._judge(entry)
        self._refuse_other_version()
        self.references = References(self._usable())
        outside = Document()
        known = frames(self.sound, self.references, outside)
        for entry in self._once():
            self._take(entry, known.get(id(entry), Frame()))
        self._keep_refusals(outside)
        self._tell_of_others()
        return tuple(_finished(report) for report in self.found.values())

    def _usable(self) -> list[Entry]:
        """What may be referred to: a damaged specimen says nothing that could be relied on."""
        return [
            entry
            for entry in self.document.entries
            if entry.kind != "Specimen" or id(entry) not in self.damaged
        ]

    def _judge(self, entry: Entry) -> None:
        """Let the library check a resource; a damaged patient still shows its sound elements."""
        reasons = damage(entry.resource)
        if self.is_suspect and has_damage("".join(_strings(entry.resource))):
            reasons = (Reason("characters_damaged"), *reasons)
        version = stated_version(entry.resource)
        if reasons and not version:
            version = marked_version(entry.resource)
        if entry.kind not in _RESULTS:
            if reasons:
                self.damaged[id(entry)] = damaged_fields(reasons)
            return
        if version:
            self.versions[version] += 1
            self.refused.append((entry, Reason("fhir_other_version", {"version": version})))
        elif reasons:
            self.refused.append((entry, reasons[0]))
        else:
            self.sound.append(entry)

    def _refuse_other_version(self) -> None:
        """A file of another version is refused whole: its unmarked resources are no R4 either."""
        if self.versions:
            version, number = self.versions.most_common(1)[0]
            if number >= len(self.sound):
                raise UnreadableResults("fhir_other_version", version=version)

    def _once(self) -> list[Entry]:
        """Every sound Observation once; the same one again is told."""
        kept: list[Entry] = []
        names: dict[str, Entry] = {}
        for entry in self.sound:
            if entry.kind != "Observation":
                continue
            before = names.get(entry.name) if entry.name and entry.parent is None else None
            if before is not None and before.resource == entry.resource:
                self.refused.append((entry, Reason("resource_repeated", {"place": before.place})))
                continue
            if before is not None and self._replaces(before, entry, kept):
                continue
            if entry.name and entry.parent is None:
                names[entry.name] = entry
            kept.append(entry)
        return kept

    def _replaces(self, before: Entry, entry: Entry, kept: list[Entry]) -> bool:
        """Two versions of one resource: the newer one holds. True when that is `before`."""
        older, newer = _updated(before), _updated(entry)
        if not older or not newer or older == newer:
            report = self._report(entry)
            report.cautions.append(Reason("result_repeated"))
            return False
        lost, holds = (before, entry) if newer > older else (entry, before)
        self.refused.append((lost, Reason("result_replaced", {"place": holds.place})))
        if lost is before:
            kept.remove(before)
        return lost is entry

    def _take(self, entry: Entry, frame: Frame) -> None:
        report = self._report(entry)
        category = category_of(entry.resource)
        if category not in {"laboratory", ""}:
            report.others[category] += 1
            return
        if is_header(entry.resource):
            return
        if not category and not frame.is_reported:
            report.uncategorised += 1
        reading = read_observation(entry, self.references, frame)
        report.results += reading.results
        report.rejected += reading.rejected

    def _report(self, entry: Entry) -> _Report:
        """The report of the patient whom a resource names; one of its own when it names none."""
        subject = entry.resource.get("subject")
        if subject is None and entry.parent is not None:
            subject, entry = entry.parent.resource.get("subject"), entry.parent
        target = self.references.find(subject, entry)
        if target is not None and target.kind == "Patient":
            return self._known(target)
        return self._unknown(subject)

    def _known(self, target: Entry) -> _Report:
        """The report of a Patient resource; the same resource again is the same patient."""
        report = self.of_patient.get(id(target))
        if report is None:
            patient, told = read_patient(target.resource, self.damaged.get(id(target), set()))
            # Two resources that say nothing are not one person.
            key = shown(target.resource) if patient.is_identified else id(target)
            report = self.found.setdefault(key, _Report(patient, list(told)))
            self.of_patient[id(target)] = report
        return report

    def _unknown(self, subject: object) -> _Report:
        """Nobody in the file: what the reference itself says stays together."""
        if not isinstance(subject, dict) or not subject:
            return self.found.setdefault(None, _Report(cautions=[Reason("patient_missing")]))
        identifier = subject.get("identifier")
        number = identifier.get("value") if isinstance(identifier, dict) else None
        patient = Patient(
            patient_id=str(number or ""), name=PersonName(str(subject.get("display") or ""))
        )
        key = ("reference", shown(subject))
        return self.found.setdefault(key, _Report(patient, [Reason("patient_not_in_file")]))

    def _keep_refusals(self, outside: Document) -> None:
        """What was refused stands with its patient, what belongs to nobody with the first one."""
        for entry, reason in self.refused:
            one = Document()
            one.reject(entry.place, entry.resource, reason.code, **reason.parameters)
            self._report(entry).rejected += one.rejected
        loose = [*self.document.rejected, *outside.rejected]
        if loose:
            first = next(iter(self.found.values()), None)
            if first is None or len(self.found) > 1:
                first = self.found.setdefault("loose", _Report())
            first.rejected += loose

    def _tell_of_others(self) -> None:
        kinds = Counter(entry.kind for entry in self.document.entries if entry.kind not in READ)
        for report in self.found.values():
            for category, number in sorted(report.others.items()):
                report.cautions.append(
                    Reason("not_laboratory", {"category": category, "number": number})
                )
            if report.uncategorised:
                report.cautions.append(Reason("category_missing", {"number": report.uncategorised}))
            if kinds:
                named = ", ".join(sorted(kinds))[:120]
                report.cautions.append(
                    Reason("other_resources", {"number": kinds.total(), "kinds": named})
                )


def _updated(entry: Entry) -> str:
    meta = entry.resource.get("meta")
    return str(meta.get("lastUpdated", "")) if isinstance(meta, dict) else ""


def _strings(value: object) -> list[str]:
    """Every text in a resource, without going deeper than the interpreter would."""
    found, waiting = [], [value]
    while waiting:
        one = waiting.pop()
        if isinstance(one, dict):
            waiting += [*one.keys(), *one.values()]
        elif isinstance(one, list):
            waiting += one
        elif isinstance(one, str):
            found.append(one)
    return found


def _finished(report: _Report) -> SentReport:
    cautions: list[Reason] = []
    for caution in report.cautions:
        if caution not in cautions:
            cautions.append(caution)
    return SentReport(
        report.patient, tuple(report.results), tuple(report.rejected), tuple(cautions)
    )
