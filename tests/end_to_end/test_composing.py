"""Composed letters: dead keys of a Spanish keyboard, typed directly on a cell."""

from collections.abc import Iterator

import pytest

from tests.end_to_end.conftest import StartProgram
from tests.end_to_end.desktop import Desktop
from tests.end_to_end.program import Program
from tests.end_to_end.typed_case_fixture import TOKEN
from tests.support.http_stub import HttpStub, answer, case

FIELDS = {"plan": "Pyme", "región": "norte"}


@pytest.fixture
def spanish(desktop: Desktop) -> Iterator[Desktop]:
    """Give the desktop a Spanish keyboard for this test."""
    desktop.run("setxkbmap", "es").check_returncode()
    yield desktop
    desktop.run("setxkbmap", "us").check_returncode()


@pytest.fixture
def stub(spanish: Desktop) -> Iterator[HttpStub]:
    with HttpStub({"case/203": answer(case(203, **FIELDS))}) as stub:
        spanish.store_secret("caseeditor", stub.url, TOKEN)
        yield stub


@pytest.fixture
def editor(stub: HttpStub, program: StartProgram) -> Program:
    editor = program("--server", stub.url, "203")
    editor.wait_title("– 203 –")
    return editor


def test_a_letter_composed_with_a_dead_key_straight_on_a_value_is_its_first(editor: Program) -> None:
    editor.click_cell("Attributes", 0, 1)
    editor.press("dead_acute", "a", "x", "Return")
    editor.until("the value", lambda: editor.cell_text("Attributes", 0, 1), "áx".__eq__)


def test_a_composed_letter_straight_on_the_empty_name_is_its_first(editor: Program) -> None:
    editor.click_cell("Attributes", 2, 0)
    editor.press("dead_acute", "a", "b", "Tab", "1", "Return")
    editor.until("the name", lambda: editor.table("Attributes")[2][:2], ["áb", "1"].__eq__)


@pytest.mark.parametrize(("keys", "text"), [(["x"], "x"), (["at"], "@"), (["EuroSign"], "€"), (["ntilde"], "ñ")])
def test_a_letter_or_one_with_altgr_straight_on_a_value_is_its_first(
    editor: Program, keys: list[str], text: str
) -> None:
    editor.click_cell("Attributes", 0, 1)
    editor.press(*keys, "z", "Return")
    editor.until("the value", lambda: editor.cell_text("Attributes", 0, 1), f"{text}z".__eq__)
