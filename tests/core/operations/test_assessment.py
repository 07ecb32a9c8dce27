"""Protects: a stored case is assessed as it stands, and only for those whose role allows."""

import json
from dataclasses import asdict, replace
from datetime import date

import pytest

from meddx_desktop.core.domain.assessment import Operating, Setting
from meddx_desktop.core.domain.case import LabRow, Vitals
from meddx_desktop.core.domain.patient import Patient, PersonName, Sex
from meddx_desktop.core.domain.people import Action, Role, may
from meddx_desktop.core.errors import InvalidEntry, NotPermitted, StoreRefused
from meddx_desktop.core.inference.metrics import Metric
from meddx_desktop.core.operations import assessment, cases, sign_in, site_records
from meddx_desktop.core.operations.application import open_application
from meddx_desktop.core.operations.site_records import SiteThreshold, State
from meddx_desktop.core.paths import MODELS
from tests import desks

LI_NA = Patient("4711", PersonName("Li^Na"), date(1980, 3, 5), Sex.FEMALE)


@pytest.fixture
def case(app):
    made = cases.create(app, LI_NA)
    cases.write_note(app, made.case_id, "Burning urination. No vaginal discharge.")
    return made


def _first(found):
    return found.conditions[0].key


def test_a_stored_case_is_assessed(app, case):
    found = assessment.assess_case(app, case.case_id)
    assert _first(found) == "urinary_infection"
    assert found.conditions[0].prior.setting == "primary_care"


def test_it_is_worked_out_anew_from_what_stands_now(app, case):
    cases.write_note(app, case.case_id, "")
    cases.write_labs(app, case.case_id, (LabRow("K", "6.9", "mmol/L"),))
    found = assessment.assess_case(app, case.case_id, Setting())
    assert _first(found) == "hyperkalaemia"
    (line,) = [one for one in found.conditions[0].lines if one.counted]
    assert line.places[0].row == ("typed", 0)


def test_the_vitals_strip_fires_danger_signs(app, case):
    cases.write_vitals(app, case.case_id, Vitals(spo2_percent=80.0))
    found = assessment.assess_case(app, case.case_id)
    assert "dangerous_vital_signs" in {one.name for one in found.alerts}


def test_a_case_that_is_gone(app):
    with pytest.raises(InvalidEntry, match="case_gone"):
        assessment.assess_case(app, "nowhere")


def test_roles_and_the_lock(app, case):
    for role in Role:
        if not may(role, Action.OPEN_CASE):
            sign_in.lock(app)
            desks.enter(app, role=role)
            with pytest.raises(NotPermitted):
                assessment.assess_case(app, case.case_id)
    sign_in.lock(app)
    with pytest.raises(StoreRefused, match="store_locked"):
        assessment.assess_case(app, case.case_id)


def test_the_shipped_knowledge_is_sound():
    assert assessment.check_knowledge() >= 20


def test_figures_are_the_lower_ends_of_the_manifest(tmp_path):
    shipped = open_application(models=MODELS, store=tmp_path).registry.package(
        "cxr-pneumonia-children"
    )
    found = assessment.figures(shipped.manifest)["pneumonia"]
    lows = {one.name: one.low for one in reversed(shipped.manifest.metrics)}
    assert found == Operating(lows["sensitivity"], lows["specificity"])


def test_figures_of_one_finding_among_several_are_its_own(tmp_path):
    one = open_application(models=MODELS, store=tmp_path).registry.package("cxr-pneumonia-children")
    label = one.manifest.labels[0]
    metrics = (
        Metric("sensitivity", 0.9, 0.8, 0.95, "films, other", 10),
        Metric("sensitivity", 0.7, 0.6, 0.75, "films, pneumonia", 10),
        Metric("specificity", 0.7, 0.5, 0.75, "films, pneumonia", 10),
    )
    labels = (label, replace(label, name="other"))
    found = assessment.figures(replace(one.manifest, labels=labels, metrics=metrics))
    assert found == {"pneumonia": Operating(0.6, 0.5)}


IN_FORCE = SiteThreshold(
    model="m", version="1", variant="int8", sha256="", made_with="", finding="x", threshold=0.4,
    shipped=0.5, target=0.9, found=100, positives=100, low=0.96, high=1.0, passed=90,
    negatives=100, patients=200, days=365, set_by="a", set_on="2026-01-01", state=State.IN_FORCE,
    specificity_low=0.82,
)  # fmt: skip


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, {("m", "1", "x", 0.4): Operating(0.96, 0.82, is_validated=True)}),
        ({"specificity_low": 0.0}, {}),
        ({"state": State.WAITING}, {}),
        ({"state": State.LAPSED}, {}),
    ],
)
def test_a_site_s_own_threshold_counts_with_lower_ends_and_in_force_alone(app, changes, expected):
    with app.access.using(None) as desk:
        with desk.changing():
            site_records.save(desk, [replace(IN_FORCE, **changes)])
        assert assessment.proven(desk) == expected


def test_a_threshold_kept_by_an_older_version_has_no_lower_end_of_the_specificity(app):
    kept = {key: value for key, value in asdict(IN_FORCE).items() if key != "specificity_low"}
    with app.access.using(None) as desk:
        with desk.changing():
            desk.store.kept.set("site_thresholds", json.dumps([kept]))
        assert assessment.proven(desk) == {}
