"""One condition: how it stands in words; opened, every line that this rests on."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from meddx_desktop.core.domain.assessment import RankedCondition, Weighed
from meddx_desktop.core.domain.assessment_record import ConditionWord
from meddx_desktop.core.operations.assessment_site import AssessmentSite
from meddx_desktop.gui import icons, labels, theme
from meddx_desktop.gui.assessment_panel import said
from meddx_desktop.gui.assessment_panel.evidence_row import EvidenceRow
from meddx_desktop.gui.assessment_panel.pressable import EDGE, Pressable
from meddx_desktop.gui.widgets import fields
from meddx_desktop.gui.widgets.flow_layout import FlowLayout


class ConditionCard(QWidget):
    """A head that opens the lines below it, and the clinician's own word."""

    place_wanted = Signal(object)
    turned = Signal(str, bool)
    confirm_wanted = Signal(str, str)
    """Key, and how it stands now."""
    unconfirm_wanted = Signal(str)
    treatment_wanted = Signal(str)

    def __init__(
        self,
        one: RankedCondition,
        note: str,
        site: AssessmentSite,
        *,
        word: ConditionWord | None = None,
        barred: str = "",
        is_open: bool = False,
    ) -> None:
        super().__init__()
        self.one, self._note, self._site = one, note, site
        self._word, self._barred = word, barred
        self._body: QWidget | None = None
        self.is_open = False
        self.rows: list[EvidenceRow] = []
        self._chevron = QLabel()
        self.head = self._make_head()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.head)
        self.head.pressed.connect(self.turn)
        self._show(is_open=is_open)

    @property
    def title(self) -> str:
        """The condition's name."""
        return said.title(self.one.title)

    def turn(self) -> None:
        """Open, or close."""
        self._show(is_open=not self.is_open)
        self.turned.emit(self.one.key, self.is_open)

    def _show(self, *, is_open: bool) -> None:
        self.is_open = is_open
        side = theme.unit(2)
        self._chevron.setPixmap(
            icons.pixmap("chevron-down" if is_open else "chevron-right", "muted", side)
        )
        if is_open and self._body is None:
            self._body = self._make_body()
            self._column.addWidget(self._body)
        if self._body is not None:
            self._body.setVisible(is_open)

    def _make_head(self) -> Pressable:
        head = Pressable()
        head.setToolTip(self.tr("Show what this rests on"))
        column = QVBoxLayout(head)
        margin = theme.unit(0.75)
        column.setContentsMargins(theme.unit(2) - EDGE, margin, theme.unit(2), margin)
        column.setSpacing(theme.unit(0.25))
        first = QHBoxLayout()
        first.setSpacing(theme.unit())
        first.addWidget(fields.text(self.title, "strong", wrap=True), 1)
        first.addWidget(self._chevron, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(first)
        mark = said.standing(self.one.standing)
        second = QWidget()
        flow = FlowLayout(second, gap=theme.unit(1.5), line_gap=theme.unit(0.25))
        flow.addWidget(fields.sign(mark.icon, mark.word, mark.tone, wrap=False))
        band = labels.label(f"band.{self.one.band.value}") if self.one.band else ""
        for words in filter(None, (band, self._known(), self.one.icd10)):
            flow.addWidget(fields.text(words, "small"))
        column.addWidget(second)
        if self._word is not None:
            column.addWidget(fields.sign("check", self._confirmed(self._word), "good"))
        head.setAccessibleName(" ".join(filter(None, (self.title, mark.word, band, self._known()))))
        return head

    def _known(self) -> str:
        return self.tr("known already") if self.one.is_known else ""

    def _confirmed(self, word: ConditionWord) -> str:
        when = labels.when(word.at) if word.at else "–"
        return self.tr("Confirmed by {who}, {time}").format(who=word.by, time=when)

    def _make_body(self) -> QWidget:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(theme.unit(2), 0, theme.unit(2), theme.unit())
        column.setSpacing(theme.unit(0.5))
        self._add_prior(column)
        for caption, lines in self._groups():
            if lines:
                column.addWidget(fields.text(caption, "caption", wrap=True))
            for line in lines:
                column.addWidget(self._row(line))
        for caution in self.one.cautions:
            column.addWidget(fields.sign("triangle-alert", labels.reason(caution), "warning"))
        self._add_missing(column)
        column.addWidget(self._decision())
        return body

    def _add_prior(self, column: QVBoxLayout) -> None:
        one = self.one
        if one.prior is not None:
            column.addWidget(
                fields.text(self.tr("Before anything was asked"), "caption", wrap=True)
            )
            column.addWidget(
                fields.text(said.prior(one.prior, one.key, self._site), "small", wrap=True)
            )
        words = said.band(one)
        if words:
            now = self.tr("With what counts: {band}").format(band=words)
            column.addWidget(fields.text(now, wrap=True))
        else:
            column.addWidget(fields.text(said.why_no_band(one), "small", wrap=True))

    def _groups(self) -> tuple[tuple[str, list[Weighed]], ...]:
        lines = self.one.lines
        return (
            (self.tr("Counted"), [one for one in lines if one.counted]),
            (self.tr("Shown, not counted"), [one for one in lines if not one.counted]),
        )

    def _row(self, line: Weighed) -> EvidenceRow:
        # Where no probability can be told, odds would tell one all the same.
        row = EvidenceRow(line, self._note, with_odds=self.one.band is not None)
        row.place_wanted.connect(self.place_wanted)
        self.rows.append(row)
        return row

    def _add_missing(self, column: QVBoxLayout) -> None:
        if not self.one.missing:
            return
        column.addWidget(
            fields.text(self.tr("Not known, would change it most"), "caption", wrap=True)
        )
        for test in self.one.missing:
            column.addWidget(fields.sign("circle-help", said.next_test(test), "text"))

    def _decision(self) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, theme.unit(0.5), 0, 0)
        self.confirm = fields.button(self.tr("Confirm"), "decision")
        on = self._word is not None
        self.confirm.setCheckable(True)
        self.confirm.setChecked(on)
        self.confirm.setIcon(icons.icon("check", "on_accent" if on else "text"))
        self.confirm.setIconSize(QSize(theme.unit(2), theme.unit(2)))
        self.confirm.setEnabled(not self._barred)
        takes_back = self.tr("Click again to take it back")
        asks = self.tr("A clinician says that the patient has this")
        self.confirm.setToolTip(self._barred or (takes_back if on else asks))
        self.confirm.setAccessibleName(self.tr("Confirm: {name}").format(name=self.title))
        self.confirm.clicked.connect(self._decide)
        row.addWidget(self.confirm)
        self.treat = fields.button(self.tr("Treatment…"), "link")
        self.treat.setVisible(on)
        self.treat.setAccessibleName(self.tr("Treatment: {name}").format(name=self.title))
        self.treat.clicked.connect(lambda _on=False: self.treatment_wanted.emit(self.one.key))
        row.addWidget(self.treat)
        row.addStretch(1)
        return line

    def _decide(self, checked: bool) -> None:
        if checked:
            self.confirm_wanted.emit(self.one.key, self.one.standing.value)
        else:
            self.unconfirm_wanted.emit(self.one.key)
