"""Protects: the lock closes at once, screening goes on past it, and no film or answer is lost."""

import json

import pytest

from meddx_desktop.core.domain.case import CaseState
from meddx_desktop.core.domain.people import Role
from meddx_desktop.core.errors import CannotWrite, StoreRefused
from meddx_desktop.core.jobs import JobCancelled, JobContext
from meddx_desktop.core.operations import (
    cases,
    intake,
    screening,
    sealed_results,
    sign_in,
    worklist,
)
from meddx_desktop.core.store import audit, queue
from meddx_desktop.core.store.sealed import FOLDER, SealedOutbox
from tests import desks
from tests.core.operations.sign_in.door import application, only_film


def test_the_lock_says_why_and_closes_even_on_a_full_disk(app, monkeypatch):
    desks.enter(app)
    sign_in.lock(app, reason="idle")
    desks.enter(app)
    locked = [entry for entry in desks.trail(app) if entry.action == "locked"]
    assert [json.loads(entry.details) for entry in locked] == [{"reason": "idle"}]

    def full(*_args, **_how):
        raise CannotWrite("disk_full")

    monkeypatch.setattr(audit.AuditTrail, "append", full)
    sign_in.lock(app)
    assert not app.access.is_open
    with pytest.raises(StoreRefused):
        worklist.count(app)


def test_a_film_screened_while_locked_arrives_at_the_next_sign_in(app, film, models):
    desks.enter(app)
    waiting = intake.take(app, film())
    sign_in.lock(app, [waiting.object_id])
    screening.work(app, waiting.nameless(), context=JobContext())
    assert desks.enter(app).arrived == 1
    entry = only_film(app)
    assert entry.screenings[0].findings[0].probability == 0.9 and entry.error is None
    assert screening.waiting(app) == []
    assert not SealedOutbox(app.folder / FOLDER, b"").names()


def test_a_film_that_nobody_named_at_the_lock_is_screened_too(app, film, models):
    """It was filed in the moment when the door closed: the window's list did not have it yet."""
    desks.enter(app)
    waiting = intake.take(app, film())
    sign_in.lock(app, [])
    screening.work(app, waiting.nameless(), context=JobContext())
    desks.enter(app)
    assert only_film(app).screenings


def test_a_film_locked_away_in_the_middle_of_its_screening_is_kept(app, film, models):
    desks.enter(app)
    waiting = intake.take(app, film())
    models.before = lambda: sign_in.lock(app, [waiting.object_id])
    screening.work(app, waiting, context=JobContext())
    models.before = lambda: None
    assert desks.enter(app).arrived == 1
    assert only_film(app).screenings


def test_a_film_unlocked_in_the_middle_of_its_screening_is_kept(app, film, models):
    desks.enter(app)
    waiting = intake.take(app, film())
    sign_in.lock(app, [waiting.object_id])
    models.before = lambda: desks.enter(app)
    screening.work(app, waiting.nameless(), context=JobContext())
    assert only_film(app).screenings and screening.waiting(app) == []


def test_a_film_filed_while_locked_arrives_and_waits_for_its_screening(app, film, models):
    desks.enter(app)
    sign_in.lock(app)
    assert intake.take(app, film()) is None
    assert desks.enter(app).arrived == 1
    assert only_film(app).screenings is None
    (waiting,) = screening.waiting(app)
    screening.work(app, waiting, context=JobContext())
    assert only_film(app).screenings
    added = [entry for entry in desks.trail(app) if entry.action == "film_added"]
    assert [entry.user for entry in added] == ["program"]


def test_a_film_that_comes_while_the_door_closes_is_not_lost(app, film):
    """The door says "locked" a moment before there is anything to seal to."""
    from tests.core.operations.test_access import Worker

    desks.enter(app)
    source = film()
    with app.access.using(None):
        lock = Worker(lambda: sign_in.lock(app))
        while app.access.is_open:
            pass
        taking = Worker(lambda: intake.take(app, source))
    assert taking.join() is None
    lock.join()
    assert desks.enter(app).arrived == 1


def test_nothing_is_filed_twice(app, film, monkeypatch):
    """A power cut between filing and forgetting: the sealed film is found again."""
    desks.enter(app)
    sign_in.lock(app)
    intake.take(app, film())
    with monkeypatch.context() as cut:
        cut.setattr(SealedOutbox, "confirm", lambda *_: None)
        desks.enter(app)
    (waiting,) = screening.waiting(app)
    screening.fail(app, waiting, screening.Reason("no_models"))
    sign_in.lock(app)
    desks.enter(app)
    assert only_film(app).error.code == "no_models"  # not filed, and so not reset, again


