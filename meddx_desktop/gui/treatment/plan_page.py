"""The plan of one confirmed condition: its tree beside the choices on this patient's way."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QScrollArea, QSplitter, QVBoxLayout, QWidget

from meddx_desktop.core.domain.assessment import Words
from meddx_desktop.core.domain.case import Case
from meddx_desktop.core.domain.people import Action
from meddx_desktop.core.domain.treatment import Choice
from meddx_desktop.core.operations import treatment_records
from meddx_desktop.core.operations.treatment_records import PlanView
from meddx_desktop.gui import labels, theme
from meddx_desktop.gui.case_session import CaseSession
from meddx_desktop.gui.labs_tab.asker import Asker
from meddx_desktop.gui.treatment import told
from meddx_desktop.gui.treatment.against import AgainstDialog
from meddx_desktop.gui.treatment.choice_card import ChoiceCard
from meddx_desktop.gui.treatment.tree_view import TreeView
from meddx_desktop.gui.widgets import fields

_FIRST = 1


class PlanPage(QWidget):
    """Asks for the plan anew whenever the case changes; a person answers and chooses."""

    wanted = Signal(object)
    chosen = Signal(str, str)
    """Condition and choice, once it is kept."""

    def __init__(self, session: CaseSession, conditions: dict[str, str], condition: str) -> None:
        super().__init__()
        self._session = session
        self.view: PlanView | None = None
        self.tree: TreeView | None = None
        self.cards: list[ChoiceCard] = []
        self._pressed = ""
        """Box or choice that was pressed last: the keyboard goes on from there."""
        self.problem = fields.text("", wrap=True, tone="danger")
        self.problem.hide()
        self.pick = QComboBox()
        self.pick.setAccessibleName(self.tr("Confirmed condition"))
        for key, name in conditions.items():
            self.pick.addItem(name, key)
        self.pick.setCurrentIndex(max(self.pick.findData(condition), 0))
        self.pick.setVisible(len(conditions) > 1)
        self.asker = Asker(session, self, self._ask)
        self.asker.answered.connect(self._show)
        self.asker.problem.connect(self._refused)
        self.pick.currentIndexChanged.connect(lambda _place: self.asker.soon())
        session.case_changed.connect(self.asker.soon)
        self._trees, self._choices = _area(), _area()
        self._arrange()
        if conditions:
            self.asker.soon()
        else:
            self._empty()

    @property
    def condition(self) -> str:
        """Key of the condition whose plan is shown; empty for none."""
        return str(self.pick.currentData() or "")

    def _arrange(self) -> None:
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(1)
        for area in (self._trees, self._choices):
            split.addWidget(area)
            split.setStretchFactor(split.count() - 1, 1)
        split.setSizes([theme.unit(64), theme.unit(64)])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.unit())
        column.addWidget(self.pick, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.problem)
        column.addWidget(split, 1)

    def _ask(self, case_id: str) -> PlanView:
        return treatment_records.view(self._session.app, case_id, self.condition)

    def _empty(self) -> None:
        words = self.tr(
            "Confirm a condition in the assessment first. A plan is there for some of them; the "
            "drugs that the patient takes are checked without one."
        )
        self._choices.setWidget(fields.EmptyState("clipboard-list", self.tr("No plan"), words))

    def _refused(self, error: object) -> None:
        self.problem.setText(labels.error(error))  # type: ignore[arg-type]
        self.problem.show()

    def _show(self, view: PlanView) -> None:
        case = self._session.case
        if case is None or view.plan.condition != self.condition:
            return
        self.problem.hide()
        kept = [area.verticalScrollBar().value() for area in (self._trees, self._choices)]
        self.view = view
        may_answer = not self._session.is_read_only
        self.tree = TreeView(view, may_answer=may_answer)
        self.tree.answered.connect(self._answer)
        self._trees.setWidget(self.tree)
        self._choices.setWidget(self._side(view, case))
        for area, value in zip((self._trees, self._choices), kept, strict=True):
            area.verticalScrollBar().setValue(value)
        self._go_on()

    def _go_on(self) -> None:
        """What was pressed is drawn anew: who uses the keyboard stays where they were."""
        pressed, self._pressed = self._pressed, ""
        if not pressed or self.tree is None:
            return
        card = next((one for one in self.cards if one.choice.key == pressed), None)
        if card is not None and card.pick is not None:
            card.pick.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        boxes = self.tree.boxes
        box = next((one for one in boxes.values() if one.is_open), boxes.get(pressed))
        if box is not None and box.buttons:
            chosen = box.buttons.get(box.node.chosen) or next(iter(box.buttons.values()))
            chosen.setFocus(Qt.FocusReason.OtherFocusReason)
            self._trees.ensureWidgetVisible(box)

    def _side(self, view: PlanView, case: Case) -> QWidget:
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(theme.unit(2), theme.unit(), theme.unit(2), theme.unit(2))
        column.setSpacing(theme.unit(1.5))
        column.addWidget(fields.text(told.title(view.plan.title), "large", wrap=True))
        rests = self.tr("Worked out for: {facts}").format(facts=told.rests_on(view.patient, case))
        column.addWidget(fields.text(rests, "small", wrap=True))
        column.addWidget(self._where(view))
        self.cards = []
        for caption, choices in self._lines(view):
            if choices:
                column.addWidget(fields.text(caption, "caption"))
            for choice in choices:
                column.addWidget(self._card(choice, view, case))
        for caption, lines in (
            (self.tr("Follow-up"), view.plan.follow_up),
            (self.tr("Watch at home"), view.plan.watch_at_home),
        ):
            self._add_list(column, caption, lines)
        column.addWidget(fields.text(self.tr("Sources"), "caption"))
        for source in view.plan.sources:
            column.addWidget(fields.text(told.source(source), "small", wrap=True))
        column.addStretch(1)
        return made

    def _where(self, view: PlanView) -> QWidget:
        """Where this patient comes to in the tree, or what must be answered first."""
        end = [node for node in view.plan.nodes if node.on_path][-1]
        if view.plan.open_questions:
            by_key = {node.key: node for node in view.plan.nodes}
            asked = told.title(by_key[view.plan.open_questions[0]].title)
            words = self.tr("Answer in the tree first: {question}").format(question=asked)
            return fields.sign("circle-help", words, "warning", role="strong")
        ends = [node for node in view.plan.nodes if node.on_path and not node.answers]
        return fields.sign(
            "circle-check", told.title((ends or [end])[0].title), "accent", role="strong"
        )

    def _lines(self, view: PlanView) -> tuple[tuple[str, list[Choice]], ...]:
        choices = view.plan.choices
        return (
            (self.tr("First choice"), [one for one in choices if one.line == _FIRST]),
            (self.tr("Second choice"), [one for one in choices if one.line != _FIRST]),
        )

    def _card(self, choice: Choice, view: PlanView, case: Case) -> ChoiceCard:
        card = ChoiceCard(choice, view, case, barred=self._barred())
        card.choose_wanted.connect(self._choose)
        card.withdraw_wanted.connect(self._withdraw)
        card.wanted.connect(self.wanted)
        self.cards.append(card)
        return card

    def _barred(self) -> str:
        if self._session.is_read_only:
            return self.tr("The case is read only")
        if not self._session.may(Action.DECIDE):
            return self.tr("A clinician chooses")
        return ""

    @staticmethod
    def _add_list(column: QVBoxLayout, caption: str, lines: tuple[Words, ...]) -> None:
        if lines:
            column.addWidget(fields.text(caption, "caption"))
        for words in lines:
            column.addWidget(fields.sign("minus", told.title(words), "text"))

    def _answer(self, node: str, said: str) -> None:
        self._pressed = node
        self._session.do(treatment_records.answer, self.condition, node=node, said=said)

    def _choose(self, choice: Choice) -> None:
        reason, case_id = "", self._session.case_id
        if treatment_records.grave(choice):
            dialog = AgainstDialog(choice, self)
            if not dialog.exec() or not self._session.is_open(case_id):
                return
            reason = dialog.words
        condition, self._pressed = self.condition, choice.key
        kept = self._session.do(treatment_records.choose, condition, shown=choice, reason=reason)
        if kept:
            self.chosen.emit(condition, choice.key)
        else:
            self.asker.soon()

    def _withdraw(self, choice: str) -> None:
        self._pressed = choice
        self._session.do(treatment_records.withdraw, self.condition, choice=choice)


def _area() -> QScrollArea:
    made = QScrollArea()
    made.setWidgetResizable(True)
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    made.setMinimumWidth(theme.unit(36))
    return made
