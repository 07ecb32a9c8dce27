"""What may stay in films that leave: one row of choices, the strictest of them at first."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget

from meddx_desktop.core.operations.deidentify_case import FilmDates, FilmOptions, Markers
from meddx_desktop.gui import theme
from meddx_desktop.gui.widgets.flow_layout import FlowLayout


class OptionsRow(QWidget):
    """Choices of PS3.15 that this program offers; those of the pixels mean another look."""

    look_again = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.dates = QComboBox()
        for way, words in (
            (FilmDates.REMOVE, self.tr("Dates: taken out")),
            (FilmDates.SHIFT, self.tr("Dates: moved, distances stay")),
        ):
            self.dates.addItem(words, way)
        self.dates.setAccessibleName(self.tr("Dates"))
        self.characteristics = QCheckBox(self.tr("Age, sex, height and weight stay"))
        self.descriptors = QCheckBox(self.tr("Descriptions stay, cleaned"))
        self.uids = QCheckBox(self.tr("UIDs stay"))
        self.uids.setToolTip(
            self.tr("Whoever has the original can find it again; otherwise there are new ones.")
        )
        self.views = QCheckBox(self.tr("PA, ERECT and the like stay in the picture"))
        self.views.setToolTip(self.tr("Side markers (L, R) always stay."))
        row = FlowLayout(self, gap=theme.unit(2), line_gap=theme.unit(0.5))
        for field in (
            self.dates,
            self.characteristics,
            self.descriptors,
            self.uids,
            self.views,
        ):
            row.addWidget(field)
        self.views.toggled.connect(lambda _on: self.look_again.emit())

    def options(self) -> FilmOptions:
        """What stays in the header."""
        return FilmOptions(
            # Qt hands the value back as a plain text.
            FilmDates(self.dates.currentData()),
            self.uids.isChecked(),
            self.characteristics.isChecked(),
            self.descriptors.isChecked(),
        )

    def markers(self) -> Markers:
        """Which writing stays in the picture."""
        return Markers.VIEWS if self.views.isChecked() else Markers.SIDES
