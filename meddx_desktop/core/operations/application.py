"""The core's services, built once for window and command line."""

from dataclasses import dataclass, field
from pathlib import Path

from meddx_desktop.core.imaging.site import Site
from meddx_desktop.core.inference.pool import SessionPool
from meddx_desktop.core.inference.registry import ModelRegistry
from meddx_desktop.core.notes.models import NoteModels
from meddx_desktop.core.operations.access import Access
from meddx_desktop.core.paths import MODELS, data_folder, store_folder
from meddx_desktop.core.settings import Settings


@dataclass(frozen=True, slots=True)
class Application:
    """What the operations work on; handed to each of them first."""

    settings: Settings
    registry: ModelRegistry
    pool: SessionPool
    folder: Path
    """Where the case store lies, or will lie."""
    note_models: NoteModels
    """The models of notes; each None where its package is missing."""
    access: Access = field(default_factory=Access)
    """The door to the store: locked until somebody signs in."""
    site: Site = field(default_factory=Site)
    """The site's own thresholds, and the watch over scores that stand still."""


def open_application(
    *,
    models: Path = MODELS,
    settings: Settings | None = None,
    threads: int | None = None,
    store: Path | None = None,
) -> Application:
    """Build the services. Nothing slow: models load when first used, the store stays locked.

    Parameters
    ----------
    models
        The folder of model packages.
    settings
        Other settings than the user's own.
    threads
        Threads inside one forward pass; None lets a self-test choose at first use.
    store
        Another case store than the user's own.
    """
    kept = settings if settings is not None else Settings(data_folder() / "settings.json")
    registry, pool = ModelRegistry(models), SessionPool(kept, threads=threads)
    return Application(
        settings=kept,
        registry=registry,
        pool=pool,
        folder=store if store is not None else store_folder(),
        note_models=NoteModels(registry, pool.session),
    )
