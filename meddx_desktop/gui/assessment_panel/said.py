"""Codes, numbers and sources of an assessment as words."""

import re
from collections.abc import Iterable
from math import inf

from PySide6.QtCore import QCoreApplication, QLocale

from meddx_desktop.core.domain.assessment import (
    Ground,
    NextTest,
    Origin,
    Place,
    Prior,
    RankedCondition,
    Ratio,
    Source,
    Standing,
    Words,
)
from meddx_desktop.core.operations.assessment_site import AssessmentSite
from meddx_desktop.gui import labels
from meddx_desktop.gui.labs_tab import shown
from meddx_desktop.gui.widgets.marks import Mark

_STANDINGS = {
    Standing.DEFINED: ("circle-check", "accent"),
    Standing.STRONG: ("arrow-up", "accent"),
    Standing.CONSIDERABLE: ("arrow-up", "text"),
    Standing.SOME: ("plus", "text"),
    Standing.LITTLE: ("minus", "muted"),
    Standing.AGAINST: ("arrow-down", "muted"),
}
PLACE_ICONS = {
    Origin.NOTE: "file-text",
    Origin.LABORATORY: "flask-conical",
    Origin.CALCULATOR: "activity",
    Origin.VITAL: "thermometer",
    Origin.PATIENT: "user",
    Origin.FILM: "image",
}


_BREAK = "\u200b"
_PARTS = re.compile(r"([/=&?_]|\.(?=[A-Za-z]))(?=\w)")
_LONG = re.compile(rf"([^\s{_BREAK}]{{16}})(?=[^\s{_BREAK}])")


def title(words: Words) -> str:
    """A name of the knowledge in the language of the window."""
    chinese = QLocale().name().startswith("zh")
    return words.get("zh" if chinese else "en") or words.get("en", "")


def standing(one: Standing) -> Mark:
    """How a condition stands: icon, word and colour together."""
    icon, tone = _STANDINGS[one]
    return Mark(icon, labels.label(f"standing.{one.value}"), tone)


def number(value: float) -> str:
    """Two significant digits, without an exponent."""
    if value >= 1000:
        return f"{value:.0f}"
    return f"{float(f'{value:.2g}'):g}"


def ratio(one: Ratio) -> str:
    """A likelihood ratio with its interval; a model's own bound has none."""
    if one.low == one.high:
        return f"× {number(one.value)}"
    words = QCoreApplication.translate("said", "× {value} ({low} to {high})")
    return words.format(value=number(one.value), low=number(one.low), high=number(one.high))


def odds(value: float) -> str:
    """Odds as the second part of 1, whichever way round reads better."""
    return f"1 : {number(1 / value)}" if value < 1 else f"{number(value)} : 1"


def percent(value: float) -> str:
    """A prior in per cent, as it was published."""
    return number(value * 100)


def breakable(words: str) -> str:
    """The same with places where a line may break: an address is one long word."""
    parted = _PARTS.sub("\\1" + _BREAK, words)
    return _LONG.sub("\\1" + _BREAK, parted)


def source(one: Source | None, model: str) -> str:
    """Where a line comes from, and when it was read."""
    if one is None:
        if not model:
            return ""
        words = QCoreApplication.translate(
            "said", "Model {model}: lower ends of its measured sensitivity and specificity"
        )
        return words.format(model=model)
    is_elsewhere = one.opened is not None or not one.locator.startswith("not opened")
    parts = [one.title, one.locator if is_elsewhere else ""]
    if one.opened is None:
        parts.append(QCoreApplication.translate("said", "not opened, unverified"))
    else:
        words = QCoreApplication.translate("said", "opened {day}")
        parts.append(words.format(day=one.opened.isoformat()))
    return breakable("; ".join(part for part in parts if part))


