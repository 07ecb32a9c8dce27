"""A few films looked at again after every change of models, device or program: what shifted?

The owner chooses films of the store; the sample of each package always takes part. Their scores
are compared with those of the last look. What came of it lies as plain numbers beside the store,
without any film or patient, so that `meddx doctor` can tell it without a passphrase.
"""

import json
import logging
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import cv2
import numpy as np

from meddx_desktop import __version__
from meddx_desktop.core.domain.imaging import Source
from meddx_desktop.core.domain.people import Action
from meddx_desktop.core.errors import InvalidEntry, MedDxError
from meddx_desktop.core.imaging import read
from meddx_desktop.core.imaging.correct import corrected
from meddx_desktop.core.inference.package import Package
from meddx_desktop.core.inference.preprocess import prepare
from meddx_desktop.core.jobs import JobContext
from meddx_desktop.core.operations import images
from meddx_desktop.core.operations.access import Desk
from meddx_desktop.core.operations.application import Application
from meddx_desktop.core.safe_files import write_replacing

log = logging.getLogger(__name__)

FILE = "sentinel.json"
MOST_FILMS = 50
POINTS = 5.0
"""A shift of so many points of 100 is worth a word even where no call changed."""
_FILMS, _LAST = "sentinel_films", "sentinel_last"
_FILM = Source(Path("film"))

Scores = dict[str, dict[str, float | None]]
"""Film -> model and finding -> score; None where there is no score."""


@dataclass(frozen=True, slots=True)
class Shift:
    """What a look found, compared with the one before."""

    at: str
    mark: str
    """What looked: program, models, networks, devices."""
    films: int
    first: bool = False
    """There was nothing to compare with."""
    largest: float = 0.0
    """Largest change of a score, in points of 100."""
    calls: int = 0
    """Films that changed sides of a threshold."""
    lost: int = 0
    """Films that had a score and have none now, or the other way round."""

    @property
    def matters(self) -> bool:
        """Whether somebody should look at it."""
        return bool(self.calls or self.lost or self.largest >= POINTS)


def chosen(app: Application) -> tuple[tuple[str, str], ...]:
    """Case and SOP Instance UID of each chosen film."""
    with app.access.using(Action.SCREEN) as desk:
        return _films(desk.store.kept.get(_FILMS))


def choose(app: Application, films: Sequence[tuple[str, str]]) -> None:
    """Choose the films; the next look begins anew.

    Raises
    ------
    InvalidEntry
        ``sentinel_too_many``; ``sentinel_film_missing``: a film is not in the store.
    """
    if len(films) > MOST_FILMS:
        raise InvalidEntry("sentinel_too_many", limit=MOST_FILMS)
    with app.access.using(Action.SET_THRESHOLD) as desk:
        for case_id, uid in films:
            if desk.store.cases.object_of(case_id, uid) is None:
                raise InvalidEntry("sentinel_film_missing")
        with desk.changing():
            desk.store.kept.set(_FILMS, json.dumps([list(film) for film in films]))
            desk.store.kept.set(_LAST, "")
            desk.tell("sentinel_chosen", count=len(films))


def mark(app: Application) -> str:
    """What would look now. Loads every network, so it is slow the first time."""
    parts = [__version__]
    for package in app.registry.screening:
        try:
            session = app.pool.session(package)
        except MedDxError as error:
            parts.append(f"{package.name} {error.code}")
            continue
        version = package.manifest.version
        parts.append(f"{package.name} {version} {session.sha256} {session.provider}")
    return "\n".join(parts)


def look(app: Application, *, context: JobContext) -> Shift | None:
    """Look if anything changed since the last look; None where nothing did.

    Raises
    ------
    StoreRefused
        ``store_locked``.
    JobCancelled
        The next start looks.
    """
    now = mark(app)
    with app.access.using(None) as desk:
        before = _last(desk.store.kept.get(_LAST))
        films = _still_there(desk, before)
    if before.get("mark") == now:
        return None
    scores = _scores(app, films, context)
    shift = _compared(app, now, scores, before.get("scores"))
    with app.access.using(None) as desk, desk.changing():
        desk.store.kept.set(_LAST, json.dumps({"mark": now, "scores": scores}))
        if not shift.first:  # a beginning is no change
            desk.tell(
                "sentinel_run",
                count=shift.films,
                changed=f"{shift.largest:.1f} / {shift.calls} / {shift.lost}",
            )
    try:
        write_replacing(app.folder / FILE, json.dumps(asdict(shift)).encode())
    except OSError:
        log.warning("the look after a change was not written for the check-up")
    return shift


