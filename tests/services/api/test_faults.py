"""Connection faults: the kind of each failure, and whether an update may have been stored."""

import asyncio
from collections.abc import Awaitable, Callable

import pytest

from caseeditor.domain.case.reference import Server
from caseeditor.domain.errors.failure import FailureKind, OperationFailed, RequestReach
from caseeditor.services.api import responses
from caseeditor.services.api.client import Gateway
from tests.services.client import HASTY, NOTE, PATIENT, run, update, why, why_not_read, why_not_updated
from tests.support.raw_http_server import (
    CASE,
    Line,
    RawHttpServer,
    Script,
    answering,
    dropping,
    http,
    nowhere,
    resetting,
    silent,
)

HTML = b"<!DOCTYPE html><html></html>"
MIB = 1024 * 1024


def dripping_body(line: Line) -> None:
    line.ask()
    line.drip(http(CASE), 0.02)


def dripping_head(line: Line) -> None:
    line.ask()
    line.drip(b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 100, 0.02)


def silent_after_the_head(line: Line) -> None:
    line.ask()
    line.send(http(length=100))
    line.hang()


def reset_in_the_body(line: Line) -> None:
    line.ask()
    line.send(http(CASE[:10], length=100))
    line.reset()


NONSENSE = answering(b"SSH-2.0-OpenSSH_9.2\r\n\r\n")
HUGE_HEAD = answering(b"HTTP/1.1 200 OK\r\nX: " + b"y" * 200_000 + b"\r\n\r\n")


def cut(line: Line) -> None:
    line.ask()
    line.send(http(CASE[:10], length=100))


LOST: dict[str, tuple[Script, FailureKind]] = {
    "silence": (silent, FailureKind.SLOW),
    "silence after the head": (silent_after_the_head, FailureKind.SLOW),
    "a dripping body": (dripping_body, FailureKind.SLOW),
    "a dripping head": (dripping_head, FailureKind.SLOW),
    "a reset": (resetting, FailureKind.DROPPED),
    "a reset in the body": (reset_in_the_body, FailureKind.DROPPED),
    "a closed line": (dropping, FailureKind.DROPPED),
    "a cut body": (cut, FailureKind.DROPPED),
    "no HTTP": (NONSENSE, FailureKind.DROPPED),
    "a huge head": (HUGE_HEAD, FailureKind.DROPPED),
    "html": (answering(http(HTML)), FailureKind.NOT_THE_API),
    "a list": (answering(http(b"[" + CASE + b"]")), FailureKind.NOT_THE_API),
    "an empty object": (answering(http(b"{}")), FailureKind.NOT_THE_API),
    "too deep": (answering(http(b"[" * 100_000)), FailureKind.NOT_THE_API),
    "another case": (answering(http(b'{"id": 204}')), FailureKind.OTHER_CASE),
    "gzip": (answering(http(CASE, b"200 OK", b"Content-Encoding: gzip")), FailureKind.ENCODED),
    "500": (answering(http(HTML, b"500 Oops")), FailureKind.SERVER_BROKEN),
    "502": (answering(http(HTML, b"502 Bad Gateway")), FailureKind.SERVER_BROKEN),
    "503 with a statusMessage": (answering(http(b'{"statusMessage": "x"}', b"503 x")), FailureKind.SERVER_BROKEN),
    "201": (answering(http(CASE, b"201 Created")), FailureKind.SERVER_BROKEN),
    **{
        str(status): (answering(http(b"", b"%d x" % status)), FailureKind.UNCLEAR)
        for status in (402, 408, 409, 418, 425, 499)
    },
    "success false as a text": (answering(http(b'{"success": "false", "statusMessage": "x"}')), FailureKind.UNCLEAR),
    "success 1": (answering(http(b'{"success": 1, "statusMessage": "x"}')), FailureKind.UNCLEAR),
    "success null without words": (answering(http(b'{"success": null}')), FailureKind.NOT_THE_API),
    "307": (answering(http(b"", b"307 x", b"Location: http://127.0.0.2/")), FailureKind.REDIRECTED),
    "302 to nowhere": (answering(http(b"", b"302 x")), FailureKind.REDIRECTED),
}


@pytest.mark.parametrize("name", LOST)
def test_an_update_whose_answer_is_lost_or_makes_no_sense_may_have_been_stored(name: str) -> None:
    script, kind = LOST[name]
    with RawHttpServer(script) as stub:
        failure = why_not_updated(stub.url, timing=HASTY if kind is FailureKind.SLOW else PATIENT)
    assert (failure.kind, failure.reach) == (kind, RequestReach.UNKNOWN)
    assert len(stub.asked) == 1


@pytest.mark.parametrize("name", LOST)
def test_reading_fails_the_same_way_and_leaves_no_doubt(name: str) -> None:
    script, kind = LOST[name]
    with RawHttpServer(script) as stub:
        failure = why_not_read(stub.url, timing=HASTY if kind is FailureKind.SLOW else PATIENT)
    assert (failure.kind, failure.reach) == (kind, RequestReach.ANSWERED)


