"""Photographs of films, made of films: slanted, on a light box, a screen, a window or a table.

What surrounds the film, how it is lit and what the camera does to it are drawn at random. Real
photographs of films were not available; how near these come to them is not known.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from training.cxr_gate.photograph_scenes import SCENES, Scene
from training.lib.films import Picture

Generator = np.random.Generator
Color = NDArray[np.uint8]
Light = NDArray[np.float32]

LONG, SHORT = 400, 300
"""Pixels of a photograph's sides."""


@dataclass(frozen=True)
class Shot:
    """How one photograph is taken; the angle is that between the camera's axis and the film's."""

    scene: str
    slant: float
    """Degrees."""
    fill: float
    """How much of the picture's side the film takes; over 1 its edges lie outside."""
    roll: float
    """Degrees by which the camera is turned about its axis."""
    towards: float
    """Direction in the film about which it is slanted, radians."""
    far: float
    """Distance of the camera in heights of the film."""
    shift: tuple[float, float]
    """Where the film lies in the room that is left, -1 to 1 to either side."""
    upright: bool
    """Whether the picture is higher than wide."""
    plain: bool = False
    """Whether light and lens are left without fault: the slant alone."""

    @property
    def size(self) -> tuple[int, int]:
        """Columns and rows."""
        return (SHORT, LONG) if self.upright else (LONG, SHORT)


def draw_shot(rng: Generator, scenes: Sequence[str] = tuple(SCENES)) -> Shot:
    """Draw how a photograph is taken, as people do: mostly near the film and a little slanted."""
    return Shot(
        str(rng.choice(scenes)),
        float(rng.uniform(3, 32)),
        float(rng.choice((rng.uniform(0.55, 0.95), rng.uniform(0.85, 1.25)), p=(0.5, 0.5))),
        float(rng.normal(0, 2.5)),
        float(rng.uniform(0, 2 * np.pi)),
        float(rng.uniform(1.3, 2.6)),
        (float(rng.uniform(-1, 1)), float(rng.uniform(-1, 1))),
        bool(rng.random() < 0.5),
    )


def corners(shot: Shot, aspect: float) -> NDArray[np.float32]:
    """Return where the film's corners fall in the picture (4, 2), clockwise from the upper left.

    A pinhole camera looks at a plane that is turned about an axis in it by the slant.
    """
    columns, rows = shot.size
    half = np.array([aspect, 1.0]) / 2
    flat = np.array([[-1, -1], [1, -1], [1, 1], [-1, 1]]) * half
    axis = np.array([np.cos(shot.towards), np.sin(shot.towards), 0.0])
    turn, _ = cv2.Rodrigues(axis * np.deg2rad(shot.slant))
    placed = np.column_stack([flat, np.zeros(4)]) @ np.asarray(turn, dtype=np.float64).T
    seen = placed[:, :2] / (1 + placed[:, 2:] / (shot.far * max(aspect, 1.0)))
    roll = np.deg2rad(shot.roll)
    seen = seen @ np.array([[np.cos(roll), np.sin(roll)], [-np.sin(roll), np.cos(roll)]])
    extent = seen.max(0) - seen.min(0)
    seen = (seen - (seen.max(0) + seen.min(0)) / 2) * shot.fill
    seen *= min(columns / extent[0], rows / extent[1])
    room = np.abs(np.array(shot.size) - np.ptp(seen, axis=0)) * 0.35
    middle = np.array(shot.size) / 2 + np.array(shot.shift) * room
    return np.asarray(seen + middle, dtype=np.float32)


def edges_seen(shot: Shot, aspect: float) -> int:
    """Count the film's edges of which most lies inside the picture."""
    place = corners(shot, aspect)
    middles = (place + np.roll(place, -1, axis=0)) / 2
    return int(np.all((middles > 0) & (middles < np.array(shot.size)), axis=1).sum())


def photograph(film: Picture, shot: Shot, backgrounds: Sequence[Color], rng: Generator) -> Color:
    """Return a photograph of a film, uint8 (rows, columns, 3), blue first.

    Parameters
    ----------
    film : uint8 (rows, columns)
    shot : how it is taken
    backgrounds : pictures that may stand behind the film
    """
    scene = SCENES[shot.scene](film, rng)
    place = corners(shot, film.shape[1] / film.shape[0])
    columns, rows = shot.size
    matrix = cv2.getPerspectiveTransform(scene.corners, place)
    front = cv2.warpPerspective(scene.light, matrix, shot.size)
    cover = cv2.warpPerspective(scene.cover, matrix, shot.size)[..., None]
    behind = _behind(backgrounds, scene, (rows, columns), rng)
    light = np.asarray(front[..., None] * cover + behind * (1 - cover), dtype=np.float32)
    if not shot.plain:
        light = _lit(light, scene, rng)
        light = _fingers(light, place, rng) if rng.random() < scene.held else light
        light = _mirrored(light, backgrounds, rng)
    return _taken(light, rng, plain=shot.plain)


def _behind(
    backgrounds: Sequence[Color], scene: Scene, size: tuple[int, int], rng: Generator
) -> Light:
    """Return the room behind: a crop of a picture out of focus, or a wall."""
    rows, columns = size
    bright = float(rng.uniform(*scene.room))
    if rng.random() < 0.25:
        wall = np.full((rows, columns, 3), bright, np.float32)
        return wall * (1 + 0.3 * _slope(rows, columns, rng)[..., None])
    found = backgrounds[int(rng.integers(len(backgrounds)))]
    high, wide = found.shape[:2]
    share = float(rng.uniform(0.3, 1.0))
    top, left = (int(rng.uniform(0, 1 - share) * side) for side in (high, wide))
    part = found[top : top + max(int(share * high), 8), left : left + max(int(share * wide), 8)]
    soft = cv2.resize(part, (columns, rows), interpolation=cv2.INTER_LINEAR).astype(np.float32)
    soft = cv2.GaussianBlur(soft, (0, 0), float(rng.uniform(0.5, 9)))
    return np.asarray(soft * np.float32(bright * 2 / 255), dtype=np.float32)


