"""Files put together to studies, and people kept apart."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from meddx_desktop.core.domain.imaging import Instance, Series, Source, Study
from meddx_desktop.core.domain.patient import Patient, PersonName, Sex
from meddx_desktop.core.imaging.collect import collect

LI = Patient("1", PersonName("Li^Na"), date(2019, 1, 1), Sex.FEMALE)


def study(
    name: str,
    *,
    patient: Patient = LI,
    study_uid: str = "s",
    series_uid: str = "a",
    series_number: int = 1,
    number: int = 1,
) -> Study:
    instance = Instance(
        source=Source(Path(name)),
        sop_instance_uid=f"i.{name}",
        sop_class_uid="",
        number=number,
        frames=1,
        rows=2,
        columns=2,
        photometric="MONOCHROME2",
        transfer_syntax_uid="",
        modality="DX",
    )
    series = Series(series_uid, series_number, "DX", "", (instance,))
    return Study(study_uid, patient, date(2024, 1, 1), "", (series,))


def test_sorts_series_and_instances():
    (merged,) = collect(
        [
            study("c", series_uid="b", series_number=2),
            study("b", number=10),
            study("a", number=9),
        ]
    )
    assert [series.series_uid for series in merged.series] == ["a", "b"]
    assert [instance.number for instance in merged.series[0].instances] == [9, 10]


def test_the_same_file_twice_is_once():
    (merged,) = collect([study("a"), study("a")])
    assert len(merged.instances) == 1


def test_equal_study_uid_of_two_people_stays_two():
    other = replace(LI, name=PersonName("Wang^Fang"))
    assert len(collect([study("a"), study("b", patient=other)])) == 2
    assert len(collect([study("a"), study("b", patient=replace(LI, sex=Sex.MALE))])) == 2
    assert len(collect([study("a"), study("b", patient=replace(LI, birth_date=None))])) == 1


def test_equal_id_never_merges_two_studies():
    assert len(collect([study("a"), study("b", study_uid="t")])) == 2


def test_a_merge_fills_in_and_then_keeps_others_out():
    """A nameless file joins once; what it then contradicts does not follow it in."""
    blank = Patient()
    other = replace(LI, name=PersonName("Wang^Fang"))
    merged = collect([study("a", patient=blank), study("b"), study("c", patient=other)])
    assert [len(one.instances) for one in merged] == [2, 1]
    assert merged[0].patient == LI


def test_nothing():
    assert collect([]) == ()
