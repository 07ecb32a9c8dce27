"""Loaded sessions, one per package, with threads chosen once and outputs remembered."""

import os
import threading
from collections.abc import Callable, Hashable
from contextlib import suppress

import numpy as np
from numpy.typing import NDArray

from meddx_desktop.core.errors import CannotWrite
from meddx_desktop.core.inference import threads as self_test
from meddx_desktop.core.inference.cache import OutputCache, Outputs
from meddx_desktop.core.inference.package import Package
from meddx_desktop.core.inference.session import ModelSession, choose_device
from meddx_desktop.core.settings import Settings, Value

_KEPT = 2048
"""Remembered outputs, a few kilobytes each: some ten megabytes at most."""
_TEXT_THREADS = 2


class SessionPool:
    """Loads networks when first asked for. Thread-safe.

    Parameters
    ----------
    settings
        ``device`` says what to run on; ``inference_threads`` remembers the self-test (0: not run).
    threads
        Fixes the threads inside one run, for a batch whose films run beside each other.
    remember
        Whether outputs are kept; only a measurement of speed has a reason not to.
    """

    def __init__(
        self, settings: Settings, *, threads: int | None = None, remember: bool = True
    ) -> None:
        self._settings = settings
        self._threads = threads
        self._device = choose_device(settings.text("device"))
        self._sessions: dict[Hashable, ModelSession] = {}
        self._cache = OutputCache(_KEPT if remember else 0)
        self._lock = threading.Lock()
        settings.on_change(self._changed)

    def session(self, package: Package) -> ModelSession:
        """The session of a package, loaded on first use.

        Raises
        ------
        ModelRejected
            When the package turns out to be changed or damaged.
        """
        # Another content may come into the same folder: a package that was installed again.
        key = (package.folder, frozenset(package.manifest.files.items()))
        with self._lock:
            if key not in self._sessions:
                self._sessions[key] = self._opened(package)
            return self._sessions[key]

    def run(
        self, package: Package, key: Hashable, tensor: Callable[[], NDArray[np.float32]]
    ) -> Outputs:
        """Outputs of `package` for the picture that `key` names; `tensor` is made if needed.

        Raises
        ------
        BadOutput
            When the network answers with something that is no result; that is not remembered.
        """
        session = self.session(package)
        known = self._cache.get((key, session.sha256))
        if known is None:
            known = session.run(tensor())
            self._cache.put((key, session.sha256), known)
        return known

    def _opened(self, package: Package) -> ModelSession:
        if package.manifest.risk is not None:
            # A row of numbers: no card and no second thread would ever be quicker.
            return ModelSession(package, choose_device("cpu"), threads=1)
        if package.manifest.text is not None:
            # Its operators for 4 bits are made for processors.
            threads = self._threads or min(_TEXT_THREADS, os.cpu_count() or 1)
            return ModelSession(package, choose_device("cpu"), threads=threads)
        return ModelSession(package, self._device, threads=self._chosen_threads(package))

    def forget(self) -> None:
        """Forget the outputs of every picture; the networks stay loaded."""
        self._cache.clear()

    def _changed(self, key: str, value: Value) -> None:
        """Another device was chosen: the next film loads its networks there."""
        if key == "device":
            with self._lock:
                self._device = choose_device(str(value))
                self._sessions.clear()

    def _chosen_threads(self, package: Package) -> int:
        if self._threads is not None:
            return self._threads
        remembered = int(self._settings.number("inference_threads"))
        if remembered == 0:
            remembered = self_test.fastest(package, self._device)
            with suppress(CannotWrite):  # then the next start measures again
                self._settings.set("inference_threads", remembered)
        return remembered
