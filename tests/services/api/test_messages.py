"""Reading a case's messages over real HTTP, from servers with and without the call."""

import json

import pytest

from caseeditor.demo.server import DemoServer
from caseeditor.domain.case.conversation import CaseMessage
from caseeditor.domain.case.reference import Server
from caseeditor.domain.errors.failure import FailureKind
from tests.services.client import TOKEN, run, why
from tests.support.raw_http_server import RawHttpServer, answering, http


def read(url: str, case_id: str = "203", token: str = TOKEN) -> tuple[CaseMessage, ...]:
    return run(lambda gateway: gateway.read_messages(Server(url), case_id), url, token=token)


def test_they_are_asked_for_below_the_case() -> None:
    with RawHttpServer(answering(http(b'[{"text": "hola"}]'))) as stub:
        assert read(stub.url) == (CaseMessage(text="hola"),)
    (asked,) = stub.asked
    assert (asked.method, asked.path, asked.query) == ("GET", "/api/v2/case/203/messages", [("access_token", TOKEN)])


def test_those_without_a_date_stay_behind_their_predecessors_also_in_a_long_list() -> None:
    items = [{"text": f"{number}", **({"date": 9_000 - number} if number % 60 == 0 else {})} for number in range(300)]
    with RawHttpServer(answering(http(json.dumps(items).encode()))) as stub:
        messages = read(stub.url)
    assert [int(message.text) for message in messages] == [
        first + after for first in (240, 180, 120, 60, 0) for after in range(60)
    ]


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        (http(b"{}", b"404 Not Found"), FailureKind.NOT_FOUND),
        (http(b"{}", b"401 Unauthorized"), FailureKind.TOKEN_REFUSED),
        (http(b"{}", b"500 Oops"), FailureKind.SERVER_BROKEN),
        (http(b'{"success": false, "statusMessage": "No"}'), FailureKind.REFUSED),
        (http(b"<html>"), FailureKind.NOT_THE_API),
    ],
)
def test_each_bad_answer_says_why(answer: bytes, kind: FailureKind) -> None:
    with RawHttpServer(answering(answer)) as stub:
        assert why(lambda: read(stub.url)).kind is kind


def test_the_built_in_gateway_has_them_for_most_cases(demo: DemoServer) -> None:
    messages = read(demo.url, "210", demo.token)
    assert [message.received for message in messages] == [True, False, True]
    assert all(message.moment and message.author and message.channel for message in messages)
    assert why(lambda: read(demo.url, "207", demo.token)).kind is FailureKind.NOT_FOUND
    assert len(read(demo.url, "9000", demo.token)) == 5_000
