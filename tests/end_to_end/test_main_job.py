"""The main job in a real window, driven through the accessibility bus: real server, real keyring."""

from caseeditor.demo.server import DemoServer
from tests.end_to_end.conftest import StartProgram
from tests.end_to_end.delivery_fixture import posts, sent, updates
from tests.end_to_end.desktop import Desktop
from tests.end_to_end.program import Item
from tests.end_to_end.typed_case_fixture import TOKEN


def test_subject_notes_tags_and_attributes_reach_the_server_exactly_once(
    program: StartProgram, server: DemoServer
) -> None:
    editor = program("--server", server.url)
    editor.wait_for("text", "Case id or link")
    editor.set_text("Case id or link", "210")
    editor.click("Open case")
    editor.wait_title("– 210 – Case Editor")
    editor.wait_status("Case 210 opened")
    editor.wait_focus("Subject")
    before = server.case(210)
    tag, attribute = before["tags"][0], next(name for name in before if name == "plan")

    editor.set_text("Subject", "Año nuevo: 支払い 😀")
    editor.set_text("New note", "Primera nota\ncon dos líneas")
    editor.click("Add note")
    editor.set_text("New note", "Segunda nota")
    editor.click("Add note")
    editor.set_text("New tag", "urgente")
    editor.click("Add tag")
    editor.click(f"Remove tag {tag}")
    rows = editor.table("Attributes")
    names = [row[0] for row in rows]
    editor.type_into_cell("Attributes", names.index(attribute), 1, "Pyme")
    editor.type_into_cell("Attributes", len(rows) - 1, 0, "prioridad")
    editor.type_into_cell("Attributes", len(rows) - 1, 1, "+54 11 4862")

    assert editor.headers("Attributes")[:2] == ["Name", "Value"]
    assert Item("urgente", "to be added") in editor.items("Tags")
    assert Item(tag, "to be removed") in editor.items("Tags")
    assert not posts(server, 210)

    editor.click("Submit")
    editor.wait_status("Submitted: stored at")
    editor.wait_announced("Submitted: stored at")

    update, removal = posts(server, 210)
    assert update.path == "/api/v2/case/210"
    assert sent(update) == [
        ("subject", "Año nuevo: 支払い 😀"),
        ("tag", "urgente"),
        ("note", "Primera nota\ncon dos líneas"),
        ("note", "Segunda nota"),
        (attribute, "Pyme"),
        ("prioridad", "+54 11 4862"),
    ]
    assert ("access_token", TOKEN) in update.params
    assert (removal.path, sent(removal)) == ("/api/v2/case/210/tags", [("remove", tag)])
    held = server.case(210)
    assert held["subject"] == "Año nuevo: 支払い 😀"
    assert [note["text"] for note in held["notes"][-2:]] == ["Primera nota\ncon dos líneas", "Segunda nota"]
    assert held["tags"] == [*before["tags"][1:], "urgente"]
    assert (held[attribute], held["prioridad"]) == ("Pyme", "+54 11 4862")

    editor.close_window()
    assert editor.wait_exit() == 0
    assert TOKEN not in editor.output()


def test_the_contact_and_a_line_for_each_profile_are_shown(program: StartProgram, server: DemoServer) -> None:
    editor = program("--server", server.url, "203")
    editor.wait_title("Necesito ayuda !!! – 203 – Case Editor")
    lines = editor.tree("Contact and profiles")
    assert any("Juan Perez" in line for line in lines)
    assert any("twitter" in line and "Juan Perez" in line and "juanperez7010" in line for line in lines)
    editor.expand("Contact and profiles", next(line for line in lines if "twitter" in line))
    editor.until("the folded details", lambda: editor.tree("Contact and profiles"), lambda now: "followers: 436" in now)


def test_review_shows_exactly_what_is_sent_and_submits_it(program: StartProgram, server: DemoServer) -> None:
    editor = program("--server", server.url, "203")
    editor.wait_title("– 203 – Case Editor")
    editor.set_text("Subject", "Otro asunto")
    editor.click("Review changes")
    editor.wait_for("dialog", "Review changes")
    shown = editor.text("Exactly what is sent")
    assert f"POST {server.url}/api/v2/case/203" in shown
    assert "subject = Otro asunto" in shown
    assert TOKEN not in shown
    editor.click("Submit", window="Review changes")
    editor.wait_status("Submitted: stored at")
    assert updates(server, 203) == [[("subject", "Otro asunto")]]


def test_signing_in_keeps_the_token_in_the_keyring_once_the_server_accepts_it(
    desktop: Desktop, program: StartProgram
) -> None:
    with DemoServer(token=TOKEN, user="support") as server:
        editor = program("--server", server.url)
        editor.wait_for("dialog", "Sign in")
        assert editor.text("Server") == server.url
        editor.set_text("Access token", "wrong")
        editor.click("Sign in", window="Sign in")
        editor.wait_status("doesn't accept the access token")
        assert desktop.read_secret("caseeditor", server.url) is None
        editor.set_text("Access token", TOKEN)
        editor.click("Sign in", window="Sign in")
        editor.gone("dialog", "Sign in")
        editor.wait_status("Signed in: support")
        assert desktop.read_secret("caseeditor", server.url) == TOKEN
        assert TOKEN not in editor.output()


def test_a_session_that_expires_asks_for_a_token_and_the_edit_is_untouched(
    program: StartProgram, server: DemoServer
) -> None:
    editor = program("--server", server.url, "9007")
    editor.wait_title("– 9007 – Case Editor")
    editor.set_text("Subject", "Cambiado antes de expirar")
    editor.click("Submit")
    editor.wait_for("dialog", "Sign in")
    assert editor.text("Subject") == "Cambiado antes de expirar"
    editor.set_text("Access token", TOKEN)
    editor.click("Sign in", window="Sign in")
    editor.wait_status("Submitted: stored at")
    assert server.case(9007)["subject"] == "Cambiado antes de expirar"
