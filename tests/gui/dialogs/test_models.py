"""Protects: the owner installs, switches and removes models in the window, and others only look."""

import pytest
from PySide6.QtWidgets import QFileDialog, QLabel, QMessageBox

from meddx_desktop.core.domain.people import Role
from meddx_desktop.core.inference import trust
from meddx_desktop.core.operations import model_trust, models
from meddx_desktop.gui.dialogs.check_model import CheckDialog
from meddx_desktop.gui.dialogs.models import ModelsDialog
from meddx_desktop.gui.dialogs.models_details import Card
from meddx_desktop.gui.dialogs.models_install import InstallDialog
from meddx_desktop.gui.dialogs.models_thresholds import ThresholdsDialog
from meddx_desktop.gui.dialogs.models_trust import TrustDialog
from meddx_desktop.gui.dialogs.sentinel import SentinelDialog
from tests import desks
from tests.data import packs

FINGERPRINT = trust.fingerprint(packs.PUBLIC)


@pytest.fixture
def shop(tmp_path):
    with packs.shop(tmp_path) as made:
        yield made


@pytest.fixture
def idle(qtbot):
    def wait(dialog):
        qtbot.waitUntil(lambda: not dialog.work.busy)

    return wait


@pytest.fixture
def opened(shop, qtbot, idle):
    made = ModelsDialog(shop)
    qtbot.addWidget(made)
    made.show()
    idle(made)
    yield made
    made.close()


@pytest.fixture
def offered(shop, qtbot, idle, tmp_path):
    """A dialog over a file, after it was looked at: ``offered(key=...)``."""
    made = []

    def offer(**how):
        dialog = InstallDialog(shop, packs.make_pack(tmp_path / f"stick{len(made)}", **how))
        made.append(dialog)
        qtbot.addWidget(dialog)
        dialog.show()
        idle(dialog)
        return dialog

    yield offer
    for dialog in made:
        dialog.close()


@pytest.fixture
def sure(monkeypatch):
    """Every question is answered with its first button."""
    monkeypatch.setattr(QMessageBox, "exec", lambda box: 0)
    monkeypatch.setattr(QMessageBox, "clickedButton", lambda box: box.buttons()[0])


def _rows(dialog):
    tree = dialog.list
    items = (tree.topLevelItem(row) for row in range(tree.topLevelItemCount()))
    return [tuple(item.text(column) for column in range(3)) for item in items]


def _words(widget):
    return " | ".join(label.text() for label in widget.findChildren(QLabel))


def _pick(dialog, version):
    for row in range(dialog.list.topLevelItemCount()):
        if dialog.list.topLevelItem(row).text(1) == version:
            dialog.list.setCurrentItem(dialog.list.topLevelItem(row))


def test_the_list_names_versions_states_purpose_and_card(opened):
    assert _rows(opened) == [
        ("tiny-finding", "1.0.0", "shipped, in use"),
        ("tiny-gate", "1.0.0", "shipped, in use"),
    ]
    shown = _words(opened.details)
    for part in ("tests", "all else", "Came with the program", "It states no figures"):
        assert part in shown
    assert "tiny-finding" in opened.details.findChild(Card).toPlainText()
    assert not opened.use.isEnabled()
    assert not opened.remove.isEnabled()


def test_an_unknown_signer_needs_a_telephone_or_the_name(shop, offered, idle):
    dialog = offered()
    assert "not known here" in dialog.worth.text()
    assert FINGERPRINT not in _words(dialog), "what is to be told can't be copied from here"
    assert not dialog.begin.isEnabled()
    dialog.typed.setText("ward")
    assert not dialog.begin.isEnabled()
    dialog.typed.setText("ward-model")
    assert dialog.begin.isEnabled()
    dialog.typed.clear()
    dialog.called.setText("County Hospital")
    dialog.told.setText(FINGERPRINT[:-1] + "x")
    assert not dialog.begin.isEnabled()
    dialog.told.setText(FINGERPRINT.upper())
    assert dialog.begin.isEnabled()
    dialog.begin.click()
    idle(dialog)
    assert "on trial" in dialog.outcome.text()
    assert [signer.name for signer in model_trust.signers(shop)] == ["County Hospital"]
    assert "ward-model" in {package.name for package in models.packages(shop)}


def test_a_known_signer_needs_nothing(shop, offered, idle):
    model_trust.believe(shop, packs.PUBLIC, "County", fingerprint=FINGERPRINT)
    dialog = offered()
    assert "Signed by County" in dialog.worth.text()
    assert not dialog.typed.isVisible()
    assert dialog.begin.isEnabled()


