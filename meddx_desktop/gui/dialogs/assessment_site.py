"""What assessments rest on at this site: the place, the tests, how common each condition is."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLabel,
    QScrollArea,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from meddx_desktop.core.domain.assessment import SETTINGS, TESTS
from meddx_desktop.core.domain.people import Action, Role, may
from meddx_desktop.core.errors import MedDxError
from meddx_desktop.core.operations import assessment_site
from meddx_desktop.core.operations.application import Application
from meddx_desktop.core.operations.assessment_site import AssessmentSite
from meddx_desktop.gui import labels, theme
from meddx_desktop.gui.dialogs.assessment_agreement import AgreementPage
from meddx_desktop.gui.dialogs.assessment_priors import PriorsPage
from meddx_desktop.gui.dialogs.frame import Dialog
from meddx_desktop.gui.widgets import fields


class AssessmentSiteDialog(Dialog):
    """Each change holds at once and stands in the audit trail."""

    changed = Signal()

    def __init__(self, app: Application, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setWindowTitle(self.tr("Assessment at this site"))
        self._app = app
        role = app.access.role if app.access.is_open else None
        self.may_change = role is not None and may(role, Action.SET_ASSESSMENT)
        self.problem = fields.text("", wrap=True, tone="danger")
        self.problem.hide()
        self.place = QComboBox()
        self.tests: dict[str, QCheckBox] = {}
        self.stated = fields.text("", "small", wrap=True)
        self.pages = QTabWidget()
        self.pages.setDocumentMode(True)
        self.body.addWidget(self.pages, 1)
        self.body.addWidget(self.problem)
        self.add_close(self.tr("Close"))
        self.setMinimumWidth(theme.unit(48))
        self.resize(theme.unit(80), theme.unit(72))
        try:
            self._fill(assessment_site.site(app))
        except MedDxError as error:
            self._tell(error)

    def _fill(self, said: AssessmentSite) -> None:
        self.pages.addTab(self._here(said), self.tr("Place and tests"))
        self.priors = PriorsPage(self._app, said, self.may_change, self)
        self.priors.kept.connect(self._kept)
        self.priors.problem.connect(self._tell)
        self.pages.addTab(self.priors, self.tr("How common here"))
        if self.may_change:
            self.pages.addTab(AgreementPage(self._app), self.tr("Reader and program"))

    def _here(self, said: AssessmentSite) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, theme.unit(2), theme.unit(1.5), 0)
        column.setSpacing(theme.unit())
        if not self.may_change:
            who = labels.listed(
                labels.label(f"role.{one.value}") for one in Role if may(one, Action.SET_ASSESSMENT)
            )
            words = self.tr("Only: {who}").format(who=who)
            column.addWidget(fields.sign("lock", words, "muted"))
        label = QLabel(self.tr("Where patients are seen"))
        label.setBuddy(self.place)
        for kind in SETTINGS:
            self.place.addItem(labels.label(f"place_of_care.{kind}"), kind)
        self.place.setCurrentIndex(self.place.findData(said.kind))
        self.place.setEnabled(self.may_change)
        self.place.activated.connect(lambda _index: self._choose_place())
        hint = self.tr("Published priors hold for the place they were measured at.")
        title = self.tr("Tests that can be done here; only these are proposed")
        for part in (
            label,
            self.place,
            fields.text(hint, "small", wrap=True),
            fields.text(title, "caption", wrap=True),
            self.stated,
        ):
            column.addWidget(part)
        self._add_tests(column, said)
        column.addStretch(1)
        return _scrolled(page)

    def _add_tests(self, column: QVBoxLayout, said: AssessmentSite) -> None:
        names = sorted(TESTS, key=lambda name: labels.label(f"test.{name}").casefold())
        for name in names:
            box = QCheckBox(labels.label(f"test.{name}"))
            box.setChecked(said.tests is None or name in said.tests)
            box.setEnabled(self.may_change)
            box.clicked.connect(lambda _on: self._choose_tests())
            self.tests[name] = box
            column.addWidget(box)
        self._say_stated(is_stated=said.tests is not None)

    def _say_stated(self, *, is_stated: bool) -> None:
        words = self.tr("Nobody has said yet which tests there are: all of them are proposed.")
        self.stated.setText("" if is_stated else words)
        self.stated.setHidden(is_stated)

    def _choose_place(self) -> None:
        kind = str(self.place.currentData())
        self._do(lambda: assessment_site.choose_place(self._app, kind))
        self.priors.show_place(kind)

    def _choose_tests(self) -> None:
        chosen = [name for name, box in self.tests.items() if box.isChecked()]
        self._do(lambda: assessment_site.choose_tests(self._app, chosen))
        self._say_stated(is_stated=True)

    def _do(self, change: object) -> None:
        try:
            change()  # type: ignore[operator]
        except MedDxError as error:
            self._tell(error)
        else:
            self._kept()

    def _kept(self) -> None:
        self.problem.hide()
        self.changed.emit()

    def _tell(self, error: MedDxError) -> None:
        self.problem.setText(labels.error(error))
        self.problem.show()


def _scrolled(inside: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setWidget(inside)
    return area
