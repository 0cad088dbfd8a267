"""The call `me`: the user of a token, and whether a Social Gateway answers at all."""

import pytest

from caseeditor.demo.server import DemoServer
from caseeditor.domain.case.reference import Server
from caseeditor.domain.case.user import User
from caseeditor.domain.errors.failure import Failure, FailureKind
from tests.services.client import run, why
from tests.support.raw_http_server import RawHttpServer, answering, http, nowhere


def me(url: str, token: str = "other") -> User:  # noqa: S107 - opens nothing
    return run(lambda gateway: gateway.me(Server(url), token), url)


def why_not_me(answer: bytes) -> Failure:
    with RawHttpServer(answering(answer)) as stub:
        return why(lambda: me(stub.url))


def test_the_built_in_gateway_names_its_user(demo: DemoServer) -> None:
    user = me(demo.url, demo.token)
    assert (user.name, user.logged_in) == ("demo", True)


def test_a_token_that_is_given_is_asked_about_and_not_the_one_in_use() -> None:
    with RawHttpServer(answering(http(b'{"logged_in": true}'))) as stub:
        me(stub.url, "given")
    assert stub.asked[0].query == [("access_token", "given")]


def test_without_one_the_token_in_use_is_asked_about(demo: DemoServer) -> None:
    work_token = demo.token
    assert run(lambda gateway: gateway.me(Server(demo.url)), demo.url, token=work_token).name == "demo"


def test_a_wrong_token_is_refused_in_the_servers_words(demo: DemoServer) -> None:
    failure = why(lambda: me(demo.url, "wrong"))
    assert (failure.kind, failure.words) == (FailureKind.TOKEN_REFUSED, "The access token is invalid or expired")


def test_a_200_without_a_login_is_a_refused_token() -> None:
    failure = why_not_me(http(b'{"success": true, "statusMessage": "you are not logged in", "logged_in": false}'))
    assert (failure.kind, failure.words) == (FailureKind.TOKEN_REFUSED, "you are not logged in")


@pytest.mark.parametrize("answer", [http(b"", b"404 x"), http(b"<html>"), http(b"[]"), http(b"")])
def test_whatever_does_not_know_me_is_no_social_gateway(answer: bytes) -> None:
    assert why_not_me(answer).kind is FailureKind.NOT_THE_API


def test_greeting_needs_no_token_and_sends_none(demo: DemoServer) -> None:
    run(lambda gateway: gateway.greet(Server(demo.url)), demo.url)
    assert demo.requests[0].params == ()


def test_a_server_that_wants_a_token_to_be_greeted_is_there() -> None:
    with RawHttpServer(answering(http(b"", b"401 Please include the access_token"))) as stub:
        run(lambda gateway: gateway.greet(Server(stub.url)), stub.url)
    assert len(stub.asked) == 1


def test_whatever_else_answers_a_greeting_is_told() -> None:
    with RawHttpServer(answering(http(b"<html>"))) as stub:
        assert (
            why(lambda: run(lambda gateway: gateway.greet(Server(stub.url)), stub.url)).kind is FailureKind.NOT_THE_API
        )
    url = nowhere()
    assert why(lambda: run(lambda gateway: gateway.greet(Server(url)), url)).kind is FailureKind.UNREACHABLE
