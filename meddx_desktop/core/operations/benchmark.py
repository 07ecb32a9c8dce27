"""`meddx bench screen`: our time against a floor that is measured in the same run.

The floor of a film is what nobody can save: reading its file, hashing it, decoding with pydicom,
one resize with OpenCV, and a bare run of every network that ran; same process, same threads.
"""

import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from meddx_desktop.core.domain.imaging import Source
from meddx_desktop.core.imaging import floor, phantom
from meddx_desktop.core.inference.pool import SessionPool
from meddx_desktop.core.inference.session import ModelSession
from meddx_desktop.core.jobs import JobContext
from meddx_desktop.core.operations import images
from meddx_desktop.core.operations.application import Application

_REPEATS = 15
_STEPS = 60
_STARTS = 3
_VIEW = (1200, 1000)
_LARGE = 3000
_SIZES = ((1024, 1024), (1500, 1200), (2000, 2400))


@dataclass(frozen=True, slots=True)
class ScreenFigures:
    """What `meddx bench screen` reports; ratios are ours to the floor."""

    single_ratio: float
    single_ms: float
    single_floor_ms: float
    batch_ratio: float
    """Our throughput as a share of the floor's: 1 is as fast, less is slower."""
    batch_films: int
    batch_jobs: int
    batch_films_per_s: float
    first_picture_ms: float
    decode_ms: float
    window_step_ms: float
    peak_mb: float | None
    version_cpu_s: float | None
    window_start_s: float | None
    """From the start of the process until the empty window is drawn; None without Qt."""


def machine() -> dict[str, str | int]:
    """What the figures were measured on, and when."""
    return {
        "system": platform.platform(),
        "processor": _processor(),
        "cores": os.cpu_count() or 0,
        "python": platform.python_version(),
        "date": datetime.now(UTC).strftime("%Y-%m-%d"),
    }


def screen(app: Application, *, films: int, jobs: int, context: JobContext) -> ScreenFigures:
    """Measure; takes about a minute for 200 films on two cores."""
    pool = SessionPool(app.settings, threads=1, remember=False)
    measured = replace(app, pool=pool)
    with tempfile.TemporaryDirectory(prefix="meddx-bench-") as name:
        large = Path(name) / "large.dcm"
        large.write_bytes(phantom.film(_LARGE, _LARGE))
        ours, least = _single(measured, large, context)
        rate, floor_rate = _batch(measured, Path(name), films, jobs, context)
        first, decode, step = _viewer(large)
        return ScreenFigures(
            single_ratio=round(ours / least, 3),
            single_ms=round(ours, 1),
            single_floor_ms=round(least, 1),
            batch_ratio=round(rate / floor_rate, 3),
            batch_films=films,
            batch_jobs=jobs,
            batch_films_per_s=round(rate, 1),
            first_picture_ms=round(first, 1),
            decode_ms=round(decode, 1),
            window_step_ms=round(step, 2),
            peak_mb=_peak_mb(large),
            version_cpu_s=_version_cpu_s(),
            window_start_s=_window_start_s(),
        )


def as_record(figures: ScreenFigures) -> dict[str, float | int | None]:
    """The figures for a JSON object."""
    return asdict(figures)


def _single(app: Application, path: Path, context: JobContext) -> tuple[float, float]:
    """Median milliseconds of one large film, ours and the floor's, taken in turns."""
    sessions = _that_ran(app, path)
    ours: list[float] = []
    least: list[float] = []
    for _ in range(_REPEATS):
        context.checkpoint()
        ours.append(_ms(lambda: images.screen_source(app, Source(path))))
        least.append(_ms(lambda: floor.film(path, sessions)))
    return statistics.median(ours), statistics.median(least)


def _that_ran(app: Application, path: Path) -> list[ModelSession]:
    """Sessions of the gate and of every model that scores this film: what the floor must run."""
    results = images.screen_source(app, Source(path))
    names = {r.screening.model.name for r in results if r.screening.model and r.screening.findings}
    packages = [package for package in app.registry.screening if package.name in names]
    gate = [app.registry.gate] if app.registry.gate is not None else []
    return [app.pool.session(package) for package in (*gate, *packages)]


