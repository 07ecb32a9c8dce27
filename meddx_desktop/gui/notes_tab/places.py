"""Places in a text as the core counts them, and as Qt does."""

from bisect import bisect_left

_PLANE = 0x10000


class Places:
    """Qt counts a character beyond the first plane (emoji, rare Han) twice, the core once."""

    def __init__(self, text: str) -> None:
        # Nearly every text has none; that is quickly seen.
        is_plain = len(text.encode("utf-16-le", "surrogatepass")) == 2 * len(text)
        wide = () if is_plain else enumerate(text)
        self._wide = [place for place, c in wide if ord(c) >= _PLANE]
        self._wide_qt = [place + n for n, place in enumerate(self._wide)]

    def to_qt(self, place: int) -> int:
        """Where a place of the core lies in Qt's text."""
        return place + bisect_left(self._wide, place)

    def from_qt(self, place: int) -> int:
        """The inverse; the second half of a character counts as its end."""
        return place - bisect_left(self._wide_qt, place)
