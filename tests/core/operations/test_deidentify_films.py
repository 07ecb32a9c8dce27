"""Protects: writing burnt into a film is gone when it leaves, in every frame, packed or not."""

import io
from pathlib import Path

import numpy as np
import pydicom
import pytest

from meddx_desktop.core.domain.imaging import Source
from meddx_desktop.core.domain.patient import Patient, PersonName
from meddx_desktop.core.errors import MedDxError, UnreadableImage
from meddx_desktop.core.jobs import JobCancelled, JobContext
from meddx_desktop.core.ocr import find_text
from meddx_desktop.core.operations import deidentify_films
from meddx_desktop.core.operations.deidentify_films import (
    FilmOptions,
    Markers,
    Region,
    film_parts,
    look,
)
from tests.data import burnt, films

LINES = [("ZHANG SAN", 20, 40), ("R", 260, 150), ("AP", 20, 200)]
KEY = b"k" * 32


def _look(tmp_path, data, **options):
    path = tmp_path / "in.dcm"
    path.write_bytes(data)
    return look(Source(path), **options)


def _pixels(looked, **options):
    data = b"".join(film_parts(looked, FilmOptions(**options), key=KEY)[1])
    return pydicom.dcmread(io.BytesIO(data)).pixel_array


def _read(frame):
    low, high = int(frame.min()), int(frame.max())
    grey = ((frame.astype(np.float32) - low) * 255 / (high - low)).astype(np.uint8)
    return [one.text for one in find_text(grey)]


@pytest.mark.parametrize("syntax", [films.EXPLICIT, films.JPEG_LOSSLESS_1])
def test_writing_is_gone_and_the_side_marker_stays(tmp_path, syntax):
    original = burnt.film(LINES)
    looked = _look(tmp_path, films.film(original, syntax=syntax))
    assert looked.changed == (0,) and not looked.may_hide_side
    out = _pixels(looked)
    assert _read(original) == ["ZHANG SAN", "R", "AP"]
    assert _read(out) == ["R"]
    changed = out != original
    assert not changed[60:160].any() and 0 < changed.mean() < 0.2


def test_how_it_was_taken_stays_when_chosen(tmp_path):
    looked = _look(tmp_path, films.film(burnt.film(LINES)), markers=Markers.VIEWS)
    assert _read(_pixels(looked)) == ["R", "AP"]


def test_a_film_without_writing_stays_bit_for_bit(tmp_path):
    original = films.phantom(96, 80)
    looked = _look(tmp_path, films.film(original))
    assert looked.regions == () and looked.changed == ()
    assert np.array_equal(_pixels(looked), original)


def test_every_frame_of_several_is_looked_at(tmp_path):
    frames = np.stack(
        [
            films.phantom(64, 160),
            burnt.film([("ZHANG SAN", 10, 40)], (64, 160)),
            films.phantom(64, 160),
        ]
    )
    looked = _look(tmp_path, films.film(frames, frames=3))
    assert looked.changed == (0, 1, 2)
    assert [_read(one) for one in _pixels(looked)] == [[], [], []]


@pytest.mark.parametrize("photometric", ["MONOCHROME1", "RGB"])
def test_covered_means_black_in_every_kind_of_picture(tmp_path, photometric):
    if photometric == "RGB":
        pixels = films.colour(96, 200)
        pixels[burnt.write((96, 200), [("ZHANG SAN", 10, 40)])] = 255
        looked = _look(tmp_path, films.film(pixels, bits=8))
        dark = _pixels(looked)[30, 60]
        assert not dark.any()
        return
    pixels = burnt.film([("ZHANG SAN", 10, 40)], (96, 200))
    looked = _look(tmp_path, films.film(pixels, PhotometricInterpretation=photometric))
    assert _pixels(looked)[30, 60] == pixels.max()


