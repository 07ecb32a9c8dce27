"""Protects: every code that the program can raise has words, and every word has a code."""

import ast
import pickle
from collections import Counter
from pathlib import Path

import meddx_desktop
from meddx_desktop.core.errors import ModelRejected
from meddx_desktop.words.errors import AREAS, ERRORS
from meddx_desktop.words.reasons import REASONS

PACKAGE = Path(meddx_desktop.__file__).parent
RAISERS = {
    "BadOutput",
    "CannotWrite",
    "InvalidEntry",
    "KnowledgeRejected",
    "MedDxError",
    "ModelRejected",
    "NotPermitted",
    "StoreDamaged",
    "StoreRefused",
    "UnreadableArchive",
    "UnreadableImage",
    "UnreadableNote",
    "UnreadableResults",
    "WrongPassphrase",
    "refused",
}


def _codes(callables: set[str]) -> set[str]:
    """First argument of every call to one of `callables` in the program's source."""
    found = set()
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.Call) or not node.args:
                continue
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            first = node.args[0]
            if (
                name in callables
                and isinstance(first, ast.Constant)
                and isinstance(first.value, str)
            ):
                found.add(first.value)
    return found


def test_every_error_code_has_a_sentence():
    codes = _codes(RAISERS)
    assert len(codes) > 30, "the search found the raising places"
    assert codes - set(ERRORS) == set()


def test_no_code_has_sentences_in_two_areas():
    codes = [code for area in AREAS for code in area]
    assert [code for code, times in Counter(codes).items() if times > 1] == []


def test_every_reason_code_has_a_sentence():
    codes = _codes({"Reason"})
    assert len(codes) > 10
    assert codes - set(REASONS) - set(ERRORS) == set()


def test_sentences_end_and_tell_what_to_do():
    for code, text in {**ERRORS, **REASONS}.items():
        assert text.endswith("."), code
        assert "traceback" not in text.lower()


def test_an_error_survives_a_process_boundary():
    error = ModelRejected("model_file_missing", name="a", file="b")
    copy = pickle.loads(pickle.dumps(error))
    assert (type(copy), copy.code, copy.parameters) == (ModelRejected, error.code, error.parameters)
    assert str(copy) == "model_file_missing(name='a', file='b')"
