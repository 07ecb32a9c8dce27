"""Which reader a source needs, by what stands in it: the name of a file is no proof."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from meddx_desktop.core.domain.finding import Reason
from meddx_desktop.core.errors import UnreadableResults
from meddx_desktop.core.labs.columns import ColumnMapping
from meddx_desktop.core.labs.encodings import decode
from meddx_desktop.core.labs.guess import guess_columns
from meddx_desktop.core.labs.limits import check_size
from meddx_desktop.core.labs.read_fhir import looks_like_fhir
from meddx_desktop.core.labs.read_hl7 import looks_like_hl7
from meddx_desktop.core.labs.read_table import open_table
from meddx_desktop.core.labs.read_text import read_text
from meddx_desktop.core.labs.sheets import Table
from meddx_desktop.core.labs.workbook import OLE

_ZIP = b"PK\x03\x04"
_START = 4096
_BLANKS = b"\xef\xbb\xbf\xff\xfe \t\r\n\x0b"
_REFUSED: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", "results_pdf"),
    (b"\x89PNG", "results_picture"),
    (b"\xff\xd8\xff", "results_picture"),
    (b"II*\x00", "results_picture"),
    (b"MM\x00*", "results_picture"),
    (b"BM", "results_picture"),
    (b"GIF8", "results_picture"),
    (b"{\\rtf", "results_document"),
    (b"\x1f\x8b\x08", "results_archive"),
    (b"7z\xbc\xaf\x27\x1c", "results_archive"),
    (b"Rar!", "results_archive"),
)
_DICOM = slice(128, 132)
_FEWEST_COLUMNS = 3
_MOST = 0.8


class Kind(StrEnum):
    """What a source is."""

    HL7 = "hl7"
    FHIR = "fhir"
    CSV = "csv"
    XLSX = "xlsx"
    TEXT = "text"
    PAPER = "paper"
    """A photograph or scan; only `operations.paper` makes one, no file is taken for it here."""


@dataclass(frozen=True, slots=True)
class Sniffed:
    """A source as its reader wants it: bytes for HL7 and FHIR, else a table or a text."""

    kind: Kind
    table: Table | None = None
    text: str = ""
    cautions: tuple[Reason, ...] = ()


def sniff(data: bytes, remembered: Iterable[ColumnMapping] = ()) -> Sniffed:
    """Tell what `data` is; what no reader takes is refused by its own name.

    Parameters
    ----------
    data
        The whole source.
    remembered
        Mappings of tables that somebody agreed to earlier: their headings make a table.

    Raises
    ------
    UnreadableResults
        ``results_empty``, ``results_too_large``, ``results_pdf``, ``results_picture``,
        ``results_film``, ``results_document``, ``results_archive``, ``results_page``,
        ``results_xml``, and whatever `open_table` refuses.
    """
    check_size(len(data))
    _refuse(data)
    if looks_like_hl7(data):
        return Sniffed(Kind.HL7)
    start = data[:_START].replace(b"\0", b"").lstrip(_BLANKS)
    if looks_like_fhir(data) or _is_json(start):
        return Sniffed(Kind.FHIR)
    _refuse_markup(start)
    if data.startswith((_ZIP, OLE)):
        return Sniffed(Kind.XLSX, open_table(data))
    text = decode(data)
    if not text.text.strip("\ufeff \t\r\n\0"):
        raise UnreadableResults("results_empty")
    table = _table(data, tuple(remembered), text.text)
    if table is not None:
        return Sniffed(Kind.CSV, table)
    return Sniffed(Kind.TEXT, text=text.text, cautions=text.cautions)


def _refuse(data: bytes) -> None:
    if data[_DICOM] == b"DICM":
        raise UnreadableResults("results_film")
    for sign, code in _REFUSED:
        # Two letters alone may begin a line of text.
        if data.startswith(sign) and (len(sign) > 2 or b"\0" in data[:_START]):
            raise UnreadableResults(code)


def _is_json(start: bytes) -> bool:
    if start[:1] == b"{":
        return True
    return start[:1] == b"[" and start[1:].lstrip()[:1] in (b"{", b"]", b"[")


def _refuse_markup(start: bytes) -> None:
    low = start[:1000].lower()
    if low.startswith((b"<!doctype html", b"<html", b"<table")) or b"<html" in low:
        raise UnreadableResults("results_page")
    if start.startswith((b"<?xml", b"<!")):
        raise UnreadableResults("results_xml")


def _table(data: bytes, remembered: tuple[ColumnMapping, ...], text: str) -> Table | None:
    """The source as a table, where it has headings that say so, or looks like nothing else."""
    table = open_table(data)
    sheet = table.sheets[0]
    guess = guess_columns(sheet, remembered)
    if guess.header >= 0 and guess.is_usable:
        return table
    rows = [row for row in sheet.rows if not row.is_blank]
    widths = [len([cell for cell in row.cells if cell]) for row in rows]
    wide = [width for width in widths if width >= _FEWEST_COLUMNS]
    if len(rows) < 2 or len(wide) < _MOST * len(rows):
        return None
    (report, *_) = reports = read_text(text)
    read = sum(len(one.results) for one in reports)
    unread = sum(len(one.rejected) for one in reports)
    return None if len(reports) == 1 and report.results and read > unread else table
