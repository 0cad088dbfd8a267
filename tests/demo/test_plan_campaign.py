"""The campaign for batches: generated on demand, found by its own search alone, and a few of its cases misbehave."""

import json
import random
from collections import Counter
from collections.abc import Callable
from datetime import datetime
from http.client import HTTPException
from typing import Any

import pytest

from caseeditor.demo.campaign_faults import LOCKED, FaultyCampaign
from caseeditor.demo.colleagues import Colleagues
from caseeditor.demo.plan_campaign import CAMPAIGN, IDS, PlanCampaign, change_one
from caseeditor.demo.responses import Line
from caseeditor.demo.server import DemoServer
from caseeditor.demo.world import ZONE, World
from tests.demo.caller import Caller

NOTE = ("note", "Avisar del plan nuevo")
Search = Callable[..., dict[str, Any]]
NOW = datetime(2026, 11, 25, 12, 0, tzinfo=ZONE)


@pytest.fixture
def found(caller: Caller) -> Search:
    """Return a function that searches the campaign, the lowest ids first."""
    given = {"campaign_id": str(CAMPAIGN), "order_by": "id", "order_dir": "ASC"}
    return lambda **more: caller.get("case", **(given | more)).json


def bare_world() -> World:
    return World("demo", {}, bulks=(PlanCampaign(NOW).bulk,), clock=lambda: NOW)


def bodies(world: World) -> dict[int, bytes]:
    return {id_: world.summary_body(id_) for id_ in IDS}


def test_pages_have_each_case_once(found: Search) -> None:
    for order in ("id", "creation_date"):
        pages = [found(order_by=order, index=str(index), count="1000") for index in range(0, 6_000, 1_000)]
        assert {page["total"] for page in pages} == {len(IDS)}
        assert [case["id"] for page in pages for case in page["items"]] == list(IDS)


@pytest.mark.parametrize("asked", [{"state": "Arrived"}, {"with_tag": "vip"}, {"source": "sms"}])
def test_a_search_narrows_it_in_order(found: Search, asked: dict[str, str]) -> None:
    page = found(**asked, index="20", count="1000", order_by="creation_date")
    ids = [case["id"] for case in page["items"]]
    assert page["total"] == len(ids) + 20 > 400
    assert ids == sorted(ids)


def test_only_its_own_search_finds_it(caller: Caller) -> None:
    caller.post(f"case/{IDS[6]}", ("subject", "otro"))
    assert not {case.get("id") for case in caller.get("case", count="1000").json["items"]} & set(IDS)
    assert caller.get("case", with_tag="migración").json["total"] == 0


def test_its_cases_have_what_a_batch_changes() -> None:
    cases = [PlanCampaign(NOW).make(id_) for id_ in IDS]
    assert {each.get("prioridad") for each in cases} == {None, "baja", "media", "alta"}
    assert {each["plan"] for each in cases} == {"Básico", "Plus", "Familiar", "Empresa"}
    assert Counter(len(each.get("notes", ())) for each in cases) == dict.fromkeys(range(4), 1_250)
    assert all(each["contact"]["name"] and each["contact"]["profiles"] and each["tags"] for each in cases)
    newest = int(NOW.timestamp() * 1000)
    assert all(note["date"] < newest for each in cases for note in each.get("notes", ()))


def test_its_cases_are_changed_like_others(caller: Caller) -> None:
    case = caller.post(f"case/{IDS[0]}", NOTE, ("prioridad", "alta"), ("tag", "nuevo")).json
    assert (case["notes"][-1]["text"], case["prioridad"], case["tags"][-1]) == (NOTE[1], "alta", "nuevo")
    tags = caller.post(f"case/{IDS[0]}/tags", ("remove", "nuevo")).json["tags"]
    assert caller.get(f"case/{IDS[0]}").json["tags"] == tags == case["tags"][:-1]


