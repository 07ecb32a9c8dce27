"""The form of an own first impression: what the program says is shown once it is locked."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from meddx_desktop.core.domain.assessment_record import (
    LONGEST_WORDS,
    MOST_CONDITIONS,
    FirstAnswer,
)
from meddx_desktop.core.operations.assessment_first import Asked, Place
from meddx_desktop.core.operations.assessment_site import Known
from meddx_desktop.gui import labels, theme
from meddx_desktop.gui.assessment_panel import said
from meddx_desktop.gui.widgets import fields
from meddx_desktop.gui.widgets.flow_layout import FlowLayout

_ANSWERS = tuple(FirstAnswer)


class _Words(QPlainTextEdit):
    """Tab goes on to the next field: nobody indents a first impression."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tab leaves."""
        self.setTabChangesFocus(True)
        super().focusInEvent(event)


class FirstReading(QWidget):
    """Conditions, words, and an answer to each finding; locking is for ever."""

    lock_wanted = Signal(object, str, object)
    """Keys, words, answers by film, frame and finding."""
    waive_wanted = Signal()

    def __init__(self, known: tuple[Known, ...], asked: tuple[Asked, ...]) -> None:
        super().__init__()
        self._known = known
        self.boxes: list[QComboBox] = []
        self.answers: dict[Place, FirstAnswer] = {}
        self.words = _Words()
        self.buttons: dict[tuple[Place, FirstAnswer], QPushButton] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(theme.unit(2), 0, theme.unit(2), theme.unit())
        self._column.setSpacing(theme.unit())
        title = self.tr("Your reading first")
        self._column.addWidget(fields.sign("eye-off", title, "accent", role="strong"))
        hint = self.tr(
            "What the program says of this case is shown once your own impression is locked. "
            "Danger signs, things to do and films without a score are always shown."
        )
        self._column.addWidget(fields.text(hint, "small", wrap=True))
        self._column.addWidget(fields.text(self.tr("Conditions, the likeliest first"), "caption"))
        self._list = QVBoxLayout()
        self._list.setSpacing(theme.unit(0.5))
        self._column.addLayout(self._list)
        self._add_box()
        self._add_findings(asked)
        self._add_words()
        self._add_buttons()

    @property
    def conditions(self) -> tuple[str, ...]:
        """Keys, each once, in their order."""
        chosen = (str(box.currentData() or "") for box in self.boxes)
        return tuple(dict.fromkeys(key for key in chosen if key))

    def take_over(self, before: "FirstReading") -> None:
        """What somebody wrote already stays when the alerts above have changed."""
        for place, key in enumerate(before.conditions):
            self.boxes[place].setCurrentIndex(self.boxes[place].findData(key))
        for answered, made in self.buttons.items():
            if before.answers.get(answered[0]) is answered[1]:
                made.click()
        self.words.setPlainText(before.words.toPlainText())

    def _add_box(self) -> None:
        box = QComboBox()
        box.addItem(self.tr("Choose a condition"), "")
        for one in self._known:
            box.addItem(said.title(one.title), one.key)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        number = len(self.boxes) + 1
        box.setAccessibleName(self.tr("Condition {number}").format(number=number))
        box.currentIndexChanged.connect(self._chosen)
        self.boxes.append(box)
        self._list.addWidget(box)

    def _chosen(self) -> None:
        """One more line as long as every line is filled."""
        full = all(box.currentData() for box in self.boxes)
        if full and len(self.boxes) < MOST_CONDITIONS:
            self._add_box()

    def _add_findings(self, asked: tuple[Asked, ...]) -> None:
        if not asked:
            return
        self._column.addWidget(fields.text(self.tr("What you see on the film"), "caption"))
        films = list(dict.fromkeys((one.sop_instance_uid, one.frame) for one in asked))
        for one in asked:
            name = labels.label(f"finding.{one.finding}")
            if len(films) > 1:
                number = films.index((one.sop_instance_uid, one.frame)) + 1
                name = self.tr("Film {number}: {finding}").format(number=number, finding=name)
            self._column.addWidget(fields.text(name, wrap=True))
            line = QWidget()
            flow = FlowLayout(line, gap=theme.unit(0.5), line_gap=theme.unit(0.5))
            for answer in _ANSWERS:
                flow.addWidget(self._answer_button(one.place, answer, name))
            self._column.addWidget(line)

    def _answer_button(self, place: Place, answer: FirstAnswer, name: str) -> QWidget:
        word = labels.label(f"first.{answer.value}")
        made = fields.button(word, "decision")
        made.setCheckable(True)
        made.setAccessibleName(f"{name}: {word}")
        made.clicked.connect(lambda on: self._answer(place, answer, on=on))
        self.buttons[place, answer] = made
        return made

    def _answer(self, place: Place, answer: FirstAnswer, *, on: bool) -> None:
        """One answer each; clicked again, none."""
        self.answers.pop(place, None)
        if on:
            self.answers[place] = answer
        for (where, what), made in self.buttons.items():
            if where == place and what is not answer:
                made.setChecked(False)

    def _add_words(self) -> None:
        self._column.addWidget(fields.text(self.tr("In your own words"), "caption"))
        self.words.setProperty("role", "field")
        self.words.setAccessibleName(self.tr("First impression in your own words"))
        self.words.setFixedHeight(theme.unit(9))
        self.words.setPlaceholderText(self.tr("Optional"))
        self.words.textChanged.connect(self._shorten)
        self._column.addWidget(self.words)

    def _shorten(self) -> None:
        """Nothing is taken that could not be kept."""
        text = self.words.toPlainText()
        if len(text) > LONGEST_WORDS:
            self.words.setPlainText(text[:LONGEST_WORDS])

    def _add_buttons(self) -> None:
        line = QWidget()
        flow = FlowLayout(line, gap=theme.unit(), line_gap=theme.unit(0.5))
        self.lock = fields.button(self.tr("Lock and show"), "primary", "lock")
        self.lock.setToolTip(self.tr("It can't be changed afterwards"))
        self.lock.clicked.connect(
            lambda _on=False: self.lock_wanted.emit(
                self.conditions, self.words.toPlainText(), dict(self.answers)
            )
        )
        self.waive = fields.button(self.tr("Show without it"), "link")
        self.waive.setToolTip(self.tr("The record says so; this case then counts in no figure"))
        self.waive.clicked.connect(lambda _on=False: self.waive_wanted.emit())
        flow.addWidget(self.lock)
        flow.addWidget(self.waive)
        self._column.addWidget(line, 0, Qt.AlignmentFlag.AlignLeft)
