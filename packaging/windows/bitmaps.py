"""Draw the installer's bitmaps from the program's icon: python packaging/windows/bitmaps.py ICON.svg FOLDER

Writes wizard.bmp and header.bmp in the sizes of NSIS' controls at 96 DPI, and wizard-2x.bmp and header-2x.bmp at twice
the size for screens with more, which NSIS scales to its controls.
"""

import sys
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QLinearGradient, QPainter, QPen
from PySide6.QtSvg import QSvgRenderer

WIZARD, HEADER = QSize(164, 314), QSize(150, 57)
TOP, BOTTOM, EDGE = QColor("#eef4fb"), QColor("#c5daf1"), QColor("#1b5a9e")


def wizard(painter: QPainter, icon: QSvgRenderer) -> None:
    """Draw the panel at the left of the last page."""
    width, height = WIZARD.width(), WIZARD.height()
    ground = QLinearGradient(0, 0, 0, height)
    ground.setColorAt(0, TOP)
    ground.setColorAt(1, BOTTOM)
    painter.fillRect(QRectF(0, 0, width, height), ground)
    icon.render(painter, QRectF((width - 104) / 2, 84, 104, 104))
    painter.setPen(QPen(EDGE, 2))
    painter.drawLine(width - 1, 0, width - 1, height)


def header(painter: QPainter, icon: QSvgRenderer) -> None:
    """Draw the picture at the right of the other pages' head, on its white ground."""
    painter.fillRect(QRectF(0, 0, HEADER.width(), HEADER.height()), Qt.GlobalColor.white)
    icon.render(painter, QRectF(HEADER.width() - 52, 5, 47, 47))


def main(drawing: str, folder: str) -> None:
    app = QGuiApplication(["bitmaps", "-platform", "offscreen"])
    icon = QSvgRenderer(drawing)
    if not icon.isValid():
        raise SystemExit(f"bitmaps: {drawing} is no drawing")
    for name, size, draw in (("wizard", WIZARD, wizard), ("header", HEADER, header)):
        for suffix, factor in (("", 1), ("-2x", 2)):
            bitmap = QImage(size * factor, QImage.Format.Format_RGB888)
            painter = QPainter(bitmap)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.scale(factor, factor)
            draw(painter, icon)
            painter.end()
            if not bitmap.save(str(Path(folder) / f"{name}{suffix}.bmp")):
                raise SystemExit(f"bitmaps: Qt could not write {name}{suffix}.bmp")
    app.quit()


if __name__ == "__main__":
    main(*sys.argv[1:])
