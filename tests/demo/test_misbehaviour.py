"""Each misbehaving case behaves as its subject announces."""

import time
from http.client import HTTPException, IncompleteRead
from typing import Any

import pytest

from caseeditor.demo.server import DemoServer
from tests.demo.caller import FORM, ROOT, Caller

NOTE = ("note", "  llamar\r\nmañana ")


def notes(server: DemoServer, id_: int) -> list[str]:
    """Return this user's notes on the gateway."""
    held: list[dict[str, Any]] = server.case(id_).get("notes", [])
    return [note["text"] for note in held if note["userName"] == server.user]


@pytest.mark.parametrize(
    ("id_", "word"),
    [(9001, "Slow"), (9003, "drops the line"), (9007, "session expires"), (9014, "20 seconds late"), (9028, "413")],
)
def test_the_ids_stay_what_they_were(server: DemoServer, id_: int, word: str) -> None:
    assert word in server.case(id_)["subject"]


def test_a_slow_case_arrives(caller: Caller) -> None:
    assert caller.get("case/9001").json["id"] == 9001


@pytest.mark.parametrize(("id_", "stored"), [(9003, [NOTE[1]]), (9004, []), (9026, [NOTE[1]])])
def test_the_line_drops(server: DemoServer, caller: Caller, id_: int, stored: list[str]) -> None:
    with pytest.raises((HTTPException, OSError)):
        caller.post(f"case/{id_}", NOTE)
    assert notes(server, id_) == stored


@pytest.mark.parametrize(
    ("id_", "status", "stored"),
    [(9005, 200, []), (9006, 400, []), (9018, 200, [NOTE[1]]), (9024, 401, [])],
)
def test_an_update_is_refused(server: DemoServer, caller: Caller, id_: int, status: int, stored: list[str]) -> None:
    answer = caller.post(f"case/{id_}", NOTE)
    assert (answer.status, answer.json["success"]) == (status, False)
    assert answer.json["statusMessage"]
    assert notes(server, id_) == stored


def test_a_refusal_repeats_the_token(server: DemoServer, caller: Caller) -> None:
    assert server.token in caller.post("case/9024", NOTE).reason


def test_the_session_expires_until_the_next_sign_in(server: DemoServer, caller: Caller) -> None:
    assert caller.get("me").status == 200
    assert caller.get("case/9007").status == 200
    assert [caller.post("case/9007", NOTE).status for _ in range(2)] == [401, 401]
    assert caller.get("case/9007").status == 401
    assert caller.get("me").status == 200
    assert caller.post("case/9007", NOTE).status == 200
    assert notes(server, 9007) == [NOTE[1]]


def test_a_colleague_edits_once_for_each_update(caller: Caller) -> None:
    first, second, third = (caller.get("case/9008").json for _ in range(3))
    assert first["subject"] != second["subject"]
    assert first.get("prioridad") != second["prioridad"]
    assert (second["notes"][-1]["userName"], second["updated_by"]) == ("lucia", "lucia")
    assert second == third
    mine = caller.post("case/9008", ("subject", "mine")).json
    assert caller.get("case/9008").json == mine
    assert caller.get("case/9008").json["subject"] != "mine"


def test_a_tireless_colleague_edits_after_every_read(caller: Caller) -> None:
    assert len({caller.get("case/9025").json["subject"] for _ in range(3)}) == 3


def test_notes_are_stored_and_not_shown(server: DemoServer, caller: Caller) -> None:
    assert "notes" not in caller.post("case/9009", NOTE).json
    assert "notes" not in caller.post("case/9009", ("echo_data", "true")).json["data"]
    assert "notes" not in caller.get("case/9009").json
    assert notes(server, 9009) == [NOTE[1]]


def test_reading_answers_html(caller: Caller) -> None:
    answer = caller.get("case/9010")
    assert (answer.status, answer.headers["content-type"]) == (200, "text/html; charset=utf-8")


def test_another_case_is_answered(server: DemoServer, caller: Caller) -> None:
    assert caller.get("case/9011").json["id"] == 203
    assert caller.post("case/9027", NOTE).json["id"] == 203
    assert notes(server, 9027) == [NOTE[1]]


def test_an_update_answers_in_other_shapes(server: DemoServer, caller: Caller) -> None:
    assert caller.post("case/9012", NOTE).json == {"success": True, "case_id": 9012}
    assert caller.post("case/9013", NOTE).json["data"] == server.case(9013)
    assert caller.post("case/9013", ("echo_data", "true")).json["data"]["id"] == 9013
    assert notes(server, 9012) == notes(server, 9013) == [NOTE[1]]


def test_an_update_is_stored_late(server: DemoServer, caller: Caller) -> None:
    with pytest.raises((HTTPException, OSError)):
        caller.post("case/9014", NOTE)
    assert notes(server, 9014) == []
    deadline = time.monotonic() + 10
    while not notes(server, 9014) and time.monotonic() < deadline:
        caller.get("case/9014")
    assert notes(server, 9014) == [NOTE[1]]


def test_too_many_requests(server: DemoServer, caller: Caller) -> None:
    answer = caller.post("case/9015", NOTE)
    assert (answer.status, answer.headers["retry-after"]) == (429, "5")
    assert caller.post("case/9015", NOTE).status == 429
    assert notes(server, 9015) == []
    caller.get("case/9001")  # takes as long
    assert caller.post("case/9015", NOTE).status == 200


def test_notes_are_trimmed(caller: Caller) -> None:
    assert caller.post("case/9016", NOTE).json["notes"][-1]["text"] == "llamar\nmañana"


def test_a_503_page_hides_that_it_was_stored(server: DemoServer, caller: Caller) -> None:
    answer = caller.post("case/9017", NOTE)
    assert (answer.status, answer.body[:15]) == (503, b"<!DOCTYPE html>")
    assert notes(server, 9017) == [NOTE[1]]


def test_an_answer_is_cut(server: DemoServer, caller: Caller) -> None:
    with pytest.raises(IncompleteRead):
        caller.post("case/9019", NOTE)
    assert notes(server, 9019) == [NOTE[1]]


@pytest.mark.parametrize("id_", [9002, 9022])
def test_what_never_ends_ends_with_the_server(server: DemoServer, caller: Caller, id_: int) -> None:
    caller.get("me")
    caller.line.request("GET", f"{ROOT}case/{id_}?access_token={server.token}")
    server.stop()
    with pytest.raises((HTTPException, OSError)):
        caller.line.getresponse().read()


def test_an_update_is_sent_elsewhere(server: DemoServer, caller: Caller) -> None:
    answer = caller.post("case/9023", NOTE)
    assert (answer.status, answer.headers["location"][:26]) == (307, "https://elsewhere.example/")
    assert notes(server, 9023) == []


def test_reading_fails_after_a_lost_answer(caller: Caller) -> None:
    assert caller.get("case/9026").status == 200
    with pytest.raises((HTTPException, OSError)):
        caller.post("case/9026", NOTE)
    assert caller.get("case/9026").status == 503


def test_only_little_is_taken_at_once(server: DemoServer, caller: Caller) -> None:
    assert caller.post("case/9028", ("note", "ñ" * 1_000)).status == 413
    assert caller.post("case/9028", NOTE).status == 200
    assert notes(server, 9028) == [NOTE[1]]


def test_misbehaviour_needs_a_token_too(server: DemoServer, caller: Caller) -> None:
    caller.line.request("POST", f"{ROOT}case/9012", "access_token=wrong&note=x", FORM)
    assert caller.line.getresponse().status == 401
    assert notes(server, 9012) == []
