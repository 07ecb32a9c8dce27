"""Results that wait for an answer: which test was meant, or in which unit.

Until somebody answers they count as doubtful at most, and only with what they would be in blood:
a danger that every such meaning shares is raised as possible, and nothing is lowered by them.
"""

from collections.abc import Iterable, Iterator, Mapping

from meddx_desktop.core.assessment.facts import Number, ResultRow
from meddx_desktop.core.domain.assessment import Alert, AlertKind, Origin, Place
from meddx_desktop.core.domain.laboratory import ResultStatus, Specimen
from meddx_desktop.core.labs.analytes import Analyte, analytes

_ASKED = frozenset(
    {
        "lab_which_analyte",
        "lab_unit_missing",
        "lab_unit_unknown",
        "lab_unit_does_not_fit",
        "lab_specimen_does_not_fit",
        "lab_name_and_code_disagree",
    }
)
_BLOOD = (Specimen.SERUM, Specimen.BLOOD, Specimen.ARTERIAL_BLOOD)
_NAMED = 4
"""How many open results an alert names; the others are counted."""


def is_open(row: ResultRow) -> bool:
    """Whether a result waits for an answer before it can be used."""
    one = row.observation
    if one.sent.status is ResultStatus.CANCELLED or one.sent.value is None:
        return False
    return any(caution.code in _ASKED for caution in one.cautions)


def possible_numbers(row: ResultRow) -> Mapping[str, Number]:
    """What an open result would be as each of its meanings in blood, as a doubtful number.

    A number without a unit counts in the unit of the analyte where that is plausible: "Glucose
    31" in mmol/L, "creatinine 1.2" in none.
    """
    sent = row.observation.sent
    value = sent.value.number if sent.value else None
    if value is None or (sent.value and sent.value.comparator is not None):
        return {}
    return {
        one.id: Number(
            value,
            value,
            one.unit,
            Place(Origin.LABORATORY, one.id, row=row.row),
            sent.taken,
            is_doubtful=True,
        )
        for one in _meanings(row)
        if _is_plausible(one, value) and (not sent.unit.strip() or sent.unit.strip() == one.unit)
    }


def _meanings(row: ResultRow) -> Iterator[Analyte]:
    known = analytes()
    named = {row.observation.analyte}
    for caution in row.observation.cautions:
        named |= set(str(caution.parameters.get("candidates", "")).split())
    yield from (one for one in known.values() if one.id in named and one.specimen in _BLOOD)


def _is_plausible(one: Analyte, value: float) -> bool:
    limits = one.ask_outside or one.impossible_outside
    return limits is not None and limits[0] <= value <= limits[1]


def open_alerts(rows: Iterable[ResultRow]) -> list[Alert]:
    """One alert for all results that wait, which leads to each of them."""
    waiting = [row for row in rows if is_open(row)]
    if not waiting:
        return []
    names = dict.fromkeys(filter(None, map(_words, waiting)))
    listed = "; ".join(list(names)[:_NAMED]) + (" …" if len(names) > _NAMED else "")
    places = tuple(Place(Origin.LABORATORY, "open_result", row=row.row) for row in waiting)
    return [
        Alert(
            AlertKind.OPEN_RESULT,
            "open_result",
            title={"en": listed, "zh": listed} if listed else {},
            places=places,
        )
    ]


def _words(row: ResultRow) -> str:
    sent = row.observation.sent
    value = sent.value.text if sent.value else ""
    return " ".join(filter(None, (sent.names[0] if sent.names else "", value, sent.unit)))
