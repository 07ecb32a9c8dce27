"""What a user does with model packages: list, show, verify."""

import json
from dataclasses import dataclass

import cv2
import numpy as np

from meddx_desktop.core.errors import BadOutput, MedDxError, ModelRejected
from meddx_desktop.core.inference.manifest import Manifest
from meddx_desktop.core.inference.package import Package, verify_files
from meddx_desktop.core.inference.preprocess import prepare
from meddx_desktop.core.inference.session import ModelSession
from meddx_desktop.core.operations.application import Application

__all__ = ["Manifest", "Package", "Verification", "packages", "refused", "verify"]


@dataclass(frozen=True, slots=True)
class Verification:
    """One package after its check: `error` None means that everything agreed."""

    name: str
    version: str
    provider: str
    error: MedDxError | None


def packages(app: Application) -> tuple[Package, ...]:
    """The usable packages, by name."""
    return app.registry.listing.packages


def refused(app: Application) -> tuple[ModelRejected, ...]:
    """Why packages that lie in the models folder are not used."""
    return app.registry.listing.refused


def verify(app: Application, name: str | None = None) -> tuple[Verification, ...]:
    """Hash every file, load the network, run the sample and compare with its own result.

    Raises
    ------
    ModelRejected, InvalidEntry
        When `name` is given and is refused or not there.
    """
    chosen = (app.registry.package(name),) if name else packages(app)
    return tuple(_verified(app, package) for package in chosen)


def _verified(app: Application, package: Package) -> Verification:
    version = package.manifest.version
    try:
        verify_files(package)
        session = app.pool.session(package)
        _check_sample(package, session)
    except MedDxError as error:
        return Verification(package.name, version, "", error)
    return Verification(package.name, version, session.provider, None)


def _check_sample(package: Package, session: ModelSession) -> None:
    """Run the package's sample picture.

    Raises
    ------
    ModelRejected
        ``model_sample_differs``: this machine computes something else than the maker's did.
    """
    picture = cv2.imread(str(package.folder / "sample/input.png"), cv2.IMREAD_GRAYSCALE)
    try:
        expected = json.loads((package.folder / "sample/expected.json").read_text("utf-8"))
        logits, tolerance = np.asarray(expected["logits"], float), float(expected["tolerance"])
    except (ValueError, KeyError, TypeError) as error:
        raise ModelRejected("model_sample_differs", name=package.name) from error
    if picture is None:
        raise ModelRejected("model_sample_differs", name=package.name)
    tensor = prepare(np.asarray(picture, np.uint8), package.manifest.preprocessing)
    try:
        found = session.run(tensor)["logits"]
    except BadOutput as error:
        raise ModelRejected("model_sample_differs", name=package.name) from error
    if found.size != logits.size or np.abs(found.ravel() - logits.ravel()).max() > tolerance:
        raise ModelRejected("model_sample_differs", name=package.name)
