"""A sheet as PDF: A4, the program's own font in the file, the patient and the stamp on every page.

fpdf2 is imported when a first sheet is drawn: it takes half a second, and no start needs it. It is
handed bytes and text only, never a name or an address that it could open; text is drawn as glyphs,
so that no sign of it means anything to the file.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from meddx_desktop.core.domain.paper import Paper
from meddx_desktop.core.paths import RESOURCES

if TYPE_CHECKING:
    from meddx_desktop.core.reports.pdf_page import Page

FONTS = RESOURCES / "fonts"
_TITLE = "MedDx Desktop"


def render(paper: Paper, *, at: datetime | None = None) -> bytes:
    """Draw a sheet.

    Parameters
    ----------
    at
        When it was made; now if left out. The file's properties name neither patient nor user.
    """
    # Twice: how many pages there are is known only after the first time.
    count, turn_at = _measured(paper)
    with _drawn(paper, count, at, turn_at) as page:
        return bytes(page.output())


def page_count(paper: Paper) -> int:
    """On how many pages a sheet goes."""
    return _measured(paper)[0]


def _measured(paper: Paper) -> tuple[int, int]:
    """How many pages, and the block that turns one so that no section lies alone on the last."""
    from meddx_desktop.core.reports.pdf_blocks import lonely

    with _drawn(paper, 0, None) as page:
        count, turn_at = page.pages_count, lonely(page)
    if turn_at >= 0:
        with _drawn(paper, 0, None, turn_at) as page:
            if page.pages_count == count:
                return count, turn_at
    return count, -1


@contextmanager
def _drawn(paper: Paper, count: int, at: datetime | None, turn_at: int = -1) -> Iterator["Page"]:
    from meddx_desktop.core.reports.pdf_blocks import draw
    from meddx_desktop.core.reports.pdf_page import Page

    page = Page(paper, count, FONTS)
    try:
        page.set_title(_TITLE)
        page.set_creator(_TITLE)
        page.set_producer(_TITLE)
        page.set_lang("zh-CN" if paper.language == "zh" else "en")
        page.set_creation_date((at or datetime.now(UTC)).astimezone())
        page.add_page()
        draw(page, paper.blocks, turn_at=turn_at)
        if page.ink.lacked and paper.lacks:
            page.say_lacks(paper.lacks)
        yield page
    finally:
        page.close_fonts()
