"""Words of invented pages, placed by hand: no network is asked."""

import pytest

from meddx_desktop.core.ocr.page import Word
from meddx_desktop.core.ocr.signs import Signs


@pytest.fixture
def word():
    """A word as a page has it: ``word("11.24", 500, 100)``; a sign is 16 wide, a line 40 high."""

    def make(text, left, top, *, share=1.0, second=None, right=None):
        right = right or left + 16 * len(text)
        places = tuple((at + 0.5) / len(text) for at in range(len(text)))
        signs = Signs(text, (share,) * len(text), places)
        return Word(left, top, right, top + 40, signs, text if second is None else second)

    return make
