"""Laboratory results as facts: numbers between two ends, and words that say positive or not."""

import re
from collections.abc import Iterable
from dataclasses import replace
from math import inf

from meddx_desktop.core.assessment.facts import CaseFacts, Number, ResultRow
from meddx_desktop.core.calculators.kidney.egfr_creatinine import EGFR_CREATININE
from meddx_desktop.core.calculators.model import Person, Result
from meddx_desktop.core.domain.assessment import Origin, Place
from meddx_desktop.core.domain.laboratory import (
    Comparator,
    Interpretation,
    Quantity,
    ResultStatus,
)
from meddx_desktop.core.domain.note import Measured, Span
from meddx_desktop.core.labs.analytes import analytes
from meddx_desktop.core.labs.facts import usable
from meddx_desktop.core.labs.units import conversion, convert

_WHAT = (
    r"(?:(?:MTBC?|TB|AFB|MPS?|(?:malaria )?parasites?|acid[- ]fast bacilli"
    r"|P\. ?\w+|plasmodium \w+)[\s:]+)"
)
"""What was looked for, written before the answer: "MTB detected low"."""
_NEGATIVE = re.compile(
    r"\s*(?:(?:neg(?:ative)?|non-?reactive|not detected|none|nil|absent|[-−–]+|阴性?|未检出|无)\W*$"
    rf"|{_WHAT}(?:neg(?:ative)?\b|not (?:detected|seen|found))"
    rf"|no\W+{_WHAT}?(?:\w+\W+)?(?:seen|found)"
    r"|未(?:检出|见|查见|找到)(?:抗酸|结核|疟原虫))",
    re.IGNORECASE,
)
_POSITIVE = re.compile(
    rf"\s*{_WHAT}?(?:(?:weak(?:ly)? |strong(?:ly)? )?pos(?:itive)?\b|reactive|detected|present"
    r"|seen\b|found\b|scanty|[1-4]?\++|(?:弱|强)?阳性?|(?:检出|查见|找到)|见(?:抗酸|疟原虫))",
    re.IGNORECASE,
)
_RIFAMPICIN = re.compile(
    r"(?:\brif\w*|利福平)(?P<said>[^;；。]*)",
    re.IGNORECASE,
)
_NO_RESISTANCE = re.compile(
    r"not |neg|sensitive|susceptible|indeterminate|未|敏感|阴性|不确定", re.IGNORECASE
)
_RESISTANCE = re.compile(r"detected|resistan|pos|耐药|检出|阳性", re.IGNORECASE)


def result_number(row: ResultRow) -> Number | None:
    """A result as a fact; None where nothing may be counted with it."""
    one = row.observation
    if not one.analyte or one.sent.status is ResultStatus.CANCELLED:
        return None
    place = Place(Origin.LABORATORY, one.analyte, row=row.row)
    text = one.sent.value.text if one.sent.value else ""
    ends = None
    doubtful = False
    if one.quantity is not None:
        ends = _ends(one.quantity)
        doubtful = not usable(one) and one.quantity.comparator is None
    positive = said_positive(text)
    if positive is None and one.interpretation is Interpretation.ABNORMAL:
        positive = True
    if ends is None and positive is None:
        return None
    low, high = ends or (-inf, inf)
    unit = one.quantity.unit if one.quantity else ""
    return Number(
        low,
        high,
        unit,
        place,
        one.sent.taken,
        one.interpretation,
        positive,
        is_doubtful=doubtful,
    )


def said_positive(text: str) -> bool | None:
    """Whether a result in words says positive; None where it says neither."""
    if _NEGATIVE.match(text):
        return False
    return True if _POSITIVE.match(text) else None


def rifampicin_result(row: ResultRow) -> Number | None:
    """Resistance to rifampicin, told in the words of a molecular test; None where it is not.

    What such a test could not tell is no resistance and no absence of it: None as well.
    """
    one = row.observation
    text = one.sent.value.text if one.sent.value else ""
    said = _RIFAMPICIN.search(text)
    if one.analyte != "mtb_molecular" or said is None or not said_positive(text):
        return None
    if _NO_RESISTANCE.search(said["said"]) or not _RESISTANCE.search(said["said"]):
        return None
    place = Place(Origin.LABORATORY, "rifampicin_resistance", row=row.row)
    return Number(-inf, inf, "", place, one.sent.taken, one.interpretation, positive=True)


def note_result(measured: Measured, span: Span) -> Number | None:
    """A laboratory value of a note in the unit of its analyte; None without a unit that fits."""
    analyte = analytes().get(measured.name)
    unit = measured.unit
    if unit is None and analyte is not None and analyte.unit_may_be_missing:
        unit = analyte.unit
    if analyte is None or unit is None:
        return None
    how = conversion(unit, analyte.unit, analyte.substance)
    if how is None:
        return None
    value = convert(measured.value, how)
    if measured.comparator and measured.comparator not in tuple(Comparator):
        return None
    comparator = Comparator(measured.comparator) if measured.comparator else None
    low, high = _ends(Quantity(value, analyte.unit, comparator))
    return Number(low, high, analyte.unit, Place(Origin.NOTE, analyte.id, span=span))


def _ends(quantity: Quantity) -> tuple[float, float]:
    if quantity.comparator in (Comparator.BELOW, Comparator.AT_MOST):
        return -inf, quantity.value
    if quantity.comparator in (Comparator.ABOVE, Comparator.AT_LEAST):
        return quantity.value, inf
    return quantity.value, quantity.value


def filtration(facts: CaseFacts, creatinines: Iterable[Number]) -> list[Number]:
    """The estimated filtration rate of each creatinine; none while the creatinine is moving."""
    person = Person(facts.age, facts.sex, facts.case.vitals.pregnant, facts.aki)
    analyte = analytes()["creatinine"]
    how = conversion(analyte.unit, "mg/dL", analyte.substance)
    found = []
    for one in creatinines:
        if how is None or one.unit != analyte.unit or one.low != one.high:
            continue
        outcome = EGFR_CREATININE.compute({"creatinine": convert(one.low, how)}, person)
        if isinstance(outcome, Result):
            value = outcome.value
            found.append(
                replace(one, low=value, high=value, unit=outcome.unit, flag=None, positive=None)
            )
    return found
