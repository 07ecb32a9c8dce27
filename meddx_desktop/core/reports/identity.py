"""Whose a sheet is: in one line for every page, and in full at its beginning."""

from meddx_desktop.core.domain.note import Assertion, MentionKind
from meddx_desktop.core.domain.paper import Block, Facts, Paper
from meddx_desktop.core.domain.patient import Age, Patient
from meddx_desktop.core.domain.report import Report
from meddx_desktop.core.reports import amounts
from meddx_desktop.core.reports.clean import line
from meddx_desktop.core.reports.speech import Speech


def name(patient: Patient, speech: Speech) -> str:
    """The name, or words that say that there is none."""
    return line(patient.name.shown) or speech.say("paper_no_name")


def whose(patient: Patient, speech: Speech) -> str:
    """Name, ID and birth date, for the head of every page."""
    born = patient.birth_date.isoformat() if patient.birth_date else ""
    parts = (name(patient, speech), line(patient.patient_id), born)
    return " · ".join(part for part in parts if part)


def age(value: Age | None, speech: Speech) -> str:
    """An age, or words that say that it is not known."""
    return speech.say("paper_unknown") if value is None else speech.age(value.days)


def allergies(report: Report, speech: Speech) -> str:
    """Not asked, none known, or the list, never mixed up; beside it what the note says.

    Whoever receives the sheet reads its head and may read no further.
    """
    asked = report.patient.allergies
    if asked is None:
        said = speech.say("paper_allergies_not_asked")
    else:
        said = ", ".join(map(line, asked)) or speech.say("paper_allergies_none")
    known = {line(one).casefold() for one in asked or ()}
    noted = [one for one in _noted(report) if one.casefold() not in known]
    noted += [] if asked == () else _denied(report)
    if not noted:
        return said
    return speech.say("paper_allergies_noted", asked=said, noted=", ".join(noted))


def _noted(report: Report) -> tuple[str, ...]:
    """What the note says the patient is or may be allergic to, each once."""
    mentions = report.reading.mentions if report.reading else ()
    said = (Assertion.PRESENT, Assertion.POSSIBLE, Assertion.HISTORICAL)
    found = (
        line(one.text)
        for one in mentions
        if one.kind is MentionKind.ALLERGY
        and one.assertion in said
        and not (one.allergy and one.allergy.none_known)
    )
    return tuple({one.casefold(): one for one in found}.values())


def _denied(report: Report) -> list[str]:
    """The words with which the note says that none is known."""
    mentions = report.reading.mentions if report.reading else ()
    found = (
        line(one.text)
        for one in mentions
        if one.allergy and one.allergy.none_known and one.assertion is Assertion.NEGATED
    )
    return list({one.casefold(): one for one in found}.values())


def facts(report: Report, speech: Speech) -> Facts:
    """Who the patient is, when it was, and how far the work has come."""
    patient, say = report.patient, speech.say
    born = patient.birth_date.isoformat() if patient.birth_date else say("paper_unknown")
    return Facts(
        (
            (say("paper_name"), name(patient, speech)),
            (say("paper_id"), line(patient.patient_id) or say("paper_unknown")),
            (say("paper_born"), born),
            (say("paper_age"), age(report.age, speech)),
            (say("paper_sex"), speech.label(f"sex.{patient.sex.value}")),
            (say("paper_allergies"), allergies(report, speech)),
            (say("paper_visit"), report.day.isoformat()),
            (say("paper_state"), speech.label(f"state.{report.state.value}")),
            (say("paper_case"), report.case_id),
            (say("paper_made"), made(report, speech)),
        )
    )


def made(report: Report, speech: Speech) -> str:
    """Who had it made, when, with which program."""
    at = amounts.moment(report.made_at)
    return speech.say("paper_made_by", time=at, user=line(report.made_by), version=report.program)


def stamp(report: Report, speech: Speech) -> str:
    """What stands on every page: who signed it, or that nobody did."""
    signature = report.signature
    if signature is None:
        return speech.safety("unreviewed")
    return speech.say(
        "paper_signed_by",
        signed=speech.safety("signed"),
        user=line(signature.by),
        time=amounts.moment(signature.at),
    )


def sheet(
    report: Report, speech: Speech, blocks: list[Block], *, title: str, is_large: bool = False
) -> Paper:
    """A sheet about the patient of a report."""
    return Paper(
        title=title,
        language=speech.language,
        whose=whose(report.patient, speech),
        stamp=stamp(report, speech),
        is_reviewed=report.is_signed,
        foot=speech.safety("support"),
        pages=speech.say("paper_page"),
        blocks=tuple(blocks),
        lacks=speech.say("paper_characters"),
        is_large=is_large,
    )
