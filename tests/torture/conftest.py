"""These tests share their stores with processes that stretch passphrases as the program does."""

import pytest


@pytest.fixture(autouse=True)
def shared_with_others(real_argon2id):
    """Keys are those that the other processes make; the cost is small there already."""
