"""The local log: rotating, small, and deaf to patient data.

Only a message's fixed text and the fields named here are written; the arguments of a message,
an exception's own text and every other field are left out, because a library may put a name,
an ID or a path into them.
"""

import hashlib
import logging
import traceback
from logging.handlers import RotatingFileHandler
from pathlib import Path

from meddx_desktop.core.paths import private_folder

ALLOWED_FIELDS = frozenset(
    {
        "code",
        "count",
        "device",
        "duration_ms",
        "frame",
        "job",
        "model",
        "provider",
        "setting",
        "stage",
        "threads",
        "variant",
        "version",
    }
)
_MAX_BYTES = 1_000_000
_KEPT = 3


def hashed(path: Path) -> str:
    """A path as it may stand in a log: eight hex digits, the same for the same path."""
    return hashlib.sha256(str(path).encode("utf-8", "surrogateescape")).hexdigest()[:8]


class SafeFormatter(logging.Formatter):
    """Writes time, level, logger, fixed text and allowed fields; of an exception its type only."""

    def format(self, record: logging.LogRecord) -> str:
        """One line without patient data, plus the code places of an exception."""
        text = record.msg if record.name.startswith("meddx_desktop") else "(library message)"
        fields = " ".join(
            f"{key}={value}"
            for key, value in sorted(record.__dict__.items())
            if key in ALLOWED_FIELDS
        )
        line = f"{self.formatTime(record)} {record.levelname} {record.name} {text} {fields}"
        if record.exc_info and record.exc_info[1] is not None:
            line += "\n" + _places(record.exc_info[1])
        return line.rstrip()


def _places(error: BaseException) -> str:
    """Where an exception passed through, without its message and without source lines."""
    frames = traceback.extract_tb(error.__traceback__)
    places = [f"  {Path(frame.filename).name}:{frame.lineno} in {frame.name}" for frame in frames]
    return "\n".join([f"  {type(error).__name__}", *places])


def start_logging(folder: Path) -> Path | None:
    """Log to ``meddx.log`` in `folder`; returns its path, None where it can't be written."""
    try:
        path = private_folder(folder) / "meddx.log"
        handler = RotatingFileHandler(
            path, maxBytes=_MAX_BYTES, backupCount=_KEPT, encoding="utf-8", delay=False
        )
    except OSError:
        # Without any handler Python prints what libraries warn of, words and all, at the terminal.
        logging.getLogger().addHandler(logging.NullHandler())
        return None
    handler.setFormatter(SafeFormatter())
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    # pydicom reports odd values with the value itself; nothing of it may reach any handler.
    logging.getLogger("pydicom").setLevel(logging.CRITICAL)
    # A font that goes into a PDF is told in dozens of lines, which would push out what matters.
    logging.getLogger("fontTools").setLevel(logging.WARNING)
    return path
