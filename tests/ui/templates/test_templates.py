"""Templates: written and saved here, previewed, inserted as one step, and never sent automatically."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QPlainTextEdit, QPushButton, QTableWidget
from pytestqt.qtbot import QtBot

from caseeditor.demo.server import DemoServer
from caseeditor.domain.editing.edit import Edit, Row
from caseeditor.domain.editing.templates import Template
from caseeditor.domain.editing.undo import StepKey, StepKind
from caseeditor.ui.main_window.main_window import MainWindow
from caseeditor.ui.state.session import Session
from caseeditor.ui.templates.controller import Offered, TemplateModel
from caseeditor.ui.templates.insert_dialog import PutInDialog
from caseeditor.ui.templates.manager_dialog import TemplatesDialog
from tests.ui.parts import (
    AppFixture,
    Restart,
    Watched,
    break_disk,
    case_of,
    column,
    field,
    find,
    focused,
    key,
    labels,
    line,
    opened,
    press,
    showing,
    typed,
    view,
)
from tests.ui.test_access import nameless

Ctrl = Qt.KeyboardModifier.ControlModifier
CALL = Template("Llamar mañana", "Hola {contact.name}, {contact.nam}", ("vip", "nuevo"), {"plan": "Pyme", "note": "x"})
THANKS = Template("Gracias", "Gracias.\n{user}")
NASTY = {
    "markup": "<b>x</b> &amp; <img src=x>",
    "right to left": "\u202eabc\u202c שלום",
    "emoji": "👨‍👩‍👧‍👦🏽",
    "spaces": "12\u00a0345",
    "braces": "{{ }} {",
    "combining": "e\u0301 Z\u0351\u036b",
    "a megabyte": "línea 😀\n" * 80_000,
}


def only(kind: type[QDialog], window: MainWindow) -> QDialog:
    found = [each for each in window.findChildren(kind) if each.isVisible()]
    assert len(found) == 1
    return found[0]


def keep(qtbot: QtBot, app: AppFixture, *templates: Template) -> None:
    """Save these templates."""
    app.window.templates.keep(templates)
    with qtbot.waitSignal(app.window.templates.read):
        app.window.templates.look()


def choosing(qtbot: QtBot, app: AppFixture) -> QDialog:
    """Press Ctrl+T, and wait for the templates."""
    with qtbot.waitSignal(app.window.templates.read):
        key(Qt.Key.Key_T, Ctrl)
    return only(PutInDialog, app.window)


def managing(qtbot: QtBot, app: AppFixture) -> QDialog:
    action = next(each for each in app.window.findChildren(QAction) if each.text() == "Templates…")
    with qtbot.waitSignal(app.window.templates.read):
        action.trigger()
    return only(TemplatesDialog, app.window)


def preview(dialog: QDialog) -> list[str]:
    return field("Preview", dialog).toPlainText().splitlines()


def kept(qtbot: QtBot, app: AppFixture) -> tuple[Template, ...]:
    """Return the templates on disk."""
    with qtbot.waitSignal(app.window.templates.read) as signal:
        app.window.templates.look()
    found: tuple[Template, ...] = signal.args[0]
    return found


@pytest.fixture
def stocked(qtbot: QtBot, app: AppFixture) -> AppFixture:
    """Show a case, with two templates available."""
    opened(qtbot, app, 210)
    keep(qtbot, app, CALL, THANKS)
    return app


# Inserting.


def test_the_preview_shows_what_is_put_in(qtbot: QtBot, stocked: AppFixture) -> None:
    dialog = choosing(qtbot, stocked)
    assert column(view("Templates", dialog).model()) == ["Gracias", "Llamar mañana"]
    key(Qt.Key.Key_Down)
    assert preview(dialog) == [
        "New note:",
        "Hola Ramón Güemes, {contact.nam}",
        "",
        "Tag added: vip",
        "Tag added: nuevo",
        "plan: Empresa → Pyme",
    ]
    said = labels(dialog)
    assert "Unknown fields stay as written: {contact.nam}" in said
    assert "Attributes that can't be set here: note" in said
    marked = [each.cursor.selectedText() for each in field("Preview", dialog).extraSelections()]
    assert marked == ["{contact.nam}"]
    assert stocked.session.edit == Edit()


def test_it_is_put_in_as_one_step_and_nothing_is_sent(qtbot: QtBot, stocked: AppFixture, server: DemoServer) -> None:
    session = stocked.session
    field("New note", stocked.window).setPlainText("half a sen")
    typed_before = session.edit
    choosing(qtbot, stocked)
    typed("manana")
    key(Qt.Key.Key_Return)
    assert session.edit == Edit(
        note_text="half a sen",
        notes={1: "Hola Ramón Güemes, {contact.nam}"},
        tags={"vip": True, "nuevo": True},
        values={"plan": "Pyme"},
    )
    assert session.editor.undo_stack.undo_key == StepKey(StepKind.TEMPLATE, "Llamar mañana")
    undo = next(each for each in stocked.window.findChildren(QAction) if each.text().startswith("Undo"))
    assert undo.text() == "Undo template Llamar mañana"
    undo.trigger()
    assert session.edit == typed_before
    session.editor.redo()
    assert view("Notes", stocked.window).currentIndex().data() == "Hola Ramón Güemes, {contact.nam}"
    assert {asked.method for asked in server.requests} == {"GET"}


def test_what_stands_in_an_open_editor_counts(qtbot: QtBot, stocked: AppFixture) -> None:
    field("New note", stocked.window).setPlainText("first")
    press("Add note", stocked.window)
    press("Edit note", stocked.window)
    field("Edit note", stocked.window).setPlainText("mended")
    dialog = choosing(qtbot, stocked)
    press("Insert", dialog)
    assert stocked.session.edit.notes == {1: "mended", 2: "Gracias.\ndemo"}


def test_cancelled_nothing_is_put_in(qtbot: QtBot, stocked: AppFixture) -> None:
    choosing(qtbot, stocked)
    key(Qt.Key.Key_Escape)
    assert stocked.session.edit == Edit()


def test_a_template_that_changes_nothing_says_so(qtbot: QtBot, stocked: AppFixture) -> None:
    keep(qtbot, stocked, Template("Nada", "", ("app",), {"plan": "Empresa"}))
    dialog = choosing(qtbot, stocked)
    typed("Nada")
    assert "changes nothing in this case" in labels(dialog)
    assert not find(QPushButton, "Insert", dialog).isEnabled()
    key(Qt.Key.Key_Return)
    assert stocked.session.edit == Edit()


def test_the_preview_follows_the_case(qtbot: QtBot, stocked: AppFixture) -> None:
    dialog = choosing(qtbot, stocked)
    key(Qt.Key.Key_Down)
    showing(stocked.session, case_of(210, contact={"name": "Eva"}))
    assert preview(dialog)[1] == "Hola Eva, {contact.nam}"
    press("Insert", dialog)
    assert stocked.session.edit.notes == {1: "Hola Eva, {contact.nam}"}
    assert stocked.session.edit.rows == {1: Row("plan", "Pyme")}


def test_without_templates_it_says_where_to_write_one(qtbot: QtBot, window: MainWindow, app: AppFixture) -> None:
    dialog = choosing(qtbot, app)
    assert "Write one under Templates…" in labels(dialog)
    with qtbot.waitSignal(window.templates.read):
        press("Templates…", dialog)
    assert only(TemplatesDialog, window)


def escaped(text: str) -> str:
    return text.replace("{", "{{").replace("}", "}}")


def test_the_preview_says_what_was_typed_and_is_replaced(qtbot: QtBot, stocked: AppFixture) -> None:
    session = stocked.session
    keep(qtbot, stocked, Template("!", "", ("app",), {"plan": "Empresa", "color": "rojo", "nuevo": "x"}))
    session.editor.set_value("plan", "typed")
    session.editor.set_row(None, Row("color", "azul"))
    session.editor.remove_tag("app")
    dialog = choosing(qtbot, stocked)
    assert preview(dialog) == [
        "Tag kept: app",
        "plan: Empresa (replaces what you typed: typed)",
        "color: rojo (replaces what you typed: azul)",
        "nuevo: x",
    ]
    press("Insert", dialog)
    assert session.edit == Edit(rows={1: Row("color", "rojo"), 2: Row("nuevo", "x")})


def test_put_in_twice_it_is_there_once(qtbot: QtBot, stocked: AppFixture) -> None:
    dialog = choosing(qtbot, stocked)
    button = find(QPushButton, "Insert", dialog)
    button.click()
    button.click()
    assert len(stocked.session.edit.notes) == 1


@pytest.mark.parametrize("text", NASTY.values(), ids=NASTY)
def test_every_text_is_shown_and_put_in_exactly(qtbot: QtBot, stocked: AppFixture, text: str) -> None:
    keep(qtbot, stocked, Template("!", escaped(text), (escaped(text[:40].strip()),)))
    dialog = choosing(qtbot, stocked)
    shown = field("Preview", dialog)
    assert text in shown.document().toRawText().replace("\u2029", "\n")
    press("Insert", dialog)
    assert stocked.session.edit.notes == {1: text}
    assert stocked.session.edit.tags == {text[:40].strip(): True}


# Writing them.


def test_a_template_is_written_changed_and_removed(qtbot: QtBot, stocked: AppFixture) -> None:
    dialog = managing(qtbot, stocked)
    press("New template", dialog)
    typed("Reclamo")
    field("Note", dialog).setPlainText("Hola {contact.name}:\n")
    field("Tags, one a line", dialog).setPlainText("vip\n\nreclamo")
    table = find(QTableWidget, "Attributes", dialog)
    for column_, text in enumerate(("prioridad", "alta")):
        table.model().setData(table.model().index(0, column_), text)
    assert table.rowCount() == 2
    wanted = Template("Reclamo", "Hola {contact.name}:\n", ("vip", "reclamo"), {"prioridad": "alta"})
    press("Close", dialog)
    assert kept(qtbot, stocked) == (THANKS, CALL, wanted)
    dialog = managing(qtbot, stocked)
    view("Templates", dialog).setCurrentIndex(view("Templates", dialog).model().index(1, 0))
    assert field("Note", dialog).toPlainText() == CALL.note
    line("Name", dialog).setText("Otra")
    press("Close", dialog)
    assert [each.name for each in kept(qtbot, stocked)] == ["Gracias", "Otra", "Reclamo"]
    dialog = managing(qtbot, stocked)
    press("Remove template", dialog)
    assert "“Gracias” removed." in labels(dialog)
    assert line("Name", dialog).text() == "Otra"
    press("Close", dialog)
    assert [each.name for each in kept(qtbot, stocked)] == ["Otra", "Reclamo"]


def test_what_is_typed_is_kept_after_a_pause_without_closing(qtbot: QtBot, stocked: AppFixture) -> None:
    dialog = managing(qtbot, stocked)
    field("Note", dialog).setPlainText("typed")
    qtbot.waitUntil(lambda: kept(qtbot, stocked)[0].note == "typed")


def test_looking_through_them_changes_none(qtbot: QtBot, stocked: AppFixture) -> None:
    dialog = managing(qtbot, stocked)
    for row in (1, 0, 1):
        view("Templates", dialog).setCurrentIndex(view("Templates", dialog).model().index(row, 0))
    press("Close", dialog)
    assert kept(qtbot, stocked) == (THANKS, CALL)


def test_two_of_one_name_are_told_apart(qtbot: QtBot, stocked: AppFixture) -> None:
    dialog = managing(qtbot, stocked)
    press("New template", dialog)
    line("Name", dialog).setText("Gracias")
    press("New template", dialog)
    line("Name", dialog).setText(" ")
    press("Close", dialog)
    assert {each.name for each in kept(qtbot, stocked)} == {"Gracias", "Llamar mañana", "Gracias (2)", "Template"}
    assert THANKS in kept(qtbot, stocked)


def test_a_field_is_inserted_where_the_cursor_is(qtbot: QtBot, stocked: AppFixture) -> None:
    dialog = managing(qtbot, stocked)
    field("Note", dialog).setPlainText("Hola ")
    field("Note", dialog).moveCursor(field("Note", dialog).textCursor().MoveOperation.End)
    menu = find(QPushButton, "Insert field", dialog).menu()
    menu.actions()[0].trigger()
    assert field("Note", dialog).toPlainText() == "Hola {contact.name}"
    assert isinstance(focused(), QPlainTextEdit)


def test_tab_goes_from_the_note_to_the_button_that_stands_below_it(qtbot: QtBot, stocked: AppFixture) -> None:
    dialog = managing(qtbot, stocked)
    field("Note", dialog).setFocus()
    key(Qt.Key.Key_Tab)
    assert focused() is find(QPushButton, "Insert field", dialog)
    key(Qt.Key.Key_Tab)
    assert focused() is field("Tags, one a line", dialog)


@pytest.mark.usefixtures("stocked")
def test_they_are_there_at_the_next_start(qtbot: QtBot, restart: Restart) -> None:
    assert kept(qtbot, restart()) == (THANKS, CALL)


@pytest.mark.linux_only("moves or deletes an open data file, which Windows denies")
def test_a_disk_that_fails_is_told(qtbot: QtBot, stocked: AppFixture, data: Path) -> None:
    dialog = managing(qtbot, stocked)
    break_disk(data)
    field("Note", dialog).setPlainText("typed")
    qtbot.waitUntil(lambda: "NOT saved" in labels(dialog))


def test_no_control_of_the_dialogs_is_without_a_name(qtbot: QtBot, stocked: AppFixture) -> None:
    dialog = choosing(qtbot, stocked)
    assert list(nameless(dialog)) == []
    dialog.reject()
    assert list(nameless(managing(qtbot, stocked))) == []


# Files.


def choose_file(path: Path) -> None:
    """Answer the next file dialog."""

    def answer() -> None:
        chooser = QApplication.activeModalWidget()
        if isinstance(chooser, QFileDialog):
            chooser.selectFile(str(path))
            chooser.accept()
        else:
            QTimer.singleShot(1, answer)

    QTimer.singleShot(1, answer)


def test_what_is_exported_can_be_imported_elsewhere(qtbot: QtBot, stocked: AppFixture, tmp_path: Path) -> None:
    dialog = managing(qtbot, stocked)
    path = tmp_path / "templates.json"
    choose_file(path)
    press("Export…", dialog)
    qtbot.waitUntil(lambda: "Exported." in labels(dialog))
    assert [each["name"] for each in json.loads(path.read_text())] == ["Gracias", "Llamar mañana"]
    press("Remove template", dialog)
    choose_file(path)
    press("Import…", dialog)
    qtbot.waitUntil(lambda: "Imported: 1" in labels(dialog))
    press("Close", dialog)
    assert kept(qtbot, stocked) == (THANKS, CALL)


@pytest.mark.parametrize("body", [b"", b"{}", b"\xff", b'[{"name": 1}]', b"[" * 100_000])
def test_a_file_of_something_else_is_told_and_changes_nothing(
    qtbot: QtBot, stocked: AppFixture, tmp_path: Path, body: bytes
) -> None:
    path = tmp_path / "other.json"
    path.write_bytes(body)
    dialog = managing(qtbot, stocked)
    choose_file(path)
    press("Import…", dialog)
    qtbot.waitUntil(lambda: "No templates in this file" in labels(dialog))
    press("Close", dialog)
    assert kept(qtbot, stocked) == (THANKS, CALL)


# The model.


def test_the_list_moves_as_few_rows_as_it_can(busy: Session) -> None:
    model = TemplateModel(busy)
    watched = Watched(model)
    each = [Offered(Template(str(number))) for number in range(5)]
    model.show_templates(tuple(each))
    watched.forget()
    model.show_templates((*each[:2], *each[3:]))
    assert (watched.inserted, watched.removed, watched.resets) == ([], [2], 0)
    model.change(1, Template("x"))
    assert (watched.changed, column(model)) == ([1], ["0", "x", "3", "4"])
