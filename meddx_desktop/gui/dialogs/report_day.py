"""Papers about no single case: the screening list of a day, and the form for one without power."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QDateEdit, QWidget

from meddx_desktop.core.domain.paper import Paper
from meddx_desktop.core.jobs import JobContext
from meddx_desktop.core.operations import reports, reports_day
from meddx_desktop.core.operations.reports import Kind
from meddx_desktop.core.operations.reports_day import Day
from meddx_desktop.gui import theme
from meddx_desktop.gui.case_session import CaseSession
from meddx_desktop.gui.dialogs.paper_dialog import PaperDialog


class DayPapersDialog(PaperDialog):
    """The sheet as it will be; the list names patients, the blank form nobody."""

    def __init__(self, session: CaseSession, parent: QWidget | None = None) -> None:
        super().__init__("", session, parent)
        self.setWindowTitle(self.tr("Screening list and blank form"))
        self.day: Day | None = None
        self.date = QDateEdit(QDate.currentDate())
        self.date.setDisplayFormat("yyyy-MM-dd")
        self.date.setCalendarPopup(True)
        self.date.setMaximumDate(QDate.currentDate())
        self.date.setAccessibleName(self.tr("Day"))
        kinds = {
            Kind.LIST: self.tr("Screening list of a day"),
            Kind.BLANK: self.tr("Form for a day without power"),
        }
        warning = self.tr(
            "A saved or printed list names patients, outside the encrypted store: whoever has it"
            " can read it. The audit trail tells of it."
        )
        self._lay_out(kinds, self.date, self.language, warning=warning)
        self.date.dateChanged.connect(lambda _day: self._gather())
        self.resize(theme.unit(100), theme.unit(84))
        self._gather()

    @property
    def is_list(self) -> bool:
        """The list of a day, and not the blank form."""
        return self.chosen is Kind.LIST

    def _gather(self) -> None:
        self.day = None
        app, chosen = self._session.app, self.date.date()
        day = date(chosen.year(), chosen.month(), chosen.day())

        def work(context: JobContext) -> Day:
            return reports_day.list_of_day(app, day, context=context)

        self.work.run(self.tr("Gathering…"), work, self._take)

    def _take(self, day: Day) -> None:
        self.work.hide()  # the sheet takes all the room that there is
        self.day = day
        self._show()

    def _settle(self) -> None:
        super()._settle()
        self.date.setVisible(self.is_list)
        self.date.setEnabled(not self.work.busy)
        self.warning.setVisible(self.is_list)

    def _paper(self) -> Paper | None:
        words = self.wish.words
        if not self.is_list:
            return reports_day.blank_form(words)
        return reports_day.paper_of_day(self.day, words) if self.day else None

    def _has_paper(self) -> bool:
        return self.day is not None or not self.is_list

    def _tell_printed(self) -> None:
        if self.is_list:
            reports.tell_printed(self._session.app, "", Kind.LIST)

    def _writer(self, target: Path) -> Callable[[JobContext], None]:
        app, wish = self._session.app, self.wish
        day = self.day.day if self.day else date.today()
        is_list = self.is_list

        def write(context: JobContext) -> None:
            if is_list:
                reports_day.export_list(app, day, target, wish, force=True, context=context)
            else:
                reports_day.export_blank(target, wish.words, force=True)

        return write

    def _is_free(self) -> bool:
        return not self.is_list
