"""Results as numbers and as a table."""

import math
import statistics
from collections.abc import Iterable, Sequence
from typing import Self

import msgspec

BY_PROCESSOR = "processor time"
"""The end of the name of a row that another one tells by the clock."""


class Figure(msgspec.Struct, frozen=True):
    """One quantity over many rounds: median, minimum, maximum. In ms, MiB, or per cent of a processor."""

    median: float
    least: float
    most: float
    rounds: int

    @classmethod
    def of(cls, values: Iterable[float]) -> Self:
        found = sorted(values)
        return cls(statistics.median(found), found[0], found[-1], len(found))

    @classmethod
    def at_share(cls, values: Iterable[float], share: float) -> Self:
        """Make a figure from the percentile `share`, in place of the median."""
        found = sorted(values)
        return cls(found[min(len(found) - 1, math.ceil(share * len(found)) - 1)], found[0], found[-1], len(found))

    def __str__(self) -> str:
        return f"{self.median:.4g} ({self.least:.4g} to {self.most:.4g})"


class Row(msgspec.Struct, frozen=True, tag=True):
    """A row of the table. Goal and must apply to `value`, a ratio or in the row's unit. Without must: not judged."""

    what: str
    unit: str
    measured: Figure
    yardstick: Figure | None = None
    value: float = 0.0
    goal: float = 0.0
    must: float = 0.0
    is_ratio: bool = False

    @property
    def confirmation(self) -> str:
        if not self.must:
            return ""
        if self.value <= self.goal:
            return "goal"
        return "met" if self.value <= self.must else "NOT MET"


Bounds = tuple[float, float]
"""Goal and must."""


def ratio(what: str, unit: str, measured: Figure, yardstick: Figure, bounds: Bounds) -> Row:
    """Make a row judged by its ratio to the yardstick."""
    return Row(what, unit, measured, yardstick, measured.median / yardstick.median, *bounds, is_ratio=True)


def beyond(what: str, measured: Figure, yardstick: Figure, goal: float = 0.0, must: float = 0.0) -> Row:
    """Make a row judged by its excess over the yardstick, in ms."""
    return Row(what, "ms", measured, yardstick, measured.median - yardstick.median, goal, must)


def plain(what: str, unit: str, measured: Figure, goal: float = 0.0, must: float = 0.0) -> Row:
    """Make a row judged in its own unit."""
    return Row(what, unit, measured, None, measured.median, goal, must)


class Growth(msgspec.Struct, frozen=True, tag=True):
    """Growth of a cost with size: one Figure (ms) per size."""

    what: str
    sizes: tuple[int, ...]
    figures: tuple[Figure, ...]


Result = Row | Growth


def table(rows: Sequence[Row]) -> str:
    """Format rows as a Markdown table."""
    lines = [
        "| what | unit | measured: median (least to most) | yardstick | judged | goal | must | met |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for row in rows:
        judged = f"{row.value:.3g}" if row.must else ""
        bounds = f"{row.goal:g} | {row.must:g}" if row.must else " | "
        yardstick = str(row.yardstick) if row.yardstick else ""
        lines.append(
            f"| {row.what} | {row.unit} | {row.measured} | {yardstick} | {judged} | {bounds} | {row.confirmation} |"
        )
    return "\n".join(lines)


def growth_table(rows: Sequence[Growth]) -> str:
    """Format growths as a Markdown table with one column per size."""
    sizes = sorted({size for row in rows for size in row.sizes})
    lines = [f"| ms at | {' | '.join(f'{size:,}' for size in sizes)} |", "|---" * (len(sizes) + 1) + "|"]
    for row in rows:
        known = dict(zip(row.sizes, row.figures, strict=True))
        cells = (str(known[size]) if size in known else "" for size in sizes)
        lines.append(f"| {row.what} | {' | '.join(cells)} |")
    return "\n".join(lines)
