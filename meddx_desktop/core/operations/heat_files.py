"""Heat maps as picture files: the film, the map over it, and the words that belong to it."""

import errno
import hashlib
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from meddx_desktop.core.domain.correction import Correction
from meddx_desktop.core.domain.finding import Finding, Screening
from meddx_desktop.core.errors import CannotWrite
from meddx_desktop.core.imaging import correct, heatmap, pixels, read
from meddx_desktop.core.operations.images import ImageResult
from meddx_desktop.core.operations.plain_copies import refuse_records
from meddx_desktop.core.safe_files import write_plain

_LONGEST = 1024
_STRENGTH = 0.45
_CAPTION, _LINE = 12, 22
_FONT = cv2.FONT_HERSHEY_SIMPLEX
_WORDS = "Where the model looked; not the outline of a lesion. Not the chance of disease."


def prepare_folder(folder: Path) -> None:
    """Make the folder.

    Raises
    ------
    InvalidEntry
        ``export_inside_records``.
    CannotWrite
        ``folder_not_writable``.
    """
    refuse_records(folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CannotWrite("folder_not_writable", folder=folder.name) from error


def write(results: tuple[ImageResult, ...], folder: Path) -> list[Path]:
    """Write one PNG per finding that has a heat map; names hold no patient data.

    Raises
    ------
    CannotWrite
        ``disk_full``, ``folder_missing`` or ``folder_not_writable``; no half file stays.
    UnreadableImage
        When the film went away since it was screened.
    """
    written: list[Path] = []
    for result in results:
        for finding in result.screening.findings:
            if finding.name in result.heat_maps:
                picture = _draw(result, finding)
                path = folder / _name(result.screening, finding)
                _save(path, picture)
                written.append(path)
    return written


def _name(screening: Screening, finding: Finding) -> str:
    """Made of hashes: a DICOM UID or file name may carry a patient's identity."""
    instance = screening.instance
    # UID and content: consoles give one UID to several films.
    what = f"{instance.sop_instance_uid} {instance.sha256}"
    name = hashlib.sha256(what.encode()).hexdigest()[:12]
    return f"{name}-{screening.frame}-{finding.name}.png"


def _draw(result: ImageResult, finding: Finding) -> NDArray[np.uint8]:
    screening = result.screening
    film = correct.corrected(read.open_film(screening.instance.source), screening.correction)
    grey = pixels.to_display8(film.frame(screening.frame - 1))
    scale = min(1.0, _LONGEST / max(grey.shape))
    size = (max(1, round(grey.shape[1] * scale)), max(1, round(grey.shape[0] * scale)))
    small = cv2.cvtColor(cv2.resize(grey, size, interpolation=cv2.INTER_AREA), cv2.COLOR_GRAY2BGR)
    stored = result.heat_maps[finding.name]
    seen = correct.seen_map(stored, screening.correction)
    colour = heatmap.overlay(seen, rows=size[1], columns=size[0])
    weight = colour[..., 3:].astype(np.float32) / 255.0 * _STRENGTH
    mixed = small * (1.0 - weight) + colour[..., 2::-1] * weight
    return _with_caption(np.asarray(mixed, np.uint8), screening, finding)


def _with_caption(
    picture: NDArray[np.uint8], screening: Screening, finding: Finding
) -> NDArray[np.uint8]:
    """Say what this is beneath the picture: a heat map must never travel without its words."""
    assert screening.model is not None, "a finding has a model"
    score = (
        f"{finding.name}: model score {finding.probability * 100:.0f} of 100, "
        f"threshold {finding.threshold * 100:.0f} - "
        f"{screening.model.name} {screening.model.version} ({screening.model.variant})"
    )
    lines = (score, *_corrected(screening.correction), _WORDS)
    width = max(picture.shape[1], 720)
    height = picture.shape[0] + _CAPTION + _LINE * len(lines)
    framed = np.full((height, width, 3), 24, np.uint8)
    framed[: picture.shape[0], : picture.shape[1]] = picture
    for row, text in enumerate(lines, start=1):
        place = (8, picture.shape[0] + _LINE * row)
        cv2.putText(framed, text, place, _FONT, 0.45, (230, 230, 230), 1, cv2.LINE_AA)
    return framed


def _corrected(correction: Correction | None) -> tuple[str, ...]:
    """What was done to the film by hand; the letters at hand know no degree sign."""
    if correction is None or correction.is_nothing:
        return ()
    turned = f"turned {correction.turned_clockwise} degrees clockwise"
    parts = [turned] if correction.turned_clockwise else []
    parts += ["un-inverted"] if correction.inverted else []
    return (f"Before it was screened the film was {' and '.join(parts)} by hand.",)


def _save(path: Path, picture: NDArray[np.uint8]) -> None:
    _, content = cv2.imencode(".png", picture)
    try:
        write_plain(path, content.tobytes())
    except FileNotFoundError as error:
        raise CannotWrite("folder_missing", folder=path.parent.name) from error
    except OSError as error:
        full = error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
        code = "disk_full" if full else "folder_not_writable"
        raise CannotWrite(code, folder=path.parent.name) from error