def _slope(rows: int, columns: int, rng: Generator) -> Light:
    """Return a plane that rises from -1 to 1 across the picture in some direction."""
    angle = rng.uniform(0, 2 * np.pi)
    y, x = _places(rows, columns)
    return np.asarray((x * np.cos(angle) + y * np.sin(angle)) / 1.42, dtype=np.float32)


def _places(rows: int, columns: int) -> tuple[Light, Light]:
    """Return how far down and right each pixel lies, -1 to 1."""
    down = np.linspace(-1, 1, rows, dtype=np.float32)[:, None]
    right = np.linspace(-1, 1, columns, dtype=np.float32)[None]
    return down, right


def _lit(light: Light, scene: Scene, rng: Generator) -> Light:
    """Add what light does: falls off, is reflected in spots, beats with the screen's lines."""
    rows, columns = light.shape[:2]
    y, x = _places(rows, columns)
    gain = 1 + rng.uniform(0, 0.45) * _slope(rows, columns, rng)
    gain *= 1 - rng.uniform(0, 0.4) * (x * x + y * y) / 2
    glare = np.zeros((rows, columns), np.float32)
    for _ in range(int(rng.poisson(scene.spots))):
        at = rng.uniform(-0.9, 0.9, 2)
        wide = rng.uniform(0.04, 0.35, 2)
        far = ((x - at[0]) / wide[0]) ** 2 + ((y - at[1]) / wide[1]) ** 2
        glare += rng.uniform(0.1, 0.8) * np.exp(-far)
    lit = light * gain[..., None] + glare[..., None]
    if rng.random() < scene.beats:
        period, angle = float(np.exp(rng.uniform(1.1, 3.6))), rng.uniform(0, np.pi)
        phase = (x * columns * np.cos(angle) + y * rows * np.sin(angle)) * np.pi / period
        phase = phase + rng.uniform(0, 8) * (x * x + y * y)
        shift = rng.uniform(0, 2.5)
        waves = np.stack([np.sin(phase + shift * channel) for channel in range(3)], axis=-1)
        lit *= 1 + rng.uniform(0.02, 0.16) * waves
    return np.asarray(lit, dtype=np.float32)


def _mirrored(light: Light, backgrounds: Sequence[Color], rng: Generator) -> Light:
    """Let the room be reflected faintly in film or screen."""
    if rng.random() > 0.35:
        return light
    found = backgrounds[int(rng.integers(len(backgrounds)))]
    faint = cv2.resize(found, light.shape[1::-1], interpolation=cv2.INTER_AREA).astype(np.float32)
    faint = cv2.GaussianBlur(faint, (0, 0), float(rng.uniform(1, 6)))
    return np.asarray(light + faint / 255 * rng.uniform(0.03, 0.2), dtype=np.float32)


def _fingers(light: Light, place: NDArray[np.float32], rng: Generator) -> Light:
    """Hold the film at an edge with a few fingers."""
    held, cover = light.copy(), np.zeros(light.shape[:2], np.uint8)
    side = int(rng.integers(4))
    a, b = place[side], place[(side + 1) % 4]
    inward = place.mean(0) - (a + b) / 2
    start, thick = float(rng.uniform(0.1, 0.7)), int(rng.uniform(15, 33))
    for number in range(int(rng.integers(1, 5))):
        at = a + (b - a) * (start + number * 1.15 * thick / max(float(np.linalg.norm(b - a)), 1))
        ends = (at + inward * rng.uniform(0.1, 0.3), at - inward * 1.5)
        first, last = (tuple(int(v) for v in end) for end in ends)
        cv2.line(cover, first, last, 255, thick)
    soft = cv2.GaussianBlur(cover, (0, 0), 2.0).astype(np.float32)[..., None] / 255
    skin = np.array([0.45, 0.55, 0.8], np.float32) * float(rng.uniform(0.2, 1.0))
    held = held * (1 - soft) + skin * soft
    return np.asarray(held, dtype=np.float32)


def _taken(light: Light, rng: Generator, *, plain: bool) -> Color:
    """Take the picture: white balance, exposure, lens, tone curve, sensor, JPEG."""
    strength = 0.3 if plain else 1.0
    balance = (1 + strength * rng.normal(0, 0.05, 3)) * np.exp(strength * rng.normal(0, 0.12))
    curve = float(np.exp(strength * rng.normal(0, 0.25)))
    exposed = np.clip(light * balance.astype(np.float32), 0, 1)
    soft = cv2.GaussianBlur(exposed, (0, 0), 0.4 + strength * float(rng.uniform(0, 1.4)))
    values = 255 * np.clip(soft, 0, 1) ** curve
    grain = rng.standard_normal(values.shape[:2], dtype=np.float32)[..., None]
    values += np.float32(strength * rng.uniform(0, 9) + 0.5) * grain
    if rng.random() < 0.5:
        specks = rng.standard_normal(values.shape, dtype=np.float32)
        values += np.float32(strength * rng.uniform(0, 5)) * specks
    picture = np.clip(values, 0, 255).astype(np.uint8)
    quality = int(rng.integers(45, 97))
    _, packed = cv2.imencode(".jpg", picture, [cv2.IMWRITE_JPEG_QUALITY, quality])
    return np.asarray(cv2.imdecode(packed, cv2.IMREAD_COLOR), dtype=np.uint8)
