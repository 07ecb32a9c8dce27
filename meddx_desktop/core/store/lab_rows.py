"""Imported laboratory results of a case as rows of their tables, and back, exactly."""

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from meddx_desktop.core.domain.case import Case
from meddx_desktop.core.domain.codes import Code
from meddx_desktop.core.domain.finding import Reason
from meddx_desktop.core.domain.lab_record import LabDecision, LabFacts, LabImport, LabShown
from meddx_desktop.core.domain.laboratory import (
    Comparator,
    RejectedLine,
    ResultStatus,
    SentRange,
    SentResult,
    SentValue,
    Specimen,
)
from meddx_desktop.core.domain.patient import Sex
from meddx_desktop.core.store import codec
from meddx_desktop.core.store.clinical_rows import Parts, read_rows
from meddx_desktop.core.store.database import Database, Row, Value

_TEXTS = ("unit", "taken_text", "specimen_text", "panel", "laboratory", "method", "note", "absent")
_NONE = SentResult("", ())


def lab_parts(case: Case) -> Parts:
    """The rows of everything that came from a laboratory's file."""
    return {
        "lab_imports": [(place, *_import_row(one)) for place, one in enumerate(case.lab_imports)],
        "lab_results": [
            (one.import_id, number, result_text(sent))
            for one in case.lab_imports
            for number, sent in enumerate(one.results)
        ],
        "lab_rejected": [
            (one.import_id, number, _rejected_text(line))
            for one in case.lab_imports
            for number, line in enumerate(one.rejected)
        ],
        "lab_decisions": [
            (place, *_decision_row(one)) for place, one in enumerate(case.lab_decisions)
        ],
        "lab_shown": [(place, *_shown_row(one)) for place, one in enumerate(case.lab_shown)],
        "lab_facts": [] if case.lab_facts == LabFacts() else [_facts_row(case.lab_facts)],
    }


def _import_row(one: LabImport) -> tuple[Value, ...]:
    withdrawn = None if one.withdrawn_at is None else one.withdrawn_at.isoformat()
    return (
        *(one.import_id, one.at.isoformat(), one.by, one.kind, one.sha256, one.file_name),
        *(one.layout, codec.reasons_text(one.cautions), one.withdrawn_by, withdrawn),
        *(codec.day_text(one.birth_date), one.sex, *codec.age_columns(one.age)),
    )


def _decision_row(one: LabDecision) -> tuple[Value, ...]:
    at = None if one.at is None else one.at.isoformat()
    return one.import_id, one.number, one.analyte, one.unit, one.excluded, one.by, at


def _shown_row(one: LabShown) -> tuple[Value, ...]:
    return (
        *(one.source, one.number, one.name, one.value, one.unit),
        *(one.flag, one.low, one.high),
    )


def _facts_row(said: LabFacts) -> tuple[Value, ...]:
    on, trimester_on = codec.day_text(said.age_on), codec.day_text(said.trimester_on)
    return (*codec.age_columns(said.age), on, said.trimester, trimester_on, said.altitude_m)


def _facts(row: Row) -> LabFacts:
    days, given, on, trimester, trimester_on, altitude = row[1:]
    return LabFacts(
        codec.age(days, given), codec.day(on), trimester, codec.day(trimester_on), altitude
    )


def read_labs(database: Database, number: int, case: Case) -> Case:
    """`case` with everything that its laboratory rows say."""
    imports = read_rows(database, "lab_imports", number)
    facts = read_rows(database, "lab_facts", number, order="case_number")
    results: dict[str, list[SentResult]] = {}
    rejected: dict[str, list[RejectedLine]] = {}
    if imports:
        order = "import_id, number"
        for row in read_rows(database, "lab_results", number, order=order):
            results.setdefault(row[1], []).append(result(row[3]))
        for row in read_rows(database, "lab_rejected", number, order=order):
            rejected.setdefault(row[1], []).append(_rejected(row[3]))
    return replace(
        case,
        lab_imports=tuple(_import(row[2:], results, rejected) for row in imports),
        lab_decisions=tuple(_decision(row) for row in read_rows(database, "lab_decisions", number)),
        lab_shown=tuple(LabShown(*row[2:]) for row in read_rows(database, "lab_shown", number)),
        lab_facts=_facts(facts[0]) if facts else LabFacts(),
    )


