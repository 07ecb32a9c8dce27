"""Critical results: keep what was found, and who was told of it."""

from PySide6.QtWidgets import QComboBox, QWidget

from meddx_desktop.core.domain.case import Case
from meddx_desktop.core.domain.review import CriticalResult
from meddx_desktop.gui import labels, theme, whose
from meddx_desktop.gui.dialogs.frame import Dialog
from meddx_desktop.gui.dialogs.late_fields import LateFields
from meddx_desktop.gui.dialogs.written import WrittenDialog
from meddx_desktop.gui.widgets import fields


class CriticalDialog(WrittenDialog):
    """What was found that somebody must hear of now."""

    def __init__(self, case: Case, parent: QWidget | None = None) -> None:
        super().__init__("", "critical_empty", parent)
        self.setWindowTitle(self.tr("Critical result"))
        self.body.addWidget(whose.head(case))
        self.ask(self.tr("What was found that somebody must hear of now?"))
        hint = self.tr("The case stays open until somebody was told and read it back.")
        if case.is_signed:
            hint = self.tr(
                "The case stays signed. It stands at the top of the list until somebody was told"
                " and read it back."
            )
        self.body.addWidget(fields.text(hint, "small", wrap=True))
        self.paper = LateFields(optional=True)
        self.paper.changed.connect(self.grow)
        self.body.addWidget(self.paper)
        self.add_accept(self.tr("Keep"), self.tr("Cancel"))


class NotCriticalDialog(WrittenDialog):
    """Why a result that the laboratory raised is none that somebody must hear of."""

    def __init__(self, case: Case, critical: CriticalResult, parent: QWidget | None = None) -> None:
        super().__init__("", "not_critical_why_missing", parent)
        self.setWindowTitle(self.tr("Not critical"))
        self.body.addWidget(whose.head(case))
        self.body.addWidget(fields.sign("siren", critical.what, "danger", role="strong"))
        self.ask(self.tr("Why does nobody need to be told of this result?"))
        hint = self.tr("The reason stays in the case, with your name.")
        self.body.addWidget(fields.text(hint, "small", wrap=True))
        self.add_accept(self.tr("Keep"), self.tr("Cancel"))


class ToldDialog(Dialog):
    """Who was told, and whether it was read back."""

    def __init__(self, case: Case, critical: CriticalResult, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setWindowTitle(self.tr("Somebody was told"))
        self.body.addWidget(whose.head(case))
        self.body.addWidget(fields.sign("siren", critical.what, "danger", role="strong"))
        question = fields.text(self.tr("Who was told? Name, and ward or number."))
        self.whom = fields.LineEdit()
        self.whom.setAccessibleName(question.text())
        question.setBuddy(self.whom)
        self.read_back = QComboBox()
        for words in (self.tr("Not read back"), self.tr("Read back, and it was right")):
            self.read_back.addItem(words)
        self.read_back.setAccessibleName(self.tr("Whether it was read back"))
        self._problem = fields.text("", wrap=True, tone="danger")
        self._problem.hide()
        hint = self.tr("Without reading back the result stays open: tell it again.")
        for part in (question, self.whom, self.read_back, fields.text(hint, "small", wrap=True)):
            self.body.addWidget(part)
        self.paper = LateFields(optional=True)
        self.paper.changed.connect(self.grow)
        self.body.addWidget(self.paper)
        self.body.addWidget(self._problem)
        self.add_accept(self.tr("Keep"), self.tr("Cancel"))
        self.setMinimumWidth(theme.unit(56))
        self.whom.setFocus()

    @property
    def was_read_back(self) -> bool:
        """Whether the one who was told said it back."""
        return self.read_back.currentIndex() == 1

    def accept(self) -> None:
        """Close only with a name."""
        if not self.whom.text().strip():
            self.whom.set_invalid(labels.sentence("told_whom_missing"))
            self._problem.setText(labels.sentence("told_whom_missing"))
            self._problem.show()
            self.grow()
            self.whom.setFocus()
            return
        super().accept()