def test_what_drips_in_is_given_up_at_the_deadline() -> None:
    with RawHttpServer(dripping_body) as stub:
        why_not_read(stub.url, timing=HASTY)
        assert stub.hung_up.wait(60)
    assert stub.sent < 100


MISLEADING: dict[str, tuple[bytes, FailureKind]] = {
    "another case, ours in a list": (b'{"id": 204, "items": [' + CASE + b"]}", FailureKind.OTHER_CASE),
    "a list of cases": (b'{"items": [' + CASE + b'], "total": 1}', FailureKind.NOT_THE_API),
    "success false around the case": (b'{"success": false, "data": ' + CASE + b"}", FailureKind.UNCLEAR),
}


@pytest.mark.parametrize("name", MISLEADING)
def test_an_update_is_not_confirmed_by_a_case_that_the_answer_only_contains(name: str) -> None:
    body, kind = MISLEADING[name]
    with RawHttpServer(answering(http(body))) as stub:
        failure = why_not_updated(stub.url)
    assert (failure.kind, failure.reach) == (kind, RequestReach.UNKNOWN)


ANSWERED: dict[str, tuple[bytes, FailureKind]] = {
    "401": (http(b"", b"401 x"), FailureKind.TOKEN_REFUSED),
    **{str(status): (http(b"", b"%d x" % status), FailureKind.REFUSED) for status in (400, 403, 405, 410, 411)},
    **{str(status): (http(b"", b"%d x" % status), FailureKind.REFUSED) for status in (414, 415, 422, 431, 451)},
    "404": (http(b"", b"404 x"), FailureKind.NOT_FOUND),
    "413": (http(b"", b"413 x"), FailureKind.TOO_LARGE_TO_SEND),
    "429": (http(b"", b"429 x"), FailureKind.TOO_MANY),
    "success false": (http(b'{"success": false}'), FailureKind.REFUSED),
    "success false with a list": (http(b'{"success": false, "items": [' + CASE + b"]}"), FailureKind.REFUSED),
    "success false with another case": (http(b'{"success": false, "id": 204}'), FailureKind.REFUSED),
}


@pytest.mark.parametrize("name", ANSWERED)
def test_an_update_that_was_turned_away_was_answered(name: str) -> None:
    answer, kind = ANSWERED[name]
    with RawHttpServer(answering(answer)) as stub:
        failure = why_not_updated(stub.url)
    assert (failure.kind, failure.reach) == (kind, RequestReach.ANSWERED)


@pytest.mark.parametrize("answer", [b'{"success": false, ' + CASE[1:], b'{"success": false, "x": 1, ' + CASE[1:]])
def test_an_attribute_named_success_in_the_case_that_was_updated_is_no_rejection(answer: bytes) -> None:
    with RawHttpServer(answering(http(answer))) as stub:
        case = update(stub.url)
    assert case
    assert case.attributes["success"].text == "false"


def test_the_updated_case_beside_a_no_in_words_leaves_it_open_what_was_stored() -> None:
    answer = b'{"success": false, "statusMessage": "x", "data": ' + CASE + b"}"
    with RawHttpServer(answering(http(answer))) as stub:
        failure = why_not_updated(stub.url)
    assert (failure.kind, failure.words, failure.reach) == (FailureKind.UNCLEAR, "x", RequestReach.UNKNOWN)


def test_an_update_that_found_nobody_was_not_sent() -> None:
    failure = why_not_updated(nowhere())
    assert (failure.kind, failure.reach, failure.status) == (FailureKind.UNREACHABLE, RequestReach.UNSENT, 0)


@pytest.mark.parametrize("host", ["nowhere.invalid", "a..b", "x" * 64 + ".invalid", "mañana_x.example", "xn--.example"])
def test_an_update_to_a_host_that_has_no_address_was_not_sent(host: str) -> None:
    failure = why_not_updated(f"https://{host}")
    assert (failure.kind, failure.reach) == (FailureKind.UNREACHABLE, RequestReach.UNSENT)


def test_half_a_character_is_not_sent_and_told() -> None:
    with RawHttpServer(answering(http(CASE))) as stub:
        half = (("note", "\ud800"),)
        failure = why(lambda: run(lambda gateway: gateway.update_case(Server(stub.url), "203", half), stub.url))
        assert stub.connections == 0
    assert (failure.kind, failure.reach) == (FailureKind.INTERNAL, RequestReach.UNSENT)


def answering_once(line: Line) -> None:
    line.ask()
    line.send(http(CASE))


def test_a_line_that_the_server_closed_while_idle_is_not_used_for_the_next_call() -> None:
    with RawHttpServer(answering_once) as stub:

        async def twice(gateway: Gateway) -> None:
            for _ in range(2):
                await gateway.update_case(Server(stub.url), "203", NOTE)
                await asyncio.to_thread(stub.let_go)

        run(twice, stub.url)
    assert stub.connections == 2


def refuse_the_upload(line: Line) -> None:
    """Answer after the request's head, without reading the body."""
    line.ask(body=False)
    line.send(http(b"", b"413 Payload Too Large", b"Connection: close"))
    line.hang()


