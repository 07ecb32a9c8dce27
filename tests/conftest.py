"""Every test runs offline, offscreen, with its own data folder, and without Qt when asked so."""

import importlib.abc
import os
import socket
import sys
from pathlib import Path

import hypothesis
import pytest

from tests import quick_keys

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
QT_BLOCKED = os.environ.get("MEDDX_BLOCK_QT") == "1"


class _NoQt(importlib.abc.MetaPathFinder):
    """Stands for a machine without PySide6: the core must neither need nor miss it."""

    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in ("PySide6", "shiboken6"):
            raise ImportError(f"{name} is blocked in this run")


if QT_BLOCKED:
    sys.meta_path.insert(0, _NoQt())

quick_keys.install()
# A busy machine is no failure: no example is timed.
hypothesis.settings.register_profile("untimed", deadline=None)
hypothesis.settings.load_profile("untimed")


def pytest_addoption(parser):
    if QT_BLOCKED:  # pytest-qt, which owns these, is not loaded then
        for option in ("qt_log_level_fail", "qt_log_ignore"):
            parser.addini(option, "taken by pytest-qt")


@pytest.fixture(autouse=True)
def own_data_folder(tmp_path_factory, monkeypatch) -> Path:
    """Settings and log of the test lie in a folder of its own."""
    folder = tmp_path_factory.mktemp("data")
    monkeypatch.setenv("MEDDX_DATA", str(folder))
    return folder


@pytest.fixture(autouse=True)
def no_network(monkeypatch):
    """Any internet socket fails the test that opens it."""

    class Guarded(socket.socket):  # a class, because `ssl` derives its own from it
        def __init__(self, family=-1, type=-1, proto=-1, fileno=None):
            if fileno is None and family in (-1, socket.AF_INET, socket.AF_INET6):
                raise AssertionError("the program opened an internet socket")
            super().__init__(family, type, proto, fileno)

    monkeypatch.setattr(socket, "socket", Guarded)


@pytest.fixture
def real_argon2id(monkeypatch):
    """Passphrases are stretched as in the program: for what another process reads."""
    quick_keys.put_back(monkeypatch)
