"""The row of tools above the film; it breaks into two where the width runs out."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QToolButton, QWidget

from meddx_desktop.gui import theme
from meddx_desktop.gui.image_tab.actions import ImageActions
from meddx_desktop.gui.image_tab.command_table import PRESETS
from meddx_desktop.gui.widgets import fields
from meddx_desktop.gui.widgets.flow_layout import FlowLayout


class ImageToolBar(QFrame):
    """Buttons for the actions that the mouse needs most; all others are in menus and on keys."""

    def __init__(self, actions: ImageActions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("imageTools")
        self.setProperty("role", "header")
        self.setAccessibleName(self.tr("Image tools"))
        self._actions = actions
        tools = QWidget()
        self._flow = FlowLayout(tools, gap=theme.unit(1), line_gap=theme.unit(0.5))
        self.presets = self._preset_button()
        self._add("tool_window", "tool_pan", "tool_zoom")
        self._flow.addWidget(self.presets)
        self._add("fit", "one_to_one")
        self._add("rotate_left", "rotate_right", "flip_h", "invert", "reset")
        self._frames = self._add("previous_frame", "cine", "next_frame")
        self.heat = self._button("heat")
        self.heat.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.unit(), theme.unit(0.5), theme.unit(), theme.unit(0.5))
        row.setSpacing(theme.unit())
        row.addWidget(tools, 1)
        row.addWidget(self.heat, 0, Qt.AlignmentFlag.AlignTop)
        self.show_frames(many=False)

    def show_frames(self, *, many: bool) -> None:
        """The frame buttons are there only for films that have several."""
        self._frames.setVisible(many)

    def show_preset(self, name: str) -> None:
        """Which window is on, on the button that offers the others."""
        if self.presets.text() != name:
            self.presets.setText(name)
            self.presets.setAccessibleName(self.tr("Window preset: {name}").format(name=name))

    def _preset_button(self) -> QPushButton:
        button = fields.button("", "quiet", "chevron-down")
        button.setObjectName("presetButton")
        button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        button.setToolTip(self.tr("Window presets (keys 2 to 9, D for the default)"))
        self.preset_menu = QMenu(self)
        self.preset_menu.addActions([self._actions["default_window"], self._actions["full_range"]])
        self.preset_menu.addSeparator()
        self.preset_menu.addActions([self._actions[key] for key in PRESETS])
        button.clicked.connect(
            lambda: self.preset_menu.popup(button.mapToGlobal(button.rect().bottomLeft()))
        )
        return button

    def _add(self, *keys: str) -> QWidget:
        """Buttons that belong together and stay on one line."""
        group = QWidget()
        row = QHBoxLayout(group)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.unit(0.25))
        for key in keys:
            row.addWidget(self._button(key))
        self._flow.addWidget(group)
        return group

    def _button(self, key: str) -> QToolButton:
        button = QToolButton()
        button.setDefaultAction(self._actions[key])
        button.setIconSize(QSize(theme.unit(2.25), theme.unit(2.25)))
        return button
