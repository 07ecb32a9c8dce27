"""Lines of the audit trail for a table: loaded page by page as somebody scrolls."""

import json
from datetime import datetime

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
)

from meddx_desktop import words
from meddx_desktop.core.operations.trail import AuditEntry
from meddx_desktop.gui import labels

_SHORT_ID = 8
_INDEX = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class AuditModel(QAbstractTableModel):
    """Time, who, what, case, details; newest first."""

    def __init__(self) -> None:
        super().__init__()
        self.entries: list[AuditEntry] = []
        self.columns = (
            QCoreApplication.translate("audit", "No."),
            QCoreApplication.translate("audit", "Time"),
            QCoreApplication.translate("audit", "Who"),
            QCoreApplication.translate("audit", "What"),
            QCoreApplication.translate("audit", "Case"),
            QCoreApplication.translate("audit", "Details"),
        )

    def clear(self) -> None:
        """Begin anew."""
        self.beginResetModel()
        self.entries = []
        self.endResetModel()

    def add(self, entries: list[AuditEntry]) -> None:
        """Append a page."""
        if entries:
            start = len(self.entries)
            self.beginInsertRows(QModelIndex(), start, start + len(entries) - 1)
            self.entries += entries
            self.endInsertRows()

    def rowCount(self, parent: _INDEX = _ROOT) -> int:
        """How many lines are loaded."""
        return 0 if parent.isValid() else len(self.entries)

    def columnCount(self, parent: _INDEX = _ROOT) -> int:
        """How many columns."""
        return 0 if parent.isValid() else len(self.columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Titles."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section]
        return None

    def data(self, index: _INDEX, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """One cell."""
        entry = self.entries[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return cells(entry)[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(entry)
        return None


def cells(entry: AuditEntry) -> tuple[str, ...]:
    """One entry as it stands in the table."""
    return (
        str(entry.seq),
        local_time(entry),
        entry.user,
        action(entry.action),
        entry.case_id[:_SHORT_ID],
        details(entry),
    )


def tip(entry: AuditEntry) -> str:
    """What the table has no room for."""
    told = QCoreApplication.translate("audit", "UTC {time}").format(time=entry.at_utc)
    if entry.case_id:
        case = QCoreApplication.translate("audit", "Case {id}").format(id=entry.case_id)
        told = f"{told}\n{case}"
    return f"{told}\n{details(entry)}" if details(entry) else told


def action(name: str) -> str:
    """What was done, in words."""
    return words.audit_action(name, labels.translate)


def details(entry: AuditEntry) -> str:
    """The details in words; a damaged entry shows what it holds."""
    try:
        found = json.loads(entry.details)
    except ValueError:
        return labels.plain(entry.details)
    if not isinstance(found, dict):
        return labels.plain(entry.details)
    return " · ".join(f"{_name(key)}: {_value(key, value)}" for key, value in found.items())


def local_time(entry: AuditEntry) -> str:
    """The time on the clock of the day; a damaged one as it stands."""
    try:
        return f"{datetime.fromisoformat(entry.at_local):%Y-%m-%d %H:%M:%S}"
    except ValueError:
        return labels.plain(entry.at_local)


def _name(key: str) -> str:
    return words.audit_detail(key, labels.translate)


def _value(key: str, value: object) -> str:
    if key in ("correction", "finding", "role"):
        return labels.label(f"{key}.{value}")
    return labels.plain(str(value))
