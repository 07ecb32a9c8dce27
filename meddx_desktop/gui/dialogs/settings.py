"""The settings window, drawn from the one table of settings."""

from PySide6.QtWidgets import QComboBox, QFormLayout, QScrollArea, QWidget

from meddx_desktop.core.errors import MedDxError
from meddx_desktop.core.operations.labs_facts import checked_altitude
from meddx_desktop.core.settings import SETTINGS, Setting, Settings, Value
from meddx_desktop.gui import labels, theme
from meddx_desktop.gui.dialogs.frame import Dialog
from meddx_desktop.gui.labs_tab.why_panel import Page
from meddx_desktop.gui.translation import OWN_NAMES
from meddx_desktop.gui.widgets import fields

_ALTITUDE = "site_altitude_m"


class SettingsDialog(Dialog):
    """One line for every setting that is shown; nothing changes before "Apply".

    Parameters
    ----------
    site_rules
        Whether who is signed in may change the rules of the site.
    """

    def __init__(
        self, settings: Settings, parent: QWidget | None = None, *, site_rules: bool = True
    ) -> None:
        super().__init__(self.tr("Settings"), parent)
        form = QFormLayout()
        form.setHorizontalSpacing(theme.unit(3))
        form.setVerticalSpacing(theme.unit(1.5))
        self.boxes: dict[str, QComboBox] = {}
        self.altitude = fields.LineEdit()
        self.told = fields.text("", "small", wrap=True, tone="danger")
        self.told.hide()
        for setting in SETTINGS.values():
            if setting.shown and setting.choices:
                box = self._box(setting, settings[setting.key])
                self._add(form, setting, box, may=site_rules or not setting.site)
                self.boxes[setting.key] = box
        metres = settings.number(_ALTITUDE)
        self.altitude.setText(f"{metres:g}" if metres else "")
        self.altitude.setPlaceholderText(self.tr("not stated"))
        self._add(form, SETTINGS[_ALTITUDE], self.altitude, may=site_rules)
        page = Page()
        page.setLayout(form)
        form.setContentsMargins(0, 0, theme.unit(1.5), 0)
        # Large text on a small screen: the lines scroll, the buttons stay in sight.
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(page)
        self.body.addWidget(area, 1)
        hint = self.tr("Language, appearance and text size change at once; cases stay open.")
        self.body.addWidget(fields.text(hint, "small", wrap=True))
        self.body.addWidget(self.told)
        self.add_accept(self.tr("Apply"), self.tr("Cancel"))
        self.setMinimumWidth(theme.unit(60))
        self.resize(theme.unit(60), page.sizeHint().height() + theme.unit(22))

    @property
    def chosen(self) -> dict[str, Value]:
        """What the boxes and the field stand at."""
        boxes: dict[str, Value] = {key: box.currentData() for key, box in self.boxes.items()}
        return {**boxes, _ALTITUDE: self._metres()}

    def accept(self) -> None:
        """Close, or say why this can be no altitude."""
        try:
            self._metres()
        except ValueError:
            self._tell(self.tr("Write the altitude as a number of metres."))
        except MedDxError as error:
            self._tell(labels.error(error))
        else:
            super().accept()

    def _metres(self) -> float:
        """Nothing written is nothing stated, which the settings keep as 0."""
        words = self.altitude.text().strip().replace(",", "")
        return checked_altitude(float(words) if words else 0.0) or 0.0

    def _tell(self, words: str) -> None:
        self.told.setText(words)
        self.told.show()
        self.altitude.setFocus()  # the lines above give the room: they scroll

    def _box(self, setting: Setting, value: Value) -> QComboBox:
        box = QComboBox()
        for choice in setting.choices:
            name = OWN_NAMES.get(str(choice)) or labels.setting(str(choice))
            box.addItem(name, choice)
        box.setCurrentIndex(box.findData(value))
        return box

    def _add(self, form: QFormLayout, setting: Setting, field: QWidget, *, may: bool) -> None:
        words = labels.setting(setting.key)
        field.setAccessibleName(words)
        if not may:
            field.setEnabled(False)
            field.setToolTip(self.tr("A rule of this site: only an owner changes it."))
        form.addRow(words, field)
