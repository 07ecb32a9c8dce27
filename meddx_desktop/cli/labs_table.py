"""Laboratory results as tables for a person: results, scores, what was not understood, notes."""

from collections.abc import Iterable, Sequence

from meddx_desktop.cli.failed_input import failed_line
from meddx_desktop.cli.language import language, translation
from meddx_desktop.cli.output import line, printable, table
from meddx_desktop.core.domain.finding import Reason
from meddx_desktop.core.domain.laboratory import Interpretation, Observation, ReferenceRange
from meddx_desktop.core.domain.risk import RiskResult
from meddx_desktop.core.errors import MedDxError
from meddx_desktop.core.operations import labs
from meddx_desktop.core.operations.labs_file import FileAnswer
from meddx_desktop.words import label, safety, sentence, setting, terminal
from meddx_desktop.words.calculator_names import UNITS

_COLUMNS = ("labs_test", "labs_value", "labs_flag", "labs_range", "labs_taken", "notes")

_MOVING, _FILTRATION = "creatinine_moving", "egfr_ckd_epi_2021"
_CRITICAL = (Interpretation.CRITICAL_LOW, Interpretation.CRITICAL_HIGH)
_CELL, _LINE = 80, 400
"""Letters of a cell, and of a line that was not understood; JSON has all of them."""


