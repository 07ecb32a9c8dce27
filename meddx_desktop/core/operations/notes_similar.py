"""Cases of this store whose notes say something alike, by the vectors of signed notes.

Vectors are made in the background of notes that were signed, and lie in the encrypted store. The
rule of the site `SETTING` switches all of it off: then none is made, and those there are deleted.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from meddx_desktop.core.domain.case import Case, standing
from meddx_desktop.core.domain.finding import Decision
from meddx_desktop.core.domain.note import Assertion, MentionKind, NoteReading
from meddx_desktop.core.domain.patient import Age, Sex
from meddx_desktop.core.domain.people import Action
from meddx_desktop.core.errors import InvalidEntry, NotPermitted
from meddx_desktop.core.jobs import JobContext
from meddx_desktop.core.operations.application import Application
from meddx_desktop.core.operations.notes import analyze_note
from meddx_desktop.core.operations.notes_encoder import encoder_of
from meddx_desktop.core.store.note_vectors import NoteVector, NoteVectors

SETTING = "similar_cases"
ON, OFF = "on", "off"
_CHUNK = 800
"""Characters that are read as one: about as many as the encoder looks at."""
_MOST_CHUNKS = 12
_LEADING = 4
_LISTED = 10
_SPARE = 40
"""Nearest ones that are looked up: some may be reopened, removed, or the same person's."""
_BLOCK = 4096

Floats = NDArray[np.float32]
Read = Callable[[str], NoteReading]


class Vectors(Protocol):
    """What turns texts into vectors of one length; `name` tells model and version."""

    @property
    def name(self) -> str:
        """Vectors of another name can't be compared."""

    def vectors(self, texts: Sequence[str]) -> Floats:
        """One row of length 1 for each text."""


@dataclass(frozen=True, slots=True)
class Similar:
    """One case that is like the open one, as far as its line tells."""

    case_id: str
    alike: float
    """Cosine of the two notes, 0 to 1: not a chance of anything."""
    day: date
    age: Age | None
    sex: Sex
    problems: tuple[str, ...]
    accepted: tuple[str, ...]
    """Findings of its films that a clinician accepted; `edited` in the clinician's own words."""
    edited: tuple[str, ...] = ()


def is_on(app: Application) -> bool:
    """Whether this site wants it."""
    return app.settings[SETTING] == ON


def catch_up(app: Application, encoder: Vectors | None, read: Read, context: JobContext) -> int:
    """Make the vectors that are missing, the newest case first; returns how many were made.

    Stops without harm at a lock. While the rule of the site is off nothing is made, and what was
    made is deleted.

    Raises
    ------
    StoreRefused
        ``store_locked``.
    """
    with app.access.using(None) as desk:
        if encoder is None or not is_on(app):
            desk.store.note_vectors.forget_all()
            return 0
        waiting = desk.store.note_vectors.waiting(encoder.name)
    for done, case_id in enumerate(waiting):
        context.progress(done, len(waiting))
        with app.access.using(None) as desk:
            case = desk.store.cases.load(case_id)
        if case is None or not case.is_signed or not case.signatures:
            continue
        made = NoteVector(
            *(case_id, encoder.name, case.signatures[-1].at.isoformat()),
            vector=_small(_vector(encoder, case.note)).tobytes(),
            problems=_leading(read(case.note)),
        )
        with app.access.using(None) as desk, desk.changing():
            if is_on(app):
                desk.store.note_vectors.keep(made)
    return len(waiting)


def bring_up(app: Application, context: JobContext) -> int:
    """`catch_up` with what is installed here; without an encoder nothing is made.

    Raises
    ------
    StoreRefused
        ``store_locked``.
    """
    encoder = encoder_of(app) if is_on(app) else None
    if encoder is None and is_on(app):
        return 0
    return catch_up(app, encoder, lambda text: analyze_note(app, text), context)


def look(app: Application, case_id: str, text: str) -> tuple[Similar, ...]:
    """`similar` with what is installed here.

    Raises
    ------
    MedDxError
        As `similar`; ``similar_cases_no_model``.
    """
    encoder = encoder_of(app)
    if encoder is None:
        raise InvalidEntry("similar_cases_no_model")
    return similar(app, case_id, text, encoder)


