"""Protects: the right model for the right film, a reason for every film without a score."""

import cv2
import numpy as np
import pytest

from meddx_desktop.core.domain.case import Stated
from meddx_desktop.core.domain.finding import Call
from meddx_desktop.core.domain.imaging import Source, View
from meddx_desktop.core.domain.patient import Age
from meddx_desktop.core.errors import InvalidEntry
from meddx_desktop.core.imaging import analyze
from meddx_desktop.core.imaging.read import open_film
from meddx_desktop.core.inference.pool import SessionPool
from meddx_desktop.core.inference.registry import ModelRegistry
from meddx_desktop.core.jobs import JobCancelled, JobContext
from meddx_desktop.core.paths import RESOURCES
from meddx_desktop.core.settings import Settings
from tests.data import films
from tests.data.packages import finding_network, manifest, write_models, write_package

CHILD = RESOURCES / "demo/1-child-cough.dcm"
ADULT = RESOURCES / "demo/3-adult.dcm"
HEAD = RESOURCES / "demo/4-head-phantom.dcm"
THREE_YEARS = Stated(age=Age.parse("3y"))


@pytest.fixture
def models(tmp_path):
    return write_models(tmp_path / "models")


def _screen(path, models, *, stated=Stated(), model=None, context=None):
    return analyze.screen(
        open_film(Source(path)),
        ModelRegistry(models),
        SessionPool(Settings(), threads=1),
        stated=stated,
        model=model,
        context=context or JobContext(),
    )


def _codes(result):
    return [reason.code for reason in result.screening.gate.reasons]


def _picture(tmp_path, level):
    """Noise around a grey level: not blank, and as bright as asked for."""
    noise = np.random.default_rng(1).integers(-12, 13, (300, 200))
    grey = (level + noise).astype(np.uint8)
    path = tmp_path / "plain.png"
    cv2.imwrite(str(path), grey)
    return path


def test_a_fitting_film_gets_findings_and_a_map(models):
    (result,) = _screen(CHILD, models)
    screening = result.screening
    assert screening.gate.accepted
    assert screening.model.name == "tiny-finding"
    assert len(screening.model.sha256) == 64
    assert [finding.name for finding in screening.findings] == ["pneumonia"]
    assert result.heat_maps["pneumonia"].shape == (7, 7)
    assert screening.not_assessed == ("tuberculosis",)
    assert screening.timing.total >= screening.timing.read > 0


def test_an_adult_gets_the_reason_and_no_score(models):
    (result,) = _screen(ADULT, models)
    assert not result.screening.gate.accepted
    assert result.screening.model is None
    assert result.screening.findings == ()
    assert _codes(result) == ["no_model_applies", "view_outside", "age_outside"]
    assert set(result.screening.not_assessed) == {"pneumonia", "tuberculosis"}


def test_a_named_model_does_not_bend_its_own_limits(models):
    (result,) = _screen(ADULT, models, model="tiny-finding")
    assert result.screening.model.name == "tiny-finding"
    assert result.screening.findings == ()
    assert "age_outside" in _codes(result)


def test_a_slice_is_refused_by_its_header(models):
    (result,) = _screen(HEAD, models)
    assert _codes(result) == ["no_model_applies", "modality_outside", "body_part_outside"]


def test_a_stack_of_slices_is_refused_once(models, tmp_path):
    from pydicom import dcmread

    stack = dcmread(HEAD)
    stack.NumberOfFrames = 3
    stack.PixelData = stack.PixelData * 3
    stack.save_as(tmp_path / "stack.dcm")
    (result,) = _screen(tmp_path / "stack.dcm", models)
    assert "modality_outside" in _codes(result)


def test_a_film_without_age_asks_for_it(models, tmp_path):
    path = _picture(tmp_path, 200)
    (asking,) = _screen(path, models)
    assert _codes(asking) == ["age_missing"]
    assert asking.screening.findings == ()
    (told,) = _screen(path, models, stated=THREE_YEARS)
    assert told.screening.gate.accepted
    assert _codes(told) == ["modality_not_stated", "view_not_stated"]


def test_what_is_typed_never_overrules_the_film(models):
    (result,) = _screen(ADULT, models, stated=Stated(age=Age.parse("3y"), view=View.AP))
    assert "age_outside" in _codes(result)


@pytest.mark.parametrize(
    ("favourite", "code"),
    [(1, "rotated"), (2, "rotated"), (3, "rotated"), (4, "inverted"), (5, "not_chest_film")],
)
def test_the_gate_refuses_with_its_own_reason(tmp_path, favourite, code):
    models = write_models(tmp_path / "models", favourite=favourite)
    (result,) = _screen(CHILD, models)
    assert _codes(result) == [code]
    assert result.screening.findings == ()


def test_a_photograph_is_not_asked_for_its_age(tmp_path):
    models = write_models(tmp_path / "models", favourite=5)
    (result,) = _screen(_picture(tmp_path, 200), models)
    assert _codes(result) == ["not_chest_film"]


def test_a_blank_picture_is_refused_before_the_gate_sees_it(models, tmp_path):
    path = tmp_path / "blank.png"
    cv2.imwrite(str(path), np.full((300, 200), 90, np.uint8))
    (result,) = _screen(path, models, stated=THREE_YEARS)
    assert _codes(result) == ["blank"]


def test_without_a_gate_nothing_is_scored(tmp_path):
    write_package(tmp_path / "models/tiny", finding_network(), manifest("tiny"))
    (result,) = _screen(CHILD, tmp_path / "models")
    assert _codes(result) == ["gate_unavailable"]


