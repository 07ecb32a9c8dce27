"""The packages installed here: which may be used, which were refused and why."""

import threading
from dataclasses import dataclass
from pathlib import Path

from meddx_desktop.core.errors import InvalidEntry, ModelRejected
from meddx_desktop.core.inference.manifest import GATE
from meddx_desktop.core.inference.package import Package, open_package


@dataclass(frozen=True, slots=True)
class Listing:
    """What was found in the models folder."""

    packages: tuple[Package, ...]
    refused: tuple[ModelRejected, ...]


class ModelRegistry:
    """Opens the packages of a folder once, when first asked."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._listing: Listing | None = None
        self._lock = threading.RLock()

    @property
    def listing(self) -> Listing:
        """Usable and refused packages, by name."""
        with self._lock:
            if self._listing is None:
                self._listing = _open_all(self._folder)
            return self._listing

    @property
    def gate(self) -> Package | None:
        """The package that says whether a picture is a chest film at all."""
        for package in self.listing.packages:
            if package.manifest.task == GATE:
                return package
        return None

    @property
    def screening(self) -> tuple[Package, ...]:
        """The packages that give findings."""
        return tuple(p for p in self.listing.packages if p.manifest.task != GATE)

    def package(self, name: str) -> Package:
        """The usable package of that name.

        Raises
        ------
        ModelRejected
            The reason, when the package is there and was refused.
        InvalidEntry
            ``model_unknown`` when it is not there.
        """
        for package in self.listing.packages:
            if package.name == name:
                return package
        for refusal in self.listing.refused:
            if refusal.parameters.get("name") == name:
                raise refusal
        raise InvalidEntry("model_unknown", name=name[:60])


def _open_all(folder: Path) -> Listing:
    packages: list[Package] = []
    refused: list[ModelRejected] = []
    folders = sorted(path for path in folder.iterdir() if path.is_dir()) if folder.is_dir() else []
    for path in folders:
        try:
            packages.append(open_package(path))
        except ModelRejected as refusal:
            refused.append(refusal)
    return Listing(tuple(packages), tuple(refused))
