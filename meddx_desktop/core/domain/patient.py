"""Who the film belongs to: Patient, PersonName, Age, Sex."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from meddx_desktop.core.errors import InvalidEntry

DAYS_PER_YEAR = 365.2425
DAYS_PER_MONTH = DAYS_PER_YEAR / 12
_OLDEST_YEARS = 150
_AGE = re.compile(r"(\d{1,5})\s*(D|W|M|Y|天|日|周|个月|月|岁|周岁)", re.IGNORECASE)
_DAYS = {
    **dict.fromkeys(("D", "天", "日"), 1.0),
    **dict.fromkeys(("W", "周"), 7.0),
    **dict.fromkeys(("M", "个月", "月"), DAYS_PER_MONTH),
    **dict.fromkeys(("Y", "岁", "周岁"), DAYS_PER_YEAR),
}


class Sex(StrEnum):
    """Administrative sex as PS3.3 C.7.1.1 (0010,0040) has it; unknown is the default."""

    FEMALE = "F"
    MALE = "M"
    OTHER = "O"
    UNKNOWN = ""


@dataclass(frozen=True, slots=True, order=True)
class Age:
    """An age in days, with the words it was given in (``045Y``, ``18m``, or from two dates)."""

    days: int
    given: str

    @classmethod
    def parse(cls, text: str) -> "Age":
        """Read ``45y``, ``18m``, ``10d``, ``6w``, the DICOM age string ``045Y``, or 3岁, 18个月.

        Raises
        ------
        InvalidEntry
            ``age_invalid`` when there is no unit, no number, or more than 150 years.
        """
        # NFKC turns the full-width digits of a Chinese keyboard into plain ones.
        match = _AGE.fullmatch(unicodedata.normalize("NFKC", text).strip())
        if match is None:
            raise InvalidEntry("age_invalid", text=text[:20])
        days = round(int(match[1]) * _DAYS[match[2].upper()])
        if days > _OLDEST_YEARS * DAYS_PER_YEAR:
            raise InvalidEntry("age_invalid", text=text[:20])
        return cls(days, text.strip())

    @classmethod
    def between(cls, birth: date, day: date) -> "Age | None":
        """Age on `day` of somebody born on `birth`; None when that is before birth or absurd."""
        days = (day - birth).days
        if days < 0 or days > _OLDEST_YEARS * DAYS_PER_YEAR:
            return None
        return cls(days, "")

    @property
    def years(self) -> float:
        """Age in years of 365.2425 days."""
        return self.days / DAYS_PER_YEAR


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name in up to three writings (PS3.5 6.2.1.2): alphabetic, ideographic, phonetic."""

    alphabetic: str = ""
    ideographic: str = ""
    phonetic: str = ""

    @property
    def shown(self) -> str:
        """The writing a reader of that script expects, without the DICOM ``^`` separators."""
        alphabetic = " ".join(part for part in self.alphabetic.split("^") if part)
        ideographic = self.ideographic.replace("^", "")
        if ideographic and alphabetic and ideographic != alphabetic:
            return f"{ideographic} ({alphabetic})"
        return ideographic or alphabetic


@dataclass(frozen=True, slots=True)
class Patient:
    """Identity as one source states it; empty strings where the source says nothing."""

    patient_id: str = ""
    name: PersonName = PersonName()
    birth_date: date | None = None
    sex: Sex = Sex.UNKNOWN
    allergies: tuple[str, ...] | None = None
    """None: not asked. Empty: asked, none known. SAFETY: "not asked" is never "none"."""

    def contradicts(self, other: "Patient") -> tuple[str, ...]:
        """Names of the fields in which two identities disagree; silence is no disagreement.

        X-ray consoles re-use IDs, so an equal ID with another name, sex or birth date is
        never taken for the same person.
        """
        pairs = {
            "patient_id": (self.patient_id, other.patient_id),
            "name": (_comparable(self.name), _comparable(other.name)),
            "birth_date": (self.birth_date, other.birth_date),
            "sex": (self.sex, other.sex),
        }
        return tuple(field for field, (a, b) in pairs.items() if a and b and a != b)

    @property
    def is_identified(self) -> bool:
        """Whether there is anything at all to tell this patient from another."""
        return bool(self.patient_id or self.name.shown)


def _comparable(name: PersonName) -> str:
    return name.shown.casefold().replace(" ", "").replace(",", "")
