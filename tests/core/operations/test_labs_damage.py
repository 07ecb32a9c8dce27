"""Protects: whatever is done to a file of results, it is answered or refused with a sentence."""

import json
import random

import pytest

from meddx_desktop.cli import labs_records
from meddx_desktop.core.errors import MedDxError
from meddx_desktop.core.operations import labs, labs_file
from meddx_desktop.core.paths import RESOURCES, ROOT
from meddx_desktop.words import sentence

SAMPLES = [
    *sorted((RESOURCES / "demo").glob("*labs.*")),
    *sorted((ROOT / "tests" / "data" / "labs").glob("answer_*.[!j]*")),
    ROOT / "tests" / "data" / "labs" / "answer_fhir.json",
]
TOKENS = [
    *(b"|", b"^", b"~", b"\\", b"\r", b"\n", b"\x0b", b"\x1c", b",", b";", b"\t", b'"', b"{", b"}"),
    *(b"[", b"]", b"null", b"1e999", b"-1", b"NaN", b"9" * 400, b"\xff", b"\x00", b"\xe2\x80\xa8"),
    *(b"OBX|", b"PID|", b"MSH|^~\\&|", b"OBR|", b"2024-02-30", b"0000-00-00", b"=1+1", b"mmol/L"),
    *(b"\xd0\xa1", b"\xf0\x9f\x98\x80", b"valueQuantity", b"contained", b"1.234,5", b"00010101"),
    b"99991231235959+9999",
]


def mutated(content, chance):
    data = bytearray(content)
    for _ in range(chance.choice([1, 2, 3, 8])):
        start = chance.randrange(len(data) + 1)
        end = start + chance.choice([0, 1, 5, 40, 300])
        inserted = chance.choice([b"", chance.choice(TOKENS), bytes(data[start:end]) * 3])
        data[start:end] = inserted
    return bytes(data)


def check(content):
    try:
        looked = labs.look_at(content)
    except MedDxError as error:
        assert sentence(error.code, error.parameters) != error.code
        return
    told = [*looked.cautions, *looked.questions]
    for report in looked.reports:
        answer = labs_file.answer(report)
        assert len(answer.observations) == len(report.results)
        json.dumps(labs_records.answer("x", answer), allow_nan=False)
        reasons = [*report.cautions, *(one.reason for one in report.rejected)]
        reasons += [one for each in answer.observations for one in each.cautions]
        assert all(sentence(one.code, one.parameters) != one.code for one in reasons)
        told += [*reasons, *report.results]
    assert told, "a source that brings nothing says so"


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda one: one.name)
def test_damaged_samples_are_answered_or_refused(sample):
    chance = random.Random(sample.name)
    content = sample.read_bytes()
    for _ in range(25):
        check(mutated(content, chance))


@pytest.mark.parametrize("content", [b"Test,Result,Unit\n", b"2024-03-01 08:00\n"])
def test_a_source_without_any_line_says_so(content):
    (report,) = labs.look_at(content).reports
    assert [one.code for one in report.cautions] == ["results_none"]
