"""A shop of models that an owner is signed in to, and a stick with packages."""

import pytest

from tests.data import packs


@pytest.fixture
def shop(tmp_path):
    """An application with shipped models, where the owner is signed in."""
    with packs.shop(tmp_path) as made:
        yield made


@pytest.fixture
def stick(tmp_path):
    return tmp_path / "stick"
