"""The gateway follows the API's document."""

import json
import time
from collections.abc import Iterator
from datetime import datetime
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from caseeditor.demo.server import DemoServer, Request, port_of
from tests.demo.caller import Caller
from tests.support.time_bounds import is_within

MISSING = "Please include the access_token parameter in your requests"
INVALID = "The access token is invalid or expired"


@pytest.fixture
def stranger(server: DemoServer) -> Iterator[Caller]:
    made = Caller(server, token="")
    yield made
    made.line.close()


def test_case_203_is_the_documents_sample(caller: Caller) -> None:
    case = caller.get("case/203").json
    assert list(case)[:3] == ["id", "first_open_date", "reopened"]
    assert list(case)[-4:] == ["tags", "creation_date", "update_date", "updated_by"]
    assert case["subject"] == "Necesito ayuda !!!"
    assert case["contact"]["profiles"][2]["user_name"] == "gatu.bela.129"
    assert "notes" not in case


def test_answers_are_utf_8_json_of_a_stated_length(caller: Caller) -> None:
    caller.post("case/203", ("subject", "¿Año nuevo? 👩‍🚀"))
    answer = caller.get("case/203")
    assert "¿Año nuevo? 👩‍🚀".encode() in answer.body
    assert answer.headers["content-type"] == "application/json; charset=utf-8"
    assert answer.headers["content-length"] == str(len(answer.body))
    assert "date" in answer.headers


def test_a_call_without_a_token_is_told_so_in_the_reason(stranger: Caller) -> None:
    answer = stranger.get("case/203")
    assert (answer.status, answer.reason) == (401, MISSING)
    assert answer.json == {"success": False, "statusMessage": MISSING}


def test_a_wrong_token_is_told_so_in_the_reason(server: DemoServer, caller: Caller) -> None:
    caller.token += "x"
    answer = caller.post("case/203", ("subject", "no"))
    assert (answer.status, answer.reason) == (401, INVALID)
    assert caller.get("me").status == 401
    assert server.case(203)["subject"] == "Necesito ayuda !!!"


def test_an_update_takes_its_token_from_the_form_only(stranger: Caller, server: DemoServer) -> None:
    assert stranger.post(f"case/203?access_token={server.token}", ("subject", "no")).status == 401


def test_me_says_who_is_logged_in(caller: Caller, stranger: Caller) -> None:
    assert stranger.get("me").json == {
        "success": True,
        "statusMessage": "you are not logged in",
        "logged_in": False,
    }
    assert caller.get("me").json["logged_in"] is True
    assert caller.get("me").json["name"] == "demo"


def test_an_update_stores_what_it_is_sent(caller: Caller) -> None:
    case = caller.post(
        "case/203",
        ("subject", "Resuelto"),
        ("note", "línea 1\r\nlínea 2"),
        ("note", " otra "),
        ("tag", "spam"),
        ("tag", "vip"),
        ("región", "norte"),
        ("vacío", ""),
        ("state", "Closed"),
        ("case_id", "7"),
    ).json
    assert case == caller.get("case/203").json
    assert case["subject"] == "Resuelto"
    assert [note["text"] for note in case["notes"]] == ["línea 1\r\nlínea 2", " otra "]
    assert {note["userName"] for note in case["notes"]} == {"demo"}
    assert case["tags"] == ["spam", "vip"]
    assert list(case)[-2:] == ["región", "vacío"]
    assert (case["región"], case["vacío"], case["state"]) == ("norte", "", "Closed")
    assert not {"note", "tag", "case_id", "access_token", "echo_data"} & set(case)


def test_an_update_is_dated_and_signed(caller: Caller) -> None:
    before = int(time.time())
    case = caller.post("case/203", ("note", "hoy")).json
    assert case["updated_by"] == "demo"
    assert case["update_date"].endswith("-0300")
    assert datetime.strptime(case["update_date"], "%Y-%m-%dT%H:%M:%S%z").timestamp() >= before
    assert case["notes"][0]["date"] >= before * 1000


def test_a_note_sent_twice_is_stored_twice(caller: Caller) -> None:
    caller.post("case/203", ("note", "doble"))
    assert len(caller.post("case/203", ("note", "doble")).json["notes"]) == 2


def test_echo_data_wraps_the_case(caller: Caller) -> None:
    answer = caller.post("case/203", ("subject", "Eco"), ("echo_data", "true")).json
    assert (answer["success"], answer["case_id"]) == (True, 203)
    assert answer["data"] == caller.get("case/203").json


