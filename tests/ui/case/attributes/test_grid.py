"""Keyboard use of the attribute grid: typing, Tab, and the state preserved when the server responds."""

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QPalette
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QPlainTextEdit, QStyleOptionViewItem, QTableView
from pytestqt.qtbot import QtBot

from caseeditor.demo.server import DemoServer
from caseeditor.domain.editing.edit import Edit, Row
from caseeditor.ui.case.attributes.delegate import AttributeCells
from caseeditor.ui.case.attributes.model import FORMER, NAME, VALUE, WAS
from caseeditor.ui.case.attributes.panel import AttributeGrid
from caseeditor.ui.case.attributes.table_view import AttributeTable
from caseeditor.ui.style import theme
from caseeditor.ui.style.colour import contrast
from caseeditor.ui.style.colour_roles import LEGIBLE
from tests.ui.parts import AppFixture, column, focused, key, line, opened, press, submit, typed, view

Shift = Qt.KeyboardModifier.ShiftModifier
Ctrl = Qt.KeyboardModifier.ControlModifier


def grid(app: AppFixture) -> QAbstractItemView:
    return view("Attributes", app.window)


def model(app: AppFixture) -> QAbstractItemModel:
    return grid(app).model()


def go_to(app: AppFixture, row: int, number: int) -> None:
    """Put the cursor on a cell, as a click does."""
    grid(app).setFocus()
    grid(app).setCurrentIndex(model(app).index(row, number))


@pytest.fixture
def at_210(qtbot: QtBot, app: AppFixture) -> AppFixture:
    """Show the window with case 210, which has eight attributes."""
    opened(qtbot, app, 210)
    return app


def test_typing_in_the_empty_row_and_tab_go_on_to_its_value(at_210: AppFixture) -> None:
    go_to(at_210, 8, NAME)
    typed("prioridad")
    key(Qt.Key.Key_Tab)
    assert isinstance(focused(), QPlainTextEdit)
    assert (grid(at_210).currentIndex().row(), grid(at_210).currentIndex().column()) == (8, VALUE)
    typed("alta")
    key(Qt.Key.Key_Return)
    assert at_210.session.edit == Edit(rows={1: Row("prioridad", "alta")})
    assert column(model(at_210), NAME)[8:] == ["prioridad", ""]


def test_tab_in_a_value_goes_on_to_the_next_row(at_210: AppFixture) -> None:
    go_to(at_210, 8, NAME)
    for text in ("uno", "1", "dos", "2"):
        typed(text)
        key(Qt.Key.Key_Tab)
    assert at_210.session.edit.rows == {1: Row("uno", "1"), 2: Row("dos", "2")}
    assert (grid(at_210).currentIndex().row(), grid(at_210).currentIndex().column()) == (10, NAME)


def test_tab_steps_over_cells_that_cant_be_edited(at_210: AppFixture) -> None:
    go_to(at_210, 0, VALUE)
    typed("norte")
    key(Qt.Key.Key_Tab)
    assert (grid(at_210).currentIndex().row(), grid(at_210).currentIndex().column()) == (1, VALUE)


def test_escape_leaves_a_value_as_it_was(at_210: AppFixture) -> None:
    go_to(at_210, 0, VALUE)
    typed("norte")
    key(Qt.Key.Key_Escape)
    assert at_210.session.edit == Edit()
    assert focused() is grid(at_210)


def test_enter_edits_and_enter_takes_it(at_210: AppFixture) -> None:
    go_to(at_210, 0, VALUE)
    key(Qt.Key.Key_Return)
    assert isinstance(focused(), QPlainTextEdit)
    typed("norte")
    key(Qt.Key.Key_Return)
    assert at_210.session.edit.values == {"región": "norte"}


def test_shift_enter_makes_a_new_line(at_210: AppFixture) -> None:
    go_to(at_210, 0, VALUE)
    typed("uno")
    key(Qt.Key.Key_Return, Shift)
    typed("dos")
    key(Qt.Key.Key_Return)
    assert at_210.session.edit.values == {"región": "uno\ndos"}


def test_the_cell_that_is_edited_is_submitted_too(qtbot: QtBot, at_210: AppFixture, server: DemoServer) -> None:
    go_to(at_210, 0, VALUE)
    typed("norte")
    session = at_210.session
    with qtbot.waitSignal(session.state_changed, check_params_cb=lambda: not session.is_submitting):
        key(Qt.Key.Key_Return, Ctrl)
    assert server.case(210)["región"] == "norte"
    assert session.edit == Edit()


def test_looking_into_a_value_with_crlf_changes_nothing(qtbot: QtBot, app: AppFixture) -> None:
    opened(qtbot, app, 422)
    row = column(model(app), NAME).index("CRLF")
    go_to(app, row, VALUE)
    key(Qt.Key.Key_Return)
    assert isinstance(focused(), QPlainTextEdit)
    key(Qt.Key.Key_Tab)
    assert app.session.list_changes() == ()


