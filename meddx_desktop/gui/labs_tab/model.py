"""Laboratory lines as an editable table."""

from collections.abc import Mapping
from dataclasses import astuple, dataclass, replace
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from meddx_desktop.core.domain.case import LabRow
from meddx_desktop.gui import icons, theme

Index = QModelIndex | QPersistentModelIndex
_FIELDS = ("name", "value", "unit", "taken")
READ = len(_FIELDS)
"""The column that says what became of a line."""
_NO_PARENT = QModelIndex()


@dataclass(frozen=True, slots=True)
class ReadAs:
    """What a typed line was read as: words, icon, tone."""

    words: str
    icon: str = ""
    tone: str = "muted"


class LabsModel(QAbstractTableModel):
    """Name, value, unit, time taken: kept as typed; beside them what was read."""

    read_changed = Signal(object, object)
    """First and last cell of what was read: no typed cell changed."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[LabRow] = []
        self._read: dict[int, ReadAs] = {}
        self.read_only = False

    @property
    def filled(self) -> tuple[LabRow, ...]:
        """The lines in which anything stands."""
        return tuple(row for row in self._rows if any(astuple(row)))

    def filled_with(self, index: Index, text: str) -> tuple[LabRow, ...]:
        """The same while a cell is being typed into."""
        rows = list(self._rows)
        rows[index.row()] = replace(rows[index.row()], **{_FIELDS[index.column()]: text.strip()})
        return tuple(row for row in rows if any(astuple(row)))

    def show_read(self, read: Mapping[int, ReadAs]) -> None:
        """Say beside each filled line what was read, by its number among them."""
        filled = [place for place, row in enumerate(self._rows) if any(astuple(row))]
        self._read = {filled[number]: one for number, one in read.items() if number < len(filled)}
        self._tell_read()

    def _tell_read(self) -> None:
        if self._rows:
            last = self.index(len(self._rows) - 1, READ)
            self.read_changed.emit(self.index(0, READ), last)

    def is_blank(self, place: int) -> bool:
        """Whether nothing stands in a line."""
        return not any(astuple(self._rows[place]))

    def show(self, rows: tuple[LabRow, ...]) -> None:
        """Replace all lines."""
        self.beginResetModel()
        self._rows = list(rows)
        self._read = {}
        self.endResetModel()

    def add(self, rows: list[LabRow], at: int | None = None) -> int:
        """Put lines in, at the end unless told where; returns the first one's place."""
        place = len(self._rows) if at is None else at
        if rows:
            self.beginInsertRows(_NO_PARENT, place, place + len(rows) - 1)
            self._rows[place:place] = rows
            self._read = {}
            self.endInsertRows()
        return place

    def remove(self, places: list[int]) -> None:
        """Take lines out."""
        for place in sorted(places, reverse=True):
            self.beginRemoveRows(_NO_PARENT, place, place)
            del self._rows[place]
            self._read = {}
            self.endRemoveRows()

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        """How many lines."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        """Four to type into, and one to read."""
        return 0 if parent.isValid() else len(_FIELDS) + 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Every cell can be typed into, unless the case is signed."""
        flags = super().flags(index)
        is_fixed = self.read_only or index.column() == READ
        return flags if is_fixed else flags | Qt.ItemFlag.ItemIsEditable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """The text of a cell; values stand to the right."""
        if not index.isValid():
            return None
        if index.column() == READ:
            return _read(self._read.get(index.row()), role)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return getattr(self._rows[index.row()], _FIELDS[index.column()])
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() == 1:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Keep what was typed."""
        if role != Qt.ItemDataRole.EditRole or not index.isValid() or index.column() == READ:
            return False
        text = str(value).strip()
        changed = replace(self._rows[index.row()], **{_FIELDS[index.column()]: text})
        if changed != self._rows[index.row()]:
            self._read.pop(index.row(), None)
        self._rows[index.row()] = changed
        self.dataChanged.emit(index, index)
        return True

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401
        """The names of the columns."""
        if role == Qt.ItemDataRole.TextAlignmentRole and orientation == Qt.Orientation.Horizontal:
            side = Qt.AlignmentFlag.AlignRight if section == 1 else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        names = (self.tr("Test"), self.tr("Value"), self.tr("Unit"), self.tr("Taken"))
        return (*names, self.tr("Read as"))[section]


def _read(one: ReadAs | None, role: int) -> Any:  # noqa: ANN401
    if one is None:
        return None
    if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
        return one.words
    if role == Qt.ItemDataRole.ForegroundRole:
        return theme.tone(one.tone)
    is_icon = role == Qt.ItemDataRole.DecorationRole and one.icon
    return icons.icon(one.icon, one.tone) if is_icon else None


def rows_from_text(text: str) -> list[LabRow]:
    """Lines pasted from a table, cells divided by tabs; a fifth and later cell joins the last.

    A line without a tab is a name alone: nothing is dropped.
    """
    rows = []
    for line in text.splitlines():
        cells = [cell.strip() for cell in line.split("\t")]
        if any(cells):
            cells += [""] * (len(_FIELDS) - len(cells))
            rows.append(LabRow(cells[0], cells[1], cells[2], " ".join(cells[3:]).strip()))
    return rows
