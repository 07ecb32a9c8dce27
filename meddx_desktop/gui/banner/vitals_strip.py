"""The bedside facts in one row that folds; everything is unknown until entered."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from meddx_desktop.core.domain.case import Answer, Case, Vitals
from meddx_desktop.core.domain.patient import Sex
from meddx_desktop.core.errors import InvalidEntry
from meddx_desktop.gui import icons, labels, theme
from meddx_desktop.gui.case_session import CaseSession
from meddx_desktop.gui.widgets import fields
from meddx_desktop.gui.widgets.flow_layout import FlowLayout
from meddx_desktop.gui.widgets.short_area import ShortArea

NUMBERS = {
    "weight_kg": "kg",
    "height_cm": "cm",
    "temperature_c": "°C",
    "respiratory_rate": "/min",
    "spo2_percent": "%",
    "pulse": "/min",
    "systolic": "mmHg",
    "diastolic": "mmHg",
}
"""Vital signs that are numbers, with their units."""
DATES = ("weight_on", "last_period")
ANSWERS = ("on_oxygen", "pregnant", "lactating")
ORDER = (
    "weight_kg",
    "weight_on",
    "height_cm",
    "temperature_c",
    "respiratory_rate",
    "spo2_percent",
    "on_oxygen",
    "pulse",
    "systolic",
    "diastolic",
    "last_period",
    "pregnant",
    "lactating",
)
_SHARE = 0.3
_SHARE_COMPACT = 0.2
"""How much of the window's height the fields may take."""
_OF_WOMEN = ("last_period", "pregnant", "lactating")
_FERTILE = (10, 56)
_YEAR = 365.25
_SIDE_FACTS = frozenset({"weight_on", "on_oxygen"})
"""Facts about another fact: not worth a word while that one is unknown."""


