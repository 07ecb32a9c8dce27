"""Models: which versions are here, what each is for, how good it is, what the owner may do."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFileDialog,
    QHeaderView,
    QMessageBox,
    QPushButton,
    QSplitter,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from meddx_desktop.core.domain.people import Action, Role, may
from meddx_desktop.core.operations import (
    model_list,
    model_packs,
    model_trust,
    site_thresholds,
)
from meddx_desktop.core.operations.application import Application
from meddx_desktop.core.operations.model_list import Entry
from meddx_desktop.core.operations.site_thresholds import SiteThreshold
from meddx_desktop.gui import labels, theme
from meddx_desktop.gui.dialogs.check_model import CheckDialog
from meddx_desktop.gui.dialogs.models_details import ModelDetails
from meddx_desktop.gui.dialogs.models_install import InstallDialog
from meddx_desktop.gui.dialogs.models_thresholds import ThresholdsDialog
from meddx_desktop.gui.dialogs.models_trust import TrustDialog
from meddx_desktop.gui.dialogs.sentinel import SentinelDialog
from meddx_desktop.gui.dialogs.work import WorkDialog
from meddx_desktop.gui.widgets import fields
from meddx_desktop.gui.widgets.flow_layout import FlowLayout

Entries = tuple[Entry, ...]
Known = tuple[Entries, tuple[SiteThreshold, ...]]


class ModelsDialog(WorkDialog):
    """A list of versions, all about the chosen one, and the owner's buttons."""

    changed = Signal()
    """Another model is in use now."""

    def __init__(self, app: Application, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Models"), parent)
        self._app = app
        self._entries: Entries = ()
        self._own: tuple[SiteThreshold, ...] = ()
        self._wanted = ("", "")
        self.list = self._make_list()
        self.details = ModelDetails()
        self.check = self._link(self.tr("Check it here…"), self._check, "activity")
        self.thresholds = self._link(self.tr("Site thresholds…"), self._thresholds, "ruler")
        self.trust = self._link(self.tr("Signers and revoked…"), self._trust, "shield")
        self.again = self._link(self.tr("Look after a change…"), self._again, "history")
        self.install = self._button(self.tr("Install…"), self._install, "download")
        self.use = self._button(self.tr("Use this version…"), self._use, "history")
        self.export = self._button(self.tr("Export…"), self._export, "upload")
        self.remove = self._button(self.tr("Remove…"), self._remove, "trash-2")
        self._arrange()
        self.work.busy_changed.connect(self._enable)
        self.work.run(self.tr("Looking"), lambda _context: _known(app), self._show)

    @property
    def chosen(self) -> Entry | None:
        """The version that is chosen in the list."""
        item = self.list.currentItem()
        row = self.list.indexOfTopLevelItem(item) if item else -1
        return self._entries[row] if 0 <= row < len(self._entries) else None

    def _make_list(self) -> QTreeWidget:
        made = QTreeWidget()
        made.setHeaderLabels([self.tr("Model"), self.tr("Version"), self.tr("State")])
        made.setRootIsDecorated(False)
        made.setAllColumnsShowFocus(True)
        made.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        made.setAccessibleName(self.tr("Models"))
        made.setMinimumHeight(theme.unit(17))
        made.header().setStretchLastSection(False)
        made.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        made.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        made.currentItemChanged.connect(lambda *_: self._choose())
        return made

    def _button(self, words: str, doing: Callable[[], None], icon: str) -> QPushButton:
        made = fields.button(words, "", icon)
        made.clicked.connect(doing)
        return made

    def _link(self, words: str, doing: Callable[[], None], icon: str) -> QPushButton:
        made = fields.button(words, "quiet", icon)
        made.clicked.connect(doing)
        return made

    def _arrange(self) -> None:
        parts = QSplitter(Qt.Orientation.Vertical)
        parts.setChildrenCollapsible(False)
        parts.addWidget(self.list)
        parts.addWidget(self.details)
        parts.setStretchFactor(0, 2)
        parts.setStretchFactor(1, 5)
        for place, made in enumerate((self.install, self.use, self.export, self.remove)):
            self._buttons.insertWidget(place, made)
        self.body.addWidget(parts, 1)
        further = QWidget()
        row = FlowLayout(further, gap=theme.unit())
        for made in (self.check, self.thresholds, self.trust, self.again):
            row.addWidget(made)
        self.body.addWidget(further)
        self.body.addWidget(self.work)
        self.add_close(self.tr("Close"))
        self.setMinimumHeight(theme.unit(64))
        self.resize(theme.unit(100), theme.unit(84))
        self._enable()

    def _show(self, known: Known) -> None:
        entries, self._own = known
        before = self.chosen
        wanted = (
            self._wanted if self._wanted[0] else (before.name, before.version) if before else ()
        )
        self._wanted = ("", "")
        self._entries = entries
        self.list.clear()
        for entry in entries:
            states = labels.listed(labels.label(f"model.{state}") for state in entry.states)
            item = QTreeWidgetItem([entry.name, entry.version, states])
            item.setSizeHint(0, QSize(0, theme.unit(4)))
            if entry.revoked or entry.error is not None:
                item.setForeground(2, theme.tone("danger"))
            elif entry.on_trial:
                item.setForeground(2, theme.tone("warning"))
            self.list.addTopLevelItem(item)
            if (entry.name, entry.version) == wanted or self.list.currentItem() is None:
                self.list.setCurrentItem(item)
        self._choose()

    def _choose(self) -> None:
        self.details.show_entry(self.chosen, self._own)
        self._enable()

    def _check(self) -> None:
        entry = self.chosen
        CheckDialog(self._app, self, model=entry.name if entry else "").exec()

    def _thresholds(self) -> None:
        dialog = ThresholdsDialog(self._app, self)
        dialog.exec()
        self._do(self.tr("Looking"), lambda: None)

    def _trust(self) -> None:
        TrustDialog(self._app, self).exec()
        self._do(self.tr("Looking"), lambda: None)

    def _again(self) -> None:
        SentinelDialog(self._app, self).exec()

    def _install(self) -> None:
        kind = self.tr("Model packages ({pattern})").format(pattern=f"*{model_packs.SUFFIX}")
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Install a model"), "", kind)
        if not name:
            return
        dialog = InstallDialog(self._app, Path(name), self)
        dialog.exec()
        if dialog.installed is not None:
            manifest = dialog.installed.manifest
            self._wanted = (manifest.name, manifest.version)
            self._do(self.tr("Looking"), lambda: None)

    def _use(self) -> None:
        entry = self.chosen
        if entry is None:
            return
        version = model_list.SHIPPED if entry.shipped else entry.version
        warning = self.tr("New films are screened with it; results that are there stay.")
        if not entry.shipped and entry.on_trial:
            trial = self.tr("It is on trial: until it was validated here, its films sort first.")
            warning = f"{warning} {trial}"
        asked = self.tr("Use {name} {version}?").format(name=entry.name, version=entry.version)
        if self._is_sure(asked, warning, self.tr("Use")):
            self._do(self.tr("Switching"), lambda: model_list.use(self._app, entry.name, version))

    def _export(self) -> None:
        entry = self.chosen
        if entry is None:
            return
        suggested = f"{entry.name}-{entry.version}{model_packs.SUFFIX}"
        kind = self.tr("Model packages ({pattern})").format(pattern=f"*{model_packs.SUFFIX}")
        name, _ = QFileDialog.getSaveFileName(self, self.tr("Export a model"), suggested, kind)
        if name:
            self.work.run(
                self.tr("Writing"),
                lambda _context: model_trust.export(
                    self._app, entry.name, entry.version, Path(name)
                ),
                self._written,
            )

    def _written(self, written: model_trust.Written) -> None:
        words = self.tr("Written. Tell the receiver your site's fingerprint by telephone: {text}")
        self.work.tell(words.format(text=written.fingerprint), "good")

    def _remove(self) -> None:
        entry = self.chosen
        if entry is None:
            return
        asked = self.tr("Remove {name} {version}?").format(name=entry.name, version=entry.version)
        words = self.tr("Results made with it stay. To use it again it has to be installed again.")
        if self._is_sure(asked, words, self.tr("Remove")):
            self._do(
                self.tr("Removing"),
                lambda: model_list.remove(self._app, entry.name, entry.version),
            )

    def _do(self, title: str, work: Callable[[], None]) -> None:
        def done() -> Known:
            work()
            return _known(self._app)

        self.work.run(title, lambda _context: done(), self._done)

    def _done(self, known: Known) -> None:
        self._show(known)
        self.changed.emit()

    def _is_sure(self, question: str, words: str, yes: str) -> bool:
        asked = QMessageBox(self)
        asked.setIcon(QMessageBox.Icon.NoIcon)
        asked.setWindowTitle(self.tr("Models"))
        asked.setText(question)
        asked.setInformativeText(words)
        go = asked.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
        keep = asked.addButton(self.tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
        asked.setDefaultButton(keep)
        asked.exec()
        return asked.clickedButton() is go

    def _enable(self) -> None:
        for button in (self.check, self.thresholds, self.trust, self.again):
            button.setEnabled(not self.work.busy)
        entry, idle = self.chosen, not self.work.busy
        role = self._app.access.role
        allowed = role is not None and may(role, Action.INSTALL_MODEL)
        usable = entry is not None and entry.error is None
        for button, possible in (
            (self.install, True),
            (self.use, usable and entry is not None and not entry.in_use),
            (self.export, usable),
            (self.remove, entry is not None and not entry.shipped),
        ):
            button.setEnabled(allowed and idle and possible)
            who = labels.listed(
                labels.label(f"role.{one.value}") for one in Role if may(one, Action.INSTALL_MODEL)
            )
            button.setToolTip("" if allowed else self.tr("Only: {who}").format(who=who))


def _known(app: Application) -> Known:
    return model_list.listed(app), site_thresholds.listed(app)
