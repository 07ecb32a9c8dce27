"""Whether a package from elsewhere may run at all: its network is looked into, then tried.

`open_package` and `verify_files` prove that a package is what its manifest says; here is proven
that what it says fits together and that the network answers with results.
"""

import json
import re
from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

from meddx_desktop.core.errors import ModelRejected
from meddx_desktop.core.inference import explain, pack, sample, tabular, text
from meddx_desktop.core.inference.manifest import GATE, RISK, SCHEMA_VERSION, Variant
from meddx_desktop.core.inference.metrics import holds_up
from meddx_desktop.core.inference.network_file import OPSETS, look_into
from meddx_desktop.core.inference.package import MANIFEST, Package
from meddx_desktop.core.inference.preprocess import prepare
from meddx_desktop.core.inference.session import CPU, ModelSession, choose_device

_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_VERSION = re.compile(r"(0|[1-9]\d{0,3})(\.(0|[1-9]\d{0,3})){2}")
_LABEL = re.compile(r"[a-z0-9_]{1,60}")
FOREIGN = {
    GATE: "model_gate_foreign",
    RISK: "model_risk_foreign",
    **dict.fromkeys(text.TASKS, "model_text_foreign"),
}
"""What comes with the program alone."""
_LONGEST = 60
_LARGEST_SIDE = 2048
_CARD_APART = 1e-3
_MOST_REMARKS = 1 << 20


def examine(package: Package) -> None:
    """Look at everything that can be known before a package meets a patient's film.

    Raises
    ------
    ModelRejected
        ``model_name_invalid``, ``model_manifest_invalid``, ``model_gate_foreign``,
        ``model_risk_foreign``, ``model_text_foreign``,
        ``model_external_data``, ``model_custom_operator``, ``model_opset``,
        ``model_damaged``, ``model_random_operator``, and as `check_sample`.
    """
    _check_names(package)
    _check_manifest(package)
    for variant in package.variants:
        _check_network(package, variant)
    session = ModelSession(package, choose_device("cpu"))
    check_sample(package, session, most=sample.FOREIGN_TOLERANCE)
    _try_pictures(package, session)


def check_sample(
    package: Package, session: ModelSession, *, most: float = sample.SHIPPED_TOLERANCE
) -> None:
    """Run the package's sample picture, or the sample rows of a risk model, twice.

    Parameters
    ----------
    most
        The widest tolerance that a sample picture may ask for.

    Raises
    ------
    ModelRejected
        ``model_sample_differs``: this machine computes something else than the maker's did;
        ``model_sample_invalid``, ``model_tolerance_wide``, ``model_by_chance``,
        ``model_shape_mismatch``, ``model_never_finite``, ``model_no_memory``, ``model_run_fails``.
    """
    name = package.name
    if package.manifest.risk is not None:
        _check_rows(package, session)
        return
    if package.manifest.text is not None:
        whole = package.manifest.text.pieces is not None
        first = next(iter(package.manifest.outputs), "")
        text.check_sample(package.file, session.run, name, first=first, whole=whole)
        return
    logits, tolerance = sample.expected(package.file(sample.EXPECTED), name, most=most)
    picture = sample.picture(package.file(sample.PICTURE), name)
    tensor = prepare(picture, package.manifest.preprocessing)
    found = sample.answer_twice(session.run, tensor, name, apart=_apart(session))
    sample.compare(found, logits, tolerance, name)


def _check_rows(package: Package, session: ModelSession) -> None:
    """The sample's answer, and that contributions are made from the network's own numbers."""
    name = package.name
    rows = sample.rows(package.file(sample.ROWS), name)
    expected, tolerance = sample.expected(
        package.file(sample.EXPECTED), name, most=sample.ROW_TOLERANCE
    )
    found = sample.answer_twice(session.run, rows, name, apart=_apart(session))
    sample.compare(found, expected, tolerance, name)
    risk = package.manifest.risk
    assert risk is not None
    fills = np.array([column.fill for column in risk.columns])
    explained = explain.read_explanation(
        package.file(tabular.EXPLANATION), package=package.name, width=len(fills)
    )
    for row, said in zip(np.where(np.isnan(rows), fills, rows), expected, strict=True):
        if not abs(explained.value(row) - said) <= tolerance:
            raise ModelRejected("model_sample_differs", name=package.name)


def _apart(session: ModelSession) -> float:
    """How far two answers to one film may be apart: a graphics card sums in changing order."""
    return 0.0 if session.provider == CPU else _CARD_APART


