"""Decides which heat map lies over the film: that of the selected finding, or none."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction

from meddx_desktop.core.domain.case import FilmEntry
from meddx_desktop.core.domain.finding import Region
from meddx_desktop.core.errors import MedDxError
from meddx_desktop.core.jobs import JobRunner
from meddx_desktop.core.operations import Application, images
from meddx_desktop.gui.case_session import CaseSession
from meddx_desktop.gui.image_tab.actions import set_tip
from meddx_desktop.gui.image_tab.film_loader import FilmKey
from meddx_desktop.gui.image_tab.heat_legend import HeatLegend
from meddx_desktop.gui.image_tab.q_image import image_of
from meddx_desktop.gui.image_tab.viewer import FilmViewer
from meddx_desktop.gui.ranking import findings_of

_SETTING = "heat_map_opacity"
_LONG_SIDE = 512
_STEP = 0.1


@dataclass(frozen=True, slots=True)
class Wanted:
    """One finding on one frame of one film, as screened."""

    key: FilmKey
    finding: str
    entry: FilmEntry


@dataclass(frozen=True, slots=True, eq=False)
class _Map:
    levels: NDArray[np.uint8]
    region: Region | None


class HeatControl(QObject):
    """Fetches the map in a worker and lays it over the film if it is still the one asked for."""

    status = Signal(str)
    problem = Signal(object)

    def __init__(
        self,
        session: CaseSession,
        runner: JobRunner,
        *,
        viewer: FilmViewer,
        legend: HeatLegend,
        action: QAction,
    ) -> None:
        super().__init__(viewer)
        self._session, self._runner = session, runner
        self._viewer, self._legend, self._action = viewer, legend, action
        self._tip = action.statusTip()
        self._wanted: Wanted | None = None
        self._switched_off = False
        self._said = False
        viewer.heat.opacity = session.app.settings.number(_SETTING)
        action.toggled.connect(self.update)
        action.triggered.connect(self._switched)
        legend.opacity_changed.connect(self.set_opacity)
        session.finding_selected.connect(self._selected)

    def update(self) -> None:
        """Draw, fetch or remove the map, whatever the selection now asks for."""
        self._offer()
        wanted = self._asked() if self._action.isChecked() else None
        if wanted is not None and wanted == self._wanted:
            return
        self._wanted = wanted
        self._viewer.heat.clear()
        self._legend.hide()
        self._viewer.update()
        self._say("")
        if wanted is not None:
            app, asked = self._session.app, wanted
            self._runner.submit(
                self.tr("Heat map"),
                lambda _context: _fetch(app, asked),
                on_result=lambda found: self._arrived(asked, found),
                on_error=lambda error: self._refused(asked, error),
            )

    def _offer(self) -> None:
        """A film without a score has no map: the button is off, and says so."""
        scored = bool(findings_of(self._session.film, self._session.frame))
        is_blind = self._session.is_blind
        self._action.setEnabled(scored and not is_blind)
        tip = self.tr("This film has no score, and so no heat map.")
        if is_blind:
            tip = self.tr("Shown after your own reading.")
        set_tip(self._action, self._tip if scored and not is_blind else tip)

    def forget(self) -> None:
        """The picture is gone, and its map with it."""
        self._wanted = None
        self._viewer.heat.clear()
        self._legend.hide()
        self._say("")

    def set_opacity(self, opacity: float) -> None:
        """How much the map covers; kept for the next start."""
        opacity = min(max(opacity, 0.0), 1.0)
        self._viewer.heat.opacity = opacity
        self._viewer.update()
        self._legend.show_opacity(opacity)
        try:
            self._session.app.settings.set(_SETTING, opacity)
        except MedDxError as error:
            self.problem.emit(error)

    def fainter(self) -> None:
        """One step less."""
        self.set_opacity(round(self._viewer.heat.opacity - _STEP, 2))

    def stronger(self) -> None:
        """One step more."""
        self.set_opacity(round(self._viewer.heat.opacity + _STEP, 2))

    def _asked(self) -> Wanted | None:
        """Only for the picture that is really on the screen, never for one on its way."""
        session, picture = self._session, self._viewer.picture
        case, entry = session.case, session.film
        if case is None or entry is None or picture is None or not session.finding:
            return None
        if session.is_blind:  # where a model looked tells what it saw
            return None
        key = FilmKey(case.case_id, session.film_uid, entry.instance.sha256, session.frame)
        if key != picture.key or not entry.screenings:
            return None
        return Wanted(key, session.finding, entry)

    def _selected(self) -> None:
        if self._session.finding and not self._switched_off:
            self._action.setChecked(True)
        self.update()

    def _switched(self, on: bool) -> None:
        """By hand: an off stays off until it is switched on by hand."""
        self._switched_off = not on
        if on and not self._session.finding:
            found = findings_of(self._session.film, self._session.frame)
            if found:
                self._session.select_finding(found[0].name)

    def _arrived(self, asked: Wanted, found: _Map | None) -> None:
        if asked != self._wanted:
            return
        if found is None:
            self._say(self.tr("There is no heat map for this finding."))
            return
        overlay = image_of(found.levels).copy()
        self._viewer.heat.show(overlay, found.region)
        self._legend.show_finding(asked.finding)
        self._viewer.update()

    def _say(self, words: str) -> None:
        """What was said of one finding or film goes with it."""
        if words or self._said:
            self._said = bool(words)
            self.status.emit(words)

    def _refused(self, asked: Wanted, error: MedDxError) -> None:
        if asked == self._wanted:
            self._wanted = None
            self.problem.emit(error)


def _fetch(app: Application, wanted: Wanted) -> _Map | None:
    """The map of a finding in film geometry, small; None where no model drew one."""
    instance = wanted.entry.instance
    share = min(1.0, _LONG_SIDE / max(instance.rows, instance.columns, 1))
    rows, columns = max(1, round(instance.rows * share)), max(1, round(instance.columns * share))
    for result in images.results_of(app, wanted.key.case_id, wanted.entry):
        if result.screening.frame != wanted.key.frame or wanted.finding not in result.heat_maps:
            continue
        levels = images.heat_overlay(result, wanted.finding, rows=rows, columns=columns)
        found = [f for f in result.screening.findings if f.name == wanted.finding]
        return _Map(np.ascontiguousarray(levels), found[0].region if found else None)
    return None
