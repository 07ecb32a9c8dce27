"""Which of ONNX Runtime's providers this build brought along, told by their libraries.

ONNX Runtime's GPU build lists CUDA as available even where its library was left out; the standard
installer leaves it out, and with it the networks that nothing but CUDA runs.
"""

import importlib.util
import sys
from functools import cache
from pathlib import Path

CPU = "CPUExecutionProvider"
CUDA = "CUDAExecutionProvider"
_CUDA_LIBRARY = (
    "onnxruntime_providers_cuda.dll"
    if sys.platform == "win32"
    else "libonnxruntime_providers_cuda.so"
)


@cache
def brought() -> frozenset[str]:
    """The providers whose libraries lie beside ONNX Runtime; it is found, and not loaded."""
    found = importlib.util.find_spec("onnxruntime")
    places = (found.submodule_search_locations if found else None) or ()
    if any((Path(place) / "capi" / _CUDA_LIBRARY).is_file() for place in places):
        return frozenset({CPU, CUDA})
    return frozenset({CPU})
