"""Films on paper: scores against thresholds, the clinician's word, what nobody looked for."""

from meddx_desktop.core.domain.finding import Call, Decision
from meddx_desktop.core.domain.paper import (
    Block,
    Column,
    Heading,
    Paragraph,
    Picture,
    Row,
    Table,
    Tone,
)
from meddx_desktop.core.domain.report import FilmPart, FindingPart, Report
from meddx_desktop.core.reports import amounts
from meddx_desktop.core.reports.clean import line
from meddx_desktop.core.reports.speech import Speech

_TONES = {Call.POSITIVE: Tone.STRONG, Call.NOT_SURE: Tone.STRONG, Call.NEGATIVE: Tone.PLAIN}
_SHORT_HASH = 16


def films(report: Report, speech: Speech) -> list[Block]:
    """Every film, those without a score too."""
    blocks: list[Block] = [Heading(speech.say("paper_films"))]
    if not report.films:
        return [*blocks, Paragraph(speech.say("paper_no_films"))]
    for place, film in enumerate(report.films, 1):
        blocks += _film(film, speech, place)
    if report.lacks_tuberculosis:
        blocks.append(Paragraph(speech.safety("tb_off"), Tone.WARNING))
    return blocks


def models(report: Report, speech: Speech) -> list[Block]:
    """Which file of which model answered, so that it can be held to account."""
    say = speech.say
    found = report.models
    if not found:
        return []
    columns = (
        Column(say("paper_model"), 2.4),
        Column(say("paper_version"), 1.0),
        Column(say("paper_variant"), 1.4),
        Column("SHA-256", 3.2),
    )
    rows = tuple(
        Row((one.name, one.version, f"{one.variant} · {_device(one.provider)}", one.sha256))
        for one in found
    )
    return [Heading(say("paper_models")), Table(columns, rows)]


def title(film: FilmPart, speech: Speech) -> str:
    """What a film is called on paper: never its file name, which may name a patient."""
    day = film.day.isoformat() if film.day else speech.say("paper_date_unknown")
    return f"{day} · {film.modality or '–'} · {speech.label(f'view.{film.view.value}')}"


def _film(film: FilmPart, speech: Speech, place: int) -> list[Block]:
    say = speech.say
    named = say("paper_film", number=place, film=title(film, speech))
    blocks: list[Block] = [Heading(named, 3), *_picture(film, speech)]
    if film.correction is not None and not film.correction.is_nothing:
        done = film.correction
        words = say(
            "paper_corrected",
            done=speech.label(f"correction.{done.done}"),
            by=line(done.by) or "–",
            time=amounts.moment(done.at),
        )
        blocks.append(Paragraph(words, Tone.WARNING))
    if film.findings:
        blocks.append(_findings(film, speech))
        blocks.append(Paragraph(f"{say('paper_scale')} {speech.safety('score')}", Tone.QUIET))
    blocks += _unscored(film, speech)
    blocks += [
        Paragraph(speech.sentence(one.code, one.parameters), Tone.WARNING) for one in film.cautions
    ]
    blocks += not_assessed(film.not_assessed, speech)
    digest = film.sha256[:_SHORT_HASH]
    blocks.append(Paragraph(say("paper_film_hash", digest=digest), Tone.QUIET))
    return blocks


def not_assessed(names: tuple[str, ...], speech: Speech) -> list[Block]:
    """What nobody looked for, by name."""
    if not names:
        return []
    said = ", ".join(speech.label(f"finding.{one}") for one in names)
    return [Paragraph(speech.say("paper_not_assessed", names=said))]


def _picture(film: FilmPart, speech: Speech) -> list[Block]:
    shown = film.picture
    if shown is None:
        return []
    caption = speech.say("paper_film_plain")
    if shown.finding:
        named = speech.label(f"finding.{shown.finding}")
        caption = f"{named}: {speech.safety('heat_map')} {speech.say('paper_heat_scale')}"
    if film.frames > 1:
        of = speech.say("paper_frame", number=shown.frame, count=film.frames)
        caption = f"{of} {caption}"
    return [Picture(shown.png, shown.width, shown.height, caption, 0.5)]


