"""Protects: `meddx screen --store` lets no unproven, revoked or missing model look trusted."""

import csv
import io
import json
import os
from functools import partial

import pytest

from meddx_desktop.cli import main
from meddx_desktop.cli import screen as command
from meddx_desktop.core.domain.people import Role
from meddx_desktop.core.operations import (
    model_list,
    model_packs,
    model_trust,
    open_application,
    site_thresholds,
)
from meddx_desktop.core.settings import Settings
from tests import desks
from tests.data import packs
from tests.data.labelled import write_cohort
from tests.data.packages import manifest, write_models

SHIPPED = "tiny-finding"


@pytest.fixture
def store(tmp_path, monkeypatch):
    """A store with one model on trial beside the shipped one; the application, and two films."""
    made = partial(
        open_application, models=write_models(tmp_path / "m"), settings=Settings(), threads=1
    )
    monkeypatch.setattr(command, "open_application", lambda settings=None, threads=None: made())
    films, _ = write_cohort(tmp_path, positives=1, negatives=1)
    app = made(store=tmp_path / "store")
    desks.enter(app, Role.OWNER)
    labels = manifest("x")["labels"]
    labels[0]["threshold"], labels[0]["not_sure"] = 0.0001, [0.0001, 0.0001]
    model_packs.install(app, packs.make_pack(tmp_path / "stick", labels=labels), typed=packs.NAME)
    yield app, sorted(films.glob("*.png"))
    app.access.close()


def run(capsys, store, *more, form="json"):
    """Screen both films; the records, rows or lines that come."""
    app, films = store
    app.access.close()
    reading, writing = os.pipe()
    os.write(writing, desks.PASSPHRASE.encode())
    os.close(writing)
    arguments = ["screen", *films, "--age", "3y", "--view", "AP", "--store", app.folder]
    arguments += ["--user", desks.PEOPLE[Role.CLINICIAN], "--passphrase-fd", reading]
    assert main([str(part) for part in (*arguments, "--format", form, *more)]) == 0
    out = capsys.readouterr().out
    if form == "json":
        return [json.loads(line) for line in out.splitlines()]
    if form == "csv":
        return list(csv.DictReader(io.StringIO(out)))
    return out.splitlines()


def test_every_format_marks_a_result_on_trial(capsys, store):
    told = {one["model"]["name"]: one["on_trial"] for one in run(capsys, store)}
    assert told == {SHIPPED: False, packs.NAME: True}
    rows = {row["model"]: row["on_trial"] for row in run(capsys, store, form="csv")}
    assert rows == {SHIPPED: "false", packs.NAME: "true"}
    lines = run(capsys, store, form="table")
    marked = [line for line in lines if packs.NAME in line]
    assert len(marked) == 2 and all("(on trial)" in line for line in marked)
    assert not any("on trial" in line for line in lines if SHIPPED in line)
    assert any("] On trial: this model was not validated here" in line for line in lines)


def test_a_model_on_trial_sorts_nothing(capsys, store):
    """It calls every film positive; its rows come after all of the model in trusted use."""
    lines = run(capsys, store, form="table")
    models = [SHIPPED if SHIPPED in line else packs.NAME for line in lines if ".png" in line]
    assert models == [SHIPPED, SHIPPED, packs.NAME, packs.NAME]


def test_a_film_that_only_a_model_on_trial_looked_at_sorts_before_a_scored_one(capsys, store):
    """The rows of one film come from both models, those of the other from the trial alone."""
    from dataclasses import replace

    from meddx_desktop.cli.screening_table import ScreeningTable
    from meddx_desktop.core.domain.case import Stated
    from meddx_desktop.core.domain.imaging import Source, View
    from meddx_desktop.core.domain.patient import Age
    from meddx_desktop.core.operations import images

    app, films = store
    stated = Stated(age=Age.parse("3y"), view=View.AP)
    both = [one.screening for one in images.screen_source(app, Source(films[1]), stated=stated)]
    trial = next(one for one in both if one.on_trial)
    source = replace(trial.instance, source=Source(films[0]))
    table = ScreeningTable()
    for said in (*both, replace(trial, instance=source)):
        table.result(said)
    table.close()
    rows = [line for line in capsys.readouterr().out.splitlines() if ".png" in line]
    assert [films[0].name in line for line in rows] == [True, False, False]
    assert [packs.NAME in line for line in rows] == [True, False, True]


def test_no_chance_beside_a_result_on_trial(capsys, store):
    app = store[0]
    site_thresholds.set_share(app, packs.NAME, "pneumonia", 0.05)
    site_thresholds.set_share(app, SHIPPED, "pneumonia", 0.05)
    sites = {one["model"]["name"]: one["findings"][0].get("site") for one in run(capsys, store)}
    assert sites[packs.NAME] is None
    assert sites[SHIPPED]["probability_here"] is not None


def test_a_spreadsheet_holds_what_the_site_decided(capsys, store):
    site_thresholds.set_share(store[0], SHIPPED, "pneumonia", 0.05)
    facts = {
        one["path"]: one["findings"][0]["site"]
        for one in run(capsys, store)
        if one["model"]["name"] == SHIPPED
    }
    rows = [row for row in run(capsys, store, form="csv") if row["model"] == SHIPPED]
    assert len(rows) == 2
    for row in rows:
        assert row["site_share"] == "0.05"
        assert row["site_probability"] == str(facts[row["path"]]["probability_here"])
        assert (row["site_threshold_since"], row["model_threshold"]) == ("", "")


def test_a_revoked_model_leaves_a_gap_beside_others(capsys, store, tmp_path):
    """Both films come first as not scored by it, in every format, though another model answers."""
    app = store[0]
    with app.access.using(None) as desk, desk.changing():
        model_list.set_trial(desk, packs.NAME, "1.0.0", on_trial=False)
    model_trust.revoke(app, packs.NAME, "1.0.0", tmp_path / "r.meddxrevoked")
    told = run(capsys, store)
    gaps = [one for one in told if one["model"] is None]
    assert len(gaps) == 2 and len(told) == 4
    for one in gaps:
        (reason,) = one["gate"]["reasons"]
        assert (reason["code"], one["gate"]["accepted"]) == ("model_revoked", False)
        assert f"{packs.NAME} 1.0.0" in reason["message"]
    rows = run(capsys, store, form="csv")
    assert [row["reasons"] for row in rows].count("model_revoked") == 2
    lines = [line for line in run(capsys, store, form="table") if ".png" in line]
    assert [SHIPPED in line for line in lines] == [False, False, True, True]


def test_a_model_that_is_named_is_asked_alone(capsys, store, tmp_path):
    model_trust.revoke(store[0], packs.NAME, "1.0.0", tmp_path / "r.meddxrevoked")
    told = run(capsys, store, "--model", SHIPPED)
    assert [one["model"]["name"] for one in told] == [SHIPPED] * 2


def test_a_revoked_model_made_for_others_leaves_no_gap(capsys, store, tmp_path):
    """A model for grown-ups says nothing of a child's film, revoked or not."""
    app = store[0]
    model_list.remove(app, packs.NAME, "1.0.0")
    applies = manifest("x")["applies_to"] | {"age_days": {"min": 6570, "max": 36500}}
    file = packs.make_pack(tmp_path / "adults", applies_to=applies)
    model_packs.install(app, file, typed=packs.NAME)
    model_trust.revoke(app, packs.NAME, "1.0.0", tmp_path / "r.meddxrevoked")
    assert {one["model"]["name"] for one in run(capsys, store)} == {SHIPPED}
