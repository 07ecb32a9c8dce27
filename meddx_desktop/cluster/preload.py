"""What a worker does before it meets the scheduler; Dask calls `dask_setup` by its name."""

from meddx_desktop.cluster.quiet import hush
from meddx_desktop.core.logs import start_logging
from meddx_desktop.core.memory import close_off
from meddx_desktop.core.paths import data_folder


def dask_setup(worker: object) -> None:
    """Log nothing that names a patient, and leave no memory behind."""
    start_logging(data_folder())
    hush()
    close_off()
