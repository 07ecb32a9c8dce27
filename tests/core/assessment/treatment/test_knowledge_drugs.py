"""Protects: a broken file about drugs is refused by its name, and nothing unproven warns."""

import copy
import tomllib
from datetime import date

import pytest

from meddx_desktop.core.assessment.treatment.drug_names import drug_names
from meddx_desktop.core.assessment.treatment.knowledge_drugs import (
    ALLERGIES,
    CLASSES,
    FOLDER,
    GROUPS,
    PAIRS,
    condition_keys,
    drug_knowledge,
    load,
    read,
)
from meddx_desktop.core.domain.treatment import CheckKind
from meddx_desktop.core.errors import KnowledgeRejected

SOURCE = {"id": "s", "title": "A label", "locator": "section 4", "opened": date(2026, 11, 22)}
WORDS = {"severity": "avoid", "reason_en": "Harm.", "reason_zh": "有害。", "source": "s"}
TABLES = {
    CLASSES: {
        "source": [{**SOURCE}],
        "twice": WORDS,
        "class": [
            {
                "key": "statin",
                "title_en": "Statin",
                "title_zh": "他汀类",
                "members": ["simvastatin", "atorvastatin"],
            }
        ],
    },
    GROUPS: {
        "group": [
            {"key": "asthma", "title_en": "Asthma", "title_zh": "哮喘", "members": ["asthma"]}
        ]
    },
    ALLERGIES: {
        "source": [{**SOURCE}],
        "again": WORDS,
        "class": [
            {
                "key": "statins",
                "title_en": "Statins",
                "title_zh": "他汀类",
                "members": ["class:statin"],
                "words": ["statins"],
                **WORDS,
            }
        ],
    },
    PAIRS: {
        "source": [{**SOURCE}],
        "pair": [{"one": ["warfarin"], "two": ["class:statin"], **WORDS}],
    },
    "sample.toml": {
        "source": [{**SOURCE}],
        "fact": [
            {
                "drugs": ["propranolol"],
                "kind": "contraindication",
                "conditions": ["asthma"],
                **WORDS,
            }
        ],
        "read": [{"drugs": ["paracetamol"], "kinds": ["kidney"], "source": "s"}],
    },
}


def _read(change=None):
    tables = copy.deepcopy(TABLES)
    if change:
        change(tables)
    return read(tables, drug_names(), condition_keys())


def _refused(change, *, file):
    with pytest.raises(KnowledgeRejected) as caught:
        _read(change)
    assert caught.value.parameters["file"] == file
    return caught.value.code


def test_the_sample_is_sound():
    known = _read()
    assert len(known.pairs) == 1
    assert known.pairs[0].holds("atorvastatin", "warfarin")
    assert known.was_read("paracetamol", CheckKind.KIDNEY)
    assert not known.was_read("paracetamol", CheckKind.QT)


def test_what_ships_loads_and_every_source_of_it_was_opened():
    known = drug_knowledge()
    assert len(known.pairs) >= 60
    assert all(source.is_verified for source in known.sources)


@pytest.mark.parametrize("missing", ["title", "locator", "opened"])
def test_a_source_without_a_part_is_refused(missing):
    def change(tables):
        del tables["sample.toml"]["source"][0][missing]

    assert _refused(change, file="sample.toml") == "drug_facts_source_missing"


def test_a_source_that_was_not_opened_warns_of_nothing():
    def change(tables):
        source = tables[PAIRS]["source"][0]
        del source["opened"]
        source["unverified"] = True

    assert _refused(change, file=PAIRS) == "drug_facts_unverified"


def test_a_source_nobody_wrote_down_is_refused():
    def change(tables):
        tables[PAIRS]["pair"][0]["source"] = "elsewhere"

    assert _refused(change, file=PAIRS) == "drug_facts_source_missing"


