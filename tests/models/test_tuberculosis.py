"""Protects the experiment's honesty: what is held out, or judged, never teaches."""

import csv

import pytest

from training.cxr_tuberculosis import films, held_out
from training.cxr_tuberculosis.films import SOURCES, STRATA, TB
from training.lib.config import Run

FOLDS = 5
KINDS = {
    TB: ("mendeley_tb_pakistan", "0", "", "1"),
    "Pakistani normal": ("mendeley_tb_pakistan", "1", "0", "0"),
    "Kermany normal": ("kermany_paediatric", "1", "0", "0"),
    "Kermany pneumonia": ("kermany_paediatric", "0", "1", "0"),
    "NIH no finding": ("nih_chestxray14", "1", "0", "0"),
    "NIH pneumonia": ("nih_chestxray14", "0", "1", ""),
    "NIH other findings": ("nih_chestxray14", "0", "0", ""),
    "unknown": ("mendeley_tb_pakistan", "", "", ""),
}
FIELDS = ("source", "normal", "pneumonia", "tuberculosis", "file", "patient_id", "fold")


def _run(folder, rows, most=700):
    (folder / "cxr").mkdir()
    with (folder / "cxr" / "labels.csv").open("w", newline="", encoding="utf-8") as file:
        table = csv.writer(file)
        table.writerow(FIELDS)
        table.writerows(rows)
    return Run("x", folder, folder, folder, None, {"films": {"most_per_stratum": most}})


def _rows(each=10):
    return [
        (*cells, f"{name}-{n}.jpg", f"{name}-{n}", n % FOLDS)
        for name, cells in KINDS.items()
        for n in range(each)
    ]


@pytest.fixture
def read(tmp_path):
    return films.read_table(_run(tmp_path, _rows()))


def test_every_film_is_in_its_stratum_and_unknown_ones_are_left_out(read):
    assert len(read) == 10 * (len(KINDS) - 1)
    assert [name.rsplit("-", 1)[0] for name in read.files] == read.strata.tolist()
    assert {s for own in STRATA.values() for s in own} | {TB} == set(read.strata.tolist())


def test_only_the_childrens_films_are_thinned(tmp_path):
    thinned = films.read_table(_run(tmp_path, _rows(), most=4))
    counts = {s: int((thinned.strata == s).sum()) for s in KINDS if s != "unknown"}
    assert {s for s, n in counts.items() if n == 4} == set(STRATA["Kermany children"])
    assert {n for s, n in counts.items() if s not in STRATA["Kermany children"]} == {10}


@pytest.mark.parametrize("fold", range(FOLDS))
@pytest.mark.parametrize("taught", [t for t in held_out.teachings() if len(t) < len(SOURCES)])
def test_a_held_out_source_and_the_judged_films_never_teach(read, taught, fold):
    rows = held_out.teaching_rows(read, taught, fold)
    for source in SOURCES:
        assert read.of(source)[rows].any() == (source in taught)
    ill = read.tb[rows]
    assert ill.any()
    kept_back = {fold, held_out.validation_fold(read, fold)}
    assert len(kept_back) == 2
    assert not kept_back & set(read.folds[rows][ill].tolist())


def test_where_nothing_is_held_out_the_judged_fold_still_teaches_nothing(read):
    rows = held_out.teaching_rows(read, SOURCES, 2)
    assert 2 not in set(read.folds[rows].tolist())


def test_near_duplicates_in_two_folds_stop_the_run(tmp_path):
    rows = _rows()
    rows[0] = (*rows[0][:5], rows[1][5], rows[0][6])
    with pytest.raises(ValueError, match="two folds"):
        films.read_table(_run(tmp_path, rows))
