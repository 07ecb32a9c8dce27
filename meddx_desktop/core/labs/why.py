"""Why an observation has its flag: range, whom it holds for, conversion and sources, as data."""

from dataclasses import dataclass
from datetime import datetime

from meddx_desktop.core.domain.finding import Reason
from meddx_desktop.core.domain.laboratory import (
    Conversion,
    Interpretation,
    Observation,
    Quantity,
    ReferenceRange,
)
from meddx_desktop.core.labs import flags
from meddx_desktop.core.labs.analytes import Analyte, analytes
from meddx_desktop.core.labs.doubts import interference_source
from meddx_desktop.core.labs.reference import SETS, published
from meddx_desktop.core.labs.subject import Subject


@dataclass(frozen=True, slots=True)
class Explanation:
    """Everything behind one flag; the window puts it into words.

    Attributes
    ----------
    analyte : Analyte | None
    quantity : Quantity | None
        As shown.
    conversion : Conversion | None
        How the sent number became the shown one, with its source.
    range : ReferenceRange | None
        The one that was used: its source, whom it holds for, and whether it is the laboratory's.
    others : tuple[ReferenceRange, ...]
        Published ranges that hold for the person too, and were not used.
    interpretation : Interpretation | None
    laboratorys_flag : Interpretation | None
    cautions : tuple[Reason, ...]
    sources : tuple[str, ...]
        Everything cited, each once.
    """

    analyte: Analyte | None
    quantity: Quantity | None
    conversion: Conversion | None
    range: ReferenceRange | None
    others: tuple[ReferenceRange, ...]
    interpretation: Interpretation | None
    laboratorys_flag: Interpretation | None
    cautions: tuple[Reason, ...]
    sources: tuple[str, ...]


def why(one: Observation, subject: Subject) -> Explanation:
    """What stands behind the flag of `one`, or behind there being none."""
    analyte = analytes().get(one.analyte)
    others = _others(analyte, one.range, subject, one.sent.taken)
    cited = [
        one.conversion.source if one.conversion else "",
        "" if one.range is None or one.range.is_laboratorys else one.range.source,
        one.range.critical_source if one.range else "",
        *(other.source for other in others),
        interference_source() if _haemolysed(one) else "",
    ]
    return Explanation(
        analyte,
        one.quantity,
        one.conversion,
        one.range,
        others,
        one.interpretation,
        flags.laboratorys(one.sent.flags),
        one.cautions,
        tuple(dict.fromkeys(source for source in cited if source)),
    )


def _others(
    analyte: Analyte | None,
    used: ReferenceRange | None,
    subject: Subject,
    taken: datetime | None,
) -> tuple[ReferenceRange, ...]:
    if analyte is None:
        return ()
    source = used.source if used else ""
    found = published(analyte, subject, taken, SETS)
    return tuple(one for one in found if one.source != source)


def _haemolysed(one: Observation) -> bool:
    return any(caution.code.startswith("lab_haemolysis") for caution in one.cautions)
