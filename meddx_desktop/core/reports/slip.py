"""The patient's slip: what was done, what comes next, when to come back, in large plain words.

It names no disease that a machine thought of and no risk: scores, models and risk models have no
place on it (SAFETY 18). What a clinician wrote by hand goes on the lines.
"""

import re

from meddx_desktop.core.domain.finding import Call, Decision
from meddx_desktop.core.domain.paper import (
    Blanks,
    Block,
    Facts,
    Heading,
    Paper,
    Paragraph,
    Sign,
    Signs,
    Tone,
)
from meddx_desktop.core.domain.patient import Age
from meddx_desktop.core.domain.report import Report
from meddx_desktop.core.reports import identity, section_follow_up
from meddx_desktop.core.reports.clean import line
from meddx_desktop.core.reports.speech import Speech

_GROWN = 18
_ELSEWHERE = re.compile(r"\b(?:refer|hospital|ambulance|transfer|clinic)\b", re.IGNORECASE)
"""Words in the title of a chosen step that send the patient on; plans have them in English too."""
DANGER_SIGNS = {
    "breathing": "breathing_failure",
    "chest_pain": "acute_coronary",
    "cannot_drink": "unable_to_drink",
    "not_awake": "child_danger_signs",
    "child_fit": "child_danger_signs",
}
"""Pictogram and sentence of each sign, and the red flag rule that holds its source."""


def compose(report: Report, speech: Speech) -> Paper:
    """The slip in the patient's language."""
    say = speech.say
    blocks: list[Block] = [Heading(say("slip_title"), 1), _who(report, speech)]
    blocks += [Heading(say("slip_done")), _done(report, speech)]
    blocks += [Heading(say("slip_next")), *_next(report, speech)]
    again = section_follow_up.signs(report, speech)
    if again:
        blocks += [Heading(say("slip_again")), *again]
    blocks.append(Sign("cough", say("slip_cough")))
    blocks.append(Blanks((say("slip_where"), say("slip_when"))))
    blocks.append(Heading(say("slip_come_back")))
    blocks.append(Signs(tuple(Sign(name, say(f"slip_{name}")) for name in signs(report.age))))
    blocks.append(Blanks((say("slip_telephone"), say("slip_written_by"))))
    return identity.sheet(report, speech, blocks, title=say("slip_title"), is_large=True)


def _who(report: Report, speech: Speech) -> Facts:
    patient = report.patient
    rows = [
        (speech.say("paper_name"), identity.name(patient, speech)),
        (speech.say("paper_visit"), report.day.isoformat()),
    ]
    if patient.patient_id:
        rows.insert(1, (speech.say("paper_id"), line(patient.patient_id)))
    return Facts(tuple(rows))


def _done(report: Report, speech: Speech) -> Signs:
    done: list[Sign] = []
    if report.films:
        # A film that no model could judge may show anything.
        is_chest = any(film.is_scored for film in report.films)
        done.append(Sign("film", speech.say("slip_film" if is_chest else "slip_picture")))
    if report.labs:
        done.append(Sign("blood", speech.say("slip_labs")))
    if not done:
        done.append(Sign("talk", speech.say("slip_talk")))
    return Signs(tuple(done), min(len(done), 2))


def _next(report: Report, speech: Speech) -> list[Block]:
    """What to do; nobody is told that all is well, whatever the scores are."""
    told: list[Block] = []
    if needs_more(report):
        said = "slip_more_now" if is_urgent(report) else "slip_more"
        told.append(Sign("hospital", speech.say(said)))
    if not report.is_signed:
        return [
            *told,
            Sign("wait", speech.say("slip_unreviewed")),
            Paragraph(speech.say("slip_no_result"), Tone.STRONG),
        ]
    told = told or [Sign("doctor", speech.say("slip_explained"))]
    if any(not film.is_scored for film in report.films):
        told.append(Sign("film", speech.say("slip_film_again")))
    return told


def needs_more(report: Report) -> bool:
    """Whether a clinician found or confirmed something, sends on, or told of a critical result."""
    if is_urgent(report) or report.confirmed:
        return True
    kept = (Decision.ACCEPTED, Decision.EDITED)
    found = (part for film in report.films for part in film.findings)
    return any(
        part.decision is not None
        and part.decision.decision in kept
        and (part.call is not Call.NEGATIVE or part.decision.decision is Decision.EDITED)
        for part in found
    )


def is_urgent(report: Report) -> bool:
    """Whether it can't wait: a critical result was raised, or a step was chosen that sends on.

    A critical result is a person's word or the laboratory's; one that a clinician said is none
    does not count. What the program alone thinks has no place on a slip.
    """
    sent_on = any(_ELSEWHERE.search(one.title.get("en", "")) for one in report.treatments)
    return any(one.none is None for one in report.criticals) or sent_on


def signs(age: Age | None) -> tuple[str, ...]:
    """Which danger signs are named: a fit is one of children, pain in the chest of adults."""
    left_out = set()
    if age is not None:
        left_out = {"child_fit"} if age.years >= _GROWN else {"chest_pain"}
    return tuple(name for name in DANGER_SIGNS if name not in left_out)
