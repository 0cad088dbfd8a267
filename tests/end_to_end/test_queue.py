"""The queue in the real window: it opens by itself, and is worked through by keyboard and mouse."""

from caseeditor.demo.server import DemoServer
from tests.end_to_end.conftest import QUICK, StartProgram
from tests.end_to_end.program import Program


def queue_of(program: StartProgram, server: DemoServer) -> tuple[Program, list[str]]:
    """Start the program; return the names of the rows, of which the first ones are overdue."""
    editor = program("--server", server.url, command=QUICK)
    editor.wait_label("signed in")
    names = editor.until(
        "the queue", lambda: [item.name for item in editor.items("Queue")], lambda found: len(found) > 200
    )
    return editor, names


def test_the_queue_opens_by_itself_and_is_worked_through_by_keyboard(program: StartProgram, server: DemoServer) -> None:
    editor, names = queue_of(program, server)
    assert "overdue" in names[0]
    editor.focus("Queue", "list")
    editor.press("Home", "Return")
    first = server_id(editor, 0)
    shows(editor, first)
    editor.wait_focus("Subject")
    editor.press("F8")
    shows(editor, server_id(editor, 1))
    editor.press("shift+F8")
    shows(editor, first)


def test_a_click_shows_a_case_and_a_double_click_opens_it(program: StartProgram, server: DemoServer) -> None:
    editor, names = queue_of(program, server)
    first, second = server_id(editor, 1), server_id(editor, 2)
    editor.select("Queue", names[1])
    shows(editor, first)
    editor.wait_focus("Queue")
    editor.press("Down")
    shows(editor, second)
    editor.gone("push button", f"Close case {first}")
    editor.select("Queue", names[1], times=2)
    shows(editor, first)
    editor.wait_focus("Subject")


def test_a_part_of_the_bar_filters_by_mouse(program: StartProgram, server: DemoServer) -> None:
    editor, names = queue_of(program, server)
    overdue = sum("overdue" in name for name in names)
    editor.click(f"{overdue} overdue", "check box")
    editor.until("the overdue cases", lambda: len(editor.items("Queue")) == overdue)
    editor.click(f"{overdue} overdue", "check box")
    editor.until("all cases", lambda: len(editor.items("Queue")) == len(names))


def shows(editor: Program, case_id: str) -> None:
    """Wait until a case is in front; its subject may be empty."""
    editor.wait_title(lambda title: case_id in title.split(" – "))


def server_id(editor: Program, row: int) -> str:
    """Return the id that a row's description begins with."""
    return editor.items("Queue")[row].description.split(",")[0].removeprefix("#")