@pytest.mark.parametrize(
    ("file", "part", "field", "value"),
    [
        (PAIRS, "pair", "one", ["nodrug"]),
        (PAIRS, "pair", "two", ["class:noclass"]),
        (PAIRS, "pair", "one", []),
        (PAIRS, "pair", "one", ["class:statin"]),
        (PAIRS, "pair", "severity", "deadly"),
        (PAIRS, "pair", "severity", "suited"),
        (PAIRS, "pair", "reason_zh", ""),
        (PAIRS, "pair", "speling", True),
        (CLASSES, "class", "members", ["nodrug"]),
        (GROUPS, "group", "members", ["no_such_condition"]),
        (ALLERGIES, "class", "members", ["class:noclass"]),
        (ALLERGIES, "class", "words", ["noword"]),
        ("sample.toml", "fact", "drugs", ["nodrug"]),
        ("sample.toml", "fact", "conditions", ["nogroup"]),
        ("sample.toml", "fact", "conditions", []),
        ("sample.toml", "fact", "kind", "dose"),
        ("sample.toml", "fact", "kind", "kidney"),
        ("sample.toml", "fact", "kind", "pregnancy"),
        ("sample.toml", "fact", "child_pugh", ["C"]),
        ("sample.toml", "fact", "below", 30.0),
        ("sample.toml", "read", "kinds", ["horoscope"]),
    ],
)
def test_an_entry_that_makes_no_sense_is_refused(file, part, field, value):
    def change(tables):
        tables[file][part][0][field] = value

    assert _refused(change, file=file) == "drug_facts_invalid"


@pytest.mark.parametrize(
    "fields",
    [
        {"kind": "kidney", "below": 0.0},
        {"kind": "kidney", "below": 500.0},
        {"kind": "age", "ages": "young"},
        {"kind": "age"},
        {"kind": "liver", "child_pugh": ["D"]},
        {"kind": "liver"},
    ],
)
def test_a_fact_must_say_whom_it_is_about(fields):
    def change(tables):
        tables["sample.toml"]["fact"] = [{"drugs": ["propranolol"], **fields, **WORDS}]

    assert _refused(change, file="sample.toml") == "drug_facts_invalid"


def test_a_pair_written_the_other_way_round_is_the_same_pair():
    def change(tables):
        tables[PAIRS]["pair"].append({"one": ["class:statin"], "two": ["warfarin"], **WORDS})

    assert _refused(change, file=PAIRS) == "drug_facts_twice"


@pytest.mark.parametrize(
    ("file", "part"), [(CLASSES, "class"), (GROUPS, "group"), (ALLERGIES, "class")]
)
def test_a_key_that_is_there_twice_is_refused(file, part):
    def change(tables):
        tables[file][part] *= 2

    assert _refused(change, file=file) == "drug_facts_twice"


@pytest.mark.parametrize("file", [CLASSES, GROUPS, ALLERGIES, PAIRS, "sample.toml"])
def test_a_part_nobody_reads_is_refused(file):
    def change(tables):
        tables[file]["facts"] = []

    assert _refused(change, file=file) == "drug_facts_invalid"


@pytest.mark.parametrize(("file", "part"), [(CLASSES, "twice"), (ALLERGIES, "again")])
def test_the_general_rules_must_be_there(file, part):
    def change(tables):
        del tables[file][part]

    assert _refused(change, file=file) == "drug_facts_invalid"


def test_a_file_that_is_no_text_is_refused_by_its_name(tmp_path):
    (tmp_path / CLASSES).write_bytes(b"\xff\xfe")
    with pytest.raises(KnowledgeRejected) as caught:
        load(tmp_path)
    assert (caught.value.code, caught.value.parameters["file"]) == (
        "drug_facts_unreadable",
        CLASSES,
    )


def test_the_refusal_names_the_entry():
    def change(tables):
        tables[PAIRS]["pair"][0]["one"] = ["nodrug"]

    with pytest.raises(KnowledgeRejected) as caught:
        _read(change)
    assert caught.value.parameters["entry"] == "pair 1"
    assert "nodrug" in caught.value.parameters["why"]


def test_every_shipped_file_is_read():
    read_ids = {source.key for source in drug_knowledge().sources}
    for path in [*FOLDER.glob("*.toml"), *(FOLDER / "drugs").glob("*.toml")]:
        for source in tomllib.loads(path.read_text("utf-8")).get("source", []):
            assert source["id"] in read_ids, path.name
