"""Protects: a look at the labels tells what a check would meet, before anybody waits for it."""

import pytest

from meddx_desktop.core.errors import InvalidEntry
from meddx_desktop.core.operations import label_look, open_application
from meddx_desktop.core.settings import Settings
from tests.data.labelled import write_cohort, write_film
from tests.data.packages import write_models


@pytest.fixture
def app(tmp_path):
    return open_application(models=write_models(tmp_path / "m"), settings=Settings(), threads=1)


@pytest.fixture
def cohort(tmp_path):
    return write_cohort(tmp_path, positives=4, negatives=3)


def look(app, folder, labels):
    return label_look.look(app, folder, labels, model="tiny-finding")


def test_everything_is_counted_and_nothing_scored(app, cohort, monkeypatch):
    folder, labels = cohort
    write_film(folder / "new.png", 100)
    lines = labels.read_text().replace(",", ";").replace("002.png;P2;1", "002.png;P2;")
    labels.write_bytes(b"\xef\xbb\xbf" + f"{lines}\ngone.png;X;1\n000.png;P0;1".encode())
    monkeypatch.setattr("meddx_desktop.core.operations.images.screen", None)
    seen = look(app, folder, labels)
    assert (seen.positives, seen.negatives, seen.films) == (3, 3, 6)
    assert (seen.without_film, seen.without_label) == (("gone.png",), ("new.png",))
    assert (seen.unknown, seen.repeated, seen.has_patients) == (1, 1, True)
    assert (seen.delimiter, seen.encoding, seen.one_class) == (";", "utf-8", False)


def test_one_class_is_told_and_a_wrong_file_refused(app, cohort):
    folder, labels = cohort
    labels.write_text("file,pneumonia\n000.png,1\n")
    assert look(app, folder, labels).one_class
    labels.write_text("file pneumonia\n000.png 1\n")
    with pytest.raises(InvalidEntry, match="labels_delimiter"):
        look(app, folder, labels)


def test_the_label_file_in_the_folder_is_found(tmp_path):
    assert label_look.beside(tmp_path) is None
    assert label_look.beside(tmp_path / "none") is None
    (tmp_path / "other.csv").write_text("")
    assert label_look.beside(tmp_path).name == "other.csv"
    (tmp_path / "more.tsv").write_text("")
    assert label_look.beside(tmp_path) is None, "two tables: nobody guesses"
    (tmp_path / "Labels.CSV").write_text("")
    assert label_look.beside(tmp_path).name == "Labels.CSV"
