"""Protects: a write that fails leaves the old file and no rubbish."""

import os

import pytest

from meddx_desktop.core.safe_files import write_replacing


def test_new_content_replaces_old(tmp_path):
    path = tmp_path / "a"
    write_replacing(path, b"one")
    write_replacing(path, b"two")
    assert path.read_bytes() == b"two"
    assert path.stat().st_mode & 0o777 == 0o600


def test_failure_while_writing_keeps_the_old_file(tmp_path, monkeypatch):
    path = tmp_path / "a"
    write_replacing(path, b"one")

    def full(descriptor):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        write_replacing(path, b"two")
    assert path.read_bytes() == b"one"
    assert list(tmp_path.iterdir()) == [path]
