"""Protects: a chance in whole per cent promises neither health nor disease."""

import pytest

from meddx_desktop.words.chance import whole_percent


@pytest.mark.parametrize(
    ("share", "told"),
    [
        (0.0, "< 1"),
        (0.0099, "< 1"),
        (0.01, "1"),
        (0.149, "15"),
        (0.99, "99"),
        (0.991, "> 99"),
        (1.0, "> 99"),
    ],
)
def test_what_rounds_to_none_or_all_is_a_bound(share, told):
    assert whole_percent(share) == told
