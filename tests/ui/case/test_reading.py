"""Reading a case: changes since the last visit, and finding text in it."""

import pytest
from PySide6.QtCore import QDeadlineTimer, Qt, QTimer
from PySide6.QtWidgets import QLabel, QLineEdit, QListView, QTableView, QTreeView, QWidget
from pytestqt.qtbot import QtBot

from caseeditor.demo.server import DemoServer
from caseeditor.ui.case.case_view import CaseView
from caseeditor.ui.case.find.find_bar import FindBar, Part
from caseeditor.ui.main_window.main_window import MainWindow
from caseeditor.ui.widgets.fields.text_fields import PlainEdit
from caseeditor.ui.widgets.lists.card_roles import HEADING
from tests.ui.parts import (
    AppFixture,
    Restart,
    colleague,
    ended,
    find,
    focused,
    key,
    labels,
    line,
    name_of,
    opened,
    press,
    typed,
    view,
)

Ctrl, Shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def shown(app: AppFixture) -> CaseView:
    found = app.window.current_view()
    assert found
    return found


def news(app: AppFixture) -> str:
    """Return the message about changes since the last visit."""
    found = [each.text() for each in shown(app).findChildren(QLabel) if each.text().startswith("●")]
    return found[0] if found else ""


def closed(qtbot: QtBot, app: AppFixture) -> None:
    key(Qt.Key.Key_W, Ctrl)
    qtbot.waitUntil(lambda: not app.tabs)


# Changes since the last visit.


def test_what_changed_since_the_agent_opened_it_is_told_and_new_notes_are_marked(
    qtbot: QtBot, app: AppFixture, server: DemoServer, restart: Restart
) -> None:
    opened(qtbot, app, 210)
    assert news(app) == ""
    qtbot.waitUntil(lambda: app.window.panes.lists.remembered.recent.rowCount() == 1)
    closed(qtbot, app)
    colleague(server, 210, subject="Otro", note="Ya llamó", plan="Pyme", tag="urgente")
    again = restart()
    opened(qtbot, again, 210)
    assert news(again).startswith("● New since your last visit a moment ago: ")
    assert news(again).endswith("subject, tags (urgente), 1 note, attributes (plan)")
    notes = view("Notes", again.window).model()
    headings = [str(notes.index(row, 0).data(HEADING)) for row in range(notes.rowCount())]
    assert headings[0].startswith("new to you · ")
    assert not any("new to you" in heading for heading in headings[1:])
    key(Qt.Key.Key_F5)
    qtbot.waitUntil(lambda: again.status == "Case 210 reloaded")
    assert news(again).endswith("subject, tags (urgente), 1 note, attributes (plan)")


def test_what_the_agent_changed_is_no_news_to_them(qtbot: QtBot, app: AppFixture) -> None:
    session = opened(qtbot, app, 210)
    session.editor.set_note_text("llamar")
    with ended(qtbot, session):
        session.submit()
    qtbot.waitUntil(lambda: session.server_case is not None and session.server_case.notes[-1].text == "llamar")
    closed(qtbot, app)
    opened(qtbot, app, 210)
    assert news(app) == ""


# Find in the case.


def found_words(window: MainWindow) -> str:
    return line("Find in case", window).accessibleDescription() or ""


@pytest.mark.parametrize(
    ("wanted", "where"),
    [("NECESITO", "the subject"), ("spam", "the tags"), ("ficticio", "the notes"), ("436", "the contact")],
)
def test_every_part_is_searched_without_regard_to_case(qtbot: QtBot, app: AppFixture, wanted: str, where: str) -> None:
    opened(qtbot, app, 203)
    key(Qt.Key.Key_F, Ctrl)
    typed(wanted)
    qtbot.waitUntil(lambda: found_words(app.window).endswith(f"in {where}"))


def test_what_is_being_written_is_searched(qtbot: QtBot, app: AppFixture) -> None:
    opened(qtbot, app, 203)
    line("New tag", app.window).setText("Última")
    find(PlainEdit, "New note", app.window).setPlainText("una carta")
    key(Qt.Key.Key_F, Ctrl)
    typed("ultima")
    qtbot.waitUntil(lambda: found_words(app.window).endswith("in the new tag"))
    find(QLineEdit, "Find in case", app.window).setText("CARTA")
    qtbot.waitUntil(lambda: found_words(app.window).endswith("in the new note"))
    assert find(PlainEdit, "New note", app.window).textCursor().selectedText() == "carta"


