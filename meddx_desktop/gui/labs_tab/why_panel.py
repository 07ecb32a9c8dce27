"""Why this flag? Range, conversion, change and doubts of the row, and what can be done about it."""

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from meddx_desktop.core.domain.case import Case
from meddx_desktop.core.domain.lab_record import TYPED
from meddx_desktop.core.operations.labs import Explanation
from meddx_desktop.gui import labels, theme
from meddx_desktop.gui.labs_tab import flag_marks
from meddx_desktop.gui.labs_tab.board import UNIT, WHICH, Row
from meddx_desktop.gui.labs_tab.why_words import WhyWords
from meddx_desktop.gui.widgets import fields
from meddx_desktop.gui.widgets.flow_layout import FlowLayout

LEAVE_OUT, UNDO, EDIT = "leave_out", "undo", "edit"
"""What can be done about a row, beside `WHICH` and `UNIT`."""
_GRAVE = ("lab_repeat_potassium_now", "lab_impossible", "lab_impossible_unit", "lab_negative")


class Page(QWidget):
    """As high as its words need at its width: an area that scrolls does not ask for that."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words that break need another height at another width."""
        super().resizeEvent(event)
        self._grow()

    def event(self, event: QEvent) -> bool:
        """The style sheet may change the letters after the words were set."""
        done = super().event(event)
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Show):
            QTimer.singleShot(0, self, self._grow)
        return done

    def _grow(self) -> None:
        layout = self.layout()
        if layout is not None:
            needed = max(layout.totalHeightForWidth(self.width()), 0)
            if needed != self.minimumHeight():
                self.setMinimumHeight(needed)


class WhyPanel(QScrollArea):
    """Built anew for each row; empty until one is chosen."""

    wanted = Signal(str)
    """One of `WHICH`, `UNIT`, `LEAVE_OUT`, `UNDO`, `EDIT`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Why this flag?"))
        self.words = ""
        self.buttons: dict[str, QPushButton] = {}
        self.clear()

    def clear(self) -> None:
        """No row is chosen."""
        self._begin()
        self.words = self.tr("Choose a result to see why it is flagged.")
        self._column.addWidget(fields.text(self.words, "muted", wrap=True))
        self._column.addStretch(1)

    def show_row(
        self, row: Row, why: Explanation, case: Case, *, may_edit: bool, may_decide: bool
    ) -> None:
        """Everything about one row."""
        self._begin()
        head = fields.text(row.name, "strong", wrap=True)
        self._column.addWidget(head)
        for mark in flag_marks.of_row(row):
            made = (
                fields.sign(mark.icon, mark.word, mark.tone)
                if mark.icon
                else fields.text(mark.word, "muted")
            )
            self._column.addWidget(made)
        for caution in row.one.cautions:
            tone = "danger" if caution.code in _GRAVE else "warning"
            icon = "triangle-alert"
            if caution not in row.loud:
                tone, icon = "text", "info"
            self._column.addWidget(fields.sign(icon, labels.reason(caution), tone))
        self._add_actions(row, may_edit=may_edit, may_decide=may_decide)
        lines = WhyWords().lines(row, why, case)
        self._column.addLayout(self._grid(lines))
        self._column.addStretch(1)
        self.words = "\n".join(
            [
                row.name,
                *(mark.word for mark in flag_marks.of_row(row)),
                *(labels.reason(one) for one in row.one.cautions),
                *(f"{caption}: {words}" for caption, words in lines),
            ]
        )

    def _begin(self) -> None:
        inner = Page()
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(theme.unit(2), theme.unit(), theme.unit(), theme.unit())
        self._column.setSpacing(theme.unit())
        self.buttons = {}
        self.setWidget(inner)

    def _grid(self, lines: list[tuple[str, str]]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.unit(2))
        grid.setVerticalSpacing(theme.unit(0.75))
        grid.setColumnStretch(1, 1)
        top = Qt.AlignmentFlag.AlignTop
        for place, (caption, words) in enumerate(lines):
            grid.addWidget(fields.text(caption, "small"), place, 0, top)
            said: QLabel = fields.text(words, "small", wrap=True, tone="text")
            said.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse
                | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
            said.setAccessibleName(f"{caption}: {words}")
            grid.addWidget(said, place, 1, top)
        return grid

    def _add_actions(self, row: Row, *, may_edit: bool, may_decide: bool) -> None:
        if not may_edit:
            return
        area = QWidget()
        flow = FlowLayout(area, gap=theme.unit())
        for what, words in self.offered(row):
            made = fields.button(words, "primary" if what == row.asks else "")
            if what == LEAVE_OUT or (what == UNDO and row.line.is_excluded):
                made.setEnabled(may_decide)
                made.setToolTip(
                    ""
                    if may_decide
                    else self.tr("Only: {who}").format(who=labels.label("role.clinician"))
                )
            made.clicked.connect(lambda _on=False, what=what: self.wanted.emit(what))
            flow.addWidget(made)
            self.buttons[what] = made
        self._column.addWidget(area)

    def offered(self, row: Row) -> list[tuple[str, str]]:
        """What can be done about a row: its code and its words."""
        if row.line.source == TYPED:
            which = [(WHICH, self.tr("Choose the test…"))] if row.asks == WHICH else []
            return [*which, (EDIT, self.tr("Change the typed line"))]
        if row.line.is_excluded:
            return [(UNDO, self.tr("Use it again"))]
        made = []
        if row.line.stands and not row.is_cancelled:
            known = not row.one.analyte or row.asks == WHICH
            if known or (row.line.decision and row.line.decision.analyte):
                made.append((WHICH, self.tr("Choose the test…")))
            if row.asks == UNIT or (row.line.decision and row.line.decision.unit):
                made.append((UNIT, self.tr("State the unit…")))
            made.append((LEAVE_OUT, self.tr("Leave out…")))
        decided = row.line.decision
        if decided is not None and (decided.analyte or decided.unit):
            made.append((UNDO, self.tr("Take back what was stated")))
        return made
