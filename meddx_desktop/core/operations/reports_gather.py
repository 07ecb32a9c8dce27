"""Everything that a report of a stored case is built from, gathered at the desk."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from meddx_desktop import __version__
from meddx_desktop.core.assessment.facts import CaseFacts
from meddx_desktop.core.assessment.knowledge import knowledge
from meddx_desktop.core.calculators.model import Result
from meddx_desktop.core.domain.assessment import Assessment, Setting
from meddx_desktop.core.domain.case import Case, FilmEntry
from meddx_desktop.core.domain.finding import Call, Finding, Reason
from meddx_desktop.core.domain.people import Action
from meddx_desktop.core.domain.report import FilmPicture, Report
from meddx_desktop.core.domain.report_parts import CalculatedPart, ConfirmedPart, FlagPart, LabPart
from meddx_desktop.core.errors import KnowledgeRejected, MedDxError, NotPermitted
from meddx_desktop.core.imaging.correct import corrected
from meddx_desktop.core.jobs import JobContext
from meddx_desktop.core.labs.analytes import analytes
from meddx_desktop.core.operations import (
    assessment,
    assessment_first,
    assessment_site,
    images,
    labs_calculate,
    labs_desk,
    notes_desk,
    reports_people,
)
from meddx_desktop.core.operations.access import Desk
from meddx_desktop.core.operations.application import Application
from meddx_desktop.core.operations.images import ImageResult
from meddx_desktop.core.operations.interrupted import going_on
from meddx_desktop.core.operations.labs_calculate import Answered
from meddx_desktop.core.operations.labs_lines import LabLine, Laboratory
from meddx_desktop.core.reports.build import Gathered, build
from meddx_desktop.core.reports.picture import film_picture

_RANK = {Call.POSITIVE: 0, Call.NOT_SURE: 1, Call.NEGATIVE: 2}


@dataclass(frozen=True, slots=True)
class Shown:
    """What of the films goes on paper."""

    pictures: bool = True
    heat_maps: bool = True


def report_of(
    app: Application,
    case_id: str,
    shown: Shown,
    *,
    setting: Setting | None = None,
    context: JobContext | None = None,
) -> Report:
    """The report of a case as it stands now.

    Raises
    ------
    InvalidEntry
        ``case_gone``.
    JobCancelled, NotPermitted, StoreRefused
        Cancelled; ``not_permitted``, ``report_hidden``: the results wait for the own reading of
        who asks; ``stopped_by_lock``.
    """
    with app.access.using(Action.OPEN_CASE) as desk:
        case = labs_desk.loaded(desk, case_id)
        return _report(app, desk, case, shown, setting=setting, context=context)


def _report(
    app: Application,
    desk: Desk,
    case: Case,
    shown: Shown,
    *,
    setting: Setting | None,
    context: JobContext | None,
) -> Report:
    if assessment_first.is_blind(app, case):
        raise NotPermitted("report_hidden")
    steps = len(case.films) + 2
    _step(app, context, 0, steps)
    laboratory = labs_desk.read(app, desk, case)
    facts = assessment.facts_of(app, case, laboratory)
    _step(app, context, 1, steps)
    here = setting or assessment_site.at_desk(desk).setting
    found, missing = _assessed(app, facts, here)
    pictures: dict[str, FilmPicture] = {}
    troubles: dict[str, Reason] = {}
    for number, entry in enumerate(case.films if shown.pictures else (), 2):
        _step(app, context, number, steps)
        uid = entry.instance.sop_instance_uid
        try:
            pictures[uid], trouble = _picture(app, case.case_id, entry, heat=shown.heat_maps)
        except MedDxError as error:  # the report says so in its place
            trouble = _reason(error)
        if trouble is not None:
            troubles[uid] = trouble
    gathered = Gathered(
        age=facts.age,
        labs=_labs(laboratory.lines),
        lab_cautions=laboratory.cautions,
        rejected=laboratory.rejected,
        calculated=_calculated(case, laboratory),
        reading=facts.reading if case.note.strip() else None,
        flags=tuple(_flags(facts)),
        assessment=found,
        assessment_missing=missing,
        confirmed=tuple(_confirmed(case)),
        genes=reports_people.genes_of(case),
        genes_unknown=reports_people.genes_unknown(case),
        firsts=reports_people.firsts_of(case),
        late=reports_people.late_of(case),
        pictures=pictures,
        troubles=troubles,
    )
    _step(app, context, steps, steps)
    now = datetime.now(UTC)
    return build(case, gathered, made_at=now, made_by=desk.user, program=__version__)


def _step(app: Application, context: JobContext | None, done: int, total: int) -> None:
    going_on(app, context)
    if context is not None:
        context.progress(done, total)


def _assessed(
    app: Application, facts: CaseFacts, setting: Setting
) -> tuple[Assessment | None, str]:
    """Without knowledge there is no assessment, and the report says why."""
    try:
        return assessment.assess_case(app, facts, setting), ""
    except KnowledgeRejected as error:
        return None, error.code


def _confirmed(case: Case) -> Iterable[ConfirmedPart]:
    """A word stays also where its condition is no longer known: then under its key."""
    try:
        known = knowledge() if case.confirmed else {}
    except KnowledgeRejected:
        known = {}
    for word in case.confirmed:
        one = known.get(word.condition)
        title = one.title if one else {"en": word.condition.replace("_", " ")}
        yield ConfirmedPart(word.condition, title, one.icd10 if one else "", word.by, word.at)


def _labs(lines: Iterable[LabLine]) -> tuple[LabPart, ...]:
    known = analytes()
    parts = []
    for line in lines:
        one = line.observation
        analyte = known.get(one.analyte)
        name = {"en": one.name or one.sent.name}
        if analyte is not None:
            name = {"en": analyte.english, "zh": analyte.chinese}
        fits = analyte is not None and one.quantity is not None
        usual = fits and analyte and one.quantity and one.quantity.unit == analyte.unit
        places = analyte.decimals if analyte and usual else None
        parts.append(LabPart(name, one, places, line.is_excluded, line.replaced))
    return tuple(parts)


def _calculated(case: Case, laboratory: Laboratory) -> tuple[CalculatedPart, ...]:
    answers = labs_calculate.calculators(case, laboratory).answers
    return tuple(_value(one, one.outcome) for one in answers if isinstance(one.outcome, Result))


def _value(one: Answered, outcome: Result) -> CalculatedPart:
    """In the unit of the site where that is another than the formula's own."""
    site = one.site
    value = (outcome.value, outcome.unit, outcome.decimals)
    if site is not None:
        value = (site.value, site.unit, site.decimals)
    return CalculatedPart(one.calculator.name, *value, outcome.bands, outcome.notes)


