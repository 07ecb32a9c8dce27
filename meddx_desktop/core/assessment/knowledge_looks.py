"""Findings of a condition's file: what to look for, and where."""

from meddx_desktop.core.assessment.condition import Limits, Look
from meddx_desktop.core.calculators.registry import BY_NAME
from meddx_desktop.core.domain.assessment import TESTS, Words
from meddx_desktop.core.domain.case import Answer
from meddx_desktop.core.domain.note import Assertion
from meddx_desktop.core.domain.patient import Sex
from meddx_desktop.core.labs.analytes import analytes
from meddx_desktop.core.labs.units import conversion
from meddx_desktop.core.notes.red_flag_fields import EVERY_AGE, Fields, ages_of
from meddx_desktop.core.notes.red_flag_rules import rule_book

VITALS = {
    "temperature": "Cel",
    "heart_rate": "/min",
    "respiratory_rate": "/min",
    "spo2": "%",
    "bp_systolic": "mm[Hg]",
    "bp_diastolic": "mm[Hg]",
    "gcs": "{score}",
    "bmi": "kg/m2",
}
"""Vital signs and the unit that each is compared in."""
AKI = "aki_by_kdigo"
"""Stands among the calculators: 1 where creatinine moved by the criteria of KDIGO, else 0."""
_UNITS = {name: one.unit for name, one in BY_NAME.items()} | {AKI: "1"}
_BANDS = {name: one.bands for name, one in BY_NAME.items()}
_KINDS = ("mention", "lab", "vital", "calculator", "film", "red_flag", "any", "all", "of")
_ENDS = ("at_least", "above", "at_most", "below")
_FLAGS = ("L", "LL", "H", "HH", "A", "N")


def words_of(fields: Fields, name: str) -> Words:
    """A text in both languages."""
    return {"en": fields.text(f"{name}_en"), "zh": fields.text(f"{name}_zh")}


def look_of(fields: Fields) -> Look:
    """One finding.

    Raises
    ------
    BadRules
        What is wrong with it.
    """
    kinds = [kind for kind in _KINDS if kind in fields.row]
    ages = ages_of(fields)
    sex = Sex(fields.choice("sex", ("", "F", "M")))
    pregnant = Answer(fields.choice("pregnant", ("", "yes", "no")) or "unknown")
    is_of_person = ages != EVERY_AGE or bool(sex) or pregnant is not Answer.UNKNOWN
    if len(kinds) + is_of_person != 1:
        raise fields.bad("needs exactly one thing to look for")
    names = fields.texts(kinds[0], needed=True) if kinds else ()
    kind = kinds[0] if kinds else "person"
    look = Look(
        name=fields.name,
        title=words_of(fields, "title"),
        test=fields.choice("test", ("", *TESTS)),
        mentions=names if kind == "mention" else (),
        assertions=_assertions(fields),
        any_denied=fields.flag("any_denied"),
        analytes=_known(fields, names, analytes()) if kind == "lab" else (),
        calculators=_known(fields, names, _UNITS) if kind == "calculator" else (),
        vitals=_known(fields, names, VITALS) if kind == "vital" else (),
        limits=_limits(fields),
        flags_of_result=_known(fields, fields.texts("flag"), _FLAGS),
        positive=fields.flag("positive"),
        negative=fields.flag("negative"),
        bands=fields.texts("band"),
        days=fields.number("days"),
        films=names if kind == "film" else (),
        red_flags=_rules(fields, names) if kind == "red_flag" else (),
        ages=ages,
        sex=sex,
        pregnant=pregnant,
        parts=names if kind in ("any", "all", "of") else (),
        count=_count(fields, kind, names),
    )
    _check(fields, look)
    fields.done()
    return look


def _known(fields: Fields, names: tuple[str, ...], known: object) -> tuple[str, ...]:
    strange = [name for name in names if name not in known]  # type: ignore[operator]
    if strange:
        raise fields.bad(f"unknown {strange[0]}")
    return names


def _rules(fields: Fields, names: tuple[str, ...]) -> tuple[str, ...]:
    return _known(fields, names, {rule.key for rule in rule_book().rules})


def _assertions(fields: Fields) -> frozenset[Assertion]:
    given = fields.texts("as") or (Assertion.PRESENT,)
    allowed = (
        Assertion.PRESENT,
        Assertion.HISTORICAL,
        Assertion.FAMILY,
        Assertion.NEGATED,
    )
    return frozenset(Assertion(one) for one in _known(fields, tuple(given), allowed))


def _limits(fields: Fields) -> Limits | None:
    ends = {end: fields.decimal(end) for end in _ENDS if end in fields.row}
    if not ends:
        return None
    return Limits(fields.text("unit"), **ends)


def _count(fields: Fields, kind: str, names: tuple[str, ...]) -> int:
    counts = {"any": 1, "all": len(names), "of": fields.number("count")}
    count = counts.get(kind, 0)
    if kind in counts and not 1 <= count <= len(names):
        raise fields.bad(f"count {count}")
    return count


def _check(fields: Fields, look: Look) -> None:
    """What a laboratory, a vital sign or a calculator is asked must make sense."""
    limits = look.limits
    asked = limits is not None or (
        look.flags_of_result or look.positive or look.negative or look.bands
    )
    measured = look.analytes or look.vitals or look.calculators
    if bool(measured) != bool(asked):
        raise fields.bad("needs limits, a flag, a band or positive, and only where measured")
    for name in look.vitals:
        if limits is None or limits.unit != VITALS[name]:
            raise fields.bad(f"{name} is compared in {VITALS[name]}")
    for name in look.analytes:
        analyte = analytes()[name]
        if limits and not conversion(limits.unit, analyte.unit, analyte.substance):
            raise fields.bad(f"{name} can't be compared in {limits.unit}")
    for name in look.calculators:
        if limits and limits.unit != _UNITS[name]:
            raise fields.bad(f"{name} is compared in {_UNITS[name]}")
        for band in look.bands:
            if band not in _BANDS.get(name, ()):
                raise fields.bad(f"{name} has no band {band}")
    if look.days and not look.analytes:
        raise fields.bad("days are for results of a laboratory")
