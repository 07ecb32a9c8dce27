"""Where millimetres come from (PS3.3 10.7)."""

import pytest

from tests.data import films


@pytest.mark.parametrize(
    ("values", "expected", "calibrated"),
    [
        ({"ImagerPixelSpacing": [0.2, 0.1]}, (0.2, 0.1, "ImagerPixelSpacing"), None),
        (
            {"ImagerPixelSpacing": [0.2, 0.2], "PixelSpacing": [0.2, 0.2]},
            (0.2, 0.2, "ImagerPixelSpacing"),
            None,
        ),
        (
            {"ImagerPixelSpacing": [0.2, 0.2], "PixelSpacing": [0.18, 0.18]},
            (0.18, 0.18, "PixelSpacing"),
            True,
        ),
        ({"PixelSpacing": [0.2, 0.2]}, (0.2, 0.2, "PixelSpacing"), None),
        (
            {"PixelSpacing": [0.2, 0.2], "PixelSpacingCalibrationType": "FIDUCIAL"},
            (0.2, 0.2, "PixelSpacing"),
            True,
        ),
        ({"PixelSpacing": [0.7, 0.7], "Modality": "CT"}, (0.7, 0.7, "PixelSpacing"), None),
        (
            {"NominalScannedPixelSpacing": [0.3, 0.3]},
            (0.3, 0.3, "NominalScannedPixelSpacing"),
            None,
        ),
        ({"PixelSpacing": [0, 0]}, None, None),
        ({"PixelSpacing": [-1, 1]}, None, None),
        ({}, None, None),
    ],
)
def test_origin(opened, values, expected, calibrated):
    film = opened(films.film(**values))
    spacing = film.instance.spacing
    assert (spacing and (spacing.row, spacing.column, spacing.origin)) == expected
    assert (spacing and spacing.calibrated) == calibrated
    assert film.notes == ()


@pytest.mark.parametrize("text", [b"0,2\\0,2 ", b"abc\\0.2 ", b"0.2 ", b"nan\\nan "])
def test_broken_numbers_are_no_failure(opened, text):
    spacing = opened(films.film(raw={"ImagerPixelSpacing": ("DS", text)})).instance.spacing
    assert (spacing.row if spacing else None) == (0.2 if b"," in text else None)
