"""The course of one or several tests, large: zoom, values at the cursor, a picture to keep."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QMessageBox,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from meddx_desktop.core.domain.people import Action, Role, may
from meddx_desktop.core.errors import MedDxError
from meddx_desktop.core.operations import labs_paper
from meddx_desktop.gui import labels, theme
from meddx_desktop.gui.case_session import CaseSession
from meddx_desktop.gui.dialogs.frame import Dialog
from meddx_desktop.gui.labs_tab import identity
from meddx_desktop.gui.labs_tab.board import Row
from meddx_desktop.gui.labs_tab.trend_chart import TrendChart
from meddx_desktop.gui.labs_tab.trend_series import MOST, series_of
from meddx_desktop.gui.widgets import fields

_ROW = Qt.ItemDataRole.UserRole


class TrendDialog(Dialog):
    """Tests to choose on the left, their charts below each other on the right."""

    def __init__(
        self,
        session: CaseSession,
        rows: Sequence[Row],
        chosen: Sequence[Row],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(self.tr("Course of results"), parent)
        self._session = session
        self._case_id = session.case_id
        self._patient = identity.line(session.case.patient) if session.case else ""
        self.chart = TrendChart()
        self.tests = QListWidget()
        self.tests.setAccessibleName(self.tr("Tests"))
        self.readout = fields.text("", wrap=True)
        self.told = fields.text("", "small", wrap=True)
        self.save = fields.button(self.tr("Save picture…"), "", "save")
        self._fill(rows, chosen)
        self._arrange()
        self._allow()
        self.tests.itemChanged.connect(lambda _item: self._show())
        self.chart.pointed.connect(self._read_out)
        self._show()
        self.resize(theme.unit(130), theme.unit(86))
        self.chart.setFocus()

    @property
    def picked(self) -> list[Row]:
        """The rows whose tests are ticked."""
        items = [self.tests.item(place) for place in range(self.tests.count())]
        return [one.data(_ROW) for one in items if one.checkState() == Qt.CheckState.Checked]

    def _fill(self, rows: Sequence[Row], chosen: Sequence[Row]) -> None:
        seen: set[tuple[str, str]] = set()
        first = {row.name for row in chosen}
        for row in sorted(rows, key=lambda row: (row.name not in first, row.name.casefold())):
            unit = row.one.quantity.unit if row.one.quantity else ""
            if not row.history or (row.name, unit) in seen:
                continue
            seen.add((row.name, unit))
            item = QListWidgetItem(f"{row.name} ({len(row.history)})")
            item.setData(_ROW, row)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            on = row.name in first and len(self.picked) < MOST
            item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
            self.tests.addItem(item)

    def _arrange(self) -> None:
        self.body.addWidget(fields.text(self._patient, "muted"))
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(self.chart)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.tests.setFixedWidth(theme.unit(32))
        row = QHBoxLayout()
        row.setSpacing(theme.unit(2))
        row.addWidget(self.tests)
        column = QVBoxLayout()
        column.setSpacing(theme.unit())
        column.addWidget(area, 1)
        column.addWidget(self.readout)
        row.addLayout(column, 1)
        self.body.addLayout(row, 1)
        for icon, words, key, does in self._tools():
            made = fields.tool(icon, words, key)
            made.clicked.connect(lambda _on=False, does=does: does())
            self._buttons.insertWidget(self._buttons.count() - 1, made)
        self._buttons.insertWidget(self._buttons.count() - 1, self.told)
        self._buttons.addWidget(self.save)
        self.save.clicked.connect(self._ask_and_save)
        self.add_close(self.tr("Close"))

    def _tools(self) -> list[tuple[str, str, str, Callable[[], None]]]:
        return [
            ("zoom-in", self.tr("Fewer days"), "+", lambda: self.chart.zoom(0.8)),
            ("zoom-out", self.tr("More days"), "-", lambda: self.chart.zoom(1.25)),
            ("maximize", self.tr("All days"), "0", self.chart.see_all),
        ]

    def _show(self) -> None:
        series = series_of(self.picked)
        names = labels.listed(one.name for one in series)
        self.chart.show_series(names, series)
        self.save.setEnabled(bool(series) and self._may_save)
        if not series:
            self.readout.setText(
                self.tr("Choose tests on the left, {most} at most.").format(most=MOST)
            )

    def _read_out(self, words: str) -> None:
        hint = self.tr(
            "Point at a value or use the arrow keys. Wheel, + and − zoom; drag moves. "
            "▽ lies below the number shown, △ above it."
        )
        self.readout.setText(words or hint)

    @property
    def _may_save(self) -> bool:
        return self._session.may(Action.EXPORT)

    def _allow(self) -> None:
        if not self._may_save:
            who = labels.listed(
                labels.label(f"role.{one.value}") for one in Role if may(one, Action.EXPORT)
            )
            self.save.setToolTip(self.tr("Only: {who}").format(who=who))

    def _ask_and_save(self) -> None:
        if not self._is_sure():
            return
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save picture"), "course.png", "PNG (*.png)"
        )
        if name:
            target = Path(name)
            self.write(target if target.suffix else target.with_suffix(".png"))

    def write(self, target: Path) -> None:
        """Write the picture, with the patient's name on it."""
        try:
            labs_paper.save_picture(self._session.app, self._case_id, target, self.png())
        except MedDxError as error:
            self._tell(labels.error(error), "danger")
            return
        self._tell(self.tr("Written to {file}").format(file=target), "good")

    def png(self) -> bytes:
        """The chart on white, headed by whose it is."""
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        made = self.chart.picture_of(self._patient, labels.safety("support"))
        made.save(buffer, "PNG")  # type: ignore[call-overload]
        return bytes(buffer.data().data())

    def _tell(self, words: str, tone: str) -> None:
        self.told.setText(words)
        fields.set_property(self.told, "tone", tone)

    def _is_sure(self) -> bool:
        asked = QMessageBox(self)
        asked.setIcon(QMessageBox.Icon.NoIcon)
        asked.setWindowTitle(self.windowTitle())
        asked.setText(self.tr("Save a plain copy?"))
        asked.setInformativeText(
            self.tr(
                "The picture is not encrypted and names the patient: whoever gets it can read it. "
                "The audit trail tells that you wrote it."
            )
        )
        go = asked.addButton(self.tr("Choose a place…"), QMessageBox.ButtonRole.AcceptRole)
        keep = asked.addButton(self.tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
        asked.setDefaultButton(keep)
        asked.exec()
        return asked.clickedButton() is go
