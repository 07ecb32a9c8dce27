"""Protects: `meddx screen --store` uses the site's threshold, says so, and tells of a lapse."""

import json
import os
from datetime import date, timedelta
from functools import partial

import pytest

from meddx_desktop.cli import main
from meddx_desktop.cli import screen as command
from meddx_desktop.core.domain.case import Stated
from meddx_desktop.core.domain.imaging import View
from meddx_desktop.core.domain.patient import Age
from meddx_desktop.core.domain.people import Role
from meddx_desktop.core.operations import (
    open_application,
    sign_in,
    site_rules,
    site_thresholds,
    validation,
)
from meddx_desktop.core.settings import Settings
from tests import desks
from tests.data.labelled import write_cohort
from tests.data.packages import write_models

STATED = Stated(age=Age.parse("3y"), view=View.AP)


@pytest.fixture
def store(tmp_path, monkeypatch):
    """A store where a site threshold is in force; its folder, and a film."""
    made = partial(
        open_application, models=write_models(tmp_path / "m"), settings=Settings(), threads=1
    )
    monkeypatch.setattr(command, "open_application", lambda settings=None, threads=None: made())
    cohort = write_cohort(tmp_path, positives=40, negatives=30)
    app = made(store=tmp_path / "store")
    desks.enter(app, Role.OWNER)
    report = validation.check(app, *cohort, model="tiny-finding", stated=STATED)
    chosen = site_thresholds.choose(app, report, 0.8, days=30)
    sign_in.lock(app)
    desks.enter(app, Role.CLINICIAN)
    site_thresholds.confirm(app, chosen)
    app.access.close()
    return app.folder, cohort[0] / "005.png"


def run(capsys, store, *more):
    reading, writing = os.pipe()
    os.write(writing, desks.PASSPHRASE.encode())
    os.close(writing)
    folder, film = store
    arguments = ["screen", film, "--age", "3y", "--view", "AP", "--store", folder]
    arguments += ["--user", desks.PEOPLE[Role.SCREENING_OFFICER], "--passphrase-fd", reading]
    code = main([str(part) for part in (*arguments, *more)])
    captured = capsys.readouterr()
    return code, captured.out, captured.err


def test_every_result_says_since_when(capsys, store):
    code, out, err = run(capsys, store, "--format", "json")
    (finding,) = json.loads(out)["findings"]
    assert (code, err) == (0, "")
    assert finding["threshold"] != 0.5
    assert finding["site"]["threshold_since"] == date.today().isoformat()
    assert finding["site"]["model_threshold"] == 0.5
    _, out, _ = run(capsys, store)
    assert f"site threshold since {date.today().isoformat()}" in out


def test_a_lapse_is_told_on_standard_error(capsys, store, monkeypatch):
    later = date.today() + timedelta(days=31)
    monkeypatch.setattr(site_rules, "today", lambda: later)
    code, out, err = run(capsys, store, "--format", "json")
    (finding,) = json.loads(out)["findings"]
    assert code == 0
    assert (finding["threshold"], "site" in finding) == (0.5, False)
    assert "Pneumonia (tiny-finding 1.0.0)" in err and "has lapsed" in err
    assert "tiny-finding 1.0.0, holds: 50." in err


def meddx(capsys, monkeypatch, folder, role, *arguments, form="json"):
    """Any command on the store, as somebody of that role."""
    reading, writing = os.pipe()
    os.write(writing, desks.PASSPHRASE.encode())
    os.close(writing)
    signing = ["--store", folder, "--user", desks.PEOPLE[role], "--passphrase-fd", reading]
    code = main([str(part) for part in (*arguments, *signing, "--format", form)])
    captured = capsys.readouterr()
    if form != "json":
        return code, captured.out, captured.err
    return code, [json.loads(text) for text in captured.out.splitlines()], captured.err


def test_the_whole_way_at_the_terminal(capsys, store, tmp_path, monkeypatch):
    """Check and choose as owner, confirm as clinician, see it, take it back."""
    opened = partial(open_application, models=tmp_path / "m", settings=Settings(), threads=1)
    for module in ("meddx_desktop.cli.validate", "meddx_desktop.cli.at_store"):
        monkeypatch.setattr(f"{module}.open_application", lambda threads=None: opened())
    go = partial(meddx, capsys, monkeypatch, store[0])
    place = ("tiny-finding", "pneumonia")
    films = ["validate", tmp_path / "films", "--labels", tmp_path / "labels.csv"]
    films += ["--model", "tiny-finding", "--age", "3y", "--view", "AP", "--choose"]
    code, (refused,), _ = go(Role.OWNER, *films)
    assert (code, refused["error"]["code"]) == (2, "choose_needs_store")
    code, (refused,), _ = go(Role.OWNER, *films, "--sensitivity", "0.95")
    assert (code, refused["error"]["code"]) == (2, "threshold_not_proven")
    code, page, err = go(Role.OWNER, *films, "--sensitivity", "0.95", form="table")
    assert code == 2 and "AUC" in page, "who waited for the films still sees the figures"
    assert "does not prove" in err
    code, (checked,), err = go(Role.OWNER, *films, "--sensitivity", "0.7")
    assert code == 0
    assert checked["site"]["threshold"] != checked["wanted"]["threshold"]
    assert "until a clinician confirms" in err
    code, (refused,), _ = go(Role.CLINICIAN, "thresholds", "confirm", place[0], "nothing")
    assert (code, refused["error"]["code"]) == (2, "threshold_none_waits")
    code, (refused,), _ = go(Role.OWNER, "thresholds", "confirm", *place)
    assert (code, refused["error"]["code"]) == (1, "not_permitted")
    code, (agreed,), _ = go(Role.CLINICIAN, "thresholds", "confirm", *place)
    assert (code, agreed["state"]) == (0, "in_force")
    assert agreed["threshold"] == checked["wanted"]["threshold"]
    code, shown, _ = go(Role.OWNER, "thresholds", "share", *place, "5")
    assert shown[-1] == {"model": place[0], "finding": place[1], "prevalence": 0.05}
    assert go(Role.OWNER, "thresholds", "share", *place, "many")[0] == 2
    assert go(Role.OWNER, "thresholds", "share", *place, "none")[1] == [agreed]
    assert go(Role.OWNER, "thresholds", "withdraw", *place)[1] == []
