"""The API's date formats: yyyy-MM-ddTHH:mm:ssZ, and milliseconds since the epoch for notes."""

import enum
import re
from datetime import UTC, datetime, timedelta, tzinfo

_USUAL = re.compile(r"[0-9]{4}(?:-[0-9]{2}){2}T(?:[01][0-9]|2[0-3])(?::[0-5][0-9]){2}(?:Z|[-+][0-9]{2}:?[0-5][0-9])")
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_CONVERTED = range(1973, 3000)
"""Years in which every system converts local time, in whole minutes.

Windows fails before 2 January 1970 and after 3000. The last zone with seconds in its offset ended in 1972; the API's
format has none.
"""
_CYCLE = 400
"""Years after which the calendar repeats, leap years and weekdays included."""


def parse(text: str) -> datetime | None:
    """Return a time zone aware date, or None if the text is not a date."""
    try:
        # A fifteenth of strptime's time, for a list of 1,000 cases with several dates each; it takes other forms, too.
        if _USUAL.fullmatch(text):
            return datetime.fromisoformat(text)
        return datetime.strptime(text, "%Y-%m-%dT%H:%M:%S%z")
    except ValueError:
        return None


def written(date: datetime) -> str:
    """Format a date in the API's format, whose zone has no colon. The offset is in whole minutes."""
    text = date.isoformat(timespec="seconds")  # strftime writes year 900 with three digits on some systems
    return text[:-3] + text[-2:]


def local(date: datetime, zone: tzinfo | None = None) -> datetime:
    """Convert a date to another zone, None for the computer's.

    Years that some systems cannot convert follow the computer's present rules. A date at the calendar's end that does
    not exist in the other zone stays in its own.
    """
    zone = zone or date.replace(year=_converted(date.year)).astimezone().tzinfo
    try:
        return date.astimezone(zone)
    except OverflowError:
        return date


def day_start(year: int, month: int, day: int) -> datetime:
    """Return the beginning of a day in the computer's zone. Raises ValueError if there is no such day."""
    converted = _converted(year)
    midnight = datetime(converted, month, day)  # noqa: DTZ001 - local time
    start = midnight.astimezone()
    if start.day != day:  # the clocks skip midnight
        start = midnight.replace(fold=1).astimezone()
    return start if converted == year else start.replace(year=year)


def _converted(year: int) -> int:
    """Return the year itself, or one with the same calendar that every system converts."""
    return year if year in _CONVERTED else 2000 + year % _CYCLE


def epoch_seconds(date: datetime) -> float:
    """Return the seconds since the epoch of a time zone aware date, negative before it."""
    return (date - _EPOCH).total_seconds()


def from_milliseconds(milliseconds: int) -> datetime | None:
    """Convert a note's date (ms since the epoch); return None if it is out of range."""
    try:
        return _EPOCH + timedelta(milliseconds=milliseconds)
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
