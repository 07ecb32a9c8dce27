"""Films without what tells whose they are: looked over by a person, then written as plain copies.

`look` finds writing in the pixels and writes nothing; what it answers shows before and after, and
lets a person cover more or less. `film_parts` makes the file from what was looked over.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from meddx_desktop.core.domain.imaging import Source
from meddx_desktop.core.domain.patient import Patient
from meddx_desktop.core.errors import UnreadableImage
from meddx_desktop.core.imaging import signature
from meddx_desktop.core.imaging.charset import decode_whole
from meddx_desktop.core.imaging.dataset import Parsed, parse
from meddx_desktop.core.imaging.decode import decode_frame
from meddx_desktop.core.imaging.files import read_bytes
from meddx_desktop.core.imaging.limits import FILE_BYTES
from meddx_desktop.core.imaging.pixel_module import PixelModule, read_pixel_module
from meddx_desktop.core.imaging.pixels import Frame, to_rgb
from meddx_desktop.core.imaging.read import Film, open_bytes
from meddx_desktop.core.jobs import JobContext
from meddx_desktop.core.operations.deidentify_key import who
from meddx_desktop.core.privacy.dicom import clean_header
from meddx_desktop.core.privacy.dicom_ages import counted_age
from meddx_desktop.core.privacy.dicom_known import NOBODY, Identity
from meddx_desktop.core.privacy.dicom_options import FilmDates, FilmOptions
from meddx_desktop.core.privacy.dicom_pixels import (
    Markers,
    Region,
    Writing,
    beside,
    changed_frames,
    cover,
    may_hide_side,
    regions,
)
from meddx_desktop.core.privacy.dicom_remap import Remap
from meddx_desktop.core.privacy.dicom_write import Layout
from meddx_desktop.core.privacy.dicom_write import film_parts as parts_of

__all__ = [
    "FilmDates",
    "FilmOptions",
    "LookedFilm",
    "Markers",
    "Region",
    "film_parts",
    "identity_of",
    "is_picture",
    "look",
    "look_at",
]

Parts = tuple[str, Iterator[bytes]]
"""Pseudonym, and the parts of a file."""

_NARROW = 0.35
"""Below this share of the whole range the middle of a film is looked at on its own scale too."""


@dataclass(frozen=True, eq=False)
class LookedFilm:
    """A film with what was found in its pixels. Holds the film's bytes while it lives."""

    source: Source
    patient: Patient = field(repr=False)
    regions: tuple[Region, ...] = field(repr=False)
    film: Film = field(repr=False)
    parsed: Parsed = field(repr=False)
    module: PixelModule = field(repr=False)

    @property
    def frames(self) -> int:
        """Number of frames."""
        return self.module.frames

    @property
    def changed(self) -> tuple[int, ...]:
        """Frames in which something is covered, from 0."""
        return changed_frames(self.regions, self.frames)

    @property
    def may_hide_side(self) -> bool:
        """Whether a side marker may be lost under what is covered."""
        return any(map(may_hide_side, self.regions))

    def turned(self, number: int) -> "LookedFilm":
        """The same with one region kept instead of covered, or covered instead of kept."""
        changed = list(self.regions)
        changed[number] = changed[number].turned()
        return replace(self, regions=tuple(changed))

    def with_region(self, region: Region) -> "LookedFilm":
        """The same with one more place covered."""
        return replace(self, regions=(*self.regions, region))

    def is_of(self, other: "LookedFilm") -> bool:
        """Whether both are the same film, whatever is covered in it."""
        return self.film is other.film

    def picture(self, number: int) -> NDArray[np.uint8]:
        """A frame as it is seen, (rows, columns, 3) uint8."""
        return to_rgb(self.film.frame(number))

    def covered(self, picture: NDArray[np.uint8], number: int) -> NDArray[np.uint8]:
        """The picture of a frame with what is covered."""
        return np.asarray(cover(picture, number, self.regions, black=0), np.uint8)

    def strip(self, number: int) -> NDArray[np.uint8]:
        """Before and after in one picture."""
        before = self.picture(number)
        return beside(before, self.covered(before, number))


def is_picture(source: Source) -> bool:
    """Whether a file is a film or a picture of any kind by its bytes.

    Raises
    ------
    UnreadableImage, UnreadableArchive
        As `read_bytes`.
    """
    kind = signature.kind(read_bytes(source, FILE_BYTES)[: signature.HEAD_BYTES])
    return kind not in ("", "zip")


def look(
    source: Source, *, markers: Markers = Markers.SIDES, context: JobContext | None = None
) -> LookedFilm:
    """Open a film and find the writing in its pixels.

    Raises
    ------
    UnreadableImage
        ``film_not_dicom`` for a plain picture, and as `images.open_film`; reports, documents and
        all else without pixels are ``not_an_image_object``.
    UnreadableArchive, ModelRejected, BadOutput, JobCancelled
        As they come.
    """
    data = read_bytes(source, FILE_BYTES)
    return look_at(open_bytes(data, source), source, markers=markers, context=context)


