"""Protects: the printed tables of analytes and ranges say what the program uses."""

from meddx_desktop.core.labs.analytes import analytes
from meddx_desktop.core.labs.overview import PAGE, page
from meddx_desktop.core.labs.reference import SETS, lines


def test_the_page_is_up_to_date():
    expected = "run python -m meddx_desktop.core.labs.overview"
    assert PAGE.read_text(encoding="utf-8") == page(), expected


def test_everything_has_its_row():
    rows = [line for line in page().splitlines() if line.startswith("| ")]
    ranges = sum(len(ones) for name in (*SETS, "critical") for ones in lines(name).values())
    assert len(rows) == len(analytes()) + 1 + ranges + 3
