"""Patient, study and instance out of headers good and odd."""

from datetime import date

import pytest
from pydicom.dataset import Dataset
from pydicom.sequence import Sequence

from meddx_desktop.core.domain.imaging import View
from meddx_desktop.core.domain.patient import Sex
from tests.data import films


def codes(film) -> list[str]:
    return [note.code for note in film.notes]


def code_item(value: str, scheme: str) -> Sequence:
    item = Dataset()
    item.CodeValue, item.CodingSchemeDesignator, item.CodeMeaning = value, scheme, "x"
    return Sequence([item])


def test_a_complete_header(opened):
    film = opened(
        films.film(
            PatientID="A-17",
            PatientName="Li^Na",
            PatientBirthDate="20190601",
            PatientSex="F",
            PatientAge="004Y",
            StudyDate="20240101",
            StudyDescription="Chest",
            SeriesDescription="PA upright",
            SeriesNumber=3,
            InstanceNumber=7,
            BodyPartExamined="CHEST",
            ViewPosition="PA",
            PresentationIntentType="FOR PRESENTATION",
        )
    )
    study = film.study
    assert (study.patient.patient_id, study.patient.sex) == ("A-17", Sex.FEMALE)
    assert (study.patient.birth_date, study.date) == (date(2019, 6, 1), date(2024, 1, 1))
    assert study.age is not None
    assert 4.5 < study.age.years < 4.7
    assert (study.description, study.series[0].description) == ("Chest", "PA upright")
    assert (study.series[0].number, film.instance.number) == (3, 7)
    assert (film.instance.body_part, film.instance.view) == ("CHEST", View.PA)
    assert film.instance.modality == "DX"
    assert not film.instance.for_processing
    assert codes(film) == []


def test_an_empty_header_is_no_failure(opened):
    film = opened(
        films.film(SOPClassUID=None, Modality=None, StudyInstanceUID=None, SeriesInstanceUID=None)
    )
    assert film.study.date is None
    assert film.study.age is None
    assert film.instance.view is View.UNKNOWN
    assert film.study.study_uid.startswith("2.25.")
    assert codes(film) == []


@pytest.mark.parametrize(
    ("stated", "sex", "noted"),
    [
        ("M", Sex.MALE, False),
        ("f", Sex.FEMALE, False),
        ("FEMALE", Sex.FEMALE, False),
        ("O", Sex.OTHER, False),
        ("", Sex.UNKNOWN, False),
        ("U", Sex.UNKNOWN, False),
        ("3", Sex.UNKNOWN, True),
    ],
)
def test_sex(opened, stated, sex, noted):
    film = opened(
        films.film(raw={"PatientSex": ("CS", stated.encode() + b" " * (len(stated) % 2))})
    )
    assert film.study.patient.sex is sex
    assert ("sex_unreadable" in codes(film)) is noted


def test_chinese_sex(opened):
    value = "女".encode("gbk")
    assert opened(films.film(raw={"PatientSex": ("CS", value)})).study.patient.sex is Sex.FEMALE


@pytest.mark.parametrize(
    ("stated", "expected", "noted"),
    [
        ("20200229", date(2020, 2, 29), False),
        ("2020.02.29", date(2020, 2, 29), False),
        ("2020-02-29", date(2020, 2, 29), False),
        ("20210229", None, True),
        ("0", None, True),
        ("", None, False),
    ],
)
def test_dates(opened, stated, expected, noted):
    value = stated.encode() + b" " * (len(stated) % 2)
    film = opened(films.film(raw={"PatientBirthDate": ("DA", value)}))
    assert film.study.patient.birth_date == expected
    assert ("date_unreadable" in codes(film)) is noted


def test_study_date_falls_back(opened):
    assert opened(films.film(AcquisitionDate="20240305")).study.date == date(2024, 3, 5)
    assert "date_unreadable" in codes(opened(films.film(raw={"StudyDate": ("DA", b"unknown ")})))


@pytest.mark.parametrize(
    ("stated", "days", "noted"),
    [
        ("003Y", 1096, False),
        ("18M", 548, False),
        ("5D", 5, False),
        ("45", None, True),
        ("abcY", None, True),
        ("999Y", None, True),
    ],
)
def test_stated_age(opened, stated, days, noted):
    value = stated.encode() + b" " * (len(stated) % 2)
    film = opened(films.film(raw={"PatientAge": ("AS", value)}))
    age = film.study.stated_age
    assert (age.days if age else None) == days
    assert ("age_unreadable" in codes(film)) is noted


@pytest.mark.parametrize(
    ("born", "stated", "conflict"),
    [
        ("20200101", "004Y", False),
        ("20200101", "003Y", True),
        ("20231001", "003M", False),
        ("20231001", "002Y", True),  # a nominal age makes an infant a child
        ("19400101", "084Y", False),
        ("20300101", "004Y", False),
    ],
)
def test_age_against_birth_date(opened, born, stated, conflict):
    film = opened(films.film(PatientBirthDate=born, PatientAge=stated, StudyDate="20240201"))
    assert ("age_conflict" in codes(film)) is conflict
    assert ("birth_date_conflict" in codes(film)) is (born > "20240201")


@pytest.mark.parametrize(
    ("position", "view"),
    [
        ("PA", View.PA),
        ("AP", View.AP),
        ("LL", View.LATERAL),
        ("RL", View.LATERAL),
        ("LLO", View.OTHER),
        ("XX", View.OTHER),
        ("", View.UNKNOWN),
    ],
)
def test_view_position(opened, position, view):
    assert opened(films.film(ViewPosition=position)).instance.view is view


@pytest.mark.parametrize(
    ("value", "scheme", "view"),
    [
        ("399348003", "SCT", View.AP),
        ("R-10206", "SRT", View.AP),
        ("272479007", "SCT", View.PA),
        ("R-10214", "SRT", View.PA),
        ("399173006", "SCT", View.LATERAL),
        ("399135007", "SCT", View.OTHER),
    ],
)
def test_view_code(opened, value, scheme, view):
    film = opened(films.film(ViewCodeSequence=code_item(value, scheme)))
    assert film.instance.view is view


def test_body_part_from_the_code(opened):
    film = opened(films.film(AnatomicRegionSequence=code_item("51185008", "SCT")))
    assert film.instance.body_part == "CHEST"


def test_for_processing_by_intent_and_by_class(opened):
    assert opened(films.film(PresentationIntentType="FOR PROCESSING")).instance.for_processing
    assert opened(films.film(SOPClassUID="1.2.840.10008.5.1.4.1.1.1.1.1")).instance.for_processing


@pytest.mark.parametrize(
    ("values", "expected"),
    [({"FrameTime": 40}, 40), ({"CineRate": 25}, 40), ({"FrameTime": 0}, None), ({}, None)],
)
def test_frame_time(opened, values, expected):
    assert opened(films.film(**values)).instance.frame_time_ms == expected


def test_derived_uids_follow_the_bytes(opened):
    one = opened(films.png(films.phantom()), "a")
    same = opened(films.png(films.phantom()), "b")
    other = opened(films.png(films.phantom(seed=1)), "c")
    assert one.study.study_uid == same.study.study_uid != other.study.study_uid
    uids = {one.study.study_uid, one.study.series[0].series_uid, one.instance.sop_instance_uid}
    assert len(uids) == 3
    assert all(uid.startswith("2.25.") and len(uid) <= 64 for uid in uids)
