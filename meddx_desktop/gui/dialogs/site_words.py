"""The site's own numbers in words: how long something took, what a forecast says."""

from PySide6.QtCore import QCoreApplication

from meddx_desktop.core.domain.follow_up import FollowUp, FollowUpWord
from meddx_desktop.core.domain.site_numbers import Median, SiteNumbers
from meddx_desktop.gui import labels

_MINUTE, _HOUR, _DAY = 60, 3600, 86_400
_NONE = "–"


def lasting(told: Median) -> str:
    """A median in the unit that says it best; a dash without any."""
    seconds = told.seconds
    if seconds is None:
        return _NONE
    if seconds < _MINUTE:
        return QCoreApplication.translate("SiteNumbers", "{n} s").format(n=round(seconds))
    if seconds < 2 * _HOUR:
        words = QCoreApplication.translate("SiteNumbers", "{n} min")
        return words.format(n=round(seconds / _MINUTE))
    if seconds < 2 * _DAY:
        words = QCoreApplication.translate("SiteNumbers", "{n} h")
        return words.format(n=f"{seconds / _HOUR:.1f}")
    words = QCoreApplication.translate("SiteNumbers", "{n} days")
    return words.format(n=f"{seconds / _DAY:.1f}")


def taken_over(told: Median) -> str:
    """Over how many a median was taken, for its tooltip."""
    words = QCoreApplication.translate("SiteNumbers", "Median of {n}")
    return words.format(n=told.count)


def forecast(numbers: SiteNumbers) -> str:
    """What the next four weeks may bring, or why nobody can say."""
    told = numbers.forecast
    if told is None:
        if numbers.full_weeks < 4:
            words = QCoreApplication.translate(
                "SiteNumbers",
                "Not enough weeks for a forecast: {n} of 4 full weeks lie behind.",
            )
            return words.format(n=numbers.full_weeks)
        return QCoreApplication.translate(
            "SiteNumbers", "No forecast: no film came in the last full weeks."
        )
    words = QCoreApplication.translate(
        "SiteNumbers",
        "Next four weeks: about {mean} films a week, in 19 of 20 weeks between {low} and {high}."
        " From {n} full weeks, without trend or season.",
    )
    return words.format(
        mean=round(told.mean),
        low=round(told.low),
        high=round(told.high),
        n=len(told.counts),
    )


def what(one: FollowUp) -> str:
    """What is to be looked at again, with the clinician's words."""
    kind = labels.label(f"follow_up.{one.kind.value}")
    said = labels.plain(one.words)
    words = QCoreApplication.translate("SiteNumbers", "{kind}: {words}")
    return words.format(kind=kind, words=said) if said else kind


def trace(one: FollowUp) -> str:
    """Everything that was ever done to it, a line each."""
    return "\n".join(_step(word) for word in one.trace)


def _step(word: FollowUpWord) -> str:
    at = "" if word.at is None else f"{word.at.astimezone():%Y-%m-%d %H:%M}"
    done = labels.label(f"follow_up_step.{word.step.value}")
    until = QCoreApplication.translate("SiteNumbers", "due {day}").format(day=word.due.isoformat())
    parts = (at, labels.plain(word.by), done, until, labels.plain(word.words))
    return " · ".join(part for part in parts if part)
