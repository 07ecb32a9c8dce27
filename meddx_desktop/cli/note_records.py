"""A note's reading as the record of the command line's contract."""

from typing import Any

from meddx_desktop.cli.records import path_text
from meddx_desktop.core.domain.note import (
    Coded,
    Measured,
    Mention,
    NoteReading,
    RedFlag,
    Section,
    Trigger,
)
from meddx_desktop.core.operations.notes import NoteText
from meddx_desktop.words import sentence


def answer(path: str, note: NoteText, reading: NoteReading) -> dict[str, Any]:
    """One JSON object per note; offsets count Unicode code points of the decoded text."""
    return {
        "path": path_text(path),
        "language": reading.language,
        "sections": [_section(one) for one in reading.sections],
        "mentions": [_mention(one) for one in reading.mentions],
        "flags": [_flag(one, note.text) for one in reading.flags],
        "kind": note.kind,
        "encoding": note.encoding or None,
        "length": len(note.text),
        "cautions": [
            {"code": one.code, "message": sentence(one.code, one.parameters)}
            for one in note.cautions
        ],
    }


def _section(section: Section) -> dict[str, Any]:
    record = {"name": section.name, "start": section.span.start, "end": section.span.end}
    if section.guessed is not None:
        record["guessed"] = round(section.guessed, 3)
    return record


def _mention(mention: Mention) -> dict[str, Any]:
    record: dict[str, Any] = {
        "start": mention.span.start,
        "end": mention.span.end,
        "text": mention.text,
        "kind": mention.kind,
        "assertion": mention.assertion,
        "trigger": _trigger(mention.trigger),
        "codes": [_coded(one) for one in mention.codes],
    }
    if mention.concept:
        record["concept"] = mention.concept
    if mention.side:
        record["side"] = mention.side
    if mention.measured:
        record["measured"] = [_measured(one) for one in mention.measured]
    if mention.drug:
        record["drug"] = _drug(mention)
    if mention.allergy:
        record["allergy"] = {
            "substance": mention.allergy.substance,
            "reaction": mention.allergy.reaction,
            "none_known": mention.allergy.none_known,
        }
    return record


def _trigger(trigger: Trigger | None) -> dict[str, Any] | None:
    if trigger is None:
        return None
    return {
        "text": trigger.text,
        "start": trigger.span.start,
        "end": trigger.span.end,
        "rule": trigger.rule,
        "distance": trigger.distance,
    }


def _coded(coded: Coded) -> dict[str, Any]:
    code = coded.code
    return {
        "value": code.value,
        "scheme": code.scheme,
        "meaning": code.meaning,
        "score": round(coded.score, 3),
    }


def _measured(measured: Measured) -> dict[str, Any]:
    return {
        "name": measured.name,
        "value": measured.value,
        "unit": measured.unit,
        "comparator": measured.comparator,
        "original": measured.original,
    }


def _drug(mention: Mention) -> dict[str, Any]:
    drug = mention.drug
    if drug is None:
        return {}
    return {
        "ingredients": list(drug.ingredients),
        "dose": _measured(drug.dose) if drug.dose else None,
        "route": drug.route,
        "frequency": drug.frequency,
        "per_day": drug.per_day,
        "duration": _measured(drug.duration) if drug.duration else None,
        "stopped": drug.stopped,
    }


def _flag(flag: RedFlag, text: str) -> dict[str, Any]:
    return {
        "name": flag.name,
        "possible": flag.possible,
        "source": flag.source,
        "words": [
            {"start": one.start, "end": one.end, "text": text[one.start : one.end]}
            for one in flag.words
        ],
    }
