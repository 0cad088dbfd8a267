"""Text of messages and notes in the real window: selected by mouse and keyboard, copied, pasted; links."""

from collections.abc import Iterator

import pytest

from tests.end_to_end.conftest import StartProgram
from tests.end_to_end.desktop import Desktop
from tests.end_to_end.program import Extents, Program
from tests.end_to_end.test_all_day import clipboard
from tests.end_to_end.typed_case_fixture import TOKEN
from tests.support.http_stub import HttpStub, answer, case

PHONE = "+54\u00a011 4770-3269"
TEXT = f"Hola, mi número nuevo es\n{PHONE}"
"""The number is a line of its own, so that its place in the card is known."""
MESSAGES = [
    {"date": "1700000000000", "author": "Ana", "incoming": True, "channel": "email", "text": "Buenos días."},
    {"date": "1700000060000", "author": "Ana", "incoming": True, "channel": "email", "text": TEXT},
    {"date": "1700000120000", "author": "support", "incoming": False, "channel": "email", "text": "Gracias, ver #204"},
]
NOTES = [{"date": 1700000090000, "userName": "lucia", "text": "nota entre mensajes"}]
_INSET = 14
"""Pixels between the edge of a card and its last line."""


@pytest.fixture
def stub(desktop: Desktop) -> Iterator[HttpStub]:
    replies = {
        "case/203": answer(case(203, plan="Pyme", notes=NOTES)),
        "case/203/messages": answer(MESSAGES),
        "case/204": answer(case(204)),
    }
    with HttpStub(replies) as stub:
        desktop.store_secret("caseeditor", stub.url, TOKEN)
        yield stub


@pytest.fixture
def editor(stub: HttpStub, program: StartProgram) -> Program:
    editor = program("--server", stub.url, "203")
    editor.wait_title("– 203 –")
    editor.wait_for("page tab", "Conversation")
    editor.click("All", "page tab")
    editor.until("the list", lambda: len(editor.items("All")), (4).__eq__)
    return editor


def row_of(editor: Program, text: str) -> Extents:
    """Return the rectangle of the row whose name contains a text."""
    name = next(item.name for item in editor.items("All") if text in item.name)
    return editor.place_of_item("All", name)


def test_a_phone_number_is_selected_by_mouse_copied_and_pasted_as_a_new_attributes_value(editor: Program) -> None:
    row = row_of(editor, "número nuevo")
    line = row.y + row.height - _INSET
    editor.activate()
    editor.desktop.drag((row.x + 10, line), (row.x + row.width // 2, line))
    editor.press("ctrl+c")
    editor.until("the copied number", lambda: clipboard(editor), PHONE.__eq__)
    editor.press("ctrl+4")
    editor.type_text("telefono")
    editor.press("Tab", "ctrl+v", "Return")
    rows = editor.until("the attribute", lambda: editor.table("Attributes"), lambda table: len(table) == 3)
    assert rows[1][:2] == ["telefono", PHONE]


def test_a_double_click_selects_the_whole_number_and_calls_nobody(editor: Program) -> None:
    row = row_of(editor, "número nuevo")
    editor.activate()
    editor.desktop.click(row.x + 40, row.y + row.height - _INSET, times=2)
    editor.press("ctrl+c")
    editor.until("the copied number", lambda: clipboard(editor), PHONE.__eq__)
    assert not editor.find("push button", "Call")


def test_the_keyboard_selects_words_and_the_whole_text(editor: Program) -> None:
    editor.press("ctrl+shift+m")
    editor.wait_focus("All")
    editor.press("Up")
    editor.press("ctrl+c")
    editor.until("the note", lambda: clipboard(editor), "nota entre mensajes".__eq__)
    editor.press("Up", "ctrl+shift+Right", "ctrl+c")
    editor.until("the word", lambda: clipboard(editor), lambda text: text.startswith("Hola") and len(text) < 7)
    editor.press("ctrl+a", "ctrl+c")
    editor.until("the message", lambda: clipboard(editor), TEXT.__eq__)


def test_the_number_of_a_case_is_opened_by_a_click_and_the_rows_tell_their_kind(editor: Program) -> None:
    names = [item.name for item in editor.items("All")]
    assert [" · received · Ana · email: " in name for name in names] == [True, True, False, False]
    assert names[2].startswith("Note · ")
    assert names[2].endswith(" · lucia: nota entre mensajes")
    assert " · sent · support · email: Gracias" in names[3]
    row = row_of(editor, "#204")
    editor.activate()
    editor.desktop.click(row.x + row.width - 40, row.y + row.height - _INSET)
    editor.wait_title("– 204 –")


def test_a_number_is_shown_before_it_is_called(editor: Program) -> None:
    row = row_of(editor, "número nuevo")
    editor.activate()
    editor.desktop.click(row.x + 40, row.y + row.height - _INSET)
    editor.wait_label("Call this number? +541147703269")
    editor.wait_for("push button", "Call")
