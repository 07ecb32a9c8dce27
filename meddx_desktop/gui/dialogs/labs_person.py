"""Whom the ranges are for: age where no birth date is known, trimester, altitude."""

from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QWidget

from meddx_desktop.core.domain.case import Answer, Case
from meddx_desktop.core.domain.patient import Age, Sex
from meddx_desktop.core.errors import MedDxError
from meddx_desktop.core.operations import labs
from meddx_desktop.gui import labels, theme
from meddx_desktop.gui.case_session import CaseSession
from meddx_desktop.gui.dialogs.frame import Dialog
from meddx_desktop.gui.labs_tab import identity
from meddx_desktop.gui.widgets import fields

_FERTILE = range(10, 56)
"""Years of age at which a pregnancy is asked about."""


def may_be_pregnant(case: Case) -> bool:
    """Whether a trimester can be asked for: sex and age speak for it or are unknown."""
    if case.patient.sex is Sex.MALE or case.vitals.pregnant is Answer.NO:
        return False
    return case.age is None or int(case.age.years) in _FERTILE


class PersonDialog(Dialog):
    """Only what can apply is asked; what is left empty is unknown, and judged by no range."""

    def __init__(self, session: CaseSession, case: Case, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Whom the ranges are for"), parent)
        self._session, self._case = session, case
        facts = case.lab_facts
        self.age = fields.LineEdit(facts.age.given if facts.age else "")
        self.trimester = QComboBox()
        self.altitude = fields.LineEdit()
        self.told = fields.text("", "small", wrap=True, tone="danger")
        self.told.hide()
        if facts.altitude_m is not None:
            self.altitude.setText(f"{facts.altitude_m:g}")
        self.trimester.addItem(self.tr("Not stated"), 0)
        for number in (1, 2, 3):
            self.trimester.addItem(self.tr("Trimester {number}").format(number=number), number)
        self.trimester.setCurrentIndex(facts.trimester)
        self.asks_age = case.patient.birth_date is None
        self.asks_trimester = may_be_pregnant(case)
        self._arrange()
        self.add_accept(self.tr("Keep"), self.tr("Cancel"))
        self.setMinimumWidth(theme.unit(64))

    def accept(self) -> None:
        """Keep it, or say what can't be right."""
        if not self._session.is_open(self._case.case_id):
            super().reject()
            return
        try:
            age, altitude = self._age(), self._altitude()
        except MedDxError as error:
            self._tell(labels.error(error))
            return
        except ValueError:
            self._tell(self.tr("Write the altitude as a number of metres."))
            return
        trimester = int(self.trimester.currentData()) if self.asks_trimester else 0
        try:
            case = labs.state_facts(
                self._session.app,
                self._case.case_id,
                age=age,
                trimester=trimester,
                altitude_m=altitude,
            )
        except MedDxError as error:
            self._tell(labels.error(error))
            return
        self._session.refresh(case.case_id)
        super().accept()

    def _arrange(self) -> None:
        patient = self._case.patient
        self.body.addWidget(fields.text(identity.line(patient), "muted", wrap=True))
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.unit(2))
        grid.setVerticalSpacing(theme.unit())
        grid.setColumnStretch(1, 1)
        self.age.setPlaceholderText(self.tr("e.g. 3y, 18m or 10d"))
        self.altitude.setPlaceholderText(self.tr("as this place"))
        asked: list[tuple[bool, str, QWidget]] = [
            (self.asks_age, self.tr("Age"), self.age),
            (self.asks_trimester, self.tr("Pregnancy"), self.trimester),
            (True, self.tr("Lives at (metres above the sea)"), self.altitude),
        ]
        for place, (is_asked, words, field) in enumerate(asked):
            field.setAccessibleName(words)
            if is_asked:
                grid.addWidget(fields.text(words), place, 0)
                grid.addWidget(field, place, 1)
            else:
                field.setParent(self)
                field.hide()
        self.body.addLayout(grid)
        hint = self.tr(
            "Altitude changes no number: above 1,000 m it is said beside the haemoglobin."
        )
        if self.asks_trimester:
            more = self.tr("A trimester says that she is pregnant, and holds for four weeks.")
            hint = f"{more} {hint}"
        self.body.addWidget(fields.text(hint, "small", wrap=True))
        self.body.addWidget(self.told)

    def _age(self) -> Age | None:
        words = self.age.text().strip()
        return Age.parse(words) if self.asks_age and words else None

    def _altitude(self) -> float | None:
        words = _plain(self.altitude)
        return float(words) if words else None

    def _tell(self, words: str) -> None:
        self.told.setText(words)
        self.told.show()
        self.grow()


def _plain(field: QLineEdit) -> str:
    return field.text().strip().replace(",", "")
