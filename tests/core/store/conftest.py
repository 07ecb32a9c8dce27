"""A store in a folder with a Chinese name and a space, as clinics have them."""

import pytest

from meddx_desktop.core.store.opened import open_store
from tests.core.store.shelf import FakeKeys


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "胸片 库"


@pytest.fixture
def store(folder):
    opened = open_store(folder, FakeKeys())
    yield opened
    opened.close()