class LabsTable:
    """Prints each patient as it comes; the words that belong beneath stand at the end."""

    def __init__(self) -> None:
        self._translate = translation()
        self._chinese = language() == "zh_CN"
        self._names = {one.id: one for one in labs.known_analytes()}
        self._printed = False
        self._notes: dict[str, int] = {}

    def answer(self, path: str, answer: FileAnswer) -> None:
        """Print one patient's results."""
        self._notes = {}
        if self._printed:
            line("")
        self._printed = True
        line(printable(f"{path}: {self._who(answer)}"))
        self._lines([self._row(one) for one in answer.observations], _COLUMNS, "labs_no_results")
        self._scores(answer)
        self._rejected(answer)
        told = [self._said(one) for one in (*answer.subject.doubts, *answer.report.cautions)]
        first = setting(answer.sets[0], self._translate)
        told.append(terminal("labs_published", self._translate, first=first))
        for text in [*told, *(f"[{number}] {text}" for text, number in self._notes.items())]:
            line(printable(text))

    def failure(self, path: str, error: MedDxError) -> None:
        """Print one failed input."""
        self._printed = True
        line(failed_line(path, error, self._translate))

    def close(self) -> None:
        """Print the words that belong beneath results."""
        if self._printed:
            line("")
            line(terminal("labs_no_flag", self._translate))
            line(safety("support", self._translate))

    def _who(self, answer: FileAnswer) -> str:
        patient, subject = answer.report.patient, answer.subject
        born = patient.birth_date.isoformat() if patient.birth_date else ""
        age = subject.age.given if subject.age else ""
        parts = (patient.name.shown, patient.patient_id, subject.sex.value, born or age)
        said = ", ".join(part for part in parts if part)
        return said or terminal("labs_nobody", self._translate)

    def _row(self, one: Observation) -> tuple[str, ...]:
        flag = one.interpretation
        return (
            self._name(one),
            self._value(one),
            terminal(f"labs_flag_{flag.value}", self._translate) if flag else "-",
            self._range(one.range),
            one.sent.taken.strftime("%Y-%m-%d %H:%M") if one.sent.taken else "-",
            self._numbers([*self._critical(one), *map(self._said, one.cautions)]),
        )

    def _critical(self, one: Observation) -> list[str]:
        """Which limits make a value critical: no flag stands without its range."""
        used = one.range
        if used is None or one.interpretation not in _CRITICAL:
            return []
        low, high = (
            "-" if end is None else f"{end:.6g}" for end in (used.critical_low, used.critical_high)
        )
        source = used.critical_source
        said = terminal("labs_critical", self._translate, low=low, high=high, unit=used.unit)
        return [f"{said} {source}".strip()]

    def _name(self, one: Observation) -> str:
        known = self._names.get(one.analyte)
        if known is None:
            return _short(one.sent.name)
        return known.chinese if self._chinese else known.english

    def _value(self, one: Observation) -> str:
        quantity = one.quantity
        if quantity is None:
            sent = one.sent
            said = f"{sent.value.text} {sent.unit}" if sent.value else sent.absent
            return _short(said.strip()) or "-"
        known = self._names.get(one.analyte)
        number = f"{quantity.value:.6g}"
        if known is not None and one.conversion is not None:
            number = f"{quantity.value:.{known.decimals}f}"
        comparator = quantity.comparator.value if quantity.comparator else ""
        return f"{comparator}{number} {self._unit(quantity.unit)}".strip()

    def _unit(self, unit: str) -> str:
        """As people write it, where the program has such a writing; UCUM otherwise."""
        return label(f"unit.{unit}", self._translate) if f"unit.{unit}" in UNITS else unit

    def _range(self, used: ReferenceRange | None) -> str:
        if used is None or (used.low is None and used.high is None):
            return "-"
        low, high = (None if end is None else f"{end:.6g}" for end in (used.low, used.high))
        if low is None or high is None:
            included = used.high_included if low is None else used.low_included
            sign = ("≤" if included else "<") if low is None else ("≥" if included else ">")
            ends = f"{sign} {high or low}"
        else:
            ends = f"{low}-{high}"
        if used.is_laboratorys:
            return f"{ends} ({terminal('labs_own_range', self._translate)})"
        return f"{ends} {self._numbers([used.source])}".strip()

    def _scores(self, answer: FileAnswer) -> None:
        rows: list[tuple[str, ...]] = []
        for one in answer.calculators.answers:
            outcome = one.outcome
            if not isinstance(outcome, labs.Result):
                continue
            bands = [label(f"band.{band}", self._translate) for band in outcome.bands]
            rows.append(
                (
                    label(f"calculator.{one.calculator.name}", self._translate),
                    self._calculated(one, outcome),
                    ", ".join(bands) or "-",
                    self._numbers(sentence(note, {}, self._translate) for note in outcome.notes),
                )
            )
        rows += [self._risk(one) for one in answer.risks]
        rows += self._withheld(answer)
        self._lines(rows, ("labs_calculator", "labs_value", "labs_meaning", "notes"))

    def _withheld(self, answer: FileAnswer) -> list[tuple[str, ...]]:
        """A filtration that everybody looks for and that a moving creatinine keeps back."""
        return [
            (
                label(f"calculator.{one.calculator.name}", self._translate),
                "-",
                "-",
                self._numbers([sentence(one.outcome.code, {}, self._translate)]),
            )
            for one in answer.calculators.answers
            if isinstance(one.outcome, labs.Refusal)
            and one.outcome.code == _MOVING
            and one.calculator.name == _FILTRATION
        ]

    def _calculated(self, one: labs.Answered, outcome: labs.Result) -> str:
        """In the unit that the site shows it in; what the formula gave stands beside it."""
        own = f"{outcome.value:.{outcome.decimals}f} {self._unit(outcome.unit)}".strip()
        site = one.site
        if site is None:
            return own
        return f"{site.value:.{site.decimals}f} {self._unit(site.unit)} ({own})"

    def _risk(self, one: RiskResult) -> tuple[str, ...]:
        name = f"{one.model.name} {one.model.version}"
        if one.refusal is not None:
            return (
                name,
                "-",
                label("call.refused", self._translate),
                self._numbers([self._said(one.refusal)]),
            )
        notes = self._numbers(self._said(each) for each in one.cautions)
        if one.score is None or one.threshold is None:
            return name, "-", "-", notes
        said = terminal(
            "labs_risk_score",
            self._translate,
            score=f"{one.score * 100:.0f}",
            threshold=f"{one.threshold * 100:.0f}",
        )
        below = "" if one.above else safety("below_threshold", self._translate)
        return name, said, below or safety("score", self._translate), notes

    def _rejected(self, answer: FileAnswer) -> None:
        if not answer.report.rejected:
            return
        line("")
        line(terminal("labs_rejected", self._translate))
        for one in answer.report.rejected:
            why = self._numbers([self._said(one.reason)])
            line(printable(f"  {one.place}: {_short(one.text, _LINE)}  {why}"))

    def _lines(
        self, rows: Sequence[Sequence[str]], columns: Sequence[str], empty: str = ""
    ) -> None:
        if not rows and empty:
            line(terminal(empty, self._translate))
        if not rows:
            return
        line("")
        header = [terminal(column, self._translate) for column in columns]
        for text in table(rows, header=header):
            line(text)

    def _said(self, reason: Reason) -> str:
        return sentence(reason.code, reason.parameters, self._translate)

    def _numbers(self, sentences: Iterable[str]) -> str:
        """Footnote numbers: a long report repeats a few sentences many times."""
        numbers = [self._notes.setdefault(text, len(self._notes) + 1) for text in sentences]
        return " ".join(f"[{number}]" for number in numbers)


def _short(text: str, most: int = _CELL) -> str:
    """One field of a damaged file must not be as wide as the file; the cut is marked."""
    return text if len(text) <= most else f"{text[:most]}…"
