"""Mistakes of an agent: each gets one clear sentence and leaves the window unchanged."""

import socket

import pytest

from tests.end_to_end.conftest import StartProgram
from tests.end_to_end.desktop import Desktop
from tests.end_to_end.typed_case_fixture import TOKEN, TypedCaseFixture
from tests.support.http_stub import HttpStub, answer

HTML = b"<html><body><h1>Welcome to the delivery network</h1></body></html>"
NO_ADDRESS = "That isn't a server address. Addresses look like https://example.org."
NOT_IN = "You aren't signed in."


# Case id or link.


@pytest.mark.parametrize(
    ("texts", "sentence"),
    [
        (("", " # ", "caseeditor:"), "Enter a case ID or a case link."),
        (("-5", "20 3", "٢٠٣", "2.0"), "That isn't a case ID. IDs are numbers, like 203."),
        (
            ("https://x/contact/5", "https://x/case/", "http://[::1/case/5", "file:///case/5"),
            "That link doesn't lead to a case.",
        ),
    ],
    ids=["nothing", "no number", "no case's link"],
)
def test_what_names_no_case_is_said_and_stays_to_be_corrected(
    typed_case: TypedCaseFixture, texts: tuple[str, ...], sentence: str
) -> None:
    for text in texts:
        before = typed_case.editor.times_announced(sentence)
        typed_case.editor.open_case(text)
        typed_case.editor.wait_announced(sentence, times=before + 1)
        assert typed_case.editor.status().startswith(sentence)
        assert typed_case.editor.text("Case id or link") == text
        assert typed_case.editor.focused()[0] == "Case id or link"
    typed_case.goes_on(tabs=0)


def test_a_case_the_server_does_not_know_is_said_and_can_be_tried_again(typed_case: TypedCaseFixture) -> None:
    typed_case.stub.replies["case/404"] = answer({"success": False, "statusMessage": "No such case"}, b"404 Not Found")
    typed_case.editor.open_case("404")
    said = typed_case.editor.wait_status("has no such case")
    assert said == (f"{typed_case.stub.domain} has no such case: “No such case”. The case wasn't opened.")
    del typed_case.stub.replies["case/404"]
    typed_case.editor.open_case("404")
    typed_case.editor.wait_title("Subject of 404 – 404 –")
    typed_case.goes_on()


# Signing in.


def test_a_server_that_can_not_be_one_is_said_and_the_account_stays(typed_case: TypedCaseFixture) -> None:
    ask_for_sign_in(typed_case)
    for server in ("not a server", "ftp://127.0.0.1", "http://", "https://me:secret@example.org", "https://x.org:port"):
        before = typed_case.editor.times_announced(NO_ADDRESS)
        sign_in(typed_case, server, "any")
        typed_case.editor.wait_announced(NO_ADDRESS, times=before + 1)
        assert typed_case.editor.status() == NO_ADDRESS
        assert typed_case.editor.text("Server") == server
    leave_dialog(typed_case)
    typed_case.goes_on(tabs=0)


def test_plain_http_to_a_far_host_is_refused(typed_case: TypedCaseFixture) -> None:
    ask_for_sign_in(typed_case)
    sign_in(typed_case, "http://far.example", TOKEN)
    typed_case.editor.wait_status("far.example would use plain http, which others can read. Use its https address.")
    leave_dialog(typed_case)
    typed_case.goes_on(tabs=0)


def test_plain_http_is_refused_before_a_connection_is_made(typed_case: TypedCaseFixture) -> None:
    with HttpStub() as other:
        by_another_name = other.domain.replace("127.0.0.1", "0.0.0.0")  # noqa: S104 - not a loopback address, but it reaches the loopback
        ask_for_sign_in(typed_case)
        sign_in(typed_case, f"http://{by_another_name}", TOKEN)
        typed_case.editor.wait_status(f"{by_another_name} would use plain http")
        leave_dialog(typed_case)
    assert other.connections == 0
    typed_case.goes_on(tabs=0)


def test_a_server_that_is_not_there_is_said(typed_case: TypedCaseFixture) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        domain = f"127.0.0.1:{listener.getsockname()[1]}"
    ask_for_sign_in(typed_case)
    sign_in(typed_case, f"http://{domain}", "any")
    typed_case.editor.wait_status(f"{domain} can't be reached. {NOT_IN}")
    leave_dialog(typed_case)
    typed_case.goes_on(tabs=0)


def test_a_server_that_is_something_else_is_said(typed_case: TypedCaseFixture) -> None:
    with HttpStub({"me": answer(HTML)}) as other:
        ask_for_sign_in(typed_case)
        sign_in(typed_case, other.url, "any")
        typed_case.editor.wait_status(f"The answer from {other.domain} isn't from a Social Gateway. {NOT_IN}")
        leave_dialog(typed_case)
    typed_case.goes_on(tabs=0)


@pytest.mark.parametrize(
    "reply",
    [
        pytest.param(answer(b"", "401 Símbolo inválido".encode()), id="401"),
        pytest.param(
            answer({"success": True, "statusMessage": "Símbolo inválido", "logged_in": False}), id="not logged in"
        ),
    ],
)
def test_a_wrong_token_is_said_in_the_servers_words_and_not_kept(
    desktop: Desktop, typed_case: TypedCaseFixture, reply: object
) -> None:
    with HttpStub({"me": reply}) as other:  # type: ignore[dict-item]  # a Reply
        ask_for_sign_in(typed_case)
        sign_in(typed_case, other.url, "wrong")
        typed_case.editor.wait_status(f"{other.domain} doesn't accept the access token: “Símbolo inválido”. {NOT_IN}")
        leave_dialog(typed_case)
        assert desktop.read_secret("caseeditor", other.url) is None
    typed_case.goes_on(tabs=0)


