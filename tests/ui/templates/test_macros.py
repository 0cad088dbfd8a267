"""Templates by name in a note and by number; those that submit; shared ones."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QComboBox, QListView, QPlainTextEdit
from pytestqt.qtbot import QtBot

from caseeditor.demo.server import DemoServer
from caseeditor.domain.editing.edit import Edit, Row
from caseeditor.domain.editing.template_files import written
from caseeditor.domain.editing.templates import Template
from caseeditor.ui.main_window.menus.command_palette import Palette
from caseeditor.ui.templates.insert_dialog import PutInDialog
from tests.ui.case.submit.test_submit import posts
from tests.ui.next_cases import Ctrl, Shift, in_front, listed, stored_notes
from tests.ui.parts import AppFixture, break_disk, column, field, find, is_there, key, labels, line, press, typed, view
from tests.ui.templates.test_templates import choosing, keep, kept, managing, only

CLOSING = Template(
    "Cierre", "Cerrado por {user}", ("cerrado",), subject="Cerrado", removed_tags=("consulta",), number=1
)
NEXT = Template("Siguiente", "Hecho.", ("listo",), submits=True, number=2)
ODD = Template("Odd", "Hola {contact.nam}", submits=True, number=3)


@pytest.fixture
def stocked(qtbot: QtBot, app: AppFixture) -> AppFixture:
    listed(qtbot, app, 203, 210)
    keep(qtbot, app, CLOSING, NEXT, ODD, Template("Gracias / señora", "Gracias.\nChau"))
    field("New note", app.window).setFocus()
    return app


def note(app: AppFixture) -> QPlainTextEdit:
    return field("New note", app.window)


def suggestions(app: AppFixture) -> list[str] | None:
    """Return the rows of the open list; None if it is closed."""
    found = [
        each
        for each in app.window.findChildren(QListView)
        if each.isVisible() and each.accessibleName() == "Suggestions"
    ]
    return column(found[0].model()) if found else None


def activate(qtbot: QtBot, app: AppFixture) -> None:
    """Give the window the focus, as a window manager does once a dialog is closed."""
    app.window.activateWindow()
    qtbot.waitUntil(app.window.isActiveWindow)


# By name, in a note.


def test_a_slash_offers_templates_by_name_and_enter_inserts_one(stocked: AppFixture) -> None:
    session = stocked.session
    typed("Visto. /")
    assert suggestions(stocked) == ["Cierre", "Gracias / señora", "Odd", "Siguiente"]
    typed("gra")
    assert suggestions(stocked) == ["Gracias / señora"]
    assert note(stocked).accessibleDescription() == "Gracias / señora"
    before = session.edit
    key(Qt.Key.Key_Return)
    assert suggestions(stocked) is None
    assert note(stocked).accessibleDescription() == ""
    assert session.edit == Edit(note_text="Visto. Gracias.\nChau")
    typed("!")
    assert session.edit.note_text == "Visto. Gracias.\nChau!"
    session.editor.undo()
    session.editor.undo()
    assert session.edit == before


def test_tab_inserts_all_parts_as_one_step_and_undo_brings_the_typed_name_back(stocked: AppFixture) -> None:
    session = stocked.session
    note(stocked).setPlainText("antes  después")
    cursor = note(stocked).textCursor()
    cursor.setPosition(6)
    note(stocked).setTextCursor(cursor)
    typed("/cie")
    key(Qt.Key.Key_Tab)
    user = session.draft.user_name
    assert session.edit == Edit(
        subject="Cerrado",
        note_text=f"antes Cerrado por {user} después",
        tags={"cerrado": True} | ({"consulta": False} if session.case and "consulta" in session.case.tags else {}),
    )
    assert note(stocked).hasFocus()
    assert note(stocked).textCursor().position() == len(f"antes Cerrado por {user}")
    session.editor.undo()
    assert session.edit == Edit(note_text="antes /cie después")


@pytest.mark.parametrize("text", ["/home", "and/or", "km/h", "http://x/c", "/ cie", "12/3", "a/cierre"])
def test_a_slash_that_is_no_template_is_never_disturbed(stocked: AppFixture, text: str) -> None:
    typed(text)
    assert suggestions(stocked) is None
    key(Qt.Key.Key_Return)
    typed("x")
    assert stocked.session.edit == Edit(note_text=f"{text}\nx")


def test_escape_leaves_what_is_typed_until_another_name_is_begun(stocked: AppFixture) -> None:
    typed("/ci")
    key(Qt.Key.Key_Escape)
    assert suggestions(stocked) is None
    typed("e")
    assert suggestions(stocked) is None
    key(Qt.Key.Key_Return)
    assert stocked.session.edit == Edit(note_text="/cie\n")
    typed("/ci")
    assert suggestions(stocked) == ["Cierre"]


def test_without_a_letter_nothing_is_chosen_until_the_agent_moves(stocked: AppFixture) -> None:
    typed("/")
    key(Qt.Key.Key_Return)
    assert stocked.session.edit == Edit(note_text="/\n")
    typed("/")
    key(Qt.Key.Key_Down)
    key(Qt.Key.Key_Down)
    assert note(stocked).accessibleDescription() == "Gracias / señora"
    key(Qt.Key.Key_Up)
    assert note(stocked).accessibleDescription() == "Cierre, Ctrl+Shift+1"


@pytest.mark.parametrize("text", ["24 /2", "y /o", "c /s", "c /si"])
def test_enter_after_a_short_text_is_a_line_break_until_the_agent_moves(
    stocked: AppFixture, server: DemoServer, text: str
) -> None:
    typed(text)
    assert suggestions(stocked)
    key(Qt.Key.Key_Return)
    assert stocked.session.edit == Edit(note_text=f"{text}\n")
    assert posts(server) == []
    typed("/o")
    key(Qt.Key.Key_Down)
    key(Qt.Key.Key_Return)
    assert stocked.session.edit.note_text == f"{text}\nHola {{contact.nam}}"


def test_with_fewer_letters_nothing_is_chosen_any_more(stocked: AppFixture) -> None:
    typed("/ci")
    key(Qt.Key.Key_Backspace)
    assert suggestions(stocked) == ["Cierre"]
    key(Qt.Key.Key_Return)
    assert stocked.session.edit == Edit(note_text="/c\n")


def hold(app: AppFixture) -> None:
    """Repeat Enter in New note, as a key held down does."""
    held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", autorep=True)
    QApplication.sendEvent(note(app), held)


def test_enter_held_down_after_a_choice_adds_no_lines(stocked: AppFixture) -> None:
    typed("/cie")
    key(Qt.Key.Key_Return)
    hold(stocked)
    assert stocked.session.edit.note_text == f"Cerrado por {stocked.session.draft.user_name}"
    key(Qt.Key.Key_Return)
    hold(stocked)
    assert stocked.session.edit.note_text.endswith("\n\n")


def test_enter_held_down_in_the_dialog_adds_no_lines(qtbot: QtBot, stocked: AppFixture) -> None:
    choosing(qtbot, stocked)
    typed("cierre")
    key(Qt.Key.Key_Return)
    activate(qtbot, stocked)
    hold(stocked)
    assert stocked.session.edit.note_text == ""


def test_pasted_text_opens_no_list(stocked: AppFixture) -> None:
    QGuiApplication.clipboard().setText("ver /ci")
    key(Qt.Key.Key_V, Ctrl)
    assert suggestions(stocked) is None
    key(Qt.Key.Key_Z, Ctrl)
    assert suggestions(stocked) is None


def test_leaving_the_field_closes_the_list(stocked: AppFixture) -> None:
    typed("/ci")
    line("Subject", stocked.window).setFocus()
    assert suggestions(stocked) is None
    assert stocked.session.edit == Edit(note_text="/ci")


def test_a_click_inserts_and_a_number_finds(stocked: AppFixture) -> None:
    typed("/3")
    assert suggestions(stocked) == ["Odd"]
    found = find(QListView, "Suggestions", stocked.window)
    place = found.visualRect(found.model().index(0, 0)).center()
    QTest.mouseClick(found.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert stocked.session.edit == Edit(note_text="Hola {contact.nam}")


def test_marks_and_any_script_around_it_stay(stocked: AppFixture) -> None:
    before = "a\u00a0b שלום 😀\r\n"
    stocked.session.editor.set_note_text(before)
    note(stocked).moveCursor(note(stocked).textCursor().MoveOperation.End)
    typed("/gra")
    key(Qt.Key.Key_Return)
    assert stocked.session.edit.note_text == f"{before}Gracias.\nChau"


def test_thousands_of_templates_and_a_megabyte(qtbot: QtBot, stocked: AppFixture) -> None:
    many = [Template(f"t{number:05}", "x") for number in range(5_000)]
    keep(qtbot, stocked, *many, Template("huge", "línea 😀\n" * 100_000))
    note(stocked).setFocus()
    typed("/t0000")
    assert suggestions(stocked) == [f"t0000{number}" for number in range(10)]
    note(stocked).setPlainText("")
    typed("/hug")
    key(Qt.Key.Key_Return)
    assert stocked.session.edit.note_text == "línea 😀\n" * 100_000


# By number.


def test_a_number_inserts_from_anywhere_in_the_case(stocked: AppFixture) -> None:
    typed("half")
    line("Subject", stocked.window).setFocus()
    key(Qt.Key.Key_1, Ctrl | Shift)
    edit = stocked.session.edit
    assert (edit.note_text, edit.subject, list(edit.notes)) == ("half", "Cerrado", [1])
    assert stocked.status == "“Cierre” inserted. Press Ctrl+Z to undo."
    stocked.session.editor.undo()
    assert stocked.session.edit == Edit(note_text="half")
    key(Qt.Key.Key_7, Ctrl | Shift)
    assert stocked.session.edit == Edit(note_text="half")


def test_no_other_action_has_the_keys_and_held_down_they_insert_once(stocked: AppFixture) -> None:
    taken = [keys.toString() for each in stocked.window.findChildren(QAction) for keys in each.shortcuts()]
    assert all(taken.count(f"Ctrl+Shift+{number}") <= 1 for number in range(1, 10))
    [action] = [each for each in stocked.window.findChildren(QAction) if each.text() == "Cierre"]
    assert not action.autoRepeat()
    digits = {f"Ctrl+{number}" for number in range(1, 10)}
    shared_keys = [
        each for each in stocked.window.findChildren(QAction) if digits & {keys.toString() for keys in each.shortcuts()}
    ]
    assert len(shared_keys) == 4
    assert not any(each.autoRepeat() for each in shared_keys)


def test_a_name_stays_one_line_of_the_menu_and_of_the_message(qtbot: QtBot, stocked: AppFixture) -> None:
    keep(qtbot, stocked, Template(f"A & B\n{'x' * 500}", "y", number=7))
    [action] = [each for each in stocked.window.findChildren(QAction) if each.text().startswith("A && B")]
    assert "\n" not in action.text()
    assert len(action.text()) < 120
    key(Qt.Key.Key_7, Ctrl | Shift)
    assert stocked.status.startswith("“A & B")
    assert "\n" not in stocked.status


def test_the_dialogs_show_the_numbers_and_a_number_moves(qtbot: QtBot, stocked: AppFixture) -> None:
    dialog = managing(qtbot, stocked)
    rows = view("Templates", dialog).model()
    details = [rows.index(row, 0).data(Qt.ItemDataRole.AccessibleDescriptionRole) for row in range(rows.rowCount())]
    assert details == ["Ctrl+Shift+1", "", "submits · Ctrl+Shift+3", "submits · Ctrl+Shift+2"]
    view("Templates", dialog).setCurrentIndex(rows.index(1, 0))
    box = find(QComboBox, "Keys", dialog)
    box.setCurrentIndex(1)
    box.activated.emit(1)
    line("Subject", dialog).setText("Gracias, {contact.name}")
    field("Tags to remove, one a line", dialog).setPlainText("nuevo\nspam")
    find(QCheckBox, "Then submit, and go to the next case", dialog).click()
    press("Close", dialog)
    found = {each.name: each for each in kept(qtbot, stocked)}
    assert found["Cierre"].number == 0
    assert found["Gracias / señora"] == Template(
        "Gracias / señora",
        "Gracias.\nChau",
        subject="Gracias, {contact.name}",
        removed_tags=("nuevo", "spam"),
        submits=True,
        number=1,
    )
    texts = [each.text() for each in stocked.window.findChildren(QAction) if each.text().startswith("Gracias")]
    assert texts == ["Gracias / señora"]


def test_a_change_gives_no_key_to_another_template(stocked: AppFixture) -> None:
    templates = stocked.window.templates
    templates.keep((Template("Zeta", number=1),))
    assert {each.number: each.template.name for each in templates.offered}[1] == "Cierre"
    templates.keep((Template("Abc", number=1),))
    assert {each.number: each.template.name for each in templates.offered}[1] == "Abc"


# Submitting.


def test_it_submits_and_goes_on_once_however_often_it_is_pressed(
    qtbot: QtBot, stocked: AppFixture, server: DemoServer
) -> None:
    for _ in range(3):
        key(Qt.Key.Key_2, Ctrl | Shift)
    in_front(qtbot, stocked, 210)
    key(Qt.Key.Key_2, Ctrl | Shift)
    assert stocked.session.edit == Edit()
    qtbot.waitUntil(lambda: stocked.tabs == ["210"])
    assert stored_notes(server, 203).count("Hecho.") == 1
    assert len(posts(server)) == 1


def test_with_an_unknown_field_it_is_inserted_and_not_submitted(stocked: AppFixture, server: DemoServer) -> None:
    key(Qt.Key.Key_3, Ctrl | Shift)
    assert stocked.session.edit == Edit(notes={1: "Hola {contact.nam}"})
    assert stocked.status == "“Odd” inserted, but not submitted. Unknown fields: {contact.nam}."
    assert posts(server) == []


def test_with_a_problem_in_the_case_it_sends_nothing(stocked: AppFixture, server: DemoServer) -> None:
    session = stocked.session
    session.editor.set_row(None, Row("note", "x"))
    key(Qt.Key.Key_2, Ctrl | Shift)
    assert stocked.status.startswith("Nothing was sent.")
    assert (session.edit.notes, stocked.tabs, posts(server)) == ({1: "Hecho."}, ["203"], [])


def test_with_a_broken_disk_the_inserted_changes_come_back(
    qtbot: QtBot, stocked: AppFixture, server: DemoServer, data: Path
) -> None:
    break_disk(data)
    key(Qt.Key.Key_2, Ctrl | Shift)
    qtbot.waitUntil(lambda: stocked.session.edit.notes == {1: "Hecho."} and not stocked.session.is_handing_over)
    assert (stocked.session.case_id, posts(server)) == ("203", [])


def test_by_name_it_submits_the_text_around_it(qtbot: QtBot, stocked: AppFixture, server: DemoServer) -> None:
    typed("Visto. /sig")
    key(Qt.Key.Key_Return)
    in_front(qtbot, stocked, 210)
    qtbot.waitUntil(lambda: stocked.tabs == ["210"])
    assert stored_notes(server, 203).count("Visto. Hecho.") == 1


def test_the_dialog_says_that_it_submits(qtbot: QtBot, stocked: AppFixture, server: DemoServer) -> None:
    dialog = choosing(qtbot, stocked)
    typed("siguiente")
    assert "Then submits all changes of this case, and goes to the next one." in labels(dialog)
    press("Insert and submit", dialog)
    in_front(qtbot, stocked, 210)
    qtbot.waitUntil(lambda: len(posts(server)) == 1)
    activate(qtbot, stocked)
    dialog = choosing(qtbot, stocked)
    typed("odd")
    assert "Not submitted until this is fixed." in labels(dialog)
    assert is_there("Insert", dialog)


# Shared ones.


def shared(qtbot: QtBot, app: AppFixture, path: Path | str) -> None:
    app.workspace.settings_store.change(templates=str(path))
    with qtbot.waitSignals([app.window.templates.read, app.window.templates.changed]):
        app.window.templates.look()


def test_shared_templates_are_offered_and_read_only(qtbot: QtBot, stocked: AppFixture, tmp_path: Path) -> None:
    folder = tmp_path / "shared"
    folder.mkdir()
    (folder / "a.json").write_bytes(written((Template("Todos", "De todos", number=1), Template("Cierre", "Otro"))))
    (folder / "b.json").write_bytes(written((Template("Nueve", "9", number=9),)))
    (folder / "other.txt").write_bytes(b"x")
    shared(qtbot, stocked, folder)
    qtbot.waitUntil(lambda: len(stocked.window.templates.offered) == 7)
    dialog = managing(qtbot, stocked)
    rows = view("Templates", dialog)
    qtbot.waitUntil(lambda: rows.model().rowCount() == 7)
    details = {
        str(rows.model().index(row, 0).data()): rows.model().index(row, 0).data(Qt.ItemDataRole.UserRole)
        for row in range(7)
    }
    assert (details["Todos"], details["Nueve"]) == ("shared", "shared · Ctrl+Shift+9")
    place = column(rows.model()).index("Todos")
    rows.setCurrentIndex(rows.model().index(place, 0))
    assert not field("Note", dialog).isEnabled()
    press("Remove template", dialog)
    assert "“Todos” is shared: your administrator changes it." in labels(dialog)
    press("Close", dialog)
    assert len(kept(qtbot, stocked)) == 4
    activate(qtbot, stocked)
    note(stocked).setFocus()
    key(Qt.Key.Key_9, Ctrl | Shift)
    assert stocked.session.edit == Edit(notes={1: "9"})


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "The shared templates aren't there: {0}. Tell your administrator."),
        (b"{", "No templates in the shared file {0}. Tell your administrator."),
        (b"\xff\xfe[", "No templates in the shared file {0}. Tell your administrator."),
        (b"[" + b" " * (16 * 1024 * 1024) + b"]", "Too many shared templates: {0}. Tell your administrator."),
    ],
)
def test_a_shared_file_that_fails_is_told_and_blocks_nothing(
    qtbot: QtBot, stocked: AppFixture, tmp_path: Path, content: bytes | None, said: str
) -> None:
    path = tmp_path / "shared.json"
    if content is not None:
        path.write_bytes(content)
    shared(qtbot, stocked, path)
    qtbot.waitUntil(lambda: stocked.status == said.format(path))
    dialog = choosing(qtbot, stocked)
    qtbot.waitUntil(lambda: said.format(path) in labels(dialog))
    assert column(view("Templates", dialog).model())[0] == "Cierre"
    assert only(PutInDialog, stocked.window) is dialog
    assert find(QAbstractButton, "Insert", dialog).isEnabled()


@pytest.mark.parametrize("path", ["templates.json", "\0", "/dev/zero", "//", "~/templates.json"])
def test_a_path_that_is_no_file_is_told(qtbot: QtBot, stocked: AppFixture, path: str) -> None:
    shared(qtbot, stocked, path)
    if path != "//":  # a folder without templates
        qtbot.waitUntil(lambda: "shared" in stocked.status)
    assert len(stocked.window.templates.offered) == 4


def test_a_broken_file_of_a_folder_costs_its_own_templates_only(
    qtbot: QtBot, stocked: AppFixture, tmp_path: Path
) -> None:
    (tmp_path / "a.json").write_bytes(b"{")
    (tmp_path / "b.json").write_bytes(written((Template("Todos"),)))
    shared(qtbot, stocked, tmp_path)
    qtbot.waitUntil(lambda: len(stocked.window.templates.offered) == 5)
    assert stocked.window.templates.problem.startswith("No templates in the shared file ")
    assert QApplication.activeModalWidget() is None


# The dialog.


def test_the_palette_leads_to_the_template_itself(qtbot: QtBot, stocked: AppFixture) -> None:
    keep(qtbot, stocked, Template("Ante Cierre", "Cierre"), Template("Aviso", "Hay un cierre"))
    key(Qt.Key.Key_K, Ctrl)
    palette = stocked.window.findChild(Palette)
    assert palette
    with qtbot.waitSignal(stocked.window.templates.read):
        stocked.window.templates.look()
    line("Action, case or template", palette).setText("cierre")
    rows = find(QListView, "Found", palette)
    rows.setCurrentIndex(rows.model().index(column(rows.model()).index("Cierre"), 0))
    with qtbot.waitSignal(stocked.window.templates.read):
        key(Qt.Key.Key_Return)
    assert view("Templates", only(PutInDialog, stocked.window)).currentIndex().data() == "Cierre"


def test_the_dialog_prefers_names_to_notes(qtbot: QtBot, stocked: AppFixture) -> None:
    keep(qtbot, stocked, Template("Ante", "odd"), Template("Anodd", "x"))
    dialog = choosing(qtbot, stocked)
    typed("odd")
    rows = view("Templates", dialog)
    assert column(rows.model()) == ["Odd", "Anodd", "Ante"]
    assert rows.currentIndex().data() == "Odd"


def test_no_number_is_no_match(qtbot: QtBot, stocked: AppFixture) -> None:
    dialog = choosing(qtbot, stocked)
    typed("0")
    assert column(view("Templates", dialog).model()) == []


def test_the_selection_stays_on_its_template_as_others_come(qtbot: QtBot, stocked: AppFixture) -> None:
    dialog = choosing(qtbot, stocked)
    key(Qt.Key.Key_Down)
    rows = view("Templates", dialog)
    chosen = rows.currentIndex().data()
    keep(qtbot, stocked, Template("Zeta", number=1), Template("Abc"))
    assert rows.currentIndex().data() == chosen
    assert rows.currentIndex().row() == 2