def test_what_is_found_comes_to_the_front_of_notes_and_conversation(qtbot: QtBot, app: AppFixture) -> None:
    session = opened(qtbot, app, 203)
    qtbot.waitUntil(lambda: bool(session.conversation.messages))
    text = session.conversation.messages[0].text
    key(Qt.Key.Key_F, Ctrl)
    find(QLineEdit, "Find in case", app.window).setText(text)
    qtbot.waitUntil(lambda: found_words(app.window).endswith("in the conversation"))
    assert find(QListView, "Conversation", app.window).isVisible()
    find(QLineEdit, "Find in case", app.window).setText("ficticio")
    qtbot.waitUntil(lambda: found_words(app.window).endswith("in the notes"))
    assert find(QListView, "Notes", app.window).isVisible()


def test_a_text_that_is_typed_during_a_search_is_shown_when_found(qtbot: QtBot) -> None:
    root = QWidget()
    qtbot.addWidget(root)
    shown: list[str] = []

    def text(place: int) -> str:
        if place == 1 and field.text() == "one":
            QTimer.singleShot(0, lambda: field.setText("two"))
        busy = QDeadlineTimer(10)  # longer than a turn of the search: the agent types between two of them
        while not busy.hasExpired():
            pass
        return "two" if place == 4 else "other"

    part = Part("the notes", lambda: 5, text, lambda _, wanted: shown.append(wanted))
    bar = FindBar((part,), lambda _: None, root)
    root.show()
    bar.begin()
    field = find(QLineEdit, "Find in case", root)
    field.setText("one")
    qtbot.waitUntil(lambda: shown == ["two"])


def test_tab_goes_through_what_is_made_later_where_it_stands(qtbot: QtBot, app: AppFixture) -> None:
    session = opened(qtbot, app, 203)
    qtbot.waitUntil(lambda: session.conversation.is_there)
    view = app.window.current_view()
    assert view
    view.show_conversation()
    key(Qt.Key.Key_F, Ctrl)
    chain: list[str] = []
    at = view.nextInFocusChain()
    while at and at is not view:
        chain.append(name_of(at))
        at = at.nextInFocusChain()
    places = [chain.index(name) for name in ("Search conversation", "Conversation", "Filter attributes", "Attributes")]
    places += [chain.index(name) for name in ("Find in case", "Next match", "Close find", "Review changes", "Submit")]
    assert places == sorted(places)


def test_what_comes_later_is_found_too(qtbot: QtBot, app: AppFixture) -> None:
    session = opened(qtbot, app, 203)
    key(Qt.Key.Key_F, Ctrl)
    typed("zanahoria")
    qtbot.waitUntil(lambda: found_words(app.window) == "Not found")
    session.editor.set_value("spam", "zanahoria")
    qtbot.waitUntil(lambda: found_words(app.window) == "1 of 1, in the attributes")


def test_steps_go_through_the_parts_and_round(qtbot: QtBot, app: AppFixture) -> None:
    session = opened(qtbot, app, 203)
    session.editor.set_value("spam", "x")
    key(Qt.Key.Key_F, Ctrl)
    typed("spam")
    said = []
    for _ in range(5):
        key(Qt.Key.Key_Return)
        said.append(found_words(app.window))
    count = int(said[0].split(" of ")[1].split(",")[0])
    assert [each.split(" of ")[0] for each in said[:count]] == [str(place + 1) for place in range(count)][: len(said)]
    key(Qt.Key.Key_Return, Shift)
    table = find(QTableView, "Attributes", app.window)
    row = next(row for row in range(table.model().rowCount()) if table.model().index(row, 0).data() == "spam")
    while "attributes" not in found_words(app.window):
        key(Qt.Key.Key_Return)
    assert table.currentIndex().row() == row
    while "contact" not in found_words(app.window):
        key(Qt.Key.Key_Return)
    tree = find(QTreeView, "Contact and profiles", app.window)
    assert tree.isExpanded(tree.model().index(tree.currentIndex().row(), 0))


def test_escape_closes_it_and_the_focus_is_where_it_was(qtbot: QtBot, app: AppFixture) -> None:
    opened(qtbot, app, 203)
    line("New tag", app.window).setFocus()
    key(Qt.Key.Key_F, Ctrl)
    typed("nothing of the kind")
    qtbot.waitUntil(lambda: found_words(app.window) == "Not found")
    key(Qt.Key.Key_Escape)
    assert focused() is line("New tag", app.window)
    assert "Not found" not in labels(app.window)


def test_the_largest_case_is_searched_within_a_moment(qtbot: QtBot, app: AppFixture) -> None:
    opened(qtbot, app, 9000)
    key(Qt.Key.Key_F, Ctrl)
    field = find(QLineEdit, "Find in case", app.window)
    field.setText("ñandú que no está")
    qtbot.waitUntil(lambda: found_words(app.window) == "Not found")
    press("Close find", app.window)
    assert not field.isVisible()
