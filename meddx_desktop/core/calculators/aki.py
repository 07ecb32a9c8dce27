"""Whether the creatinine is moving: KDIGO's criteria for acute kidney injury, on two values.

Read at https://bestpractice.bmj.com/topics/en-gb/3000117/criteria, which quotes KDIGO's guideline
(not opened itself).
"""

from meddx_desktop.core.domain.case import Answer

_STEP_MG_DL = 0.3
_STEP_HOURS = 48.0
_RATIO = 1.5
_RATIO_HOURS = 7 * 24.0
_ROUNDING = 1e-9


def creatinine_moves(first_mg_dl: float, second_mg_dl: float, hours_between: float) -> Answer:
    """Whether two creatinines differ by as much as acute kidney injury would make them.

    A fall counts like a rise: recovery makes an estimate as wrong as injury does.

    Parameters
    ----------
    first_mg_dl, second_mg_dl : float
    hours_between : float
        Time from the first to the second blood draw.

    Returns
    -------
    Answer
        UNKNOWN when they lie further apart than the criteria look.

    Raises
    ------
    ValueError
        When a creatinine is not above zero, or the second was not drawn after the first.
    """
    if min(first_mg_dl, second_mg_dl) <= 0 or hours_between <= 0:
        raise ValueError("two creatinines above zero, the later one second")
    low, high = sorted((first_mg_dl, second_mg_dl))
    if hours_between > _RATIO_HOURS:
        return Answer.UNKNOWN
    by_step = hours_between <= _STEP_HOURS and high - low >= _STEP_MG_DL - _ROUNDING
    by_ratio = high / low >= _RATIO - _ROUNDING
    return Answer.YES if by_step or by_ratio else Answer.NO


def creatinine_changes(first_mg_dl: float, second_mg_dl: float, hours_between: float) -> bool:
    """Whether two creatinines within seven days differ by the step, whatever the hours between.

    Two samples 49 hours apart are no longer what the criteria ask for, and the creatinine is not
    steady for that: an estimate is worked out, and says so.

    Parameters
    ----------
    first_mg_dl, second_mg_dl : float
    hours_between : float
        Time from the first to the second blood draw.
    """
    is_near = 0 < hours_between <= _RATIO_HOURS
    return is_near and abs(second_mg_dl - first_mg_dl) >= _STEP_MG_DL - _ROUNDING
