"""Protects: a fix is offered where the check names it, stated by a person, told, and undone."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from meddx_desktop.core.domain.case import CaseState, FilmEntry, Stated
from meddx_desktop.core.domain.correction import Correction
from meddx_desktop.core.domain.finding import Gate, Reason, Screening
from meddx_desktop.core.domain.imaging import Source
from meddx_desktop.core.domain.people import Role
from meddx_desktop.core.domain.review import Signature
from meddx_desktop.core.errors import InvalidEntry, NotPermitted
from meddx_desktop.core.imaging import read
from meddx_desktop.core.jobs import JobContext
from meddx_desktop.core.operations import (
    cases,
    corrections,
    images,
    screening,
    sign_in,
)
from tests import desks
from tests.clinic import become, film_bytes

ON_ITS_SIDE = (Reason("rotated", {"degrees": 90}),)
UPRIGHT = Correction(270)


@pytest.fixture
def gate(monkeypatch):
    """The check refuses every film that is not turned 90 degrees to the left."""

    class Gatekeeper:
        before = staticmethod(lambda: None)

        def screen(self, _app, film, **_how):
            self.before()
            done = film.correction
            self.seen.append(done.done if done else "")
            fine = done is not None and done.turned_clockwise == 270
            result = Gate(fine, () if fine else ON_ITS_SIDE)
            uid = film.study.study_uid
            said = Screening(film.instance, uid, "", 1, None, result, correction=done)
            return (images.ImageResult(said),)

    made = Gatekeeper()
    made.seen = []
    monkeypatch.setattr(images, "screen", made.screen)
    return made


@pytest.fixture
def refused(app, gate, tmp_path):
    """Case and film of one that lies on its side, screened and refused."""
    path = tmp_path / "film.dcm"
    path.write_bytes(film_bytes())
    case, waiting = cases.file_film(app, read.open_film(Source(path)))
    screening.work(app, waiting, context=JobContext())
    return case.case_id, waiting.uid


def entry_of(app, place):
    return cases.load(app, place[0]).film(place[1])


def screen(app, film):
    screening.work(app, film, context=JobContext())


def said(*reasons, accepted=False, frame=1):
    return Screening(None, "1", "", frame, None, Gate(accepted, reasons))


def film_with(*screenings, **more):
    return FilmEntry(None, None, screenings=screenings, **more)


@pytest.mark.parametrize(
    ("reasons", "fix"),
    [
        ((Reason("rotated", {"degrees": 90}),), Correction(270)),
        ((Reason("rotated", {"degrees": 180}),), Correction(180)),
        ((Reason("rotated", {"degrees": 270}),), Correction(90)),
        ((Reason("inverted"),), Correction(0, True)),
        ((Reason("rotated", {"degrees": 90}), Reason("inverted")), Correction(270, True)),
        ((Reason("rotated"),), None),
        ((Reason("rotated", {"degrees": 8}),), None),
        ((Reason("rotated", {"degrees": "90"}),), None),
        ((Reason("rotated", {"degrees": 90}), Reason("rotated", {"degrees": 180})), None),
        ((Reason("rotated", {"degrees": 90}), Reason("age_outside")), None),
        ((Reason("not_chest_film"),), None),
        ((Reason("mirrored"),), None),
        ((), None),
    ],
)
def test_a_fix_is_offered_only_where_the_check_names_one_that_helps(reasons, fix):
    assert corrections.offered(film_with(said(*reasons)), 1) == fix


def test_waiting_failed_and_scored_films_are_offered_nothing():
    turned = said(*ON_ITS_SIDE)
    assert corrections.offered(FilmEntry(None, None), 1) is None
    assert corrections.offered(film_with(turned, error=Reason("bad_output")), 1) is None
    assert corrections.offered(film_with(turned, said(accepted=True)), 1) is None
    assert corrections.offered(film_with(turned), 2) is None, "another frame"


def test_a_fix_is_stated_screened_and_told(app, refused, gate):
    fix = corrections.offered(entry_of(app, refused), 1)
    assert fix == UPRIGHT and gate.seen == [""]
    waiting = corrections.correct(app, *refused, fix)
    entry = entry_of(app, refused)
    assert entry.screenings is None, "it waits, and looks no healthier than before"
    assert (entry.correction.done, entry.correction.by) == ("270", "Dr Lin")
    assert datetime.now(UTC) >= entry.correction.at
    screen(app, waiting)
    entry = entry_of(app, refused)
    assert gate.seen == ["", "270"]
    assert entry.screenings[0].gate.accepted
    assert entry.screenings[0].correction == entry.correction
    (one,) = [one for one in desks.trail(app) if one.action == "film_corrected"]
    assert (one.user, one.case_id, one.details) == ("Dr Lin", refused[0], '{"correction":"270"}')


def test_undoing_brings_the_refusal_back(app, refused, gate):
    screen(app, corrections.correct(app, *refused, UPRIGHT))
    screen(app, corrections.undo(app, *refused))
    entry = entry_of(app, refused)
    assert entry.correction is None and entry.screenings[0].correction is None
    assert entry.screenings[0].gate.reasons == ON_ITS_SIDE
    assert entry.risk == (0, 0.0), "unscored: on top"
    (one,) = [one for one in desks.trail(app) if one.action == "correction_undone"]
    assert one.details == '{"correction":"270"}'
    assert corrections.undo(app, *refused) is None


def test_the_stored_film_never_changes(app, refused):
    before = bytes(images.open_stored(app, refused[0], entry_of(app, refused).instance).data)
    screen(app, corrections.correct(app, *refused, UPRIGHT))
    entry = entry_of(app, refused)
    assert bytes(images.open_stored(app, refused[0], entry.instance).data) == before
    assert (
        entry.instance.sha256 == images.open_stored(app, refused[0], entry.instance).instance.sha256
    )


@pytest.mark.parametrize("other", [Correction(90), Correction(0, True), Correction()])
def test_nothing_else_than_what_is_offered_is_done(app, refused, other):
    with pytest.raises(InvalidEntry, match="correction_not_offered"):
        corrections.correct(app, *refused, other)
    assert entry_of(app, refused).correction is None
    assert "film_corrected" not in desks.actions(app)


def test_a_second_fix_adds_to_the_first(app, refused):
    """Un-inverted first, then seen to lie on its side as well."""
    inverted = replace(entry_of(app, refused), correction=Correction(0, True))
    with app.access.using(None) as desk, desk.changing():
        desk.store.cases.save(desk.store.cases.load(refused[0]).with_film(inverted))
    waiting = corrections.correct(app, *refused, UPRIGHT)
    assert waiting.correction.done == "270_inverted"


def test_a_role_that_screens_nothing_corrects_nothing(app, refused):
    become(app, Role.AUDITOR)
    for doing in (
        lambda: corrections.correct(app, *refused, UPRIGHT),
        lambda: corrections.undo(app, *refused),
    ):
        with pytest.raises(NotPermitted, match="not_permitted"):
            doing()


@pytest.mark.parametrize("role", [Role.SCREENING_OFFICER, Role.OWNER, Role.CLINICIAN])
def test_whoever_screens_may_correct_and_take_it_back(app, refused, role):
    become(app, role)
    screen(app, corrections.correct(app, *refused, UPRIGHT))
    assert entry_of(app, refused).correction.by == desks.PEOPLE[role]
    assert corrections.undo(app, *refused) is not None


def test_a_signed_case_stays_as_it_was_signed(app, refused):
    with app.access.using(None) as desk, desk.changing():
        case = desk.store.cases.load(refused[0])
        signed = (Signature("Dr Lin", datetime(2026, 3, 1, tzinfo=UTC)),)
        turned = replace(case.films[0], correction=UPRIGHT)
        case = replace(case.with_film(turned), state=CaseState.SIGNED, signatures=signed)
        desk.store.cases.save(case)
    for doing in (
        lambda: corrections.correct(app, *refused, UPRIGHT),
        lambda: corrections.undo(app, *refused),
    ):
        with pytest.raises(NotPermitted, match="case_signed"):
            doing()
    assert entry_of(app, refused).correction == UPRIGHT


def test_an_answer_for_the_film_before_it_was_undone_is_none(app, refused, gate):
    """The film goes on waiting, in the store as well, for its own answer."""
    waiting = corrections.correct(app, *refused, UPRIGHT)
    again = []
    gate.before = lambda: again or again.append(corrections.undo(app, *refused))
    screen(app, waiting)
    assert entry_of(app, refused).screenings is None
    assert [film.uid for film in screening.waiting(app)] == [refused[1]]
    screen(app, again[0])
    assert entry_of(app, refused).screenings[0].gate.reasons == ON_ITS_SIDE


def test_past_a_lock_and_a_restart_it_is_screened_as_it_was_corrected(app, refused, gate):
    waiting = corrections.correct(app, *refused, UPRIGHT)
    (left,) = screening.waiting(app)
    assert left.correction == waiting.correction, "a power cut forgets no correction"
    sign_in.lock(app)
    screen(app, waiting.nameless())
    desks.enter(app)
    entry = entry_of(app, refused)
    assert entry.screenings[0].gate.accepted and gate.seen == ["", "270"]
    assert entry.screenings[0].correction == entry.correction
    assert screening.waiting(app) == []


def test_a_new_age_and_another_look_keep_the_correction(app, refused, gate):
    screen(app, corrections.correct(app, *refused, UPRIGHT))
    again = screening.ask_again(app, *refused, Stated())
    assert again.correction.done == "270"
    gate.seen.clear()
    images.results_of(app, refused[0], replace(entry_of(app, refused), screenings=(said(),)))
    assert gate.seen == ["270"], "heat maps are of the film as it was screened"
