"""The two networks: verified, opened once, run on the processor.

They are no model packages: they judge no film and score nothing, so there is nothing in them to
calibrate, to put on trial or to replace from a stick.
"""

import hashlib
import os
import threading
from functools import lru_cache
from pathlib import Path

import numpy as np
import onnxruntime as ort
from numpy.typing import NDArray

from meddx_desktop.core.errors import BadOutput, ModelRejected
from meddx_desktop.core.paths import RESOURCES

FOLDER: Path = RESOURCES / "ocr"
FIND = "find.onnx"
READ = "read.onnx"
SHA256 = {
    FIND: "090f04abcd9d9a7498bc4ebf677e4cb9bdce1fe4197ddb7e529f1ef44e1ff94f",
    READ: "6f327246b50388f3c176ae304bd95767ea6dc0c9ae92153ef8cbe210b3c14884",
}
_FATAL_ONLY = 4
_MOST_THREADS = 4
_state = ort.capi.onnxruntime_pybind11_state
_ORT_ERRORS = (
    _state.Fail,
    _state.InvalidArgument,
    _state.InvalidGraph,
    _state.InvalidProtobuf,
    _state.NotImplemented,
    _state.RuntimeException,
)
_opening = threading.Lock()

ort.set_default_logger_severity(_FATAL_ONLY)
ort.disable_telemetry_events()


class Network:
    """One network with one input; `run` may be called from several threads."""

    def __init__(self, file: str, *, folder: Path = FOLDER) -> None:
        content = _verified(folder / file, SHA256[file])
        options = ort.SessionOptions()
        options.intra_op_num_threads = min(_MOST_THREADS, os.cpu_count() or 1)
        options.inter_op_num_threads = 1
        options.log_severity_level = _FATAL_ONLY
        # Memory of the largest film so far would stay taken for good.
        options.enable_cpu_mem_arena = False
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        try:
            self._session = ort.InferenceSession(
                content, options, providers=["CPUExecutionProvider"]
            )
        except _ORT_ERRORS as error:
            raise ModelRejected("model_damaged", name=file) from error
        self._file = file
        self._input = self._session.get_inputs()[0].name

    def run(self, tensor: NDArray[np.float32]) -> NDArray[np.float32]:
        """One forward pass.

        Raises
        ------
        BadOutput
            ``model_bad_output``.
        """
        try:
            answer: NDArray[np.float32] = self._session.run(None, {self._input: tensor})[0]
        except _ORT_ERRORS as error:
            raise BadOutput("model_bad_output", name=self._file) from error
        return answer

    def signs(self) -> tuple[str, ...]:
        """The signs that a reading network knows, in the order of its answers: blank first."""
        written = self._session.get_modelmeta().custom_metadata_map["character"]
        return ("", *written.split("\n"), " ")


def network(file: str) -> Network:
    """The network of that name, opened when it is asked for first.

    Raises
    ------
    ModelRejected
        ``model_damaged``: the file is missing, changed or can't be opened.
    """
    with _opening:
        return _opened(file)


@lru_cache(maxsize=2)
def _opened(file: str) -> Network:
    return Network(file)


def _verified(path: Path, digest: str) -> bytes:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise ModelRejected("model_damaged", name=path.name) from error
    if hashlib.sha256(content).hexdigest() != digest:
        raise ModelRejected("model_damaged", name=path.name)
    return content
