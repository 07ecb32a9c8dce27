"""Protects: who signs in hears what waits, what lapsed, and what lapses soon."""

from datetime import timedelta

from meddx_desktop.core.domain.people import Role
from meddx_desktop.core.operations import site_attention, site_thresholds
from meddx_desktop.core.operations.site_attention import Matter
from tests.core.operations.test_site_thresholds import (
    PLACE,
    TODAY,
    agree,
    app,
    at,
    change_to,
    cohort,
    report,
)

__all__ = ["app", "cohort", "report"]


def matters(app):
    return [(one.matter, one.days) for one in site_attention.attention(app)]


def test_a_choice_waits_for_a_clinician(app, report):
    assert matters(app) == []
    site_thresholds.choose(app, report, 0.8)
    (one,) = site_attention.attention(app)
    assert (one.matter, one.threshold.place) == (Matter.WAITING, PLACE)


def test_it_is_told_thirty_days_before_it_lapses_and_after(app, report, monkeypatch):
    agree(app, report, days=60)
    at(monkeypatch, app, TODAY + timedelta(days=29))
    assert matters(app) == []
    at(monkeypatch, app, TODAY + timedelta(days=30))
    assert matters(app) == [(Matter.SOON, 30)]
    at(monkeypatch, app, TODAY + timedelta(days=61))
    change_to(app, Role.OWNER)
    assert matters(app) == [(Matter.LAPSED, 0)]


def test_a_wrong_clock_counts_no_days(app, report, monkeypatch):
    agree(app, report, days=10)
    assert matters(app) == [(Matter.SOON, 10)]
    app.access.clock_behind = timedelta(days=1)
    assert matters(app) == []
