"""Screenings as a table for a person: riskiest first, remarks beneath, and the words."""

from collections.abc import Iterator

from meddx_desktop.cli import records
from meddx_desktop.cli.language import translation
from meddx_desktop.cli.output import line, table
from meddx_desktop.core.domain.finding import Screening, frame_risks
from meddx_desktop.core.errors import MedDxError
from meddx_desktop.words import safety, sentence, terminal

_Risk = tuple[int, float]
_FAILED_FIRST = (-1, 0.0)
_TRIAL_LAST = (9, 0.0)
_Row = tuple[_Risk, tuple[str, ...]]


class ScreeningTable:
    """Holds its rows to the end, so that what was refused or failed stands on top."""

    def __init__(self) -> None:
        self._translate = translation()
        self._films: dict[str, list[tuple[Screening, str]]] = {}
        self._failed: list[_Row] = []
        self._notes: dict[str, int] = {}

    def result(self, screening: Screening) -> None:
        """Take one screening."""
        notes = self._numbers(records.remarks(screening, self._translate))
        film = self._films.setdefault(str(screening.instance.source), [])
        film.append((screening, notes))

    def failure(self, path: str, error: MedDxError) -> None:
        """Take one failed input."""
        words = sentence(error.code, error.parameters, self._translate)
        notes = self._numbers([f"[{error.code}] {words}"])
        failed = terminal("failed", self._translate)
        self._failed.append((_FAILED_FIRST, (path, "-", failed, "-", "-", "-", "-", notes)))

    def close(self) -> None:
        """Print the table, what its notes mean, and the words that belong beneath a score."""
        ranked = [*self._failed, *self._ranked()]
        if not ranked:
            return
        translate = self._translate
        header = [terminal(column, translate) for column in records.COLUMNS]
        ranked.sort(key=lambda pair: pair[0])
        for text in table((row for _, row in ranked), header=header):
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

    def _ranked(self) -> Iterator[_Row]:
        """Rows with where they sort: models in trusted use alone decide, as in the window."""
        for film in self._films.values():
            frames = frame_risks(said for said, _ in film)
            trusted = {said.frame for said, _ in film if not said.on_trial}
            for said, notes in film:
                risk = said.risk
                if said.on_trial:
                    # Alone it leaves its frame unscored; beside others it comes after them all.
                    risk = _TRIAL_LAST if said.frame in trusted else frames[said.frame]
                for row in records.table_rows(said, self._translate):
                    yield risk, (*row, notes)

    def _numbers(self, sentences: list[str]) -> str:
        """Footnote numbers: a stick of films repeats a few sentences many times."""
        numbers = [self._notes.setdefault(text, len(self._notes) + 1) for text in sentences]
        return " ".join(f"[{number}]" for number in numbers)
