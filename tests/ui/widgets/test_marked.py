"""Line breaks and control characters that a field can't show: only the typed part changes."""

import html

import pytest
from PySide6.QtCore import QAbstractItemModel, QLocale, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QPlainTextEdit, QStyledItemDelegate, QTableWidget
from pytestqt.qtbot import QtBot

from caseeditor.demo.server import DemoServer
from caseeditor.domain.editing.edit import Edit, Row
from caseeditor.domain.editing.templates import Template
from caseeditor.domain.text.short_text import in_a_cell
from caseeditor.ui.case.attributes.model import NAME, VALUE
from caseeditor.ui.case.submit.field_conflict import FieldConflict
from caseeditor.ui.case.submit.review_dialog import ReviewDialog
from tests.ui.case.submit.test_submit import posts
from tests.ui.parts import (
    AppFixture,
    colleague,
    column,
    field,
    find,
    focused,
    key,
    labels,
    line,
    opened,
    press,
    submit,
    typed,
    view,
)
from tests.ui.templates.test_templates import keep, kept, managing

Ctrl = Qt.KeyboardModifier.ControlModifier
Shift = Qt.KeyboardModifier.ShiftModifier

HIDDEN = {
    "LF": ("\n", "↵"),
    "CR LF": ("\r\n", "↵"),
    "CR": ("\r", "↵"),
    "U+000B": ("\x0b", "␋"),
    "U+000C": ("\x0c", "␌"),
    "U+2028": ("\u2028", "⤶"),
    "U+2029": ("\u2029", "¶"),
    "U+0000": ("\x00", "␀"),
    "U+001F": ("\x1f", "␟"),
    "U+0085": ("\x85", "␤"),
    "U+FDD0": ("\ufdd0", "◆"),
}
BREAKS = {"LF": "\n", "CR LF": "\r\n", "CR": "\r"}
hidden = pytest.mark.parametrize(("character", "mark"), HIDDEN.values(), ids=HIDDEN)


def with_subject(qtbot: QtBot, app: AppFixture, server: DemoServer, subject: str) -> QLineEdit:
    """Load case 210 with a subject, as a customer's mail may contain."""
    colleague(server, 210, subject=subject)
    opened(qtbot, app, 210)
    shown = line("Subject", app.window)
    shown.setFocus()
    return shown


def with_value(qtbot: QtBot, app: AppFixture, server: DemoServer, value: str) -> QAbstractItemView:
    """Load case 210 with the value of an attribute, with the cursor on it."""
    colleague(server, 210, plan=value)
    opened(qtbot, app, 210)
    return go_to(app, "plan")


def go_to(app: AppFixture, name: str) -> QAbstractItemView:
    grid = view("Attributes", app.window)
    grid.setFocus()
    grid.setCurrentIndex(grid.model().index(column(grid.model(), NAME).index(name), VALUE))
    return grid


def sent(server: DemoServer) -> list[tuple[str, str]]:
    """Return the parameters of the last update."""
    return list(posts(server)[-1][1])


# The subject.


@hidden
def test_a_word_of_a_subject_is_changed_and_the_rest_is_sent_as_it_was(
    qtbot: QtBot, app: AppFixture, server: DemoServer, character: str, mark: str
) -> None:
    subject = with_subject(qtbot, app, server, f"uno{character}dos{character}")
    assert subject.text() == f"uno{mark}dos{mark}"
    assert app.session.list_changes() == ()
    key(Qt.Key.Key_Home)
    typed("¡")
    key(Qt.Key.Key_End)
    typed("!")
    submit(qtbot, app.session)
    assert sent(server) == [("subject", f"¡uno{character}dos{character}!")]
    assert server.case(210)["subject"] == f"¡uno{character}dos{character}!"
    assert subject.text() == f"¡uno{mark}dos{mark}!"
    assert app.session.edit == Edit()


@hidden
def test_a_mark_that_is_deleted_is_gone_from_the_subject(
    qtbot: QtBot, app: AppFixture, server: DemoServer, character: str, mark: str
) -> None:
    subject = with_subject(qtbot, app, server, f"uno{character}dos")
    assert mark in subject.text()
    subject.setCursorPosition(4)
    key(Qt.Key.Key_Backspace)
    typed(" ")
    submit(qtbot, app.session)
    assert sent(server) == [("subject", "uno dos")]
    assert subject.toolTip() == ""
    assert subject.accessibleDescription() == ""


