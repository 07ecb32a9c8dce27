"""How tables of a laboratory are read, remembered by their headings; nothing of a patient."""

import json

from meddx_desktop.core.domain.people import Action
from meddx_desktop.core.errors import InvalidEntry, StoreDamaged
from meddx_desktop.core.labs.columns import ColumnMapping
from meddx_desktop.core.operations.access import Desk
from meddx_desktop.core.operations.application import Application

_KEY = "lab_layouts"
_MOST = 100


def remembered(app: Application) -> tuple[ColumnMapping, ...]:
    """Every layout that somebody agreed to here, the newest first."""
    with app.access.using(Action.OPEN_CASE) as desk:
        return _load(desk)


def remember(app: Application, mapping: ColumnMapping) -> None:
    """Read tables with these headings in this way from now on, without asking.

    Raises
    ------
    InvalidEntry
        ``labs_layout_unsure``: the table has no headings to know it by.
    """
    if not mapping.layout.may_be_kept:
        raise InvalidEntry("labs_layout_unsure")
    with app.access.using(Action.EDIT_CASE) as desk, desk.changing():
        others = (one for one in _load(desk) if one.layout.fingerprint != _print(mapping))
        _save(desk, (mapping, *others)[:_MOST])
        desk.tell("labs_layout_kept")


def forget(app: Application, fingerprint: str) -> None:
    """Ask again about tables with these headings."""
    with app.access.using(Action.EDIT_CASE) as desk, desk.changing():
        kept = tuple(one for one in _load(desk) if _print(one) != fingerprint)
        _save(desk, kept)
        desk.tell("labs_layout_forgotten")


def _print(mapping: ColumnMapping) -> str:
    return mapping.layout.fingerprint


def _load(desk: Desk) -> tuple[ColumnMapping, ...]:
    text = desk.store.kept.get(_KEY)
    if text is None:
        return ()
    try:
        return tuple(ColumnMapping.from_dict(one) for one in json.loads(text))
    except (ValueError, KeyError, TypeError, IndexError) as error:
        raise StoreDamaged("store_damaged") from error


def _save(desk: Desk, mappings: tuple[ColumnMapping, ...]) -> None:
    desk.store.kept.set(_KEY, json.dumps([one.to_dict() for one in mappings]))
