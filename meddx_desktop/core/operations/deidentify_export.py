"""Where de-identified films are written: all of them or none, never over anything.

A folder is filled under another name and renamed at the end, a single file likewise; what fails or
is stopped leaves nothing behind, and what a killed run left is cleared away by the next one. Names
of files are made here: those of the originals may be names of patients.
"""

import errno
import os
import shutil
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType

import cv2
import numpy as np
from numpy.typing import NDArray

from meddx_desktop.core.domain.people import Action
from meddx_desktop.core.errors import CannotWrite, InvalidEntry
from meddx_desktop.core.operations.application import Application
from meddx_desktop.core.operations.deidentify_films import LookedFilm
from meddx_desktop.core.operations.deidentify_text import refuse_existing
from meddx_desktop.core.operations.plain_copies import refuse_records
from meddx_desktop.core.paths import RESOURCES
from meddx_desktop.core.safe_files import remove_unfinished, write_plain

if sys.platform != "win32":
    import fcntl

_STRIP_SIDE = 1600
_UNFINISHED = ".meddx-unfinished"
"""How names of what is being made end: whoever finds one knows what it is."""
_SMALLEST_WORDS = 14
_FONT = RESOURCES / "fonts" / "MedDxSans-Regular.otf"


class FilmFolder:
    """A folder of films in the making; `commit` shows it, leaving without takes it away.

    Raises
    ------
    InvalidEntry
        ``deidentified_folder_exists``: there is something of that name that is not an empty
        folder; ``deidentified_inside``: it lies within the originals or they within it.
    CannotWrite
        ``disk_full``, ``folder_not_writable``.
    """

    def __init__(self, target: Path, *, sources: Sequence[Path] = ()) -> None:
        self._target = target
        self.count = 0
        _refuse_folder(target, sources)
        with _named_failures(target.parent):
            remove_unfinished_folders(target.parent)
            made = tempfile.mkdtemp(
                dir=target.parent, prefix=f".{target.name[:40]}-", suffix=_UNFINISHED
            )
        self._making = Path(made)
        self._held = _hold(self._making)

    def __enter__(self) -> "FilmFolder":
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        shutil.rmtree(self._making, ignore_errors=True)
        if self._held is not None:
            os.close(self._held)

    def add(self, pseudonym: str, parts: Iterable[bytes]) -> Path:
        """Write one film below its pseudonym; where it will lie."""
        name = Path(pseudonym) / f"film-{self.count + 1:04}.dcm"
        with _named_failures(self._target.parent):
            (self._making / pseudonym).mkdir(mode=0o700, exist_ok=True)
            _write(self._making / name, parts)
        self.count += 1
        return self._target / name

    def commit(self) -> None:
        """Give the folder its name."""
        with _named_failures(self._target.parent):
            if self._target.is_dir():
                self._target.rmdir()
            self._making.rename(self._target)


def remove_unfinished_folders(folder: Path) -> None:
    """Remove what a killed run left in `folder`: only what is named so and nobody holds.

    Where the system can't say who holds a folder (Windows, some shares) it stays, and its name says
    what it is.
    """
    for path in folder.glob(f".*{_UNFINISHED}"):
        if path.is_symlink() or not path.is_dir():
            continue
        held = _hold(path)
        if held is not None:
            shutil.rmtree(path, ignore_errors=True)
            os.close(held)


def _hold(folder: Path) -> int | None:
    """A descriptor that says that a folder is in use, until it is closed; None: can't be held."""
    if sys.platform == "win32":
        return None
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
        if _lock(descriptor):
            return descriptor
        os.close(descriptor)
    return None


def _lock(descriptor: int) -> bool:
    """Hold what is open until it is closed; Windows needs nothing but that it is being written."""
    if sys.platform == "win32":
        os.close(descriptor)
        return False
    with suppress(OSError):
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        return True
    return False


