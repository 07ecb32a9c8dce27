"""Protects: whatever was saved is there after the process was killed at any moment."""

import pytest

from tests.torture.rounds import run


@pytest.mark.timeout(60)
def test_twenty_kills(tmp_path):
    run(tmp_path, 20, seed=20, longest_s=0.25)


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_two_hundred_kills(tmp_path):
    run(tmp_path, 200, seed=200)
