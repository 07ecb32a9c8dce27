"""A desktop in front of a store with everybody's keys, where nobody is in yet."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from meddx_desktop.core import operations
from meddx_desktop.core.crypto.derivation import MINIMUM
from meddx_desktop.core.domain.people import Role
from meddx_desktop.core.settings import Settings
from meddx_desktop.core.store import keys
from meddx_desktop.gui.desktop import Desktop
from tests import desks

PATIENCE_MS = 20000


@pytest.fixture
def empty_app(tmp_path, monkeypatch):
    """An application without a store."""
    monkeypatch.setattr(keys, "tune", lambda: MINIMUM)
    folder = tmp_path / "models"
    folder.mkdir()
    made = operations.open_application(
        models=folder, settings=Settings(), store=tmp_path / "data" / "store"
    )
    yield made
    made.access.close()


@pytest.fixture
def locked_app(empty_app):
    """An application with a store, where nobody is in."""
    desks.write_keys(empty_app.folder)
    return empty_app


@pytest.fixture
def start(models, qapp, qtbot):
    """Start a desktop: ``start(app)``; it is closed after the test."""
    made = []

    def started(app, **how):
        desktop = Desktop(qapp, app, **how)
        made.append(desktop)
        desktop.show()
        return desktop

    yield started
    models.gate.set()
    for desktop in made:
        desktop.close()
        if desktop.window is not None:
            desktop.window.retire()
    QApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def wait(qtbot):
    def until(condition):
        qtbot.waitUntil(condition, timeout=PATIENCE_MS)

    return until


@pytest.fixture
def sign_in(wait):
    """Sign somebody in by the window: ``sign_in(desktop, Role.CLINICIAN)``."""

    def enter(desktop, role=Role.CLINICIAN, passphrase=desks.PASSPHRASE):
        page = desktop.gate.page
        page.people.choose(desks.PEOPLE[role])
        page.passphrase.line.setText(passphrase)
        page.try_now()
        wait(lambda: desktop.window is not None)
        return desktop.window

    return enter


@pytest.fixture
def lock(wait):
    """Lock, and wait until the keys are wiped."""

    def away(desktop, reason="asked", **how):
        session = desktop.services.app.access.session
        desktop.lock(reason, **how)
        wait(lambda: session.locked and not desktop.services.door.running)

    return away


@pytest.fixture
def opened(start, locked_app, sign_in, film, wait):
    """A desktop with one screened film open."""
    desktop = start(locked_app)
    sign_in(desktop)
    desktop.receive([film("high.dcm")])
    wait(lambda: desktop.services.session.case is not None)
    wait(lambda: not desktop.services.queue.waiting and not desktop.services.activity.running)
    return desktop


def told(desktop):
    return [notice.text for notice in desktop.services.notices.waiting]
