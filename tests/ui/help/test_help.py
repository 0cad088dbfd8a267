"""Help: shortcuts, diagnostics, data folders, known limitations."""

import os
import time
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QAction, QDesktopServices, QGuiApplication, QKeySequence
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLineEdit,
    QPlainTextEdit,
    QProxyStyle,
    QPushButton,
    QStyle,
    QStyleHintReturn,
    QStyleOption,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from caseeditor.demo.server import DemoServer
from caseeditor.domain.case.reference import Server
from caseeditor.ui.application.installation import Installed
from caseeditor.ui.help.diagnostics_text import version_lines
from caseeditor.ui.help.shortcuts import part_keys
from caseeditor.ui.help.shortcuts_dialog import KeysModel, ShortcutsDialog
from caseeditor.ui.help.storage_locations_dialog import PlacesDialog
from caseeditor.ui.main_window.main_window import MainWindow
from caseeditor.ui.style.flat_style import FlatStyle
from tests.ui.parts import AppFixture, Speak, Watched, column, field, find, labels, line, name_of, press


def chosen(window: MainWindow, text: str, title: str) -> QDialog:
    """Choose a menu action, and return the dialog that it opens."""
    next(each for each in window.findChildren(QAction) if each.text() == text).trigger()
    return next(each for each in window.findChildren(QDialog) if each.isVisible() and each.windowTitle() == title)


# Shortcuts.


def test_every_shortcut_of_the_menus_is_listed(app: AppFixture) -> None:
    dialog = chosen(app.window, "Shortcuts…", "Shortcuts")
    model = dialog.findChildren(QTableView)[0].model()
    listed: dict[str, str] = {}
    for does, keys in zip(column(model, 0), column(model, 1), strict=True):
        listed[does] = f"{listed[does]}, {keys}" if does in listed else keys  # in a menu, and in a part of the window
    in_menus = [each for each in app.window.findChildren(QAction) if not each.shortcut().isEmpty()]
    assert len(in_menus) >= 20
    for action in in_menus:
        for each in action.shortcuts():
            assert each.toString(QKeySequence.SequenceFormat.NativeText) in listed[action.text()].split(", ")
    assert listed["Submit"] == "Ctrl+Return, Ctrl+Enter"
    assert "Ctrl+Shift+Up" in listed["Move the pending note up"]


def test_each_of_them_is_a_key(app: AppFixture) -> None:
    assert app.window.isVisible()
    for each in part_keys():
        for keys in each.keys.split(", "):
            assert QKeySequence(keys).count() == 1, each
            assert keys


def test_they_are_searched_without_regard_to_case_and_accents(app: AppFixture) -> None:
    dialog = chosen(app.window, "Shortcuts…", "Shortcuts")
    model = dialog.findChildren(QTableView)[0].model()
    line("Search shortcuts", dialog).setText("SÚBMIT")
    assert column(model) == ["Submit", "Submit and next"]
    line("Search shortcuts", dialog).setText("f8")
    assert column(model) == ["Next case", "Previous case"]


def test_the_model_of_keys_keeps_its_word(app: AppFixture) -> None:
    model = KeysModel(part_keys(), app.window)
    watched = Watched(model)
    model.look_for("note")
    model.look_for("")
    assert watched.resets == 2
    assert model.rowCount() == len(part_keys())


# Diagnostics.


def test_the_diagnostics_say_what_check_says_and_are_copied_without_secrets(
    qtbot: QtBot, app: AppFixture, server: DemoServer, data: Path
) -> None:
    dialog = chosen(app.window, "Diagnostics…", "Diagnostics")
    text = find(QPlainTextEdit, "Diagnostics", dialog)
    qtbot.waitUntil(lambda: "Token: " in text.toPlainText())
    said = text.toPlainText().splitlines()
    assert [each.split(":")[0] for each in said] == [
        "ok    Case Editor",
        "ok    Python",
        "ok    Qt platform",
        "ok    Data folder",
        "warn  Keyring",
        "ok    Server",
        "ok    Token",
    ]
    assert said[3] == f"ok    Data folder: {data}"
    press("Copy", dialog)
    assert QGuiApplication.clipboard().text() == text.toPlainText()
    assert server.token not in text.toPlainText()


def test_diagnostics_that_are_closed_before_their_end_are_dropped(qtbot: QtBot, app: AppFixture) -> None:
    dialog = chosen(app.window, "Diagnostics…", "Diagnostics")
    with qtbot.waitSignal(dialog.destroyed):
        dialog.reject()
    dialog = chosen(app.window, "Diagnostics…", "Diagnostics")
    qtbot.waitUntil(lambda: "Token: " in field("Diagnostics", dialog).toPlainText())


