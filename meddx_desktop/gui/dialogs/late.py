"""Saying of the open case what was on paper first, when it was, and whom the sheet names."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QComboBox, QFormLayout, QPlainTextEdit, QWidget

from meddx_desktop.core.domain.case import Case
from meddx_desktop.core.errors import MedDxError
from meddx_desktop.core.operations import late
from meddx_desktop.core.operations.late import PARTS, LatePart
from meddx_desktop.gui import labels, theme, whose
from meddx_desktop.gui.case_session import CaseSession
from meddx_desktop.gui.dialogs.frame import Dialog
from meddx_desktop.gui.dialogs.late_fields import LateFields
from meddx_desktop.gui.widgets import fields

_LINES = 3


class LateDialog(Dialog):
    """Each part is kept when the button is pressed; the window stays open for another."""

    def __init__(self, session: CaseSession, case: Case, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setWindowTitle(self.tr("Entered from paper"))
        self._session, self._case_id = session, case.case_id
        self.part = QComboBox()
        self.fields = LateFields(optional=False)
        self.reading = QPlainTextEdit()
        self.add = fields.button(self.tr("Keep"), "primary", "plus")
        self.problem = fields.text("", wrap=True, tone="danger")
        self.problem.hide()
        self.kept = fields.text("", wrap=True)
        self._arrange(case)
        self.part.currentIndexChanged.connect(lambda _place: self._settle())
        self.add.clicked.connect(self.keep)
        self.add_close(self.tr("Close"))
        self.setMinimumWidth(theme.unit(68))
        self._settle()
        self._show(case)
        self.part.setFocus()

    @property
    def chosen(self) -> LatePart:
        """The part that is spoken of."""
        return LatePart(self.part.currentData())

    def keep(self) -> None:
        """Keep it; what can't be kept says why."""
        said = self.fields.late
        if said is None:
            return
        try:
            case = late.state(
                self._session.app,
                self._case_id,
                self.chosen,
                said,
                words=self.reading.toPlainText(),
            )
        except MedDxError as error:
            self.problem.setText(labels.error(error))
            self.problem.show()
            self.grow()
            return
        self.problem.hide()
        self.reading.clear()
        self._session.refresh(case.case_id)
        self._show(case)

    def _arrange(self, case: Case) -> None:
        self.body.addWidget(whose.head(case))
        hint = self.tr(
            "Enter vital signs and note as always, then say here when it was. The report shows"
            " both times. Results have their own time in the table; a critical result is asked"
            " for it when it is entered."
        )
        self.body.addWidget(fields.text(hint, "small", wrap=True))
        for one in PARTS:
            self.part.addItem(labels.label(f"late.{one.value}"), one.value)
        line = QFontMetrics(theme.font()).lineSpacing()
        self.reading.setFixedHeight(_LINES * line + theme.unit(4))
        self.reading.setTabChangesFocus(True)
        self.reading.setProperty("role", "field")
        form = QFormLayout()
        form.setHorizontalSpacing(theme.unit(2))
        form.setVerticalSpacing(theme.unit())
        what, said = self.tr("What was on paper"), self.tr("What the sheet says of the film")
        form.addRow(what, self.part)
        self.part.setAccessibleName(what)
        self.reading.setAccessibleName(said)
        self._question = fields.text(said)
        self._question.setBuddy(self.reading)
        self.body.addLayout(form)
        for part in (self.fields, self._question, self.reading, self.problem):
            self.body.addWidget(part)
        self.body.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(fields.rule())
        self.body.addWidget(self.kept)

    def _settle(self) -> None:
        is_reading = self.chosen is LatePart.READING
        self._question.setVisible(is_reading)
        self.reading.setVisible(is_reading)
        self.grow()

    def _show(self, case: Case) -> None:
        """What was said already, with both times."""
        lines = [
            self.tr("{what}: {happened}, {who}; entered {entered} by {by}").format(
                what=labels.label(f"late.{one.part.value}"),
                happened=labels.when(one.happened),
                who=labels.plain(one.who) or "–",
                entered=labels.when(one.at) if one.at else "–",
                by=labels.plain(one.by),
            )
            for one in case.late_entries
        ]
        self.kept.setText("\n".join(lines) or self.tr("Nothing was entered from paper yet."))
        self.grow()