def test_writing_in_indices_of_one_colour_does_not_leave(tmp_path):
    indices = np.full((64, 200), 3, np.uint8)
    hidden = burnt.write((64, 200), [("ZHANG", 10, 40)], height=28)
    indices[hidden] = 200
    raw = {"SmallestImagePixelValue": ("US", b"\3\0")}
    for colour, level in (("Red", 10), ("Green", 20), ("Blue", 30)):
        descriptor = np.array([256, 0, 8], "<u2").tobytes()
        raw[f"{colour}PaletteColorLookupTableDescriptor"] = ("US", descriptor)
        raw[f"{colour}PaletteColorLookupTableData"] = ("OW", bytes([level]) * 256)
    data = films.film(indices, bits=8, PhotometricInterpretation="PALETTE COLOR", raw=raw)
    written = b"".join(film_parts(_look(tmp_path, data), FilmOptions(), key=KEY)[1])
    out = pydicom.dcmread(io.BytesIO(written))
    assert out.PhotometricInterpretation == "RGB" and out.SamplesPerPixel == 3
    assert (out.pixel_array == (10, 20, 30)).all()
    assert not [one for one in out.dir() if "Palette" in one or "Smallest" in one]


def test_faint_writing_below_one_bright_spot_is_found(tmp_path):
    pixels = (burnt.film([("ZHANG SAN", 20, 60)], (128, 240), bits=10) // 4).astype(np.uint16)
    pixels[100:103, 200:203] = 4095
    looked = _look(tmp_path, films.film(pixels))
    assert "ZHANG SAN" in [one.text for one in looked.regions]


def test_a_person_covers_more_or_less(tmp_path):
    looked = _look(tmp_path, films.film(burnt.film(LINES)))
    number = next(n for n, one in enumerate(looked.regions) if one.text == "AP")
    assert "AP" in _read(_pixels(looked.turned(number)))
    more = looked.with_region(Region(250, 130, 300, 160, drawn=True))
    assert _read(_pixels(more.turned(number))) == ["AP"]
    before = more.picture(0)
    after = more.covered(before, 0)
    assert more.is_of(looked)
    assert before.shape == after.shape == (224, 320, 3)
    assert more.strip(0).shape == (224, 644, 3)
    assert (before != after).any(axis=2)[30, 60]


def test_the_case_says_whose_it_is(tmp_path):
    looked = _look(tmp_path, films.film(PatientName="Zhangsanfeng^X", PatientComments="x"))
    li = Patient("P-77", PersonName("Li^Na"))
    names = {
        patient: film_parts(looked, FilmOptions(), key=KEY, patient=patient)[0]
        for patient in (None, li, Patient("P-78", PersonName("Li^Na")))
    }
    assert len(set(names.values())) == 3


def test_names_of_the_case_are_looked_for_too(tmp_path):
    looked = _look(tmp_path, films.film(Manufacturer="Okaforova"))
    who = deidentify_films.identity_of(Patient("P-7", PersonName("Okaforova^Priya")))
    data = b"".join(film_parts(looked, FilmOptions(), key=KEY, more=who)[1])
    assert b"Okaforova" not in data


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (films.png(films.phantom(bits=8)), "film_not_dicom"),
        (films.report(), "not_an_image_object"),
        (b"hello", "not_an_image"),
        (films.film()[:1500], "truncated"),
    ],
)
def test_what_is_no_film_is_refused(tmp_path, data, code):
    with pytest.raises(MedDxError) as refused:
        _pixels(_look(tmp_path, data))
    assert refused.value.code == code


def test_an_encapsulated_document_is_refused(tmp_path):
    header = films.dataset(films.phantom(), bits=12, syntax=films.EXPLICIT, frames=1)
    header.SOPClassUID = "1.2.840.10008.5.1.4.1.1.104.1"
    header.EncapsulatedDocument = b"%PDF-1.4 Zhang San "
    with pytest.raises(UnreadableImage, match="not_an_image_object"):
        _look(tmp_path, films.to_bytes(header))


def test_a_stop_is_heard_between_frames(tmp_path):
    context = JobContext()
    context.cancel()
    with pytest.raises(JobCancelled):
        _look(tmp_path, films.film(), context=context)


def test_what_is_a_picture(tmp_path):
    for name, data, wanted in (
        ("a", films.film(), True),
        ("b", films.png(films.phantom(bits=8)), True),
        ("c", b"a note", False),
        ("d", films.zipped({"x": b"y"}), False),
    ):
        (tmp_path / name).write_bytes(data)
        assert deidentify_films.is_picture(Source(Path(tmp_path / name))) is wanted
