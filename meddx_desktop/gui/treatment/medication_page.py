"""The drugs that the note says are taken, each with its checks against the patient and the rest."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from meddx_desktop.core.domain.case import Case
from meddx_desktop.core.domain.treatment import Question
from meddx_desktop.core.operations import medication
from meddx_desktop.core.operations.medication import CheckedDrug, MedicationCheck
from meddx_desktop.gui import labels, theme
from meddx_desktop.gui.case_session import CaseSession
from meddx_desktop.gui.labs_tab.asker import Asker
from meddx_desktop.gui.treatment import told
from meddx_desktop.gui.treatment.screen_lines import ScreenLines
from meddx_desktop.gui.widgets import fields

NOTE = "note"
"""Wanted: the note, where drugs are written."""


class MedicationPage(QWidget):
    """Drugs and allergies are entered where they belong: the note and the patient."""

    wanted = Signal(object)

    def __init__(self, session: CaseSession) -> None:
        super().__init__()
        self._session = session
        self.found: MedicationCheck | None = None
        self.problem = fields.text("", wrap=True, tone="danger")
        self.problem.hide()
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.unit())
        column.addWidget(self.problem)
        column.addWidget(self.area, 1)
        self.asker = Asker(session, self, self._ask)
        self.asker.answered.connect(self._show)
        self.asker.problem.connect(self._refused)
        session.case_changed.connect(self.asker.soon)
        self.asker.soon()

    def _ask(self, case_id: str) -> MedicationCheck:
        return medication.medication_check(self._session.app, case_id)

    def _refused(self, error: object) -> None:
        self.problem.setText(labels.error(error))  # type: ignore[arg-type]
        self.problem.show()

    def _show(self, found: MedicationCheck) -> None:
        case = self._session.case
        if case is None:
            return
        self.found = found
        self.problem.hide()
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(theme.unit(2), theme.unit(), theme.unit(2), theme.unit(2))
        column.setSpacing(theme.unit(1.5))
        words = self.tr("Checked for: {facts}")
        facts = told.rests_on(found.patient, case)
        column.addWidget(fields.text(words.format(facts=facts), "small", wrap=True))
        column.addWidget(self._allergies(found, case))
        if not found.drugs:
            column.addWidget(self._none())
        for one in found.drugs:
            column.addWidget(self._card(one, case))
        self._add_links(column)
        column.addStretch(1)
        self.area.setWidget(made)

    def _allergies(self, found: MedicationCheck, case: Case) -> QWidget:
        known = found.patient.allergies
        if known is None:
            return fields.sign("circle-help", labels.allergies(case.patient), "warning")
        strange = [one.written for one in known if not one.ingredients and not one.classes]
        if strange:
            words = self.tr("Not understood, so not checked: {list}")
            names = labels.listed(labels.plain(one) for one in strange)
            return fields.sign("triangle-alert", words.format(list=names), "warning")
        if not known:
            return fields.sign("circle-check", told.allergies(found.patient, case), "text")
        names = labels.listed(dict.fromkeys(labels.plain(one.written) for one in known))
        return fields.sign(
            "circle-alert", self.tr("Allergic to: {list}").format(list=names), "text"
        )

    def _none(self) -> QWidget:
        words = self.tr(
            "The note names no drug that is taken now. That is not the same as none taken: ask, "
            "and write them into the note."
        )
        return fields.sign("circle-help", words, "text")

    def _card(self, one: CheckedDrug, case: Case) -> QWidget:
        made = QFrame()
        made.setProperty("role", "treatment")
        column = QVBoxLayout(made)
        column.setContentsMargins(*[theme.unit(2)] * 4)
        column.setSpacing(theme.unit())
        column.addWidget(fields.text(labels.plain(one.taken.written), "strong", wrap=True))
        names = labels.listed(told.drug(key) for key in one.taken.ingredients)
        if names and names.casefold() != one.taken.written.casefold():
            column.addWidget(fields.text(names, "small", wrap=True))
        if one.screen is None:
            words = self.tr("The program does not know this drug: nothing was checked.")
            column.addWidget(fields.sign("circle-dashed", words, "warning"))
        else:
            lines = ScreenLines(one.screen, self.wanted.emit, may_enter=not case.is_signed)
            column.addWidget(lines)
        return made

    def _add_links(self, column: QVBoxLayout) -> None:
        if self._session.is_read_only:
            return
        column.addWidget(fields.text(self.tr("Something is missing?"), "caption"))
        for words, what in (
            (self.tr("Write drugs into the note"), NOTE),
            (self.tr("Enter allergies"), Question.ALLERGIES),
        ):
            link = fields.button(words, "link")
            link.clicked.connect(lambda _on=False, what=what: self.wanted.emit(what))
            column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
