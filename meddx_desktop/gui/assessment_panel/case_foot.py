"""How far the case is, and the one next step: the end of the assessment panel."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from meddx_desktop.core.domain.case import Case, CaseState
from meddx_desktop.gui import icons, labels, review_steps, theme
from meddx_desktop.gui.assessment_panel.parts import Foot
from meddx_desktop.gui.case_session import CaseSession
from meddx_desktop.gui.widgets import fields, marks

_ICONS = {
    review_steps.SIGN: "signature",
    review_steps.FINISH: "signature",
    review_steps.ADDENDUM: "plus",
    review_steps.SECOND: "users",
    review_steps.TAKE_BACK: "undo-2",
    review_steps.CRITICAL: "siren",
    review_steps.REOPEN: "pencil",
    review_steps.TOLD: "phone",
    review_steps.FOLLOW_UP: "clock",
    review_steps.LATE: "clipboard-list",
}
_DROP = 2
"""As in `fields.sign`: the icon stands on the letters."""


class CaseFoot(QFrame):
    """State, what keeps from the next step, the step itself, and a menu with the others."""

    wanted = Signal(str)
    """A step of `review_steps`."""

    def __init__(self, session: CaseSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "footer")
        self._session = session
        self._step = ""
        self._room, self._is_tight = theme.unit(12), False
        self._state_icon = fields.icon_label("eye")
        self._state_icon.setFixedHeight(QFontMetrics(theme.font()).height())
        self._state_icon.setContentsMargins(0, _DROP, 0, 0)
        self._state = fields.text("", "strong", wrap=True)
        self._state.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.why = fields.text("", "small", wrap=True)
        self.why.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.primary = fields.button("", "primary")
        self.primary.clicked.connect(lambda: self.wanted.emit(self._step))
        self.more: QToolButton = fields.tool("ellipsis", self.tr("More for this case"))
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu = QMenu(self.more)
        self.menu.setToolTipsVisible(True)
        self.more.setMenu(self.menu)
        self.more.setProperty("kind", "plain-menu")
        self._arrange()
        session.case_opened.connect(self.refresh)
        session.case_changed.connect(self.refresh)
        self.refresh()

    def _arrange(self) -> None:
        state = QHBoxLayout()
        state.setSpacing(theme.unit())
        state.addWidget(self._state_icon, 0, Qt.AlignmentFlag.AlignTop)
        state.addWidget(self._state, 1)
        row = QHBoxLayout()
        row.setSpacing(theme.unit())
        row.addWidget(self.primary, 1)
        row.addWidget(self.more)
        said = QWidget()
        lines = QVBoxLayout(said)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(theme.unit(0.5))
        lines.addLayout(state)
        lines.addWidget(self.why)
        self._said = Foot(said, "caseStateArea")
        self._said.needs_fit.connect(lambda: self.fit(self._room, is_tight=self._is_tight))
        self._said.show()
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.unit(2), theme.unit(), theme.unit(2), theme.unit(1.5))
        column.setSpacing(theme.unit(0.75))
        column.addWidget(self._said)
        column.addLayout(row)

    def fit(self, room: int, *, is_tight: bool = False) -> None:
        """The words take at most `room` pixels and scroll beyond; the buttons always stand.

        Where it is tight a hint gives way; what keeps from the next step is always said.
        """
        self._room, self._is_tight = room, is_tight
        self._show_why()
        self._said.fit(room)
        self._said.setMinimumHeight(theme.unit(3))
        self._said.updateGeometry()

    def refresh(self) -> None:
        """Say where the open case stands."""
        case, step = self._session.case, review_steps.next_step(self._session)
        if case is None or step is None:
            return
        self._step = step.name
        mark = marks.of_state(case.state)
        self._state_icon.setPixmap(icons.pixmap(mark.icon, mark.tone, theme.unit(2)))
        self._state.setText(self._state_words(case, mark.word))
        self.why.setText(step.why or step.hint)
        self.primary.setText(step.words)
        self.primary.setIcon(icons.icon(_ICONS[step.name], "muted" if step.why else "on_accent"))
        self.primary.setIconSize(QSize(theme.unit(2), theme.unit(2)))
        self.primary.setEnabled(not step.why)
        self.primary.setToolTip(step.why or step.hint)
        self._show_why()
        self._fill_menu()

    def _show_why(self) -> None:
        is_hint = self.primary.isEnabled()
        self.why.setHidden(not self.why.text() or (self._is_tight and is_hint))

    def _state_words(self, case: Case, word: str) -> str:
        waiting = case.state is CaseState.AWAITING_SECOND_READER
        if not waiting:
            return word
        return self.tr("{state}: asked for by {who}").format(state=word, who=case.first_reader)

    def _fill_menu(self) -> None:
        self.menu.clear()
        for step in review_steps.others(self._session):
            action = self.menu.addAction(icons.icon(_ICONS[step.name]), step.words)
            action.setEnabled(not step.why)
            action.setToolTip(step.why)
            action.triggered.connect(lambda _on=False, name=step.name: self.wanted.emit(name))

    def texts(self) -> str:
        """All that is said, for who reads it aloud."""
        return labels.listed(filter(None, (self._state.text(), self.why.text())))