def test_an_answer_for_a_case_that_was_taken_off_is_there_when_it_comes_back(app, film, models):
    """Taken off while its film was screened, it would wait for ever."""
    desks.enter(app)
    one, two = intake.take(app, film("one.dcm")), intake.take(app, film("two.dcm"))
    for waiting in (one, two):
        cases.remove(app, waiting.case_id)
    assert screening.waiting(app) == []
    screening.work(app, one, context=JobContext())
    sign_in.lock(app, [two.object_id])
    screening.work(app, two.nameless(), context=JobContext())
    assert desks.enter(app).arrived == 1
    assert worklist.count(app) == 0, "an answer brings nobody back"
    for waiting in (one, two):
        back = cases.restore(app, waiting.case_id)
        assert back.state is CaseState.TO_REVIEW and back.films[0].screenings


def test_a_film_of_a_case_that_comes_back_unanswered_waits_again(app, film):
    desks.enter(app)
    waiting = intake.take(app, film())
    cases.remove(app, waiting.case_id)
    cases.restore(app, waiting.case_id)
    assert [left.uid for left in screening.waiting(app)] == [waiting.uid]


def test_an_auditor_hears_of_no_film_that_waits(app, film):
    desks.enter(app)
    intake.take(app, film())
    sign_in.lock(app)
    desks.enter(app, Role.AUDITOR)
    assert screening.waiting(app) == []
    sign_in.lock(app)
    desks.enter(app, Role.SCREENING_OFFICER)
    assert len(screening.waiting(app)) == 1


def test_a_full_disk_at_the_sign_in_loses_no_sealed_result(app, film, models, monkeypatch):
    desks.enter(app)
    waiting = intake.take(app, film())
    sign_in.lock(app)
    screening.work(app, waiting.nameless(), context=JobContext())

    def full(*_args, **_how):
        raise CannotWrite("disk_full")

    with monkeypatch.context() as broken:
        broken.setattr(sealed_results.filing, "keep_answer", full)
        welcome = desks.enter(app)
    assert app.access.is_open and (welcome.arrived, welcome.damaged) == (0, 1)
    sign_in.lock(app)
    assert desks.enter(app).arrived == 1
    assert only_film(app).screenings


def test_a_film_outside_the_batch_waits_for_the_next_sign_in(app, film, models):
    """Not failed, not marked: it could only not be opened."""
    desks.enter(app)
    waiting = intake.take(app, film())
    with app.access.using(None) as desk:
        desk.store.queue.done(waiting.case_id, waiting.uid)
    sign_in.lock(app)
    with pytest.raises(StoreRefused):
        screening.work(app, waiting.nameless(), context=JobContext())
    welcome = desks.enter(app)
    assert welcome.arrived == 0 and only_film(app).error is None


def test_the_queue_is_there_again_after_a_kill(app, film, tmp_path, models):
    desks.enter(app)
    first, second = intake.take(app, film("one.dcm")), intake.take(app, film("two.dcm"))
    screening.work(app, first, context=JobContext())
    app.access.close()  # what a killed process leaves: the files, and no lock
    after = application(app.folder, tmp_path)
    desks.enter(after)
    assert [film.uid for film in screening.waiting(after)] == [second.uid]
    after.access.close()


def test_closing_the_program_thrice_gives_no_film_up(app, film, models):
    """A try that somebody stopped is no crash."""
    desks.enter(app)
    waiting = intake.take(app, film())

    def stopped():
        raise JobCancelled

    models.before = stopped
    for _ in range(queue.MOST_TRIES + 1):
        (again,) = screening.waiting(app)
        with pytest.raises(JobCancelled):
            screening.work(app, again, context=JobContext())
        sign_in.lock(app, reason="closed")
        desks.enter(app)
    assert [film.uid for film in screening.waiting(app)] == [waiting.uid]
    assert only_film(app).error is None


def test_a_film_that_takes_the_program_down_is_given_up(app, film):
    desks.enter(app)
    waiting = intake.take(app, film())
    for _ in range(queue.MOST_TRIES):
        with app.access.using(None) as desk:
            desk.store.queue.tried(waiting.case_id, waiting.uid)
    assert screening.waiting(app) == []
    assert only_film(app).error.code == "screening_gave_up"
