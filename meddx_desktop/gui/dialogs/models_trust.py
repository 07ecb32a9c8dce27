"""Whose model packages are believed here, and which are revoked."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFileDialog,
    QHeaderView,
    QMessageBox,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from meddx_desktop.core.domain.people import Action, Role, may
from meddx_desktop.core.operations import model_trust
from meddx_desktop.core.operations.application import Application
from meddx_desktop.core.operations.model_trust import Revoked, Signer
from meddx_desktop.gui import labels, theme
from meddx_desktop.gui.dialogs.work import WorkDialog
from meddx_desktop.gui.widgets import fields

_SHORT = 16
_ROWS = 8
"""Lines that are shown before a list scrolls."""


@dataclass(frozen=True, slots=True)
class Trust:
    """All that is known about signatures here."""

    own: str
    """This site's own fingerprint."""
    signers: tuple[Signer, ...]
    revoked: Revoked
    names: Mapping[str, str]
    """What this site calls the signers, by their public key."""


def known(app: Application) -> Trust:
    """Read it all."""
    return Trust(
        model_trust.own_fingerprint(app),
        model_trust.signers(app),
        model_trust.revoked(app),
        {one.public: one.name for one in model_trust.signers(app)},
    )


class TrustDialog(WorkDialog):
    """Two lists: signers that are believed, and what is revoked."""

    def __init__(self, app: Application, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Signers and revoked packages"), parent)
        self._app = app
        self._trust: Trust | None = None
        self.own = fields.text("", wrap=True)
        self.signers = _table([self.tr("Signer"), self.tr("Fingerprint")])
        self.signers.setAccessibleName(self.tr("Signers that are believed here"))
        self.revoked = _table([self.tr("What"), self.tr("Mark")])
        self.revoked.setAccessibleName(self.tr("Revoked packages and signers"))
        self.none = fields.text(self.tr("Nobody but this site and the program itself."), "muted")
        self.clean = fields.text(self.tr("Nothing was revoked."), "muted")
        self.doubt = fields.button(self.tr("Believe no longer…"), "", "ban")
        self.read = fields.button(self.tr("Read a list of revoked packages…"), "", "folder-open")
        for part in (
            self.own,
            fields.text(self.tr("Signers that are believed here"), "caption"),
            self.none,
            self.signers,
            fields.text(self.tr("Revoked: never used again"), "caption"),
            self.clean,
            self.revoked,
            self.work,
        ):
            self.body.addWidget(part)
        for part in (self.none, self.signers, self.clean, self.revoked):
            part.hide()
        self.body.addStretch(1)
        for place, button in enumerate((self.doubt, self.read)):
            self._buttons.insertWidget(place, button)
        self.add_close(self.tr("Close"))
        self.doubt.clicked.connect(self._doubt)
        self.read.clicked.connect(self._read)
        self.signers.currentItemChanged.connect(lambda *_: self._enable())
        self.work.busy_changed.connect(self._enable)
        self.resize(theme.unit(84), theme.unit(30))
        self._enable()
        self._do(self.tr("Looking"), lambda: None)

    def _do(self, title: str, doing: Callable[[], object], told: str = "") -> None:
        def work(_context: object) -> Trust:
            doing()
            return known(self._app)

        def done(trust: Trust) -> None:
            self._show(trust)
            if told:
                self.work.tell(told, "good")

        self.work.run(title, work, done)

    def _show(self, trust: Trust) -> None:
        self._trust = trust
        own = self.tr("This site's own fingerprint, to be told by telephone: {text}")
        self.own.setText(own.format(text=trust.own))
        _fill(self.signers, [(labels.plain(one.name), one.fingerprint) for one in trust.signers])
        package, signer = self.tr("Package"), self.tr("Signer")
        gone = [
            (trust.names.get(one, signer), model_trust.fingerprint(one))
            for one in sorted(trust.revoked.signers)
        ]
        gone += [(package, f"{one[:_SHORT]}…") for one in sorted(trust.revoked.packages)]
        _fill(self.revoked, gone)
        self.none.setVisible(not trust.signers)
        self.signers.setVisible(bool(trust.signers))
        self.clean.setVisible(not gone)
        self.revoked.setVisible(bool(gone))
        self._enable()
        self.grow()

    def _doubt(self) -> None:
        item = self.signers.currentItem()
        if item is None:
            return
        name, text = item.text(0), item.text(1)
        asked = QMessageBox(self)
        asked.setIcon(QMessageBox.Icon.NoIcon)
        asked.setWindowTitle(self.windowTitle())
        asked.setText(self.tr("Believe {name} no longer?").format(name=name))
        asked.setInformativeText(
            self.tr(
                "Packages that are installed stay. To install another one of this signer, its name "
                "has to be typed, or the fingerprint compared by telephone again."
            )
        )
        go = asked.addButton(self.tr("Believe no longer"), QMessageBox.ButtonRole.AcceptRole)
        keep = asked.addButton(self.tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
        asked.setDefaultButton(keep)
        asked.exec()
        if asked.clickedButton() is go:
            told = self.tr("{name} is no longer believed.").format(name=name)
            self._do(self.tr("Changing"), lambda: model_trust.doubt(self._app, text), told)

    def _read(self) -> None:
        kind = self.tr("Lists of revoked packages ({pattern})")
        pattern = kind.format(pattern=f"*{model_trust.LIST_SUFFIX}")
        name, _ = QFileDialog.getOpenFileName(self, self.read.text(), "", pattern)
        if name:
            self._do(
                self.tr("Reading"),
                lambda: model_trust.take_revoked(self._app, Path(name)),
                self.tr("Read. What it names is not used here any more."),
            )

    def _enable(self) -> None:
        role = self._app.access.role if self._app.access.is_open else None
        allowed = role is not None and may(role, Action.INSTALL_MODEL)
        idle = not self.work.busy
        self.doubt.setEnabled(allowed and idle and self.signers.currentItem() is not None)
        self.read.setEnabled(allowed and idle)
        who = labels.listed(
            labels.label(f"role.{one.value}") for one in Role if may(one, Action.INSTALL_MODEL)
        )
        for button in (self.doubt, self.read):
            button.setToolTip("" if allowed else self.tr("Only: {who}").format(who=who))


def _table(heads: list[str]) -> QTreeWidget:
    made = QTreeWidget()
    made.setHeaderLabels(heads)
    made.setRootIsDecorated(False)
    made.setAllColumnsShowFocus(True)
    made.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    made.header().setStretchLastSection(False)
    made.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    made.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    return made


def _fill(table: QTreeWidget, rows: list[tuple[str, str]]) -> None:
    table.clear()
    for row in rows:
        item = QTreeWidgetItem(list(row))
        item.setSizeHint(0, QSize(0, theme.unit(4)))
        table.addTopLevelItem(item)
    tall = theme.unit(4) * min(len(rows) + 1, _ROWS) + 2 * theme.unit()
    table.setFixedHeight(tall)
