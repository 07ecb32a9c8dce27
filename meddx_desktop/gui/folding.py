"""Folds the side panels to rails and back, by hand or where the room asks for it."""

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Protocol

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QSplitter

from meddx_desktop.gui import theme
from meddx_desktop.gui.room import Plan, Side, Wish, plan

_RAIL = 7
_OPEN = {"worklist": 33, "assessment": 36}
_LEAST = {"worklist": 24, "assessment": 30}
_PLACES = {"worklist": 0, "assessment": 2}
_UNBOUND = 16_777_215
"""Qt's own largest width."""


class Foldable(Protocol):
    """A side panel."""

    def set_folded(self, folded: bool) -> None:
        """Draw the rail, or the whole panel."""

    def setMinimumWidth(self, width: int) -> None:
        """Of QWidget."""

    def setMaximumWidth(self, width: int) -> None:
        """Of QWidget."""


class Folding(QObject):
    """Holds what the user wishes of each side, and carries it out."""

    def __init__(
        self,
        splitter: QSplitter,
        panels: dict[str, Foldable],
        actions: dict[str, QAction],
        *,
        show_compact: Callable[[bool], None],
    ) -> None:
        super().__init__(splitter)
        self._splitter, self._panels, self._actions = splitter, panels, actions
        self._show_compact = show_compact
        self._step = theme.unit()
        self._sides = {name: Side(theme.unit(_OPEN[name])) for name in panels}
        self._folded: dict[str, bool] = {}
        self._compact: bool | None = None
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.settle)
        for name, action in actions.items():
            action.setChecked(True)
            action.triggered.connect(lambda on, name=name: self.wish(name, open_=on))
        splitter.splitterMoved.connect(self._remember)

    def is_folded(self, name: str) -> bool:
        """Whether a side shows its rail."""
        return self._folded.get(name, False)

    def wish(self, name: str, *, open_: bool) -> None:
        """By hand: this side stays so until it is changed by hand."""
        self._sides[name] = replace(self._sides[name], wish=Wish.OPEN if open_ else Wish.FOLDED)
        self.fit()

    def toggle(self, name: str) -> None:
        """The other way round, by hand."""
        self.wish(name, open_=self.is_folded(name))

    def fit(self) -> None:
        """Carry out what the window's size and the wishes ask for."""
        window = self._splitter.window()
        made = self._planned(window.width(), window.height())
        self._fold("worklist", made.worklist_folded)
        self._fold("assessment", made.assessment_folded)
        if made.compact != self._compact:
            self._compact = made.compact
            self._show_compact(made.compact)

    def kept(self) -> str:
        """Widths, in steps of the grid so that they grow with the text, and wishes."""
        sides = self._sides.items()
        return json.dumps(
            {name: [round(side.width / self._step, 1), side.wish] for name, side in sides}
        )

    def restore(self, kept: str) -> None:
        """Take over what was kept; what can't be read leaves the usual widths."""
        try:
            found = json.loads(kept) if kept else {}
            sides = {
                name: Side(theme.unit(float(width)), Wish(wish))
                for name, (width, wish) in found.items()
            }
        except (ValueError, TypeError, AttributeError):
            sides = {}
        for name in self._sides.keys() & sides.keys():
            least = theme.unit(_LEAST[name])
            self._sides[name] = replace(sides[name], width=max(sides[name].width, least))
        self._folded.clear()
        self.fit()

    def settle(self) -> None:
        """Give both sides their widths, once the layout knows the window's."""
        for name, side in self._sides.items():
            if not self.is_folded(name):
                self._size(name, side.width)

    def _planned(self, width: int, height: int) -> Plan:
        return plan(
            width,
            height,
            step=theme.unit(),
            rail=theme.unit(_RAIL),
            worklist=self._sides["worklist"],
            assessment=self._sides["assessment"],
        )

    def _fold(self, name: str, folded: bool) -> None:
        self._actions[name].setChecked(not folded)
        if self._folded.get(name) == folded:
            return
        self._folded[name] = folded
        panel = self._panels[name]
        panel.set_folded(folded)
        panel.setMinimumWidth(theme.unit(_RAIL if folded else _LEAST[name]))
        panel.setMaximumWidth(theme.unit(_RAIL) if folded else _UNBOUND)
        self._size(name, theme.unit(_RAIL) if folded else self._sides[name].width)
        self._soon.start()

    def _size(self, name: str, width: int) -> None:
        """Give a side its width; the centre pays or gains."""
        sizes = self._splitter.sizes()
        total, place = sum(sizes), _PLACES[name]
        sizes[place] = width
        sizes[1] = max(1, total - sizes[0] - sizes[2])
        self._splitter.setSizes(sizes)

    def _remember(self) -> None:
        """A side dragged to another width keeps it."""
        for name, side in self._sides.items():
            if not self.is_folded(name):
                width = self._splitter.sizes()[_PLACES[name]]
                self._sides[name] = replace(side, width=width)
