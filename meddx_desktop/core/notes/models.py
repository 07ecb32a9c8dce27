"""The models of notes that are installed: opened when first asked for, None where one is missing.

The program reads notes without any of them; each adds something.
"""

import logging
import threading
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from meddx_desktop.core.errors import ModelRejected
from meddx_desktop.core.inference.package import Package
from meddx_desktop.core.inference.registry import ModelRegistry
from meddx_desktop.core.inference.text import CLASSES, CODING, EMBEDDING, TAGGING
from meddx_desktop.core.notes.code_list import CodeList
from meddx_desktop.core.notes.coding import Coder, open_list
from meddx_desktop.core.notes.encoder import Encoder, Opens
from meddx_desktop.core.notes.tagger import Tagger
from meddx_desktop.core.notes.topics import Topics

log = logging.getLogger(__name__)

Model = TypeVar("Model")


class NoteModels:
    """Encoder, tagger, coder and topics, one of each for the whole program. Thread-safe.

    Parameters
    ----------
    registry
        Knows the packages.
    session
        Opens a network and remembers it (`SessionPool.session`).
    """

    def __init__(self, registry: ModelRegistry, session: Opens) -> None:
        self._registry, self._open = registry, session
        self._known: dict[str, Encoder | Tagger | Coder | Topics | None] = {}
        self._own: tuple[str, CodeList] | None = None
        self._lock = threading.RLock()

    @property
    def are_here(self) -> bool:
        """Whether there is any of them; opens nothing."""
        return self._registry.of_text(EMBEDDING) is not None

    @property
    def encoder(self) -> Encoder | None:
        """What turns texts into vectors; without it there is none of the others."""
        found = self._model(EMBEDDING, lambda package: Encoder(package, self._open))
        return found if isinstance(found, Encoder) else None

    @property
    def tagger(self) -> Tagger | None:
        """What finds diseases and chemicals."""
        found = self._model(TAGGING, self._on_encoder(Tagger))
        return found if isinstance(found, Tagger) else None

    @property
    def coder(self) -> Coder | None:
        """What finds the nearest codes."""
        found = self._model(CODING, self._on_encoder(Coder))
        return found if isinstance(found, Coder) else None

    @property
    def topics(self) -> Topics | None:
        """What guesses the section of a text."""
        found = self._model(CLASSES, self._on_encoder(Topics))
        return found if isinstance(found, Topics) else None

    def own_list(self, folder: Path, sha256: str) -> CodeList | None:
        """A site's own list of codes, opened once; None where no model can search it.

        Raises
        ------
        ModelRejected
            As `coding.open_list`.
        """
        with self._lock:
            coder = self.coder
            if coder is None:
                return None
            if self._own is None or self._own[0] != sha256:
                self._own = sha256, open_list(folder, sha256, coder)
            return self._own[1]

    def forget(self) -> None:
        """Forget what was answered to every phrase, and a site's list; networks stay open."""
        with self._lock:
            known = list(self._known.values())
            self._own = None
        for model in known:
            if isinstance(model, Encoder | Tagger | Coder):
                model.forget()

    def _on_encoder(
        self, make: Callable[[Package, Opens, Encoder], Model]
    ) -> Callable[[Package], Model | None]:
        def made(package: Package) -> Model | None:
            encoder = self.encoder
            return None if encoder is None else make(package, self._open, encoder)

        return made

    def _model(
        self, task: str, make: Callable[[Package], Encoder | Tagger | Coder | Topics | None]
    ) -> Encoder | Tagger | Coder | Topics | None:
        """The model of a task, made once; one that is damaged counts as missing, and is logged."""
        with self._lock:
            if task not in self._known:
                package = self._registry.of_text(task)
                self._known[task] = None
                if package is not None:
                    try:
                        self._known[task] = make(package)
                    except ModelRejected as refusal:
                        log.warning("model of notes not opened", extra={"code": refusal.code})
            return self._known[task]
