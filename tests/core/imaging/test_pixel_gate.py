"""Protects: each fault is named as exactly as the gate is sure of it, and nothing is mirrored."""

import json
from pathlib import Path

import numpy as np
import pytest

from meddx_desktop.core.errors import BadOutput
from meddx_desktop.core.imaging import pixel_gate
from meddx_desktop.core.inference import manifest as manifests
from meddx_desktop.core.inference.package import Package
from tests.data.packages import GATE_CLASSES, manifest

CLASSES = (
    *GATE_CLASSES,
    "tilted",
    "cut_left",
    "cut_top",
    "cut_right",
    "cut_bottom",
    "one_lung",
    "covered",
    "too_dark",
    "too_bright",
    "flat",
    "noisy",
    "film_small",
    "film_collage",
    "made_up_later",
)


class _Picture:
    """A picture of which the network says what the test wants."""

    is_colored = False

    def __init__(self, shares=None, **outputs):
        self.display = np.random.default_rng(1).integers(0, 255, (200, 200)).astype(np.uint8)
        self._outputs = {name: np.array([value], np.float32) for name, value in outputs.items()}
        if shares is not None:
            values = [shares.get(name, 1e-6) for name in CLASSES]
            self._outputs["logits"] = np.log(np.array([values], np.float32))

    def outputs(self, package, pool):
        if not self._outputs:
            raise BadOutput("bad_output")
        return self._outputs


def _gate(**changes):
    outputs = {"logits": {"shape": ["N", len(CLASSES)]}, "mirrored": {"shape": ["N"]}}
    content = manifest("gate", task="gate", classes=list(CLASSES), outputs=outputs, files={})
    content["sure_from"] = dict.fromkeys(CLASSES[1:], 0.0)
    read = manifests.parse(json.dumps(content | changes).encode(), package="gate")
    return Package(Path(), read)


def _said(picture, gate=None):
    return pixel_gate.judge(gate or _gate(), None, picture)


@pytest.mark.parametrize(
    ("name", "code", "parameters"),
    [
        ("rotated_90", "rotated", {"degrees": 90}),
        ("rotated_180", "rotated", {"degrees": 180}),
        ("rotated_270", "rotated", {"degrees": 270}),
        ("tilted", "tilted", {}),
        ("inverted", "inverted", {}),
        ("cut_left", "cut_off_left", {}),
        ("cut_top", "cut_off_top", {}),
        ("cut_right", "cut_off_right", {}),
        ("cut_bottom", "cut_off_bottom", {}),
        ("one_lung", "half_chest", {}),
        ("covered", "lungs_covered", {}),
        ("too_dark", "too_dark", {}),
        ("too_bright", "too_bright", {}),
        ("flat", "too_flat", {}),
        ("noisy", "too_grainy", {}),
        ("film_small", "film_small", {}),
        ("film_collage", "several_films", {}),
        ("not_chest", "not_chest_film", {}),
        ("made_up_later", "not_chest_film", {}),
    ],
)
def test_every_class_has_its_own_reason(name, code, parameters):
    [reason] = _said(_Picture({name: 0.9}))
    assert (reason.code, dict(reason.parameters)) == (code, parameters)


def test_a_good_film_passes_and_one_under_the_threshold_does_not():
    assert _said(_Picture({"frontal_chest": 0.6, "tilted": 0.4})) == ()
    [reason] = _said(_Picture({"frontal_chest": 0.4, "tilted": 0.6}))
    assert reason.code == "tilted"


@pytest.mark.parametrize(
    ("shares", "code"),
    [
        ({"rotated_90": 0.6, "rotated_270": 0.4}, "rotated"),
        ({"tilted": 0.6, "rotated_270": 0.4}, "rotated"),
        ({"cut_left": 0.6, "cut_top": 0.4}, "cut_off"),
    ],
)
def test_a_direction_or_side_that_is_not_sure_is_not_named(shares, code):
    """A fix is offered on what is named exactly: a guess would turn the film the wrong way."""
    gate = _gate(sure_from=dict.fromkeys(shares, 0.9))
    [reason] = _said(_Picture(shares), gate)
    assert (reason.code, dict(reason.parameters)) == (code, {})


@pytest.mark.parametrize(
    ("name", "code"), [("rotated_90", "rotated"), ("cut_left", "cut_off"), ("inverted", "inverted")]
)
def test_a_gate_that_does_not_say_how_sure_it_is_names_no_direction(name, code):
    [reason] = _said(_Picture({name: 0.99}), _gate(sure_from=None))
    assert (reason.code, dict(reason.parameters)) == (code, {})


def test_how_sure_is_measured_among_what_speaks_against_the_film():
    gate = _gate(sure_from={"rotated_90": 0.9})
    [reason] = _said(_Picture({"frontal_chest": 0.45, "rotated_90": 0.54}), gate)
    assert reason.parameters == {"degrees": 90}