def last(folder: Path) -> Shift | None:
    """What the last look found, as it lies beside the store; None where there was none."""
    try:
        return Shift(**json.loads((folder / FILE).read_text("utf-8")))
    except (OSError, ValueError, TypeError):
        return None


def _films(text: str | None) -> tuple[tuple[str, str], ...]:
    return tuple((str(case_id), str(uid)) for case_id, uid in json.loads(text or "[]"))


def _still_there(desk: Desk, before: dict[str, Any]) -> tuple[tuple[str, str], ...]:
    """The chosen films; one that was erased meanwhile is forgotten here too."""
    films = _films(desk.store.kept.get(_FILMS))
    there = [film for film in films if desk.store.cases.object_of(*film) is not None]
    if len(there) < len(films):
        gone = {" ".join(film) for film in films if film not in there}
        scores = before.get("scores", {})
        before["scores"] = {film: said for film, said in scores.items() if film not in gone}
        with desk.changing():
            desk.store.kept.set(_FILMS, json.dumps(there))
            desk.store.kept.set(_LAST, json.dumps(before) if "mark" in before else "")
    return tuple(there)


def _last(text: str | None) -> dict[str, Any]:
    try:
        found = json.loads(text or "{}")
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def _scores(app: Application, films: Sequence[tuple[str, str]], context: JobContext) -> Scores:
    found: Scores = {}
    total = len(films) + len(app.registry.screening)
    for package in app.registry.screening:
        found[f"sample {package.name}"] = _of_sample(app, package)
        context.progress(len(found), total)
    for case_id, uid in films:
        found[f"{case_id} {uid}"] = _of_film(app, case_id, uid, context)
        context.progress(len(found), total)
    return found


def _of_sample(app: Application, package: Package) -> dict[str, float | None]:
    """The package's own picture, past the gate."""
    names = [f"{package.name} {label.name}" for label in package.manifest.labels if label.shown]
    try:
        content = np.fromfile(package.folder / "sample/input.png", np.uint8)
        picture = cv2.imdecode(content, cv2.IMREAD_GRAYSCALE)
        tensor = prepare(np.asarray(picture, np.uint8), package.manifest.preprocessing)
        logits = app.pool.session(package).run(tensor)["logits"]
    except (MedDxError, OSError, cv2.error):
        return dict.fromkeys(names)
    return {
        f"{package.name} {label.name}": _pressed(
            label.slope * float(logits[0, label.index]) + label.intercept
        )
        for label in package.manifest.labels
        if label.shown
    }


def _pressed(log_odds: float) -> float:
    return float(1.0 / (1.0 + np.exp(-np.clip(log_odds, -60.0, 60.0))))


def _of_film(
    app: Application, case_id: str, uid: str, context: JobContext
) -> dict[str, float | None]:
    """A stored film; one that was erased since has no scores, which is told."""
    with app.access.using(None) as desk:
        case, name = desk.store.cases.load(case_id), desk.store.cases.object_of(case_id, uid)
        entry = case.film(uid) if case else None
        if entry is None or name is None:
            return {}
        content = bytes(desk.store.objects.get(name))
    try:
        results = images.screen(
            app,
            corrected(read.open_bytes(content, _FILM), entry.correction),
            stated=entry.stated,
            context=context,
        )
    except MedDxError:
        return {}
    found: dict[str, float | None] = {}
    for said in (result.screening for result in results):
        for finding in said.findings:
            key = f"{said.model.name if said.model else ''} {finding.name}"
            found[key] = max(finding.probability, found.get(key) or 0.0)
    return found


def _compared(app: Application, now: str, scores: Scores, before: Scores | None) -> Shift:
    at = datetime.now(UTC).isoformat(timespec="seconds")
    if before is None:
        return Shift(at, now, len(scores), first=True)
    thresholds = {
        f"{package.name} {label.name}": label.threshold
        for package in app.registry.screening
        for label in package.manifest.labels
    }
    largest, calls, lost = 0.0, set(), set()
    for film in {*scores, *before}:
        said, told = scores.get(film, {}), before.get(film, {})
        for key in {*said, *told}:
            new, old = said.get(key), told.get(key)
            if new is None or old is None:
                if new is not old:
                    lost.add(film)
                continue
            largest = max(largest, abs(new - old) * 100.0)
            limit = thresholds.get(key, 0.5)
            if (new >= limit) is not (old >= limit):
                calls.add(film)
    return Shift(at, now, len(scores), False, round(largest, 2), len(calls), len(lost))
