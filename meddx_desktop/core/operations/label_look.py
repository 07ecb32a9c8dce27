"""A first look at a label file before a check runs: what it names, what it lacks, what is odd."""

from dataclasses import dataclass
from pathlib import Path

from meddx_desktop.core.jobs import JobContext
from meddx_desktop.core.operations import label_match, validation
from meddx_desktop.core.operations.application import Application

_USUAL = ("labels.csv", "label.csv", "标签.csv", "标注.csv")


@dataclass(frozen=True, slots=True)
class FirstLook:
    """What a label file says of the films of a folder."""

    positives: int
    negatives: int
    has_patients: bool
    """Whether it says of whom the films are."""
    without_label: tuple[str, ...]
    """Films in the folder that no line names."""
    without_film: tuple[str, ...]
    """What lines name that is not in the folder."""
    unknown: int
    repeated: int
    """Lines that say of a film again what another line says."""
    delimiter: str
    encoding: str

    @property
    def films(self) -> int:
        """Films that a check will look at."""
        return self.positives + self.negatives

    @property
    def one_class(self) -> bool:
        """Whether there is nothing to tell apart: a check can't measure anything."""
        return not (self.positives and self.negatives)


def look(
    app: Application,
    folder: Path,
    labels: Path,
    *,
    model: str,
    finding: str = "",
    context: JobContext | None = None,
) -> FirstLook:
    """Read the label file and find its films; no film is scored.

    Raises
    ------
    InvalidEntry, ModelRejected, JobCancelled
        As `validation.check`; a single class is told, not refused.
    """
    _, table = validation.read_labels(app, labels, model=model, finding=finding)
    matched = label_match.match(table, folder, context or JobContext())
    positives = sum(film.label for film in matched.films)
    return FirstLook(
        positives,
        len(matched.films) - positives,
        table.has_patients,
        matched.without_label,
        matched.without_film,
        matched.unknown,
        matched.repeated,
        table.delimiter,
        table.encoding,
    )


def beside(folder: Path) -> Path | None:
    """The label file that lies in a folder under a usual name, or the only CSV file there."""
    try:
        tables = sorted(one for one in folder.iterdir() if one.suffix.lower() in (".csv", ".tsv"))
    except OSError:
        return None
    named = [one for one in tables if one.name.lower() in _USUAL]
    if named:
        return named[0]
    return tables[0] if len(tables) == 1 else None
