"""The page of calculators: a list by organ to search, and the chosen one in full."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QHeaderView, QSplitter, QTreeView, QVBoxLayout, QWidget

from meddx_desktop.core.operations import labs
from meddx_desktop.core.operations.labs import Calculators
from meddx_desktop.gui import labels, theme
from meddx_desktop.gui.case_session import CaseSession
from meddx_desktop.gui.labs_tab import shown
from meddx_desktop.gui.labs_tab.asker import Asker
from meddx_desktop.gui.labs_tab.calculator_detail import CalculatorDetail
from meddx_desktop.gui.labs_tab.calculators_model import FOLD, CalculatorsModel
from meddx_desktop.gui.widgets import fields
from meddx_desktop.gui.widgets.flow_layout import FlowLayout

_NAMED = 12
_SHARE, _AS_NEEDED = QHeaderView.ResizeMode.Stretch, QHeaderView.ResizeMode.ResizeToContents


class CalculatorsPage(QWidget):
    """Computed when somebody looks; answers given here are kept nowhere."""

    entry_wanted = Signal(str)

    def __init__(self, session: CaseSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._answers: dict[str, object] = {}
        self._stale = True
        self._wanted = ""
        """To stand on as soon as the answers are there."""
        self.asker = Asker(session, self, self._compute)
        self.model = CalculatorsModel(self)
        self.view = QTreeView()
        self.detail = CalculatorDetail()
        self.search = fields.LineEdit()
        self.unused = fields.button("", "link")
        self.passed_over = fields.text("", "small", wrap=True)
        self._open: set[str] = set()
        self._arrange()
        self.search.textChanged.connect(self._search)
        self.unused.toggled.connect(self.passed_over.setVisible)
        self.view.selectionModel().currentChanged.connect(lambda now, _before: self._show(now))
        self.view.clicked.connect(self._fold)
        self.view.expanded.connect(lambda index: self._remember(index, is_open=True))
        self.view.collapsed.connect(lambda index: self._remember(index, is_open=False))
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
        self._wanted = ""
        self.model.show(())
        self.detail.clear()
        self._open.clear()
        self.unused.setChecked(False)
        self.unused.hide()
        self.refresh()

    def _take(self, found: Calculators) -> None:
        chosen = self.model.answer_at(self.view.currentIndex())
        self.model.show(found.answers)
        self._unfold()
        self._choose(self._wanted or (chosen.calculator.name if chosen else self.model.first))
        self._wanted = ""
        lines = dict.fromkeys(
            f"{shown.test_name(one.observation)} {shown.value(one.observation)}: "
            f"{labels.sentence(one.reason)}"
            for one in found.passed_over
        )
        more = [self.tr("and %n more", "", len(lines) - _NAMED)] if len(lines) > _NAMED else []
        self.passed_over.setText("\n".join([*list(lines)[:_NAMED], *more]))
        self.unused.setText(self.tr("%n result(s) not calculated with", "", len(lines)))
        self.unused.setVisible(bool(lines))
        self.unused.setChecked(self.unused.isChecked() and bool(lines))

    def _choose(self, name: str) -> None:
        """Stand on a calculator, if it is there; one that is folded away opens."""
        index = self.model.index_of(name)
        if index.isValid():
            self.view.setCurrentIndex(index)

    def reveal(self, name: str) -> None:
        """Stand on a calculator, now or as soon as the answers are there."""
        self._wanted = name
        self._choose(name)
        self.view.setFocus()

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
        """Organs are open; what has no value only where somebody opened it or searches."""
        self.view.blockSignals(True)
        for index in self.model.headings():
            key = index.data(FOLD)
            self.view.setFirstColumnSpanned(index.row(), index.parent(), True)
            self.view.setExpanded(index, not key or key in self._open or self.model.is_searched)
        self.view.blockSignals(False)

    def _fold(self, index: QModelIndex) -> None:
        """A click on a folded line opens it, another one closes it."""
        if index.siblingAtColumn(0).data(FOLD):
            self.view.setExpanded(index, not self.view.isExpanded(index))

    def _remember(self, index: QModelIndex, *, is_open: bool) -> None:
        key = index.data(FOLD)
        if key and not self.model.is_searched:
            (self._open.add if is_open else self._open.discard)(key)

    def _arrange(self) -> None:
        self.search.setPlaceholderText(self.tr("Find a calculator"))
        self.search.setAccessibleName(self.tr("Find a calculator"))
        self.search.setClearButtonEnabled(True)
        self.search.setMaximumWidth(theme.letters(28))
        self.view.setModel(self.model)
        self.view.setRootIsDecorated(False)
        self.view.setIndentation(theme.unit(2))
        self.view.setExpandsOnDoubleClick(False)
        self.view.setAllColumnsShowFocus(True)
        self.view.setUniformRowHeights(True)
        self.view.setAccessibleName(self.tr("Calculators"))
        head = self.view.header()
        head.setStretchLastSection(False)
        head.setSectionsMovable(False)
        for place, mode in enumerate((_SHARE, _AS_NEEDED, _SHARE)):
            head.setSectionResizeMode(place, mode)
        halves = QSplitter(Qt.Orientation.Vertical)
        halves.setHandleWidth(1)
        halves.setChildrenCollapsible(False)
        halves.addWidget(self.view)
        halves.addWidget(self.detail)
        halves.setSizes([theme.unit(28), theme.unit(26)])
        row = FlowLayout(gap=theme.unit(2), line_gap=theme.unit(0.5))
        row.addWidget(self.search)
        hint = self.tr("Newest results within 7 days of each other")
        row.addWidget(fields.text(hint, "small"))
        self.unused.setCheckable(True)
        row.addWidget(self.unused)
        self.unused.hide()
        self.passed_over.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.unit())
        column.addLayout(row)
        column.addWidget(self.passed_over)
        column.addWidget(halves, 1)
