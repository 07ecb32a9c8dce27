"""Taking a signed case back to review: why, said before the signature stops to hold."""

from PySide6.QtWidgets import QWidget

from meddx_desktop.core.domain.case import Case
from meddx_desktop.gui import whose
from meddx_desktop.gui.dialogs.written import WrittenDialog
from meddx_desktop.gui.widgets import fields


class ReopenDialog(WrittenDialog):
    """Nothing is taken back by one slip of the hand."""

    def __init__(self, case: Case, parent: QWidget | None = None) -> None:
        super().__init__("", "reopen_reason_missing", parent)
        self.setWindowTitle(self.tr("Reopen the case"))
        self.body.addWidget(whose.head(case))
        hint = self.tr(
            "The signature no longer holds, and reports say so. Tell whoever has the signed one."
        )
        self.body.addWidget(fields.sign("triangle-alert", hint, "warning"))
        self.ask(self.tr("Why is the case opened again? It is kept with the case."))
        self.add_accept(self.tr("Reopen"), self.tr("Cancel"))

    @property
    def reason(self) -> str:
        """The words, as they stand among the additions to the case."""
        return self.tr("Reopened: {reason}").format(reason=self.words) if self.words else ""
