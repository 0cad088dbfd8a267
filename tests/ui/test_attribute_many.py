"""Many attributes at once: paste, copy, clear, take back, filter, bulk text; each one step to undo."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QAbstractItemModel, QItemSelectionModel, QPoint, Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCompleter,
    QLineEdit,
    QListWidget,
    QMenu,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from caseeditor.domain.case import Case
from caseeditor.domain.edit import Edit, Row
from caseeditor.ui.attribute_cells import with_hidden_shown
from caseeditor.ui.attribute_grid import AttributeGrid
from caseeditor.ui.attribute_model import NAME, VALUE, WAS
from caseeditor.ui.attribute_names import AttributeNames
from caseeditor.ui.bulk_text_dialog import BulkTextDialog
from caseeditor.ui.paste_preview import PastePreview
from caseeditor.ui.session import Session
from tests.ui.parts import Heard, case_of, column, field, find, focused, key, labels, line, load, press, typed, view

Ctrl = Qt.KeyboardModifier.ControlModifier
Shift = Qt.KeyboardModifier.ShiftModifier
FIELDS = {"plan": "Pyme", "región": "norte", "zona": " x ", "partes": {"a": 1}, "note": "of the server", "vacío": ""}
EMPTY = len(FIELDS)


@pytest.fixture
def session(session_with: Callable[[Case], Session]) -> Session:
    return session_with(case_of(**FIELDS))


class Desk:
    """A window with nothing but a grid."""

    def __init__(self, qtbot: QtBot, session: Session) -> None:
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.grid = AttributeGrid(session, self.window)
        QVBoxLayout(self.window).addWidget(self.grid)
        self.window.resize(600, 400)
        self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)


@pytest.fixture
def desk(qtbot: QtBot, session: Session) -> Desk:
    return Desk(qtbot, session)


@pytest.fixture
def grid(desk: Desk) -> AttributeGrid:
    return desk.grid


def table(grid: AttributeGrid) -> QAbstractItemView:
    return view("Attributes", grid)


def rows(grid: AttributeGrid) -> QAbstractItemModel:
    return table(grid).model()


def go_to(grid: AttributeGrid, row: int, number: int) -> None:
    table(grid).setFocus()
    only = QItemSelectionModel.SelectionFlag.ClearAndSelect
    table(grid).selectionModel().setCurrentIndex(rows(grid).index(row, number), only)


def at(grid: AttributeGrid) -> tuple[int, int]:
    index = table(grid).currentIndex()
    return index.row(), index.column()


def paste(grid: AttributeGrid, text: str, row: int = EMPTY, number: int = NAME) -> None:
    QGuiApplication.clipboard().setText(text)
    go_to(grid, row, number)
    key(Qt.Key.Key_V, Ctrl)


def copied() -> str:
    return QGuiApplication.clipboard().text()


def actions(menu: QMenu) -> dict[str, QAction]:
    """Return what a menu offers, submenus included."""
    found: dict[str, QAction] = {}
    for action in menu.actions():
        found[action.text()] = action
        if inner := action.menu():
            found |= {f"{action.text()} {name}": each for name, each in actions(inner).items()}  # type: ignore[arg-type]
    return found


def more(grid: AttributeGrid) -> dict[str, QAction]:
    menu = find(QPushButton, "More for attributes", grid).menu()
    menu.aboutToShow.emit()
    return actions(menu)


def context(grid: AttributeGrid, row: int, number: int) -> dict[str, QAction]:
    """Open the menu of a cell."""
    place = table(grid).visualRect(rows(grid).index(row, number)).center()
    table(grid).customContextMenuRequested.emit(QPoint(place))
    menu = next(menu for menu in table(grid).findChildren(QMenu) if menu.isVisible())
    found = actions(menu)
    menu.close()
    return found


def preview(grid: AttributeGrid) -> PastePreview:
    return next(each for each in grid.findChildren(PastePreview) if each.isVisible())


def bulk(grid: AttributeGrid, text: str | None = None) -> BulkTextDialog:
    """Open Bulk text, and put a text into it."""
    more(grid)["Bulk text…"].trigger()
    dialog = next(each for each in grid.findChildren(BulkTextDialog) if each.isVisible())
    if text is not None:
        field("Attributes as text", dialog).setPlainText(text)
    return dialog


# Pasting.


@pytest.mark.parametrize(
    "text",
    [
        "uno\t1\ndos\t2\r\n",
        "uno,1\ndos,2",
        "uno;1\ndos;2",
        "uno=1\ndos=2",
        "uno: 1\ndos: 2",
        '{"uno": "1", "dos": 2}',
    ],
)
def test_rows_are_pasted_in_any_form_as_one_step(grid: AttributeGrid, session: Session, text: str) -> None:
    paste(grid, text)
    assert session.edit == Edit(rows={1: Row("uno", "1"), 2: Row("dos", "2")})
    assert column(rows(grid))[EMPTY:] == ["uno", "dos", ""]
    assert session.undo_stack.undo_key == ("attributes", "paste")
    session.undo()
    assert session.edit == Edit()


def test_a_paste_that_fills_what_is_empty_needs_no_preview(grid: AttributeGrid, session: Session) -> None:
    heard = Heard(session)
    paste(grid, "vacío=lleno\nnuevo=1")
    assert session.edit == Edit(values={"vacío": "lleno"}, rows={1: Row("nuevo", "1")})
    assert heard.last.text == "Attributes pasted: 2. Ctrl+Z takes them back."


def test_a_paste_that_would_overwrite_is_shown_before(grid: AttributeGrid, session: Session) -> None:
    paste(grid, "plan=Empresa\nregión=norte\nnuevo=1")
    assert session.edit == Edit()
    shown = find(QTableView, "What would be overwritten", preview(grid)).model()
    QAbstractItemModelTester(shown, QAbstractItemModelTester.FailureReportingMode.Warning, shown)
    assert [column(shown, number) for number in range(3)] == [["plan"], ["Pyme"], ["Empresa"]]
    assert "1 of the 3 pasted attributes" in labels(preview(grid))
    press("Paste and overwrite", preview(grid))
    assert session.edit == Edit(values={"plan": "Empresa"}, rows={1: Row("nuevo", "1")})
    session.undo()
    assert session.edit == Edit()


def test_only_what_is_new_is_pasted_or_nothing(grid: AttributeGrid, session: Session) -> None:
    paste(grid, "plan=Empresa\nnuevo=1")
    press("Paste nothing", preview(grid))
    assert session.edit == Edit()
    paste(grid, "plan=Empresa\nnuevo=1")
    press("Paste only what is new", preview(grid))
    assert session.edit == Edit(rows={1: Row("nuevo", "1")})


@pytest.mark.parametrize(
    "text", ["[1,\n2]", "uno=1\nno\ndos=2", "a\t1\nb\t2\t3", '{"a":\n1', '{"a": 1,\n"a": 2}'], ids=lambda text: text[:3]
)
def test_what_is_no_attributes_is_told_by_line_and_nothing_is_pasted(
    grid: AttributeGrid, session: Session, text: str
) -> None:
    heard = Heard(session)
    paste(grid, text)
    assert session.edit == Edit()
    assert heard.last.text.startswith("Nothing was pasted. Line ")


@pytest.mark.parametrize(
    "text", ["https://example.org/?a=b", "10:30", "a, b; c", "dos\nlíneas: o tres\nmás", "  x  ", "\ta", "[1, 2]"]
)
def test_on_a_value_a_text_that_is_no_rows_goes_into_it_exactly(
    grid: AttributeGrid, session: Session, text: str
) -> None:
    paste(grid, text, 0, VALUE)
    assert session.edit.values == ({"plan": text} if "\t" not in text else {})


def test_on_the_empty_name_a_word_is_its_name(grid: AttributeGrid, session: Session) -> None:
    paste(grid, "prioridad\n")
    assert session.edit.rows == {1: Row("prioridad", "")}


def test_what_cant_be_changed_takes_no_paste_and_says_so(grid: AttributeGrid, session: Session) -> None:
    heard = Heard(session)
    for row, number in ((0, NAME), (3, VALUE), (4, VALUE), (0, WAS)):
        paste(grid, "word", row, number)
    assert session.edit == Edit()
    assert [message.text for message in heard.messages] == ["Nothing was pasted: this cell can't be changed."] * 4


def test_an_empty_clipboard_says_so(grid: AttributeGrid, session: Session) -> None:
    heard = Heard(session)
    paste(grid, "")
    assert "no text on the clipboard" in heard.last.text


def test_reserved_and_repeated_names_are_pasted_and_marked_and_nothing_is_lost(
    grid: AttributeGrid, session: Session
) -> None:
    paste(grid, "note=x\ntag=y\nuno=1\nuno=2\n=z")
    assert [row.value for row in session.edit.rows.values()] == ["x", "y", "1", "2", "z"]
    assert [problem.row for problem in session.list_problems() if problem.forbids] == [1, 2, 4, 5]


def test_fifty_thousand_rows_are_pasted_and_taken_back(grid: AttributeGrid, session: Session) -> None:
    paste(grid, "".join(f"fila {row}\tvalor\n" for row in range(50_000)))
    assert rows(grid).rowCount() == EMPTY + 50_000 + 1
    session.undo()
    assert rows(grid).rowCount() == EMPTY + 1


def test_a_value_of_a_megabyte_and_a_name_of_ten_thousand_characters(grid: AttributeGrid, session: Session) -> None:
    paste(grid, "n" * 10_000 + "=" + "v" * 1_000_000)
    assert session.edit.rows == {1: Row("n" * 10_000, "v" * 1_000_000)}
    go_to(grid, EMPTY, VALUE)
    key(Qt.Key.Key_F2)
    key(Qt.Key.Key_End, Ctrl)
    typed("!")
    key(Qt.Key.Key_Return)
    assert session.edit.rows[1].value == "v" * 1_000_000 + "!"


# Copying.


def test_one_cell_is_copied_as_its_text_exactly(grid: AttributeGrid, session: Session) -> None:
    session.set_value("plan", ' "a"\tb\nc ')
    go_to(grid, 0, VALUE)
    key(Qt.Key.Key_C, Ctrl)
    assert copied() == ' "a"\tb\nc '


def test_cells_of_a_column_are_copied_as_lines_and_rows_as_tsv(grid: AttributeGrid) -> None:
    go_to(grid, 0, VALUE)
    key(Qt.Key.Key_Down, Shift)
    key(Qt.Key.Key_C, Ctrl)
    assert copied().splitlines() == ["Pyme", "norte"]
    key(Qt.Key.Key_A, Ctrl)
    key(Qt.Key.Key_C, Ctrl)
    assert copied().splitlines()[:3] == ["plan\tPyme", "región\tnorte", "zona\t x "]
    assert len(copied().splitlines()) == EMPTY


@pytest.mark.parametrize(("form", "text"), [("TSV", "plan\tPyme"), ("CSV", "plan,Pyme"), ("JSON", '"plan": "Pyme"')])
def test_all_is_copied_in_each_form(grid: AttributeGrid, form: str, text: str) -> None:
    more(grid)[f"Copy as {form}"].trigger()
    assert text in copied()
    assert "of the server" in copied()


def test_selected_rows_are_copied_from_the_menu_of_a_cell(grid: AttributeGrid) -> None:
    go_to(grid, 1, VALUE)
    context(grid, 1, VALUE)["Copy rows as CSV"].trigger()
    assert copied().strip() == "región,norte"


# Clearing and taking back.


def test_delete_empties_values_as_one_step_and_the_grid_says_what_that_means(
    grid: AttributeGrid, session: Session
) -> None:
    session.set_row(None, Row("nuevo", "1"))
    go_to(grid, 0, VALUE)
    for _ in range(EMPTY):
        key(Qt.Key.Key_Down, Shift)
    key(Qt.Key.Key_Delete)
    assert session.edit == Edit(values={"plan": "", "región": "", "zona": ""}, rows={1: Row("nuevo", "")})
    said = rows(grid).index(0, VALUE).data(Qt.ItemDataRole.AccessibleDescriptionRole)
    assert "sent as an empty value" in said
    assert "can't be deleted" in said
    session.undo()
    assert session.edit == Edit(rows={1: Row("nuevo", "1")})


def test_a_cell_a_row_and_everything_is_taken_back(grid: AttributeGrid, session: Session) -> None:
    session.set_value("plan", "x")
    session.set_value("región", "y")
    session.set_row(None, Row("nuevo", "1"))
    go_to(grid, EMPTY, VALUE)
    context(grid, EMPTY, VALUE)["Revert cell"].trigger()
    assert session.edit.rows == {1: Row("nuevo", "")}
    go_to(grid, 0, VALUE)
    context(grid, 0, VALUE)["Revert cell"].trigger()
    assert session.edit.values == {"región": "y"}
    go_to(grid, EMPTY, NAME)
    context(grid, EMPTY, NAME)["Revert row"].trigger()
    assert session.edit == Edit(values={"región": "y"})
    more(grid)["Revert all attributes"].trigger()
    assert session.edit == Edit()
    for _ in range(4):
        session.undo()
    assert session.edit.values == {"plan": "x", "región": "y"}


def test_where_nothing_is_changed_there_is_nothing_to_take_back(grid: AttributeGrid) -> None:
    go_to(grid, 0, VALUE)
    offered = context(grid, 0, VALUE)
    assert not offered["Revert cell"].isEnabled()
    assert not offered["Revert row"].isEnabled()
    assert not more(grid)["Revert all attributes"].isEnabled()
    assert not more(grid)["Trim names of new attributes"].isEnabled()


def test_insert_and_the_menu_begin_a_new_attribute(grid: AttributeGrid, session: Session) -> None:
    go_to(grid, 0, VALUE)
    key(Qt.Key.Key_Insert)
    typed("uno")
    key(Qt.Key.Key_Return)
    go_to(grid, 0, VALUE)
    context(grid, 0, VALUE)["New attribute"].trigger()
    typed("dos")
    key(Qt.Key.Key_Return)
    assert session.edit.rows == {1: Row("uno", ""), 2: Row("dos", "")}


# White space.


@pytest.mark.parametrize(
    ("text", "shown"),
    [("a b", "a b"), (" a", "·a"), ("a  ", "a··"), ("a  b", "a··b"), ("a\tb", "a→b"), ("a\u00a0b", "a⍽b"), ("", "")],
)
def test_hidden_white_space_is_shown(text: str, shown: str) -> None:
    assert with_hidden_shown(text) == shown


def test_trimming_of_names_is_offered_and_values_are_kept(grid: AttributeGrid, session: Session) -> None:
    paste(grid, " uno \t 1 \ndos\t2")
    assert session.edit.rows[1] == Row(" uno ", " 1 ")
    assert "begins or ends with a space" in rows(grid).index(EMPTY, NAME).data(
        Qt.ItemDataRole.AccessibleDescriptionRole
    )
    context(grid, EMPTY, NAME)["Trim names of new attributes"].trigger()
    assert session.edit.rows == {1: Row("uno", " 1 "), 2: Row("dos", "2")}


def test_an_editor_is_as_high_as_its_lines_up_to_some(grid: AttributeGrid, session: Session) -> None:
    heights: list[int] = []
    for lines in (1, 3, 8, 40):
        session.set_value("plan", "\n".join(["x"] * lines))
        go_to(grid, 0, VALUE)
        key(Qt.Key.Key_F2)
        heights.append(focused().height())
        key(Qt.Key.Key_End, Ctrl)
        key(Qt.Key.Key_Return, Shift)
        assert focused().height() == heights[-1] if lines >= 8 else focused().height() > heights[-1]
        key(Qt.Key.Key_Escape)
    assert heights[0] < heights[1] < heights[2] == heights[3]


# The filter.


def test_the_filter_is_typed_entered_and_left_by_keyboard(grid: AttributeGrid) -> None:
    go_to(grid, 0, VALUE)
    key(Qt.Key.Key_F, Ctrl)
    assert focused() is line("Filter attributes", grid)
    typed("region")
    assert column(rows(grid)) == ["región", ""]
    assert "Attributes: 1 of 6" in labels(grid)
    key(Qt.Key.Key_Return)
    assert (focused(), at(grid)) == (table(grid), (0, VALUE))
    line("Filter attributes", grid).setFocus()
    key(Qt.Key.Key_Escape)
    assert column(rows(grid)) == [*FIELDS, ""]
    assert at(grid) == (1, VALUE)


def test_a_problem_that_the_filter_hides_is_shown(grid: AttributeGrid, session: Session) -> None:
    session.set_row(None, Row("note", "x"))
    line("Filter attributes", grid).setText("plan")
    session.problem_found.emit(session.list_problems()[0])
    assert focused() is table(grid)
    assert at(grid) == (EMPTY, NAME)


def test_sorting_keeps_the_cursor_on_its_row(grid: AttributeGrid, session: Session) -> None:
    go_to(grid, 4, VALUE)
    more(grid)["Sort by name (view only)"].trigger()
    assert column(rows(grid)) == ["note", "partes", "plan", "región", "vacío", "zona", ""]
    assert at(grid) == (0, VALUE)
    assert session.edit == Edit()


# Bulk text.


def test_bulk_text_shows_all_and_comes_back_unchanged(grid: AttributeGrid, session: Session) -> None:
    session.set_row(None, Row("a=b", "1\n2"))
    before = session.edit
    dialog = bulk(grid)
    text = field("Attributes as text", dialog).toPlainText()
    assert text.splitlines()[:3] == ["plan=Pyme", "región=norte", "zona=\\sx\\s"]
    assert text.splitlines()[-1] == "a\\=b=1\\n2"
    press("Apply", dialog)
    assert session.edit == before


def test_bulk_text_is_applied_as_one_step(grid: AttributeGrid, session: Session) -> None:
    press("Apply", bulk(grid, "plan=Empresa\nuno=1\ndos=2\\n\\s"))
    assert session.edit == Edit(values={"plan": "Empresa"}, rows={1: Row("uno", "1"), 2: Row("dos", "2\n ")})
    session.undo()
    assert session.edit == Edit()


def test_what_is_wrong_in_bulk_text_is_told_by_line_and_nothing_is_changed(
    grid: AttributeGrid, session: Session
) -> None:
    dialog = bulk(grid, "plan=Empresa\nno\nruta=C:\\pc")
    press("Apply", dialog)
    assert session.edit == Edit()
    wrong = find(QListWidget, "Lines that are wrong", dialog)
    assert [wrong.item(row).text()[:7] for row in range(wrong.count())] == ["Line 2:", "Line 3:"]
    assert "Nothing is applied yet" in labels(dialog)
    text = field("Attributes as text", dialog)
    assert text.textCursor().selectedText() == "no"
    wrong.setCurrentRow(1)
    assert text.textCursor().selectedText() == "ruta=C:\\pc"
    text.setPlainText("plan=Empresa")
    press("Apply", dialog)
    assert session.edit.values == {"plan": "Empresa"}


def test_cancelling_bulk_text_changes_nothing(grid: AttributeGrid, session: Session) -> None:
    press("Cancel", bulk(grid, "plan=Empresa"))
    assert session.edit == Edit()


# Names seen before.


def completer() -> QCompleter:
    """Return what completes the name that is being typed."""
    editor = focused()
    assert isinstance(editor, QLineEdit)
    return editor.completer()


def test_names_seen_in_other_cases_are_offered_and_tab_takes_what_stands_there(
    qtbot: QtBot, busy: Session, session_of: Callable[[int], Session]
) -> None:
    names = AttributeNames(busy, busy)
    names.remember()
    here = load(qtbot, session_of(203))
    grid = Desk(qtbot, here)
    last = rows(grid.grid).rowCount() - 1
    go_to(grid.grid, last, NAME)
    typed("G")
    qtbot.waitUntil(lambda: completer().model().rowCount() > 0)
    typed("I")
    assert column(completer().completionModel()) == ["región"]
    popup = completer().popup()
    assert popup
    assert popup.isVisible()
    key(Qt.Key.Key_Tab)
    assert here.edit.rows == {1: Row("GI", "")}
    assert at(grid.grid) == (last, VALUE)


def test_a_name_that_is_picked_is_taken(qtbot: QtBot, busy: Session, session_of: Callable[[int], Session]) -> None:
    AttributeNames(busy, busy).remember()
    here = load(qtbot, session_of(203))
    grid = Desk(qtbot, here)
    go_to(grid.grid, rows(grid.grid).rowCount() - 1, NAME)
    typed("r")
    qtbot.waitUntil(lambda: completer().model().rowCount() > 0)
    typed("egi")
    popup = completer().popup()
    assert popup
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Tab)
    assert here.edit.rows == {1: Row("región", "")}


def test_escape_closes_what_is_offered_before_it_leaves_the_cell(
    qtbot: QtBot, busy: Session, session_of: Callable[[int], Session]
) -> None:
    AttributeNames(busy, busy).remember()
    here = load(qtbot, session_of(203))
    grid = Desk(qtbot, here)
    go_to(grid.grid, rows(grid.grid).rowCount() - 1, NAME)
    typed("r")
    qtbot.waitUntil(lambda: completer().model().rowCount() > 0)
    typed("e")
    popup = completer().popup()
    assert popup
    QTest.keyClick(popup, Qt.Key.Key_Escape)
    assert not popup.isVisible()
    assert isinstance(focused(), QLineEdit)
    key(Qt.Key.Key_Escape)
    assert focused() is table(grid.grid)
    assert here.edit == Edit()
