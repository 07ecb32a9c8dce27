"""Study, patient and instance as a DICOM header states them, with cautions where it is odd.

PS3.3 C.7.1 (patient), C.7.2 (study), C.7.3 (series), C.8.11 (DX).
"""

import hashlib
import uuid
from datetime import date, timedelta

from pydicom.dataset import Dataset

from meddx_desktop.core.domain.finding import Reason
from meddx_desktop.core.domain.imaging import Instance, Series, Source, Study, View
from meddx_desktop.core.domain.patient import Age, Patient, Sex
from meddx_desktop.core.errors import InvalidEntry
from meddx_desktop.core.imaging.attributes import day, integer, number, sequence, text, texts
from meddx_desktop.core.imaging.charset import decode, person_name
from meddx_desktop.core.imaging.dataset import Parsed
from meddx_desktop.core.imaging.pixel_module import PixelModule
from meddx_desktop.core.imaging.spacing import read_spacing

_SEX = {"F": Sex.FEMALE, "M": Sex.MALE, "O": Sex.OTHER, "女": Sex.FEMALE, "男": Sex.MALE}
_VIEWS = {
    "AP": View.AP,
    "PA": View.PA,
    "LL": View.LATERAL,
    "RL": View.LATERAL,
    "LAT": View.LATERAL,
    "LATERAL": View.LATERAL,
    "RLD": View.OTHER,
    "LLD": View.OTHER,
    "RLO": View.OTHER,
    "LLO": View.OTHER,
}
_VIEW_CODES = {  # CID 4010, in SNOMED CT and in the retired SRT
    "399348003": View.AP,
    "R-10206": View.AP,
    "272479007": View.PA,
    "R-10214": View.PA,
    "R-40888": View.PA,
    "399173006": View.LATERAL,
    "R-10236": View.LATERAL,
    "399198007": View.LATERAL,
    "R-10232": View.LATERAL,
    "399067008": View.LATERAL,
    "R-102CD": View.LATERAL,
}
_CLASS_MODALITIES = {
    "1.2.840.10008.5.1.4.1.1.2": "CT",
    "1.2.840.10008.5.1.4.1.1.2.1": "CT",
    "1.2.840.10008.5.1.4.1.1.4": "MR",
    "1.2.840.10008.5.1.4.1.1.4.1": "MR",
    "1.2.840.10008.5.1.4.1.1.6.1": "US",
    "1.2.840.10008.5.1.4.1.1.3.1": "US",
    "1.2.840.10008.5.1.4.1.1.1.2": "MG",
    "1.2.840.10008.5.1.4.1.1.20": "NM",
    "1.2.840.10008.5.1.4.1.1.128": "PT",
}
"""SOP classes that are no projection film, whatever the Modality says (PS3.4 B.5)."""
_HUMAN = ("", "HOMO SAPIENS", "HUMAN")
_CLOCKS_DIFFER = timedelta(days=2)
_CHEST_CODES = ("51185008", "T-D3000", "43799004")
_FOR_PROCESSING = (
    "1.2.840.10008.5.1.4.1.1.1.1.1",  # Digital X-Ray
    "1.2.840.10008.5.1.4.1.1.1.2.1",  # Digital Mammography
    "1.2.840.10008.5.1.4.1.1.1.3.1",  # Digital Intra-Oral
)


def describe(
    parsed: Parsed, module: PixelModule, source: Source, *, sha256: str
) -> tuple[Study, tuple[Reason, ...]]:
    """The one-instance Study of a file, and what to beware of in its header."""
    dataset = parsed.dataset
    notes: list[Reason] = []
    patient = _patient(dataset, notes)
    taken = _study_date(dataset, notes)
    stated = _stated_age(dataset, notes)
    _compare_ages(patient.birth_date, taken, stated, notes)
    instance = _instance(parsed, module, source, sha256=sha256, notes=notes)
    series = Series(
        text(dataset, "SeriesInstanceUID") or derived_uid(sha256, "series"),
        integer(dataset, "SeriesNumber") or 0,
        instance.modality,
        decode(dataset, "SeriesDescription").text,
        (instance,),
    )
    study = Study(
        text(dataset, "StudyInstanceUID") or derived_uid(sha256, "study"),
        patient,
        taken,
        decode(dataset, "StudyDescription").text,
        (series,),
        stated,
    )
    return study, tuple(notes)


def derived_uid(sha256: str, what: str) -> str:
    """A UID under 2.25 (PS3.5 B.2) made from a file's hash: the same file, the same UID."""
    digest = hashlib.sha256(f"{what}:{sha256}".encode()).digest()
    return f"2.25.{uuid.UUID(bytes=digest[:16], version=4).int}"


def _patient(dataset: Dataset, notes: list[Reason]) -> Patient:
    name, guessed = person_name(dataset, "PatientName")
    identifier = decode(dataset, "PatientID")
    guessed = guessed or identifier.guessed
    if guessed:
        notes.append(Reason("charset_guessed", {"charset": guessed}))
    birth = day(dataset, "PatientBirthDate")
    if birth is None and text(dataset, "PatientBirthDate"):
        notes.append(Reason("date_unreadable", {"attribute": "PatientBirthDate"}))
    return Patient(identifier.text, name, birth, _sex(dataset, notes))


