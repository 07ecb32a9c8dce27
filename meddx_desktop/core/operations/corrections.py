"""A film that lies turned or came inverted: the fix that its check names, and taking it back.

The fix is offered, never applied by itself, and a mirror image is never offered: left and right
are told by the side marker alone. The stored film stays as it came.
"""

from datetime import UTC, datetime

from meddx_desktop.core.domain.case import FilmEntry
from meddx_desktop.core.domain.correction import TURNS, Correction
from meddx_desktop.core.domain.finding import Reason
from meddx_desktop.core.domain.people import Action
from meddx_desktop.core.errors import InvalidEntry
from meddx_desktop.core.operations.access import Desk
from meddx_desktop.core.operations.application import Application
from meddx_desktop.core.operations.screening import WaitingFilm, let_wait

_LIES = "rotated"
_INVERTED = "inverted"


def offered(entry: FilmEntry, frame: int) -> Correction | None:
    """What would let this frame be screened, on top of what was corrected already.

    Only where its check says nothing else than how the film is turned, and which way, or that it
    is inverted. What the film needs besides (an age, another model) no turn can give.
    """
    said = [one for one in entry.screenings or () if one.frame == frame]
    if entry.error is not None or not said or any(one.gate.accepted for one in said):
        return None
    reasons = [reason for one in said for reason in one.gate.reasons]
    if not reasons or any(reason.code not in (_LIES, _INVERTED) for reason in reasons):
        return None
    angles = {_lies(reason) for reason in reasons if reason.code == _LIES} or {0}
    if len(angles) > 1 or not angles <= set(TURNS):
        return None
    inverted = any(reason.code == _INVERTED for reason in reasons)
    # It lies turned clockwise by so much; what is left of the circle makes it stand.
    return Correction(TURNS[-TURNS.index(angles.pop())], inverted)


def correct(
    app: Application, case_id: str, uid: str, fix: Correction, *, frame: int = 1
) -> WaitingFilm | None:
    """Screen a film as `fix` has it, on top of what holds already; None when it is gone.

    Raises
    ------
    InvalidEntry
        ``correction_not_offered``: the check of the film does not (or no longer) name this fix.
    NotPermitted
        Not by this role; as `filing.refuse_signed`.
    """
    with app.access.using(Action.SCREEN) as desk, desk.changing():
        entry = _entry(desk, case_id, uid)
        if entry is None:
            return None
        if offered(entry, frame) != fix:
            raise InvalidEntry("correction_not_offered")
        whole = (entry.correction or Correction()).then(fix)
        stated = None if whole.is_nothing else whole.stated(desk.user, datetime.now(UTC))
        film = let_wait(desk, case_id, uid, correction=stated)
        desk.tell("film_corrected", case_id, correction=whole.done)
    return film


def undo(app: Application, case_id: str, uid: str) -> WaitingFilm | None:
    """Screen a film as it is stored again; None when it is gone or nothing was corrected.

    Raises
    ------
    NotPermitted
        Not by this role; as `filing.refuse_signed`.
    """
    with app.access.using(Action.SCREEN) as desk, desk.changing():
        entry = _entry(desk, case_id, uid)
        if entry is None or entry.correction is None:
            return None
        film = let_wait(desk, case_id, uid, correction=None)
        desk.tell("correction_undone", case_id, correction=entry.correction.done)
    return film


def _entry(desk: Desk, case_id: str, uid: str) -> FilmEntry | None:
    case = desk.store.cases.load(case_id)
    return case.film(uid) if case else None


def _lies(reason: Reason) -> int:
    """By how many degrees clockwise the film was turned; -1 where the check does not say."""
    degrees = reason.parameters.get("degrees")
    return int(degrees) if isinstance(degrees, int | float) and degrees % 90 == 0 else -1
