"""Sizes and markers of compressed streams."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from meddx_desktop.core.imaging import codestream
from tests.data import films

STREAMS = {
    syntax: encode(films.phantom(61, 47, bits=8 if syntax == films.JPEG_BASELINE else 12))
    for syntax, encode in films.ENCODERS.items()
    if syntax != films.RLE
}


@pytest.mark.parametrize("syntax", STREAMS)
def test_size(syntax):
    assert codestream.size(STREAMS[syntax]) == (61, 47)


@pytest.mark.parametrize("syntax", STREAMS)
def test_cut_streams_have_a_size_or_none(syntax):
    for length in range(80):
        assert codestream.size(STREAMS[syntax][:length]) in (None, (61, 47))


@given(st.binary(max_size=200))
def test_any_bytes(data):
    for stream in (data, b"\xff\xd8" + data, b"\xff\x4f\xff\x51" + data):
        codestream.size(stream)
        codestream.components(stream)
        codestream.names_its_colours(stream)
        list(codestream.application_segments(stream, 0xE1))


def test_components_and_completeness():
    stream = films.jpeg(films.colour())
    assert codestream.components(stream) == 3
    assert codestream.components(films.jpeg(films.phantom(bits=8))) == 1
    assert codestream.is_complete_jpeg(stream)
    assert codestream.is_complete_jpeg(stream + b"\0")
    assert not codestream.is_complete_jpeg(stream[:-2])
    assert codestream.names_its_colours(stream)
    assert not codestream.names_its_colours(films.jpeg(np.zeros((9, 9), np.uint8))[:2])


def test_the_end_of_a_thumbnail_is_not_the_end_of_the_picture():
    thumbnail = films.jpeg(films.phantom(16, 16, bits=8))
    stream = films.jpeg(films.colour())
    block = b"\xff\xe1" + (len(thumbnail) + 2).to_bytes(2, "big") + thumbnail
    whole = stream[:2] + block + stream[2:]
    assert codestream.is_complete_jpeg(whole)
    assert not codestream.is_complete_jpeg(whole[:-2])
    assert codestream.size(whole) == (32, 24)
