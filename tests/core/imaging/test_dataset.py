"""Parsing: where pixels begin, what was cut, and that pydicom stays silent."""

import logging
import warnings

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meddx_desktop.core.errors import UnreadableImage
from meddx_desktop.core.imaging.dataset import parse, quiet
from tests.data import films


@pytest.mark.parametrize(
    "syntax", [films.EXPLICIT, films.IMPLICIT, films.DEFLATED, films.BIG_ENDIAN]
)
def test_pixels_are_found_and_not_copied(syntax):
    data = films.film(syntax=syntax)
    parsed = parse(data)
    assert parsed.pixels is not None
    assert parsed.pixels.length == 64 * 48 * 2
    assert parsed.pixels.start + parsed.pixels.length == len(parsed.body)
    assert parsed.transfer_syntax == syntax
    assert parsed.little_endian is (syntax != films.BIG_ENDIAN)
    assert (parsed.body is data) is (syntax != films.DEFLATED)
    assert not parsed.cut_short


def test_file_meta_without_a_preamble():
    data = films.film(syntax=films.JPEG_LS)[132:]
    assert parse(data).transfer_syntax == films.JPEG_LS


def test_cut_is_noticed():
    data = films.film(PatientName="A" * 60)
    at = data.index(b"AAAA")
    assert parse(data[: at + 20]).cut_short


@given(st.binary(max_size=400))
def test_any_bytes_after_the_magic(data):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        try:
            parse(b"\0" * 128 + b"DICM" + data)
        except UnreadableImage as error:
            assert error.code in ("damaged_header", "truncated")


def test_deeply_nested_sequences_end():
    item = b"\x08\x00\x40\x11SQ\0\0\xff\xff\xff\xff\xfe\xff\x00\xe0\xff\xff\xff\xff" * 5000
    with pytest.raises(UnreadableImage, match="damaged_header"):
        parse(b"\0" * 128 + b"DICM" + item)


def test_names_in_warnings_reach_no_log(caplog):
    with caplog.at_level(logging.DEBUG):
        parse(films.film(raw={"SpecificCharacterSet": ("CS", b"SECRET")}))
    own = [record for record in caplog.records if not record.name.startswith("pydicom")]
    assert own == []
    assert logging.getLogger("pydicom").propagate is False


def test_warning_filters_are_put_back():
    before = list(warnings.filters)
    with quiet():
        warnings.warn("not shown", stacklevel=1)
    assert warnings.filters == before


def test_deflate_bomb_is_bounded(monkeypatch):
    data = films.film(syntax=films.DEFLATED)
    monkeypatch.setattr("meddx_desktop.core.imaging.dataset.INFLATED_BYTES", 2000)
    with pytest.raises(UnreadableImage, match="file_too_large"):
        parse(data)
