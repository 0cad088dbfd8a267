"""Suggested values in the window: learned from other cases, chosen by keys or mouse, and marked when never seen."""

from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import QAbstractItemModel, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QCalendarWidget, QListView, QPlainTextEdit
from pytestqt.qtbot import QtBot

from caseeditor.demo.server import DemoServer
from caseeditor.domain.backend import BackendInterface
from caseeditor.domain.case.model import Attribute, Case
from caseeditor.domain.editing.edit import Edit, Row
from caseeditor.services.backend import Backend
from caseeditor.services.storage import learned_cases
from caseeditor.ui.case.attributes.date_picker import DatePicker
from caseeditor.ui.case.attributes.model import NAME, UNSEEN, VALUE
from caseeditor.ui.history.dialog import HistoryDialog
from tests.ui.parts import AppFixture, colleague, column, focused, key, opened, press, submit, typed, view

Ctrl, Alt = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
Said = Qt.ItemDataRole.AccessibleDescriptionRole
FIELDS = {"gravedad": "media", "plan": "Plus", "activo": "true", "vence": "28/11/2026", "nota libre": "x"}
OTHERS = (
    *({"gravedad": "alta", "activo": "false", "vence": "30/01/2027"} for _ in range(3)),
    *({"gravedad": "muy alta", "correo": "ana@mail.example"} for _ in range(2)),
    {"gravedad": "baja", "región": "norte"},
)

Teach = Callable[..., None]


@pytest.fixture
def teach(qtbot: QtBot, app: AppFixture) -> Teach:
    """Learn the values of other cases, as from a page of a search."""

    def make(*cases: dict[str, str]) -> None:
        done: list[object] = []
        whose = app.workspace.account.whose
        assert whose

        async def learn(backend: BackendInterface) -> None:
            assert isinstance(backend, Backend)
            found = [
                Case(id=str(number), attributes={name: Attribute(name, text) for name, text in each.items()})
                for number, each in enumerate(cases, 900_000)
            ]
            await backend.database.do(lambda store: learned_cases.learn(store, whose, found))

        app.workspace.worker.run(learn, done.append)
        qtbot.waitUntil(lambda: bool(done))

    return make


@pytest.fixture
def at_203(qtbot: QtBot, app: AppFixture, server: DemoServer, teach: Teach) -> AppFixture:
    """Show case 203 with these attributes, after the others were learned."""
    teach(*OTHERS)
    colleague(server, 203, **FIELDS)
    opened(qtbot, app, 203)
    return app


def table(app: AppFixture) -> QAbstractItemView:
    return view("Attributes", app.window)


def rows(app: AppFixture) -> QAbstractItemModel:
    return table(app).model()


def row_of(app: AppFixture, name: str) -> int:
    return column(rows(app), NAME).index(name)


def edit(qtbot: QtBot, app: AppFixture, name: str) -> QPlainTextEdit:
    """Open the value of an attribute, and wait for its learned values."""
    table(app).setFocus()
    table(app).setCurrentIndex(rows(app).index(row_of(app, name), VALUE))
    key(Qt.Key.Key_F2)
    qtbot.waitUntil(lambda: app.session.known_values.of(name) is not None)
    editor = focused()
    assert isinstance(editor, QPlainTextEdit)
    return editor


def shown(app: AppFixture) -> QListView | None:
    found = [each for each in app.window.findChildren(QListView) if each.accessibleName() == "Suggestions"]
    return next((each for each in found if each.isVisible()), None)


def offered(app: AppFixture) -> list[tuple[str, str]]:
    """Return the lines of the list Suggestions with their details, none while it is closed."""
    model = shown(app).model() if shown(app) else None  # type: ignore[union-attr]  # as just tested
    lines = [model.index(row, 0) for row in range(model.rowCount())] if model else []
    return [(str(line.data()), str(line.data(Said))) for line in lines]


def test_values_are_offered_while_typing_with_the_number_of_their_cases(qtbot: QtBot, at_203: AppFixture) -> None:
    edit(qtbot, at_203, "gravedad")
    assert offered(at_203) == []
    typed("AL")
    assert offered(at_203) == [("alta", "in 3 cases"), ("muy alta", "in 2 cases")]
    key(Qt.Key.Key_Down)
    key(Qt.Key.Key_Return)
    assert at_203.session.edit.values == {"gravedad": "alta"}
    assert offered(at_203) == []


