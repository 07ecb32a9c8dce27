"""The blank form for a day without power: what the program would ask, on lines.

What is written by hand is entered later, with both times: when it was, and when it was entered.
"""

from dataclasses import fields

from meddx_desktop.core.domain.case import Vitals
from meddx_desktop.core.domain.paper import Blanks, Block, Heading, Paper, Paragraph, Tone
from meddx_desktop.core.reports.section_note import UNITS
from meddx_desktop.core.reports.speech import Speech

_WHO = ("paper_name", "paper_id", "paper_born", "paper_sex")
_SIGNS = tuple(one.name for one in fields(Vitals) if one.name != "weight_on")
_NOTE_LINES = 4
"""As many as leave everything on one sheet."""


def compose(speech: Speech) -> Paper:
    """One sheet for one patient."""
    say = speech.say
    names = tuple(say(key) for key in _WHO)
    blocks: list[Block] = [
        Heading(say("blank_title"), 1),
        Paragraph(say("blank_late"), Tone.STRONG),
        Blanks((say("blank_seen_at"), say("blank_seen_by"))),
        Blanks((*names, say("blank_village"), say("slip_telephone"))),
        Blanks((say("blank_allergies"), say("blank_medication")), columns=1),
        Heading(say("paper_vitals")),
        Blanks(tuple(_sign(name, speech) for name in _SIGNS), columns=3),
        Heading(say("paper_note")),
        Blanks((say("blank_complaint"),), columns=1, lines=_NOTE_LINES),
        Paragraph(say("blank_danger"), Tone.WARNING),
        Heading(say("paper_films")),
        Blanks((say("blank_film_number"), say("blank_view"), say("blank_quality")), columns=3),
        Blanks((say("blank_read"),), columns=1),
        Heading(say("paper_labs")),
        Blanks((say("blank_results"),), columns=1, lines=2),
        Heading(say("paper_criticals")),
        Blanks((say("blank_told_whom"), say("blank_told_at"), say("blank_read_back")), columns=3),
        Blanks((say("blank_signature"), say("blank_entered"))),
    ]
    return Paper(
        title=say("blank_title"),
        language=speech.language,
        whose="",
        stamp="",
        is_reviewed=False,
        foot=speech.safety("support"),
        pages=say("paper_page"),
        blocks=tuple(blocks),
    )


def _sign(name: str, speech: Speech) -> str:
    """A vital sign with its unit: 98.6 on a line must not be read as degrees Celsius later."""
    unit = UNITS.get(name)
    label = speech.label(f"vital.{name}")
    return f"{label} ({unit})" if unit else label
