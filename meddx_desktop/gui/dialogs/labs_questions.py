"""What a source leaves open, as fields to answer: sheets, patient, dates, numbers, columns."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from meddx_desktop.core.domain.laboratory import SentReport
from meddx_desktop.core.operations.labs import Preview, Question
from meddx_desktop.gui import labels, theme
from meddx_desktop.gui.labs_tab import identity
from meddx_desktop.gui.widgets import fields
from meddx_desktop.gui.widgets.flow_layout import FlowLayout

COLUMNS, PATIENT = "columns_unsure", "which_patient"


class Questions(QWidget):
    """Made anew for each look at the source; an answer is only announced."""

    answered = Signal(object, str)
    """The `Question`, and the option."""
    columns_wanted = Signal(str)
    """Of which sheet."""
    sheets_chosen = Signal(object)
    """Their names."""

    def __init__(self, preview: Preview) -> None:
        super().__init__()
        self.boxes: dict[str, QComboBox] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.unit())
        if len(preview.sheets) > 1:
            column.addWidget(self._sheets(preview))
        for question in preview.questions:
            column.addWidget(self._ask(question, preview))

    def _sheets(self, preview: Preview) -> QWidget:
        made = QWidget()
        flow = FlowLayout(made, gap=theme.unit(2))
        flow.addWidget(fields.text(self.tr("Sheets"), "small"))
        asked = {one.sheet for one in preview.questions}
        names = [view.sheet.name for view in preview.sheets]
        self._ticks: list[QCheckBox] = []
        for name in names:
            tick = QCheckBox(labels.plain(name) + (" ?" if name in asked else ""))
            tick.setChecked(True)
            tick.toggled.connect(lambda _on: self._tell_sheets(names))
            self._ticks.append(tick)
            flow.addWidget(tick)
        return made

    def _tell_sheets(self, names: list[str]) -> None:
        ticked = zip(self._ticks, names, strict=True)
        self.sheets_chosen.emit(tuple(name for tick, name in ticked if tick.isChecked()))

    def _ask(self, question: Question, preview: Preview) -> QWidget:
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.unit(2))
        words = labels.sentence(question.code)
        if question.sheet:
            words = f"{labels.plain(question.sheet)}: {words}"
        if question.example:
            example = labels.plain(question.example)
            words = self.tr("{question} Example: {example}").format(question=words, example=example)
        row.addWidget(fields.sign("circle-help", words, "accent"), 1)
        if question.code == COLUMNS:
            look = fields.button(self.tr("Look at the columns…"), "primary")
            look.clicked.connect(lambda: self.columns_wanted.emit(question.sheet))
            row.addWidget(look)
        else:
            row.addWidget(self._box(question, preview))
        return made

    def _box(self, question: Question, preview: Preview) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(labels.sentence(question.code))
        box.addItem(self.tr("Choose"), "")
        for place, option in enumerate(question.options, 1):
            short, whole = self._option(question, option, preview)
            box.addItem(short, option)
            box.setItemData(place, whole, Qt.ItemDataRole.ToolTipRole)
            box.setItemData(place, whole, Qt.ItemDataRole.AccessibleTextRole)
        box.currentIndexChanged.connect(
            lambda _place: box.setToolTip(box.currentData(Qt.ItemDataRole.ToolTipRole) or "")
        )
        box.currentIndexChanged.connect(
            lambda _place: (
                self.answered.emit(question, box.currentData()) if box.currentData() else None
            )
        )
        self.boxes[question.code] = box
        return box

    def _option(self, question: Question, option: str, preview: Preview) -> tuple[str, str]:
        """Short for the field, and whole for who points at it."""
        if question.code == PATIENT:
            return self._person(preview.reports[int(option)])
        return {
            "day_first": (self.tr("Day first"), self.tr("Day first (31/12/2024)")),
            "month_first": (self.tr("Month first"), self.tr("Month first (12/31/2024)")),
            "year_first": (self.tr("Year first"), self.tr("Year first (2024/12/31)")),
            "point": ("1.5", self.tr("Decimal point (1.5)")),
            "comma": ("1,5", self.tr("Decimal comma (1,5)")),
            "point_thousands": (
                "1,500.5",
                self.tr("Point, commas between thousands (1,500.5)"),
            ),
            "comma_thousands": (
                "1.500,5",
                self.tr("Comma, points between thousands (1.500,5)"),
            ),
            "same": (self.tr("The patient above"), self.tr("The patient above")),
        }.get(option, (self.tr("Nobody known"), self.tr("Nobody known")))

    def _person(self, report: SentReport) -> tuple[str, str]:
        """Name and number in the field; all that is known, and how many results, beside it."""
        patient = report.patient
        parts = (labels.name(patient), labels.plain(patient.patient_id))
        count = self.tr("%n result(s)", "", len(report.results))
        return (
            labels.listed(part for part in parts if part),
            f"{identity.line(patient)} · {count}",
        )
