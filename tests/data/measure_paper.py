"""How exactly reports on paper are read: drawn, worn, read, compared cell by cell.

Run as ``python -m tests.data.measure_paper``; it prints a table, and with ``--write`` puts it into
docs/laboratory.md. Drawn pages are kinder than real ones: this shows what breaks, not what a clinic
will see.
"""

import random
import sys
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import numpy as np

from meddx_desktop.core.ocr.layout import table_of
from meddx_desktop.core.ocr.page import read_page
from meddx_desktop.core.operations.paper_table import is_headings, is_unsure
from tests.data import paper
from tests.data.paper import Wear
from tests.data.photograph import View, photographed

DOC = Path(__file__).resolve().parents[2] / "docs" / "laboratory.md"
HEAD = (
    "| page | language | cells | wrong | of these unmarked | values | wrong | unmarked |",
    "|---|---|---|---|---|---|---|---|",
)
WEARS = {
    "clean": Wear(),
    "askew, JPEG 75": Wear(angle=-4.0, quality=75),
    "shadow, grain, JPEG 60": Wear(angle=2.0, quality=60, shadow=0.5, grain=8),
    "blurred, JPEG 60": Wear(angle=1.0, quality=60, blur=1.6),
    "strongly blurred": Wear(angle=1.0, quality=60, blur=3.0),
    "from below, 25 degrees": View(pitch=25, roll=3),
    "from far below, 40 degrees, shaken, JPEG 60": View(pitch=40, motion=4, quality=60),
    "from the side, 30 degrees, JPEG 60": View(pitch=12, yaw=30, roll=-6, quality=60),
    "at an angle, edges cut off": View(pitch=12, yaw=-14, fill=1.12),
    "bent, at an angle": View(pitch=10, yaw=8, bend=0.02),
    "shadow of a hand, dark corners": View(pitch=14, yaw=6, hand=0.5, lens=0.4),
    "shaken, JPEG 60": View(pitch=10, roll=4, motion=7, quality=60),
    "few pixels (letters 14 high), JPEG 60": View(pitch=12, yaw=8, scale=0.6, quality=60),
    "very few pixels (letters 10 high), JPEG 60": View(pitch=8, scale=0.42, quality=60),
}
_UNITS = ("10^9/L", "×10⁹/L", "×10¹²/L", "g/L", "mmol/L", "μmol/L", "U/L", "mg/L", "%", "fL")
_CHINESE = (
    "白细胞计数",
    "红细胞计数",
    "血小板计数",
    "丙氨酸氨基转移酶",
    "总胆红素",
    "尿素",
    "甘油三酯",
)
_ENGLISH = ("White cells", "Red cells", "Platelets", "ALT", "Bilirubin", "Urea", "Triglycerides")
_ROWS = 12


def drawn(chance: random.Random, *, chinese: bool) -> tuple[tuple[str, ...], ...]:
    """Invented rows: values with and without a point, limits, marks, units, ranges."""
    rows = []
    for number in range(_ROWS):
        value = round(chance.uniform(0.05, 600), chance.choice((0, 1, 2)))
        text = f"{chance.choice(('', '', '', '<', '>'))}{value:g}"
        low = round(chance.uniform(0, 50), 1)
        usual = f"{low:g}{chance.choice('-~') if chinese else '-'}{low + 40:g}"
        flag = chance.choice(("", "", "↑", "↓")) if chinese else chance.choice(("", "", "H", "L"))
        unit = chance.choice(_UNITS)
        name = chance.choice(_CHINESE if chinese else _ENGLISH)
        row = (str(number + 1), name, text, flag, unit, usual)
        rows.append(row if chinese else (name, text, flag, unit, usual))
    return tuple(rows)


def same(one: str, other: str) -> bool:
    """Whether two cells say the same; both micro signs are one, so are ways to write a power."""
    powers = zip("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789", strict=True)
    table = str.maketrans({"µ": "μ", "～": "~", **{small: f"^{digit}" for small, digit in powers}})
    texts = [each.translate(table).replace(" ", "").replace("^1^2", "^12") for each in (one, other)]
    return texts[0] == texts[1]


def measure(wear: Wear | View, *, chinese: bool, seed: int) -> np.ndarray:
    """Cells; wrong ones; wrong ones that nothing marks; values; wrong values; those unmarked."""
    rows = drawn(random.Random(seed), chinese=chinese)
    headings = paper.HEADINGS if chinese else paper.ENGLISH_HEADINGS
    head = "姓名：张三    性别：女" if chinese else "Name: John Smith    Sex: M"
    sheet = paper.page(rows, headings, head=head, bold=bool(seed % 2), size=28)
    make = photographed if isinstance(wear, View) else paper.worn
    lines = table_of(read_page(make(sheet, wear, seed=seed)).words, is_headings)
    by_name = [line.cells for line in lines if len(line.cells) == len(headings)][1:]
    value = headings.index("结果" if chinese else "Result")
    found = np.zeros(6, int)
    for at, row in enumerate(rows):
        cells = by_name[at] if at < len(by_name) else ()
        for column, text in enumerate(row):
            cell = cells[column] if cells else None
            wrong = cell is None or not same(cell.text, text)
            silent = wrong and cell is not None and not is_unsure(cell)
            found += (1, wrong, silent, *((1, wrong, silent) if column == value else (0, 0, 0)))
    return found


def row(name: str, *, chinese: bool) -> str:
    """One line of the table."""
    total = sum(measure(WEARS[name], chinese=chinese, seed=seed) for seed in (1, 2))
    language = "Chinese" if chinese else "English"
    return " | ".join(("| " + name, language, *map(str, total))) + " |"


def written(doc: str, table: list[str]) -> str:
    """The document with its table of these columns replaced."""
    lines = doc.splitlines()
    start = end = lines.index(HEAD[0])
    while end < len(lines) and lines[end].startswith("|"):
        end += 1
    return "\n".join([*lines[:start], *table, *lines[end:]]) + "\n"


def main() -> None:
    """Print the table in the form that the docs have it, or put it there."""
    wanted = [(name, chinese) for name in WEARS for chinese in (True, False)]
    with ProcessPoolExecutor(2) as pool:
        made = [pool.submit(row, name, chinese=chinese) for name, chinese in wanted]
        table = [*HEAD, *(one.result() for one in made)]
    print("\n".join(table))
    if "--write" in sys.argv[1:]:
        DOC.write_text(written(DOC.read_text(encoding="utf-8"), table), encoding="utf-8")


if __name__ == "__main__":
    main()
