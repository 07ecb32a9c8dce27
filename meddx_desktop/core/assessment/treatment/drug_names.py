"""Names of drugs as people write them, and what a product is made of: resources/terms/drugs.tsv."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from meddx_desktop.core.errors import KnowledgeRejected
from meddx_desktop.core.paths import RESOURCES

FILE = RESOURCES / "terms" / "drugs.tsv"
EXACT = "="
"""Before a form that counts only as it is written: ``PTU``, never ``ptu``."""
_PARTS = ("", "combinations", "classes")
_LATIN = re.compile(r"[0-9a-z]")


@dataclass(frozen=True, slots=True)
class DrugName:
    """One row of the table.

    Attributes
    ----------
    key : str
    english, chinese : str
        The form to show; empty where there is none.
    ingredients : tuple[str, ...]
        Keys; empty: nobody looked the composition up.
    is_class : bool
        A word for many drugs, such as "cephalosporin".
    """

    key: str
    english: str
    chinese: str
    ingredients: tuple[str, ...]
    is_class: bool = False


@dataclass(frozen=True, slots=True)
class DrugNames:
    """The table.

    Attributes
    ----------
    by_key : Mapping[str, DrugName]
    ingredients : frozenset[str]
        Every key that names a single substance.
    """

    by_key: Mapping[str, DrugName]
    ingredients: frozenset[str]
    _folded: Mapping[str, str]
    _exact: Mapping[str, str]
    _longest: int

    def ingredients_of(self, key: str) -> tuple[str, ...]:
        """What a drug or product is made of; the key itself where it is one substance."""
        if key in self.ingredients:
            return (key,)
        row = self.by_key.get(key)
        return row.ingredients if row else ()

    def find(self, text: str) -> list[tuple[int, int, DrugName]]:
        """The names in a text that `fold_name` gave, longest first from the left."""
        folded = _same_length(text)
        found: list[tuple[int, int, DrugName]] = []
        place = 0
        while place < len(text):
            end, key = self._at(text, folded, start=place)
            if key:
                found.append((place, end, self.by_key[key]))
            place = end if key else place + 1
        return found

    def _at(self, text: str, folded: str, *, start: int) -> tuple[int, str]:
        for end in range(min(len(text), start + self._longest), start, -1):
            key = self._folded.get(folded[start:end]) or self._exact.get(text[start:end])
            if key and _is_whole(folded, start, end):
                return _past_plural(folded, end), key
        return start, ""


def _same_length(text: str) -> str:
    """Without capitals, sign for sign: a few letters fold to two, and places must stay."""
    return "".join(one.casefold() if len(one.casefold()) == 1 else one for one in text)


def fold_name(text: str) -> str:
    """One writing for full width and half width, and for every kind of space."""
    return " ".join(unicodedata.normalize("NFKC", text).split())


def _is_whole(text: str, start: int, end: int) -> bool:
    """Whether no Latin word is cut; Chinese has no gaps between words."""
    before = text[start - 1 : start]
    after = text[_past_plural(text, end) :][:1]
    first, last = text[start], text[end - 1]
    return not (
        (_LATIN.match(first) and before and _LATIN.match(before))
        or (_LATIN.match(last) and after and _LATIN.match(after))
    )


def _past_plural(text: str, end: int) -> int:
    is_plural = text[end : end + 1] == "s" and not _LATIN.match(text[end + 1 : end + 2] or " ")
    return end + 1 if is_plural and _LATIN.match(text[end - 1]) else end


@cache
def drug_names() -> DrugNames:
    """The names that come with the program.

    Raises
    ------
    KnowledgeRejected
        As `load`.
    """
    return load(FILE)


def load(path: Path) -> DrugNames:
    """Read the table.

    Raises
    ------
    KnowledgeRejected
        ``drug_facts_unreadable`` where it is no text, ``drug_facts_invalid`` for a broken row.
    """
    try:
        lines = path.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise KnowledgeRejected(
            "drug_facts_unreadable", file=path.name, entry="", why=str(error)
        ) from error
    part = ""
    rows: list[tuple[list[str], str]] = []
    forms: list[tuple[str, str]] = []
    for line in lines:
        if line.startswith("#") and line[1:].strip() in _PARTS:
            part = line[1:].strip()
        elif line.strip() and not line.startswith("#"):
            cells = _cells(path.name, line)
            rows.append((cells, part))
            forms.extend((form, cells[0]) for form in [cells[0], *_split(cells[1], cells[2])])
    return _names(rows, forms)


def _cells(file: str, line: str) -> list[str]:
    cells = (line.split("\t") + [""] * 4)[:5]
    if not cells[0] or len(line.split("\t")) > 5:
        raise KnowledgeRejected("drug_facts_invalid", file=file, entry=line[:40], why="columns")
    return cells


def _split(*cells: str) -> list[str]:
    return [form.strip() for cell in cells for form in cell.split(";") if form.strip()]


def _names(rows: list[tuple[list[str], str]], forms: list[tuple[str, str]]) -> DrugNames:
    singles = {cells[3]: cells[0] for cells, part in rows if not part and cells[3]}
    by_key = {}
    for cells, part in rows:
        made_of = tuple(singles.get(one, one) for one in cells[3].split("+") if one)
        english, chinese = _split(cells[1]), _split(cells[2])
        by_key[cells[0]] = DrugName(
            cells[0],
            next((one for one in english if not one.startswith(EXACT)), ""),
            chinese[0] if chinese else "",
            () if part == "classes" else made_of,
            part == "classes",
        )
    folded = {fold_name(form).casefold(): key for form, key in forms if not form.startswith(EXACT)}
    exact = {form[1:]: key for form, key in forms if form.startswith(EXACT)}
    return DrugNames(
        by_key,
        frozenset(one for row in by_key.values() for one in row.ingredients),
        folded,
        exact,
        max(map(len, [*folded, *exact]), default=0),
    )
