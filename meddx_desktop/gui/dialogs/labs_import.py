"""Bringing results into the open case: look, answer, compare identities, bring in, take back."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QStackedWidget, QVBoxLayout, QWidget

from meddx_desktop.core.domain.case import Case
from meddx_desktop.core.domain.finding import Reason
from meddx_desktop.core.domain.laboratory import SentReport
from meddx_desktop.core.errors import MedDxError
from meddx_desktop.core.jobs import JobContext
from meddx_desktop.core.operations import labs
from meddx_desktop.core.operations.labs import Choices, ColumnMapping, Imported, Preview, Question
from meddx_desktop.gui import labels, theme
from meddx_desktop.gui.case_session import CaseSession
from meddx_desktop.gui.dialogs.labs_identity import IdentityBox
from meddx_desktop.gui.dialogs.labs_imported import ImportedPage
from meddx_desktop.gui.dialogs.labs_lines import RejectedTable
from meddx_desktop.gui.dialogs.labs_mapping import MappingDialog
from meddx_desktop.gui.dialogs.labs_questions import Questions
from meddx_desktop.gui.dialogs.labs_sent import MOST, SentTable
from meddx_desktop.gui.dialogs.work import WorkDialog
from meddx_desktop.gui.widgets import fields

DIFFERS, KNOWN = "labs_patient_differs", "labs_file_known"
_GRAVE = (DIFFERS, "labs_file_elsewhere")
Seen = tuple[Preview, tuple[Reason, ...]]


class ImportDialog(WorkDialog):
    """Nothing is kept before the button that names the patient is pressed."""

    def __init__(
        self, session: CaseSession, source: Path | str, parent: QWidget | None = None
    ) -> None:
        super().__init__("", parent)
        if isinstance(source, Path):
            words = self.tr("Results of {file}").format(file=labels.plain(source.name))
        else:
            words = self.tr("Results of a text")
        self.setWindowTitle(words)
        self._session, self._source = session, source
        self._case: Case | None = session.case
        self.choices = Choices()
        self.preview: Preview | None = None
        self.remembered: list[ColumnMapping] = []
        self.identity: IdentityBox | None = None
        self.again: QCheckBox | None = None
        self.questions: Questions | None = None
        self.imported = ImportedPage(session)
        self.results, self.lost_lines = SentTable(), RejectedTable()
        self._asked = QVBoxLayout()
        self._asked.setSpacing(theme.unit())
        self._count = fields.text("", "strong")
        self._lost = fields.text("", "strong")
        self._more = fields.text("", "small")
        self._stack = QStackedWidget()
        self._stack.addWidget(self._look_page())
        self._stack.addWidget(self.imported)
        self.body.addWidget(self._stack, 1)
        self.body.addWidget(self.work)
        self.go = fields.button("", "primary", "download")
        self.add_buttons(self.go)
        self.go.clicked.connect(self.bring_in)
        self.imported.taken_back.connect(self.reject)
        self.resize(theme.unit(112), theme.unit(84))
        self.look()

    def look(self) -> None:
        """Read the source with the answers so far."""
        self.go.setEnabled(False)
        self.work.run(self.tr("Reading"), self._seen, self._show, failed=self._unreadable)

    def bring_in(self) -> None:
        """Keep the results in the case."""
        case, preview = self._case, self.preview
        if case is None or preview is None:
            return
        choices = replace(
            self.choices,
            despite_difference=self.identity is not None and self.identity.same.isChecked(),
            again=self.again is not None and self.again.isChecked(),
        )
        app, case_id = self._session.app, case.case_id

        def work(context: JobContext) -> Imported:
            for mapping in self.remembered:
                labs.remember_layout(app, mapping)
            return labs.import_into(app, case_id, preview, choices, context=context)

        self.go.setEnabled(False)
        self.work.run(self.tr("Bringing in"), work, self._done, failed=self._refused)

    def _seen(self, context: JobContext) -> Seen:
        app, case = self._session.app, self._case
        looked = self._looked_at(self.choices, context)
        if case is None:
            return looked, ()
        return looked, labs.doubts(app, case.case_id, looked, self.choices)

    def _looked_at(self, choices: Choices, context: JobContext) -> Preview:
        """The source, with these answers."""
        return labs.preview(self._session.app, self._source, choices, context=context)

    def _look_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.unit())
        column.addLayout(self._asked)
        column.addWidget(self._count)
        column.addWidget(self.results, 3)
        column.addWidget(self._more)
        column.addWidget(self._lost)
        column.addWidget(self.lost_lines, 1)
        parts: tuple[QWidget, ...] = (self._count, self.results, self._more, self._lost)
        for part in (*parts, self.lost_lines):
            part.hide()
        return page

    def _show(self, seen: Seen) -> None:
        self.preview, doubts = seen
        report = self.preview.report(self.choices)
        self._clear()
        for caution in (*self.preview.cautions, *(report.cautions if report else ())):
            self._asked.addWidget(self._caution(caution))
        self.questions = Questions(self.preview)
        self.questions.answered.connect(self._answer)
        self.questions.columns_wanted.connect(self._look_at_columns)
        self.questions.sheets_chosen.connect(self._take_sheets)
        self._asked.addWidget(self.questions)
        for doubt in doubts:
            self._doubt(doubt, report)
        self._list(report)
        self._settle()

    def _caution(self, caution: Reason) -> QWidget:
        return fields.sign("info", labels.reason(caution), "text")

    def _doubt(self, doubt: Reason, report: SentReport | None) -> None:
        if doubt.code == DIFFERS and report is not None and self._case is not None:
            names = frozenset(str(doubt.parameters["fields"]).replace(",", " ").split())
            self.identity = IdentityBox(self._case, report, names)
            self.identity.same.toggled.connect(lambda _on: self._settle())
            self._asked.addWidget(self.identity)
            return
        tone = "danger" if doubt.code in _GRAVE else "warning"
        self._asked.addWidget(fields.sign("triangle-alert", labels.reason(doubt), tone))
        if doubt.code == KNOWN:
            self.again = QCheckBox(self.tr("Bring in what is new all the same"))
            self.again.toggled.connect(lambda _on: self._settle())
            self._asked.addWidget(self.again)

    def _clear(self) -> None:
        self.identity = self.again = None
        while (item := self._asked.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()

    def _list(self, report: SentReport | None) -> None:
        results = report.results if report else ()
        rejected = report.rejected if report else ()
        self.results.show_results(results)
        self.lost_lines.show_lines(rejected)
        self._count.setText(self.tr("%n result(s)", "", len(results)))
        self._lost.setText(self.tr("%n line(s) not understood", "", len(rejected)))
        more = len(results) - MOST
        self._more.setText(self.tr("and %n more", "", max(more, 0)))
        self._more.setVisible(more > 0)
        self._count.setVisible(report is not None)
        self.results.setVisible(report is not None)
        self._lost.setVisible(bool(rejected))
        self.lost_lines.setVisible(bool(rejected))
        self.grow()

    def _settle(self) -> None:
        """The button says whose case it is, and waits for every answer."""
        whose = labels.name(self._case.patient) if self._case else ""
        self.go.setText(self.tr("Bring into the case of {name}").format(name=whose))
        self.go.setEnabled(self._is_settled())

    def _is_settled(self) -> bool:
        preview = self.preview
        report = preview.report(self.choices) if preview else None
        if preview is None or report is None or preview.questions or not report.results:
            return False
        same = self.identity is None or self.identity.same.isChecked()
        return same and (self.again is None or self.again.isChecked())

    def _answer(self, question: Question, option: str) -> None:
        self.choices = self.choices.answered(question, option)
        self.look()

    def _take_sheets(self, names: tuple[str, ...]) -> None:
        self.choices = replace(self.choices, sheets=names)
        self.look()

    def _look_at_columns(self, sheet: str) -> None:
        if self.preview is None:
            return
        view = next(one for one in self.preview.sheets if one.sheet.name == sheet)
        dialog = MappingDialog(view, self.choices, self._looked_at, self)
        if dialog.exec():
            self.choices = dialog.answered
            if dialog.keep.isChecked():
                self.remembered.append(dialog.mapping)
            self.look()

    def _unreadable(self, error: MedDxError) -> None:
        self._clear()
        self._list(None)
        self.work.tell_error(error)

    def _refused(self, error: MedDxError) -> None:
        self.work.tell_error(error)
        self._settle()

    def _done(self, done: Imported) -> None:
        if self._case is not None:
            self._session.refresh(self._case.case_id)
        report = self.preview.report(self.choices) if self.preview else None
        self.imported.show_done(done, report.rejected if report else ())
        self._stack.setCurrentWidget(self.imported)
        self.go.hide()
        if not done.rejected:
            self.resize(theme.unit(72), theme.unit(28))
        self.leave.setFocus()
