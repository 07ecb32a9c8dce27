from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from meddx_desktop.core.domain.finding import Decision
from meddx_desktop.core.operations import criticals, images
from meddx_desktop.gui import fonts, theme
from meddx_desktop.gui.assessment_panel.panel import AssessmentPanel
from meddx_desktop.gui.assessment_panel.score_bar import _at
from meddx_desktop.gui.main_window import MainWindow
from tests import desks
from tests.gui.conftest import answer


@pytest.fixture
def panel(parts, qtbot):
    made = AssessmentPanel(parts.session)
    qtbot.addWidget(made)
    made.show()
    return made


def words(panel):
    return " | ".join(label.text() for label in panel.findChildren(QLabel))


def decision_on(parts):
    case = parts.session.case
    return case.decision_on(parts.session.film_uid, 1, "pneumonia")


def test_a_finding_shows_score_threshold_call_and_model(panel, parts, film, wait_done):
    parts.intake.open_paths([film("high.dcm")])
    wait_done()
    (card,) = panel.cards
    shown = words(panel)
    assert "90" in shown and "Above threshold" in shown
    assert "cxr-pneumonia-children 1.0.0" in card.accessibleName() + shown
    assert "Not the chance of disease." in shown
    assert "Not reviewed by a clinician." in shown


def test_what_was_not_looked_for_is_always_listed(panel, parts, film, wait_done):
    parts.intake.open_paths([film("high.dcm"), film("turned.dcm", patient_id="P-2")])
    wait_done()
    for name in ("Tuberculosis", "TB not assessed"):
        assert name in words(panel)


@pytest.mark.parametrize("birth", ["20200102", "19700102"], ids=["child", "adult"])
@pytest.mark.parametrize("name", ["high.dcm", "low.dcm", "turned.dcm", "noage.dcm"])
def test_every_film_says_that_tuberculosis_was_not_assessed(
    panel, parts, film, wait_done, name, birth
):
    parts.intake.open_paths([film(name, birth=birth)])
    wait_done()
    said = [label for label in panel.findChildren(QLabel) if label.isVisible()]
    sentence = "TB not assessed; cough for 2 weeks or more: refer."
    assert [label.text() for label in said].count(sentence) == 1
    assert "Tuberculosis" in panel._missed.text()


def test_a_film_that_waits_for_its_score_says_so_too(panel, parts, film, models, qtbot):
    models.gate.clear()
    parts.intake.open_paths([film("high.dcm")])
    qtbot.waitUntil(lambda: parts.session.film is not None)
    assert "TB not assessed; cough for 2 weeks or more: refer." in words(panel)
    assert panel._foot.isVisible()


def test_a_refusal_stands_first_with_its_reason(panel, parts, film, wait_done):
    parts.intake.open_paths([film("turned.dcm")])
    wait_done()
    seen = [one.text() for one in panel.findChildren(QLabel) if one.isVisible()]
    shown = " | ".join(seen)
    assert (
        shown.index("No score; repeat") < shown.index("lie on its side") < shown.index("Not looked")
    )
    assert not panel.cards


def test_accepting_and_taking_it_back(panel, parts, film, wait_done):
    parts.intake.open_paths([film("high.dcm")])
    wait_done()
    panel.cards[0].draft = "right base"
    panel.cards[0]._accept.click()
    assert decision_on(parts).decision is Decision.ACCEPTED
    assert decision_on(parts).comment == "right base"
    assert "Not reviewed" not in words(panel)
    assert panel.cards[0].draft == "right base"
    panel.cards[0]._accept.click()
    assert decision_on(parts) is None
    assert '"decision":"withdrawn"' in desks.trail(parts.app)[-1].details
    assert len(parts.session.case.decisions) == 2, "the earlier word stays in the record"


def test_rejecting_replaces_accepting(panel, parts, film, wait_done):
    parts.intake.open_paths([film("high.dcm")])
    wait_done()
    panel.cards[0]._accept.click()
    panel.cards[0]._reject.click()
    assert decision_on(parts).decision is Decision.REJECTED
    assert panel.cards[0]._reject.isChecked() and not panel.cards[0]._accept.isChecked()


def test_a_draft_comment_survives_the_background(panel, parts, film, wait_done):
    parts.intake.open_paths([film("high.dcm", study="1.2.3")])
    wait_done()
    panel.cards[0].draft = "half a thou"
    parts.intake.open_paths([film("low.dcm", study="1.2.3")])
    wait_done()
    assert panel.cards[0].draft == "half a thou"


