"""Protects: a corrected film is screened as it stands; what is found is told in stored pixels."""

import cv2
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from meddx_desktop.core.domain.case import Stated
from meddx_desktop.core.domain.correction import TURNS, Correction
from meddx_desktop.core.domain.finding import Call, Region
from meddx_desktop.core.domain.imaging import Source
from meddx_desktop.core.domain.patient import Age
from meddx_desktop.core.imaging import analyze, correct, pixels
from meddx_desktop.core.imaging.pixels import Frame
from meddx_desktop.core.imaging.read import open_film
from meddx_desktop.core.inference.pool import SessionPool
from meddx_desktop.core.inference.registry import ModelRegistry
from meddx_desktop.core.jobs import JobContext
from meddx_desktop.core.settings import Settings
from tests.data.packages import write_models

THREE_YEARS = Stated(age=Age.parse("3y"))
ROWS, COLUMNS = 240, 160


@st.composite
def boxes(draw):
    rows, columns = draw(st.integers(1, 60)), draw(st.integers(1, 60))
    x, y = draw(st.integers(0, columns - 1)), draw(st.integers(0, rows - 1))
    width, height = draw(st.integers(1, columns - x)), draw(st.integers(1, rows - y))
    return Region(x, y, width, height), rows, columns


@given(boxes(), st.sampled_from(TURNS))
def test_a_box_turned_and_back_is_itself(box, turn):
    region, rows, columns = box
    correction = Correction(turn)
    seen = correct.turned_region(region, correction.quarter_turns, rows=rows, columns=columns)
    back = correct.stored_region(seen, correction, rows=rows, columns=columns)
    assert back == region


@given(boxes(), st.sampled_from(TURNS))
def test_a_box_turns_with_the_pixels_that_it_holds(box, turn):
    region, rows, columns = box
    correction = Correction(turn)
    stored = np.zeros((rows, columns), np.uint8)
    stored[region.y : region.y + region.height, region.x : region.x + region.width] = 1
    seen = correct.turned(Frame(stored), correction).stored
    size = correct.seen_size(correction, rows=rows, columns=columns)
    assert seen.shape == size
    box_seen = correct.turned_region(region, correction.quarter_turns, rows=rows, columns=columns)
    x, y, width, height = cv2.boundingRect(seen)
    assert box_seen == Region(x, y, width, height)


@pytest.mark.parametrize("turn", TURNS)
def test_a_map_turned_and_back_is_itself(turn):
    seen = np.arange(35, dtype=np.float32).reshape(5, 7)
    stored = correct.stored_map(seen, Correction(turn))
    assert np.array_equal(correct.seen_map(stored, Correction(turn)), seen)
    assert correct.stored_map(seen, None) is correct.seen_map(seen, None) is seen


@pytest.mark.parametrize(
    "how",
    [
        {"stored": np.arange(96, dtype=np.uint16).reshape(12, 8), "inverse": True},
        {"stored": np.arange(96, dtype=np.uint8).reshape(12, 8), "identity": True},
        {"stored": np.linspace(-1, 1, 96).reshape(12, 8)},
        {"stored": np.dstack([np.arange(96, dtype=np.uint8).reshape(12, 8)] * 3)},
    ],
)
def test_turned_and_inverted_it_is_shown_as_the_film_that_it_came_from(how):
    frame = Frame(**how)
    before = frame.stored.copy()
    seen = correct.turned(frame, Correction(90, True))
    shown = pixels.to_display8(seen)
    expected = cv2.rotate(255 - pixels.to_display8(frame), cv2.ROTATE_90_CLOCKWISE)
    assert np.abs(shown.astype(int) - expected).max() <= 1
    assert np.array_equal(frame.stored, before), "what is stored never changes"


def test_what_is_no_picture_stays_dark():
    frame = Frame(np.array([[0, 5, 9]], np.uint8), identity=True, padding=(0, 0))
    shown = pixels.to_display8(correct.turned(frame, Correction(0, True)))
    assert shown.tolist() == [[0, 250, 246]]


