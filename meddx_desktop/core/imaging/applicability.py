"""Whether a model was made for a film, judged by what film and user say about it."""

from meddx_desktop.core.domain.finding import Reason
from meddx_desktop.core.domain.imaging import Acquisition, View
from meddx_desktop.core.inference.manifest import Applicability

_NO_FILM = frozenset({"modality_outside", "body_part_outside", "for_processing"})

_AGE_DOUBTS = frozenset(
    {
        "age_conflict",
        "age_unreadable",
        "birth_date_conflict",
        "study_date_ahead",
        "study_date_missing",
    }
)


def outside(applies: Applicability, film: Acquisition) -> tuple[Reason, ...]:
    """Every stated fact that speaks against the model; silence speaks neither way."""
    reasons = (
        _for_processing(film),
        _modality(applies, film),
        _body_part(applies, film),
        _view(applies, film),
        _age(applies, film),
    )
    return tuple(reason for reason in reasons if reason is not None)


def is_no_film(reasons: tuple[Reason, ...]) -> bool:
    """Whether the header alone says that this is no film to be looked at by the pixel gate."""
    return any(reason.code in _NO_FILM for reason in reasons)


def missing(applies: Applicability, film: Acquisition) -> tuple[Reason, ...]:
    """Facts without which the model must not score."""
    if applies.age_days is not None and film.age is None:
        return (Reason("age_missing"),)
    return ()


def doubtful_age(applies: Applicability, notes: tuple[Reason, ...]) -> tuple[Reason, ...]:
    """What the file says of the age and can't be right; a typed age does not overrule it."""
    if applies.age_days is None:
        return ()
    return tuple(note for note in notes if _is_about_age(note))


def _is_about_age(note: Reason) -> bool:
    unreadable_birth = note.parameters.get("attribute") == "PatientBirthDate"
    return note.code in _AGE_DOUBTS or (note.code == "date_unreadable" and unreadable_birth)


def cautions(applies: Applicability, film: Acquisition) -> tuple[Reason, ...]:
    """Facts that the film does not state and the model was made for."""
    found: list[Reason] = []
    if applies.modalities and not film.modality:
        found.append(Reason("modality_not_stated"))
    if applies.views and film.view is View.UNKNOWN:
        found.append(Reason("view_not_stated", {"views": ", ".join(applies.views)}))
    return tuple(found)


def _for_processing(film: Acquisition) -> Reason | None:
    return Reason("for_processing") if film.for_processing else None


def _modality(applies: Applicability, film: Acquisition) -> Reason | None:
    if not applies.modalities or not film.modality or film.modality in applies.modalities:
        return None
    return Reason("modality_outside", {"modality": film.modality})


def _body_part(applies: Applicability, film: Acquisition) -> Reason | None:
    stated = film.body_part.upper()
    if not applies.body_parts or not stated or stated in applies.body_parts:
        return None
    return Reason("body_part_outside", {"body_part": film.body_part})


def _view(applies: Applicability, film: Acquisition) -> Reason | None:
    if not applies.views or film.view is View.UNKNOWN or film.view in applies.views:
        return None
    return Reason("view_outside", {"views": ", ".join(applies.views), "view": film.view.value})


def _age(applies: Applicability, film: Acquisition) -> Reason | None:
    if applies.age_days is None or film.age is None:
        return None
    low, high = applies.age_days
    if low <= film.age.days <= high:
        return None
    return Reason(
        "age_outside",
        {"low_days": low, "high_days": high + 1, "age_days": film.age.days},
    )
