"""Protects: dropped films are filed whoever is in by then; only readers hear names of files."""

import threading

import pytest

from meddx_desktop.core.domain.people import Role
from meddx_desktop.core.operations import images
from tests import desks

pytestmark = pytest.mark.usefixtures("models")


def told(desktop):
    return [notice.text for notice in desktop.services.notices.waiting]


def test_a_drop_goes_on_whoever_signs_in_and_its_names_wait_for_a_reader(
    start, locked_app, sign_in, lock, film, wait, tmp_path, monkeypatch
):
    """An auditor neither loses the clinician's films nor hears what their files are called."""
    desktop = start(locked_app)
    sign_in(desktop, Role.CLINICIAN)
    paths = [film(f"high{number}.dcm", patient_id=f"P-{number}") for number in range(6)]
    broken = tmp_path / "Quillifeather.dcm"
    broken.write_bytes(b"no film")
    begun, go_on = threading.Event(), threading.Event()
    real = images.open_film

    def held(source):
        if source.name == "high1.dcm":
            begun.set()
            go_on.wait(20)
        return real(source)

    monkeypatch.setattr(images, "open_film", held)
    desktop.receive([*paths, broken])
    wait(begun.is_set)
    first = desktop.services.session
    wait(lambda: first.case is not None and first.case.films[0].screenings is not None)
    lock(desktop)
    sign_in(desktop, Role.AUDITOR)
    go_on.set()
    wait(lambda: not desktop.services.activity.running and not desktop.services.queue.waiting)
    assert not told(desktop)
    with locked_app.access.using(None) as desk:
        assert len(list(desk.store.cases.all())) == 6
    later = [e for e in desks.trail(locked_app) if e.action == "film_added"][1:]
    assert {entry.user for entry in later} == {"program"}
    assert all(desks.PEOPLE[Role.CLINICIAN] in entry.details for entry in later)
    lock(desktop)
    sign_in(desktop, Role.CLINICIAN)
    wait(lambda: bool(told(desktop)))
    (notice,) = [one for one in desktop.services.notices.waiting if one.details]
    assert [detail.subject for detail in notice.details] == [broken.name]


def test_files_dropped_on_the_sign_in_window_are_filed_whoever_comes(
    start, locked_app, sign_in, film, wait, tmp_path
):
    desktop = start(locked_app)
    broken = tmp_path / "Quillifeather.dcm"
    broken.write_bytes(b"no film")
    desktop.receive([film("high.dcm"), broken])
    sign_in(desktop, Role.AUDITOR)
    wait(lambda: "film_added" in desks.actions(locked_app))
    wait(lambda: not desktop.services.activity.running and not desktop.services.queue.waiting)
    assert not told(desktop)
    added = [entry for entry in desks.trail(locked_app) if entry.action == "film_added"]
    assert [(entry.user, entry.details) for entry in added] == [("program", "{}")]


def test_an_auditor_who_drops_files_is_refused_once_and_no_file_is_named(
    start, locked_app, sign_in, film, wait
):
    desktop = start(locked_app)
    sign_in(desktop, Role.AUDITOR)
    desktop.receive([film("high.dcm"), film("low.dcm", patient_id="P-2")])
    (notice,) = desktop.services.notices.waiting
    assert not notice.details and "high" not in notice.text
    assert "film_added" not in desks.actions(locked_app)
