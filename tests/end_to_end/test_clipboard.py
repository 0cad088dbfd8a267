"""Text copied in other programs and pasted here, with the real clipboard and real keys, is sent as shown."""

from collections.abc import Callable, Iterator

import pytest

from caseeditor.demo.server import DemoServer
from tests.end_to_end.conftest import StartProgram
from tests.end_to_end.desktop import Desktop
from tests.end_to_end.program import Program
from tests.end_to_end.typed_case_fixture import TOKEN
from tests.support.http_stub import HttpStub, answer, case

Copy = Callable[..., None]
FIVE_MB = "hola mundo, " * 430_000


@pytest.fixture
def stub(desktop: Desktop) -> Iterator[HttpStub]:
    cases = {"case/203": answer(case(203, plan="Pyme")), "case/204": answer(case(204))}
    with HttpStub(cases) as stub:
        desktop.store_secret("caseeditor", stub.url, TOKEN)
        yield stub


@pytest.fixture
def editor(stub: HttpStub, program: StartProgram) -> Program:
    editor = program("--server", stub.url, "203")
    editor.wait_title("– 203 –")
    return editor


@pytest.fixture
def copy(desktop: Desktop) -> Copy:
    """Copy a text in another program."""

    def put(text: str, selection: str = "clipboard") -> None:
        desktop.run("sh", "-c", f"xclip -selection {selection} >/dev/null 2>&1", stdin=text).check_returncode()

    return put


def test_a_copied_cell_on_a_selected_value_has_no_line_break(
    program: StartProgram, server: DemoServer, copy: Copy
) -> None:
    editor = program("--server", server.url, "210")
    editor.wait_title("– 210 –")
    name = editor.cell_text("Attributes", 0, 0)
    editor.click_cell("Attributes", 0, 1)
    copy("alta\r\n")
    editor.press("ctrl+v")
    editor.until("the value", lambda: editor.cell_text("Attributes", 0, 1), "alta".__eq__)
    copy('"uno\r\ndos"\r\n')
    editor.press("ctrl+v")
    editor.until("the lines", lambda: editor.cell_text("Attributes", 0, 1), "uno ↵ dos".__eq__)
    editor.focus("Subject")
    editor.press("ctrl+Return")
    editor.wait_status("stored at")
    assert server.case(210)[name] == "uno\ndos"


@pytest.mark.parametrize("keys", ["ctrl+v", "shift+Insert"])
def test_a_subject_is_a_line(editor: Program, copy: Copy, keys: str) -> None:
    editor.focus("Subject")
    copy("uno\r\ndos\r\n")
    editor.press("ctrl+a", keys)
    editor.wait_text("Subject", "uno dos")
    editor.press("Home")
    copy('"tres\ncuatro"\r\n')
    editor.press(keys)
    editor.wait_text("Subject", "tres cuatrouno dos")
    editor.type_text("!")
    editor.wait_text("Subject", "tres cuatro!uno dos")


def test_the_middle_button_puts_in_a_line_too(editor: Program, desktop: Desktop, copy: Copy) -> None:
    editor.set_text("Subject", "")
    copy("uno\r\ndos\r\n", "primary")
    desktop.click(*editor.extents(editor.wait_for("text", "Subject")).centre, button=2)
    editor.wait_text("Subject", "uno dos")


def test_what_assistive_technology_sets_is_a_line(editor: Program) -> None:
    editor.set_text("Subject", "uno\r\ndos\r\n")
    editor.wait_text("Subject", "uno dos")


def test_a_copied_column_is_several_tags_and_one_step(editor: Program, copy: Copy) -> None:
    editor.focus("New tag")
    copy("moroso\r\nalta\r\n\r\nvip\r\nmoroso\r\n")
    editor.press("ctrl+v")
    editor.until("the tags", lambda: [tag.name for tag in editor.items("Tags")], ["vip", "moroso", "alta"].__eq__)
    assert editor.text("New tag") == ""
    editor.press("ctrl+z")
    editor.until("the case's", lambda: [tag.name for tag in editor.items("Tags")], ["vip"].__eq__)


def test_five_megabytes_are_refused_with_a_sentence(editor: Program, copy: Copy) -> None:
    before = editor.text("Subject")
    editor.focus("Subject")
    copy(FIVE_MB)
    editor.press("ctrl+v")
    editor.wait_status("Nothing was pasted: at most ")
    assert editor.text("Subject") == before


@pytest.mark.parametrize("text", ["\u200b#204.\r\n", "<204>,\r\n", "\u00a0204\u202c"])
def test_what_is_around_an_id_is_ignored(editor: Program, copy: Copy, text: str) -> None:
    copy(text)
    editor.press("ctrl+l", "ctrl+v", "Return")
    editor.wait_title("– 204 –")


def test_unseen_characters_are_marked_before_they_are_sent(editor: Program, stub: HttpStub, copy: Copy) -> None:
    editor.focus("Subject")
    copy("Pe\u00addido\u200b")
    editor.press("ctrl+a", "ctrl+v")
    editor.wait_label("Invisible characters, which are sent too: “Pe¦dido¦”")
    editor.click("Remove invisible characters")
    editor.wait_text("Subject", "Pedido")
    editor.press("ctrl+z")
    editor.wait_label("“Pe¦dido¦”")
    assert not [call for call in stub.heard if call.startswith("POST")]


@pytest.mark.parametrize("apart", ["\r\n", "\t", ", "])
def test_each_link_of_a_copied_list_is_opened(editor: Program, stub: HttpStub, copy: Copy, apart: str) -> None:
    stub.replies["case/205"] = answer(case(205))
    copy(f"{stub.url}/case/204{apart}{stub.url}/case/205\r\n")
    editor.press("ctrl+l", "ctrl+v", "Return")
    editor.wait_title("– 204 –")
    editor.press("ctrl+Page_Down")
    editor.wait_title("– 205 –")


def test_a_paste_between_what_is_typed_is_undone_alone(editor: Program, copy: Copy) -> None:
    editor.focus("New note")
    editor.type_text("antes")
    copy("uno\r\ndos\r\n")
    editor.press("ctrl+v")
    editor.type_text("ya")
    editor.wait_text("New note", "antesuno\ndosya")
    editor.press("ctrl+z", "ctrl+z")
    editor.wait_text("New note", "antes")


def test_without_a_text_to_paste_what_is_selected_stays(editor: Program, desktop: Desktop) -> None:
    before = editor.text("Subject")
    editor.focus("Subject")
    put = "xclip -selection clipboard -t image/png >/dev/null 2>&1"
    desktop.run("sh", "-c", put, stdin="no text").check_returncode()
    editor.press("ctrl+a", "ctrl+v")
    editor.wait_status("Nothing was pasted: there is no text on the clipboard.")
    assert editor.text("Subject") == before
