"""Choosing against a check: what stands against it, and the reason that is kept."""

from PySide6.QtWidgets import QWidget

from meddx_desktop.core.domain.treatment import Choice
from meddx_desktop.core.domain.treatment_record import LONGEST_REASON
from meddx_desktop.core.operations import treatment_records
from meddx_desktop.gui import labels, theme
from meddx_desktop.gui.dialogs.written import WrittenDialog
from meddx_desktop.gui.treatment import told
from meddx_desktop.gui.widgets import fields


class AgainstDialog(WrittenDialog):
    """No way on without a reason; Enter means not to."""

    def __init__(self, choice: Choice, parent: QWidget | None = None) -> None:
        super().__init__("", "treatment_reason_missing", parent)
        self.setWindowTitle(self.tr("Chosen against a check"))
        self.body.addWidget(fields.text(told.title(choice.title), "large", wrap=True))
        for one in treatment_records.grave(choice):
            mark = told.severity(one.severity)
            self.body.addWidget(fields.sign(mark.icon, told.finding(one), mark.tone, role="strong"))
            self.body.addWidget(fields.text(told.title(one.reason), wrap=True))
        self.ask(self.tr("Why do you choose it all the same? It is kept with your name."))
        self.page.textChanged.connect(self._hold)
        self.body.addWidget(fields.sign("info", labels.safety("dose"), "warning"))
        words = self.tr("Choose against the check")
        self.add_accept(words, self.tr("Cancel"), unsettled=True)
        self.page.setFocus()
        self.setMinimumWidth(theme.unit(72))

    def _hold(self) -> None:
        """No more than can be kept."""
        text = self.page.toPlainText()
        if len(text) > LONGEST_REASON:
            self.problem.setText(
                labels.sentence("treatment_reason_long", {"limit": LONGEST_REASON})
            )
            self.problem.show()

    def accept(self) -> None:
        """Only with a reason that can be kept."""
        if len(self.words) > LONGEST_REASON:
            self._hold()
            return
        super().accept()
