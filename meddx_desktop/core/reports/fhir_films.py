"""Films as FHIR: ImagingStudy, a score as an Observation, the clinician's word as a Condition.

A score never becomes a Condition: only what a clinician accepted or wrote does (SAFETY 1).
"""

from collections.abc import Iterator

from meddx_desktop.core.domain.codes import Code
from meddx_desktop.core.domain.finding import Decision, ModelIdentity
from meddx_desktop.core.domain.note import ICD10CM, Assertion, MentionKind
from meddx_desktop.core.domain.report import FilmPart, FindingPart, Report
from meddx_desktop.core.reports.clean import line
from meddx_desktop.core.reports.fhir_parts import (
    FINDINGS,
    Names,
    Resource,
    coded,
    concept,
    instant,
)
from meddx_desktop.core.reports.speech import Speech, of

_KEPT = (Decision.ACCEPTED, Decision.EDITED)
_STANDS = {Assertion.PRESENT: "unconfirmed", Assertion.POSSIBLE: "differential"}
_PERCENT_OF = {"unit": "score 0-100", "system": "http://unitsofmeasure.org", "code": "1"}
IMAGING_STUDY = Code("18748-4", "LN", "Diagnostic imaging study")

Named = tuple[str, Resource]


def studies(report: Report, names: Names) -> Iterator[Named]:
    """One ImagingStudy for each study of the case."""
    for uid in dict.fromkeys(film.study_uid for film in report.films):
        films = [film for film in report.films if film.study_uid == uid]
        made: Resource = {
            "resourceType": "ImagingStudy",
            "id": names.of(f"study {uid}"),
            "status": "available",
            "subject": names.reference("patient"),
            "numberOfInstances": len(films),
        }
        if _is_uid(uid):
            made["identifier"] = [{"system": "urn:dicom:uid", "value": f"urn:oid:{uid}"}]
        if films[0].day is not None:
            made["started"] = films[0].day.isoformat()
        modalities = dict.fromkeys(film.modality for film in films if film.modality)
        if modalities:
            system = "http://dicom.nema.org/resources/ontology/DCM"
            made["modality"] = [{"system": system, "code": one} for one in modalities]
        yield f"study {uid}", made


def devices(report: Report, names: Names) -> Iterator[Named]:
    """The models that answered, each with version and hash."""
    for model in report.models:
        yield (
            device_name(model),
            {
                "resourceType": "Device",
                "id": names.of(device_name(model)),
                "identifier": [{"system": "urn:meddx:model-sha256", "value": model.sha256}],
                "deviceName": [{"name": model.name, "type": "model-name"}],
                "version": [{"value": f"{model.version} {model.variant} {model.provider}"}],
                "type": {"text": "Software"},
            },
        )


def device_name(model: ModelIdentity) -> str:
    """A name for the resource of a model."""
    return f"model {model.name} {model.version} {model.variant} {model.provider} {model.sha256}"


def observations(report: Report, names: Names, speech: Speech) -> Iterator[Named]:
    """A score for each finding; a film without one is an Observation without a value."""
    for number, film in enumerate(report.films):
        if not film.findings:
            yield f"film {number}", _unscored(report, film, number, names, speech)
        for place, one in enumerate(film.findings):
            what = f"film {number} {place}"
            yield what, _score(report, film, one, what, names=names, speech=speech)


def report_of_films(report: Report, names: Names, results: list[str]) -> Resource:
    """The DiagnosticReport of the films."""
    studies_of = dict.fromkeys(film.study_uid for film in report.films)
    return {
        "resourceType": "DiagnosticReport",
        "id": names.of("imaging"),
        "status": "final" if report.is_signed else "preliminary",
        "category": [concept("v2-0074", "RAD")],
        "code": coded(IMAGING_STUDY),
        "subject": names.reference("patient"),
        "issued": instant(report.made_at),
        "result": [names.reference(what) for what in results],
        "imagingStudy": [names.reference(f"study {uid}") for uid in studies_of],
    }


