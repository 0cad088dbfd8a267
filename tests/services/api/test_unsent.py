"""Calls that were never sent are distinguished from calls that may have arrived, however they ended."""

import asyncio
from collections.abc import Callable
from typing import Any

import pytest

from caseeditor.domain.case.reference import Server
from caseeditor.domain.errors.failure import Failure, FailureKind, OperationFailed, RequestReach
from caseeditor.domain.timeouts import Timing
from caseeditor.services.api.client import Gateway
from tests.services.client import NOTE, PATIENT, run, why
from tests.support.raw_http_server import (
    CASE,
    Line,
    RawHttpServer,
    Script,
    answering,
    dropping,
    http,
    resetting,
    silent,
)

FAR = "https://far.example"
PATIENT_TO_CONNECT = Timing(connecting=5, updating=0.3)
MANY = 130
"""More than a client's default number of connections."""


def deaf(line: Line) -> None:
    """Accept the connection, but read nothing from it."""
    line.hang()


def dripping(line: Line) -> None:
    """Answer CONNECT with endless headers."""
    line.ask()
    line.drip(b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 100, 0.02)


@pytest.mark.parametrize(
    "script", [silent, dropping, resetting, deaf, dripping, answering(b"SSH-2.0-OpenSSH_9.2\r\n\r\n")]
)
def test_a_proxy_that_never_connects_means_unsent(script: Script) -> None:
    with RawHttpServer(script) as proxy:
        failure = why(lambda: run(update, FAR, proxy=proxy.url, timing=PATIENT_TO_CONNECT))
    assert (failure.kind, failure.reach) == (FailureKind.UNREACHABLE, RequestReach.UNSENT)


def test_a_greeting_in_tls_that_hangs_means_unsent() -> None:
    with RawHttpServer(deaf) as stub:
        url = stub.url.replace("http:", "https:")
        failure = why(lambda: run(lambda gateway: update(gateway, url), url, timing=Timing(connecting=0.2)))
        assert stub.connections == 1
    assert (failure.kind, failure.reach) == (FailureKind.UNREACHABLE, RequestReach.UNSENT)


def test_a_name_service_that_hangs_means_unsent() -> None:
    async def work(gateway: Gateway) -> None:
        asyncio.get_running_loop().getaddrinfo = never  # type: ignore[method-assign,assignment]  # as the worker sets it
        await update(gateway)

    async def never(*_: Any, **__: Any) -> None:  # noqa: ANN401 - getaddrinfo's
        await asyncio.Event().wait()

    failure = why(lambda: run(work, FAR, timing=PATIENT_TO_CONNECT))
    assert (failure.kind, failure.reach) == (FailureKind.UNREACHABLE, RequestReach.UNSENT)


async def update(gateway: Gateway, url: str = FAR) -> None:
    await gateway.update_case(Server(url), "203", NOTE)


async def stopped(gateway: Gateway, url: str, is_there: Callable[[float], bool]) -> Failure | None:
    """Cancel an update once `is_there` holds; returns its failure, None after a plain cancellation."""
    call = asyncio.create_task(update(gateway, url))
    assert await asyncio.to_thread(is_there, 5)
    call.cancel()
    try:
        await call
    except OperationFailed as failed:
        return failed.failure
    except asyncio.CancelledError:
        return None
    raise AssertionError


def test_an_update_that_is_given_up_before_it_leaves_was_not_sent() -> None:
    with RawHttpServer(silent) as proxy:
        failure = run(lambda gateway: stopped(gateway, FAR, proxy.heard.wait), FAR, proxy=proxy.url)
        assert proxy.asked[0].method == "CONNECT"
    assert failure
    assert (failure.kind, failure.reach) == (FailureKind.STOPPED, RequestReach.UNSENT)


def test_an_update_that_is_given_up_on_its_way_leaves_doubt() -> None:
    with RawHttpServer(silent) as stub:
        assert run(lambda gateway: stopped(gateway, stub.url, stub.heard.wait), stub.url) is None


@pytest.mark.wine_lacks("the speed for 130 connections within 3 s")
def test_no_update_waits_for_a_connection_until_its_deadline() -> None:
    async def work(gateway: Gateway) -> list[RequestReach]:
        calls = (update(gateway, stub.url) for _ in range(MANY))
        ended = await asyncio.gather(*calls, return_exceptions=True)
        return [each.failure.reach for each in ended if isinstance(each, OperationFailed)]

    with RawHttpServer(silent) as stub:
        reaches = run(work, stub.url, timing=Timing(connecting=10, updating=3))
        assert reaches == [RequestReach.UNKNOWN] * MANY
        assert len(stub.asked) == MANY


def test_a_line_that_is_used_again_is_no_doubt_of_its_own() -> None:
    """The server closes the connection after a response; the next call opens a new one."""

    def once(line: Line) -> None:
        line.ask()
        line.send(http(CASE))
        line.reset()

    async def work(gateway: Gateway) -> None:
        for _ in range(3):
            await update(gateway, stub.url)
            stub.let_go()

    with RawHttpServer(once) as stub:
        run(work, stub.url, timing=PATIENT)
        assert len(stub.asked) == 3