@pytest.fixture
def screen(tmp_path):
    """Screen a film with models for which brightness is disease; outputs are remembered."""
    registry = ModelRegistry(write_models(tmp_path / "models"))
    pool = SessionPool(Settings(), threads=1)

    def one(path, correction=None):
        film = correct.corrected(open_film(Source(path)), correction)
        (result,) = analyze.screen(
            film, registry, pool, stated=THREE_YEARS, model=None, context=JobContext()
        )
        return result

    return one


@pytest.fixture
def upright(tmp_path):
    """A film with a bright corner, as pixels."""
    rng = np.random.default_rng(3)
    grey = rng.integers(90, 150, (ROWS, COLUMNS), dtype=np.uint8)
    grey[20:90, 10:60] = 250
    return grey


def write(path, grey):
    assert cv2.imwrite(str(path), grey)
    return path


TURNED = {90: cv2.ROTATE_90_CLOCKWISE, 180: cv2.ROTATE_180, 270: cv2.ROTATE_90_COUNTERCLOCKWISE}


@pytest.mark.parametrize("lies", TURNED)
def test_a_film_that_was_set_upright_gets_the_same_answer_in_its_own_pixels(
    screen, upright, tmp_path, lies
):
    """Score, map and box of the upright film; the latter two where the stored film has them."""
    whole = screen(write(tmp_path / "upright.png", upright))
    turned = write(tmp_path / "turned.png", 255 - cv2.rotate(upright, TURNED[lies]))
    mended = screen(turned, Correction(360 - lies, True))
    (expected,), (found,) = whole.screening.findings, mended.screening.findings
    assert found.probability == expected.probability
    assert expected.call is not Call.NEGATIVE and expected.region is not None
    assert found.region == correct.turned_region(
        expected.region, lies // 90, rows=ROWS, columns=COLUMNS
    )
    assert np.array_equal(
        mended.heat_maps["pneumonia"], np.rot90(whole.heat_maps["pneumonia"], -lies // 90)
    )
    bright = found.region
    inside = cv2.imread(str(turned), cv2.IMREAD_GRAYSCALE)
    part = inside[bright.y : bright.y + bright.height, bright.x : bright.x + bright.width]
    assert part.mean() < inside.mean(), "the box lies on the stored film's dark corner"


@pytest.mark.parametrize(("turn", "beware"), [(90, False), (180, True), (270, False)])
def test_half_a_turn_may_have_made_a_mirror_image(screen, upright, tmp_path, turn, beware):
    """A film flipped top to bottom looks as if it lay turned by half, and comes out mirrored."""
    told = screen(write(tmp_path / "film.png", upright), Correction(turn)).screening.gate
    assert told.accepted
    assert ("turned_maybe_mirrored" in [reason.code for reason in told.reasons]) is beware


def test_the_result_says_so_and_how_the_film_is_stored_stays(screen, upright, tmp_path):
    path = write(tmp_path / "film.png", upright)
    plain, turned = screen(path), screen(path, Correction(90))
    assert plain.screening.correction is None
    assert "film_corrected" not in [reason.code for reason in plain.screening.gate.reasons]
    assert turned.screening.correction == Correction(90)
    told = turned.screening.gate.reasons[0]
    assert (told.code, told.parameters) == ("film_corrected", {"correction": "90"})
    assert turned.screening.gate.accepted
    stored = turned.screening.instance
    assert (stored.rows, stored.columns) == (ROWS, COLUMNS)
    assert stored.sha256 == plain.screening.instance.sha256


def test_what_is_remembered_of_the_stored_film_is_no_answer_for_the_corrected_one(
    screen, upright, tmp_path
):
    path = write(tmp_path / "film.png", upright)
    before = screen(path).screening.findings[0].probability
    inverted = screen(path, Correction(0, True)).screening.findings[0].probability
    assert before != inverted
    assert screen(path).screening.findings[0].probability == before


def test_nothing_to_correct_is_the_film_itself(upright, tmp_path):
    film = open_film(Source(write(tmp_path / "film.png", upright)))
    assert correct.corrected(film, None) is correct.corrected(film, Correction()) is film
