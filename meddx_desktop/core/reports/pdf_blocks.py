"""Each kind of block put on a page."""

import io
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

from meddx_desktop.core.domain.paper import (
    Blanks,
    Block,
    Facts,
    Heading,
    NextPage,
    Paragraph,
    Picture,
    Sign,
    Signs,
    Table,
    Tone,
)
from meddx_desktop.core.reports.pdf_page import BOLD, COLOURS, MARGIN, TOP, Page, Start, Type
from meddx_desktop.core.reports.pdf_table import beginning, draw_table
from meddx_desktop.core.reports.pictograms import PICTOGRAMS, Ring, Shape

One = TypeVar("One")
_SIZES = {1: 1.75, 2: 1.2, 3: 1.05}
_GAP = 2.0
_SECTION = 2
"""Level of the headings of sections."""
_LONELY = 0.3
"""Of a page: less on the last one is a remainder."""
_NAME_SHARE = 0.2
_HIGHEST_PICTURE = 92.0
_HEADING_ROOM = 14.0
_CAPTION_LINES = 6
_SIGN = 14.0
_LOUD = 1.35
"""Of running words: a day that must not be missed."""
_BLANK = 7.2


def draw(page: Page, blocks: tuple[Block, ...], *, turn_at: int = -1) -> None:
    """Everything, in order; a heading stays with the picture or the first row below it.

    Parameters
    ----------
    turn_at
        Number of a block that a new page begins with; -1: none.
    """
    for place, block in enumerate(blocks):
        if place == turn_at:
            page.add_page()
        before = page.page_no()
        if isinstance(block, Heading):
            _keep_together(page, blocks[place:])
        _DRAWERS[type(block)](page, block)
        if isinstance(block, Heading) and block.level <= _SECTION:
            page.starts.append(Start(place, page.page_no(), page.page_no() > before))


def _keep_together(page: Page, blocks: tuple[Block, ...]) -> None:
    """Headings and what stands below the last of them: the picture, or the first row."""
    count = next((n for n, one in enumerate(blocks) if not isinstance(one, Heading)), len(blocks))
    following = blocks[count] if count < len(blocks) else None
    above = count * _HEADING_ROOM
    if isinstance(following, Picture):
        page.need(above + _size(page, following)[1] + _CAPTION_LINES * page.body.height)
    if isinstance(following, Table):
        page.need(above + beginning(page, following))


def lonely(page: Page) -> int:
    """Block of the section that should turn the page with the last one, which lies alone on its
    last page; -1: none does, or it would only leave another one alone.
    """
    starts = page.starts
    if len(starts) < 3 or page.get_y() > TOP + (page.end - TOP) * _LONELY:
        return -1
    before, last = starts[-2], starts[-1]
    is_alone = last.is_first and last.page == page.pages_count
    return before.place if is_alone and not before.is_first and before.page == last.page - 1 else -1


def _heading(page: Page, block: Heading) -> None:
    of = Type(page.body.points * _SIZES[block.level], bold=True)
    above = 0.0 if page.get_y() <= TOP else (4.5 if block.level < 3 else 2.5)
    # Never alone at the foot of a page.
    page.need(above + of.height + 4 * page.body.height)
    y = page.get_y() + (above if page.get_y() > TOP else 0.0)
    for line in page.ink.lines(block.text, of, page.text_width):
        page.put(line, MARGIN, y, of)
        y += of.height
    page.set_y(y + 1.0)


def _paragraph(page: Page, block: Paragraph) -> None:
    small = 0.88 if block.tone is Tone.QUIET else 1.0
    of = Type(page.body.points * small, bold=block.tone in BOLD)
    lines = page.ink.lines(block.text, of, page.text_width)
    if len(lines) == 2:
        page.need(2 * of.height)
    for line in lines:
        page.need(of.height)
        page.put(line, MARGIN, page.get_y(), of, block.tone)
        page.set_y(page.get_y() + of.height)
    page.set_y(page.get_y() + 0.8)


def _facts(page: Page, block: Facts) -> None:
    """Two pairs beside each other where they are short, one below the other in large print."""
    of, columns = page.body, 1 if page.body.points > 12 else 2
    width = page.text_width / columns
    for row in _beside(block.rows, columns):
        drawn = []
        for name, value in row:
            share = 0.36 if columns == 1 else 0.34
            drawn.append(
                (
                    page.ink.lines(name, of, width * share - _GAP),
                    page.ink.lines(value, of, width * (1 - share) - _GAP),
                    width * share,
                )
            )
        height = max(max(len(left), len(right)) for left, right, _ in drawn) * of.height
        page.need(height)
        y = page.get_y()
        for place, (left, right, share) in enumerate(drawn):
            x = MARGIN + place * width
            for number, line in enumerate(left):
                page.put(line, x, y + number * of.height, of, Tone.QUIET)
            for number, line in enumerate(right):
                page.put(line, x + share, y + number * of.height, of)
        page.set_y(y + height + 0.5)
    page.set_y(page.get_y() + 1.0)


