"""A package as it comes on a stick."""

import pytest

from tests.data import packs


@pytest.fixture
def good(tmp_path):
    return packs.make_pack(tmp_path / "made")
