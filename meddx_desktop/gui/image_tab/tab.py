"""The Image tab: shows the selected film of the open case, never another."""

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from meddx_desktop.core.domain.case import FilmEntry
from meddx_desktop.core.domain.finding import Reason
from meddx_desktop.core.errors import MedDxError
from meddx_desktop.core.jobs import JobRunner
from meddx_desktop.core.operations import corrections
from meddx_desktop.gui import corrected, labels, theme
from meddx_desktop.gui.case_session import CaseSession
from meddx_desktop.gui.image_tab.actions import ImageActions
from meddx_desktop.gui.image_tab.commands import Commands
from meddx_desktop.gui.image_tab.film_loader import FilmKey, FilmLoader, Picture
from meddx_desktop.gui.image_tab.film_strip import FilmStrip
from meddx_desktop.gui.image_tab.heat import HeatControl
from meddx_desktop.gui.image_tab.overlays import Overlays
from meddx_desktop.gui.image_tab.refusal import RefusalBand, screenings_of
from meddx_desktop.gui.image_tab.tool_bar import ImageToolBar
from meddx_desktop.gui.image_tab.view_state import ViewState
from meddx_desktop.gui.image_tab.viewer import FilmViewer
from meddx_desktop.gui.widgets import fields
from meddx_desktop.gui.widgets.short_area import ShortArea

_PATIENCE_MS = 150
"""How long opening may take before words say so: most films are there before."""

_BAND_SHARE = 0.4
"""How much of the height the refusal band may take."""


