"""Protects: who chose a threshold does not confirm it, and everybody sees how it stands."""

import pytest
from PySide6.QtWidgets import QLabel, QMessageBox

from meddx_desktop.core.domain.people import Role
from meddx_desktop.core.operations import sign_in, site_thresholds, validation
from meddx_desktop.core.operations.site_thresholds import State
from meddx_desktop.gui.dialogs.models_thresholds import ThresholdsDialog
from meddx_desktop.gui.dialogs.models_thresholds_confirm import ConfirmDialog
from tests import desks
from tests.core.operations.test_validation import STATED
from tests.data import packs
from tests.data.labelled import write_cohort
from tests.gui.test_accessible import nameless


@pytest.fixture(scope="module")
def cohort(tmp_path_factory):
    return write_cohort(tmp_path_factory.mktemp("c"), positives=40, negatives=32, missed=1)


@pytest.fixture
def shop(tmp_path):
    with packs.shop(tmp_path) as made:
        yield made


@pytest.fixture
def chosen(shop, cohort):
    """The owner chose; nobody confirmed."""
    report = validation.check(shop, *cohort, model="tiny-finding", stated=STATED)
    return site_thresholds.choose(shop, report, 0.8)


@pytest.fixture
def idle(qtbot):
    def wait(dialog):
        qtbot.waitUntil(lambda: not dialog.work.busy, timeout=30000)

    return wait


@pytest.fixture
def opened(shop, qtbot, idle):
    def make(role=None):
        if role is not None:
            sign_in.lock(shop)
            desks.enter(shop, role)
        dialog = ThresholdsDialog(shop)
        qtbot.addWidget(dialog)
        dialog.show()
        idle(dialog)
        return dialog

    return make


def line(dialog, row=0):
    item = dialog.list.topLevelItem(row)
    return [item.text(column) for column in range(5)]


def words(widget):
    return " | ".join(label.text() for label in widget.findChildren(QLabel))


def test_a_finding_without_a_threshold_of_its_own(opened):
    dialog = opened()
    assert line(dialog) == ["Pneumonia", "tiny-finding 1.0.0", "50.0", "the model's own", ""]
    assert "Check a model here" in dialog.about.text()
    assert not dialog.confirm.isEnabled() and not dialog.withdraw.isEnabled()
    assert nameless(dialog) == []


def test_the_owner_does_not_confirm(opened, chosen):
    dialog = opened()
    assert line(dialog)[3] == "waiting"
    assert "until a clinician confirms it" in dialog.about.text()
    assert not dialog.confirm.isEnabled()
    assert dialog.confirm.toolTip() == "Only: Clinician"


def test_a_clinician_confirms_with_the_own_passphrase(
    opened, chosen, shop, idle, qtbot, monkeypatch
):
    dialog = opened(Role.CLINICIAN)
    seen = []

    def sign(signing):
        qtbot.addWidget(signing)
        signing.show()
        assert f"{chosen.threshold * 100:.1f} instead of 50.0" in words(signing)
        assert not signing.begin.isEnabled()
        signing.passphrase.line.setText("a lamp beside the sea")
        signing.begin.click()
        idle(signing)
        assert "passphrase is wrong" in words(signing.work)
        assert site_thresholds.listed(shop)[0].state is State.WAITING
        signing.passphrase.line.setText(desks.PASSPHRASE)
        with qtbot.waitSignal(signing.accepted, timeout=30000):
            signing.begin.click()
        assert signing.passphrase.text == ""
        seen.append(signing.confirmed)

    monkeypatch.setattr(ConfirmDialog, "exec", sign)
    with qtbot.waitSignal(dialog.changed):
        dialog.confirm.click()
    idle(dialog)
    assert seen[0].confirmed_by == desks.PEOPLE[Role.CLINICIAN]
    assert line(dialog)[3:] == ["in force", seen[0].until]
    assert "Confirmed by Dr Lin" in dialog.about.text()
    assert not dialog.withdraw.isEnabled()
    assert dialog.withdraw.toolTip() == "Only: Owner"


def test_the_owner_takes_it_back(opened, chosen, shop, idle, monkeypatch):
    dialog = opened()
    asked = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: asked.append(box.informativeText()) or 0)
    monkeypatch.setattr(QMessageBox, "clickedButton", lambda box: box.buttons()[1])
    dialog.withdraw.click()
    assert site_thresholds.listed(shop) == (chosen,), "Cancel changes nothing"
    monkeypatch.setattr(QMessageBox, "clickedButton", lambda box: box.buttons()[0])
    dialog.withdraw.click()
    idle(dialog)
    assert "50.0, holds" in asked[0]
    assert site_thresholds.listed(shop) == ()
    assert line(dialog)[3] == "the model's own"


def test_how_common_it_is_gives_a_chance_and_a_predictive_value(opened, chosen, shop):
    dialog = opened()
    share = dialog.share
    assert "Not entered" in share.follows.text()
    assert not share.keep.isEnabled()
    share.value.setValue(5.0)
    assert "A score of 50 would mean a chance of about 5 %" in share.follows.text()
    assert "by the intervals of the check" in share.follows.text()
    assert site_thresholds.shares(shop) == {}, "nothing holds before it is entered"
    share.keep.click()
    assert site_thresholds.shares(shop) == {("tiny-finding", "pneumonia"): 0.05}
    assert "prevalence_set" in desks.actions(shop)
    share.clear.click()
    assert site_thresholds.shares(shop) == {}
    assert "Not entered" in share.follows.text()


def test_others_read_the_share_and_do_not_change_it(opened, chosen, shop):
    site_thresholds.set_share(shop, "tiny-finding", "pneumonia", 0.05)
    dialog = opened(Role.SCREENING_OFFICER)
    assert dialog.share.value.value() == 5.0
    assert not dialog.share.value.isEnabled()
    assert dialog.share.value.toolTip() == "Only: Owner"
