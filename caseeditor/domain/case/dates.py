"""The API's date formats: yyyy-MM-ddTHH:mm:ssZ, and milliseconds since the epoch for notes."""

import enum
from datetime import UTC, datetime, timedelta


def parse(text: str) -> datetime | None:
    """Return a time zone aware date, or None if the text is not a date."""
    try:
        return datetime.strptime(text, "%Y-%m-%dT%H:%M:%S%z")
    except ValueError:
        return None


def written(date: datetime) -> str:
    """Format a time zone aware date in the API's format: the zone has no colon."""
    return date.strftime("%Y-%m-%dT%H:%M:%S%z")


def from_milliseconds(milliseconds: int) -> datetime | None:
    """Convert a note's date (ms since the epoch); return None if it is out of range."""
    try:
        return datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=milliseconds)
    except OverflowError:
        return None


class Unit(enum.Enum):
    """Units of time spans; the value is the length in s. Months and years have their mean length."""

    MINUTES = 60
    HOURS = 60 * 60
    DAYS = 24 * 60 * 60
    MONTHS = 2_629_746
    YEARS = 31_556_952


def span(seconds: float) -> tuple[int, Unit]:
    """Return the absolute length of a span (s) in its natural unit: 90 min, 47 h, 60 d, 23 months, 2 years."""
    length = abs(seconds)
    bounds = ((Unit.MINUTES, 2 * 60 * 60), (Unit.HOURS, 48 * 60 * 60), (Unit.DAYS, 61 * Unit.DAYS.value))
    for unit, below in bounds:
        if length < below:
            return int(length // unit.value), unit
    unit = Unit.MONTHS if length < 2 * Unit.YEARS.value else Unit.YEARS
    return int(length // unit.value), unit