def _import(
    row: Row,
    results: Mapping[str, list[SentResult]],
    rejected: Mapping[str, list[RejectedLine]],
) -> LabImport:
    import_id, at, by, kind, sha256, file_name, layout, cautions, withdrawn_by, withdrawn = row[:10]
    birth_date, sex, days, given = row[10:]
    return LabImport(
        *(import_id, codec.known_moment(at), by, kind, sha256, file_name, layout),
        results=tuple(results.get(import_id, ())),
        rejected=tuple(rejected.get(import_id, ())),
        cautions=codec.reasons(cautions),
        withdrawn_by=withdrawn_by,
        withdrawn_at=codec.moment(withdrawn),
        birth_date=codec.day(birth_date),
        sex=Sex(sex),
        age=codec.age(days, given),
    )


def _decision(row: Row) -> LabDecision:
    import_id, number, analyte, unit, excluded, by, at = row[2:]
    return LabDecision(import_id, number, analyte, unit, excluded, by, codec.moment(at))


def marked_labs(case: Case, named: Callable[[str], str]) -> Case:
    """The case with other names for who imported and decided."""
    return replace(
        case,
        lab_imports=tuple(
            replace(one, by=named(one.by), withdrawn_by=named(one.withdrawn_by))
            for one in case.lab_imports
        ),
        lab_decisions=tuple(replace(one, by=named(one.by)) for one in case.lab_decisions),
    )


def result_text(sent: SentResult) -> str:
    """One document of all that a source says of a result; what it does not say is left out."""
    document: dict[str, Any] = {
        "version": codec.DOCUMENT,
        "place": sent.place,
        "names": sent.names,
        "codes": [_code_document(code) for code in sent.codes],
        "value": sent.value and _value_document(sent.value),
        "unit_is_ucum": sent.unit_is_ucum,
        "range": sent.range and _range_document(sent.range),
        "flags": sent.flags,
        "status": sent.status,
        "taken": sent.taken and sent.taken.isoformat(),
        "specimen": sent.specimen,
        "cautions": [[one.code, one.parameters] for one in sent.cautions],
        **{name: getattr(sent, name) for name in _TEXTS},
    }
    return codec.to_json({key: value for key, value in document.items() if value})


def result(text: str) -> SentResult:
    """The inverse of `result_text`."""
    kept: dict[str, Any] = json.loads(text)
    return SentResult(
        place=kept.get("place", ""),
        names=tuple(kept.get("names", ())),
        codes=_codes(kept.get("codes", ())),
        value=_value(kept["value"]) if "value" in kept else None,
        unit_is_ucum=bool(kept.get("unit_is_ucum", False)),
        range=SentRange(*kept["range"]) if "range" in kept else None,
        flags=tuple(kept.get("flags", ())),
        status=ResultStatus(kept.get("status", _NONE.status)),
        taken=codec.moment(kept.get("taken")),
        specimen=Specimen(kept.get("specimen", _NONE.specimen)),
        cautions=tuple(Reason(code, said) for code, said in kept.get("cautions", ())),
        **{name: kept.get(name, "") for name in _TEXTS},
    )


def _code_document(code: Code) -> list[str]:
    return [code.value, code.scheme, code.meaning]


def _codes(kept: list[list[str]]) -> tuple[Code, ...]:
    return tuple(Code(*one) for one in kept)


def _value_document(value: SentValue) -> list[Any]:
    numbers = [value.number, value.comparator, value.high, value.denominator]
    return [value.text, *numbers, [_code_document(code) for code in value.codes]]


def _value(kept: list[Any]) -> SentValue:
    text, number, comparator, high, denominator, codes = kept
    limit = None if comparator is None else Comparator(comparator)
    return SentValue(text, number, limit, high, denominator, _codes(codes))


def _range_document(value: SentRange) -> list[Any]:
    return [value.text, value.low, value.high, value.low_included, value.high_included]


def _rejected_text(line: RejectedLine) -> str:
    return codec.to_json([line.place, line.text, line.reason.code, line.reason.parameters])


def _rejected(text: str) -> RejectedLine:
    place, line, code, parameters = json.loads(text)
    return RejectedLine(place, line, Reason(code, parameters))
