"""Due times of cases, and their distance from now.

A case is due `sla_seconds` after `we_did_not_reply_since_date`. Times are seconds since the epoch.
"""

import enum
import re
from datetime import datetime, timedelta

import msgspec

from caseeditor.domain.case import dates
from caseeditor.domain.case.dates import Unit
from caseeditor.domain.case.number import whole_number

SOON = 4 * 60 * 60
"""A case that is due within this time (s) is urgent."""
_EARLIEST = 315_532_800.0
"""1980. Earlier dates are placeholders of servers for a missing one, such as 1970."""
_LONGEST = 10 * Unit.YEARS.value
"""The longest plausible `sla_seconds`."""
_SECONDS = re.compile(r"[0-9]{1,12}(\.[0-9]{0,20})?")
_MILLISECONDS = re.compile("[0-9]{1,15}")


class Band(enum.Enum):
    """Parts of the queue. Cases without a due time are in none."""

    OVERDUE = "overdue"
    TODAY = "today"
    """Due before midnight, or within `SOON`."""
    LATER = "later"


class Urgency(enum.Enum):
    """The colour of a due time."""

    OVERDUE = "overdue"
    SOON = "soon"
    LATER = "later"


class Clock(msgspec.Struct, frozen=True):
    """The present time, and the end of the day in the computer's zone."""

    now: float
    day_end: float


class Distance(msgspec.Struct, frozen=True):
    """The distance from now in its largest unit: minutes, hours, days or years; at least 1."""

    count: int
    unit: Unit


def clock_at(now: datetime) -> Clock:
    """Make the clock of a moment with a time zone."""
    tomorrow = dates.local(now).date() + timedelta(days=1)
    end = dates.day_start(tomorrow.year, tomorrow.month, tomorrow.day)
    return Clock(dates.epoch_seconds(now), dates.epoch_seconds(end))


def moment(text: str) -> float | None:
    """Parse a date in any of the API's forms; None if it is missing or implausible."""
    text = text.strip()
    if not text:
        return None  # dates.parse would try the slow form, whose import takes 5 ms of a start
    date = dates.from_milliseconds(int(text)) if _MILLISECONDS.fullmatch(text) else dates.parse(text)
    found = dates.epoch_seconds(date) if date else None
    return found if found is not None and found >= _EARLIEST else None


def due_time(we_did_not_reply_since_date: str, sla_seconds: str) -> float | None:
    """Return the time at which a case is due; None unless both values are plausible."""
    since, length = moment(we_did_not_reply_since_date), whole_number(sla_seconds).strip()
    if since is None or not _SECONDS.fullmatch(length):
        return None
    return since + float(length) if 1 <= float(length) <= _LONGEST else None


def band(due: float | None, clock: Clock) -> Band | None:
    """Return the part of the queue that a due time belongs to."""
    if due is None:
        return None
    if due < clock.now:
        return Band.OVERDUE
    return Band.TODAY if due < max(clock.day_end, clock.now + SOON) else Band.LATER


def urgency(left: float) -> Urgency:
    """Return the urgency of a case with this time (s) left; negative: overdue."""
    if left < 0:
        return Urgency.OVERDUE
    return Urgency.SOON if left < SOON else Urgency.LATER


def distance(seconds: float) -> Distance:
    """Return the length of a span (s) of either sign."""
    length = abs(seconds)
    for unit, below in (
        (Unit.MINUTES, Unit.HOURS.value),
        (Unit.HOURS, 2 * Unit.DAYS.value),
        (Unit.DAYS, 2 * Unit.YEARS.value),
    ):
        if length < below:
            return Distance(max(int(length // unit.value), 1), unit)
    return Distance(int(length // Unit.YEARS.value), Unit.YEARS)
