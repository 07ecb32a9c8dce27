"""`meddx bench labs`: files of results against the parsing library's own time, and the calculators.

The floor of a file is what its library takes to parse it. Ours is everything up to the results:
telling the kind, parsing, checking, and every line accounted for.
"""

import json
import statistics
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime, timedelta

from meddx_desktop.core.domain.case import Answer
from meddx_desktop.core.domain.laboratory import SentReport
from meddx_desktop.core.domain.patient import Sex
from meddx_desktop.core.jobs import JobContext
from meddx_desktop.core.labs import floor
from meddx_desktop.core.labs.facts import gather
from meddx_desktop.core.labs.interpret import Context, interpret
from meddx_desktop.core.labs.subject import Subject
from meddx_desktop.core.operations import labs_calculate
from meddx_desktop.core.operations.labs_source import look_at

OBSERVATIONS = 10_000
PATIENTS = 1_000
_REPEATS = 3
_OF_ONE = 10
"""Results of one report."""
_TESTS = (
    ("2951-2", "Sodium [Moles/volume] in Serum or Plasma", "138", "mmol/L", "135-145"),
    ("2823-3", "Potassium [Moles/volume] in Serum or Plasma", "4.1", "mmol/L", "3.5-5.3"),
    ("2075-0", "Chloride [Moles/volume] in Serum or Plasma", "103", "mmol/L", "98-107"),
    ("2160-0", "Creatinine [Mass/volume] in Serum or Plasma", "1.1", "mg/dL", "0.6-1.3"),
    ("1920-8", "AST [Enzymatic activity/volume] in Serum or Plasma", "31", "U/L", "10-40"),
    ("1742-6", "ALT [Enzymatic activity/volume] in Serum or Plasma", "28", "U/L", "7-40"),
    ("1751-7", "Albumin [Mass/volume] in Serum or Plasma", "4.2", "g/dL", "3.5-5.2"),
    ("1975-2", "Bilirubin.total [Mass/volume] in Serum or Plasma", "0.8", "mg/dL", "0.2-1.2"),
    ("777-3", "Platelets [#/volume] in Blood", "210", "10*9/L", "125-350"),
    ("718-7", "Hemoglobin [Mass/volume] in Blood", "13.2", "g/dL", "11.5-15"),
)


@dataclass(frozen=True, slots=True)
class LabFigures:
    """What `meddx bench labs` reports; ratios are ours to the library's."""

    observations: int
    hl7_ratio: float
    hl7_ms: float
    hl7_floor_ms: float
    fhir_ratio: float
    fhir_ms: float
    fhir_floor_ms: float
    understood_ms: float
    """Analyte, unit, range and flag of all those results."""
    patients: int
    calculators_ms: float
    """Every calculator for that many patients."""
    calculators_patient_ms: float


def labs(
    context: JobContext, *, observations: int = OBSERVATIONS, patients: int = PATIENTS
) -> LabFigures:
    """Measure; takes about a minute for 10,000 results."""
    messages, bundle = hl7_file(observations), fhir_file(observations)
    hl7_ms, hl7_floor = _both(messages, floor.hl7_file, context)
    fhir_ms, fhir_floor = _both(bundle, floor.fhir_file, context)
    reports = look_at(messages).reports
    understood = _ms(lambda: [_understood(report) for report in reports])
    context.checkpoint()
    calculated = _calculators(reports[0], patients)
    return LabFigures(
        observations=sum(len(report.results) for report in reports),
        hl7_ratio=round(hl7_ms / hl7_floor, 3),
        hl7_ms=round(hl7_ms, 1),
        hl7_floor_ms=round(hl7_floor, 1),
        fhir_ratio=round(fhir_ms / fhir_floor, 3),
        fhir_ms=round(fhir_ms, 1),
        fhir_floor_ms=round(fhir_floor, 1),
        understood_ms=round(understood, 1),
        patients=patients,
        calculators_ms=round(calculated, 1),
        calculators_patient_ms=round(calculated / patients, 3),
    )


