"""Figures and plots of a check as plain files, for who may export, with an entry in the trail."""

from pathlib import Path

from meddx_desktop.core.domain.people import Action
from meddx_desktop.core.errors import CannotWrite
from meddx_desktop.core.operations.application import Application
from meddx_desktop.core.operations.plain_copies import refuse_records
from meddx_desktop.core.operations.validation import Report
from meddx_desktop.core.safe_files import write_plain


def save(app: Application, report: Report, target: Path, content: bytes, *, what: str) -> None:
    """Write what a check found; films and patients are not named in it.

    Parameters
    ----------
    what
        ``figures``, ``roc`` or ``calibration``, for the audit trail.

    Raises
    ------
    NotPermitted, StoreRefused
        ``not_permitted``; ``store_locked``.
    CannotWrite
        ``validation_not_written``.
    """
    refuse_records(target)
    with app.access.using(Action.EXPORT_DEIDENTIFIED) as desk:
        desk.tell(
            "check_exported",
            model=report.model.name,
            version=report.model.version,
            finding=report.finding,
            kind=what,
        )
        try:
            write_plain(target, content)
        except OSError as error:
            raise CannotWrite("validation_not_written") from error
