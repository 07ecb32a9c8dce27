"""What the headings of result tables are called, in Chinese and English.

The words stand in resources/labs/headings.toml.
"""

import re
import tomllib
from enum import StrEnum
from functools import cache, lru_cache

from meddx_desktop.core.labs.characters import fold, key
from meddx_desktop.core.paths import RESOURCES


class Role(StrEnum):
    """What a column, or a labelled cell above the table, holds."""

    PATIENT_NAME = "patient_name"
    PATIENT_ID = "patient_id"
    RESIDENT_ID = "resident_id"
    SEX = "sex"
    AGE = "age"
    BIRTH_DATE = "birth_date"
    TEST_NAME = "test_name"
    TEST_CODE = "test_code"
    VALUE = "value"
    UNIT = "unit"
    RANGE = "range"
    RANGE_LOW = "range_low"
    RANGE_HIGH = "range_high"
    FLAG = "flag"
    TAKEN = "taken"
    TAKEN_CLOCK = "taken_clock"
    """A time of day in a column beside its day."""
    RECEIVED = "received"
    REPORTED = "reported"
    SPECIMEN = "specimen"
    PANEL = "panel"
    LABORATORY = "laboratory"
    METHOD = "method"
    NOTE = "note"
    STATUS = "status"
    ANALYTE = "analyte"
    """A column of one analyte's values, in a table with one line per patient or day."""
    IGNORED = "ignored"
    """Known and not needed, or left out by the user."""
    UNKNOWN = "unknown"


_EITHER = {
    "name": (Role.PATIENT_NAME, Role.TEST_NAME),
    "名称": (Role.TEST_NAME, Role.PATIENT_NAME),
    "id": (Role.PATIENT_ID, Role.IGNORED),
    "id号": (Role.PATIENT_ID, Role.IGNORED),
    "卡号": (Role.PATIENT_ID, Role.IGNORED),
    "date": (Role.TAKEN, Role.REPORTED),
    "time": (Role.TAKEN, Role.TAKEN_CLOCK),
    "datetime": (Role.TAKEN, Role.REPORTED),
    "date/time": (Role.TAKEN, Role.REPORTED),
    "日期": (Role.TAKEN, Role.REPORTED),
    "时间": (Role.TAKEN, Role.TAKEN_CLOCK),
    "日期时间": (Role.TAKEN, Role.REPORTED),
}
"""Headings with two meanings, the usual one first: never taken without a doubt on it."""
SURE, LIKELY, EITHER = 1.0, 0.9, 0.7
_TABLE = RESOURCES / "labs" / "headings.toml"
_MARKS = re.compile(r"[\s_:.\-*'\"★☆]+")
_BRACKETED = re.compile(r"[(\[]([^()\[\]]*)[)\]]")
_FOREIGN = re.compile(r"[\u3400-\u9fff]+")
_LONGEST = 40

PERSON = (
    *(Role.PATIENT_NAME, Role.PATIENT_ID, Role.RESIDENT_ID),
    *(Role.SEX, Role.AGE, Role.BIRTH_DATE),
)
RESULT = (
    *(Role.TEST_NAME, Role.TEST_CODE, Role.VALUE, Role.UNIT, Role.RANGE, Role.RANGE_LOW),
    *(Role.RANGE_HIGH, Role.FLAG, Role.METHOD, Role.NOTE, Role.STATUS),
)
TIMES = (Role.TAKEN, Role.RECEIVED, Role.REPORTED)


@lru_cache(maxsize=4096)
def role_of(heading: str) -> tuple[Role, float]:
    """What a heading names, and how sure that is; `Role.UNKNOWN` and 0 for anything else."""
    if len(heading) > _LONGEST:
        return Role.UNKNOWN, 0.0
    whole = _MARKS.sub("", key(heading))
    found = _named(whole, SURE)
    if found or not whole:
        return found or (Role.UNKNOWN, 0.0)
    plain = _MARKS.sub("", key(_BRACKETED.sub("", fold(heading))))
    chinese = "".join(_FOREIGN.findall(plain))
    western = _FOREIGN.sub("", plain).strip("/|")
    inside = [_MARKS.sub("", key(part)) for part in _BRACKETED.findall(fold(heading))]
    for part in (plain, chinese, western, *inside):
        found = _named(part, LIKELY)
        if found and (part != western or not chinese):
            return found
    return Role.UNKNOWN, 0.0


def other_meaning(heading: str) -> Role | None:
    """The second meaning of a heading that has two."""
    either = _EITHER.get(_MARKS.sub("", key(heading)))
    return either[1] if either else None


def labels() -> list[str]:
    """Every label that may stand above a table with its value behind a colon, longest first."""
    apart = {*RESULT} - {Role.NOTE}
    words = [word for word, role in _by_word().items() if role not in apart and len(word) > 1]
    return sorted([*words, *_EITHER], key=len, reverse=True)


@cache
def _by_word() -> dict[str, Role]:
    table = tomllib.loads(_TABLE.read_text("utf-8"))
    return {word: Role(role) for role, words in table.items() for word in words.split()}


def _named(word: str, confidence: float) -> tuple[Role, float] | None:
    if word in _by_word():
        return _by_word()[word], confidence
    if word in _EITHER:
        return _EITHER[word][0], EITHER
    return None
