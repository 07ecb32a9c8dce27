"""Protects: the site's numbers come from its own cases and trail, by user for the owner alone."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from meddx_desktop.core.domain.codes import Code
from meddx_desktop.core.domain.finding import Finding, Gate, ModelIdentity, Screening
from meddx_desktop.core.domain.people import Role
from meddx_desktop.core.errors import NotPermitted
from meddx_desktop.core.operations import filing, review, site_numbers
from tests import desks
from tests.core.store.plain import case, film

MODEL = ModelIdentity("m", "1", "int8", "CPU", "ab")


def bring(app, case_id, *, days_ago=0, probability=0.9):
    """A film comes in, waits, and is answered, as the program does it."""
    entry = film(f"1.{case_id}")
    with app.access.using(None) as desk:
        at = datetime.now(UTC) - timedelta(days=days_ago)
        opened = case(case_id, patient_id=case_id, created=at)
        desk.store.cases.save(opened.with_film(entry))
        desk.tell("film_added", case_id)
        found = Finding("mass", Code("1", "SCT", ""), probability, 0.5, (0.45, 0.55))
        said = Screening(entry.instance, "1", "", 1, MODEL, Gate(True), (found,))
        uid = entry.instance.sop_instance_uid
        filing.keep_answer(desk, case_id, uid, answer=lambda _entry: (said,))


def sit(app, role):
    app.access.leave()
    desks.enter(app, role)


def test_films_answers_and_signatures_are_counted(app):
    bring(app, "c1")
    bring(app, "c2", probability=0.1)
    review.sign(app, "c1")
    got = site_numbers.numbers(app)
    total = got.total
    assert (total.cases, total.films, total.positive, total.below, total.signed) == (2, 2, 1, 1, 1)
    assert (total.to_answer.count, total.to_signature.count) == (2, 1)
    assert total.to_answer.seconds is not None and total.to_answer.seconds >= 0


def test_what_is_older_than_half_a_year_is_left_out(app):
    bring(app, "c1")
    bring(app, "c2", days_ago=7 * site_numbers.SHOWN_WEEKS)
    got = site_numbers.numbers(app)
    assert (got.total.films, len(got.weeks)) == (1, 1)


@pytest.mark.parametrize("role", [Role.OWNER, Role.CLINICIAN, Role.SCREENING_OFFICER])
def test_who_did_how_much_is_for_the_owner_alone(app, role):
    bring(app, "c1")
    sit(app, role)
    users = site_numbers.numbers(app).users
    assert [one.user for one in users] == (["Dr Lin"] if role is Role.OWNER else [])


def test_an_auditor_has_no_business_with_cases(app):
    sit(app, Role.AUDITOR)
    with pytest.raises(NotPermitted):
        site_numbers.numbers(app)


def test_who_reads_first_is_not_told_by_numbers(app):
    app.settings.set("first_reading", "on")
    bring(app, "c1")
    total = site_numbers.numbers(app).total
    assert (total.screened, total.unread, total.positive) == (1, 1, 0)


def test_a_film_that_the_program_filed_counts_for_who_left_it(app):
    bring(app, "c1")
    with app.access.using(None) as desk:
        desk.tell("film_added", "c1", by="program", name_of_user="Nurse Zhao")
    sit(app, Role.OWNER)
    users = {one.user: one.films for one in site_numbers.numbers(app).users}
    assert users == {"Dr Lin": 1, "Nurse Zhao": 1}


def test_a_damaged_entry_counts_for_nothing(app):
    bring(app, "c1")
    with app.access.using(None) as desk:
        desk.store.database.execute("UPDATE audit SET details = '[]' WHERE action = 'film_added'")
        desk.store.database.execute("UPDATE audit SET at_utc = '2026' WHERE seq = 1")
    got = site_numbers.numbers(app)
    assert (got.total.films, got.total.to_answer.count) == (1, 0)


def test_a_case_off_the_list_is_not_counted(app):
    bring(app, "c1")
    with app.access.using(None) as desk:
        desk.store.cases.remove("c1")
    assert site_numbers.numbers(app).total.films == 0


def test_the_numbers_of_a_saved_case_stay_when_it_is_changed(app):
    bring(app, "c1")
    with app.access.using(None) as desk:
        desk.store.cases.save(replace(desk.store.cases.load("c1"), note="cough"))
    assert site_numbers.numbers(app).total.positive == 1
