"""One line of the store as words and marks, ready to be drawn and to be read aloud."""

from dataclasses import dataclass, replace
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from meddx_desktop.core.domain.case import CaseState
from meddx_desktop.core.operations.worklist import Line
from meddx_desktop.gui import labels
from meddx_desktop.gui.widgets import marks
from meddx_desktop.gui.widgets.marks import Mark


@dataclass(frozen=True, slots=True)
class Row:
    """One case, ready to be drawn."""

    case_id: str
    name: str
    identity: str
    born: str
    """The birth date, for telling namesakes apart; empty where it is not known."""
    time: str
    moment: str
    """Date and hour in full."""
    state: Mark
    risk: Mark
    """The clinician's word where there is one, or what the models say."""
    alert: bool
    demonstration: bool
    machine: str = ""
    """What the models say, said quietly where a clinician's word stands before it."""
    critical: Mark | None = None
    """Set while a critical result is open."""
    named: bool = True
    number: str = ""
    """The whole patient ID, to tell namesakes; never shown here."""
    told_apart: str = ""
    """The identity with the birth date, for a list that shows namesakes."""

    @property
    def work(self) -> Mark:
        """What is to be done: tell somebody of the critical result, or the state's next step."""
        return self.critical or self.state

    @property
    def spoken(self) -> str:
        """The whole row in words."""
        critical = self.critical.word if self.critical else ""
        alert = _alert_words() if self.alert else ""
        demonstration = _demonstration_words() if self.demonstration else ""
        parts = (
            critical,
            self.name,
            self.identity,
            self.risk.word,
            self.machine,
            self.state.word,
            alert,
            demonstration,
            self.moment,
        )
        return ", ".join(part for part in parts if part)


_TELLING = (1, 2, 3)
"""Ranks of a risk that tell what a model said."""


def row_of(line: Line, now: datetime, *, is_unread: bool = False) -> Row:
    """What the list shows of a case; `is_unread`: results wait for an own first reading."""
    patient = line.patient
    sex = labels.label(f"sex.{patient.sex.value}")
    tail, age = labels.id_tail(patient), labels.age(line.age)
    born = patient.birth_date.isoformat() if patient.birth_date else ""
    local = line.created.astimezone()
    risk, machine = _risk(line, is_unread=is_unread)
    return Row(
        case_id=line.case_id,
        name=_name(line),
        identity=" · ".join((tail, age, sex)),
        told_apart=" · ".join(part for part in (tail, born, age, sex) if part),
        born=born,
        time=_time(local, now.astimezone()),
        moment=local.strftime("%Y-%m-%d %H:%M"),
        state=marks.of_state(line.state),
        risk=risk,
        machine=machine,
        alert=bool(line.alerts),
        demonstration=line.demonstration,
        critical=marks.of_critical() if line.critical else None,
        named=bool(patient.name.shown),
        number=patient.patient_id,
    )


def _risk(line: Line, *, is_unread: bool) -> tuple[Mark, str]:
    """The mark of the risk, and the model's call where it is no longer the last word.

    What a signature covers is not shouted again; a film without a score is, signed or not.
    """
    if line.needs_age:
        return marks.of_age_needed(), ""
    if is_unread and line.risk[0] in _TELLING and line.state is not CaseState.SIGNED:
        return marks.of_unread(), ""
    risk = marks.of_risk(line.risk)
    if line.word is not None:
        return marks.of_word(line.word, line.risk), risk.word
    if line.state is CaseState.SIGNED and line.risk[0]:
        return replace(risk, tone="muted"), ""
    return risk, ""


def _name(line: Line) -> str:
    """The patient's name; the file's where there is neither name nor ID."""
    if labels.is_named(line.patient) or not line.file:
        return labels.name(line.patient)
    more = f" +{line.films - 1}" if line.films > 1 else ""
    return labels.plain(line.file) + more


def _time(local: datetime, now: datetime) -> str:
    """The hour of today, the day of this year, the date of an older case."""
    if local.date() == now.date():
        return local.strftime("%H:%M")
    day = QDate(local.year, local.month, local.day)
    if local.year == now.year:
        pattern = QCoreApplication.translate("worklist", "d MMM", "day and month, Qt's pattern")
        return QLocale().toString(day, pattern)
    return labels.day(day)


def _alert_words() -> str:
    return QCoreApplication.translate("worklist", "Check who this is")


def _demonstration_words() -> str:
    return QCoreApplication.translate("worklist", "Demonstration")
