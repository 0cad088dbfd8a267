"""Colleagues keep changing cases of one campaign, in the same order at each start, and no other case."""

import json
import threading
from datetime import datetime, timedelta
from typing import Any

import pytest

from caseeditor.__main__ import _options, _parser
from caseeditor.demo.cases import sample
from caseeditor.demo.colleagues import COUNT, FIRST, MOST, Colleagues
from caseeditor.demo.server import DemoServer, demo_cases
from caseeditor.demo.world import ZONE, World, moment
from caseeditor.domain.queue.due import due_time
from tests.demo.caller import Caller

NOW = datetime(2026, 11, 25, 12, 0, tzinfo=ZONE)
CAMPAIGN = range(FIRST, FIRST + MOST)


def acted(seed: int, acts: int) -> tuple[World, list[int]]:
    """Make a world, and let colleagues act in it, one act each 15 seconds."""
    now = NOW
    colleagues = Colleagues(seed=seed)
    world = World("demo", demo_cases(NOW, colleagues), clock=lambda: now)
    changed = []
    for _ in range(acts):
        now += timedelta(seconds=15)
        changed.append(colleagues.act(world, now))
    return world, changed


def content(world: World) -> dict[int, Any]:
    return {id_: json.loads(world.body(id_)) for id_, _ in world.summaries()}


def test_the_same_seed_gives_the_same_acts() -> None:
    (first, ids), (second, again) = acted(1, 60), acted(1, 60)
    assert ids == again
    assert content(first) == content(second)
    assert ids != acted(2, 60)[1]


def test_only_cases_of_the_campaign_change() -> None:
    before, after = content(acted(1, 0)[0]), content(acted(1, 400)[0])
    different = {id_ for id_ in after if after[id_] != before.get(id_)}
    assert len(different) > COUNT
    assert different <= set(CAMPAIGN)
    assert {after[id_]["campaign"]["name"] for id_ in different} == {"Mesa en vivo"}
    assert set(before) - set(CAMPAIGN) == set(demo_cases(NOW))
    assert not any("vip" in after[id_]["tags"] for id_ in CAMPAIGN if id_ in after)  # a search of the manual test


def test_each_kind_of_change_is_seen_and_tells_who_and_when() -> None:
    before, after = content(acted(1, 0)[0]), content(acted(1, 120)[0])
    pairs = [(before[id_], after[id_]) for id_ in before if id_ in CAMPAIGN]
    assert any(new["subject"] != old["subject"] for old, new in pairs)
    assert any(len(new["tags"]) > len(old["tags"]) for old, new in pairs)
    assert any(len(new.get("notes", ())) > len(old.get("notes", ())) for old, new in pairs)
    assert any("we_did_not_reply_since_date" in old and "we_did_not_reply_since_date" not in new for old, new in pairs)
    assert any(new["messages_received"] > old["messages_received"] for old, new in pairs)
    changed = [new for old, new in pairs if new != old]
    assert all((moment(each["update_date"]) or NOW) > NOW for each in changed)
    assert max(len(each["subject"]) for each in changed) < max(len(old["subject"]) for old, _ in pairs) + 30


def test_new_cases_arrive_up_to_a_limit() -> None:
    world, changed = acted(1, 2_000)
    arrived = [id_ for id_ in content(world) if id_ in CAMPAIGN]
    assert arrived == list(CAMPAIGN)
    first = changed.index(FIRST + COUNT)
    assert first < 20
    case = acted(1, first + 1)[0].case(FIRST + COUNT)
    assert (case["state"], case["messages"], case["messages_sent"]) == ("Arrived", 1, 0)
    assert case["creation_date"] == case["update_date"] == case["we_did_not_reply_since_date"]
    assert "notes" not in case


def due_in(case: dict[str, Any]) -> float | None:
    """Return the hours until a case is due."""
    due = due_time(str(case.get("we_did_not_reply_since_date", "")), str(case.get("sla_seconds", "")))
    return None if due is None else (due - NOW.timestamp()) / 3600


def test_no_case_of_the_demos_queue_is_overdue_by_years() -> None:
    cases = content(acted(1, 0)[0])
    campaign = [due_in(cases[id_]) for id_ in CAMPAIGN if id_ in cases]
    assert any(hours is not None and hours < 0 for hours in campaign)
    assert all(hours is not None and -1 < hours < 4 for hours in campaign)
    assert all((hours := due_in(each)) is None or hours > -26 for id_, each in cases.items() if id_ < 9_000)
    assert cases[203] == {name: value for name, value in sample().items() if name != "we_did_not_reply_since_date"}


def test_a_server_without_colleagues_has_the_documented_example_and_no_campaign(caller: Caller) -> None:
    assert caller.get("case/203").json == sample()
    assert caller.get(f"case/{FIRST}").status == 404


@pytest.mark.parametrize(
    ("words", "expected"), [(["--demo"], True), (["--demo", "--check"], False), (["--check"], False), ([], False)]
)
def test_they_are_in_the_demo_but_in_no_check(words: list[str], expected: bool) -> None:
    assert _options(_parser().parse_args(words)).has_colleagues is expected


def test_they_act_by_themselves_and_stop_with_the_server() -> None:
    colleagues = Colleagues(period=0.01)
    with DemoServer(colleagues=colleagues) as server:
        caller = Caller(server)
        found: list[int] = []
        while not found:
            answer = caller.get("case", campaign_id="8", count="200").json
            found = [each["id"] for each in answer["items"] if each["id"] >= FIRST + COUNT]
        caller.line.close()
    working = [each for each in threading.enumerate() if each.name == "demo gateway, colleagues"]
    for each in working:
        each.join(5)
    assert not any(each.is_alive() for each in working)
