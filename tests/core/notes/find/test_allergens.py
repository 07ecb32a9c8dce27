"""Protects: names of allergens that are spelled almost right are known; other words are not."""

import pytest

from meddx_desktop.core.notes.find.allergens import is_thing, spelled_almost

PEN = "benzylpenicillin"


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("penicilin", PEN),
        ("penecillin", PEN),
        ("pencillin", PEN),
        ("penicillan", PEN),
        ("pen", PEN),
        ("erythromicin", "erythromycin"),
        ("ibuprofin", "ibuprofen"),
        ("codiene", "codeine"),
        ("sulpha", "sulfonamides"),
        ("pain", None),
        ("patient", None),
        ("morning", None),
        ("penicillamine", None),
        ("codes", None),
    ],
)
def test_spelled_almost(word, name):
    assert spelled_almost(word) == name


def test_things_and_drugs():
    assert is_thing("latex")
    assert not is_thing("warfarin")