class ImageTab(QWidget):
    """Viewer, tools, refusal band and film strip for the session's selected film."""

    status = Signal(str)
    problem = Signal(object)
    """A `MedDxError` for the window's notice bar."""
    stated = Signal(object)
    """(SOP Instance UID, `Stated`): what the user typed for a film that lacks it."""
    fix_wanted = Signal(object)
    """(SOP Instance UID, `Correction`, frame): screen the film like that."""
    undo_wanted = Signal(str)
    """SOP Instance UID: screen the film as it is stored again."""
    open_wanted = Signal()
    watch_wanted = Signal()

    def __init__(
        self, session: CaseSession, runner: JobRunner, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("imageTab")
        self._session = session
        self.actions_ = ImageActions(self)
        self.viewer = FilmViewer()
        self.tool_bar = ImageToolBar(self.actions_)
        self.refusal = RefusalBand()
        self._band_area = ShortArea(self.refusal, "refusalArea")
        self.notes = fields.text(role="small", wrap=True)
        self.strip = FilmStrip(session.app, runner)
        self.loader = FilmLoader(session.app, runner, self)
        opacity = session.app.settings.number("heat_map_opacity")
        self.overlays = Overlays(self.viewer, opacity)
        self.commands = Commands(self.actions_, session, self.viewer, self.tool_bar)
        self.heat = HeatControl(
            session,
            runner,
            viewer=self.viewer,
            legend=self.overlays.legend,
            action=self.actions_["heat"],
        )
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._lay_out()
        self._connect()
        self._select()

    def actions_by_group(self) -> dict[str, list[QAction]]:
        """All commands under translated group names, for the window's menus."""
        return self.actions_.groups()

    def take_focus(self) -> None:
        """The film hears the keys; one that lacks only its age asks for it at once."""
        form = self.refusal.form
        asks = not self.refusal.isHidden() and not form.isHidden()
        (form.age if asks else self.viewer).setFocus(Qt.FocusReason.OtherFocusReason)

    def show_screenable(self, words: str) -> None:
        """What the installed models can screen, told while no film is open."""
        self._screenable.setText(words)
        self._screenable.setVisible(bool(words))

    def changeEvent(self, event: QEvent) -> None:
        """Another appearance: tint the icons anew."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.actions_.tint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The film keeps most of the height."""
        super().resizeEvent(event)
        self._fit_band()

    def _fit_band(self) -> None:
        self._band_area.fit(round(self.height() * _BAND_SHARE))

    def _lay_out(self) -> None:
        self.notes.setObjectName("filmNotes")
        self.notes.setContentsMargins(
            theme.unit(2), theme.unit(0.5), theme.unit(2), theme.unit(0.5)
        )
        self.notes.hide()
        empty = fields.EmptyState(
            "image", self.tr("No film yet"), self.tr("Drop a film here, or open one (Ctrl+O).")
        )
        empty.setObjectName("imageEmpty")
        self._screenable = fields.text("", "small", wrap=True)
        self._screenable.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._screenable.hide()
        buttons = QWidget()
        row = QHBoxLayout(buttons)
        row.addStretch(1)
        for words, icon, wanted in (
            (self.tr("Open films…"), "folder-open", self.open_wanted),
            (self.tr("Watch a folder…"), "eye", self.watch_wanted),
        ):
            button = fields.button(words, "", icon)
            # However low the window is, words are read or scrolled to, never squashed.
            button.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
            button.setMinimumHeight(button.sizeHint().height())
            button.clicked.connect(wanted)
            row.addWidget(button)
        row.addStretch(1)
        for part in (buttons, self._screenable):
            empty.column.insertWidget(empty.column.count() - 1, part)
        self._empty = _scrolled(empty)
        self.stack = QStackedWidget()
        self.stack.addWidget(self._empty)
        self.stack.addWidget(self.viewer)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tool_bar)
        column.addWidget(self._band_area)
        column.addWidget(self.notes)
        column.addWidget(self.stack, 1)
        column.addWidget(self.strip)
        self.setFocusProxy(self.viewer)
        for place in (self.viewer, self.strip):
            place.addActions(self.actions_.all)

    def _connect(self) -> None:
        session = self._session
        session.case_opened.connect(self._select)
        session.film_selected.connect(self._select)
        session.case_changed.connect(self._refresh)
        self.loader.loaded.connect(self._show)
        self.loader.failed.connect(self._fail)
        self.strip.film_chosen.connect(session.select_film)
        self.refusal.stated.connect(self.stated)
        self.refusal.fix.wanted.connect(self.fix_wanted)
        self.overlays.corrected.undo.connect(lambda: self.undo_wanted.emit(session.film_uid))
        self._band_area.needs_fit.connect(self._fit_band)
        self.overlays.altered.undo.connect(lambda: self.viewer.change_view(ViewState.upright))
        self.commands.status.connect(self.status)
        self.heat.status.connect(self.status)
        self.heat.problem.connect(self.problem)
        self.actions_["corner_text"].toggled.connect(self._show_corners)
        self.actions_["heat_less"].triggered.connect(self.heat.fainter)
        self.actions_["heat_more"].triggered.connect(self.heat.stronger)
        self._patience.timeout.connect(lambda: self.viewer.show_message(self.tr("Opening film…")))

    @property
    def _key(self) -> FilmKey | None:
        case, entry = self._session.case, self._session.film
        if case is None or entry is None:
            return None
        uid, sha256 = entry.instance.sop_instance_uid, entry.instance.sha256
        return FilmKey(case.case_id, uid, sha256, self._session.frame)

    def _select(self) -> None:
        """Another case, film or frame: what was shown goes at once unless it is the same film."""
        entry, key = self._session.film, self._key
        self._patience.stop()
        shown = self.viewer.picture
        if key is None or shown is None or not key.same_film(shown.key):
            self._empty_viewer()
        self._refresh()
        if entry is None or key is None:
            self.loader.forget()
            return
        picture = self.loader.want(key, entry.instance)
        if picture is not None:
            self._show(picture)
        else:
            self.commands.cine.is_waiting = True
            self.heat.update()
            if self.viewer.picture is None:
                self._patience.start(_PATIENCE_MS)

    def _empty_viewer(self) -> None:
        self.commands.stop_cine()
        self.heat.forget()
        self.viewer.clear()
        self.commands.show_picture(None)

    def _show(self, picture: Picture) -> None:
        """Paint a picture, if it is still the selected one."""
        if picture.key != self._key:
            return
        self._patience.stop()
        self.commands.cine.is_waiting = False
        self.viewer.show_picture(picture)
        self.heat.forget()
        self.commands.show_picture(picture)
        self._refresh()

    def _fail(self, error: MedDxError) -> None:
        self._patience.stop()
        self._empty_viewer()
        self.viewer.clear(labels.error(error))
        self.problem.emit(error)

    def _refresh(self) -> None:
        """The case's data changed: everything around the picture follows, the picture stays."""
        case, entry, frame = self._session.case, self._session.film, self._session.frame
        self.stack.setCurrentWidget(self.viewer if entry else self._empty)
        self.strip.show_case(case, self._session.film_uid, is_blind=self._session.is_blind)
        self.refusal.show_film(entry, frame)
        self._show_correction(entry, frame)
        self._band_area.setVisible(not self.refusal.isHidden())
        self._fit_band()
        waiting = entry is not None and entry.screenings is None and entry.error is None
        self.overlays.screening.setVisible(waiting)
        self._show_notes(entry, frame)
        self.overlays.corners.show_film(case, entry)
        self.overlays.processing.setVisible(entry is not None and entry.instance.for_processing)
        self.overlays.place()
        self.heat.update()
        if entry is not None:
            self.viewer.setAccessibleName(
                self.tr("Film of {name}").format(name=labels.name(entry.study.patient))
            )

    def _show_correction(self, entry: FilmEntry | None, frame: int) -> None:
        """How the film stands, the mark of it, and what else its check would have."""
        correction = entry.correction if entry else None
        barred = corrected.barred(self._session)
        self.viewer.stand(correction)
        self.overlays.corrected.show_correction(correction, barred)
        self.refusal.fix.show_fix(
            entry,
            corrections.offered(entry, frame) if entry else None,
            self.viewer.picture,
            frame=frame,
            barred=barred,
        )

    def _show_notes(self, entry: FilmEntry | None, frame: int) -> None:
        """One quiet line: what to beware of with this film."""
        told: list[Reason] = []
        if entry is not None:
            told.extend(entry.cautions)
            for said in screenings_of(entry, frame):
                told.extend(said.gate.reasons if said.gate.accepted else ())
            # The mark on the film says this one already, with who and when.
            told = [reason for reason in told if reason.code != "film_corrected"]
            if self.viewer.picture is not None:
                told.extend(self.viewer.picture.notes)
        sentences = dict.fromkeys(labels.reason(reason) for reason in told)
        self.notes.setText(" ".join(sentences))
        self.notes.setVisible(bool(sentences))

    def _show_corners(self, on: bool) -> None:
        self.overlays.corners.setVisible(on)
        self.overlays.place()


def _scrolled(inside: QWidget) -> QScrollArea:
    """Where the window is too low for it, it scrolls instead of being squashed."""
    made = QScrollArea()
    made.setWidgetResizable(True)
    made.setFrameShape(QFrame.Shape.NoFrame)
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    made.viewport().setAutoFillBackground(False)
    inside.setAutoFillBackground(False)
    made.setWidget(inside)
    return made
