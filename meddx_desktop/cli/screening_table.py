"""Screenings as a table for a person: riskiest first, remarks beneath, and the words."""

from meddx_desktop.cli import records
from meddx_desktop.cli.output import line, table
from meddx_desktop.core.domain.finding import Screening
from meddx_desktop.core.errors import MedDxError
from meddx_desktop.words import safety, sentence

_FAILED_FIRST = (-1, 0.0)
_Row = tuple[tuple[int, float], tuple[str, ...]]


class ScreeningTable:
    """Holds its rows to the end, so that what was refused or failed stands on top."""

    def __init__(self) -> None:
        self._rows: list[_Row] = []
        self._notes: dict[str, int] = {}

    def result(self, screening: Screening) -> None:
        """Take one screening."""
        notes = self._numbers(records.remarks(screening))
        self._rows.extend((screening.risk, (*row, notes)) for row in records.table_rows(screening))

    def failure(self, path: str, error: MedDxError) -> None:
        """Take one failed input."""
        notes = self._numbers([f"[{error.code}] {sentence(error.code, error.parameters)}"])
        self._rows.append((_FAILED_FIRST, (path, "-", "Failed", "-", "-", "-", "-", notes)))

    def close(self) -> None:
        """Print the table, what its notes mean, and the words that belong beneath a score."""
        if not self._rows:
            return
        self._rows.sort(key=lambda pair: pair[0])
        for text in table((row for _, row in self._rows), header=records.COLUMNS):
            line(text)
        line("")
        for note, number in self._notes.items():
            line(f"[{number}] {note}")
        if self._notes:
            line("")
        line(f"Score (0-100): {safety('score')} Below threshold: {safety('below_threshold')}")
        line(safety("tb_off"))
        line(safety("support"))

    def _numbers(self, sentences: list[str]) -> str:
        """Footnote numbers: a stick of films repeats a few sentences many times."""
        numbers = [self._notes.setdefault(text, len(self._notes) + 1) for text in sentences]
        return " ".join(f"[{number}]" for number in numbers)
