"""Protects: a risk model that is on gets a case's own results, and none that may not be used."""

from datetime import date

import pytest

from meddx_desktop.core.domain.patient import Age, Patient, PersonName, Sex
from meddx_desktop.core.domain.people import Role
from meddx_desktop.core.domain.risk import Given
from meddx_desktop.core.operations import cases, labs, labs_file, open_application, risks
from meddx_desktop.core.settings import Settings
from tests import desks
from tests.data import packages, risk_packages

MORE = (Given("waist", 100.0), Given("oedema", "none"))


@pytest.fixture
def app(tmp_path):
    folder = tmp_path / "models"
    packages.write_models(folder)
    risk_packages.write(folder)
    made = open_application(models=folder, settings=Settings(), store=tmp_path / "store")
    desks.enter(made, Role.OWNER)
    risks.switch(made, risk_packages.NAME, on=True)
    made.access.leave()
    desks.enter(made)
    yield made
    made.access.close()


def brought(app, value):
    patient = Patient("1", PersonName("Wu^Bo"), date(1960, 1, 1), Sex.MALE)
    case = cases.create(app, patient)
    table = f"Test,Result,Unit,Date\nCreatinine,{value},mg/dL,2024-03-01 08:00\n"
    done = labs.import_into(app, case.case_id, labs.preview(app, table))
    return case.case_id, done.import_id


def test_the_models_get_the_results_of_the_case(app):
    case_id, import_id = brought(app, "1.0")
    (said,) = labs.risk_answers(app, case_id, MORE)
    assert said.score is not None
    assert "creatinine" not in said.missing
    labs.exclude(app, case_id, import_id, 0, "another patient's tube")
    (said,) = labs.risk_answers(app, case_id, MORE)
    assert said.score is None or "creatinine" in [one.name for one in said.filled]


def test_a_file_is_answered_by_them_too(app):
    table = "Test,Result,Unit\nCreatinine,1.0,mg/dL\n"
    (report,) = labs.look_at(table).reports
    stated = labs_file.Person(Age.parse("60y"), Sex.MALE)
    (said,) = labs_file.answer(report, stated, app=app).risks
    assert said.model.name == risk_packages.NAME
    assert labs_file.answer(report, stated).risks == ()


def test_a_result_that_could_not_be_used_is_named_where_the_model_lacks_it(app):
    patient = Patient("1", PersonName("Wu^Bo"), date(1960, 1, 1), Sex.MALE)
    case = cases.create(app, patient)
    table = "Test,Result,Unit,Date\nK,4.1,mmol/L,2024-03-01 08:00\nCreatinine,1.0,mg/dL,\n"
    labs.import_into(app, case.case_id, labs.preview(app, table))
    (said,) = labs.risk_answers(app, case.case_id, MORE)
    told = {one.code: one.parameters for one in said.cautions}
    assert told["risk_results_unused"]["inputs"] == "creatinine"
    case_id, _ = brought(app, "1.0")
    (said,) = labs.risk_answers(app, case_id, MORE)
    assert "risk_results_unused" not in [one.code for one in said.cautions]