def prior(one: Prior, key: str, site: AssessmentSite) -> str:
    """How common the condition is among such patients, and who says so."""
    place = labels.label(f"place_of_care.{one.setting}")
    if one.source is None:
        entered = site.priors.get(key)
        words = QCoreApplication.translate(
            "said", "{place}; prior {value} %, entered here by {who} on {day}"
        )
        return words.format(
            place=place,
            value=percent(one.value),
            who=entered.by if entered else "–",
            day=entered.on if entered else "–",
        )
    if one.low == one.high:
        words = QCoreApplication.translate("said", "{place}; prior {value} % of {source}")
    else:
        words = QCoreApplication.translate(
            "said", "{place}; prior {value} % ({low} to {high} %) of {source}"
        )
    return words.format(
        place=place,
        value=percent(one.value),
        low=percent(one.low),
        high=percent(one.high),
        source=source(one.source, ""),
    )


def band(one: RankedCondition) -> str:
    """The band of the probability with the ends of its interval; empty where there is none."""
    if one.band is None:
        return ""
    middle = labels.label(f"band.{one.band.value}")
    ends = [end for end in (one.band_low, one.band_high) if end is not None]
    if all(end is one.band for end in ends):
        return middle
    words = QCoreApplication.translate("said", "{band}; may be {low}, may be {high}")
    low, high = (labels.label(f"band.{end.value}") for end in ends)
    return words.format(band=middle, low=low, high=high)


def why_no_band(one: RankedCondition) -> str:
    """Why there is no probability."""
    if one.prior is None:
        return QCoreApplication.translate(
            "said", "No prior was read for a patient like this: ranked in words, no probability."
        )
    return QCoreApplication.translate(
        "said", "No probability: nobody knows by how much a definition that is met changes it."
    )


def next_test(one: NextTest) -> str:
    """What to find out, by which test, and how much it would change."""
    name = title(one.finding)
    if one.test:
        words = QCoreApplication.translate("said", "{finding} ({test})")
        name = words.format(finding=name, test=labels.label(f"test.{one.test}"))
    return f"{name}: {_effect(one)}"


def _effect(one: NextTest) -> str:
    if one.raises == inf:
        return QCoreApplication.translate("said", "would meet the criteria")
    parts = []
    if one.raises > 1:
        words = QCoreApplication.translate("said", "up to × {value}")
        parts.append(words.format(value=number(one.raises)))
    if one.lowers < 1:
        words = QCoreApplication.translate("said", "down to × {value}")
        parts.append(words.format(value=number(one.lowers)))
    return labels.listed(parts)


def ground(one: Ground) -> str:
    """A value with its name, unit and day; the very words of a note; old ones say how old."""
    if one.text:
        return f"“{breakable(labels.plain(one.text))}”"
    name = labels.label(one.label) if one.label else title({"en": one.english, "zh": one.chinese})
    parts = (labels.plain(name), labels.plain(one.value), shown.unit(labels.plain(one.unit)))
    words = " ".join(part for part in parts if part)
    if one.taken is None:
        return words
    words = f"{words}, {one.taken:%Y-%m-%d}"
    if not one.days_before:
        return words
    old = labels.label("alert.days_before").format(days=one.days_before)
    return f"{words} ({old})"


def grounds(found: Iterable[Ground], *, measured: bool = False) -> str:
    """All of them on one line; with `measured` only what has a value."""
    kept = (one for one in found if not (measured and one.text))
    return " · ".join(dict.fromkeys(ground(one) for one in kept))


def places(found: Iterable[Place], note: str) -> str:
    """Where a line can be seen, each origin once; the words of a note are given back."""
    found = tuple(found)
    said: dict[str, list[str]] = {}
    for one in found:
        words = said.setdefault(labels.label(f"origin.{one.origin.value}"), [])
        span = one.span
        if span is not None and span.end > span.start and not _lies_in(one, found):
            words.append(f"“{breakable(labels.plain(note[span.start : span.end]))}”")
    pattern = QCoreApplication.translate("said", "{where}: {words}")
    return " · ".join(
        pattern.format(where=where, words=labels.listed(dict.fromkeys(words))) if words else where
        for where, words in said.items()
    )


def _lies_in(one: Place, others: tuple[Place, ...]) -> bool:
    """Whether longer words of the note say the same."""
    span = one.span
    return span is not None and any(
        other.span is not None
        and other.span != span
        and other.span.start <= span.start
        and span.end <= other.span.end
        for other in others
    )
