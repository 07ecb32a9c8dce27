"""One finding: what the model says, and what the clinician makes of it."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from meddx_desktop.core.domain.case import FindingDecision
from meddx_desktop.core.domain.finding import Decision, Finding, ModelIdentity
from meddx_desktop.gui import icons, labels, theme
from meddx_desktop.gui.assessment_panel import word_history
from meddx_desktop.gui.assessment_panel.score_bar import ScoreBar, points
from meddx_desktop.gui.assessment_panel.site_lines import site_lines
from meddx_desktop.gui.widgets import fields, marks
from meddx_desktop.gui.widgets.flow_layout import FlowLayout


class FindingCard(QFrame):
    """Name, call, score against threshold, model; accept, reject, comment."""

    chosen = Signal(str)
    decided = Signal(str, object, str)
    """Finding, `Decision`, comment."""
    withdrawn = Signal(str)
    edit_wanted = Signal(str, str)
    """Finding, and the clinician's words so far: they are to be written anew."""

    def __init__(
        self,
        finding: Finding,
        model: ModelIdentity | None,
        words: tuple[FindingDecision, ...] = (),
        *,
        decision: FindingDecision | None = None,
        barred: str = "",
        on_trial: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.finding = finding
        self.on_trial = on_trial
        """Shown with its mark; nothing is decided on it."""
        self._words = words
        self._barred = self.tr("On trial: nothing is decided on it") if on_trial else barred
        """Why nobody can decide here now; empty where somebody can."""
        self.place = ("", 1, finding.name)
        """Film, frame and finding that this card is about."""
        self.has_map = True
        """Whether choosing this card shows its own heat map."""
        self._decision = decision
        self.setProperty("role", "card")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip(self.tr("Show where the model looked"))
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.unit(2), theme.unit(), theme.unit(2), theme.unit(1.5))
        column.setSpacing(theme.unit(0.5))
        column.addLayout(self._head())
        column.addWidget(ScoreBar(finding))
        if finding.call.caution:
            column.addWidget(fields.text(labels.safety(finding.call.caution), "strong", wrap=True))
        column.addWidget(fields.text(labels.safety("score"), "small", wrap=True))
        for said in site_lines(finding):
            column.addWidget(fields.text(said, "small", wrap=True))
        if model is not None:
            column.addWidget(self._model_line(model))
        if on_trial:
            column.addWidget(
                fields.sign("flask-conical", self.tr("On trial: not used for sorting"), "warning")
            )
        self._accept = self._decision_button(Decision.ACCEPTED, self.tr("Accept"), "check")
        self._reject = self._decision_button(Decision.REJECTED, self.tr("Reject"), "x")
        self._edit = self._decision_button(Decision.EDITED, self.tr("Edit…"), "pencil")
        self._comment = fields.LineEdit(decision.comment if decision else "")
        self._comment.setReadOnly(bool(self._barred))
        self._comment.setPlaceholderText(self.tr("Comment"))
        self._comment.setAccessibleName(self.tr("Comment on this finding"))
        self._comment.setCursor(Qt.CursorShape.IBeamCursor)
        self._comment.keeps_return = True
        self._comment.returnPressed.connect(self._comment_entered)
        self._comment.editingFinished.connect(self._comment_changed)
        column.addLayout(self._decisions())
        call = marks.of_call(finding.call).word
        self.setAccessibleName(f"{self.title}: {call}, {points(finding.probability)}")

    @property
    def title(self) -> str:
        """The finding's name."""
        return labels.label(f"finding.{self.finding.name}")

    @property
    def height_to_decide(self) -> int:
        """So much of it has to be seen for its decision, which is the last but the comment."""
        below = self._comment.sizeHint().height() if self._comment.isVisibleTo(self) else 0
        return max(self.heightForWidth(self.width()), self.sizeHint().height()) - below

    @property
    def draft(self) -> str:
        """What stands in the comment field."""
        return self._comment.text().strip()

    @draft.setter
    def draft(self, words: str) -> None:
        self._comment.setText(words)

    def set_selected(self, selected: bool) -> None:
        """Mark the card whose heat map is shown."""
        fields.set_property(self, "selected", "true" if selected else "false")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click anywhere on the card selects its finding."""
        super().mousePressEvent(event)
        self._choose()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and space select; A, R and E decide."""
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._choose()
        elif key == Qt.Key.Key_A:
            self._accept.click()
        elif key == Qt.Key.Key_R:
            self._reject.click()
        elif key == Qt.Key.Key_E:
            self._edit.click()
        else:
            super().keyPressEvent(event)

    def _choose(self) -> None:
        if self.has_map:
            self.chosen.emit(self.finding.name)

    def _head(self) -> QVBoxLayout:
        mark = marks.of_call(self.finding.call)
        column = QVBoxLayout()
        column.setSpacing(theme.unit(0.25))
        first = QHBoxLayout()
        first.setSpacing(theme.unit())
        first.addWidget(fields.text(self.title, "strong", wrap=True), 1)
        number = fields.text(str(points(self.finding.probability)), "large")
        first.addWidget(number, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(first)
        second = QWidget()
        flow = FlowLayout(second, gap=theme.unit(1.5), line_gap=theme.unit(0.25))
        flow.addWidget(fields.sign(mark.icon, mark.word, mark.tone, wrap=False))
        flow.addWidget(fields.text(self.tr("model score, 0 to 100"), "small"))
        column.addWidget(second)
        return column

    def _model_line(self, model: ModelIdentity) -> QWidget:
        line = fields.ElidedLabel(labels.model(model), "small")
        whole = self.tr("{model}\nSHA-256 {hash}…").format(
            model=labels.model(model), hash=model.sha256[:12]
        )
        line.setAccessibleDescription(whole)
        line.fixed_tip = whole
        return line

    def _decision_button(self, decision: Decision, words: str, icon: str) -> QPushButton:
        made = fields.button(words, "decision")
        made.setCheckable(True)
        on = self._decision is not None and self._decision.decision is decision
        made.setChecked(on)
        made.setIcon(icons.icon(icon, "on_accent" if on else "text"))
        made.setIconSize(QSize(theme.unit(2), theme.unit(2)))
        made.setToolTip(self._barred or (self.tr("Click again to take it back") if on else ""))
        made.setEnabled(not self._barred)
        made.clicked.connect(lambda checked: self._decide(decision, checked))
        return made

    def _decisions(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setContentsMargins(0, theme.unit(0.5), 0, 0)
        column.setSpacing(theme.unit())
        buttons = QWidget()
        flow = FlowLayout(buttons, gap=theme.unit(0.5))
        flow.addWidget(self._accept)
        flow.addWidget(self._reject)
        flow.addWidget(self._edit)
        column.addWidget(buttons)
        self._add_words(column)
        column.addWidget(self._comment)
        edited = self._decision is not None and self._decision.decision is Decision.EDITED
        self._comment.setHidden(edited or (bool(self._barred) and not self._comment.text()))
        return column

    def _add_words(self, column: QVBoxLayout) -> None:
        """The word that holds, the clinician's own text, and what was said before."""
        before = self._words
        if self._decision is not None:
            column.addWidget(word_history.newest(self._decision))
            if self._decision.decision is Decision.EDITED:
                column.addWidget(fields.text(self._decision.comment, wrap=True))
            before = tuple(word for word in before if word is not self._decision)
        if before:
            column.addWidget(fields.text(self.tr("Said before"), "caption"))
            for line in word_history.earlier(before):
                column.addWidget(line)

    def _decide(self, decision: Decision, checked: bool) -> None:
        if decision is Decision.EDITED:
            # Again means other words; Accept or Reject say something else altogether.
            self._edit.setChecked(not checked)
            edited = self._decision is not None and self._decision.decision is decision
            before = self._decision.comment if self._decision and edited else ""
            self.edit_wanted.emit(self.finding.name, before or self.draft)
        elif checked:
            self.decided.emit(self.finding.name, decision, self._comment.text().strip())
        else:
            self.withdrawn.emit(self.finding.name)

    def _comment_entered(self) -> None:
        """Enter keeps a comment beside its decision; before one it goes on to deciding."""
        if self._decision is None:
            self._accept.setFocus(Qt.FocusReason.TabFocusReason)

    def _comment_changed(self) -> None:
        """A comment belongs to a decision; before one it waits in its field."""
        words = self._comment.text().strip()
        if self._decision is not None and words != self._decision.comment:
            self.decided.emit(self.finding.name, self._decision.decision, words)
