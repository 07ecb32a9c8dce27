"""Make meddx.png and meddx.ico beside resources/icons/meddx.svg.

.venv/bin/python packaging/icons/make_icons.py
"""

import os
import struct
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

ICONS = Path(__file__).resolve().parents[2] / "resources" / "icons"
SIZES = (16, 20, 24, 32, 40, 48, 64, 256)


def render(drawing: QSvgRenderer, size: int) -> bytes:
    """Return the drawing as a PNG of `size` by `size` pixels."""
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    drawing.render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stub wants the format as bytes
    return bytes(buffer.data().data())


def pack_ico(pictures: dict[int, bytes]) -> bytes:
    """Return a Windows icon file that holds PNG `pictures` by size (256 is written as 0)."""
    header = struct.pack("<HHH", 0, 1, len(pictures))
    offset = len(header) + 16 * len(pictures)
    entries = b""
    for size, picture in pictures.items():
        entries += struct.pack(
            "<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(picture), offset
        )
        offset += len(picture)
    return header + entries + b"".join(pictures.values())


def main() -> None:
    """Make both files."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QGuiApplication([])
    drawing = QSvgRenderer(str(ICONS / "meddx.svg"))
    pictures = {size: render(drawing, size) for size in SIZES}
    (ICONS / "meddx.png").write_bytes(pictures[256])
    (ICONS / "meddx.ico").write_bytes(pack_ico(pictures))
    del application


if __name__ == "__main__":
    main()
