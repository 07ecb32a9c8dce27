"""PNG, JPEG, TIFF and BMP films."""

import struct
import zlib

import numpy as np
import pytest

from meddx_desktop.core.errors import UnreadableImage
from meddx_desktop.core.imaging.pixels import default_voi, to_display8
from tests.data import films


def refusal(opened, data: bytes) -> UnreadableImage:
    with pytest.raises(UnreadableImage) as caught:
        opened(data).frame()
    return caught.value


@pytest.mark.parametrize("kind", ["png", "tiff"])
@pytest.mark.parametrize("bits", [8, 16])
def test_depth_is_kept(opened, kind, bits):
    original = films.phantom(bits=bits)
    film = opened(getattr(films, kind)(original))
    frame = film.frame()
    np.testing.assert_array_equal(frame.stored, original)
    assert frame.stored.dtype == original.dtype
    assert film.instance.photometric == "MONOCHROME2"
    assert film.instance.modality == ""


def test_eight_bit_pictures_are_shown_unchanged(opened):
    original = films.phantom(bits=8) // 3
    for data in (films.png(original), films.bmp(original), films.tiff(original)):
        np.testing.assert_array_equal(to_display8(opened(data).frame()), original)


@pytest.mark.parametrize("kind", ["png", "tiff", "bmp"])
def test_colour(opened, kind):
    film = opened(getattr(films, kind)(films.colour()))
    np.testing.assert_array_equal(film.frame().stored, films.colour())
    assert film.instance.photometric == "RGB"


def test_grey_saved_as_colour_is_grey(opened):
    grey = films.phantom(bits=8)
    for data in (films.png(np.dstack([grey] * 3)), films.bmp(np.dstack([grey] * 3))):
        np.testing.assert_array_equal(opened(data).frame().stored, grey)


def test_jpeg(opened):
    grey = films.phantom(bits=8)
    assert np.abs(opened(films.jpeg(grey)).frame().stored.astype(int) - grey).max() < 12
    assert opened(films.jpeg(films.colour())).frame().is_color


@pytest.mark.parametrize(
    ("orientation", "turn"),
    [
        (1, lambda a: a),
        (2, np.fliplr),
        (3, lambda a: np.rot90(a, 2)),
        (4, np.flipud),
        (5, lambda a: a.T),
        (6, lambda a: np.rot90(a, -1)),
        (7, lambda a: np.rot90(a.T, 2)),
        (8, np.rot90),
    ],
)
def test_exif_orientation_is_applied_and_noted(opened, orientation, turn):
    grey = films.phantom(64, 48, bits=8)
    upright = opened(films.jpeg(grey)).frame().stored
    film = opened(films.jpeg(grey, orientation=orientation))
    expected = turn(upright)
    np.testing.assert_array_equal(film.frame().stored, expected)
    assert (film.instance.rows, film.instance.columns) == expected.shape
    assert [note.code for note in film.notes] == ([] if orientation == 1 else ["exif_rotated"])


def test_orientation_out_of_range_is_ignored(opened):
    film = opened(films.jpeg(films.phantom(bits=8), orientation=9))
    assert (film.instance.rows, film.notes) == (64, ())


@pytest.mark.parametrize("channels", [2, 4])
def test_alpha(opened, channels):
    grey = films.phantom(bits=8)
    alpha = np.full_like(grey, 255)
    planes = [grey] * (channels - 1)
    np.testing.assert_array_equal(
        opened(films.png(np.dstack([*planes, alpha]))).frame().stored, grey
    )
    alpha[:8] = 0
    stored = opened(films.png(np.dstack([*planes, alpha]))).frame().stored
    assert stored[:8].max() == 0
    np.testing.assert_array_equal(stored[8:], grey[8:])


def test_tiff_with_white_as_zero(opened):
    grey = films.phantom(bits=8)
    frame = opened(films.tiff(grey, photometric="miniswhite")).frame()
    assert frame.inverse
    np.testing.assert_array_equal(to_display8(frame), 255 - grey)


def test_tiff_of_floats(opened):
    values = films.phantom().astype(np.float32) / 4095
    frame = opened(films.tiff(values)).frame()
    np.testing.assert_array_equal(frame.stored, values)
    assert to_display8(frame).std() > 30


def test_tiff_of_several_pages_is_noted(opened):
    pages = np.stack([films.phantom(bits=8, seed=seed) for seed in range(2)])
    film = opened(films.tiff(pages, photometric=1))
    assert [note.code for note in film.notes] == ["more_pages"]
    np.testing.assert_array_equal(film.frame().stored, pages[0])


def test_sixteen_bit_films_get_a_range(opened):
    grey = films.phantom(bits=12)
    frame = opened(films.png(grey)).frame()
    assert frame.notes == ()
    assert default_voi(frame).width < 4200
    assert to_display8(frame).max() == 255


def _png_header(rows: int, columns: int) -> bytes:
    body = b"IHDR" + struct.pack(">IIBBBBB", columns, rows, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + body + struct.pack(">I", zlib.crc32(body))


def _end() -> bytes:
    return struct.pack(">I", 0) + b"IEND" + struct.pack(">I", zlib.crc32(b"IEND"))


def test_huge_claims_are_refused_before_decoding(opened):
    png = _png_header(60_000, 60_000) + _end()
    tiff = bytearray(films.tiff(films.phantom(bits=8)))
    bmp = bytearray(films.bmp(films.phantom(bits=8)))
    struct.pack_into("<ii", bmp, 18, 60_000, 60_000)
    jpeg = bytearray(films.jpeg(films.phantom(bits=8)))
    struct.pack_into(">HH", jpeg, jpeg.index(b"\xff\xc0") + 5, 60_000, 60_000)
    for tag in (256, 257):
        at = tiff.index(struct.pack("<HH", tag, 3), len(tiff) - 300 if tag else 0)
        struct.pack_into("<HHII", tiff, at, tag, 4, 1, 60_000)
    for data in (png, bytes(bmp), bytes(jpeg), bytes(tiff)):
        error = refusal(opened, data)
        assert (error.code, error.parameters) == (
            "image_too_large",
            {"rows": 60_000, "columns": 60_000},
        )


def test_zero_size(opened):
    assert refusal(opened, _png_header(0, 5) + _end()).code == "zero_size"


def test_damaged_pictures(opened):
    data = bytearray(films.png(films.phantom(bits=8)))
    data[len(data) // 2] ^= 0xFF
    assert refusal(opened, bytes(data)).code == "cannot_decode"
    assert refusal(opened, b"\xff\xd8\xff\xe0\x00\x04ab" + b"\0" * 200).code == "damaged_header"
    assert refusal(opened, b"II*\x00\xff\xff\xff\x7f" + b"\0" * 200).code == "truncated"


def test_four_colour_print_is_refused(opened):
    planes = np.dstack([films.phantom(bits=8)] * 4)
    import imagecodecs

    data = imagecodecs.jpeg8_encode(planes, colorspace="CMYK", outcolorspace="CMYK")
    error = refusal(opened, data)
    assert (error.code, error.parameters) == ("wrong_photometric", {"value": "CMYK"})
