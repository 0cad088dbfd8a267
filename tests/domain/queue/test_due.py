"""Due times, bands and distances, from any values that a server sends."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseeditor.domain.case import dates
from caseeditor.domain.case.dates import Unit
from caseeditor.domain.queue.due import SOON, Band, Clock, Distance, band, clock_at, distance, due_time, moment

DATE = "2026-11-26T13:28:00-0300"
SECONDS = dates.epoch_seconds(datetime(2026, 11, 26, 16, 28, tzinfo=UTC))
NOON = Clock(now=100_000, day_end=143_200)


def test_a_case_is_due_a_span_after_the_unanswered_message() -> None:
    assert due_time(DATE, "14400") == SECONDS + 14_400


@pytest.mark.parametrize(
    "date", [DATE, " 2026-11-26T16:28:00Z ", "2026-11-26T16:28:00+00:00", str(round(SECONDS * 1000))]
)
def test_every_form_of_a_date_is_read(date: str) -> None:
    assert moment(date) == SECONDS


@pytest.mark.parametrize("sla", ["86400", " 86400 ", "86400.0", "8.64e4", "+86400", "086400"])
def test_every_spelling_of_the_span_is_read(sla: str) -> None:
    assert due_time(DATE, sla) == SECONDS + 86_400


@pytest.mark.parametrize(
    "sla", ["", "0", "0.0000001", "-1", "-86400", "soon", "nan", "inf", "1_000", "9" * 30, "true", "٣٦٠٠", "{}"]
)
def test_an_implausible_span_gives_no_due_time(sla: str) -> None:
    assert due_time(DATE, sla) is None


@pytest.mark.parametrize("date", ["", "0", "-1", "1970-01-01T00:00:00Z", "yesterday", "2026-02-30T00:00:00Z", "9" * 15])
def test_an_implausible_date_gives_no_due_time(date: str) -> None:
    assert due_time(date, "3600") is None


@given(st.text(), st.text())
def test_no_text_of_a_server_fails(date: str, sla: str) -> None:
    due = due_time(date, sla)
    assert due is None or due > 0


@given(st.text("0123456789.eE+-_ ", max_size=60))
def test_no_number_fails(text: str) -> None:
    moment(text)
    due_time(DATE, text)


@pytest.mark.parametrize(
    ("due", "part"),
    [
        (None, None),
        (99_999, Band.OVERDUE),
        (100_000, Band.TODAY),
        (143_199, Band.TODAY),
        (143_200, Band.LATER),
    ],
)
def test_the_parts_of_the_queue(due: float | None, part: Band | None) -> None:
    assert band(due, NOON) is part


def test_shortly_before_midnight_an_urgent_case_belongs_to_today() -> None:
    late = Clock(now=143_000, day_end=143_200)
    assert band(143_000 + SOON - 1, late) is Band.TODAY
    assert band(143_000 + SOON, late) is Band.LATER


def test_the_day_ends_at_the_next_midnight() -> None:
    clock = clock_at(datetime(2026, 11, 26, 13, 28, tzinfo=UTC))
    assert 0 < clock.day_end - clock.now <= timedelta(hours=25).total_seconds()
    midnight = dates.local(datetime.fromtimestamp(clock.day_end, UTC))
    assert (midnight.hour, midnight.minute) == (0, 0)


@pytest.mark.parametrize(
    ("seconds", "found"),
    [
        (0, Distance(1, Unit.MINUTES)),
        (-59, Distance(1, Unit.MINUTES)),
        (38 * 60, Distance(38, Unit.MINUTES)),
        (-95 * 60, Distance(1, Unit.HOURS)),
        (47 * 3600, Distance(47, Unit.HOURS)),
        (48 * 3600, Distance(2, Unit.DAYS)),
        (4000 * 86_400, Distance(10, Unit.YEARS)),
    ],
)
def test_a_distance_has_its_largest_unit(seconds: float, found: Distance) -> None:
    assert distance(seconds) == found
