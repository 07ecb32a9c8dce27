"""The decision tree of a plan, drawn: boxes, the lines of their answers, this patient's way."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from meddx_desktop.core.domain.treatment import Node
from meddx_desktop.core.operations.treatment_records import PlanView
from meddx_desktop.gui import theme
from meddx_desktop.gui.treatment import told, tree_layout
from meddx_desktop.gui.treatment.node_box import NodeBox
from meddx_desktop.gui.treatment.tree_layout import Line

_THIN, _THICK = 1.0, 3.0
_ARROW = 5.0


class TreeView(QWidget):
    """The way of the patient by colour, by weight of its lines, and by a word in its boxes."""

    answered = Signal(str, str)

    def __init__(self, view: PlanView, *, may_answer: bool) -> None:
        super().__init__()
        nodes = view.plan.nodes
        self._nodes = {node.key: node for node in nodes}
        self._rows = tree_layout.levels(nodes)
        self.boxes: dict[str, NodeBox] = {}
        self.lines: tuple[Line, ...] = ()
        for node in (self._nodes[key] for row in self._rows for key in row):
            box = NodeBox(
                node,
                view.answered.get(node.key),
                may_answer=may_answer,
                is_first=node is nodes[0],
            )
            box.setParent(self)
            box.answered.connect(self.answered)
            self.boxes[node.key] = box
        self.setAccessibleName(self.tr("Decision tree"))
        self._arrange()

    def sizeHint(self) -> QSize:
        """All of it."""
        return self.minimumSize()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Boxes share the width there is."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        gap, drop = theme.unit(3), theme.unit(5.5)
        most = max(len(row) for row in self._rows)
        room = (self.width() - gap * (most + 1)) / most
        width = max(theme.unit(23), min(theme.unit(42), room))
        heights = {key: self._height(box, round(width)) for key, box in self.boxes.items()}
        places = tree_layout.spots(self._rows, heights, width=width, gap=gap, drop=drop)
        for key, place in places.items():
            self.boxes[key].setGeometry(
                round(place.left), round(place.top), round(place.width), round(place.height)
            )
        nodes = tuple(self._nodes.values())
        self.lines = tree_layout.lines(nodes, self._rows, places, gap=gap, drop=drop)
        low = max(place.bottom for place in places.values())
        least = theme.unit(23) * most + gap * (most + 1)
        self.setMinimumSize(least, round(low + gap))
        self.update()

    @staticmethod
    def _height(box: NodeBox, width: int) -> int:
        layout = box.layout()
        box.ensurePolished()
        return 0 if layout is None else layout.totalHeightForWidth(width) + 4

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The other ways first, so that this patient's stands above them."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for line in sorted(self.lines, key=self.is_taken):
            self._draw(painter, line)
        painter.end()

    def is_taken(self, line: Line) -> bool:
        """Whether this patient goes this way."""
        node = self._nodes[line.start]
        return node.on_path and node.chosen == line.answer

    def _draw(self, painter: QPainter, line: Line) -> None:
        is_taken = self.is_taken(line)
        tone = theme.tone("accent" if is_taken else "edge")
        pen = QPen(tone, _THICK if is_taken else _THIN)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        path = QPainterPath(QPointF(*line.points[0]))
        for point in line.points[1:]:
            path.lineTo(QPointF(*point))
        painter.drawPath(path)
        self._draw_arrow(painter, line.points[-1])
        self._draw_word(painter, line, is_taken=is_taken)

    def _draw_arrow(self, painter: QPainter, at: tuple[float, float]) -> None:
        x, y = at
        painter.setBrush(painter.pen().color())
        head = (QPointF(x, y), QPointF(x - _ARROW, y - _ARROW), QPointF(x + _ARROW, y - _ARROW))
        painter.drawPolygon(head)

    def _draw_word(self, painter: QPainter, line: Line, *, is_taken: bool) -> None:
        node: Node = self._nodes[line.start]
        words = next(told.title(name) for key, name, _ in node.answers if key == line.answer)
        painter.setFont(theme.font("small", bold=is_taken))
        painter.setPen(theme.tone("accent" if is_taken else "muted"))
        x, y = line.points[0]
        room = QRectF(x + theme.unit(0.75), y, theme.unit(16), theme.unit(2.4))
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)
