"""The layout of the pixel data, and what is refused of it."""

import pytest

from meddx_desktop.core.errors import UnreadableImage
from meddx_desktop.core.imaging.dataset import parse
from meddx_desktop.core.imaging.pixel_module import read_pixel_module
from tests.data import films


def test_a_plain_film():
    module = read_pixel_module(parse(films.film()))
    assert (module.rows, module.columns, module.frames, module.samples) == (64, 48, 1, 1)
    assert (module.allocated, module.stored, module.high_bit) == (16, 12, 11)
    assert not (module.signed or module.floating or module.planar)
    assert module.frame_values == 64 * 48


def test_old_films_without_photometric_interpretation_are_grey():
    data = films.film(PhotometricInterpretation=None, SamplesPerPixel=None)
    assert read_pixel_module(parse(data)).photometric == "MONOCHROME2"


@pytest.mark.parametrize(
    ("stated", "frames"), [("0", 1), ("-3", 1), ("abc ", 1), ("4 ", 4), ("9" * 8, 100_000)]
)
def test_frame_counts(stated, frames):
    value = stated.encode() + b" " * (len(stated) % 2)
    data = films.film(raw={"NumberOfFrames": ("IS", value)})
    assert read_pixel_module(parse(data)).frames == frames


@pytest.mark.parametrize("missing", ["Rows", "Columns", "BitsAllocated"])
def test_missing_layout(missing):
    with pytest.raises(UnreadableImage, match="damaged_header"):
        read_pixel_module(parse(films.film(**{missing: None})))


def test_a_photometric_that_may_be_text_of_a_patient_is_not_repeated():
    with pytest.raises(UnreadableImage) as caught:
        read_pixel_module(
            parse(films.film(raw={"PhotometricInterpretation": ("CS", b"Li^Na 1980-01-01")}))
        )
    assert caught.value.parameters == {"value": ""}