@hidden
def test_a_subject_is_replaced(qtbot: QtBot, app: AppFixture, server: DemoServer, character: str, mark: str) -> None:
    subject = with_subject(qtbot, app, server, f"uno{character}dos")
    assert mark in subject.text()
    key(Qt.Key.Key_A, Ctrl)
    typed("tres")
    submit(qtbot, app.session)
    assert sent(server) == [("subject", "tres")]


@hidden
def test_undo_brings_a_marked_subject_back(
    qtbot: QtBot, app: AppFixture, server: DemoServer, character: str, mark: str
) -> None:
    subject = with_subject(qtbot, app, server, f"uno{character}dos")
    key(Qt.Key.Key_A, Ctrl)
    typed("tres")
    key(Qt.Key.Key_Z, Ctrl)
    assert subject.text() == f"uno{mark}dos"
    assert app.session.list_changes() == ()
    key(Qt.Key.Key_End)
    typed("!")
    assert app.session.edit.subject == f"uno{character}dos!"


def test_a_mark_is_copied_within_a_subject(qtbot: QtBot, app: AppFixture, server: DemoServer) -> None:
    subject = with_subject(qtbot, app, server, "uno\r\ndos")
    subject.setSelection(3, 4)
    key(Qt.Key.Key_C, Ctrl)
    key(Qt.Key.Key_End)
    key(Qt.Key.Key_V, Ctrl)
    assert subject.text() == "uno↵dos↵dos"
    assert app.session.edit.subject == "uno\r\ndos\r\ndos"


def test_a_subject_that_has_the_mark_itself_gets_another(qtbot: QtBot, app: AppFixture, server: DemoServer) -> None:
    subject = with_subject(qtbot, app, server, "pulse ↵\ny espere\ufeff")
    assert subject.text() == "pulse ↵◆y espere¦"
    key(Qt.Key.Key_End)
    typed("!")
    assert app.session.edit.subject == "pulse ↵\ny espere\ufeff!"


def test_different_line_breaks_of_a_subject_have_different_marks(
    qtbot: QtBot, app: AppFixture, server: DemoServer
) -> None:
    subject = with_subject(qtbot, app, server, "a\r\nb\r\nc\nd\re")
    assert subject.text() == "a↵b↵c␊d␍e"
    key(Qt.Key.Key_End)
    typed("!")
    assert app.session.edit.subject == "a\r\nb\r\nc\nd\re!"


def test_the_marks_are_explained_where_they_are(qtbot: QtBot, app: AppFixture, server: DemoServer) -> None:
    subject = with_subject(qtbot, app, server, "uno\r\ndos\x0btres")
    said = "↵ stands for a line break. ␋ stands for a manual line break (U+000B)."
    assert subject.accessibleDescription() == said
    assert html.escape(said) in subject.toolTip()
    subject.setText("dos␋tres")
    assert subject.accessibleDescription() == "␋ stands for a manual line break (U+000B)."
    opened(qtbot, app, 203)
    assert line("Subject", app.window).accessibleDescription() == ""


# Values.


@hidden
def test_a_word_of_a_value_is_changed_and_the_rest_is_sent_as_it_was(
    qtbot: QtBot, app: AppFixture, server: DemoServer, character: str, mark: str
) -> None:
    with_value(qtbot, app, server, f"uno{character}dos{character}")
    key(Qt.Key.Key_Return)
    editor = focused()
    assert isinstance(editor, QPlainTextEdit)
    mark = "\n" if character in BREAKS.values() else mark
    assert editor.toPlainText() == f"uno{mark}dos{mark}"
    key(Qt.Key.Key_Home, Ctrl)
    typed("¡")
    key(Qt.Key.Key_Return)
    submit(qtbot, app.session)
    assert sent(server) == [("plan", f"¡uno{character}dos{character}")]
    assert server.case(210)["plan"] == f"¡uno{character}dos{character}"
    cell = go_to(app, "plan").currentIndex()
    assert cell.data() == in_a_cell(f"¡uno{character}dos{character}")
    assert character not in cell.data()