def _check_names(package: Package) -> None:
    """Names become folders and lines of the audit trail."""
    manifest = package.manifest
    wrong = len(manifest.name) > _LONGEST or not _NAME.fullmatch(manifest.name)
    if wrong or manifest.name in pack.DEVICES:
        raise ModelRejected("model_name_invalid", name=ascii(manifest.name)[:_LONGEST])
    if not _VERSION.fullmatch(manifest.version):
        raise _invalid(package, "version")
    names = [label.name for label in manifest.labels]
    if len(set(names)) < len(names) or not all(map(_LABEL.fullmatch, names)):
        raise _invalid(package, "labels.name")


def _check_manifest(package: Package) -> None:
    manifest = package.manifest
    content = _raw(package)
    if not 1 <= content["schema_version"] <= SCHEMA_VERSION:
        raise _invalid(package, "schema_version")
    if manifest.task in FOREIGN:
        raise ModelRejected(FOREIGN[manifest.task], name=package.name)
    if content.get("modality") != "CXR":
        raise _invalid(package, "modality")
    if not any(label.shown for label in manifest.labels):
        raise _invalid(package, "labels.shown")
    if not holds_up(manifest.metrics):
        raise _invalid(package, "labels.shown (AUC)")
    if manifest.applies_to.age_days is None or not manifest.applies_to.modalities:
        raise _invalid(package, "applies_to")
    steps = manifest.preprocessing
    if not (0 < steps.width <= _LARGEST_SIDE and 0 < steps.height <= _LARGEST_SIDE):
        raise _invalid(package, "preprocessing.size")
    if list(manifest.input_shape[1:]) != [3, steps.height, steps.width]:
        raise _invalid(package, "input.shape")
    if manifest.atypicality_limit is not None and "atypicality" not in manifest.outputs:
        raise _invalid(package, "out_of_distribution")
    count = len(manifest.labels)
    wanted: dict[str, list[Any]] = {"logits": [count], "cam": [count, "", ""], "atypicality": []}
    for name, shape in manifest.outputs.items():
        if name in wanted and not _alike(list(shape[1:]), wanted[name]):
            raise _invalid(package, f"outputs.{name}"[:_LONGEST])
    if "logits" not in manifest.outputs:
        raise _invalid(package, "outputs.logits")


def _check_network(package: Package, variant: Variant) -> None:
    found = look_into(package.network(variant), package=package.name)
    if found.remarks > _MOST_REMARKS:
        raise _invalid(package, f"{variant.file}: metadata")
    if found.external:
        raise ModelRejected("model_external_data", name=package.name)
    if found.foreign:
        operator = ascii(min(found.foreign))[1:-1]
        raise ModelRejected("model_custom_operator", name=package.name, operator=operator)
    if found.chance:
        operator = min(found.chance)
        raise ModelRejected("model_random_operator", name=package.name, operator=operator)
    if found.opset not in OPSETS or found.opset != _raw(package).get("opset"):
        raise ModelRejected(
            "model_opset", name=package.name, opset=found.opset, low=OPSETS[0], high=OPSETS[-1]
        )


def _try_pictures(package: Package, session: ModelSession) -> None:
    """Black, white, noise and a ramp: each must give a finite answer of the stated shape."""
    manifest = package.manifest
    for picture in _pictures():
        tensor = prepare(picture, manifest.preprocessing)
        found = sample.answer(session.run, tensor, package.name)
        for name, shape in manifest.outputs.items():
            wanted = [1, *(0 if isinstance(size, str) else size for size in shape[1:])]
            here = [
                0 if size == 0 else real
                for size, real in zip(wanted, found[name].shape, strict=False)
            ]
            if found[name].ndim != len(wanted) or here != wanted:
                raise ModelRejected("model_shape_mismatch", name=package.name, tensor=name)


def _pictures() -> Iterator[NDArray[np.uint8]]:
    yield np.zeros((64, 64), np.uint8)
    yield np.full((64, 64), 255, np.uint8)
    yield np.random.default_rng(7).integers(0, 256, (64, 64)).astype(np.uint8)
    yield np.tile(np.linspace(0, 255, 64).astype(np.uint8), (64, 1))


def _alike(found: list[int | str], wanted: list[Any]) -> bool:
    return len(found) == len(wanted) and all(
        want in ("", here) for here, want in zip(found, wanted, strict=True)
    )


def _raw(package: Package) -> dict[str, Any]:
    """The manifest as it is written, for what the program itself does not ask for."""
    content: dict[str, Any] = json.loads((package.folder / MANIFEST).read_bytes())
    return content


def _invalid(package: Package, field: str) -> ModelRejected:
    return ModelRejected("model_manifest_invalid", name=package.name, field=field)
