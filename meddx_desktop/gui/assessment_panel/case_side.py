"""The whole case beside the film: its reader, its page, and what is done from there."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from meddx_desktop.core.domain.assessment import AlertKind
from meddx_desktop.core.domain.assessment_record import FirstAnswer
from meddx_desktop.core.domain.case import Case
from meddx_desktop.core.operations import assessment_confirm, assessment_first
from meddx_desktop.core.operations.assessment_first import Place
from meddx_desktop.gui.assessment_panel.case_page import CasePage
from meddx_desktop.gui.assessment_panel.film_cards import FilmCards
from meddx_desktop.gui.assessment_panel.reader import Assessed, AssessmentReader
from meddx_desktop.gui.case_session import CaseSession


class CaseSide(QObject):
    """Brings answers of the reader to the page, and words of the clinician to the case."""

    changed = Signal()
    """What could be said in one line of the case is another now."""
    confirmed = Signal(str)
    """A clinician confirmed a condition, by key: what can be done about it may be asked next."""
    unconfirmed = Signal(str)

    def __init__(self, session: CaseSession, films: FilmCards, panel: QWidget) -> None:
        super().__init__(panel)
        self._session, self._films = session, films
        self.page = CasePage(session)
        self.found: Assessed | None = None
        self._drawn: object = None
        self.reader = AssessmentReader(session, self)
        self.reader.read.connect(self._read)
        self.reader.refused.connect(self._refused)
        self.reader.began.connect(self.page.tell_renewing)
        self.reader.emptied.connect(self._forget)
        self.page.confirm_wanted.connect(self._confirm)
        self.page.unconfirm_wanted.connect(self._unconfirm)
        self.page.lock_wanted.connect(self._lock)
        self.page.waive_wanted.connect(self._waive)
        session.case_changed.connect(self.draw)
        session.app.settings.on_change(self._setting_changed)

    @property
    def alerts(self) -> tuple[tuple[AlertKind, int], ...]:
        """How many alerts of each kind stand above the ranking."""
        alerts = self.found.assessment.alerts if self.found else ()
        kinds = dict.fromkeys(one.kind for one in alerts)
        return tuple((kind, sum(one.kind is kind for one in alerts)) for kind in kinds)

    def draw(self) -> None:
        """Draw the newest answer, unless everything of it stands there already."""
        case, found = self._session.case, self.found
        if case is None or found is None:
            return
        barred = self._films.barred(case)
        drawn = (
            *(id(found), barred, self._session.is_blind),
            *(case.condition_words, case.first_impressions),
            assessment_first.asked(case),
        )
        if drawn != self._drawn:
            self._drawn = drawn
            renewing = self.page.renewing.isHidden()
            self.page.show_read(found, case, barred=barred)
            self.page.renewing.setHidden(renewing)

    def _read(self, found: Assessed) -> None:
        self.found = found
        self.draw()
        self.page.renewing.hide()
        self.changed.emit()

    def _refused(self, error: object) -> None:
        self.found = self._drawn = None
        self.page.show_refused(error)  # type: ignore[arg-type]
        self.changed.emit()

    def _forget(self) -> None:
        self.found = self._drawn = None
        self.page.clear()
        self.changed.emit()

    def _setting_changed(self, key: str, _value: object) -> None:
        if key == assessment_first.SETTING:
            self._session.case_changed.emit()
            self._session.worklist_changed.emit()

    def _confirm(self, key: str, standing: str) -> None:
        if self._session.do(assessment_confirm.confirm, key, standing=standing):
            self.confirmed.emit(key)

    def _unconfirm(self, key: str) -> None:
        if self._session.do(assessment_confirm.unconfirm, key):
            self.unconfirmed.emit(key)

    def _lock(
        self, conditions: tuple[str, ...], words: str, answers: dict[Place, FirstAnswer]
    ) -> None:
        self._session.do(assessment_first.lock, conditions=conditions, words=words, answers=answers)

    def _waive(self) -> None:
        self._session.do(assessment_first.waive)


def holds_more_than_films(case: Case) -> bool:
    """Whether there is something to assess beside what models see."""
    return bool(case.note.strip() or case.labs or case.lab_imports)
