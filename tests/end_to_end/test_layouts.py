"""The shortcuts of a case's fields on keyboards whose digits need Shift or another key."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from caseeditor.demo.server import DemoServer
from tests.end_to_end.desktop import Desktop
from tests.end_to_end.program import Program
from tests.end_to_end.typed_case_fixture import TOKEN

FIELDS = ("Subject", "New tag", "New note")
DIGITS = ("ctrl+shift+10", "ctrl+shift+11", "ctrl+shift+12", "ctrl+shift+13")
"""With X11's codes of the keys that carry 1 to 4 together with Shift."""
LETTERS = ("ctrl+shift+s", "ctrl+shift+t", "ctrl+shift+n", "ctrl+shift+a")


@pytest.fixture(scope="module")
def keyboard() -> Iterator[Desktop]:
    """Create a separate desktop, because its layout changes."""
    with Desktop() as made:
        yield made


@pytest.fixture
def editor(keyboard: Desktop, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Program]:
    """Open a case on a national keyboard."""
    assert keyboard.run("setxkbmap", request.param).returncode == 0
    with DemoServer(token=TOKEN, user="support") as server:
        keyboard.store_secret("caseeditor", server.url, TOKEN)
        with Program(keyboard, "--server", server.url, "210", home=tmp_path / "home") as shown:
            shown.wait_window()
            shown.wait_title("– 210 –")
            shown.wait_focus("Subject")
            yield shown


@pytest.mark.parametrize(
    ("editor", "keys"),
    [("us", LETTERS), ("fr", LETTERS), ("fr", DIGITS), ("lt", LETTERS), ("cz", DIGITS)],
    indirect=["editor"],
)
def test_each_field_has_a_key_that_the_keyboard_has(editor: Program, keys: tuple[str, ...]) -> None:
    for key, field in zip(keys, FIELDS, strict=False):
        editor.focus("Case id or link")
        editor.press(key)
        editor.wait_focus(field)
    rows = len(editor.table("Attributes"))
    editor.press(keys[3])
    editor.type_text("zona")
    editor.press("Tab")
    editor.type_text("sur")
    editor.press("Return")
    editor.until(
        "the new attribute", lambda: editor.table("Attributes")[rows - 1][:2], lambda row: row == ["zona", "sur"]
    )
