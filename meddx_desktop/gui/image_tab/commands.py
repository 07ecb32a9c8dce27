"""Connects the actions with the viewer and the session: what each command does."""

from PySide6.QtCore import QObject, Signal

from meddx_desktop.core.operations import images
from meddx_desktop.core.operations.images import Preset, Voi, Window
from meddx_desktop.gui.case_session import CaseSession
from meddx_desktop.gui.image_tab.actions import ImageActions, set_tip
from meddx_desktop.gui.image_tab.cine import Cine
from meddx_desktop.gui.image_tab.command_table import PRESETS
from meddx_desktop.gui.image_tab.film_loader import Picture
from meddx_desktop.gui.image_tab.pointer import Tool
from meddx_desktop.gui.image_tab.tool_bar import ImageToolBar
from meddx_desktop.gui.image_tab.view_state import ViewState
from meddx_desktop.gui.image_tab.viewer import FilmViewer

_ZOOM = 1.25


class Commands(QObject):
    """Holds no state of its own but the cine timer."""

    status = Signal(str)

    def __init__(
        self, actions: ImageActions, session: CaseSession, viewer: FilmViewer, bar: ImageToolBar
    ) -> None:
        super().__init__(viewer)
        self._actions, self._session, self._viewer, self._bar = actions, session, viewer, bar
        self.cine = Cine(self)
        self.cine.step.connect(self._next_in_loop)
        self._bind_tools()
        self._bind_views()
        self._bind_windows()
        self._bind_frames()
        viewer.voi_changed.connect(self._name_window)
        viewer.frame_stepped.connect(self.step_frame)

    def show_picture(self, picture: Picture | None) -> None:
        """Offer what this picture allows."""
        entry = self._session.film
        frames = entry.instance.frames if entry else 1
        many = frames > 1
        self._viewer.many_frames = many
        self._bar.show_frames(many=many)
        films = len(self._session.case.films) if self._session.case else 0
        for key in ("previous_film", "next_film"):
            self._actions[key].setEnabled(films > 1)
        for key in ("previous_frame", "next_frame", "cine"):
            self._actions[key].setEnabled(many)
        for key in self._view_keys:
            self._actions[key].setEnabled(picture is not None)
        grey = picture is not None and not picture.frame.is_color
        for key in ("default_window", "full_range", "brighter", "darker", "narrower", "wider"):
            self._actions[key].setEnabled(grey)
        self._bar.presets.setEnabled(grey)
        self._offer(picture.presets if picture else ())
        self._name_window()

    def step_frame(self, steps: int) -> None:
        """So many frames on, not past the ends."""
        entry = self._session.film
        if entry is not None:
            wanted = min(max(self._session.frame + steps, 1), entry.instance.frames)
            self._session.select_film(self._session.film_uid, wanted)

    def step_film(self, steps: int) -> None:
        """So many films of the case on, not past the ends."""
        case = self._session.case
        if case is None or not case.films:
            return
        uids = [film.instance.sop_instance_uid for film in case.films]
        at = uids.index(self._session.film_uid) if self._session.film_uid in uids else 0
        self._session.select_film(uids[min(max(at + steps, 0), len(uids) - 1)])

    def stop_cine(self) -> None:
        """Another film: nothing plays by itself."""
        self._actions["cine"].setChecked(False)

    def _bind_tools(self) -> None:
        for key, tool in (
            ("tool_window", Tool.WINDOW),
            ("tool_pan", Tool.PAN),
            ("tool_zoom", Tool.ZOOM),
        ):
            action = self._actions[key]
            action.triggered.connect(lambda _on, tool=tool: self._viewer.set_tool(tool))
            action.triggered.connect(
                lambda _on, action=action: self.status.emit(action.statusTip())
            )

    def _bind_views(self) -> None:
        changes = {
            "fit": ViewState.fit,
            "one_to_one": ViewState.one_to_one,
            "zoom_in": lambda state: state.zoom(_ZOOM),
            "zoom_out": lambda state: state.zoom(1 / _ZOOM),
            "rotate_left": lambda state: state.rotate(-1),
            "rotate_right": lambda state: state.rotate(1),
            "flip_h": ViewState.flip_horizontal,
            "flip_v": ViewState.flip_vertical,
            "invert": ViewState.invert,
            "upright": ViewState.upright,
        }
        for key, change in changes.items():
            self._actions[key].triggered.connect(
                lambda _on=False, change=change: self._viewer.change_view(change)
            )
        self._actions["reset"].triggered.connect(self._reset)
        self._view_keys = (*changes, "reset")

    def _bind_windows(self) -> None:
        self._actions["default_window"].triggered.connect(self._default_window)
        self._actions["full_range"].triggered.connect(self._full_range)
        steps = {"brighter": (-1, 0), "darker": (1, 0), "narrower": (0, -1), "wider": (0, 1)}
        for key, (level, width) in steps.items():
            self._actions[key].triggered.connect(
                lambda _on=False, level=level, width=width: self._step_window(level, width)
            )
        for place, key in enumerate(PRESETS):
            self._actions[key].triggered.connect(
                lambda _on=False, place=place: self._choose_preset(place)
            )

    def _bind_frames(self) -> None:
        for key, steps in (("previous_frame", -1), ("next_frame", 1)):
            self._actions[key].triggered.connect(
                lambda _on=False, steps=steps: self.step_frame(steps)
            )
        for key, steps in (("previous_film", -1), ("next_film", 1)):
            self._actions[key].triggered.connect(
                lambda _on=False, steps=steps: self.step_film(steps)
            )
        self._actions["cine"].toggled.connect(self._play)

    def _play(self, on: bool) -> None:
        entry = self._session.film
        if on and entry is not None:
            self.cine.play(entry.instance.frame_time_ms)
        else:
            self.cine.stop()

    def _next_in_loop(self) -> None:
        entry = self._session.film
        if entry is not None:
            following = self._session.frame % entry.instance.frames + 1
            self._session.select_film(self._session.film_uid, following)

    def _reset(self) -> None:
        self._viewer.change_view(ViewState.reset)
        self._default_window()

    def _default_window(self) -> None:
        if self._viewer.picture is not None:
            self._viewer.set_voi(self._viewer.picture.usual)

    def _full_range(self) -> None:
        if self._viewer.picture is not None:
            self._viewer.set_voi(self._viewer.picture.whole)

    def _step_window(self, level: int, width: int) -> None:
        picture, voi = self._viewer.picture, self._viewer.voi
        if picture is not None and voi is not None:
            self._viewer.set_voi(
                images.stepped(voi, picture.whole, usual=picture.usual, level=level, width=width)
            )

    def _choose_preset(self, place: int) -> None:
        picture = self._viewer.picture
        if picture is not None and place < len(picture.presets):
            preset = picture.presets[place]
            self._viewer.set_voi(preset.voi)
            self.status.emit(f"{self._preset_name(preset)}: {self._preset_tip(preset)}")

    def _offer(self, presets: tuple[Preset, ...]) -> None:
        for place, key in enumerate(PRESETS):
            action = self._actions[key]
            offered = place < len(presets)
            action.setVisible(offered)
            action.setEnabled(offered)
            if offered:
                action.setText(self._preset_name(presets[place]))
                set_tip(action, self._preset_tip(presets[place]))

    def _name_window(self) -> None:
        picture, voi = self._viewer.picture, self._viewer.voi
        if picture is None or voi is None or picture.frame.is_color:
            self._bar.show_preset(self.tr("Window"))
            return
        self._bar.show_preset(self._window_name(picture, voi))

    def _window_name(self, picture: Picture, voi: Voi) -> str:
        if voi == picture.usual:
            return self.tr("Default")
        for preset in picture.presets:
            if preset.voi == voi:
                return self._preset_name(preset)
        if isinstance(voi, Window) and voi == picture.whole:
            return self.tr("Full range")
        return self.tr("By hand")

    def _preset_name(self, preset: Preset) -> str:
        if preset.key == "file":
            return preset.label or self.tr("From the file {number}").format(number=preset.number)
        return {
            "standard": self.tr("Standard"),
            "lung": self.tr("Lung detail"),
            "bone": self.tr("Bone"),
            "contrast": self.tr("High contrast"),
        }[preset.key]

    def _preset_tip(self, preset: Preset) -> str:
        return {
            "standard": self.tr("Nearly all grey values of this film"),
            "lung": self.tr("The darker grey values of this film"),
            "bone": self.tr("The brighter grey values of this film"),
            "contrast": self.tr("The middle grey values of this film"),
        }.get(preset.key, self.tr("As the file offers it"))
