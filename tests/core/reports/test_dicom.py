"""Protects: DICOM reports and captures name patient and study, say who signed, keep their words."""

import io
import shutil
import subprocess
from dataclasses import replace

import numpy as np
import pydicom
import pytest

from meddx_desktop.core.domain.patient import Patient, PersonName
from meddx_desktop.core.reports import dicom_sc, dicom_sr
from meddx_desktop.core.reports.dicom_parts import is_uid, person
from meddx_desktop.words import safety
from meddx_desktop.words.paper import paper_words
from tests import made_reports as made

EN, ZH = paper_words("en"), paper_words("zh")
HEATED = made.film(made.decided(made.finding()), picture=made.picture("pneumonia", 200))


def opened(content):
    return pydicom.dcmread(io.BytesIO(content))


def sr(report, words=EN):
    return opened(dicom_sr.render(report, words))


def sc(report, film, words=EN):
    return opened(dicom_sc.render(report, film, film.picture, words))


def texts(item):
    found = [item.TextValue] if "TextValue" in item else []
    for child in item.get("ContentSequence", []):
        found += texts(child)
    return found


def test_patient_and_study_are_the_films():
    made_of = sr(made.report())
    assert made_of.PatientID == "P-77"
    assert str(made_of.PatientName) == "Li^Xiaoyu=李^小雨"
    assert made_of.StudyInstanceUID == "1.2"
    series = made_of.CurrentRequestedProcedureEvidenceSequence[0].ReferencedSeriesSequence[0]
    assert series.ReferencedSOPSequence[0].ReferencedSOPInstanceUID == "1.2.3"


def test_unsigned_is_unverified_and_says_so():
    found = sr(made.report())
    assert (found.VerificationFlag, found.CompletionFlag) == ("UNVERIFIED", "PARTIAL")
    assert "VerifyingObserverSequence" not in found
    assert safety("unreviewed") in texts(found)


def test_signed_is_verified_by_whom_and_when():
    found = sr(made.signed())
    assert (found.VerificationFlag, found.PreliminaryFlag) == ("VERIFIED", "FINAL")
    item = found.VerifyingObserverSequence[0]
    assert str(item.VerifyingObserverName) == "Dr Lin"
    assert str(item.VerificationDateTime).startswith("2026030")


@pytest.mark.parametrize("words", [EN, ZH])
def test_the_tree_says_what_the_report_says(words):
    text = "\n".join(texts(sr(made.signed(), words)))
    assert words.safety("score") in text and words.safety("support") in text
    assert made.HEAD in text and "K 6.8" in text


def test_hostile_values_stay_within_their_type():
    patient = Patient("a\\b" + "x" * 90, PersonName("A\\B=C^D\n(1)"))
    found = sr(made.report(patient=patient, note="one\\two\n" + "z" * 5000))
    assert len(found.PatientID) == 64 and "\\" not in found.PatientID
    assert str(found.PatientName) == "A/B-C^D (1)"
    assert "z" * 5000 in "".join(texts(found))


def test_a_film_without_a_header_gets_a_study_of_its_own():
    plain = made.film(made.finding(), study_uid="", uid="picture-1", series_uid="")
    found = sr(made.report(films=(plain,)))
    assert is_uid(found.StudyInstanceUID)
    assert "CurrentRequestedProcedureEvidenceSequence" not in found


@pytest.mark.parametrize("text", ["", "1", "1..2", "1.02", "1.a", "1." + "2" * 70, "１.2"])
def test_what_is_no_uid(text):
    assert not is_uid(text)


def test_a_name_in_one_writing_has_one_group():
    assert person(PersonName("Li^X")) == "Li^X"


def test_the_capture_points_to_its_film_and_names_nobody_in_its_pixels():
    found = sc(made.report(films=(HEATED,)), HEATED)
    assert found.SourceImageSequence[0].ReferencedSOPInstanceUID == "1.2.3"
    assert (found.BurnedInAnnotation, list(found.ImageType)) == ("NO", ["DERIVED", "SECONDARY"])
    assert found.pixel_array.shape == (found.Rows, found.Columns, 3)


def test_the_film_is_whole_and_unmirrored_above_its_words():
    found = sc(made.report(films=(HEATED,)), HEATED).pixel_array
    left = (found.shape[1] - 200) // 2
    ramp = found[100, left : left + 200, 0].astype(int)
    assert (np.diff(ramp) >= 0).all() and ramp[-1] == 255


def test_words_are_burned_in_and_more_of_them_where_nobody_signed():
    rows = {
        words.language: [
            sc(report, HEATED, words).Rows
            for report in (made.signed(films=(HEATED,)), made.report(films=(HEATED,)))
        ]
        for words in (EN, ZH)
    }
    for reviewed, unreviewed in rows.values():
        assert 200 < reviewed < unreviewed


def test_without_a_map_nothing_is_said_of_one():
    plain = made.film(made.finding(), picture=made.picture("", 200))
    words = dicom_sc._words(made.report(), plain, plain.picture, EN)
    assert not any("Where the model looked" in one for one in words)
    mapped = dicom_sc._words(made.report(), HEATED, HEATED.picture, EN)
    assert any(safety("heat_map") in one for one in mapped) and safety("score") in mapped
    assert "Where the model" not in str(sc(made.report(), plain).SeriesDescription)


def test_the_score_and_the_clinicians_word_stand_under_every_film():
    """A film of a model without heat maps leaves with what was found, too."""
    plain = made.film(made.finding(0.9), picture=made.picture("", 200))
    words = " ".join(dicom_sc._words(made.report(), plain, plain.picture, EN))
    assert "score 90, threshold 50" in words and safety("score") in words
    assert "The clinician: " in words
    refused = replace(made.refused(), picture=made.picture("", 200))
    assert safety("refused") in dicom_sc._words(made.report(), refused, refused.picture, EN)


@pytest.mark.slow
@pytest.mark.parametrize("words", [EN, ZH])
@pytest.mark.parametrize("report", [made.report(films=(HEATED,)), made.signed(films=(HEATED,))])
def test_a_judge_of_dicom_finds_no_error(tmp_path, report, words):
    judge = shutil.which("dciodvfy")
    assert judge, "dciodvfy is not installed: apt-get install dicom3tools (docs/reports.md)"
    for name, content in {
        "sr": dicom_sr.render(report, words),
        "sc": dicom_sc.render(report, HEATED, HEATED.picture, words),
    }.items():
        path = tmp_path / f"{name}.dcm"
        path.write_bytes(content)
        told = subprocess.run([judge, path], capture_output=True, text=True, check=False)
        said = told.stdout + told.stderr
        assert "Error" not in said, said
        assert {"sr": "BasicTextSR", "sc": "SCImage"}[name] in said