def test_an_empty_server_or_token_is_asked_for(typed_case: TypedCaseFixture) -> None:
    ask_for_sign_in(typed_case)
    sign_in(typed_case, "", TOKEN)
    typed_case.editor.wait_status("Enter the address of your Social Gateway.")
    typed_case.editor.wait_announced("Enter the address of your Social Gateway.")
    typed_case.editor.wait_focus("Server")
    sign_in(typed_case, typed_case.stub.url, "")
    typed_case.editor.wait_status("Paste the access token.")
    typed_case.editor.wait_announced("Paste the access token.")
    typed_case.editor.wait_focus("Access token")
    leave_dialog(typed_case)
    typed_case.goes_on(tabs=0)


def ask_for_sign_in(typed_case: TypedCaseFixture) -> None:
    typed_case.editor.menu("File", "Sign in")
    typed_case.editor.wait_for("dialog", "Sign in")


def sign_in(typed_case: TypedCaseFixture, server: str, token: str) -> None:
    typed_case.editor.set_text("Server", server)
    typed_case.editor.set_text("Access token", token)
    typed_case.editor.click("Sign in", window="Sign in")


def leave_dialog(typed_case: TypedCaseFixture) -> None:
    typed_case.editor.click("Cancel", window="Sign in")
    typed_case.editor.gone("dialog", "Sign in")


def test_without_a_token_signing_in_comes_by_itself_with_the_server_filled_in(program: StartProgram) -> None:
    with HttpStub() as stub:
        editor = program("--server", stub.url, "203")
        editor.wait_for("dialog", "Sign in")
        assert editor.text("Server") == stub.url
        assert editor.text("Access token") == ""
        editor.wait_focus("Access token")
        assert stub.heard == []
        editor.set_text("Access token", TOKEN)
        editor.press("Return")
        editor.wait_title("– 203 –")


def test_without_a_server_signing_in_asks_for_it_and_takes_none_of_a_link(program: StartProgram) -> None:
    editor = program()
    editor.wait_for("dialog", "Sign in")
    assert editor.text("Server") == ""
    editor.wait_focus("Server")
    editor.press("Escape")
    editor.gone("dialog", "Sign in")
    editor.open_case("https://example.org/case/203")
    editor.wait_for("dialog", "Sign in")
    assert editor.text("Server") == ""


# Links to another server.


def test_a_link_to_another_server_is_asked_about_once(desktop: Desktop, program: StartProgram) -> None:
    with HttpStub() as stub, HttpStub() as other:
        desktop.store_secret("caseeditor", stub.url, TOKEN)
        typed_case = TypedCaseFixture(program("--server", stub.url), stub)
        typed_case.type_in_a_case()
        typed_case.editor.open_case(f"{other.url}/case/31")
        typed_case.editor.wait_status(f"This link leads to {other.domain}, but you are signed in to {stub.domain}.")
        assert typed_case.editor.exists("push button", "Sign in there…")
        typed_case.editor.click("Open it here")
        typed_case.editor.wait_title("– 31 –")
        typed_case.goes_on()
        typed_case.editor.open_case(f"{other.url}/case/32")
        typed_case.editor.wait_title("– 32 –")
        typed_case.editor.terminate()
        assert typed_case.editor.wait_exit() == 0
        again = program()
        again.open_case(f"{other.url}/case/33")
        again.wait_title("– 33 –")
        assert [f"GET case/{number}" in stub.heard for number in (31, 32, 33)] == [True] * 3
        assert other.heard == []


def test_signing_in_where_a_link_leads_opens_it_there_and_either_server_is_known_from_then_on(
    desktop: Desktop, program: StartProgram
) -> None:
    with HttpStub() as stub, HttpStub() as other:
        desktop.store_secret("caseeditor", stub.url, TOKEN)
        typed_case = TypedCaseFixture(program("--server", stub.url), stub)
        typed_case.type_in_a_case()
        typed_case.editor.open_case(f"{other.url}/case/31")
        typed_case.editor.click("Sign in there…")
        typed_case.editor.wait_for("dialog", "Sign in")
        assert typed_case.editor.text("Server") == ""
        typed_case.editor.set_text("Server", other.url)
        typed_case.editor.set_text("Access token", f"{TOKEN}2")
        typed_case.editor.click("Sign in", window="Sign in")
        typed_case.editor.wait_title("– 31 –")
        assert other.heard[:2] == ["GET me", "GET case/31"]
        typed_case.editor.open_case(f"{stub.url}/case/32")
        typed_case.editor.wait_title("– 32 –")
        assert "GET case/32" in stub.heard
        for _ in range(2):
            typed_case.editor.menu("File", "Close case")
        assert typed_case.is_untouched()
        typed_case.editor.terminate()
        assert typed_case.editor.wait_exit() == 0
        again = program()
        for number, server in ((33, stub), (34, other)):
            again.open_case(f"{server.url}/case/{number}")
            again.wait_title(f"– {number} –")
            assert f"GET case/{number}" in server.heard
