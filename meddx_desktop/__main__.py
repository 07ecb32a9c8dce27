"""No argument: the window. A subcommand: the command line. And the last resort for bugs."""

import logging
import os
import sys
from pathlib import Path

_WINDOW_OPTIONS = {"--demo"}


def main(argv: list[str] | None = None) -> int:
    """Start what the arguments ask for and return the exit code."""
    arguments = sys.argv[1:] if argv is None else argv
    try:
        if _asks_for_window(arguments):
            from meddx_desktop.gui.app import run

            return run(
                [item for item in arguments if item not in _WINDOW_OPTIONS],
                demo="--demo" in arguments,
            )
        from meddx_desktop.cli import main as command_line

        return command_line(arguments, picture=_window_picture)
    except BrokenPipeError:
        # The reader (head, a closed terminal) went away: nothing is left to say, and nobody.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except Exception:
        logging.getLogger(__name__).exception("bug")
        _say_bug()
        return 1


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
    return draw(target)


def _say_bug() -> None:
    from meddx_desktop.words import sentence

    sys.stderr.write(f"meddx: {sentence('bug')}\n")


if __name__ == "__main__":
    sys.exit(main())
