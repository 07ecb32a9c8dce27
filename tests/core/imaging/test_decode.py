"""Layouts of uncompressed pixel data, and what is made of wrong bits."""

import numpy as np
import pytest

from meddx_desktop.core.errors import UnreadableImage
from tests.data import films


@pytest.mark.parametrize("syntax", [films.EXPLICIT, films.BIG_ENDIAN])
@pytest.mark.parametrize("dtype", ["u1", "i1", "u2", "i2", "u4", "i4"])
def test_integers_of_every_width(opened, dtype, syntax):
    info = np.iinfo(dtype)
    values = np.linspace(info.min, info.max, 63 * 5).reshape(63, 5).astype(dtype)
    frame = opened(films.film(values, bits=info.bits, syntax=syntax)).frame()
    assert frame.stored.dtype == np.dtype(dtype)
    np.testing.assert_array_equal(frame.stored, values)


def test_bytes_in_big_endian_words(opened):
    """PS3.5 8.1.2: 8-bit pixels of VR OW, an odd number of them, two frames."""
    values = np.arange(2 * 3 * 5, dtype=np.uint8).reshape(2, 3, 5)
    swapped = values.reshape(-1, 2)[:, ::-1].tobytes()
    data = films.film(values, bits=8, frames=2, syntax=films.BIG_ENDIAN, pixel_bytes=swapped)
    at = data.index(b"\x7f\xe0\x00\x10OB")
    film = opened(data[: at + 4] + b"OW" + data[at + 6 :])
    for index in range(2):
        np.testing.assert_array_equal(film.frame(index).stored, values[index])


@pytest.mark.parametrize(
    ("keyword", "dtype"), [("FloatPixelData", "f4"), ("DoubleFloatPixelData", "f8")]
)
def test_floating_values(opened, keyword, dtype):
    values = np.random.default_rng(0).normal(0, 1e3, (20, 30)).astype(dtype)
    header = films.dataset(values, bits=8 * values.itemsize, syntax=films.EXPLICIT, frames=1)
    setattr(header, keyword, values.tobytes())
    for unused in ("BitsStored", "HighBit", "PixelRepresentation"):
        delattr(header, unused)
    np.testing.assert_array_equal(opened(films.to_bytes(header)).frame().stored, values)


def test_one_bit_frames_that_begin_within_a_byte(opened):
    bits = np.random.default_rng(0).integers(0, 2, (3, 5, 7), dtype=np.uint8)
    packed = np.packbits(bits.reshape(-1), bitorder="little").tobytes()
    data = films.film(bits, bits=1, frames=3, BitsAllocated=1, pixel_bytes=packed)
    film = opened(data)
    for index in range(3):
        np.testing.assert_array_equal(film.frame(index).stored, bits[index])


@pytest.mark.parametrize("signed", [False, True])
def test_what_lies_above_bits_stored_is_cleared(opened, signed):
    clean = films.phantom()
    noisy = clean | (np.random.default_rng(0).integers(0, 16, clean.shape, np.uint16) << 12)
    frame = opened(films.film(noisy, bits=12, PixelRepresentation=int(signed))).frame()
    expected = clean
    if signed:
        expected = np.where(clean >= 2048, clean.astype(int) - 4096, clean).astype(np.int16)
    np.testing.assert_array_equal(frame.stored, expected)


def test_high_bit_above_bits_stored(opened):
    clean = films.phantom(bits=10)
    frame = opened(films.film(clean << 4 | 0b101, bits=10, HighBit=13)).frame()
    np.testing.assert_array_equal(frame.stored, clean)


@pytest.mark.parametrize(("stored", "high_bit"), [(0, 0), (99, 98), (12, 99), (12, 3)])
def test_nonsense_in_bits_stored_and_high_bit(opened, stored, high_bit):
    frame = opened(films.film(BitsStored=stored, HighBit=high_bit)).frame()
    np.testing.assert_array_equal(frame.stored, films.phantom())


@pytest.mark.parametrize("planar", [0, 1])
def test_colour_by_pixel_and_by_plane(opened, planar):
    values = films.colour()
    raw = (values.transpose(2, 0, 1) if planar else values).tobytes()
    data = films.film(values, bits=8, PlanarConfiguration=planar, pixel_bytes=raw)
    np.testing.assert_array_equal(opened(data).frame().stored, values)


def test_ybr_full(opened):
    rgb = films.colour().astype(float)
    red, green, blue = rgb[..., 0], rgb[..., 1], rgb[..., 2]
    luma = 0.299 * red + 0.587 * green + 0.114 * blue  # C.7.6.3.1.2
    ybr = np.dstack([luma, 128 + (blue - luma) * 0.5 / 0.886, 128 + (red - luma) * 0.5 / 0.701])
    ybr = np.clip(np.rint(ybr), 0, 255).astype(np.uint8)
    data = films.film(ybr, bits=8, PhotometricInterpretation="YBR_FULL")
    assert np.abs(opened(data).frame().stored - rgb).max() <= 3


def test_ybr_full_422(opened):
    grey = np.arange(0, 240, dtype=np.uint8).reshape(10, 24)
    quads = np.full((10, 12, 4), 128, np.uint8)
    quads[..., :2] = grey.reshape(10, 12, 2)
    data = films.film(
        np.zeros((10, 24, 3), np.uint8),
        bits=8,
        PhotometricInterpretation="YBR_FULL_422",
        pixel_bytes=quads.tobytes(),
    )
    stored = opened(data).frame().stored
    np.testing.assert_array_equal(stored, np.dstack([grey] * 3))


def test_sixteen_bit_colour_is_brought_to_eight(opened):
    values = films.colour().astype(np.uint16) * 257
    stored = opened(films.film(values, bits=16)).frame().stored
    np.testing.assert_array_equal(stored, films.colour())


def test_compressed_syntax_over_plain_pixels(opened):
    """Some exporters decompress and leave the old transfer syntax in the header."""
    plain = films.film(syntax=films.EXPLICIT)
    header = films.dataset(films.phantom(), bits=12, syntax=films.RLE, frames=1)
    meta = films.to_bytes(header, syntax=films.RLE)
    assert films.RLE.encode() in meta
    start = 144 + int.from_bytes(meta[140:144], "little")
    film = opened(meta[:start] + films.without_preamble(plain))
    np.testing.assert_array_equal(film.frame().stored, films.phantom())


def test_a_frame_that_is_not_there(opened):
    frames = np.stack([films.phantom(seed=seed) for seed in range(2)])
    film = opened(films.film(frames, frames=2, NumberOfFrames=3))
    film.frame(1)
    with pytest.raises(UnreadableImage, match="size_mismatch"):
        film.frame(2)
