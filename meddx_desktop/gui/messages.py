"""Failures as notices: the only place that turns an exception into words."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from meddx_desktop.core.errors import MedDxError
from meddx_desktop.gui import labels
from meddx_desktop.gui.notices import Detail, Notice, Severity

_OPENING = "opening"


def of_error(error: MedDxError) -> Notice:
    """One failure, told by its sentence."""
    return Notice(labels.error(error), Severity.ERROR)


def of_bug() -> Notice:
    """Something that should not happen; the log has the place, the user gets no traceback."""
    return Notice(labels.sentence("bug"), Severity.ERROR, group="bug")


def of_failed_files(failures: Sequence[tuple[str, MedDxError]]) -> Notice:
    """All files that could not be opened, told as one."""
    details = tuple(Detail(name, labels.error(error)) for name, error in failures)
    return Notice(
        _failed(len(details)), Severity.ERROR, details=details, group=_OPENING, summary=_failed
    )


def of_skipped(count: int) -> Notice:
    """Files of a folder that are no pictures: counted, not failed."""
    text = QCoreApplication.translate(
        "messages", "%n other file(s) in there are no films and were left out.", "", count
    )
    return Notice(text)


def _failed(count: int) -> str:
    return QCoreApplication.translate(
        "messages", "%n file(s) could not be opened. The list says why.", "", count
    )
