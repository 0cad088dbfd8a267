"""Reading a case over real HTTP: the request to a good server, and the result of each bad response."""

import pytest

from caseeditor.demo.server import DemoServer
from caseeditor.domain.case.reference import Server
from caseeditor.domain.errors.failure import FailureKind, RequestReach
from caseeditor.services.api.client import Gateway
from tests.services.client import TOKEN, read, run, why, why_not_read
from tests.support.raw_http_server import CASE, RawHttpServer, answering, http

HTML = b"<!DOCTYPE html><html><body><h1>Welcome</h1></body></html>"


def test_a_case_is_asked_for_by_its_id_in_the_path() -> None:
    with RawHttpServer(answering(http(CASE))) as stub:
        assert read(stub.url).subject == "Necesito ayuda !!!"
    (asked,) = stub.asked
    assert (asked.method, asked.path, asked.query) == ("GET", "/api/v2/case/203", [("access_token", TOKEN)])


def test_every_cache_is_asked_for_an_answer_of_now() -> None:
    with RawHttpServer(answering(http(CASE))) as stub:
        read(stub.url)
    (asked,) = stub.asked
    assert (asked.header("Cache-Control"), asked.header("Pragma")) == ("no-cache", "no-cache")


def test_nothing_encoded_is_asked_for() -> None:
    with RawHttpServer(answering(http(CASE))) as stub:
        read(stub.url)
    (asked,) = stub.asked
    assert asked.header("Accept-Encoding") == "identity"
    assert asked.header("User-Agent").startswith("CaseEditor/")


def test_the_built_in_gateways_case_is_read(demo: DemoServer) -> None:
    case = read(demo.url, token=demo.token)
    assert (case.id, case.contact.name, len(case.contact.profiles)) == ("203", "Juan Perez", 3)


def test_one_connection_serves_several_calls() -> None:
    with RawHttpServer(answering(http(CASE))) as stub:

        async def twice(gateway: Gateway) -> None:
            for _ in range(2):
                await gateway.read_case(Server(stub.url), "203")

        run(twice, stub.url)
    assert (stub.connections, len(stub.asked)) == (1, 2)


REASONS = {
    "UTF-8": (" Su sesión expiró".encode(), "Su sesión expiró"),
    "Latin-1": (" Su sesión expiró".encode("latin-1"), "Su sesión expiró"),
    "empty": (b"", ""),
    "a space": (b" ", ""),
    "the standard one": (b" Unauthorized", ""),
    "the standard one in small letters": (b" unauthorized", ""),
    "controls": (b" Stop\x1b[31m\x07now\x01\xc2\x9b\xe2\x80\xaeabc", "Stop [31m now abc"),
    "much white space": (b" a \t \t  b", "a b"),
}


@pytest.mark.parametrize("name", REASONS)
def test_a_401_is_a_refused_token_in_the_servers_words(name: str) -> None:
    reason, words = REASONS[name]
    with RawHttpServer(answering(http(b"", b"401" + reason))) as stub:
        failure = why_not_read(stub.url)
    assert (failure.kind, failure.status, failure.words) == (FailureKind.TOKEN_REFUSED, 401, words)
    assert failure.server == Server(stub.url).domain


def test_a_reason_of_70_kb_is_cut_to_500_characters() -> None:
    with RawHttpServer(answering(http(b"", b"401 " + "añ".encode() * 24_000))) as stub:
        failure = why_not_read(stub.url)
    assert failure.kind is FailureKind.TOKEN_REFUSED
    assert failure.words == "añ" * 249 + "a…"


def test_a_status_message_goes_before_the_reason() -> None:
    body = '{"success": false, "statusMessage": " Sesión\\u0000 cerrada\\n"}'.encode()
    with RawHttpServer(answering(http(body, b"401 Bad token"))) as stub:
        assert why_not_read(stub.url).words == "Sesión cerrada"


@pytest.mark.parametrize("body", [HTML, b"[]", b"5", b'{"statusMessage": ""}', b'{"statusMessage": null}', b"\xff"])
def test_a_body_that_says_nothing_leaves_the_reason(body: bytes) -> None:
    with RawHttpServer(answering(http(body, b"401 Bad token"))) as stub:
        assert why_not_read(stub.url).words == "Bad token"