def test_not_a_number_becomes_a_reason(tmp_path):
    models = write_models(tmp_path / "models")
    network = finding_network(not_a_number=True, slope=-4.0)
    write_package(models / "tiny-nan", network, manifest("tiny-nan"))
    (result,) = _screen(_picture(tmp_path, 200), models, stated=THREE_YEARS, model="tiny-nan")
    assert _codes(result) == ["bad_output"]
    assert result.screening.findings == ()


def test_an_atypical_film_is_not_scored(tmp_path):
    models = write_models(
        tmp_path / "models", out_of_distribution={"output": "atypicality", "limit": 0.01}
    )
    (result,) = _screen(_picture(tmp_path, 240), models, stated=THREE_YEARS)
    assert _codes(result) == ["unlike_training"]


def test_a_somewhat_atypical_film_is_scored_with_a_caution(tmp_path):
    unlike = {"output": "atypicality", "limit": 0.01, "refuse_above": 0.99}
    models = write_models(tmp_path / "models", out_of_distribution=unlike)
    (result,) = _screen(_picture(tmp_path, 240), models, stated=THREE_YEARS)
    assert result.screening.gate.accepted
    assert "somewhat_unlike" in _codes(result)


def test_a_label_held_back_is_not_assessed(tmp_path):
    label = {**manifest("x")["labels"][0], "shown": False}
    models = write_models(tmp_path / "models", labels=[label])
    (result,) = _screen(CHILD, models)
    assert result.screening.findings == ()
    assert result.screening.not_assessed == ("pneumonia", "tuberculosis")


@pytest.mark.parametrize("path", [CHILD, ADULT])
def test_tuberculosis_is_not_assessed_even_where_a_package_forgets_to_say_so(tmp_path, path):
    models = write_models(tmp_path / "models", not_assessed=[])
    (result,) = _screen(path, models)
    assert "tuberculosis" in result.screening.not_assessed


@pytest.mark.parametrize("path", [CHILD, ADULT])
def test_tuberculosis_is_not_assessed_where_there_is_no_model(tmp_path, path):
    (tmp_path / "models").mkdir()
    (result,) = _screen(path, tmp_path / "models")
    assert result.screening.not_assessed == ("tuberculosis",)


def test_only_a_model_that_shows_tuberculosis_takes_it_off_the_list(tmp_path):
    label = {**manifest("x")["labels"][0], "name": "tuberculosis"}
    models = write_models(tmp_path / "models", labels=[label], not_assessed=[])
    (scored,) = _screen(CHILD, models)
    assert [found.name for found in scored.screening.findings] == ["tuberculosis"]
    assert scored.screening.not_assessed == ()
    (refused,) = _screen(ADULT, models)
    assert refused.screening.not_assessed == ("tuberculosis",)


def test_a_place_is_named_only_above_the_threshold(models, tmp_path):
    (bright,) = _screen(_picture(tmp_path, 230), models, stated=THREE_YEARS)
    (dark,) = _screen(_picture(tmp_path, 30), models, stated=THREE_YEARS)
    assert bright.screening.findings[0].call is Call.POSITIVE
    assert bright.screening.findings[0].region is not None
    assert dark.screening.findings[0].call is Call.NEGATIVE
    assert dark.screening.findings[0].region is None


def test_an_unknown_model_is_told_before_any_work(models):
    with pytest.raises(InvalidEntry):
        _screen(CHILD, models, model="nothing")


def test_another_device_than_asked_for_is_a_caution(models):
    settings = Settings()
    settings.set("device", "cuda")
    (result,) = analyze.screen(
        open_film(Source(CHILD)),
        ModelRegistry(models),
        SessionPool(settings, threads=1),
        stated=Stated(),
        model=None,
        context=JobContext(),
    )
    assert result.screening.gate.accepted
    assert "provider_fell_back" in _codes(result)


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
    (result,) = _screen(_film(tmp_path, **values), models, stated=THREE_YEARS)
    assert not result.screening.gate.accepted
    assert code in _codes(result)
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
    (result,) = _screen(path, models)
    assert code in _codes(result)
    assert result.screening.findings == ()


@pytest.mark.parametrize("shape", [(300, 3000), (3000, 300)])
def test_a_shape_that_no_film_has_is_refused(models, tmp_path, shape):
    path = tmp_path / "long.png"
    cv2.imwrite(str(path), np.random.default_rng(1).integers(0, 255, shape).astype(np.uint8))
    (result,) = _screen(path, models, stated=THREE_YEARS)
    assert _codes(result) == ["odd_shape"]


def test_false_colours_are_refused_and_grey_in_three_channels_is_not(models, tmp_path):
    grey = np.random.default_rng(1).integers(0, 255, (300, 300)).astype(np.uint8)
    path = tmp_path / "colour.png"
    cv2.imwrite(str(path), cv2.applyColorMap(grey, cv2.COLORMAP_JET))
    assert _codes(*_screen(path, models, stated=THREE_YEARS)) == ["false_color"]
    cv2.imwrite(str(path), cv2.cvtColor(grey, cv2.COLOR_GRAY2BGR))
    assert _screen(path, models, stated=THREE_YEARS)[0].screening.gate.accepted


def test_cancel_stops_between_frames(models):
    context = JobContext()
    context.cancel()
    with pytest.raises(JobCancelled):
        _screen(CHILD, models, context=context)
