"""Counts for public health: which cells there are, who counts in which, and the table as CSV."""

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta

from meddx_desktop.core.domain.case import Case
from meddx_desktop.core.domain.finding import Decision
from meddx_desktop.core.domain.patient import DAYS_PER_YEAR, Age, Sex
from meddx_desktop.core.domain.site_numbers import Week
from meddx_desktop.core.privacy.release import MOST_CELLS, Release
from meddx_desktop.core.reports.daily import guarded
from meddx_desktop.core.reports.site_numbers import trusted

SCREENED = "screened"
"""A person with a film that a model in trusted use gave a score, whatever it was."""
UNKNOWN = "unknown"
BANDS: tuple[tuple[str, float], ...] = (
    ("0 to 4", 5),
    ("5 to 14", 15),
    ("15 to 24", 25),
    ("25 to 44", 45),
    ("45 to 64", 65),
    ("65 and over", float("inf")),
)
"""Age bands by the age in years that they end below; a spreadsheet takes ``5-14`` for a day."""
SEXES = ("F", "M", UNKNOWN)
HEAD = ("week", "finding", "age_band", "sex", "count")


@dataclass(frozen=True, slots=True, order=True)
class Cell:
    """One count of the table."""

    week: Week
    finding: str
    band: str
    sex: str


def cells(weeks: Sequence[Week], findings: Sequence[str]) -> tuple[Cell, ...]:
    """Every cell that there could be, made from the question alone."""
    bands = (*(name for name, _ in BANDS), UNKNOWN)
    return tuple(
        Cell(week, finding, band, sex)
        for week in weeks
        for finding in (SCREENED, *findings)
        for band in bands
        for sex in SEXES
    )


def people(cases: Iterable[tuple[str, Case]]) -> list[tuple[Cell, ...]]:
    """For each person the cells that he or she belongs to, in a fixed order.

    A person's cases are put together by their token, so that joined cases count as one person.
    What was confirmed comes before that there was a film, the earlier before the later: only the
    first few count (`release.MOST_CELLS`).
    """
    found: dict[str, set[Cell]] = {}
    for person, case in cases:
        found.setdefault(person, set()).update(_of_case(case))
    return [tuple(sorted(one, key=_first)) for one in found.values()]


def _first(cell: Cell) -> tuple[bool, Cell]:
    return cell.finding == SCREENED, cell


def _of_case(case: Case) -> set[Cell]:
    if case.demonstration:
        return set()
    week, band, sex = Week.of(case.day), band_of(case.age), _sex(case)
    named = set(confirmed(case))
    if any(trusted(film) for film in case.films):
        named.add(SCREENED)
    return {Cell(week, finding, band, sex) for finding in named}


def confirmed(case: Case) -> tuple[str, ...]:
    """Findings of models in trusted use that a clinician confirmed in a case that is signed.

    What a model says by itself never leaves as a case of disease.
    """
    if not case.is_signed:
        return ()
    return tuple(
        sorted(
            {
                finding.name
                for film in case.films
                for said in trusted(film)
                for finding in said.findings
                if (
                    word := case.decision_on(
                        film.instance.sop_instance_uid, said.frame, finding.name
                    )
                )
                is not None
                and word.decision is Decision.ACCEPTED
            }
        )
    )


def band_of(age: Age | None) -> str:
    """The age band; ``unknown`` without an age."""
    if age is None:
        return UNKNOWN
    # Years are a fraction longer than whole days: a birthday must not fall into the band before.
    years = (age.days + 0.5) / DAYS_PER_YEAR
    return next(name for name, end in BANDS if years < end)


def _sex(case: Case) -> str:
    sexes = [case.patient.sex, *(film.stated.sex for film in case.films)]
    known = next((sex for sex in sexes if sex in (Sex.FEMALE, Sex.MALE)), None)
    return UNKNOWN if known is None else known.value


def last_weeks(now: Week, count: int) -> tuple[Week, ...]:
    """The full weeks before the current one, oldest first."""
    return tuple(now.after(-step) for step in range(count, 0, -1))


def as_csv(made: Release[Cell], notes: Sequence[str]) -> bytes:
    """The table in UTF-8 with its mark; a blank count reads ``<10``, and no cell is a formula.

    Parameters
    ----------
    made
        What may leave.
    notes
        Sentences below the table, for who reads it without this program.
    """
    written = io.StringIO()
    rows = csv.writer(written, lineterminator="\r\n")
    rows.writerow(HEAD)
    blank = f"<{made.limit}"
    for cell, count in made.cells:
        shown = blank if count is None else str(count)
        rows.writerow(
            guarded(part) for part in (str(cell.week), cell.finding, cell.band, cell.sex, shown)
        )
    facts = {
        "epsilon": f"{float(made.epsilon):g}",
        "mechanism": "discrete Laplace, one person added or taken away",
        "cells_per_person": str(MOST_CELLS),
        "shown_from": str(made.limit),
        "first_day": made.cells[0][0].week.monday.isoformat() if made.cells else "",
        "last_day": _last_day(made),
    }
    for name, said in facts.items():
        rows.writerow((guarded(name), guarded(said)))
    for note in notes:
        rows.writerow((guarded(note),))
    return written.getvalue().encode("utf-8-sig")


def _last_day(made: Release[Cell]) -> str:
    if not made.cells:
        return ""
    return (made.cells[-1][0].week.monday + timedelta(days=6)).isoformat()
