"""Protects: a film that lands in the watched folder is judged while the patient is there."""

import shutil

from meddx_desktop.core.operations.watching import Advice


def test_a_new_film_gets_its_verdict_within_ten_seconds(parts, film, qtbot, tmp_path, monkeypatch):
    folder = tmp_path / "console"
    folder.mkdir()
    parts.watch.start(folder)
    qtbot.waitUntil(lambda: parts.watch.folder is not None)
    shutil.copy(film("turned.dcm"), folder / "turned.dcm")
    qtbot.waitUntil(lambda: parts.watch.verdict is not None, timeout=10_000)
    assert parts.watch.verdict.advice is Advice.REPEAT
    assert parts.watch.film == "turned.dcm"


def test_losing_the_folder_stops_the_watch(parts, qtbot, tmp_path):
    folder = tmp_path / "console"
    folder.mkdir()
    parts.watch.start(folder)
    qtbot.waitUntil(lambda: parts.watch.folder is not None)
    folder.rmdir()
    qtbot.waitUntil(lambda: parts.watch.folder is None, timeout=5000)
    assert parts.notices.waiting
