"""Windows, LUTs, padding and polarity as headers state them."""

import numpy as np
import pytest
from pydicom.dataset import Dataset
from pydicom.sequence import Sequence

from meddx_desktop.core.imaging.pixels import Window, default_voi, to_display8
from tests.data import films


def lut_item(
    first: int, values: np.ndarray, *, bits: int = 12, count: int | None = None
) -> Sequence:
    item = Dataset()
    item.add_new(0x00283002, "US", [len(values) if count is None else count, first & 0xFFFF, bits])
    item.add_new(0x00283006, "OW", values.tobytes())
    return Sequence([item])


def codes(frame) -> list[str]:
    return [note.code for note in frame.notes]


def test_windows_with_labels_and_function(opened):
    frame = opened(
        films.film(
            WindowCenter=[2000, 1500],
            WindowWidth=[4000, 1000],
            WindowCenterWidthExplanation=["STANDARD", "HARD"],
            VOILUTFunction="SIGMOID",
        )
    ).frame()
    assert frame.windows == (
        Window(2000, 4000, "SIGMOID", "STANDARD"),
        Window(1500, 1000, "SIGMOID", "HARD"),
    )
    assert codes(frame) == []


@pytest.mark.parametrize(
    ("center", "width", "left"),
    [
        (b"2000", b"0 ", 0),
        (b"2000", b"abcd", 0),
        (b"", b"4000", 0),
        (b"2000,5", b"4000", 1),
        (b"1000\\2000 ", b"4000", 1),
        (b"NaN ", b"inf ", 0),
    ],
)
def test_broken_windows_are_left_out(opened, center, width, left):
    data = films.film(raw={"WindowCenter": ("DS", center), "WindowWidth": ("DS", width)})
    frame = opened(data).frame()
    assert len(frame.windows) == left
    assert ("window_ignored" in codes(frame)) is (center != b"2000,5")
    assert to_display8(frame).std() > 10


def test_unknown_function_is_linear_with_a_note(opened):
    frame = opened(films.film(WindowCenter=2000, WindowWidth=4000, VOILUTFunction="CUBIC")).frame()
    assert frame.windows[0].function == "LINEAR"
    assert codes(frame) == ["window_ignored"]


def test_rescale(opened):
    frame = opened(films.film(RescaleSlope="2.5", RescaleIntercept="-1000")).frame()
    assert (frame.slope, frame.intercept) == (2.5, -1000)


@pytest.mark.parametrize("slope", [b"0 ", b"abc ", b"nan "])
def test_useless_slope_is_ignored_with_a_note(opened, slope):
    raw = {"RescaleSlope": ("DS", slope), "RescaleIntercept": ("DS", b"5 ")}
    frame = opened(films.film(raw=raw)).frame()
    assert (frame.slope, frame.intercept) == (1, 0)
    assert codes(frame) == ["rescale_ignored"]


def test_modality_lut(opened):
    table = np.arange(4096, dtype=np.uint16)[::-1].copy()
    frame = opened(films.film(ModalityLUTSequence=lut_item(0, table))).frame()
    assert frame.modality_lut is not None
    np.testing.assert_array_equal(frame.modality_lut.data, table)


def test_voi_lut_is_the_default(opened):
    table = np.linspace(0, 4095, 4096).astype(np.uint16)
    frame = opened(
        films.film(VOILUTSequence=lut_item(0, table), WindowCenter=100, WindowWidth=50)
    ).frame()
    assert default_voi(frame) is frame.voi_luts[0]
    expected = np.floor(films.phantom() * 255.0 / 4095 + 0.5)
    np.testing.assert_array_equal(to_display8(frame), expected)


def test_voi_lut_that_begins_below_zero(opened):
    table = np.linspace(0, 4095, 4096).astype(np.uint16)
    signed = films.phantom().astype(np.int16) - 2048
    frame = opened(films.film(signed, VOILUTSequence=lut_item(-2048, table))).frame()
    assert frame.voi_luts[0].first == -2048
    expected = np.floor(films.phantom() * 255.0 / 4095 + 0.5)
    np.testing.assert_array_equal(to_display8(frame), expected)


def test_eight_bit_entries_one_per_byte(opened):
    table = np.linspace(0, 255, 4096).astype(np.uint8)
    frame = opened(films.film(VOILUTSequence=lut_item(0, table, bits=8))).frame()
    assert frame.voi_luts[0].data.max() == 255


def test_full_table_is_written_as_zero_entries(opened):
    table = np.arange(1 << 16, dtype=np.uint16)
    item = lut_item(0, table, bits=16, count=0)
    frame = opened(films.film(VOILUTSequence=item)).frame()
    assert len(frame.voi_luts[0].data) == 1 << 16


@pytest.mark.parametrize("keyword", ["VOILUTSequence", "ModalityLUTSequence"])
def test_missing_table_is_noted_and_the_film_shown(opened, keyword):
    item = lut_item(0, np.zeros(10, np.uint16), count=4096)
    frame = opened(films.film(**{keyword: item})).frame()
    assert codes(frame) == ["missing_lut"]
    assert to_display8(frame).std() > 10


@pytest.mark.parametrize(
    ("photometric", "shape", "inverse", "conflict"),
    [
        ("MONOCHROME1", None, True, False),
        ("MONOCHROME2", None, False, False),
        ("MONOCHROME1", "INVERSE", True, False),  # the pair that DX requires
        ("MONOCHROME2", "IDENTITY", False, False),
        ("MONOCHROME1", "IDENTITY", True, True),
        ("MONOCHROME2", "INVERSE", True, True),
    ],
)
def test_polarity(opened, photometric, shape, inverse, conflict):
    data = films.film(PhotometricInterpretation=photometric, PresentationLUTShape=shape)
    frame = opened(data).frame()
    assert frame.inverse is inverse
    assert ("polarity_conflict" in codes(frame)) is conflict


def test_padding_range(opened):
    values = films.phantom().astype(np.int16) - 100
    frame = opened(
        films.film(values, bits=16, PixelPaddingValue=-100, PixelPaddingRangeLimit=-90)
    ).frame()
    assert frame.padding == (-100, -90)


def test_enhanced_frames_have_their_own_window(opened):
    def group(center: float) -> Dataset:
        voi, item = Dataset(), Dataset()
        voi.WindowCenter, voi.WindowWidth = center, 4000
        item.FrameVOILUTSequence = Sequence([voi])
        return item

    shared, transform = Dataset(), Dataset()
    transform.RescaleSlope, transform.RescaleIntercept = 3, 1
    shared.PixelValueTransformationSequence = Sequence([transform])
    frames = np.stack([films.phantom(seed=seed) for seed in range(2)])
    film = opened(
        films.film(
            frames,
            frames=2,
            PerFrameFunctionalGroupsSequence=Sequence([group(1000), group(2000)]),
            SharedFunctionalGroupsSequence=Sequence([shared]),
        )
    )
    assert [film.frame(index).windows[0].center for index in range(2)] == [1000, 2000]
    assert film.frame(1).slope == 3
