"""Protects the contract of `meddx note`: one record per note, codes, exit codes, plain tables."""

import io
import json
import sys

import pytest

from meddx_desktop.cli import main

NOTE = "HPI: no fever, cough for 3 days.\n现病史：无发热，咳嗽3天。"
KEYS = ["path", "language", "sections", "mentions", "flags"]
MENTION = ["start", "end", "text", "kind", "assertion", "trigger", "codes"]


@pytest.fixture(autouse=True)
def english(monkeypatch, tmp_path):
    monkeypatch.setenv("MEDDX_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("LC_ALL", "C.UTF-8")


@pytest.fixture
def note(tmp_path):
    path = tmp_path / "note.txt"
    path.write_text(NOTE, "utf-8")
    return path


def run(capsys, *arguments):
    code = main(["note", *map(str, arguments)])
    captured = capsys.readouterr()
    return code, captured.out, captured.err


def records(capsys, *arguments):
    code, out, err = run(capsys, *arguments, "--format", "json")
    return code, [json.loads(line) for line in out.split("\n") if line], err


def test_the_record_holds_what_the_contract_says(capsys, note):
    code, (record,), err = records(capsys, note)
    assert (code, err) == (0, "")
    assert list(record)[: len(KEYS)] == KEYS
    assert [one["name"] for one in record["sections"]] == ["present_illness", "present_illness"]
    for mention in record["mentions"]:
        assert list(mention)[: len(MENTION)] == MENTION
        assert NOTE[mention["start"] : mention["end"]] == mention["text"]
    said = {one["text"]: one["assertion"] for one in record["mentions"]}
    assert {name: said[name] for name in ("fever", "cough", "发热", "咳嗽")} == {
        "fever": "negated",
        "cough": "negated",
        "发热": "negated",
        "咳嗽": "present",
    }
    fever = record["mentions"][0]
    assert (fever["trigger"]["text"], fever["trigger"]["rule"]) == ("no", "negation_before")


def test_a_file_that_is_no_note_fails_alone(capsys, note, tmp_path):
    picture = tmp_path / "a.png"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(50))
    code, found, _ = records(capsys, picture, note)
    assert code == 1
    assert found[0]["error"]["code"] == "note_picture"
    assert found[0]["error"]["message"].endswith(".")
    assert "mentions" in found[1]


def test_the_language_can_be_stated_and_standard_input_read(capsys, monkeypatch):
    class Input:
        buffer = io.BytesIO("无发热".encode("gb18030"))

    monkeypatch.setattr(sys, "stdin", Input())
    code, (record,), _ = records(capsys, "-", "--lang", "zh")
    assert (code, record["language"], record["encoding"]) == (0, "zh", "gb18030")
    assert record["mentions"][0]["assertion"] == "negated"


def test_the_table_is_for_people(capsys, note):
    code, out, _ = run(capsys, note)
    assert code == 0
    assert "negated" in out
    assert "Present illness" in out
    assert "Not a registered medical device" in out


@pytest.mark.parametrize("arguments", [("--age", "old"), ("--sex", "x")])
def test_wrong_words_are_wrong_usage(capsys, note, arguments):
    code, out, err = run(capsys, note, *arguments)
    assert (code, out) == (2, "")
    assert err