@pytest.mark.parametrize("end", [Qt.Key.Key_Tab, Qt.Key.Key_Return])
def test_a_typed_text_is_taken_as_it_stands_whatever_is_offered(qtbot: QtBot, at_203: AppFixture, end: Qt.Key) -> None:
    edit(qtbot, at_203, "gravedad")
    typed("al")
    assert offered(at_203)
    key(end)
    assert at_203.session.edit.values == {"gravedad": "al"}


def test_stepping_past_the_last_suggestion_and_escape_bring_the_typed_text_back(
    qtbot: QtBot, at_203: AppFixture
) -> None:
    editor = edit(qtbot, at_203, "gravedad")
    typed("al")
    texts = []
    for _ in range(4):
        key(Qt.Key.Key_Down)
        texts.append(editor.toPlainText())
    assert texts == ["alta", "muy alta", "al", "alta"]
    key(Qt.Key.Key_Escape)
    assert (editor.toPlainText(), offered(at_203)) == ("al", [])
    assert focused() is editor
    key(Qt.Key.Key_Escape)
    assert at_203.session.edit == Edit()


def test_a_click_on_a_suggestion_takes_it(qtbot: QtBot, at_203: AppFixture) -> None:
    edit(qtbot, at_203, "gravedad")
    typed("muy")
    found = shown(at_203)
    assert found
    place = found.visualRect(found.model().index(0, 0)).center()
    QTest.mouseClick(found.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place))
    assert at_203.session.edit.values == {"gravedad": "muy alta"}
    assert focused() is table(at_203)


def test_submit_works_while_suggestions_are_shown(qtbot: QtBot, at_203: AppFixture, server: DemoServer) -> None:
    edit(qtbot, at_203, "gravedad")
    typed("al")
    assert offered(at_203)
    session = at_203.session
    with qtbot.waitSignal(session.state_changed, check_params_cb=lambda: not session.is_submitting):
        key(Qt.Key.Key_Return, Ctrl)
    assert server.case(203)["gravedad"] == "al"


def test_down_lists_all_values_and_the_one_of_the_case(qtbot: QtBot, at_203: AppFixture) -> None:
    edit(qtbot, at_203, "gravedad")
    key(Qt.Key.Key_Down)
    assert {text for text, _ in offered(at_203)} == {"alta", "muy alta", "baja", "media"}
    key(Qt.Key.Key_Escape)
    assert offered(at_203) == []


def test_down_in_a_value_of_several_lines_moves_the_cursor(qtbot: QtBot, at_203: AppFixture) -> None:
    editor = edit(qtbot, at_203, "gravedad")
    typed("al")
    key(Qt.Key.Key_Return, Alt)
    typed("ta")
    key(Qt.Key.Key_Up)
    key(Qt.Key.Key_Down)
    assert offered(at_203) == []
    assert editor.toPlainText() == "al\nta"


LONG = "una frase de varias palabras " * 8


@pytest.mark.parametrize("name", ["gravedad", "activo"])
@pytest.mark.parametrize("text", [LONG[:190].strip(), LONG * 2, "uno\ndos"])
def test_down_in_a_value_of_several_visible_lines_replaces_nothing(
    qtbot: QtBot, at_203: AppFixture, name: str, text: str
) -> None:
    at_203.session.editor.set_value(name, text)
    editor = edit(qtbot, at_203, name)
    assert editor.document().size().height() > 1
    for _ in range(3):
        key(Qt.Key.Key_Down)
        assert editor.toPlainText() == text
    key(Qt.Key.Key_Down, Alt)
    assert offered(at_203)
    key(Qt.Key.Key_Down)
    assert editor.toPlainText() in [each for each, _ in offered(at_203)]
    key(Qt.Key.Key_Escape)
    assert editor.toPlainText() == text


def test_yes_and_no_are_two_choices_at_once(qtbot: QtBot, at_203: AppFixture) -> None:
    edit(qtbot, at_203, "activo")
    qtbot.waitUntil(lambda: offered(at_203) != [])
    assert [text for text, _ in offered(at_203)] == ["true", "false"]
    key(Qt.Key.Key_Down)
    key(Qt.Key.Key_Down)
    key(Qt.Key.Key_Tab)
    assert at_203.session.edit.values == {"activo": "false"}


