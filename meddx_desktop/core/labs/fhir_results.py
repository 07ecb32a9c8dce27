"""Observation: one result, or several when it has components."""

from dataclasses import dataclass, field, replace

from meddx_desktop.core.domain.finding import Reason
from meddx_desktop.core.domain.laboratory import (
    RejectedLine,
    ResultStatus,
    SentResult,
    Specimen,
)
from meddx_desktop.core.labs.fhir_entries import Entry, References, Resource, part, parts
from meddx_desktop.core.labs.fhir_json import shown
from meddx_desktop.core.labs.fhir_values import (
    codes_of,
    names_of,
    read_measured,
    read_range,
    shown_of,
)
from meddx_desktop.core.labs.limits import shortened
from meddx_desktop.core.labs.sent_times import read_time
from meddx_desktop.core.labs.specimens import specimen_of

_STATUSES = {
    "registered": ResultStatus.PRELIMINARY,
    "preliminary": ResultStatus.PRELIMINARY,
    "final": ResultStatus.FINAL,
    "amended": ResultStatus.CORRECTED,
    "corrected": ResultStatus.CORRECTED,
    "cancelled": ResultStatus.CANCELLED,
    "entered-in-error": ResultStatus.CANCELLED,
    "unknown": ResultStatus.UNKNOWN,
}

CAUTION = "urn:meddx:caution"
"""Extension of a remark in our own documents: the code of the caution that it puts into words."""
KEPT = "paper_read"
"""The caution that nothing else in a document tells: that the value was read from a picture."""


@dataclass(slots=True)
class Frame:
    """What reports and panels around an Observation say about it."""

    panel: str = ""
    is_withdrawn: bool = False
    """A report that holds it was cancelled or entered in error."""
    is_reported: bool = False
    specimens: list[Entry] = field(default_factory=list)


@dataclass(slots=True)
class Reading:
    """What became of one Observation."""

    results: list[SentResult] = field(default_factory=list)
    rejected: list[RejectedLine] = field(default_factory=list)

    def reject(
        self, place: str, value: object, code: str, /, **parameters: str | int | float
    ) -> None:
        """Keep a part that is no result."""
        reason = Reason(code, dict(parameters))
        self.rejected.append(RejectedLine(place, shortened(shown(value)), reason))


def read_observation(entry: Entry, references: References, frame: Frame) -> Reading:
    """Read a valid Observation."""
    reading = Reading()
    resource = entry.resource
    if resource.get("modifierExtension") or resource.get("implicitRules"):
        # FHIR: who does not know such an extension must not use the resource.
        reading.reject(entry.place, resource, "modifier_extension")
        return reading
    common = _common(entry, references, frame)
    components = parts(resource, "component")
    if _says(resource, "value", "dataAbsent") or not components:
        _add(reading, resource, common, entry.place)
    if components:
        common = replace(common, panel=shown_of(resource["code"]) or frame.panel)
    for number, component in enumerate(components, 1):
        place = f"{entry.place}, component {number}"
        if component.get("modifierExtension"):
            reading.reject(place, component, "modifier_extension")
        else:
            _add(reading, component, common, place)
    return reading


def is_header(resource: Resource) -> bool:
    """Whether an Observation only holds others together and has nothing of its own to say."""
    return bool(resource.get("hasMember")) and not _says(
        resource, "value", "dataAbsent", "component"
    )


def _says(resource: Resource, *beginnings: str) -> bool:
    """Whether an element of such a name is there; ``null`` is none, ``false`` is a value."""
    return any(
        value is not None and value != [] and key.startswith(beginnings)
        for key, value in resource.items()
    )


def _add(reading: Reading, holder: Resource, common: SentResult, place: str) -> None:
    """Read the value of an Observation or of one of its components."""
    names, codes = names_of(holder["code"]), codes_of(holder["code"])
    measured = read_measured(holder)
    if not names and not codes:
        reading.reject(place, holder, "result_unnamed")
        return
    if measured.trouble:
        reading.reject(place, holder, measured.trouble, kind="SampledData")
        return
    flags = [shown_flag(concept) for concept in parts(holder, "interpretation")]
    absent = holder.get("dataAbsentReason")
    reading.results.append(
        replace(
            common,
            place=place,
            names=names or (codes[0].value,),
            codes=codes,
            value=measured.value,
            unit=measured.unit,
            unit_is_ucum=measured.is_ucum,
            range=read_range(parts(holder, "referenceRange"), measured.unit),
            flags=(*filter(None, flags), *measured.flags),
            absent="" if measured.value else _absent(absent) or "unknown",
        )
    )


