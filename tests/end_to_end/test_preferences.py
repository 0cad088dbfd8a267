"""Preferences and Help in the real window, by keyboard, and kept for the next start."""

from caseeditor.demo.server import DemoServer
from tests.end_to_end.bench import TOKEN
from tests.end_to_end.conftest import StartProgram
from tests.end_to_end.desktop import Desktop


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
