"""Flags, states and questions of results as icon, word and colour."""

from PySide6.QtCore import QCoreApplication

from meddx_desktop.core.domain.laboratory import Interpretation, ResultStatus
from meddx_desktop.gui.labs_tab.board import UNIT, WHICH, Row
from meddx_desktop.gui.widgets.marks import Mark

translate = QCoreApplication.translate
_TONES = {
    Interpretation.CRITICAL_HIGH: "danger",
    Interpretation.CRITICAL_LOW: "danger",
    Interpretation.NORMAL: "muted",
    None: "muted",
}


def of_flag(flag: Interpretation | None) -> Mark:
    """The flag itself. None is not "normal", and never looks like it."""
    return {
        Interpretation.CRITICAL_HIGH: Mark("siren", translate("labs", "Critical high"), "danger"),
        Interpretation.CRITICAL_LOW: Mark("siren", translate("labs", "Critical low"), "danger"),
        Interpretation.HIGH: Mark("arrow-up", translate("labs", "High"), "warning"),
        Interpretation.LOW: Mark("arrow-down", translate("labs", "Low"), "warning"),
        Interpretation.ABNORMAL: Mark("triangle-alert", translate("labs", "Abnormal"), "warning"),
        Interpretation.NORMAL: Mark("", translate("labs", "In range"), "muted"),
        None: Mark("circle-dashed", translate("labs", "Not judged"), "muted"),
    }[flag]


def tone_of(flag: Interpretation | None) -> str:
    """Its colour alone, for what is painted point by point: no word is looked up."""
    return _TONES.get(flag, "warning")


def all_words() -> list[str]:
    """Every word that may stand in the flag's cell."""
    flags = [of_flag(flag).word for flag in (*Interpretation, None)]
    asked = [translate("labs", "Which test?"), translate("labs", "Which unit?")]
    return [*flags, *asked]


def of_row(row: Row) -> list[Mark]:
    """What stands in the flag's cell: the gravest first, a question as something to press."""
    if row.is_cancelled:
        return [Mark("ban", translate("labs", "Cancelled"), "muted")]
    if row.line.replaced:
        return [Mark("history", translate("labs", "Replaced"), "muted")]
    if row.line.is_excluded:
        return [Mark("eye-off", translate("labs", "Left out"), "muted")]
    asked = {
        WHICH: Mark("circle-help", translate("labs", "Which test?"), "accent"),
        UNIT: Mark("circle-help", translate("labs", "Which unit?"), "accent"),
    }
    flag = of_flag(row.one.interpretation)
    if not row.asks:
        return [flag]
    judged = row.one.interpretation not in (None, Interpretation.NORMAL)
    return [flag, asked[row.asks]] if judged else [asked[row.asks]]


def of_status(row: Row) -> str:
    """A word about how final the result is, where that matters."""
    return {
        ResultStatus.CORRECTED: translate("labs", "corrected"),
        ResultStatus.PRELIMINARY: translate("labs", "preliminary"),
    }.get(row.one.sent.status, "")
