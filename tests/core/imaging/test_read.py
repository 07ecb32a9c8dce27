"""From bytes to a Film, and every refusal with its code."""

import os
import struct
import tracemalloc
from pathlib import Path

import numpy as np
import pytest
from pydicom.data import get_testdata_file

from meddx_desktop.core.domain.imaging import Source
from meddx_desktop.core.errors import UnreadableImage
from meddx_desktop.core.imaging.limits import SIDE
from meddx_desktop.core.imaging.pixels import to_display8
from meddx_desktop.core.imaging.read import open_film
from tests.data import films


def refusal(opened, data: bytes, *, frame: int | None = 0) -> UnreadableImage:
    with pytest.raises(UnreadableImage) as caught:
        film = opened(data)
        if frame is not None:
            film.frame(frame)
    return caught.value


def test_film_is_one_instance_of_one_series(opened):
    data = films.film(WindowCenter=2048, WindowWidth=4096)
    film = opened(data)
    assert len(film.study.series) == 1
    assert film.study.instances == (film.instance,)
    assert (film.instance.rows, film.instance.columns, film.instance.frames) == (64, 48, 1)
    assert len(film.instance.sha256) == 64
    frame = film.frame()
    np.testing.assert_array_equal(frame.stored, films.phantom())
    assert [(w.center, w.width) for w in frame.windows] == [(2048, 4096)]
    assert film.notes == frame.notes == ()


def test_uncompressed_pixels_are_not_copied(opened):
    stored = opened(films.film()).frame().stored
    assert not stored.flags.owndata
    assert not stored.flags.writeable


@pytest.mark.parametrize("syntax", [films.EXPLICIT, films.IMPLICIT])
def test_file_without_preamble(opened, syntax):
    film = opened(films.without_preamble(films.film(syntax=syntax)))
    np.testing.assert_array_equal(film.frame().stored, films.phantom())
    assert film.instance.transfer_syntax_uid == syntax


def test_each_frame_is_decoded_by_itself(opened):
    frames = np.stack([films.phantom(seed=seed) for seed in range(3)])
    for syntax in (films.EXPLICIT, films.RLE, films.JPEG_LS):
        film = opened(films.film(frames, frames=3, syntax=syntax))
        assert film.instance.frames == 3
        for index in (2, 0, 1):
            np.testing.assert_array_equal(film.frame(index).stored, frames[index])


def test_no_such_frame(opened):
    error = refusal(opened, films.film(), frame=1)
    assert (error.code, error.parameters) == ("no_such_frame", {"frame": 2, "frames": 1})
    assert refusal(opened, films.film(), frame=-1).code == "no_such_frame"


def test_fewer_compressed_frames_than_stated(opened):
    frames = np.stack([films.phantom(seed=seed) for seed in range(2)])
    data = films.film(frames, frames=2, syntax=films.RLE, NumberOfFrames=4)
    assert refusal(opened, data, frame=3).parameters == {"frame": 4, "frames": 2}


def test_hidden_second_frame_is_told(opened):
    frames = np.stack([films.phantom(seed=seed) for seed in range(2)])
    for syntax in (films.EXPLICIT, films.JPEG_LOSSLESS):
        frame = opened(films.film(frames, frames=2, syntax=syntax, NumberOfFrames=None)).frame()
        assert [note.code for note in frame.notes] == ["pixel_data_longer"]
        np.testing.assert_array_equal(frame.stored, frames[0])


def test_text_is_not_an_image(opened):
    for data in (
        b"Dear colleague,\n" * 40,
        b"BM is a town",
        b"\x08\x00 letter" * 30,
        b"PK\x03\x04",
    ):
        assert refusal(opened, data).code == "not_an_image"


@pytest.mark.parametrize("keep", [0.2, 0.5, 0.9, 0.99])
def test_cut_files_are_truncated(opened, keep):
    data = films.film()
    assert refusal(opened, data[: int(len(data) * keep)]).code in ("truncated", "damaged_header")


