"""The arguments of `meddx cluster`, and what `meddx screen` takes for a cluster."""

import argparse
from pathlib import Path


def add(parser: argparse.ArgumentParser) -> None:
    """Certificates, scheduler, workers."""
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    made = actions.add_parser("certificates", help="make the two files for all machines")
    made.add_argument("folder", type=Path, metavar="DIR", help="a new folder, for you alone")
    made.add_argument("--days", type=_positive, default=365, metavar="N", help="how long they hold")
    scheduler = actions.add_parser("scheduler", help="run it, on one machine")
    _file(scheduler, "where its address is written; the others read it")
    scheduler.add_argument("--port", type=_port, default=8786, metavar="N")
    worker = actions.add_parser("worker", help="run workers, on every machine that screens")
    _file(worker, "the file that the scheduler wrote")
    worker.add_argument(
        "--processes", type=_positive, default=1, metavar="N", help="films at once: one per core"
    )
    for action in (scheduler, worker):
        action.add_argument(
            "--host", default="", metavar="ADDRESS", help="this machine's own, if it has several"
        )
        _certificates(action)


def add_to_screen(parser: argparse.ArgumentParser) -> None:
    """Screening on a cluster instead of here."""
    parser.add_argument(
        "--cluster",
        type=Path,
        metavar="SCHEDULER_FILE",
        help="screen on the machines of this cluster (docs/scaling.md); with --out",
    )
    parser.add_argument(
        "--out", type=Path, metavar="RESULTS.jsonl", help="with --cluster: what is there is kept"
    )
    _certificates(parser)


def _file(parser: argparse.ArgumentParser, words: str) -> None:
    parser.add_argument("--scheduler-file", required=True, metavar="FILE", help=words)


def _certificates(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--tls-ca", type=Path, metavar="FILE", help="ca.pem of the cluster")
    parser.add_argument("--tls-cert", type=Path, metavar="FILE", help="machine.pem of the cluster")
    parser.add_argument(
        "--tls-key", type=Path, metavar="FILE", help="its key, if that is a file of its own"
    )


def _positive(text: str) -> int:
    value = int(text)
    if value < 1:
        raise argparse.ArgumentTypeError("must be at least 1")
    return value


def _port(text: str) -> int:
    value = int(text)
    if not 0 <= value <= 65535:
        raise argparse.ArgumentTypeError("must be 0 to 65535")
    return value
