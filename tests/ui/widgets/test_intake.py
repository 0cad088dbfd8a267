"""Text pasted, dropped, composed or set arrives as the field shows it, on every path."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
)
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QDialog,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QTableWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from caseeditor.domain.case.reference import Server
from caseeditor.domain.editing.edit import Edit, Row
from caseeditor.ui.account.moving_dialog import MovingDialog
from caseeditor.ui.account.sign_in_dialog import SignInDialog
from caseeditor.ui.main_window.main_window import MainWindow
from caseeditor.ui.state.session import Session
from caseeditor.ui.templates.insert_dialog import PutInDialog
from caseeditor.ui.templates.manager_dialog import TemplatesDialog
from caseeditor.ui.widgets.fields.text_fields import LineEdit, PlainEdit
from caseeditor.ui.widgets.wheel import SpinBox
from tests.ui.grids import Desk, go_to
from tests.ui.grids import paste as paste_on
from tests.ui.parts import (
    AppFixture,
    case_of,
    field,
    find,
    focused,
    key,
    line,
    press,
    typed,
)
from tests.ui.ways_in import (
    CELL,
    FIELDS,
    PASTING,
    Ctrl,
    Shift,
    Way,
    by_ctrl_v,
    by_drop,
    by_input_method,
    by_menu,
    by_shift_insert,
    in_each_way,
    key_on,
)

# Single-line fields.


@in_each_way
@pytest.mark.parametrize(
    ("text", "taken"),
    [
        ("alta\r\n", "alta"),
        (CELL, "uno dos"),
        ("uno\r\n\ndos", "uno dos"),
        ("uno\u2028dos\x0btres", "uno dos tres"),
        ("uno\tdos", "uno dos"),
        ('"so"', '"so"'),
        (" 😀 año ", " 😀 año "),
    ],
)
def test_a_line_takes_a_line(window: MainWindow, app: AppFixture, put_in: Way, text: str, taken: str) -> None:
    subject = line("Subject", window)
    subject.setText("😀YZ")
    subject.setCursorPosition(3)
    put_in(subject, text)
    assert subject.text() == app.session.editor.subject == f"😀Y{taken}Z"


@pytest.mark.parametrize("put_in", [by_ctrl_v, by_shift_insert, by_menu, by_input_method])
def test_the_cursor_stands_behind_what_was_put_in(window: MainWindow, put_in: Way) -> None:
    subject = line("Subject", window)
    subject.setText("😀YZ")
    subject.setCursorPosition(3)
    put_in(subject, "uno\r\ndos 😀\r\n")
    typed("!")
    assert subject.text() == "😀Yuno dos 😀!Z"


@pytest.mark.parametrize("put_in", [by_ctrl_v, by_shift_insert, by_menu, by_input_method])
def test_what_is_pasted_takes_the_place_of_what_is_selected(window: MainWindow, put_in: Way) -> None:
    subject = line("Subject", window)
    subject.setText('"uno y algo')
    subject.setSelection(0, 4)
    put_in(subject, CELL)
    assert subject.text() == "uno dos y algo"


def steps_back(app: AppFixture, shown: Callable[[], str]) -> list[str]:
    """Undo everything, and return the text after each step."""
    back: list[str] = []
    while app.session.editor.undo_stack.undo_key:
        key(Qt.Key.Key_Z, Ctrl)
        back.append(shown())
        assert len(back) < 9
    return back


@pytest.mark.parametrize("put_in", [by_ctrl_v, by_shift_insert, by_menu, by_drop])
def test_a_paste_between_letters_is_undone_alone(window: MainWindow, app: AppFixture, put_in: Way) -> None:
    tag = line("New tag", window)
    tag.setFocus()
    typed("ab")
    put_in(tag, "uno\r\n")
    typed("cd")
    assert steps_back(app, tag.text) == ["abuno", "ab", ""]
    note = field("New note", window)
    note.setFocus()
    typed("ab")
    put_in(note, "uno\r\ndos\r\n")
    typed("cd")
    assert steps_back(app, note.toPlainText) == ["abuno\ndos", "ab", ""]
    subject = line("Subject", window)
    subject.setFocus()
    subject.selectAll()
    typed("ab")
    put_in(subject, "uno\r\n")
    typed("cd")
    assert steps_back(app, subject.text) == ["abuno", "ab", "Necesito ayuda !!!"]


@pytest.mark.parametrize("text", ["uno\ndos", "x" * 100_001])
def test_a_text_that_a_line_changes_or_refuses_stays_where_it_is_dragged_from(
    window: MainWindow, app: AppFixture, text: str
) -> None:
    subject = line("Subject", window)
    data = QMimeData()
    data.setText(text)
    actions = Qt.DropAction.MoveAction | Qt.DropAction.CopyAction
    left = Qt.MouseButton.LeftButton
    QApplication.sendEvent(subject, QDragEnterEvent(QPoint(4, 4), actions, data, left, Shift))
    event = QDropEvent(QPointF(4, 4), actions, data, left, Shift)
    assert event.dropAction() is Qt.DropAction.MoveAction
    QApplication.sendEvent(subject, event)
    assert event.dropAction() is Qt.DropAction.CopyAction
    assert ("uno dos" in app.session.editor.subject) is (text == "uno\ndos")


def copy_picture() -> None:
    data = QMimeData()
    data.setData("image/png", b"no text")
    data.setData("text/html", b"<img src='x.png'>")
    QGuiApplication.clipboard().setMimeData(data)


@pytest.mark.parametrize("name", ["Subject", "New note"])
def test_where_no_text_is_pasted_what_is_selected_stays_and_it_is_said(
    window: MainWindow, app: AppFixture, name: str
) -> None:
    where = line(name, window) if name == "Subject" else field(name, window)
    where.setFocus()
    typed("hola")
    where.selectAll()
    before = app.session.edit
    copy_picture()
    key(Qt.Key.Key_V, Ctrl)
    assert app.session.edit == before
    assert app.status == "Nothing was pasted: there is no text on the clipboard."


def test_what_a_draft_has_in_new_tag_is_shown_as_it_is_and_can_be_undone(window: MainWindow, app: AppFixture) -> None:
    session = app.session
    session.editor.set_tag_text("vip\r\nurgente")  # saved like this by 0.1.0
    tag = line("New tag", window)
    assert tag.text() == "vip↵urgente"
    assert session.edit.tag_text == "vip\r\nurgente"
    assert "↵ stands for a line break." in tag.accessibleDescription()
    tag.setFocus()
    key(Qt.Key.Key_End)
    typed("!")
    assert session.edit.tag_text == "vip\r\nurgente!"
    assert steps_back(app, tag.text) == ["vip↵urgente", ""]


def test_a_line_that_the_program_sets_is_a_line(window: MainWindow, app: AppFixture) -> None:
    line("Subject", window).setText("uno\r\ndos\r\n")
    assert line("Subject", window).text() == app.session.editor.subject == "uno dos"


def test_pasting_is_one_step(window: MainWindow, app: AppFixture) -> None:
    subject = line("Subject", window)
    subject.selectAll()
    by_ctrl_v(subject, "uno\r\ndos\r\n")
    key(Qt.Key.Key_Z, Ctrl)
    assert app.session.edit == Edit()
    assert subject.text() == "Necesito ayuda !!!"


@pytest.mark.parametrize("name", FIELDS)
def test_each_field_of_the_window_drops_the_break_of_a_copied_cell(window: MainWindow, name: str) -> None:
    entry = line(name, window)
    entry.setText("ab")
    entry.setCursorPosition(1)
    by_ctrl_v(entry, "alta\r\n")
    assert (entry.text(), entry.cursorPosition()) == ("aaltab", 5)


def dialogs(app: AppFixture) -> list[QDialog]:
    """Open every dialog with a text field."""
    window, made = app.window, app.workspace
    opened: list[QDialog] = [
        SignInDialog("", "", window),
        MovingDialog([Server("http://127.0.0.1")], window),
        TemplatesDialog(window.templates, window),
        PutInDialog(window.templates, window.template_dialogs.inserting, app.session, window),
    ]
    for dialog in opened:
        dialog.show()
    window.dialogs.show_history()
    for name in ("Shortcuts", "Preferences", "Command palette"):
        action = next(each for each in window.findChildren(type(window.menuBar().actions()[0])) if name in each.text())
        action.trigger()
    assert made.account.user
    return [each for each in window.findChildren(QDialog) if each.isVisible()]


def is_of_a_date(entry: QWidget) -> bool:
    return isinstance(entry.parentWidget(), QAbstractSpinBox) and not isinstance(entry.parentWidget(), QSpinBox)


def test_there_is_no_other_kind_of_field(window: MainWindow, app: AppFixture) -> None:
    key(Qt.Key.Key_F, Ctrl)
    up = dialogs(app)
    assert len(up) == 8
    entries = [entry for each in (window, *up) for entry in each.findChildren(QLineEdit)]
    assert len({entry.accessibleName() for entry in entries}) > 15
    assert {
        entry.accessibleName() for entry in entries if not isinstance(entry, LineEdit) and not is_of_a_date(entry)
    } == set()
    texts = [text for each in (window, *up) for text in each.findChildren(QPlainTextEdit) if not text.isReadOnly()]
    assert texts
    assert all(isinstance(text, PlainEdit) for text in texts)
    for entry in entries:
        if isinstance(entry, LineEdit) and not isinstance(entry.parentWidget(), QSpinBox) and not entry.isReadOnly():
            entry.setText("ab")
            entry.setCursorPosition(1)
            entry.take("alta\r\n")
            assert entry.text() == "aaltab"
    for dialog in up:
        dialog.close()


def test_a_number_is_pasted_from_a_cell(qtbot: QtBot) -> None:
    around = QWidget()
    qtbot.addWidget(around)
    days = SpinBox(around)
    around.show()
    around.activateWindow()
    qtbot.waitUntil(around.isActiveWindow)
    days.selectAll()
    by_ctrl_v(days, "30\r\n")
    assert days.value() == 30
    by_ctrl_v(days, "x")
    assert days.text() == "30"


@pytest.mark.parametrize("apart", ["\r\n", "\t", " ", ","])
def test_all_links_of_a_pasted_list_are_opened(window: MainWindow, app: AppFixture, apart: str) -> None:
    entry = line("Case id or link", window)
    url = app.session.server.url
    by_ctrl_v(entry, f"{url}/case/210{apart}{url}/case/211\r\n")
    key(Qt.Key.Key_Return)
    assert app.tabs == ["203", "210", "211"]


# Multi-line fields.


@pytest.mark.parametrize("put_in", PASTING.values(), ids=PASTING)
@pytest.mark.parametrize(
    ("text", "taken"),
    [("alta\r\n", "alta"), (CELL, "uno\ndos"), ("uno\r\ndos\r\n", "uno\ndos"), ("a\x0bb", "a\nb"), ('"so"', '"so"')],
)
def test_a_note_takes_lines(window: MainWindow, app: AppFixture, put_in: Way, text: str, taken: str) -> None:
    note = field("New note", window)
    note.setPlainText("ab")
    note.moveCursor(note.textCursor().MoveOperation.Right)
    put_in(note, text)
    assert app.session.edit.note_text == f"a{taken}b"


def test_a_line_break_that_is_typed_in_a_note_stays(window: MainWindow, app: AppFixture) -> None:
    note = field("New note", window)
    note.setFocus()
    typed("uno")
    key(Qt.Key.Key_Return)
    assert app.session.edit.note_text == "uno\n"
    by_input_method(note, "dos\n")
    assert app.session.edit.note_text == "uno\ndos\n"


# Attributes.


def value_editor(window: QWidget) -> QPlainTextEdit:
    return find(QPlainTextEdit, "Value of plan", window)


@pytest.mark.parametrize(
    ("text", "taken"),
    [("alta\r\n", "alta"), (CELL, "uno\ndos"), ('"so"', '"so"'), ("Word\x0bbreak\r\n", "Word\nbreak"), ("a  ", "a  ")],
)
def test_a_value_is_pasted_on_its_cell_and_in_its_editor(
    qtbot: QtBot, session_with: Callable[[object], Session], text: str, taken: str
) -> None:
    session = session_with(case_of(plan="Pyme"))
    backend = Desk(qtbot, session)
    paste_on(backend.grid, text, 0, 1)
    assert session.edit.values == {"plan": taken}
    session.editor.undo()
    key(Qt.Key.Key_F2)
    by_ctrl_v(value_editor(backend.window), text)  # all of it is selected
    key(Qt.Key.Key_Return)
    assert session.edit.values == {"plan": taken}


def test_a_name_is_pasted_without_its_break(qtbot: QtBot, session_with: Callable[[object], Session]) -> None:
    session = session_with(case_of())
    backend = Desk(qtbot, session)
    go_to(backend.grid, 0, 0)
    typed("xy")
    by_ctrl_v(focused(), "no\r\nmbre\r\n")
    key(Qt.Key.Key_Return)
    assert session.edit.rows == {1: Row("xyno mbre", "")}


@pytest.mark.parametrize("put_in", [by_ctrl_v, by_shift_insert, by_menu])
def test_rows_pasted_where_a_name_is_begun_are_rows_whichever_way(
    qtbot: QtBot, session_with: Callable[[object], Session], put_in: Way
) -> None:
    session = session_with(case_of())
    backend = Desk(qtbot, session)
    go_to(backend.grid, 0, 0)
    key(Qt.Key.Key_F2)
    put_in(focused(), "uno\t1\r\ndos\t2\r\n")
    assert session.edit.rows == {1: Row("uno", "1"), 2: Row("dos", "2")}


def test_a_templates_attribute_is_typed_as_in_a_case(qtbot: QtBot, window: MainWindow) -> None:
    dialog = TemplatesDialog(window.templates, window)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    press("New template", dialog)
    attributes = dialog.findChildren(QTableWidget)[0]

    def edit(column: int) -> QWidget:
        attributes.setCurrentCell(0, column)
        attributes.edit(attributes.currentIndex())
        return focused()

    def text(column: int) -> str:
        return str(attributes.model().index(0, column).data())

    by_ctrl_v(edit(0), "pl\r\nan\r\n")
    key(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: text(0) == "pl an")
    for pasted in (CELL, ""):
        if pasted:
            by_ctrl_v(edit(1), pasted)
        else:
            edit(1)
        key(Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: attributes.state() != QTableWidget.State.EditingState)
        assert text(1) == "uno dos"
    dialog.close()


# Tags.


@pytest.mark.parametrize("put_in", [by_ctrl_v, by_shift_insert, by_menu, by_drop, by_input_method])
def test_several_lines_are_several_tags(window: MainWindow, app: AppFixture, put_in: Way) -> None:
    put_in(line("New tag", window), " vip \r\n\r\nmoroso\r\nspam\r\nvip\r\n")
    assert app.session.edit == Edit(tags={"vip": True, "moroso": True})
    assert line("New tag", window).text() == ""
    key_on(window, Qt.Key.Key_Z)
    assert app.session.edit == Edit()


def test_the_lines_of_a_quoted_cell_are_tags_too(window: MainWindow, app: AppFixture) -> None:
    by_ctrl_v(line("New tag", window), '"uno\ndos"\r\ntres\r\n')
    assert app.session.edit.tags == {"uno": True, "dos": True, "tres": True}


def test_what_was_typed_stays_when_lines_are_pasted_and_what_was_selected_goes(
    window: MainWindow, app: AppFixture
) -> None:
    entry = line("New tag", window)
    entry.setText("moroso")
    entry.setSelection(2, 4)
    by_ctrl_v(entry, "uno\ndos")
    assert app.session.edit == Edit(tags={"uno": True, "dos": True}, tag_text="mo")
    assert (entry.text(), entry.cursorPosition()) == ("mo", 2)
    key(Qt.Key.Key_Z, Ctrl)
    assert app.session.edit == Edit(tag_text="moroso")


def test_one_line_is_put_in_as_it_is(window: MainWindow, app: AppFixture) -> None:
    by_ctrl_v(line("New tag", window), "vip\r\n")
    assert app.session.edit == Edit(tag_text="vip")


def test_a_hundred_tags_are_enough(window: MainWindow, app: AppFixture) -> None:
    by_ctrl_v(line("New tag", window), "\n".join(map(str, range(101))))
    assert app.status == "Nothing was pasted: at most 100 tags at once."
    assert app.session.edit == Edit()


@pytest.mark.parametrize("tag", ["spam\u200b", "spam", "\u202aspam\u202c"])
def test_a_tag_that_looks_like_one_of_the_case_is_not_added_and_that_is_said(
    window: MainWindow, app: AppFixture, tag: str
) -> None:
    line("New tag", window).setText(tag)
    press("Add tag", window)
    assert app.session.edit == Edit()
    assert app.status == "“spam” already exists."


# Case id or link.


def test_a_copied_column_of_ids_opens_each(qtbot: QtBot, app: AppFixture) -> None:
    entry = line("Case id or link", app.window)
    by_ctrl_v(entry, "203\r\n\u200b#210.\r\n")
    assert entry.text() == "203, \u200b#210."
    key(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: app.status == "Case 203 opened")
    assert app.tabs == ["203", "210"]
