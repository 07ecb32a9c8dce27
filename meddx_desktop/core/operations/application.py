"""The core's services, built once for window and command line."""

from dataclasses import dataclass, field
from pathlib import Path

from meddx_desktop.core.inference.pool import SessionPool
from meddx_desktop.core.inference.registry import ModelRegistry
from meddx_desktop.core.paths import MODELS, data_folder
from meddx_desktop.core.settings import Settings
from meddx_desktop.core.store.repository import (
    AuditSink,
    CaseRepository,
    MemoryAudit,
    MemoryCases,
)


@dataclass(frozen=True, slots=True)
class Application:
    """What the operations work on; handed to each of them first."""

    settings: Settings
    registry: ModelRegistry
    pool: SessionPool
    cases: CaseRepository = field(default_factory=MemoryCases)
    audit: AuditSink = field(default_factory=MemoryAudit)


def open_application(
    *, models: Path = MODELS, settings: Settings | None = None, threads: int | None = None
) -> Application:
    """Build the services. Nothing slow: models load when first used.

    Parameters
    ----------
    models
        The folder of model packages.
    settings
        Other settings than the user's own.
    threads
        Threads inside one forward pass; None lets a self-test choose at first use.
    """
    kept = settings if settings is not None else Settings(data_folder() / "settings.json")
    return Application(
        settings=kept,
        registry=ModelRegistry(models),
        pool=SessionPool(kept, threads=threads),
    )
