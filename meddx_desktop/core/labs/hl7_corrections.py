"""Results that are sent more than once in a file: which one holds.

A correction replaces what it corrects, a final result its preliminary one, a withdrawal what it
withdraws, whatever their order in the file. The replaced line is kept as a rejected one that names
its successor. Two results that both claim to hold are both kept, with a caution on each.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from meddx_desktop.core.domain.finding import Reason
from meddx_desktop.core.domain.laboratory import ResultStatus
from meddx_desktop.core.labs.hl7_results import Line

_STATUS = 11
_RANKS = {**dict.fromkeys("FUVB", 1), **dict.fromkeys("CADWX", 2)}
_REPLACES = 2

Block = list[Line]
"""Lines of one order in one message that carry the same code: one result, or one longer text."""


def settle(lines: Iterable[Line]) -> None:
    """Decide between lines of one patient that are the same result."""
    same: dict[tuple[str, str, str], dict[tuple[int, int], Block]] = defaultdict(dict)
    for line in lines:
        if line.result is not None:
            blocks = same[line.key]
            blocks.setdefault((line.message, id(line.order)), []).append(line)
    for blocks in same.values():
        for block in blocks.values():
            if len(block) > 1:
                _within(block)
        if len(blocks) > 1:
            _beside([[line for line in block if line.result] for block in blocks.values()])


def _rank(line: Line) -> int:
    return _RANKS.get(line.segment.components(_STATUS)[0].upper(), 0)


def _within(block: Block) -> None:
    """One order that holds a result and its correction, or the same result twice."""
    lines = [line for line in block if not line.is_text]
    best = max(map(_rank, lines), default=0)
    holding = [line for line in lines if _rank(line) == best]
    former = [line for line in lines if _rank(line) < best]
    if former:
        _replace(former, holding)
    if len({line.result.taken_text for line in holding if line.result}) < len(holding):
        _doubt(holding)


def _beside(blocks: list[Block]) -> None:
    """Orders of one number: about one sample, or one for each day of a cumulative report.

    Where some are more final than others and no time joins them, nobody can tell which one of them
    is meant: all stay, and say so.
    """
    blocks = [block for block in blocks if block]
    days: dict[str, list[Block]] = defaultdict(list)
    for block in blocks:
        days[block[0].order.observed].append(block)
    if len(days.keys() - {""}) < 2:
        _between(blocks)
        return
    undated = days.pop("", [])
    for ones in days.values():
        if len(ones) > 1:
            _between(ones)
    alone = [*undated, *(block for ones in days.values() for block in ones if len(ones) == 1)]
    if undated or len({max(map(_rank, block)) for block in alone}) > 1:
        _doubt(line for block in alone for line in block)


def _between(blocks: list[Block]) -> None:
    """Several orders or messages about one result."""
    blocks = [block for block in blocks if block]
    ranks = [max(map(_rank, block)) for block in blocks]
    best = max(ranks, default=0)
    holding = [block for block, rank in zip(blocks, ranks, strict=True) if rank == best]
    former = [block for block, rank in zip(blocks, ranks, strict=True) if rank < best]
    if best == _REPLACES:
        # The last correction corrects the ones before it.
        former += holding[:-1]
        holding = holding[-1:]
    for block in former:
        _replace(block, holding[-1])
    if len(holding) > 1:
        _doubt(line for block in holding for line in block)


def _replace(former: Block, holding: Block) -> None:
    """Reject what is replaced: by its time where one order holds several samples, else all."""
    times = {line.taken_text for line in holding}
    matching = [line for line in former if line.taken_text in times]
    if not matching or len(holding) >= len(former) or former[0].is_text:
        matching = former
    successor = holding[0]
    is_withdrawn = successor.result is not None and (
        successor.result.status is ResultStatus.CANCELLED
    )
    places = ", ".join(line.place for line in matching)
    for line in matching:
        if is_withdrawn:
            line.reject("result_withdrawn", place=successor.place)
        else:
            line.reject("result_replaced", place=successor.place)
    for line in holding:
        _caution(line, Reason("replaces_result", {"place": places[:200]}))


def _doubt(lines: Iterable[Line]) -> None:
    for line in lines:
        if not line.is_text:
            _caution(line, Reason("result_repeated"))


def _caution(line: Line, reason: Reason) -> None:
    if line.result is not None and reason not in line.result.cautions:
        line.result = replace(line.result, cautions=(*line.result.cautions, reason))
