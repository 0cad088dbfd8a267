"""Conversion to local time, for each date that a server or an agent may name."""

import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from typing import Self

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseeditor.domain.case import dates

set_zone = pytest.mark.linux_only("the zone is set by TZ")
ZONES = ("UTC", "Europe/Berlin", "America/Argentina/Buenos_Aires", "Asia/Kathmandu", "Pacific/Kiritimati")
FIRST, LAST = datetime(1970, 1, 2, tzinfo=UTC), datetime(3000, 12, 31, tzinfo=UTC)
"""The dates that Windows converts. Python looks a day around a date."""


class WindowsDate(datetime):
    """A date that fails like one on Windows. Simulated, because Linux converts every year."""

    def astimezone(self, tz: tzinfo | None = None) -> Self:
        moment = self if self.tzinfo else self.replace(tzinfo=UTC)
        if tz is None and not FIRST <= moment <= LAST:
            raise OSError(22, "Invalid argument")
        return super().astimezone(tz)


Live = Callable[[str], None]


@pytest.fixture
def live(monkeypatch: pytest.MonkeyPatch) -> Iterator[Live]:
    """Set the computer's zone until the test ends."""

    def change(zone: str) -> None:
        monkeypatch.setenv("TZ", zone)
        time.tzset()

    yield change
    monkeypatch.undo()
    time.tzset()


@set_zone
@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize(
    "day",
    [
        (1, 1, 1),
        (900, 6, 1),
        (1752, 9, 14),
        (1800, 2, 28),
        (1969, 12, 31),
        (1970, 1, 1),
        (2026, 11, 28),
        (2400, 2, 29),
        (3001, 1, 1),
        (9999, 12, 31),
    ],
)
def test_the_beginning_of_any_day_is_written_as_the_api_has_it(
    monkeypatch: pytest.MonkeyPatch, live: Live, zone: str, day: tuple[int, int, int]
) -> None:
    live(zone)
    monkeypatch.setattr(dates, "datetime", WindowsDate)
    text = dates.written(dates.day_start(*day))
    assert text[:-5] == "{:04}-{:02}-{:02}T00:00:00".format(*day)
    assert len(text) == len("2015-03-16T22:13:03-0300")
    read = dates.parse(text)
    assert read
    assert dates.written(read) == text


@set_zone
@pytest.mark.parametrize(
    ("year", "text"),
    [
        (1800, "1800-01-01T00:00:00+0100"),
        (1999, "1999-01-01T00:00:00+0100"),
        (4000, "4000-01-01T00:00:00+0100"),
    ],
)
def test_a_day_of_another_age_has_the_present_offset(live: Live, year: int, text: str) -> None:
    live("Europe/Berlin")
    assert dates.written(dates.day_start(year, 1, 1)) == text


@set_zone
def test_a_day_that_begins_at_one_in_the_morning_begins_then(live: Live) -> None:
    live("America/Sao_Paulo")  # clocks went forward at midnight
    assert dates.written(dates.day_start(2018, 11, 4)) == "2018-11-04T01:00:00-0200"


@set_zone
def test_a_day_that_a_place_skipped_is_the_next_one_of_the_same_night(live: Live) -> None:
    live("Pacific/Kiritimati")  # has no 31 December 1994
    assert dates.written(dates.day_start(1994, 12, 31)) == "1995-01-01T00:00:00+1400"


@set_zone
@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize(
    "date",
    [
        WindowsDate(1, 1, 1, tzinfo=UTC),
        WindowsDate(1, 1, 1, tzinfo=timezone(timedelta(hours=14))),
        WindowsDate(1969, 12, 31, 23, 59, 59, tzinfo=UTC),
        WindowsDate(1970, 1, 1, tzinfo=UTC),
        WindowsDate(2015, 3, 16, 22, 13, 3, tzinfo=timezone(timedelta(hours=-3))),
        WindowsDate(3000, 12, 31, tzinfo=UTC),
        WindowsDate(9999, 12, 31, 23, 59, 59, tzinfo=timezone(timedelta(hours=-12))),
    ],
)
def test_any_date_of_a_server_is_the_same_moment_in_the_local_zone(live: Live, zone: str, date: WindowsDate) -> None:
    live(zone)
    assert dates.local(date) == date


@set_zone
def test_a_date_before_the_epoch_is_shown_in_the_local_zone(live: Live) -> None:
    live("America/Argentina/Buenos_Aires")
    there = dates.local(WindowsDate(1960, 7, 1, 12, tzinfo=UTC))
    assert (there.hour, there.utcoffset()) == (9, timedelta(hours=-3))


OFFSETS = st.integers(-1439, 1439).map(lambda minutes: timezone(timedelta(minutes=minutes)))
"""Zones as a server writes them."""


@given(st.datetimes(timezones=OFFSETS), st.none() | OFFSETS)
def test_every_date_of_the_calendar_has_a_local_one(date: datetime, zone: tzinfo | None) -> None:
    assert dates.local(date, zone) == date


@given(st.dates())
def test_every_day_of_the_calendar_has_a_beginning(day: date) -> None:
    assert dates.day_start(day.year, day.month, day.day).replace(tzinfo=None).date() == day


@set_zone
def test_a_midnight_that_comes_twice_is_the_first(live: Live) -> None:
    live("Atlantic/Azores")  # clocks go back from one
    assert dates.written(dates.day_start(2026, 10, 25)) == "2026-10-25T00:00:00+0000"
