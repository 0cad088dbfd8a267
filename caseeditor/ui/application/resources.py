"""Finds resources/: beside the package in a checkout, inside it when installed. The only module that does."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPalette, QPixmap

_SIZES = (16, 24, 32, 64)
_DRAWN_WITH = "#000000"


def folder() -> Path:
    """Return the folder of resources."""
    package = Path(__file__).resolve().parents[2]
    beside = package.parent / "resources"
    return beside if (package.parent / "pyproject.toml").is_file() else package / "resources"


def icon(name: str, palette: QPalette, theme: QIcon.ThemeIcon) -> QIcon:
    """Return the theme's icon, or if a platform has none, the program's own in the colour of the palette's text."""
    if QIcon.hasThemeIcon(theme):
        return QIcon.fromTheme(theme)
    from PySide6.QtSvg import QSvgRenderer  # noqa: PLC0415 - slow to import, and not needed where the theme has icons

    colour = palette.color(QPalette.ColorRole.WindowText).name()
    drawing = (folder() / "icons" / f"{name}.svg").read_text("utf-8").replace(_DRAWN_WITH, colour)
    renderer = QSvgRenderer(QByteArray(drawing.encode()))
    made = QIcon()
    for size in _SIZES:
        picture = QPixmap(size, size)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        renderer.render(painter, QRectF(0, 0, size, size))
        painter.end()
        made.addPixmap(picture)
    return made


def application_icon() -> QIcon:
    """Return the icon of the program, rendered beforehand: rendering it here would cost 2 MB permanently."""
    return QIcon(str(folder() / "icons" / "caseeditor.png"))
