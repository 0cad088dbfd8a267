"""Facts of a case at a glance: relative times, with the exact ones beside them."""

from datetime import UTC, datetime

import pytest

from caseeditor.ui.case.summary import case_facts, glance
from tests.support.samples import read

NOW = datetime(2026, 11, 25, 12, 0, tzinfo=UTC)
BARE = {"campaign": {}, "private": False, "messages": 0, "last_open_date": "", "update_date": "", "updated_by": ""}


def facts(**fields: object) -> tuple[str, ...]:
    return case_facts(read(**{**BARE, "we_did_not_reply_since_date": "", **fields}), NOW)


def test_state_and_channel_come_first() -> None:
    assert glance(read(state="Arrived", source="email")) == ("Arrived", "email")


@pytest.mark.parametrize(
    ("since", "sla", "told"),
    [
        ("2026-11-24T12:00:00+0000", 259200, "2 d left to answer"),
        ("2026-11-22T11:30:00+0000", 259200, "overdue by 30 min"),
        ("2026-11-22T12:00:00+0000", 259200, "a moment left to answer"),
    ],
)
def test_the_sla_is_told_as_time_left(since: str, sla: int, told: str) -> None:
    assert facts(we_did_not_reply_since_date=since, sla_seconds=sla)[0] == told


@pytest.mark.parametrize("sla", ["", "soon", 10**30])
def test_an_sla_that_says_nothing_is_left_out(sla: object) -> None:
    told = facts(we_did_not_reply_since_date="2026-11-24T12:00:00+0000", sla_seconds=sla)
    assert [fact.split(",")[0] for fact in told if fact != "0 messages"] == ["not answered for 24 h"]


def test_what_is_long_ago_says_when_exactly() -> None:
    told = facts(update_date="2026-11-25T10:00:00+0000", updated_by="support")
    assert "updated 2 h ago, 25 Nov 2026 " in told[-1]
    assert told[-1].endswith(" (support)")


@pytest.mark.parametrize("date", ["2026-11-25T12:00:01+0000", "whenever"])
def test_what_is_to_come_or_no_date_is_told_as_it_is(date: str) -> None:
    told = facts(update_date=date)[-1]
    assert told.startswith("updated ")
    assert "ago" not in told