@hidden
def test_looking_into_a_marked_value_changes_nothing(
    qtbot: QtBot, app: AppFixture, server: DemoServer, character: str, mark: str
) -> None:
    with_value(qtbot, app, server, f"uno{character}dos{character}")
    key(Qt.Key.Key_Return)
    editor = focused()
    assert isinstance(editor, QPlainTextEdit)
    before = editor.toPlainText()
    key(Qt.Key.Key_Return)
    assert app.session.list_changes() == ()
    go_to(app, "plan")
    typed("x")
    key(Qt.Key.Key_Escape)
    key(Qt.Key.Key_Return)
    typed("x")
    assert field("Value of plan", app.window).toPlainText() == "x"
    key(Qt.Key.Key_Z, Ctrl)
    assert field("Value of plan", app.window).toPlainText() == before
    assert mark in before or "\n" in before
    key(Qt.Key.Key_Return)
    assert app.session.list_changes() == ()


@hidden
def test_a_value_is_replaced_and_undone(
    qtbot: QtBot, app: AppFixture, server: DemoServer, character: str, mark: str
) -> None:
    with_value(qtbot, app, server, f"uno{character}dos")
    typed("tres")
    key(Qt.Key.Key_Return)
    assert app.session.edit.values == {"plan": "tres"}
    app.session.editor.undo()
    assert app.session.list_changes() == ()
    assert mark in go_to(app, "plan").currentIndex().data()
    typed("tres")
    key(Qt.Key.Key_Return)
    submit(qtbot, app.session)
    assert sent(server) == [("plan", "tres")]


@pytest.mark.parametrize("kind", BREAKS.values(), ids=BREAKS)
def test_a_new_line_of_a_value_is_of_its_kind(qtbot: QtBot, app: AppFixture, server: DemoServer, kind: str) -> None:
    with_value(qtbot, app, server, f"uno{kind}dos")
    key(Qt.Key.Key_Return)
    key(Qt.Key.Key_End, Ctrl)
    key(Qt.Key.Key_Return, Shift)
    typed("tres")
    key(Qt.Key.Key_Return)
    submit(qtbot, app.session)
    assert sent(server) == [("plan", f"uno{kind}dos{kind}tres")]


def test_different_line_breaks_of_a_value_stay_different(qtbot: QtBot, app: AppFixture, server: DemoServer) -> None:
    with_value(qtbot, app, server, "a\r\nb\nc\nd")
    key(Qt.Key.Key_Return)
    editor = focused()
    assert isinstance(editor, QPlainTextEdit)
    assert editor.toPlainText() == "a␍\nb\nc\nd"
    assert "␍ stands for a carriage return (CR)." in editor.accessibleDescription()
    assert editor.accessibleDescription().startswith("Enter accepts")
    key(Qt.Key.Key_End, Ctrl)
    typed("!")
    key(Qt.Key.Key_Return)
    assert app.session.edit.values == {"plan": "a\r\nb\nc\nd!"}


def test_a_byte_order_mark_at_the_beginning_of_a_value_stays(qtbot: QtBot, app: AppFixture, server: DemoServer) -> None:
    with_value(qtbot, app, server, "\ufeffuno")
    key(Qt.Key.Key_Return)
    key(Qt.Key.Key_End, Ctrl)
    typed("!")
    key(Qt.Key.Key_Return)
    submit(qtbot, app.session)
    assert sent(server) == [("plan", "\ufeffuno!")]


@hidden
def test_the_name_and_value_of_a_new_attribute_are_mended(
    qtbot: QtBot, app: AppFixture, character: str, mark: str
) -> None:
    session = opened(qtbot, app, 210)
    session.editor.set_row(None, Row(f"uno{character}dos", f"1{character}2"))
    grid = view("Attributes", app.window)
    grid.setFocus()
    grid.setCurrentIndex(grid.model().index(8, NAME))
    key(Qt.Key.Key_F2)
    editor = focused()
    assert isinstance(editor, QLineEdit)
    assert editor.text() == f"uno{mark}dos"
    key(Qt.Key.Key_End)
    typed("!")
    key(Qt.Key.Key_Return)
    assert session.edit.rows == {1: Row(f"uno{character}dos!", f"1{character}2")}


