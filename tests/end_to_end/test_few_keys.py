"""The main job by keyboard alone, from the focus after the start, with few key presses."""

import http
import urllib.parse
import urllib.request

from caseeditor.demo.server import DemoServer
from tests.end_to_end.conftest import StartProgram
from tests.end_to_end.delivery_fixture import posts, sent
from tests.end_to_end.test_queue import queue_of, server_id, shows

MOST = 14
MOST_FROM_THE_QUEUE = 8
MOST_FOR_AN_ATTRIBUTE = 4
"""Maximum of key presses beyond the text itself; a chord counts as one."""


def test_the_main_job_takes_few_key_presses_beyond_the_text(program: StartProgram, server: DemoServer) -> None:
    editor = program("--server", server.url)
    pressed: list[str] = []

    def press(*keys: str) -> None:
        pressed.extend(keys)
        editor.press(*keys)

    editor.wait_focus("Case id or link")
    editor.type_text("210")
    press("Return")
    editor.wait_title("– 210 –")
    editor.wait_focus("Subject")
    press("ctrl+a")
    editor.type_text("Pedido nuevo")
    press("ctrl+3")
    editor.wait_focus("New note")
    editor.type_text("llamar")
    press("ctrl+2")
    editor.wait_focus("New tag")
    editor.type_text("urgente")
    press("ctrl+4")
    editor.type_text("prioridad")
    press("Tab")
    editor.type_text("alta")
    press("ctrl+Return")
    editor.wait_status("Submitted: stored at")
    (update,) = posts(server, 210)
    assert sent(update) == [
        ("subject", "Pedido nuevo"),
        ("tag", "urgente"),
        ("note", "llamar"),
        ("prioridad", "alta"),
    ]
    assert len(pressed) <= MOST


def test_a_case_of_the_queue_takes_still_fewer_and_the_next_one_is_open_then(
    program: StartProgram, server: DemoServer
) -> None:
    editor, _ = queue_of(program, server)
    case, following = server_id(editor, 0), server_id(editor, 1)
    pressed: list[str] = []

    def press(*keys: str) -> None:
        pressed.extend(keys)
        editor.press(*keys)

    press("F8")
    shows(editor, case)
    editor.wait_focus("Subject")
    press("ctrl+a")
    editor.type_text("Pedido nuevo")
    press("ctrl+3")
    editor.wait_focus("New note")
    editor.type_text("llamar")
    press("ctrl+2")
    editor.wait_focus("New tag")
    editor.type_text("urgente")
    press("ctrl+4")
    editor.type_text("canal")
    press("Tab")
    editor.type_text("tienda")
    press("ctrl+shift+Return")
    shows(editor, following)
    (update,) = editor.until("the update", lambda: posts(server, int(case)))
    editor.gone("push button", f"Close case {case}")
    assert sent(update) == [("subject", "Pedido nuevo"), ("tag", "urgente"), ("note", "llamar"), ("canal", "tienda")]
    print(f"{len(pressed)} presses: {pressed}")  # noqa: T201 - with -s
    assert len(pressed) <= MOST_FROM_THE_QUEUE


def test_an_existing_attribute_is_changed_by_few_keys(program: StartProgram, server: DemoServer) -> None:
    posted = urllib.parse.urlencode({"prioridad": "media", "access_token": server.token}).encode()
    with urllib.request.urlopen(f"{server.url}/api/v2/case/210", posted, timeout=5) as answer:  # noqa: S310 - our server
        assert answer.status == http.HTTPStatus.OK
    before = len(posts(server, 210))
    editor = program("--server", server.url)
    pressed: list[str] = []

    def press(*keys: str) -> None:
        pressed.extend(keys)
        editor.press(*keys)

    editor.open_case("210")
    editor.wait_title("– 210 –")
    press("ctrl+4")
    editor.type_text("pri")
    editor.until("the suggestions", lambda: [each for each in editor.items("Suggestions") if "prioridad" in each.name])
    assert any(said.startswith("Suggestions: ") for said in editor.announcements())
    press("Tab")
    editor.type_text("alta")
    press("ctrl+Return")
    editor.wait_status("Submitted: stored at")
    (update,) = posts(server, 210)[before:]
    assert sent(update) == [("prioridad", "alta")]
    assert len(pressed) <= MOST_FOR_AN_ATTRIBUTE
