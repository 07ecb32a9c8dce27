"""Protects: the benchmark of notes prints every figure, in the table and as one JSON object."""

import json

import pytest

from meddx_desktop.cli import bench, main


@pytest.fixture(autouse=True)
def short(monkeypatch, tmp_path):
    monkeypatch.setenv("MEDDX_DATA", str(tmp_path / "data"))
    whole = bench.benchmark_notes.notes

    def _notes(app, context):
        return whole(app, context, characters=400, models=False)

    monkeypatch.setattr(bench.benchmark_notes, "notes", _notes)


def test_every_figure_of_notes_is_printed(capsys):
    assert main(["bench", "notes", "--format", "json"]) == 0
    figures = json.loads(capsys.readouterr().out)["notes"]
    assert figures["characters"] == 400
    of_models = {"with_encoder": 0, "coding_ms": None, "peak_mb": None}
    assert {name: figures.pop(name) for name in of_models} == of_models
    assert all(value > 0 for value in figures.values())
    assert main(["bench", "notes"]) == 0
    assert "Chinese" in capsys.readouterr().out
