"""Protects: what docs/scaling.md tells to type works, from certificates to results, with TLS."""

import json
import os
import signal
import subprocess
import sys
import time
from contextlib import ExitStack

import pytest

from meddx_desktop.core.paths import ROOT
from tests.cluster.conftest import CHILD

pytestmark = [pytest.mark.slow, pytest.mark.timeout(300)]


def test_scheduler_worker_and_screen_as_a_site_starts_them(tmp_path):
    ours = [sys.executable, "-m", "meddx_desktop"]
    place = {"cwd": ROOT, "env": {**os.environ, "MEDDX_DATA": str(tmp_path / "data")}}
    file, out, tls = tmp_path / "s.json", tmp_path / "results.jsonl", tmp_path / "tls"
    subprocess.run([*ours, "cluster", "certificates", tls], check=True, **place)
    trust = ["--tls-ca", tls / "ca.pem", "--tls-cert", tls / "machine.pem"]
    here = ["--scheduler-file", file, "--host", "127.0.0.1", *trust]
    started, log = [], (tmp_path / "said").open("w")
    with ExitStack() as stack:
        for what in (["scheduler", "--port", "0"], ["worker", "--processes", "2"]):
            command = [*ours, "cluster", *what, *here]
            process = subprocess.Popen(command, stderr=log, **place)
            stack.callback(process.wait)
            stack.callback(process.send_signal, signal.SIGINT)
            started.append(process)
            while not file.exists():
                assert process.poll() is None
                time.sleep(0.1)
        assert json.loads(file.read_text())["address"].startswith("tls://127.0.0.1:")
        asked = [*ours, "screen", CHILD, "--cluster", file, "--out", out, *trust]
        ran = subprocess.run(asked, capture_output=True, text=True, **place)
    assert (ran.returncode, ran.stdout) == (0, ""), ran.stderr
    (line,) = map(json.loads, out.read_text("utf-8").splitlines())
    (record,) = line["results"]
    assert record["model"]["name"] == "cxr-pneumonia-children"
    log.close()
    said = (tmp_path / "said").read_text().splitlines()
    assert len(said) == 2 and all(one.startswith("meddx: ") for one in said), said
    assert [process.returncode for process in started] == [0, 0]
    assert CHILD.name not in (tmp_path / "data/meddx.log").read_text("utf-8")
