"""Protects: signers and what is revoked can be seen, and the owner takes a signer off."""

import pytest
from PySide6.QtWidgets import QFileDialog, QLabel, QMessageBox

from meddx_desktop.core.domain.people import Role
from meddx_desktop.core.inference import trust
from meddx_desktop.core.inference.trust import Revoked
from meddx_desktop.core.operations import model_packs, model_trust, models, sign_in
from meddx_desktop.gui.dialogs.models_trust import TrustDialog
from tests import desks
from tests.data import packs
from tests.gui.test_accessible import nameless

FINGERPRINT = trust.fingerprint(packs.PUBLIC)


@pytest.fixture
def shop(tmp_path):
    with packs.shop(tmp_path) as made:
        yield made


@pytest.fixture
def idle(qtbot):
    return lambda dialog: qtbot.waitUntil(lambda: not dialog.work.busy, timeout=30000)


@pytest.fixture
def opened(shop, qtbot, idle):
    def make():
        dialog = TrustDialog(shop)
        qtbot.addWidget(dialog)
        dialog.show()
        idle(dialog)
        return dialog

    return make


@pytest.fixture
def known(shop):
    model_trust.believe(shop, packs.PUBLIC, "County Hospital", fingerprint=FINGERPRINT)


def rows(tree):
    items = (tree.topLevelItem(row) for row in range(tree.topLevelItemCount()))
    return [(item.text(0), item.text(1)) for item in items]


def words(widget):
    return " | ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def test_a_site_alone(opened, shop):
    dialog = opened()
    said = words(dialog)
    assert model_trust.own_fingerprint(shop) in said
    assert "Nobody but this site" in said and "Nothing was revoked" in said
    assert nameless(dialog) == []


def test_a_signer_is_taken_off(opened, known, shop, idle, monkeypatch):
    dialog = opened()
    assert rows(dialog.signers) == [("County Hospital", FINGERPRINT)]
    dialog.signers.setCurrentItem(dialog.signers.topLevelItem(0))
    monkeypatch.setattr(QMessageBox, "exec", lambda box: 0)
    monkeypatch.setattr(QMessageBox, "clickedButton", lambda box: box.buttons()[1])
    dialog.doubt.click()
    assert model_trust.signers(shop), "Cancel changes nothing"
    monkeypatch.setattr(QMessageBox, "clickedButton", lambda box: box.buttons()[0])
    dialog.doubt.click()
    idle(dialog)
    assert model_trust.signers(shop) == ()
    assert "County Hospital is no longer believed" in words(dialog)
    assert "signer_doubted" in desks.actions(shop)


def test_a_list_from_a_stick_is_read_if_its_signer_is_known(
    opened, known, shop, idle, monkeypatch, tmp_path
):
    file = packs.make_pack(tmp_path / "stick")
    offer = model_packs.install(shop, file)
    gone = tmp_path / "gone.meddxrevoked"
    gone.write_bytes(trust.sign_revocations(packs.KEY, Revoked(packages=frozenset({offer.sha256}))))
    foreign = tmp_path / "foreign.meddxrevoked"
    foreign.write_bytes(trust.sign_revocations(packs.OTHER_KEY, Revoked()))
    dialog = opened()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(foreign), ""))
    dialog.read.click()
    idle(dialog)
    assert rows(dialog.revoked) == []
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(gone), ""))
    dialog.read.click()
    idle(dialog)
    assert rows(dialog.revoked) == [("Package", f"{offer.sha256[:16]}…")]
    assert packs.NAME not in {package.name for package in models.packages(shop)}


def test_others_look(opened, known, shop):
    sign_in.lock(shop)
    desks.enter(shop, Role.CLINICIAN)
    dialog = opened()
    assert len(rows(dialog.signers)) == 1
    assert not dialog.doubt.isEnabled() and not dialog.read.isEnabled()
    assert dialog.read.toolTip() == "Only: Owner"
