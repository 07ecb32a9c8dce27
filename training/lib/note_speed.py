"""Measure the models of notes as the program runs them: ``python -m training.lib.note_speed``.

Prints time of the processor and of the clock for each task, and the memory that each adds. On a
busy machine the clock says little; the processor's time is what one idle core would need.
"""

import time
from collections.abc import Callable
from pathlib import Path

from meddx_desktop.core.domain.note import Span
from meddx_desktop.core.inference.pool import SessionPool
from meddx_desktop.core.inference.registry import ModelRegistry
from meddx_desktop.core.notes.models import NoteModels
from meddx_desktop.core.paths import MODELS
from meddx_desktop.core.settings import Settings

MENTIONS = (
    "type 2 diabetes",
    "acute pyelonephritis",
    "shortness of breath",
    "急性阑尾炎",
    "偏头痛",
)
SENTENCE = (
    "The patient developed acute kidney injury after gentamicin and was treated with fluids for "
    "two days before the creatinine fell again."
)
_TIMES = 5


def resident() -> float:
    """Return the memory of this process in megabytes, as Linux counts it."""
    for line in Path("/proc/self/status").read_text("ascii").splitlines():
        if line.startswith("VmRSS"):
            return int(line.split()[1]) / 1024
    raise RuntimeError("no VmRSS")


def timed(name: str, call: Callable[[int], object], count: int) -> None:
    """Print the time of one of `count` things, the first call left out."""
    call(0)
    wall, cpu = time.perf_counter(), time.process_time()
    for number in range(1, _TIMES + 1):
        call(number)
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    share = 1000 / (_TIMES * count)
    print(f"{name}: {cpu * share:.1f} ms of the processor, {wall * share:.1f} ms by the clock")


def main() -> None:
    """Measure one after the other."""
    settings = Settings(Path("/nonexistent/settings.json"))
    models = NoteModels(ModelRegistry(MODELS), SessionPool(settings).session)
    before = resident()

    def added(name: str) -> None:
        nonlocal before
        now = resident()
        print(f"{name}: {now - before:.0f} MB more, {now:.0f} MB in all")
        before = now

    encoder = models.encoder
    if encoder is None:
        raise SystemExit("no encoder under models/")
    encoder.vectors(["one"])
    added("encoder, open")
    timed("encode a mention", lambda n: encoder.vectors([f"{m} {n}" for m in MENTIONS]), 5)
    timed("encode 600 letters", lambda n: encoder.vectors([f"{n} " + SENTENCE * 5]), 1)
    added("encoder, after use")
    if (coder := models.coder) is not None:
        timed("nearest codes of one mention", lambda n: coder.nearest([f"{MENTIONS[0]} {n} x"]), 1)
        timed(
            "nearest codes, each of five",
            lambda n: coder.nearest([f"{m} {n}" for m in MENTIONS]),
            5,
        )
        added("coder")
    if (tagger := models.tagger) is not None:
        said = [f"{SENTENCE[:-1]} ({n})." for n in range(_TIMES + 1)]
        timed("tag a sentence", lambda n: tagger.tag(said[n], Span(0, len(said[n]))), 1)
        added("tagger")
    if (topics := models.topics) is not None:
        timed("guess a section", lambda n: topics.guess_section(f"{n} {SENTENCE}"), 1)
        added("topics")


if __name__ == "__main__":
    main()