@pytest.mark.parametrize(
    "name", ["no-break space", "right to left", "combining", "joiners", "one line", "CRLF", "separators", "NUL"]
)
def test_editing_a_hard_value_keeps_the_rest_of_it(
    qtbot: QtBot, app: AppFixture, server: DemoServer, name: str
) -> None:
    opened(qtbot, app, 422)
    before = server.case(422)[name]
    go_to(app, column(model(app), NAME).index(name), VALUE)
    key(Qt.Key.Key_Return)
    key(Qt.Key.Key_End, Ctrl)
    typed("!")
    key(Qt.Key.Key_Return)
    submit(qtbot, app.session)
    assert server.case(422)[name] == before + "!"


def test_a_wrong_name_keeps_submit_from_sending_and_gets_the_focus(at_210: AppFixture, server: DemoServer) -> None:
    go_to(at_210, 8, NAME)
    typed("note")
    key(Qt.Key.Key_Tab)
    typed("x")
    key(Qt.Key.Key_Return)
    line("Subject", at_210.window).setFocus()
    press("Submit", at_210.window)
    assert not at_210.session.is_submitting
    assert grid(at_210).hasFocus()
    assert (grid(at_210).currentIndex().row(), grid(at_210).currentIndex().column()) == (8, NAME)
    assert at_210.status.startswith("Nothing was sent. “note” is reserved")
    assert [request for request in server.requests if request.method == "POST"] == []


def test_the_editors_have_names_for_a_screen_reader(at_210: AppFixture) -> None:
    go_to(at_210, 8, NAME)
    typed("p")
    assert focused().accessibleName() == "Name of the attribute"
    key(Qt.Key.Key_Tab)
    assert focused().accessibleName() == "Value of p"


def at(app: AppFixture) -> tuple[int, int]:
    """Position of the cursor."""
    index = grid(app).currentIndex()
    return index.row(), index.column()


def test_tab_goes_from_cell_to_cell_and_out_after_the_last(at_210: AppFixture) -> None:
    go_to(at_210, 7, VALUE)
    for place in ((7, VALUE), (8, NAME), (8, VALUE)):
        assert (focused(), at(at_210)) == (grid(at_210), place)
        key(Qt.Key.Key_Tab)
    assert focused() is not grid(at_210)
    grid(at_210).setFocus()
    key(Qt.Key.Key_Backtab, Shift)
    assert at(at_210) == (8, NAME)
    go_to(at_210, 0, VALUE)
    key(Qt.Key.Key_Backtab, Shift)
    assert focused() is not grid(at_210)


def test_tab_from_what_a_value_was_goes_on_in_the_next_row(at_210: AppFixture) -> None:
    go_to(at_210, 7, WAS)
    key(Qt.Key.Key_Tab)
    assert at(at_210) == (8, NAME)
    go_to(at_210, 7, WAS)
    key(Qt.Key.Key_Backtab, Shift)
    assert at(at_210) == (7, VALUE)


def test_rows_pasted_where_a_new_name_would_be_typed_are_rows(at_210: AppFixture) -> None:
    key(Qt.Key.Key_4, Ctrl)
    assert isinstance(focused(), QLineEdit)
    QGuiApplication.clipboard().setText("código\t007\nteléfono\t+54 11\n")
    key(Qt.Key.Key_V, Ctrl)
    assert column(model(at_210), NAME)[8:] == ["código", "teléfono", ""]
    assert column(model(at_210), VALUE)[8:] == ["007", "+54 11", ""]


def test_a_line_pasted_where_a_new_name_would_be_typed_is_the_name(at_210: AppFixture) -> None:
    key(Qt.Key.Key_4, Ctrl)
    QGuiApplication.clipboard().setText("código")
    key(Qt.Key.Key_V, Ctrl)
    key(Qt.Key.Key_Return)
    assert column(model(at_210), NAME)[8:] == ["código", ""]


@pytest.mark.parametrize("chosen", ["light", "dark", "contrast"])
def test_names_are_muted_and_values_are_not(at_210: AppFixture, chosen: str) -> None:
    palette = theme.colours(chosen, QPalette(), dark=False, wants_contrast=False)
    delegate = grid(at_210).itemDelegate()
    assert isinstance(delegate, AttributeCells)
    colours = []
    for number in (NAME, VALUE):
        option = QStyleOptionViewItem()
        option.palette = palette
        delegate.initStyleOption(option, model(at_210).index(0, number))
        colours.append(option.palette.color(QPalette.ColorRole.Text))
    name, value = colours
    assert value == palette.color(QPalette.ColorRole.Text)
    assert contrast(name, palette.color(QPalette.ColorRole.Base)) >= LEGIBLE
    assert contrast(value, name) >= 1.8


