"""What people said beside an assessment as rows of their tables, and back, exactly."""

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from meddx_desktop.core.domain.assessment_record import (
    ConditionVerdict,
    ConditionWord,
    FirstAnswer,
    FirstFinding,
    FirstImpression,
)
from meddx_desktop.core.domain.case import Case
from meddx_desktop.core.store import codec
from meddx_desktop.core.store.clinical_rows import Parts, read_rows
from meddx_desktop.core.store.database import Database, Row, Value


def assessment_parts(case: Case) -> Parts:
    """The rows of confirmed conditions and of first impressions."""
    return {
        "condition_words": [
            (place, one.condition, one.verdict, one.standing, one.by, _moment_text(one.at))
            for place, one in enumerate(case.condition_words)
        ],
        "first_impressions": [
            (place, *_impression_row(one)) for place, one in enumerate(case.first_impressions)
        ],
    }


def _impression_row(one: FirstImpression) -> tuple[Value, ...]:
    found = [
        [part.sop_instance_uid, part.frame, part.finding, part.answer, part.machine, part.model]
        for part in one.findings
    ]
    return (
        *(one.by, _moment_text(one.at), codec.to_json(list(one.conditions)), one.words),
        *(codec.to_json(found), codec.to_json(list(one.machine)), int(one.waived)),
    )


def _moment_text(at: datetime | None) -> str | None:
    return None if at is None else at.isoformat()


def read_assessment(database: Database, number: int, case: Case) -> Case:
    """`case` with everything that people said beside its assessment."""
    return replace(
        case,
        condition_words=tuple(
            ConditionWord(key, ConditionVerdict(verdict), standing, by, codec.moment(at))
            for _, _, key, verdict, standing, by, at in read_rows(
                database, "condition_words", number
            )
        ),
        first_impressions=tuple(
            impression(row[2:]) for row in read_rows(database, "first_impressions", number)
        ),
    )


def impression(row: Row) -> FirstImpression:
    """The columns of a first impression after its case and place."""
    by, at, conditions, words, found, machine, waived = row
    return FirstImpression(
        *(by, codec.moment(at), tuple(json.loads(conditions)), words),
        findings=tuple(
            FirstFinding(uid, frame, name, FirstAnswer(answer), said, model)
            for uid, frame, name, answer, said, model in json.loads(found)
        ),
        machine=tuple(json.loads(machine)),
        waived=bool(waived),
    )


def all_impressions(database: Database) -> list[tuple[str, FirstImpression]]:
    """Every first impression with the person it is of, of cases on the list but demonstrations."""
    rows = database.rows(
        "SELECT patient, read_by, at, conditions, words, findings, machine, waived"
        " FROM first_impressions JOIN cases ON case_number = number"
        " WHERE removed_utc IS NULL AND demonstration = 0 ORDER BY case_number, place"
    )
    return [(str(row[0]), impression(row[1:])) for row in rows]


def readers(database: Database, case_ids: Sequence[str]) -> list[tuple[str, str]]:
    """Case and reader of every first impression in these cases."""
    marks = ", ".join("?" * len(case_ids))
    return [
        (str(case_id), str(by))
        for case_id, by in database.rows(
            "SELECT case_id, read_by FROM first_impressions JOIN cases ON case_number = number"  # noqa: S608
            f" WHERE case_id IN ({marks})",
            tuple(case_ids),
        )
    ]


def naming(database: Database, case_ids: Sequence[str], findings: Iterable[str]) -> list[str]:
    """Of these cases those in whose screenings one of the findings is named at all."""
    named = tuple(f'%"{finding}"%' for finding in findings)
    marks, likes = ", ".join("?" * len(case_ids)), " OR ".join(["screenings LIKE ?"] * len(named))
    rows = database.rows(
        "SELECT DISTINCT case_id FROM films JOIN cases ON case_number = number"  # noqa: S608
        f" WHERE case_id IN ({marks}) AND ({likes})",
        (*case_ids, *named),
    )
    return [str(case_id) for (case_id,) in rows]


def marked_assessment(case: Case, named: Callable[[str], str]) -> Case:
    """The case with other names for who confirmed and who read."""
    return replace(
        case,
        condition_words=tuple(replace(one, by=named(one.by)) for one in case.condition_words),
        first_impressions=tuple(replace(one, by=named(one.by)) for one in case.first_impressions),
    )