def _batch(
    app: Application, folder: Path, count: int, jobs: int, context: JobContext
) -> tuple[float, float]:
    """Films per second, ours and the floor's, over mixed sizes and syntaxes."""
    kinds = []
    for rows, columns in _SIZES:
        for rle in (False, True):
            path = folder / f"{rows}x{columns}{'-rle' * rle}.dcm"
            path.write_bytes(phantom.film(rows, columns, rle=rle))
            kinds.append(path)
    paths = [kinds[index % len(kinds)] for index in range(count)]
    sessions = _that_ran(app, kinds[0])
    half = len(paths) // 2 or 1
    ours = least = 0.0
    for part in (paths[:half], paths[half:]):
        context.checkpoint()
        ours += _seconds(jobs, lambda path: images.screen_source(app, Source(path)), part)
        least += _seconds(jobs, lambda path: floor.film(path, sessions), part)
    return len(paths) / ours, len(paths) / least


def _seconds(jobs: int, work: Callable[[Path], object], paths: Iterable[Path]) -> float:
    start = time.perf_counter()
    with ThreadPoolExecutor(jobs) as pool:
        for _ in pool.map(work, paths):
            pass
    return time.perf_counter() - start


def _viewer(path: Path) -> tuple[float, float, float]:
    """Milliseconds to the first picture, of the decoding in it, and of a window/level step."""
    firsts: list[float] = []
    decodes: list[float] = []
    steps: list[float] = []
    for _ in range(3):
        start = time.perf_counter()
        frame = images.open_film(Source(path)).frame(0)
        decodes.append((time.perf_counter() - start) * 1000.0)
        renderer, voi = images.Renderer(frame), images.default_voi(frame)
        fitted = _VIEW[1] / _LARGE
        viewport = images.Viewport(0.0, 0.0, fitted, *_VIEW)
        renderer.render(viewport, voi)
        firsts.append((time.perf_counter() - start) * 1000.0)
        steps += _window_steps(renderer, viewport)
    return statistics.median(firsts), statistics.median(decodes), statistics.median(steps)


def _window_steps(renderer: images.Renderer, viewport: images.Viewport) -> list[float]:
    windows = [images.Window(8000.0 + 10 * i, 9000.0 + 20 * i) for i in range(_STEPS)]
    return [_ms(partial(renderer.render, viewport, window)) for window in windows]


def _peak_mb(path: Path) -> float | None:
    """Peak resident memory of a process of its own that screens one large film."""
    used = child(["screen", str(path), "--format", "json"])
    return None if used is None else round(used[1], 1)


def _version_cpu_s() -> float | None:
    """Processor seconds of `meddx --version`, the least of a few."""
    runs = [child(["--version"]) for _ in range(_STARTS)]
    return min((round(used[0], 3) for used in runs if used is not None), default=None)


def _window_start_s() -> float | None:
    """The fastest of a few starts, drawn offscreen so that no window flashes up."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    times: list[float] = []
    for _ in range(_STARTS):
        done = subprocess.run(  # noqa: S603 - ourselves
            [*_ourselves(), "--measure-start", str(time.time())],
            capture_output=True,
            text=True,
            check=False,
            env=environment,
        )
        if done.returncode != 0:
            return None
        times.append(float(done.stdout))
    return min(times)


def _ourselves() -> list[str]:
    frozen = getattr(sys, "frozen", False)
    return [sys.executable, *([] if frozen else ["-m", "meddx_desktop"])]


def child(arguments: list[str]) -> tuple[float, float] | None:
    """Processor seconds and peak megabytes of this program run with other arguments.

    None on Windows, which does not tell what a child has used.
    """
    if sys.platform == "win32":
        return None
    process = subprocess.Popen([*_ourselves(), *arguments], stdout=subprocess.DEVNULL)  # noqa: S603 - ourselves
    _, _, usage = os.wait4(process.pid, 0)
    process.returncode = 0
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024.0


def _ms(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000.0


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text("utf-8").splitlines()
    except OSError:
        return platform.processor()
    named = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(named, platform.processor())
