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
from tests.data.packages import finding_network, manifest, write_models, write_package

CHILD = RESOURCES / "demo/1-child-cough.dcm"
ADULT = RESOURCES / "demo/3-adult.dcm"
HEAD = RESOURCES / "demo/4-head-phantom.dcm"
THREE_YEARS = Stated(age=Age.parse("3y"))


def screen_file(path, models, *, stated=Stated(), model=None, context=None):
    return analyze.screen(
        open_film(Source(path)),
        ModelRegistry(models),
        SessionPool(Settings(), threads=1),
        stated=stated,
        model=model,
        context=context or JobContext(),
    )


def reason_codes(result):
    return [reason.code for reason in result.screening.gate.reasons]


def _picture(tmp_path, level):
    """Noise around a grey level: not blank, and as bright as asked for."""
    noise = np.random.default_rng(1).integers(-12, 13, (300, 200))
    grey = (level + noise).astype(np.uint8)
    path = tmp_path / "plain.png"
    cv2.imwrite(str(path), grey)
    return path


def test_a_fitting_film_gets_findings_and_a_map(models):
    (result,) = screen_file(CHILD, models)
    screening = result.screening
    assert screening.gate.accepted
    assert screening.model.name == "tiny-finding"
    assert len(screening.model.sha256) == 64
    assert [finding.name for finding in screening.findings] == ["pneumonia"]
    assert result.heat_maps["pneumonia"].shape == (7, 7)
    assert screening.not_assessed == ("tuberculosis",)
    assert screening.timing.total >= screening.timing.read > 0


def test_a_map_that_points_no_better_than_a_guess_is_not_shown(tmp_path):
    """Neither the map nor the place drawn from it: a wrong place is worse than none."""
    (label,) = manifest("tiny-finding")["labels"]
    models = write_models(tmp_path / "models", labels=[label | {"heat_shown": False}])
    (result,) = screen_file(CHILD, models)
    assert [finding.name for finding in result.screening.findings] == ["pneumonia"]
    assert result.heat_maps == {}
    assert result.screening.findings[0].region is None


def test_an_adult_gets_the_reason_and_no_score(models):
    (result,) = screen_file(ADULT, models)
    assert not result.screening.gate.accepted
    assert result.screening.model is None
    assert result.screening.findings == ()
    assert reason_codes(result) == ["no_model_applies", "view_outside", "age_outside"]
    assert set(result.screening.not_assessed) == {"pneumonia", "tuberculosis"}


def test_a_named_model_does_not_bend_its_own_limits(models):
    (result,) = screen_file(ADULT, models, model="tiny-finding")
    assert result.screening.model.name == "tiny-finding"
    assert result.screening.findings == ()
    assert "age_outside" in reason_codes(result)


def test_a_slice_is_refused_by_its_header(models):
    (result,) = screen_file(HEAD, models)
    assert reason_codes(result) == ["no_model_applies", "modality_outside", "body_part_outside"]


def test_a_stack_of_slices_is_refused_once(models, tmp_path):
    from pydicom import dcmread

    stack = dcmread(HEAD)
    stack.NumberOfFrames = 3
    stack.PixelData = stack.PixelData * 3
    stack.save_as(tmp_path / "stack.dcm")
    (result,) = screen_file(tmp_path / "stack.dcm", models)
    assert "modality_outside" in reason_codes(result)


def test_a_film_without_age_asks_for_it(models, tmp_path):
    path = _picture(tmp_path, 200)
    (asking,) = screen_file(path, models)
    assert reason_codes(asking) == ["age_missing"]
    assert asking.screening.findings == ()
    (told,) = screen_file(path, models, stated=THREE_YEARS)
    assert told.screening.gate.accepted
    assert reason_codes(told) == ["modality_not_stated", "view_not_stated"]


def test_what_is_typed_never_overrules_the_film(models):
    (result,) = screen_file(ADULT, models, stated=Stated(age=Age.parse("3y"), view=View.AP))
    assert "age_outside" in reason_codes(result)


@pytest.mark.parametrize(
    ("favourite", "code"),
    [(1, "rotated"), (2, "rotated"), (3, "rotated"), (4, "inverted"), (5, "not_chest_film")],
)
def test_the_gate_refuses_with_its_own_reason(tmp_path, favourite, code):
    models = write_models(tmp_path / "models", favourite=favourite)
    (result,) = screen_file(CHILD, models)
    assert reason_codes(result) == [code]
    assert result.screening.findings == ()


