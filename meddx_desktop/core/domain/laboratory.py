"""Laboratory results: as a source sent them, and as the program understands them.

Two steps, never mixed. A reader turns a file or a text into `SentResult`s, which repeat what the
source says and nothing else. Their meaning (`Observation`: analyte, unit, range, flag) is worked
out afterwards, and always points back to what was sent.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from meddx_desktop.core.domain.codes import Code
from meddx_desktop.core.domain.finding import Reason
from meddx_desktop.core.domain.patient import Age, Patient

LOINC = "LN"
"""Scheme designators of PS3.16 8-1, as in `Code`; other schemes keep the name they were sent."""
UCUM = "UCUM"


class Comparator(StrEnum):
    """A value known only to lie on one side of a limit."""

    BELOW = "<"
    AT_MOST = "<="
    ABOVE = ">"
    AT_LEAST = ">="


class ResultStatus(StrEnum):
    """How final a result is; the source's own words map onto these."""

    PRELIMINARY = "preliminary"
    FINAL = "final"
    CORRECTED = "corrected"
    """Replaces an earlier result, and says so."""
    CANCELLED = "cancelled"
    """Not done, withdrawn or entered in error: shown, never counted."""
    UNKNOWN = "unknown"


class Specimen(StrEnum):
    """What was examined. The same name means another analyte in another specimen."""

    UNKNOWN = "unknown"
    BLOOD = "blood"
    """Whole blood, capillary or venous."""
    ARTERIAL_BLOOD = "arterial_blood"
    SERUM = "serum"
    """Serum or plasma: told apart only where the difference matters."""
    URINE = "urine"
    URINE_24H = "urine_24h"
    STOOL = "stool"
    CSF = "csf"
    SPUTUM = "sputum"
    BODY_FLUID = "body_fluid"
    SWAB = "swab"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class SentValue:
    """A value exactly as sent, and what can be read from it without knowing the analyte.

    Attributes
    ----------
    text : str
        The whole value as the source has it: ``<10``, ``1:128``, ``positive``, ``13.2``.
    number : float | None
        The number, or the lower end of an interval, or the numerator of a ratio.
    comparator : Comparator | None
        ``<10`` is not 10: it stays a limit wherever it goes.
    high : float | None
        Upper end of an interval (``2-5`` cells per field).
    denominator : float | None
        Of a ratio or titre (``1:128``).
    codes : tuple[Code, ...]
        Of a coded value (``260385009`` of SNOMED CT: negative), as sent.
    """

    text: str
    number: float | None = None
    comparator: Comparator | None = None
    high: float | None = None
    denominator: float | None = None
    codes: tuple[Code, ...] = ()

    @property
    def is_plain(self) -> bool:
        """A single number without comparator, interval or ratio."""
        alone = self.comparator is None and self.high is None and self.denominator is None
        return self.number is not None and alone


@dataclass(frozen=True, slots=True)
class SentRange:
    """The laboratory's own reference range as sent: ``70-105``, ``70_105``, ``< 5``."""

    text: str
    low: float | None = None
    high: float | None = None
    low_included: bool = True
    high_included: bool = True
    """False for ``< 5``: 5 itself lies outside."""


@dataclass(frozen=True, slots=True)
class SentResult:
    """One result as a source states it.

    Attributes
    ----------
    place : str
        Where it stands, for people: ``message 1, OBX 3``, ``entry 12``, ``row 7``.
    names : tuple[str, ...]
        Every name given, the most telling first.
    codes : tuple[Code, ...]
        Every code given; LOINC with the scheme `LOINC`, local codes with their own.
    value : SentValue | None
        None when the source says that there is none (`absent` tells why).
    unit : str
        As sent; empty where the source gives none.
    unit_is_ucum : bool
        Whether the source says that the unit is UCUM.
    range : SentRange | None
    flags : tuple[str, ...]
        Abnormal flags as sent (``H``, ``LL``, ``A``, an arrow).
    status : ResultStatus
    taken : datetime | None
        When the specimen was taken; naive times are the site's own clock.
    taken_text : str
        The time as sent, also where it could not be read.
    specimen : Specimen
    specimen_text : str
    panel : str
        The battery or report that it belongs to.
    laboratory, method, note : str
        Performing laboratory, method, comments of the laboratory.
    absent : str
        The source's reason for a missing value.
    cautions : tuple[Reason, ...]
        What to beware of, found while reading (a damaged character, a repeated line).
    """

    place: str
    names: tuple[str, ...]
    codes: tuple[Code, ...] = ()
    value: SentValue | None = None
    unit: str = ""
    unit_is_ucum: bool = False
    range: SentRange | None = None
    flags: tuple[str, ...] = ()
    status: ResultStatus = ResultStatus.UNKNOWN
    taken: datetime | None = None
    taken_text: str = ""
    specimen: Specimen = Specimen.UNKNOWN
    specimen_text: str = ""
    panel: str = ""
    laboratory: str = ""
    method: str = ""
    note: str = ""
    absent: str = ""
    cautions: tuple[Reason, ...] = ()

    @property
    def name(self) -> str:
        """The most telling name; the first code where there is no name."""
        if self.names:
            return self.names[0]
        return self.codes[0].value if self.codes else ""


