"""Protects: the owner chooses the films of the look after a change, and the shift is seen."""

import pytest
from PySide6.QtCore import Qt

from meddx_desktop.core.domain.people import Role
from meddx_desktop.core.jobs import JobContext
from meddx_desktop.core.operations import screening, sentinel, sign_in
from meddx_desktop.gui.dialogs.sentinel import SentinelDialog
from tests import desks
from tests.core.operations.test_sentinel import filed, opened
from tests.gui.test_accessible import nameless


@pytest.fixture
def app(tmp_path):
    made = opened(tmp_path)
    yield made
    made.access.close()


@pytest.fixture
def idle(qtbot):
    return lambda dialog: qtbot.waitUntil(lambda: not dialog.work.busy, timeout=60000)


@pytest.fixture
def shown(qtbot, idle):
    def make(app):
        dialog = SentinelDialog(app)
        qtbot.addWidget(dialog)
        dialog.show()
        idle(dialog)
        return dialog

    return make


def screen_all(app):
    for film in screening.waiting(app):
        screening.work(app, film, context=JobContext())


def test_without_scores_there_is_nothing_to_choose(app, shown):
    dialog = shown(app)
    assert "No film here has a score yet" in dialog.count.text()
    assert not dialog.keep.isEnabled()
    assert "Nothing was compared yet" in dialog.shift.text()


def test_films_are_chosen_kept_and_compared_after_a_change(app, shown, idle, tmp_path):
    films = [filed(app, tmp_path, brightness) for brightness in (120, 137)]
    screen_all(app)
    dialog = shown(app)
    assert dialog.list.topLevelItemCount() == 2
    assert nameless(dialog) == []
    for row in range(2):
        dialog.list.topLevelItem(row).setCheckState(0, Qt.CheckState.Checked)
    assert "2 of at most 50" in dialog.count.text()
    dialog.keep.click()
    idle(dialog)
    assert set(sentinel.chosen(app)) == set(films)
    assert "the next change is compared" in dialog.work._text.text()
    assert not dialog.keep.isEnabled(), "nothing new to keep"
    dialog.look.click()
    idle(dialog)
    assert "Nothing changed" in dialog.work._text.text()
    app.access.close()
    other = opened(tmp_path, "other", slope=-4.0)
    after = shown(other)
    after.look.click()
    idle(after)
    assert "3 changed sides" in after.shift.text()
    assert after.shift.property("tone") == "warning"
    other.access.close()


def test_a_clinician_sees_the_shift_and_chooses_nothing(app, shown):
    sign_in.lock(app)
    desks.enter(app, Role.CLINICIAN)
    dialog = shown(app)
    assert not dialog.keep.isEnabled()
    assert dialog.keep.toolTip() == "Only: Owner"
    assert dialog.look.isEnabled()
