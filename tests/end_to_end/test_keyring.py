"""A locked or absent keyring: the window stays responsive, and the token lasts until the program ends."""

import pytest

from caseeditor.demo.server import DemoServer
from tests.end_to_end.conftest import QUICK, StartProgram
from tests.end_to_end.desktop import Desktop
from tests.end_to_end.program import Program
from tests.end_to_end.typed_case_fixture import TOKEN
from tests.support.http_stub import HttpStub

ABSENT = "keyring.backends.fail.Keyring"
FORGETFUL = "keyring.backends.null.Keyring"
SESSION_ONLY = "The token is used for this session only."


@pytest.mark.parametrize("backend", [ABSENT, FORGETFUL])
def test_without_a_keyring_signing_in_is_for_this_session_and_says_so(program: StartProgram, backend: str) -> None:
    with HttpStub() as stub:
        editor = program("--server", stub.url, env={"PYTHON_KEYRING_BACKEND": backend})
        editor.wait_for("dialog", "Sign in")
        editor.set_text("Access token", TOKEN)
        assert editor.is_checked("Keep in the system keyring")
        editor.click("Sign in", window="Sign in")
        editor.wait_status(f"Signed in: support. This computer has no keyring service. {SESSION_ONLY}")
        editor.open_case("203")
        editor.wait_title("– 203 –")
        assert TOKEN not in editor.written()
        editor.terminate()
        assert editor.wait_exit() == 0
        again = program("--server", stub.url, env={"PYTHON_KEYRING_BACKEND": backend})
        again.wait_for("dialog", "Sign in")


def test_a_keyring_nobody_unlocks_stops_neither_the_window_nor_signing_in_nor_closing(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    with Desktop() as desktop, HttpStub() as stub:
        desktop.store_secret("caseeditor", stub.url, TOKEN)
        desktop.lock_keyring()
        home = tmp_path_factory.mktemp("home")
        with Program(desktop, "--server", stub.url, "203", home=home, command=QUICK) as editor:
            editor.wait_title("Case Editor")
            editor.set_text("Case id or link", "https://x/contact/5")  # the prompt gets all keys
            editor.click("Open case")
            editor.wait_announced("That link doesn't lead to a case.")
            editor.wait_for("dialog", "Sign in")
            editor.set_text("Access token", TOKEN)
            editor.click("Sign in", window="Sign in")
            editor.gone("dialog", "Sign in")
            editor.until("that it is for this session", lambda: SESSION_ONLY in " ".join(editor.announcements()))
            editor.wait_title("– 203 –")
            editor.close_window()
            assert editor.wait_exit(4) == 0
            assert TOKEN not in editor.written()


def test_signing_out_forgets_the_token_and_what_is_open_stays(desktop: Desktop, program: StartProgram) -> None:
    with DemoServer(token=TOKEN) as server:
        desktop.store_secret("caseeditor", server.url, TOKEN)
        editor = program("--server", server.url, "203")
        editor.wait_title("– 203 –")
        editor.set_text("Subject", "Otro asunto")
        editor.menu("File", "Sign out")
        editor.wait_status("Signed out.")
        assert desktop.read_secret("caseeditor", server.url) is None
        assert editor.text("Subject") == "Otro asunto"
        editor.click("Submit")
        editor.wait_for("dialog", "Sign in")
        assert [request for request in server.requests if request.method == "POST"] == []
        editor.set_text("Access token", TOKEN)
        editor.uncheck("Keep in the system keyring")
        editor.click("Sign in", window="Sign in")
        editor.wait_status("Submitted: stored at")
        assert server.case(203)["subject"] == "Otro asunto"
        assert desktop.read_secret("caseeditor", server.url) is None


@pytest.mark.parametrize("named", [(), ("203",)])
def test_after_signing_out_the_next_start_still_says_what_its_tabs_are_about(
    desktop: Desktop, program: StartProgram, named: tuple[str, ...]
) -> None:
    with DemoServer(token=TOKEN) as server:
        desktop.store_secret("caseeditor", server.url, TOKEN)
        editor = program("--server", server.url, "203", command=QUICK)
        editor.wait_title("– 203 –")
        editor.set_text("New note", "Nobody else's")
        editor.wait_label("saved as a draft")
        editor.open_case("210")  # a single case has no tab
        editor.wait_status("Case 210 opened")
        editor.press("ctrl+Prior")
        editor.wait_title("– 203 –")
        editor.menu("File", "Sign out")
        editor.wait_status("Signed out.")
        editor.close_window()
        assert editor.wait_exit() == 0
        again = program(*named, command=QUICK)
        again.wait_label("Case 203 isn't open.")
        again.wait_title("Necesito ayuda !!! – 203 – Case Editor")
        assert again.exists("page tab", "203 Necesito ayuda !!! •")
        assert again.labels("Necesito ayuda !!!")
        assert "Nobody else" not in again.desktop.ask("dump", again.pid)
