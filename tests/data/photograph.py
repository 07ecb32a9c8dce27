"""A drawn sheet as a telephone sees it: from the side, on a table, bent, under a hand, shaken."""

from dataclasses import dataclass

import cv2
import numpy as np

from meddx_desktop.core.ocr.sheet import homography
from tests.data.paper import jpeg_again


@dataclass(frozen=True)
class View:
    """How a sheet is photographed."""

    pitch: float = 0.0
    """Degrees that its far edge leans away."""
    yaw: float = 0.0
    """Degrees that its right edge leans away."""
    roll: float = 0.0
    fill: float = 0.9
    """Share of the picture that it spans; from 1 on its edges are cut off."""
    bend: float = 0.0
    """How far the middle stands above the sides, in widths of the sheet."""
    hand: float = 0.0
    """How much darker the part in a hand's shadow is, 0 to 1."""
    lens: float = 0.0
    """How much darker the corners of the picture are, 0 to 1."""
    motion: int = 0
    """Pixels that it moved to the side while the shutter was open."""
    scale: float = 1.0
    """Pixels of the telephone, in those of the drawing."""
    quality: int = 80
    table: tuple[int, int, int] = (120, 88, 62)


_DISTANCE = 1.3
"""Of the eye, in the sheet's longer side."""


def photographed(sheet: np.ndarray, view: View, *, seed: int = 7) -> np.ndarray:
    """(rows, columns, 3) uint8: the sheet on its table."""
    chance = np.random.default_rng(seed)
    bent = _bent(sheet, view.bend)
    size = (int(max(bent.shape[:2]) * 1.1), int(max(bent.shape[:2]) * 1.1))
    move = homography(_square(bent), corners_in(bent, view, size))
    table = np.zeros((size[1], size[0], 3), np.float32) + view.table
    grain = chance.normal(0, 12, (size[1] // 30 + 2, size[0] // 4 + 2)).astype(np.float32)
    table += cv2.resize(grain, size)[..., None]
    seen = cv2.warpPerspective(bent, move, size, flags=cv2.INTER_CUBIC)
    there = seen[..., 3:] / 255
    out = seen[..., :3] * (there * 0.93) + table * (1 - there)
    out *= _light(size, view)[..., None]
    if view.motion:
        out = cv2.blur(out, (view.motion, 1))
    out = np.clip(out + chance.normal(0, 3, out.shape), 0, 255).astype(np.uint8)
    if view.scale != 1:
        out = cv2.resize(out, None, fx=view.scale, fy=view.scale, interpolation=cv2.INTER_AREA)
    return jpeg_again(out, view.quality)


def corners_in(sheet: np.ndarray, view: View, size: tuple[int, int]) -> np.ndarray:
    """(4, 2): where the sheet's corners lie in a picture of so many columns and rows."""
    rows, columns = sheet.shape[:2]
    pitch, yaw, roll = np.radians((view.pitch, view.yaw, view.roll))
    about_x = [(1, 0, 0), (0, np.cos(pitch), -np.sin(pitch)), (0, np.sin(pitch), np.cos(pitch))]
    about_y = [(np.cos(yaw), 0, np.sin(yaw)), (0, 1, 0), (-np.sin(yaw), 0, np.cos(yaw))]
    about_z = [(np.cos(roll), -np.sin(roll), 0), (np.sin(roll), np.cos(roll), 0), (0, 0, 1)]
    flat = (_square(sheet) - (columns / 2, rows / 2)) / max(rows, columns)
    turned = (
        np.column_stack((flat, np.zeros(4)))
        @ (np.array(about_z) @ np.array(about_y) @ np.array(about_x)).T
    )
    seen = turned[:, :2] / (turned[:, 2:] + _DISTANCE)
    seen -= (seen.max(axis=0) + seen.min(axis=0)) / 2
    return seen * (view.fill * np.min(size / np.ptp(seen, axis=0))) + np.array(size) / 2


def _square(sheet: np.ndarray) -> np.ndarray:
    rows, columns = sheet.shape[:2]
    return np.array([(0, 0), (columns, 0), (columns, rows), (0, rows)], np.float64)


def _bent(sheet: np.ndarray, bend: float) -> np.ndarray:
    """With what is sheet and what is not as its fourth plane.

    What lies nearer to the eye stands higher in the picture of one that looks from below.
    """
    rows, columns = sheet.shape[:2]
    whole = np.dstack((sheet, np.full((rows, columns), 255, np.uint8)))
    if not bend:
        return whole
    room = int(bend * columns) + 2
    grown = np.pad(whole, ((room, room), (0, 0), (0, 0)))
    high = bend * columns * np.cos(np.linspace(-2.4, 3.2, columns))
    x, y = np.meshgrid(np.arange(columns), np.arange(grown.shape[0]))
    places = x.astype(np.float32), (y + high).astype(np.float32)
    return cv2.remap(grown, *places, cv2.INTER_LINEAR)


def _light(size: tuple[int, int], view: View) -> np.ndarray:
    across, down = np.meshgrid(np.linspace(-1, 1, size[0]), np.linspace(-1, 1, size[1]))
    lens = 1 - view.lens * (across**2 + down**2) / 2
    hand = 1 - view.hand / (1 + np.exp(-25 * (0.8 * across + 0.5 * down - 0.25)))
    return lens * hand