def test_the_results_are_in_the_language_of_the_window(speak: Speak) -> None:
    speak("es")
    assert version_lines()[0].startswith("bien   Case Editor: ")


# Data folders.


def test_the_folders_and_the_keyring_entry_are_shown_and_opened_then(
    app: AppFixture, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(QUrl(url).toLocalFile()))
    account = app.workspace.account
    installed = Installed(tmp_path / "settings", tmp_path / "data", tmp_path / "log")
    dialog = PlacesDialog(installed, account.server, app.window)
    dialog.open()
    shown = {name_of(each): each.text() for each in dialog.findChildren(QLineEdit)}
    assert shown["Settings"] == str(tmp_path / "settings")
    assert shown["Logs"] == str(tmp_path / "log")
    assert account.server
    assert shown["Access token, in the system keyring"] == f"service caseeditor, user {account.server.url}"
    assert opened == []
    find(QPushButton, "Open folder: Drafts, outbox, history, templates", dialog).click()
    assert opened == [(tmp_path / "data").as_posix()]


def test_files_set_aside_and_backups_are_listed_with_size_and_age(qtbot: QtBot, app: AppFixture, data: Path) -> None:
    for name, days in (("corrupt-20260101-000000", 3), ("before-5", 40)):
        file = data / f"caseeditor.sqlite.{name}"
        file.write_bytes(b"x" * 2048)
        moment = time.time() - days * 24 * 60 * 60
        os.utime(file, (moment, moment))
    dialog = chosen(app.window, "Data folders…", "Data folders")
    qtbot.waitUntil(lambda: "Deleted after as many days as the history, or with Clear history." in labels(dialog))
    shown = {name_of(each): each.text() for each in dialog.findChildren(QLineEdit)}
    executor, backup = shown["Damaged file set aside"], shown["Backup before an upgrade"]
    assert executor == f"{data / 'caseeditor.sqlite.corrupt-20260101-000000'} · 2.00 KiB · 3 d old"
    assert backup.startswith(f"{data / 'caseeditor.sqlite.before-5'} · 2.00 KiB · ")


def test_the_demo_has_no_entry_in_the_keyring(app: AppFixture) -> None:
    dialog = PlacesDialog(Installed(Path(), Path(), Path(), is_demo=True), Server("http://127.0.0.1:1"), app.window)
    dialog.open()
    assert line("Access token", dialog).text() == "in memory only: this is the demo"


def test_one_folder_for_settings_and_data_is_listed_once_as_text(app: AppFixture, tmp_path: Path) -> None:
    dialog = PlacesDialog(Installed(tmp_path, tmp_path, tmp_path / "log", is_demo=True), None, app.window)
    dialog.open()
    fields = dialog.findChildren(QLineEdit)
    assert [each.text() for each in fields].count(str(tmp_path)) == 1
    assert name_of(fields[0]) == "Settings, drafts, outbox, history, templates"
    assert not any(each.hasFrame() or each.hasFocus() for each in fields)


# Known limitations, and About.


def test_what_can_not_be_had_is_told_in_sentences(app: AppFixture) -> None:
    dialog = chosen(app.window, "Known limitations…", "Known limitations")
    text = find(QPlainTextEdit, "Known limitations", dialog)
    assert text.isReadOnly()
    for about in (
        "colleague's identical note under your user name",
        "never as stored",
        "only part of a request",
        "overwritten unseen",
        "15 minutes late",
    ):
        assert about in text.toPlainText()


def test_f1_opens_the_shortcuts(app: AppFixture) -> None:
    actions = [each for each in app.window.findChildren(QAction) if each.shortcut() == QKeySequence("F1")]
    assert [each.text() for each in actions] == ["Shortcuts…"]
    actions[0].trigger()
    assert app.window.findChild(ShortcutsDialog)


class WithIcons(QProxyStyle):
    """A style with icons on standard buttons, as on some desktops."""

    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        returned: QStyleHintReturn | None = None,
    ) -> int:
        if hint is QStyle.StyleHint.SH_DialogButtonBox_ButtonsHaveIcons:
            return 1
        return super().styleHint(hint, option, widget, returned)


@pytest.mark.parametrize(("text", "title"), [("Shortcuts…", "Shortcuts"), ("Preferences…", "Preferences")])
def test_no_button_of_a_dialog_has_an_icon(qapp: QApplication, app: AppFixture, text: str, title: str) -> None:
    qapp.setStyle(WithIcons())
    try:
        dialog = chosen(app.window, text, title)
        found = dialog.findChildren(QPushButton)
        assert found
        assert all(button.icon().isNull() for button in found)
    finally:
        qapp.setStyle(FlatStyle())