@pytest.mark.parametrize(
    ("said", "kind"), [(b"false", FailureKind.REFUSED), (b'"false"', FailureKind.UNCLEAR), (b"1", FailureKind.UNCLEAR)]
)
def test_success_false_is_a_refusal_in_the_servers_words(said: bytes, kind: FailureKind) -> None:
    with RawHttpServer(answering(http(b'{"success": ' + said + b', "statusMessage": "<b>Locked</b>"}'))) as stub:
        failure = why_not_read(stub.url)
    assert (failure.kind, failure.words, failure.reach) == (kind, "<b>Locked</b>", RequestReach.ANSWERED)


def test_success_false_beside_another_case_is_a_refusal() -> None:
    with RawHttpServer(answering(http(b'{"success": false, "id": 204}'))) as stub:
        assert why_not_read(stub.url).kind is FailureKind.REFUSED


@pytest.mark.parametrize(
    "said", [b"", b'"success": false, ', b'"success": 1, ', b'"success": true, ', b'"success": null, ']
)
def test_with_any_other_success_the_case_decides(said: bytes) -> None:
    with RawHttpServer(answering(http(b"{" + said + CASE[1:]))) as stub:
        assert read(stub.url).state == "Arrived"


NOT_THE_API = {
    "html": HTML,
    "nothing": b"",
    "a list": b"[" + CASE + b"]",
    "an empty object": b"{}",
    "success without a case": b'{"success": true, "case_id": 203}',
    "success 1 without a case": b'{"success": 1}',
    "too deep": b"[" * 100_000,
    "too deep inside": b'{"id": 203, "x": ' + b"[" * 100_000 + b"]" * 100_000 + b"}",
    "NaN": b'{"id": 203, "x": NaN}',
    "a lone surrogate": b'{"id": 203, "x": "\\ud800"}',
    "invalid UTF-8": b'{"id": 203, "x": "\xff"}',
    "UTF-16": '{"id": 203}'.encode("utf-16"),
}


@pytest.mark.parametrize("name", NOT_THE_API)
def test_a_200_that_is_no_case_is_not_the_api(name: str) -> None:
    with RawHttpServer(answering(http(NOT_THE_API[name]))) as stub:
        failure = why_not_read(stub.url)
    assert (failure.kind, failure.status, failure.words) == (FailureKind.NOT_THE_API, 200, "")


def test_exact_text_comes_through() -> None:
    body = b'\xef\xbb\xbf{"id": 203, "subject": "a", "n": ' + b"9" * 5000 + b', "subject": "\\u2028\\u0000<b>"}'
    with RawHttpServer(answering(http(body))) as stub:
        case = read(stub.url)
    assert (case.subject, case.attributes["n"].text) == ("\u2028\0<b>", "9" * 5000)


@pytest.mark.parametrize(
    "status", [b"500 Oops", b"502 Bad Gateway", b"503 Service Unavailable", b"201 Created", b"299 x"]
)
def test_html_with_a_status_that_is_no_answer_is_a_broken_server(status: bytes) -> None:
    with RawHttpServer(answering(http(HTML, status))) as stub:
        failure = why_not_read(stub.url)
    assert (failure.kind, failure.status) == (FailureKind.SERVER_BROKEN, int(status[:3]))
    assert "<" not in failure.words


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (400, FailureKind.REFUSED),
        (403, FailureKind.REFUSED),
        (404, FailureKind.NOT_FOUND),
        (413, FailureKind.TOO_LARGE_TO_SEND),
        (418, FailureKind.UNCLEAR),
    ],
)
def test_each_refusing_status_has_its_kind(status: int, kind: FailureKind) -> None:
    with RawHttpServer(answering(http(b'{"statusMessage": "no"}', b"%d x" % status))) as stub:
        failure = why_not_read(stub.url)
    assert (failure.kind, failure.status, failure.words) == (kind, status, "no")


@pytest.mark.parametrize("status", [300, 301, 302, 303, 307, 308])
def test_a_redirect_is_not_followed(status: int) -> None:
    with RawHttpServer(answering(http(CASE))) as other:
        place = f"Location: {other.url}/api/v2/case/203?access_token=x#y".encode()
        with RawHttpServer(answering(http(b"", b"%d Elsewhere" % status, place))) as stub:
            failure = why_not_read(stub.url)
        assert other.connections == 0
    assert (failure.kind, failure.status) == (FailureKind.REDIRECTED, status)
    assert failure.words == f"{other.url}/api/v2/case/203"