def shown_flag(concept: Resource) -> str:
    """An interpretation as its code (``H``), else as its words."""
    codes = codes_of(concept)
    return codes[0].value if codes else shown_of(concept)


def _absent(concept: Resource | None) -> str:
    """A data-absent-reason as its code, which both kinds of file share; else its words."""
    codes = codes_of(concept)
    return codes[0].value if codes else shown_of(concept)


def _common(entry: Entry, references: References, frame: Frame) -> SentResult:
    """What all results of one Observation share."""
    resource = entry.resource
    cautions = []
    sent_status = str(resource.get("status", ""))
    status = _STATUSES.get(sent_status, ResultStatus.UNKNOWN)
    if sent_status not in _STATUSES:
        cautions.append(Reason("status_unknown", {"status": sent_status[:20]}))
    if frame.is_withdrawn and status is not ResultStatus.CANCELLED:
        status = ResultStatus.CANCELLED
        cautions.append(Reason("report_withdrawn"))
    own = references.find(resource.get("specimen"), entry)
    samples = [own] if own else frame.specimens
    collected = {_collected(sample.resource) for sample in samples}
    taken_text = (collected.pop() if len(collected) == 1 else "") or _effective(resource)
    taken, doubt = read_time(taken_text)
    if doubt:
        cautions.append(Reason(doubt))
    specimen, specimen_text, differ = _specimen(samples, resource)
    said = parts(resource, "note")
    cautions += [Reason(KEPT) for note in said if _is_kept(note)]
    notes = [str(note.get("text", "")) for note in said if not _is_kept(note)]
    notes += [_remarks(sample.resource) for sample in samples]
    return SentResult(
        place=entry.place,
        names=(),
        status=status,
        taken=taken,
        taken_text=taken_text,
        specimen=specimen,
        specimen_text=specimen_text,
        panel=frame.panel,
        laboratory=_laboratory(entry, references),
        method=shown_of(resource.get("method")),
        note="\n".join(filter(None, notes)),
        cautions=(*cautions, *differ),
    )


def _is_kept(note: Resource) -> bool:
    """Whether a remark is this program's own, and goes on holding wherever the result goes."""
    marks = parts(note, "extension")
    return any(one.get("url") == CAUTION and one.get("valueCode") == KEPT for one in marks)


def _effective(resource: Resource) -> str:
    period = part(resource, "effectivePeriod")
    for value in (
        resource.get("effectiveDateTime"),
        resource.get("effectiveInstant"),
        period.get("start"),
        period.get("end"),
    ):
        if value:
            return str(value)
    return ""


def _collected(specimen: Resource) -> str:
    collection = part(specimen, "collection")
    period = part(collection, "collectedPeriod")
    return str(collection.get("collectedDateTime") or period.get("start") or "")


def _remarks(specimen: Resource) -> str:
    """Comments on the specimen and its condition: haemolysed, for example."""
    words = [str(note.get("text", "")) for note in parts(specimen, "note")]
    words += [shown_of(condition) for condition in parts(specimen, "condition")]
    return "; ".join(filter(None, words))


def _specimen(
    samples: list[Entry], observation: Resource
) -> tuple[Specimen, str, tuple[Reason, ...]]:
    kinds = [sample.resource.get("type") for sample in samples]
    if not samples:
        words = part(observation, "specimen").get("display") or ""
        return specimen_of((), (str(words),)), str(words), ()
    found = {specimen_of(codes_of(kind), names_of(kind)) for kind in kinds}
    text = "; ".join(dict.fromkeys(filter(None, map(shown_of, kinds))))
    if len(found) > 1:
        return Specimen.UNKNOWN, text, (Reason("specimens_differ"),)
    return found.pop(), text, ()


def _laboratory(entry: Entry, references: References) -> str:
    """The performing organisation; the person who did it is not the laboratory."""
    for performer in parts(entry.resource, "performer"):
        found = references.find(performer, entry)
        if found and found.kind == "Organization":
            return str(found.resource.get("name", ""))
        named = str(performer.get("reference", "")) + str(performer.get("type", ""))
        if "Organization" in named and performer.get("display"):
            return str(performer["display"])
    return ""