def test_an_update_that_is_refused_during_the_upload_is_told_so() -> None:
    with RawHttpServer(refuse_the_upload) as stub:
        large = (("note", "x" * 8 * MIB),)
        failure = why(lambda: run(lambda gateway: gateway.update_case(Server(stub.url), "203", large), stub.url))
    assert (failure.kind, failure.status, failure.reach) == (FailureKind.TOO_LARGE_TO_SEND, 413, RequestReach.ANSWERED)


def endless(head: bytes, chunk: bytes) -> Script:
    """Answer with a body of 50 MB."""

    def script(line: Line) -> None:
        line.ask()
        line.send(head)
        for _ in range(50):
            line.send(chunk)

    return script


def why_not_read_and_hung_up(stub: RawHttpServer) -> FailureKind:
    """Return the failure of a read; the connection must be closed before the gateway."""

    async def work(gateway: Gateway) -> FailureKind:
        with pytest.raises(OperationFailed) as raised:
            await gateway.read_case(Server(stub.url), "203")
        assert await asyncio.to_thread(stub.hung_up.wait, 5)
        return raised.value.failure.kind

    return run(work, stub.url)


SIZED = b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % (50 * MIB)
CHUNKED = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"


@pytest.mark.parametrize(
    ("head", "chunk"),
    [(SIZED, b" " * MIB), (CHUNKED, b"%x\r\n" % MIB + b" " * MIB + b"\r\n")],
    ids=["sized", "chunked"],
)
def test_a_body_of_50_mb_is_an_error_long_before_its_end(head: bytes, chunk: bytes) -> None:
    with RawHttpServer(endless(head, chunk)) as stub:
        assert why_not_read_and_hung_up(stub) is FailureKind.TOO_LARGE
    assert stub.sent < 40 * MIB


def test_the_largest_body_that_is_accepted_is_read() -> None:
    body = CASE + b" " * (responses.LIMIT - len(CASE))
    with RawHttpServer(answering(http(body))) as stub:
        assert run(lambda gateway: gateway.read_case(Server(stub.url), "203"), stub.url).case.id == "203"
    with RawHttpServer(answering(http(body + b" "))) as stub:
        assert why_not_read(stub.url).kind is FailureKind.TOO_LARGE


@pytest.mark.parametrize(
    "encoding", ["gzip", "deflate", "br", "zstd", "x-unknown", "identity, gzip", "gzip, " * 60 + "gzip"]
)
def test_an_encoded_body_is_an_error_without_being_read(encoding: str) -> None:
    head = SIZED[:-2] + f"Content-Encoding: {encoding}\r\n\r\n".encode()
    with RawHttpServer(endless(head, b"\x1f" * MIB)) as stub:
        assert why_not_read_and_hung_up(stub) is FailureKind.ENCODED
    assert stub.sent < 30 * MIB


def test_identity_is_no_encoding() -> None:
    with RawHttpServer(answering(http(CASE, b"200 OK", b"Content-Encoding: Identity"))) as stub:
        assert run(lambda gateway: gateway.read_case(Server(stub.url), "203"), stub.url).case.id == "203"


CALLS: dict[str, Callable[[Gateway, Server], Awaitable[object]]] = {
    "reading": lambda gateway, server: gateway.read_case(server, "203"),
    "updating": lambda gateway, server: gateway.update_case(server, "203", NOTE),
}


@pytest.mark.parametrize("name", CALLS)
@pytest.mark.parametrize("script", [silent, silent_after_the_head, dripping_body])
def test_a_hanging_call_is_cancelled_at_once_and_its_line_closed(name: str, script: Script) -> None:
    with RawHttpServer(script) as stub:

        async def work(gateway: Gateway) -> None:
            call = asyncio.ensure_future(CALLS[name](gateway, Server(stub.url)))
            await asyncio.to_thread(stub.heard.wait, 5)
            call.cancel()
            with pytest.raises(asyncio.CancelledError):
                await call
            assert await asyncio.to_thread(stub.hung_up.wait, 5)

        run(work, stub.url)
    assert len(stub.asked) == 1


def test_a_call_after_a_cancelled_one_works() -> None:
    scripts = iter((silent, answering(http(CASE))))

    def each(line: Line) -> None:
        next(scripts)(line)

    with RawHttpServer(each) as stub:

        async def work(gateway: Gateway) -> str:
            call = asyncio.ensure_future(gateway.read_case(Server(stub.url), "203"))
            await asyncio.to_thread(stub.heard.wait, 5)
            call.cancel()
            return (await gateway.read_case(Server(stub.url), "203")).case.id

        assert run(work, stub.url) == "203"


def test_closing_twice_does_no_harm_and_closes_every_line() -> None:
    with RawHttpServer(silent) as stub:

        async def work(gateway: Gateway) -> None:
            call = asyncio.ensure_future(gateway.read_case(Server(stub.url), "203"))
            await asyncio.to_thread(stub.heard.wait, 5)
            call.cancel()
            await gateway.close()
            await gateway.close()

        run(work, stub.url)
        assert stub.hung_up.wait(60)
