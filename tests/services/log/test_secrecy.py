"""The token never appears in anything shown or written, even after failures."""

import contextlib
import logging
import logging.handlers
import traceback
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from urllib.parse import quote, quote_plus

import pytest

from caseeditor.domain.case.reference import Server
from caseeditor.domain.errors.failure import OperationFailed
from caseeditor.domain.text.fidelity import MASK
from caseeditor.domain.timeouts import Timing
from caseeditor.services.api.client import Gateway
from caseeditor.services.log.log_file import Log
from caseeditor.services.log.redaction import Secrets
from tests.services.client import HASTY, NOTE, PATIENT, TOKEN, run, why_not_read, why_not_updated
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

QUOTED = quote_plus(TOKEN)
FORMS = (TOKEN, quote(TOKEN, safe=""), QUOTED)
LONG = 490 * "x"


def echo(text: str) -> bytes:
    """Answer 401 with this text as its reason."""
    return http(b"", b"401 " + text.encode())


def huge(line: Line) -> None:
    line.ask()
    line.send(http(length=50_000_000) + b" " * 17_000_000)
    line.hang()


FAULTS: dict[str, tuple[Script, Timing]] = {
    "a reason that echoes it": (answering(echo(f"Bad token {TOKEN}")), PATIENT),
    "a reason that echoes it as a URL does": (answering(echo(f"Bad token {QUOTED}")), PATIENT),
    "a long reason that echoes it where it is cut": (answering(echo(LONG + TOKEN + LONG)), PATIENT),
    "a message that echoes it": (answering(http(f'{{"success":false,"statusMessage":"{TOKEN}"}}'.encode())), PATIENT),
    "a message of a 400 that echoes it": (
        answering(http(f'{{"statusMessage":"{TOKEN}"}}'.encode(), b"400 x")),
        PATIENT,
    ),
    "a page that echoes it": (answering(http(f"<html>{TOKEN}".encode(), b"500 x")), PATIENT),
    "a redirect that echoes it": (
        answering(http(b"", b"302 x", f"Location: http://127.0.0.2/{QUOTED}?access_token={QUOTED}".encode())),
        PATIENT,
    ),
    "not logged in": (answering(http(f'{{"logged_in":false,"statusMessage":"{TOKEN}"}}'.encode())), PATIENT),
    "silence": (silent, HASTY),
    "a reset": (resetting, PATIENT),
    "a dropped line": (dropping, PATIENT),
    "no HTTP": (answering(b"nonsense\r\n\r\n"), PATIENT),
    "a cut body": (answering(http(CASE, length=9999)), HASTY),
    "too large": (huge, PATIENT),
    "no JSON": (answering(http(f'{{"id": {TOKEN}}}'.encode())), PATIENT),
    "another case": (answering(http(b'{"id": 1}')), PATIENT),
    "encoded": (answering(http(CASE, b"200 OK", b"Content-Encoding: gzip")), PATIENT),
}

CALLS: dict[str, Callable[[Gateway, Server], Awaitable[object]]] = {
    "reading": lambda gateway, server: gateway.read_case(server, "203"),
    "updating": lambda gateway, server: gateway.update_case(server, "203", NOTE),
    "removing tags": lambda gateway, server: gateway.remove_tags(server, "203", ("spam",)),
    "searching": lambda gateway, server: gateway.search(server, (("state", "x"),)),
    "me": lambda gateway, server: gateway.me(server, TOKEN),
}


@pytest.fixture
def everything(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> Iterator[Callable[[], str]]:
    """Return a function that reads all output: the log, messages of any logger, and prints."""
    secrets = Secrets()
    secrets.add(TOKEN)
    log = Log(tmp_path, secrets)
    elsewhere = logging.handlers.BufferingHandler(10_000)
    root = logging.getLogger()
    before = root.level
    root.addHandler(elsewhere)
    root.setLevel(logging.DEBUG)

    def read() -> str:
        ending.close()
        files = "".join(path.read_text("utf-8") for path in tmp_path.rglob("*") if path.is_file())
        heard = "".join(logging.Formatter().format(record) for record in elsewhere.buffer)
        return files + heard + "".join(capfd.readouterr())

    with contextlib.ExitStack() as ending:
        ending.callback(log.stop)
        ending.callback(root.removeHandler, elsewhere)
        ending.callback(root.setLevel, before)
        yield read


def failed(call: Callable[[], object]) -> str:
    """Return the full text of an error, if there is one."""
    try:
        call()
    except OperationFailed as error:
        logging.getLogger("caseeditor.test").exception("failed")
        return "".join(traceback.format_exception(error)) + repr(error) + repr(error.failure)
    return ""


@pytest.mark.parametrize("call", CALLS)
@pytest.mark.parametrize("fault", FAULTS)
def test_after_every_fault_the_token_is_nowhere(fault: str, call: str, everything: Callable[[], str]) -> None:
    script, timing = FAULTS[fault]
    with RawHttpServer(script) as stub:
        work = CALLS[call]
        told = failed(lambda: run(lambda gateway: work(gateway, Server(stub.url)), stub.url, timing=timing))
        assert stub.asked
    found = told + everything()
    assert [form for form in FORMS if form in found] == []
    assert "caseeditor" in found


@pytest.mark.parametrize("url", ["http://far.example", "https://nowhere.invalid", "https://mañana_x.example"])
def test_nor_where_nothing_was_sent(url: str, everything: Callable[[], str]) -> None:
    for call in (why_not_read, why_not_updated):
        found = repr(call(url))
        assert [form for form in FORMS if form in found] == []
    found = failed(lambda: why_not_read(nowhere())) + everything()
    assert [form for form in FORMS if form in found] == []


@pytest.mark.parametrize("answer", [echo(f"Token {TOKEN} is bad"), echo(f"Token {QUOTED} is bad")])
def test_the_words_around_an_echoed_token_are_still_told(answer: bytes) -> None:
    with RawHttpServer(answering(answer)) as stub:
        assert why_not_read(stub.url).words == f"Token {MASK} is bad"


@pytest.mark.parametrize("before", range(480, 502, 3))
def test_not_even_the_beginning_of_a_token_is_shown_where_long_words_are_cut(before: int) -> None:
    with RawHttpServer(answering(echo("x" * before + TOKEN + "y" * 100))) as stub:
        assert TOKEN[:3] not in why_not_read(stub.url).words


def test_the_token_of_an_update_is_in_its_body_only() -> None:
    with RawHttpServer(answering(http(CASE))) as stub:
        run(lambda gateway: gateway.update_case(Server(stub.url), "203", NOTE), stub.url)
    (asked,) = stub.asked
    head = asked.target + repr(asked.headers)
    assert QUOTED.encode() in asked.body
    assert [form for form in FORMS if form in head] == []


def test_another_server_is_never_given_it() -> None:
    with RawHttpServer(answering(http(b'{"logged_in": true}'))) as other, RawHttpServer(answering(http(CASE))) as stub:
        run(lambda gateway: gateway.greet(Server(other.url)), stub.url)
    (asked,) = other.asked
    assert asked.query == []
