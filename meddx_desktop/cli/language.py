"""The language of messages and tables: the setting's, else the terminal's. JSON stays English."""

import os

from meddx_desktop.core.paths import data_folder
from meddx_desktop.core.settings import Settings
from meddx_desktop.words import Translate, translator

_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")


def translation() -> Translate:
    """Words for the person at this terminal."""
    return translator(language())


def language() -> str:
    """``en`` or ``zh_CN``: what the person at this terminal reads."""
    chosen = Settings(data_folder() / "settings.json").text("language")
    if chosen == "auto":
        spoken = next((os.environ[name] for name in _VARIABLES if os.environ.get(name)), "")
        chosen = "zh_CN" if spoken.lower().startswith("zh") else "en"
    return chosen
