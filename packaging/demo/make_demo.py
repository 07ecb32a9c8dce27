"""Make the demonstration films in resources/demo from open collections.

Pixels are real and public; names, identifiers, birth dates and ages are invented.
Notes, laboratory lines and credit stand beside them, written by hand.
Run: python packaging/demo/make_demo.py DATA
"""

import sys
from datetime import date
from pathlib import Path

import cv2
import numpy as np
from pydicom import dcmread
from pydicom.dataset import Dataset, FileMetaDataset
from pydicom.encaps import encapsulate
from pydicom.uid import (
    ComputedRadiographyImageStorage,
    ExplicitVRLittleEndian,
    JPEGBaseline8Bit,
    generate_uid,
)

OUT = Path(__file__).parents[2] / "resources/demo"
STUDY_DAY = date(2026, 3, 2)
FILMS = (
    # (file, source picture, patient id, name, birth, sex, view)
    (
        "1-child-cough",
        "kermany_person274_bacteria_1288.jpeg",
        "DEMO-001",
        "Li^Xiaoyu=李^小雨",
        date(2022, 11, 5),
        "F",
        "AP",
    ),
    (
        "2-child-check",
        "kermany_NORMAL2-IM-0578-0001.jpeg",
        "DEMO-002",
        "Wang^Lei=王^磊",
        date(2021, 6, 20),
        "M",
        "AP",
    ),
    (
        "3-adult",
        "nih_nofinding_00000129_000.png",
        "DEMO-003",
        "Brown^Mary",
        date(1968, 1, 30),
        "F",
        "PA",
    ),
)


def jpeg_of(path: Path) -> bytes:
    """The film as a baseline JPEG: the file itself if it is one, else encoded once."""
    if path.suffix == ".jpeg":
        return path.read_bytes()
    grey = cv2.imread(str(path), cv2.IMREAD_GRAYSCALE)
    return cv2.imencode(".jpg", grey, [cv2.IMWRITE_JPEG_QUALITY, 92])[1].tobytes()


def film(content: bytes, patient: tuple[str, str, date, str, str]) -> Dataset:
    """Wrap a baseline JPEG as a Computed Radiography image."""
    identifier, name, birth, sex, view = patient
    picture = cv2.imdecode(np.frombuffer(content, np.uint8), cv2.IMREAD_UNCHANGED)
    dataset = Dataset()
    dataset.file_meta = FileMetaDataset()
    dataset.file_meta.TransferSyntaxUID = JPEGBaseline8Bit
    dataset.file_meta.MediaStorageSOPClassUID = ComputedRadiographyImageStorage
    uid = generate_uid(entropy_srcs=["meddx demo", identifier])
    dataset.file_meta.MediaStorageSOPInstanceUID = uid
    dataset.SpecificCharacterSet = "ISO_IR 192"
    dataset.SOPClassUID, dataset.SOPInstanceUID = ComputedRadiographyImageStorage, uid
    dataset.StudyInstanceUID = generate_uid(entropy_srcs=["meddx demo study", identifier])
    dataset.SeriesInstanceUID = generate_uid(entropy_srcs=["meddx demo series", identifier])
    dataset.PatientName, dataset.PatientID = name, identifier
    dataset.PatientBirthDate, dataset.PatientSex = birth.strftime("%Y%m%d"), sex
    dataset.StudyDate = dataset.ContentDate = STUDY_DAY.strftime("%Y%m%d")
    dataset.StudyTime, dataset.AccessionNumber = "090000", ""
    dataset.StudyDescription, dataset.SeriesNumber, dataset.InstanceNumber = "Chest", 1, 1
    dataset.Modality, dataset.BodyPartExamined, dataset.ViewPosition = "CR", "CHEST", view
    dataset.Manufacturer, dataset.ReferringPhysicianName, dataset.StudyID = "", "", "1"
    dataset.Rows, dataset.Columns = picture.shape[:2]
    dataset.SamplesPerPixel, dataset.PhotometricInterpretation = 1, "MONOCHROME2"
    dataset.BitsAllocated = dataset.BitsStored = 8
    dataset.HighBit, dataset.PixelRepresentation = 7, 0
    dataset.LossyImageCompression = "01"
    dataset.PixelData = encapsulate([content])
    dataset["PixelData"].VR = "OB"
    return dataset


def phantom(path: Path) -> Dataset:
    """One slice of the plastic head, named as the demonstration's fourth patient."""
    dataset = dcmread(path)
    dataset.remove_private_tags()
    dataset.PatientName, dataset.PatientID = "Phantom^Head", "DEMO-004"
    dataset.file_meta.TransferSyntaxUID = ExplicitVRLittleEndian
    return dataset


def main(data: Path) -> None:
    """Write all films."""
    for name, source, *patient in FILMS:
        content = jpeg_of(data / "cxr/originals" / source)
        film(content, tuple(patient)).save_as(OUT / f"{name}.dcm", enforce_file_format=True)
    head = phantom(data / "dicom_demo/ct_head_phantom_philips_bsd2/006.dcm")
    head.save_as(OUT / "4-head-phantom.dcm", enforce_file_format=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
