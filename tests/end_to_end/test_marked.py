"""Editing one word of a subject or value that holds unprintable characters, as customers' mail does."""

import urllib.parse
import urllib.request

import pytest

from caseeditor.demo.server import DemoServer
from tests.end_to_end.conftest import StartProgram
from tests.end_to_end.program import Program

CASE = 210
LINE_BREAK = "↵ stands for a line break."


def hold(server: DemoServer, **fields: str) -> None:
    """Change the case on the server."""
    body = urllib.parse.urlencode({**fields, "access_token": server.token}).encode()
    with urllib.request.urlopen(f"{server.url}/api/v2/case/{CASE}", body) as answer:  # noqa: S310 - loopback
        answer.read()


def show(server: DemoServer, program: StartProgram) -> Program:
    editor = program("--server", server.url, str(CASE))
    editor.wait_title(f"– {CASE} –")
    editor.activate()
    return editor


@pytest.mark.parametrize(
    ("subject", "shown", "changed"),
    [
        ("Pedido\nllamar hoy", "Pedido↵llamar hoy", "Pedido\nllamar mañana"),
        ("Pedido\r\nllamar hoy", "Pedido↵llamar hoy", "Pedido\r\nllamar mañana"),
        ("Pedido\x0bllamar\u2028a hoy", "Pedido␋llamar⤶a hoy", "Pedido\x0bllamar\u2028a mañana"),
    ],
    ids=["LF", "CR LF", "Word's breaks"],
)
def test_one_word_of_a_subject_is_changed_by_keys_and_its_breaks_stay(
    server: DemoServer, program: StartProgram, subject: str, shown: str, changed: str
) -> None:
    hold(server, subject=subject)
    editor = show(server, program)
    assert editor.text("Subject") == shown
    editor.focus("Subject")
    editor.press("End", "ctrl+shift+Left")
    editor.type_text("mañana")
    editor.wait_text("Subject", shown.replace("hoy", "mañana"))
    editor.press("ctrl+Return")
    editor.wait_status("Submitted: stored at ")
    assert server.case(CASE)["subject"] == changed
    assert editor.text("Subject") == shown.replace("hoy", "mañana")


def test_a_mark_of_a_subject_is_deleted_and_explained(server: DemoServer, program: StartProgram) -> None:
    hold(server, subject="Pedido\r\nllamar hoy")
    editor = show(server, program)
    assert editor.wait_for("text", "Subject").description == LINE_BREAK
    assert editor.tool_tip("text", "Subject") == LINE_BREAK
    editor.focus("Subject")
    editor.press("Home", *["Right"] * len("Pedido↵"), "BackSpace", "space")
    editor.press("ctrl+Return")
    editor.wait_status("Submitted: stored at ")
    assert server.case(CASE)["subject"] == "Pedido llamar hoy"


def test_a_value_with_a_manual_line_break_and_cr_lf_is_edited_in_its_cell(
    server: DemoServer, program: StartProgram
) -> None:
    hold(server, plan="uno\r\ndos\x0btres")
    editor = show(server, program)
    names = [row[0] for row in editor.table("Attributes")]
    row = names.index("plan")
    assert editor.cell_text("Attributes", row, 1) == "uno ↵ dos␋tres"
    editor.click_cell("Attributes", row, 1, times=2)
    editor.press("ctrl+End", "shift+Return")
    editor.type_text("cuatro")
    editor.press("Return")
    editor.until("the value", lambda: editor.cell_text("Attributes", row, 1), "uno ↵ dos␋tres ↵ cuatro".__eq__)
    editor.press("ctrl+Return")
    editor.wait_status("Submitted: stored at ")
    assert server.case(CASE)["plan"] == "uno\r\ndos\x0btres\r\ncuatro"
