"""Protects: a model meets only films it was made for; silence is asked about, not filled."""

import pytest

from meddx_desktop.core.domain.imaging import Acquisition, View
from meddx_desktop.core.domain.patient import Age, Sex
from meddx_desktop.core.imaging import applicability
from meddx_desktop.core.inference.manifest import Applicability

CHILDREN = Applicability(("CR", "DX"), ("CHEST",), ("AP",), (365, 2191))


def _film(modality="CR", body_part="CHEST", view=View.AP, age="3y", for_processing=False):
    years = Age.parse(age) if age else None
    return Acquisition(modality, body_part, view, years, Sex.UNKNOWN, for_processing)


def _codes(**facts):
    return [reason.code for reason in applicability.outside(CHILDREN, _film(**facts))]


def test_the_film_it_was_made_for():
    assert _codes() == []
    assert applicability.missing(CHILDREN, _film()) == ()
    assert applicability.cautions(CHILDREN, _film()) == ()


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        ({"modality": "CT"}, "modality_outside"),
        ({"body_part": "HAND"}, "body_part_outside"),
        ({"view": View.PA}, "view_outside"),
        ({"view": View.LATERAL}, "view_outside"),
        ({"age": "45y"}, "age_outside"),
        ({"age": "10d"}, "age_outside"),
        ({"for_processing": True}, "for_processing"),
    ],
)
def test_what_it_was_not_made_for(facts, code):
    assert _codes(**facts) == [code]


def test_the_edges_of_the_age_belong_to_it():
    assert _codes(age="365d") == []
    assert _codes(age="2191d") == []
    assert _codes(age="364d") == ["age_outside"]
    assert _codes(age="2192d") == ["age_outside"]


def test_silence_is_no_reason_but_age_is_asked_for():
    silent = {"modality": "", "body_part": "", "view": View.UNKNOWN, "age": ""}
    assert _codes(**silent) == []
    assert [r.code for r in applicability.missing(CHILDREN, _film(**silent))] == ["age_missing"]
    cautions = applicability.cautions(CHILDREN, _film(**silent))
    assert [r.code for r in cautions] == ["modality_not_stated", "view_not_stated"]


def test_body_part_is_read_in_any_case():
    assert _codes(body_part="Chest") == []
