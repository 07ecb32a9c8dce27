"""The assessment: the whole case on one page, the findings of the selected film on the other."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from meddx_desktop.core.domain.case import Case
from meddx_desktop.gui import labels, theme
from meddx_desktop.gui.assessment_panel import parts as pieces
from meddx_desktop.gui.assessment_panel.case_foot import CaseFoot
from meddx_desktop.gui.assessment_panel.case_side import CaseSide, holds_more_than_films
from meddx_desktop.gui.assessment_panel.critical_strip import CriticalStrip
from meddx_desktop.gui.assessment_panel.film_cards import FilmCards
from meddx_desktop.gui.assessment_panel.finding_card import FindingCard
from meddx_desktop.gui.assessment_panel.pages_bar import CASE, FILM, PagesBar
from meddx_desktop.gui.assessment_panel.parts import Foot
from meddx_desktop.gui.assessment_panel.rail import AssessmentRail
from meddx_desktop.gui.case_session import CaseSession
from meddx_desktop.gui.widgets import fields

_SHARE = 0.3
"""How much of the height the lines at the bottom may take."""
_FINDINGS = 0.42
"""How much of the height the findings are given before anything else."""
_CASE_STEPS = 24
"""Height, in steps of the grid, that the page of the case is given where there is room."""

_TIGHT = 52
"""Below this height, in steps of the grid, the page of the case keeps the room for itself."""


class AssessmentPanel(QFrame):
    """What note, results and films of the open case say, and the clinician's word on it."""

    fold_wanted = Signal()
    decided = Signal()
    """By mouse: the keys belong to the film again."""
    undo_wanted = Signal(str)
    """A film's UID: its correction is to be undone."""
    edit_wanted = Signal(str, str)
    """A finding, and the clinician's own words on it so far."""
    place_wanted = Signal(object)
    """A `Place` of the evidence is to be shown."""
    site_wanted = Signal()
    """What assessments rest on at this site."""
    confirmed = Signal(str)
    """A clinician confirmed a condition, by key: the way to its treatment."""
    unconfirmed = Signal(str)

    def __init__(self, session: CaseSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "surface")
        self._session = session
        self._folded = False
        self._by_hand = False
        """Whether the page was chosen by hand since the case was opened."""
        self._shown: tuple[object, ...] | None = None
        self._which = fields.ElidedLabel("", "small", Qt.TextElideMode.ElideMiddle)
        self._which.setContentsMargins(theme.unit(2), 0, theme.unit(2), 0)
        self._films = FilmCards(session, self)
        self.case_side = CaseSide(session, self._films, self)
        self._scroll, self._case_scroll = _scroll_area(), _scroll_area()
        self._missed_below = fields.text(wrap=True)
        self._below = pieces.not_assessed(self.tr("Not looked for"), self._missed_below)
        self._case_scroll.setWidget(_below_each_other(self.case_side.page, self._below))
        self._stack = QStackedWidget()
        empty = fields.EmptyState(
            "stethoscope", self.tr("Nothing to assess"), self.tr("Open a case to see its findings.")
        )
        for page in (empty, self._scroll, self._case_scroll):
            self._stack.addWidget(page)
        self._stack.setMinimumHeight(theme.unit(4))
        self._head = self._make_head()
        self._rail = AssessmentRail()
        self._rail.hide()
        self.pages = PagesBar()
        self.criticals = CriticalStrip(session)
        self.case_foot = CaseFoot(session)
        self._alarm = Foot(self.criticals, "criticalArea")
        self._missed = fields.text(wrap=True)
        self._pinned = pieces.not_assessed(self.tr("Not looked for"), self._missed)
        self._foot = Foot(self._pinned, "notAssessedArea")
        self._arrange()
        self._connect()
        self.rebuild()

    @property
    def cards(self) -> list[FindingCard]:
        """The findings of the film that is looked at."""
        return self._films.cards

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.unit(1.5), 0, 0)
        column.setSpacing(theme.unit())
        for part in (self._head, self._alarm, self.pages, self._which):
            column.addWidget(part)
        column.addWidget(self._stack, 1)
        column.addWidget(self._foot)
        column.addWidget(self.case_foot)
        column.addWidget(self._rail, 1)

    def _connect(self) -> None:
        session, films, side = self._session, self._films, self.case_side
        self._rail.unfold_wanted.connect(self.fold_wanted)
        for foot in (self._alarm, self._foot):
            foot.needs_fit.connect(self._fit_foot)
        films.decided.connect(self.decided)
        films.undo_wanted.connect(self.undo_wanted)
        films.edit_wanted.connect(self.edit_wanted)
        films.first_wanted.connect(lambda: self.show_page(CASE))
        side.page.place_wanted.connect(self.place_wanted)
        side.page.site_wanted.connect(self.site_wanted)
        side.confirmed.connect(self.confirmed)
        side.unconfirmed.connect(self.unconfirmed)
        side.changed.connect(self._tell_alerts)
        self.pages.chosen.connect(self.show_page)
        session.case_opened.connect(self._opened)
        session.case_changed.connect(self.rebuild)
        session.film_selected.connect(self.rebuild)
        session.finding_selected.connect(films.mark)

    def show_page(self, name: str) -> None:
        """The whole case, or the film; by hand it stays so while the case is open."""
        self._by_hand = True
        self._turn_to(name)

    def _turn_to(self, name: str) -> None:
        self.pages.show_page(name)
        if self._session.case is not None:
            self._stack.setCurrentIndex(2 if name == CASE else 1)
        self._show_foot()
        self._say_which(self._session.case)

    def set_folded(self, folded: bool) -> None:
        """Signs and scores only, or everything."""
        self._folded = folded
        self._head.setHidden(folded)
        self._stack.setHidden(folded)
        self._rail.setVisible(folded)
        self._show_foot()
        self._say_which(self._session.case)

    def _opened(self) -> None:
        self._by_hand = False
        self.rebuild()

    def rebuild(self) -> None:
        """Draw the panel anew from the open case, unless what it shows has not changed."""
        case = self._session.case
        if not self._by_hand and case is not None:
            # A film alone is read as a film; with words or results the case comes first.
            wanted = CASE if holds_more_than_films(case) or not case.films else FILM
            if wanted != self.pages.page:
                self._turn_to(wanted)
        self._say_which(case)
        shown = self._shown_now(case)
        if shown == self._shown:
            return
        self._films.keep_drafts()
        self._shown = shown
        self._films.cards = []
        self._tell_alerts()
        self.case_side.page.show_record(case)
        self._show_foot()
        self._stack.setCurrentIndex(0 if case is None else 2 if self.pages.page == CASE else 1)
        if case is None:
            return
        at = self._scroll.verticalScrollBar().value()
        inside = QWidget()
        inside.setAutoFillBackground(False)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, theme.unit(2))
        column.setSpacing(theme.unit(1.5))
        for part in self._films.parts(case):
            column.addWidget(part)
        column.addStretch(1)
        old = self._scroll.takeWidget()
        self._scroll.setWidget(inside)
        if old is not None:
            # The click that led here may come from inside: it must outlive its own handler.
            old.deleteLater()
        self._scroll.verticalScrollBar().setValue(at)
        self._films.mark()
        self._fit_foot()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The lines at the bottom break anew."""
        super().resizeEvent(event)
        self._show_foot()

    @property
    def _is_tight(self) -> bool:
        """Whether danger signs would have a line only, between parts that scroll on their own."""
        return self.pages.page == CASE and self.height() < theme.unit(_TIGHT)

    def _fit_foot(self) -> None:
        # An alarm takes its room from what was not looked for, never from the next step.
        alarmed = self._alarm.isVisibleTo(self)
        self._alarm.fit(round(self.height() * _SHARE))
        narrow = alarmed or self.pages.page == CASE
        self._foot.fit(round(self.height() * (_SHARE / 2 if narrow else _SHARE)))
        for part, steps in ((self._alarm, 12), (self._foot, 4)):
            part.setMinimumHeight(min(part.maximumHeight(), theme.unit(steps)))
            part.updateGeometry()
        self.case_foot.fit(round(self.height() * _SHARE * 0.8), is_tight=self._is_tight)
        # Whatever is said above and below, the first finding can be decided on.
        needed = max((card.height_to_decide for card in self.cards[:1]), default=0)
        if self.pages.page == CASE:
            needed = theme.unit(_CASE_STEPS)
        others = (self._head, self._alarm, self.pages, self._which, self._foot, self.case_foot)
        most = min(round(self.height() * _FINDINGS), self.height() - pieces.lowest(self, others))
        self._stack.setMinimumHeight(max(theme.unit(4), min(needed, most)))

    def _show_foot(self) -> None:
        """What was not looked for stays in sight, however many findings there are."""
        film, said = self._session.film, self._films.said()
        missed = dict.fromkeys(name for s in said for name in s.not_assessed)
        listed = labels.listed(labels.label(f"finding.{name}") for name in missed)
        for line in (self._missed, self._missed_below):
            line.setText(listed or self.tr("Everything else a film can show."))
        case, shown = self._session.case, not self._folded
        self._foot.setVisible(film is not None and shown and not self._is_tight)
        self._below.setVisible(film is not None and self._is_tight)
        self.case_foot.setVisible(case is not None and shown)
        self.pages.setVisible(case is not None and shown)
        self._alarm.setVisible(case is not None and case.has_open_critical and shown)
        self._fit_foot()

    def _tell_alerts(self) -> None:
        """Danger signs stand on either page, and on the rail."""
        alerts = self.case_side.alerts
        self.pages.show_alerts(alerts)
        findings = [finding for _, finding in self._films.shown_findings()]
        session = self._session
        self._rail.show_film(
            session.case, session.film, findings, alerts, is_blind=session.is_blind
        )

    def _make_head(self) -> QWidget:
        fold = fields.tool("chevron-right", self.tr("Fold the assessment"), "F10")
        fold.clicked.connect(self.fold_wanted)
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(theme.unit(2), 0, theme.unit(), 0)
        row.addWidget(fields.text(self.tr("Assessment"), "caption"), 1)
        row.addWidget(fold)
        return made

    def _shown_now(self, case: Case | None) -> tuple[object, ...]:
        if case is None:
            return ()
        record = (case.state, case.signatures, case.addenda, case.criticals)
        film = (self._session.film, self._session.frame)
        reader = (self._films.barred(case), self._session.app.access.user, self._session.is_blind)
        return (case.case_id, case.alerts, case.decisions, *film, *record, *reader)

    def _say_which(self, case: Case | None) -> None:
        """Name the film that the findings belong to, where there are several."""
        uids = [film.instance.sop_instance_uid for film in case.films] if case else []
        film = self._session.film
        several = film is not None and len(uids) > 1 and self.pages.page == FILM
        self._which.setVisible(several and not self._folded)
        if several and film is not None:
            self._which.setText(
                self.tr("Film {number} of {count}: {name}").format(
                    number=uids.index(self._session.film_uid) + 1,
                    count=len(uids),
                    name=labels.film(film.instance),
                )
            )


def _below_each_other(*parts: QWidget) -> QWidget:
    made = QWidget()
    made.setAutoFillBackground(False)
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    for part in parts:
        column.addWidget(part)
    column.addStretch(1)
    return made


def _scroll_area() -> QScrollArea:
    made = QScrollArea()
    made.setWidgetResizable(True)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    made.viewport().setAutoFillBackground(False)
    return made
