"""`meddx bench notes`: reading a note against the parts that no reading can do without.

The floor of a text is its tokens, the look-up of its words in the lexicon, and where the encoder is
installed one bare run of its network over the phrases that were encoded: all of the same text in
the same run.
"""

import statistics
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass

from meddx_desktop.core.jobs import JobContext
from meddx_desktop.core.notes import floor
from meddx_desktop.core.notes.analyze import Helpers, Memory, analyze
from meddx_desktop.core.notes.models import NoteModels
from meddx_desktop.core.operations.application import Application

CHARACTERS = 10_000
_REPEATS = 5
_ENGLISH = (
    "HPI: {n} year old man with cough and fever for 3 days. He denies chest pain, shortness of "
    "breath and hemoptysis.\nPMH: hypertension, type 2 diabetes. Medications: metformin 500 mg "
    "twice daily.\nExamination: T 38.5 C, BP 128/76, crackles at the right base, no wheeze. Chest "
    "film: right lower lobe consolidation without pleural effusion.\nPlan: amoxicillin. Return if "
    "dyspnea develops.\n\n"
)
_CHINESE = (
    "主诉：咳嗽、发热3天。\n现病史：患者{n}岁，3天前无明显诱因出现咳嗽、咳黄痰，伴发热，最高体温38.5℃，"
    "无胸痛、咯血。\n既往史：高血压病史10年，口服氨氯地平5mg 每日一次，否认糖尿病、冠心病史。\n"
    "查体：T 38.2℃，BP 130/80mmHg，右下肺可闻及湿啰音，未闻及哮鸣音。\n"
    "初步诊断：社区获得性肺炎？处理：若出现呼吸困难，立即就诊。\n\n"
)


@dataclass(frozen=True, slots=True)
class NoteFigures:
    """What `meddx bench notes` reports; ratios are ours to the floor."""

    characters: int
    english_ratio: float
    english_ms: float
    english_floor_ms: float
    chinese_ratio: float
    chinese_ms: float
    chinese_floor_ms: float
    paragraph_ms: float
    """One changed paragraph of the longer of both notes, all else known."""
    with_encoder: int
    """1 where the models of notes took part."""


def notes(
    app: Application, context: JobContext, *, characters: int = CHARACTERS, models: bool = True
) -> NoteFigures:
    """Measure both languages; takes seconds."""
    helpers = Helpers(app.note_models if models else None)
    english, chinese = _note(_ENGLISH, characters), _note(_CHINESE, characters)
    ours_en, floor_en = _both(english, helpers, context)
    ours_zh, floor_zh = _both(chinese, helpers, context)
    return NoteFigures(
        characters=characters,
        english_ratio=round(ours_en / floor_en, 3),
        english_ms=round(ours_en, 1),
        english_floor_ms=round(floor_en, 1),
        chinese_ratio=round(ours_zh / floor_zh, 3),
        chinese_ms=round(ours_zh, 1),
        chinese_floor_ms=round(floor_zh, 1),
        paragraph_ms=round(_paragraph(english, helpers), 1),
        with_encoder=int(helpers.models is not None and helpers.models.encoder is not None),
    )


def as_record(figures: NoteFigures) -> dict[str, float | int | None]:
    """The figures for a JSON object."""
    return asdict(figures)


def _note(pattern: str, characters: int) -> str:
    """Invented visits with a number in each line, so that no paragraph is known from before."""
    pieces, length, number = [], 0, 0
    while length < characters:
        piece = pattern.format(n=20 + number).replace("\n", f" ({number})\n")
        pieces.append(piece)
        length += len(piece)
        number += 1
    return "".join(pieces)[:characters]


def _both(text: str, helpers: Helpers, context: JobContext) -> tuple[float, float]:
    """Median milliseconds, ours and the floor's, taken in turns; the first pair only warms."""
    ours, floors = [], []
    for _ in range(_REPEATS + 1):
        context.checkpoint()
        _forget(helpers.models)
        ours.append(_ms(lambda: analyze(text, helpers=helpers)))
        _forget(helpers.models)
        floors.append(_ms(lambda: floor.of(text, helpers.models)))
    return statistics.median(ours[1:]), statistics.median(floors[1:])


def _paragraph(text: str, helpers: Helpers) -> float:
    memory = Memory()
    analyze(text, previous=memory, helpers=helpers)
    took = []
    for number in range(_REPEATS):
        changed = text.replace("crackles", f"crackles {number}", 1)
        took.append(_ms(lambda changed=changed: analyze(changed, previous=memory, helpers=helpers)))  # type: ignore[misc]
    return statistics.median(took)


def _forget(models: NoteModels | None) -> None:
    """A note is new to the encoder each time."""
    if models is not None:
        models.forget()


def _ms(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000.0
