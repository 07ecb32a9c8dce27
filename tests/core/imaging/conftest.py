"""Shared by the imaging tests: bytes to a Film in one step."""

from collections.abc import Callable
from pathlib import Path

import pytest

from meddx_desktop.core.domain.imaging import Source
from meddx_desktop.core.imaging.read import Film, open_film
from tests.data.packages import write_models


@pytest.fixture
def opened(tmp_path: Path) -> Callable[[bytes], Film]:
    """Write bytes to a file and open it."""

    def open_bytes(data: bytes, name: str = "film") -> Film:
        path = tmp_path / name
        path.write_bytes(data)
        return open_film(Source(path))

    return open_bytes


@pytest.fixture
def models(tmp_path: Path) -> Path:
    """A folder with a gate and a model of findings."""
    return write_models(tmp_path / "models")
