"""Laboratory results of a case: look at a source, bring it in, understand, calculate, follow.

The window and the command line find everything here; slow work takes a `JobContext`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from meddx_desktop.core.calculators.calculator import GROUPS
from meddx_desktop.core.calculators.model import Missing, Person, Refusal, Result, Value
from meddx_desktop.core.domain.laboratory import Interpretation, Observation, Quantity
from meddx_desktop.core.domain.people import Action
from meddx_desktop.core.domain.risk import Given, RiskResult
from meddx_desktop.core.jobs import JobContext
from meddx_desktop.core.labs.analytes import Analyte
from meddx_desktop.core.labs.columns import Ambiguity, Column, ColumnMapping, Guess, Layout, Shape
from meddx_desktop.core.labs.facts import WINDOW, gather, usable
from meddx_desktop.core.labs.headers import Role
from meddx_desktop.core.labs.limits import MAX_BYTES
from meddx_desktop.core.labs.site_units import SiteValue
from meddx_desktop.core.labs.sniff import Kind
from meddx_desktop.core.labs.why import Explanation, why
from meddx_desktop.core.labs.written_dates import DateOrder
from meddx_desktop.core.operations import labs_calculate, labs_desk, labs_layouts, risks
from meddx_desktop.core.operations.application import Application
from meddx_desktop.core.operations.labs_calculate import Answered, Calculators
from meddx_desktop.core.operations.labs_decide import (
    candidates,
    choose_analyte,
    exclude,
    known_analytes,
    state_unit,
    undo,
    units_of,
)
from meddx_desktop.core.operations.labs_facts import state_facts
from meddx_desktop.core.operations.labs_import import (
    Imported,
    doubts,
    import_into,
    mismatch,
    take_back,
)
from meddx_desktop.core.operations.labs_layouts import forget as forget_layout
from meddx_desktop.core.operations.labs_layouts import remember as remember_layout
from meddx_desktop.core.operations.labs_line import LabLine
from meddx_desktop.core.operations.labs_lines import Laboratory
from meddx_desktop.core.operations.labs_source import (
    OPEN,
    Choices,
    Preview,
    Question,
    SheetView,
    Written,
    look_at,
)
from meddx_desktop.core.operations.paper_table import Paper

__all__ = [
    "GROUPS",
    "MAX_BYTES",
    "Ambiguity",
    "Analyte",
    "Answered",
    "Calculators",
    "Choices",
    "Column",
    "ColumnMapping",
    "DateOrder",
    "Explanation",
    "Guess",
    "Imported",
    "Kind",
    "LabLine",
    "Laboratory",
    "Layout",
    "Missing",
    "Preview",
    "Question",
    "Refusal",
    "Result",
    "Role",
    "Shape",
    "SheetView",
    "SiteValue",
    "TrendPoint",
    "Written",
    "calculators",
    "candidates",
    "choose_analyte",
    "doubts",
    "exclude",
    "explain",
    "forget_layout",
    "import_into",
    "known_analytes",
    "look_at",
    "mismatch",
    "observations",
    "preview",
    "remember_layout",
    "risk_answers",
    "state_facts",
    "state_unit",
    "take_back",
    "trend",
    "undo",
    "units_of",
]


@dataclass(frozen=True, slots=True)
class TrendPoint:
    """One value of an analyte over time.

    Attributes
    ----------
    taken : datetime
    quantity : Quantity
        In the unit that the analyte is shown in; with a comparator it is a limit.
    low, high : float | None
        Of the range that was used.
    interpretation : Interpretation | None
    line : LabLine
        Where it comes from; whether it stands.
    """

    taken: datetime
    quantity: Quantity
    low: float | None
    high: float | None
    interpretation: Interpretation | None
    line: LabLine


def preview(
    app: Application,
    source: Path | bytes | str | Paper,
    choices: Choices = OPEN,
    *,
    context: JobContext | None = None,
) -> Preview:
    """Look at a source with what is remembered here of earlier tables; nothing is kept.

    Raises
    ------
    UnreadableResults, UnreadableImage
        The source as a whole can't be read, by its own name.
    """
    return look_at(source, choices, remembered=labs_layouts.remembered(app), context=context)


def observations(app: Application, case_id: str, *, also_earlier: bool = True) -> Laboratory:
    """All results of a case, understood for this patient at the time of each specimen.

    Parameters
    ----------
    also_earlier
        With the results of the same person's other cases, for changes since then.

    Raises
    ------
    InvalidEntry
        ``case_gone``.
    """
    with app.access.using(Action.OPEN_CASE) as desk:
        case = labs_desk.loaded(desk, case_id)
        return labs_desk.read(app, desk, case, also_earlier=also_earlier)


def explain(line: LabLine, laboratory: Laboratory) -> Explanation:
    """What stands behind the flag of a line, or behind there being none."""
    return why(line.observation, laboratory.subject)


def calculators(
    app: Application, case_id: str, answers: Mapping[str, Value] | None = None
) -> Calculators:
    """Every calculator on a case, with the results it used, what it lacks, why it refuses.

    Parameters
    ----------
    answers
        Answers and choices that nobody keeps, by the name of the input.

    Raises
    ------
    InvalidEntry
        ``case_gone``.
    """
    with app.access.using(Action.OPEN_CASE) as desk:
        case = labs_desk.loaded(desk, case_id)
        return labs_calculate.calculators(case, labs_desk.read(app, desk, case), answers)


def risk_answers(
    app: Application, case_id: str, given: tuple[Given, ...] = ()
) -> tuple[RiskResult, ...]:
    """What the risk models that the owner switched on say of a case; none of it is kept.

    Parameters
    ----------
    given
        Facts beside the results: waist, chest pain.

    Raises
    ------
    InvalidEntry
        ``case_gone``.
    ModelRejected, BadOutput
        As `risks.assess`.
    """
    with app.access.using(Action.OPEN_CASE) as desk:
        case = labs_desk.loaded(desk, case_id)
        found = labs_desk.read(app, desk, case)
    facts = known_to_models(found.counting)
    body = tuple(
        Given(name, value)
        for name, value in labs_calculate.bedside(case)[0].items()
        if isinstance(value, float)
    )
    return risks.assess(app, (*body, *facts, *given), person_of(found), found.counting)


def person_of(found: Laboratory) -> Person:
    """Whom a risk model is asked about, at the time of the newest result that is used."""
    gathered = gather(found.counting)
    return found.subject.person(gathered.taken, gathered.aki_possible)


def known_to_models(observed: tuple[Observation, ...]) -> tuple[Observation, ...]:
    """Results that a model may be given: no doubtful one, none long before the newest."""
    dated = [
        (one.sent.taken.astimezone(UTC), one) for one in observed if one.sent.taken and usable(one)
    ]
    if not dated:
        return tuple(one for one in observed if usable(one))
    newest = max(when for when, _ in dated)
    kept = [pair for pair in dated if newest - pair[0] <= WINDOW]
    return tuple(one for _, one in sorted(kept, key=lambda pair: pair[0]))


def trend(app: Application, case_id: str, analyte: str) -> tuple[TrendPoint, ...]:
    """All dated values of one analyte of a person, oldest first, also those that do not stand.

    Raises
    ------
    InvalidEntry
        ``case_gone``.
    """
    found = observations(app, case_id)
    points = [
        TrendPoint(
            one.sent.taken,
            one.quantity,
            one.range.low if one.range else None,
            one.range.high if one.range else None,
            one.interpretation,
            line,
        )
        for line in (*found.earlier, *found.lines)
        if (one := line.observation).analyte == analyte and one.quantity and one.sent.taken
    ]
    return tuple(sorted(points, key=lambda point: point.taken.astimezone(UTC)))
