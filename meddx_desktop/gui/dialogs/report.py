"""A case on paper: looked at first, then printed or let out of the store as a file."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QWidget

from meddx_desktop.core.domain.paper import Paper
from meddx_desktop.core.domain.report import Report
from meddx_desktop.core.jobs import JobContext
from meddx_desktop.core.operations import reports
from meddx_desktop.core.operations.reports import Kind, Shown, Wish
from meddx_desktop.gui import theme, whose
from meddx_desktop.gui.case_session import CaseSession
from meddx_desktop.gui.dialogs.paper_dialog import PaperDialog


class ReportDialog(PaperDialog):
    """The sheet as it will be; nothing leaves before somebody has seen it."""

    def __init__(self, session: CaseSession, parent: QWidget | None = None) -> None:
        super().__init__("", session, parent)
        self.setWindowTitle(self.tr("Report"))
        self._case_id = session.case_id
        self.report: Report | None = None
        self.films = QCheckBox(self.tr("Films"))
        self.heat = QCheckBox(self.tr("Heat maps"))
        for box in (self.films, self.heat):
            box.setChecked(True)
        if session.case is not None:
            self.body.addWidget(whose.head(session.case))
        kinds = {
            Kind.REPORT: self.tr("Report for clinicians"),
            Kind.REFERRAL: self.tr("Referral letter"),
            Kind.SLIP: self.tr("Slip for the patient"),
        }
        warning = self.tr(
            "A saved or printed report is a plain copy outside the encrypted store: whoever has it"
            " can read it. The audit trail tells of it."
        )
        self._lay_out(kinds, self.language, self.films, self.heat, warning=warning)
        for box in (self.films, self.heat):
            box.toggled.connect(lambda _on: self._gather())
        self.resize(theme.unit(100), theme.unit(88))
        self._gather()

    @property
    def wish(self) -> Wish:
        """What is chosen, with films and heat maps or without."""
        return replace(super().wish, shown=Shown(self.films.isChecked(), self.heat.isChecked()))

    def _gather(self) -> None:
        """Everything of the case anew; heat maps may take a moment."""
        app, case_id, shown = self._session.app, self._case_id, self.wish.shown
        self.report = None
        self.heat.setEnabled(self.films.isChecked())

        def work(context: JobContext) -> Report:
            return reports.report_of(app, case_id, shown, context=context)

        self.work.run(self.tr("Gathering…"), work, self._take)

    def _take(self, report: Report) -> None:
        self.work.hide()  # the sheet takes all the room that there is
        self.report = report
        self._show()

    def _settle(self) -> None:
        super()._settle()
        for box in (self.films, self.heat):
            box.setVisible(self.chosen is Kind.REPORT)
            box.setEnabled(not self.work.busy)
        self.heat.setEnabled(not self.work.busy and self.films.isChecked())

    def _paper(self) -> Paper | None:
        return None if self.report is None else reports.paper(self.report, self.wish)

    def _has_paper(self) -> bool:
        return self.report is not None

    def _tell_printed(self) -> None:
        reports.tell_printed(self._session.app, self._case_id, self.chosen)

    def _writer(self, target: Path) -> Callable[[JobContext], None]:
        app, case_id, wish = self._session.app, self._case_id, self.wish

        def write(context: JobContext) -> None:
            reports.export(app, case_id, target, wish, force=True, context=context)

        return write

    def _is_there(self) -> bool:
        return self._session.is_open(self._case_id)

    def _about(self) -> str:
        return self._case_id
