"""Numbers for sources, in the order in which they are met: ``[1]`` in a row, the words below."""


class Numbered:
    """The sources of one table."""

    def __init__(self) -> None:
        self._known: list[str] = []

    def number(self, source: str) -> str:
        """The number that stands for a source."""
        if source not in self._known:
            self._known.append(source)
        return f"[{self._known.index(source) + 1}]"

    def lines(self) -> list[str]:
        """Every source with its number."""
        return [f"[{place}] {source}" for place, source in enumerate(self._known, 1)]
