"""Protects: a secret is wiped, hidden and never pickled."""

import logging
import pickle

import pytest

from meddx_desktop.core import crypto


def test_a_secret_is_wiped_hidden_and_not_pickled(caplog):
    caplog.set_level(logging.DEBUG)
    secret = crypto.SecretBytes(b"hunter2-hunter2-")
    view = secret.view()
    assert bytes(view) == b"hunter2-hunter2-"
    assert "hunter2" not in repr(secret) + str(secret) + f"{secret}"
    with pytest.raises(TypeError):
        pickle.dumps(secret)
    secret.close()
    secret.close()
    assert bytes(view) == bytes(16), "a view that was kept shows zeros"
    assert secret.closed
    with pytest.raises(ValueError, match="wiped"):
        secret.view()
    assert caplog.text == ""


def test_a_secret_lives_where_memory_can_not_be_locked(monkeypatch):
    monkeypatch.setattr("meddx_desktop.core.crypto.secret._lock", lambda memory, lock: False)
    with crypto.SecretBytes(4) as secret:
        assert not secret.locked
        assert bytes(secret.view()) == bytes(4)
    assert secret.closed


def test_a_copy_outlives_its_original():
    with crypto.SecretBytes(b"abcd") as first:
        second = first.copy()
    assert bytes(second.view()) == b"abcd"
    second.close()
