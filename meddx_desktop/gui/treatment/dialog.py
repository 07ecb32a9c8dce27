"""The treatment window of the open case: plan, drugs taken, genes."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QStackedWidget, QWidget

from meddx_desktop.core.domain.case import Case
from meddx_desktop.core.errors import MedDxError
from meddx_desktop.core.operations import assessment_site, treatment_records
from meddx_desktop.gui import labels, theme, whose
from meddx_desktop.gui.case_session import CaseSession
from meddx_desktop.gui.dialogs.work import WorkDialog
from meddx_desktop.gui.treatment import told
from meddx_desktop.gui.treatment.genes_page import GenesPage
from meddx_desktop.gui.treatment.medication_page import MedicationPage
from meddx_desktop.gui.treatment.plan_page import PlanPage
from meddx_desktop.gui.widgets import fields

PLAN, MEDICATION, GENES = range(3)


class TreatmentDialog(WorkDialog):
    """It suggests and checks; nothing is ordered, and nothing chosen by itself."""

    chosen = Signal(str, str)

    def __init__(
        self,
        session: CaseSession,
        case: Case,
        parent: QWidget | None = None,
        *,
        condition: str = "",
        page: int | None = None,
    ) -> None:
        super().__init__("", parent)
        self.setWindowTitle(self.tr("Treatment"))
        self._session = session
        self.asked: object = None
        """What somebody wanted to see or enter elsewhere, after which the window closed."""
        conditions = self._conditions(case)
        self.plan = PlanPage(session, conditions, condition)
        self.medication = MedicationPage(session)
        self.genes = GenesPage(session, self.work)
        self.pages = QStackedWidget()
        self._group = QButtonGroup(self)
        for part in (self.plan, self.medication, self.genes):
            self.pages.addWidget(part)
        for made in (self.plan, self.medication):
            made.wanted.connect(self._leave_for)
        self.plan.chosen.connect(self.chosen)
        self._arrange(case)
        self.show_page(page if page is not None else PLAN if conditions else MEDICATION)
        session.case_opened.connect(self.reject)
        self.resize(theme.unit(150), theme.unit(92))

    def _conditions(self, case: Case) -> dict[str, str]:
        """Confirmed ones with a plan, by key with their names."""
        try:
            known = treatment_records.with_plan(self._session.app, case.case_id)
            names = {one.key: told.title(one.title) for one in assessment_site.conditions()}
        except MedDxError as error:
            self.work.tell_error(error)
            return {}
        return {key: names.get(key, key) for key in known}

    def _arrange(self, case: Case) -> None:
        head = QHBoxLayout()
        head.setSpacing(theme.unit(2))
        head.addWidget(whose.head(case), 1)
        row = QHBoxLayout()
        row.setSpacing(theme.unit())
        self.tabs: list[QPushButton] = []
        for place, words in enumerate(
            (self.tr("Plan"), self.tr("Medication check"), self.tr("Genes"))
        ):
            button = fields.button(words, "page")
            button.setCheckable(True)
            button.clicked.connect(lambda _on=False, place=place: self.show_page(place))
            self._group.addButton(button)
            self.tabs.append(button)
            row.addWidget(button)
        head.addLayout(row)
        self.body.addLayout(head)
        self.body.addWidget(self.pages, 1)
        self.body.addWidget(self.work)
        dose = fields.sign("info", labels.safety("dose"), "warning", role="strong", wrap=False)
        none = fields.text(self.tr("Support for a clinician; nothing is ordered."), "small")
        self._buttons.insertWidget(0, dose)
        self._buttons.insertWidget(1, none)
        leave = fields.button(self.tr("Close"))
        leave.setDefault(True)
        leave.clicked.connect(self.reject)
        self._buttons.addWidget(leave)

    def show_page(self, place: int) -> None:
        """Plan, medication check or genes."""
        self.pages.setCurrentIndex(place)
        self.tabs[place].setChecked(True)

    def _leave_for(self, what: object) -> None:
        """Close, and let the window lead to what is wanted."""
        self.asked = what
        self.reject()
