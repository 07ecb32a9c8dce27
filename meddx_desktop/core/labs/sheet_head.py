"""The lines above and below a table: ``姓名：张三  性别：女``, ``Patient ID | 1234``, a title."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from meddx_desktop.core.labs.characters import fold
from meddx_desktop.core.labs.headers import EITHER, PERSON, Role, labels, role_of
from meddx_desktop.core.labs.sheets import Row

_TOTALS = re.compile(
    r"(?:totals?|sum|count|mean|average|合计|总计|小计|平均值?"
    r"|共\s*\d+\s*[项条页]\S*)[:\s]*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Labelled:
    """What one line says in labelled cells, and what of it was not understood.

    Attributes
    ----------
    values : Mapping[Role, str]
    leftover : str
    """

    values: Mapping[Role, str] = field(default_factory=dict)
    leftover: str = ""

    @property
    def names_patient(self) -> bool:
        """Whether it says who the patient is."""
        return any(self.values.get(role) for role in PERSON[:3])


def read_labelled(row: Row, *, colons_only: bool = False) -> Labelled:
    """Read a line of labels and values.

    Parameters
    ----------
    row
        A line above a table, or below it.
    colons_only
        Below a heading row only a label with a colon is one: a cell ``Age`` could be a value.
    """
    values: dict[Role, str] = {}
    leftover = []
    cells = [cell for cell in row.cells if cell]
    place = 0
    while place < len(cells):
        cell = cells[place]
        place += 1
        pairs, rest = _pairs(cell)
        if not pairs and not colons_only and role_of(cell)[1] >= EITHER:
            pairs, rest = [(role_of(cell)[0], "")], ""
        if pairs and not pairs[-1][1] and place < len(cells) and not _is_label(cells[place]):
            # The value stands in the next cell.
            pairs[-1] = (pairs[-1][0], cells[place])
            place += 1
        for role, value in pairs:
            if value and role not in values:
                values[role] = value
            elif value and values[role] != value and role is not Role.IGNORED:
                leftover.append(value)
        leftover += [rest] if rest else []
    return Labelled(values, " ".join(leftover))


def is_total(text: str) -> bool:
    """Whether a first cell begins a sum or a count of lines instead of a result."""
    return _TOTALS.fullmatch(fold(text).strip()) is not None


def _is_label(cell: str) -> bool:
    return bool(_pairs(cell)[0]) or role_of(cell)[1] >= EITHER


def _pairs(cell: str) -> tuple[list[tuple[Role, str]], str]:
    """Labels with a colon, each with its text up to the next one; the text before the first."""
    if ":" not in cell and "：" not in cell:
        return [], cell
    found = list(_label_pattern().finditer(fold(cell)))
    if not found:
        return [], cell
    ends = [match.start() for match in found[1:]] + [len(cell)]
    pairs = [
        (role_of(match[1])[0], cell[match.end() : end].strip(" ,;，；、|/\t"))
        for match, end in zip(found, ends, strict=True)
    ]
    return pairs, cell[: found[0].start()].strip(" ,;，；、|/\t")


@cache
def _label_pattern() -> re.Pattern[str]:
    """Any known label, its letters perhaps apart (姓 名, ``Patient_ID``), and a colon."""
    spelled = (r"[\s_.\-]*".join(map(re.escape, word)) for word in labels())
    return re.compile(
        rf"(?<![A-Za-z\u3400-\u9fff])({'|'.join(spelled)})\s*(?:\([^()]{{1,12}}\)\s*)?:",
        re.IGNORECASE,
    )
