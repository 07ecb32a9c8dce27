"""The least that screening a film can cost: what `meddx bench` compares with."""

import hashlib
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

import cv2
import numpy as np
from pydicom import dcmread

from meddx_desktop.core.inference.session import ModelSession


def film(path: Path, sessions: Sequence[ModelSession]) -> None:
    """Read, hash, decode, resize once, and run each network bare on an 8-bit DICOM range."""
    content = path.read_bytes()
    hashlib.sha256(content).hexdigest()
    pixels = dcmread(BytesIO(content)).pixel_array
    steps = sessions[0].manifest.preprocessing
    small = cv2.resize(pixels, (steps.width, steps.height), interpolation=cv2.INTER_AREA)
    tensor = np.broadcast_to(small.astype(np.float32), (1, 3, steps.height, steps.width))
    for session in sessions:
        session.run(np.ascontiguousarray(tensor))
