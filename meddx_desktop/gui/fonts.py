"""The typeface: the program's own, which holds Simplified Chinese, or a system one that does."""

from PySide6.QtGui import QFontDatabase

from meddx_desktop.core.paths import RESOURCES

OWN = "MedDx Sans"


def load() -> str:
    """Register the shipped fonts; returns the family to use, empty where none has Chinese."""
    for path in sorted((RESOURCES / "fonts").glob("*.otf")):
        QFontDatabase.addApplicationFont(str(path))
    chinese = QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese)
    if OWN in QFontDatabase.families():
        return OWN
    liked = ("Noto Sans CJK SC", "Microsoft YaHei UI", "Microsoft YaHei", "PingFang SC")
    return next((family for family in liked if family in chinese), next(iter(chinese), ""))