def test_a_photograph_is_not_asked_for_its_age(tmp_path):
    models = write_models(tmp_path / "models", favourite=5)
    (result,) = screen_file(_picture(tmp_path, 200), models)
    assert reason_codes(result) == ["not_chest_film"]


def test_a_blank_picture_is_refused_before_the_gate_sees_it(models, tmp_path):
    path = tmp_path / "blank.png"
    cv2.imwrite(str(path), np.full((300, 200), 90, np.uint8))
    (result,) = screen_file(path, models, stated=THREE_YEARS)
    assert reason_codes(result) == ["blank"]


def test_without_a_gate_nothing_is_scored(tmp_path):
    write_package(tmp_path / "models/tiny", finding_network(), manifest("tiny"))
    (result,) = screen_file(CHILD, tmp_path / "models")
    assert reason_codes(result) == ["gate_unavailable"]


def test_not_a_number_becomes_a_reason(tmp_path):
    models = write_models(tmp_path / "models")
    network = finding_network(not_a_number=True, slope=-4.0)
    write_package(models / "tiny-nan", network, manifest("tiny-nan"))
    (result,) = screen_file(_picture(tmp_path, 200), models, stated=THREE_YEARS, model="tiny-nan")
    assert reason_codes(result) == ["bad_output"]
    assert result.screening.findings == ()


def test_an_atypical_film_is_not_scored(tmp_path):
    models = write_models(
        tmp_path / "models", out_of_distribution={"output": "atypicality", "limit": 0.01}
    )
    (result,) = screen_file(_picture(tmp_path, 240), models, stated=THREE_YEARS)
    assert reason_codes(result) == ["unlike_training"]


def test_a_somewhat_atypical_film_is_scored_with_a_caution(tmp_path):
    unlike = {"output": "atypicality", "limit": 0.01, "refuse_above": 0.99}
    models = write_models(tmp_path / "models", out_of_distribution=unlike)
    (result,) = screen_file(_picture(tmp_path, 240), models, stated=THREE_YEARS)
    assert result.screening.gate.accepted
    assert "somewhat_unlike" in reason_codes(result)


def test_a_label_held_back_is_not_assessed(tmp_path):
    label = {**manifest("x")["labels"][0], "shown": False}
    models = write_models(tmp_path / "models", labels=[label])
    (result,) = screen_file(CHILD, models)
    assert result.screening.findings == ()
    assert result.screening.not_assessed == ("pneumonia", "tuberculosis")


@pytest.mark.parametrize("path", [CHILD, ADULT])
def test_tuberculosis_is_not_assessed_even_where_a_package_forgets_to_say_so(tmp_path, path):
    models = write_models(tmp_path / "models", not_assessed=[])
    (result,) = screen_file(path, models)
    assert "tuberculosis" in result.screening.not_assessed


@pytest.mark.parametrize("path", [CHILD, ADULT])
def test_tuberculosis_is_not_assessed_where_there_is_no_model(tmp_path, path):
    (tmp_path / "models").mkdir()
    (result,) = screen_file(path, tmp_path / "models")
    assert result.screening.not_assessed == ("tuberculosis",)


def test_only_a_model_that_shows_tuberculosis_takes_it_off_the_list(tmp_path):
    label = {**manifest("x")["labels"][0], "name": "tuberculosis"}
    models = write_models(tmp_path / "models", labels=[label], not_assessed=[])
    (scored,) = screen_file(CHILD, models)
    assert [found.name for found in scored.screening.findings] == ["tuberculosis"]
    assert scored.screening.not_assessed == ()
    (refused,) = screen_file(ADULT, models)
    assert refused.screening.not_assessed == ("tuberculosis",)


def test_a_place_is_named_only_above_the_threshold(models, tmp_path):
    (bright,) = screen_file(_picture(tmp_path, 230), models, stated=THREE_YEARS)
    (dark,) = screen_file(_picture(tmp_path, 30), models, stated=THREE_YEARS)
    assert bright.screening.findings[0].call is Call.POSITIVE
    assert bright.screening.findings[0].region is not None
    assert dark.screening.findings[0].call is Call.NEGATIVE
    assert dark.screening.findings[0].region is None


def test_an_unknown_model_is_told_before_any_work(models):
    with pytest.raises(InvalidEntry):
        screen_file(CHILD, models, model="nothing")


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
    assert "provider_fell_back" in reason_codes(result)


def test_cancel_stops_between_frames(models):
    context = JobContext()
    context.cancel()
    with pytest.raises(JobCancelled):
        screen_file(CHILD, models, context=context)
