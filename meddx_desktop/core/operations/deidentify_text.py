"""A note without what tells whose it is: shown to a person first, then written as a plain copy."""

import errno
import os
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from meddx_desktop.core.domain.case import Case
from meddx_desktop.core.domain.people import Action
from meddx_desktop.core.errors import CannotWrite, InvalidEntry
from meddx_desktop.core.notes.limits import check_length
from meddx_desktop.core.notes.traditional import simplified
from meddx_desktop.core.operations.access import Desk
from meddx_desktop.core.operations.application import Application
from meddx_desktop.core.operations.deidentify_key import export_key, store_key, who
from meddx_desktop.core.operations.plain_copies import refuse_records
from meddx_desktop.core.operations.sign_in import people
from meddx_desktop.core.privacy.dicom_remap import days_back
from meddx_desktop.core.privacy.identifiers import IdentifierKind
from meddx_desktop.core.privacy.names import Known
from meddx_desktop.core.privacy.text import (
    DateWay,
    Deidentified,
    Options,
    Replacement,
    deidentify,
)
from meddx_desktop.core.safe_files import write_plain

__all__ = [
    "DateWay",
    "Deidentified",
    "IdentifierKind",
    "Known",
    "Replacement",
    "TextOptions",
    "deidentify_note",
    "refuse_target",
    "save",
]


@dataclass(frozen=True, slots=True)
class TextOptions:
    """Dates masked or moved, and what 03/05/2024 means where the text is silent."""

    dates: DateWay = DateWay.MASK
    day_first: bool | None = None


_AS_USUAL = TextOptions()
_TEXT_ENDINGS = frozenset({".txt", ".md", ".text"})
"""Endings of names that say plain text; a note that came as .docx leaves as .txt."""


def deidentify_note(
    app: Application | None,
    text: str,
    *,
    case_id: str = "",
    known: Known | None = None,
    options: TextOptions = _AS_USUAL,
) -> Deidentified:
    """Replace what can tell whose a note is; nothing is written.

    Parameters
    ----------
    app
        None without a store; then dates are moved by days drawn for this call alone.
    case_id
        Whose note it is: the patient's names and number are looked for, and dates are moved by the
        same days each time.
    known
        More names and numbers.

    Raises
    ------
    InvalidEntry
        ``case_gone``.
    UnreadableNote
        ``note_empty`` or ``note_too_long``.
    NotPermitted, StoreRefused
        ``not_permitted``; ``store_locked``.
    """
    check_length(text)
    asked = known or Known()
    if app is None:
        return _deidentified(text, asked, _options(options, _drawn(), today=date.today()))
    with app.access.using(Action.OPEN_CASE) as desk:
        case = _case(desk, case_id) if case_id else None
        days = _days(desk, case) if case is not None else _drawn()
        staff = tuple(user.name for user in people(app.folder))
    if case is not None:
        asked = _with_case(asked, case, staff)
    # A clock that is behind makes the old young: then every year of birth goes.
    today = date.max if app.access.clock_behind is not None else date.today()
    return _deidentified(text, asked, _options(options, days, today=today))


def _deidentified(text: str, known: Known, options: Options) -> Deidentified:
    """The rules know simplified signs; 張偉 is found as 张伟 and replaced where it stands."""
    patient, others = (tuple(map(simplified, names)) for names in (known.patient, known.others))
    known = replace(known, patient=patient, others=others)
    return deidentify(text, known, options, read_as=simplified(text))


def save(
    app: Application | None,
    answer: Deidentified,
    target: Path,
    *,
    case_id: str = "",
    source: Path | None = None,
    force: bool = False,
) -> None:
    """Write the text that a person has looked over; with a store, told to its audit trail.

    Raises
    ------
    InvalidEntry
        See `refuse_target`.
    NotPermitted, StoreRefused
        ``not_permitted``; ``store_locked``.
    CannotWrite
        ``disk_full`` or ``folder_not_writable``.
    """
    refuse_target(target, source=source, force=force)
    content = answer.text.encode()
    if app is None:
        _write(target, content)
        return
    with app.access.using(Action.EXPORT_DEIDENTIFIED) as desk:
        desk.tell("text_deidentified", case_id, count=len(answer.replacements))
        _write(target, content)


def refuse_target(target: Path, *, source: Path | None = None, force: bool = False) -> None:
    """Refuse a file that would not be what its name says, or that is there already.

    Raises
    ------
    InvalidEntry
        ``deidentified_not_text``: plain text under another name (.docx, .pdf) opens nowhere;
        ``deidentified_is_folder``, ``deidentified_exists``, ``deidentified_original``.
    """
    if target.is_dir():
        raise InvalidEntry("deidentified_is_folder", folder=target.name)
    if target.suffix.lower() not in _TEXT_ENDINGS:
        raise InvalidEntry("deidentified_not_text", file=target.name)
    refuse_existing(target, source=source, force=force)


def refuse_existing(target: Path, *, source: Path | None = None, force: bool = False) -> None:
    """Refuse to write over a file, unless told to; over the original never.

    Raises
    ------
    InvalidEntry
        ``deidentified_exists``, ``deidentified_original``, ``export_inside_records``.
    """
    refuse_records(target)
    if not os.path.lexists(target):
        return
    if source is not None and source.exists() and target.exists() and target.samefile(source):
        raise InvalidEntry("deidentified_original")
    if not force:
        raise InvalidEntry("deidentified_exists", file=target.name)


def _write(target: Path, content: bytes) -> None:
    try:
        write_plain(target, content)
    except OSError as error:
        if error.errno == errno.ENOSPC:
            raise CannotWrite("disk_full") from error
        raise CannotWrite("folder_not_writable", folder=str(target.parent)) from error


def _case(desk: Desk, case_id: str) -> Case:
    case = desk.store.cases.load(case_id)
    if case is None:
        raise InvalidEntry("case_gone")
    return case


def _with_case(known: Known, case: Case, staff: tuple[str, ...]) -> Known:
    mine = Known.of(case.patient, (*staff, case.first_reader) if case.first_reader else staff)
    return replace(
        known,
        patient=known.patient + mine.patient,
        others=known.others + mine.others,
        numbers=known.numbers + mine.numbers,
        births=known.births + mine.births,
    )


def _options(options: TextOptions, days: int, *, today: date) -> Options:
    return Options(options.dates, days, options.day_first, today)


def _days(desk: Desk, case: Case) -> int:
    """The patient's own number of days, the same in each of the patient's cases and films."""
    return days_back(store_key(desk), who(case.patient, case.case_id))


def _drawn() -> int:
    """Days for one call alone: the person is drawn as well as the key."""
    return days_back(export_key(None), "")
