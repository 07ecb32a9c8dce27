"""Protects: only the two networks that came with the program run, and nothing can fetch others."""

import os
import shutil
import subprocess
import sys

import pytest

from meddx_desktop.core.errors import ModelRejected
from meddx_desktop.core.ocr.network import FIND, FOLDER, READ, SHA256, Network, network
from meddx_desktop.core.paths import ROOT


@pytest.mark.parametrize("file", [FIND, READ])
def test_a_changed_or_missing_network_is_refused(tmp_path, file):
    with pytest.raises(ModelRejected, match="model_damaged"):
        Network(file, folder=tmp_path)
    shutil.copy(FOLDER / file, tmp_path)
    with (tmp_path / file).open("r+b") as content:
        content.seek(5000)
        content.write(b"\0\1\2\3")
    with pytest.raises(ModelRejected, match="model_damaged"):
        Network(file, folder=tmp_path)


def test_the_source_names_the_same_files():
    told = (FOLDER / "SOURCE.md").read_text("utf-8")
    assert all(digest in told for digest in SHA256.values())
    assert "Apache License" in (FOLDER / "LICENSE").read_text("utf-8")


def test_each_is_opened_once():
    assert network(READ) is network(READ)
    assert len(network(READ).signs()) == 18710


def test_nothing_that_could_fetch_is_imported_and_nothing_before_it_is_asked_for():
    code = (
        "import sys\n"
        "import meddx_desktop.core.operations.deidentify_batch\n"
        "assert 'meddx_desktop.core.ocr' not in sys.modules\n"
        "before = set(sys.modules)\n"
        "import meddx_desktop.core.ocr\n"
        "bad = {'requests', 'urllib3', 'http', 'http.client', 'ssl', 'rapidocr'}\n"
        "print(sorted((set(sys.modules) - before) & bad))\n"
        "print('requests' in sys.modules, 'rapidocr' in sys.modules)\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True
    )
    assert ran.stdout.split("\n")[:2] == ["[]", "False False"], ran.stderr


def test_reading_writing_opens_no_socket_and_prepares_to_report_nothing(tmp_path):
    """onnxruntime keeps a device id and an event store where its telemetry is on."""
    code = (
        "import socket\n"
        "def refuse(*_given, **_named): raise AssertionError('a socket')\n"
        "socket.socket.connect = socket.create_connection = socket.getaddrinfo = refuse\n"
        "import numpy\n"
        "from meddx_desktop.core.ocr import find_text\n"
        "print(find_text(numpy.zeros((64, 64), numpy.uint8)))\n"
    )
    known = {name: value for name, value in os.environ.items() if not name.startswith("ORT_")}
    places = {"HOME": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path / "cache")}
    ran = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env={**known, **places},
    )
    assert ran.stdout.strip() == "()", ran.stderr
    assert not list(tmp_path.iterdir())
