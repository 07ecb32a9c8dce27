"""The bedside facts and the note on paper: unknown is written out, the words stay as written."""

from dataclasses import fields
from datetime import date

from meddx_desktop.core.domain.case import Answer, Vitals
from meddx_desktop.core.domain.late_entry import LatePart
from meddx_desktop.core.domain.note import Assertion, Mention, MentionKind
from meddx_desktop.core.domain.paper import Block, Facts, Heading, Paragraph, Tone
from meddx_desktop.core.domain.patient import DAYS_PER_YEAR, Sex
from meddx_desktop.core.domain.report import Report
from meddx_desktop.core.reports import section_late
from meddx_desktop.core.reports.clean import line, plain
from meddx_desktop.core.reports.speech import Speech

UNITS = {
    "weight_kg": "kg",
    "height_cm": "cm",
    "temperature_c": "°C",
    "respiratory_rate": "/min",
    "spo2_percent": "%",
    "pulse": "/min",
    "systolic": "mmHg",
    "diastolic": "mmHg",
}
_OF_WOMEN = frozenset({"last_period", "pregnant", "lactating"})
FERTILE_FROM = 10
"""Years, from which on pregnancy is asked about (SAFETY 10)."""
_BIRTHDAY = 0.75
"""Days that an age may be short of whole years on a birthday."""
_NONE_KNOWN = "none_known"
_KINDS = (MentionKind.PROBLEM, MentionKind.SYMPTOM, MentionKind.DRUG, MentionKind.ALLERGY)


def vitals(report: Report, speech: Speech) -> list[Block]:
    """Every field of the strip; what was not measured or asked says so."""
    rows = tuple(
        (speech.label(f"vital.{one.name}"), vital(report.vitals, one.name, speech))
        for one in fields(Vitals)
        if _concerns(report, one.name)
    )
    heading = Heading(speech.say("paper_vitals"))
    return [heading, *section_late.told(report, speech, LatePart.VITALS), Facts(rows)]


def _concerns(report: Report, name: str) -> bool:
    """A boy's or a small girl's empty fields of pregnancy are noise; what was entered stays."""
    if name not in _OF_WOMEN or getattr(report.vitals, name) not in (None, Answer.UNKNOWN):
        return True
    is_small = report.age is not None and report.age.days + _BIRTHDAY < FERTILE_FROM * DAYS_PER_YEAR
    return report.patient.sex is not Sex.MALE and not is_small


def vital(of: Vitals, name: str, speech: Speech) -> str:
    """One vital sign with its unit."""
    value = getattr(of, name)
    if isinstance(value, Answer):
        return speech.label(f"answer.{value.value}")
    if value is None:
        return speech.say("paper_not_measured")
    if isinstance(value, date):
        return value.isoformat()
    return f"{value:g} {UNITS[name]}"


def note(report: Report, speech: Speech) -> list[Block]:
    """The note word for word, and what the program read in it."""
    blocks: list[Block] = [Heading(speech.say("paper_note"))]
    if not report.note.strip():
        return [*blocks, Paragraph(speech.say("paper_no_note"))]
    blocks += section_late.told(report, speech, LatePart.NOTE)
    blocks.append(Paragraph(plain(report.note)))
    rows = _read(report, speech)
    if rows:
        blocks += [
            Heading(speech.say("paper_read_in_note"), 3),
            Paragraph(speech.say("paper_read_by_program"), Tone.QUIET),
            Facts(rows),
        ]
    return blocks


def _read(report: Report, speech: Speech) -> tuple[tuple[str, str], ...]:
    mentions = report.reading.mentions if report.reading else ()
    rows = []
    for kind in _KINDS:
        for said in (*(one.value for one in Assertion), _NONE_KNOWN):
            found = [one for one in mentions if one.kind is kind and _said(one) == said]
            if found:
                names = "; ".join(dict.fromkeys(_named(one) for one in found))
                how = speech.label(f"assertion.{said}")
                rows.append((f"{speech.label(f'mention.{kind.value}')}, {how}", names))
    return tuple(rows)


def _said(one: Mention) -> str:
    """What the note says of it; "no known allergies" is not called negated, which says twice no."""
    is_none = one.allergy is not None and one.allergy.none_known
    is_denied = is_none and one.assertion is Assertion.NEGATED
    return _NONE_KNOWN if is_denied else one.assertion.value


def _named(one: Mention) -> str:
    codes = [found.code.value for found in one.codes if found.code.scheme == "I10C"]
    return f"{line(one.text)} [{codes[0]}]" if codes else line(one.text)
