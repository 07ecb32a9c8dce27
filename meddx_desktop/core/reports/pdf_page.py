"""One page after another: margins, head and foot, and how text is put on them."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from meddx_desktop.core.domain.paper import Paper, Tone
from meddx_desktop.core.reports.clean import plain, spelled
from meddx_desktop.core.reports.offline_fpdf import FPDF, ResourceAccessPolicy
from meddx_desktop.core.reports.wrap import lines

FAMILY = "meddx"
MARGIN = 18.0
TOP, BOTTOM = 26.0, 22.0
LEADING = 1.42
_MM_PER_POINT = 25.4 / 72
_HEAD, _FOOT = 12.0, 14.0
_HEAD_POINTS, _FOOT_POINTS = 9.0, 7.5
_STAMP_SHARE = 0.6
_RULE = 0.2
_INK = (24, 28, 33)
_QUIET = (92, 100, 110)
_LINE = (200, 205, 211)
_DANGER = (166, 28, 28)
_WARNING = (126, 74, 0)
COLOURS: dict[Tone, tuple[int, int, int]] = {
    Tone.PLAIN: _INK,
    Tone.QUIET: _QUIET,
    Tone.STRONG: _INK,
    Tone.WARNING: _WARNING,
    Tone.DANGER: _DANGER,
}
BOLD = frozenset({Tone.STRONG, Tone.DANGER})


@dataclass(frozen=True, slots=True)
class Type:
    """A size and weight of the one typeface."""

    points: float
    bold: bool = False

    @property
    def height(self) -> float:
        """Of a line, in millimetres."""
        return self.points * _MM_PER_POINT * LEADING


class Ink:
    """Text as glyphs of the font: what it lacks is spelled, how wide it is is measured."""

    def __init__(self, page: FPDF) -> None:
        self._page = page
        self.lacked = False
        regular: Any = page.fonts[FAMILY]
        self._known = frozenset(regular.cmap)

    def text(self, words: str) -> str:
        """Words as they can be drawn."""
        clean = plain(words)
        shown = spelled(clean, lambda character: ord(character) in self._known)
        self.lacked |= "[U+" in shown and "[U+" not in clean
        return shown

    def use(self, of: Type) -> None:
        """Write with this type from now on."""
        self._page.set_font(FAMILY, "B" if of.bold else "", of.points)

    def width(self, text: str, of: Type) -> float:
        """Millimetres of a line."""
        self.use(of)
        return self._page.get_string_width(text)

    def lines(self, words: str, of: Type, limit: float) -> list[str]:
        """Words broken to a width, ready to be drawn."""
        self.use(of)
        return lines(self.text(words), limit, self._page.get_string_width)


@dataclass(frozen=True, slots=True)
class Start:
    """Where a section began: its block, its page, and whether the page began with it."""

    place: int
    page: int
    is_first: bool


class Page(FPDF):
    """The pages of one sheet."""

    def __init__(self, paper: Paper, count: int, fonts: Path) -> None:
        super().__init__(unit="mm", format="A4")
        self._paper, self._count = paper, count
        self.starts: list[Start] = []
        # A patient may be called {nb}: nothing in the text is replaced by anything.
        self.str_alias_nb_pages = ""
        self.resource_access_policy = ResourceAccessPolicy.NONE
        self.add_font(FAMILY, "", fonts / "MedDxSans-Regular.otf")
        self.add_font(FAMILY, "B", fonts / "MedDxSans-Bold.otf")
        self.ink = Ink(self)
        self.set_margins(MARGIN, TOP, MARGIN)
        self.set_auto_page_break(False)
        self.set_line_width(_RULE)

    @property
    def text_width(self) -> float:
        """Between the margins, in millimetres."""
        return float(self.w) - 2 * MARGIN

    @property
    def end(self) -> float:
        """Where the foot begins."""
        return float(self.h) - BOTTOM

    @property
    def body(self) -> Type:
        """The type of running words."""
        return Type(15.0 if self._paper.is_large else 9.5)

    def close_fonts(self) -> None:
        """Let go of the font files, which fpdf2 keeps open."""
        for font in self.fonts.values():
            opened: Any = font
            opened.ttfont.close()

    def header(self) -> None:
        """Whose it is and whether a clinician reviewed it; on every page."""
        head, strong = Type(_HEAD_POINTS), Type(_HEAD_POINTS, bold=True)
        # The stamp on one line where it fits; the patient keeps two fifths at least.
        most = self.text_width * _STAMP_SHARE
        wide = min(max(self.ink.width(self._paper.stamp, strong) + 3.5, self.text_width / 2), most)
        tone = Tone.PLAIN if self._paper.is_reviewed or not self._paper.whose else Tone.DANGER
        whose, room = self._paper.whose or self._paper.title, self.text_width - wide - 3
        left = self.ink.lines(whose, head, room)[:2]
        right = self.ink.lines(self._paper.stamp, strong, wide - 3)[:2]
        for place, words in enumerate(left):
            self.put(words, MARGIN, _HEAD + place * head.height, head)
        for place, words in enumerate(right):
            x = self.w - MARGIN - self.ink.width(words, strong)
            self.put(words, x, _HEAD + place * strong.height, strong, tone)
        self.rule(_HEAD + 2 * head.height + 1.0)
        self.set_xy(MARGIN, TOP)

    def footer(self) -> None:
        """What this program is, and which page of how many."""
        small = Type(_FOOT_POINTS)
        y = float(self.h) - _FOOT
        self.rule(y - 1.5)
        number = self._paper.pages.replace("{number}", str(self.page_no()))
        number = number.replace("{count}", str(self._count))
        width = self.ink.width(number, small)
        for place, words in enumerate(
            self.ink.lines(self._paper.foot, small, self.text_width - width - 6)[:2]
        ):
            self.put(words, MARGIN, y + place * small.height, small, Tone.QUIET)
        self.put(number, self.w - MARGIN - width, y, small, Tone.QUIET)

    def put(self, words: str, x: float, y: float, of: Type, tone: Tone = Tone.PLAIN) -> None:
        """One line that is ready to be drawn, its top left corner at a place."""
        if not words:
            return
        self.ink.use(of)
        self.set_text_color(*COLOURS[tone])
        self.text(x, y + of.points * _MM_PER_POINT * 1.05, words)

    def rule(self, y: float, left: float = MARGIN, right: float = 0.0) -> None:
        """A thin line across."""
        self.set_draw_color(*_LINE)
        self.line(left, y, right or self.w - MARGIN, y)

    def need(self, height: float) -> None:
        """Go on to a new page unless so much is left on this one."""
        if self.get_y() + height > self.end and self.get_y() > TOP:
            self.add_page()

    def say_lacks(self, words: str) -> None:
        """Why a number stands in place of a character."""
        small = Type(_FOOT_POINTS)
        for line in self.ink.lines(words, small, self.text_width):
            self.need(small.height)
            self.put(line, MARGIN, self.get_y(), small, Tone.QUIET)
            self.set_y(self.get_y() + small.height)
