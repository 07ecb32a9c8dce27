"""Two days beside each other: every test that one of them has."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from meddx_desktop.core.domain.laboratory import Quantity
from meddx_desktop.gui import icons, theme
from meddx_desktop.gui.labs_tab import cells, flag_marks, shown
from meddx_desktop.gui.labs_tab.board import Row, group_order, when
from meddx_desktop.words.cells import table_text

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_FLAGS = (2, 4)
"""Columns of the flags of the first and the second day."""


@dataclass(frozen=True, slots=True)
class Pair:
    """One test on both days; the last result of each day."""

    title: str
    """Of the panel."""
    name: str
    first: Row | None
    second: Row | None

    @property
    def difference(self) -> str:
        """Second less first, with per cent; empty where that can't be said."""
        one, other = _number(self.first), _number(self.second)
        if one is None or other is None or one.unit != other.unit:
            return ""
        by = round(other.value - one.value, 9)
        sign = "+" if by > 0 else "−" if by < 0 else "±"
        share = f" ({sign}{100 * abs(by / one.value):.0f} %)" if one.value else ""
        return f"{sign}{shown.number(abs(by))}{share}"


def _number(row: Row | None) -> Quantity | None:
    quantity = row.one.quantity if row else None
    return None if quantity is None or quantity.comparator is not None else quantity


def days(rows: Iterable[Row]) -> list[str]:
    """Every day with a result that stands, the newest first."""
    return sorted({_day(row) for row in rows if _counts(row)}, reverse=True)


def pairs(rows: Sequence[Row], first: str, second: str) -> list[Pair]:
    """All tests of two days, in the order of their names."""
    found: dict[tuple[str, str], dict[str, Row]] = {}
    for row in sorted(filter(_counts, rows), key=lambda row: when(row.line)):
        if _day(row) in (first, second):
            found.setdefault((row.group, row.name), {})[_day(row)] = row
    ordered = sorted(found, key=lambda key: (group_order(key[0]), key[1].casefold()))
    made = []
    for key in ordered:
        title = next(iter(found[key].values())).title
        made.append(Pair(title, key[1], found[key].get(first), found[key].get(second)))
    return made


def as_text(model: "PairsModel") -> str:
    """The whole table with tabs, its headings first."""
    across, columns = Qt.Orientation.Horizontal, range(model.columnCount())
    lines = [[str(model.headerData(column, across)) for column in columns]]
    for row in range(model.rowCount()):
        lines.append([str(model.data(model.index(row, column)) or "") for column in columns])
    return table_text(lines)


def _counts(row: Row) -> bool:
    return row.line.stands and not row.is_cancelled and row.one.sent.taken is not None


def _day(row: Row) -> str:
    taken = row.one.sent.taken
    return "" if taken is None else taken.astimezone().strftime("%Y-%m-%d")


class PairsModel(QAbstractTableModel):
    """Panel, test, both days with their flags, difference, range."""

    def __init__(self) -> None:
        super().__init__()
        self._pairs: list[Pair] = []
        self._heads = [""] * 7

    def show(self, pairs: list[Pair], first: str, second: str) -> None:
        """Replace everything."""
        self.beginResetModel()
        self._pairs = pairs
        flag = self.tr("Flag")
        self._heads = [self.tr("Test"), first, flag, second, flag]
        self._heads += [self.tr("Difference"), self.tr("Range")]
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        """How many tests."""
        return 0 if parent.isValid() else len(self._pairs)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Always the same."""
        return 0 if parent.isValid() else len(self._heads)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401
        """The two days stand in the headings."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _side(section)
        return self._heads[section] if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """One cell."""
        column, pair = index.column(), self._pairs[index.row()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _side(column)
        if role == Qt.ItemDataRole.ToolTipRole and column == 0:
            return pair.title
        if column in _FLAGS and role != Qt.ItemDataRole.DisplayRole:
            return _sign(pair.first if column == _FLAGS[0] else pair.second, role)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        newest = pair.second or pair.first
        return (
            pair.name,
            _value(pair.first),
            _flag(pair.first),
            _value(pair.second),
            _flag(pair.second),
            pair.difference,
            cells.cell(newest, cells.Column.RANGE) if newest else "",
        )[column]


def _flag(row: Row | None) -> str:
    return cells.cell(row, cells.Column.FLAG) if row else ""


def _sign(row: Row | None, role: int) -> Any:  # noqa: ANN401
    """Icon and colour of a flag; its word stands beside them."""
    if row is None:
        return None
    mark = flag_marks.of_row(row)[0]
    if role == Qt.ItemDataRole.ForegroundRole:
        return theme.tone(mark.tone)
    is_icon = role == Qt.ItemDataRole.DecorationRole and mark.icon
    return icons.icon(mark.icon, mark.tone) if is_icon else None


def _value(row: Row | None) -> str:
    return shown.value(row.one) if row else "–"


def _side(column: int) -> Qt.AlignmentFlag:
    """Numbers stand to the right."""
    side = Qt.AlignmentFlag.AlignRight if column in (1, 3, 5) else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