def conditions(report: Report, names: Names, speech: Speech) -> Iterator[Named]:
    """What clinicians accepted on films, and problems that the note states."""
    for number, film in enumerate(report.films):
        for place, one in enumerate(film.findings):
            if one.decision is not None and one.decision.decision in _KEPT:
                what = f"condition {number} {place}"
                found = f"film {number} {place}"
                yield what, _accepted(one, found, names.of(what), names=names, speech=speech)
    for one_of, confirmed in enumerate(report.confirmed):
        what = f"condition confirmed {one_of}"
        made = _condition(names.of(what), "confirmed", names)
        known = (Code(confirmed.icd10, ICD10CM, ""),) if confirmed.icd10 else ()
        made["code"] = coded(*known, text=of(confirmed.title, speech))
        if confirmed.at is not None:
            made["recordedDate"] = instant(confirmed.at)
        if line(confirmed.by):
            made["recorder"] = {"display": line(confirmed.by)}
        yield what, made
    mentions = report.reading.mentions if report.reading else ()
    for place, mention in enumerate(mentions):
        if mention.kind is MentionKind.PROBLEM and mention.assertion in _STANDS:
            codes = [one.code for one in mention.codes if one.code.scheme == ICD10CM]
            what = f"problem {place}"
            made = _condition(names.of(what), _STANDS[mention.assertion], names)
            made["code"] = coded(*codes[:1], text=mention.text)
            made["note"] = [{"text": speech.say("paper_read_by_program")}]
            yield what, made


def _condition(identity: str, stands: str, names: Names) -> Resource:
    return {
        "resourceType": "Condition",
        "id": identity,
        "clinicalStatus": concept("condition-clinical", "active"),
        "verificationStatus": concept("condition-ver-status", stands),
        "subject": names.reference("patient"),
    }


def _accepted(
    one: FindingPart, found: str, identity: str, *, names: Names, speech: Speech
) -> Resource:
    said = one.decision
    made = _condition(identity, "provisional", names)
    # Words of the clinician's own stand alone: the code is the machine's.
    edited = said is not None and said.decision is Decision.EDITED
    words = line(said.comment) if said and edited else speech.label(f"finding.{one.name}")
    made["code"] = coded(*(() if edited else (one.code,)), text=words)
    made["evidence"] = [{"detail": [names.reference(found)]}]
    if said is not None and said.at is not None:
        made["recordedDate"] = instant(said.at)
    if said is not None and line(said.by):
        made["recorder"] = {"display": line(said.by)}
    if said is not None and line(said.comment):
        made["note"] = [{"text": line(said.comment)}]
    return made


def _common(report: Report, film: FilmPart, what: str, names: Names) -> Resource:
    made: Resource = {
        "resourceType": "Observation",
        "id": names.of(what),
        "status": "final" if report.is_signed else "preliminary",
        "category": [concept("observation-category", "imaging")],
        "subject": names.reference("patient"),
        "derivedFrom": [names.reference(f"study {film.study_uid}")],
    }
    if film.day is not None:
        made["effectiveDateTime"] = film.day.isoformat()
    return made


def _unscored(
    report: Report, film: FilmPart, number: int, names: Names, speech: Speech
) -> Resource:
    reasons = [*film.refusals, *([film.error] if film.error else [])]
    notes = [speech.safety("refused")]
    notes += [speech.sentence(one.code, one.parameters) for one in reasons]
    return _common(report, film, f"film {number}", names) | {
        "code": {"coding": [{"system": FINDINGS, "code": "no_score"}], "text": notes[0]},
        "dataAbsentReason": concept("data-absent-reason", "not-performed"),
        "note": [{"text": one} for one in notes],
    }


def _score(
    report: Report, film: FilmPart, one: FindingPart, what: str, *, names: Names, speech: Speech
) -> Resource:
    named = speech.label(f"finding.{one.name}")
    notes = [speech.safety("score")]
    if one.call.caution:
        notes.append(speech.safety(one.call.caution))
    if one.on_trial:
        notes.append(speech.say("paper_on_trial"))
    threshold = {"coding": [{"system": FINDINGS, "code": "threshold"}]}
    return _common(report, film, what, names) | {
        "code": {
            "coding": [{"system": FINDINGS, "code": f"{one.name}_score"}],
            "text": f"{speech.say('paper_score')}: {named}",
        },
        "valueQuantity": {"value": round(one.score * 100, 4), **_PERCENT_OF},
        "interpretation": [{"text": speech.label(f"call.{one.call.value}")}],
        "device": names.reference(device_name(one.model)),
        "component": [
            {
                "code": threshold | {"text": speech.say("paper_threshold")},
                "valueQuantity": {"value": round(one.threshold * 100, 4), **_PERCENT_OF},
            }
        ],
        "note": [{"text": note} for note in notes],
    }


def _is_uid(text: str) -> bool:
    """Whether a study's UID is one (PS3.5 9.1), as pictures without a header have none."""
    return 0 < len(text) <= 64 and text.replace(".", "").isdigit() and "." in text