def test_an_update_may_name_its_case_in_a_parameter(caller: Caller) -> None:
    assert caller.post("case", ("id", "203"), ("subject", "Así también")).json["id"] == 203
    assert caller.get("case/203").json["subject"] == "Así también"


def test_an_update_without_an_id_creates_a_case(caller: Caller) -> None:
    answer = caller.post("case", ("subject", "Nuevo"), ("contact_id", "43")).json
    created = caller.get(f"case/{answer['case_id']}").json
    assert (created["subject"], created["contact"]["name"]) == ("Nuevo", "Juan Perez")


def test_tags_are_added_and_removed(caller: Caller) -> None:
    case = caller.post("case/203/tags", ("add", "vip"), ("add", "nuevo"), ("remove", "spam")).json
    assert case["tags"] == ["vip", "nuevo"]
    assert caller.get("case/203/tags").json["tags"] == ["vip", "nuevo"]


@pytest.mark.parametrize("path", ["case/999", "case/9999999999999999999", "case/abc", "contact/1"])
def test_what_is_unknown_is_not_found(caller: Caller, path: str) -> None:
    answer = caller.get(path)
    kind, id_ = path.split("/")
    assert answer.status == 404
    assert answer.json == {"success": False, "statusMessage": f"There is no {kind} {id_}"}


def test_a_search_shows_the_newest_first_in_pages(caller: Caller) -> None:
    first = caller.get("case", count="3").json
    second = caller.get("case", count="3", index="3").json
    dates = [case["update_date"] for case in first["items"] + second["items"]]
    assert first["total"] > 200
    assert len(dates) == 6
    assert dates == sorted(dates, reverse=True)


def test_a_search_narrows(caller: Caller) -> None:
    assert [case["id"] for case in caller.get("case", contact_id="43").json["items"]] == [203]
    assert [case["id"] for case in caller.get("case", campaign_id="2").json["items"]] == [203]
    assert all("vip" in case["tags"] for case in caller.get("case", with_tag="vip", source="email").json["items"])
    assert caller.get("case", state="Nowhere").json["total"] == 0
    since = "2015-06-01T00:00:00-0300"
    everything = caller.get("case").json["total"]
    assert 0 < caller.get("case", updated_since=since, order_dir="ASC").json["total"] < everything


def test_a_search_that_makes_no_sense_is_refused_in_words(caller: Caller) -> None:
    for asked, said in (
        ({"order_by": "colour"}, "Cases can't be ordered by colour"),
        ({"contact_id": "Juan"}, "contact_id must be a number"),
        ({"created_since": "ayer"}, "created_since is no date: ayer"),
    ):
        answer = caller.get("case", **asked)
        assert (answer.status, answer.json) == (400, {"success": False, "statusMessage": said})


def test_a_campaign_has_a_hundred_thousand_cases_that_can_be_read_and_changed(caller: Caller) -> None:
    last = caller.get("case", campaign_id="100000", count="2", index="99999", order_by="id", order_dir="ASC").json
    assert (last["total"], [case["id"] for case in last["items"]]) == (100_000, [1_099_999])
    (asked,) = caller.get("case", campaign_id="100000", count="1", order_by="subject").json["items"]
    assert caller.get(f"case/{asked['id']}").json == asked
    caller.post("case/1000007", ("subject", "otro"))
    (changed,) = caller.get("case", campaign_id="100000", count="1", index="7", order_by="id", order_dir="ASC").json[
        "items"
    ]
    assert changed["subject"] == "otro"
    assert 1_000_007 not in [case.get("id") for case in caller.get("case", count="1000").json["items"]]


def test_changes_of_the_campaign_are_its_newest_cases_and_those_that_were_changed(caller: Caller) -> None:
    newest = caller.get("case", campaign_id="100000", count="3").json["items"]
    caller.post("case/1000007", ("subject", "otro"))
    changes = caller.get("case", campaign_id="100000", updated_since=newest[-1]["update_date"]).json
    assert changes["total"] == 4
    assert [case["id"] for case in changes["items"]] == [1_000_007, 1_099_999, 1_099_998, 1_099_997]


