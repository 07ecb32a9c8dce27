"""The heat map's legend: which finding, what the colours mean, what it does not say."""

import numpy as np
from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QSlider, QWidget

from meddx_desktop.core.operations import images
from meddx_desktop.gui import labels, theme
from meddx_desktop.gui.image_tab.badges import Float
from meddx_desktop.gui.image_tab.q_image import image_of
from meddx_desktop.gui.widgets import fields


class _Bar(QWidget):
    """The colour scale, from low to high."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        levels = images.heat_legend(width=256, height=1)
        self._scale = image_of(np.ascontiguousarray(levels)).copy()

    def sizeHint(self) -> QSize:
        """A flat bar."""
        return QSize(theme.unit(10), theme.unit(1))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the scale over the whole width."""
        painter = QPainter(self)
        painter.drawImage(self.rect(), self._scale)
        painter.end()


class HeatLegend(Float):
    """Stands at the lower edge of the film while a heat map is drawn."""

    opacity_changed = Signal(float)

    def __init__(self, opacity: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("heatLegend")
        self._title = fields.text(role="strong")
        self._title.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        caption = self._caption = fields.text(labels.safety("heat_map"), "small")
        caption.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(0, 100)
        self.slider.setPageStep(10)
        self.slider.setFixedWidth(theme.unit(10))
        self.slider.setAccessibleName(self.tr("Heat map opacity"))
        self.slider.setToolTip(self.tr("Heat map opacity"))
        self.slider.setValue(round(opacity * 100))
        self.slider.valueChanged.connect(lambda value: self.opacity_changed.emit(value / 100))
        row = QHBoxLayout()
        row.setSpacing(theme.unit())
        row.addWidget(fields.text(self.tr("low"), "small"))
        row.addWidget(_Bar(), 1)
        row.addWidget(fields.text(self.tr("high"), "small"))
        row.addSpacing(theme.unit())
        self._opacity = fields.text(self.tr("Opacity"), "small")
        row.addWidget(self._opacity)
        row.addWidget(self.slider)
        self.column.addWidget(self._title)
        self.column.addLayout(row)
        self.column.addWidget(caption)

    def show_finding(self, name: str) -> None:
        """Name the finding whose map is drawn."""
        title = self.tr("Heat map: {finding}").format(finding=labels.label(f"finding.{name}"))
        self._title.setText(title)
        self.setAccessibleName(title)
        self.show()

    def set_compact(self, compact: bool) -> None:
        """On a small viewer only scale and warning stay; the keys still change the opacity."""
        for part in (self._title, self._opacity, self.slider):
            part.setVisible(not compact)

    def size_for(self, room: int) -> QSize:
        """The size in at most `room` pixels of width; the caption breaks rather than be cut."""
        edges = self.column.contentsMargins()
        words = QFontMetrics(self._caption.font()).horizontalAdvance(self._caption.text())
        wrapped = words + edges.left() + edges.right() > room
        if wrapped != self._caption.wordWrap():
            self._caption.setWordWrap(wrapped)
        return QSize(room, self.heightForWidth(room)) if wrapped else self.sizeHint()

    def show_opacity(self, opacity: float) -> None:
        """Move the slider without telling."""
        self.slider.blockSignals(True)
        self.slider.setValue(round(opacity * 100))
        self.slider.blockSignals(False)
