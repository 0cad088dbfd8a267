"""Preferences and Help in the real window, by keyboard; preferences survive a restart."""

from caseeditor.demo.server import DemoServer
from tests.end_to_end.conftest import StartProgram
from tests.end_to_end.desktop import Desktop
from tests.end_to_end.program import Program
from tests.end_to_end.typed_case_fixture import TOKEN


def test_text_size_and_theme_are_chosen_by_keys_and_there_at_the_next_start(
    desktop: Desktop, program: StartProgram
) -> None:
    with DemoServer(token=TOKEN) as server:
        desktop.store_secret("caseeditor", server.url, TOKEN)
        editor = program("--server", server.url)
        editor.wait_window()
        editor.press("ctrl+plus", "ctrl+plus")
        editor.wait_announced("Text size: 125 %")
        editor.press("ctrl+comma")
        editor.wait_for("dialog", "Preferences")
        editor.press("Escape")
        editor.gone("dialog", "Preferences")
        editor.close_window()
        editor = program("--server", server.url)
        editor.wait_window()
        editor.press("ctrl+plus")
        editor.wait_announced("Text size: 150 %")


def test_with_larger_text_the_lists_are_wider_at_once_and_at_the_next_start(
    desktop: Desktop, program: StartProgram
) -> None:
    with DemoServer(token=TOKEN) as server:
        desktop.store_secret("caseeditor", server.url, TOKEN)
        editor = program("--server", server.url, "203")
        editor.wait_title("– 203 –")

        def width(program: Program) -> int:
            return program.extents(program.wait_for("panel", "Cases")).width

        before = width(editor)
        editor.press("ctrl+plus", "ctrl+plus", "ctrl+plus")
        editor.wait_announced("Text size: 150 %")
        editor.until("a wider pane", lambda: width(editor), lambda now: now > 1.2 * before)
        assert editor.size()[0] <= 1366
        wide = width(editor)
        editor.close_window()
        assert editor.wait_exit() == 0
        again = program("--server", server.url)
        again.wait_title("– 203 –")
        assert abs(width(again) - wide) <= 4


def test_the_diagnostics_are_read_and_copied_without_the_token(desktop: Desktop, program: StartProgram) -> None:
    with DemoServer(token=TOKEN) as server:
        desktop.store_secret("caseeditor", server.url, TOKEN)
        editor = program("--server", server.url)
        editor.wait_window()
        editor.menu("Help", "Diagnostics…")
        said = editor.until("the token's line", lambda: editor.text("Diagnostics"), lambda text: "Token: " in text)
        assert "ok    Keyring: keeps a secret and gives it back" in said
        assert "ok    Token: accepted by " in said
        assert TOKEN not in said
        editor.press("Escape")
        editor.press("F1")
        editor.wait_for("dialog", "Shortcuts")
