"""The results as Qt's tree model: panels, and the results below them; no widget per row."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, Qt

from meddx_desktop.gui.labs_tab.board import Row, group_order, when
from meddx_desktop.gui.labs_tab.cells import KEYS, Column, cell, tip
from meddx_desktop.gui.labs_tab.grouped_model import ROOT, GroupedModel, Index

ROW = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class Narrowing:
    """Which rows are shown.

    Attributes
    ----------
    words : str
        All of them must stand in the name, as shown or as sent.
    abnormal : bool
        Only what is flagged, or asks something.
    every : bool
        Every result, not the newest of each test alone.
    """

    words: str = ""
    abnormal: bool = False
    every: bool = False

    def takes(self, row: Row) -> bool:
        """Whether a row is shown; a critical result is never folded away behind a newer one."""
        if self.abnormal and not row.is_abnormal:
            return False
        if not (self.every or row.is_newest or row.is_critical or row.asks):
            return False
        text = " ".join((row.name, *row.one.sent.names, row.title)).casefold()
        return all(word in text for word in self.words.casefold().split())


class ResultsModel(GroupedModel):
    """Groups at the top level, their rows below; narrowed and sorted here."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: list[Row] = []
        self._groups: list[tuple[str, list[Row]]] = []
        self._narrowing = Narrowing()
        self._sorted: tuple[int, bool] = (Column.TEST, False)
        self._heads = (
            self.tr("Test"),
            self.tr("Value"),
            self.tr("Flag"),
            self.tr("Range"),
            self.tr("Taken"),
            self.tr("Before"),
            self.tr("Course"),
        )

    @property
    def rows(self) -> Sequence[Row]:
        """All rows of the case, shown or not."""
        return self._all

    @property
    def groups(self) -> Sequence[tuple[str, list[Row]]]:
        """What is shown: titles of panels with their rows, in order."""
        return self._groups

    @property
    def count(self) -> int:
        """How many rows are shown."""
        return sum(len(rows) for _, rows in self._groups)

    def show(self, rows: Iterable[Row]) -> None:
        """Replace everything."""
        self._all = list(rows)
        self._rebuild()

    def narrow(self, narrowing: Narrowing) -> None:
        """Show other rows."""
        self._narrowing = narrowing
        self._rebuild()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort inside each panel."""
        self._sorted = (column, order == Qt.SortOrder.DescendingOrder)
        self._rebuild()

    def row_at(self, index: Index) -> Row | None:
        """The result of an index; None for a panel."""
        if not index.isValid() or index.internalId() == 0:
            return None
        return self._groups[index.internalId() - 1][1][index.row()]

    def index_of(self, key: tuple[str, int], column: int = 0) -> QModelIndex:
        """Where a result stands, or an invalid index."""
        for place, (_, rows) in enumerate(self._groups):
            for row, one in enumerate(rows):
                if one.key == key:
                    return self.createIndex(row, column, place + 1)
        return QModelIndex()

    def _rebuild(self) -> None:
        column, backwards = self._sorted
        found: dict[str, list[Row]] = {}
        for row in self._all:
            if self._narrowing.takes(row):
                found.setdefault(row.group, []).append(row)
        for rows in found.values():
            rows.sort(key=lambda row: when(row.line), reverse=True)
            rows.sort(key=KEYS[Column(column)], reverse=backwards)
        self.beginResetModel()
        self._groups = [
            (found[group][0].title, found[group]) for group in sorted(found, key=group_order)
        ]
        self.endResetModel()

    def columnCount(self, _parent: Index = ROOT) -> int:
        """The same everywhere."""
        return len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Texts; the row itself for the one who paints."""
        if not index.isValid():
            return None
        row = self.row_at(index)
        if row is None:
            title, rows = self._groups[index.row()]
            is_title = index.column() == 0 and role == Qt.ItemDataRole.DisplayRole
            return f"{title}  ({len(rows)})" if is_title else None
        column = index.column()
        answers: dict[int, Callable[[], object]] = {
            ROW: lambda: row,
            Qt.ItemDataRole.DisplayRole: lambda: cell(row, column),
            Qt.ItemDataRole.ToolTipRole: lambda: tip(row, column),
            Qt.ItemDataRole.AccessibleTextRole: lambda: (
                f"{self._heads[column]}: {cell(row, column)}"
            ),
        }
        return answers[role]() if role in answers else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401
        """The names of the columns."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._heads[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            right = section == Column.VALUE
            side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None
