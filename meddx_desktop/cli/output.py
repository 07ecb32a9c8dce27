"""What goes where: results on standard output, messages and progress on standard error."""

import json
import os
import re
import sys
import time
import unicodedata
from collections.abc import Iterable, Sequence
from typing import Any

from meddx_desktop.core.errors import CannotWrite

_BAR = 24
_LINE_ENDS = re.compile("[\x85\u2028\u2029]")
"""What JSON lets stand as it is, and many a reader takes for the end of the line."""
_REDRAW_S = 0.1


def use_utf8() -> None:
    """Write UTF-8 whatever the locale; names that are no UTF-8 show their bytes as escapes."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def line(text: str) -> None:
    """One line of results, at once: what is printed survives whatever comes next."""
    try:
        sys.stdout.write(text + "\n")
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except (OSError, AttributeError, ValueError) as error:  # full, closed, or never there
        raise CannotWrite("output_not_written") from error


def json_line(content: dict[str, Any]) -> None:
    """One JSON object on a line of its own."""
    text = json.dumps(content, ensure_ascii=False, allow_nan=False)
    line(_LINE_ENDS.sub(lambda found: f"\\u{ord(found[0]):04x}", text))


def say(text: str) -> None:
    """One message to the person at the terminal."""
    if sys.stderr is not None:
        sys.stderr.write(f"meddx: {text}\n")
        sys.stderr.flush()


def printable(text: str) -> str:
    """A name from outside made safe to print: control characters become visible escapes."""
    return "".join(
        character if unicodedata.category(character)[0] != "C" else _escape(character)
        for character in text
    )


def _escape(character: str) -> str:
    return character.encode("unicode_escape", "surrogatepass").decode("ascii")


def table(rows: Iterable[Sequence[str]], *, header: Sequence[str]) -> list[str]:
    """Lines of a table with columns aligned, East Asian wide characters counted as two."""
    lines = [list(map(printable, row)) for row in (header, *rows)]
    widths = [max(_width(row[column]) for row in lines) for column in range(len(header))]
    drawn = [
        "  ".join(
            cell + " " * (width - _width(cell)) for cell, width in zip(row, widths, strict=True)
        )
        for row in lines
    ]
    return [
        drawn[0].rstrip(),
        "  ".join("-" * width for width in widths),
        *(text.rstrip() for text in drawn[1:]),
    ]


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


class Progress:
    """A bar on standard error while it is a terminal; silent in a pipe."""

    def __init__(self) -> None:
        terminal = sys.stderr is not None and sys.stderr.isatty()
        self._shown = terminal and os.environ.get("TERM") != "dumb"
        self._last = 0.0

    def __call__(self, done: int, total: int) -> None:
        """Draw the bar; `total` 0 means that counting still goes on."""
        now = time.monotonic()
        if not self._shown or now - self._last < _REDRAW_S:
            return
        self._last = now
        filled = _BAR * done // total if total else 0
        of = f"/{total}" if total else ""
        sys.stderr.write(f"\r[{'#' * filled}{'.' * (_BAR - filled)}] {done}{of} ")
        sys.stderr.flush()

    def clear(self) -> None:
        """Take the bar away before a message or at the end."""
        if self._shown:
            sys.stderr.write("\r" + " " * (_BAR + 24) + "\r")
            sys.stderr.flush()
