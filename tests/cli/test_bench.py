"""Protects: a part of the benchmark that measures nothing says so, and is no failure."""

import json

import pytest

from meddx_desktop.cli import main


@pytest.mark.parametrize("part", ["notes"])
def test_a_part_that_measures_nothing_yet_says_so_in_a_sentence(capsys, part):
    assert main(["bench", part]) == 0
    *_machine, told = capsys.readouterr().out.splitlines()
    assert part in told and told.endswith(".")
    assert main(["bench", part, "--format", "json"]) == 0
    printed = capsys.readouterr()
    assert json.loads(printed.out)[part] == {}
    assert part in printed.err