@dataclass(frozen=True, slots=True)
class RejectedLine:
    """Something in the source that was not understood: never dropped, never guessed."""

    place: str
    text: str
    """The line itself, shortened for display by whoever shows it."""
    reason: Reason


@dataclass(frozen=True, slots=True)
class SentReport:
    """Everything that one source holds about one patient.

    ``age`` is set only where the source gives an age and no birth date.
    """

    patient: Patient
    results: tuple[SentResult, ...] = ()
    rejected: tuple[RejectedLine, ...] = ()
    cautions: tuple[Reason, ...] = ()
    age: Age | None = None


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its UCUM unit; with a comparator it is a limit, not a value."""

    value: float
    unit: str
    comparator: Comparator | None = None


@dataclass(frozen=True, slots=True)
class Conversion:
    """How the sent number became the shown one: ``shown = sent * factor + offset``."""

    from_unit: str
    to_unit: str
    factor: float
    offset: float = 0.0
    source: str = ""
    """Why this factor: a UCUM definition, or the molar mass and where it stands."""


@dataclass(frozen=True, slots=True)
class ReferenceRange:
    """What is usual, for whom, in which unit, and who says so."""

    low: float | None
    high: float | None
    unit: str
    source: str
    low_included: bool = True
    high_included: bool = True
    whom: str = ""
    """Code of the group it holds for, as the table has it: sex, age band, pregnancy, trimester."""
    critical_low: float | None = None
    critical_high: float | None = None
    critical_source: str = ""
    is_laboratorys: bool = False
    """The laboratory's own range, which goes before any other."""


class Interpretation(StrEnum):
    """Flags of HL7 table 0078. No flag at all is not `NORMAL`."""

    CRITICAL_LOW = "LL"
    LOW = "L"
    NORMAL = "N"
    HIGH = "H"
    CRITICAL_HIGH = "HH"
    ABNORMAL = "A"
    """A text result that the source itself calls abnormal."""


@dataclass(frozen=True, slots=True)
class Observation:
    """One result as the program understands it.

    Attributes
    ----------
    sent : SentResult
        What the source said; always there.
    analyte : str
        Stable name of the analyte in the program's table; empty when it was not recognised.
    code : Code | None
        LOINC code, only where name, specimen and unit agree.
    name : str
        English name; other languages come from the table.
    specimen : Specimen
    quantity : Quantity | None
        In the unit that this program shows the analyte in.
    conversion : Conversion | None
        None when nothing was converted.
    range : ReferenceRange | None
    interpretation : Interpretation | None
        None: nothing can be said. That is never the same as normal.
    cautions : tuple[Reason, ...]
        Implausible, haemolysed, unit missing, changed since last time, flag of the laboratory
        differs ...
    """

    sent: SentResult
    analyte: str = ""
    code: Code | None = None
    name: str = ""
    specimen: Specimen = Specimen.UNKNOWN
    quantity: Quantity | None = None
    conversion: Conversion | None = None
    range: ReferenceRange | None = None
    interpretation: Interpretation | None = None
    cautions: tuple[Reason, ...] = ()

    @property
    def counts(self) -> bool:
        """Whether calculators and models may use it: a plain number, understood, not cancelled."""
        plain = self.quantity is not None and self.quantity.comparator is None
        return plain and bool(self.analyte) and self.sent.status is not ResultStatus.CANCELLED
