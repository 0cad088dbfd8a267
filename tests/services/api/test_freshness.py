"""Cached responses are distinguished from fresh ones."""

import time
from collections.abc import Iterator
from email.utils import formatdate

import pytest

from caseeditor.domain.case.reference import Server
from caseeditor.domain.delivery.snapshot import Reading
from caseeditor.services.api.client import Gateway
from caseeditor.services.api.freshness import Freshness
from caseeditor.services.api.responses import date_of
from tests.services.client import run
from tests.support.raw_http_server import CASE, RawHttpServer, answering, http

URL, PATH, OTHER = "https://example.org", "case/203", "case/204"
START = 1_700_000_000


class Clock:
    """Simulates a server's responses, with the times of request and arrival."""

    def __init__(self) -> None:
        self._fresh = Freshness()
        self.now = 1000.0

    def stale(
        self, date: int | None, *, after: float = 0.0, path: str = PATH, age: str = "", took: float = 0.1
    ) -> bool:
        """Tell whether a response is stale. `date` is in s since START."""
        self.now += after
        least = self._fresh.least(URL, self.now)
        self.now += took
        headers = {"Age": age} if age else {}
        if date is not None:
            headers["Date"] = formatdate(START + date, usegmt=True)
        return self._fresh.is_stale(URL, path, headers, least, self.now)


@pytest.fixture
def clock() -> Clock:
    return Clock()


def test_dates_that_go_on_are_fresh(clock: Clock) -> None:
    assert not any(clock.stale(second, after=0.9) for second in range(100))


def test_a_server_without_dates_is_taken_at_its_word(clock: Clock) -> None:
    assert not any(clock.stale(None, after=5) for _ in range(3))


@pytest.mark.parametrize(("age", "stale"), [("1", True), ("86400", True), (" 7 ", True), ("0", False), ("x", False)])
def test_an_age_tells(clock: Clock, age: str, *, stale: bool) -> None:
    assert clock.stale(None, age=age) is stale
    assert clock.stale(0, age=age) is stale


def test_a_server_that_named_dates_is_believed_without_one_only_when_it_goes_on_so(clock: Clock) -> None:
    assert not clock.stale(0)
    assert [clock.stale(None, after=5) for _ in range(8)] == [True] * 6 + [False] * 2
    assert not clock.stale(60)
    assert clock.stale(None)


def test_an_answer_older_than_one_seen_is_stale(clock: Clock) -> None:
    assert not clock.stale(10, path=OTHER)
    assert clock.stale(9)
    assert not clock.stale(10)


def test_an_answer_that_was_overtaken_is_not_stale() -> None:
    fresh = Freshness()
    least = fresh.least(URL, 0)
    assert not fresh.is_stale(URL, OTHER, {"Date": formatdate(START + 5)}, fresh.least(URL, 0), 0.1)
    assert not fresh.is_stale(URL, PATH, {"Date": formatdate(START + 4)}, least, 0.2)


def test_an_answer_that_stands_still_is_stale_though_none_was_newer(clock: Clock) -> None:
    assert not clock.stale(0)
    assert not clock.stale(0, after=1)
    assert clock.stale(0, after=5)


def test_a_clock_that_was_put_back_is_believed_once_it_is_seen_to_go_on(clock: Clock) -> None:
    assert not clock.stale(10_000)
    assert clock.stale(0, after=1)
    assert not clock.stale(2, after=2)
    assert not clock.stale(4, after=2)
    assert not clock.stale(4, path=OTHER)


def test_a_cache_that_keeps_giving_the_same_is_never_believed(clock: Clock) -> None:
    assert not clock.stale(10_000)
    assert all(clock.stale(0, after=3) for _ in range(20))


def test_a_cache_with_answers_of_several_times_is_never_believed(clock: Clock) -> None:
    assert not clock.stale(10_000)
    assert all(clock.stale(date, after=2) for date in (0, 500, 3, 700, 4, 9_000))


def reads(*answers: bytes) -> list[Reading]:
    async def work(gateway: Gateway) -> list[Reading]:
        return [await gateway.read_case(Server(stub.url), "203") for _ in answers]

    with RawHttpServer(answering(*answers)) as stub:
        return run(work, stub.url)


def dated(second: int, *headers: bytes) -> bytes:
    return http(CASE, b"200 OK", b"Date: " + formatdate(START + second, usegmt=True).encode(), *headers)


def test_a_reading_says_whether_it_is_of_now() -> None:
    found = reads(dated(5), dated(4), dated(6, b"Age: 3"), dated(6), http(CASE))
    assert [(each.is_stale, each.date and each.date - START) for each in found] == [
        (False, 5),
        (True, 0),
        (True, 0),
        (False, 6),
        (True, 0),
    ]


@pytest.fixture
def buenos_aires(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with monkeypatch.context() as here:
        here.setenv("TZ", "America/Argentina/Buenos_Aires")
        time.tzset()
        yield
    time.tzset()


@pytest.mark.linux_only("the zone is set by TZ")
@pytest.mark.usefixtures("buenos_aires")
@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("Tue, 14 Nov 2023 22:13:20 GMT", START),
        ("Tue, 14 Nov 2023 22:13:20 -0000", START),
        ("Tue, 14 Nov 2023 22:13:20", START),
        ("Tue, 14 Nov 2023 19:13:20 -0300", START),
        ("Thu, 01 Jan 1970 00:00:00 -0000", 0),
        ("Wed, 01 Jan 1969 00:00:00 -0000", 0),
        ("Sun, 01 Jan 1600 00:00:00 -0000", 0),
        ("Fri, 31 Dec 9999 23:59:59 -0000", 253_402_300_799),
        ("Fri, 31 Dec 10000 23:59:59 GMT", 0),
        ("Fri, 31 Dec 9999 23:59:59 +9999999", 0),
        ("yesterday", 0),
        ("", 0),
    ],
)
def test_a_date_of_any_age_is_read_in_any_zone(header: str, seconds: int) -> None:
    assert date_of(header) == seconds
