"""`meddx bench notes`: reading a note against the parts that no reading can do without.

The floor of a text, in the same run (`notes.floor`): its tokens, every list and pattern matched
once against the whole of it, and, bare, the very forward passes that the reading asked its networks
for. What no network is asked of costs neither side anything.
"""

import statistics
import tempfile
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path

from meddx_desktop.core.jobs import JobContext
from meddx_desktop.core.notes import floor
from meddx_desktop.core.notes.analyze import analyze
from meddx_desktop.core.notes.models import NoteModels
from meddx_desktop.core.notes.parts import Helpers, Memory
from meddx_desktop.core.operations import benchmark
from meddx_desktop.core.operations.application import Application
from meddx_desktop.core.operations.benchmark_notes_text import chinese, english

CHARACTERS = 10_000
_REPEATS = 5
_MENTIONS = ("rash on both shins", "左侧腰部酸胀", "swollen jaw", "夜间磨牙", "numb fingers")


@dataclass(frozen=True, slots=True)
class NoteFigures:
    """What `meddx bench notes` reports; ratios are ours to the floor, None is not measured."""

    characters: int
    english_ratio: float
    english_ms: float
    english_floor_ms: float
    chinese_ratio: float
    chinese_ms: float
    chinese_floor_ms: float
    words_first_ms: float
    """The English note by the rules alone, as the window shows it first."""
    paragraph_ms: float
    """One changed paragraph of the English note, all else known, by the rules alone."""
    paragraph_whole_ms: float
    """The same with the models."""
    coding_ms: float | None
    """The nearest codes of one mention that was never seen, encoder and all."""
    peak_mb: float | None
    """Peak memory of a process of its own that reads both notes."""
    with_encoder: int
    """1 where the models of notes took part."""


@dataclass(frozen=True, slots=True)
class _Bench:
    """The models whose forward passes are noted down."""

    models: NoteModels | None
    recorder: floor.Recorder | None

    def fresh(self) -> None:
        """A note is new to the models each time."""
        if self.models is not None and self.recorder is not None:
            self.models.forget()
            self.recorder.runs.clear()


def notes(
    app: Application, context: JobContext, *, characters: int = CHARACTERS, models: bool = True
) -> NoteFigures:
    """Measure both languages; takes seconds."""
    bench = _Bench(None, None)
    if models:
        recorder = floor.Recorder(app.pool.session)
        bench = _Bench(NoteModels(app.registry, recorder.open), recorder)
    texts = english(characters), chinese(characters)
    (ours_en, floor_en), (ours_zh, floor_zh) = (_both(text, bench, context) for text in texts)
    first, words, whole = _typed(texts[0], bench)
    return NoteFigures(
        characters=characters,
        english_ratio=round(ours_en / floor_en, 3),
        english_ms=round(ours_en, 1),
        english_floor_ms=round(floor_en, 1),
        chinese_ratio=round(ours_zh / floor_zh, 3),
        chinese_ms=round(ours_zh, 1),
        chinese_floor_ms=round(floor_zh, 1),
        words_first_ms=round(first, 1),
        paragraph_ms=round(words, 1),
        paragraph_whole_ms=round(whole, 1),
        coding_ms=_coding(bench),
        peak_mb=_peak_mb("".join(texts)) if models else None,
        with_encoder=int(bench.models is not None and bench.models.encoder is not None),
    )


def as_record(figures: NoteFigures) -> dict[str, float | int | None]:
    """The figures for a JSON object."""
    return asdict(figures)


def _both(text: str, bench: _Bench, context: JobContext) -> tuple[float, float]:
    """Median milliseconds, ours and the floor's, taken in turns; the first pair only warms."""
    helpers = Helpers(bench.models)
    ours, floors = [], []
    for _ in range(_REPEATS + 1):
        context.checkpoint()
        bench.fresh()
        ours.append(_ms(lambda: analyze(text, helpers=helpers)))
        floors.append(_ms(lambda: floor.of(text, bench.recorder)))
    return statistics.median(ours[1:]), statistics.median(floors[1:])


def _typed(text: str, bench: _Bench) -> tuple[float, float, float]:
    """Milliseconds of the first reading, and of a changed paragraph: words first, then the rest."""
    memory = Memory()
    first: list[float] = []
    words: list[float] = []
    whole: list[float] = []
    for _ in range(_REPEATS):
        bench.fresh()
        first.append(_ms(lambda: analyze(text, helpers=Helpers(bench.models, later=True))))
    analyze(text, previous=memory, helpers=Helpers(bench.models))
    for number in range(_REPEATS):
        changed = text.replace("crackles", f"crackles, koilonychia {number}", 1)
        for took, later in ((words, True), (whole, False)):
            helpers = Helpers(bench.models, later=later)
            took.append(_ms(partial(analyze, changed, previous=memory, helpers=helpers)))
    return statistics.median(first), statistics.median(words), statistics.median(whole)


def _coding(bench: _Bench) -> float | None:
    coder = None if bench.models is None else bench.models.coder
    if coder is None:
        return None
    bench.fresh()
    coder.nearest(["warm"])
    return round(statistics.median(_ms(partial(coder.nearest, [w])) for w in _MENTIONS), 1)


def _peak_mb(text: str) -> float | None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "invented.txt"
        path.write_text(text, "utf-8")
        used = benchmark.child(["note", str(path), "--format", "json"])
    return None if used is None else round(used[1], 1)


def _ms(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000.0
