"""Pictograms drawn for this program: strokes in a square of 100 by 100, top left is the origin.

Data, so that the PDF and the window draw the same. Each says one thing that a person who reads
little has to know; the sentence always stands beside it.
"""

from dataclasses import dataclass

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line through points, closed or open; filled where it is a shape."""

    points: tuple[Point, ...]
    closed: bool = False
    filled: bool = False


@dataclass(frozen=True, slots=True)
class Ring:
    """A circle."""

    x: float
    y: float
    radius: float
    filled: bool = False


Shape = Stroke | Ring


def _person(x: float = 50, top: float = 14) -> tuple[Shape, ...]:
    """Head and shoulders."""
    return (
        Ring(x, top + 12, 12),
        Stroke(((x - 26, 92), (x - 26, top + 48), (x - 14, top + 34), (x + 14, top + 34),
                (x + 26, top + 48), (x + 26, 92))),
    )  # fmt: skip


_LUNGS: tuple[Shape, ...] = (
    Stroke(((50, 24), (50, 46))),
    Stroke(((50, 46), (44, 52))),
    Stroke(((50, 46), (56, 52))),
    Stroke(((42, 34), (32, 40), (26, 58), (26, 74), (42, 70)), closed=True),
    Stroke(((58, 34), (68, 40), (74, 58), (74, 74), (58, 70)), closed=True),
)
_FRAME = Stroke(((12, 10), (88, 10), (88, 90), (12, 90)), closed=True)
_CROSS = Stroke(
    ((44, 26), (56, 26), (56, 36), (66, 36), (66, 48), (56, 48), (56, 58), (44, 58), (44, 48),
     (34, 48), (34, 36), (44, 36)),
    closed=True,
    filled=True,
)  # fmt: skip
_DROP = ((50, 10), (66, 40), (72, 58), (66, 76), (50, 86), (34, 76), (28, 58), (34, 40))

PICTOGRAMS: dict[str, tuple[Shape, ...]] = {
    "film": (_FRAME, *_LUNGS),
    "blood": (Stroke(_DROP, closed=True), Stroke(((42, 62), (46, 70), (54, 74)))),
    "talk": (
        Stroke(((10, 14), (90, 14), (90, 64), (44, 64), (28, 84), (28, 64), (10, 64)), closed=True),
        Stroke(((26, 32), (74, 32))),
        Stroke(((26, 46), (60, 46))),
    ),
    "calendar": (
        Stroke(((12, 20), (88, 20), (88, 90), (12, 90)), closed=True),
        Stroke(((12, 40), (88, 40))),
        Stroke(((32, 10), (32, 28))),
        Stroke(((68, 10), (68, 28))),
        Stroke(((34, 64), (46, 76), (68, 52))),
    ),
    "wait": (Ring(50, 50, 38), Stroke(((50, 24), (50, 50), (68, 62)))),
    "doctor": (
        *_person(),
        Stroke(((40, 48), (40, 62), (50, 70), (60, 62), (60, 48))),
        Ring(50, 76, 5),
    ),
    "hospital": (
        Stroke(((16, 90), (16, 14), (84, 14), (84, 90)), closed=True),
        _CROSS,
        Stroke(((42, 90), (42, 70), (58, 70), (58, 90))),
    ),
    "breathing": (
        Ring(34, 28, 14),
        Stroke(((8, 92), (10, 64), (24, 50), (46, 50), (58, 64), (60, 92))),
        Stroke(((56, 26), (66, 20), (76, 30), (90, 22))),
        Stroke(((56, 40), (66, 34), (76, 44), (90, 36))),
    ),
    "chest_pain": (
        *_person(),
        Stroke(((54, 52), (44, 66), (54, 66), (46, 82))),
    ),
    "cannot_drink": (
        Stroke(((28, 18), (72, 18), (64, 86), (36, 86)), closed=True),
        Stroke(((31, 40), (69, 40))),
        Stroke(((10, 90), (90, 10))),
    ),
    "not_awake": (
        Ring(22, 60, 11),
        Stroke(((36, 66), (90, 66), (90, 80))),
        Stroke(((8, 80), (92, 80))),
        Stroke(((48, 20), (62, 20), (48, 36), (62, 36))),
        Stroke(((70, 34), (80, 34), (70, 46), (80, 46))),
    ),
    "child_fit": (
        Ring(50, 24, 12),
        Stroke(((50, 36), (50, 64))),
        Stroke(((24, 34), (36, 50), (50, 44), (64, 50), (76, 34))),
        Stroke(((32, 92), (40, 76), (50, 64), (60, 76), (68, 92))),
        Stroke(((10, 52), (16, 60), (10, 68))),
        Stroke(((90, 52), (84, 60), (90, 68))),
    ),
    "cough": (
        Ring(30, 34, 15),
        Stroke(((6, 92), (8, 70), (20, 56), (40, 56), (52, 70), (54, 92))),
        Ring(62, 42, 3, filled=True),
        Ring(74, 34, 3, filled=True),
        Ring(76, 48, 3, filled=True),
        Ring(88, 42, 3, filled=True),
    ),
}
