"""What clinicians did with treatment plans as rows of their tables, and back, exactly."""

import json
from collections.abc import Callable
from dataclasses import asdict, replace
from datetime import datetime
from typing import Any

from meddx_desktop.core.domain.case import Case
from meddx_desktop.core.domain.treatment_record import (
    CheckKind,
    Dose,
    Override,
    Severity,
    TreatmentAnswer,
    TreatmentVerdict,
    TreatmentWord,
)
from meddx_desktop.core.store import codec
from meddx_desktop.core.store.clinical_rows import Parts, read_rows
from meddx_desktop.core.store.database import Database, Row, Value


def treatment_parts(case: Case) -> Parts:
    """The rows of choices and of answers to the trees of plans."""
    return {
        "treatment_words": [
            (place, *_word_row(one)) for place, one in enumerate(case.treatment_words)
        ],
        "treatment_answers": [
            (place, one.condition, one.node, one.answer, one.by, _moment_text(one.at))
            for place, one in enumerate(case.treatment_answers)
        ],
    }


def _word_row(one: TreatmentWord) -> tuple[Value, ...]:
    dose = None if one.dose is None else codec.to_json(asdict(one.dose))
    overrides = codec.to_json([_override_document(part) for part in one.overrides])
    return (
        *(one.condition, one.choice, one.verdict, codec.to_json(dict(one.title)), one.drug),
        *(dose, overrides, one.by, _moment_text(one.at)),
    )


def _override_document(one: Override) -> list[Any]:
    return [
        *(one.condition, one.choice, one.kind, one.other, one.reason),
        *(_moment_text(one.at), one.by, one.severity, dict(one.said)),
    ]


def _moment_text(at: datetime | None) -> str | None:
    return None if at is None else at.isoformat()


def read_treatment(database: Database, number: int, case: Case) -> Case:
    """`case` with everything that clinicians did with treatment plans."""
    return replace(
        case,
        treatment_words=tuple(
            _word(row[2:]) for row in read_rows(database, "treatment_words", number)
        ),
        treatment_answers=tuple(
            TreatmentAnswer(condition, node, answer, by, codec.moment(at))
            for _, _, condition, node, answer, by, at in read_rows(
                database, "treatment_answers", number
            )
        ),
    )


def _word(row: Row) -> TreatmentWord:
    condition, choice, verdict, title, drug, dose, overrides, by, at = row
    return TreatmentWord(
        *(condition, choice, TreatmentVerdict(verdict), json.loads(title), drug),
        dose=None if dose is None else Dose(**json.loads(dose)),
        overrides=tuple(_override(part) for part in json.loads(overrides)),
        by=by,
        at=codec.moment(at),
    )


def _override(part: list[Any]) -> Override:
    condition, choice, kind, other, reason, at, by, severity, said = part
    return Override(
        *(condition, choice, CheckKind(kind), other, reason, codec.moment(at), by),
        severity=Severity(severity),
        said=said,
    )


def marked_treatment(case: Case, named: Callable[[str], str]) -> Case:
    """The case with other names for who chose and who answered."""

    def word(one: TreatmentWord) -> TreatmentWord:
        overrides = tuple(replace(part, by=named(part.by)) for part in one.overrides)
        return replace(one, by=named(one.by), overrides=overrides)

    return replace(
        case,
        treatment_words=tuple(word(one) for one in case.treatment_words),
        treatment_answers=tuple(replace(one, by=named(one.by)) for one in case.treatment_answers),
    )
