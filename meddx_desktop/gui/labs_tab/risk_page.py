"""The page of risk models: one line while all are off, else an answer of each that is on."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from meddx_desktop.core.domain.risk import Given, RiskResult
from meddx_desktop.core.operations import labs, risks
from meddx_desktop.core.operations.risks import Entry
from meddx_desktop.gui import labels, theme
from meddx_desktop.gui.case_session import CaseSession
from meddx_desktop.gui.labs_tab.asker import Asker
from meddx_desktop.gui.labs_tab.risk_card import RiskCard
from meddx_desktop.gui.labs_tab.why_panel import Page
from meddx_desktop.gui.widgets import fields

Answers = tuple[tuple[Entry, ...], tuple[RiskResult, ...], dict[str, Mapping[str, Any]]]
"""Models that are on, their answers, and the trees that some of them have, by name."""


class RiskPage(QScrollArea):
    """Asked when somebody looks; nothing of it is kept, nor what is entered here."""

    def __init__(self, session: CaseSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._stale = True
        self._given: dict[str, Given] = {}
        self.cards: list[RiskCard] = []
        self.words = ""
        self.asker = Asker(session, self, self._ask)
        self.asker.answered.connect(self._take)
        self.asker.problem.connect(session.problem)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Risk models"))
        session.case_opened.connect(self._forget)
        self._begin()

    def refresh(self) -> None:
        """The results or the patient changed."""
        self._stale = True
        if self.isVisible():
            self.showEvent(None)

    def showEvent(self, _event: object) -> None:
        """Ask what was not asked yet."""
        if self._stale and self._session.case is not None:
            self._stale = False
            self.asker.soon()

    def _ask(self, case_id: str) -> Answers:
        app = self._session.app
        on = tuple(one for one in risks.listed(app) if one.on)
        if not on:
            return (), (), {}
        found = labs.risk_answers(app, case_id, tuple(self._given.values()))
        trees = {one.name: risks.twin(app, one.name) for one in on if one.risk.twin}
        return on, found, trees

    def _take_given(self, name: str, given: Given | None) -> None:
        kept = {key: value for key, value in self._given.items() if key != name}
        self._given = kept if given is None else {**kept, name: given}
        self.asker.soon()

    def _forget(self) -> None:
        self._given = {}
        self._begin()
        self.refresh()

    def _begin(self) -> None:
        inner = Page()
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(0, theme.unit(), theme.unit(2), theme.unit())
        self._column.setSpacing(theme.unit(2))
        self.cards = []
        self.setWidget(inner)

    def _take(self, answers: Answers) -> None:
        entries, found, trees = answers
        seen = self.verticalScrollBar().value()
        self._begin()
        if not entries:
            self.words = self.tr(
                "Risk models are off. The owner of this computer switches each on, after reading "
                "what it was made from."
            )
            self._column.addWidget(fields.sign("info", self.words, "text"))
        else:
            self.words = self.tr(
                "{standing} These answers enter no assessment and no patient's sheet."
            ).format(standing=labels.safety("score"))
            self._column.addWidget(fields.sign("triangle-alert", self.words, "warning"))
        by_name = {one.name: one for one in entries}
        answered = sorted(found, key=lambda one: one.score is None and not one.curve)
        for answer in answered:
            name = answer.model.name
            if name in by_name:
                card = RiskCard(by_name[name], answer, self._given, trees.get(name, {}))
                card.given.connect(self._take_given)
                self.cards.append(card)
                self._column.addWidget(card)
        self._column.addStretch(1)
        QTimer.singleShot(0, self, lambda: self.verticalScrollBar().setValue(seen))
