"""A site's own list of codes (国临版, 医保版, ICD-10 of another country), read in from a table.

The list lies beside the store: it holds no word of a patient. Which one counts, and its hash, lies
in the encrypted store.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from meddx_desktop.core.domain.note import Coded
from meddx_desktop.core.domain.people import Action
from meddx_desktop.core.errors import InvalidEntry, StoreDamaged
from meddx_desktop.core.jobs import JobContext
from meddx_desktop.core.labs.delimited import read_delimited
from meddx_desktop.core.labs.sheets import Row
from meddx_desktop.core.notes.code_list import CodeList
from meddx_desktop.core.notes.coding import COUNT, LONGEST_CODE, write_list
from meddx_desktop.core.operations.access import Desk
from meddx_desktop.core.operations.application import Application

FOLDER = "codes"
LARGEST_FILE = 20 * 2**20
_KEY = "code_list"
_CODES = frozenset(
    {"code", "icd", "icd10", "icd-10", "编码", "代码", "疾病编码", "诊断编码", "主要编码"}
)
_NAMES = frozenset({"name", "title", "description", "名称", "疾病名称", "诊断名称", "中文名称"})


@dataclass(frozen=True, slots=True)
class OwnList:
    """The list that a site uses instead of the shipped one."""

    scheme: str
    edition: str
    folder: str
    sha256: str
    count: int


def read_rows(data: bytes) -> tuple[tuple[str, str], ...]:
    """Codes and names of a table: two columns, or those whose headings say what they are.

    Raises
    ------
    InvalidEntry
        ``codes_empty``: no line with a code and a name.
    UnreadableResults
        It is no table.
    """
    [sheet] = read_delimited(data).sheets
    rows = [row for row in sheet.rows if not row.is_blank]
    code, name, first = _columns(rows)
    found = [
        (row.cells[code].strip(), row.cells[name].strip())
        for row in rows[first:]
        if len(row.cells) > max(code, name)
    ]
    kept = tuple((value, title) for value, title in found if value and title)
    if not kept:
        raise InvalidEntry("codes_empty")
    return kept


def _columns(rows: Sequence[Row]) -> tuple[int, int, int]:
    """The columns of codes and of names, and the row of the first code."""
    head = [cell.strip().lower() for cell in rows[0].cells]
    codes = [place for place, cell in enumerate(head) if cell in _CODES]
    names = [place for place, cell in enumerate(head) if cell in _NAMES]
    if codes and names:
        return codes[0], names[0], 1
    # A heading has no number in it, a code has.
    return 0, 1, 0 if head and any(sign.isdigit() for sign in head[0]) else 1


def use_list(
    app: Application, path: Path, *, scheme: str, edition: str, context: JobContext
) -> OwnList:
    """Read a list in and use it from now on. The owner's, and in the audit trail.

    Parameters
    ----------
    app
        The application.
    path
        A table of text with codes and names.
    scheme, edition
        What the codes are called in exports (``99...`` of one's own), and which edition it is.
    context
        Told of progress; a cancelled job leaves the list that was in use.

    Raises
    ------
    InvalidEntry
        ``codes_without_model``, ``codes_too_large``, ``codes_name_missing``, ``codes_empty`` ...
    NotPermitted, StoreRefused
        Only the owner, signed in, may do this.
    """
    with app.access.using(Action.CHANGE_SETTINGS) as desk:
        coder = app.note_models.coder
        if coder is None:
            raise InvalidEntry("codes_without_model")
        if not 0 < len(scheme.strip()) <= LONGEST_CODE or not edition.strip():
            raise InvalidEntry("codes_name_missing")
        if path.stat().st_size > LARGEST_FILE:
            raise InvalidEntry("codes_too_large", limit=LARGEST_FILE // 2**20)
        rows = read_rows(path.read_bytes())
        number = 1 + max((int(one.name) for one in _lists(desk) if one.name.isdigit()), default=0)
        folder = desk.store.folder / FOLDER / str(number)
        sha256 = write_list(
            folder,
            rows,
            coder,
            scheme=scheme.strip(),
            edition=edition.strip(),
            progress=context.progress,
        )
        own = OwnList(scheme.strip(), edition.strip(), folder.name, sha256, len(rows))
        with desk.changing():
            _keep(desk, own)
            desk.tell("codes_imported", sha256=sha256, count=len(rows))
        return own


def use_shipped(app: Application) -> None:
    """Go back to the list that came with the program.

    Raises
    ------
    NotPermitted, StoreRefused
        As `use_list`.
    """
    with app.access.using(Action.CHANGE_SETTINGS) as desk, desk.changing():
        _keep(desk, None)
        desk.tell("codes_shipped")


def in_use(app: Application) -> OwnList | None:
    """The site's own list; None where the shipped one is in use.

    Raises
    ------
    StoreRefused, StoreDamaged
        Nobody is signed in; what was kept can't be read.
    """
    with app.access.using(Action.OPEN_CASE) as desk:
        return _kept(desk)


def opened(app: Application) -> CodeList | None:
    """The site's own list, open; None where the shipped one is in use, or there is no model.

    Raises
    ------
    ModelRejected
        The list was changed, or has to be read in again.
    StoreRefused, StoreDamaged
        As `in_use`.
    """
    with app.access.using(Action.OPEN_CASE) as desk:
        own = _kept(desk)
        if own is None:
            return None
        return app.note_models.own_list(desk.store.folder / FOLDER / own.folder, own.sha256)


def nearest(
    app: Application, words: str, *, codes: CodeList | None = None, count: int = COUNT
) -> tuple[Coded, ...]:
    """The codes that lie nearest to some words; empty where there is no model.

    Raises
    ------
    BadOutput, ModelRejected
        The model can't be opened any more, or answers with what is no result.
    """
    coder = app.note_models.coder
    if coder is None or not words.strip():
        return ()
    return coder.nearest([words], count=count, codes=codes)[0]


def _lists(desk: Desk) -> list[Path]:
    folder = desk.store.folder / FOLDER
    return list(folder.iterdir()) if folder.is_dir() else []


def _kept(desk: Desk) -> OwnList | None:
    text = desk.store.kept.get(_KEY)
    if not text:
        return None
    try:
        content = json.loads(text)
        return None if content is None else OwnList(**content)
    except (ValueError, TypeError) as error:
        raise StoreDamaged("store_damaged") from error


def _keep(desk: Desk, own: OwnList | None) -> None:
    content = (
        None
        if own is None
        else {
            "scheme": own.scheme,
            "edition": own.edition,
            "folder": own.folder,
            "sha256": own.sha256,
            "count": own.count,
        }
    )
    desk.store.kept.set(_KEY, json.dumps(content, ensure_ascii=False))
