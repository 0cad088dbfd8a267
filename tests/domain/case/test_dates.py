"""Dates as the API writes them."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseeditor.domain.case.dates import Unit, from_milliseconds, parse, span, written

ARGENTINA = timezone(timedelta(hours=-3))


def test_a_date_of_the_sample_is_read_and_written_the_same() -> None:
    text = "2015-03-16T22:13:03-0300"
    assert parse(text) == datetime(2015, 3, 16, 22, 13, 3, tzinfo=ARGENTINA)
    assert written(datetime(2015, 3, 16, 22, 13, 3, tzinfo=ARGENTINA)) == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "0",
        "yesterday",
        "2015-03-16",
        "2015-03-16T22:13:03",
        "2015-02-30T00:00:00-0300",
        "2015-03-16T25:00:00-0300",
        "0000-00-00T00:00:00+0000",
        "2015-03-16T22:13:03-0300 ",
        "1431371012000",
        "null",
    ],
)
def test_a_date_that_is_none_is_none(text: str) -> None:
    assert parse(text) is None


@given(st.text() | st.from_regex(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d{4}", fullmatch=True))
def test_any_text_is_a_date_with_a_zone_or_none(text: str) -> None:
    date = parse(text)
    assert date is None or date.utcoffset() is not None


def test_the_date_of_the_samples_note() -> None:
    assert from_milliseconds(1431371012000) == datetime(2015, 5, 11, 19, 3, 32, tzinfo=UTC)


def test_a_note_from_before_the_epoch_has_a_date() -> None:
    assert from_milliseconds(-1) == datetime(1969, 12, 31, 23, 59, 59, 999000, tzinfo=UTC)


@pytest.mark.parametrize("milliseconds", [10**15, -(10**15), 10**30, 10**400])
def test_milliseconds_that_no_calendar_holds_are_no_date(milliseconds: int) -> None:
    assert from_milliseconds(milliseconds) is None


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (0, (0, Unit.MINUTES)),
        (59, (0, Unit.MINUTES)),
        (-7199, (119, Unit.MINUTES)),
        (7200, (2, Unit.HOURS)),
        (47 * 3600, (47, Unit.HOURS)),
        (48 * 3600, (2, Unit.DAYS)),
        (60 * 86400, (60, Unit.DAYS)),
        (61 * 86400, (2, Unit.MONTHS)),
        (729 * 86400, (23, Unit.MONTHS)),
        (11 * 365.25 * 86400, (11, Unit.YEARS)),
    ],
)
def test_a_span_is_told_in_the_largest_unit_that_tells_something(seconds: float, said: tuple[int, Unit]) -> None:
    assert span(seconds) == said
