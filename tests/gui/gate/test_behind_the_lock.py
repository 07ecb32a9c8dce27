"""Protects: films are screened on behind the lock, once each, and wait where they must."""

from PySide6.QtCore import QCoreApplication

from meddx_desktop.core.operations import cases, worklist
from tests import desks
from tests.gui.gate.conftest import told


def films(app):
    found = [cases.load(app, line.case_id) for line in worklist.page(app)]
    return {case.patient.patient_id: case.films[0] for case in found}


def test_films_are_screened_on_behind_the_lock(
    start, locked_app, sign_in, lock, film, models, wait
):
    desktop = start(locked_app)
    sign_in(desktop)
    models.gate.clear()
    desktop.receive([film(f"high{n}.dcm", patient_id=f"P-{n}") for n in range(3)])
    wait(lambda: desktop.services.queue.waiting == 3)
    lock(desktop)
    assert "3 films are still being screened" in desktop.gate.page.outside.text()
    models.gate.set()
    wait(lambda: desktop.services.queue.waiting == 0)
    wait(lambda: not desktop.gate.page.outside.isVisible())
    assert all("high" not in str(name) for name in models.seen[1:])  # names are forgotten
    sign_in(desktop)
    assert any("3 results arrived" in words for words in told(desktop))
    found = films(locked_app)
    assert len(found) == 3 and all(entry.screenings for entry in found.values())
    assert all(entry.screenings[0].findings for entry in found.values())


def test_a_sign_in_in_the_middle_of_the_queue_screens_no_film_twice(
    start, locked_app, sign_in, lock, film, models, wait
):
    desktop = start(locked_app)
    sign_in(desktop)
    models.gate.clear()
    desktop.receive([film(f"high{n}.dcm", patient_id=f"P-{n}") for n in range(3)])
    wait(lambda: desktop.services.queue.waiting == 3)
    lock(desktop)
    sign_in(desktop)
    wait(lambda: not desktop.services.door.running)
    QCoreApplication.processEvents()
    assert desktop.services.queue.waiting == 3
    models.gate.set()
    wait(lambda: not desktop.services.queue.waiting)
    assert len(models.seen) == 3
    assert all(entry.screenings for entry in films(locked_app).values())


def test_a_film_that_can_not_be_opened_now_is_not_marked_as_failed(
    start, locked_app, sign_in, lock, film, models, wait
):
    desktop = start(locked_app)
    sign_in(desktop)
    models.gate.clear()
    desktop.receive([film("high1.dcm"), film("high2.dcm", patient_id="P-2")])
    wait(lambda: desktop.services.queue.waiting == 2)
    lock(desktop)
    with locked_app.access.past_lock() as batch:
        for key in batch._keys.values():
            key.close()
        batch._keys.clear()
    models.gate.set()
    wait(lambda: not desktop.services.queue.waiting)
    sign_in(desktop)
    wait(lambda: not desktop.services.queue.waiting and not desktop.services.door.running)
    wait(lambda: all(entry.screenings for entry in films(locked_app).values()))
    assert all(entry.error is None for entry in films(locked_app).values())


def test_files_that_come_while_it_is_locked_wait_for_somebody(opened, lock, sign_in, film, wait):
    lock(opened)
    opened.receive([film("low.dcm", patient_id="P-2"), film("low3.dcm", patient_id="P-3")])
    assert "2 items wait" in opened.gate.page.outside.text()
    assert "low" not in opened.gate.page.outside.text()
    sign_in(opened)
    wait(lambda: worklist.count(opened.services.app) == 3)


def test_a_wait_queue_outlives_the_program(start, locked_app, sign_in, film, models, wait):
    desktop = start(locked_app)
    sign_in(desktop)
    models.gate.clear()
    desktop.receive([film("high1.dcm"), film("high2.dcm", patient_id="P-2")])
    wait(lambda: desktop.services.queue.waiting == 2)
    desktop.close()
    models.gate.set()
    again = start(locked_app)
    sign_in(again)
    wait(lambda: len(films(locked_app)) == 2)
    wait(lambda: all(entry.screenings for entry in films(locked_app).values()))
    closed = [e for e in desks.trail(locked_app) if e.action == "locked"]
    assert [e.details for e in closed] == ['{"reason":"closed"}']
