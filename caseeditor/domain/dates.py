"""Dates as the API writes them: yyyy-MM-ddTHH:mm:ssZ, and milliseconds since the epoch for notes."""

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