def _picture(page: Page, block: Picture) -> None:
    of = Type(page.body.points * 0.88)
    width, height = _size(page, block)
    words = page.ink.lines(block.caption, of, page.text_width)
    # The words never part from the picture.
    page.need(height + len(words) * of.height + _GAP)
    y = page.get_y()
    page.image(io.BytesIO(block.png), MARGIN, y, width, height)
    y += height + 1.0
    for line in words:
        page.put(line, MARGIN, y, of, Tone.QUIET)
        y += of.height
    page.set_y(y + _GAP)


def _size(page: Page, block: Picture) -> tuple[float, float]:
    """Width and height on the page, in millimetres."""
    width = page.text_width * block.share
    height = width * block.height / block.width
    if height > _HIGHEST_PICTURE:
        return width * _HIGHEST_PICTURE / height, _HIGHEST_PICTURE
    return width, height


def _sign(page: Page, block: Sign) -> None:
    _signs(page, Signs((block,), 1))


def _signs(page: Page, block: Signs) -> None:
    width = page.text_width / block.columns
    for row in _beside(block.signs, block.columns):
        drawn = [_sign_lines(page, one, width - _SIGN - 5.0 - _GAP) for one in row]
        height = max(_SIGN, *(sum(of.height for _, of in lines) for lines in drawn))
        page.need(height + _GAP)
        y = page.get_y()
        for place, (one, lines) in enumerate(zip(row, drawn, strict=True)):
            left = MARGIN + place * width
            _pictogram(page, PICTOGRAMS[one.name], left, y + (height - _SIGN) / 2)
            top = y + (height - sum(of.height for _, of in lines)) / 2
            for words, of in lines:
                page.put(words, left + _SIGN + 5.0, top, of)
                top += of.height
        page.set_y(y + height + _GAP)


def _sign_lines(page: Page, block: Sign, width: float) -> list[tuple[str, Type]]:
    """Its lines, each with its type: what is loud first."""
    of, strong = page.body, Type(page.body.points * _LOUD, bold=True)
    loud = page.ink.lines(block.loud, strong, width) if block.loud else []
    said = page.ink.lines(block.text, of, width)
    return [*((one, strong) for one in loud), *((one, of) for one in said)]


def _pictogram(page: Page, shapes: tuple[Shape, ...], x: float, y: float) -> None:
    scale = _SIGN / 100
    ink = COLOURS[Tone.PLAIN]
    page.set_draw_color(*ink)
    page.set_fill_color(*ink)
    with page.local_context(line_width=0.7):
        for shape in shapes:
            if isinstance(shape, Ring):
                style = "F" if shape.filled else "D"
                centre = (x + shape.x * scale, y + shape.y * scale)
                page.circle(*centre, shape.radius * scale, style=style)
            else:
                points = [(x + px * scale, y + py * scale) for px, py in shape.points]
                draw_line = page.polygon if shape.closed else page.polyline
                draw_line(points, style="DF" if shape.filled else "D")


def _blanks(page: Page, block: Blanks) -> None:
    of = page.body
    width = page.text_width / block.columns
    for row in _beside(block.names, block.columns):
        shown = [page.ink.lines(name, of, width * 0.62) for name in row]
        words = max(map(len, shown)) * of.height
        height = max(_BLANK, words + 2.0) + (block.lines - 1) * _BLANK
        page.need(height)
        y = page.get_y()
        for place, lines in enumerate(shown):
            x = MARGIN + place * width
            end = x + width - (3.0 if place < block.columns - 1 else 0.0)
            widest = max(page.ink.width(line, of) for line in lines)
            for number, line in enumerate(lines):
                top = y + max(_BLANK, words + 2.0) - 1.6 - (len(lines) - number) * of.height
                page.put(line, x, top, of, Tone.QUIET)
            base = y + max(_BLANK, words + 2.0) - 1.0
            page.rule(base, x + widest + (2.0 if widest else 0.0), end)
            for more in range(1, block.lines):
                page.rule(base + more * _BLANK, x, end)
        page.set_y(y + height)
    page.set_y(page.get_y() + 1.0)


def _beside(all_of: Sequence[One], columns: int) -> Iterator[Sequence[One]]:
    for start in range(0, len(all_of), columns):
        yield all_of[start : start + columns]


def _next_page(page: Page, _block: NextPage) -> None:
    page.add_page()


def _table(page: Page, block: Table) -> None:
    draw_table(page, block)


_DRAWERS: dict[type, Callable[[Page, Any], None]] = {
    Heading: _heading,
    Paragraph: _paragraph,
    Facts: _facts,
    Table: _table,
    Picture: _picture,
    Sign: _sign,
    Signs: _signs,
    Blanks: _blanks,
    NextPage: _next_page,
}