def test_a_conversation_can_be_read_where_there_is_one(caller: Caller) -> None:
    answered = next(case["id"] for case in caller.get("case").json["items"] if case["messages_sent"] and case["id"] % 9)
    conversation = caller.get(f"case/{answered}/messages").json["items"]
    assert [message["incoming"] for message in conversation] == [True, False, True]
    assert caller.get("case/203/messages").json["items"][0]["from"] == "Juan Perez"
    assert caller.get("case/207/messages").status == 404
    largest = caller.get("case/9000/messages").json["items"]
    assert len(largest) == 5_000
    assert len({message["text"] for message in largest}) == 5_000


def test_contacts_are_found_and_read(caller: Caller) -> None:
    found = caller.get("contact", name="juan perez").json
    assert [contact["id"] for contact in found["items"]] == [43]
    assert caller.get("contact/43").json["client_id"] == "4234534625"
    assert [profile["id"] for profile in caller.get("contact/43/profiles").json["items"]] == [113, 292, 5]


def test_requests_are_kept_as_they_came(server: DemoServer, caller: Caller) -> None:
    caller.post("case/203?from=query", ("note", "ñandú & café"), ("vacío", ""))
    (request,) = server.requests
    assert isinstance(request, Request)
    assert (request.method, request.path) == ("POST", "/api/v2/case/203")
    assert request.params == (
        ("from", "query"),
        ("access_token", server.token),
        ("note", "ñandú & café"),
        ("vacío", ""),
    )
    assert ("Content-Type", "application/x-www-form-urlencoded") in request.headers


def test_the_largest_case_is_as_large_as_it_says(caller: Caller) -> None:
    answer = caller.get("case/9000")
    case = answer.json
    assert 4_500_000 < len(answer.body) < 5_500_000
    assert len(case["notes"]) == 5_000
    assert len(case["contact"]["profiles"]) == 500
    assert sum(name.startswith("atributo ") for name in case) == 10_000
    assert len(caller.get("case", count="1000").body) < 2_000_000


def test_the_data_is_the_same_each_time(server: DemoServer) -> None:
    with DemoServer() as other:
        same = ("subject", "tags", "contact", "state")
        mine, theirs = server.case(250), other.case(250)
    mine["contact"] = mine["contact"]["profiles"][0]["ext_id"]
    theirs["contact"] = theirs["contact"]["profiles"][0]["ext_id"]
    assert [mine[name] for name in same] == [theirs[name] for name in same]


def test_every_channel_is_there(caller: Caller) -> None:
    cases = caller.get("case", count="200").json["items"]
    channels = {profile["source"] for case in cases for profile in case["contact"]["profiles"]}
    known = {"email", "twitter", "facebook", "youtube", "sms", "instagram", "whatsapp"}
    assert known < channels
    assert len(channels - known) == 1


def test_odd_cases_say_so_and_are_answered(caller: Caller) -> None:
    answers = [json.loads(caller.get(f"case/{id_}").body) for id_ in range(404, 428)]
    subjects = [case["subject"] for case in answers if isinstance(case["subject"], str)]
    assert all(subject.startswith("Odd: ") for subject in subjects)
    assert len(subjects) == len(answers) - 2


class ImpatientServer(DemoServer):
    """Gives up on a silent client soon."""

    silence = 0.2


def test_a_body_of_no_stated_length_is_refused() -> None:
    with ImpatientServer() as server:
        line = HTTPConnection(urlsplit(server.url).netloc, timeout=20)
        line.putrequest("POST", "/api/v2/case/203")
        line.putheader("Transfer-Encoding", "chunked")
        line.endheaders()  # without a body
        assert line.getresponse().status == 411
        line.close()


def test_stopping_ends_what_hangs() -> None:
    server = DemoServer().start()
    caller = Caller(server)
    assert caller.get("me").status == 200
    caller.send("case/9020", ("note", "x"))
    began = time.monotonic()
    server.stop()
    with pytest.raises((HTTPException, OSError)):
        caller.line.getresponse()
    assert is_within(time.monotonic() - began, 2)
    caller.line.close()


def test_a_data_folder_has_the_same_address_at_each_start(tmp_path: Path) -> None:
    with DemoServer(port=port_of(tmp_path)) as first:
        address = first.url
        assert port_of(tmp_path) == 0  # the port is taken
    with DemoServer(port=port_of(tmp_path)) as second:
        assert second.url == address
    assert port_of(tmp_path / "another") != port_of(tmp_path)
