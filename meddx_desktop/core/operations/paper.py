"""A report or a note on paper, photographed or scanned: read for somebody to compare, never kept.

What the networks read goes into the same look as a file of results, each value marked, and into a
text that somebody puts into the note; nothing of it reaches a case by itself.
"""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from meddx_desktop.core.domain.finding import Reason
from meddx_desktop.core.domain.imaging import Source
from meddx_desktop.core.errors import UnreadableImage
from meddx_desktop.core.imaging.files import read_bytes
from meddx_desktop.core.imaging.scans import looks_like_paper, scanned
from meddx_desktop.core.jobs import JobContext
from meddx_desktop.core.operations import labs
from meddx_desktop.core.operations.application import Application
from meddx_desktop.core.operations.labs_preview import OPEN, Choices, Preview
from meddx_desktop.core.operations.paper_table import (
    Box,
    LineMarks,
    Paper,
    PaperPage,
    Spot,
    box_of,
    is_headings,
    is_unsure,
    spot_of,
    under_headings,
    value_box,
)

__all__ = [
    "ENDINGS",
    "GRAVE",
    "PICTURES",
    "Box",
    "LineMarks",
    "NotePaper",
    "Paper",
    "PaperPage",
    "Spot",
    "box_of",
    "is_unsure",
    "may_be_paper",
    "open_paper",
    "read_lab_paper",
    "read_note_paper",
    "spot_of",
    "value_box",
]

MAX_BYTES = 128 << 20
"""Largest scan; twenty pages in colour are 30 MB."""
PICTURES = (".jpg", ".jpeg", ".png", ".tif", ".tiff", ".bmp")
ENDINGS = (*PICTURES, ".pdf")
GRAVE = frozenset({"paper_uneven", "paper_pages_unread"})
"""Cautions of which a value may stand in a wrong line, or be missing."""
_LOOKED_AT = 64 << 20
_LONGEST_NAME = 200
_FEWEST = 3
"""Words from which on a picture is written on, however unsure they are."""


@dataclass(frozen=True, slots=True, eq=False)
class NotePaper:
    """A note read from paper, to be compared and put right before it goes into a case.

    Attributes
    ----------
    text : str
    doubtful : tuple[str, ...]
        Words of it that are not sure.
    paper : Paper
    cautions : tuple[Reason, ...]
    """

    text: str
    doubtful: tuple[str, ...]
    paper: Paper
    cautions: tuple[Reason, ...]


def open_paper(app: Application, path: Path, *, context: JobContext | None = None) -> Paper:
    """Read all writing of a photograph or scan: PNG, JPEG, TIFF, BMP, or a PDF of such pages.

    Raises
    ------
    UnreadableImage
        As `scanned` and `read_bytes`; ``paper_without_text``.
    ModelRejected, BadOutput
        A network was changed, or answers with what is no result.
    JobCancelled
    """
    from meddx_desktop.core.ocr.layout import lines_of, table_of
    from meddx_desktop.core.ocr.marks import with_marks
    from meddx_desktop.core.ocr.page import read_page

    job = context or JobContext()
    del app  # a file that the user may open needs no right of the store
    data = read_bytes(Source(path), MAX_BYTES)
    scan = scanned(data)
    pages: list[PaperPage] = []
    for number, picture in enumerate(scan.pages):
        job.progress(number, len(scan.pages))
        step = _PageContext(job, number, len(scan.pages))
        page = read_page(picture, step)
        lines = under_headings(table_of(page.words, is_headings), pages)
        words = with_marks(page.picture, lines_of(page.words))
        lines = with_marks(page.picture, lines)
        pages.append(PaperPage(page.picture, lines, words, page.is_uneven))
    if not _is_written(pages):
        raise UnreadableImage("paper_without_text")
    name = path.name.encode("utf-8", "replace").decode()[:_LONGEST_NAME]
    return Paper(hashlib.sha256(data).hexdigest(), name, tuple(pages), scan.unread)


def read_lab_paper(
    app: Application, path: Path, choices: Choices = OPEN, *, context: JobContext | None = None
) -> Preview:
    """Look at a laboratory report on paper as at a file of results; every value is marked.

    Raises
    ------
    UnreadableImage, ModelRejected, BadOutput, NotPermitted, StoreRefused
        As `open_paper`.
    """
    return labs.preview(app, open_paper(app, path, context=context), choices, context=context)


def read_note_paper(
    app: Application, path: Path, *, context: JobContext | None = None
) -> NotePaper:
    """Read a note on paper, for somebody to compare with it.

    Raises
    ------
    UnreadableImage, ModelRejected, BadOutput
        As `open_paper`.
    """
    paper = open_paper(app, path, context=context)
    told = (Reason("paper_note_read"), *paper.cautions)
    return NotePaper(paper.text, paper.doubtful_words, paper, told)


def may_be_paper(path: Path) -> bool:
    """Whether a picture looks like a sheet of paper: asked before it is taken for a film."""
    if path.suffix.lower() not in PICTURES:
        return False
    try:
        return looks_like_paper(read_bytes(Source(path), _LOOKED_AT))
    except UnreadableImage:
        return False


def _is_written(pages: list[PaperPage]) -> bool:
    """Whether these are pages: on a wall the network finds a word or two, and is not sure."""
    cells = [cell for page in pages for line in page.words for cell in line.cells]
    return len(cells) >= _FEWEST or any(
        len(cell.text) > 1 and not is_unsure(cell) for cell in cells
    )


class _PageContext(JobContext):
    """The progress of one page as a part of all."""

    def __init__(self, whole: JobContext, page: int, pages: int) -> None:
        super().__init__(lambda done, total: whole.progress(page * total + done, pages * total))
        self._whole = whole

    def checkpoint(self) -> None:
        """Cancelled with the whole."""
        self._whole.checkpoint()
