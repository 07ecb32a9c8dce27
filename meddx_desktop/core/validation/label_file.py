"""The labels of films as a clinic has them: a table that its office program wrote."""

import csv
import io
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from meddx_desktop.core.errors import InvalidEntry

LARGEST = 20 * 2**20
_DELIMITERS = (",", ";", "\t")
_STATED = re.compile(r'"?sep=([,;\t])"?[ ;,\t]*(?:\r\n|\r|\n)', re.IGNORECASE)
_FILM = frozenset(
    {"path", "file", "filename", "film", "image", "picture"}
    | {"sopinstanceuid", "uid", "文件", "文件名", "路径", "影像", "胶片", "图像"}
)
_PATIENT = frozenset(
    {"patient", "patientid", "person", "患者", "患者编号", "患者id", "病人", "病历号", "姓名"}
)
_YES = frozenset({"1", "1.0", "yes", "y", "true", "t", "positive", "pos", "+", "阳性", "是", "有"})
_NO = frozenset({"0", "0.0", "no", "n", "false", "f", "negative", "neg", "-", "阴性", "否", "无"})
_UNKNOWN = frozenset({"", "?", "unknown", "na", "n/a", "nan", "未知", "不详", "不明", "待定"})


@dataclass(frozen=True, slots=True)
class Row:
    """One line: which film, of whom, and whether it has the finding (None: not known)."""

    line: int
    film: str
    patient: str
    label: bool | None


@dataclass(frozen=True, slots=True)
class Table:
    """The lines of a label file, and whether it says of whom the films are."""

    rows: tuple[Row, ...]
    has_patients: bool
    delimiter: str = ","
    encoding: str = "utf-8"
    """How the file was read; nobody has to say it, but a look at it explains odd letters."""


def read(content: bytes, *, finding: str, names: Sequence[str]) -> Table:
    """Read a label file.

    Parameters
    ----------
    content
        The file's bytes: UTF-8 with or without mark, UTF-16 with it, or GB 18030.
    finding
        The finding, as messages name it.
    names
        What its column may be called; capitals, spaces and underlines do not count.

    Raises
    ------
    InvalidEntry
        ``labels_not_text``, ``labels_too_large``, ``labels_empty``, ``labels_delimiter``,
        ``labels_no_film_column``, ``labels_no_finding_column``, ``labels_column_twice``,
        ``labels_bad_line``, ``labels_bad_value``.
    """
    text, encoding = _text(content)
    delimiter, lines = _cells(text)
    if not lines:
        raise InvalidEntry("labels_empty")
    (_, header), *body = lines
    places = _columns(header, finding, names)
    rows = []
    for number, cells in body:
        if not any(cells):
            continue
        if len(cells) > len(header) or len(cells) <= max(places["film"], places["label"]):
            raise InvalidEntry("labels_bad_line", line=number)
        film = cells[places["film"]]
        if not film:
            raise InvalidEntry("labels_bad_line", line=number)
        patient = cells[places["patient"]] if _reaches(places, cells) else ""
        rows.append(Row(number, film, patient, _label(cells[places["label"]], number, finding)))
    if not rows:
        raise InvalidEntry("labels_empty")
    return Table(tuple(rows), "patient" in places, delimiter, encoding)


def _reaches(places: Mapping[str, int], cells: Sequence[str]) -> bool:
    return "patient" in places and places["patient"] < len(cells)


def _text(content: bytes) -> tuple[str, str]:
    if len(content) > LARGEST:
        raise InvalidEntry("labels_too_large", limit=LARGEST // 2**20)
    marked = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    for encoding in ("utf-16",) if marked else ("utf-8-sig", "gb18030"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text, encoding.removesuffix("-sig")
    raise InvalidEntry("labels_not_text")


def _cells(text: str) -> tuple[str, list[tuple[int, list[str]]]]:
    """The delimiter, which is the one that makes most of the header; number and cells of lines."""
    stated = _STATED.match(text)
    skipped = 0
    if stated:
        # Excel's own word on the delimiter; the header comes after it.
        text, skipped = text[stated.end() :], 1
    first = next((line for line in text.splitlines() if line.strip()), "")
    counts = {mark: len(_split(first, mark)) for mark in _DELIMITERS}
    delimiter = stated[1] if stated else max(_DELIMITERS, key=lambda mark: counts[mark])
    if first and counts[delimiter] < 2:
        raise InvalidEntry("labels_delimiter")
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        found = [(reader.line_num + skipped, [cell.strip() for cell in cells]) for cells in reader]
    except csv.Error as error:
        raise InvalidEntry("labels_bad_line", line=reader.line_num + skipped) from error
    return delimiter, [(number, cells) for number, cells in found if any(cells)]


def _split(line: str, delimiter: str) -> list[str]:
    try:
        return next(csv.reader([line], delimiter=delimiter), [])
    except csv.Error:  # a first line without end; with another delimiter it may be cells
        return []


def _columns(header: Sequence[str], finding: str, names: Sequence[str]) -> dict[str, int]:
    """Where film, label and perhaps patient stand."""
    wanted = {"film": _FILM, "label": {_plain(name) for name in names}, "patient": _PATIENT}
    heads = [_plain(cell) for cell in header]
    places: dict[str, int] = {}
    for key, called in wanted.items():
        found = [place for place, head in enumerate(heads) if head in called]
        if len(found) > 1:
            raise InvalidEntry("labels_column_twice", column=header[found[1]][:40])
        if found:
            places[key] = found[0]
    if "film" not in places:
        raise InvalidEntry("labels_no_film_column")
    if "label" not in places:
        raise InvalidEntry("labels_no_finding_column", finding=finding)
    return places


def _plain(name: str) -> str:
    folded = unicodedata.normalize("NFKC", name).strip().casefold()
    return folded.replace("_", "").replace(" ", "").replace("-", "")


def _label(text: str, line: int, finding: str) -> bool | None:
    plain = unicodedata.normalize("NFKC", text).strip().casefold()
    if plain in _YES:
        return True
    if plain in _NO:
        return False
    if plain in _UNKNOWN:
        return None
    raise InvalidEntry("labels_bad_value", line=line, column=finding)