def test_a_click_selects_the_heat_map_and_another_puts_it_away(panel, parts, film, wait_done):
    parts.intake.open_paths([film("high.dcm")])
    wait_done()
    panel.cards[0].chosen.emit("pneumonia")
    assert parts.session.finding == "pneumonia"
    panel.cards[0].chosen.emit("pneumonia")
    assert parts.session.finding == ""


def test_a_decision_is_said_in_words_with_its_time(panel, parts, film, wait_done):
    parts.intake.open_paths([film("high.dcm")])
    wait_done()
    panel.cards[0]._accept.click()
    time = decision_on(parts).at.astimezone().strftime("%H:%M")
    assert f"Accepted by Dr Lin, {time}" in words(panel)
    panel.cards[0]._reject.click()
    shown = words(panel)
    assert shown.index("Rejected by") < shown.index("Said before") < shown.index("Accepted by")


def test_what_was_not_looked_for_is_pinned_below_the_findings(panel, parts, film, wait_done, qtbot):
    parts.intake.open_paths([film("high.dcm")])
    wait_done()
    panel.resize(290, 520)
    qtbot.wait(20)
    assert panel._foot.isVisible()
    assert not panel._scroll.isAncestorOf(panel._pinned)
    assert panel._foot.geometry().bottom() <= panel.rect().bottom()


@pytest.mark.parametrize("value", [0.0, 1.0])
def test_the_knob_stays_on_the_track(value):
    track = QRectF(0, 0, 200, 6)
    assert theme.unit(0.75) <= _at(track, value) <= 200 - theme.unit(0.75)


@pytest.fixture
def with_trial(monkeypatch, models):
    """Beside what is said, a model on trial finds the same thing with another score."""

    def screen(app, film, **how):
        said = models.screen(app, film, **how)
        trial = replace(answer(film, 0.2)[0].screening, on_trial=True)
        own = replace(trial.model, name="ward-model")
        return (*said, replace(said[0], screening=replace(trial, model=own)))

    monkeypatch.setattr(images, "screen", screen)


def test_a_model_on_trial_says_so_and_is_not_decided_on(panel, parts, film, wait_done, with_trial):
    parts.intake.open_paths([film("high.dcm")])
    wait_done()
    trusted, trial = panel.cards
    assert "On trial: not used for sorting" in words(trial)
    assert "On trial" not in words(trusted)
    panel._films._decide("pneumonia", Decision.ACCEPTED, "right base")
    trusted, trial = panel.cards
    assert "right base" not in words(trial) + trial.draft
    for button in trial.findChildren(QPushButton):
        assert not button.isEnabled()
        assert "On trial" in button.toolTip()
    assert "Every finding of this film has a clinician's word." in words(panel)


def test_the_map_shown_is_that_of_the_validated_model(panel, parts, film, wait_done, with_trial):
    parts.intake.open_paths([film("high.dcm")])
    wait_done()
    trusted, trial = panel.cards
    trial._choose()
    assert parts.session.finding == ""
    trusted._choose()
    assert parts.session.finding == "pneumonia"
    assert (trusted.property("selected"), trial.property("selected")) == ("true", "false")


def test_a_film_that_only_a_model_on_trial_scored_counts_as_unscored(
    parts, film, wait_done, monkeypatch, models
):
    def screen(app, film, **how):
        (said,) = models.screen(app, film, **how)
        return (replace(said, screening=replace(said.screening, on_trial=True)),)

    monkeypatch.setattr(images, "screen", screen)
    parts.intake.open_paths([film("low.dcm")])
    wait_done()
    assert parts.session.case.risk == (0, 0.0)


@pytest.mark.parametrize(("scale", "whole"), [(100, True), (200, False)])
def test_a_critical_result_leaves_room_to_decide_and_the_window_its_size(
    parts, film, wait_done, qapp, laptop, scale, whole
):
    """Protects: Accept and Reject are not cut in half on a small laptop; no window outgrows it."""
    theme.apply(qapp, appearance="dark", text_scale=scale, family=fonts.load())
    window = MainWindow(parts)
    laptop(window)
    parts.intake.open_paths([film("high.dcm")])
    wait_done()
    parts.session.do(criticals.raise_critical, "Large left opacity, needs oxygen")
    QApplication.processEvents()
    (card,) = window.assessment.cards
    seen = card._accept.visibleRegion().boundingRect().height()
    assert not whole or seen == card._accept.height()
    assert window.height() == 768
    window.retire()
    window.runner.close()
