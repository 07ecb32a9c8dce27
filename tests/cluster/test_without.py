"""Protects: a clinic's program has no cluster, loads nothing of it, and says so in a sentence."""

import subprocess
import sys

import pytest

from meddx_desktop.cli import main
from meddx_desktop.core.paths import ROOT


@pytest.mark.parametrize(
    "arguments",
    [
        ["screen", "film.dcm", "--cluster", "s.json", "--out", "r.jsonl"],
        ["cluster", "worker", "--scheduler-file", "s.json"],
        ["cluster", "certificates", "here"],
    ],
    ids=lambda arguments: " ".join(arguments[:2]),
)
@pytest.mark.parametrize("missing", ["distributed", "meddx_desktop.cluster"])
def test_without_the_extra_one_sentence(arguments, missing, monkeypatch, capsys, tmp_path):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setitem(sys.modules, missing, None)
    assert main(arguments) == 2
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "pip install meddx-desktop[cluster]" in said
    assert list(tmp_path.iterdir()) == []


def test_screening_here_loads_no_cluster():
    code = (
        "import sys\n"
        "from meddx_desktop.__main__ import main\n"
        "main(['screen', 'resources/demo/4-head-phantom.dcm', '--format', 'json'])\n"
        "print(sorted({m.split('.')[0] for m in sys.modules} & {'distributed', 'tornado'})\n"
        "      + [m for m in sys.modules if m.startswith('meddx_desktop.cluster')])"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert done.stdout.splitlines()[-1] == "[]", done.stderr


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--cluster", "s.json"], "--out results.jsonl"),
        (["--out", "r.jsonl"], "--out belongs to --cluster"),
        (["--cluster", "s", "--out", "r", "--heatmaps", "m"], "--heatmaps can't be used"),
        (["--cluster", "s", "--out", "r", "--store", "m"], "--store can't be used"),
        (["--cluster", "s", "--out", "r", "--user", "m"], "--user can't be used"),
        (["--cluster", "s", "--out", "r", "--passphrase-fd", "0"], "--passphrase-fd can't"),
        (["--cluster", "s", "--out", "r", "--jobs", "4"], "--jobs can't be used"),
        (["--cluster", "s", "--out", "r", "--format", "csv"], "--format csv can't be used"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_what_does_not_go_together(arguments, words, capsys, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert main(["screen", "film.dcm", *arguments]) == 2
    assert words in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []
