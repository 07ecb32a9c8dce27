"""Whose calls of a VCF are taken: the file's names beside the patient's, compared by a person."""

from PySide6.QtWidgets import QComboBox, QWidget

from meddx_desktop.core.domain.case import Case
from meddx_desktop.core.operations.genes import VcfLook
from meddx_desktop.gui import labels, theme, whose
from meddx_desktop.gui.dialogs.frame import Dialog
from meddx_desktop.gui.widgets import fields


class SampleDialog(Dialog):
    """Nothing is read before somebody said that it is this patient; Enter means not."""

    def __init__(
        self, case: Case, file_name: str, found: VcfLook, parent: QWidget | None = None
    ) -> None:
        super().__init__("", parent)
        self.setWindowTitle(self.tr("Whose genes are these?"))
        self.body.addWidget(whose.head(case))
        words = self.tr("{file}, {build}, holds %n person(s):", "", len(found.samples))
        shown = words.format(file=labels.plain(file_name), build=found.build)
        self.body.addWidget(fields.text(shown, wrap=True))
        self.box = QComboBox()
        self.box.setAccessibleName(self.tr("Person in the file"))
        for name in found.samples:
            self.box.addItem(labels.plain(name) or "–", name)
        self.box.setPlaceholderText(self.tr("Choose the person"))
        self.box.setCurrentIndex(0 if len(found.samples) == 1 else -1)
        self.body.addWidget(self.box)
        told = self.tr("The program does not compare the names: you do.")
        self.body.addWidget(fields.sign("users", told, "warning"))
        self.go = self.add_accept(self.tr("It is this patient"), self.tr("Cancel"), unsettled=True)
        self.go.setEnabled(self.box.currentIndex() >= 0)
        self.box.currentIndexChanged.connect(lambda place: self.go.setEnabled(place >= 0))
        self.setMinimumWidth(theme.unit(60))

    @property
    def sample(self) -> str:
        """The name as the file has it."""
        return str(self.box.currentData() or "")