def as_record(figures: LabFigures) -> dict[str, float | int | None]:
    """The figures for a JSON object."""
    return asdict(figures)


def hl7_file(count: int) -> bytes:
    """ORU messages of one report each, with `count` results in all; invented patients."""
    return "".join(_message(number) for number in range(0, count, _OF_ONE)).encode()


def _message(first: int) -> str:
    number = first // _OF_ONE
    lines = [
        f"MSH|^~\\&|LIS|LAB|||20240301120000||ORU^R01|{number}|P|2.5.1",
        f"PID|1||B{number:05d}^^^LAB^MR||Bench^{number}||19600101|F",
        f"OBR|1|{number}|F|24323-8^Panel^LN|||{_taken(number):%Y%m%d%H%M%S}",
    ]
    lines += [
        f"OBX|{place}|NM|{code}^{name}^LN||{value}|{unit}|{limits}||||F"
        for place, (code, name, value, unit, limits) in enumerate(_TESTS, start=1)
    ]
    return "\r".join(lines) + "\r"


def fhir_file(count: int) -> bytes:
    """A bundle with `count` observations of invented patients, ten of each."""
    patients = [_patient(number) for number in range((count + _OF_ONE - 1) // _OF_ONE)]
    entries = [*patients, *(_observation(number) for number in range(count))]
    content = {"resourceType": "Bundle", "type": "collection", "entry": entries}
    return json.dumps(content).encode()


def _patient(number: int) -> dict[str, object]:
    resource = {
        "resourceType": "Patient",
        "id": f"p{number}",
        "identifier": [{"value": f"B{number:05d}"}],
        "name": [{"family": "Bench", "given": [str(number)]}],
        "birthDate": "1960-01-01",
        "gender": "female",
    }
    return {"fullUrl": f"http://example.org/Patient/p{number}", "resource": resource}


def _observation(number: int) -> dict[str, object]:
    code, name, value, unit, limits = _TESTS[number % len(_TESTS)]
    low, high = limits.split("-")
    of = number // _OF_ONE
    resource = {
        "resourceType": "Observation",
        "id": f"o{number}",
        "status": "final",
        "category": [{"coding": [{"code": "laboratory"}]}],
        "code": {"coding": [{"system": "http://loinc.org", "code": code, "display": name}]},
        "subject": {"reference": f"Patient/p{of}"},
        "effectiveDateTime": _taken(of).isoformat(),
        "valueQuantity": _quantity(value, unit),
        "referenceRange": [{"low": _quantity(low, unit), "high": _quantity(high, unit)}],
    }
    return {"fullUrl": f"http://example.org/Observation/o{number}", "resource": resource}


def _quantity(value: str, unit: str) -> dict[str, object]:
    system = "http://unitsofmeasure.org"
    return {"value": float(value), "unit": unit, "system": system, "code": unit}


def _taken(number: int) -> datetime:
    return datetime(2024, 3, 1, 8, tzinfo=UTC) + timedelta(minutes=number)


def _both(data: bytes, least: Callable[[bytes], int], context: JobContext) -> tuple[float, float]:
    """Median milliseconds, ours and the library's, taken in turns; the first pair only warms."""
    look_at(data[: data.index(b"MSH", 3)] if data.startswith(b"MSH") else fhir_file(_OF_ONE))
    least(data)
    ours, floors = [], []
    for _ in range(_REPEATS):
        context.checkpoint()
        ours.append(_ms(lambda: look_at(data)))
        floors.append(_ms(lambda: least(data)))
    return statistics.median(ours), statistics.median(floors)


def _understood(report: SentReport) -> int:
    subject = Subject(date(1960, 1, 1), None, Sex.FEMALE, Answer.NO)
    return len(interpret(report.results, Context(subject, datetime.now(UTC))))


def _calculators(report: SentReport, patients: int) -> float:
    subject = Subject(date(1960, 1, 1), None, Sex.FEMALE, Answer.NO)
    found = interpret(report.results, Context(subject, datetime.now(UTC)))
    return _ms(lambda: [labs_calculate.of_results(gather(found), subject) for _ in range(patients)])


def _ms(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000.0
