"""Checking a model on films whose truth is known here: labels in, figures and plots out."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from meddx_desktop.core.domain.case import Stated
from meddx_desktop.core.domain.finding import ModelIdentity, Reason
from meddx_desktop.core.errors import CannotWrite, InvalidEntry
from meddx_desktop.core.inference.manifest import Label
from meddx_desktop.core.jobs import JobContext
from meddx_desktop.core.operations import check_run, label_match, site_records
from meddx_desktop.core.operations.application import Application
from meddx_desktop.core.operations.check_run import Answer, LeftOut, Sum
from meddx_desktop.core.operations.label_match import Matched
from meddx_desktop.core.operations.plain_copies import refuse_records
from meddx_desktop.core.safe_files import read_regular, write_plain
from meddx_desktop.core.validation import figures, label_file, plots
from meddx_desktop.core.validation.curve import Point
from meddx_desktop.core.validation.figures import LEAST, AtThreshold, Bin, Figures, Proposal, Scored
from meddx_desktop.core.validation.label_file import Table
from meddx_desktop.core.validation.plots import PlotWords
from meddx_desktop.core.validation.rates import Rate

__all__ = [
    "LEAST",
    "AtThreshold",
    "Bin",
    "Figures",
    "LeftOut",
    "PlotWords",
    "Point",
    "Proposal",
    "Rate",
]

ROC, CALIBRATION = "roc.svg", "calibration.svg"


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that a check found."""

    model: ModelIdentity
    finding: str
    figures: Figures
    scored: Scored
    left_out: tuple[LeftOut, ...]
    without_label: tuple[str, ...]
    """Films in the folder that no line names."""
    without_film: tuple[str, ...]
    """What lines name that is not in the folder."""
    unknown: int
    """Films whose label is left open."""
    repeated: int
    """Lines and files that say the same of the same film again."""
    made_with: str
    """A mark of the model and its calibration, see `site_records.made_with`."""
    alarms: tuple[Reason, ...] = ()
    """What speaks against the model itself, such as scores that stand still."""

    @property
    def failed(self) -> int:
        """Named films that could not be looked at."""
        return len(self.without_film) + sum(film.error for film in self.left_out)

    @property
    def refused(self) -> tuple[LeftOut, ...]:
        """Films that got a reason instead of a score."""
        return tuple(film for film in self.left_out if not film.error)


def findings(app: Application, model: str) -> tuple[str, ...]:
    """What `model` finds and shows, by name.

    Raises
    ------
    ModelRejected, InvalidEntry
        As `ModelRegistry.for_screening`.
    """
    labels = app.registry.for_screening(model).manifest.labels
    return tuple(label.name for label in labels if label.shown)


def check(
    app: Application,
    folder: Path,
    labels: Path,
    *,
    model: str,
    finding: str = "",
    stated: Stated = Stated(),
    jobs: int = 1,
    context: JobContext | None = None,
) -> Report:
    """Run `model` on the labelled films of `folder` and measure it.

    Nothing is stored and nothing is written.

    Raises
    ------
    InvalidEntry
        A label file that can't be used, as `label_file.read` and `label_match.match`;
        ``labels_missing``, ``labels_one_class``, ``finding_unknown``, ``finding_needed``.
    ModelRejected
        The model can't be used.
    JobCancelled
        After ``context.cancel()``.
    """
    context = context or JobContext()
    label, table = read_labels(app, labels, model=model, finding=finding)
    matched = label_match.match(table, folder, context)
    answers = list(
        check_run.answers(
            app, matched, finding=label.name, model=model, stated=stated, jobs=jobs, on=context
        )
    )
    return _report(app, matched, answers, label)


def read_labels(
    app: Application, labels: Path, *, model: str, finding: str = ""
) -> tuple[Label, Table]:
    """The finding that is asked for, and what the label file says of it.

    Raises
    ------
    InvalidEntry, ModelRejected
        As `check`.
    """
    label = _label(app, model, finding)
    return label, label_file.read(_content(labels), finding=label.name, names=_names(label))


def at(report: Report, threshold: float) -> AtThreshold:
    """The figures at any threshold, for a look along the ROC curve."""
    return figures.at_threshold(report.scored, threshold)


