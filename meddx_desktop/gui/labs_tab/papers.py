"""What is made of the results that are shown: a course, a comparison, a copy, a print."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from meddx_desktop.gui.case_session import CaseSession
from meddx_desktop.gui.dialogs.labs_compare import CompareDaysDialog
from meddx_desktop.gui.dialogs.labs_lines import RejectedDialog
from meddx_desktop.gui.dialogs.labs_person import PersonDialog
from meddx_desktop.gui.dialogs.labs_print import PrintDialog
from meddx_desktop.gui.dialogs.labs_trend import TrendDialog
from meddx_desktop.gui.labs_tab import identity
from meddx_desktop.gui.labs_tab.results_page import ResultsPage
from meddx_desktop.gui.labs_tab.results_view import as_text


class Papers(QObject):
    """One method per wish."""

    def __init__(self, session: CaseSession, page: ResultsPage, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._page, self._parent = session, page, parent
        page.trend_wanted.connect(self.trend)
        page.rejected_wanted.connect(self.rejected)
        page.person_wanted.connect(self.person)

    def trend(self) -> None:
        """The course of the chosen tests, large."""
        page = self._page
        if self._session.case is not None and page.model.rows:
            TrendDialog(self._session, page.model.rows, page.picked, self._parent).exec()

    def compare(self) -> None:
        """Two days side by side."""
        case = self._session.case
        if case is not None and self._page.model.rows:
            whose = identity.line(case.patient)
            CompareDaysDialog(whose, self._page.model.rows, self._parent).exec()

    def person(self) -> None:
        """Whom the ranges are for, and what of it can be stated here."""
        case = self._session.case
        if case is not None and not self._session.is_read_only:
            PersonDialog(self._session, case, self._parent).exec()

    def copy(self) -> None:
        """Everything that is shown, as text."""
        rows = [row for _, rows in self._page.model.groups for row in rows]
        if rows:
            QGuiApplication.clipboard().setText(as_text(rows))

    def print(self) -> None:
        """Everything that is shown, on a sheet to look at first."""
        page = self._page
        if self._session.case is None or not page.model.count:
            return
        lost = len(page.laboratory.rejected) if page.laboratory else 0
        PrintDialog(self._session, page.model.groups, lost, page.narrowed, self._parent).exec()

    def rejected(self) -> None:
        """The lines that were not understood."""
        if self._page.laboratory is not None:
            RejectedDialog(self._page.laboratory.rejected, self._parent).exec()
