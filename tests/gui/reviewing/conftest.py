"""A case that is open in the window, and dialogs that answer themselves."""

import pytest
from PySide6.QtWidgets import QDialog

from meddx_desktop.core.domain.patient import Patient, PersonName
from meddx_desktop.core.operations import cases

LI = Patient("17", PersonName("Li^Na"))


@pytest.fixture
def session(window, parts):
    parts.session.open_case(cases.create(parts.app, LI).case_id)
    return parts.session


@pytest.fixture
def answers(monkeypatch):
    """Dialogs are filled by a function and confirmed; those seen are listed."""
    seen = []

    def give(fill=lambda dialog: None, accept=True):
        def run(dialog):
            seen.append(dialog)
            fill(dialog)
            if accept:
                dialog.accept()
            else:
                dialog.reject()
            return dialog.result()

        monkeypatch.setattr(QDialog, "exec", run)
        return seen

    return give
