"""One cluster for all tests of this folder: two real worker processes, TLS, this machine alone."""

import json
import shutil
import socket
from functools import partial
from pathlib import Path
from types import SimpleNamespace

import dask
import pytest
from distributed import LocalCluster, Security

from meddx_desktop.cli import main
from meddx_desktop.cluster import certificates, work
from meddx_desktop.cluster.quiet import SETTINGS
from meddx_desktop.core.operations import open_application
from meddx_desktop.core.paths import RESOURCES
from tests.data.packages import write_models

HERE = Path(__file__).parent
CHILD = RESOURCES / "demo/1-child-cough.dcm"


@pytest.fixture(autouse=True)
def no_network(monkeypatch):
    """In place of the rule for all other tests: sockets, but to this machine alone."""

    class Guarded(socket.socket):
        def connect(self, address):
            assert address[0] in ("127.0.0.1", "::1"), address
            return super().connect(address)

        def bind(self, address):
            assert address[0] in ("127.0.0.1", "::1"), address
            return super().bind(address)

    monkeypatch.setattr(socket, "socket", Guarded)


@pytest.fixture(scope="session")
def tls(tmp_path_factory):
    return certificates.make(tmp_path_factory.mktemp("tls") / "own", days=2)


@pytest.fixture(scope="session")
def tiny(tmp_path_factory):
    return write_models(tmp_path_factory.mktemp("m") / "models")


@pytest.fixture(scope="session")
def cluster(tls, tiny, tmp_path_factory):
    """Two worker processes, a scheduler, its file and the folder of the workers' log."""
    folder = tmp_path_factory.mktemp("cluster")
    ca, machine = map(str, tls)
    roles = {f"tls_{role}_cert": machine for role in ("client", "scheduler", "worker")}
    with (
        dask.config.set(SETTINGS),
        LocalCluster(
            n_workers=2,
            threads_per_worker=1,
            host="127.0.0.1",
            protocol="tls",
            security=Security(require_encryption=True, tls_ca_file=ca, **roles),
            dashboard_address=None,
            worker_dashboard_address=None,
            preload=["meddx_desktop.cluster.preload", str(HERE / "tiny_worker.py")],
            local_directory=str(folder),
            env={"MEDDX_DATA": str(folder), "TINY_MODELS": str(tiny)},
        ) as started,
    ):
        file = folder / "scheduler.json"
        file.write_text(json.dumps({"address": started.scheduler_address}))
        yield SimpleNamespace(file=file, folder=folder, workers=started.workers, own=started)


@pytest.fixture
def same_models(tiny, monkeypatch):
    """The client's models are the workers'."""
    monkeypatch.setattr(work, "open_application", partial(open_application, models=tiny))
    work.application.cache_clear()
    work.build.cache_clear()
    yield
    work.application.cache_clear()
    work.build.cache_clear()


@pytest.fixture
def screen(cluster, tls, same_models, tmp_path, capsys):
    """Run the command; returns the exit code, what it said, and the lines of the results."""
    out = tmp_path / "results.jsonl"

    def run(*arguments, to=out, file=cluster.file, trust=tls):
        named = ["--cluster", file, "--out", to, "--tls-ca", trust[0], "--tls-cert", trust[1]]
        code = main(["screen", *map(str, arguments), *map(str, named)])
        lines = to.read_text("utf-8").splitlines() if to.exists() else []
        return code, capsys.readouterr().err, [json.loads(line) for line in lines]

    run.out = out
    return run


@pytest.fixture
def films(tmp_path):
    """Make a folder of films that are called so."""
    folder = tmp_path / "archive"
    folder.mkdir()

    def make(*names):
        for name in names:
            shutil.copy(CHILD, folder / name)
        return folder

    return make
