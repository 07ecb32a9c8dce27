"""Laboratory results as plain copies: a picture of a course, a printed sheet; told to the trail."""

from pathlib import Path

from meddx_desktop.core.domain.people import Action
from meddx_desktop.core.errors import CannotWrite
from meddx_desktop.core.operations import labs_desk
from meddx_desktop.core.operations.application import Application
from meddx_desktop.core.operations.plain_copies import refuse_records
from meddx_desktop.core.safe_files import write_plain


def save_picture(app: Application, case_id: str, target: Path, content: bytes) -> None:
    """Write the picture of a course; it names the patient.

    Raises
    ------
    InvalidEntry
        ``case_gone``.
    NotPermitted, StoreRefused
        ``not_permitted``; ``store_locked``.
    CannotWrite
        ``folder_not_writable``.
    """
    refuse_records(target)
    with app.access.using(Action.EXPORT) as desk:
        labs_desk.loaded(desk, case_id)
        desk.tell("labs_exported", case_id, kind="trend")
        try:
            write_plain(target, content)
        except OSError as error:
            raise CannotWrite("folder_not_writable", folder=str(target.parent)) from error


def tell_printed(app: Application, case_id: str) -> None:
    """Say that results go to a printer; before they do.

    Raises
    ------
    InvalidEntry
        ``case_gone``.
    NotPermitted, StoreRefused
        ``not_permitted``; ``store_locked``.
    """
    with app.access.using(Action.PRINT) as desk:
        labs_desk.loaded(desk, case_id)
        desk.tell("labs_printed", case_id)
