"""What stands on a sheet of paper, block by block, in the reader's language.

Composed once and drawn by whoever has a surface: the PDF, the preview in the window, the printer.
Text here is plain text, never markup; who draws it escapes it.
"""

from dataclasses import dataclass
from enum import StrEnum


class Tone(StrEnum):
    """How loud a line is; the words carry the meaning, never the colour alone."""

    PLAIN = "plain"
    QUIET = "quiet"
    STRONG = "strong"
    WARNING = "warning"
    DANGER = "danger"


@dataclass(frozen=True, slots=True)
class Heading:
    """A title over what follows; level 1 is the sheet's own."""

    text: str
    level: int = 2


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running words; line breaks in them stay."""

    text: str
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True)
class Facts:
    """Names and what they are, two columns."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table; `weight` is its share of the width."""

    title: str
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table; `note` stands below it over the whole width."""

    cells: tuple[str, ...]
    tone: Tone = Tone.PLAIN
    note: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """Lines under their headings, which are repeated on every page."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A PNG file with the words that must never part from it.

    Attributes
    ----------
    png : bytes
    width, height : int
        Pixels.
    caption : str
    share : float
        Of the width of the page.
    """

    png: bytes
    width: int
    height: int
    caption: str
    share: float = 0.6


@dataclass(frozen=True, slots=True)
class Sign:
    """A pictogram of this program with its sentence; `loud` stands over it in larger print."""

    name: str
    text: str
    loud: str = ""


@dataclass(frozen=True, slots=True)
class Signs:
    """Signs beside each other, so that they stay on one page."""

    signs: tuple[Sign, ...]
    columns: int = 2


@dataclass(frozen=True, slots=True)
class Blanks:
    """Names with a line each, to be filled in by hand; so many beside each other."""

    names: tuple[str, ...]
    columns: int = 2
    lines: int = 1


@dataclass(frozen=True, slots=True)
class NextPage:
    """What follows begins on a new page."""


Block = Heading | Paragraph | Facts | Table | Picture | Sign | Signs | Blanks | NextPage


@dataclass(frozen=True, slots=True)
class Paper:
    """A whole sheet.

    Attributes
    ----------
    title : str
    language : str
        ``en`` or ``zh``.
    whose : str
        The patient, on every page; empty where there is none.
    stamp : str
        What must be seen on every page: that no clinician reviewed it, or who signed it.
    is_reviewed : bool
    foot : str
        On every page: what this program is and is not.
    pages : str
        ``Page {number} of {count}`` in the language.
    blocks : tuple[Block, ...]
    lacks : str
        Said once where a character of the text is given by its number.
    is_large : bool
        Large print, for patients.
    """

    title: str
    language: str
    whose: str
    stamp: str
    is_reviewed: bool
    foot: str
    pages: str
    blocks: tuple[Block, ...]
    lacks: str = ""
    is_large: bool = False
