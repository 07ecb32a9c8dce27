"""Protects: the site's word is entered where everybody sees what holds, by those who may."""

import pytest
from PySide6.QtWidgets import QLabel

from meddx_desktop.core.domain.assessment import TESTS
from meddx_desktop.core.domain.people import Role
from meddx_desktop.core.operations import assessment_first, assessment_site, cases
from meddx_desktop.gui.dialogs.assessment_site import AssessmentSiteDialog
from tests import desks

CHILD = "pneumonia_child"


@pytest.fixture
def dialog(parts, qtbot):
    made = AssessmentSiteDialog(parts.app)
    qtbot.addWidget(made)
    made.show()
    return made


def words(widget):
    shown = (one for one in widget.findChildren(QLabel) if one.isVisibleTo(widget))
    return " | ".join(label.text() for label in shown)


def test_nothing_was_said_and_the_dialog_says_so(dialog):
    assert "Nobody has said yet which tests there are" in words(dialog)
    assert set(dialog.tests) == set(TESTS)
    assert all(box.isChecked() for box in dialog.tests.values())
    line = dialog.priors.lines[CHILD]
    assert "prior 19 % (11 to 31 %) of Shah" in line.published.text()
    assert line.reset.isHidden() and line.own.isHidden()


def test_place_and_tests_hold_at_once(dialog, parts):
    heard = []
    dialog.changed.connect(lambda: heard.append(1))
    dialog.place.setCurrentIndex(dialog.place.findData("rural"))
    dialog.place.activated.emit(dialog.place.currentIndex())
    dialog.tests["ct"].click()
    said = assessment_site.site(parts.app)
    assert (said.kind, said.tests) == ("rural", frozenset(TESTS) - {"ct"})
    assert heard == [1, 1]
    assert "Nobody has said yet" not in words(dialog)
    assert "Rural site; prior 37 %" in dialog.priors.lines[CHILD].published.text()


def test_an_own_prior_is_entered_and_the_published_one_brought_back(dialog, parts):
    line = dialog.priors.lines[CHILD]
    assert not line.keep.isEnabled()
    line.value.setValue(25.0)
    line.keep.click()
    assert assessment_site.site(parts.app).priors[CHILD].value == 0.25
    assert "Entered by Dr Lin" in line.own.text()
    assert "19 %" in line.published.text(), "what was published stays in sight"
    line.reset.click()
    assert assessment_site.site(parts.app).priors == {}
    assert line.value.value() == 0.0 and line.own.isHidden()


def test_who_may_not_change_it_reads_it(parts, qtbot):
    parts.app.access.leave()
    desks.enter(parts.app, Role.SCREENING_OFFICER)
    dialog = AssessmentSiteDialog(parts.app)
    qtbot.addWidget(dialog)
    assert not dialog.place.isEnabled()
    assert not any(box.isEnabled() for box in dialog.tests.values())
    assert not any(line.value.isEnabled() for line in dialog.priors.lines.values())
    assert dialog.pages.count() == 2, "how readers did is not for everybody"


def test_a_refusal_is_told_in_place(dialog, parts):
    parts.app.access.leave()
    dialog.tests["ct"].click()
    assert not dialog.problem.isHidden() and dialog.problem.text()


def test_agreement_is_told_with_counts_and_interval(parts, qtbot):
    for keys in (["gout"], ["tuberculosis"]):
        case = cases.create(parts.app)
        cases.write_note(parts.app, case.case_id, "Burning urination.")
        assessment_first.lock(parts.app, case.case_id, conditions=keys)
    dialog = AssessmentSiteDialog(parts.app)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.pages.setCurrentIndex(2)
    shown = words(dialog)
    assert "The condition thought of first" in shown
    assert "0 of 2 the same" in shown
    assert "Kappa " in shown and "95 % interval" in shown
