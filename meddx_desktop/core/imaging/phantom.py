"""Synthetic films, made on the spot for measuring speed: no patient, no file to ship."""

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

_SEED = 20260302
_BITS = 14


def chest(rows: int, columns: int) -> NDArray[np.uint16]:
    """A chest-like picture: bright body, two dark lungs, ribs, noise; 14 bits in uint16."""
    noise = np.random.default_rng(_SEED)
    y, x = np.mgrid[0:1:256j, 0:1:256j]
    body = np.exp(-(((x - 0.5) / 0.42) ** 4) - ((y - 0.55) / 0.6) ** 6)
    lungs = sum(np.exp(-(((x - c) / 0.14) ** 2) - ((y - 0.48) / 0.26) ** 2) for c in (0.3, 0.7))
    ribs = 0.06 * np.sin(y * 60 + 6 * (x - 0.5) ** 2)
    small = np.clip(0.15 + 0.75 * body - 0.55 * lungs + ribs * body, 0, 1).astype(np.float32)
    large = cv2.resize(small, (columns, rows), interpolation=cv2.INTER_CUBIC)
    large += noise.normal(0, 0.01, large.shape).astype(np.float32)
    return np.asarray(np.clip(large, 0, 1) * (2**_BITS - 1), np.uint16)


def film(rows: int, columns: int, *, rle: bool = False) -> bytes:
    """A Computed Radiography file of a three-year-old phantom, uncompressed or RLE Lossless."""
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
