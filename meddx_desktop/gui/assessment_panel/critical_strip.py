"""Critical results that nobody has read back yet: the one red place of the panel."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from meddx_desktop.core.domain.people import Action
from meddx_desktop.core.domain.review import CriticalResult, Told
from meddx_desktop.gui import labels, theme
from meddx_desktop.gui.case_session import CaseSession
from meddx_desktop.gui.widgets import fields, marks


class CriticalStrip(QFrame):
    """What was found, who was told, and the button for the next call."""

    told = Signal(int)
    """The number of the critical result that somebody is told of."""
    none = Signal(int)
    """The number of one that the laboratory raised, and that need not be told."""

    def __init__(self, session: CaseSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "notice")
        self.setProperty("tone", "danger")
        self._session = session
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(theme.unit(2), theme.unit(), theme.unit(2), theme.unit())
        self._column.setSpacing(theme.unit())
        session.case_opened.connect(self.refresh)
        session.case_changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show what is open now."""
        while (item := self._column.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        case = self._session.case
        open_ = [] if case is None else [c for c in enumerate(case.criticals) if c[1].is_open]
        if open_:
            title = self.tr("Critical result: tell somebody now")
            icon = marks.of_critical().icon
            self._column.addWidget(fields.sign(icon, title, "danger", role="strong"))
        for number, critical in open_:
            self._column.addWidget(self._one(number, critical))

    def _one(self, number: int, critical: CriticalResult) -> QWidget:
        """What was found, largest; that somebody must be told is said once above all of them."""
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.unit(0.5))
        column.addWidget(fields.text(critical.what, "strong", wrap=True))
        pattern = self.tr("Raised by {who}, {time}")
        if critical.line:
            pattern = self.tr("In the laboratory results of this case; {who}, {time}")
        raised = pattern.format(who=critical.by, time=labels.when(critical.at))
        column.addWidget(fields.text(raised, "small", wrap=True))
        for call in critical.told:
            column.addWidget(fields.text(call_words(call), "small", wrap=True))
        row = QHBoxLayout()
        button = fields.button(self.tr("Told…"), "decision", "phone")
        button.setAccessibleName(self.tr("Told of: {what}").format(what=critical.what))
        button.setEnabled(self._session.may(Action.EDIT_CASE))
        if not button.isEnabled():
            button.setToolTip(self.tr("Your role reads here."))
        button.clicked.connect(lambda: self.told.emit(number))
        row.addWidget(button)
        if critical.line:
            row.addWidget(self._none(number, critical))
        row.addStretch(1)
        column.addLayout(row)
        return made

    def _none(self, number: int, critical: CriticalResult) -> QWidget:
        """What the program raised, a clinician may say is none; a person's word is told."""
        button = fields.button(self.tr("Not critical…"), "decision")
        button.setAccessibleName(self.tr("Not critical: {what}").format(what=critical.what))
        button.setEnabled(self._session.may(Action.SIGN_CASE))
        if not button.isEnabled():
            button.setToolTip(self.tr("A clinician says so."))
        button.clicked.connect(lambda: self.none.emit(number))
        return button


def call_words(call: Told) -> str:
    """Who was told, by whom, when, and whether it was read back."""
    return _Words().call(call)


class _Words(QWidget):
    """The collector of texts looks for `tr` in classes."""

    def call(self, call: Told) -> str:
        """One line of the record."""
        pattern = (
            self.tr("{whom} read it back; told by {who}, {time}")
            if call.read_back
            else self.tr("{whom} was told by {who}, {time}; not read back")
        )
        return pattern.format(whom=call.whom, who=call.by, time=labels.when(call.at))
