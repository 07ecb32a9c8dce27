"""Millimetres per pixel and where they were measured (PS3.3 10.7): detector or patient."""

from pydicom.dataset import Dataset

from meddx_desktop.core.domain.imaging import PixelSpacing
from meddx_desktop.core.imaging.attributes import has, numbers, sequence

_PROJECTION = ("CR", "DX", "DR", "RG", "RF", "XA", "MG", "IO", "PX")
_SAME = 1e-6


def read_spacing(dataset: Dataset, modality: str) -> PixelSpacing | None:
    """The spacing to measure with, its origin, and whether it is corrected for magnification.

    In a projection, Pixel Spacing that equals Imager Pixel Spacing is the detector's
    (10.7.1.3); only a different one, or one with a calibration type, is corrected for
    magnification. Taking the one for the other makes a heart look 5 to 15 % larger.
    """
    patient = _pair(dataset, "PixelSpacing") or _from_groups(dataset)
    imager = _pair(dataset, "ImagerPixelSpacing")
    projection = modality in _PROJECTION
    if patient and not (projection and imager and _equal(patient, imager)):
        said = imager is not None or has(dataset, "PixelSpacingCalibrationType")
        return PixelSpacing(*patient, "PixelSpacing", said or None if projection else None)
    if imager:
        return PixelSpacing(*imager, "ImagerPixelSpacing")
    nominal = _pair(dataset, "NominalScannedPixelSpacing")
    return PixelSpacing(*nominal, "NominalScannedPixelSpacing") if nominal else None


def _pair(dataset: Dataset, keyword: str) -> tuple[float, float] | None:
    values = numbers(dataset, keyword)
    if len(values) < 2:
        return None
    row, column = values[0], values[1]
    return (row, column) if row and column and row > 0 and column > 0 else None


def _from_groups(dataset: Dataset) -> tuple[float, float] | None:
    for group in sequence(dataset, "SharedFunctionalGroupsSequence")[:1]:
        for item in sequence(group, "PixelMeasuresSequence")[:1]:
            return _pair(item, "PixelSpacing")
    return None


def _equal(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return all(abs(a - b) < _SAME for a, b in zip(one, other, strict=True))
