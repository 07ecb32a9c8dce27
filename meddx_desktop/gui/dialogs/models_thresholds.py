"""Thresholds of this site: which hold, which wait or have lapsed, and how common a finding is."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QMessageBox,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from meddx_desktop.core.domain.people import Action, Role, may
from meddx_desktop.core.operations import model_list, site_thresholds
from meddx_desktop.core.operations.application import Application
from meddx_desktop.core.operations.site_thresholds import SiteThreshold, State
from meddx_desktop.gui import labels, theme
from meddx_desktop.gui.dialogs import check_model_words as words
from meddx_desktop.gui.dialogs.models_share import ShareBox
from meddx_desktop.gui.dialogs.models_thresholds_confirm import ConfirmDialog
from meddx_desktop.gui.dialogs.work import WorkDialog
from meddx_desktop.gui.widgets import fields

_TONES = {State.WAITING: "warning", State.LAPSED: "danger", State.IN_FORCE: "good"}


@dataclass(frozen=True, slots=True)
class Line:
    """One finding of one model, and perhaps a threshold of this site for it."""

    model: str
    finding: str
    version: str
    shipped: float
    own: SiteThreshold | None = None

    @property
    def place(self) -> tuple[str, str]:
        """Model and finding."""
        return self.model, self.finding


def lines(app: Application) -> tuple[Line, ...]:
    """Every finding of the models in use, and every threshold of this site, also of others."""
    kept = site_thresholds.listed(app)
    found: list[Line] = []
    for entry in model_list.listed(app):
        if not entry.in_use or entry.manifest is None:
            continue
        for label in entry.manifest.labels:
            if not label.shown:
                continue
            place = (entry.name, label.name)
            line = Line(*place, entry.version, label.threshold)
            own = [replace(line, own=one) for one in kept if one.place == place]
            found += own or [line]
    known = {line.place for line in found}
    found += [
        Line(*one.place, one.version, one.shipped, one) for one in kept if one.place not in known
    ]
    return tuple(found)


class ThresholdsDialog(WorkDialog):
    """A list, what is known of the chosen line, and what may be done about it."""

    changed = Signal()
    """Another threshold holds, or none."""

    def __init__(self, app: Application, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Thresholds of this site"), parent)
        self._app = app
        self._lines: tuple[Line, ...] = ()
        self.list = self._make_list()
        self.about = fields.text("", wrap=True)
        self.share = ShareBox(app)
        self.confirm = fields.button(self.tr("Confirm…"), "primary", "check")
        self.withdraw = fields.button(self.tr("Take back…"), "", "undo-2")
        for part in (self.list, self.about, fields.rule(), self.share, self.work):
            self.body.addWidget(part, 1 if part is self.list else 0)
        for place, button in enumerate((self.confirm, self.withdraw)):
            self._buttons.insertWidget(place, button)
        self.add_close(self.tr("Close"))
        self.confirm.clicked.connect(self._confirm)
        self.withdraw.clicked.connect(self._withdraw)
        self.share.kept.connect(self._kept)
        self.work.busy_changed.connect(self._enable)
        self.setMinimumHeight(theme.unit(58))
        self.resize(theme.unit(96), theme.unit(58))
        self._enable()
        self.reload()

    @property
    def chosen(self) -> Line | None:
        """The line that is chosen."""
        item = self.list.currentItem()
        row = self.list.indexOfTopLevelItem(item) if item else -1
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def reload(self) -> None:
        """Read the list anew."""
        self.work.run(self.tr("Looking"), lambda _context: lines(self._app), self._show)

    def _make_list(self) -> QTreeWidget:
        made = QTreeWidget()
        heads = [
            self.tr("Finding"),
            self.tr("Model"),
            self.tr("Threshold"),
            self.tr("State"),
            self.tr("Until"),
        ]
        made.setHeaderLabels(heads)
        made.setRootIsDecorated(False)
        made.setIndentation(0)
        made.setAllColumnsShowFocus(True)
        made.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        made.setAccessibleName(self.tr("Thresholds of this site"))
        made.setMinimumHeight(theme.unit(17))
        made.header().setStretchLastSection(False)
        made.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        made.header().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        made.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        made.currentItemChanged.connect(lambda *_: self._choose())
        return made

    def _show(self, found: tuple[Line, ...]) -> None:
        before = self.chosen
        self._lines = found
        self.list.clear()
        for line in found:
            own = line.own
            state = self._state(own)
            cells = [
                words.finding(line.finding),
                f"{line.model} {line.version}",
                words.points(own.threshold if own else line.shipped),
                state,
                own.until if own else "",
            ]
            item = QTreeWidgetItem(cells)
            item.setSizeHint(1, QSize(0, theme.unit(4)))  # of the column that stretches
            if own is not None:
                item.setForeground(3, theme.tone(_TONES[own.state]))
            self.list.addTopLevelItem(item)
            same = before is not None and line.place == before.place
            if same or self.list.currentItem() is None:
                self.list.setCurrentItem(item)
        self._choose()

    def _state(self, own: SiteThreshold | None) -> str:
        if own is None:
            return self.tr("the model's own")
        return words.terminal(f"threshold_state_{own.state.value}").lower()

    def _choose(self) -> None:
        line = self.chosen
        self.about.setText(self._about(line))
        self.share.show_line(line.place if line else None, line.own if line else None)
        self._enable()
        self.grow()

    def _about(self, line: Line | None) -> str:
        if line is None:
            return self.tr("No model is installed that scores films.")
        own = line.own
        if own is None:
            return self.tr(
                "The model's own threshold holds. To take one from your films: Records, Check a "
                "model here."
            )
        proof = self.tr(
            "Proven on films of {patients} patients: {found} of {positives} found ({low} to {high} "
            "%), wanted {target} %. The model's own threshold: {shipped}."
        ).format(
            patients=own.patients,
            found=own.found,
            positives=own.positives,
            low=f"{own.low * 100:.1f}",
            high=f"{own.high * 100:.1f}",
            target=f"{own.target * 100:g}",
            shipped=words.points(own.shipped),
        )
        return f"{proof} {self._history(own)}"

    def _history(self, own: SiteThreshold) -> str:
        chose = self.tr("Chosen by {who} on {day}.").format(
            who=labels.plain(own.set_by), day=own.set_on
        )
        if own.state is State.WAITING:
            return f"{chose} " + self.tr("It changes nothing until a clinician confirms it.")
        if own.confirmed_by:
            agreed = self.tr("Confirmed by {who} on {day}.").format(
                who=labels.plain(own.confirmed_by), day=own.confirmed_on
            )
            chose = f"{chose} {agreed}"
        if own.state is State.LAPSED:
            why = {
                "time": self.tr("It lapsed: its days are over. Check the model here anew."),
                "model": self.tr("It lapsed: the model was changed. Check it here anew."),
            }
            chose = f"{chose} {why.get(own.lapse, '')}"
        return chose

    def _confirm(self) -> None:
        line = self.chosen
        if line is None or line.own is None:
            return
        dialog = ConfirmDialog(self._app, line.own, self)
        dialog.exec()
        if dialog.confirmed is not None:
            self.changed.emit()
        self.reload()

    def _withdraw(self) -> None:
        line = self.chosen
        if line is None or line.own is None or not self._is_sure(line.own):
            return
        place = line.place

        def work(_context: object) -> tuple[Line, ...]:
            site_thresholds.withdraw(self._app, *place)
            return lines(self._app)

        self.work.run(self.tr("Taking back"), work, self._kept_lines)

    def _kept_lines(self, found: tuple[Line, ...]) -> None:
        self._show(found)
        self.changed.emit()

    def _kept(self) -> None:
        self.changed.emit()
        self._enable()

    def _is_sure(self, own: SiteThreshold) -> bool:
        asked = QMessageBox(self)
        asked.setIcon(QMessageBox.Icon.NoIcon)
        asked.setWindowTitle(self.windowTitle())
        asked.setText(
            self.tr("Take the threshold {threshold} back?").format(
                threshold=words.points(own.threshold)
            )
        )
        told = self.tr(
            "The model's own threshold, {shipped}, holds for new films. A model that was installed "
            "from a file is on trial again for this finding."
        )
        asked.setInformativeText(told.format(shipped=words.points(own.shipped)))
        go = asked.addButton(self.tr("Take back"), QMessageBox.ButtonRole.AcceptRole)
        keep = asked.addButton(self.tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
        asked.setDefaultButton(keep)
        asked.exec()
        return asked.clickedButton() is go

    def _enable(self) -> None:
        line, idle = self.chosen, not self.work.busy
        own = line.own if line else None
        waiting = own is not None and own.state is State.WAITING
        for button, action, possible in (
            (self.confirm, Action.CONFIRM_THRESHOLD, waiting),
            (self.withdraw, Action.SET_THRESHOLD, own is not None),
        ):
            self._allow(button, action, possible=possible and idle)

    def _allow(self, button: QPushButton, action: Action, *, possible: bool) -> None:
        role = self._app.access.role if self._app.access.is_open else None
        allowed = role is not None and may(role, action)
        button.setEnabled(allowed and possible)
        who = labels.listed(labels.label(f"role.{one.value}") for one in Role if may(one, action))
        button.setToolTip("" if allowed else self.tr("Only: {who}").format(who=who))