def test_a_changed_row_shows_below_its_value_what_it_was_and_the_column_takes_no_room(at_210: AppFixture) -> None:
    table = grid(at_210)
    assert isinstance(table, QTableView)
    assert table.columnWidth(WAS) == 1  # assistive technology has its cells
    height = table.rowHeight(0)
    at_210.session.editor.set_value(str(model(at_210).index(0, NAME).data()), "mine")
    assert table.columnWidth(WAS) == 1
    assert table.rowHeight(0) > height * 1.4
    assert table.rowHeight(1) == height
    assert model(at_210).index(0, VALUE).data(FORMER) == "Was: sur"
    assert model(at_210).index(0, WAS).data() == "sur"
    at_210.session.editor.undo()
    assert table.rowHeight(0) == height
    assert table.model().headerData(WAS, Qt.Orientation.Horizontal) == "Was"


def test_the_cursor_does_not_vanish_into_the_column_without_room(at_210: AppFixture) -> None:
    go_to(at_210, 0, NAME)
    for _ in range(3):
        key(Qt.Key.Key_Right)
    assert at(at_210) == (0, VALUE)
    key(Qt.Key.Key_End)
    assert at(at_210) == (0, VALUE)


def test_the_values_have_the_most_room(at_210: AppFixture) -> None:
    table = grid(at_210)
    assert isinstance(table, QTableView)
    table.setFixedWidth(600)
    assert table.columnWidth(VALUE) > table.columnWidth(NAME)


def test_escape_leaves_the_grid(at_210: AppFixture) -> None:
    go_to(at_210, 0, VALUE)
    key(Qt.Key.Key_F2)
    assert isinstance(focused(), QPlainTextEdit)
    key(Qt.Key.Key_Escape)
    assert focused() is grid(at_210)
    key(Qt.Key.Key_Escape)
    assert focused() is not grid(at_210)


def test_enter_goes_down_and_from_the_last_value_to_the_next_name(at_210: AppFixture) -> None:
    go_to(at_210, 0, VALUE)
    typed("norte")
    key(Qt.Key.Key_Return)
    assert at(at_210) == (1, VALUE)
    go_to(at_210, 8, NAME)
    typed("uno")
    key(Qt.Key.Key_Tab)
    typed("1")
    key(Qt.Key.Key_Return)
    assert at(at_210) == (9, NAME)


def test_enter_on_a_cell_that_cant_be_edited_does_nothing(at_210: AppFixture) -> None:
    go_to(at_210, 0, NAME)
    key(Qt.Key.Key_Return)
    assert focused() is grid(at_210)
    assert at(at_210) == (0, NAME)


def test_ctrl_f_in_the_grid_filters_and_elsewhere_finds_in_the_case(at_210: AppFixture) -> None:
    go_to(at_210, 0, VALUE)
    key(Qt.Key.Key_F, Ctrl)
    assert focused() is line("Filter attributes", at_210.window)
    line("Subject", at_210.window).setFocus()
    key(Qt.Key.Key_F, Ctrl)
    assert focused() is line("Find in case", at_210.window)


def test_the_value_has_its_share_however_narrow_the_grid_is(at_210: AppFixture) -> None:
    table = grid(at_210)
    assert isinstance(table, QTableView)
    table.setFixedWidth(600)
    usual = table.columnWidth(NAME)
    assert usual == table.fontMetrics().averageCharWidth() * 22
    table.setFixedWidth(240)
    assert table.columnWidth(NAME) < table.viewport().width() * 0.61
    table.setFixedWidth(600)
    assert table.columnWidth(NAME) == usual


def test_a_column_stays_as_wide_as_it_was_made(at_210: AppFixture) -> None:
    table = grid(at_210)
    assert isinstance(table, QTableView)
    table.setFixedWidth(600)
    table.horizontalHeader().resizeSection(NAME, 181)
    table.setFixedWidth(240)
    assert table.columnWidth(NAME) < 181
    table.setFixedWidth(620)
    assert table.columnWidth(NAME) == 181


def test_widths_of_a_hidden_grid_are_not_the_agents(at_210: AppFixture) -> None:
    [shown] = [each for each in at_210.window.findChildren(AttributeGrid) if each.isVisible()]
    [table] = shown.findChildren(AttributeTable)
    timers = shown.findChildren(QTimer, options=Qt.FindChildOption.FindDirectChildrenOnly)
    table.widened.emit()
    assert any(each.isActive() for each in timers)
    at_210.window.hide()
    assert not any(each.isActive() for each in timers)
    table.widened.emit()
    assert not any(each.isActive() for each in timers)
