"""Image Pixel Module (PS3.3 C.7.6.3): how the stored values of a DICOM file are laid out."""

from dataclasses import dataclass

from pydicom.dataset import Dataset

from meddx_desktop.core.errors import UnreadableImage
from meddx_desktop.core.imaging.attributes import integer, text
from meddx_desktop.core.imaging.dataset import Parsed
from meddx_desktop.core.imaging.limits import FRAMES, check_size

FLOAT_PIXELS = 0x7FE00008
DOUBLE_PIXELS = 0x7FE00009
GREY = ("MONOCHROME1", "MONOCHROME2")
_ONE_SAMPLE = (*GREY, "PALETTE COLOR")
_THREE_SAMPLES = ("RGB", "YBR_FULL", "YBR_FULL_422", "YBR_PARTIAL_420", "YBR_RCT", "YBR_ICT")
_BITS = (1, 8, 16, 32, 64)


@dataclass(frozen=True, slots=True)
class PixelModule:
    """Layout of the pixel data, checked: sizes bounded, values within what can be decoded."""

    rows: int
    columns: int
    frames: int
    samples: int
    planar: bool
    photometric: str
    allocated: int
    stored: int
    high_bit: int
    signed: bool
    floating: bool

    @property
    def frame_values(self) -> int:
        """Stored values of one uncompressed frame."""
        if self.photometric == "YBR_FULL_422":
            return self.rows * self.columns * 2
        return self.rows * self.columns * self.samples


def read_pixel_module(parsed: Parsed) -> PixelModule:
    """Read and check the layout.

    Raises
    ------
    UnreadableImage
        ``damaged_header``, ``zero_size``, ``image_too_large``, ``wrong_photometric``,
        ``unsupported_pixels``.
    """
    dataset = parsed.dataset
    rows, columns = integer(dataset, "Rows"), integer(dataset, "Columns")
    if rows is None or columns is None:
        raise UnreadableImage("damaged_header")
    check_size(rows, columns)
    samples, photometric = _colour(dataset)
    floating = parsed.pixels is not None and parsed.pixels.tag in (FLOAT_PIXELS, DOUBLE_PIXELS)
    allocated, stored, high_bit = _bits(dataset, parsed)
    return PixelModule(
        rows=rows,
        columns=columns,
        frames=_frames(dataset),
        samples=samples,
        planar=integer(dataset, "PlanarConfiguration") == 1,
        photometric=photometric,
        allocated=allocated,
        stored=stored,
        high_bit=high_bit,
        signed=integer(dataset, "PixelRepresentation") == 1,
        floating=floating,
    )


def _frames(dataset: Dataset) -> int:
    frames = integer(dataset, "NumberOfFrames")
    return min(max(frames if frames is not None else 1, 1), FRAMES)


def _colour(dataset: Dataset) -> tuple[int, str]:
    photometric = text(dataset, "PhotometricInterpretation").upper()
    samples = integer(dataset, "SamplesPerPixel")
    if not photometric:
        # Old consoles leave it out of plain grey films; with three samples it would be a guess.
        photometric = "MONOCHROME2" if samples in (None, 1) else ""
    known = _ONE_SAMPLE if photometric in _ONE_SAMPLE else _THREE_SAMPLES
    expected = 1 if known is _ONE_SAMPLE else 3
    if photometric not in known or samples not in (None, expected):
        shown = photometric if photometric.replace("_", "").replace(" ", "").isalnum() else ""
        raise UnreadableImage("wrong_photometric", value=shown[:16])
    return expected, photometric


def _bits(dataset: Dataset, parsed: Parsed) -> tuple[int, int, int]:
    """Bits allocated, bits stored, high bit; nonsense in the last two falls back to all bits."""
    if parsed.pixels is not None and parsed.pixels.tag == FLOAT_PIXELS:
        return 32, 32, 31
    if parsed.pixels is not None and parsed.pixels.tag == DOUBLE_PIXELS:
        return 64, 64, 63
    allocated = integer(dataset, "BitsAllocated")
    if allocated is None:
        raise UnreadableImage("damaged_header")
    if allocated not in _BITS:
        raise UnreadableImage("unsupported_pixels", bits=allocated)
    stored = integer(dataset, "BitsStored") or allocated
    stored = stored if 1 <= stored <= allocated else allocated
    high_bit = integer(dataset, "HighBit")
    if high_bit is None or not stored - 1 <= high_bit < allocated:
        high_bit = stored - 1
    return allocated, stored, high_bit
