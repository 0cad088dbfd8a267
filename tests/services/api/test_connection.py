"""Proxies: by setting or environment, skipped for loopback, and invalid settings."""

import pytest

from caseeditor.domain.case.model import Case
from caseeditor.domain.case.reference import Server
from caseeditor.domain.errors.failure import Failure, FailureKind, RequestReach
from tests.services.client import HASTY, NOTE, read, run, update, why
from tests.support.raw_http_server import CASE, Line, RawHttpServer, answering, http, nowhere

FAR = "http://far.example"
NAMES = ("HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy")


def read_far(url: str = FAR, *, proxy: str = "") -> Case:
    return run(lambda gateway: gateway.read_case(Server(url), "203"), url, proxy=proxy, timing=HASTY).case


def why_not_far(url: str = FAR, *, proxy: str = "") -> Failure:
    """Return the Failure of an update, the only exception allowed."""
    return why(
        lambda: run(lambda gateway: gateway.update_case(Server(url), "203", NOTE), url, proxy=proxy, timing=HASTY)
    )


def test_the_proxy_of_the_settings_is_used() -> None:
    with RawHttpServer(answering(http(CASE))) as proxy:
        assert read_far(proxy=proxy.url).id == "203"
    (asked,) = proxy.asked
    assert asked.target.startswith(f"{FAR}/api/v2/case/203?")
    assert asked.header("Host") == "far.example"


@pytest.mark.parametrize("name", ["http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"])
@pytest.mark.parametrize("scheme", ["http://", ""])
def test_the_proxy_of_the_environment_is_used(name: str, scheme: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with RawHttpServer(answering(http(CASE))) as proxy:
        monkeypatch.setenv(name, f"{scheme}127.0.0.1:{proxy.port}")
        assert read_far().id == "203"
    assert proxy.connections == 1


def test_the_setting_goes_before_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", nowhere())
    with RawHttpServer(answering(http(CASE))) as proxy:
        assert read_far(proxy=proxy.url).id == "203"


def test_a_host_that_the_environment_excepts_is_reached_without_the_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    with RawHttpServer(answering(http(CASE))) as proxy:
        monkeypatch.setenv("http_proxy", proxy.url)
        monkeypatch.setenv("no_proxy", "far.invalid")
        assert why_not_far("http://far.invalid").kind is FailureKind.UNREACHABLE
        assert proxy.connections == 0


def test_a_proxy_for_https_is_asked_to_connect_and_sees_no_token() -> None:
    with RawHttpServer(answering(http(b"", b"407 Proxy Authentication Required"))) as proxy:
        failure = why_not_far("https://far.example", proxy=proxy.url)
    (asked,) = proxy.asked
    assert (asked.method, asked.target) == ("CONNECT", "far.example:443")
    assert (failure.kind, failure.reach) == (FailureKind.UNREACHABLE, RequestReach.UNSENT)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("value", ["http://127.0.0.1:1", "socks5://127.0.0.1:1", "nonsense://x", "http://[", "%"])
def test_loopback_is_reached_past_every_proxy(name: str, value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(name, value)
    with RawHttpServer(answering(http(CASE))) as stub:
        assert read(stub.url).id == "203"
        assert update(stub.url) is not None


@pytest.mark.parametrize(
    "proxy",
    [
        "nonsense://x",
        "socks4://127.0.0.1:1",
        "http://[::1",
        "http://127.0.0.1:99999",
        "http://x:0",
        "http://",
        "http://x:y",
        "http://\0",
    ],
)
def test_a_proxy_that_makes_no_sense_is_told(proxy: str) -> None:
    failure = why_not_far(proxy=proxy)
    assert (failure.kind, failure.reach) == (FailureKind.CONNECTION_SETTINGS, RequestReach.UNSENT)


@pytest.mark.parametrize(
    "value", ["nonsense://x", "socks4://127.0.0.1:1", "http://[::1", "http://127.0.0.1:99999", "://"]
)
def test_an_environment_that_makes_no_sense_is_told(value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALL_PROXY", value)
    failure = why_not_far()
    assert (failure.kind, failure.reach) == (FailureKind.CONNECTION_SETTINGS, RequestReach.UNSENT)


@pytest.mark.parametrize("scheme", ["http", "socks5", "socks5h"])
def test_a_proxy_that_is_not_there_means_unsent(scheme: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALL_PROXY", nowhere().replace("http", scheme))
    failure = why_not_far()
    assert (failure.kind, failure.reach) == (FailureKind.UNREACHABLE, RequestReach.UNSENT)


@pytest.mark.parametrize("proxy", ["nonsense", "no where", "x" * 300, "ñandú_x"])
def test_a_proxy_that_is_no_host_means_unsent(proxy: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALL_PROXY", proxy)
    failure = why_not_far()
    assert failure.kind in (FailureKind.UNREACHABLE, FailureKind.CONNECTION_SETTINGS)
    assert failure.reach is RequestReach.UNSENT


def socks(line: Line) -> None:
    """Accept any SOCKS 5 request, and send a canned response."""
    assert line.take(3) == b"\5\1\0"
    line.send(b"\5\0")
    assert line.take(5 + len("far.example") + 2) == b"\5\1\0\3\x0bfar.example\0\x50"
    line.send(b"\5\0\0\1" + bytes(6))
    line.ask()
    line.send(http(CASE))


@pytest.mark.parametrize("scheme", ["socks5", "socks5h"])
def test_a_socks_proxy_is_used_and_looks_the_name_up(scheme: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with RawHttpServer(socks) as proxy:
        monkeypatch.setenv("ALL_PROXY", proxy.url.replace("http", scheme))
        assert read_far().id == "203"
