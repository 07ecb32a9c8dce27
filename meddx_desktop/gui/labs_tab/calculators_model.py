"""Calculators as Qt's tree: organs, their values, and folded away what has none and why."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QModelIndex, QObject, QSize, Qt
from PySide6.QtGui import QFontMetrics, QStandardItem, QStandardItemModel

from meddx_desktop.core.operations.labs import Answered, Missing, Refusal, Result
from meddx_desktop.gui import icons, labels, theme
from meddx_desktop.gui.labs_tab import shown
from meddx_desktop.gui.labs_tab.grouped_model import Index

ANSWER = Qt.ItemDataRole.UserRole + 1
FOLD = Qt.ItemDataRole.UserRole + 2
"""Key of a heading that can be folded: organ and kind of outcome."""
_COLUMNS = 3
_LAST = "other"


def title(one: Answered) -> str:
    """What a calculator is called."""
    return labels.label(f"calculator.{one.calculator.name}")


def value(one: Answered) -> str:
    """Its value with the unit of the site; empty without one."""
    site = one.site
    if site is None:
        return published(one)
    return f"{site.value:.{site.decimals}f} {unit(site.unit)}"


def published(one: Answered) -> str:
    """Its value in the unit of the formula; empty without one."""
    outcome = one.outcome
    if not isinstance(outcome, Result):
        return ""
    return f"{outcome.value:.{outcome.decimals}f} {unit(outcome.unit)}".strip()


def both(one: Answered) -> str:
    """The value in the site's unit, and beside it what the formula gave."""
    return value(one) if one.site is None else f"{value(one)} ({published(one)})"


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


def organ(one: Answered) -> str:
    """The group of a calculator."""
    return one.calculator.group


class CalculatorsModel(QStandardItemModel):
    """Organs with a value first; the words of the search must stand in the title."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(0, _COLUMNS, parent)
        self._all: list[Answered] = []
        self._words = ""
        self.setHorizontalHeaderLabels(
            [self.tr("Calculator"), self.tr("Value"), self.tr("Meaning, or what is missing")]
        )
        self._names = {
            "kidney": self.tr("Kidney"),
            "liver": self.tr("Liver"),
            "salts": self.tr("Salts and acid-base"),
            "sugar": self.tr("Sugar and body mass"),
            "lipids": self.tr("Lipids"),
            "blood": self.tr("Blood"),
            "heart": self.tr("Heart and vessels"),
            "acute": self.tr("Acutely ill"),
            _LAST: self.tr("Other"),
        }

    @property
    def is_searched(self) -> bool:
        """Whether only some are shown: then nothing is folded away."""
        return bool(self._words)

    @property
    def first(self) -> str:
        """Name of the first calculator with a value, as they are shown; empty without one."""
        every = (item.data(ANSWER) for item in _below(self.invisibleRootItem()))
        return next((one.calculator.name for one in every if one and _has_value(one)), "")

    def show(self, answers: Iterable[Answered]) -> None:
        """Replace everything."""
        self._all = list(answers)
        self._rebuild()

    def search(self, words: str) -> None:
        """Show those whose title holds all words."""
        self._words = words.casefold().strip()
        self._rebuild()

    def answer_at(self, index: Index) -> Answered | None:
        """The calculator of an index; None for a heading."""
        first = self.index(index.row(), 0, index.parent()) if index.isValid() else QModelIndex()
        found: Answered | None = first.data(ANSWER)
        return found

    def index_of(self, name: str) -> QModelIndex:
        """Where a calculator stands, or an invalid index."""
        found = (
            item.index()
            for item in _below(self.invisibleRootItem())
            if (one := item.data(ANSWER)) is not None and one.calculator.name == name
        )
        return next(found, QModelIndex())

    def headings(self) -> list[QModelIndex]:
        """Organs, and what is folded below them."""
        return [
            item.index() for item in _below(self.invisibleRootItem()) if item.data(ANSWER) is None
        ]

    def _rebuild(self) -> None:
        self.removeRows(0, self.rowCount())
        organs: dict[str, list[Answered]] = {}
        for one in filter(self._fits, self._all):
            organs.setdefault(organ(one), []).append(one)
        for name, ones in sorted(
            organs.items(), key=lambda item: not any(map(_has_value, item[1]))
        ):
            self.appendRow(self._organ(name, ones))

    def _organ(self, name: str, ones: Sequence[Answered]) -> QStandardItem:
        with_value = [one for one in ones if _has_value(one)]
        words = self.tr("{name}  {known} of {all}").format(
            name=self._names.get(name, self._names[_LAST]), known=len(with_value), all=len(ones)
        )
        made = _heading(words)
        made.setFont(theme.font("small", bold=True))
        for one in with_value:
            made.appendRow(_row(one))
        lacking = [one for one in ones if isinstance(one.outcome, Missing)]
        refusing = [one for one in ones if isinstance(one.outcome, Refusal)]
        if lacking:
            names = labels.listed(
                dict.fromkeys(labels.label(f"input.{n}") for n in _lacks(lacking))
            )
            count = self.tr("%n lack(s) something", "", len(lacking))
            said = self.tr("{count}: {names}").format(count=count, names=names)
            made.appendRow(_folded(f"{name} missing", said, lacking))
        if refusing:
            names = labels.listed(map(title, refusing))
            count = self.tr("%n not for this patient", "", len(refusing))
            said = self.tr("{count}: {names}").format(count=count, names=names)
            made.appendRow(_folded(f"{name} refusing", said, refusing))
        return made

    def _fits(self, one: Answered) -> bool:
        text = f"{title(one)} {one.calculator.title} {one.calculator.name}".casefold()
        return all(word in text for word in self._words.split())


def _has_value(one: Answered) -> bool:
    return isinstance(one.outcome, Result)


def _lacks(ones: Iterable[Answered]) -> list[str]:
    return [name for one in ones if isinstance(one.outcome, Missing) for name in one.outcome.names]


def _below(item: QStandardItem) -> Iterable[QStandardItem]:
    for row in range(item.rowCount()):
        child = item.child(row)
        yield child
        yield from _below(child)


def _heading(words: str) -> QStandardItem:
    made = _item(words)
    made.setForeground(theme.tone("muted"))
    made.setToolTip(words)
    return made


def _folded(key: str, words: str, ones: Iterable[Answered]) -> QStandardItem:
    made = _heading(words)
    made.setData(key, FOLD)
    for one in ones:
        made.appendRow(_row(one))
    return made


def _row(one: Answered) -> list[QStandardItem]:
    cells = [_item(words) for words in (title(one), value(one), meaning(one))]
    for column, item in enumerate(cells):
        item.setToolTip(both(one) if column == 1 else item.text())
        item.setForeground(theme.tone("text" if _has_value(one) else "muted"))
        if column == 0:
            item.setData(one, ANSWER)
    if one.cautions:
        cells[0].setIcon(icons.icon("triangle-alert", "warning"))
    return cells


def _item(words: str) -> QStandardItem:
    made = QStandardItem(words)
    made.setEditable(False)
    metrics = QFontMetrics(theme.font())
    wide = metrics.horizontalAdvance(words) + theme.unit(3)
    made.setSizeHint(QSize(wide, metrics.height() + theme.unit(1.25)))
    return made
