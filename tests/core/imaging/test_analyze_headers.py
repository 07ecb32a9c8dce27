"""Protects: a header or a shape that contradicts itself is not scored, whatever is typed."""

import cv2
import numpy as np
import pytest

from tests.core.imaging.test_analyze import THREE_YEARS, reason_codes, screen_file
from tests.data import films


def _film(tmp_path, **values):
    path = tmp_path / "film.dcm"
    frontal = {"Modality": "CR", "BodyPartExamined": "CHEST", "ViewPosition": "AP"}
    path.write_bytes(films.film(pixels=films.phantom(), **{**frontal, **values}))
    return path


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"PatientBirthDate": "19680130", "StudyDate": ""}, "study_date_missing"),
        ({"PatientBirthDate": "1968", "StudyDate": "20260101"}, "date_unreadable"),
        ({"PatientBirthDate": "20270101", "StudyDate": "20260101"}, "birth_date_conflict"),
        ({"PatientBirthDate": "18000101", "StudyDate": "20260101"}, "birth_date_conflict"),
        ({"PatientBirthDate": "20971231", "StudyDate": "21001231"}, "study_date_ahead"),
        ({"PatientAge": "58", "StudyDate": "20260101"}, "age_unreadable"),
        ({"PatientAge": "-03Y", "StudyDate": "20260101"}, "age_unreadable"),
        ({"PatientAge": ["003Y", "058Y"], "StudyDate": "20260101"}, "age_unreadable"),
        (
            {"PatientBirthDate": "20220101", "PatientAge": "058Y", "StudyDate": "20260101"},
            "age_conflict",
        ),
        ({"PatientSpeciesDescription": "Canine", "PatientAge": "003Y"}, "not_human"),
    ],
)
def test_a_typed_age_never_overrules_what_the_film_says_wrongly(models, tmp_path, values, code):
    (result,) = screen_file(_film(tmp_path, **values), models, stated=THREE_YEARS)
    assert not result.screening.gate.accepted
    assert code in reason_codes(result)
    assert result.screening.findings == ()


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"ViewPosition": ["AP", "LL"]}, "view_outside"),
        ({"PatientOrientation": ["P", "F"]}, "view_outside"),
        ({"BodyPartExamined": ["CHEST", "ABDOMEN"]}, "body_part_outside"),
        ({"Modality": ["CR", "CT"]}, "modality_outside"),
        ({"SOPClassUID": "1.2.840.10008.5.1.4.1.1.2"}, "modality_outside"),
    ],
)
def test_a_header_that_contradicts_itself_is_not_believed(models, tmp_path, values, code):
    path = _film(tmp_path, PatientAge="003Y", **values)
    (result,) = screen_file(path, models)
    assert code in reason_codes(result)
    assert result.screening.findings == ()


@pytest.mark.parametrize("shape", [(300, 3000), (3000, 300)])
def test_a_shape_that_no_film_has_is_refused(models, tmp_path, shape):
    path = tmp_path / "long.png"
    cv2.imwrite(str(path), np.random.default_rng(1).integers(0, 255, shape).astype(np.uint8))
    (result,) = screen_file(path, models, stated=THREE_YEARS)
    assert reason_codes(result) == ["odd_shape"]


def test_false_colours_are_refused_and_grey_in_three_channels_is_not(models, tmp_path):
    grey = np.random.default_rng(1).integers(0, 255, (300, 300)).astype(np.uint8)
    path = tmp_path / "colour.png"
    cv2.imwrite(str(path), cv2.applyColorMap(grey, cv2.COLORMAP_JET))
    assert reason_codes(*screen_file(path, models, stated=THREE_YEARS)) == ["false_color"]
    cv2.imwrite(str(path), cv2.cvtColor(grey, cv2.COLOR_GRAY2BGR))
    assert screen_file(path, models, stated=THREE_YEARS)[0].screening.gate.accepted