@pytest.mark.parametrize("other", [b"204", b'"2030"', b"null", b'""', b'{"a": 203}', b"203.5", b"2.03e3"])
def test_another_cases_id_is_an_error(other: bytes) -> None:
    with RawHttpServer(answering(http(b'{"id": ' + other + b', "subject": "x"}'))) as stub:
        assert why_not_read(stub.url).kind is FailureKind.OTHER_CASE


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        (None, 0),
        (b"5", 5),
        (b"0", 0),
        (b"999999", 300),
        (b"9" * 5000, 300),
        (b"Wed, 21 Oct 2015 07:28:00 GMT", 60),
        (b"soon", 60),
        (b"-5", 60),
        (b"1.5", 60),
        ("５".encode(), 60),
        (b"", 0),
    ],
)
def test_too_many_requests_tell_when_to_come_again(header: bytes | None, seconds: int) -> None:
    headers = () if header is None else (b"Retry-After: " + header,)
    with RawHttpServer(answering(http(b"", b"429 Too Many Requests", *headers))) as stub:
        failure = why_not_read(stub.url)
    assert (failure.kind, failure.retry_after, failure.words) == (FailureKind.TOO_MANY, seconds, "")
    assert len(stub.asked) == 1


def test_a_call_without_a_token_is_not_made() -> None:
    with RawHttpServer(answering(http(CASE))) as stub:
        server = Server(stub.url.replace("127.0.0.1", "localhost"))
        failure = why(lambda: run(lambda gateway: gateway.read_case(server, "203"), stub.url))
        assert stub.connections == 0
    assert (failure.kind, failure.reach) == (FailureKind.TOKEN_MISSING, RequestReach.UNSENT)


def test_a_token_that_was_dismissed_is_not_used_again() -> None:
    with RawHttpServer(answering(http(CASE))) as stub:

        async def work(gateway: Gateway) -> None:
            gateway.dismiss(Server(stub.url))
            await gateway.read_case(Server(stub.url), "203")

        assert why(lambda: run(work, stub.url)).kind is FailureKind.TOKEN_MISSING
        assert stub.connections == 0


def test_searching_lists_cases_and_how_many_there_are(demo: DemoServer) -> None:
    parameters = (("count", "2"), ("order_by", "id"), ("order_dir", "ASC"))
    cases, total = run(lambda gateway: gateway.search(Server(demo.url), parameters), demo.url, token=demo.token)
    assert len(cases) == 2
    assert total is not None
    assert total > 2
    assert demo.requests[0].params == (("access_token", demo.token), *parameters)


def test_a_search_that_answers_a_huge_total_does_no_harm() -> None:
    body = b'{"items": [' + CASE + b'], "total": ' + b"9" * 5000 + b"}"
    with RawHttpServer(answering(http(body))) as stub:
        cases, total = run(lambda gateway: gateway.search(Server(stub.url), ()), stub.url)
    assert (cases[0].id, total) == ("203", None)


def test_a_search_that_is_refused_is_told_in_the_servers_words() -> None:
    with RawHttpServer(answering(http(b'{"success": false, "statusMessage": "order_by: no such field"}'))) as stub:
        failure = why(lambda: run(lambda gateway: gateway.search(Server(stub.url), ()), stub.url))
    assert (failure.kind, failure.words) == (FailureKind.REFUSED, "order_by: no such field")


def test_a_server_without_a_search_is_no_missing_case() -> None:
    with RawHttpServer(answering(http(b'{"statusMessage": "no such call"}', b"404 Not Found"))) as stub:
        failure = why(lambda: run(lambda gateway: gateway.search(Server(stub.url), ()), stub.url))
    assert (failure.kind, failure.words) == (FailureKind.REFUSED, "no such call")


def test_a_bare_list_of_cases_says_no_total() -> None:
    with RawHttpServer(answering(http(b" [" + CASE + b"]"))) as stub:
        cases, total = run(lambda gateway: gateway.search(Server(stub.url), ()), stub.url)
    assert ([case.id for case in cases], total) == (["203"], None)


@pytest.mark.parametrize("key", ["data", "items"])
def test_a_list_that_says_false_and_holds_cases_all_the_same_is_no_rejection(key: str) -> None:
    with RawHttpServer(answering(http(b'{"success": false, "%s": [%s]}' % (key.encode(), CASE)))) as stub:
        cases, total = run(lambda gateway: gateway.search(Server(stub.url), ()), stub.url)
    assert ([case.id for case in cases], total) == (["203"], None)


def test_a_list_that_says_false_and_holds_none_is_a_rejection() -> None:
    with RawHttpServer(answering(http(b'{"success": false, "items": [], "statusMessage": "No"}'))) as stub:
        failure = why(lambda: run(lambda gateway: gateway.search(Server(stub.url), ()), stub.url))
    assert (failure.kind, failure.words) == (FailureKind.REFUSED, "No")