def propose(report: Report, sensitivity: float) -> Proposal:
    """A threshold for a wanted sensitivity, and whether these films prove it.

    Raises
    ------
    InvalidEntry
        ``threshold_target_invalid``.
    """
    require_target(sensitivity)
    return figures.propose(report.scored, sensitivity)


def require_target(sensitivity: float) -> None:
    """Refuse a wanted sensitivity that no threshold is looked for.

    Raises
    ------
    InvalidEntry
        ``threshold_target_invalid``.
    """
    if not 0.5 <= sensitivity <= 0.999:
        raise InvalidEntry("threshold_target_invalid")


def at_shipped(report: Report, sensitivity: float) -> Proposal:
    """The model's own threshold, measured against a wanted sensitivity.

    Raises
    ------
    InvalidEntry
        ``threshold_target_invalid``.
    """
    proposal = propose(report, sensitivity)
    shipped = report.figures.shipped
    refused = "" if shipped.sensitivity.low >= sensitivity else "threshold_not_proven"
    if proposal.refused == "threshold_too_few":
        refused = proposal.refused
    return replace(proposal, at=shipped, refused=refused)


def refusal(proposal: Proposal) -> InvalidEntry | None:
    """Why a proposal may not be used, with what it would take; None where it may."""
    if proposal.refused == "threshold_too_few":
        return InvalidEntry(
            "threshold_too_few",
            positives=proposal.positives,
            negatives=proposal.negatives,
            least=LEAST,
        )
    if proposal.refused:
        found = proposal.at.sensitivity
        return InvalidEntry(
            "threshold_not_proven",
            found=found.hits,
            total=found.total,
            low=f"{found.low * 100:.0f}",
            # 99.9 is not 100: the interval of 29 of 30 ends below it
            high=f"{int(found.high * 100)}",
            target=f"{proposal.target * 100:g}",
            needed=proposal.needed,
        )
    return None


def write_plots(report: Report, folder: Path, roc: PlotWords, calibration: PlotWords) -> None:
    """Write both plots as SVG.

    Raises
    ------
    CannotWrite
        ``validation_not_written``.
    """
    drawn = {
        ROC: plots.roc(report.figures, roc),
        CALIBRATION: plots.calibration(report.figures, calibration),
    }
    refuse_records(folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, picture in drawn.items():
            write_plain(folder / name, picture.encode(), mode=0o644)
    except OSError as error:
        raise CannotWrite("validation_not_written") from error


def _label(app: Application, model: str, finding: str) -> Label:
    """The finding that was named, or the only one."""
    shown = [label for label in app.registry.for_screening(model).manifest.labels if label.shown]
    names = ", ".join(label.name for label in shown)
    if not finding and len(shown) != 1:
        raise InvalidEntry("finding_needed", findings=names)
    for label in shown:
        if finding in ("", label.name):
            return label
    raise InvalidEntry("finding_unknown", finding=finding[:40], findings=names)


def _names(label: Label) -> tuple[str, ...]:
    return (label.name, label.code.meaning, *label.title.values())


def _content(path: Path) -> bytes:
    try:
        return read_regular(path, label_file.LARGEST)
    except OSError as error:
        raise InvalidEntry("labels_missing") from error


def _report(app: Application, matched: Matched, answers: Sequence[Answer], label: Label) -> Report:
    total = Sum(repeated=matched.repeated)
    for answer in answers:
        total.take(answer)
    if total.model is None or len(set(total.truth)) < 2:
        raise InvalidEntry("labels_one_class", finding=label.name)
    scored = Scored(np.array(total.score), np.array(total.truth, bool), tuple(total.patients))
    own = app.site.threshold(total.model, label.name)
    return Report(
        total.model,
        label.name,
        figures.measure(scored, shipped=label.threshold, site=own),
        scored,
        tuple(total.left_out),
        matched.without_label,
        matched.without_film,
        matched.unknown,
        total.repeated,
        site_records.made_with(
            app.registry.for_screening(total.model.name), label.name, total.model.sha256
        ),
        tuple(total.alarms.values()),
    )
