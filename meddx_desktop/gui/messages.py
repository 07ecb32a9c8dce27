"""Failures as notices: the only place that turns an exception into words."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject

from meddx_desktop.core.errors import MedDxError
from meddx_desktop.gui import labels
from meddx_desktop.gui.notices import Detail, Notice, Severity

_OPENING = "opening"


def of_error(error: MedDxError) -> Notice:
    """One failure, told by its sentence."""
    return Notice(labels.error(error), Severity.ERROR)


def of_bug() -> Notice:
    """Something that should not happen; the log has the place, the user gets no traceback."""
    return Notice(labels.sentence("bug"), Severity.ERROR, group="bug", yields=True)


def of_failed_files(failures: Sequence[tuple[str, MedDxError]]) -> Notice:
    """All files that could not be opened, told as one."""
    details = tuple(Detail(name, labels.error(error)) for name, error in failures)
    return Notice(
        _failed(len(details)), Severity.ERROR, details=details, group=_OPENING, summary=_failed
    )


def of_skipped(count: int) -> Notice:
    """Files of a folder that are no pictures: counted, not failed."""
    return Notice(_Counted().left_out(count))


def of_films_elsewhere(counts: Mapping[str, int], names: Sequence[str]) -> Notice:
    """Films that came while a case was open, and went to other cases than that one."""
    films, named = sum(counts.values()), _and_more(counts, names)
    return Notice(_Counted().elsewhere(films).format(names=named), group="elsewhere")


def of_known_films(counts: Mapping[str, int], names: Sequence[str]) -> Notice:
    """Films that lay here before, in which cases; nothing was changed."""
    films, named = sum(counts.values()), _and_more(counts, names)
    return Notice(_Counted().known(films).format(names=named), group="known")


def _and_more(counts: Mapping[str, int], names: Sequence[str]) -> str:
    left = len(counts) - len(names)
    return labels.listed(names) + (f" +{left}" if left > 0 else "")


class _Counted(QObject):
    """Sentences with a number; the collector of texts knows plural forms only in `tr`."""

    def failed(self, count: int) -> str:
        return self.tr("%n file(s) could not be opened. The list says why.", "", count)

    def elsewhere(self, count: int) -> str:
        return self.tr(
            "%n film(s) went to other cases: {names}. The open case was not changed.", "", count
        )

    def known(self, count: int) -> str:
        return self.tr("%n film(s) were here before: {names}. Nothing was changed.", "", count)

    def left_out(self, count: int) -> str:
        return self.tr("%n other file(s) in there are no films and were left out.", "", count)


def _failed(count: int) -> str:
    return _Counted().failed(count)
