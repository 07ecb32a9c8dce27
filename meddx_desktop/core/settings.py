"""Each setting once: key, type, default, choices; loading, saving, migrating the file.

Holds no patient data: recent files and anything else that names a person live in the store.
"""

import json
import logging
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from meddx_desktop.core.errors import CannotWrite, InvalidEntry
from meddx_desktop.core.paths import private_folder
from meddx_desktop.core.safe_files import write_replacing

log = logging.getLogger(__name__)

Value = str | int | float | bool
SCHEMA_VERSION = 1


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting: what it is called, what it may be. Its words stand in `words`."""

    key: str
    default: Value
    choices: tuple[Value, ...] = ()
    low: float | None = None
    high: float | None = None
    shown: bool = True
    """Whether the settings window offers it; window places and the like are kept silently."""
    site: bool = False
    """A rule of the site: `operations.rules.change_rule` changes it and tells the audit trail."""

    def check(self, value: object) -> Value:
        """Return `value` if this setting may hold it.

        Raises
        ------
        InvalidEntry
            ``setting_invalid``: wrong type, outside its choices or limits.
        """
        wrong = InvalidEntry("setting_invalid", key=self.key)
        if (
            isinstance(self.default, float)
            and isinstance(value, int)
            and not isinstance(value, bool)
        ):
            value = float(value)
        if not isinstance(value, (str, int, float, bool)) or type(value) is not type(self.default):
            raise wrong
        if self.choices and value not in self.choices:
            raise wrong
        if isinstance(value, (int, float)):
            if self.low is not None and value < self.low:
                raise wrong
            if self.high is not None and value > self.high:
                raise wrong
        return value


SETTINGS: dict[str, Setting] = {
    setting.key: setting
    for setting in (
        Setting("language", "auto", choices=("auto", "en", "zh_CN")),
        Setting("appearance", "auto", choices=("auto", "dark", "light")),
        Setting("text_scale", 100, choices=(100, 125, 150, 175, 200)),
        Setting("device", "auto", choices=("auto", "cpu", "cuda")),
        Setting("backup_reminder_days", 7, choices=(0, 1, 3, 7, 14, 30)),
        Setting("auto_lock_minutes", 10, choices=(1, 2, 5, 10, 15, 30), site=True),
        Setting("published_ranges", "international", choices=("international", "china"), site=True),
        Setting("similar_cases", "on", choices=("on", "off"), site=True),
        Setting("first_reading", "off", choices=("off", "on"), site=True),
        Setting("site_altitude_m", 0.0, low=-450.0, high=6000.0, site=True),
        Setting("worklist_order", "newest", choices=("newest", "riskiest"), shown=False),
        Setting("watch_folder", "", shown=False),
        Setting("last_user", "", shown=False),
        Setting("heat_map_opacity", 0.45, low=0.0, high=1.0, shown=False),
        Setting("inference_threads", 0, low=0, high=64, shown=False),
        Setting("window_geometry", "", shown=False),
        Setting("window_state", "", shown=False),
    )
}


class Settings:
    """The settings of this installation, kept in one JSON file.

    Parameters
    ----------
    path
        The file; None keeps everything in memory (demonstration, tests, command line).
    """

    def __init__(self, path: Path | None = None) -> None:
        self._path = path
        self._values: dict[str, Value] = {}
        self._listeners: list[Callable[[str, Value], None]] = []
        if path is not None:
            self._values = _load(path)

    def __getitem__(self, key: str) -> Value:
        return self._values.get(key, SETTINGS[key].default)

    def text(self, key: str) -> str:
        """The value of a setting that holds text."""
        return str(self[key])

    def number(self, key: str) -> float:
        """The value of a setting that holds a number."""
        return float(self[key])

    def set(self, key: str, value: Value) -> None:
        """Change one setting, save, and tell who listens.

        Raises
        ------
        InvalidEntry
            When the setting may not hold `value`.
        CannotWrite
            When the file can't be written; the new value holds until the program ends.
        """
        checked = SETTINGS[key].check(value)
        if self[key] == checked:
            return
        self._values[key] = checked
        for listener in tuple(self._listeners):
            listener(key, checked)
        self._save()

    def on_change(self, listener: Callable[[str, Value], None]) -> None:
        """Call `listener(key, value)` after every change."""
        self._listeners.append(listener)

    def _save(self) -> None:
        if self._path is None:
            return
        content = {"schema_version": SCHEMA_VERSION, **self._values}
        try:
            private_folder(self._path.parent)
            write_replacing(self._path, json.dumps(content, indent=1).encode())
        except OSError as error:
            raise CannotWrite("settings_not_saved") from error


def _load(path: Path) -> dict[str, Value]:
    """Read what can be used; a damaged or foreign line falls back to its default."""
    try:
        content = json.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError):
        log.warning("settings unreadable, defaults used")
        return {}
    values: dict[str, Value] = {}
    for key, value in content.items() if isinstance(content, dict) else ():
        if key in SETTINGS:
            try:
                values[key] = SETTINGS[key].check(value)
            except InvalidEntry:
                log.warning("setting ignored", extra={"setting": key})
    return values
