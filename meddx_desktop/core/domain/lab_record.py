"""What a case keeps of laboratory files: imports, decisions on results, what a signature saw."""

from dataclasses import dataclass
from datetime import date, datetime

from meddx_desktop.core.domain.finding import Reason
from meddx_desktop.core.domain.laboratory import RejectedLine, SentResult
from meddx_desktop.core.domain.patient import Age, Sex

TYPED = "typed"
"""Stands for the source of results that were typed into the case, line by line."""


@dataclass(frozen=True, slots=True)
class LabImport:
    """Results brought into a case from one file or text: what was sent, and how it came.

    Attributes
    ----------
    import_id : str
        Random; names the import for as long as the case lives.
    at : datetime
    by : str
        The user's name.
    kind : str
        ``hl7``, ``fhir``, ``csv``, ``xlsx`` or ``text``.
    sha256 : str
        Of the source, so that the same file is known again.
    file_name : str
        Without its folder; empty for pasted text.
    layout : str
        Fingerprint of the headings of a table.
    results : tuple[SentResult, ...]
        A result is known by its number in this order, from 0.
    rejected : tuple[RejectedLine, ...]
    cautions : tuple[Reason, ...]
    withdrawn_by : str
    withdrawn_at : datetime | None
        Somebody took the whole import back: kept in the record, never counted.
    birth_date : date | None
    sex : Sex
    age : Age | None
        What the source says of the patient; the age only where it gives no birth date.
    """

    import_id: str
    at: datetime
    by: str
    kind: str
    sha256: str
    file_name: str = ""
    layout: str = ""
    results: tuple[SentResult, ...] = ()
    rejected: tuple[RejectedLine, ...] = ()
    cautions: tuple[Reason, ...] = ()
    withdrawn_by: str = ""
    withdrawn_at: datetime | None = None
    birth_date: date | None = None
    sex: Sex = Sex.UNKNOWN
    age: Age | None = None

    @property
    def is_withdrawn(self) -> bool:
        """Whether somebody took it back."""
        return self.withdrawn_at is not None


@dataclass(frozen=True, slots=True)
class LabFacts:
    """What somebody stated of the patient for the sake of the results, and for which day.

    Attributes
    ----------
    age : Age | None
        For whom no birth date is known.
    age_on : date | None
        The day on which that age was right.
    trimester : int
        1, 2 or 3 of a pregnancy; 0 while nobody said so.
    trimester_on : date | None
    altitude_m : float | None
        Where the person lives, in metres above the sea; None: as the site.
    """

    age: Age | None = None
    age_on: date | None = None
    trimester: int = 0
    trimester_on: date | None = None
    altitude_m: float | None = None


@dataclass(frozen=True, slots=True)
class LabDecision:
    """What a user said of one imported result; the newest holds, all stay in the record.

    Attributes
    ----------
    import_id : str
    number : int
        Place of the result in its import.
    analyte : str
        Which analyte was meant; empty: the program's own reading.
    unit : str
        The UCUM unit that was stated where the source has none or a wrong one.
    excluded : str
        Why the result is not to be used; empty: it is.
    by : str
    at : datetime | None
    """

    import_id: str
    number: int
    analyte: str = ""
    unit: str = ""
    excluded: str = ""
    by: str = ""
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class LabShown:
    """What one line said when the case was signed, so that no later table changes it unseen.

    Attributes
    ----------
    source : str
        Id of the import, `TYPED`, or ``calculator``.
    number : int
        Place of the result in its source; 0 for a calculator.
    name : str
        Analyte or calculator.
    value : float | None
    unit : str
    flag : str
        Interpretation of a result, band of a calculator; empty: none.
    low, high : float | None
        Limits of the range that was used.
    """

    source: str
    number: int
    name: str
    value: float | None = None
    unit: str = ""
    flag: str = ""
    low: float | None = None
    high: float | None = None
