"""The bedside facts in one row that folds; everything is unknown until entered."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from meddx_desktop.core.domain.case import Answer, Case, Vitals
from meddx_desktop.core.errors import InvalidEntry
from meddx_desktop.core.operations import drafts
from meddx_desktop.gui import icons, labels, theme
from meddx_desktop.gui.banner.doubt_line import DoubtLine
from meddx_desktop.gui.banner.vital_facts import (
    ANSWERS,
    DATES,
    NUMBERS,
    OF_WOMEN,
    ORDER,
    SIDE_FACTS,
    is_known,
    may_be_pregnant,
    read,
    shown,
    unit,
)
from meddx_desktop.gui.case_session import CaseSession
from meddx_desktop.gui.widgets import fields
from meddx_desktop.gui.widgets.flow_layout import FlowLayout
from meddx_desktop.gui.widgets.read_only import ReadOnlyLine
from meddx_desktop.gui.widgets.short_area import ShortArea

_SHARE = 0.3
_SHARE_COMPACT = 0.2
"""How much of the window's height the fields may take."""


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
        self.doubt = DoubtLine(self.inputs)
        column.addWidget(self.doubt)
        self._area = ShortArea(self._grid, "vitalsArea")
        self._area.needs_fit.connect(self._fit)
        column.addWidget(self._lock_line())
        column.addWidget(self._area)
        self._unfold(False)
        session.case_opened.connect(self._load)
        session.case_changed.connect(self._follow)
        self._load()

    def _lock_line(self) -> QWidget:
        self._lock = QWidget()
        row = QHBoxLayout(self._lock)
        row.setContentsMargins(theme.unit(), 0, 0, 0)
        row.addWidget(ReadOnlyLine(self._session))
        return self._lock

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

    def show_field(self, name: str) -> None:
        """Unfold the fields and stand on the one of that vital sign."""
        self._fold.setChecked(True)
        field = self.inputs.get(name, self.inputs[ORDER[0]])
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._area.ensureWidgetVisible(field)

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
        self._lock.setVisible(open_ and self._session.is_read_only)
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
            line.textEdited.connect(self._typed)
            made = line
        made.setAccessibleName(self._caption(name))
        return made

    def _caption(self, name: str) -> str:
        word = labels.label(f"vital.{name}")
        if name not in NUMBERS:
            return word
        return self.tr("{name} ({unit})").format(name=word, unit=unit(name))

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
        self._show_rights()
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
        self.doubt.show_of(self._session.case)
        self._summary.setText(self._summary_of(case.vitals))

    def _follow(self) -> None:
        """Take over what changed elsewhere; what is being typed stays."""
        case = self._session.case
        if case is None or self._loading:
            return
        self._show_rights()
        if case.vitals != self._shown:
            self._load()
        else:
            self._show_fitting(case)
            self._summary.setText(self._summary_of(self._shown))

    def _show_fitting(self, case: Case) -> None:
        """Ask about pregnancy where it can be; what was answered stays in sight."""
        asked = may_be_pregnant(case)
        for name in OF_WOMEN:
            known = is_known(getattr(case.vitals, name))
            self._captions[name].setVisible(asked or known)
        self._asked = tuple(n for n in ORDER if asked or n not in OF_WOMEN)

    def _summary_of(self, vitals: Vitals) -> str:
        known = [self._known(name, vitals) for name in ORDER if is_known(getattr(vitals, name))]
        asked_for = (name for name in self._asked if name not in SIDE_FACTS)
        unknown = [
            labels.label(f"vital.{name}")
            for name in asked_for
            if not is_known(getattr(vitals, name))
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
        return f"{labels.label(f'vital.{name}')} {shown(value)} {unit(name)}".rstrip()

    def _typed(self) -> None:
        """Half a number is journaled too; it counts only once its field is left."""
        case = self._session.case
        if case is not None and not self._loading:
            self._session.journal.typed(case.case_id, drafts.VITALS, self._draft())

    def _draft(self) -> str:
        """What stands in the fields and is not kept yet."""
        lines = {n: p.text() for n, p in self.inputs.items() if isinstance(p, fields.LineEdit)}
        return drafts.fields_text(
            {n: text for n, text in lines.items() if text != shown(getattr(self._shown, n))}
        )

    def _show_rights(self) -> None:
        """A signed case is looked at; a lock says why nothing can be typed."""
        fixed = self._session.is_read_only
        self._lock.setVisible(fixed and self._fold.isChecked())
        for place in self.inputs.values():
            if isinstance(place, fields.LineEdit):
                place.setReadOnly(fixed)
            else:
                place.setEnabled(not fixed)

    def _keep(self) -> None:
        """Hand in what is right; what is not stays in its field, marked, and is not kept."""
        case = self._session.case
        if self._loading or case is None or self._session.is_read_only:
            return
        self._loading = True
        self._date_weight(case)
        kept = [self._keep_one(name, place) for name, place in self.inputs.items()]
        self._loading = False
        if all(kept):
            self.settled.emit()
        else:
            self._typed_again(case)
        self.doubt.show_of(self._session.case)
        self._summary.setText(self._summary_of(self._shown))

    def _date_weight(self, case: Case) -> None:
        """A weight is of the day of the case unless somebody says otherwise; the field shows it."""
        weight, day = self.inputs["weight_kg"], self.inputs["weight_on"]
        if isinstance(weight, fields.LineEdit) and isinstance(day, fields.LineEdit):
            is_new = weight.text().strip() not in ("", shown(self._shown.weight_kg))
            if is_new and not day.text().strip():
                day.setText(shown(case.day))

    def _typed_again(self, case: Case) -> None:
        """What could not be kept stays in its field, and in the journal."""
        self._session.journal.typed(case.case_id, drafts.VITALS, self._draft())

    def _keep_one(self, name: str, place: QWidget) -> bool:
        """Whether the field holds what can be kept."""
        try:
            changed = replace(self._shown, **{name: read(name, place)})  # type: ignore[arg-type]
            self._session.write_vitals(changed)
        except InvalidEntry as error:
            if isinstance(place, fields.LineEdit):
                place.set_invalid(labels.error(error))
            self.problem.emit(f"{self._caption(name)}: {labels.error(error)}")
            return False
        case = self._session.case
        if case is None or case.vitals != changed:  # refused or not written; it was told
            return False
        self._shown = changed
        if isinstance(place, fields.LineEdit):
            place.set_invalid("")
        return True