def _flags(facts: CaseFacts) -> Iterable[FlagPart]:
    for flag in facts.reading.flags if facts.reading else ():
        words = notes_desk.flag_words(flag.name)
        if words is not None:
            yield FlagPart(words.title, words.what_to_do, flag.possible)


def _picture(
    app: Application, case_id: str, entry: FilmEntry, *, heat: bool
) -> tuple[FilmPicture, Reason | None]:
    """The film; with the heat map of what speaks loudest, or why there is none of it."""
    best, trouble = None, None
    film = corrected(images.open_stored(app, case_id, entry.instance), entry.correction)
    try:
        best = _loudest(images.results_of(app, case_id, entry)) if heat else None
    except MedDxError as error:  # a model that is gone takes no film off the report
        trouble = _reason(error)
    if best is None:
        return film_picture(film.frame(0)), trouble
    result, finding = best
    number = result.screening.frame
    picture = film_picture(
        film.frame(number - 1),
        number=number,
        heat=result.heat_maps[finding.name],
        finding=finding.name,
        correction=entry.correction,
    )
    return picture, trouble


def _reason(error: MedDxError) -> Reason:
    return Reason(error.code, dict(error.parameters))


def _loudest(results: Iterable[ImageResult]) -> tuple[ImageResult, Finding] | None:
    found = [
        (one, finding)
        for one in results
        if one.screening.gate.accepted
        for finding in one.screening.findings
        if finding.name in one.heat_maps
    ]
    return min(
        found,
        key=lambda pair: (
            pair[0].screening.on_trial,
            _RANK[pair[1].call],
            -pair[1].probability,
        ),
        default=None,
    )
