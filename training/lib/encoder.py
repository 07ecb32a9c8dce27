"""Open the encoder of notes as the program does."""

from pathlib import Path

from meddx_desktop.core.inference.package import Package, open_package
from meddx_desktop.core.inference.session import ModelSession, choose_device
from meddx_desktop.core.notes.encoder import Encoder
from training.lib.config import ROOT

ENCODER = ROOT / "models" / "notes-encoder"


class Sessions:
    """Opens networks and remembers them."""

    def __init__(self, threads: int = 2) -> None:
        self._threads = threads
        self._known: dict[Path, ModelSession] = {}

    def __call__(self, package: Package) -> ModelSession:
        """Return the session of a package."""
        if package.folder not in self._known:
            session = ModelSession(package, choose_device("cpu"), threads=self._threads)
            self._known[package.folder] = session
        return self._known[package.folder]


def open_encoder(folder: Path = ENCODER) -> Encoder:
    """Open a package of the task ``text-embedding``."""
    return Encoder(open_package(folder, named_by_folder=False), Sessions())
