"""What was done to a film, in words; and whether who is signed in may do or undo it."""

from PySide6.QtCore import QCoreApplication

from meddx_desktop.core.domain.correction import Correction
from meddx_desktop.core.domain.people import Action
from meddx_desktop.gui import labels
from meddx_desktop.gui.case_session import CaseSession

_ICONS = {0: "contrast", 270: "rotate-ccw"}


def icon(correction: Correction) -> str:
    """The sign beside the words."""
    return _ICONS.get(correction.turned_clockwise, "rotate-cw")


def what(correction: Correction) -> str:
    """What was done, as a heading: ``Turned 90° to the left``."""
    words = labels.label(f"correction.{correction.done}")
    return words[:1].upper() + words[1:]


def short(correction: Correction) -> str:
    """What was done, in one or two words, where there is little room."""
    turned, inverted = bool(correction.turned_clockwise), correction.inverted
    if turned and inverted:
        return QCoreApplication.translate("corrected", "Turned, un-inverted")
    if turned:
        return QCoreApplication.translate("corrected", "Turned")
    return QCoreApplication.translate("corrected", "Un-inverted")


def who(correction: Correction) -> str:
    """By whom and when."""
    at = labels.moment(correction.at) if correction.at else ""
    pattern = QCoreApplication.translate("corrected", "by {name}, {time}")
    return pattern.format(name=labels.plain(correction.by), time=at)


def whole(correction: Correction) -> str:
    """What was done, by whom and when, on one line."""
    pattern = QCoreApplication.translate("corrected", "{done} {who}")
    return pattern.format(done=what(correction), who=who(correction))


def explained(correction: Correction) -> str:
    """What was done, by whom, and what that means."""
    caution = labels.sentence("film_corrected", {"correction": correction.done})
    return f"{whole(correction)}\n{caution}"


def barred(session: CaseSession) -> str:
    """Why nothing can be corrected now; empty where it can."""
    case = session.case
    if not session.may(Action.SCREEN):
        return QCoreApplication.translate(
            "corrected", "Clinicians, screening officers and the owner screen films."
        )
    if case is not None and case.is_signed:
        return labels.sentence("case_signed")
    return labels.sentence("case_was_signed") if session.is_read_only else ""


def undo_words() -> str:
    """What the button says that takes a correction back."""
    return QCoreApplication.translate("corrected", "Undo correction")


def undo_tip() -> str:
    """What that does."""
    return QCoreApplication.translate(
        "corrected", "Screen the film again as it was stored; its refusal comes back"
    )
