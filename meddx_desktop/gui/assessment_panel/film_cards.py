"""What the models said of the film that is looked at, as widgets from top to bottom."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from meddx_desktop.core.domain.case import Case
from meddx_desktop.core.domain.finding import Decision, Finding, Screening
from meddx_desktop.core.domain.people import Action
from meddx_desktop.core.operations import assessment_first
from meddx_desktop.gui import labels
from meddx_desktop.gui.assessment_panel import word_history
from meddx_desktop.gui.assessment_panel.case_record import CaseRecord
from meddx_desktop.gui.assessment_panel.corrected_line import CorrectedLine
from meddx_desktop.gui.assessment_panel.finding_card import FindingCard
from meddx_desktop.gui.assessment_panel.parts import padded, reason_line, refusal
from meddx_desktop.gui.case_session import CaseSession
from meddx_desktop.gui.ranking import is_validated, ranked
from meddx_desktop.gui.widgets import fields


class FilmCards(QObject):
    """Makes the parts anew for each state of the case; comments not yet decided on survive."""

    decided = Signal()
    """By mouse: the keys belong to the film again."""
    undo_wanted = Signal(str)
    edit_wanted = Signal(str, str)
    first_wanted = Signal()
    """The own reading that results wait for."""

    def __init__(self, session: CaseSession, panel: QWidget) -> None:
        super().__init__(panel)
        self._session, self._panel = session, panel
        self._record = CaseRecord(self)
        self._drafts: dict[tuple[str, int, str], str] = {}
        self.cards: list[FindingCard] = []

    def said(self) -> list[Screening]:
        """What the models said about the frame that is looked at."""
        film = self._session.film
        said = (film.screenings or ()) if film else ()
        return [screening for screening in said if screening.frame == self._session.frame]

    def shown_findings(self) -> list[tuple[Screening, Finding]]:
        """Findings that may be seen now: some wait for the reader's own answer."""
        found = ranked(self.said())
        if not self._session.is_blind:
            return found
        return [one for one in found if not assessment_first.is_hidden(one[1])]

    def keep_drafts(self) -> None:
        """Comments typed before their decision survive a redraw."""
        for card in self.cards:
            if not card.on_trial:
                self._drafts[card.place] = card.draft

    def barred(self, case: Case) -> str:
        """Why nobody can decide now; empty where somebody can."""
        if not self._session.may(Action.DECIDE):
            return self.tr("A clinician decides")
        return self.tr("Signed; reopen the case to change it") if case.is_signed else ""

    def parts(self, case: Case) -> list[QWidget]:
        """Record and alarms of the case, then the film: refusals, findings, the review."""
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

    def mark(self) -> None:
        """Set off the card whose heat map is shown."""
        for card in self.cards:
            card.set_selected(card.has_map and card.finding.name == self._session.finding)

    def _of_screenings(self, case: Case) -> list[QWidget]:
        parts: list[QWidget] = []
        for screening in self.said():
            if not screening.gate.accepted:
                parts.append(refusal())
                parts += [reason_line(reason, "warning") for reason in screening.gate.reasons]
        shown = self.shown_findings()
        if len(shown) < len(ranked(self.said())):
            parts.append(self._waits())
        for screening, finding in shown:
            parts.append(self._card(case, screening, finding))
        if not all(card.on_trial for card in self.cards):
            parts.append(self._review(case))
        return parts

    def _waits(self) -> QWidget:
        """Hidden must never look negative: it says that something is there, and not what."""
        words = self.tr("Scored. What the models say is shown after your own reading.")
        link = fields.button(self.tr("Read first"), "decision", "eye-off")
        link.clicked.connect(lambda _on=False: self.first_wanted.emit())
        made = padded(fields.sign("eye-off", words, "accent"))
        layout = made.layout()
        if layout is not None:
            layout.addWidget(link)
            layout.setAlignment(link, Qt.AlignmentFlag.AlignLeft)
        return made

    def _card(self, case: Case, screening: Screening, finding: Finding) -> FindingCard:
        place = (screening.instance.sop_instance_uid, screening.frame, finding.name)
        # A finding of that name may come from a validated model too: words and map are that one's.
        words = () if (trial := screening.on_trial) else case.words_on(*place)
        card = FindingCard(
            finding,
            screening.model,
            words,
            decision=word_history.own(case, words, self._session.app.access.user),
            barred=self.barred(case),
            on_trial=trial,
        )
        card.place = place
        if not trial:
            card.draft = card.draft or self._drafts.pop(card.place, "")
        card.has_map = not trial or not is_validated(self.said(), finding.name)
        card.chosen.connect(self._choose)
        card.decided.connect(self._decide)
        card.withdrawn.connect(lambda name: self._decide(name, Decision.WITHDRAWN, ""))
        card.edit_wanted.connect(self.edit_wanted)
        self.cards.append(card)
        return card

    def _review(self, case: Case) -> QWidget:
        asked = [card.place for card in self.cards if not card.on_trial]
        if any(case.decision_on(*place) is None for place in asked):
            return padded(fields.sign("eye", labels.safety("unreviewed"), "warning"))
        words = self.tr("Every finding of this film has a clinician's word.")
        return padded(fields.sign("circle-check", words, "good"))

    def _choose(self, name: str) -> None:
        """The card of the shown heat map, clicked again, puts the map away."""
        self._session.select_finding("" if self._session.finding == name else name)

    def _decide(self, finding: str, decision: Decision, comment: str) -> None:
        """The focus stays on the card it was in; after a click the keys serve the film."""
        focus = self._panel.window().focusWidget()
        held = next((c.place for c in self.cards if focus is c or c.isAncestorOf(focus)), None)
        self._session.decide(finding, decision, comment)
        for card in self.cards:
            if card.place == held:
                card.setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(focus, QPushButton):
            self.decided.emit()
