"""The cells of the table of results: what they say, what they add when pointed at, their order."""

from collections.abc import Callable
from enum import IntEnum

from PySide6.QtCore import QCoreApplication

from meddx_desktop.core.domain.laboratory import Interpretation, Observation
from meddx_desktop.gui import labels
from meddx_desktop.gui.labs_tab import flag_marks, shown
from meddx_desktop.gui.labs_tab.board import Row, when

translate = QCoreApplication.translate


class Column(IntEnum):
    """The columns from left to right."""

    TEST = 0
    VALUE = 1
    FLAG = 2
    RANGE = 3
    TAKEN = 4
    BEFORE = 5
    COURSE = 6


_GRAVITY = {
    Interpretation.CRITICAL_HIGH: 0,
    Interpretation.CRITICAL_LOW: 0,
    Interpretation.ABNORMAL: 1,
    Interpretation.HIGH: 2,
    Interpretation.LOW: 2,
    None: 4,
    Interpretation.NORMAL: 5,
}


def cell(row: Row, column: int) -> str:
    """One cell in words."""
    return _CELLS[Column(column)](row)


def tip(row: Row, column: int) -> str:
    """What a cell says when somebody points at it."""
    return _TIPS[Column(column)](row)


def _test(row: Row) -> str:
    status = flag_marks.of_status(row)
    return f"{row.name} · {status}" if status else row.name


def _flag(row: Row) -> str:
    return labels.listed(mark.word for mark in flag_marks.of_row(row))


def _range(row: Row) -> str:
    reference = row.one.range
    return shown.limits(reference, shown.places_of(row.one)) if reference else ""


def _before(row: Row) -> str:
    if row.before is None:
        return ""
    one = row.before.observation
    then = _bare(one)
    if row.change is None:
        return then
    sign = "+" if row.change > 0 else "−" if row.change < 0 else "±"
    return f"{then}  {sign}{shown.number(abs(round(row.change, 9)))}"


def _bare(one: Observation) -> str:
    """The value without its unit, which stands in the same row already."""
    if one.quantity is None:
        return shown.value(one)
    return shown.value(one).removesuffix(shown.unit(one.quantity.unit)).strip()


def _course(row: Row) -> str:
    count = len(row.history)
    return translate("labs", "{count} values").format(count=count) if count > 1 else ""


def _test_tip(row: Row) -> str:
    sent = row.one.sent
    names = labels.listed(labels.plain(name) for name in sent.names)
    codes = labels.listed(labels.plain(code.value) for code in sent.codes)
    said = translate("labs", "As sent: {names}").format(names=names)
    return f"{said}\n{codes}" if codes else said


def _value_tip(row: Row) -> str:
    if row.one.conversion is None:
        return ""
    sent = shown.sent_value(row.one.sent)
    return translate("labs", "As sent: {value}").format(value=sent)


def _flag_tip(row: Row) -> str:
    return "\n".join(labels.reason(one) for one in row.one.cautions)


def _range_tip(row: Row) -> str:
    reference = row.one.range
    if reference is None or not _range(row):
        return ""
    if reference.is_laboratorys:
        return translate("labs", "The laboratory's own range")
    return reference.source


def _taken_tip(row: Row) -> str:
    return labels.listed(
        dict.fromkeys(
            one for one in (shown.taken(row.one.sent), labels.plain(row.one.sent.taken_text)) if one
        )
    )


def _before_tip(row: Row) -> str:
    if row.before is None:
        return ""
    return f"{shown.value(row.before.observation)}\n{shown.taken(row.before.observation.sent)}"


_CELLS: dict[Column, Callable[[Row], str]] = {
    Column.TEST: _test,
    Column.VALUE: lambda row: shown.value(row.one),
    Column.FLAG: _flag,
    Column.RANGE: _range,
    Column.TAKEN: lambda row: shown.taken(row.one.sent),
    Column.BEFORE: _before,
    Column.COURSE: _course,
}
_TIPS: dict[Column, Callable[[Row], str]] = {
    Column.TEST: _test_tip,
    Column.VALUE: _value_tip,
    Column.FLAG: _flag_tip,
    Column.RANGE: _range_tip,
    Column.TAKEN: _taken_tip,
    Column.BEFORE: _before_tip,
    Column.COURSE: _course,
}
KEYS: dict[Column, Callable[[Row], float | str]] = {
    Column.TEST: lambda row: row.name.casefold(),
    Column.VALUE: lambda row: row.one.quantity.value if row.one.quantity else float("-inf"),
    Column.FLAG: lambda row: 3 if row.asks else _GRAVITY[row.one.interpretation],
    Column.RANGE: _range,
    Column.TAKEN: lambda row: when(row.line).timestamp() if row.one.sent.taken else 0.0,
    Column.BEFORE: lambda row: abs(row.change) if row.change is not None else -1.0,
    Column.COURSE: lambda row: float(len(row.history)),
}
