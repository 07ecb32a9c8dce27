"""Protects: the nearest codes, each once, with its own title; a changed file is never searched."""

import hashlib
import mmap

import numpy as np
import pytest

from meddx_desktop.core.errors import ModelRejected
from meddx_desktop.core.notes.code_list import (
    CodeList,
    Shape,
    as_lines,
    in_order,
    mapped,
    packed,
)

ROWS = [("A00", "Cholera"), ("A00", "Blue death"), ("B05", "Measles"), ("C34", "Lung cancer")]
VECTORS = np.array([[1, 0, 0], [0.6, 0.8, 0], [0, 1, 0], [0, 0, 1]], np.float32)


def _mapped(content):
    anonymous = mmap.mmap(-1, max(len(content), 1))
    anonymous.write(content)
    return anonymous


def _list(rows=ROWS, vectors=VECTORS, *, count=None):
    numbers, scale = packed(vectors)
    shape = Shape("I10C", "made up", count or len(rows), vectors.shape[1], scale)
    return CodeList(_mapped(as_lines(rows)), _mapped(numbers.tobytes()), shape, name="x")


def test_the_nearest_comes_first_each_code_once():
    found = _list().nearest(np.array([0.6, 0.8, 0], np.float32), 5)
    assert [one.code.value for one in found] == ["A00", "B05", "C34"]
    assert found[0].score == pytest.approx(1, abs=0.02)
    assert found[1].score == pytest.approx(0.8, abs=0.02)
    assert found[2].score == 0


def test_a_code_found_by_another_term_keeps_its_title():
    [found] = _list().nearest(np.array([0.6, 0.8, 0], np.float32), 1)
    assert (found.code.value, found.code.meaning, found.code.scheme) == ("A00", "Cholera", "I10C")


def test_similarity_lies_between_0_and_1():
    for vector in ([-1, 0, 0], [0, 0, 1]):
        for one in _list().nearest(np.array(vector, np.float32), 5):
            assert 0 <= one.score <= 1


@pytest.mark.parametrize("count", [3, 5])
def test_files_that_do_not_fit_together_are_refused(count):
    with pytest.raises(ModelRejected) as caught:
        _list(count=count)
    assert caught.value.code == "model_damaged"


def test_a_changed_file_is_not_mapped(tmp_path):
    path = tmp_path / "codes.tsv"
    path.write_bytes(as_lines(ROWS))
    right = hashlib.sha256(path.read_bytes()).hexdigest()
    assert mapped(path, right, name="x")[:3] == b"A00"
    path.write_bytes(as_lines(ROWS).replace(b"A00", b"A09"))
    for wanted, code in ((right, "model_hash_mismatch"),):
        with pytest.raises(ModelRejected) as caught:
            mapped(path, wanted, name="x")
        assert caught.value.code == code
    for gone in (tmp_path / "none", tmp_path / "empty"):
        (tmp_path / "empty").write_bytes(b"")
        with pytest.raises(ModelRejected) as caught:
            mapped(gone, right, name="x")
        assert caught.value.code == "model_file_missing"


def test_terms_lie_behind_their_title_and_no_line_is_torn():
    rows = [("A00", "Cholera"), ("B05", "Measles"), ("A00", "Blue\tdeath\n"), ("B05", "Measles")]
    ordered = in_order(rows)
    assert [code for code, _ in ordered] == ["A00", "A00", "B05"]
    assert as_lines(ordered).decode().splitlines() == [
        "A00\tCholera",
        "A00\tBlue death",
        "B05\tMeasles",
    ]


def test_eight_bits_are_near_enough():
    vectors = np.random.default_rng(1).normal(size=(50, 16)).astype(np.float32)
    numbers, scale = packed(vectors)
    assert np.abs(numbers * scale - vectors).max() <= scale / 2 + 1e-6
