"""The band above a film that got no score: why, what to do, and what the user can add."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from meddx_desktop.core.domain.case import FilmEntry, Stated
from meddx_desktop.core.domain.finding import Reason, Screening
from meddx_desktop.core.domain.imaging import View
from meddx_desktop.core.domain.patient import Age, Sex
from meddx_desktop.core.errors import InvalidEntry
from meddx_desktop.gui import labels, theme
from meddx_desktop.gui.image_tab.fix_offer import FixOffer
from meddx_desktop.gui.widgets import fields
from meddx_desktop.gui.widgets.flow_layout import FlowLayout

_ASKABLE = "age_missing"


def screenings_of(entry: FilmEntry, frame: int) -> tuple[Screening, ...]:
    """What the models said about one frame of a film."""
    return tuple(said for said in entry.screenings or () if said.frame == frame)


def refusals_of(entry: FilmEntry, frame: int) -> tuple[Reason, ...]:
    """Why there is no score for this frame, each reason once; empty where there is one."""
    if entry.error is not None:
        return (entry.error,)
    if entry.screenings is None:
        return ()
    refused = [said for said in screenings_of(entry, frame) if not said.gate.accepted]
    unique = {
        (r.code, tuple(sorted(r.parameters.items()))): r for s in refused for r in s.gate.reasons
    }
    return tuple(unique.values())


class RefusalBand(QFrame):
    """Shows the refusal of the selected film, a form if typing helps, or that it is screening."""

    stated = Signal(object)
    """(SOP Instance UID, `Stated`): the user typed what the film lacks."""
    asked = Signal()
    """The form for what this film lacks came up."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("refusalBand")
        self.setProperty("role", "notice")
        self.setProperty("tone", "warning")
        self._uid = ""
        self._title = fields.text(role="strong", tone="warning", wrap=True)
        self._reasons = fields.text(wrap=True)
        self._icon = fields.icon_label("ban", "warning", 20)
        self.form = StatedForm()
        self.form.submitted.connect(self._submit)
        self.fix = FixOffer()
        words = QVBoxLayout()
        words.setSpacing(theme.unit(0.5))
        for part in (self._title, self._reasons, self.form, self.fix):
            words.addWidget(part)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.unit(2), theme.unit(1.5), theme.unit(2), theme.unit(1.5))
        row.setSpacing(theme.unit(1.5))
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        self.hide()

    def show_film(self, entry: FilmEntry | None, frame: int) -> None:
        """Tell about this frame; hidden where it was scored or still waits."""
        if entry is None or (entry.screenings is None and entry.error is None):
            self.hide()
            return
        reasons = refusals_of(entry, frame)
        scored = any(said.gate.accepted and said.findings for said in screenings_of(entry, frame))
        if scored and not reasons:
            self.hide()
            return
        self._title.setText(
            self.tr("Not every model gave a score.") if scored else labels.safety("refused")
        )
        self._reasons.setText("\n".join(labels.reason(reason) for reason in reasons))
        self._reasons.setVisible(bool(reasons))
        asks = any(reason.code == _ASKABLE for reason in reasons)
        uid = entry.instance.sop_instance_uid
        came = asks and (uid != self._uid or self.isHidden() or self.form.isHidden())
        self.form.setVisible(asks)
        if uid != self._uid:
            self._uid = uid
            self.form.fill(entry)
        self.setAccessibleName(f"{self._title.text()}. {self._reasons.text()}")
        self.show()
        if came:
            self.asked.emit()

    def _submit(self, typed: Stated) -> None:
        self.stated.emit((self._uid, typed))


class StatedForm(QWidget):
    """Age, sex and view for a film that carries none."""

    submitted = Signal(object)
    """A `Stated`."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("statedForm")
        self.age = fields.LineEdit()
        self.age.setObjectName("statedAge")
        self.age.setPlaceholderText(self.tr("e.g. 3y, 18m or 10d"))
        self.age.setFixedWidth(theme.letters(18) + theme.unit(1.5))
        self.age.setToolTip(labels.full_years())
        self.age.textChanged.connect(self._unmark)
        self.age.returnPressed.connect(self._submit)
        self.sex = self._choice(
            "statedSex",
            [(Sex.UNKNOWN, labels.label("answer.unknown"))]
            + [(sex, labels.label(f"sex.{sex.value}")) for sex in (Sex.FEMALE, Sex.MALE)],
        )
        self.view = self._choice(
            "statedView",
            [
                (View.UNKNOWN, labels.label("answer.unknown")),
                (View.PA, View.PA.value),
                (View.AP, View.AP.value),
                (View.LATERAL, self.tr("Lateral")),
            ],
        )
        self.button = fields.button(self.tr("Screen"), "primary", "scan")
        self.button.setObjectName("screenButton")
        self.button.clicked.connect(self._submit)
        self._wrong = fields.text(tone="danger", wrap=True)
        self._wrong.hide()
        self.hint = fields.text(labels.full_years(), "small", wrap=True)
        flow = FlowLayout(gap=theme.unit(2), line_gap=theme.unit())
        for words, field in (
            (self.tr("Age"), self.age),
            (self.tr("Sex"), self.sex),
            (self.tr("View"), self.view),
        ):
            flow.addWidget(_labelled(words, field))
        flow.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.unit(), 0, 0)
        column.setSpacing(theme.unit(0.5))
        column.addLayout(flow)
        column.addWidget(self.hint)
        column.addWidget(self._wrong)

    def fill(self, entry: FilmEntry) -> None:
        """Start from what was typed before; what the film itself says need not be asked."""
        stated = entry.stated
        self.age.setText(stated.age.given if stated.age else "")
        self.sex.setCurrentIndex(max(0, self.sex.findData(stated.sex)))
        self.view.setCurrentIndex(max(0, self.view.findData(stated.view)))
        _row_of(self.sex).setVisible(entry.study.patient.sex is Sex.UNKNOWN)
        _row_of(self.view).setVisible(entry.instance.view is View.UNKNOWN)
        self._unmark()

    def _submit(self) -> None:
        try:
            age = Age.parse(self.age.text())
        except InvalidEntry as error:
            why = labels.error(error)
            self.age.set_invalid(why)
            self._wrong.setText(why)
            self._wrong.show()
            self.age.setFocus()
            return
        self.submitted.emit(Stated(age, Sex(self.sex.currentData()), View(self.view.currentData())))

    def _unmark(self) -> None:
        self.age.set_invalid("")
        self._wrong.hide()

    def _choice(
        self, name: str, choices: list[tuple[Sex, str]] | list[tuple[View, str]]
    ) -> QComboBox:
        box = QComboBox()
        box.setObjectName(name)
        for value, words in choices:
            box.addItem(words, value)
        return box


def _labelled(words: str, field: QWidget) -> QWidget:
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme.unit())
    label = QLabel(words)
    label.setBuddy(field)
    field.setAccessibleName(words)
    row.addWidget(label)
    row.addWidget(field)
    return made


def _row_of(field: QWidget) -> QWidget:
    row = field.parentWidget()
    assert row is not None
    return row
