"""The gateway rejects requests under another host name, and bodies that are too long or mislabelled."""

import socket
from http.client import HTTPConnection
from urllib.parse import urlsplit

import pytest

from caseeditor.demo.incoming import LIMIT
from caseeditor.demo.server import DemoServer
from tests.demo.caller import FORM, Caller

FORM_HEAD = "POST /api/v2/case/203 HTTP/1.1\r\nHost: {host}\r\nContent-Type: application/x-www-form-urlencoded\r\n"


def spoken(server: DemoServer, head: str, body: bytes = b"", *, leave: bool = False) -> bytes:
    """Send raw bytes over a connection of its own and return the whole answer; `leave` closes the sending side."""
    host, port = urlsplit(server.url).netloc.split(":")
    with socket.create_connection((host, int(port)), timeout=20) as line:
        line.sendall(head.format(host=f"{host}:{port}").encode() + b"\r\n" + body)
        if leave:
            line.shutdown(socket.SHUT_WR)
        heard = bytearray()
        while some := line.recv(65536):
            heard += some
        return bytes(heard)


def status(heard: bytes) -> int:
    return int(heard.split(b" ", 2)[1])


def subject(server: DemoServer) -> object:
    return server.case(203)["subject"]


@pytest.mark.parametrize(
    "named",
    [
        "Host: evil.example",
        "Host: evil.example:{port}",
        "Host: 127.0.0.1",
        "Host: 127.0.0.1:1",
        "Host: 127.0.0.1.evil.example:{port}",
        "Host: 127.0.0.1:{port}@evil.example",
        "Host:",
        "Accept: */*",
        "Host: 127.0.0.1:{port}\r\nHost: evil.example",
        "Host: [::1]:{port}",
    ],
)
def test_who_calls_it_by_another_name_is_turned_away(server: DemoServer, named: str) -> None:
    named = named.format(port=urlsplit(server.url).port)
    body = f"access_token={server.token}&subject=rebound".encode()
    get = f"GET /api/v2/case/203?access_token={server.token} HTTP/1.1\r\n{named}\r\n"
    post = f"POST /api/v2/case/203 HTTP/1.1\r\n{named}\r\nContent-Length: {len(body)}\r\n"
    for heard in (spoken(server, get), spoken(server, post, body)):
        assert status(heard) in (400, 421)
        assert b"Necesito" not in heard
    assert subject(server) == "Necesito ayuda !!!"
    assert server.requests == ()


def test_a_target_that_names_another_host_is_turned_away(server: DemoServer) -> None:
    get = f"GET http://evil.example/api/v2/case/203?access_token={server.token} HTTP/1.1\r\nHost: {{host}}\r\n"
    assert status(spoken(server, get)) == 421


@pytest.mark.parametrize("name", ["127.0.0.1", "localhost", "LOCALHOST"])
def test_it_goes_by_the_names_of_loopback(server: DemoServer, name: str) -> None:
    port = urlsplit(server.url).port
    line = HTTPConnection(urlsplit(server.url).netloc, timeout=20)
    line.request("GET", f"/api/v2/me?access_token={server.token}", headers={"Host": f"{name}:{port}"})
    assert line.getresponse().status == 200
    line.close()


@pytest.mark.parametrize("length", [LIMIT + 1, 10**12, 10**5000], ids=["a byte too long", "huge", "beyond any"])
def test_a_body_that_says_it_is_too_long_is_not_read(server: DemoServer, length: int) -> None:
    said = f"{length:x}" if length > 10**4000 else str(length)
    said = "9" * 5000 if length > 10**4000 else said
    heard = spoken(server, f"{FORM_HEAD}Content-Length: {said}\r\n", b"subject=some")
    assert status(heard) == 413
    assert server.requests == ()


def test_a_body_that_is_too_long_in_chunks_is_not_read_to_its_end(server: DemoServer) -> None:
    chunk = b"100000\r\n" + b"x" * 0x100000 + b"\r\n"
    heard = spoken(server, f"{FORM_HEAD}Transfer-Encoding: chunked\r\n", 16 * chunk + b"1\r\n")
    assert status(heard) == 413
    assert status(spoken(server, f"{FORM_HEAD}Transfer-Encoding: chunked\r\n", b"fffffffffffffffff\r\n")) == 413
    assert server.requests == ()


def test_a_body_of_the_greatest_length_is_taken(caller: Caller, server: DemoServer) -> None:
    caller.line.request("POST", "/api/v2/case/203", b"access_token=" + b"x" * (LIMIT - 13), FORM)
    response = caller.line.getresponse()
    assert response.status == 401
    response.read()
    assert len(server.requests) == 1


def test_who_has_begun_to_send_too_much_hears_of_it(server: DemoServer) -> None:
    heard = spoken(server, f"{FORM_HEAD}Content-Length: {LIMIT + 1}\r\n", b"x" * (LIMIT // 32))
    assert status(heard) == 413


def test_chunks_are_put_together(server: DemoServer) -> None:
    body = f"access_token={server.token}&subject=a%20b".encode()
    chunks = b"%x;name=x\r\n%b\r\n1\r\n%b\r\n0\r\nTrailer: x\r\n\r\n" % (len(body) - 1, body[:-1], body[-1:])
    heard = spoken(server, f"{FORM_HEAD}Transfer-Encoding: chunked\r\nConnection: close\r\n", chunks)
    assert status(heard) == 200
    assert subject(server) == "a b"


@pytest.mark.parametrize(
    ("headers", "body"),
    [
        ("Content-Length: 300", "access_token={token}&subject=half"),
        ("Content-Length: 3\r\nContent-Length: 5", "access_token={token}&subject=half"),
        ("Content-Length: +3", "access_token={token}&subject=half"),
        ("Content-Length: 3\r\nTransfer-Encoding: chunked", "3\r\nabc\r\n0\r\n\r\n"),
        ("Transfer-Encoding: gzip, chunked", "3\r\nabc\r\n0\r\n\r\n"),
        ("Transfer-Encoding: chunked", "-3\r\nabc\r\n0\r\n\r\n"),
        ("Transfer-Encoding: chunked", "3\r\nabcd\r\n0\r\n\r\n"),
        ("Transfer-Encoding: chunked", "30\r\nabc"),
        ("Transfer-Encoding: chunked", "3\r\nabc\r\n"),
    ],
)
def test_a_body_that_is_not_what_it_says_changes_nothing(server: DemoServer, headers: str, body: str) -> None:
    whole = body.format(token=server.token).encode()
    heard = spoken(server, f"{FORM_HEAD}{headers}\r\n", whole, leave=True)
    assert status(heard) == 400
    assert server.requests == ()


def test_what_follows_the_body_of_a_read_is_no_request(server: DemoServer) -> None:
    body = f"GET /api/v2/case/203?access_token={server.token} HTTP/1.1\r\nHost: {urlsplit(server.url).netloc}\r\n\r\n"
    get = f"GET /api/v2/me HTTP/1.1\r\nHost: {{host}}\r\nContent-Length: {len(body)}\r\n"
    heard = spoken(server, get, body.encode())
    assert heard.count(b"HTTP/1.1 ") == 1
    assert len(server.requests) == 1
