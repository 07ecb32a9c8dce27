"""Protects: the idle time and the other rules of the site hold at once and are the owner's."""

import json
import time

import pytest

from meddx_desktop.core.domain.people import Role
from meddx_desktop.core.errors import InvalidEntry, NotPermitted
from meddx_desktop.core.operations import rules, sign_in
from tests import desks


def test_the_idle_time_changes_for_the_session_that_runs(app):
    app.settings.set("auto_lock_minutes", 30)
    desks.enter(app)
    session = app.access.session
    assert session.remaining() > 29 * 60
    app.settings.set("auto_lock_minutes", 5)
    session.wait(sign_in.idle_seconds(app.settings))
    assert 4 * 60 < session.remaining() <= 5 * 60
    assert not session.expired
    session._wall = lambda: time.time() + 301
    assert session.expired


def test_a_rule_of_the_site_is_the_owner_s_and_stands_in_the_trail(app):
    desks.enter(app, Role.CLINICIAN)
    with pytest.raises(NotPermitted):
        rules.change_rule(app, "auto_lock_minutes", 30)
    assert app.settings["auto_lock_minutes"] == 10
    sign_in.lock(app)
    desks.enter(app, Role.OWNER)
    with pytest.raises(InvalidEntry):
        rules.change_rule(app, "auto_lock_minutes", 600)
    rules.change_rule(app, "auto_lock_minutes", 5)
    assert app.settings["auto_lock_minutes"] == 5
    told = [e for e in desks.trail(app) if e.action == "setting_changed"]
    assert [json.loads(entry.details)["changed"] for entry in told] == ["10 -> 5"]


def test_a_settings_file_written_by_hand_changes_no_rule_of_the_site(app):
    desks.enter(app, Role.OWNER)
    rules.change_rule(app, "auto_lock_minutes", 5)
    sign_in.lock(app)
    app.settings.set("auto_lock_minutes", 30)
    desks.enter(app)
    assert app.settings["auto_lock_minutes"] == 5
    assert app.access.session.remaining() <= 5 * 60
