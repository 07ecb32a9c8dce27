"""Calculators as Qt's tree: those with a value, those that lack something, those that refuse."""

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetrics

from meddx_desktop.core.operations.labs import Answered, Missing, Refusal, Result
from meddx_desktop.gui import icons, labels, theme
from meddx_desktop.gui.labs_tab import shown
from meddx_desktop.gui.labs_tab.grouped_model import ROOT, GroupedModel, Index

_KINDS: tuple[type, ...] = (Result, Missing, Refusal)
ANSWER = Qt.ItemDataRole.UserRole + 1


def title(one: Answered) -> str:
    """What a calculator is called."""
    return labels.label(f"calculator.{one.calculator.name}")


def value(one: Answered) -> str:
    """Its value with the unit; empty without one."""
    outcome = one.outcome
    if not isinstance(outcome, Result):
        return ""
    return f"{outcome.value:.{outcome.decimals}f} {unit(outcome.unit)}".strip()


def unit(ucum: str) -> str:
    """The unit of a calculator or of an input."""
    return shown.unit(ucum)


def meaning(one: Answered) -> str:
    """The band, what is missing, or why it refuses: one line."""
    outcome = one.outcome
    if isinstance(outcome, Result):
        return labels.listed(labels.label(f"band.{band}") for band in outcome.bands)
    if isinstance(outcome, Missing):
        return labels.listed(labels.label(f"input.{name}") for name in outcome.names)
    return labels.sentence(outcome.code, dict(outcome.parameters))


class CalculatorsModel(GroupedModel):
    """Three groups; the words of the search must stand in the title."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: list[Answered] = []
        self._groups: list[tuple[str, list[Answered]]] = []
        self._words = ""

    def show(self, answers: Iterable[Answered]) -> None:
        """Replace everything."""
        self._all = list(answers)
        self._rebuild()

    def search(self, words: str) -> None:
        """Show those whose title holds all words."""
        self._words = words.casefold()
        self._rebuild()

    def answer_at(self, index: Index) -> Answered | None:
        """The calculator of an index; None for a group."""
        if not index.isValid() or index.internalId() == 0:
            return None
        return self._groups[index.internalId() - 1][1][index.row()]

    def index_of(self, name: str) -> QModelIndex:
        """Where a calculator stands, or an invalid index."""
        for place, (_, ones) in enumerate(self._groups):
            for row, one in enumerate(ones):
                if one.calculator.name == name:
                    return self.createIndex(row, 0, place + 1)
        return QModelIndex()

    def _rebuild(self) -> None:
        heads = (
            self.tr("With a value"),
            self.tr("Something is missing"),
            self.tr("Not for this patient"),
        )
        self.beginResetModel()
        self._groups = []
        for kind, head in zip(_KINDS, heads, strict=True):
            ones = [one for one in self._all if isinstance(one.outcome, kind) and self._fits(one)]
            if ones:
                self._groups.append((head, ones))
        self.endResetModel()

    def _fits(self, one: Answered) -> bool:
        text = f"{title(one)} {one.calculator.title}".casefold()
        return all(word in text for word in self._words.split())

    def columnCount(self, _parent: Index = ROOT) -> int:
        """Title, value, meaning."""
        return 3

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """One cell."""
        if role == Qt.ItemDataRole.SizeHintRole:
            return QSize(0, QFontMetrics(theme.font()).height() + theme.unit(1.25))
        one = self.answer_at(index)
        if one is None:
            return self._of_group(index, role)
        return self._of_answer(one, index.column(), role)

    def _of_answer(self, one: Answered, column: int, role: int) -> Any:  # noqa: ANN401
        if role == ANSWER:
            return one
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return (title, value, meaning)[column](one)
        if role == Qt.ItemDataRole.ForegroundRole:
            is_value = isinstance(one.outcome, Result)
            return theme.tone("text" if is_value or column == 0 else "muted")
        if role == Qt.ItemDataRole.DecorationRole and column == 0 and one.cautions:
            return icons.icon("triangle-alert", "warning")
        return None

    def _of_group(self, index: Index, role: int) -> Any:  # noqa: ANN401
        if not index.isValid() or index.column():
            return None
        head, ones = self._groups[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{head}  ({len(ones)})"
        if role == Qt.ItemDataRole.FontRole:
            return theme.font("small", bold=True)
        return theme.tone("muted") if role == Qt.ItemDataRole.ForegroundRole else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401
        """The names of the columns."""
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        return (self.tr("Calculator"), self.tr("Value"), self.tr("Meaning, or what is missing"))[
            section
        ]
