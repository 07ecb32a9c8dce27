"""Damaged bytes give a Film or a refusal: no other exception, no printed line, no hang."""

import random
import time
from pathlib import Path

import numpy as np
import pytest
from pydicom.data import get_testdata_file

from meddx_desktop.core.domain.imaging import Source
from meddx_desktop.core.errors import UnreadableImage
from meddx_desktop.core.imaging.pixels import to_display8
from meddx_desktop.core.imaging.read import open_film
from tests.data import films

OTHERS = (
    "CT_small.dcm",
    "MR_small_RLE.dcm",
    "JPEG2000.dcm",
    "SC_rgb_jpeg_dcmtk.dcm",
    "SC_ybr_full_422_uncompressed.dcm",
    "image_dfl.dcm",
    "chrH31.dcm",
    "test-SR.dcm",
    "rtdose.dcm",
    "DICOMDIR",
)
NASTY = (b"\0", b"\xff", b"\xff\xff", b"\0\0\0\0", b"\xff\xff\xff\xff", b"\x7f\xff", b"\\", b"\x80")
SLOWEST_SECONDS = 5.0


def originals() -> list[tuple[str, bytes]]:
    made = [
        (
            f"dicom {syntax}",
            films.film(films.phantom(bits=_bits(syntax)), bits=_bits(syntax), syntax=syntax),
        )
        for syntax in (
            films.EXPLICIT,
            films.IMPLICIT,
            films.DEFLATED,
            films.BIG_ENDIAN,
            *films.ENCODERS,
        )
    ]
    made += [
        ("colour", films.film(films.colour(), bits=8, syntax=films.JPEG_BASELINE)),
        (
            "windows",
            films.film(WindowCenter=2000, WindowWidth=4000, PatientName="A^B", PatientAge="004Y"),
        ),
        ("png", films.png(films.phantom())),
        ("png colour", films.png(films.colour())),
        ("jpeg", films.jpeg(films.colour(), orientation=6)),
        ("tiff", films.tiff(films.phantom())),
        ("tiff packed", films.tiff(films.phantom(bits=8), compression="lzw")),
        ("bmp", films.bmp(films.phantom(bits=8))),
    ]
    for name in OTHERS:
        path = get_testdata_file(name, download=False)
        if path is not None:
            made.append((name, Path(path).read_bytes()))
    return made


def _bits(syntax: str) -> int:
    return 8 if syntax == films.JPEG_BASELINE else 12


def damaged(data: bytes, rng: random.Random) -> bytes:
    """Overwrite, cut out, repeat or cut off: mostly in the header, where structure lies."""
    changed = bytearray(data)
    for _ in range(rng.choice((1, 1, 2, 4, 16))):
        reach = len(changed) if rng.random() < 0.4 else min(len(changed), 1500)
        at = rng.randrange(max(reach, 1))
        how = rng.random()
        if how < 0.7:
            bytes_ = rng.choice(NASTY) if rng.random() < 0.5 else bytes([rng.randrange(256)])
            changed[at : at + len(bytes_)] = bytes_
        elif how < 0.8:
            del changed[at : at + rng.randrange(1, 40)]
        elif how < 0.9:
            changed[at:at] = changed[at : at + rng.randrange(1, 40)]
        else:
            del changed[at:]
    return bytes(changed)


def survive(path: Path, data: bytes) -> str:
    """Open, decode and show; the refusal's code, or nothing."""
    path.write_bytes(data)
    start = time.perf_counter()
    try:
        film = open_film(Source(path))
        for index in {0, film.instance.frames - 1}:
            frame = film.frame(index)
            shown = to_display8(frame)
            assert shown.dtype == np.uint8
            assert shown.shape == (film.instance.rows, film.instance.columns)
            assert len(frame.notes) < 20
        code = ""
    except UnreadableImage as error:
        code = error.code
        assert all(isinstance(value, (str, int, float)) for value in error.parameters.values())
    assert time.perf_counter() - start < SLOWEST_SECONDS
    return code


def fuzz(tmp_path: Path, name: str, data: bytes, *, rounds: int, seed: int = 0) -> set[str]:
    rng = random.Random(f"{name}{seed}")
    return {survive(tmp_path / "film", damaged(data, rng)) for _ in range(rounds)}


@pytest.mark.parametrize(
    ("name", "data"), originals(), ids=lambda value: value if isinstance(value, str) else ""
)
def test_damaged_files(tmp_path, capfd, name, data):
    survive(tmp_path / "film", data)
    fuzz(tmp_path, name, data, rounds=25)
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("name", "data"), originals(), ids=lambda value: value if isinstance(value, str) else ""
)
def test_every_truncation_of_the_header(tmp_path, capfd, name, data):
    for length in range(1, min(len(data), 1200), 53):
        survive(tmp_path / "film", data[:length])
    assert capfd.readouterr() == ("", "")


@pytest.mark.slow
@pytest.mark.timeout(900)
@pytest.mark.parametrize(
    ("name", "data"), originals(), ids=lambda value: value if isinstance(value, str) else ""
)
def test_damaged_files_at_length(tmp_path, capfd, name, data):
    fuzz(tmp_path, name, data, rounds=1500, seed=1)
    assert capfd.readouterr() == ("", "")
