"""Every transfer syntax against the uncompressed original."""

import ast
from pathlib import Path

import imagecodecs
import numpy as np
import pytest

from meddx_desktop.core.errors import UnreadableImage
from meddx_desktop.core.imaging import codecs
from tests.data import films

LOSSLESS = (
    films.EXPLICIT,
    films.IMPLICIT,
    films.DEFLATED,
    films.BIG_ENDIAN,
    films.JPEG_LOSSLESS,
    films.JPEG_LOSSLESS_1,
    films.JPEG_LS,
    films.JPEG_2000,
    films.HTJ2K,
    films.RLE,
)
BOUNDS = {  # largest difference the encoder's setting allows, of 4,095
    films.JPEG_EXTENDED: 8,
    films.JPEG_LS_NEAR: 2,
    films.JPEG_2000_LOSSY: 400,
    films.HTJ2K_LOSSY: 150,
}


@pytest.mark.parametrize("syntax", LOSSLESS)
@pytest.mark.parametrize("bits", [8, 12, 16])
def test_lossless_syntaxes_are_exact(opened, syntax, bits):
    original = films.phantom(61, 47, bits=bits)
    film = opened(films.film(original, bits=bits, syntax=syntax))
    stored = film.frame().stored
    assert film.instance.transfer_syntax_uid == syntax
    assert stored.dtype == original.dtype
    np.testing.assert_array_equal(stored, original)


@pytest.mark.parametrize("syntax", LOSSLESS)
def test_signed_values_keep_their_sign(opened, syntax):
    original = films.phantom(40, 30, bits=12).astype(np.int16) - 2048
    pixels = original.view(np.uint16) & 0xFFF if syntax in films.ENCODERS else original
    data = films.film(pixels, bits=12, syntax=syntax, PixelRepresentation=1)
    np.testing.assert_array_equal(opened(data).frame().stored, original)


@pytest.mark.parametrize(("syntax", "bound"), BOUNDS.items())
def test_lossy_syntaxes_stay_near_and_never_wrap(opened, syntax, bound):
    original = films.phantom(64, 48, bits=12)
    original[:8] = 4095  # overshoot here must stay white
    stored = opened(films.film(original, syntax=syntax)).frame().stored
    difference = np.abs(stored.astype(int) - original)
    assert difference.max() <= bound
    assert stored.max() <= 4095
    assert stored[:6].min() > 4095 - bound


def test_jpeg_baseline_stays_near(opened):
    original = films.phantom(64, 48, bits=8)
    stored = opened(films.film(original, bits=8, syntax=films.JPEG_BASELINE)).frame().stored
    assert np.abs(stored.astype(int) - original).max() <= 10


@pytest.mark.parametrize("predictor", range(1, 8))
def test_every_lossless_predictor(opened, predictor):
    original = films.phantom(33, 29)
    stream = imagecodecs.jpeg8_encode(
        original, lossless=True, predictor=predictor, bitspersample=16
    )
    data = _encapsulated(original, stream, films.JPEG_LOSSLESS)
    np.testing.assert_array_equal(opened(data).frame().stored, original)


def test_extended_12_bit_with_the_spectral_selection_of_the_nema_files(opened):
    """Their scan header ends at coefficient 0 where it must end at 63."""
    original = films.phantom(64, 48)
    good = imagecodecs.jpeg8_encode(original, level=98, bitspersample=12)
    scan = good.index(b"\xff\xda")
    assert good[scan + 8] == 63
    bad = good[: scan + 8] + b"\0" + good[scan + 9 :]
    stored = opened(_encapsulated(original, bad, films.JPEG_EXTENDED)).frame().stored
    assert np.abs(stored.astype(int) - original).max() <= 8


@pytest.mark.parametrize(
    "syntax", [films.RLE, films.JPEG_LOSSLESS, films.JPEG_LS, films.JPEG_2000, films.HTJ2K]
)
def test_colour_is_exact(opened, syntax):
    photometric = "YBR_RCT" if syntax in (films.JPEG_2000, films.HTJ2K) else "RGB"
    original = films.colour()
    data = films.film(original, bits=8, syntax=syntax, PhotometricInterpretation=photometric)
    np.testing.assert_array_equal(opened(data).frame().stored, original)


