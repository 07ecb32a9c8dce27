"""Screenings as a table for a person: riskiest first, remarks beneath, and the words."""

from meddx_desktop.cli import records
from meddx_desktop.cli.language import translation
from meddx_desktop.cli.output import line, table
from meddx_desktop.core.domain.finding import Screening
from meddx_desktop.core.errors import MedDxError
from meddx_desktop.words import safety, sentence, terminal

_FAILED_FIRST = (-1, 0.0)
_Row = tuple[tuple[int, float], tuple[str, ...]]


class ScreeningTable:
    """Holds its rows to the end, so that what was refused or failed stands on top."""

    def __init__(self) -> None:
        self._translate = translation()
        self._rows: list[_Row] = []
        self._notes: dict[str, int] = {}

    def result(self, screening: Screening) -> None:
        """Take one screening."""
        notes = self._numbers(records.remarks(screening, self._translate))
        rows = records.table_rows(screening, self._translate)
        self._rows.extend((screening.risk, (*row, notes)) for row in rows)

    def failure(self, path: str, error: MedDxError) -> None:
        """Take one failed input."""
        words = sentence(error.code, error.parameters, self._translate)
        notes = self._numbers([f"[{error.code}] {words}"])
        failed = terminal("failed", self._translate)
        self._rows.append((_FAILED_FIRST, (path, "-", failed, "-", "-", "-", "-", notes)))

    def close(self) -> None:
        """Print the table, what its notes mean, and the words that belong beneath a score."""
        if not self._rows:
            return
        translate = self._translate
        header = [terminal(column, translate) for column in records.COLUMNS]
        self._rows.sort(key=lambda pair: pair[0])
        for text in table((row for _, row in self._rows), header=header):
            line(text)
        line("")
        for note, number in self._notes.items():
            line(f"[{number}] {note}")
        if self._notes:
            line("")
        score, below = safety("score", translate), safety("below_threshold", translate)
        line(terminal("score_line", translate, score=score, below=below))
        line(safety("tb_off", translate))
        line(safety("support", translate))

    def _numbers(self, sentences: list[str]) -> str:
        """Footnote numbers: a stick of films repeats a few sentences many times."""
        numbers = [self._notes.setdefault(text, len(self._notes) + 1) for text in sentences]
        return " ".join(f"[{number}]" for number in numbers)
