"""The row of tools above the film; what finds no room goes into a menu at its end."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLayout,
    QMenu,
    QPushButton,
    QToolButton,
    QWidget,
)

from meddx_desktop.gui import theme
from meddx_desktop.gui.image_tab.actions import ImageActions
from meddx_desktop.gui.image_tab.command_table import PRESETS
from meddx_desktop.gui.widgets import fields

_GROUPS = (
    ("tool_window", "tool_pan", "tool_zoom"),
    ("fit", "one_to_one"),
    ("previous_frame", "cine", "next_frame"),
    ("rotate_left", "rotate_right", "flip_h", "invert", "reset"),
)
_FRAMES = frozenset(_GROUPS[2])
_FIRST_TO_GO = (
    "reset",
    "rotate_left",
    "rotate_right",
    "flip_h",
    "one_to_one",
    "invert",
    "fit",
    "previous_frame",
    "next_frame",
    "cine",
    "tool_zoom",
    "tool_pan",
)
"""What leaves the row while it is too long; every one of them keeps its key."""


class ImageToolBar(QFrame):
    """Buttons for the actions that the mouse needs most; all others are in menus and on keys."""

    def __init__(self, actions: ImageActions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("imageTools")
        self.setProperty("role", "header")
        self.setAccessibleName(self.tr("Image tools"))
        self._actions = actions
        self._many_frames = False
        self.buttons: dict[str, QToolButton] = {}
        self.presets = self._preset_button()
        self.heat = self._button("heat")
        self.heat.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.more = fields.tool("", self.tr("More image tools"))
        self.more.setText("»")
        self.more_menu = QMenu(self)
        self.more.clicked.connect(
            lambda: self.more_menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))
        )
        self._groups = [self._group(*keys) for keys in _GROUPS]
        self._groups.insert(1, self.presets)
        row = QHBoxLayout(self)
        row.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        row.setContentsMargins(theme.unit(), theme.unit(0.5), theme.unit(), theme.unit(0.5))
        row.setSpacing(theme.unit())
        for group in self._groups:
            row.addWidget(group)
        row.addWidget(self.more)
        row.addStretch(1)
        row.addWidget(self.heat)
        self._fit()

    def show_frames(self, *, many: bool) -> None:
        """The frame buttons are there only for films that have several."""
        self._many_frames = many
        self._fit()

    def show_preset(self, name: str) -> None:
        """Which window is on, on the button that offers the others."""
        if self.presets.text() != name:
            self.presets.setText(name)
            self.presets.setAccessibleName(self.tr("Window preset: {name}").format(name=name))
            self._fit()

    def minimumSizeHint(self) -> QSize:
        """As little as one tool, the window, the menu and the heat map need."""
        parts: tuple[QWidget, ...] = (
            self.buttons["tool_window"],
            self.presets,
            self.more,
            self.heat,
        )
        width = sum(part.sizeHint().width() + theme.unit() for part in parts) + theme.unit(2)
        return QSize(width, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width: other tools in the row."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Put into the menu what does not fit, least used first."""
        shown = {key for key in self.buttons if key != "heat"}
        shown -= set() if self._many_frames else _FRAMES
        hidden: list[str] = []
        for key in _FIRST_TO_GO:
            if self._needed(shown, menu=bool(hidden)) <= self.width():
                break
            if key in shown:
                shown.discard(key)
                hidden.append(key)
        for key, button in self.buttons.items():
            button.setVisible(key in shown or key == "heat")
        for group, keys in zip((self._groups[0], *self._groups[2:]), _GROUPS, strict=True):
            group.setVisible(not shown.isdisjoint(keys))
        self.more.setVisible(bool(hidden))
        self.more_menu.clear()
        self.more_menu.addActions(self._in_order(hidden))

    def _in_order(self, keys: list[str]) -> list[QAction]:
        return [self._actions[key] for group in _GROUPS for key in group if key in keys]

    def _needed(self, keys: set[str], *, menu: bool) -> int:
        """How wide the row is with these buttons."""
        inner, gap = theme.unit(0.25), theme.unit()
        groups = [[key for key in group if key in keys] for group in _GROUPS]
        width = 0
        for group in (group for group in groups if group):
            width += sum(self.buttons[key].sizeHint().width() for key in group)
            width += inner * (len(group) - 1) + gap
        for part in (self.presets, self.heat, *((self.more,) if menu else ())):
            width += part.sizeHint().width() + gap
        return width + 2 * gap

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

    def _group(self, *keys: str) -> QWidget:
        """Buttons that belong together."""
        group = QWidget()
        row = QHBoxLayout(group)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.unit(0.25))
        for key in keys:
            row.addWidget(self._button(key))
        return group

    def _button(self, key: str) -> QToolButton:
        button = QToolButton()
        button.setDefaultAction(self._actions[key])
        button.setIconSize(QSize(theme.unit(2.25), theme.unit(2.25)))
        button.setAccessibleName(fields.plain_words(self._actions[key].text()))
        self.buttons[key] = button
        return button
