"""Findings of the selected film, ranked; alarms of the case first, then why there is no score."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from meddx_desktop.core.domain.case import Case
from meddx_desktop.core.domain.finding import Decision, Finding, Screening
from meddx_desktop.core.domain.people import Action
from meddx_desktop.gui import labels, theme
from meddx_desktop.gui.assessment_panel import parts as pieces
from meddx_desktop.gui.assessment_panel import word_history
from meddx_desktop.gui.assessment_panel.case_foot import CaseFoot
from meddx_desktop.gui.assessment_panel.case_record import CaseRecord
from meddx_desktop.gui.assessment_panel.corrected_line import CorrectedLine
from meddx_desktop.gui.assessment_panel.critical_strip import CriticalStrip
from meddx_desktop.gui.assessment_panel.finding_card import FindingCard
from meddx_desktop.gui.assessment_panel.parts import Foot, padded, reason_line, refusal
from meddx_desktop.gui.assessment_panel.rail import AssessmentRail
from meddx_desktop.gui.case_session import CaseSession
from meddx_desktop.gui.ranking import is_validated, ranked
from meddx_desktop.gui.widgets import fields

_SHARE = 0.3
"""How much of the height the lines at the bottom may take."""
_FINDINGS = 0.42
"""How much of the height the findings are given before anything else."""


class AssessmentPanel(QFrame):
    """What the models said about the film that is looked at."""

    fold_wanted = Signal()
    decided = Signal()
    """By mouse: the keys belong to the film again."""
    undo_wanted = Signal(str)
    """A film's UID: its correction is to be undone."""
    edit_wanted = Signal(str, str)
    """A finding, and the clinician's own words on it so far."""

    def __init__(self, session: CaseSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "surface")
        self._session = session
        self._folded = False
        self._which = fields.ElidedLabel("", "small", Qt.TextElideMode.ElideMiddle)
        self._which.setContentsMargins(theme.unit(2), 0, theme.unit(2), 0)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.viewport().setAutoFillBackground(False)
        self.cards: list[FindingCard] = []
        self._drafts: dict[tuple[str, int, str], str] = {}
        self._shown: tuple[object, ...] | None = None
        self._stack = QStackedWidget()
        empty = fields.EmptyState(
            "stethoscope", self.tr("Nothing to assess"), self.tr("Open a case to see its findings.")
        )
        self._stack.addWidget(empty)
        self._stack.setMinimumHeight(theme.unit(4))
        self._stack.addWidget(self._scroll)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.unit(1.5), 0, 0)
        column.setSpacing(theme.unit())
        self._head = self._make_head()
        self._rail = AssessmentRail()
        self._rail.unfold_wanted.connect(self.fold_wanted)
        self._rail.hide()
        self.criticals = CriticalStrip(session)
        self.case_foot = CaseFoot(session)
        self._record = CaseRecord(self)
        column.addWidget(self._head)
        self._alarm = Foot(self.criticals, "criticalArea")
        self._alarm.needs_fit.connect(self._fit_foot)
        column.addWidget(self._alarm)
        column.addWidget(self._which)
        self._missed = fields.text(wrap=True)
        self._pinned = pieces.not_assessed(self.tr("Not looked for"), self._missed)
        self._foot = Foot(self._pinned, "notAssessedArea")
        self._foot.needs_fit.connect(self._fit_foot)
        column.addWidget(self._stack, 1)
        column.addWidget(self._foot)
        column.addWidget(self.case_foot)
        column.addWidget(self._rail, 1)
        session.case_opened.connect(self.rebuild)
        session.case_changed.connect(self.rebuild)
        session.film_selected.connect(self.rebuild)
        session.finding_selected.connect(self._mark)
        self.rebuild()

    def set_folded(self, folded: bool) -> None:
        """Signs and scores only, or everything."""
        self._folded = folded
        self._head.setHidden(folded)
        self._stack.setHidden(folded)
        self._rail.setVisible(folded)
        self._show_foot()
        self._say_which(self._session.case)

    def rebuild(self) -> None:
        """Draw the panel anew from the open case, unless what it shows has not changed."""
        case = self._session.case
        self._say_which(case)
        shown = self._shown_now(case)
        if shown == self._shown:
            return
        self._keep_drafts()
        self._shown = shown
        self.cards = []
        shown_findings = [finding for _, finding in ranked(self._said())]
        self._rail.show_film(case, self._session.film, shown_findings)
        self._show_foot()
        self._stack.setCurrentIndex(0 if case is None else 1)
        if case is None:
            return
        at = self._scroll.verticalScrollBar().value()
        inside = QWidget()
        inside.setAutoFillBackground(False)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, theme.unit(2))
        column.setSpacing(theme.unit(1.5))
        for part in self._parts(case):
            column.addWidget(part)
        column.addStretch(1)
        old = self._scroll.takeWidget()
        self._scroll.setWidget(inside)
        if old is not None:
            # The click that led here may come from inside: it must outlive its own handler.
            old.deleteLater()
        self._scroll.verticalScrollBar().setValue(at)
        self._mark()
        self._fit_foot()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The lines at the bottom break anew."""
        super().resizeEvent(event)
        self._fit_foot()

    def _fit_foot(self) -> None:
        # An alarm takes its room from what was not looked for, never from the next step.
        alarmed = self._alarm.isVisibleTo(self)
        self._alarm.fit(round(self.height() * _SHARE))
        self._foot.fit(round(self.height() * (_SHARE / 2 if alarmed else _SHARE)))
        for part, steps in ((self._alarm, 12), (self._foot, 4)):
            part.setMinimumHeight(min(part.maximumHeight(), theme.unit(steps)))
            part.updateGeometry()
        self.case_foot.fit(round(self.height() * _SHARE * 0.8))
        # Whatever is said above and below, the first finding can be decided on.
        needed = max((card.height_to_decide for card in self.cards[:1]), default=0)
        others = (self._head, self._alarm, self._which, self._foot, self.case_foot)
        most = min(round(self.height() * _FINDINGS), self.height() - pieces.lowest(self, others))
        self._stack.setMinimumHeight(max(theme.unit(4), min(needed, most)))

    def _show_foot(self) -> None:
        """What was not looked for stays in sight, however many findings there are."""
        film, said = self._session.film, self._said()
        missed = dict.fromkeys(name for s in said for name in s.not_assessed)
        listed = labels.listed(labels.label(f"finding.{name}") for name in missed)
        self._missed.setText(listed or self.tr("Everything else a film can show."))
        self._foot.setVisible(film is not None and not self._folded)
        self.case_foot.setVisible(self._session.case is not None and not self._folded)
        case, shown = self._session.case, not self._folded
        self._alarm.setVisible(case is not None and case.has_open_critical and shown)
        self._fit_foot()

    def _make_head(self) -> QWidget:
        fold = fields.tool("chevron-right", self.tr("Fold the assessment"), "F10")
        fold.clicked.connect(self.fold_wanted)
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(theme.unit(2), 0, theme.unit(), 0)
        row.addWidget(fields.text(self.tr("Assessment"), "caption"), 1)
        row.addWidget(fold)
        return made

    def _said(self) -> list[Screening]:
        """What the models said about the frame that is looked at."""
        film = self._session.film
        said = (film.screenings or ()) if film else ()
        return [screening for screening in said if screening.frame == self._session.frame]

    def _shown_now(self, case: Case | None) -> tuple[object, ...]:
        if case is None:
            return ()
        record = (case.state, case.signatures, case.addenda, case.criticals)
        film = (self._session.film, self._session.frame)
        reader = (self._barred(case), self._session.app.access.user)
        return (case.case_id, case.alerts, case.decisions, *film, *record, *reader)

    def _keep_drafts(self) -> None:
        """Comments typed before their decision survive a redraw."""
        for card in self.cards:
            if not card.on_trial:
                self._drafts[card.place] = card.draft

    def _parts(self, case: Case) -> list[QWidget]:
        parts = self._record.parts(case, (self._session.film_uid, self._session.frame))
        parts += [reason_line(alert, "danger") for alert in case.alerts]
        film = self._session.film
        if film is None:
            return [*parts, padded(fields.text(self.tr("This case holds no film."), "muted"))]
        if film.correction is not None:
            parts.append(CorrectedLine(film.correction, self._session, self.undo_wanted))
        if film.error is not None:
            parts += [refusal(), reason_line(film.error, "warning")]
        elif film.screenings is None:
            words = self.tr("The film waits for its score.")
            parts.append(padded(fields.sign("clock", words, "muted")))
        parts += self._of_screenings(case)
        return parts

    def _of_screenings(self, case: Case) -> list[QWidget]:
        screenings = self._said()
        parts: list[QWidget] = []
        for screening in screenings:
            if not screening.gate.accepted:
                parts.append(refusal())
                parts += [reason_line(reason, "warning") for reason in screening.gate.reasons]
        for screening, finding in ranked(screenings):
            parts.append(self._card(case, screening, finding))
        if not all(card.on_trial for card in self.cards):
            parts.append(self._review(case))
        return parts

    def _card(self, case: Case, screening: Screening, finding: Finding) -> FindingCard:
        place = (screening.instance.sop_instance_uid, screening.frame, finding.name)
        # A finding of that name may come from a validated model too: words and map are that one's.
        words = () if (trial := screening.on_trial) else case.words_on(*place)
        card = FindingCard(
            finding,
            screening.model,
            words,
            decision=word_history.own(case, words, self._session.app.access.user),
            barred=self._barred(case),
            on_trial=trial,
        )
        card.place = place
        if not trial:
            card.draft = card.draft or self._drafts.pop(card.place, "")
        card.has_map = not trial or not is_validated(self._said(), finding.name)
        card.chosen.connect(self._choose)
        card.decided.connect(self._decide)
        card.withdrawn.connect(lambda name: self._decide(name, Decision.WITHDRAWN, ""))
        card.edit_wanted.connect(self.edit_wanted)
        self.cards.append(card)
        return card

    def _barred(self, case: Case) -> str:
        """Why nobody can decide now; empty where somebody can."""
        if not self._session.may(Action.DECIDE):
            return self.tr("A clinician decides")
        return self.tr("Signed; reopen the case to change it") if case.is_signed else ""

    def _review(self, case: Case) -> QWidget:
        asked = [card.place for card in self.cards if not card.on_trial]
        if any(case.decision_on(*place) is None for place in asked):
            return padded(fields.sign("eye", labels.safety("unreviewed"), "warning"))
        words = self.tr("Every finding of this film has a clinician's word.")
        return padded(fields.sign("circle-check", words, "good"))

    def _say_which(self, case: Case | None) -> None:
        """Name the film that the findings belong to, where there are several."""
        uids = [film.instance.sop_instance_uid for film in case.films] if case else []
        film = self._session.film
        several = film is not None and len(uids) > 1
        self._which.setVisible(several and not self._folded)
        if several and film is not None:
            self._which.setText(
                self.tr("Film {number} of {count}: {name}").format(
                    number=uids.index(self._session.film_uid) + 1,
                    count=len(uids),
                    name=labels.film(film.instance),
                )
            )

    def _choose(self, name: str) -> None:
        """The card of the shown heat map, clicked again, puts the map away."""
        self._session.select_finding("" if self._session.finding == name else name)

    def _decide(self, finding: str, decision: Decision, comment: str) -> None:
        """The focus stays on the card it was in; after a click the keys serve the film."""
        focus = self.window().focusWidget()
        held = next((c.place for c in self.cards if focus is c or c.isAncestorOf(focus)), None)
        self._session.decide(finding, decision, comment)
        for card in self.cards:
            if card.place == held:
                card.setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(focus, QPushButton):
            self.decided.emit()

    def _mark(self) -> None:
        for card in self.cards:
            card.set_selected(card.has_map and card.finding.name == self._session.finding)
