"""Laboratory results as readers hand them over, short to write in tests."""

from datetime import date, datetime

from meddx_desktop.core.domain.codes import Code
from meddx_desktop.core.domain.laboratory import LOINC, SentRange, SentResult, SentValue
from meddx_desktop.core.domain.patient import Sex
from meddx_desktop.core.labs.interpret import Context, interpret
from meddx_desktop.core.labs.subject import Subject

NOW = datetime(2026, 11, 22, 12)
TAKEN = datetime(2026, 11, 22, 8)
MAN = Subject(birth_date=date(1980, 1, 1), sex=Sex.MALE)
WOMAN = Subject(birth_date=date(1990, 1, 1), sex=Sex.FEMALE)


def sent(name, value=None, unit="", *, comparator=None, loinc="", own=None, **more):
    """`value`: a number or the text; `own`: the laboratory's range as (low, high)."""
    is_text = isinstance(value, str)
    read = None if value is None else SentValue(str(value), None if is_text else value, comparator)
    if loinc:
        more["codes"] = (Code(loinc, LOINC, ""),)
    if own:
        more["range"] = SentRange(f"{own[0]}-{own[1]}", *own)
    more.setdefault("taken", TAKEN)
    return SentResult("row", (name,) if name else (), value=read, unit=unit, **more)


def meaning(*results, subject=MAN, **context):
    """Observations of `results`."""
    return interpret(results, Context(subject, NOW, **context))


def cautions(observation):
    """Codes of its cautions."""
    return {one.code for one in observation.cautions}
