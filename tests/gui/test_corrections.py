"""Protects: a turned film is set upright only by somebody who saw it, carries its mark, comes back.

Refused film, button, screened, mark in three places, undo: through the window, as a user goes.
"""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from meddx_desktop import words
from meddx_desktop.core.domain.case import CaseState
from meddx_desktop.core.domain.correction import Correction
from meddx_desktop.core.domain.people import Role
from meddx_desktop.core.operations import cases
from meddx_desktop.gui.assessment_panel.corrected_line import CorrectedLine
from tests import desks


@pytest.fixture
def look_at(window, parts, film, wait_done, qtbot):
    """Open films and wait for the picture of the first."""

    def opened(*names):
        study = "1.2.826.0.1.3680043.8.498.1" if len(names) > 1 else ""
        parts.intake.open_paths([film(name, study=study) for name in names])
        wait_done()
        qtbot.waitUntil(lambda: shown(window, parts))
        return window.image

    return opened


def shown(window, parts):
    picture = window.image.viewer.picture
    return picture is not None and picture.key.uid == parts.session.film_uid


def grey(label):
    image = label.pixmap().toImage()
    return np.array(
        [
            [image.pixelColor(x, y).lightness() for x in range(image.width())]
            for y in range(image.height())
        ]
    )


def press(button):
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def lines(window):
    return window.assessment.findChildren(CorrectedLine)


def test_a_refused_film_is_turned_screened_marked_and_turned_back(
    look_at, window, parts, models, wait_done
):
    tab = look_at("lying.dcm")
    offer, badge = tab.refusal.fix, tab.overlays.corrected
    assert offer.isVisible() and badge.isHidden() and lines(window) == []
    assert offer.button.text() == "Turn 90° to the left and screen"
    assert models.seen == ["lying.dcm"], "nothing is turned by itself"
    press(offer.button)
    wait_done()
    entry = parts.session.film
    assert entry.correction.turned_clockwise == 270
    assert entry.screenings[0].findings and tab.refusal.isHidden()
    assert badge.isVisible() and badge.what.text() == "Turned 90° to the left"
    assert desks.PEOPLE[Role.CLINICIAN] in badge.who.text()
    (line,) = lines(window)
    assert line.accessibleName().startswith("Turned 90° to the left by Dr Lin, ")
    state = tab.viewer.state
    assert (state.quarter_turns, state.is_altered) == (3, False), "upright, and that is no accident"
    press(line.button)
    wait_done()
    assert parts.session.film.correction is None
    assert badge.isHidden() and offer.isVisible() and lines(window) == []
    assert tab.viewer.state.quarter_turns == 0
    assert words.safety("refused") in tab.refusal.accessibleName()


def test_an_inverted_film_is_shown_and_undone_by_the_badge(look_at, parts, wait_done, window):
    tab = look_at("negative.dcm")
    assert tab.refusal.fix.button.text() == "Un-invert and screen"
    before, after = grey(tab.refusal.fix.before), grey(tab.refusal.fix.after)
    assert np.abs(before + after - 255).max() <= 2, "the person sees what would be screened"
    press(tab.refusal.fix.button)
    wait_done()
    assert tab.viewer.state.inverted and not tab.viewer.state.is_altered
    tab.actions_["upright"].trigger()
    assert tab.viewer.state.inverted, "upright is as it was corrected"
    press(tab.overlays.corrected.button)
    wait_done()
    assert parts.session.film.correction is None and not tab.viewer.state.inverted


def test_the_small_pictures_show_the_turn(look_at):
    offer = look_at("lying.dcm").refusal.fix
    assert np.array_equal(grey(offer.after), np.rot90(grey(offer.before), -3))


def test_by_keyboard(look_at, parts, wait_done):
    tab = look_at("lying.dcm")
    tab.refusal.fix.button.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(tab.refusal.fix.button, Qt.Key.Key_Return)
    wait_done()
    assert parts.session.film.correction is not None
    tab.overlays.corrected.button.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(tab.overlays.corrected.button, Qt.Key.Key_Space)
    wait_done()
    assert parts.session.film.correction is None


def test_where_the_check_names_no_fix_none_is_offered(look_at):
    tab = look_at("turned.dcm")
    assert tab.refusal.isVisible() and tab.refusal.fix.isHidden()


def test_the_strip_marks_the_film_and_no_other(look_at, window, parts, wait_done, qtbot):
    tab = look_at("lying.dcm", "high.dcm")
    place = [film.instance.source.name for film in parts.session.case.films].index("lying.dcm")
    parts.session.select_film(parts.session.case.films[place].instance.sop_instance_uid)
    qtbot.waitUntil(lambda: shown(window, parts) and tab.refusal.fix.button.isEnabled())
    plain = tab.strip.item(place).icon().pixmap(64).toImage()
    press(tab.refusal.fix.button)
    wait_done()
    assert tab.strip.item(place).text().endswith("\nAbove threshold\nTurned")
    assert "Turned 90° to the left by Dr Lin" in tab.strip.item(place).toolTip()
    assert tab.strip.item(place).icon().pixmap(64).toImage() != plain
    assert "Turned" not in tab.strip.item(1 - place).text()


def test_a_signed_case_keeps_mark_and_correction(look_at, parts, wait_done, window):
    tab = look_at("lying.dcm")
    press(tab.refusal.fix.button)
    wait_done()
    case = parts.session.case
    with parts.app.access.using(None) as desk, desk.changing():
        kept = desk.store.cases.load(case.case_id)
        desk.store.cases.save(replace(kept, state=CaseState.SIGNED))
    parts.session.refresh(case.case_id)
    (line,) = lines(window)
    for button in (tab.overlays.corrected.button, line.button):
        assert not button.isEnabled()
        assert button.toolTip() == words.sentence("case_signed")


def test_a_fix_that_is_no_longer_offered_is_told_and_nothing_changes(
    look_at, parts, window, wait_done
):
    """Somebody else's answer came between seeing the offer and pressing the button."""
    tab = look_at("lying.dcm")
    case_id, uid = parts.session.case_id, parts.session.film_uid
    tab.fix_wanted.emit((uid, Correction(90), 1))
    wait_done()
    assert cases.load(parts.app, case_id).film(uid).correction is None
    told = [notice.text for notice in parts.notices.waiting]
    assert words.sentence("correction_not_offered") in told


def test_every_button_has_a_name_and_a_tip(look_at, wait_done, window):
    tab = look_at("lying.dcm")
    press(tab.refusal.fix.button)
    wait_done()
    tab.overlays.corrected.set_compact(True)
    buttons = [tab.overlays.corrected.button, *lines(window)[0].findChildren(QPushButton)]
    for button in buttons:
        assert (button.accessibleName() or button.text()) == "Undo correction"
        assert button.toolTip()