@pytest.mark.parametrize("photometric", ["RGB", "YBR_FULL_422", "YBR_FULL"])
def test_jpeg_colour_is_undone_once_whatever_the_header_says(opened, photometric):
    original = films.colour()
    data = films.film(
        original, bits=8, syntax=films.JPEG_BASELINE, PhotometricInterpretation=photometric
    )
    stored = opened(data).frame().stored
    assert np.abs(stored.astype(int) - original).mean() < 6


def test_jpeg_of_plain_rgb_without_markers_follows_the_header(opened):
    original = films.colour()
    stream = imagecodecs.jpeg8_encode(original, level=98, colorspace="RGB", outcolorspace="RGB")
    adobe = stream.find(b"\xff\xee")
    if adobe >= 0:
        size = int.from_bytes(stream[adobe + 2 : adobe + 4], "big")
        stream = stream[:adobe] + stream[adobe + 2 + size :]
    frame_header = stream.index(b"\xff\xc0")
    names = bytearray(stream)
    scan = names.index(b"\xff\xda")
    for place in range(3):  # components named 1, 2, 3 say nothing
        names[frame_header + 10 + 3 * place] = place + 1
        names[scan + 5 + 2 * place] = place + 1
    data = _encapsulated(original, bytes(names), films.JPEG_BASELINE)
    stored = opened(data).frame().stored
    assert np.abs(stored.astype(int) - original).mean() < 6


@pytest.mark.parametrize("syntax", [s for s in films.ENCODERS if s != films.RLE])
def test_damaged_stream_is_refused(opened, syntax):
    bits = 8 if syntax == films.JPEG_BASELINE else 12
    original = films.phantom(bits=bits)
    stream = films.ENCODERS[syntax](original)
    film = opened(_encapsulated(original, b"\x00" * len(stream), syntax, bits=bits))
    with pytest.raises(UnreadableImage) as caught:
        film.frame()
    assert caught.value.code == "cannot_decode"
    assert caught.value.parameters == {"syntax": syntax}


def test_short_rle_is_truncated(opened):
    original = films.phantom()
    stream = films.ENCODERS[films.RLE](original[:20])
    with pytest.raises(UnreadableImage) as caught:
        opened(_encapsulated(original, stream, films.RLE)).frame()
    assert caught.value.code in ("truncated", "cannot_decode")


def test_jpeg_without_its_end_is_truncated(opened):
    original = films.phantom(bits=8)
    stream = films.ENCODERS[films.JPEG_BASELINE](original)
    with pytest.raises(UnreadableImage, match="truncated"):
        opened(_encapsulated(original, stream[:-40], films.JPEG_BASELINE, bits=8)).frame()


def test_stream_of_another_size_is_refused_before_it_is_decoded(opened, monkeypatch):
    monkeypatch.setattr(imagecodecs, "jpeg2k_decode", None)
    original = films.phantom(64, 48)
    stream = films.ENCODERS[films.JPEG_2000](films.phantom(60, 48))
    with pytest.raises(UnreadableImage, match="size_mismatch"):
        opened(_encapsulated(original, stream, films.JPEG_2000)).frame()


def test_used_lists_exactly_the_functions_called():
    tree = ast.parse(Path(codecs.__file__).read_text(encoding="utf-8"))
    called = {
        node.attr
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and node.value.id == "imagecodecs"
    }
    assert called == set(codecs.USED)


def test_no_other_module_imports_imagecodecs():
    package = Path(codecs.__file__).parents[2]
    importers = {
        path.name
        for path in package.rglob("*.py")
        if "import imagecodecs" in path.read_text(encoding="utf-8")
        or "from imagecodecs" in path.read_text(encoding="utf-8")
    }
    assert importers == {"codecs.py"}


def _encapsulated(
    original: np.ndarray, stream: bytes, syntax: str, *, bits: int | None = None
) -> bytes:
    from pydicom.encaps import encapsulate

    bits = bits or (8 if original.dtype == np.uint8 else 12)
    return films.film(original, bits=bits, syntax=syntax, pixel_bytes=encapsulate([stream]))
