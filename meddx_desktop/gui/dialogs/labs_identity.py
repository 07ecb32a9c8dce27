"""The open patient beside the one that a source names: equal is quiet, different is marked."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QGridLayout, QVBoxLayout, QWidget

from meddx_desktop.core.domain.case import Case
from meddx_desktop.core.domain.laboratory import SentReport
from meddx_desktop.core.domain.patient import Age, Patient
from meddx_desktop.gui import labels, theme
from meddx_desktop.gui.widgets import fields

Line = tuple[str, str, str, str]


class IdentityBox(QWidget):
    """Nothing goes on before somebody said that it is the same person."""

    def __init__(self, case: Case, report: SentReport, differs: frozenset[str]) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.unit())
        words = self.tr("The results name another patient than the open case.")
        column.addWidget(fields.sign("triangle-alert", words, "danger", role="strong"))
        column.addLayout(self._grid(self._lines(case, report), differs))
        self.same = QCheckBox(self.tr("I compared both: it is the same person"))
        column.addWidget(self.same)

    def _lines(self, case: Case, report: SentReport) -> list[Line]:
        ours, theirs = case.patient, report.patient
        return [
            ("name", self.tr("Name"), *_both(_name, ours, theirs)),
            ("patient_id", self.tr("Patient ID"), *_both(_number, ours, theirs)),
            ("birth_date", self.tr("Birth date"), *_both(_born, ours, theirs)),
            ("sex", self.tr("Sex"), *_both(_sex, ours, theirs)),
            ("age", self.tr("Age"), _age(case.age), _age(report.age)),
        ]

    def _grid(self, lines: list[Line], differs: frozenset[str]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.unit(3))
        grid.setVerticalSpacing(theme.unit(0.75))
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        heads = (self.tr("Open case"), self.tr("In the source"))
        for place, words in enumerate(heads, start=1):
            grid.addWidget(fields.text(words, "caption"), 0, place)
        for place, (field, caption, ours, theirs) in enumerate(lines, start=1):
            self._line(grid, place, (caption, ours, theirs), differs=field in differs)
        return grid

    def _line(
        self, grid: QGridLayout, place: int, said: tuple[str, str, str], *, differs: bool
    ) -> None:
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(fields.text(said[0], "muted"), place, 0, top)
        for column, words in enumerate(said[1:], start=1):
            made = fields.text(words or "–", "strong" if differs else "", wrap=True)
            made.setAccessibleName(f"{said[0]}: {words}")
            grid.addWidget(made, place, column, top)
        if differs:
            sign = fields.sign("equal-not", self.tr("differs"), "danger", wrap=False)
            grid.addWidget(sign, place, 3, top)


def _both(said: Callable[[Patient], str], ours: Patient, theirs: Patient) -> tuple[str, str]:
    return said(ours), said(theirs)


def _name(patient: Patient) -> str:
    return labels.plain(patient.name.shown)


def _number(patient: Patient) -> str:
    """The whole number: whoever compares two persons has to read it."""
    return labels.plain(patient.patient_id)


def _born(patient: Patient) -> str:
    return patient.birth_date.isoformat() if patient.birth_date else ""


def _sex(patient: Patient) -> str:
    return labels.label(f"sex.{patient.sex.value}") if patient.sex else ""


def _age(age: Age | None) -> str:
    return labels.age(age) if age else ""
