"""Every way a disk can fail."""

import errno
from pathlib import Path

import pytest

from meddx_desktop.core.domain.imaging import Source
from meddx_desktop.core.errors import UnreadableImage
from meddx_desktop.core.imaging.files import read_bytes


def refusal(path: Path, limit: int = 100) -> str:
    with pytest.raises(UnreadableImage) as caught:
        read_bytes(Source(path), limit)
    return caught.value.code


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "film"
    path.write_bytes(b"0123456789")
    return path


def test_reads(file):
    assert read_bytes(Source(file), 10) == b"0123456789"


def test_missing(tmp_path):
    assert refusal(tmp_path / "none") == "file_missing"


def test_under_a_file(file):
    assert refusal(file / "below") == "file_missing"


def test_a_folder(tmp_path):
    assert refusal(tmp_path) == "file_unreadable"


def test_empty(file):
    file.write_bytes(b"")
    assert refusal(file) == "file_empty"


def test_too_large(file):
    assert refusal(file, 9) == "file_too_large"


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.EACCES, "file_unreadable"),
        (errno.ENOENT, "file_vanished"),
        (errno.EIO, "file_vanished"),
        (errno.ENODEV, "file_vanished"),
    ],
)
def test_fails_while_reading(file, monkeypatch, number, code):
    def fail(self, mode):
        raise OSError(number, "x")

    monkeypatch.setattr(Path, "open", fail)
    assert refusal(file) == code


def test_shrinks_while_reading(file, monkeypatch):
    import io

    monkeypatch.setattr(Path, "open", lambda self, mode: io.BytesIO(b"01"))
    assert refusal(file) == "file_vanished"
