"""Protects: films of a case leave under one pseudonym, by whom it may, told; none goes silently."""

import pydicom
import pytest

from meddx_desktop.core.domain.imaging import Source
from meddx_desktop.core.domain.people import Role
from meddx_desktop.core.errors import ModelRejected, NotPermitted, UnreadableImage
from meddx_desktop.core.operations import cases, deidentify_films
from meddx_desktop.core.operations.deidentify_case import FilmOptions, export_case, look_at_case
from meddx_desktop.core.operations.deidentify_films import look
from tests import clinic, desks
from tests.core.operations.test_deidentify_text import LI
from tests.data import films


@pytest.fixture
def looked(tmp_path):
    path = tmp_path / "in.dcm"
    path.write_bytes(films.film(PatientName="Li^Na", PatientID="P-77"))
    return look(Source(path))


def test_every_film_of_a_case_is_looked_at(app):
    for number in ("P-1", "P-2"):
        clinic.file(app, number)
    found = [look_at_case(app, case) for case in _all(app)]
    assert [len(one.films) for one in found] == [1, 1]
    assert not any(one.refused for one in found)


def test_a_film_that_cannot_leave_is_named(app, monkeypatch):
    clinic.file(app)
    (case,) = _all(app)

    def refuse(*_given, **_named):
        raise UnreadableImage("film_not_dicom")

    monkeypatch.setattr("meddx_desktop.core.operations.deidentify_case.look_at", refuse)
    looked = look_at_case(app, case)
    assert looked.films == () and [error.code for _, error in looked.refused] == ["film_not_dicom"]


def test_a_missing_network_is_told_once(app, monkeypatch):
    clinic.file(app)
    (case,) = _all(app)

    def refuse(_frame):
        raise ModelRejected("model_damaged", name="find.onnx")

    monkeypatch.setattr(deidentify_films, "_writing", refuse)
    with pytest.raises(ModelRejected):
        look_at_case(app, case)


def _all(app):
    with app.access.using(None) as desk:
        return list(desk.store.cases.all())


def test_films_of_a_case_are_written_and_told(app, tmp_path, looked):
    case = cases.create(app, LI)
    path = tmp_path / "other.dcm"
    path.write_bytes(films.film(PatientName="Lee^Na", PatientID="77"))
    other = look(Source(path))  # the console wrote the name another way: it is one person here
    count = export_case(app, case, [looked, other], options=FilmOptions(), target=tmp_path / "out")
    written = sorted((tmp_path / "out").rglob("*.dcm"))
    assert count == len(written) == 2
    assert len({pydicom.dcmread(path).PatientID for path in written}) == 1
    (entry,) = [one for one in desks.trail(app) if one.action == "films_deidentified"]
    assert entry.case_id == case.case_id and "2" in str(entry.details)


def test_who_may_not_export_writes_nothing(app, tmp_path, looked):
    case = cases.create(app, LI)
    clinic.become(app, Role.SCREENING_OFFICER)
    with pytest.raises(NotPermitted):
        look_at_case(app, case)
    with pytest.raises(NotPermitted):
        export_case(app, case, [looked], options=FilmOptions(), target=tmp_path / "out")
    assert not (tmp_path / "out").exists()