def test_escape_leaves_a_value_whose_choices_came_by_themselves(qtbot: QtBot, at_203: AppFixture) -> None:
    edit(qtbot, at_203, "activo")
    qtbot.waitUntil(lambda: offered(at_203) != [])
    key(Qt.Key.Key_Escape)
    assert focused() is table(at_203)
    assert offered(at_203) == []


def test_a_date_is_picked_and_written_in_the_form_seen(qtbot: QtBot, at_203: AppFixture) -> None:
    edit(qtbot, at_203, "vence")
    qtbot.waitUntil(lambda: offered(at_203) != [])
    assert offered(at_203)[-1][0] == "Choose a date…"
    key(Qt.Key.Key_Up)
    key(Qt.Key.Key_Return)
    [picker] = at_203.window.findChildren(DatePicker)
    [calendar] = picker.findChildren(QCalendarWidget)
    assert calendar.selectedDate().toString("yyyy-MM-dd") == "2026-11-28"
    calendar.setSelectedDate(calendar.selectedDate().addDays(7))
    picker.accept()
    qtbot.waitUntil(lambda: isinstance(focused(), QPlainTextEdit))
    key(Qt.Key.Key_Return)
    assert at_203.session.edit.values == {"vence": "05/12/2026"}


def test_a_value_never_seen_is_marked_and_one_seen_is_not(qtbot: QtBot, at_203: AppFixture) -> None:
    edit(qtbot, at_203, "gravedad")
    typed("altisima")
    key(Qt.Key.Key_Return)
    cell = rows(at_203).index(row_of(at_203, "gravedad"), VALUE)
    assert cell.data(UNSEEN) is True
    assert "no case that you have seen has this value" in cell.data(Said)
    at_203.session.editor.set_value("gravedad", "baja")
    assert not cell.data(UNSEEN)


def test_a_mark_blocks_nothing(qtbot: QtBot, at_203: AppFixture, server: DemoServer) -> None:
    at_203.session.editor.set_value("gravedad", "altisima")
    submit(qtbot, at_203.session)
    assert server.case(203)["gravedad"] == "altisima"


def test_names_of_which_nothing_was_learned_have_no_mark(qtbot: QtBot, at_203: AppFixture) -> None:
    session = at_203.session
    session.editor.set_row(None, Row("color", "azul"))
    cell = rows(at_203).index(row_of(at_203, "color"), VALUE)
    assert not cell.data(UNSEEN)
    qtbot.waitUntil(lambda: session.known_values.of("color") is not None)
    assert not cell.data(UNSEEN)


def test_a_value_of_a_shape_never_seen_is_marked(qtbot: QtBot, at_203: AppFixture) -> None:
    session = at_203.session
    session.editor.set_row(None, Row("correo", "eva arroba mail"))
    cell = rows(at_203).index(row_of(at_203, "correo"), VALUE)
    cell.data(UNSEEN)
    qtbot.waitUntil(partial(cell.data, UNSEEN))
    session.editor.set_row(1, Row("correo", "eva@correo.example"))
    assert not cell.data(UNSEEN)


def test_an_open_case_offers_no_value_after_the_history_was_cleared(qtbot: QtBot, at_203: AppFixture) -> None:
    edit(qtbot, at_203, "gravedad")
    key(Qt.Key.Key_Escape)
    at_203.window.dialogs.show_history()
    (dialog,) = at_203.window.findChildren(HistoryDialog)
    with qtbot.waitSignal(dialog.cleared):
        press("Clear history", dialog)
    dialog.close()
    known = at_203.session.known_values.of("gravedad")
    assert known is None or known.is_empty


def test_values_of_the_pages_that_the_window_reads_are_learned(
    qtbot: QtBot, app: AppFixture, server: DemoServer
) -> None:
    """The path from the server's answer to the suggestion, without a shortcut."""
    colleague(server, 204, gravedad="urgentísima")
    opened(qtbot, app, 204)
    colleague(server, 205, gravedad="media")
    opened(qtbot, app, 205)

    def is_known() -> bool:
        app.session.known_values.look("gravedad")
        found = app.session.known_values.of("gravedad")
        return found is not None and "urgentísima" in [each.text for each in found.values]

    qtbot.waitUntil(is_known)
    edit(qtbot, app, "gravedad")
    typed("urge")
    assert [text for text, _ in offered(app)] == ["urgentísima"]
