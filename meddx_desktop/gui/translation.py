"""The language of the window: which one, and loading it."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QLibraryInfo, QLocale, QTranslator

from meddx_desktop.core.paths import RESOURCES

_QT_WORDS = QLibraryInfo.LibraryPath.TranslationsPath
LANGUAGES = ("en", "zh_CN")
QT_LACKS = (
    QT_TRANSLATE_NOOP("QFileDialog", "&Look in:"),
    QT_TRANSLATE_NOOP("QFileDialog", "Files of &type:"),
)
"""Words of Qt's own file window that its Chinese file leaves in English."""


def language_for(setting: str, system: QLocale) -> str:
    """The language asked for; with ``auto`` Chinese where the system speaks it, else English."""
    if setting in LANGUAGES:
        return setting
    return "zh_CN" if system.language() == QLocale.Language.Chinese else "en"


OWN_NAMES = {"en": "English", "zh_CN": "简体中文"}
"""Each language as those call it who read it; never translated."""


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
        self._load(f"qtbase_{language}", QLibraryInfo.path(_QT_WORDS))
        return self._load(f"meddx_{language}", str(RESOURCES / "translations")) or language == "en"

    def _load(self, name: str, folder: str) -> bool:
        """What is loaded later is asked first; Qt's own words fill file dialogs and menus."""
        made = QTranslator(self._app)
        if not made.load(f"{name}.qm", folder):
            return False
        self._app.installTranslator(made)
        self._loaded.append(made)
        return True
