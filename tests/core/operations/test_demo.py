"""Protects: the demonstration has its films, and its note reaches the right patient only."""

import pytest

from meddx_desktop.core.domain.imaging import Source
from meddx_desktop.core.domain.patient import Patient
from meddx_desktop.core.domain.treatment import CheckKind, Question, Severity
from meddx_desktop.core.operations import (
    assessment_confirm,
    cases,
    demo,
    images,
    labs,
    medication,
    open_application,
    treatment_records,
)
from meddx_desktop.core.settings import Settings
from tests import desks


@pytest.fixture
def app(tmp_path):
    made = open_application(models=tmp_path, settings=Settings(), threads=1)
    desks.enter(made)
    yield made
    made.access.close()


def _case(app, identifier):
    return cases.create(app, Patient(identifier), demonstration=True)


def test_films_note_and_labs(app):
    assert len(demo.open_demonstration(app)) == 4
    filled = demo.fill(app, _case(app, "DEMO-001"), language="zh_CN")
    assert "咳嗽" in filled.note
    assert [row.name for row in filled.labs] == ["WBC", "CRP", "Hb"]
    points = labs.trend(app, filled.case_id, "white_cells")
    assert [point.quantity.value for point in points] == [16.8, 12.1]


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_the_child_has_a_plan_with_doses_and_drugs_that_do_not_go_together(app, language):
    film = images.open_film(Source(demo.open_demonstration(app)[0]))
    made, _ = cases.file_film(app, film, demonstration=True)
    case_id = demo.fill(app, made, language=language).case_id
    assessment_confirm.confirm(app, case_id, "pneumonia_child")
    plan = treatment_records.view(app, case_id, "pneumonia_child").plan
    assert plan.open_questions == ("severe",), "indrawing alone does not answer for a danger sign"
    for box in ("severe", "hiv"):
        treatment_records.answer(app, case_id, "pneumonia_child", node=box, said="no")
    plan = treatment_records.view(app, case_id, "pneumonia_child").plan
    assert plan.open_questions == ()
    doses = {one.drug: one.dose for one in plan.choices if one.drug}
    assert doses and all(doses.values())
    assert all(Question.SECOND_PERSON in one.screen.questions for one in plan.choices if one.drug)
    checked = medication.medication_check(app, case_id)
    assert len(checked.drugs) == 2
    for one in checked.drugs:
        found = [(found.kind, found.severity) for found in one.screen.findings]
        assert (CheckKind.DUPLICATE, Severity.AVOID) in found


@pytest.mark.parametrize("identifier", ["DEMO-001", "DEMO-003"])
def test_results_come_in_as_any_file_does_and_once(app, identifier):
    case = _case(app, identifier)
    filled = demo.fill(app, case)
    (came,) = filled.lab_imports
    assert demo.fill(app, filled).lab_imports == (came,)
    found = labs.observations(app, case.case_id)
    flagged = [line for line in found.lines if line.observation.interpretation]
    assert len(flagged) > len(found.lines) / 2
    assert "labs_imported" in desks.actions(app)


def test_nobody_else_gets_the_demonstration_note(app):
    assert demo.fill(app, _case(app, "DEMO-002")).note == ""


def test_what_somebody_wrote_is_never_replaced(app):
    case = _case(app, "DEMO-001")
    case = cases.write_note(app, case.case_id, "mine")
    assert (demo.fill(app, case).note, demo.fill(app, case).labs) == ("mine", ())
