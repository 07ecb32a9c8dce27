"""The encoder of notes that is installed here, for whoever compares texts."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from meddx_desktop.core.notes.encoder import Encoder
from meddx_desktop.core.operations.application import Application


@dataclass(frozen=True, slots=True)
class NoteEncoder:
    """Turns texts into vectors; those of another `name` can't be compared with them."""

    name: str
    encoder: Encoder

    def vectors(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """One row of length 1 for each text.

        Raises
        ------
        BadOutput, ModelRejected
            As `Encoder.vectors`.
        """
        return self.encoder.vectors(texts)


def encoder_of(app: Application) -> NoteEncoder | None:
    """The encoder that is installed; None where there is none that is whole."""
    encoder = app.note_models.encoder
    if encoder is None:
        return None
    package = encoder.package
    return NoteEncoder(f"{package.name} {package.manifest.version}", encoder)