def _sex(dataset: Dataset, notes: list[Reason]) -> Sex:
    stated = decode(dataset, "PatientSex").text.upper()
    sex = _SEX.get(stated[:1], Sex.UNKNOWN)
    if sex is Sex.UNKNOWN and stated not in ("", "U", "UNKNOWN", "N"):
        notes.append(Reason("sex_unreadable"))
    return sex


def _study_date(dataset: Dataset, notes: list[Reason]) -> date | None:
    for keyword in ("StudyDate", "AcquisitionDate", "SeriesDate", "ContentDate"):
        found = day(dataset, keyword)
        if found is not None:
            return found
    if text(dataset, "StudyDate"):
        notes.append(Reason("date_unreadable", {"attribute": "StudyDate"}))
    return None


def _stated_age(dataset: Dataset, notes: list[Reason]) -> Age | None:
    """Patient's Age; a bare number is not taken for years, it may be months."""
    values = [value for value in texts(dataset, "PatientAge") if value]
    stated = decode(dataset, "PatientAge").text.replace("岁", "Y").replace("月", "M")
    if not stated:
        return None
    try:
        if len(values) > 1:
            raise InvalidEntry("age_invalid", text="")
        return Age.parse(stated)
    except InvalidEntry:
        notes.append(Reason("age_unreadable"))
        return None


def _compare_ages(
    birth: date | None, taken: date | None, stated: Age | None, notes: list[Reason]
) -> None:
    """Note a birth date after the study, and an age that the two dates contradict.

    A typed age is cut to whole units, so one unit of difference is none. Two are: a nominal
    age (counted from one, up at New Year) makes an infant of 4 months a child of 2 years.
    """
    if birth is None:
        return
    if taken is None:
        notes.append(Reason("study_date_missing"))
        return
    if taken > date.today() + _CLOCKS_DIFFER:
        notes.append(Reason("study_date_ahead"))
    counted = Age.between(birth, taken)
    if counted is None:
        notes.append(Reason("birth_date_conflict"))
        return
    if stated is None:
        return
    unit = {"D": 1, "W": 7, "M": 31, "Y": 366}[stated.given[-1].upper()]
    if not stated.days - 2 <= counted.days <= stated.days + unit + 2:
        notes.append(Reason("age_conflict"))


def _instance(
    parsed: Parsed, module: PixelModule, source: Source, *, sha256: str, notes: list[Reason]
) -> Instance:
    dataset = parsed.dataset
    sop_class = text(dataset, "SOPClassUID")
    modality = _modality(dataset, sop_class)
    if text(dataset, "PatientSpeciesDescription").upper() not in _HUMAN:
        notes.append(Reason("not_human"))
    return Instance(
        source=source,
        sop_instance_uid=text(dataset, "SOPInstanceUID") or derived_uid(sha256, "instance"),
        sop_class_uid=sop_class,
        number=integer(dataset, "InstanceNumber") or 0,
        frames=module.frames,
        rows=module.rows,
        columns=module.columns,
        photometric=module.photometric,
        transfer_syntax_uid=parsed.transfer_syntax,
        modality=modality,
        body_part=_body_part(dataset),
        view=_view(dataset),
        for_processing=text(dataset, "PresentationIntentType").upper() == "FOR PROCESSING"
        or sop_class in _FOR_PROCESSING,
        spacing=read_spacing(dataset, modality),
        frame_time_ms=_frame_time(dataset),
        sha256=sha256,
    )


def _modality(dataset: Dataset, sop_class: str) -> str:
    """Modality (0008,0060); several values, or a class of another modality, are all named.

    What contradicts itself must not pass for the one value that a model was made for.
    """
    stated = _all_of(dataset, "Modality")
    known = _CLASS_MODALITIES.get(sop_class, "")
    return f"{stated}/{known}" if known and known not in stated.split("/") else stated


def _all_of(dataset: Dataset, keyword: str) -> str:
    """The value of an attribute that has one; all of them where a file gives several."""
    values = (value.upper() for value in texts(dataset, keyword))
    return "/".join(dict.fromkeys(value for value in values if value))


def _body_part(dataset: Dataset) -> str:
    stated = _all_of(dataset, "BodyPartExamined")
    if stated:
        return stated
    for item in sequence(dataset, "AnatomicRegionSequence")[:1]:
        code = text(item, "CodeValue")
        return "CHEST" if code in _CHEST_CODES else text(item, "CodeMeaning").upper()
    return ""


def _view(dataset: Dataset) -> View:
    """View Position (0018,5101), else View Code Sequence (0054,0220).

    Never from a description: those name the protocol that was chosen, not the film taken. A file
    that contradicts itself has neither of the views that it names.
    """
    stated = _all_of(dataset, "ViewPosition")
    views = {_VIEWS.get(stated, View.OTHER)} if stated else set()
    for item in sequence(dataset, "ViewCodeSequence")[:1]:
        views.add(_VIEW_CODES.get(text(item, "CodeValue"), View.OTHER))
    if text(dataset, "PatientOrientation")[:1].upper() in ("A", "P"):
        views.add(View.LATERAL)  # rows that run to front or back: a side view (C.7.6.1.1.1)
    if len(views) > 1:
        return View.OTHER
    return views.pop() if views else View.UNKNOWN


def _frame_time(dataset: Dataset) -> float | None:
    time = number(dataset, "FrameTime")
    if time is not None and time > 0:
        return time
    rate = number(dataset, "RecommendedDisplayFrameRate") or number(dataset, "CineRate")
    return 1000.0 / rate if rate is not None and rate > 0 else None
