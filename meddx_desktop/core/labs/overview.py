"""Everything in the tables as one page: ``docs/laboratory_tables.md``.

python -m meddx_desktop.core.labs.overview
"""

from collections.abc import Iterator

from meddx_desktop.core.domain.laboratory import ReferenceRange
from meddx_desktop.core.labs.analytes import Analyte, analytes, by_loinc
from meddx_desktop.core.labs.reference import SETS, lines
from meddx_desktop.core.paths import ROOT

PAGE = ROOT / "docs" / "laboratory_tables.md"
_HEAD = """# Analytes and reference ranges

Made by `python -m meddx_desktop.core.labs.overview`; do not edit. How they are used stands in
`laboratory.md`.

{analytes} analytes with {codes} LOINC codes, {ranges}.

"Impossible" and "asked about" are wide limits chosen by the authors to catch slips of the unit;
they are not reference ranges.

## Analytes

| Name | Chinese | Id | Specimen | Shown in | LOINC | Impossible outside | Asked about outside |
|---|---|---|---|---|---|---|---|
"""
_RANGES = """
## {title}

| Analyte | For | Low | High | Unit | Source |
|---|---|---|---|---|---|
"""
_COUNTED = {
    "international": "international ranges",
    "china": "Chinese ranges",
    "critical": "critical values",
}
_TITLES = {
    "international": "International ranges",
    "china": "Chinese ranges",
    "critical": "Critical values",
}


def page() -> str:
    """The page as it should be."""
    counts = ", ".join(
        f"{sum(map(len, lines(name).values()))} lines of {what}" for name, what in _COUNTED.items()
    )
    head = _HEAD.format(analytes=len(analytes()), codes=len(by_loinc()), ranges=counts)
    rows = [_row(one) for one in analytes().values()]
    parts = [head, *rows]
    for name in (*SETS, "critical"):
        parts += [_RANGES.format(title=_TITLES[name]), *_ranges(name)]
    return "".join(parts)


def _row(one: Analyte) -> str:
    codes = dict.fromkeys((*one.loinc.values(), *one.also_loinc))
    cells = (
        one.english,
        one.chinese,
        f"`{one.id}`",
        one.specimen.value,
        f"`{one.unit}`",
        ", ".join(codes),
        _limits(one.impossible_outside),
        _limits(one.ask_outside),
    )
    return f"| {' | '.join(cells)} |\n"


def _ranges(name: str) -> Iterator[str]:
    for analyte, ones in lines(name).items():
        for one in ones:
            yield f"| {analytes()[analyte].english} | {_range(one.range)} |\n"


def _range(one: ReferenceRange) -> str:
    low, high = ("" if end is None else f"{end:g}" for end in (one.low, one.high))
    return f"{one.whom} | {low} | {high} | `{one.unit}` | {one.source.replace('|', '/')}"


def _limits(limits: tuple[float, float] | None) -> str:
    return "" if limits is None else f"{limits[0]:g} to {limits[1]:g}"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
