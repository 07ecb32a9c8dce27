"""What the lines and letters mean, and which kinds are shown: one chip a group."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QPushButton, QWidget

from meddx_desktop.gui import theme
from meddx_desktop.gui.notes_tab import groups
from meddx_desktop.gui.notes_tab.groups import Group
from meddx_desktop.gui.widgets import fields
from meddx_desktop.gui.widgets.flow_layout import FlowLayout


class Legend(QWidget):
    """Chips that stand for groups; one that is off hides its mentions in text and list."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chips: dict[Group, QPushButton] = {}
        row = FlowLayout(self, gap=theme.unit(0.5), line_gap=theme.unit(0.5))
        signs = self.tr(
            "Struck out: negated. Raised “?”: possible, “…”: only if it happens."
            " Paler: in the past or of a relative. Dot: corrected by a person. Frame: red flag."
        )
        for group in Group:
            chip = fields.button("", "legend")
            chip.setCheckable(True)
            chip.setChecked(True)
            chip.setIcon(QIcon(groups.swatch(group)))
            chip.setIconSize(QSize(theme.unit(3), theme.unit(1.5)))
            chip.setToolTip(
                f"{self.tr('Show or hide: {group}').format(group=groups.name(group))}\n{signs}"
            )
            chip.toggled.connect(lambda _on: self.changed.emit())
            self.chips[group] = chip
            row.addWidget(chip)
        self._counts = dict.fromkeys(Group, 0)
        self._is_brief = False
        self._show()

    @property
    def shown(self) -> frozenset[Group]:
        """The groups that are on."""
        return frozenset(group for group, chip in self.chips.items() if chip.isChecked())

    def show_counts(self, counts: dict[Group, int]) -> None:
        """How many of each there are; groups without any are left out."""
        self._counts = counts
        self._show()

    def set_brief(self, brief: bool) -> None:
        """Letters alone, where there is little room."""
        if brief != self._is_brief:
            self._is_brief = brief
            self._show()

    def _show(self) -> None:
        for group, chip in self.chips.items():
            count = self._counts.get(group, 0)
            name = "" if self._is_brief else f" {groups.name(group)}"
            chip.setText(f" {groups.letter(group)} {name} {count}")
            chip.setAccessibleName(f"{groups.name(group)}: {count}")
            chip.setVisible(count > 0)
        self.setVisible(any(self._counts.values()))
