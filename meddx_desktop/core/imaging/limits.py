"""The sizes this program refuses to go beyond, checked before memory is asked for."""

from meddx_desktop.core.errors import UnreadableImage

FILE_BYTES = 1 << 30
"""Largest file read whole; a 200-megapixel film of 16 bits is 400 MB."""
INFLATED_BYTES = 256 << 20
"""Largest dataset a deflated transfer syntax may unpack to."""
SIDE = 16_384
"""Most rows or columns of a frame. The largest stitched spine films have about 12,000."""
FRAME_PIXELS = 200_000_000
"""Most pixels of one frame; what a machine with 4 GB can still window and scale."""
FRAMES = 100_000


def check_size(rows: int, columns: int) -> None:
    """Refuse a frame that is empty or too large to be opened safely.

    Raises
    ------
    UnreadableImage
        ``zero_size`` or ``image_too_large``.
    """
    if rows < 1 or columns < 1:
        raise UnreadableImage("zero_size")
    if rows > SIDE or columns > SIDE or rows * columns > FRAME_PIXELS:
        raise UnreadableImage("image_too_large", rows=rows, columns=columns)
