"""What this program is, what it is not, and which models it has."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from meddx_desktop import __version__
from meddx_desktop.gui import icons, labels, theme
from meddx_desktop.gui.dialogs.frame import Dialog
from meddx_desktop.gui.dialogs.licences import LicencesDialog
from meddx_desktop.gui.widgets import fields


class AboutDialog(Dialog):
    """Version, purpose, models, licences."""

    def __init__(self, models: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(self.tr("About MedDx Desktop"), parent)
        inside = QWidget()
        body = QVBoxLayout(inside)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(theme.unit(1.5))
        body.addWidget(fields.text(f"MedDx Desktop {__version__}", "large"))
        body.addWidget(fields.text(labels.safety("support"), "strong", wrap=True))
        body.addWidget(fields.text(labels.safety("purpose"), wrap=True))
        body.addSpacing(theme.unit())
        body.addWidget(fields.text(self.tr("Models"), "caption"))
        for line in models or (self.tr("No model is installed."),):
            body.addWidget(fields.text(line))
        body.addSpacing(theme.unit())
        body.addWidget(fields.text(self.tr("Licences"), "caption"))
        terms = self.tr(
            "Apache-2.0. Icons: Lucide (ISC). Typeface: SIL OFL 1.1. Qt for Python: LGPL-3.0. "
            "The full texts lie in the program's folder."
        )
        body.addWidget(fields.text(terms, wrap=True))
        self.read = fields.button(self.tr("Read all licence texts…"))
        self.read.clicked.connect(lambda: LicencesDialog(self).exec())
        body.addWidget(self.read, 0, Qt.AlignmentFlag.AlignLeft)
        body.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inside)
        self.body.addWidget(scroll)
        self.add_close(self.tr("Close"))
        self.setWindowIcon(icons.icon("info"))
        self.resize(theme.unit(68), theme.unit(64))
