"""In each language: no English names, no nameless control, no duplicate mnemonic in a menu."""

import re

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from caseeditor.demo.server import DemoServer
from caseeditor.languages import TRANSLATED
from tests.support.catalogues import FOLDER, read
from tests.ui.parts import AppFixture, AppIn, Speak
from tests.ui.scenes import TYPED, plain, scenes, texts
from tests.ui.test_access import nameless

QTS_OWN = {
    "Close",
    "Closes the dock widget",
    "Close Tab",
    "Scroll Left",
    "Scroll Right",
    "Cancel",
    "Undo",
    "Select All",
}


def english(code: str) -> set[str]:
    """List the English texts, also Qt's own, that a translated window must not show."""
    entries = read(FOLDER / f"caseeditor_{code}.ts")
    same_elsewhere = {plain(form) for entry in entries for form in entry.forms}
    return {plain(entry.source) for entry in entries} - same_elsewhere - set(TYPED) | QTS_OWN


def pattern(text: str) -> re.Pattern[str]:
    return re.compile(re.sub(r"\\\{\d\\\}|%L?n", ".+", re.escape(text)), re.DOTALL)


@pytest.mark.parametrize("code", TRANSLATED)
def test_nothing_has_an_english_name_and_no_control_has_none(
    qtbot: QtBot, app_in: AppIn, server: DemoServer, code: str
) -> None:
    app = app_in(code)
    known = english(code)
    assert {"Subject", "Submit", "Close Tab"} < known
    whole = {text for text in known if not re.search(r"\{\d|%", text)}
    parts = [pattern(text) for text in known - whole if re.search("[a-z]{3}", text)]
    wrong: dict[str, tuple[str, str]] = {}
    for name, shown in scenes(qtbot, app, server):
        for what, text in set(texts(shown)):
            if text.removesuffix(":") in whole or any(each.fullmatch(text) for each in parts):
                wrong.setdefault(text, (name, what))
        assert list(nameless(shown)) == [], name
        if isinstance(shown, QMenu):
            assert keys_twice(shown) == [], shown.title()
    assert wrong == {}


def keys_twice(menu: QMenu) -> list[str]:
    """List the duplicate mnemonics and shortcuts of a menu."""
    actions = [action for action in menu.actions() if not action.isSeparator()]
    marked = [action.text().replace("&&", "").partition("&")[2][:1].lower() for action in actions]
    found = [key for key in marked if key] + [key.toString() for action in actions for key in action.shortcuts()]
    return [key for key in set(found) if found.count(key) > 1]


def all_shortcuts(app: AppFixture) -> list[str]:
    return sorted(key.toString() for action in app.window.findChildren(QAction) for key in action.shortcuts())


@pytest.mark.parametrize(("code", "shift"), [("en", "Shift"), ("es", "Mayús"), ("pt_BR", "Shift")])
def test_keys_are_called_what_is_printed_on_them(speak: Speak, code: str, shift: str) -> None:
    speak(code)
    shown = QKeySequence("Ctrl+Shift+F").toString(QKeySequence.SequenceFormat.NativeText)
    assert shown == f"Ctrl+{shift}+F"
    assert QKeySequence.fromString(shown, QKeySequence.SequenceFormat.NativeText) == QKeySequence("Ctrl+Shift+F")


@pytest.mark.parametrize("code", TRANSLATED)
def test_the_keys_are_the_same_in_every_language(app_in: AppIn, code: str) -> None:
    app = app_in(code)
    found = all_shortcuts(app)
    assert {"Ctrl+PgDown", "Ctrl+Shift+F", "Ctrl+Return", "F8", "Shift+F5"} < set(found)
    assert len(found) == len(set(found))
    assert QLocale().name().partition("_")[0] == code.partition("_")[0]
    assert QApplication.layoutDirection().name == "LeftToRight"
