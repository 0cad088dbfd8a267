"""Updating a case: the exact request, and every form of a good response."""

from urllib.parse import unquote_to_bytes

import pytest

from caseeditor.demo.server import DemoServer
from caseeditor.domain.case.model import Case
from caseeditor.domain.case.reference import Server
from caseeditor.domain.editing.changes import Parameters
from caseeditor.domain.errors.failure import FailureKind, RequestReach
from caseeditor.services.api.client import Gateway
from tests.services.client import TOKEN, run, update, why_not_updated
from tests.support.raw_http_server import CASE, Asked, RawHttpServer, answering, http

EVERYTHING: Parameters = (
    ("subject", "¿Año? 👩‍🚀 & =+%"),
    ("note", " uno\r\ndos\u2028\0 "),
    ("note", "e\u0301 \u202eabc"),
    ("tag", "vip"),
    ("tag", "a,b;c"),
    ("prioridad", ""),
    ("región ñ&=", "<img src=x>"),
)


def posted(parameters: Parameters) -> Asked:
    """Update a case on a well-behaved server, and return the request."""
    with RawHttpServer(answering(http(CASE))) as stub:
        run(lambda gateway: gateway.update_case(Server(stub.url), "203", parameters), stub.url)
    (asked,) = stub.asked
    return asked


def test_an_update_is_a_post_with_the_id_in_the_path_and_nothing_else_in_the_url() -> None:
    asked = posted(EVERYTHING)
    assert (asked.method, asked.target) == ("POST", "/api/v2/case/203")


def test_the_body_holds_every_parameter_exactly_in_order_after_the_token() -> None:
    asked = posted(EVERYTHING)
    assert asked.form == [("access_token", TOKEN), *EVERYTHING]
    assert asked.header("Content-Type") == "application/x-www-form-urlencoded; charset=utf-8"
    assert asked.header("Content-Length") == str(len(asked.body))


def test_the_body_is_percent_encoded_utf_8() -> None:
    body = posted((("subject", "ñ 😀\r\n"),)).body
    assert body.startswith(b"access_token=")
    assert body.endswith(b"&subject=%C3%B1+%F0%9F%98%80%0D%0A")
    assert unquote_to_bytes(body.split(b"&")[1].replace(b"+", b" ")) == "subject=ñ 😀\r\n".encode()


def test_the_built_in_gateway_stores_what_was_posted(demo: DemoServer) -> None:
    case = run(lambda gateway: gateway.update_case(Server(demo.url), "203", EVERYTHING), demo.url, token=demo.token)
    assert case is not None
    assert case.subject == "¿Año? 👩‍🚀 & =+%"
    assert {note.text for note in case.notes} >= {" uno\r\ndos\u2028\0 ", "e\u0301 \u202eabc"}
    assert case.tags == ("spam", "vip", "a,b;c")
    assert case.attributes["región ñ&="].text == "<img src=x>"
    assert demo.case(203)["subject"] == "¿Año? 👩‍🚀 & =+%"


def test_a_bare_case_is_a_good_answer() -> None:
    with RawHttpServer(answering(http(CASE))) as stub:
        case = update(stub.url)
    assert isinstance(case, Case)
    assert case.id == "203"


@pytest.mark.parametrize("id_", [b"203", b'"203"'])
def test_success_and_the_id_is_a_good_answer_after_which_the_case_must_be_read(id_: bytes) -> None:
    with RawHttpServer(answering(http(b'{"success": true, "case_id": ' + id_ + b"}"))) as stub:
        assert update(stub.url) is None


def test_success_alone_is_a_good_answer_too() -> None:
    with RawHttpServer(answering(http(b'{"success": true}'))) as stub:
        assert update(stub.url) is None


def test_success_with_the_whole_case_is_a_good_answer() -> None:
    with RawHttpServer(answering(http(b'{"success": true, "case_id": 203, "data": ' + CASE + b"}"))) as stub:
        case = update(stub.url)
    assert case is not None
    assert case.subject == "Necesito ayuda !!!"


@pytest.mark.parametrize(
    "body",
    [
        b'{"id": 204}',
        b'{"id": null}',
        b'{"success": true, "case_id": 204}',
        b'{"success": true, "case_id": 204, "data": {"id": 203}}',
        b'{"success": true, "case_id": 203, "data": {"id": 204}}',
        b'{"success": true, "data": {"id": 204}}',
        b'{"case_id": 203, "id": 204}',
    ],
)
def test_an_answer_about_another_case_leaves_it_open_what_was_stored(body: bytes) -> None:
    with RawHttpServer(answering(http(body))) as stub:
        failure = why_not_updated(stub.url)
    assert (failure.kind, failure.reach) == (FailureKind.OTHER_CASE, RequestReach.UNKNOWN)


@pytest.mark.parametrize("body", [b'{"case_id": 203}', b'{"success": 1, "case_id": 203}', b'{"statusMessage": "ok"}'])
def test_an_answer_that_says_neither_success_nor_shows_a_case_is_no_good_one(body: bytes) -> None:
    with RawHttpServer(answering(http(body))) as stub:
        failure = why_not_updated(stub.url)
    assert (failure.kind, failure.reach) == (FailureKind.NOT_THE_API, RequestReach.UNKNOWN)


def test_tags_are_removed_by_a_call_of_their_own() -> None:
    with RawHttpServer(answering(http(CASE))) as stub:
        run(lambda gateway: gateway.remove_tags(Server(stub.url), "203", ("spam", "año & más")), stub.url)
    (asked,) = stub.asked
    assert (asked.method, asked.target) == ("POST", "/api/v2/case/203/tags")
    assert asked.form == [("access_token", TOKEN), ("remove", "spam"), ("remove", "año & más")]


def test_a_server_that_takes_a_thousand_parameters_learns_who_asks() -> None:
    asked = posted((*EVERYTHING, *((f"name{number}", "x") for number in range(1200))))
    assert ("access_token", TOKEN) in asked.form[:1000]


def test_the_built_in_gateway_removes_tags_twice_without_harm(demo: DemoServer) -> None:
    async def work(gateway: Gateway) -> list[Case | None]:
        return [await gateway.remove_tags(Server(demo.url), "203", ("spam",)) for _ in range(2)]

    for case in run(work, demo.url, token=demo.token):
        assert case is not None
        assert case.tags == ()


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_an_update_is_never_carried_to_another_host(status: int) -> None:
    with RawHttpServer(answering(http(CASE))) as other:
        with RawHttpServer(answering(http(b"", b"%d x" % status, f"Location: {other.url}/x".encode()))) as stub:
            assert why_not_updated(stub.url).kind is FailureKind.REDIRECTED
        assert other.connections == 0
