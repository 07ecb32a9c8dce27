"""A row's question asked, and the answer kept: which test, which unit, left out, taken back."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from meddx_desktop.core.domain.people import Action
from meddx_desktop.core.operations import labs
from meddx_desktop.gui.case_session import CaseSession
from meddx_desktop.gui.dialogs.labs_decide import (
    ChooseTestDialog,
    LeaveOutDialog,
    StateUnitDialog,
)
from meddx_desktop.gui.labs_tab.board import UNIT, WHICH, Row
from meddx_desktop.gui.labs_tab.why_panel import LEAVE_OUT, UNDO


class Deciding:
    """One method per question; nothing is asked of who may not answer."""

    def __init__(self, session: CaseSession, parent: QWidget) -> None:
        self._session, self._parent = session, parent

    def do(self, what: str, row: Row) -> None:
        """Ask, and keep the answer."""
        if self._session.is_read_only:
            return
        asking: dict[str, Callable[[Row], None]] = {
            WHICH: self._which,
            UNIT: self._unit,
            LEAVE_OUT: self._leave_out,
            UNDO: self._undo,
        }
        asking[what](row)

    def _which(self, row: Row) -> None:
        dialog = ChooseTestDialog(row, self._parent)
        if self._answered(dialog.exec(), row) and dialog.chosen:
            self._session.do(labs.choose_analyte, *row.key, dialog.chosen)

    def _unit(self, row: Row) -> None:
        dialog = StateUnitDialog(row, self._parent)
        if self._answered(dialog.exec(), row) and dialog.stated:
            self._session.do(labs.state_unit, *row.key, dialog.stated)

    def _leave_out(self, row: Row) -> None:
        if not self._session.may(Action.DECIDE):
            return
        dialog = LeaveOutDialog(row, self._parent)
        if self._answered(dialog.exec(), row) and dialog.reason:
            self._session.do(labs.exclude, *row.key, dialog.reason)

    def _undo(self, row: Row) -> None:
        self._session.do(labs.undo, *row.key)

    def _answered(self, code: int, row: Row) -> bool:
        """Accepted, and still about the case that is open: a lock ends dialogs."""
        return bool(code) and self._session.is_open(row.line.case_id)