def look_at(
    film: Film,
    source: Source,
    *,
    markers: Markers = Markers.SIDES,
    context: JobContext | None = None,
) -> LookedFilm:
    """The same for a film that is open already.

    Raises
    ------
    UnreadableImage
        As `look`.
    """
    if signature.kind(film.data[: signature.HEAD_BYTES]) != "dicom":
        raise UnreadableImage("film_not_dicom")
    parsed = parse(film.data)
    module = read_pixel_module(parsed)
    running = context or JobContext()
    found = []
    for number in range(module.frames):
        running.progress(number, module.frames)
        found.append(_writing(film.frame(number)))
    running.progress(module.frames, module.frames)
    return LookedFilm(source, film.study.patient, regions(found, markers), film, parsed, module)


def _writing(frame: Frame) -> list[Writing]:
    # Only now: without a film to look at, the two networks are never opened.
    from meddx_desktop.core.ocr import find_text

    return [one for picture in _pictures(frame) for one in find_text(picture)]


def _pictures(frame: Frame) -> Iterator[NDArray[np.uint8]]:
    """The frame as a reader of text sees it: whole range, and what that leaves in the dark.

    Not the window of the header: writing may lie outside of it, and yet be found by who widens it.
    """
    if frame.is_color:
        yield np.asarray(frame.stored, np.uint8)
        return
    low, high = frame.extremes
    yield _scaled(frame.stored, low, high)
    sample = frame.stored[::4, ::4]
    inner, outer = np.nanpercentile(sample, (1, 99))
    if high > low and (outer - inner) / (high - low) < _NARROW:
        yield _scaled(frame.stored, float(inner), float(outer))


def _scaled(values: NDArray[Any], low: float, high: float) -> NDArray[np.uint8]:
    span = (high - low) or 1.0
    numbers = np.nan_to_num(values.astype(np.float32), nan=low, posinf=high, neginf=low)
    return np.asarray(np.clip((numbers - low) * (255 / span), 0, 255), np.uint8)


def identity_of(patient: Patient, others: tuple[str, ...] = ()) -> Identity:
    """What a case knows of its patient, to be looked for in the header as well."""
    name = patient.name
    names = tuple(one for one in (name.alphabetic, name.ideographic, name.phonetic) if one)
    born = (f"{patient.birth_date:%Y%m%d}",) if patient.birth_date else ()
    number = (patient.patient_id,) if patient.patient_id else ()
    return Identity((*names, *others), (*number, *born))


def film_parts(
    looked: LookedFilm,
    options: FilmOptions,
    *,
    key: bytes,
    patient: Patient | None = None,
    more: Identity = NOBODY,
) -> Parts:
    """The new file, part by part, and under which pseudonym.

    Parameters
    ----------
    key
        Of `deidentify_key.export_key`.
    patient
        Whose it is by the case it lies in; otherwise by its own header.

    Raises
    ------
    InvalidEntry
        ``film_too_large_to_write``, when the first part is asked for.
    UnreadableImage
        While parts are asked for: a frame that can't be decoded.
    """
    study = looked.film.study
    remap = Remap(key, who(patient or looked.patient, study.study_uid))
    born = looked.patient.birth_date or (patient.birth_date if patient else None)
    header = clean_header(
        looked.parsed.dataset,
        options,
        remap,
        decode=lambda value, declared: decode_whole(value, declared).text,
        more=more,
        without_uid=looked.film.instance.sha256,
        age=counted_age(born, study.date),
    ).dataset
    frames = (_covered(looked, number) for number in range(looked.frames))
    return remap.pseudonym, parts_of(header, _layout(looked.module), frames)


def _covered(looked: LookedFilm, number: int) -> NDArray[Any]:
    if _is_colour(looked.module):
        # Of a palette the colours: indices of one colour could spell what nobody sees.
        stored = np.asarray(looked.film.frame(number).stored, np.uint8)
    else:
        stored = decode_frame(looked.parsed, looked.module, number)
    return cover(stored, number, looked.regions, black=_black(looked, stored, number))


def _is_colour(module: PixelModule) -> bool:
    return module.samples == 3 or module.photometric == "PALETTE COLOR"


def _black(looked: LookedFilm, stored: NDArray[Any], number: int) -> float | int:
    """The stored value of this frame that is shown darkest."""
    if number not in looked.changed or stored.ndim == 3:
        return 0
    frame = looked.film.frame(number)
    low, high = frame.extremes
    shown = high if frame.inverse else low
    return shown if looked.module.floating else int(shown)


def _layout(module: PixelModule) -> Layout:
    colour = _is_colour(module)
    return Layout(
        rows=module.rows,
        columns=module.columns,
        frames=module.frames,
        samples=3 if colour else module.samples,
        # Colour is decoded to 8-bit RGB, whatever it was stored as.
        photometric="RGB" if colour else module.photometric,
        allocated=8 if colour else module.allocated,
        stored=8 if colour else module.stored,
        signed=module.signed and not colour,
        kind=f"f{module.allocated // 8}" if module.floating else "",
    )
