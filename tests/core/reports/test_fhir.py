"""Protects: FHIR documents are valid, lose no result, and never make a diagnosis of a score."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from fhir.resources.R4B.bundle import Bundle
from hypothesis import given, settings
from hypothesis import strategies as st

from meddx_desktop.core.domain.finding import Decision, Reason
from meddx_desktop.core.domain.genes import Genotyped
from meddx_desktop.core.domain.laboratory import (
    Comparator,
    Observation,
    ResultStatus,
    SentResult,
    SentValue,
    Specimen,
)
from meddx_desktop.core.domain.note import (
    AllergyFact,
    Assertion,
    DrugUse,
    Measured,
    Mention,
    MentionKind,
    NoteReading,
    Span,
)
from meddx_desktop.core.domain.note import Language as Tongue
from meddx_desktop.core.domain.patient import Patient, PersonName
from meddx_desktop.core.domain.report_parts import ConfirmedPart, LabPart
from meddx_desktop.core.labs.read_fhir import read_fhir
from meddx_desktop.core.reports import fhir
from meddx_desktop.words import safety
from meddx_desktop.words.paper import paper_words
from tests import made_reports as made

EN = paper_words("en")
NUMBERS = st.one_of(
    st.integers(-(10**6), 10**9).map(float),
    st.floats(-1e6, 1e6, allow_nan=False).map(lambda value: round(value, 6)),
)
UNITS = st.sampled_from(["mmol/L", "g/L", "10*9/L", "%", "umol/L", "[pH]", "mL/min/{1.73_m2}"])
TIMES = st.datetimes(datetime(1990, 1, 1), datetime(2040, 1, 1)).map(
    lambda at: at.replace(microsecond=0, tzinfo=timezone(timedelta(hours=8)))
)


def resources(report):
    document = fhir.document(report, EN)
    Bundle.model_validate(json.loads(json.dumps(document)))
    return [entry["resource"] for entry in document["entry"]]


def of_kind(report, kind):
    return [one for one in resources(report) if one["resourceType"] == kind]


def read_back(*labs):
    (found,) = read_fhir(fhir.render(made.report(labs=labs, lost_rejected=()), EN))
    assert not found.rejected
    return found


@pytest.mark.parametrize("report", [made.report(), made.signed()])
@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_document_is_valid_and_complete(report, language):
    document = fhir.document(report, paper_words(language))
    Bundle.model_validate(json.loads(json.dumps(document)))
    kinds = [entry["resource"]["resourceType"] for entry in document["entry"]]
    assert kinds[0] == "Composition" and document["type"] == "document"
    assert {"Patient", "DiagnosticReport", "Observation", "ImagingStudy", "Device"} <= {*kinds}


def test_every_reference_is_in_the_document():
    document = fhir.document(made.signed(), EN)
    known = {entry["fullUrl"] for entry in document["entry"]}
    assert len(known) == len(document["entry"])
    text = json.dumps(document)
    for part in text.split('"reference": "')[1:]:
        target = part.partition('"')[0]
        assert target in known or target == "#specimen"


@settings(max_examples=25)
@given(NUMBERS, UNITS, st.none() | st.sampled_from(list(Comparator)), NUMBERS, NUMBERS, TIMES)
def test_our_own_reader_reads_every_result_back(value, unit, comparator, one, other, at):
    low, high = min(one, other), max(one, other)
    part = made.lab("Test", value, unit, comparator=comparator, limits=(low, high), taken=at)
    (found,) = read_back(part).results
    assert [(code.value, code.scheme) for code in found.codes] == [("2823-3", "LN")]
    assert found.value.number == value
    assert found.value.comparator == comparator
    assert (found.unit, found.unit_is_ucum) == (unit, True)
    assert (found.range.low, found.range.high) == (low, high)
    assert found.taken == at
    assert found.status is ResultStatus.FINAL


@pytest.mark.parametrize(
    ("limits", "included"),
    [((None, 5.2), {"high_included": False}), ((1.0, None), {"low_included": False})],
)
def test_an_end_that_lies_outside_stays_outside(limits, included):
    part = made.lab("Test", 4.0, "mmol/L", limits=limits, range_is=included)
    (found,) = read_back(part).results
    assert (found.range.low, found.range.high) == limits
    assert found.range.high_included is included.get("high_included", True)
    assert found.range.low_included is included.get("low_included", True)


@pytest.mark.parametrize("limits", [(None, 40.0), (90.0, None)])
def test_a_range_with_one_end_keeps_it(limits):
    (found,) = read_back(made.lab("Test", 4.0, "U/L", limits=limits)).results
    assert (found.range.low, found.range.high) == limits


def test_words_and_missing_values_are_kept():
    sent = SentResult("1", ("HBsAg",), value=SentValue("weakly positive"), taken=made.MOMENT)
    missing = SentResult("2", ("Iron",), absent="not-performed", taken=made.MOMENT)
    parts = [LabPart({"en": one.name}, Observation(one, name=one.name)) for one in (sent, missing)]
    first, second = read_back(*parts).results
    assert first.value.text == "weakly positive" and first.names == ("HBsAg",)
    assert second.value is None and second.absent


def test_the_specimen_is_kept():
    (found,) = read_back(made.lab()).results
    assert found.specimen is Specimen.SERUM


def test_a_day_without_a_time_stays_a_day():
    (found,) = read_back(made.lab(taken=datetime(2026, 3, 2))).results
    assert found.taken_text == "2026-03-02"


def test_what_does_not_count_is_no_result_elsewhere():
    (found,) = read_back(replace(made.lab(), excluded=True)).results
    assert found.status is ResultStatus.CANCELLED


def test_a_result_read_from_a_picture_says_so_wherever_it_goes():
    part = made.lab()
    marked = replace(part.observation, cautions=(Reason("paper_read"),))
    (found,) = read_back(replace(part, observation=marked)).results
    assert [one.code for one in found.cautions] == ["paper_read"]
    assert "picture" not in found.note


def test_the_patient_is_read_back():
    found = read_back(made.lab()).patient
    assert found.patient_id == "P-77"
    assert found.name == PersonName("Li^Xiaoyu", "李^小雨")
    assert found.birth_date == made.report().patient.birth_date


def test_a_score_becomes_no_condition():
    assert of_kind(made.report(), "Condition") == []


def test_what_a_clinician_accepted_becomes_one_and_stays_provisional():
    (found,) = of_kind(made.signed(), "Condition")
    assert found["verificationStatus"]["coding"][0]["code"] == "provisional"
    assert found["code"]["coding"][0]["code"] == "233604007"


def test_edited_words_stand_without_the_machines_code():
    part = made.decided(made.finding(), Decision.EDITED, "Scar, old")
    (found,) = of_kind(made.signed(films=(made.film(part),)), "Condition")
    assert found["code"] == {"text": "Scar, old"}


def test_a_rejected_finding_becomes_none():
    part = made.decided(made.finding(), Decision.REJECTED)
    assert of_kind(made.signed(films=(made.film(part),)), "Condition") == []


def test_a_confirmed_condition_is_confirmed():
    confirmed = ConfirmedPart("tb", {"en": "Tuberculosis"}, "A15.9", "Dr Lin", made.MOMENT)
    (found,) = of_kind(made.report(confirmed=(confirmed,)), "Condition")
    assert found["verificationStatus"]["coding"][0]["code"] == "confirmed"
    assert found["code"]["coding"][0]["code"] == "A15.9"


def test_a_score_says_what_it_is_not_and_who_made_it():
    report = made.report(labs=(), films=(made.film(made.finding(0.1)),))
    scores = [one for one in of_kind(report, "Observation") if "device" in one]
    notes = [note["text"] for note in scores[0]["note"]]
    assert safety("score") in notes and safety("below_threshold") in notes
    assert scores[0]["valueQuantity"]["value"] == 10.0
    assert "coding" in scores[0]["code"]
    assert all("snomed" not in one["system"] for one in scores[0]["code"]["coding"])
    assert of_kind(report, "Device")[0]["identifier"][0]["value"] == "ab" * 32


def test_a_refused_film_has_no_value_and_says_why():
    found = [
        one
        for one in of_kind(made.report(films=(made.refused(),)), "Observation")
        if one["category"][0]["coding"][0]["code"] == "imaging"
    ]
    assert len(found) == 1 and "valueQuantity" not in found[0]
    assert safety("refused") in found[0]["note"][0]["text"]


@pytest.mark.parametrize(
    ("report", "status"), [(made.report(), "preliminary"), (made.signed(), "final")]
)
def test_unsigned_is_preliminary_and_nobody_attests(report, status):
    (composition,) = of_kind(report, "Composition")
    assert composition["status"] == status
    assert ("attester" in composition) == (status == "final")
    stamped = safety("unreviewed") in json.dumps(composition, ensure_ascii=False)
    assert stamped == (status == "preliminary")


def test_hostile_names_stay_text():
    patient = Patient('"},{"x":"', PersonName("<script>alert(1)</script>^&amp;"))
    report = made.report(patient=patient, note="</div><img src=x onerror=alert(1)>")
    text = fhir.render(report, EN).decode()
    json.loads(text)
    assert "<script" not in "".join(
        section["text"]["div"] for section in of_kind(report, "Composition")[0]["section"]
    )
    assert "<img" not in text


def test_the_same_case_gives_the_same_names():
    one, other = (fhir.document(made.report(), EN) for _ in range(2))
    assert [e["fullUrl"] for e in one["entry"]] == [e["fullUrl"] for e in other["entry"]]
    assert datetime.fromisoformat(one["timestamp"]).astimezone(UTC) == made.MOMENT


def _noted(*mentions):
    return made.report(reading=NoteReading(Tongue.ENGLISH, mentions=mentions))


def test_allergies_of_banner_and_note_are_in_it_once():
    fact = AllergyFact("Penicillin", "rash")
    denied = AllergyFact("sulfa")
    report = _noted(
        Mention(Span(0, 5), "penicillin rash", MentionKind.ALLERGY, allergy=fact),
        Mention(Span(6, 9), "sulfa", MentionKind.ALLERGY, Assertion.NEGATED, allergy=denied),
    )
    patient = replace(report.patient, allergies=("penicillin", "peanuts"))
    found = of_kind(replace(report, patient=patient), "AllergyIntolerance")
    assert [one["code"]["text"] for one in found] == ["penicillin", "peanuts"]
    assert found[0]["reaction"][0]["manifestation"][0]["text"] == "rash"
    (read,) = of_kind(report, "AllergyIntolerance")
    assert read["code"]["text"] == "Penicillin" and read["note"]


def test_the_allergen_leaves_in_the_words_of_the_note():
    fact = AllergyFact("benzylpenicillin", "anaphylaxis", written="penicillin")
    report = _noted(
        Mention(Span(0, 24), "penicillin (anaphylaxis)", MentionKind.ALLERGY, allergy=fact)
    )
    (read,) = of_kind(report, "AllergyIntolerance")
    assert read["code"] == {"text": "penicillin"}
    banner = replace(report, patient=replace(report.patient, allergies=("Penicillin",)))
    (one,) = of_kind(banner, "AllergyIntolerance")
    assert one["code"]["text"] == "Penicillin"
    assert one["reaction"][0]["manifestation"][0]["text"] == "anaphylaxis"


def test_a_note_that_denies_allergies_leaves_as_none_known():
    none = Mention(
        Span(0, 6),
        "无药物过敏史",
        MentionKind.ALLERGY,
        Assertion.NEGATED,
        allergy=AllergyFact(none_known=True),
    )
    (read,) = of_kind(_noted(none), "AllergyIntolerance")
    assert read["code"]["coding"][0]["code"] == "716186003"
    assert read["code"]["text"] == "无药物过敏史" and read["note"]
    fact = AllergyFact("latex", written="latex")
    one = Mention(Span(8, 13), "latex", MentionKind.ALLERGY, allergy=fact)
    (read,) = of_kind(_noted(none, one), "AllergyIntolerance")
    assert read["code"]["text"] == "latex"


def test_not_asked_is_no_allergy_and_none_known_is_said_by_code():
    report = made.report()
    assert of_kind(report, "AllergyIntolerance") == []
    asked = replace(report, patient=replace(report.patient, allergies=()))
    (none,) = of_kind(asked, "AllergyIntolerance")
    assert none["code"]["coding"][0]["code"] == "716186003"


def test_drugs_that_are_taken_are_in_it_and_no_order_is():
    use = DrugUse(("metformin",), Measured("dose", 500.0, "mg"), frequency="bid")
    report = _noted(
        Mention(Span(0, 9), "metformin", MentionKind.DRUG, drug=use),
        Mention(Span(10, 19), "Metformin", MentionKind.DRUG, drug=use),
        Mention(Span(20, 27), "aspirin", MentionKind.DRUG, drug=DrugUse(stopped=True)),
        Mention(Span(30, 37), "codeine", MentionKind.DRUG, Assertion.NEGATED, drug=DrugUse()),
    )
    report = replace(report, treatments=(made.chosen(),))
    found = of_kind(report, "MedicationStatement")
    names = [(one["medicationCodeableConcept"]["text"], one["status"]) for one in found]
    assert names == [("metformin", "active"), ("aspirin", "stopped")]
    assert found[0]["dosage"] == [{"text": "500 mg bid"}]
    assert of_kind(report, "MedicationRequest") == []
    assert "No other drug here" in json.dumps(resources(report))


def test_results_are_read_back_beside_allergies_and_drugs():
    use = DrugUse(("metformin",))
    report = _noted(Mention(Span(0, 9), "metformin", MentionKind.DRUG, drug=use))
    report = replace(
        report, patient=replace(report.patient, allergies=("penicillin",)), lost_rejected=()
    )
    (plain,) = read_fhir(fhir.render(made.report(lost_rejected=()), EN))
    (found,) = read_fhir(fhir.render(report, EN))
    assert (found.results, found.rejected) == (plain.results, plain.rejected)
    assert found.results


def genes_of(*parts):
    found = of_kind(made.signed(genes=parts), "Observation")
    return [one for one in found if any(c["coding"][0]["code"] == "GE" for c in one["category"])]


def test_a_genotype_has_the_code_of_the_genomics_guide_and_its_gene():
    (one,) = genes_of(made.gene())
    assert one["code"]["coding"][0]["code"] == "84413-4"
    assert one["valueCodeableConcept"] == {"text": "*2/*2"}
    gene, phenotype = one["component"]
    assert gene["code"]["coding"][0]["code"] == "48018-6"
    assert gene["valueCodeableConcept"] == {"text": "CYP2C19"}
    assert phenotype["valueCodeableConcept"]["text"] == "Poor metaboliser"
    assert any("Avoid: Clopidogrel" in note["text"] for note in one["note"])


def test_where_nobody_states_a_phenotype_there_is_none():
    part = made.gene("HLA-B", ("*57:01 positive",), "")
    (one,) = genes_of(replace(part, has_phenotype=False))
    assert [part["code"]["coding"][0]["code"] for part in one["component"]] == ["48018-6"]


def test_a_gene_that_is_not_covered_has_no_value():
    (one,) = genes_of(made.gene("TPMT", (), "", not_covered=("rs1",)))
    assert "valueCodeableConcept" not in one
    assert one["dataAbsentReason"]["coding"][0]["code"] == "unknown"
    assert one["component"][1]["dataAbsentReason"]["coding"][0]["code"] == "unknown"
    assert any("never normal" in note["text"] for note in one["note"])


@pytest.mark.parametrize(
    "part",
    [
        made.gene("HLA-B", ("*15:02 negative", "*57:01 positive"), ""),
        made.gene("TPMT", ("*2", "*3A"), "", origin=Genotyped.VCF, not_covered=("rs1",)),
    ],
    ids=["types that were tested", "variants of a file with gaps"],
)
def test_what_is_no_pair_of_alleles_is_not_called_a_genotype(part):
    (one,) = genes_of(part)
    assert one["code"]["coding"] == [{"code": "variants", "system": "urn:meddx:gene"}]
    assert "/" not in one["valueCodeableConcept"]["text"]


def test_the_section_of_genes_names_its_resources():
    document = fhir.document(made.signed(genes=(made.gene(),)), EN)
    sections = document["entry"][0]["resource"]["section"]
    (section,) = [one for one in sections if one.get("code", {}).get("text") == "genes"]
    assert len(section["entry"]) == 1