def similar(app: Application, case_id: str, text: str, encoder: Vectors) -> tuple[Similar, ...]:
    """The cases whose signed notes are nearest to `text`, the nearest first.

    Other visits of the same person, reopened, removed and demonstration cases are left out.

    Raises
    ------
    NotPermitted
        Not by this role; ``similar_cases_off``.
    StoreRefused, BadOutput, ModelRejected
        Nothing was looked for.
    """
    with app.access.using(Action.OPEN_CASE) as desk:
        if not is_on(app):
            raise NotPermitted("similar_cases_off")
        if not text.strip():
            return ()
        query = _vector(encoder, text)
        numbers, matrix = _matrix(desk.store.note_vectors, encoder.name)
        near = nearest(matrix, query, _SPARE)
        chosen = [numbers[place] for place, _ in near]
        lines = desk.store.note_vectors.listed(chosen, beside=case_id) if chosen else {}
        found: list[Similar] = []
        for place, alike in near:
            line = lines.get(numbers[place])
            case = desk.store.cases.load(line[0]) if line and len(found) < _LISTED else None
            if line is not None and case is not None:
                found.append(_line(case, alike, line[1]))
    return tuple(found)


def nearest(matrix: NDArray[np.int8], query: Floats, count: int) -> list[tuple[int, float]]:
    """Places and cosines of the rows nearest to `query`, the nearest first.

    Parameters
    ----------
    matrix
        One vector a row, each scaled by itself to small integers.
    """
    if not len(matrix) or not float(np.linalg.norm(query)):
        return []
    scores = np.empty(len(matrix), np.float32)
    for start in range(0, len(matrix), _BLOCK):
        block = matrix[start : start + _BLOCK].astype(np.float32)
        lengths = np.sqrt(np.einsum("ij,ij->i", block, block))
        scores[start : start + _BLOCK] = block @ query / np.maximum(lengths, 1e-6)
    scores /= np.linalg.norm(query)
    best = np.argpartition(scores, -min(count, len(scores)))[-min(count, len(scores)) :]
    ordered = best[np.argsort(-scores[best], kind="stable")]
    return [(int(place), max(float(scores[place]), 0.0)) for place in ordered]


def _matrix(kept: NoteVectors, encoder: str) -> tuple[list[int], NDArray[np.int8]]:
    numbers, joined = kept.all(encoder)
    matrix = np.frombuffer(joined, np.int8)
    return numbers, matrix.reshape(len(numbers), -1) if numbers else matrix.reshape(0, 1)


def _vector(encoder: Vectors, text: str) -> Floats:
    """One vector for a note: the mean of those of its parts."""
    parts = _parts(text)
    mean: Floats = encoder.vectors(parts).mean(axis=0, dtype=np.float32)
    length = np.float32(np.linalg.norm(mean))
    return mean / length if length else mean


def _parts(text: str) -> list[str]:
    """Paragraphs joined to parts of like size; of a very long note the beginning."""
    parts: list[str] = []
    for line in filter(None, (" ".join(line.split()) for line in text.splitlines())):
        for start in range(0, len(line), _CHUNK):
            piece = line[start : start + _CHUNK]
            if parts and len(parts[-1]) + len(piece) < _CHUNK:
                parts[-1] += f"\n{piece}"
            else:
                parts.append(piece)
    return parts[:_MOST_CHUNKS] or [""]


def _small(vector: Floats) -> NDArray[np.int8]:
    """A vector as integers from -127 to 127; its length is lost, its direction stays."""
    widest = float(np.abs(vector).max()) or 1.0
    return np.round(vector / widest * 127).astype(np.int8)


def _leading(reading: NoteReading) -> tuple[str, ...]:
    """The problems that a note states, diagnoses before symptoms, each once."""
    kinds = (MentionKind.PROBLEM, MentionKind.SYMPTOM)
    held = [
        mention
        for kind in kinds
        for mention in reading.mentions
        if mention.kind is kind and mention.assertion in (Assertion.PRESENT, Assertion.POSSIBLE)
    ]
    words = {mention.concept or mention.text.casefold(): mention.text for mention in held}
    return tuple(words.values())[:_LEADING]


def _line(case: Case, alike: float, problems: tuple[str, ...]) -> Similar:
    places = dict.fromkeys(word.place for word in case.decisions)
    said = [word for place in places if (word := standing(case.words_on(*place))) is not None]
    return Similar(
        *(case.case_id, alike, case.day, case.age, case.patient.sex, problems),
        accepted=tuple(
            dict.fromkeys(word.finding for word in said if word.decision is Decision.ACCEPTED)
        ),
        edited=tuple(
            dict.fromkeys(word.comment for word in said if word.decision is Decision.EDITED)
        ),
    )
