"""A decision tree as lines: a condition, its two branches below it, how many had the outcome."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from meddx_desktop.gui import theme

Node = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Line:
    """One node of the tree, from top to bottom.

    Attributes
    ----------
    depth : int
    branch : str
        ``yes`` or ``no`` of the condition above; empty for the root.
    input : str
        What is asked here; empty at an end.
    at_most : float
    unit : str
    share : float
        Of the training's people here, with the outcome.
    people : int
    is_way : bool
        Whether the patient comes by here.
    """

    depth: int
    branch: str
    input: str
    at_most: float
    unit: str
    share: float
    people: int
    is_way: bool


def lines(root: Node, values: Mapping[str, float]) -> list[Line]:
    """The tree from top to bottom, with the way that these values take as far as they reach."""
    return list(_lines(root, values, 0, "", is_way=True))


def _lines(
    node: Node, values: Mapping[str, float], depth: int, branch: str, *, is_way: bool
) -> list[Line]:
    name, limit = str(node.get("input", "")), float(node.get("at_most", 0.0))
    unit, share, people = str(node.get("unit", "")), float(node["share"]), int(node["n"])
    made = [Line(depth, branch, name, limit, unit, share, people, is_way)]
    if name:
        known = values.get(name)
        taken = None if known is None else "yes" if known <= limit else "no"
        for side in ("yes", "no"):
            is_next = is_way and side == taken
            made += _lines(node[side], values, depth + 1, side, is_way=is_next)
    return made


class TreeDrawing(QWidget):
    """Conditions with their branches to the left, shares as bars to the right."""

    def __init__(self, tree: list[Line], words: Callable[[Line], str]) -> None:
        super().__init__()
        self._tree = tree
        self._branches = {"": "", "yes": self.tr("yes"), "no": self.tr("no")}
        self._said = [words(one) if one.input else "" for one in tree]
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Decision tree"))
        way = [said for one, said in zip(tree, self._texts, strict=True) if one.is_way]
        self.setAccessibleDescription("; ".join(way))

    @property
    def _texts(self) -> list[str]:
        """Each line without its bar."""
        return [
            ": ".join(part for part in (self._branches[one.branch], said) if part)
            for one, said in zip(self._tree, self._said, strict=True)
        ]

    @property
    def _line(self) -> int:
        return QFontMetrics(theme.font("small")).height() + theme.unit(0.75)

    def sizeHint(self) -> QSize:
        """A line for each node."""
        return QSize(theme.unit(40), self._line * len(self._tree))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Stems first, then words and bars."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        metrics = QFontMetrics(theme.font("small", bold=True))
        numbers = metrics.horizontalAdvance(self._share(1.0, 99999))
        bar = min(theme.unit(14), self.width() // 6)
        room = self.width() - bar - numbers - 2 * theme.unit()
        for place, (one, said) in enumerate(zip(self._tree, self._texts, strict=True)):
            top = place * self._line
            self._stems(painter, place)
            painter.setFont(theme.font("small", bold=one.is_way))
            painter.setPen(theme.tone("accent" if one.is_way else "text"))
            left = one.depth * self._step + theme.unit(0.75)
            box = QRectF(left, top, max(room - left, 1), self._line)
            shown = painter.fontMetrics().elidedText(
                said, Qt.TextElideMode.ElideRight, round(box.width())
            )
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, shown)
            track = QRectF(room + theme.unit(), top + self._line * 0.3, bar, self._line * 0.4)
            painter.fillRect(track, theme.tone("track"))
            track.setWidth(bar * one.share)
            painter.fillRect(track, theme.tone("accent" if one.is_way else "muted"))
            painter.setPen(theme.tone("text" if one.is_way else "muted"))
            end = QRectF(self.width() - numbers, top, numbers, self._line)
            side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(end, side, self._share(one.share, one.people))
        painter.end()

    @property
    def _step(self) -> int:
        return theme.unit(2.5)

    def _share(self, share: float, people: int) -> str:
        return self.tr("{share} % of {people}").format(share=f"{100 * share:.0f}", people=people)

    def _stems(self, painter: QPainter, place: int) -> None:
        """From the condition above down to this line, and across to its words."""
        one = self._tree[place]
        if not one.depth:
            return
        above = max(p for p in range(place) if self._tree[p].depth == one.depth - 1)
        is_way = one.is_way
        painter.setPen(QPen(theme.tone("accent" if is_way else "edge"), 2 if is_way else 1))
        x = (one.depth - 1) * self._step + theme.unit(1)
        middle = (place + 0.5) * self._line
        painter.drawLine(QPointF(x, (above + 0.85) * self._line), QPointF(x, middle))
        painter.drawLine(QPointF(x, middle), QPointF(one.depth * self._step, middle))
