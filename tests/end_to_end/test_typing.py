"""Typed text reaches its field despite any interruption."""

from collections.abc import Iterator

import pytest

from tests.end_to_end.conftest import LONG_PAUSE, QUICK, StartProgram
from tests.end_to_end.desktop import Desktop
from tests.end_to_end.program import Program
from tests.end_to_end.typed_case_fixture import TOKEN, TypedCaseFixture
from tests.support.http_stub import Held, HttpStub, answer, case

NO_MORE = answer(b"", b"401 Token expired")
PIECES = ("Cliente llamó por ", "la factura de marzo", "\n", "y pide que se la ", "reenvíen hoy", "\n", "a su correo.")


@pytest.fixture
def stub(desktop: Desktop) -> Iterator[HttpStub]:
    with HttpStub() as stub:
        desktop.store_secret("caseeditor", stub.url, TOKEN)
        yield stub


def type_on(editor: Program, pieces: tuple[str, ...] = PIECES) -> str:
    """Type like an agent with their eyes on the keyboard; returns the typed text."""
    for piece in pieces:
        editor.type_text(piece)
    return "".join(pieces)


def test_a_note_goes_on_while_the_server_takes_the_token_no_more(stub: HttpStub, program: StartProgram) -> None:
    editor = program("--server", stub.url, "203", command=QUICK)
    editor.wait_title("– 203 –")
    editor.focus("New note")
    stub.replies["case/203"] = stub.replies["me"] = NO_MORE
    editor.type_text("primera")
    editor.press("ctrl+Return")
    typed = type_on(editor)
    assert not editor.exists("dialog", "Sign in")
    assert editor.text("New note") == typed
    assert editor.exists("push button", "Sign in…")
    editor.wait_for("dialog", "Sign in")
    assert editor.text("Access token") == ""
    assert editor.text("New note") == typed
    assert stub.tokens == {TOKEN}
    stub.replies.clear()
    editor.wait_focus("Access token")
    editor.type_text(TOKEN)
    editor.press("Return")
    editor.gone("dialog", "Sign in")
    editor.until("the first note", lambda: "POST case/203" in stub.heard)
    assert editor.text("New note") == typed
    assert stub.tokens == {TOKEN}


def test_signing_in_that_waits_for_a_pause_comes_at_once_when_it_is_asked_for(
    stub: HttpStub, program: StartProgram
) -> None:
    editor = program("--server", stub.url, "203", command=LONG_PAUSE)
    editor.wait_title("– 203 –")
    editor.focus("New note")
    stub.replies["case/203"] = stub.replies["me"] = NO_MORE
    editor.type_text("primera")
    editor.press("ctrl+Return")
    editor.wait_for("push button", "Sign in…")
    editor.type_text("segunda")
    editor.menu("File", "Sign in")
    editor.wait_for("dialog", "Sign in")
    assert editor.text("New note") == "segunda"


def test_a_token_is_asked_for_at_the_start_once_nobody_types(program: StartProgram) -> None:
    with HttpStub() as stranger:
        editor = program("--server", stranger.url)
        editor.wait_for("dialog", "Sign in")
        editor.press("Escape")
        editor.gone("dialog", "Sign in")
        editor.press("ctrl+l")
        editor.type_text("203")
        editor.press("Return")
        editor.press("ctrl+l")
        typed = type_on(editor, ("204 y ", "después ", "205"))
        assert not editor.exists("dialog", "Sign in")
        assert editor.text("Case id or link") == typed
        editor.wait_for("dialog", "Sign in")
        assert editor.text("Access token") == ""
        assert stranger.tokens == set()


def test_what_is_typed_for_case_id_or_link_stays_there_when_the_tab_comes_back(
    stub: HttpStub, program: StartProgram
) -> None:
    editor = program("--server", stub.url, "31")
    editor.wait_title("– 31 –")
    editor.terminate()
    assert editor.wait_exit() == 0
    held = stub.replies["case/31"] = Held(answer(case(31)))
    again = program()
    again.until("the tab's case is read", lambda: stub.heard.count("GET case/31") > 1)
    again.press("ctrl+l")
    held.let_go()
    again.wait_title("– 31 –")
    again.type_text("32")
    assert again.text("Case id or link") == "32"
    assert again.text("Subject") == "Subject of 31"
    again.press("Return")
    again.wait_title("– 32 –")
    again.wait_focus("Subject")


def test_the_tab_that_comes_back_has_the_focus_when_nobody_did_anything(stub: HttpStub, program: StartProgram) -> None:
    editor = program("--server", stub.url, "31")
    editor.wait_title("– 31 –")
    editor.wait_focus("Subject")
    editor.terminate()
    assert editor.wait_exit() == 0
    again = program()
    again.wait_title("– 31 –")
    again.wait_focus("Subject")


def test_a_late_case_takes_no_focus_from_another_field(stub: HttpStub, program: StartProgram) -> None:
    editor = program("--server", stub.url, "31")
    editor.wait_title("– 31 –")
    held = stub.replies["case/32"] = Held(answer(case(32)))
    editor.open_case("32")
    editor.until("the case is read", lambda: "GET case/32" in stub.heard)
    editor.press("ctrl+shift+f")
    editor.wait_focus("State")
    editor.type_text("Arr")
    held.let_go()
    editor.wait_title("– 32 –")
    editor.type_text("ived")
    assert editor.text("State") == "Arrived"
    assert editor.text("Subject") == "Subject of 32"


def test_a_second_start_waits_for_who_is_typing(stub: HttpStub, desktop: Desktop, program: StartProgram) -> None:
    editor = program("--server", stub.url, "31", command=QUICK)
    editor.wait_title("– 31 –")
    editor.focus("New note")
    editor.type_text("Una nota")
    with Program(desktop, "32", home=editor.home, command=QUICK) as second:
        typed = "Una nota"
        while second.running:
            editor.type_text(" x")
            typed += " x"
        typed += type_on(editor)
        assert editor.text("New note") == typed
        assert "– 31 –" in editor.titles()[0]
        assert editor.status() == "Opens when you stop typing: 32"
    editor.wait_title("– 32 –")
    editor.press("ctrl+w")
    editor.wait_title("– 31 –")
    assert editor.text("New note") == typed


@pytest.mark.parametrize(
    ("token", "words"),
    [
        ("Cliente llamó por la factura", "An access token has no spaces or line breaks. Copy it again."),
        ("ñandú", "An access token has only plain letters, digits and signs. Copy it again."),
        ("https://example.org/case/203", "This is an address, not an access token. Paste the token."),
        ("x" * 5000, "This is too long for an access token. Copy it again."),
    ],
)
def test_what_cant_be_a_token_is_sent_nowhere(typed_case: TypedCaseFixture, token: str, words: str) -> None:
    sent = set(typed_case.stub.tokens)
    typed_case.editor.menu("File", "Sign in")
    typed_case.editor.wait_for("dialog", "Sign in")
    with HttpStub() as other:
        typed_case.editor.set_text("Server", other.url)
        typed_case.editor.set_text("Access token", token)
        typed_case.editor.press("Return")
        typed_case.editor.wait_label(words)
        typed_case.editor.wait_focus("Access token")
        assert other.heard == []
    assert typed_case.stub.tokens == sent
    typed_case.editor.click("Cancel", window="Sign in")
    typed_case.editor.gone("dialog", "Sign in")
    typed_case.goes_on(tabs=0)
