"""What every DICOM object made here shares: whose it is, which study, where it was made.

PS3.3 C.7.1.1 (patient), C.7.2.1 (study), C.7.5.1 (equipment); values kept within PS3.5 6.2.
"""

import io
from datetime import datetime

import pydicom
from pydicom.dataset import Dataset, FileDataset, FileMetaDataset
from pydicom.sequence import Sequence
from pydicom.uid import UID, ExplicitVRLittleEndian, generate_uid

from meddx_desktop import __version__
from meddx_desktop.core.domain.patient import PersonName
from meddx_desktop.core.domain.report import FilmPart, Report
from meddx_desktop.core.reports.clean import line, plain

_LONG, _SHORT = 64, 16
OWN_SCHEME = "99MEDDX"
_SEXES = ("F", "M", "O")


def new_object(sop_class: str, report: Report, film: FilmPart | None) -> FileDataset:
    """An object of this class about the patient, in the study of the film where there is one."""
    meta = FileMetaDataset()
    meta.MediaStorageSOPClassUID = UID(sop_class)
    meta.MediaStorageSOPInstanceUID = generate_uid()
    meta.TransferSyntaxUID = ExplicitVRLittleEndian
    made = FileDataset("", {}, file_meta=meta, preamble=b"\0" * 128)
    made.SpecificCharacterSet = "ISO_IR 192"
    made.SOPClassUID = UID(sop_class)
    made.SOPInstanceUID = meta.MediaStorageSOPInstanceUID
    _patient(made, report)
    _study(made, report, film)
    made.SeriesInstanceUID = generate_uid()
    made.SeriesNumber = 1
    made.Manufacturer = "MedDx Desktop"
    made.ManufacturerModelName = "MedDx Desktop"
    made.SoftwareVersions = __version__
    made.DeviceSerialNumber = ""
    return made


def written(made: FileDataset) -> bytes:
    """The object as a file."""
    content = io.BytesIO()
    pydicom.dcmwrite(content, made, enforce_file_format=True)
    return content.getvalue()


def stamped(made: Dataset, name: str, at: datetime) -> None:
    """Set a date and a time, such as ``ContentDate`` and ``ContentTime``."""
    local = at.astimezone()
    setattr(made, f"{name}Date", local.strftime("%Y%m%d"))
    setattr(made, f"{name}Time", local.strftime("%H%M%S"))


def coded(value: str, scheme: str, meaning: str) -> Dataset:
    """One item of a code sequence (PS3.3 8.8)."""
    made = Dataset()
    made.CodeValue = value[:_SHORT]
    made.CodingSchemeDesignator = scheme
    made.CodeMeaning = short(meaning)
    return made


def own_code(key: str, meaning: str) -> Dataset:
    """A concept of this program alone."""
    return coded(key, OWN_SCHEME, meaning)


def sequence(*items: Dataset) -> Sequence:
    """Items as a sequence."""
    return Sequence(list(items))


def short(text: str) -> str:
    """A value of type LO: one line, no backslash, 64 characters at most."""
    return line(text).replace("\\", "/")[:_LONG]


def long(text: str) -> str:
    """A value of type UT: several lines."""
    return plain(text).replace("\n", "\r\n")


def person(name: PersonName) -> str:
    """A name of up to three writings (PS3.5 6.2.1.2), without the signs that part them."""
    groups = [
        "^".join(line(part) for part in group.split("^"))
        .replace("\\", "/")
        .replace("=", "-")[:_LONG]
        for group in (name.alphabetic, name.ideographic, name.phonetic)
    ]
    return "=".join(groups).rstrip("=")


def _patient(made: Dataset, report: Report) -> None:
    patient = report.patient
    made.PatientName = person(patient.name)
    made.PatientID = short(patient.patient_id)
    born = patient.birth_date
    made.PatientBirthDate = born.strftime("%Y%m%d") if born else ""
    made.PatientSex = patient.sex.value if patient.sex.value in _SEXES else ""


def _study(made: Dataset, report: Report, film: FilmPart | None) -> None:
    known = film is not None and is_uid(film.study_uid)
    made.StudyInstanceUID = film.study_uid if film and known else generate_uid()
    day = (film.day if film else None) or report.day
    made.StudyDate = day.strftime("%Y%m%d")
    made.StudyTime = ""
    made.StudyID = ""
    made.AccessionNumber = ""
    made.ReferringPhysicianName = ""


def is_uid(text: str) -> bool:
    """Whether a text is a UID (PS3.5 9.1); pictures without a header have none."""
    parts = text.split(".")
    return 0 < len(text) <= _LONG and len(parts) > 1 and all(map(_is_component, parts))


def _is_component(part: str) -> bool:
    return part.isascii() and part.isdigit() and (part == "0" or not part.startswith("0"))
