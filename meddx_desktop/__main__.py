"""No argument: the window. A subcommand: the command line. And the last resort for bugs."""

import logging
import os
import sys
from pathlib import Path

from meddx_desktop.core.memory import close_off

_WINDOW_OPTIONS = {"--demo"}
_MEASURE_START = "--measure-start"
_INTERRUPTED = 130


def main(argv: list[str] | None = None) -> int:
    """Start what the arguments ask for and return the exit code."""
    arguments = sys.argv[1:] if argv is None else argv
    if argv is None:  # the program itself, and no test that calls it
        close_off()
    try:
        return _start(arguments)
    except KeyboardInterrupt:
        return _INTERRUPTED
    except BrokenPipeError:
        # The reader (head, a closed terminal) went away: nothing is left to say, and nobody.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except Exception:
        logging.getLogger(__name__).exception("bug")
        return _last_words(arguments)


def _last_words(arguments: list[str]) -> int:
    """Say that the program had to stop: in a window where it was to be one, else in a line."""
    if _asks_for_window(arguments) and _has_display():
        try:
            from meddx_desktop.core.paths import data_folder
            from meddx_desktop.gui import last_resort

            last_resort.show(data_folder())
        except Exception:  # not even Qt is whole: the line below is what is left
            logging.getLogger(__name__).exception("bug")
        else:
            return 1
    return _say("bug")


def _start(arguments: list[str]) -> int:
    # Imported where needed: neither front end pays for the other.
    if arguments[:1] == [_MEASURE_START]:
        from meddx_desktop.gui import start_time

        return start_time.run(arguments[1])
    if _asks_for_window(arguments):
        if not _has_display():
            return _say("no_display")
        from meddx_desktop.gui.app import run

        files = [item for item in arguments if item not in _WINDOW_OPTIONS]
        return run(files, demo="--demo" in arguments)
    from meddx_desktop.cli import main as command_line

    return command_line(arguments, picture=_window_picture)


def _asks_for_window(arguments: list[str]) -> bool:
    """No argument, only window options, or only files (a double click hands those over)."""
    rest = [item for item in arguments if item not in _WINDOW_OPTIONS]
    if not rest:
        return True
    from meddx_desktop.cli.parser import COMMANDS

    return rest[0] not in COMMANDS and not rest[0].startswith("-") and Path(rest[0]).exists()


def _window_picture(target: Path) -> bool:
    """Draw the window on the demonstration case into `target`; False where Qt is missing."""
    try:
        from meddx_desktop.gui.picture import draw
    except ImportError:
        return False
    # Nobody is to see it, and a display that is named may be gone: Qt would end the process.
    if sys.platform not in ("win32", "darwin"):
        os.environ["QT_QPA_PLATFORM"] = os.environ.get("QT_QPA_PLATFORM") or "offscreen"
    return draw(target)


def _has_display() -> bool:
    """Whether a window can open at all; Qt would end the process where it can't."""
    if sys.platform in ("win32", "darwin") or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _say(code: str) -> int:
    from meddx_desktop.words import sentence

    if sys.stderr is not None:
        sys.stderr.write(f"meddx: {sentence(code)}\n")
    return 1


if __name__ == "__main__":
    sys.exit(main())
