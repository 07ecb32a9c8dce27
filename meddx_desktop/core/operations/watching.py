"""Watching a folder: which files are new and whole, and what to do with the film that came."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from meddx_desktop.core.domain.case import FilmEntry
from meddx_desktop.core.domain.finding import Reason
from meddx_desktop.core.errors import UnreadableArchive

_REPEAT = frozenset(
    {
        "blank",
        "cut_off",
        "cut_off_bottom",
        "cut_off_left",
        "cut_off_right",
        "cut_off_top",
        "film_small",
        "half_chest",
        "inverted",
        "lungs_covered",
        "not_chest_film",
        "photograph",
        "rotated",
        "several_films",
        "tilted",
        "too_bright",
        "too_dark",
        "too_few_pixels",
        "too_flat",
        "too_grainy",
    }
)
"""Reasons that another exposure or export can mend; the others are no fault of the picture."""

Marks = dict[Path, tuple[int, int]]
"""Size and time of change (ns) of every file in the folder."""


class Advice(StrEnum):
    """What to do with the film that just came."""

    KEEP = "keep"
    KEEP_UNSCORED = "keep_unscored"
    REPEAT = "repeat"


@dataclass(frozen=True, slots=True)
class Verdict:
    """The advice on one film and the reasons for it."""

    advice: Advice
    reasons: tuple[Reason, ...] = ()


def verdict(entry: FilmEntry) -> Verdict:
    """Repeat what another exposure can mend; keep the rest, and say why it has no score."""
    if entry.error is not None:
        return Verdict(Advice.REPEAT, (entry.error,))
    refused = [s for s in entry.screenings or () if not s.gate.accepted]
    reasons = tuple({r.code: r for s in refused for r in s.gate.reasons}.values())
    faults = tuple(reason for reason in reasons if reason.code in _REPEAT)
    if faults:
        return Verdict(Advice.REPEAT, faults)
    if entry.screenings and not refused:
        return Verdict(Advice.KEEP)
    return Verdict(Advice.KEEP_UNSCORED, reasons)


class Marker:
    """Tells which files are new and complete: same size and time in two looks running.

    A console may write a repeat under the name of the film before, and a copy may pause for longer
    than two looks: a file that changed since it was taken is taken again.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._known = look(folder)
        self._last: Marks = {}

    def take_complete(self, marks: Marks) -> Iterator[Path]:
        """Files that stood still since the last look, each once for what it holds."""
        fresh = {path: mark for path, mark in marks.items() if self._known.get(path) != mark}
        for path, mark in sorted(fresh.items()):
            if mark[0] > 0 and self._last.get(path) == mark:
                self._known[path] = mark
                yield path
        self._last = fresh


def look(folder: Path) -> Marks:
    """Size and time of every file below `folder`; what vanishes meanwhile is left out.

    Raises
    ------
    UnreadableArchive
        ``folder_missing``.
    """
    if not folder.is_dir():
        raise UnreadableArchive("folder_missing", folder=folder.name)
    marks: Marks = {}
    for path in folder.rglob("*"):
        try:
            state = path.stat()
        except OSError:
            continue
        if path.is_file():
            marks[path] = (state.st_size, state.st_mtime_ns)
    return marks
