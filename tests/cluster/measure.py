"""Films per second and core on a cluster of this machine, for docs/scaling.md.

    python -m tests.cluster.measure --films 120 --workers 1 2

Scheduler, workers and certificates are those of the real commands. Each film differs from all
others, as the program remembers what it said of a picture. Time of the processor is counted
beside the clock: it holds on a machine that is busy with other work.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from contextlib import ExitStack
from io import BytesIO
from pathlib import Path

import imagecodecs
import numpy as np
from pydicom import dcmread
from pydicom.encaps import encapsulate
from pydicom.uid import JPEG2000Lossless

from meddx_desktop.cli import main
from meddx_desktop.cluster.connect import Certificates, connected
from meddx_desktop.core.imaging import phantom
from meddx_desktop.core.operations.benchmark import machine

KINDS: dict[str, tuple[int, int, bool] | None] = {
    "no film": None,
    "1024 x 1024, plain": (1024, 1024, False),
    "2000 x 2400, plain": (2000, 2400, False),
    "2000 x 2400, JPEG 2000": (2000, 2400, True),
}


def cpu_seconds(**_):
    """What a process has used of the processor."""
    return sum(os.times()[:2])


def on_scheduler(dask_scheduler):
    """The same, of the scheduler."""
    return sum(os.times()[:2])


def write_films(folder: Path, count: int, rows: int, columns: int, packed: bool) -> int:
    """Write films that differ in a patch; returns their bytes."""
    base = dcmread(BytesIO(phantom.film(rows, columns)))
    pixels = np.frombuffer(base.PixelData, np.uint16).reshape(rows, columns)
    size, total = rows // 16, 0
    for number in range(count):
        own = pixels.copy()
        row, column = divmod(number, 12)
        patch = own[row * size % rows :][:size, column * size :][:, :size]
        patch += np.uint16(200 + number)
        base.PixelData = own.tobytes()
        if packed:
            base.file_meta.TransferSyntaxUID = JPEG2000Lossless
            code = imagecodecs.jpeg2k_encode(own, level=0, codecformat="j2k", reversible=True)
            base.PixelData = encapsulate([code])
        path = folder / f"{number:05}.dcm"
        base.save_as(path, enforce_file_format=True)
        total += path.stat().st_size
    return total


def write_no_films(folder: Path, count: int) -> int:
    """Write files that are left out at once: what is measured is all around the screening."""
    for number in range(count):
        (folder / f"{number:05}.txt").write_text("no film\n")
    return 8 * count


def start(stack: ExitStack, folder: Path, workers: int) -> tuple[Path, list[str]]:
    """Start what `docs/scaling.md` tells to start, on this machine."""
    file = folder / "scheduler.json"
    file.unlink(missing_ok=True)
    trust = ["--tls-ca", str(folder / "tls/ca.pem"), "--tls-cert", str(folder / "tls/machine.pem")]
    ours = [sys.executable, "-m", "meddx_desktop", "cluster"]
    here = ["--scheduler-file", str(file), "--host", "127.0.0.1", *trust]
    for extra in (["scheduler", "--port", "0"], ["worker", "--processes", str(workers)]):
        process = subprocess.Popen([*ours, *extra, *here], stderr=subprocess.DEVNULL)
        stack.callback(process.wait)
        stack.callback(process.terminate)
        while not file.exists():
            time.sleep(0.1)
    return file, trust


def measure(folder: Path, films: Path, warm: Path, workers: int) -> dict[str, float]:
    """One run over `films`; `warm` loads the models first."""
    with ExitStack() as stack:
        file, trust = start(stack, folder, workers)
        out = folder / "results.jsonl"
        out.unlink(missing_ok=True)
        asked = ["--cluster", str(file), "--out", str(out), *trust]
        with connected(file, Certificates(Path(trust[1]), Path(trust[3]))) as client:
            client.wait_for_workers(workers)
            main(["screen", str(warm), *asked])
            before = client.run(cpu_seconds), client.run_on_scheduler(on_scheduler)
            own, clock, length = time.process_time(), time.perf_counter(), out.stat().st_size
            assert main(["screen", str(films), *asked]) == 0
            clock, own = time.perf_counter() - clock, time.process_time() - own
            after = client.run(cpu_seconds), client.run_on_scheduler(on_scheduler)
        lines = out.read_text("utf-8").splitlines()
        count = len(lines) - len(list(warm.iterdir()))
        results = [json.loads(line)["results"] for line in lines]
        scored = sum(bool(one["findings"]) for line in results for one in line)
        assert scored in (0, len(lines)), "a film that is refused costs less"
    used = sum(after[0].values()) - sum(before[0].values())
    return {
        "films": count,
        "workers": workers,
        "clock films/s": count / clock,
        "worker CPU ms/film": 1000 * used / count,
        "films/s per core": count / used,
        "scheduler CPU ms/film": 1000 * (after[1] - before[1]) / count,
        "client CPU ms/film": 1000 * own / count,
        "bytes/line": (out.stat().st_size - length) / count,
    }


def run() -> None:
    """Measure every kind of film with every number of workers, and print a table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--films", type=int, default=120)
    parser.add_argument("--workers", type=int, nargs="+", default=[1, 2])
    options = parser.parse_args()
    print(", ".join(f"{key} {value}" for key, value in machine().items()))
    with tempfile.TemporaryDirectory(prefix="meddx-scale-") as name:
        folder = Path(name)
        os.environ["MEDDX_DATA"] = str(folder / "data")
        main(["cluster", "certificates", str(folder / "tls")])
        for kind, shape in KINDS.items():
            with tempfile.TemporaryDirectory(dir=folder) as place:
                films, warm = Path(place) / "films", Path(place) / "warm"
                films.mkdir()
                warm.mkdir()
                count = options.films if shape else 10 * options.films
                total = write_films(films, count, *shape) if shape else write_no_films(films, count)
                for number, path in enumerate(sorted(films.iterdir())[: 4 * max(options.workers)]):
                    path.rename(warm / f"{number}{path.suffix}")
                print(f"{kind}: {total / count / 1e6:.2f} MB a film", flush=True)
                for workers in options.workers:
                    figures = measure(folder, films, warm, workers)
                    row = "  ".join(f"{key} {value:.4g}" for key, value in figures.items())
                    print(f"  {row}", flush=True)


if __name__ == "__main__":
    run()
