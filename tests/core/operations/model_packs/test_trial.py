"""Protects: a new package is on trial: shown, and nothing is sorted or decided by it."""

import json
from dataclasses import replace
from pathlib import Path

from meddx_desktop.core.domain.finding import ModelIdentity
from meddx_desktop.core.domain.imaging import Source
from meddx_desktop.core.imaging import read
from meddx_desktop.core.operations import (
    cases,
    filing,
    images,
    model_list,
    model_packs,
    model_shelf,
)
from meddx_desktop.core.store import codec
from tests.core.operations.model_packs.counter import sign_in_anew, told_of
from tests.data import films, packs


def test_a_new_package_is_on_trial_until_it_was_validated(shop, stick):
    model_packs.install(shop, packs.make_pack(stick), typed=packs.NAME)
    new = ModelIdentity(packs.NAME, "1.0.0", "fp32", "CPUExecutionProvider", "")
    shipped = replace(new, name="tiny-finding")
    assert model_packs.is_on_trial(shop, new)
    assert not model_packs.is_on_trial(shop, shipped)
    with shop.access.using(None) as desk, desk.changing():
        model_list.set_trial(desk, packs.NAME, "1.0.0", on_trial=False)
    model_shelf.take_up(shop)
    assert not model_packs.is_on_trial(shop, new)
    sign_in_anew(shop)
    assert not model_packs.is_on_trial(shop, new)
    assert len(told_of(shop, "model_validated")) == 1


def test_a_trials_result_is_shown_and_kept_but_sorts_nothing(shop, stick):
    """From the network through the store and back: the shipped model alone decides the order."""
    model_packs.install(shop, packs.make_pack(stick), typed=packs.NAME)
    header = {"PatientAge": "003Y", "ViewPosition": "AP", "BodyPartExamined": "CHEST"}
    film = read.open_bytes(
        films.film(films.phantom(96, 96), Modality="CR", **header), Source(Path("a.dcm"))
    )
    said = tuple(result.screening for result in images.screen(shop, film))
    assert {one.model.name: one.on_trial for one in said} == {
        "tiny-finding": False,
        packs.NAME: True,
    }
    case, _ = cases.file_film(shop, film)
    uid = film.instance.sop_instance_uid
    with shop.access.using(None) as desk:
        filing.keep_answer(desk, case.case_id, uid, answer=lambda _entry: said)
    kept = cases.load(shop, case.case_id).film(uid)
    assert [one.on_trial for one in kept.screenings] == [one.on_trial for one in said]
    trusted = [one for one in kept.screenings if not one.on_trial]
    assert kept.risk == trusted[0].risk


def test_an_answer_kept_by_an_earlier_program_was_no_trial():
    document = json.loads(codec.screenings_text((), {}))
    assert "screenings" in document
    old = {
        "instance": 0,
        "study_uid": "",
        "patient_id": "",
        "frame": 1,
        "model": None,
        "accepted": True,
        "reasons": [],
        "findings": [],
        "not_assessed": [],
        "timing": [0, 0, 0, 0],
    }
    (read_back,) = codec.screenings(json.dumps({"version": 1, "screenings": [old]}), [None])
    assert read_back.on_trial is False
