"""The row of tools above the film."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QMenu, QSizePolicy, QToolBar, QToolButton, QWidget

from meddx_desktop.gui import theme
from meddx_desktop.gui.image_tab.actions import PRESETS, ImageActions


class ImageToolBar(QToolBar):
    """Buttons for the actions that the mouse needs most; all others are in menus and on keys."""

    def __init__(self, actions: ImageActions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("imageTools")
        self.setAccessibleName(self.tr("Image tools"))
        self.setIconSize(QSize(theme.unit(2.25), theme.unit(2.25)))
        self.setMovable(False)
        self._actions = actions
        self._add("tool_window", "tool_pan", "tool_zoom")
        self.presets = self._preset_button()
        self.addWidget(self.presets)
        self.addSeparator()
        self._add("fit", "one_to_one")
        self.addSeparator()
        self._add("rotate_left", "rotate_right", "flip_h", "flip_v", "invert")
        self.addSeparator()
        self._add("reset")
        self._cine_separator = self.addSeparator()
        self._add("previous_frame", "cine", "next_frame")
        self.addWidget(_stretch())
        self._add("heat")
        self.show_frames(many=False)

    def show_frames(self, *, many: bool) -> None:
        """The frame buttons are there only for films that have several."""
        self._cine_separator.setVisible(many)
        for key in ("previous_frame", "cine", "next_frame"):
            self._actions[key].setVisible(many)

    def show_preset(self, name: str) -> None:
        """Which window is on, on the button that offers the others."""
        self.presets.setText(name)
        self.presets.setAccessibleName(self.tr("Window preset: {name}").format(name=name))

    def _preset_button(self) -> QToolButton:
        button = QToolButton()
        button.setObjectName("presetButton")
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        button.setToolTip(self.tr("Window presets (keys 2 to 9, D for the default)"))
        menu = QMenu(button)
        menu.addActions([self._actions["default_window"], self._actions["full_range"]])
        menu.addSeparator()
        menu.addActions([self._actions[key] for key in PRESETS])
        button.setMenu(menu)
        return button

    def _add(self, *keys: str) -> None:
        for key in keys:
            self.addAction(self._actions[key])


def _stretch() -> QWidget:
    made = QWidget()
    made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    return made
