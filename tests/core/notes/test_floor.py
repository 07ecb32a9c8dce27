"""Protects: the benchmark's floor holds the very forward passes of a reading, and all its words."""

import numpy as np
import pytest

from meddx_desktop.core.notes import floor


class _Network:
    def __init__(self):
        self.given = []

    def run(self, tensor):
        self.given.append(tensor)
        return {"x": tensor}


def test_what_a_reading_gave_to_a_network_is_given_to_it_again_bare():
    network = _Network()
    recorder = floor.Recorder(lambda _package: network)
    opened = recorder.open(None)
    passes = [np.ones((1, 2)), np.zeros((3, 1))]
    for tensor in passes:
        assert opened.run(tensor)["x"] is tensor
    floor.of("", recorder)
    assert [id(one) for one in network.given] == [id(one) for one in (*passes, *passes)]
    assert len(recorder.runs) == 2, "a pass of the floor is not noted down again"


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("fever", "xever"),
        ("PMH: x", "x"),
        ("denies", "xenies"),
        ("BP 128/76", "XP 128/76"),
        ("for 3 days", "for 3 xays"),
        ("45 yo male", "45 xo xale"),
        ("metformin 500 mg", "xetformin 500 mg"),
        ("WBC 13.2 x10^9/L", "XBC 13.2 x10^9/L"),
        ("NKDA", "XKDX"),
        ("smokes daily", "xmokes daily"),
        ("不想活", "不想树"),
    ],
)
def test_every_kind_of_word_is_looked_up(text, other):
    assert floor.of(text) > floor.of(other)
