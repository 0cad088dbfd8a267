"""Signing out, and a second user of the same server: drafts and submissions stay with their user."""

from collections.abc import Iterator
from urllib.parse import quote

import pytest

from tests.end_to_end.conftest import QUICK, StartProgram
from tests.end_to_end.delivery_fixture import TwoUsers, outbox, posts, sent, submit_note, updates
from tests.end_to_end.desktop import Desktop
from tests.end_to_end.program import Program
from tests.end_to_end.typed_case_fixture import TOKEN

LUCIAS_TOKEN = "lucia/token+78="  # noqa: S105 - the test server's


@pytest.fixture
def two_users(desktop: Desktop) -> Iterator[TwoUsers]:
    """Run a Social Gateway with support's token in the keyring; lucia has a token too."""
    with TwoUsers(token=TOKEN, user="support", other_token=LUCIAS_TOKEN, other_user="lucia") as running:
        desktop.store_secret("caseeditor", running.url, TOKEN)
        yield running


@pytest.fixture
def editor(program: StartProgram, two_users: TwoUsers) -> Program:
    """Show support's case 210 with a subject submitted while signed out, so that it waits."""
    editor = program("--server", two_users.url, "210", command=QUICK)
    editor.wait_title("– 210 –")
    editor.wait_label("support ·")
    editor.menu("File", "Sign out")
    editor.wait_status("Signed out.")
    editor.set_text("Subject", "By support")
    editor.click("Submit")
    editor.wait_for("dialog", "Sign in")
    return editor


def sign_in(editor: Program, token: str, user: str) -> None:
    if not editor.exists("dialog", "Sign in"):
        editor.menu("File", "Sign in")
    editor.set_text("Access token", token)
    editor.click("Sign in", window="Sign in")
    editor.gone("dialog", "Sign in")
    editor.wait_label(f"{user} ·")


def test_another_user_sends_her_own_and_not_what_waits(editor: Program, two_users: TwoUsers) -> None:
    assert outbox(editor) == ["210 · Waiting"]
    sign_in(editor, LUCIAS_TOKEN, "lucia")
    editor.open_case("211")
    editor.wait_title("– 211 –")
    submit_note(editor, "By lucia")
    editor.wait_status("Submitted: stored at")
    assert two_users.case(211)["notes"][-1]["userName"] == "lucia"
    assert posts(two_users, 210) == []
    assert outbox(editor) == ["210 · Waiting"]
    sign_in(editor, TOKEN, "support")
    editor.until("that nothing waits", lambda: outbox(editor) == [])
    (request,) = posts(two_users, 210)
    assert sent(request) == [("subject", "By support")]
    assert ("access_token", TOKEN) in request.params
    assert two_users.case(210)["updated_by"] == "support"
    for token in (TOKEN, LUCIAS_TOKEN):
        assert token not in editor.written()
        assert quote(token, safe="") not in editor.written()


def test_what_waits_for_one_user_is_not_asked_of_another_at_her_next_start(
    editor: Program, program: StartProgram, two_users: TwoUsers
) -> None:
    sign_in(editor, LUCIAS_TOKEN, "lucia")
    editor.terminate()
    assert editor.wait_exit(3) == 0
    again = program(command=QUICK)
    again.wait_label("lucia ·")
    again.open_case("212")
    again.wait_title("– 212 –")
    submit_note(again, "By lucia")
    again.wait_status("Submitted: stored at")
    assert not again.exists("dialog", "Sign in")
    assert posts(two_users, 210) == []
    assert outbox(again) == ["210 · Waiting"]


def test_what_another_user_types_in_a_tab_that_was_open_is_hers(editor: Program, two_users: TwoUsers) -> None:
    sign_in(editor, LUCIAS_TOKEN, "lucia")
    editor.open_case("210")
    submit_note(editor, "By lucia")
    sign_in(editor, TOKEN, "support")
    editor.until("support's change", lambda: two_users.case(210)["subject"] == "By support")
    sign_in(editor, LUCIAS_TOKEN, "lucia")
    editor.until("lucia's note", lambda: [("note", "By lucia")] in updates(two_users, 210))
    note = two_users.case(210)["notes"][-1]
    assert (note["text"], note["userName"]) == ("By lucia", "lucia")


def test_another_user_does_not_see_a_draft_that_is_not_hers(program: StartProgram, two_users: TwoUsers) -> None:
    editor = program("--server", two_users.url, "210", command=QUICK)
    editor.wait_title("– 210 –")
    editor.wait_label("support ·")
    editor.set_text("New note", "A draft of support")
    editor.wait_label("saved as a draft at")
    editor.press("ctrl+w")
    sign_in(editor, LUCIAS_TOKEN, "lucia")
    editor.open_case("210")
    editor.wait_title("– 210 –")
    assert editor.text("New note") == ""
    editor.press("ctrl+w")
    sign_in(editor, TOKEN, "support")
    editor.open_case("210")
    editor.wait_text("New note", "A draft of support")
