"""A film as a person says it stands upright; places found on it, in the film as it is stored."""

from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from meddx_desktop.core.domain.correction import Correction
from meddx_desktop.core.domain.finding import Region
from meddx_desktop.core.imaging.pixels import Frame
from meddx_desktop.core.imaging.read import Film


def corrected(film: Film, correction: Correction | None) -> Film:
    """The same film whose frames come turned and un-inverted; its header and bytes stay.

    `Instance.rows` and `Instance.columns` go on telling how the film is stored.
    """
    if correction is None or correction.is_nothing:
        return film
    return replace(
        film, correction=correction, _decode=lambda index: turned(film.frame(index), correction)
    )


def turned(frame: Frame, correction: Correction) -> Frame:
    """A frame as it has to be seen. The stored values are only laid out anew, never changed."""
    stored = frame.stored
    if correction.quarter_turns:
        stored = np.ascontiguousarray(np.rot90(stored, -correction.quarter_turns))
    if not correction.inverted:
        return replace(frame, stored=stored)
    if frame.is_color:
        return replace(frame, stored=255 - stored)
    return replace(frame, stored=stored, inverse=not frame.inverse)


def stored_map(seen: NDArray[Any], correction: Correction | None) -> NDArray[Any]:
    """A map (rows, columns) over the corrected film, as it lies over the stored one."""
    if correction is None:
        return seen
    return np.ascontiguousarray(np.rot90(seen, correction.quarter_turns))


def seen_map(stored: NDArray[Any], correction: Correction | None) -> NDArray[Any]:
    """The inverse of `stored_map`."""
    if correction is None:
        return stored
    return np.ascontiguousarray(np.rot90(stored, -correction.quarter_turns))


def stored_region(
    seen: Region, correction: Correction | None, *, rows: int, columns: int
) -> Region:
    """A box on the corrected film, in pixels of the stored one.

    Parameters
    ----------
    rows, columns
        Of the stored film.
    """
    quarter_turns = correction.quarter_turns if correction else 0
    if quarter_turns % 2:
        rows, columns = columns, rows
    return turned_region(seen, -quarter_turns, rows=rows, columns=columns)


def turned_region(region: Region, quarter_turns: int, *, rows: int, columns: int) -> Region:
    """Where a box of a picture of `rows` and `columns` lies once that was turned clockwise."""
    x, y, width, height = region.x, region.y, region.width, region.height
    for _ in range(quarter_turns % 4):
        x, y, width, height = rows - y - height, x, height, width
        rows, columns = columns, rows
    return Region(x, y, width, height)


def seen_size(correction: Correction | None, *, rows: int, columns: int) -> tuple[int, int]:
    """Rows and columns of a stored film once it is corrected."""
    sideways = correction is not None and correction.quarter_turns % 2
    return (columns, rows) if sideways else (rows, columns)
