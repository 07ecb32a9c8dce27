"""What every step of a clinician at a case begins and ends with: the case, the words, the trail."""

from meddx_desktop.core.domain.case import Case
from meddx_desktop.core.errors import InvalidEntry
from meddx_desktop.core.operations.access import Desk


def loaded(desk: Desk, case_id: str) -> Case:
    """Load the case, signed or not.

    Raises
    ------
    InvalidEntry
        ``case_gone``.
    """
    case = desk.store.cases.load(case_id)
    if case is None:
        raise InvalidEntry("case_gone")
    return case


def kept(desk: Desk, case: Case, action: str) -> Case:
    """Save the case, tell the trail, and return it; inside `desk.changing()`."""
    desk.store.cases.save(case)
    desk.tell(action, case.case_id)
    return case


def written(text: str, code: str) -> str:
    """Return what somebody wrote, without space around it.

    Raises
    ------
    InvalidEntry
        `code`: nothing was written.
    """
    words = text.strip()
    if not words:
        raise InvalidEntry(code)
    return words
