"""The lexicon that comes with the program: small, whole, and never a line altered."""

import csv
from pathlib import Path

import pytest

from meddx_desktop.core.domain.codes import Code
from meddx_desktop.core.notes.folding import fold_term
from meddx_desktop.core.notes.lexicon import (
    CONCEPTS,
    EXACT,
    FOLDER,
    FORMS,
    INDEX,
    PLACES,
    Concept,
    TermKind,
    concept_line,
    lexicon,
    read_concept,
)

LARGEST = 15 * 1024 * 1024


def _rows(path: Path) -> list[list[str]]:
    lines = [one for one in path.read_text("utf-8").splitlines() if not one.startswith("#")]
    return [
        [*row, *[""] * 8][:8]
        for row in csv.reader(lines, delimiter="\t", quotechar=None, quoting=csv.QUOTE_NONE)
        if row
    ]


def test_every_word_written_here_leads_to_its_concept():
    words = lexicon()
    wrong = [
        (form, row[0])
        for row in _rows(FOLDER / "common.tsv")
        for form in (*row[4].split(";"), *row[5].split(";"))
        if form
        and getattr(words.find(form if form[0] == EXACT else fold_term(form)), "key", "") != row[0]
    ]
    assert wrong == []


def test_every_drug_written_here_has_its_ingredients():
    words = lexicon()
    wrong = []
    for row in _rows(FOLDER / "drugs.tsv"):
        for form in (*row[1].split(";"), *row[2].split(";")):
            found = words.find(form if form[:1] == EXACT else fold_term(form)) if form else None
            if form and (found is None or list(found.parts) != [p for p in row[3].split("+") if p]):
                wrong.append((form, row[0]))
    assert wrong == []


def test_enough_words_in_both_languages():
    rows = _rows(FOLDER / "common.tsv")
    assert len(rows) >= 600
    assert sum(bool(row[4]) and bool(row[5]) for row in rows) >= 600


def test_small_on_the_disk():
    size = sum((FOLDER / name).stat().st_size for name in (FORMS, INDEX, CONCEPTS, PLACES))
    assert size < LARGEST


def test_every_concept_can_be_read():
    lines = (FOLDER / CONCEPTS).read_text("utf-8").splitlines()
    for line in lines:
        concept = read_concept(line)
        assert concept.key and concept.name and all(code.value for code in concept.codes)


@pytest.mark.parametrize(
    "concept",
    [
        Concept(
            "fever",
            TermKind.SYMPTOM,
            "fever",
            "发热",
            (Code("R50.9", "I10C", "Fever, unspecified"),),
        ),
        Concept("drug:x", TermKind.DRUG, "x", "", (Code("DB1", "DRUGBANK", "x"),), "", ("a", "b")),
        Concept(
            "pe",
            TermKind.PROBLEM,
            "pe",
            "",
            (Code("HP:0002204", "HP", "Pulmonary embolism"),),
            "not_heading",
        ),
    ],
)
def test_a_line_keeps_the_concept(concept):
    assert read_concept(concept_line(concept)) == concept


def test_the_longest_term_wins_and_none_lies_within_another():
    matches = lexicon().matches("acute myocardial infarction; 急性心肌梗死")
    assert [one.concept.key for one in matches] == ["myocardial_infarction"] * 2


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("no breath sounds on the left", ["decreased_breath_sounds"]),
        ("hyperresonant, trachea pushed to the right", ["hyperresonance", "mediastinal_shift"]),
        ("Trachea is deviated", ["mediastinal_shift"]),
        ("burning micturition with shivers", ["dysuria", "chills"]),
        ("pain and swelling of the right first MTP joint", ["podagra"]),
        ("first MTP joint normal", []),
        ("back from a malaria area", ["malaria_area"]),
        ("TB contact", ["tb_contact"]),
        ("known epileptic", ["epilepsy"]),
        ("anti-epileptic leaflet", []),
        ("glargine 12 units", ["drug:insulin glargine"]),
        ("气管向左偏移，叩诊过清音", ["mediastinal_shift", "hyperresonance"]),
        ("有肺结核接触史", ["tb_contact"]),
    ],
)
def test_what_is_said_at_the_bedside_is_known(text, keys):
    found = [one.concept.key for one in lexicon().matches(text)]
    assert [key for key in found if not key.startswith(("hp:", "lab:", "\x1f"))] == keys


def test_a_term_is_never_part_of_a_word():
    assert lexicon().matches("coughdrop feverfew") == ()
