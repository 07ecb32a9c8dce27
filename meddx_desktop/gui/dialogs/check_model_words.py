"""The words of a check's figures: names, numbers, intervals, as table and file have them."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QObject

from meddx_desktop import words
from meddx_desktop.core.operations.validation import AtThreshold, Proposal, Rate, Report
from meddx_desktop.gui import labels

RATES = ("sensitivity", "specificity", "ppv", "npv")


@dataclass(frozen=True, slots=True)
class Row:
    """One figure; a row without a value is a heading."""

    name: str
    value: str = ""
    interval: str = ""
    count: str = ""

    @property
    def is_heading(self) -> bool:
        """Whether it only names what follows."""
        return not (self.value or self.count)


def terminal(key: str, **fields: str | int | float) -> str:
    """A word that the command line has too, as a line of the window begins."""
    said = words.terminal(key, labels.translate, **fields)
    return said[:1].upper() + said[1:]


def finding(name: str) -> str:
    """The finding as its card has it."""
    said = labels.plain(labels.label(f"finding.{name}"))
    return said[:1].upper() + said[1:]


def points(share: float) -> str:
    """A score or threshold on the scale of 0 to 100."""
    return f"{share * 100:.1f}"


def percent(value: float | None) -> str:
    """A share; a dash where there was nothing to count."""
    return "–" if value is None else f"{value * 100:.1f} %"


def interval(low: float, high: float) -> str:
    """Both ends of a 95 % interval of a share."""
    return f"{low * 100:.1f} – {high * 100:.1f} %"


def rate(one: Rate) -> str:
    """A share with its interval and counts, on one line."""
    return f"{percent(one.value)} ({interval(one.low, one.high)}; {one.hits}/{one.total})"


def title(report: Report) -> str:
    """Which model, which finding."""
    return f"{report.model.name} {report.model.version} · {finding(report.finding)}"


def rows(report: Report) -> Iterator[Row]:
    """Every figure: of the score itself, then at each threshold, the one in use first."""
    figures = report.figures
    area = figures.auc
    spread = f"{area.low:.3f} – {area.high:.3f}"
    yield Row(terminal("check_auc"), f"{area.value:.3f}", spread, str(figures.films))
    error = f"{figures.calibration_error:.3f}"
    yield Row(terminal("check_ece"), error, "", str(figures.films))
    if figures.site is not None:
        threshold = points(figures.site.threshold)
        yield Row(terminal("check_site", threshold=threshold))
        yield from at(figures.site)
    yield Row(terminal("check_shipped", threshold=points(figures.shipped.threshold)))
    yield from at(figures.shipped)


def at(one: AtThreshold) -> Iterator[Row]:
    """The figures at one threshold."""
    for name in RATES:
        found: Rate = getattr(one, name)
        spread = interval(found.low, found.high)
        yield Row(
            terminal(f"check_{name}"),
            percent(found.value),
            spread,
            f"{found.hits}/{found.total}",
        )
    value, low, high = one.f1
    total = one.true_positive + one.false_positive + one.false_negative
    yield Row(terminal("check_f1"), percent(value), interval(low, high), str(total))


def share(report: Report) -> str:
    """What PPV and NPV hold for."""
    common = f"{100 * report.figures.positives / report.figures.films:.0f}"
    return terminal("check_share", share=common)


class Told(QObject):
    """Sentences about a report that only the window says."""

    def counts(self, report: Report) -> str:
        """How many films and patients."""
        told = self.tr(
            "%n film(s) of {patients} patients, {with_} with and {without} without it.",
            "",
            report.figures.films,
        )
        figures = report.figures
        return told.format(
            patients=figures.patients, with_=figures.positives, without=figures.negatives
        )

    def marked(self, one: AtThreshold) -> str:
        """What holds where the marker stands."""
        told = self.tr(
            "Marker at {threshold}: sensitivity {sensitivity}, specificity {specificity}."
        )
        return told.format(
            threshold=points(one.threshold) if one.threshold <= 1 else self.tr("above all scores"),
            sensitivity=rate(one.sensitivity),
            specificity=rate(one.specificity),
        )

    def proposed(self, proposal: Proposal, shipped: float) -> str:
        """A threshold for a wanted sensitivity."""
        told = self.tr(
            "Threshold {threshold} (the model's own: {shipped}): sensitivity {sensitivity}, "
            "specificity {specificity}."
        )
        return told.format(
            threshold=points(proposal.at.threshold),
            shipped=points(shipped),
            sensitivity=rate(proposal.at.sensitivity),
            specificity=rate(proposal.at.specificity),
        )

    def proven(self, proposal: Proposal) -> str:
        """These films prove it."""
        told = self.tr("These films prove it: the lower end of the interval reaches {target} %.")
        return told.format(target=f"{proposal.target * 100:g}")
