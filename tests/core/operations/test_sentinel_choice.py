"""Protects: the owner chooses among films that have a score; what is chosen is marked."""

import pytest

from meddx_desktop.core.domain.people import Role
from meddx_desktop.core.errors import NotPermitted
from meddx_desktop.core.operations import screening, sentinel, sentinel_choice, sign_in
from tests import desks
from tests.core.operations.test_sentinel import app, filed

__all__ = ["app"]


def screened(app):
    from meddx_desktop.core.jobs import JobContext

    for film in screening.waiting(app):
        screening.work(app, film, context=JobContext())


def test_scored_films_can_be_chosen(app, tmp_path):
    first = filed(app, tmp_path, 100)
    second = filed(app, tmp_path, 160)
    assert sentinel_choice.choices(app) == (), "no score, nothing to compare"
    sentinel.choose(app, [second])
    (only,) = sentinel_choice.choices(app)
    assert (only.film, only.chosen, only.finding) == (second, True, "")
    screened(app)
    found = {one.film: one for one in sentinel_choice.choices(app)}
    assert set(found) == {first, second}
    assert (found[first].chosen, found[second].chosen) == (False, True)
    assert found[second].score > found[first].score
    assert found[first].finding == "pneumonia"


def test_only_the_owner(app):
    sign_in.lock(app)
    desks.enter(app, Role.CLINICIAN)
    with pytest.raises(NotPermitted):
        sentinel_choice.choices(app)
