"""Turning, cutting, framing: what both good and faulty films are made with."""

from dataclasses import replace

import cv2
import numpy as np

from training.cxr_gate.lungs import Lungs
from training.lib.films import Picture

Generator = np.random.Generator
SIDES = ("left", "top", "right", "bottom")


def shade(picture: Picture, rng: Generator) -> int:
    """Draw the grey of a border or cover: mostly black."""
    return int(rng.choice((0, 0, 0, 0, 20, 128, 255, int(picture.mean()))))


def tilt(picture: Picture, degrees: float, rng: Generator, *, closer: bool = True) -> Picture:
    """Turn about the middle; the corners are filled, or with ``closer`` some are cropped away."""
    rows, columns = picture.shape
    how = rng.integers(0 if closer else 1, 4)
    zoom = 1.0
    if how == 0:
        angle = np.deg2rad(abs(degrees) % 90)
        zoom = float(np.cos(angle) + np.sin(angle))
        # No film is enlarged so much that its lungs would be lost to the crop alone.
        zoom = min(zoom, 1.12)
    matrix = cv2.getRotationMatrix2D((columns / 2, rows / 2), -degrees, zoom)
    border = cv2.BORDER_REPLICATE if how == 1 else cv2.BORDER_CONSTANT
    value = 0 if how == 0 else shade(picture, rng)
    turned = cv2.warpAffine(
        picture,
        matrix,
        (columns, rows),
        flags=cv2.INTER_LINEAR,
        borderMode=border,
        borderValue=value,
    )
    return np.asarray(turned, dtype=np.uint8)


def pad(picture: Picture, shares: dict[str, float], value: int) -> Picture:
    """Put flat borders around a picture, each a share of its side."""
    rows, columns = picture.shape
    widths = {
        side: int(shares.get(side, 0.0) * (rows if side in ("top", "bottom") else columns))
        for side in SIDES
    }
    padded = cv2.copyMakeBorder(
        picture,
        widths["top"],
        widths["bottom"],
        widths["left"],
        widths["right"],
        cv2.BORDER_CONSTANT,
        value=value,
    )
    return np.asarray(padded, dtype=np.uint8)


def crop(picture: Picture, shares: dict[str, float]) -> Picture:
    """Cut away a share of the picture at each named side."""
    rows, columns = picture.shape
    top, bottom = (int(max(shares.get(s, 0.0), 0.0) * rows) for s in ("top", "bottom"))
    left, right = (int(max(shares.get(s, 0.0), 0.0) * columns) for s in ("left", "right"))
    return picture[top : rows - bottom, left : columns - right]


def black_out(picture: Picture, shares: dict[str, float], value: int) -> Picture:
    """Cover strips at the named sides, the picture's size as it was."""
    rows, columns = picture.shape
    covered = picture.copy()
    top, bottom = (int(max(shares.get(s, 0.0), 0.0) * rows) for s in ("top", "bottom"))
    left, right = (int(max(shares.get(s, 0.0), 0.0) * columns) for s in ("left", "right"))
    covered[:top], covered[rows - bottom :] = value, value
    covered[:, :left], covered[:, columns - right :] = value, value
    return covered


def margins(lungs: Lungs) -> dict[str, float]:
    """Return the share of the picture between the lungs' frame and each edge."""
    return {
        "left": lungs.left,
        "top": lungs.top,
        "right": 1 - lungs.right,
        "bottom": 1 - lungs.bottom,
    }


def reach(lungs: Lungs, side: str, share: float) -> float:
    """Return how much of the picture goes when ``share`` of the lungs' extent goes at a side."""
    extent = lungs.bottom - lungs.top if side in ("top", "bottom") else lungs.right - lungs.left
    return margins(lungs)[side] + share * extent


def after_crop(lungs: Lungs, shares: dict[str, float]) -> Lungs:
    """Return the lungs' frame in a cropped picture."""
    left, top = max(shares.get("left", 0.0), 0.0), max(shares.get("top", 0.0), 0.0)
    width = 1 - left - max(shares.get("right", 0.0), 0.0)
    height = 1 - top - max(shares.get("bottom", 0.0), 0.0)
    return replace(
        lungs,
        left=(lungs.left - left) / width,
        right=(lungs.right - left) / width,
        top=(lungs.top - top) / height,
        bottom=(lungs.bottom - top) / height,
    )
