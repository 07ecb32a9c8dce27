"""Protects: a session locks by itself, also when the laptop slept, and then holds no key."""

import pytest

from meddx_desktop.core.domain.people import Action
from meddx_desktop.core.errors import NotPermitted, StoreRefused
from meddx_desktop.core.store import keys
from meddx_desktop.core.store.sessions import Session
from tests.core.store.keyring import PHRASE, WEAK, Clock, weaken


@pytest.fixture
def clocks():
    return Clock(100.0), Clock()


@pytest.fixture
def session(tmp_path, monkeypatch, clocks):
    weaken(monkeypatch)
    opened, _ = keys.create(tmp_path / "s", "owner", PHRASE, WEAK)
    session = Session(opened, idle_s=300, monotonic=clocks[0], wall=clocks[1])
    yield session
    session.lock()


def test_it_expires_when_nobody_is_there(session, clocks):
    clocks[0].now += 299
    assert session.remaining() == 1
    session.touch()
    clocks[0].now += 299
    assert not session.expired
    clocks[0].now += 1
    assert session.expired


def test_sleep_counts_and_a_clock_set_back_does_not_lengthen(session, clocks):
    clocks[1].now += 3600
    assert session.expired
    session.touch()
    clocks[1].now -= 86400
    clocks[0].now += 300
    assert session.expired


def test_locking_wipes_the_keys(session):
    held = session.keys
    session.require(Action.MANAGE_USERS)
    with pytest.raises(NotPermitted):
        session.require(Action.SIGN_CASE)
    session.lock()
    session.lock()
    assert session.locked
    for asked in (
        lambda: session.keys,
        lambda: held.derive("x"),
        lambda: session.require(Action.PRINT),
    ):
        with pytest.raises(StoreRefused):
            asked()


def test_no_lock_under_a_minute(session, clocks):
    session._idle_s = Session(session.keys, idle_s=1)._idle_s
    clocks[0].now += 59
    assert not session.expired
