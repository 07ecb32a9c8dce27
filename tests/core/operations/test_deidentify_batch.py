"""Protects: every film of a folder or zip leaves clean or is named with its reason."""

import pydicom
import pytest

from meddx_desktop.core.domain.people import Role
from meddx_desktop.core.errors import (
    InvalidEntry,
    MedDxError,
    ModelRejected,
    NotPermitted,
    UnreadableImage,
)
from meddx_desktop.core.jobs import JobCancelled, JobContext
from meddx_desktop.core.operations import cases, deidentify_films
from meddx_desktop.core.operations.deidentify_batch import Wanted, is_film, run
from meddx_desktop.core.operations.deidentify_films import FilmDates, FilmOptions
from tests import clinic, desks
from tests.core.operations.test_deidentify_text import LI
from tests.data import burnt, films

PLAIN = FilmOptions()


def _names(folder):
    return sorted(one.name for one in folder.iterdir())


def _film(number="P-1", **values):
    return films.film(PatientName="Zhangsanfeng^X", PatientID=number, **values)


@pytest.fixture
def folder(tmp_path):
    inside = tmp_path / "in" / "Zhangsanfeng"
    inside.mkdir(parents=True)
    (inside / "Zhangsanfeng.dcm").write_bytes(_film())
    (inside / "b.dcm").write_bytes(_film(SOPInstanceUID="1.2.9"))
    (tmp_path / "in" / "other.dcm").write_bytes(_film("P-2"))
    (tmp_path / "in" / "read me.txt").write_text("hello")
    (tmp_path / "in" / "report").write_bytes(films.report())
    (tmp_path / "in" / "picture.png").write_bytes(films.png(films.phantom(bits=8)))
    return tmp_path / "in"


def _wanted(source, tmp_path, **values):
    return Wanted(source, tmp_path / "out", PLAIN, **values)


def test_a_folder(tmp_path, folder):
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    done = run(None, _wanted(folder, tmp_path))
    assert [error.code for _, error in done.failed] == ["film_not_dicom"]
    assert len(done.written) == 3 and done.left_out == 2
    paths = sorted(path.relative_to(tmp_path / "out") for path in (tmp_path / "out").rglob("*.dcm"))
    assert len({path.parent for path in paths}) == 2
    assert not any("zhang" in str(path).lower() for path in paths)
    assert {one.out for one in done.written} == {tmp_path / "out" / path for path in paths}
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


def test_a_zip(tmp_path):
    (tmp_path / "in.zip").write_bytes(films.zipped({"a/1.dcm": _film(), "2.dcm": _film("P-2")}))
    done = run(None, _wanted(tmp_path / "in.zip", tmp_path))
    assert len(done.written) == 2 and not done.failed


def test_one_film(tmp_path):
    (tmp_path / "in").write_bytes(films.film(burnt.film([("ZHANG SAN", 20, 40)])))
    wanted = Wanted(tmp_path / "in", tmp_path / "out.dcm", PLAIN, strips=tmp_path / "strips")
    (one,) = run(None, wanted).written
    assert one.out == tmp_path / "out.dcm" and len(one.covered) == 1
    assert pydicom.dcmread(one.out).PatientIdentityRemoved == "YES"
    assert len(_names(tmp_path / "strips")) == 1


def test_looking_writes_nothing_but_the_strips(tmp_path, folder):
    done = run(None, _wanted(folder, tmp_path, strips=tmp_path / "strips", look_only=True))
    assert len(done.written) == 3 and all(one.out is None for one in done.written)
    one = run(
        None, _wanted(folder / "other.dcm", tmp_path, strips=tmp_path / "strips", look_only=True)
    )
    assert one.written[0].out is None
    assert not (tmp_path / "out").exists()


def test_strips_never_lie_among_the_originals(tmp_path, folder):
    with pytest.raises(InvalidEntry, match="deidentified_inside"):
        run(None, _wanted(folder, tmp_path, strips=folder / "strips"))
    assert not (folder / "strips").exists() and not (tmp_path / "out").exists()


def test_dates_of_one_person_move_together_in_a_run(tmp_path):
    (tmp_path / "in").mkdir()
    for name, day in (("a.dcm", "20240305"), ("b.dcm", "20240312")):
        (tmp_path / "in" / name).write_bytes(_film(StudyDate=day))
    wanted = Wanted(tmp_path / "in", tmp_path / "out", FilmOptions(FilmDates.SHIFT))
    first, second = (pydicom.dcmread(one.out).StudyDate for one in run(None, wanted).written)
    assert int(second) > int(first) and "20240305" not in (first, second)


def test_nothing_to_write_makes_nothing(tmp_path):
    (tmp_path / "in").mkdir()
    with pytest.raises(InvalidEntry, match="films_none_to_write"):
        run(None, _wanted(tmp_path / "in", tmp_path))
    (tmp_path / "in" / "a.dcm").write_bytes(films.film()[:1500])
    with pytest.raises(UnreadableImage, match="truncated"):
        run(None, _wanted(tmp_path / "in", tmp_path))
    assert _names(tmp_path) == ["in"]


def test_a_film_named_by_itself_fails_by_itself(tmp_path):
    (tmp_path / "a.dcm").write_bytes(films.report())
    with pytest.raises(UnreadableImage, match="not_an_image_object"):
        run(None, _wanted(tmp_path / "a.dcm", tmp_path))
    (tmp_path / "a.dcm").write_bytes(films.film()[:1500])
    with pytest.raises(UnreadableImage, match="truncated"):
        run(None, _wanted(tmp_path / "a.dcm", tmp_path))
    assert _names(tmp_path) == ["a.dcm"]


def test_a_missing_network_ends_the_run(tmp_path, folder, monkeypatch):
    def refuse(_frame):
        raise ModelRejected("model_damaged", name="find.onnx")

    monkeypatch.setattr(deidentify_films, "_writing", refuse)
    with pytest.raises(ModelRejected):
        run(None, _wanted(folder, tmp_path))
    assert _names(tmp_path) == ["in"]


def test_a_stop_leaves_nothing(tmp_path, folder):
    seen = []
    context = JobContext(lambda done, total: seen.append(done) or context.cancel())
    with pytest.raises(JobCancelled):
        run(None, _wanted(folder, tmp_path), context=context)
    assert seen and _names(tmp_path) == ["in"]


def test_with_a_store_the_role_decides_and_the_trail_is_told(app, tmp_path, folder):
    case = cases.create(app, LI)
    done = run(app, _wanted(folder, tmp_path, case_id=case.case_id))
    assert len({one.out.parent for one in done.written}) == 1  # all of the case's patient
    (entry,) = [one for one in desks.trail(app) if one.action == "films_deidentified"]
    assert entry.case_id == case.case_id
    with pytest.raises(MedDxError, match="case_gone"):
        run(app, Wanted(folder, tmp_path / "b", PLAIN, case_id="none"))
    clinic.become(app, Role.SCREENING_OFFICER)
    with pytest.raises(NotPermitted):
        run(app, Wanted(folder, tmp_path / "b", PLAIN))
    assert not (tmp_path / "b").exists()


def test_what_is_a_film(tmp_path, folder):
    assert is_film(folder / "other.dcm") and is_film(folder / "picture.png")
    assert not is_film(folder / "read me.txt") and not is_film(folder / "none")