def test_a_nested_value_stays_read_only(qtbot: QtBot, app: AppFixture) -> None:
    opened(qtbot, app, 423)
    grid = go_to(app, "deep")
    typed("x")
    assert focused() is grid
    assert app.session.list_changes() == ()
    assert "Nested value" in str(grid.currentIndex().data(Qt.ItemDataRole.AccessibleDescriptionRole))


def test_a_cell_shows_and_explains_marks(qtbot: QtBot, app: AppFixture, server: DemoServer) -> None:
    grid = with_value(qtbot, app, server, "uno\rdos\x0btres\u2028")
    index = grid.currentIndex()
    assert index.data() == "uno ↵ dos␋tres⤶"
    said = str(index.data(Qt.ItemDataRole.AccessibleDescriptionRole))
    assert "⤶ stands for a line separator (U+2028)." in said


# Notes and templates.


def test_a_notes_field_keeps_what_a_template_brought(qtbot: QtBot, app: AppFixture, server: DemoServer) -> None:
    session = opened(qtbot, app, 210)
    session.editor.set_note_text("uno\r\ndos\u2028tres\x0b")
    entry = field("New note", app.window)
    assert entry.toPlainText() == "uno\ndos⤶tres␋"
    assert session.edit.note_text == "uno\r\ndos\u2028tres\x0b"
    assert "⤶ stands for a line separator" in entry.accessibleDescription()
    entry.setFocus()
    key(Qt.Key.Key_End, Ctrl)
    typed("!")
    submit(qtbot, session)
    assert sent(server) == [("note", "uno\r\ndos\u2028tres\x0b!")]
    entry.insertPlainText("a\nb")
    assert session.edit.note_text == "a\nb"


def test_a_pending_note_is_edited_and_keeps_the_rest(qtbot: QtBot, app: AppFixture) -> None:
    session = opened(qtbot, app, 210)
    session.editor.set_note_text("uno\r\ndos\u2028tres")
    session.editor.add_note()
    press("Edit note", app.window)
    editor = field("Edit note", app.window)
    assert editor.toPlainText() == "uno\ndos⤶tres"
    editor.moveCursor(editor.textCursor().MoveOperation.End)
    editor.insertPlainText("!")
    app.window.current_view().commit_open_editors()  # type: ignore[union-attr]  # it is shown
    assert session.edit.notes == {1: "uno\r\ndos\u2028tres!"}


def test_a_template_keeps_what_was_not_typed(qtbot: QtBot, app: AppFixture) -> None:
    note, long = "uno\r\ndos\u2028tres", "x" * 40_000
    keep(qtbot, app, Template("Uno", note, (), {"plan": "a\r\nb\x0bc", "largo": long}))
    dialog = managing(qtbot, app)
    line("Name", dialog).setText("Dos")
    assert field("Note", dialog).toPlainText() == "uno\ndos⤶tres"
    table = find(QTableWidget, "Attributes", dialog)
    delegate = table.itemDelegate()
    assert isinstance(delegate, QStyledItemDelegate)
    assert delegate.displayText("a\r\nb\x0bc", QLocale()) == "a ↵ b␋c"
    for row in (0, 1):
        table.setFocus()
        table.setCurrentCell(row, 1)
        key(Qt.Key.Key_F2)
        key(Qt.Key.Key_End)
        typed("!")
        key(Qt.Key.Key_Return)
        qtbot.waitUntil(table.hasFocus)  # Qt takes it in on the next turn
    dialog.accept()
    assert kept(qtbot, app) == (Template("Dos", note, (), {"plan": "a\r\nb\x0bc!", "largo": long + "!"}),)


# Display.


def cells(table: QTableWidget) -> list[tuple[str, ...]]:
    model: QAbstractItemModel = table.model()
    return [tuple(str(model.index(row, number).data()) for number in range(1, 3)) for row in range(table.rowCount())]


