"""The Image tab's commands as data: text, tip, keys, icon of each."""

from dataclasses import dataclass

from meddx_desktop.words.mark import QT_TRANSLATE_NOOP

PRESETS = tuple(f"preset_{number}" for number in range(2, 10))
"""Keys 2 to 9; 1 is "1:1" and 0 undoes everything, as in other viewers."""


@dataclass(frozen=True, slots=True)
class Command:
    """One line of the table below."""

    key: str
    group: str
    text: str
    tip: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    checkable: bool = False


GROUPS: dict[str, str] = {
    "tools": QT_TRANSLATE_NOOP("ImageActions", "Tools"),
    "zoom": QT_TRANSLATE_NOOP("ImageActions", "Zoom"),
    "turn": QT_TRANSLATE_NOOP("ImageActions", "Turn and flip"),
    "grey": QT_TRANSLATE_NOOP("ImageActions", "Window"),
    "frames": QT_TRANSLATE_NOOP("ImageActions", "Frames and films"),
    "overlays": QT_TRANSLATE_NOOP("ImageActions", "On the film"),
}

COMMANDS: tuple[Command, ...] = (
    Command(
        "tool_window",
        "tools",
        QT_TRANSLATE_NOOP("ImageActions", "&Window/Level"),
        QT_TRANSLATE_NOOP("ImageActions", "Drag: across for contrast, up and down for brightness"),
        ("W",),
        "sun",
        checkable=True,
    ),
    Command(
        "tool_pan",
        "tools",
        QT_TRANSLATE_NOOP("ImageActions", "&Pan"),
        QT_TRANSLATE_NOOP("ImageActions", "Drag to move the film (or Space and drag)"),
        ("P",),
        "hand",
        checkable=True,
    ),
    Command(
        "tool_zoom",
        "tools",
        QT_TRANSLATE_NOOP("ImageActions", "&Zoom"),
        QT_TRANSLATE_NOOP("ImageActions", "Drag up and down to zoom (or the right button)"),
        ("Z",),
        "search",
        checkable=True,
    ),
    Command(
        "fit",
        "zoom",
        QT_TRANSLATE_NOOP("ImageActions", "&Fit"),
        QT_TRANSLATE_NOOP("ImageActions", "Show the whole film (double click)"),
        ("F",),
        "maximize",
    ),
    Command(
        "one_to_one",
        "zoom",
        QT_TRANSLATE_NOOP("ImageActions", "1:1"),
        QT_TRANSLATE_NOOP("ImageActions", "One screen pixel for each pixel of the film"),
        ("1",),
    ),
    Command(
        "zoom_in",
        "zoom",
        QT_TRANSLATE_NOOP("ImageActions", "Zoom &in"),
        QT_TRANSLATE_NOOP("ImageActions", "Zoom in (Ctrl and wheel)"),
        ("+", "="),
        "zoom-in",
    ),
    Command(
        "zoom_out",
        "zoom",
        QT_TRANSLATE_NOOP("ImageActions", "Zoom &out"),
        QT_TRANSLATE_NOOP("ImageActions", "Zoom out (Ctrl and wheel)"),
        ("-",),
        "zoom-out",
    ),
    Command(
        "rotate_left",
        "turn",
        QT_TRANSLATE_NOOP("ImageActions", "Rotate &left"),
        QT_TRANSLATE_NOOP("ImageActions", "Rotate the view 90° to the left"),
        ("Shift+R",),
        "rotate-ccw",
    ),
    Command(
        "rotate_right",
        "turn",
        QT_TRANSLATE_NOOP("ImageActions", "&Rotate right"),
        QT_TRANSLATE_NOOP("ImageActions", "Rotate the view 90° to the right"),
        ("R",),
        "rotate-cw",
    ),
    Command(
        "flip_h",
        "turn",
        QT_TRANSLATE_NOOP("ImageActions", "Flip left to right"),
        QT_TRANSLATE_NOOP("ImageActions", "Flip the view left to right; a mark stays until undone"),
        ("H",),
        "flip-horizontal",
    ),
    Command(
        "flip_v",
        "turn",
        QT_TRANSLATE_NOOP("ImageActions", "Flip top to bottom"),
        QT_TRANSLATE_NOOP("ImageActions", "Flip the view top to bottom; a mark stays until undone"),
        ("V",),
        "flip-vertical",
    ),
    Command(
        "invert",
        "turn",
        QT_TRANSLATE_NOOP("ImageActions", "&Invert"),
        QT_TRANSLATE_NOOP("ImageActions", "Exchange black and white; a mark stays until undone"),
        ("I",),
        "contrast",
    ),
    Command(
        "upright",
        "turn",
        QT_TRANSLATE_NOOP("ImageActions", "As taken"),
        QT_TRANSLATE_NOOP("ImageActions", "Undo flips, turns and inversion"),
        ("Esc",),
    ),
    Command(
        "reset",
        "turn",
        QT_TRANSLATE_NOOP("ImageActions", "Re&set view"),
        QT_TRANSLATE_NOOP("ImageActions", "Undo zoom, turns, flips and window"),
        ("0",),
        "undo-2",
    ),
    Command(
        "default_window",
        "grey",
        QT_TRANSLATE_NOOP("ImageActions", "&Default window"),
        QT_TRANSLATE_NOOP("ImageActions", "The window that the film opens with"),
        ("D",),
    ),
    Command(
        "full_range",
        "grey",
        QT_TRANSLATE_NOOP("ImageActions", "Full ran&ge"),
        QT_TRANSLATE_NOOP("ImageActions", "From the darkest to the brightest pixel"),
        ("Shift+D",),
    ),
    *(Command(key, "grey", "", "", (key[-1],)) for key in PRESETS),
    Command(
        "brighter",
        "grey",
        QT_TRANSLATE_NOOP("ImageActions", "&Brighter"),
        QT_TRANSLATE_NOOP("ImageActions", "Lower the level by one step"),
        ("Ctrl+Up",),
    ),
    Command(
        "darker",
        "grey",
        QT_TRANSLATE_NOOP("ImageActions", "Dar&ker"),
        QT_TRANSLATE_NOOP("ImageActions", "Raise the level by one step"),
        ("Ctrl+Down",),
    ),
    Command(
        "narrower",
        "grey",
        QT_TRANSLATE_NOOP("ImageActions", "&More contrast"),
        QT_TRANSLATE_NOOP("ImageActions", "Narrow the window by one step"),
        ("Ctrl+Left",),
    ),
    Command(
        "wider",
        "grey",
        QT_TRANSLATE_NOOP("ImageActions", "&Less contrast"),
        QT_TRANSLATE_NOOP("ImageActions", "Widen the window by one step"),
        ("Ctrl+Right",),
    ),
    Command(
        "previous_frame",
        "frames",
        QT_TRANSLATE_NOOP("ImageActions", "Previous frame"),
        QT_TRANSLATE_NOOP("ImageActions", "Previous frame (wheel)"),
        ("PgUp", "Up"),
        "skip-back",
    ),
    Command(
        "cine",
        "frames",
        QT_TRANSLATE_NOOP("ImageActions", "&Cine"),
        QT_TRANSLATE_NOOP("ImageActions", "Play or pause the frames"),
        ("C",),
        "play",
        checkable=True,
    ),
    Command(
        "next_frame",
        "frames",
        QT_TRANSLATE_NOOP("ImageActions", "Next frame"),
        QT_TRANSLATE_NOOP("ImageActions", "Next frame (wheel)"),
        ("PgDown", "Down"),
        "skip-forward",
    ),
    Command(
        "previous_film",
        "frames",
        QT_TRANSLATE_NOOP("ImageActions", "Previous film"),
        QT_TRANSLATE_NOOP("ImageActions", "Previous film of this case"),
        ("Ctrl+PgUp", "["),
        "chevron-left",
    ),
    Command(
        "next_film",
        "frames",
        QT_TRANSLATE_NOOP("ImageActions", "Next film"),
        QT_TRANSLATE_NOOP("ImageActions", "Next film of this case"),
        ("Ctrl+PgDown", "]"),
        "chevron-right",
    ),
    Command(
        "heat",
        "overlays",
        QT_TRANSLATE_NOOP("ImageActions", "Heat &map"),
        QT_TRANSLATE_NOOP("ImageActions", "Show where the model looked for the selected finding"),
        ("M",),
        "flame",
        checkable=True,
    ),
    Command(
        "heat_less",
        "overlays",
        QT_TRANSLATE_NOOP("ImageActions", "Heat map fainter"),
        QT_TRANSLATE_NOOP("ImageActions", "Let more of the film shine through"),
        (",",),
    ),
    Command(
        "heat_more",
        "overlays",
        QT_TRANSLATE_NOOP("ImageActions", "Heat map stronger"),
        QT_TRANSLATE_NOOP("ImageActions", "Let less of the film shine through"),
        (".",),
    ),
    Command(
        "corner_text",
        "overlays",
        QT_TRANSLATE_NOOP("ImageActions", "Corner &text"),
        QT_TRANSLATE_NOOP(
            "ImageActions", "Patient, film and window beside the film; T hides and shows them"
        ),
        ("T",),
        "info",
        checkable=True,
    ),
)
