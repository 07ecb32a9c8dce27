"""Large films for measuring speed, made on the spot from the demonstration: no file to ship."""

from io import BytesIO

import cv2
import numpy as np
from numpy.typing import NDArray
from pydicom.dataset import Dataset, FileMetaDataset
from pydicom.uid import (
    ComputedRadiographyImageStorage,
    ExplicitVRLittleEndian,
    RLELossless,
    generate_uid,
)

from meddx_desktop.core.domain.imaging import Source
from meddx_desktop.core.imaging.pixels import to_display8
from meddx_desktop.core.imaging.read import open_film
from meddx_desktop.core.paths import RESOURCES

_SEED = 20260302
_BITS = 14


def chest(rows: int, columns: int) -> NDArray[np.uint16]:
    """The healthy demonstration film, enlarged, with detector noise; 14 bits in uint16.

    A drawn chest would be refused by the gate, and a refused film costs less than a scored one.
    """
    film = open_film(Source(RESOURCES / "demo/2-child-check.dcm"))
    grey = to_display8(film.frame())
    large = cv2.resize(grey, (columns, rows), interpolation=cv2.INTER_LINEAR).astype(np.float32)
    large *= (2**_BITS - 1) / 255.0
    noise = np.random.default_rng(_SEED).integers(-40, 41, large.shape)
    return np.asarray(np.clip(large + noise, 0, 2**_BITS - 1), np.uint16)


def film(rows: int, columns: int, *, rle: bool = False) -> bytes:
    """A Computed Radiography file of an invented three-year-old, uncompressed or RLE Lossless."""
    dataset = Dataset()
    dataset.file_meta = FileMetaDataset()
    dataset.file_meta.TransferSyntaxUID = ExplicitVRLittleEndian
    uid = generate_uid(entropy_srcs=["meddx phantom", str(rows), str(columns), str(rle)])
    dataset.file_meta.MediaStorageSOPClassUID = ComputedRadiographyImageStorage
    dataset.file_meta.MediaStorageSOPInstanceUID = uid
    dataset.SOPClassUID, dataset.SOPInstanceUID = ComputedRadiographyImageStorage, uid
    dataset.StudyInstanceUID = dataset.SeriesInstanceUID = uid
    dataset.PatientName, dataset.PatientID = "Phantom", "PHANTOM"
    dataset.PatientBirthDate, dataset.StudyDate = "20230301", "20260302"
    dataset.Modality, dataset.BodyPartExamined, dataset.ViewPosition = "CR", "CHEST", "AP"
    dataset.Rows, dataset.Columns, dataset.SamplesPerPixel = rows, columns, 1
    dataset.PhotometricInterpretation, dataset.PixelRepresentation = "MONOCHROME2", 0
    dataset.BitsAllocated, dataset.BitsStored, dataset.HighBit = 16, _BITS, _BITS - 1
    dataset.WindowCenter, dataset.WindowWidth = 2 ** (_BITS - 1), 2**_BITS
    dataset.PixelData = chest(rows, columns).tobytes()
    if rle:
        dataset.compress(RLELossless)
    content = BytesIO()
    dataset.save_as(content, enforce_file_format=True)
    return content.getvalue()
