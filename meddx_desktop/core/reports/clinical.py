"""The clinician's report: everything of a case in the order in which it matters."""

from dataclasses import dataclass

from meddx_desktop.core.domain.paper import Block, Heading, Paper, Paragraph, Tone
from meddx_desktop.core.domain.report import Report
from meddx_desktop.core.reports import (
    identity,
    section_assessment,
    section_films,
    section_first,
    section_follow_up,
    section_genes,
    section_late,
    section_note,
    section_results,
    section_review,
    section_treatment,
)
from meddx_desktop.core.reports.speech import Speech


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the report under its heading; `key` is the same in every language."""

    key: str
    blocks: tuple[Block, ...]

    @property
    def title(self) -> str:
        """Its heading."""
        first = self.blocks[0]
        return first.text if isinstance(first, Heading) else ""


def compose(report: Report, speech: Speech) -> Paper:
    """The report in the reader's language."""
    title = speech.say("paper_title")
    blocks: list[Block] = [Heading(title, 1)]
    if report.demonstration:
        blocks.append(Paragraph(speech.say("paper_demonstration"), Tone.WARNING))
    blocks.append(identity.facts(report, speech))
    blocks += [
        Paragraph(speech.sentence(one.code, one.parameters), Tone.WARNING) for one in report.alerts
    ]
    for section in sections(report, speech):
        blocks += section.blocks
    return identity.sheet(report, speech, blocks, title=title)


def sections(report: Report, speech: Speech) -> tuple[Section, ...]:
    """The parts of the report that have something to say."""
    made = {
        "criticals": section_review.criticals,
        "alerts": section_assessment.alerts,
        "films": section_films.films,
        "first": section_first.firsts,
        "assessment": section_assessment.assessment,
        "treatment": section_treatment.treatment,
        "genes": section_genes.genes,
        "follow_ups": section_follow_up.follow_ups,
        "vitals": section_note.vitals,
        "labs": section_results.results,
        "note": section_note.note,
        "late": section_late.late,
        "addenda": section_review.addenda,
        "signatures": section_review.signatures,
        "models": section_films.models,
    }
    found = ((key, tuple(make(report, speech))) for key, make in made.items())
    return tuple(Section(key, blocks) for key, blocks in found if blocks)
