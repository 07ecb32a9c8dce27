"""Protects: a film is asked for again only where that helps, and counts once it is whole."""

import os

import pytest

from meddx_desktop.core.domain.case import FilmEntry
from meddx_desktop.core.domain.codes import Code
from meddx_desktop.core.domain.finding import Finding, Gate, Reason, Screening
from meddx_desktop.core.errors import MedDxError
from meddx_desktop.core.operations.watching import Advice, Marker, look, verdict

FOUND = Finding("pneumonia", Code("233604007", "SCT", "Pneumonia"), 0.2, 0.55, (0.5, 0.6))


def entry(*, accepted=True, reasons=(), error=None):
    screening = Screening(
        None, "", "", 1, None, Gate(accepted, reasons), (FOUND,) if accepted else ()
    )
    return FilmEntry(None, None, screenings=(screening,), error=error)


@pytest.mark.parametrize(
    ("film", "advice"),
    [
        (entry(), Advice.KEEP),
        (entry(accepted=False, reasons=(Reason("rotated"),)), Advice.REPEAT),
        (entry(accepted=False, reasons=(Reason("blank"),)), Advice.REPEAT),
        (entry(accepted=False, reasons=(Reason("cut_off_bottom"),)), Advice.REPEAT),
        (entry(accepted=False, reasons=(Reason("too_dark"),)), Advice.REPEAT),
        (entry(accepted=False, reasons=(Reason("age_outside"),)), Advice.KEEP_UNSCORED),
        (entry(error=Reason("truncated")), Advice.REPEAT),
    ],
)
def test_repeat_only_what_another_exposure_mends(film, advice):
    assert verdict(film).advice is advice


def test_only_the_fault_is_named():
    film = entry(accepted=False, reasons=(Reason("age_outside"), Reason("inverted")))
    assert [reason.code for reason in verdict(film).reasons] == ["inverted"]


def test_a_file_counts_once_it_stands_still(tmp_path):
    (tmp_path / "old.dcm").write_bytes(b"old")
    marker = Marker(tmp_path)
    new = tmp_path / "new.dcm"
    new.write_bytes(b"half")
    assert list(marker.take_complete(look(tmp_path))) == []
    new.write_bytes(b"whole film")
    assert list(marker.take_complete(look(tmp_path))) == []
    assert list(marker.take_complete(look(tmp_path))) == [new]
    assert list(marker.take_complete(look(tmp_path))) == []


@pytest.mark.parametrize("when", ["before the watch", "after"])
def test_a_repeat_under_the_same_name_is_taken_once_it_stands_still(tmp_path, when):
    """A console that counts films per patient writes the second exposure over the first."""
    film = tmp_path / "IMG1.dcm"
    if when == "before the watch":
        film.write_bytes(b"first")
    marker = Marker(tmp_path)
    if when == "after":
        film.write_bytes(b"first")
        list(marker.take_complete(look(tmp_path)))
        assert list(marker.take_complete(look(tmp_path))) == [film]
    film.write_bytes(b"the repeat, of another length")
    assert list(marker.take_complete(look(tmp_path))) == []
    assert list(marker.take_complete(look(tmp_path))) == [film]
    os.utime(film, ns=(1, 1))  # as long as before, written anew
    assert list(marker.take_complete(look(tmp_path))) == []
    assert list(marker.take_complete(look(tmp_path))) == [film]
    assert list(marker.take_complete(look(tmp_path))) == []


def test_a_copy_that_paused_is_read_again_when_it_grows(tmp_path):
    marker = Marker(tmp_path)
    film = tmp_path / "film.dcm"
    film.write_bytes(b"half")
    for taken in ([], [film], []):
        assert list(marker.take_complete(look(tmp_path))) == taken
    film.write_bytes(b"half and half")
    for taken in ([], [film], []):
        assert list(marker.take_complete(look(tmp_path))) == taken


def test_an_empty_file_is_not_complete(tmp_path):
    marker = Marker(tmp_path)
    (tmp_path / "new.dcm").touch()
    for _ in range(3):
        assert list(marker.take_complete(look(tmp_path))) == []


def test_a_folder_that_is_gone_is_told(tmp_path):
    with pytest.raises(MedDxError) as told:
        look(tmp_path / "gone")
    assert told.value.code == "folder_missing"