def write_one(target: Path, parts: Iterable[bytes], *, source: Path, force: bool = False) -> None:
    """Write one film to a file of that name.

    Raises
    ------
    InvalidEntry
        ``deidentified_exists``, ``deidentified_original``.
    CannotWrite
        ``disk_full``, ``folder_not_writable``.
    """
    refuse_existing(target, source=source, force=force)
    with _named_failures(target.parent):
        remove_unfinished(target.parent)
        descriptor, name = tempfile.mkstemp(
            dir=target.parent, prefix=f".{target.name[:40]}-", suffix=_UNFINISHED
        )
        temporary = Path(name)
        try:
            _lock(descriptor)
            _write(temporary, parts)
            temporary.replace(target)
        finally:
            temporary.unlink(missing_ok=True)
            if sys.platform != "win32":
                os.close(descriptor)


def tell(app: Application | None, count: int, *, case_id: str = "") -> None:
    """Tell the audit trail of a store, before anything gets its name.

    Raises
    ------
    NotPermitted, StoreRefused
        ``not_permitted``; ``store_locked``.
    """
    if app is not None:
        with app.access.using(Action.EXPORT_DEIDENTIFIED) as desk:
            desk.tell("films_deidentified", case_id, count=count)


def save_strip(
    folder: Path, name: str, looked: LookedFilm, captions: tuple[str, str] = ("", "")
) -> list[Path]:
    """Write before and after of every changed frame as PNG; they show the original.

    Parameters
    ----------
    captions
        Words above what was before and what is after.

    Raises
    ------
    CannotWrite
        ``disk_full``, ``folder_not_writable``.
    """
    written = []
    refuse_records(folder)
    with _named_failures(folder):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        for number in looked.changed:
            path = folder / f"{name}-frame-{number + 1:04}.png"
            write_plain(path, _png(looked.strip(number), captions))
            written.append(path)
    return written


def _png(picture: NDArray[np.uint8], captions: tuple[str, str]) -> bytes:
    scale = _STRIP_SIDE / max(picture.shape[:2])
    if scale < 1:
        size = (round(picture.shape[1] * scale), round(picture.shape[0] * scale))
        picture = np.asarray(cv2.resize(picture, size, interpolation=cv2.INTER_AREA), np.uint8)
    picture = _captioned(picture, captions)
    return bytes(cv2.imencode(".png", cv2.cvtColor(picture, cv2.COLOR_RGB2BGR))[1])


def _captioned(picture: NDArray[np.uint8], captions: tuple[str, str]) -> NDArray[np.uint8]:
    """The strip below a line that says which half is which."""
    if not any(captions):
        return picture
    from PIL import Image, ImageDraw, ImageFont

    half = picture.shape[1] // 2
    size = max(_SMALLEST_WORDS, half // 32)
    font = ImageFont.truetype(str(_FONT), size)
    longest = max(font.getlength(one) for one in captions)
    if longest > half - size:  # a small film has small words
        font = ImageFont.truetype(str(_FONT), max(1, int(size * (half - 4) / (longest + size))))
    band = Image.new("RGB", (picture.shape[1], 2 * size), "black")
    draw = ImageDraw.Draw(band)
    for start, words in zip((0, half), captions, strict=True):
        draw.text((start + size // 2, size), words, font=font, fill="white", anchor="lm")
    return np.concatenate([np.asarray(band, np.uint8), picture])


def _write(path: Path, parts: Iterable[bytes]) -> None:
    with path.open("wb") as file:
        path.chmod(0o600)
        for part in parts:
            file.write(part)
        file.flush()
        os.fsync(file.fileno())


def _refuse_folder(target: Path, sources: Sequence[Path]) -> None:
    refuse_records(target)
    if os.path.lexists(target) and not (target.is_dir() and not any(target.iterdir())):
        raise InvalidEntry("deidentified_folder_exists", folder=target.name)
    refuse_inside(target, sources)


def refuse_inside(target: Path, sources: Sequence[Path]) -> None:
    """Refuse a result within the originals, where it would be taken for one of them.

    Raises
    ------
    InvalidEntry
        ``deidentified_inside``; also for originals within the result.
    """
    place = target.resolve()
    for source in sources:
        original = source.resolve()
        if original.is_dir() and (place.is_relative_to(original) or original.is_relative_to(place)):
            raise InvalidEntry("deidentified_inside")


@contextmanager
def _named_failures(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        if error.errno == errno.ENOSPC:
            raise CannotWrite("disk_full") from error
        raise CannotWrite("folder_not_writable", folder=str(folder)) from error
