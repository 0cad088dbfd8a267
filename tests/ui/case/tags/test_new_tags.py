"""A tag is created on purpose; one that is new on the server is marked."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from caseeditor.domain.backend import BackendInterface
from caseeditor.domain.case.search import Filters
from caseeditor.domain.editing.edit import Edit
from caseeditor.domain.editing.templates import Template
from caseeditor.runtime.worker import call
from caseeditor.ui.main_window.main_window import MainWindow
from caseeditor.ui.widgets.lists.item_data import Role
from tests.ui.case.tags.test_known_tags import SEEN, popup
from tests.ui.parts import AppFixture, break_disk, column, key, line, opened, press, typed, view


@pytest.fixture
def tagging(qtbot: QtBot, window: MainWindow, app: AppFixture) -> MainWindow:
    """Focus New tag, with known tags."""
    app.session.known_tags.learn(SEEN)
    with qtbot.waitSignal(app.session.known_tags.found):
        line("New tag", window).setFocus()
    return window


def description(app: AppFixture, tag: str) -> str:
    """Return the description of an item of the list Tags."""
    model = view("Tags", app.window).model()
    row = column(model).index(tag)
    return str(model.index(row, 0).data(Role.AccessibleDescriptionRole))


def last(window: MainWindow) -> str:
    return column(popup(window).model())[-1]


def test_the_last_line_creates_the_typed_tag(tagging: MainWindow, app: AppFixture) -> None:
    typed("inf")
    assert last(tagging) == "Create tag “inf”"
    QTest.keyClick(popup(tagging), Qt.Key.Key_End)
    assert line("New tag", tagging).text() == "inf"
    QTest.keyClick(popup(tagging), Qt.Key.Key_Return)
    assert app.session.edit == Edit(tags={"inf": True})
    assert not popup(tagging).isVisible()


def test_a_click_on_the_last_line_creates_it_at_once(tagging: MainWindow, app: AppFixture) -> None:
    typed("tecnico")
    place = popup(tagging).visualRect(popup(tagging).model().index(2, 0)).center()
    QTest.mouseClick(popup(tagging).viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert app.session.edit == Edit(tags={"tecnico": True})


@pytest.mark.parametrize("text", ["vip", " vip ", "informe"])
def test_a_known_tag_has_no_line_to_create_it(tagging: MainWindow, text: str) -> None:
    typed(text)
    assert not any(words.startswith("Create") for words in column(popup(tagging).model()))


def test_the_popup_is_named_and_tells_its_lines(tagging: MainWindow) -> None:
    typed("TECN")
    assert popup(tagging).accessibleName() == "Suggestions"


def test_a_tag_is_added_as_typed_beside_its_other_spelling(tagging: MainWindow, app: AppFixture) -> None:
    typed("INFORME")
    assert column(popup(tagging).model()) == ["informe", "Create tag “INFORME”"]
    key(Qt.Key.Key_Return)
    assert app.session.edit.tags == {"INFORME": True}
    assert not popup(tagging).isVisible()


def test_a_text_left_in_the_field_counts_as_typed(tagging: MainWindow, app: AppFixture) -> None:
    typed("INFORME")
    press("Review changes", tagging)
    assert [(change.name, change.after) for change in app.session.list_changes()] == [("INFORME", "INFORME")]


@pytest.mark.usefixtures("tagging")
def test_a_tag_that_is_new_on_the_server_is_marked(qtbot: QtBot, app: AppFixture) -> None:
    for text in ("vip", "zzz"):
        typed(text)
        key(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: description(app, "zzz") == "to be added, new on this server")
    assert description(app, "vip") == "to be added"


def test_tags_of_search_pages_are_known(qtbot: QtBot, app: AppFixture) -> None:
    session = opened(qtbot, app, 203)
    on_pages = "troca"  # no case that was read has it
    assert session.case
    assert on_pages not in session.case.tags
    pages: list[object] = []
    job = call(BackendInterface.search_cases, session.server, Filters(), 0, 100)
    app.workspace.worker.run(job, pages.append)
    qtbot.waitUntil(lambda: bool(pages))
    with qtbot.waitSignal(session.known_tags.found):
        line("New tag", app.window).setFocus()
    assert session.known_tags.matching("TROC") == (on_pages,)
    assert not session.known_tags.is_first_use(on_pages)


def test_a_tag_of_a_template_alone_is_offered_and_new(qtbot: QtBot, app: AppFixture) -> None:
    app.window.templates.keep((Template("t", tags=("de plantilla",)),))
    session = opened(qtbot, app, 203)
    with qtbot.waitSignal(session.known_tags.found):
        session.known_tags.look()
    assert session.known_tags.matching("plantilla") == ("de plantilla",)
    assert session.known_tags.is_first_use("de plantilla")


@pytest.mark.linux_only("moves or deletes an open data file, which Windows denies")
def test_nothing_is_marked_while_nothing_was_learned(window: MainWindow, app: AppFixture, data: object) -> None:
    break_disk(data)  # type: ignore[arg-type]
    line("New tag", window).setFocus()
    typed("zzz")
    key(Qt.Key.Key_Return)
    assert description(app, "zzz") == "to be added"


def test_the_popup_has_room_for_its_lines(tagging: MainWindow) -> None:
    typed("a long tag of several words")
    assert popup(tagging).viewport().width() >= popup(tagging).sizeHintForColumn(0) > line("New tag", tagging).width()
