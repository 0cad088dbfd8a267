"""Charts of the results as hand-written SVG: start and memory beside the yardstick, cost against size."""

import math
from collections.abc import Iterator, Sequence
from html import escape

from tests.benchmarks.figures import BY_PROCESSOR, Growth, Row

_WIDTH, _BAR, _LINES = 900, 26, 330
_NAMES = 370
"""Pixels of the names beside the bars."""
_COLOURS = ("#1b5a9e", "#b3261e", "#1d6b2f", "#8a5300", "#6a3d9a", "#00838f", "#555555", "#c2185b")
_LEFT, _RIGHT = 70, 330


def _text(x: float, y: float, text: str, *, size: int = 13, anchor: str = "start") -> str:
    said = escape(text)
    return f'<text x="{x:.0f}" y="{y:.0f}" font-size="{size}" fill="#222222" text-anchor="{anchor}">{said}</text>'


def _bars(rows: Sequence[Row], top: float) -> Iterator[str]:
    """Draw each row's ratio to its yardstick, with goal and must."""
    widest = max((max(row.value, row.must) for row in rows), default=1) * 1.05
    scale = (_WIDTH - _NAMES - 90) / widest
    for number, row in enumerate(rows):
        y = top + number * (_BAR + 14)
        yield _text(_NAMES - 10, y + 18, row.what, anchor="end")
        yield f'<rect x="{_NAMES}" y="{y:.0f}" width="{row.value * scale:.0f}" height="{_BAR}" fill="{_COLOURS[0]}"/>'
        yield _text(_NAMES + 6 + row.value * scale, y + 18, f"{row.value:.2f} ×")
        for value, colour in ((1.0, "#222222"), (row.goal, _COLOURS[2]), (row.must, _COLOURS[1])):
            x = _NAMES + value * scale
            yield f'<line x1="{x:.0f}" y1="{y - 4:.0f}" x2="{x:.0f}" y2="{y + _BAR + 4:.0f}" stroke="{colour}" '
            yield 'stroke-width="2"/>'


def _curves(rows: Sequence[Growth], top: float) -> Iterator[str]:
    """Draw cost against size, both in powers of ten."""
    sizes = sorted({size for row in rows for size in row.sizes})
    costs = [max(figure.median, 0.1) for row in rows for figure in row.figures]
    low, high = math.floor(math.log10(min(costs))), math.ceil(math.log10(max(costs)))
    first, last = math.log10(sizes[0]), math.log10(sizes[-1])

    def place(size: float, cost: float) -> tuple[float, float]:
        across = (math.log10(size) - first) / ((last - first) or 1)
        up = (math.log10(max(cost, 0.1)) - low) / ((high - low) or 1)
        return _LEFT + across * (_WIDTH - _LEFT - _RIGHT), top + _LINES - up * _LINES

    for power in range(low, high + 1):
        _, y = place(sizes[0], 10.0**power)
        yield f'<line x1="{_LEFT}" y1="{y:.0f}" x2="{_WIDTH - _RIGHT}" y2="{y:.0f}" stroke="#dddddd"/>'
        yield _text(_LEFT - 8, y + 4, f"{10.0**power:g} ms", anchor="end", size=11)
    for size in sizes:
        yield _text(place(size, 1)[0], top + _LINES + 18, f"{size:,}", anchor="middle", size=11)
    for number, row in enumerate(rows):
        colour = _COLOURS[number % len(_COLOURS)]
        dash = ' stroke-dasharray="5 3"' if number >= len(_COLOURS) else ""
        places = [place(size, figure.median) for size, figure in zip(row.sizes, row.figures, strict=True)]
        points = " ".join(f"{x:.0f},{y:.0f}" for x, y in places)
        yield f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="2"{dash}/>'
        y = top + 12 + number * 20
        at = _WIDTH - _RIGHT + 16
        yield f'<path d="M{at} {y - 4:.0f}h24" stroke="{colour}" stroke-width="2"{dash}/>'
        yield _text(at + 30, y, row.what, size=11)


def draw(rows: Sequence[Row], growths: Sequence[Growth], made_by: str) -> str:
    """Return the chart; `made_by` describes how, where and when it was measured."""
    ratios = [row for row in rows if row.must and row.is_ratio and not row.what.endswith(BY_PROCESSOR)]
    parts = [_text(20, 30, "Beside an empty PySide6 window (black: 1 ×, green: goal, red: must)", size=16)]
    parts += _bars(ratios, 50)
    top = 50 + len(ratios) * (_BAR + 14) + 50
    if growths:
        parts += [_text(20, top - 18, "Cost against size", size=16), *_curves(growths, top)]
        top += max(_LINES, 20 * len(growths)) + 50
    parts.append(_text(20, top, made_by, size=11))
    body = "\n".join(parts)
    size = f'width="{_WIDTH}" height="{top + 20:.0f}" viewBox="0 0 {_WIDTH} {top + 20:.0f}"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} font-family="sans-serif">\n'
        f'<rect width="100%" height="100%" fill="#ffffff"/>\n{body}\n</svg>\n'
    )
