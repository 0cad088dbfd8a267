"""Preferences: OK applies all, Cancel none; errors are shown beside their fields; locked settings stay."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QListView,
    QScrollArea,
    QSpinBox,
    QTabWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from caseeditor.domain.backend import BackendInterface
from caseeditor.domain.case.reference import is_proxy
from caseeditor.domain.delivery.handover import may_be_stamp
from caseeditor.languages import LANGUAGES
from caseeditor.runtime.worker import Outcome, Success
from caseeditor.services.backend import Backend
from caseeditor.ui.application.installation import Installed
from caseeditor.ui.main_window.main_window import MainWindow
from caseeditor.ui.preferences.dialog import PreferencesDialog
from tests.ui.parts import AppFixture, AppIn, do_posted, find, key, labels, name_of, opened, press, view

Ctrl = Qt.KeyboardModifier.ControlModifier


def preferences(app: AppFixture) -> PreferencesDialog:
    """Open the preferences as an agent does."""
    key(Qt.Key.Key_Comma, Ctrl)
    found = app.window.findChild(PreferencesDialog)
    assert found is not None
    return found


def page(dialog: QDialog, title: str) -> QWidget:
    """Show a page."""
    tabs = dialog.findChildren(QTabWidget)[0]
    place = next(each for each in range(tabs.count()) if tabs.tabText(each) == title)
    tabs.setCurrentIndex(place)
    found = tabs.widget(place)
    assert found is not None
    return found


def choice(name: str, inside: QWidget) -> QComboBox:
    return find(QComboBox, name, inside)


def choose(box: QComboBox, text: str) -> None:
    assert box.findText(text) >= 0
    box.setCurrentText(text)


def entry(name: str, inside: QWidget) -> QLineEdit:
    return find(QLineEdit, name, inside)


def stamp_of(qtbot: QtBot, app: AppFixture) -> str:
    """Return the current stamp of submissions."""

    async def ask(backend: BackendInterface) -> str:
        assert isinstance(backend, Backend)
        return backend.outbox.stamp

    heard: list[Outcome[str]] = []
    app.workspace.worker.run(ask, heard.append)
    qtbot.waitUntil(lambda: bool(heard))
    assert isinstance(heard[0], Success)
    return heard[0].value


def fill_in(qtbot: QtBot, dialog: PreferencesDialog) -> None:
    looks = page(dialog, "Appearance")
    choose(choice("Language", looks), "Español")
    choose(choice("Theme", looks), "Dark")
    choose(choice("Text size", looks), "150 %")
    find(QCheckBox, "Attributes beside the notes", looks).setChecked(True)
    connection = page(dialog, "Connection")
    entry("Proxy", connection).setText(" http://proxy.example.org:3128 ")
    find(QCheckBox, "Allow plain http", connection).setChecked(True)
    find(QSpinBox, "Seconds to wait for an answer", connection).setValue(60)
    find(QCheckBox, "Refresh the queue every minute", connection).setChecked(False)
    submitting = page(dialog, "Submitting")
    choose(choice("After submit", submitting), "Open the next case of the list")
    find(QSpinBox, "Days to keep the history", submitting).setValue(30)
    entry("Stamp attribute", submitting).setText("sello")
    spelling = page(dialog, "Spelling")
    find(QCheckBox, "Check spelling", spelling).setChecked(False)
    language = choice("Language", spelling)
    qtbot.waitUntil(lambda: language.findData("es_ES") >= 0)
    language.setCurrentIndex(language.findData("es_ES"))


def test_ok_has_all_that_is_chosen_and_the_stamp_counts_at_once(qtbot: QtBot, app: AppFixture) -> None:
    dialog = preferences(app)
    fill_in(qtbot, dialog)
    press("OK", dialog)
    settings = app.workspace.settings
    assert (settings.language, settings.theme, settings.text_size) == ("es", "dark", 150)
    assert settings.attributes_in_middle
    assert (settings.proxy, settings.plain_http) == ("http://proxy.example.org:3128", True)
    assert settings.reading_seconds == 60
    assert (settings.after_submit, settings.keep_days, settings.stamp) == ("next", 30, "sello")
    assert not settings.queue_refresh
    assert (settings.spelling, settings.spelling_language) == (False, "es_ES")
    assert stamp_of(qtbot, app) == "sello"


@pytest.mark.parametrize("how", ["Cancel", "Esc"])
def test_cancel_changes_nothing(qtbot: QtBot, app: AppFixture, how: str) -> None:
    before = app.workspace.settings
    dialog = preferences(app)
    fill_in(qtbot, dialog)
    if how == "Esc":
        key(Qt.Key.Key_Escape)
    else:
        press(how, dialog)
    assert app.workspace.settings == before
    assert stamp_of(qtbot, app) == ""


def test_they_open_as_the_settings_stand(app: AppFixture) -> None:
    app.workspace.settings_store.change(language="pt_BR", theme="contrast", text_size=130, keep_days=7, stamp="sello")
    app.workspace.settings_store.change(after_submit="close")
    dialog = preferences(app)
    looks = page(dialog, "Appearance")
    assert choice("Language", looks).currentText() == "Português (Brasil)"
    assert choice("Theme", looks).currentText() == "High contrast"
    assert choice("Text size", looks).currentText() == "130 %"
    submitting = page(dialog, "Submitting")
    assert choice("After submit", submitting).currentText() == "Close the case once it is stored"
    assert find(QSpinBox, "Days to keep the history", submitting).value() == 7
    assert entry("Stamp attribute", submitting).text() == "sello"
    before = app.workspace.settings
    press("OK", dialog)
    assert app.workspace.settings == before


@pytest.mark.parametrize("name", ["note", " subject ", "state", "echo_data", "success"])
def test_a_stamp_that_means_something_else_to_the_server_is_not_taken(app: AppFixture, name: str) -> None:
    dialog = preferences(app)
    stamp = entry("Stamp attribute", page(dialog, "Submitting"))
    stamp.setText(name)
    page(dialog, "Account")
    press("OK", dialog)
    assert dialog.isVisible()
    assert dialog.focusWidget() is stamp
    assert app.status.startswith(f"“{name.strip()}” is reserved and can't be the stamp.")
    assert any(app.status in each.text() for each in dialog.findChildren(QLabel) if each.isVisible())
    assert app.workspace.settings.stamp == ""
    stamp.setText("sello")
    press("OK", dialog)
    assert app.workspace.settings.stamp == "sello"


def test_a_proxy_that_is_none_is_not_taken(app: AppFixture) -> None:
    dialog = preferences(app)
    entry("Proxy", page(dialog, "Connection")).setText("http://")
    press("OK", dialog)
    assert dialog.isVisible()
    assert app.status.startswith("That isn't a proxy address.")
    assert app.workspace.settings.proxy == ""


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("proxy:3128", True),
        ("http://user:secret@proxy.example.org:3128", True),
        ("socks5://127.0.0.1:1080", True),
        ("https://[::1]:8443", True),
        ("ftp://proxy", False),
        ("http://", False),
        ("http://proxy:0", False),
        ("http://proxy:70000", False),
        ("a b", False),
    ],
)
def test_what_names_a_proxy(text: str, is_one: bool) -> None:
    assert is_proxy(text) is is_one


def test_what_may_be_a_stamp() -> None:
    assert may_be_stamp("sello")
    assert may_be_stamp("")
    assert not any(map(may_be_stamp, ("note", " tag", "state", "case_id", "statusMessage")))


# Locked.

ALL = {
    "language",
    "theme",
    "text_size",
    "proxy",
    "plain_http",
    "reading_seconds",
    "keep_days",
    "stamp",
    "queue_refresh",
    "spelling",
    "spelling_language",
    "after_submit",
    "attributes_in_middle",
    "notices",
}


@pytest.fixture
def locked(app: AppFixture) -> PreferencesDialog:
    """Open the preferences with all settings locked by an administrator."""
    app.workspace.settings_store.change(proxy="http://proxy:1", theme="dark", stamp="sello")
    installed = Installed(Path(), Path(), Path(), frozenset({*ALL, "server"}))
    dialog = PreferencesDialog(app.workspace, installed, app.window)
    dialog.open()
    return dialog


def test_what_is_locked_is_shown_as_locked_and_stays(app: AppFixture, locked: PreferencesDialog) -> None:
    before = app.workspace.settings
    seen = 0
    for title in ("Appearance", "Connection", "Submitting", "Spelling"):
        shown = page(locked, title)
        for kind in (QComboBox, QLineEdit, QSpinBox, QCheckBox):
            for field in shown.findChildren(kind):
                if not isinstance(field.parent(), QSpinBox):
                    seen += 1
                    assert not field.isEnabled(), name_of(field)
                    assert "Your administrator has set this." in field.accessibleDescription()
        said = "\n".join(each.text() for each in shown.findChildren(QLabel) if each.isVisible())
        assert "🔒 Your administrator has set this." in said
    assert seen == len(ALL)
    choose(choice("Theme", page(locked, "Appearance")), "Light")
    press("OK", locked)
    assert app.workspace.settings == before


def test_what_is_locked_can_not_be_chosen_in_the_menu_either(qtbot: QtBot, app: AppFixture) -> None:
    window = MainWindow(app.workspace, Installed(Path(), Path(), Path(), frozenset({"theme", "text_size"})))
    qtbot.addWidget(window)
    enabled = {action.text(): action.isEnabled() for action in window.findChildren(QAction)}
    assert not any(enabled[each] for each in ("Dark", "High contrast", "Larger text", "Normal text"))


# The account.


@pytest.mark.parametrize("size", [100, 150, 200])
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_scrolls_sideways(app_in: AppIn, language: str, size: int) -> None:
    app = app_in(language)
    app.workspace.settings_store.change(text_size=size)
    dialog = preferences(app)
    tabs = dialog.findChildren(QTabWidget)[0]
    assert tabs.count() == 5
    for place in range(tabs.count()):
        tabs.setCurrentIndex(place)
        do_posted()
        area = tabs.widget(place)
        assert isinstance(area, QScrollArea)
        content = area.widget()
        assert content is not None
        assert not area.horizontalScrollBar().isVisible(), tabs.tabText(place)
        assert content.width() <= area.viewport().width(), tabs.tabText(place)


def test_a_dictionary_without_own_words_says_how_one_gets_there(app: AppFixture) -> None:
    spelling = page(preferences(app), "Spelling")
    assert "No words yet." in labels(spelling)
    assert not any(each.isVisible() for each in spelling.findChildren(QListView))


def test_the_demo_says_that_its_token_is_in_memory_only(app: AppFixture) -> None:
    for is_demo, where in ((False, "in the system keyring"), (True, "in memory only")):
        dialog = PreferencesDialog(app.workspace, Installed(Path(), Path(), Path(), is_demo=is_demo), app.window)
        dialog.open()
        assert where in labels(page(dialog, "Account"))
        assert is_demo is ("keyring" not in labels(page(dialog, "Account")))
        dialog.reject()


def test_the_account_is_shown_and_signs_in_and_out(qtbot: QtBot, app: AppFixture) -> None:
    dialog = preferences(app)
    account = page(dialog, "Account")
    said = {each.text() for each in account.findChildren(QLabel)}
    assert {
        app.workspace.account.user,
        app.workspace.account.server.url if app.workspace.account.server else "",
    } <= said
    press("Sign out", account)
    qtbot.waitUntil(lambda: "not signed in" in {each.text() for each in account.findChildren(QLabel)})
    press("Sign in…", account)
    assert find(QLineEdit, "Access token", app.window).isVisible()


def test_the_stamp_that_is_set_is_read_only_in_the_grid_of_an_open_case(qtbot: QtBot, app: AppFixture) -> None:
    session = opened(qtbot, app, 210)
    grid = view("Attributes", app.window).model()
    is_editable = [bool(grid.index(row, 1).flags() & Qt.ItemFlag.ItemIsEditable) for row in (0, 1)]
    app.workspace.settings_store.change(stamp=next(iter(session.case.attributes)) if session.case else "")
    now = [bool(grid.index(row, 1).flags() & Qt.ItemFlag.ItemIsEditable) for row in (0, 1)]
    assert (is_editable, now) == ([True, True], [False, True])
