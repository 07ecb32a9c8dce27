"""What a user does with model packages: list, show, verify."""

import hashlib
from dataclasses import dataclass

from meddx_desktop.core.errors import MedDxError, ModelRejected
from meddx_desktop.core.inference.examine import check_sample
from meddx_desktop.core.inference.manifest import Manifest
from meddx_desktop.core.inference.package import MANIFEST, Package, verify_files
from meddx_desktop.core.operations.application import Application

__all__ = [
    "Manifest",
    "Package",
    "Verification",
    "for_films",
    "identities",
    "packages",
    "refused",
    "verify",
]


@dataclass(frozen=True, slots=True)
class Verification:
    """One package after its check: `error` None means that everything agreed."""

    name: str
    version: str
    provider: str
    error: MedDxError | None
    left_out: tuple[str, ...] = ()
    """Networks for providers that this build lacks."""


def packages(app: Application) -> tuple[Package, ...]:
    """The usable packages, by name."""
    return app.registry.listing.packages


def for_films(app: Application) -> tuple[Package, ...]:
    """The usable packages that look at films, gates among them."""
    return tuple(package for package in packages(app) if package.manifest.is_for_films)


def identities(app: Application) -> tuple[tuple[str, str, str], ...]:
    """Name, version and SHA-256 of the manifest of each package that looks at films, by name.

    The manifest holds the hashes of all else, so that two machines with equal ones screen alike.
    """
    return tuple(
        (package.name, package.manifest.version, _manifest_hash(package))
        for package in for_films(app)
    )


def _manifest_hash(package: Package) -> str:
    return hashlib.sha256((package.folder / MANIFEST).read_bytes()).hexdigest()


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
        check_sample(package, session)
    except MedDxError as error:
        return Verification(package.name, version, "", error)
    return Verification(package.name, version, session.provider, None, package.left_out)
