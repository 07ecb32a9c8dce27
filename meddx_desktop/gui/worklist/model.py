"""The cases as Qt's list model: pages of them, fetched when they come into sight."""

from collections import OrderedDict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from enum import IntEnum
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
)

from meddx_desktop.core import operations
from meddx_desktop.core.domain.people import Action, may
from meddx_desktop.core.errors import MedDxError
from meddx_desktop.core.operations import assessment_first, worklist
from meddx_desktop.core.operations.worklist import EVERYTHING, Filter
from meddx_desktop.gui.worklist.lines import Row, row_of

Index = QModelIndex | QPersistentModelIndex
PAGE = 100
_PAGES = 6
"""Pages in memory: those in sight, and some that were just seen."""


class Role(IntEnum):
    """What else a row holds, besides its text."""

    ROW = Qt.ItemDataRole.UserRole + 1
    CASE_ID = Qt.ItemDataRole.UserRole + 2


class WorklistModel(QAbstractListModel):
    """Narrowed and sorted by the store; only a few pages are in memory, however many cases."""

    def __init__(self, app: operations.Application, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._app = app
        self._pages: OrderedDict[int, list[Row]] = OrderedDict()
        self._count = 0
        self._namesakes: frozenset[str] = frozenset()
        self.narrowed = EVERYTHING
        self.order = app.settings.text("worklist_order")
        self.total = 0
        """All cases, whether they are shown or not."""
        self.unidentified = 0
        """Cases that nobody is named in."""

    def refresh(self, seen: range = range(0)) -> bool:
        """Read the cases anew; True if rows came, went or moved among those that are seen.

        Raises
        ------
        MedDxError
            The store can't be read.
        """
        access = self._app.access
        role = access.role if access.is_open else None
        is_open = role is not None and may(role, Action.OPEN_CASE)
        self.total = worklist.count(self._app) if is_open else 0
        self.unidentified = (
            worklist.count(self._app, Filter(unidentified=True)) if self.total else 0
        )
        everything = self.narrowed == EVERYTHING or not self.total
        count = self.total if everything else worklist.count(self._app, self.narrowed)
        before = self.known(seen)
        pages = {
            number: self._read(number)
            for number in range(seen.start // PAGE, (max(seen.stop, 1) - 1) // PAGE + 1)
            if number * PAGE < count
        }
        after = {row: made.case_id for row, made in _rows(pages) if row in seen}
        moved = count != self._count or before != after
        if moved:
            self.beginResetModel()
        self._count = count
        self._pages = OrderedDict(pages)
        self._namesakes = frozenset(_namesakes(self._pages.values()))
        if moved:
            self.endResetModel()
        elif count:
            self.dataChanged.emit(self.index(0), self.index(count - 1))
        return moved

    def known(self, rows: range) -> dict[int, str]:
        """Which cases stand in these rows, as far as they are in memory."""
        return {row: made.case_id for row, made in _rows(self._pages) if row in rows}

    def load(self, rows: range) -> dict[int, str]:
        """Which cases stand in these rows."""
        for row in range(max(0, rows.start) // PAGE * PAGE, min(rows.stop, self._count), PAGE):
            self._row(row)
        return self.known(rows)

    def index_of(self, case_id: str) -> QModelIndex:
        """Where a case stands, or an invalid index."""
        for row, made in _rows(self._pages):
            if made.case_id == case_id:
                return self.index(row)
        try:
            place = worklist.position(self._app, case_id, order=self.order, narrowed=self.narrowed)
        except MedDxError:
            place = None
        return QModelIndex() if place is None else self.index(place)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """How many cases are shown."""
        return 0 if parent.isValid() else self._count

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """One row's text, or the row itself."""
        if not index.isValid() or index.row() >= self._count or role not in _ANSWERED:
            return None
        row = self._row(index.row())
        if row is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return row.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.spoken
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.spoken.replace(", ", "\n")
        return row if role == Role.ROW else row.case_id

    def _row(self, place: int) -> Row | None:
        number = place // PAGE
        if number not in self._pages:
            self._take_in(number)
        page = self._pages.get(number, [])
        if number in self._pages:
            self._pages.move_to_end(number)
        row = page[place % PAGE] if place % PAGE < len(page) else None
        if row is not None and row.named and row.name in self._namesakes:
            return replace(row, identity=row.told_apart)
        return row

    def _take_in(self, number: int) -> None:
        try:
            self._pages[number] = self._read(number)
        except MedDxError:  # locked in this moment, or damaged: `refresh` is who tells
            return
        while len(self._pages) > _PAGES:
            self._pages.popitem(last=False)
        namesakes = frozenset(_namesakes(self._pages.values()))
        if namesakes - self._namesakes:  # rows drawn before have to say more now
            QTimer.singleShot(0, self, self._changed)
        self._namesakes = namesakes

    def _changed(self) -> None:
        if self._count:
            self.dataChanged.emit(self.index(0), self.index(self._count - 1))

    def _read(self, number: int) -> list[Row]:
        lines = worklist.page(
            self._app,
            order=self.order,
            narrowed=self.narrowed,
            offset=number * PAGE,
            limit=PAGE,
        )
        now = datetime.now(UTC)
        unread = assessment_first.unread(self._app, [line.case_id for line in lines])
        return [row_of(line, now, is_unread=line.case_id in unread) for line in lines]


_ANSWERED = frozenset(
    {
        int(Qt.ItemDataRole.DisplayRole),
        int(Qt.ItemDataRole.AccessibleTextRole),
        int(Qt.ItemDataRole.ToolTipRole),
        int(Role.ROW),
        int(Role.CASE_ID),
    }
)
"""Questions that need the row; Qt asks many others."""


def _rows(pages: Mapping[int, list[Row]]) -> list[tuple[int, Row]]:
    return [
        (number * PAGE + place, row)
        for number, page in pages.items()
        for place, row in enumerate(page)
    ]


def _namesakes(pages: Iterable[list[Row]]) -> set[str]:
    """Names that stand for people with another number or birth date."""
    people: dict[str, set[tuple[str, str]]] = {}
    for page in pages:
        for row in page:
            people.setdefault(row.name, set()).add((row.number, row.born))
    return {name for name, several in people.items() if len(several) > 1}
