"""Scheduler and workers as Dask's own commands start them, under this program's settings."""

import os

import dask

from meddx_desktop.cluster.connect import Certificates
from meddx_desktop.cluster.quiet import SETTINGS, hush

_PRELOAD = "meddx_desktop.cluster.preload"
_CHATTER = "DASK_LOGGING__DISTRIBUTED"
_UNREACHABLE = "300"
"""Seconds after which a worker that finds no scheduler ends itself."""


def scheduler(file: str, certificates: Certificates, *, host: str, port: int) -> None:
    """Run a scheduler until it is stopped; its address goes into `file`.

    Raises
    ------
    InvalidEntry
        As `Certificates.security`.
    """
    certificates.security("scheduler")
    from distributed.cli import dask_scheduler

    _run(
        dask_scheduler.main,
        *("--scheduler-file", file, "--protocol", "tls", "--port", str(port)),
        *(["--host", host] if host else []),
        # The page is off; what is left of it must not be reached from elsewhere.
        *("--no-dashboard", "--dashboard-address", "127.0.0.1:0"),
        *_files(certificates),
    )


def workers(file: str, certificates: Certificates, *, host: str, processes: int) -> None:
    """Run `processes` workers, each with one thread and a watcher, until they are stopped.

    Raises
    ------
    InvalidEntry
        As `Certificates.security`.
    """
    certificates.security("worker")
    os.environ[_CHATTER] = "warning"  # its processes speak before they load what hushes them
    from distributed.cli import dask_worker

    _run(
        dask_worker.main,
        *("--scheduler-file", file, "--protocol", "tls", "--preload", _PRELOAD),
        *("--nworkers", str(processes), "--nthreads", "1", "--death-timeout", _UNREACHABLE),
        *(["--host", host] if host else []),
        *("--no-dashboard", "--dashboard-address", "127.0.0.1:0"),
        *_files(certificates),
    )


def _files(certificates: Certificates) -> list[str]:
    given = {
        "--tls-ca-file": certificates.ca,
        "--tls-cert": certificates.certificate,
        "--tls-key": certificates.key,
    }
    return [part for name, path in given.items() if path for part in (name, str(path))]


def _run(command: object, *arguments: str) -> None:
    hush()
    with dask.config.set(SETTINGS):
        command.main(args=list(arguments), standalone_mode=False)  # type: ignore[attr-defined]
