"""One box of a decision tree: its question, how it was answered, and the answers to press."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from meddx_desktop.core.domain.treatment import Node
from meddx_desktop.core.domain.treatment_record import TreatmentAnswer
from meddx_desktop.gui import labels, theme
from meddx_desktop.gui.assessment_panel import said
from meddx_desktop.gui.treatment import told
from meddx_desktop.gui.widgets import fields
from meddx_desktop.gui.widgets.flow_layout import FlowLayout


class NodeBox(QFrame):
    """On this patient's way it has an edge, a word and its answers; elsewhere it is quiet."""

    answered = Signal(str, str)
    """Box and answer; an empty answer takes back what a person said."""

    def __init__(
        self, node: Node, by_person: TreatmentAnswer | None, *, may_answer: bool, is_first: bool
    ) -> None:
        super().__init__()
        self.node, self._by_person = node, by_person
        self.setProperty("role", "node")
        self.setProperty("path", "true" if node.on_path else "false")
        self.buttons: dict[str, QPushButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.unit(1.25)] * 4)
        column.setSpacing(theme.unit(0.5))
        self.state = self._state(is_first=is_first)
        if node.on_path:
            column.addWidget(self._state_line())
        role, tone = ("strong", "") if node.on_path else ("muted", "")
        column.addWidget(fields.text(told.title(node.title), role, wrap=True, tone=tone))
        if node.on_path and node.answers:
            column.addWidget(self._answers(may_answer=may_answer))
        self.setAccessibleName(" ".join((self.state, told.title(node.title))))

    @property
    def is_open(self) -> bool:
        """Whether the way of this patient waits here."""
        return self.node.on_path and bool(self.node.answers) and not self.node.chosen

    def _state(self, *, is_first: bool) -> str:
        node = self.node
        if not node.on_path:
            return self.tr("Not this patient's way")
        if not node.answers:
            return self.tr("This patient comes here")
        if self._by_person is not None:
            at = self._by_person.at
            words = self.tr("This patient · answered by {who}, {time}")
            return words.format(who=self._by_person.by, time=labels.when(at) if at else "–")
        if node.chosen:
            return self._by_case()
        if is_first:
            return self.tr("This patient · not known: you answer")
        return self.tr("This patient waits here: you answer")

    def _by_case(self) -> str:
        """What in the case gives the answer is said: a sign is named, not only told to be there."""
        grounds = said.grounds(self.node.grounds)
        if grounds:
            return self.tr("This patient · the case says so: {what}").format(what=grounds)
        return self.tr("This patient · the case says so")

    def _state_line(self) -> QWidget:
        if self.is_open:
            return fields.sign("circle-help", self.state, "warning")
        icon = "circle-check" if not self.node.answers else "check"
        return fields.sign(icon, self.state, "accent")

    def _answers(self, *, may_answer: bool) -> QWidget:
        made = QWidget()
        row = FlowLayout(made, gap=theme.unit(), line_gap=theme.unit(0.5))
        for key, words, _ in self.node.answers:
            button = fields.button(told.title(words), "decision")
            button.setCheckable(True)
            button.setChecked(key == self.node.chosen)
            button.setEnabled(may_answer)
            button.setAccessibleName(f"{told.title(self.node.title)} {told.title(words)}")
            if self._by_person is not None and key == self.node.chosen:
                button.setToolTip(self.tr("Click again to take your answer back"))
            button.clicked.connect(partial(self._press, key))
            self.buttons[key] = button
            row.addWidget(button)
        return made

    def _press(self, key: str, _on: bool = False) -> None:
        for other, button in self.buttons.items():
            button.setChecked(other == self.node.chosen)
        if key != self.node.chosen:
            self.answered.emit(self.node.key, key)
        elif self._by_person is not None:
            self.answered.emit(self.node.key, "")
