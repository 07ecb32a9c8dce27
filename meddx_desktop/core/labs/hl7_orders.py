"""OBR and SPM: the panel, the time and the specimen that the results below them share."""

from dataclasses import dataclass, field

from meddx_desktop.core.domain.codes import Code
from meddx_desktop.core.domain.finding import Reason
from meddx_desktop.core.domain.laboratory import Specimen
from meddx_desktop.core.labs.hl7_syntax import Components, Segment, component
from meddx_desktop.core.labs.hl7_values import codes_of, names_of, shown_of
from meddx_desktop.core.labs.specimens import specimen_of

_PLACER, _FILLER, _SERVICE, _OBSERVED, _SOURCE = 2, 3, 4, 7, 15
_TYPE, _MODIFIER, _ROLE, _DESCRIPTION, _COLLECTED, _CONDITION = 4, 5, 11, 14, 17, 24
_NOT_PATIENTS = frozenset("BCEFGLOQV")
"""Table 0369: controls, calibrators, pools and proficiency tests are nobody's results."""


@dataclass(frozen=True, slots=True)
class Sample:
    """One specimen as SPM states it."""

    kind: Specimen
    text: str
    collected: str = ""
    remarks: str = ""
    is_patients: bool = True


@dataclass(slots=True)
class Order:
    """What the results of one OBR share; filled while the message is read."""

    panel: str = ""
    key: str = ""
    observed: str = ""
    source: Sample | None = None
    samples: list[Sample] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    @property
    def is_patients(self) -> bool:
        """Whether the specimen came from a patient at all."""
        return all(sample.is_patients for sample in self.samples)

    @property
    def collected(self) -> str:
        """When the specimen was taken, where exactly one is named."""
        times = {sample.collected for sample in self.samples}
        return times.pop() if len(times) == 1 else ""

    @property
    def note(self) -> str:
        """Comments on the whole order and on its specimens: a haemolysed one, for example."""
        return "\n".join([*self.notes, *filter(None, (s.remarks for s in self.samples))])

    def specimen(self) -> tuple[Specimen, str, tuple[Reason, ...]]:
        """The specimen of every result below; unknown where several ones differ."""
        samples = self.samples or ([self.source] if self.source else [])
        if not samples:
            return Specimen.UNKNOWN, "", ()
        text = "; ".join(dict.fromkeys(filter(None, (sample.text for sample in samples))))
        kinds = {sample.kind for sample in samples}
        if len(kinds) > 1:
            return Specimen.UNKNOWN, text, (Reason("specimens_differ"),)
        return kinds.pop(), text, ()


def read_order(segment: Segment) -> Order:
    """The order that an OBR segment opens."""
    service = segment.components(_SERVICE)
    observed = segment.components(_OBSERVED)[0]
    number = segment.text(_FILLER) or segment.text(_PLACER)
    code = component(service, 1) or component(service, 4) or shown_of(service)
    return Order(
        panel=shown_of(service),
        # Without a number it takes the time as well to say that two orders are one.
        key=number or f"{code}\n{observed}",
        observed=observed,
        source=_source(segment),
    )


def read_sample(segment: Segment) -> Sample:
    """The specimen that an SPM segment describes."""
    kind = segment.components(_TYPE)
    modifiers = [shown_of(part) for part in segment.repetitions(_MODIFIER)]
    texts = [shown_of(kind), *modifiers]
    conditions = [shown_of(part) for part in segment.repetitions(_CONDITION)]
    remarks = [segment.text(_DESCRIPTION), *conditions]
    return Sample(
        specimen_of(codes_of(kind), names_of(kind) or kind[:1]),
        ", ".join(filter(None, texts)),
        segment.components(_COLLECTED)[0].split("&")[0],
        "; ".join(filter(None, remarks)),
        segment.components(_ROLE)[0].upper() not in _NOT_PATIENTS,
    )


def _source(segment: Segment) -> Sample | None:
    """OBR-15 of older messages: its first component is a coded element of subcomponents."""
    components = segment.components(_SOURCE)
    coded: Components = tuple(components[0].split(segment.syntax.subcomponent))
    text = ", ".join(filter(None, (shown_of(coded), component(components, 3))))
    if not text:
        return None
    codes: tuple[Code, ...] = codes_of(coded)
    return Sample(specimen_of(codes, names_of(coded) or coded[:1]), text)
