"""Laboratory results as rows of a table: names, groups, what came before, what is asked."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from PySide6.QtCore import QCoreApplication

from meddx_desktop.core.domain.finding import Reason
from meddx_desktop.core.domain.laboratory import Interpretation, Observation, ResultStatus
from meddx_desktop.core.operations.labs import LabLine, Laboratory
from meddx_desktop.gui.labs_tab import shown

translate = QCoreApplication.translate

_WHICH = frozenset({"lab_which_analyte", "lab_name_and_code_disagree"})
_UNIT = frozenset(
    {"lab_unit_missing", "lab_unit_unknown", "lab_impossible_unit", "lab_far_out_unit"}
)
_QUIET = frozenset({"lab_not_recognised", "lab_flag_is_laboratorys", "lab_stated"})
"""Said in the panel; not worth a sign in every row."""
_ORDER = ("cbc", "chemistry", "clotting", "gases", "urinalysis", "urine", "csf", "stool")
_CRITICAL = (Interpretation.CRITICAL_LOW, Interpretation.CRITICAL_HIGH)

WHICH, UNIT = "which", "unit"
"""What a row may ask: which test was meant, or in which unit."""


@dataclass(frozen=True, slots=True)
class Row:
    """One result.

    Attributes
    ----------
    line : LabLine
    name : str
        In the language of the window.
    group, title : str
        Key and heading of the panel.
    history : tuple[LabLine, ...]
        All results of the test that can be compared, this one among them, the oldest first.
    before : LabLine | None
        The last one before this.
    is_newest : bool
        Whether no later result of the same test is in the case.
    """

    line: LabLine
    name: str
    group: str
    title: str
    history: tuple[LabLine, ...] = ()
    before: LabLine | None = None
    is_newest: bool = True

    @property
    def one(self) -> Observation:
        """What the program understands of it."""
        return self.line.observation

    @property
    def key(self) -> tuple[str, int]:
        """Stable within the case."""
        return self.line.source, self.line.number

    @property
    def is_cancelled(self) -> bool:
        """Not done, withdrawn or entered in error."""
        return self.one.sent.status is ResultStatus.CANCELLED

    @property
    def is_abnormal(self) -> bool:
        """Flagged, or not to be taken for normal because something is open."""
        flagged = self.one.interpretation not in (None, Interpretation.NORMAL)
        return self.line.stands and not self.is_cancelled and (flagged or bool(self.asks))

    @property
    def is_critical(self) -> bool:
        """A critical value that stands."""
        return self.line.stands and self.one.interpretation in _CRITICAL

    @property
    def asks(self) -> str:
        """`WHICH`, `UNIT`, or nothing."""
        if not self.line.stands or self.is_cancelled:
            return ""
        codes = {reason.code for reason in self.one.cautions}
        decided = self.line.decision
        if codes & _WHICH and not (decided and decided.analyte):
            return WHICH
        return UNIT if codes & _UNIT and not (decided and decided.unit) else ""

    @property
    def loud(self) -> tuple[Reason, ...]:
        """Cautions worth a sign in the row."""
        return tuple(one for one in self.one.cautions if one.code not in _QUIET)

    @property
    def change(self) -> float | None:
        """By how much it differs from the last one; None where that can't be said."""
        if self.before is None:
            return None
        now, then = self.one.quantity, self.before.observation.quantity
        if now is None or then is None or now.comparator or then.comparator:
            return None
        return now.value - then.value


def rows_of(laboratory: Laboratory) -> list[Row]:
    """Every line of the case as a row; the newest of a test first."""
    histories = _histories((*laboratory.earlier, *laboratory.lines))
    times = {test: [when(one) for one in history] for test, history in histories.items()}
    newest = _newest(laboratory.lines)
    rows = []
    for line in laboratory.lines:
        test = _test(line)
        history = histories.get(test, ())
        group, title = _group(line.observation)
        rows.append(
            Row(
                line,
                shown.test_name(line.observation),
                group,
                title,
                history,
                _before(line, history, times.get(test, [])),
                newest[test] is line,
            )
        )
    return rows


def when(line: LabLine) -> datetime:
    """For sorting: a result without a time comes before all others."""
    taken = line.observation.sent.taken
    return datetime.min.replace(tzinfo=UTC) if taken is None else taken.astimezone(UTC)


def _test(line: LabLine) -> tuple[str, str, str]:
    """What makes two results comparable."""
    one = line.observation
    unit = one.quantity.unit if one.quantity else one.sent.unit
    if one.analyte:
        return one.analyte, "", unit
    return one.sent.name.casefold(), one.specimen.value, unit


def _histories(lines: Iterable[LabLine]) -> dict[tuple[str, str, str], tuple[LabLine, ...]]:
    found: dict[tuple[str, str, str], list[LabLine]] = {}
    for line in lines:
        one = line.observation
        usable = line.stands and one.sent.status is not ResultStatus.CANCELLED
        if usable and one.quantity is not None and one.sent.taken is not None:
            found.setdefault(_test(line), []).append(line)
    return {test: tuple(sorted(ones, key=when)) for test, ones in found.items()}


def _newest(lines: Iterable[LabLine]) -> dict[tuple[str, str, str], LabLine]:
    """The last result of each test; one that stands goes before one that does not."""
    found: dict[tuple[str, str, str], LabLine] = {}
    for line in lines:
        other = found.get(_test(line))
        if other is None or (line.stands, when(line)) >= (other.stands, when(other)):
            found[_test(line)] = line
    return found


def _before(line: LabLine, history: Sequence[LabLine], times: Sequence[datetime]) -> LabLine | None:
    """The last one that was taken earlier; `times` are those of `history`."""
    if line.observation.sent.taken is None:
        return None
    place = bisect_left(times, when(line))
    return history[place - 1] if place else None


def _group(one: Observation) -> tuple[str, str]:
    known = shown.analyte(one.analyte)
    if known is None:
        return "~other", translate("labs", "Other tests")
    return known.group, _title(known.group)


def _title(group: str) -> str:
    return {
        "cbc": translate("labs", "Blood count"),
        "chemistry": translate("labs", "Chemistry"),
        "clotting": translate("labs", "Clotting"),
        "gases": translate("labs", "Blood gases"),
        "urinalysis": translate("labs", "Urinalysis"),
        "urine": translate("labs", "Urine"),
        "urine_24h": translate("labs", "24-hour urine"),
        "csf": translate("labs", "Cerebrospinal fluid"),
        "stool": translate("labs", "Stool"),
        "arterial_blood": translate("labs", "Arterial blood"),
    }.get(group, translate("labs", "Other tests"))


def group_order(group: str) -> tuple[int, str]:
    """Where a panel stands."""
    return (_ORDER.index(group) if group in _ORDER else len(_ORDER), group)
