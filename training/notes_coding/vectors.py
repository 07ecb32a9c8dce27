"""The encoder's vectors of many short texts, kept in the work folder part by part."""

import hashlib
import time
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from meddx_desktop.core.notes.encoder import Encoder

_PART = 2000


def vectors(texts: list[str], encoder: Encoder, work: Path) -> NDArray[np.float32]:
    """Return one vector a text; what an interrupted run made is read again."""
    made = []
    for at in range(0, len(texts), _PART):
        part = texts[at : at + _PART]
        mark = hashlib.sha256("\n".join([encoder.sha256, *part]).encode()).hexdigest()[:16]
        path = work / f"part.{mark}.npy"
        if not path.is_file():
            started = time.monotonic()
            partial = path.with_suffix(".part.npy")
            np.save(partial, encoder.vectors(part))
            partial.rename(path)
            print(f"{at + len(part)}/{len(texts)}, {time.monotonic() - started:.0f} s", flush=True)
        made.append(np.load(path))
    return np.concatenate(made)