def test_colleagues_change_the_priority_or_the_subject_in_the_same_order_each_time() -> None:
    world, again = bare_world(), bare_world()
    before = bodies(world)
    chance, same = (random.Random(8) for _ in range(2))  # noqa: S311 - reproducible
    changed = {change_one(world, chance) for _ in range(60)}
    assert {change_one(again, same) for _ in range(60)} == changed
    after = bodies(world)
    assert after == bodies(again)
    assert {id_ for id_ in IDS if after[id_] != before[id_]} == changed
    pairs = [(json.loads(before[id_]), json.loads(after[id_])) for id_ in changed]
    moved = [{name for name in new if new[name] != old.get(name)} - {"update_date", "updated_by"} for old, new in pairs]
    assert {name for each in moved for name in each} == {"prioridad", "subject"}


def test_colleagues_change_it_by_themselves() -> None:
    with DemoServer(colleagues=Colleagues(period=0.001)) as server:
        caller = Caller(server)
        untouched, changed = "api", set[int]()
        while not changed:
            page = caller.get("case", campaign_id=str(CAMPAIGN), count="5000").json
            changed = {case["id"] for case in page["items"] if case["updated_by"] != untouched}
        caller.line.close()
    assert changed <= set(IDS)


def notes(server: DemoServer, id_: int) -> list[str]:
    return [note["text"] for note in server.case(id_).get("notes", []) if note["userName"] == server.user]


@pytest.mark.parametrize("id_", [2_000_033, 2_000_283, LOCKED[0], LOCKED[-1]])
def test_some_reject_in_words(server: DemoServer, caller: Caller, id_: int) -> None:
    answer = caller.post(f"case/{id_}", NOTE)
    assert (answer.status, answer.json["success"]) == (200, False)
    assert len(answer.json["statusMessage"].split()) > 5
    assert (caller.get(f"case/{id_}").status, notes(server, id_)) == (200, [])


@pytest.mark.parametrize(("id_", "stored"), [(2_000_077, [NOTE[1]]), (2_000_660, [])])
def test_some_lose_the_answer(server: DemoServer, caller: Caller, id_: int, stored: list[str]) -> None:
    with pytest.raises((HTTPException, OSError)):
        caller.post(f"case/{id_}", NOTE)
    assert notes(server, id_) == stored


def test_some_never_answer(server: DemoServer, caller: Caller) -> None:
    other = Caller(server)
    caller.send("case/2000140", NOTE)
    while not notes(server, 2_000_140):
        other.get("case/2000140")
    server.stop()
    with pytest.raises((HTTPException, OSError)):
        caller.line.getresponse()
    other.line.close()


@pytest.mark.parametrize(("id_", "status"), [(2_000_404, 404), (2_000_903, 403)])
def test_some_are_gone_or_barred(caller: Caller, id_: int, status: int) -> None:
    assert caller.get(f"case/{id_}").status == caller.post(f"case/{id_}", NOTE).status == status


def test_a_rush_rejects_updates_of_the_whole_campaign_for_a_while(server: DemoServer, caller: Caller) -> None:
    assert caller.post("case/2000001", NOTE).status == 200
    answer = caller.post("case/2000500", NOTE)
    assert (answer.status, answer.headers["retry-after"]) == (429, "5")
    assert caller.post("case/2000002", NOTE).status == 429
    assert caller.get("case/2000002").status == caller.post("case/204", NOTE).status == 200
    caller.get("case/9001")  # takes as long
    assert [caller.post(f"case/{id_}", NOTE).status for id_ in (2_000_500, 2_000_002)] == [200, 200]
    assert len(notes(server, 2_000_500)) == 1


def test_few_of_its_cases_misbehave() -> None:
    """All others store an update and show it at once. Without a pace, a rush is over as it begins."""
    gateway = FaultyCampaign(bare_world(), "token", pace=0)
    params = [("access_token", "token"), ("subject", "otro")]
    answers = [gateway.answer("POST", f"/api/v2/case/{id_}", params) for id_ in IDS]
    good = sum(
        (each.status, each.line, each.wait) == (200, Line.KEPT, 0) and b'"otro"' in each.body for each in answers
    )
    assert good == len(IDS) - 66
