"""Contrast of colours, and its correction, by WCAG 2."""

from functools import lru_cache

from PySide6.QtGui import QColor

READABLE = 4.5
"""The minimum contrast of a text with its background."""
PERCEIVABLE = 3.0
"""The minimum contrast of disabled text."""
_STEP = 0.06
_LINEAR = 0.03928
"""Up to this value luminance is linear, above it a power."""


def contrast(one: QColor, other: QColor) -> float:
    """Return the contrast of two opaque colours, from 1 to 21."""
    darker, lighter = sorted(map(_luminance, (one, other)))
    return (lighter + 0.05) / (darker + 0.05)


def blend(one: QColor, other: QColor, share: float) -> QColor:
    """Mix `share` (0 to 1) of the other colour into the one."""
    return QColor(
        round(one.red() + (other.red() - one.red()) * share),
        round(one.green() + (other.green() - one.green()) * share),
        round(one.blue() + (other.blue() - one.blue()) * share),
    )


def readable(colour: QColor, *behind: QColor, least: float = READABLE) -> QColor:
    """Return the colour, changed as little as needed for a contrast of at least `least` with each of these."""
    return QColor.fromRgba(_readable(colour.rgba(), tuple(each.rgba() for each in behind), least))


@lru_cache(256)
def _readable(rgba: int, grounds: tuple[int, ...], least: float) -> int:
    """Return the colour's ARGB. Each card that is painted asks for the same few."""
    colour, behind = QColor.fromRgba(rgba), tuple(map(QColor.fromRgba, grounds))
    found = blend(behind[0], colour, colour.alphaF())
    away = max((QColor("black"), QColor("white")), key=lambda end: min(contrast(end, each) for each in behind))
    for step in range(round(1 / _STEP) + 1):
        tried = blend(found, away, min(step * _STEP, 1))
        if all(contrast(tried, each) >= least for each in behind):
            return tried.rgba()
    return away.rgba()


def _luminance(colour: QColor) -> float:
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (part / 12.92 if part <= _LINEAR else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
