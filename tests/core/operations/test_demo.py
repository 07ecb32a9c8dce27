"""Protects: the demonstration has its films, and its note reaches the right patient only."""

from datetime import UTC, datetime

from meddx_desktop.core.domain.case import Case
from meddx_desktop.core.domain.patient import Patient
from meddx_desktop.core.operations import demo, open_application
from meddx_desktop.core.settings import Settings


def _case(app, identifier):
    case = Case("1", Patient(identifier), datetime.now(UTC), demonstration=True)
    app.cases.save(case)
    return case


def test_films_note_and_labs(tmp_path):
    app = open_application(models=tmp_path, settings=Settings(), threads=1)
    assert len(demo.open_demonstration(app)) == 4
    filled = demo.fill(app, _case(app, "DEMO-001"), language="zh_CN")
    assert "咳嗽" in filled.note
    assert [row.name for row in filled.labs] == ["WBC", "CRP", "Hb"]


def test_nobody_else_gets_the_demonstration_note(tmp_path):
    app = open_application(models=tmp_path, settings=Settings(), threads=1)
    assert demo.fill(app, _case(app, "DEMO-002")).note == ""


def test_what_somebody_wrote_is_never_replaced(tmp_path):
    app = open_application(models=tmp_path, settings=Settings(), threads=1)
    case = _case(app, "DEMO-001")
    from dataclasses import replace

    assert demo.fill(app, replace(case, note="mine")).note == "mine"
