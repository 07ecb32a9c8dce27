"""Allergies and drugs that a patient takes as FHIR R4 AllergyIntolerance and MedicationStatement.

R4 4.0.1, hl7.org/fhir/R4/allergyintolerance.html and medicationstatement.html. What the program
read in the note says so; treatments that were chosen are no orders and become no resource.
"""

from collections.abc import Iterator

from meddx_desktop.core.domain.codes import Code
from meddx_desktop.core.domain.note import Assertion, Mention, MentionKind
from meddx_desktop.core.domain.report import Report
from meddx_desktop.core.reports.clean import line
from meddx_desktop.core.reports.fhir_parts import Names, Resource, coded, concept
from meddx_desktop.core.reports.speech import Speech

_NOT_OF_PATIENT = frozenset({Assertion.NEGATED, Assertion.FAMILY, Assertion.CONDITIONAL})
_NONE_KNOWN = Code("716186003", "SCT", "No known allergy")

Named = tuple[str, Resource]


def allergies(report: Report, names: Names, speech: Speech) -> Iterator[Named]:
    """Banner and note, each substance once; where neither says a word there is no resource."""
    written = [line(one) for one in report.patient.allergies or () if line(one)]
    said = [one for one in _mentions(report, MentionKind.ALLERGY) if one.allergy]
    noted = {
        _written(one).casefold(): one
        for one in said
        if _written(one) and one.assertion not in _NOT_OF_PATIENT
    }
    known = dict.fromkeys([one.casefold() for one in written] + list(noted))
    for place, name in enumerate(known):
        what = f"allergy {place}"
        made = _allergy(names.of(what), names)
        of_banner = next((one for one in written if one.casefold() == name), "")
        mention = noted.get(name)
        made["code"] = coded(text=of_banner or (_written(mention) if mention else ""))
        if mention is not None and mention.allergy and line(mention.allergy.reaction or ""):
            shown = {"text": line(mention.allergy.reaction or "")}
            made["reaction"] = [{"manifestation": [shown]}]
        if not of_banner:
            made["note"] = [{"text": speech.say("paper_read_by_program")}]
        yield what, made
    denied = [
        one
        for one in said
        if one.allergy and one.allergy.none_known and one.assertion is Assertion.NEGATED
    ]
    if not known and (report.patient.allergies is not None or denied):
        made = _allergy(names.of("allergy none"), names)
        if report.patient.allergies is not None:
            made["code"] = coded(_NONE_KNOWN, text=speech.say("paper_allergies_none"))
        else:
            made["code"] = coded(_NONE_KNOWN, text=denied[0].text)
            made["note"] = [{"text": speech.say("paper_read_by_program")}]
        yield "allergy none", made


def _written(mention: Mention) -> str:
    """The substance in the words of the note: a class is not changed to one drug of it."""
    fact = mention.allergy
    return line(fact.written or fact.substance or "") if fact else ""


def _allergy(identity: str, names: Names) -> Resource:
    return {
        "resourceType": "AllergyIntolerance",
        "id": identity,
        "clinicalStatus": concept("allergyintolerance-clinical", "active"),
        "verificationStatus": concept("allergyintolerance-verification", "unconfirmed"),
        "patient": names.reference("patient"),
    }


def taken(report: Report, names: Names, speech: Speech) -> Iterator[Named]:
    """Drugs of the note that are taken, and those that it says were stopped."""
    seen: set[tuple[str, bool]] = set()
    for place, one in enumerate(_mentions(report, MentionKind.DRUG)):
        use = one.drug
        if use is None or one.assertion is not Assertion.PRESENT or not line(one.text):
            continue
        key = (line(one.text).casefold(), use.stopped)
        if key in seen:
            continue
        seen.add(key)
        what = f"drug {place}"
        made: Resource = {
            "resourceType": "MedicationStatement",
            "id": names.of(what),
            "status": "stopped" if use.stopped else "active",
            "medicationCodeableConcept": coded(text=one.text),
            "subject": names.reference("patient"),
            "note": [{"text": speech.say("paper_read_by_program")}],
        }
        dosage = _dosage(one)
        if dosage:
            made["dosage"] = [{"text": dosage}]
        yield what, made


def _dosage(one: Mention) -> str:
    """As far as the note says."""
    use = one.drug
    if use is None:
        return ""
    amount = f"{use.dose.value:.10g} {use.dose.unit}" if use.dose else ""
    return line(" ".join(part for part in (amount, use.route, use.frequency) if part))


def _mentions(report: Report, kind: MentionKind) -> list[Mention]:
    mentions = report.reading.mentions if report.reading else ()
    return sorted((one for one in mentions if one.kind is kind), key=lambda one: one.span)