@pytest.mark.parametrize("kind", ["png", "jpeg", "tiff", "bmp"])
def test_cut_pictures_are_refused(opened, kind):
    data = getattr(films, kind)(films.phantom(200, 160, bits=8))
    assert refusal(opened, data[: len(data) // 2]).code in ("truncated", "cannot_decode")
    assert refusal(opened, data[: len(data) - len(data) // 8]).code in (
        "truncated",
        "cannot_decode",
    )


def test_cut_deflated_film(opened):
    data = films.film(syntax=films.DEFLATED)
    assert refusal(opened, data[:-200]).code == "truncated"
    start = 144 + struct.unpack_from("<I", data, 140)[0]
    assert refusal(opened, data[:start] + b"\xff" * 200).code == "damaged_header"


def test_damaged_header(opened):
    data = films.film(Rows=None)
    assert refusal(opened, data).code == "damaged_header"
    assert refusal(opened, b"\0" * 128 + b"DICM" + b"\0" * 4).code == "damaged_header"


def test_no_pixel_data(opened):
    assert refusal(opened, films.film(PixelData=None)).code == "no_pixel_data"
    assert refusal(opened, films.film(pixel_bytes=b"")).code == "no_pixel_data"


def test_other_objects_are_named(opened):
    error = refusal(opened, films.report())
    assert (error.code, error.parameters) == ("not_an_image_object", {"kind": "report"})
    error = refusal(opened, films.dicomdir([["A"]]))
    assert error.parameters == {"kind": "directory"}


def test_zero_size(opened):
    assert refusal(opened, films.film(Rows=0)).code == "zero_size"


def test_size_mismatch(opened):
    assert refusal(opened, films.film(Rows=65)).code == "size_mismatch"


@pytest.mark.parametrize("side", [SIDE + 1, 60_000])
def test_too_large_is_refused_before_memory_is_asked_for(opened, side):
    data = films.film(Rows=side, Columns=side)
    tracemalloc.start()
    error = refusal(opened, data)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert (error.code, error.parameters) == ("image_too_large", {"rows": side, "columns": side})
    assert peak < 4 << 20


def test_too_many_pixels(opened):
    assert refusal(opened, films.film(Rows=16_000, Columns=16_000)).code == "image_too_large"


def test_unknown_transfer_syntax(opened):
    error = refusal(
        opened,
        films.film(syntax=films.JPEG_LS).replace(
            b"1.2.840.10008.1.2.4.80", b"1.2.840.10008.1.2.4.99"
        ),
    )
    assert (error.code, error.parameters) == (
        "unknown_transfer_syntax",
        {"uid": "1.2.840.10008.1.2.4.99"},
    )


@pytest.mark.parametrize("photometric", ["CMYK", "HSV", "nonsense"])
def test_wrong_photometric(opened, photometric):
    error = refusal(opened, films.film(PhotometricInterpretation=photometric))
    assert (error.code, error.parameters) == ("wrong_photometric", {"value": photometric.upper()})


def test_grey_with_three_samples_is_wrong(opened):
    assert refusal(opened, films.film(SamplesPerPixel=3)).code == "wrong_photometric"


def test_unsupported_pixels(opened):
    error = refusal(opened, films.film(BitsAllocated=24))
    assert (error.code, error.parameters) == ("unsupported_pixels", {"bits": 24})


def test_palette_without_its_table(opened):
    data = films.film(films.phantom(bits=8), bits=8, PhotometricInterpretation="PALETTE COLOR")
    assert refusal(opened, data).code == "missing_lut"


@pytest.mark.parametrize("name", ["胸片 1.dcm", "line\nbreak.png", "🫁.dcm", "a'b\"c.dcm"])
def test_any_file_name(opened, name):
    if os.name == "nt":
        pytest.skip("Windows forbids these names")
    data = films.png(films.phantom()) if name.endswith("png") else films.film()
    film = opened(data, name)
    assert film.instance.source.name == name
    assert film.frame().rows == 64


@pytest.mark.parametrize(
    "name",
    [
        "CT_small.dcm",
        "MR_small_RLE.dcm",
        "JPEG2000.dcm",
        "JPGExtended.dcm",
        "SC_rgb_jpeg_dcmtk.dcm",
        "MR_small_expb.dcm",
        "image_dfl.dcm",
        "liver_1frame.dcm",
        "693_J2KI.dcm",
        "SC_rgb_small_odd_big_endian.dcm",
        "examples_palette.dcm",
        "rtdose.dcm",
    ],
)
def test_files_of_other_makers(name):
    path = get_testdata_file(name, download=False)
    frame = open_film(Source(Path(path))).frame()
    assert to_display8(frame).std() > 0


def test_memory_stays_constant_over_many_films(tmp_path):
    path = tmp_path / "film.dcm"
    path.write_bytes(films.film(films.phantom(300, 300)))

    def screen() -> None:
        to_display8(open_film(Source(path)).frame())

    screen()
    tracemalloc.start()
    for _ in range(5):
        screen()
    before = tracemalloc.get_traced_memory()[0]
    for _ in range(200):
        screen()
    after = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    assert after - before < 64 << 10
