"""A field that a template leaves as written is told, selected in New note, and warned of before it is sent."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from caseeditor.demo.server import DemoServer
from caseeditor.domain.editing.templates import Template
from tests.ui.case.submit.test_submit import posts
from tests.ui.messages.test_floating import bar_of, view_of
from tests.ui.next_cases import listed
from tests.ui.parts import AppFixture, ended, field, key, labels, press, typed
from tests.ui.templates.test_templates import keep

Ctrl, Shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
CALL = Template("Llamada", "Llamar a {contact.phone} por {case.nothing}", number=1)
EMPTY = Template("Vacía", "Plan: {attribute.plan}.")


@pytest.fixture
def stocked(qtbot: QtBot, app: AppFixture) -> AppFixture:
    listed(qtbot, app, 203, 210)
    keep(qtbot, app, CALL, EMPTY)
    app.window.activateWindow()
    field("New note", app.window).setFocus()
    return app


def submit() -> None:
    key(Qt.Key.Key_Return, Ctrl)


def test_it_is_told_and_selected_where_the_template_is_inserted_by_name(stocked: AppFixture) -> None:
    typed("{contact.phone} /lla")
    key(Qt.Key.Key_Return)
    note = field("New note", stocked.window)
    assert note.toPlainText() == "{contact.phone} Llamar a {contact.phone} por {case.nothing}"
    assert stocked.status == "“Llamada” inserted. Unknown fields: {contact.phone}, {case.nothing}."
    assert note.textCursor().selectedText() == "{contact.phone}"
    assert note.textCursor().selectionStart() == len("{contact.phone} Llamar a ")
    typed("Ana")
    assert note.toPlainText() == "{contact.phone} Llamar a Ana por {case.nothing}"


def test_an_empty_field_is_told(stocked: AppFixture) -> None:
    stocked.session.editor.set_value("plan", "")
    typed("/vac")
    key(Qt.Key.Key_Return)
    assert field("New note", stocked.window).toPlainText() == "Plan: ."
    assert stocked.status == "“Vacía” inserted. Empty in this case: attribute.plan."


@pytest.mark.parametrize("how", ["name", "number"])
def test_it_is_sent_only_after_a_warning(qtbot: QtBot, stocked: AppFixture, server: DemoServer, how: str) -> None:
    if how == "name":
        typed("/lla")
        key(Qt.Key.Key_Return)
    else:
        key(Qt.Key.Key_1, Ctrl | Shift)
        assert "Unknown fields: {contact.phone}, {case.nothing}." in stocked.status
    submit()
    bar = bar_of(view_of(stocked))
    assert "Unknown fields of a template: {case.nothing}, {contact.phone}." in labels(bar)
    assert posts(server) == []
    with ended(qtbot, stocked.session):
        press("Submit anyway", bar)
    assert len(posts(server)) == 1


def test_one_that_was_replaced_is_not_warned_of(qtbot: QtBot, stocked: AppFixture, server: DemoServer) -> None:
    typed("/lla")
    key(Qt.Key.Key_Return)
    key(Qt.Key.Key_A, Ctrl)
    typed("Llamar a Ana")
    with ended(qtbot, stocked.session):
        submit()
    assert len(posts(server)) == 1
