"""The worklist: search, filter, order, the cases, and taking one off with undo."""

from PySide6.QtCore import QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QListView,
    QMenu,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from meddx_desktop.core.domain.case import Case, CaseState
from meddx_desktop.core.operations import cases
from meddx_desktop.gui import icons, labels, theme
from meddx_desktop.gui.case_session import CaseSession
from meddx_desktop.gui.notices import Notice, Notices
from meddx_desktop.gui.widgets import fields
from meddx_desktop.gui.widgets.flow_layout import FlowLayout
from meddx_desktop.gui.worklist.delegate import CaseDelegate
from meddx_desktop.gui.worklist.model import Role, WorklistModel
from meddx_desktop.gui.worklist.search_field import SearchField

_REFRESH_MS = 60
_FILTERED = tuple(state for state in CaseState if state is not CaseState.SIGNED)
"""No case can be signed yet: a filter for it would only ever show an empty list."""


class CaseView(QListView):
    """The list itself: letters belong to the film, so it lets them pass."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that walk or choose stay here."""
        if event.text().strip().isprintable() and event.text().strip():
            event.ignore()
        else:
            super().keyPressEvent(event)


class WorklistPanel(QFrame):
    """Lists the cases; a click or the arrow keys open one, nothing else ever does."""

    demonstration_wanted = Signal()
    fold_wanted = Signal()
    """Fold, or unfold."""
    picked = Signal()
    """A case was chosen by mouse or Enter: the hand moves on to its film."""

    def __init__(
        self, session: CaseSession, notices: Notices, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "surface")
        self._session = session
        self._notices = notices
        self._folded = False
        self.model = WorklistModel(session.app, self)
        self.view = self._make_view()
        self._restoring = False
        self._removed: Notice | None = None
        self._soon = QTimer(self, singleShot=True, interval=_REFRESH_MS)
        self._soon.timeout.connect(self.refresh)
        self._search = SearchField()
        self._search.hit_wanted.connect(self._open_hit)
        self._search.setPlaceholderText(self.tr("Search name, ID, birth date"))
        self._search.setAccessibleName(self.tr("Search the worklist"))
        self._search.setClearButtonEnabled(True)
        self._search.textChanged.connect(self._narrow)
        self._states = self._make_states()
        self._orders = self._make_orders()
        self._stack = QStackedWidget()
        self._arrange()
        session.worklist_changed.connect(self._soon.start)
        session.case_opened.connect(self._restore)
        self.refresh()

    def refresh(self) -> None:
        """Read the cases anew; what is open stays selected."""
        at = self.view.verticalScrollBar().value()
        self._restoring = True
        moved = self.model.refresh()
        self._restoring = False
        if moved:
            self._restore()
            self.view.verticalScrollBar().setValue(at)
        narrowed = bool(self.model.search or self.model.state)
        self._stack.setCurrentIndex(0 if self.model.rowCount() else 2 if narrowed else 1)
        self._show_stack()
        case = self._session.case
        self._say_elsewhere(case is not None and not self.model.index_of(case.case_id).isValid())

    def set_folded(self, folded: bool) -> None:
        """A rail of signs, or everything."""
        self._folded = self._delegate.narrow = folded
        self._head.setHidden(folded)
        self._unfold.setVisible(folded)
        self._away.setVisible(folded and not self.elsewhere.isHidden())
        self._show_stack()
        self.view.doItemsLayout()

    def _show_stack(self) -> None:
        """A rail has no room for the words of an empty list."""
        self._stack.setVisible(not self._folded or self._stack.currentIndex() == 0)

    def focus_search(self) -> None:
        """Put the cursor into the search field."""
        if self._folded:
            self.fold_wanted.emit()
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    def step(self, by: int) -> None:
        """Open the next (1) or previous (-1) case."""
        self.refresh()
        current = self.view.currentIndex().row()
        place = max(0, min(self.model.rowCount() - 1, current + by))
        self.view.setCurrentIndex(self.model.index(place))

    def remove_current(self) -> None:
        """Take the open case off the list; a notice offers to undo it."""
        case_id = self.view.currentIndex().data(Role.CASE_ID)
        if not case_id:
            return
        if self._session.case is not None and self._session.case.case_id == case_id:
            self._session.close_case()
        case = cases.remove(self._session.app, case_id)
        self.refresh()
        if case is not None:
            removed = case
            self._removed = Notice(
                self.tr("The case of {name} was taken off the list.").format(
                    name=labels.name_or_film(case)
                ),
                action=self.tr("Undo"),
                on_action=lambda: self._put_back(removed),
            )
            self._notices.tell(self._removed)

    @property
    def can_undo(self) -> bool:
        """Whether a case was taken off and its notice still stands."""
        return self._removed is not None and self._removed in self._notices.waiting

    def undo_removal(self) -> None:
        """Put the case back that was taken off last."""
        notice = self._removed
        if notice is not None and self.can_undo and notice.on_action:
            self._notices.dismiss(notice)
            notice.on_action()

    def _put_back(self, case: Case) -> None:
        self._removed = None
        cases.restore(self._session.app, case)
        self.refresh()
        self._session.open_case(case.case_id)

    def _make_view(self) -> QListView:
        view = CaseView(self)
        view.setModel(self.model)
        self._delegate = CaseDelegate(view)
        view.setItemDelegate(self._delegate)
        view.setUniformItemSizes(True)
        view.setResizeMode(QListView.ResizeMode.Adjust)
        view.setMouseTracking(True)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(self._menu)
        view.setAccessibleName(self.tr("Worklist"))
        view.selectionModel().currentChanged.connect(self._chosen)
        view.clicked.connect(self.picked)
        view.activated.connect(self.picked)
        remove = QAction(icons.icon("trash-2"), self.tr("Take off the list"), view)
        remove.setShortcut(QKeySequence(QKeySequence.StandardKey.Delete))
        remove.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        remove.triggered.connect(self.remove_current)
        view.addAction(remove)
        return view

    def _make_states(self) -> QComboBox:
        box = QComboBox()
        box.setProperty("kind", "quiet")
        box.addItem(self.tr("All states"), None)
        for state in _FILTERED:
            box.addItem(labels.label(f"state.{state.value}"), state)
        box.setAccessibleName(self.tr("Filter by state"))
        box.currentIndexChanged.connect(self._narrow)
        return box

    def _make_orders(self) -> QComboBox:
        box = QComboBox()
        box.setProperty("kind", "quiet")
        box.addItem(self.tr("Newest first"), "newest")
        box.addItem(self.tr("Riskiest first"), "riskiest")
        box.setCurrentIndex(box.findData(self.model.order))
        box.setAccessibleName(self.tr("Order of the list"))
        box.currentIndexChanged.connect(self._reorder)
        return box

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.unit(1.5), 0, 0)
        column.setSpacing(theme.unit(0.5))
        self._head = QWidget()
        head = QVBoxLayout(self._head)
        head.setContentsMargins(theme.unit(1.5), 0, theme.unit(0.5), 0)
        head.setSpacing(theme.unit(0.5))
        fold = fields.tool("chevron-left", self.tr("Fold the worklist"), "F9")
        fold.clicked.connect(self.fold_wanted)
        top = QHBoxLayout()
        top.setSpacing(theme.unit(0.5))
        top.addWidget(self._search, 1)
        top.addWidget(fold)
        head.addLayout(top)
        choices = QWidget()
        row = FlowLayout(choices, gap=theme.unit(0.5), line_gap=0)
        for box in (self._states, self._orders):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            row.addWidget(box)
        head.addWidget(choices)
        self.elsewhere = self._make_elsewhere()
        head.addWidget(self.elsewhere)
        self._unfold = fields.tool("chevron-right", self.tr("Show the worklist"), "F9")
        self._unfold.clicked.connect(self.fold_wanted)
        self._unfold.hide()
        self._away = fields.icon_label("triangle-alert", "warning")
        self._away.setToolTip(self.tr("Open case not in this list"))
        self._away.setAccessibleName(self.tr("Open case not in this list"))
        self._away.hide()
        column.addWidget(self._head)
        column.addWidget(self._unfold, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._away, 0, Qt.AlignmentFlag.AlignHCenter)
        empty = fields.EmptyState(
            "list", self.tr("No cases yet"), self.tr("Drop films here, or press Ctrl+O.")
        )
        demonstration = fields.button(self.tr("Open demonstration"), "link")
        demonstration.clicked.connect(self.demonstration_wanted)
        empty.column.insertWidget(empty.column.count() - 1, demonstration)
        nothing = fields.EmptyState("search", self.tr("No case fits the search"))
        for part in (self.view, empty, nothing):
            self._stack.addWidget(part)
        column.addWidget(self._stack, 1)
        column.addStretch(0)

    def _make_elsewhere(self) -> QWidget:
        """Stands while film and findings belong to a case that the list does not show."""
        made = QWidget()
        row = FlowLayout(made, gap=theme.unit(0.5), line_gap=0)
        words = self.tr("Open case not in this list")
        row.addWidget(fields.sign("triangle-alert", words, "warning", wrap=False))
        show = fields.button(self.tr("Show it"), "link")
        show.setToolTip(self.tr("Empty search and filter"))
        show.clicked.connect(self._show_all)
        row.addWidget(show)
        made.hide()
        return made

    def _say_elsewhere(self, away: bool) -> None:
        self.elsewhere.setVisible(away)
        self._away.setVisible(away and self._folded)

    def _show_all(self) -> None:
        self._search.clear()
        self._states.setCurrentIndex(0)

    def _open_hit(self) -> None:
        """Open the first hit; without a search the list only takes the keyboard over."""
        if self.model.search and self.model.rowCount():
            self.view.setCurrentIndex(self.model.index(0))
            self._chosen(self.view.currentIndex(), QModelIndex())
        self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _narrow(self) -> None:
        self.model.search = self._search.text()
        self.model.state = self._states.currentData()
        self.refresh()

    def _reorder(self) -> None:
        self.model.order = self._orders.currentData()
        self._session.app.settings.set("worklist_order", self.model.order)
        self.refresh()

    def _chosen(self, current: QModelIndex, _previous: QModelIndex) -> None:
        """A row became current by hand; a row restored after a refresh opens nothing."""
        if self._restoring or not current.isValid():
            return
        case_id = str(current.data(Role.CASE_ID))
        if self._session.case is None or self._session.case.case_id != case_id:
            self._session.open_case(case_id)

    def _restore(self) -> None:
        case = self._session.case
        index = self.model.index_of(case.case_id) if case else QModelIndex()
        self._restoring = True
        if index.isValid():
            self.view.setCurrentIndex(index)
        else:
            self.view.clearSelection()
            self.view.setCurrentIndex(QModelIndex())
        self._restoring = False
        self._say_elsewhere(case is not None and not index.isValid())

    def _menu(self, at: QPoint) -> None:
        if self.view.indexAt(at).isValid():
            menu = QMenu(self)
            menu.addActions(self.view.actions())
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(self.view.viewport().mapToGlobal(at))
