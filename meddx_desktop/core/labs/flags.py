"""The laboratory's own flags (HL7 table 0078, arrows, Chinese words) beside the program's."""

from meddx_desktop.core.domain.finding import Reason
from meddx_desktop.core.domain.laboratory import Interpretation
from meddx_desktop.core.labs.characters import fold

_OF = {
    "H": Interpretation.HIGH,
    "HI": Interpretation.HIGH,
    "HIGH": Interpretation.HIGH,
    "↑": Interpretation.HIGH,
    "高": Interpretation.HIGH,
    "偏高": Interpretation.HIGH,
    "升高": Interpretation.HIGH,
    "L": Interpretation.LOW,
    "LO": Interpretation.LOW,
    "LOW": Interpretation.LOW,
    "↓": Interpretation.LOW,
    "低": Interpretation.LOW,
    "偏低": Interpretation.LOW,
    "降低": Interpretation.LOW,
    "HH": Interpretation.CRITICAL_HIGH,
    "H*": Interpretation.CRITICAL_HIGH,
    "HU": Interpretation.HIGH,
    "↑↑": Interpretation.CRITICAL_HIGH,
    ">": Interpretation.HIGH,
    "LL": Interpretation.CRITICAL_LOW,
    "L*": Interpretation.CRITICAL_LOW,
    "LU": Interpretation.LOW,
    "↓↓": Interpretation.CRITICAL_LOW,
    "<": Interpretation.LOW,
    "N": Interpretation.NORMAL,
    "NORMAL": Interpretation.NORMAL,
    "正常": Interpretation.NORMAL,
    "A": Interpretation.ABNORMAL,
    "AA": Interpretation.ABNORMAL,
    "ABNORMAL": Interpretation.ABNORMAL,
    "POS": Interpretation.ABNORMAL,
    "*": Interpretation.ABNORMAL,
    "异常": Interpretation.ABNORMAL,
}
_SERIOUS = {
    Interpretation.NORMAL: 0,
    Interpretation.ABNORMAL: 1,
    Interpretation.LOW: 1,
    Interpretation.HIGH: 1,
    Interpretation.CRITICAL_LOW: 2,
    Interpretation.CRITICAL_HIGH: 2,
}
_DIRECTION = {
    Interpretation.LOW: -1,
    Interpretation.CRITICAL_LOW: -1,
    Interpretation.HIGH: 1,
    Interpretation.CRITICAL_HIGH: 1,
}


def laboratorys(sent: tuple[str, ...]) -> Interpretation | None:
    """The most serious of the flags that were sent; None where there is none that is known."""
    known = [_OF[text] for flag in sent if (text := fold(flag).strip().upper()) in _OF]
    return max(known, key=_SERIOUS.__getitem__, default=None)


def together(
    ours: Interpretation | None, sent: tuple[str, ...], *, is_words: bool
) -> tuple[Interpretation | None, tuple[Reason, ...]]:
    """One flag of both, and a caution where they differ.

    The more serious one stands: a laboratory's alarm is never lost because a range of the program
    is wider, nor the other way round. Where the program can say nothing, the laboratory's stands,
    and that is said. Words have no flag but the laboratory's.
    """
    theirs = laboratorys(sent)
    if theirs is None:
        return ours, ()
    if is_words and ours is None:
        return theirs, ()
    said: dict[str, str | int | float] = {"laboratory": theirs.value}
    if ours is None:
        return theirs, (Reason("lab_flag_is_laboratorys", said),)
    if ours is theirs or _agrees(ours, theirs):
        return (ours if _SERIOUS[ours] >= _SERIOUS[theirs] else theirs), ()
    stands = theirs if _SERIOUS[theirs] > _SERIOUS[ours] else ours
    said["program"] = ours.value
    return stands, (Reason("lab_flags_differ", said),)


def _agrees(ours: Interpretation, theirs: Interpretation) -> bool:
    """Abnormal without a direction is no contradiction to high or low."""
    return theirs is Interpretation.ABNORMAL and ours in _DIRECTION
