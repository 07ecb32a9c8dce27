"""Where the lungs lie in a film, found by laying a mean film over it.

Nobody outlined the lungs of these films. Of each source a mean film is made: films are registered
to it (Evangelidis 2008, OpenCV's enhanced correlation coefficient) and averaged, over and over. The
lungs' frame was drawn by hand on each mean film, once; the registration carries it to every film.
"""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from training.lib.films import Film, Picture, load_grey

SIDE = 96
ROUNDS = 4
LEAST_LIKE = 0.3
LEAST_INSIDE = 0.05
STEPS = (cv2.TERM_CRITERIA_EPS | cv2.TERM_CRITERIA_COUNT, 60, 1e-4)

Plane = NDArray[np.float32]


@dataclass(frozen=True)
class Lungs:
    """The frame around both lungs, as shares of width and height; it may reach past the film.

    ``likeness`` is the correlation with the mean film; under .6 the frame is a guess.
    """

    left: float
    top: float
    right: float
    bottom: float
    likeness: float

    @property
    def sure(self) -> bool:
        """Whether the frame can be trusted."""
        return self.likeness >= 0.6

    @property
    def outside(self) -> float:
        """Share of the lungs' extent that lies past the worst edge; negative when all is inside."""
        width, height = self.right - self.left, self.bottom - self.top
        return max(
            -self.left / width,
            (self.right - 1) / width,
            -self.top / height,
            (self.bottom - 1) / height,
        )

    def of(self, picture: Picture) -> Picture:
        """Return what of a picture lies inside the frame; its middle where that is too little."""
        rows, columns = picture.shape
        top, bottom = int(max(self.top, 0) * rows), int(np.ceil(min(self.bottom, 1) * rows))
        left, right = int(max(self.left, 0) * columns), int(np.ceil(min(self.right, 1) * columns))
        inside = picture[top:bottom, left:right]
        if inside.size < LEAST_INSIDE * picture.size:
            return picture[rows // 5 : rows - rows // 5, columns // 5 : columns - columns // 5]
        return inside


def _plane(picture: Picture) -> Plane:
    """Even out exposure: grey levels against their surroundings."""
    small = cv2.resize(picture, (SIDE, SIDE), interpolation=cv2.INTER_AREA).astype(np.float32)
    detail = small - cv2.GaussianBlur(small, (0, 0), 18)
    spread = np.sqrt(cv2.GaussianBlur(detail * detail, (0, 0), 18)) + 4
    even = cv2.GaussianBlur(np.clip(detail / spread, -2.5, 2.5), (0, 0), 1.5)
    return np.asarray(even, dtype=np.float32)


def _lay(mean: Plane, film: Plane) -> tuple[Plane, float]:
    """Return the affine map from the mean film to a film, and their correlation."""
    start = np.eye(2, 3, dtype=np.float32)
    try:
        likeness, found = cv2.findTransformECC(mean, film, start, cv2.MOTION_AFFINE, STEPS, None, 3)
    except cv2.error:  # raised where it does not converge
        return start, 0.0
    return np.asarray(found, dtype=np.float32), float(likeness)


def _mean_film(planes: Sequence[Plane]) -> Plane:
    mean = np.mean(planes, axis=0, dtype=np.float32)
    flags = cv2.INTER_LINEAR + cv2.WARP_INVERSE_MAP
    for _ in range(ROUNDS):
        laid = []
        for plane in planes:
            found, likeness = _lay(mean, plane)
            if likeness >= LEAST_LIKE:
                size = (SIDE, SIDE)
                laid.append(
                    cv2.warpAffine(plane, found, size, flags=flags, borderMode=cv2.BORDER_REPLICATE)
                )
        if laid:
            mean = np.mean(laid, axis=0, dtype=np.float32)
    return np.asarray(mean, dtype=np.float32)


def _frame(mean: Plane, film: Film, drawn: Sequence[float]) -> Lungs:
    found, likeness = _lay(mean, _plane(load_grey(film.path)))
    left, top, right, bottom = (SIDE * share for share in drawn)
    corners = np.array([[left, top], [right, top], [right, bottom], [left, bottom]])
    x, y = ((corners @ found[:, :2].T + found[:, 2]) / SIDE).T
    return Lungs(
        float(x[[0, 3]].mean()),
        float(y[[0, 1]].mean()),
        float(x[[1, 2]].mean()),
        float(y[[2, 3]].mean()),
        likeness,
    )


def find_lungs(films: Sequence[Film], settings: Mapping[str, Any], work: Path) -> dict[str, Lungs]:
    """Return the lungs' frame of every film by file name; read back where it was found before."""
    names = "\n".join(f.path.name for f in films) + repr(settings)
    kept = work / f"lungs-{hashlib.sha256(names.encode()).hexdigest()[:12]}.npz"
    if not kept.is_file():
        found: dict[str, Lungs] = {}
        for source, drawn in settings["drawn"].items():
            own = [f for f in films if f.source == source]
            if not own:
                continue
            step = max(1, len(own) // settings["films"])
            mean = _mean_film([_plane(load_grey(f.path)) for f in own[::step]])
            found |= {f.path.name: _frame(mean, f, drawn) for f in own}
        work.mkdir(parents=True, exist_ok=True)
        rows = [(v.left, v.top, v.right, v.bottom, v.likeness) for v in found.values()]
        np.savez(kept, names=np.array(list(found)), rows=np.array(rows))
    with np.load(kept) as stored:
        return {
            str(name): Lungs(*(float(v) for v in row))
            for name, row in zip(stored["names"], stored["rows"], strict=True)
        }
