"""Protects: no patient word, path or exception text reaches the log (SAFETY 27)."""

import logging
from pathlib import Path

import pytest

from meddx_desktop.core.errors import UnreadableImage
from meddx_desktop.core.logs import hashed, start_logging

SECRET = "Müller^Hans"


@pytest.fixture
def log_file(tmp_path):
    root = logging.getLogger()
    before, level = list(root.handlers), root.level
    path = start_logging(tmp_path / "logs")
    yield path
    for handler in set(root.handlers) - set(before):
        root.removeHandler(handler)
        handler.close()
    root.setLevel(level)


def test_arguments_fields_and_exception_texts_stay_out(log_file):
    log = logging.getLogger("meddx_desktop.test")
    log.warning("film of %s", SECRET)
    log.info("kept", extra={"code": "file_empty", "patient": SECRET})
    try:
        raise ValueError(SECRET)
    except ValueError:
        log.exception("bug")
    logging.getLogger("pydicom").error("odd value %s", SECRET)
    logging.getLogger("somelibrary").error(f"odd value {SECRET}")
    text = log_file.read_text("utf-8")
    assert SECRET not in text
    assert "code=file_empty" in text
    assert "ValueError" in text
    assert "test_logs.py" in text, "the place of a bug is named"


def test_a_place_that_can_not_be_written_is_no_failure(tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("")
    assert start_logging(blocked / "logs") is None


def test_hashed_paths_tell_files_apart_without_naming_them():
    one, two = hashed(Path("/stick/Müller.dcm")), hashed(Path("/stick/Meier.dcm"))
    assert one != two
    assert "ller" not in one
    assert UnreadableImage("file_empty").parameters == {}
