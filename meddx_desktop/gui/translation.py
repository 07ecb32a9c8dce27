"""The language of the window: which one, and loading it."""

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from meddx_desktop.core.paths import RESOURCES

LANGUAGES = ("en", "zh_CN")


def language_for(setting: str, system: QLocale) -> str:
    """The language asked for; with ``auto`` Chinese where the system speaks it, else English."""
    if setting in LANGUAGES:
        return setting
    return "zh_CN" if system.language() == QLocale.Language.Chinese else "en"


class Translation:
    """Puts one language in, taking the one before out."""

    def __init__(self, app: QCoreApplication) -> None:
        self._app = app
        self._loaded: list[QTranslator] = []

    def use(self, language: str) -> bool:
        """Speak `language`; False (and English) where its compiled file is missing.

        English has a file too, for its plural forms.
        """
        for translator in self._loaded:
            self._app.removeTranslator(translator)
        self._loaded.clear()
        QLocale.setDefault(QLocale(language))
        qt = QTranslator(self._app)
        path = RESOURCES / "translations"
        if not qt.load(f"meddx_{language}.qm", str(path)):
            return language == "en"
        self._app.installTranslator(qt)
        self._loaded.append(qt)
        return True
