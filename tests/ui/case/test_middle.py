"""The middle of a case: tags, strip, new note and foot take a line each; the menu beside the number."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QLineEdit, QListView, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from caseeditor.ui.case.footer import CaseFooter
from caseeditor.ui.main_window.main_window import MainWindow
from tests.ui.parts import (
    AppFixture,
    choose_of_case,
    field,
    find,
    focused,
    is_there,
    key,
    labels,
    line,
    name_of,
    opened,
    press,
    view,
)


def top(widget: QWidget) -> int:
    return widget.mapTo(widget.window(), QPoint()).y()


@pytest.fixture
def wide(qtbot: QtBot, window: MainWindow) -> MainWindow:
    window.resize(1366, 768)
    qtbot.waitUntil(lambda: line("Subject", window).width() > 300)
    return window


def test_the_field_for_a_tag_follows_the_last_tag(qtbot: QtBot, wide: MainWindow, app: AppFixture) -> None:
    app.session.editor.add_tags(["uno", "facturación"], "")
    tags, entry = find(QListView, "Tags", wide), line("New tag", wide)
    last = find(QToolButton, "Remove tag facturación", wide)
    qtbot.waitUntil(lambda: last.isVisible() and abs(top(last) - top(entry)) < 12)  # also in bold
    assert 0 < entry.mapTo(wide, QPoint()).x() - last.mapTo(wide, last.rect().topRight()).x() < 60
    app.session.editor.add_tags([f"etiqueta {number}" for number in range(12)], "")
    qtbot.waitUntil(lambda: tags.height() > 2 * entry.height())
    assert entry.isVisible()
    assert find(QPushButton, "Add tag", wide).isVisible()


def test_the_longest_tag_can_be_removed(qtbot: QtBot, wide: MainWindow, app: AppFixture) -> None:
    tag = "supercalifragilisticoespialidoso " * 6
    app.session.editor.add_tags([tag.strip()], "")
    wide.resize(760, 768)
    qtbot.waitUntil(lambda: is_there(f"Remove tag {tag.strip()}", wide))


def test_a_search_field_is_a_glyph_until_it_is_needed(wide: MainWindow) -> None:
    search = line("Search notes", wide)
    assert search.width() < 40
    search.setFocus()
    assert search.width() > 100
    search.setText("tecnico")
    view("Notes", wide).setFocus()
    assert search.width() > 100
    search.clear()
    assert search.width() < 40


def test_the_strip_searches_the_list_that_is_shown(qtbot: QtBot, wide: MainWindow, app: AppFixture) -> None:
    qtbot.waitUntil(lambda: app.session.conversation.is_there)
    assert line("Search notes", wide).isVisible()
    key(Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    assert line("Search conversation", wide).isVisible()
    assert "Search notes" not in [name_of(each) for each in wide.findChildren(QLineEdit) if each.isVisible()]
    line("Search conversation", wide).setFocus()
    line("Search conversation", wide).setText("a")
    key(Qt.Key.Key_F3)
    assert focused() is line("Search conversation", wide)


def test_the_foot_is_one_line_and_two_in_a_narrow_window(qtbot: QtBot, wide: MainWindow, app: AppFixture) -> None:
    discard, submit = find(QPushButton, "Discard changes", wide), find(QPushButton, "Submit", wide)
    app.session.editor.set_subject("otro")
    qtbot.waitUntil(lambda: "1 change · saved as a draft at" in labels(wide))
    assert top(discard) == top(submit)
    wide.resize(640, 768)
    qtbot.waitUntil(lambda: top(discard) < top(submit))
    footer = wide.findChildren(CaseFooter)[0]
    for each in footer.findChildren(QPushButton):
        assert not each.isVisible() or footer.rect().contains(each.geometry()), each.text()
    wide.resize(1366, 768)
    qtbot.waitUntil(lambda: top(discard) == top(submit))


def test_the_button_for_a_note_stands_beside_its_field(wide: MainWindow) -> None:
    entry, add = field("New note", wide), find(QPushButton, "Add note", wide)
    assert add.mapTo(wide, add.rect().bottomLeft()).y() == entry.mapTo(wide, entry.rect().bottomLeft()).y()
    assert not is_there("Edit note", wide)
    entry.setPlainText("hola")
    press("Add note", wide)
    assert is_there("Edit note", wide)


@pytest.mark.parametrize(
    ("text", "copied"), [("Copy case ID", "203"), ("Copy link", "http://master.local2.socialgateway.net:8080/case/203")]
)
def test_the_menu_beside_the_number_copies(wide: MainWindow, text: str, copied: str) -> None:
    choose_of_case(text, wide)
    assert QGuiApplication.clipboard().text() == copied


def test_a_single_case_is_closed_beside_its_number(qtbot: QtBot, wide: MainWindow, app: AppFixture) -> None:
    press("Close case 203", wide)
    assert app.tabs == []
    assert "Nothing open" in [each.text() for each in wide.findChildren(QLabel) if each.isVisible()]
    opened(qtbot, app, 203)
    opened(qtbot, app, 210)
    press("Close case 210", wide)  # that of its tab
    assert app.tabs == ["203"]
