"""Doses, findings, questions and sources of a treatment as words of the window."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from meddx_desktop.core.domain.assessment import Source, Words
from meddx_desktop.core.domain.case import Answer, Case
from meddx_desktop.core.domain.treatment import (
    Dose,
    DrugPatient,
    Question,
    SafetyFinding,
    Severity,
)
from meddx_desktop.core.domain.treatment_record import TreatmentWord
from meddx_desktop.core.operations import medication
from meddx_desktop.gui import labels
from meddx_desktop.gui.assessment_panel import said
from meddx_desktop.gui.widgets.marks import Mark

_MARKS = {
    Severity.AVOID: ("ban", "danger"),
    Severity.ADJUST: ("triangle-alert", "warning"),
    Severity.CAUTION: ("circle-alert", "text"),
    Severity.SUITED: ("circle-check", "good"),
}


def title(words: Words) -> str:
    """What the knowledge says, in the language of the window."""
    return said.title(words)


def number(value: float) -> str:
    """As it is measured out: every digit counts, and none is made up."""
    return f"{value:.10g}"


def span(low: float, high: float) -> str:
    """One number, or two with the word between."""
    if low == high:
        return number(low)
    return QCoreApplication.translate("told", "{low} to {high}").format(
        low=number(low), high=number(high)
    )


def _unit(code: str) -> str:
    """Units of mass are written the same everywhere; the others have words."""
    if code.isalpha():
        return code.replace("ug", "µg")
    return labels.label(f"dose_unit.{code}")


def dose(one: Dose) -> str:
    """Per dose, volume, route, times and days on one line."""
    amount = f"{span(one.low, one.high)} {_unit(one.unit)}"
    if one.volume_ml is not None:
        words = QCoreApplication.translate("told", "{amount} = {volume} mL of {strength}")
        amount = words.format(
            amount=amount, volume=number(one.volume_ml), strength=one.strength or "–"
        )
    if one.tablets is not None:
        words = QCoreApplication.translate("told", "{amount} = {count} × {strength} (tablets)")
        amount = words.format(amount=amount, count=number(one.tablets), strength=one.strength)
    parts = [amount, labels.label(f"dose_route.{one.route}"), _times(one), _days(one)]
    return QCoreApplication.translate("told", ", ").join(filter(None, parts))


def _times(one: Dose) -> str:
    if one.is_single:
        return QCoreApplication.translate("told", "once")
    times = (
        QCoreApplication.translate("told", "once a day")
        if one.times_per_day == 1
        else QCoreApplication.translate("told", "{count} times a day").format(
            count=number(one.times_per_day)
        )
    )
    if one.hours_apart is None:
        return times
    every = QCoreApplication.translate("told", "{times} (every {hours} h)")
    return every.format(times=times, hours=number(one.hours_apart))


def _days(one: Dose) -> str:
    if one.days_low is None:
        return ""
    if one.days_high in (None, one.days_low):
        if one.days_low == 1:
            return QCoreApplication.translate("told", "for 1 day")
        return QCoreApplication.translate("told", "for {days} days").format(days=one.days_low)
    words = QCoreApplication.translate("told", "for {low} to {high} days")
    return words.format(low=one.days_low, high=one.days_high)


def dose_origin(one: Dose, weight_kg: float | None, weight_on: date | None) -> str:
    """What a dose was worked out from, whether a cap stopped it, and the most in a day."""
    parts = []
    if one.per_kg is not None:
        words = QCoreApplication.translate(
            "told", "From {amount} {unit} per kg and dose, weight {weight} kg ({day})"
        )
        parts.append(
            words.format(
                amount=number(one.per_kg),
                unit=_unit(one.unit),
                weight="–" if weight_kg is None else number(weight_kg),
                day=weight_on.isoformat() if weight_on else "–",
            )
        )
    if one.is_capped:
        parts.append(QCoreApplication.translate("told", "Held at the highest dose allowed"))
    if one.most_per_day is not None:
        words = QCoreApplication.translate("told", "At most {amount} {unit} in 24 hours")
        parts.append(words.format(amount=number(one.most_per_day), unit=_unit(one.unit)))
    return " · ".join(parts)


def severity(one: Severity) -> Mark:
    """How much a finding weighs: icon, word and colour together."""
    icon, tone = _MARKS[one]
    return Mark(icon, labels.label(f"severity.{one.value}"), tone)


def finding(one: SafetyFinding) -> str:
    """Weight, kind, and what the drug meets in this patient."""
    words = QCoreApplication.translate("told", "{severity} · {kind}: {other}")
    return words.format(
        severity=labels.label(f"severity.{one.severity.value}"),
        kind=labels.label(f"check.{one.kind.value}"),
        other=other(one),
    )


def other(one: SafetyFinding) -> str:
    """The other drug, the allergy, the condition, the gene, or the fact about the patient."""
    named = title(medication.other_title(one))
    if named:
        return labels.plain(named)
    fact = labels.label(f"fact.{one.other}")
    return labels.plain(fact if fact != one.other else one.other)


def question(one: Question) -> str:
    """What is not known."""
    return labels.label(f"ask.{one.value}")


def source(one: Source | None) -> str:
    """Title, place and day of a source."""
    return said.source(one, "")


def chosen_by(word: TreatmentWord) -> str:
    """Who chose a treatment, and when."""
    words = QCoreApplication.translate("told", "Chosen by {who}, {time}")
    return words.format(who=word.by, time=labels.when(word.at) if word.at else "–")


def drug(key: str) -> str:
    """A drug's name in the language of the window."""
    return title(medication.drug_title(key))


def rests_on(patient: DrugPatient, case: Case) -> str:
    """What of the patient doses and checks are held against; what is not known says so."""
    parts = [labels.age(patient.age), labels.label(f"sex.{patient.sex.value}"), _weight(patient)]
    parts.append(allergies(patient, case))
    if patient.clearance is not None:
        words = QCoreApplication.translate("told", "clearance {value} mL/min")
        parts.append(words.format(value=f"{patient.clearance:.0f}"))
    elif patient.creatinine is not None:
        words = QCoreApplication.translate("told", "creatinine {value} µmol/L, no clearance")
        parts.append(words.format(value=f"{patient.creatinine:.0f}"))
    else:
        parts.append(QCoreApplication.translate("told", "clearance not known"))
    if patient.child_pugh:
        parts.append(
            QCoreApplication.translate("told", "Child-Pugh {grade}").format(
                grade=patient.child_pugh
            )
        )
    for name, answer in (("pregnant", patient.pregnant), ("lactating", patient.lactating)):
        if answer is not Answer.NO:
            value = labels.label(f"answer.{answer.value}")
            parts.append(f"{labels.label(f'vital.{name}')}: {value}")
    return " · ".join(parts)


def _weight(patient: DrugPatient) -> str:
    if patient.weight_kg is None:
        return QCoreApplication.translate("told", "weight not known")
    return f"{number(patient.weight_kg)} kg"


def allergies(patient: DrugPatient, case: Case) -> str:
    """Banner and note together: not asked, none known, or the list."""
    if patient.allergies:
        written = dict.fromkeys(labels.plain(one.written) for one in patient.allergies)
        return QCoreApplication.translate("told", "Allergies: {list}").format(
            list=labels.listed(written)
        )
    if patient.allergies is None:
        return labels.allergies(case.patient)
    return QCoreApplication.translate("told", "Allergies: none known")
