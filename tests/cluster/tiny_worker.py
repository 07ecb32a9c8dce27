"""A worker of the tests: tiny models, and films that do to it what their names say.

Loaded into each worker process in place of nothing: the program's own preload runs beside it.
"""

import os
import signal
import time
from functools import partial
from pathlib import Path

from meddx_desktop.cluster import work
from meddx_desktop.core.operations import images, open_application


def dask_setup(worker):
    work.open_application = partial(open_application, models=Path(os.environ["TINY_MODELS"]))
    real = images.screen_source

    def screen_source(app, source, **more):
        if "poison" in source.name:
            os.kill(os.getpid(), signal.SIGKILL)
        if "slow" in source.name:
            time.sleep(0.15)
        if "bug" in source.name:
            raise RuntimeError(f"a library names {source.path}")
        return real(app, source, **more)

    images.screen_source = screen_source
