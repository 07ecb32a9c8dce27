"""One laboratory result of a case, and all that is to be known of it."""

from dataclasses import dataclass, replace

from meddx_desktop.core.domain.finding import Reason
from meddx_desktop.core.domain.lab_record import LabDecision
from meddx_desktop.core.domain.laboratory import Observation


@dataclass(frozen=True, slots=True)
class LabLine:
    """One result of a case, and all that is to be known of it.

    Attributes
    ----------
    case_id : str
    source : str
        Id of the import, or `TYPED`.
    number : int
        Place of the result in its source.
    observation : Observation
    decision : LabDecision | None
        What a user said of it.
    replaced : bool
        A later result of the laboratory stands in its place.
    is_earlier : bool
        Of another case of the same person.
    """

    case_id: str
    source: str
    number: int
    observation: Observation
    decision: LabDecision | None = None
    replaced: bool = False
    is_earlier: bool = False

    @property
    def is_excluded(self) -> bool:
        """Whether somebody said that it is not to be used."""
        return self.decision is not None and bool(self.decision.excluded)

    @property
    def counts(self) -> bool:
        """Whether calculators, models and later checks may look at it."""
        return self.stands and self.observation.counts

    @property
    def stands(self) -> bool:
        """Whether it is neither replaced nor excluded."""
        return not self.replaced and not self.is_excluded


def with_caution(line: LabLine, *reasons: Reason) -> LabLine:
    """The line with something more to beware of."""
    one = line.observation
    return replace(line, observation=replace(one, cautions=(*one.cautions, *reasons)))
