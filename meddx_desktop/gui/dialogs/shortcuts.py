"""All keys on one page, read from the menus themselves so that none is forgotten."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QGridLayout, QScrollArea, QWidget

from meddx_desktop.gui import theme
from meddx_desktop.gui.dialogs.frame import Dialog
from meddx_desktop.gui.widgets import fields


class ShortcutsDialog(Dialog):
    """Menu by menu: what it does, and its key."""

    def __init__(
        self, groups: Mapping[str, Sequence[QAction]], parent: QWidget | None = None
    ) -> None:
        super().__init__(self.tr("Keyboard"), parent)
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setHorizontalSpacing(theme.unit(4))
        grid.setVerticalSpacing(theme.unit(0.75))
        line = 0
        for title, actions in groups.items():
            keyed = [action for action in actions if not action.shortcut().isEmpty()]
            if keyed:
                grid.addWidget(fields.text(title, "caption"), line, 0)
                line += 1
            for action in keyed:
                grid.addWidget(fields.text(fields.plain_words(action.text())), line, 0)
                keys = ", ".join(fields.plain_key(key) for key in action.shortcuts())
                grid.addWidget(fields.text(keys, "strong"), line, 1, Qt.AlignmentFlag.AlignRight)
                line += 1
        grid.setRowStretch(line, 1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(inside)
        self.body.addWidget(scroll)
        self.add_close(self.tr("Close"))
        self.resize(theme.unit(64), theme.unit(66))
