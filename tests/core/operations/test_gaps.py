"""Protects: a model that ended leaves a gap that is seen, and no number that nobody vouches for."""

from dataclasses import replace

import pytest

from meddx_desktop.core.domain.case import FilmEntry, Stated
from meddx_desktop.core.domain.finding import UNSCORED, frame_risks
from meddx_desktop.core.domain.imaging import Source, View
from meddx_desktop.core.domain.patient import Age
from meddx_desktop.core.domain.people import Role
from meddx_desktop.core.operations import (
    images,
    model_list,
    model_packs,
    model_trust,
    site_thresholds,
)
from tests.core.operations.test_site_thresholds import TODAY, agree, at, change_to, entries
from tests.core.operations.test_site_thresholds import report as _report
from tests.data import packs
from tests.data.labelled import write_cohort
from tests.data.packages import manifest

STATED = Stated(age=Age.parse("3y"), view=View.AP)
SHIPPED = "tiny-finding"


@pytest.fixture
def app(tmp_path, monkeypatch):
    with packs.shop(tmp_path) as made:
        at(monkeypatch, made, TODAY)
        yield made


@pytest.fixture(scope="module")
def cohort(tmp_path_factory):
    return write_cohort(tmp_path_factory.mktemp("c"), positives=40, negatives=32, missed=1)


def screened(app, cohort, **how):
    source = Source(cohort[0] / "005.png")
    return [one.screening for one in images.screen_source(app, source, stated=STATED, **how)]


def newer(where, name=SHIPPED, version="9.0.0", threshold=0.7, **changes):
    """A package that takes the place of the shipped one, with another threshold."""
    labels = manifest("x")["labels"]
    labels[0] |= {"threshold": threshold, "not_sure": [threshold - 0.1, threshold + 0.1]}
    return packs.make_pack(where, name=name, version=version, labels=labels, **changes)


def test_a_revoked_model_is_told_beside_one_that_answers(app, cohort, tmp_path):
    """The film sorts first, and the answer of the other model stays."""
    model_packs.install(app, packs.make_pack(tmp_path / "s"), typed=packs.NAME)
    model_trust.revoke(app, packs.NAME, "1.0.0", tmp_path / "r.meddxrevoked")
    said = screened(app, cohort)
    answered = [one for one in said if one.model is not None]
    (gap,) = [one for one in said if one.model is None]
    assert [one.model.name for one in answered] == [SHIPPED] and answered[0].findings
    assert not gap.gate.accepted and not gap.on_trial
    assert [(one.code, one.parameters["name"]) for one in gap.gate.reasons] == [
        ("model_revoked", packs.NAME)
    ]
    film = images.open_film(Source(cohort[0] / "005.png"))
    entry = FilmEntry(film.study, film.instance, screenings=tuple(said))
    assert entry.risk == UNSCORED
    assert replace(entry, screenings=tuple(answered)).risk != UNSCORED


def test_the_gap_goes_when_another_version_is_chosen(app, cohort, tmp_path):
    model_packs.install(app, newer(tmp_path / "s"), typed=SHIPPED)
    model_list.use(app, SHIPPED, "9.0.0")
    model_trust.revoke(app, SHIPPED, "9.0.0", tmp_path / "r.meddxrevoked")
    (gap,) = screened(app, cohort)
    assert gap.model is None and gap.gate.reasons[0].code == "model_revoked"
    assert "pneumonia" in gap.not_assessed
    model_list.use(app, SHIPPED, "")
    (said,) = screened(app, cohort)
    assert said.findings


def test_a_changed_package_may_have_been_made_for_any_film(app, cohort, tmp_path):
    model_packs.install(app, packs.make_pack(tmp_path / "s"), typed=packs.NAME)
    path = app.folder / "models" / packs.NAME / "1.0.0" / "manifest.json"
    path.write_text(path.read_text().replace("0.5", "0.4"))
    change_to(app, Role.CLINICIAN)
    gaps = [one for one in screened(app, cohort) if one.model is None]
    assert [one.gate.reasons[0].code for one in gaps] == ["model_hash_mismatch"]


def test_a_film_that_the_gate_refuses_has_one_answer(app, tmp_path):
    """The model that ended would not have looked at it either."""
    import cv2
    import numpy as np

    model_packs.install(app, packs.make_pack(tmp_path / "s"), typed=packs.NAME)
    model_trust.revoke(app, packs.NAME, "1.0.0", tmp_path / "r.meddxrevoked")
    path = tmp_path / "blank.png"
    cv2.imwrite(str(path), np.full((300, 300), 128, np.uint8))
    (said,) = [one.screening for one in images.screen_source(app, Source(path), stated=STATED)]
    assert [reason.code for reason in said.gate.reasons] == ["blank"]


def test_trials_count_in_no_frame_and_leave_it_unscored(app, cohort):
    (said,) = screened(app, cohort)
    trial = replace(said, on_trial=True)
    assert frame_risks([trial]) == {1: UNSCORED}
    assert frame_risks([trial, said]) == {1: said.risk}
    assert frame_risks([said, replace(trial, frame=2)]) == {1: said.risk, 2: UNSCORED}
    assert frame_risks([]) == {}


def test_no_chance_comes_from_a_version_on_trial(app, cohort, tmp_path):
    """The share is of the patients and stays; the chance waits until the model was proven here."""
    site_thresholds.set_share(app, SHIPPED, "pneumonia", 0.05)
    (before,) = screened(app, cohort)
    assert before.findings[0].site.probability is not None
    model_packs.install(app, newer(tmp_path / "s"), typed=SHIPPED)
    model_list.use(app, SHIPPED, "9.0.0")
    (tried,) = screened(app, cohort)
    assert tried.on_trial and tried.findings[0].site is None
    assert site_thresholds.shares(app) == {(SHIPPED, "pneumonia"): 0.05}
    model_list.use(app, SHIPPED, "")
    (again,) = screened(app, cohort)
    assert again.findings[0].site == before.findings[0].site


report = _report


def test_a_lapse_names_the_threshold_that_holds_now(app, report, cohort, tmp_path):
    confirmed = agree(app, report)
    change_to(app, Role.OWNER)
    model_packs.install(app, newer(tmp_path / "s"), typed=SHIPPED)
    model_list.use(app, SHIPPED, "9.0.0")
    change_to(app, Role.OWNER)
    (gone,) = site_thresholds.lapsed(app)
    told = site_thresholds.ended(app, gone)
    assert (told.code, told.parameters["holds"]) == ("site_threshold_ended", 70)
    assert told.parameters["in_use"] == f"{SHIPPED} 9.0.0"
    assert told.parameters["model"] == f"{SHIPPED} 1.0.0"
    (entry,) = entries(app, "threshold_lapsed")
    assert entry["changed"] == f"{confirmed.threshold:.4f} -> 0.7000"


def test_a_lapse_says_that_none_holds_where_no_model_runs(app, report, cohort, tmp_path):
    agree(app, report)
    change_to(app, Role.OWNER)
    model_packs.install(app, newer(tmp_path / "s"), typed=SHIPPED)
    model_list.use(app, SHIPPED, "9.0.0")
    model_trust.revoke(app, SHIPPED, "9.0.0", tmp_path / "r.meddxrevoked")
    change_to(app, Role.OWNER)
    (gone,) = site_thresholds.lapsed(app)
    assert site_thresholds.ended(app, gone).code == "site_threshold_ended_none"
    assert entries(app, "threshold_lapsed")[0]["changed"].endswith("-> none")
