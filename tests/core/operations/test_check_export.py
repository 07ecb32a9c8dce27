"""Protects: what a check found leaves as a plain file only by whom it may, with an entry."""

import json

import pytest

from meddx_desktop.core.domain.people import Role
from meddx_desktop.core.errors import CannotWrite, NotPermitted
from meddx_desktop.core.operations import check_export, open_application, validation
from meddx_desktop.core.settings import Settings
from tests import desks
from tests.core.operations.test_validation import STATED
from tests.data.labelled import write_cohort
from tests.data.packages import write_models


@pytest.fixture
def app(tmp_path):
    made = open_application(
        models=write_models(tmp_path / "m"),
        settings=Settings(),
        threads=1,
        store=tmp_path / "store",
    )
    yield made
    made.access.close()


@pytest.fixture
def report(app, tmp_path):
    films = write_cohort(tmp_path, positives=3, negatives=3)
    return validation.check(app, *films, model="tiny-finding", stated=STATED)


def test_it_is_written_and_told(app, report, tmp_path):
    desks.enter(app, Role.CLINICIAN)
    check_export.save(app, report, tmp_path / "roc.png", b"x", what="roc")
    assert (tmp_path / "roc.png").read_bytes() == b"x"
    (entry,) = [e for e in desks.trail(app) if e.action == "check_exported"]
    told = json.loads(entry.details)
    assert (told["model"], told["finding"], told["kind"]) == ("tiny-finding", "pneumonia", "roc")
    with pytest.raises(CannotWrite, match="validation_not_written"):
        check_export.save(app, report, tmp_path / "none" / "x", b"x", what="roc")


@pytest.mark.parametrize("role", [Role.SCREENING_OFFICER, Role.AUDITOR])
def test_not_by_everybody(app, report, tmp_path, role):
    desks.enter(app, role)
    with pytest.raises(NotPermitted):
        check_export.save(app, report, tmp_path / "roc.png", b"x", what="roc")
    assert not (tmp_path / "roc.png").exists()
    assert "check_exported" not in desks.actions(app)
