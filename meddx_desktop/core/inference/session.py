"""Running a network: the only importer of onnxruntime.

What was asked for and what runs are compared and reported: asking onnxruntime for CUDA on a
machine without it silently gives the CPU.
"""

import ctypes
import hashlib
import logging
import sys
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
import onnxruntime as ort
from numpy.typing import NDArray

from meddx_desktop.core.errors import BadOutput, InvalidEntry, ModelRejected
from meddx_desktop.core.inference.manifest import Manifest, Variant
from meddx_desktop.core.inference.package import Package
from meddx_desktop.core.inference.providers import CPU, CUDA, brought

log = logging.getLogger(__name__)

__all__ = ["CPU", "CUDA", "Device", "ModelSession", "NoGpu", "choose_device"]
_FATAL_ONLY = 4

_state = ort.capi.onnxruntime_pybind11_state
_ORT_ERRORS = (
    _state.EPFail,
    _state.Fail,
    _state.InvalidArgument,
    _state.InvalidGraph,
    _state.InvalidProtobuf,
    _state.NoSuchFile,
    _state.NotImplemented,
    _state.RuntimeException,
)
"""What onnxruntime raises for a network or provider that can't be used."""

# onnxruntime writes to standard error by itself; what matters reaches the user as a code.
ort.set_default_logger_severity(_FATAL_ONLY)
ort.disable_telemetry_events()


class NoGpu(StrEnum):
    """Why the graphics card is not even tried."""

    TRIED = ""
    NOT_ASKED = "not_asked"
    NOT_IN_BUILD = "not_in_build"
    NO_CARD = "no_card"


@dataclass(frozen=True, slots=True)
class Device:
    """What was asked for, what therefore should run, and why that is no graphics card."""

    asked: str
    provider: str
    why: NoGpu = NoGpu.TRIED


def choose_device(asked: str) -> Device:
    """Turn ``auto``, ``cpu`` or ``cuda`` into the provider to try first.

    Raises
    ------
    InvalidEntry
        ``provider_unknown`` for any other word.
    """
    if asked not in ("auto", "cpu", "cuda"):
        raise InvalidEntry("provider_unknown", text=asked[:20])
    if asked == "cpu":
        return Device(asked, CPU, NoGpu.NOT_ASKED)
    if CUDA not in ort.get_available_providers() or CUDA not in brought():
        return Device(asked, CPU, NoGpu.NOT_IN_BUILD)
    if asked == "cuda" or _has_card():
        return Device(asked, CUDA)
    return Device(asked, CPU, NoGpu.NO_CARD)


def _has_card() -> bool:
    """Whether NVIDIA's driver is there; onnxruntime offers CUDA without it, and fails slowly."""
    try:
        ctypes.CDLL("nvcuda.dll" if sys.platform == "win32" else "libcuda.so.1")
    except OSError:
        return False
    return True


class ModelSession:
    """One loaded network of one package. `run` may be called from several threads.

    Parameters
    ----------
    package
        A package that passed its checks.
    device
        What to run on; a provider that fails falls back to the CPU (`fell_back`).
    threads
        Threads inside one run; several callers share them.

    Raises
    ------
    ModelRejected
        Changed file, damaged network, foreign operators, or tensors other than the manifest's.
    """

    def __init__(self, package: Package, device: Device, *, threads: int = 1) -> None:
        self.manifest: Manifest = package.manifest
        self.variant: Variant = package.variant_for(device.provider)
        network = package.network(self.variant)
        self._refuse_external(network, package)
        self._session = self._open(network, device.provider, threads)
        if self._session is None or self._provider() != device.provider:
            self.variant = package.variant_for(CPU)
            network = package.network(self.variant)
            self._session = self._open(network, CPU, threads)
        if self._session is None:
            raise ModelRejected("model_damaged", name=package.name)
        self.provider: str = self._provider()
        self.fell_back: bool = device.asked == "cuda" and self.provider != CUDA
        self.sha256: str = hashlib.sha256(network).hexdigest()
        self._names = list(self.manifest.outputs)
        self._check_tensors()

    def run(
        self, tensor: NDArray[np.float32] | NDArray[np.int64]
    ) -> dict[str, NDArray[np.float32]]:
        """One forward pass.

        Returns
        -------
        dict
            The outputs that the manifest names, float32.

        Raises
        ------
        BadOutput
            ``model_bad_output`` when a value is not finite, or the network could not be run.
        """
        assert self._session is not None
        try:
            values = self._session.run(self._names, {self.manifest.input_name: tensor})
        except _ORT_ERRORS as error:
            raise BadOutput("model_bad_output", name=self.manifest.name) from error
        outputs = dict(zip(self._names, values, strict=True))
        if not all(np.isfinite(value).all() for value in outputs.values()):
            raise BadOutput("model_bad_output", name=self.manifest.name)
        return outputs

    def _open(self, network: bytes, provider: str, threads: int) -> ort.InferenceSession | None:
        options = ort.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.log_severity_level = _FATAL_ONLY
        # No worker threads spinning between films: a clinic laptop runs on battery.
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        try:
            session = ort.InferenceSession(network, options, providers=[provider])
        except _ORT_ERRORS:
            log.warning("network not opened", extra={"model": self.manifest.name})
            return None
        # It keeps the file's bytes in case other providers are set later, which nobody does here:
        # for the encoder of notes that would be 44 MB beside the weights themselves.
        session.disable_fallback()
        session._model_bytes = b""
        return session

    def _provider(self) -> str:
        assert self._session is not None
        return str(self._session.get_providers()[0])

    def _check_tensors(self) -> None:
        """Compare names and shapes with the manifest; a free dimension matches anything."""
        assert self._session is not None
        wanted = {self.manifest.input_name: self.manifest.input_shape, **self.manifest.outputs}
        tensors = (*self._session.get_inputs(), *self._session.get_outputs())
        found = {tensor.name: tensor.shape for tensor in tensors}
        inputs = [tensor.name for tensor in self._session.get_inputs()]
        if inputs != [self.manifest.input_name]:
            raise self._mismatch(self.manifest.input_name)
        for name, shape in wanted.items():
            if name not in found or not _fits(found[name], shape):
                raise self._mismatch(name)

    def _mismatch(self, tensor: str) -> ModelRejected:
        return ModelRejected("model_shape_mismatch", name=self.manifest.name, tensor=tensor)

    @staticmethod
    def _refuse_external(network: bytes, package: Package) -> None:
        """Refuse a network that would read other files: tensors stored outside of it.

        `external_data` entries carry the key ``location`` (onnx.proto, TensorProto field 13);
        loading from bytes leaves onnxruntime no folder to resolve it in, this names the reason.
        """
        if b"\x0a\x08location\x12" in network:
            raise ModelRejected("model_external_data", name=package.name)


def _fits(found: list[int | str | None], wanted: tuple[int | str, ...]) -> bool:
    return len(found) == len(wanted) and all(
        isinstance(b, str) or a == b or not isinstance(a, int)
        for a, b in zip(found, wanted, strict=True)
    )
