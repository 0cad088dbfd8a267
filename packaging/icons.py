"""Render the program's icon in all sizes: python packaging/icons.py ICON.svg FOLDER

Writes PNGs named by size to FOLDER, and caseeditor.ico made of them.
"""

import struct
import sys
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512, 1024)
IN_ICO = (16, 24, 32, 48, 64, 256)


def png(renderer: QSvgRenderer, size: int) -> bytes:
    picture = QImage(size, size, QImage.Format.Format_ARGB32)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    renderer.render(painter)
    painter.end()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not picture.save(buffer, "PNG"):
        raise SystemExit("icons: Qt could not write a PNG")
    return bytes(data.data())


def ico(pictures: dict[int, bytes]) -> bytes:
    """Combine PNGs into an ICO file: a header, an entry per picture, the pictures."""
    head = struct.pack("<HHH", 0, 1, len(pictures))
    place = len(head) + 16 * len(pictures)
    entries = b""
    for size, data in pictures.items():
        entries += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(data), place)
        place += len(data)
    return head + entries + b"".join(pictures.values())


def main(drawing: str, folder: str) -> None:
    app = QGuiApplication(["icons", "-platform", "offscreen"])
    renderer = QSvgRenderer(drawing)
    if not renderer.isValid():
        raise SystemExit(f"icons: {drawing} is no drawing")
    where = Path(folder)
    where.mkdir(parents=True, exist_ok=True)
    pictures = {size: png(renderer, size) for size in SIZES}
    for size, data in pictures.items():
        (where / f"{size}.png").write_bytes(data)
    (where / "caseeditor.ico").write_bytes(ico({size: pictures[size] for size in IN_ICO}))
    app.quit()


if __name__ == "__main__":
    main(*sys.argv[1:])
