"""Where a click on evidence lands: the words, the row, the field, the film it rests on."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from meddx_desktop.core.domain.assessment import Origin, Place
from meddx_desktop.gui.case_session import CaseSession

if TYPE_CHECKING:
    from meddx_desktop.gui.main_window import MainWindow

_FIELDS = {
    "temperature": "temperature_c",
    "heart_rate": "pulse",
    "spo2": "spo2_percent",
    "bp_systolic": "systolic",
    "bp_diastolic": "diastolic",
    "bmi": "weight_kg",
}
"""Vital signs of the assessment, where the strip calls them otherwise."""
_ANY_FINDING = "film"
"""A film as a whole, of which nothing can be said."""


class Landing(QObject):
    """One method: show a place of the open case, in the tab that holds it."""

    def __init__(self, window: "MainWindow", session: CaseSession) -> None:
        super().__init__(window)
        self._window, self._session = window, session
        window.assessment.place_wanted.connect(self.go)
        reader = window.assessment.case_side.reader
        reader.broken.connect(window.tell_error)
        reader.check()
        window.assessment.site_wanted.connect(window.records.assessment_site)

    def go(self, place: Place) -> None:
        """Show the place; the tab changes, the case never does."""
        if self._session.case is None:
            return
        {
            Origin.NOTE: self._note,
            Origin.LABORATORY: self._laboratory,
            Origin.CALCULATOR: self._calculator,
            Origin.VITAL: self._vital,
            Origin.PATIENT: lambda _place: self._window.banner.point(),
            Origin.FILM: self._film,
        }[place.origin](place)

    def _note(self, place: Place) -> None:
        case, span = self._session.case, place.span
        if case is None or span is None:
            return
        if span.end <= span.start:  # the vitals strip stands behind the last word
            self._vital(place)
            return
        self._window.tabs.setCurrentWidget(self._window.notes)
        self._window.notes.page.reveal(case.note, span)

    def _laboratory(self, place: Place) -> None:
        labs = self._window.labs
        self._window.tabs.setCurrentWidget(labs)
        labs.show_page(labs.results)
        if place.row is not None:
            labs.results.reveal(place.row)

    def _calculator(self, place: Place) -> None:
        labs = self._window.labs
        self._window.tabs.setCurrentWidget(labs)
        labs.show_page(labs.calculators)
        labs.calculators.reveal(place.name)

    def _vital(self, place: Place) -> None:
        self._window.vitals.show_field(_FIELDS.get(place.name, place.name))

    def _film(self, place: Place) -> None:
        self._window.tabs.setCurrentWidget(self._window.image)
        if place.film is not None:
            self._session.select_film(*place.film)
        if place.name != _ANY_FINDING:
            self._session.select_finding(place.name)
        self._window.image.take_focus()
