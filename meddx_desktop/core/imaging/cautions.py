"""What to beware of beside a score: what was done to the film, how unlike it is, what ran."""

from meddx_desktop.core.domain.correction import done
from meddx_desktop.core.domain.finding import Reason
from meddx_desktop.core.imaging.read import Film
from meddx_desktop.core.inference.cache import Outputs
from meddx_desktop.core.inference.session import CUDA, ModelSession


def of_correction(film: Film) -> tuple[Reason, ...]:
    """Say so when the film was turned or un-inverted for the model."""
    what = done(film.correction)
    if film.correction is None or not what:
        return ()
    told = Reason("film_corrected", {"correction": what})
    # Turned by half, a film that came flipped top to bottom is a mirror image.
    half = film.correction.turned_clockwise == 180
    return (told, Reason("turned_maybe_mirrored")) if half else (told,)


def of_device(session: ModelSession) -> tuple[Reason, ...]:
    """Say so when something else runs than was asked for."""
    if not session.fell_back:
        return ()
    return (Reason("provider_fell_back", {"asked": CUDA, "used": session.provider}),)


def unlike(outputs: Outputs, limit: float | None, code: str) -> tuple[Reason, ...]:
    """The reason `code` when the film lies farther than `limit` from those of the training."""
    distance = outputs.get("atypicality")
    if limit is None or distance is None or float(distance[0]) <= limit:
        return ()
    return (Reason(code),)