def test_an_atypical_picture_is_no_chest_film_unless_its_fault_is_known():
    gate = _gate(out_of_distribution={"output": "atypicality", "limit": 2.0})
    [reason] = _said(_Picture({"frontal_chest": 0.99}, atypicality=3.0), gate)
    assert reason.code == "not_chest_film"
    [reason] = _said(_Picture({"too_bright": 0.99}, atypicality=3.0), gate)
    assert reason.code == "too_bright"
    assert _said(_Picture({"frontal_chest": 0.99}, atypicality=1.0), gate) == ()


@pytest.mark.parametrize(("logit", "codes"), [(2.9, []), (3.1, ["maybe_mirrored"])])
def test_a_film_that_may_be_mirrored_passes_with_a_caution(logit, codes):
    gate = _gate(mirrored={"output": "mirrored", "caution_from": 3.0})
    picture = _Picture({"frontal_chest": 0.99}, mirrored=logit)
    assert _said(picture, gate) == ()
    assert [reason.code for reason in pixel_gate.beware(gate, None, picture)] == codes


def test_a_gate_of_before_asks_nothing_about_mirrors():
    assert pixel_gate.beware(_gate(), None, _Picture({"frontal_chest": 0.99})) == ()


def _photograph_gate(**changes):
    names = {"logits": ["N", len(CLASSES)], "photograph": ["N"], "atypicality": ["N"]}
    outputs = {name: {"shape": shape} for name, shape in names.items()}
    told = {"output": "photograph", "refused_from": 3.0}
    return _gate(outputs=outputs, photograph=told, **changes)


@pytest.mark.parametrize(("logit", "codes"), [(2.9, []), (3.1, ["photograph"])])
def test_a_photograph_of_a_film_is_refused(logit, codes):
    picture = _Picture({"frontal_chest": 0.99}, photograph=logit)
    assert [reason.code for reason in _said(picture, _photograph_gate())] == codes


def test_a_photograph_is_told_by_what_else_is_wrong_with_it_first():
    """What the classes name can be mended at once; that it is a photograph is said after that."""
    [reason] = _said(_Picture({"inverted": 0.9}, photograph=9.0), _photograph_gate())
    assert reason.code == "inverted"
    [reason] = _said(_Picture({"not_chest": 0.9}, photograph=9.0), _photograph_gate())
    assert reason.code == "not_chest_film"


def test_a_photograph_unlike_every_film_is_still_called_a_photograph():
    gate = _photograph_gate(out_of_distribution={"output": "atypicality", "limit": 2.0})
    picture = _Picture({"frontal_chest": 0.99}, photograph=9.0, atypicality=3.0)
    [reason] = _said(picture, gate)
    assert reason.code == "photograph"


def test_a_gate_of_before_asks_nothing_about_photographs():
    assert _said(_Picture({"frontal_chest": 0.99}, photograph=99.0)) == ()


def _rgb(tint):
    """A grey film of smooth shades in three channels, with a tint by place (rows, columns, 3)."""
    rows, columns = np.mgrid[0:1:400j, 0:1:400j]
    grey = 120 + 90 * np.sin(9 * rows) * np.cos(7 * columns)
    return np.clip(grey[..., None] + tint(grey, columns), 0, 255).astype(np.uint8)


def _in_place(size):
    """A warm light on the right, a cold one on the left, of so many levels."""
    return lambda grey, columns: size * np.stack([columns - 0.5, 0 * grey, 0.5 - columns], axis=-1)


@pytest.mark.parametrize(
    ("tint", "colored"),
    [
        (lambda grey, columns: np.zeros((400, 400, 3)), False),
        (lambda grey, columns: np.stack([0.1 * grey, 0 * grey, -0.1 * grey], axis=-1), False),
        (lambda grey, columns: np.full((400, 400, 3), (12, 0, -12)), False),
        (_in_place(6), False),
        (_in_place(40), True),
        (lambda grey, columns: np.stack([60 + 0 * grey, 0 * grey, 0 * grey], axis=-1), True),
    ],
    ids=["grey", "toned by level", "tinted base", "next to nothing", "lit by a room", "red"],
)
def test_a_faint_tint_that_changes_with_the_place_is_a_colour(tint, colored):
    assert pixel_gate.is_colored(_rgb(tint)) is colored


def test_a_coloured_marker_on_a_grey_film_is_no_colour():
    film = _rgb(lambda grey, columns: np.zeros((400, 400, 3)))
    film[20:80, 20:120] = (255, 40, 40)
    assert not pixel_gate.is_colored(film)


def test_a_network_that_fails_refuses_the_film():
    [reason] = _said(_Picture())
    assert reason.code == "bad_output"


@pytest.mark.parametrize("shape", [(63, 63), (63, 150), (150, 63), (10, 10)])
def test_a_thumbnail_gets_no_score_whatever_the_network_says(shape):
    picture = _Picture({"frontal_chest": 0.99})
    picture.display = picture.display[: shape[0], : shape[1]]
    [reason] = _said(picture)
    assert reason.code == "too_few_pixels"
    assert dict(reason.parameters) == {"columns": shape[1], "rows": shape[0]}