class VitalsStrip(QFrame):
    """Shows what is known and what is not; unfolds into fields."""

    problem = Signal(str)
    """Which value was not kept, and why."""
    settled = Signal()
    """Every field holds what can be kept."""

    def __init__(self, session: CaseSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "header")
        self._session = session
        self._loading = False
        self._compact = False
        self._shown = Vitals()
        self._asked: tuple[str, ...] = ORDER
        self._summary = fields.ElidedLabel("", "muted")
        self._fold = fields.button(self.tr("Vital signs"), "quiet", "thermometer")
        self._fold.setCheckable(True)
        self._fold.toggled.connect(self._unfold)
        self.inputs: dict[str, QWidget] = {name: self._input(name) for name in ORDER}
        self._grid = QWidget()
        flow = FlowLayout(self._grid, gap=theme.unit(), line_gap=theme.unit())
        flow.setContentsMargins(theme.unit(), 0, theme.unit(), theme.unit())
        self._captions = {name: self._captioned(name) for name in ORDER}
        for part in self._captions.values():
            flow.addWidget(part)
        top = QHBoxLayout()
        top.setSpacing(theme.unit())
        top.addWidget(self._fold)
        top.addWidget(self._summary, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.unit(), theme.unit(0.25), theme.unit(2), theme.unit(0.25))
        column.setSpacing(theme.unit(0.5))
        column.addLayout(top)
        self._area = ShortArea(self._grid, "vitalsArea")
        self._area.needs_fit.connect(self._fit)
        column.addWidget(self._area)
        self._unfold(False)
        session.case_opened.connect(self._load)
        session.case_changed.connect(self._follow)
        self._load()

    def toggle(self) -> None:
        """Fold or unfold the fields."""
        self._fold.toggle()

    def enter(self) -> None:
        """Unfold the fields and write into the first; from inside them, fold again."""
        focus = self.window().focusWidget()
        inside = focus is not None and self._grid.isAncestorOf(focus)
        if self._fold.isChecked() and inside:
            self._fold.setChecked(False)
            return
        self._fold.setChecked(True)
        first = self.inputs[ORDER[0]]
        first.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._area.verticalScrollBar().setValue(0)

    def set_compact(self, compact: bool) -> None:
        """Where height is scarce the folded strip goes; the banner has a button for it."""
        self._compact = compact
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The fields break into other lines."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """The fields scroll rather than push the film, or the footer, off the screen."""
        share = _SHARE_COMPACT if self._compact else _SHARE
        self._area.fit(round(self.window().height() * share))

    def _show(self) -> None:
        self.setVisible(
            self._session.case is not None and (self._fold.isChecked() or not self._compact)
        )

    def _unfold(self, open_: bool) -> None:
        self._show()
        self._area.setVisible(open_)
        self._fit()
        self._fold.setIcon(icons.icon("chevron-down" if open_ else "chevron-right"))

    def _input(self, name: str) -> QWidget:
        if name in ANSWERS:
            box = QComboBox()
            for answer in Answer:
                box.addItem(labels.label(f"answer.{answer.value}"), answer)
            box.currentIndexChanged.connect(self._keep)
            made: QWidget = box
        else:
            line = fields.LineEdit()
            line.setPlaceholderText(
                self.tr("YYYY-MM-DD") if name in DATES else labels.label("answer.unknown")
            )
            line.setFixedWidth(theme.letters(13 if name in DATES else 10) + theme.unit(1.5))
            line.editingFinished.connect(self._keep)
            made = line
        made.setAccessibleName(self._caption(name))
        return made

    def _caption(self, name: str) -> str:
        word = labels.label(f"vital.{name}")
        if name not in NUMBERS:
            return word
        return self.tr("{name} ({unit})").format(name=word, unit=_unit(name))

    def _captioned(self, name: str) -> QWidget:
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.unit(0.25))
        caption = fields.text(self._caption(name), "small")
        caption.setBuddy(self.inputs[name])
        column.addWidget(caption)
        column.addWidget(self.inputs[name])
        return made

    def _load(self) -> None:
        case = self._session.case
        self._show()
        if case is None:
            return
        self._loading = True
        self._shown = case.vitals
        self._show_fitting(case)
        for name, place in self.inputs.items():
            if isinstance(place, QComboBox):
                place.setCurrentIndex(place.findData(getattr(case.vitals, name)))
            elif isinstance(place, fields.LineEdit):
                place.setText(shown(getattr(case.vitals, name)))
                place.set_invalid("")
        self._loading = False
        self._summary.setText(self._summary_of(case.vitals))

    def _follow(self) -> None:
        """Take over what changed elsewhere; what is being typed stays."""
        case = self._session.case
        if case is None or self._loading:
            return
        if case.vitals != self._shown:
            self._load()
        else:
            self._show_fitting(case)
            self._summary.setText(self._summary_of(self._shown))

    def _show_fitting(self, case: Case) -> None:
        """Ask about pregnancy where it can be; what was answered stays in sight."""
        asked = may_be_pregnant(case)
        for name in _OF_WOMEN:
            known = _is_known(getattr(case.vitals, name))
            self._captions[name].setVisible(asked or known)
        self._asked = tuple(n for n in ORDER if asked or n not in _OF_WOMEN)

    def _summary_of(self, vitals: Vitals) -> str:
        known = [self._known(name, vitals) for name in ORDER if _is_known(getattr(vitals, name))]
        asked_for = (name for name in self._asked if name not in _SIDE_FACTS)
        unknown = [
            labels.label(f"vital.{name}")
            for name in asked_for
            if not _is_known(getattr(vitals, name))
        ]
        parts = ["   ".join(known)] if known else []
        if unknown:
            parts.append(self.tr("Unknown: {list}").format(list=labels.listed(unknown)))
        return "   ".join(parts)

    @staticmethod
    def _known(name: str, vitals: Vitals) -> str:
        value = getattr(vitals, name)
        if isinstance(value, Answer):
            return f"{labels.label(f'vital.{name}')}: {labels.label(f'answer.{value.value}')}"
        return f"{labels.label(f'vital.{name}')} {shown(value)} {_unit(name)}".rstrip()

    def _keep(self) -> None:
        """Hand in what is right; what is not stays in its field, marked, and is not kept."""
        case = self._session.case
        if self._loading or case is None:
            return
        self._loading = True
        kept = [self._keep_one(name, place) for name, place in self.inputs.items()]
        self._loading = False
        if all(kept):
            self.settled.emit()
        self._summary.setText(self._summary_of(self._shown))

    def _keep_one(self, name: str, place: QWidget) -> bool:
        """Whether the field holds what can be kept."""
        try:
            changed = replace(self._shown, **{name: _read(name, place)})  # type: ignore[arg-type]
            self._session.write_vitals(changed)
        except InvalidEntry as error:
            if isinstance(place, fields.LineEdit):
                place.set_invalid(labels.error(error))
            self.problem.emit(f"{self._caption(name)}: {labels.error(error)}")
            return False
        self._shown = changed
        if isinstance(place, fields.LineEdit):
            place.set_invalid("")
        return True


def may_be_pregnant(case: Case) -> bool:
    """Females of 10 to 55 years; unknown sex or age counts as possible."""
    sexes = {case.patient.sex, *(f.stated.sex for f in case.films)} - {Sex.UNKNOWN}
    if sexes == {Sex.MALE}:
        return False
    return case.age is None or _FERTILE[0] <= case.age.days / _YEAR < _FERTILE[1]


def _unit(name: str) -> str:
    """The unit as the language writes it; empty for what has none."""
    unit = NUMBERS.get(name, "")
    return labels.label(f"unit.{unit}") if unit == "/min" else unit


def shown(value: float | date | None) -> str:
    """A value as it stands in its field; empty for unknown."""
    if value is None:
        return ""
    return value.isoformat() if isinstance(value, date) else f"{value:g}"


def _is_known(value: object) -> bool:
    return value is not None and value is not Answer.UNKNOWN


def _read(name: str, place: QWidget) -> float | date | Answer | None:
    """What a field holds.

    Raises
    ------
    InvalidEntry
        ``number_invalid`` or ``date_invalid``.
    """
    if isinstance(place, QComboBox):
        return Answer(place.currentData())
    text = place.text().strip() if isinstance(place, QLineEdit) else ""
    if not text:
        return None
    try:
        return date.fromisoformat(text) if name in DATES else float(text.replace(",", "."))
    except ValueError as error:
        code = "date_invalid" if name in DATES else "number_invalid"
        raise InvalidEntry(code, text=text[:20]) from error
