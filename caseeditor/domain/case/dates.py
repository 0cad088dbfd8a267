"""Dates as the API writes them: yyyy-MM-ddTHH:mm:ssZ, and milliseconds since the epoch for notes."""

import enum
from datetime import UTC, datetime, timedelta


def parse(text: str) -> datetime | None:
    """Return an aware date, or None for a text that is none."""
    try:
        return datetime.strptime(text, "%Y-%m-%dT%H:%M:%S%z")
    except ValueError:
        return None


def written(date: datetime) -> str:
    """Write an aware date as the API does, the zone without a colon."""
    return date.strftime("%Y-%m-%dT%H:%M:%S%z")


def from_milliseconds(milliseconds: int) -> datetime | None:
    """Return the aware date of a note (ms since the epoch), or None when no calendar holds it."""
    try:
        return datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=milliseconds)
    except OverflowError:
        return None


class Unit(enum.Enum):
    """A span's unit; the value is its length in s. Months and years are the calendar's mean ones."""

    MINUTES = 60
    HOURS = 60 * 60
    DAYS = 24 * 60 * 60
    MONTHS = 2_629_746
    YEARS = 31_556_952


def span(seconds: float) -> tuple[int, Unit]:
    """Return a span (s, its sign left out) as somebody would say it: 90 min, 47 h, 60 d, 23 months, 2 years."""
    length = abs(seconds)
    bounds = ((Unit.MINUTES, 2 * 60 * 60), (Unit.HOURS, 48 * 60 * 60), (Unit.DAYS, 61 * Unit.DAYS.value))
    for unit, below in bounds:
        if length < below:
            return int(length // unit.value), unit
    unit = Unit.MONTHS if length < 2 * Unit.YEARS.value else Unit.YEARS
    return int(length // unit.value), unit
