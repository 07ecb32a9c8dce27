"""Every command of the Image tab as a QAction, made from the table; none does anything yet."""

from PySide6.QtCore import QCoreApplication, QKeyCombination, QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QIcon, QKeyEvent, QKeySequence

from meddx_desktop.gui import icons
from meddx_desktop.gui.image_tab.command_table import COMMANDS, GROUPS, Command
from meddx_desktop.gui.widgets import fields

_CONTEXT = "ImageActions"


class ImageActions(QObject):
    """Makes the actions; keys work in the viewer and its strip, single ones in the whole window."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.by_key: dict[str, QAction] = {}
        tools = QActionGroup(self)
        for command in COMMANDS:
            action = self._make(command)
            self.by_key[command.key] = action
            if command.group == "tools":
                tools.addAction(action)
        self.by_key["tool_window"].setChecked(True)
        self.by_key["corner_text"].setChecked(True)

    def __getitem__(self, key: str) -> QAction:
        return self.by_key[key]

    @property
    def all(self) -> list[QAction]:
        """Every action, in the order of the table."""
        return list(self.by_key.values())

    def for_key(self, event: QKeyEvent) -> QAction | None:
        """The action that a single printable key asks for, wherever the focus is."""
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if held & ~Qt.KeyboardModifier.ShiftModifier or not event.text().strip().isprintable():
            return None
        key = Qt.Key(event.key())
        asked = [QKeySequence(QKeyCombination(held, key)), QKeySequence(event.text().upper())]
        letter = event.text().strip().isalpha()
        for action in self.by_key.values():
            hit = not set(action.shortcuts()).isdisjoint(asked[:1] if letter else asked)
            if hit and action.isEnabled() and action.isVisible() and event.text().strip():
                return action
        return None

    def tint(self) -> None:
        """Give the icons the colour of the current appearance."""
        for command in COMMANDS:
            if command.icon:
                self.by_key[command.key].setIcon(_icon(command))

    def groups(self) -> dict[str, list[QAction]]:
        """The actions under the translated names of their groups, for menus."""
        return {
            _translated(title): [
                self.by_key[command.key] for command in COMMANDS if command.group == group
            ]
            for group, title in GROUPS.items()
        }

    def _make(self, command: Command) -> QAction:
        action = QAction(_translated(command.text), self)
        action.setObjectName(command.key)
        action.setCheckable(command.checkable)
        action.setShortcuts([QKeySequence(key) for key in command.keys])
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        if command.icon:
            action.setIcon(_icon(command))
        set_tip(action, _translated(command.tip))
        return action


def set_tip(action: QAction, tip: str) -> None:
    """A tooltip that ends with the key, as the keyboard of this system names it."""
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    named = fields.plain_words(action.text())
    text = f"{named} ({keys})" if keys else named
    action.setToolTip(f"{text}\n{tip}" if tip else text)
    action.setStatusTip(tip)


def _icon(command: Command) -> QIcon:
    """The icon; one that can be on is drawn in the accent then, on its raised ground."""
    made = icons.icon(command.icon)
    if command.checkable:
        lit = icons.icon(command.icon, "accent")
        for size in lit.availableSizes():
            made.addPixmap(lit.pixmap(size), QIcon.Mode.Normal, QIcon.State.On)
    return made


def _translated(text: str) -> str:
    return QCoreApplication.translate(_CONTEXT, text) if text else ""