def test_nobody_signed(offered):
    dialog = offered(key=None)
    assert "Nobody signed" in dialog.worth.text()
    assert dialog.typed.isVisible() and not dialog.called.isVisible()


def test_a_bad_file_is_told_and_can_not_be_installed(shop, qtbot, idle, tmp_path):
    (tmp_path / "x.meddxpack").write_bytes(b"nothing")
    dialog = InstallDialog(shop, tmp_path / "x.meddxpack")
    qtbot.addWidget(dialog)
    dialog.show()
    idle(dialog)
    assert "no whole model package" in _words(dialog.work)
    assert not dialog.begin.isEnabled()


def test_installing_switching_exporting_removing(
    shop, opened, offered, idle, qtbot, sure, monkeypatch, tmp_path
):
    dialog = offered(name="tiny-finding", version="2.0.0")
    dialog.typed.setText("tiny-finding")
    dialog.begin.click()
    idle(dialog)
    assert "stays in use" in dialog.outcome.text()
    opened._do("", lambda: None)
    idle(opened)
    assert ("tiny-finding", "2.0.0", "installed, on trial") in _rows(opened)
    _pick(opened, "2.0.0")
    assert "On trial" in _words(opened.details)
    with qtbot.waitSignal(opened.changed):
        opened.use.click()
    idle(opened)
    assert ("tiny-finding", "2.0.0", "installed, in use, on trial") in _rows(opened)
    assert opened.chosen.version == "2.0.0", "the chosen line stays chosen"

    out = tmp_path / "out.meddxpack"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(out), ""))
    opened.export.click()
    idle(opened)
    assert out.is_file()
    assert model_trust.own_fingerprint(shop) in _words(opened.work)

    opened.remove.click()
    idle(opened)
    assert "is in use" in _words(opened.work), "another one has to be chosen first"
    opened.list.setCurrentItem(opened.list.topLevelItem(0))
    opened.use.click()
    idle(opened)
    _pick(opened, "2.0.0")
    opened.remove.click()
    idle(opened)
    assert {row[1] for row in _rows(opened)} == {"1.0.0"}


def test_a_clinician_looks_and_the_buttons_say_who_may(shop, qtbot, idle):
    shop.access.close()
    desks.enter(shop, Role.CLINICIAN)
    dialog = ModelsDialog(shop)
    qtbot.addWidget(dialog)
    dialog.show()
    idle(dialog)
    assert len(_rows(dialog)) == 2
    for button in (dialog.install, dialog.use, dialog.export, dialog.remove):
        assert not button.isEnabled()
        assert button.toolTip() == "Only: Owner"


def test_a_card_loads_nothing(qtbot, tmp_path):
    (tmp_path / "x.png").write_bytes(b"x")
    card = Card(f"![film]({(tmp_path / 'x.png').as_uri()}) <b>raw</b>", "Card")
    qtbot.addWidget(card)
    assert card.loadResource(2, "file:///etc/passwd") is None
    assert not card.openLinks()


def test_the_menu_opens_it(window, monkeypatch):
    seen = []
    monkeypatch.setattr(ModelsDialog, "exec", lambda dialog: seen.append(dialog) or 0)
    window.commands.models.trigger()
    (dialog,) = seen
    dialog.work._runner.close()
    assert dialog.parent() is window


def test_what_ends_a_trial_stands_with_the_model(opened, offered, idle):
    dialog = offered()
    dialog.typed.setText("ward-model")
    dialog.begin.click()
    idle(dialog)
    opened._do("", lambda: None)
    idle(opened)
    for row in range(opened.list.topLevelItemCount()):
        if opened.list.topLevelItem(row).text(0) == "ward-model":
            opened.list.setCurrentItem(opened.list.topLevelItem(row))
    shown = _words(opened.details)
    assert "ends when the owner chose a threshold" in shown
    assert "Pneumonia: not checked here" in shown


@pytest.mark.parametrize(
    ("button", "kind"),
    [
        ("check", CheckDialog),
        ("thresholds", ThresholdsDialog),
        ("trust", TrustDialog),
        ("again", SentinelDialog),
    ],
)
def test_everything_about_models_is_reached_from_here(opened, idle, monkeypatch, button, kind):
    seen = []
    monkeypatch.setattr(kind, "exec", lambda dialog: seen.append(dialog) or 0)
    getattr(opened, button).click()
    (dialog,) = seen
    idle(dialog)
    idle(opened)
    if kind is CheckDialog:
        assert dialog.setup.model.currentData() == "tiny-finding"
