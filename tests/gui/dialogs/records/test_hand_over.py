"""Protects: cases go to another computer and come in there whole, and nothing else is taken."""

import pytest

from meddx_desktop.core.crypto.derivation import MINIMUM
from meddx_desktop.core.domain.people import Role
from meddx_desktop.core.operations import worklist
from meddx_desktop.core.store import handover
from meddx_desktop.gui.dialogs.hand_over import HandOverDialog
from meddx_desktop.gui.dialogs.take_over import TakeOverDialog
from tests import clinic, desks


@pytest.fixture
def quick(monkeypatch):
    """Without the wait of a measured Argon2."""
    monkeypatch.setattr(handover.crypto, "tune", lambda: MINIMUM)


def test_handing_over_and_taking_over(clinic_app, shown, tmp_path, quick, qtbot):
    case = clinic.file(clinic_app)
    dialog = shown(HandOverDialog(clinic_app, (case.case_id,)))
    target = tmp_path / "one.meddx"
    dialog.target.setText(str(target))
    dialog.passphrase.setText("a lamp beside the river")
    dialog.again.setText("a lamp beside the rover")
    assert not dialog.begin.isEnabled()
    dialog.generate.click()
    typed = dialog.passphrase.text()
    dialog.begin.click()
    shown.rest(dialog)
    assert dialog.fingerprint in dialog.outcome.text()
    other = clinic.elsewhere(clinic_app, tmp_path / "other")
    desks.enter(other, Role.CLINICIAN)
    clinic.file(other)
    taking = shown(TakeOverDialog(other))
    taking.bundle.setText(str(target))
    assert taking.fingerprint.text() == dialog.fingerprint, "before anything is let in"
    taking.passphrase.setText(typed)
    with qtbot.waitSignal(taking.arrived):
        taking.begin.click()
    shown.rest(taking)
    assert "1 of them may be of a patient known here" in taking.outcome.text()
    taking.list.setCurrentRow(0)
    with qtbot.waitSignal(taking.compare_wanted) as told:
        taking.compare.click()
    assert told.args == [taking.arrivals[0].case_id]
    second = shown(TakeOverDialog(other))
    second.bundle.setText(str(target))
    second.passphrase.setText(typed)
    assert not second.again.isVisible()
    second.begin.click()
    shown.rest(second)
    assert second.again.isVisible() and worklist.count(other) == 2
    second.again.setChecked(True)
    with qtbot.waitSignal(second.arrived):
        second.begin.click()
    shown.rest(second)
    assert not second.again.isVisible()
    other.access.close()


def test_a_file_that_is_no_bundle_is_told_at_once(clinic_app, shown, tmp_path):
    taking = shown(TakeOverDialog(clinic_app))
    (tmp_path / "x.meddx").write_bytes(b"no bundle")
    taking.bundle.setText(str(tmp_path / "x.meddx"))
    assert "damaged" in taking.work._text.text()
    taking.passphrase.setText(desks.PASSPHRASE)
    assert not taking.begin.isEnabled()