def _unscored(film: FilmPart, speech: Speech) -> list[Block]:
    reasons = [*film.refusals, *([film.error] if film.error else [])]
    said: list[Block] = [
        Paragraph(speech.sentence(one.code, one.parameters), Tone.WARNING) for one in reasons
    ]
    if film.waiting and film.error is None:
        return [Paragraph(speech.say("paper_waiting"), Tone.DANGER), *said]
    if not film.is_scored:
        return [Paragraph(speech.safety("refused"), Tone.DANGER), *said]
    return said


def _findings(film: FilmPart, speech: Speech) -> Table:
    say = speech.say
    columns = (
        Column(say("paper_finding"), 2.2),
        Column(say("paper_score"), 0.9),
        Column(say("paper_threshold"), 1.1),
        Column(say("paper_machine"), 1.9),
        Column(say("paper_clinician"), 2.6),
    )
    rows = tuple(_finding(one, film, speech) for one in film.findings)
    return Table(columns, rows)


def _finding(one: FindingPart, film: FilmPart, speech: Speech) -> Row:
    name = speech.label(f"finding.{one.name}")
    if film.frames > 1:
        name = f"{name} ({speech.say('paper_frame', number=one.frame, count=film.frames)})"
    low, high = (amounts.score(end) for end in one.not_sure)
    threshold = f"{amounts.score(one.threshold)} ({low}–{high})"
    cells = (
        name,
        amounts.score(one.score),
        threshold,
        speech.label(f"call.{one.call.value}"),
        word(one, speech),
    )
    return Row(cells, _TONES[one.call], _remarks(one, speech))


def word(one: FindingPart, speech: Speech) -> str:
    """What the clinician made of a finding; words that say that nobody said anything."""
    said = one.decision
    if said is None:
        return speech.say("paper_undecided")
    words = speech.label(f"word.{said.decision.value}")
    comment = f": {line(said.comment)}" if said.comment.strip() else ""
    return f"{words}{comment} ({line(said.by) or '–'}, {amounts.moment(said.at)})"


def _remarks(one: FindingPart, speech: Speech) -> str:
    say = speech.say
    parts = [f"{one.model.name} {one.model.version}."]
    if one.call.caution:
        parts.append(speech.safety(one.call.caution))
    if one.on_trial:
        parts.append(say("paper_on_trial"))
    parts += _site(one, speech)
    earlier = [word for word in one.words if word is not one.decision]
    for before in earlier:
        decision = _decision(before.decision, speech)
        comment = f": {line(before.comment)}" if before.comment.strip() else ""
        at = amounts.moment(before.at)
        parts.append(
            say("paper_earlier", what=f"{decision}{comment}", by=line(before.by) or "–", time=at)
        )
    return " ".join(parts)


def _decision(decision: Decision, speech: Speech) -> str:
    if decision is Decision.WITHDRAWN:
        return speech.say("paper_withdrawn")
    return speech.label(f"word.{decision.value}")


def _site(one: FindingPart, speech: Speech) -> list[str]:
    """The site's own threshold, and a probability only where the site entered its share."""
    facts, parts = one.site, []
    if facts is None:
        return []
    if facts.since is not None:
        shipped = amounts.score(facts.shipped) if facts.shipped is not None else "–"
        since = facts.since.isoformat()
        parts.append(speech.say("paper_site_threshold", since=since, shipped=shipped))
    if facts.prevalence is not None and facts.probability is not None:
        share, chance = f"{facts.prevalence * 100:.3g}", f"{facts.probability * 100:.0f}"
        parts.append(speech.say("site_chance", share=share, chance=chance) + ".")
    if facts.ppv is not None:
        parts.append(speech.say("paper_ppv", ppv=f"{facts.ppv * 100:.0f}"))
    return parts


def _device(provider: str) -> str:
    short = provider.removesuffix("ExecutionProvider")
    return short.upper() if short.islower() else short
