"""Values of interest: windows and VOI LUTs, modality units to display levels (PS3.3 C.11.2)."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

LINEAR = "LINEAR"
LINEAR_EXACT = "LINEAR_EXACT"
SIGMOID = "SIGMOID"
FUNCTIONS = (LINEAR, LINEAR_EXACT, SIGMOID)


@dataclass(frozen=True, slots=True)
class Window:
    """A window in modality units, with its VOI LUT Function (0028,1056)."""

    center: float
    width: float
    function: str = LINEAR
    label: str = ""

    @property
    def is_valid(self) -> bool:
        """Whether the width is one that C.11.2.1.2 and C.11.2.1.3 allow."""
        return self.width >= 1 if self.function == LINEAR else self.width > 0

    def apply(self, values: NDArray[np.float64]) -> NDArray[np.float64]:
        """Map modality values to 0..255 by the formula of the window's function.

        Parameters
        ----------
        values
            float64, any shape.

        Returns
        -------
        ndarray
            float64 in 0..255, same shape, not rounded.
        """
        if self.function == SIGMOID:  # C.11.2.1.3.1
            exponent = np.clip(-4.0 * (values - self.center) / self.width, -700.0, 700.0)
            return np.asarray(255.0 / (1.0 + np.exp(exponent)))
        if self.function == LINEAR_EXACT:  # C.11.2.1.3.2
            return np.asarray(np.clip((values - self.center) / self.width + 0.5, 0, 1) * 255.0)
        if self.width <= 1:  # C.11.2.1.2.1: the slope is infinite, a threshold remains
            return np.where(values <= self.center - 0.5, 0.0, 255.0)
        ramp = (values - (self.center - 0.5)) / (self.width - 1.0) + 0.5
        return np.asarray(np.clip(ramp, 0, 1) * 255.0)


@dataclass(frozen=True, slots=True, eq=False)
class VoiLut:
    """A table from modality values to display levels (VOI LUT Sequence, C.11.2.1.1)."""

    first: int
    """Modality value that the first entry stands for; below it the first entry holds."""
    bits: int
    data: NDArray[np.uint16]
    label: str = ""

    def apply(self, values: NDArray[np.float64]) -> NDArray[np.float64]:
        """Map modality values (float64) to 0..255 (float64, not rounded)."""
        index = np.clip(np.rint(values) - self.first, 0, len(self.data) - 1).astype(np.intp)
        return np.asarray(self.data[index] * (255.0 / ((1 << self.bits) - 1)))


Voi = Window | VoiLut
