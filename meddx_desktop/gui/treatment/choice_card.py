"""One treatment of a plan for this patient: dose, checks, source, and the clinician's word."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from meddx_desktop.core.domain.case import Case
from meddx_desktop.core.domain.treatment import Choice, Severity
from meddx_desktop.core.domain.treatment_record import TreatmentWord
from meddx_desktop.core.operations import treatment_records
from meddx_desktop.core.operations.treatment_records import PlanView
from meddx_desktop.gui import icons, labels, theme
from meddx_desktop.gui.treatment import told
from meddx_desktop.gui.treatment.screen_lines import ScreenLines
from meddx_desktop.gui.widgets import fields


class ChoiceCard(QFrame):
    """Nothing on it is chosen by itself."""

    choose_wanted = Signal(object)
    withdraw_wanted = Signal(str)
    wanted = Signal(object)
    """A `Question` to be answered, or a `Place` to be shown."""

    def __init__(self, choice: Choice, view: PlanView, case: Case, *, barred: str) -> None:
        super().__init__()
        self.choice = choice
        self.setProperty("role", "treatment")
        self.pick: QPushButton | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.unit(2)] * 4)
        column.setSpacing(theme.unit())
        column.addWidget(fields.text(told.title(choice.title), "strong", wrap=True))
        self._add_dose(column, view, case)
        words = told.title(choice.words)
        if words:
            column.addWidget(fields.text(words, wrap=True))
        if choice.screen is not None:
            lines = ScreenLines(choice.screen, self.wanted.emit, may_enter=not case.is_signed)
            column.addWidget(lines)
        elif choice.drug == "":
            column.addWidget(
                fields.text(self.tr("No single drug: nothing was checked."), "small", wrap=True)
            )
        column.addWidget(fields.text(self._sources(view), "small", wrap=True))
        column.addWidget(self._decision(view.chosen.get(choice.key), barred))

    def _add_dose(self, column: QVBoxLayout, view: PlanView, case: Case) -> None:
        choice = self.choice
        if not choice.drug:
            return
        column.addWidget(fields.text(told.drug(choice.drug), "small"))
        if choice.dose is None:
            column.addWidget(fields.sign("circle-dashed", self._why_no_dose(), "warning"))
            return
        column.addWidget(fields.text(told.dose(choice.dose), "large", wrap=True))
        origin = told.dose_origin(choice.dose, view.patient.weight_kg, case.vitals.weight_on)
        if origin:
            column.addWidget(fields.text(origin, "small", wrap=True))
        column.addWidget(fields.sign("info", labels.safety("dose"), "warning", role="strong"))

    def _why_no_dose(self) -> str:
        screen = self.choice.screen
        if screen is not None and screen.worst is Severity.AVOID:
            return self.tr("No dose: a check says to avoid it.")
        if treatment_records.is_open(self.choice):
            return self.tr("No dose before the open questions are answered.")
        if self.choice.to_adjust:
            kinds = [labels.label(f"check.{one.value}") for one in self.choice.to_adjust]
            words = self.tr("Dose not shown: it needs adjusting ({kinds}). See the reason below.")
            return words.format(kinds=labels.listed(kinds))
        return self.tr("No dose was read for a patient like this, or the words below state it.")

    def _sources(self, view: PlanView) -> str:
        words = self.tr("{guideline}, {year}, {section}")
        lines = [words.format(guideline=view.guideline, year=view.year, section=view.section)]
        if self.choice.source is not None:
            lines.append(told.source(self.choice.source))
        return "\n".join(lines)

    def _decision(self, word: TreatmentWord | None, barred: str) -> QWidget:
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.unit(0.5))
        if word is not None:
            self._add_word(column, word)
        row = QHBoxLayout()
        column.addLayout(row)
        self.pick = self._pick(word, barred)
        row.addWidget(self.pick)
        row.addStretch(1)
        return made

    def _add_word(self, column: QVBoxLayout, word: TreatmentWord) -> None:
        column.addWidget(fields.sign("check", told.chosen_by(word), "good", role="strong"))
        for reason in dict.fromkeys(one.reason for one in word.overrides):
            words = self.tr("Against a check, because: {reason}")
            column.addWidget(fields.text(words.format(reason=labels.plain(reason)), wrap=True))
        if word.dose != self.choice.dose:
            before = told.dose(word.dose) if word.dose else self.tr("no dose")
            words = self.tr("It was chosen with another dose: {dose}. Choose it again or not.")
            column.addWidget(fields.sign("triangle-alert", words.format(dose=before), "warning"))

    def _pick(self, word: TreatmentWord | None, barred: str) -> QPushButton:
        if word is not None and word.dose == self.choice.dose:
            button = fields.button(self.tr("Take the choice back"), "", "undo-2")
            button.clicked.connect(lambda _on=False: self.withdraw_wanted.emit(self.choice.key))
        else:
            words = self.tr("I choose this")
            if treatment_records.grave(self.choice):
                words = self.tr("I choose this all the same…")
            button = fields.button(words, "decision")
            button.setIcon(icons.icon("check"))
            button.clicked.connect(lambda _on=False: self.choose_wanted.emit(self.choice))
            if treatment_records.is_open(self.choice):
                barred = barred or labels.sentence("treatment_questions_open")
        button.setEnabled(not barred)
        button.setToolTip(barred or self.tr("Kept in the case; nothing is ordered"))
        button.setAccessibleName(f"{button.text()} {told.title(self.choice.title)}")
        return button
