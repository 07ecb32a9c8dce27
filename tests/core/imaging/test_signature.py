"""Formats by their first bytes."""

import pytest

from meddx_desktop.core.imaging.signature import HEAD_BYTES, kind
from tests.data import films


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (films.film(), "dicom"),
        (films.without_preamble(films.film()), "dicom"),
        (films.without_preamble(films.film(syntax=films.IMPLICIT)), "dicom"),
        (films.without_preamble(films.film(syntax=films.BIG_ENDIAN)), "dicom"),
        (films.png(films.phantom()), "png"),
        (films.jpeg(films.phantom(bits=8)), "jpeg"),
        (films.tiff(films.phantom()), "tiff"),
        (films.bmp(films.phantom(bits=8)), "bmp"),
        (films.zipped({"a": b"a"}), "zip"),
        (b"", ""),
        (b"BMW owners' manual, second edition", ""),
        (b"\x08\x00", ""),
        (b"\x08\x00 is how this text begins, and no tag", ""),
        (b"<html><body>films</body></html>", ""),
        (b"GIF89a" + b"\0" * 200, ""),
        (b"%PDF-1.7" + b"\0" * 200, ""),
        (b"MZ\x90\x00" + b"\0" * 300, ""),
    ],
)
def test_kind(data, expected):
    assert kind(data[:HEAD_BYTES]) == expected
