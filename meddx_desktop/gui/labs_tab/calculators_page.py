"""The page of calculators: a list to search, and the chosen one in full."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QSplitter, QTreeView, QVBoxLayout, QWidget

from meddx_desktop.core.operations import labs
from meddx_desktop.core.operations.labs import Calculators
from meddx_desktop.gui import labels, theme
from meddx_desktop.gui.case_session import CaseSession
from meddx_desktop.gui.labs_tab import shown
from meddx_desktop.gui.labs_tab.asker import Asker
from meddx_desktop.gui.labs_tab.calculator_detail import CalculatorDetail
from meddx_desktop.gui.labs_tab.calculators_model import CalculatorsModel
from meddx_desktop.gui.widgets import fields

_NAMED = 12


class CalculatorsPage(QWidget):
    """Computed when somebody looks; answers given here are kept nowhere."""

    entry_wanted = Signal(str)

    def __init__(self, session: CaseSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._answers: dict[str, object] = {}
        self._stale = True
        self.asker = Asker(session, self, self._compute)
        self.model = CalculatorsModel(self)
        self.view = QTreeView()
        self.detail = CalculatorDetail()
        self.search = fields.LineEdit()
        self.passed_over = fields.text("", "small", wrap=True)
        self._arrange()
        self.search.textChanged.connect(self._search)
        self.view.selectionModel().currentChanged.connect(lambda now, _before: self._show(now))
        self.detail.entry_wanted.connect(self.entry_wanted)
        self.detail.answered.connect(self._answer)
        self.asker.answered.connect(self._take)
        self.asker.problem.connect(session.problem)
        session.case_opened.connect(self._forget)

    def refresh(self) -> None:
        """The results or the patient changed."""
        self._stale = True
        if self.isVisible():
            self.showEvent(None)

    def showEvent(self, _event: object) -> None:
        """Compute what was not yet."""
        if self._stale and self._session.case is not None:
            self._stale = False
            self.asker.soon()

    def _compute(self, case_id: str) -> Calculators:
        return labs.calculators(self._session.app, case_id, self._answers)  # type: ignore[arg-type]

    def _forget(self) -> None:
        self._answers = {}
        self.model.show(())
        self.detail.clear()
        self.passed_over.hide()
        self.refresh()

    def _take(self, found: Calculators) -> None:
        chosen = self.model.answer_at(self.view.currentIndex())
        self.model.show(found.answers)
        self._unfold()
        if chosen is not None:
            self.view.setCurrentIndex(self.model.index_of(chosen.calculator.name))
        lines = dict.fromkeys(
            f"{shown.test_name(one.observation)} {shown.value(one.observation)}: "
            f"{labels.sentence(one.reason)}"
            for one in found.passed_over
        )
        head = self.tr("Not calculated with:")
        self.passed_over.setText("\n".join([head, *list(lines)[:_NAMED]]))
        self.passed_over.setVisible(bool(lines))

    def _answer(self, name: str, answer: object) -> None:
        self._answers = {key: value for key, value in self._answers.items() if key != name}
        if answer is not None:
            self._answers[name] = answer
        self.asker.soon()

    def _show(self, index: QModelIndex) -> None:
        one = self.model.answer_at(index)
        if one is None:
            self.detail.clear()
        else:
            self.detail.show_answer(one, self._answers)

    def _search(self, words: str) -> None:
        self.model.search(words)
        self._unfold()

    def _unfold(self) -> None:
        self.view.expandAll()
        for place in range(self.model.rowCount()):
            self.view.setFirstColumnSpanned(place, QModelIndex(), True)

    def _arrange(self) -> None:
        self.search.setPlaceholderText(self.tr("Find a calculator"))
        self.search.setAccessibleName(self.tr("Find a calculator"))
        self.search.setClearButtonEnabled(True)
        self.search.setMaximumWidth(theme.letters(28))
        self.view.setModel(self.model)
        self.view.setRootIsDecorated(False)
        self.view.setItemsExpandable(False)
        self.view.setIndentation(0)
        self.view.setUniformRowHeights(True)
        self.view.setAccessibleName(self.tr("Calculators"))
        head = self.view.header()
        head.setStretchLastSection(True)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
        self.view.setColumnWidth(0, theme.unit(32))
        self.view.setColumnWidth(1, theme.unit(20))
        halves = QSplitter(Qt.Orientation.Vertical)
        halves.setHandleWidth(1)
        halves.setChildrenCollapsible(False)
        halves.addWidget(self.view)
        halves.addWidget(self.detail)
        halves.setSizes([theme.unit(28), theme.unit(26)])
        row = QHBoxLayout()
        row.addWidget(self.search)
        row.addStretch(1)
        hint = self.tr("Newest results within 7 days of each other")
        row.addWidget(fields.text(hint, "small"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.unit())
        column.addLayout(row)
        column.addWidget(halves, 1)
        column.addWidget(self.passed_over)