def test_the_review_shows_marks_and_tells_line_breaks_apart(qtbot: QtBot, app: AppFixture, server: DemoServer) -> None:
    with_subject(qtbot, app, server, "uno\r\ndos")
    session = app.session
    session.editor.set_subject("uno\ndos\x0b")
    session.editor.set_value("plan", "a\r\nb\u2028c")
    press("Review changes", app.window)
    dialog = app.window.findChildren(ReviewDialog)[-1]
    table = find(QTableWidget, "Before and after", dialog)
    assert cells(table) == [("uno␍↵dos", "uno↵dos␋"), ("Empresa", "a\nb⤶c")]
    assert "␋ stands for a manual line break" in str(table.model().index(0, 2).data(Qt.ItemDataRole.ToolTipRole))
    assert table.rowHeight(1) > table.rowHeight(0)
    sent_text = find(QPlainTextEdit, "Exactly what is sent", dialog)
    assert sent_text.toPlainText().splitlines()[2:] == [
        "    subject = uno",
        "        dos␋",
        "    plan = a␍",
        "        b⤶c",
    ]
    assert "␍ stands for a carriage return (CR)." in sent_text.accessibleDescription()


def test_conflicts_show_marks(qtbot: QtBot, app: AppFixture, server: DemoServer) -> None:
    session = opened(qtbot, app, 210)
    session.editor.set_subject("uno\ndos")
    session.editor.set_value("plan", "a\x0bb")
    colleague(server, 210, subject="uno\r\ndos", plan="a\nb\u2028")
    submit(qtbot, session)
    fields = [find(FieldConflict, name, app.window) for name in ("Subject", "plan")]
    found = [tuple(field(name, each).toPlainText() for name in ("Mine", "Theirs")) for each in fields]
    assert found == [("uno↵dos", "uno␍↵dos"), ("a␋b", "a\nb⤶")]


def test_a_receipt_shows_marks(qtbot: QtBot, app: AppFixture) -> None:
    session = opened(qtbot, app, 9004)  # the connection drops: the agent is asked
    session.editor.set_subject("uno\r\ndos\x0btres")
    session.editor.set_note_text("llamar\nmañana")
    submit(qtbot, session)
    told = labels(app.window)
    assert "Subject “uno↵dos␋tres”" in told
    assert "“llamar↵mañana”" in told


# Copying.


@pytest.mark.parametrize("how", ["keys", "menu"])
def test_what_is_copied_has_the_breaks_and_not_their_marks(
    qtbot: QtBot, app: AppFixture, server: DemoServer, how: str
) -> None:
    subject = with_subject(qtbot, app, server, "uno\u2028dos\r\ntres")
    subject.selectAll()
    if how == "keys":
        key(Qt.Key.Key_C, Ctrl)
    else:
        menu = subject.createStandardContextMenu()
        next(each for each in menu.actions() if each.objectName() == "edit-copy").trigger()
    assert QGuiApplication.clipboard().text() == "uno\u2028dos\r\ntres"
    note = field("New note", app.window)
    note.setFocus()
    key(Qt.Key.Key_V, Ctrl)
    assert app.session.edit.note_text == "uno\ndos\ntres"


def test_what_is_cut_comes_back_with_its_marks(qtbot: QtBot, app: AppFixture, server: DemoServer) -> None:
    subject = with_subject(qtbot, app, server, "uno\u2028dos\r\ntres")
    subject.selectAll()
    key(Qt.Key.Key_X, Ctrl)
    assert app.session.editor.subject == ""
    app.session.editor.undo()
    assert subject.text() == "uno⤶dos↵tres"
    key(Qt.Key.Key_End)
    key(Qt.Key.Key_V, Ctrl)
    assert app.session.editor.subject == "uno\u2028dos\r\ntres" * 2


def test_what_is_moved_within_a_value_stays_as_it_was(qtbot: QtBot, app: AppFixture, server: DemoServer) -> None:
    with_value(qtbot, app, server, "a\x0bb\r\nc")
    key(Qt.Key.Key_F2)
    key(Qt.Key.Key_C, Ctrl)
    assert QGuiApplication.clipboard().text() == "a\x0bb\r\nc"
    key(Qt.Key.Key_End, Ctrl)
    key(Qt.Key.Key_V, Ctrl)
    key(Qt.Key.Key_Return)
    assert app.session.edit.values == {"plan": "a\x0bb\r\nc" * 2}
