"""The administrator's fields in the window: labels, hidden attributes, and values that warn or block."""

import msgspec
import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtWidgets import QAbstractItemView, QDialog, QPlainTextEdit
from pytestqt.qtbot import QtBot

from caseeditor.demo.server import DemoServer
from caseeditor.domain.editing.edit import Edit, Row
from caseeditor.domain.fields.reading import read_fields
from caseeditor.ui.case.attributes.model import NAME, VALUE
from caseeditor.ui.case.attributes.panel import AttributeGrid
from caseeditor.ui.case.attributes.paste.bulk_text_dialog import BulkTextDialog
from caseeditor.ui.widgets.lists.item_data import Role
from tests.ui.parts import (
    AppFixture,
    colleague,
    column,
    field,
    focused,
    is_there,
    key,
    labels,
    opened,
    press,
    shown,
    typed,
    view,
)

CASE = 210
FIELDS = (
    {"name": "prioridad", "label": {"en": "Priority"}, "help": "How urgent it is", "kind": "choice",
     "values": ["alta", "baja"], "on_violation": "block"},
    {"name": "edad", "kind": "integer", "on_violation": "block"},
    {"name": "vence", "label": "Due", "kind": "date"},
    {"name": "interno", "kind": "integer", "hidden": True, "on_violation": "block"},
)  # fmt: skip
Ctrl = Qt.KeyboardModifier.ControlModifier


def describe(app: AppFixture, *fields: object) -> None:
    """Apply fields, as a start with such a policy does."""
    found = read_fields(msgspec.json.encode(fields), "en")
    assert found.faults == ()
    app.workspace.cases.schema = found.schema


@pytest.fixture
def described(qtbot: QtBot, app: AppFixture, server: DemoServer) -> AppFixture:
    """Open a case that has described attributes, some with values that violate their fields."""
    colleague(server, CASE, prioridad="alta", edad="old", interno="x")
    describe(app, *FIELDS)
    opened(qtbot, app, CASE)
    return app


def grid(app: AppFixture) -> QAbstractItemView:
    return view("Attributes", app.window)


def model(app: AppFixture) -> QAbstractItemModel:
    return grid(app).model()


def row_of(app: AppFixture, name: str) -> int:
    return column(model(app), NAME).index(name)


def put(app: AppFixture, name: str, value: str) -> None:
    """Type a value of an attribute."""
    grid(app).setFocus()
    grid(app).setCurrentIndex(model(app).index(row_of(app, name), VALUE))
    key(Qt.Key.Key_F2)
    typed(value)
    key(Qt.Key.Key_Return)


def add(app: AppFixture, name: str, value: str) -> None:
    """Type a new attribute."""
    grid(app).setFocus()
    grid(app).setCurrentIndex(model(app).index(model(app).rowCount() - 1, NAME))
    typed(name)
    key(Qt.Key.Key_Tab)
    typed(value)
    key(Qt.Key.Key_Return)


def tip(app: AppFixture, name: str, where: int = NAME) -> str:
    return shown(model(app).index(row_of(app, name), where).data(Role.ToolTipRole)).replace("\u2028", "\n")


def said(app: AppFixture, name: str, where: int = VALUE) -> str:
    text = model(app).index(row_of(app, name), where).data(Role.AccessibleDescriptionRole)
    return str(text).replace("\u2068", "").replace("\u2069", "")


def current(app: AppFixture) -> tuple[str, int]:
    index = grid(app).currentIndex()
    return str(index.siblingAtColumn(NAME).data()), index.column()


def test_the_grid_shows_the_label_and_tells_name_and_help(described: AppFixture) -> None:
    assert "prioridad" not in column(model(described), NAME)
    assert tip(described, "Priority") == "How urgent it is\nAttribute: prioridad"
    assert said(described, "Priority", NAME) == "How urgent it is Attribute: prioridad"
    assert said(described, "Priority") == "Priority: How urgent it is Attribute: prioridad"
    assert model(described).index(row_of(described, "Priority"), NAME).data(Role.EditRole) == "prioridad"


def test_the_editor_of_a_value_is_named_by_the_label(described: AppFixture) -> None:
    grid(described).setFocus()
    grid(described).setCurrentIndex(model(described).index(row_of(described, "Priority"), VALUE))
    key(Qt.Key.Key_F2)
    assert isinstance(focused(), QPlainTextEdit)
    assert focused().accessibleName() == "Value of Priority"


def test_a_hidden_attribute_is_neither_shown_nor_sent(described: AppFixture) -> None:
    assert "interno" not in column(model(described), NAME)
    add(described, "nuevo", "1")
    assert described.session.edit == Edit(rows={1: Row("nuevo", "1")})


def test_a_value_of_the_server_warns_and_blocks_nothing(qtbot: QtBot, described: AppFixture) -> None:
    assert "“edad” takes a whole number, like 42." in said(described, "edad")
    add(described, "nuevo", "1")
    with qtbot.waitSignal(described.session.submitter.handed_over):
        key(Qt.Key.Key_Return, Ctrl)


def test_a_value_that_violates_its_field_blocks_and_is_gone_to(described: AppFixture) -> None:
    put(described, "Priority", "urgent")
    put(described, "edad", "7")
    key(Qt.Key.Key_Return, Ctrl)
    assert shown(described.status) == "Nothing was sent. “Priority” takes one of these values: alta, baja"
    assert current(described) == ("Priority", VALUE)
    assert described.session.edit.values == {"prioridad": "urgent", "edad": "7"}
    assert not described.session.is_submitting


def test_once_the_value_is_right_it_is_sent(qtbot: QtBot, described: AppFixture) -> None:
    put(described, "Priority", "urgent")
    key(Qt.Key.Key_Return, Ctrl)
    typed("baja")
    key(Qt.Key.Key_Return)
    with qtbot.waitSignal(described.session.submitter.handed_over):
        key(Qt.Key.Key_Return, Ctrl)


def test_a_field_that_only_warns_is_sent(qtbot: QtBot, described: AppFixture) -> None:
    add(described, "vence", "soon")
    assert said(described, "Due").startswith("Due: “Due” takes a date, like 2026-11-30 or 30/11/2026.")
    assert column(model(described), NAME)[-2] == "Due"
    with qtbot.waitSignal(described.session.submitter.handed_over):
        key(Qt.Key.Key_Return, Ctrl)


def test_the_mark_of_a_value_goes_once_it_is_right(described: AppFixture) -> None:
    put(described, "edad", "7")
    assert "whole number" not in said(described, "edad")
    key(Qt.Key.Key_Z, Ctrl)
    assert "whole number" in said(described, "edad")


def test_pasted_values_are_checked_too(described: AppFixture) -> None:
    grid = next(each for each in described.window.findChildren(AttributeGrid) if each.isVisible())
    grid.paste("vence\tsoon\nedad2\tx", (row_of(described, ""), NAME))
    assert "takes a date" in said(described, "Due")


def test_a_hidden_value_that_was_pasted_is_reviewed_and_shown_to_mend_it(described: AppFixture) -> None:
    described.session.editor.set_value("interno", "y")
    assert "interno" not in column(model(described), NAME)
    press("Review changes", described.window)
    review = described.window.findChildren(QDialog)[-1]
    assert "“interno” takes a whole number" in shown(labels(review))
    review.reject()
    key(Qt.Key.Key_Return, Ctrl)
    assert current(described) == ("interno", VALUE)
    typed("5")
    key(Qt.Key.Key_Return)
    assert described.session.edit.values == {"interno": "5"}


def test_a_required_field_that_the_case_lacks_is_begun_by_submit(
    qtbot: QtBot, app: AppFixture, server: DemoServer
) -> None:
    colleague(server, CASE, edad="7")
    describe(app, {"name": "motivo", "label": "Reason", "required": True, "on_violation": "block"})
    session = opened(qtbot, app, CASE)
    session.editor.set_subject("new")
    key(Qt.Key.Key_Return, Ctrl)
    assert shown(app.status) == "Nothing was sent. “Reason” is required. Give it a value."
    assert current(app) == ("Reason", VALUE)
    typed("because")
    key(Qt.Key.Key_Return)
    assert session.edit.rows == {1: Row("motivo", "because")}
    with qtbot.waitSignal(session.submitter.handed_over):
        key(Qt.Key.Key_Return, Ctrl)


def test_a_required_field_that_is_missing_stops_no_empty_submission(qtbot: QtBot, app: AppFixture) -> None:
    describe(app, {"name": "motivo", "required": True, "on_violation": "block"})
    opened(qtbot, app, CASE)
    key(Qt.Key.Key_Return, Ctrl)
    assert app.status == "Nothing to submit: no changes."


def test_the_filter_finds_a_label_and_a_name(described: AppFixture) -> None:
    order = grid(described).model()
    for text in ("priority", "prioridad"):
        order.look_for(text)  # type: ignore[attr-defined]
        assert column(order, NAME) == ["Priority", ""]


def suggested(app: AppFixture) -> list[str]:
    """Return the lines of the list Suggestions."""
    lists = [each for each in app.window.findChildren(QAbstractItemView) if each.accessibleName() == "Suggestions"]
    return next((column(each.model()) for each in lists if each.isVisible()), [])


def edit(app: AppFixture, name: str) -> None:
    """Open the editor of a value."""
    grid(app).setFocus()
    grid(app).setCurrentIndex(model(app).index(row_of(app, name), VALUE))
    key(Qt.Key.Key_F2)


def test_the_allowed_values_are_offered_at_once_and_taken_by_keys(described: AppFixture) -> None:
    edit(described, "Priority")
    assert [text.split("\n")[0] for text in suggested(described)] == ["alta", "baja"]
    key(Qt.Key.Key_Down)
    key(Qt.Key.Key_Down)
    key(Qt.Key.Key_Return)
    assert described.session.edit.values == {"prioridad": "baja"}


def test_yes_and_no_are_offered_in_the_spelling_of_the_policy(
    qtbot: QtBot, app: AppFixture, server: DemoServer
) -> None:
    colleague(server, CASE, vip="no")
    describe(app, {"name": "vip", "kind": "yes/no", "values": ["ja", "nein"]})
    opened(qtbot, app, CASE)
    edit(app, "vip")
    assert [text.split("\n")[0] for text in suggested(app)] == ["ja", "nein"]


def test_a_typed_label_leads_to_its_attribute(described: AppFixture) -> None:
    grid(described).setFocus()
    grid(described).setCurrentIndex(model(described).index(model(described).rowCount() - 1, NAME))
    typed("priority")
    key(Qt.Key.Key_Tab)
    typed("baja")
    key(Qt.Key.Key_Return)
    assert described.session.edit == Edit(values={"prioridad": "baja"})


def test_a_typed_hidden_name_is_shown_to_change_it(described: AppFixture) -> None:
    add(described, "interno", "5")
    assert described.session.edit == Edit(values={"interno": "5"})
    assert "interno" in column(model(described), NAME)


def test_the_grid_as_text_has_no_hidden_attribute_and_leaves_it(described: AppFixture) -> None:
    dialog = BulkTextDialog(described.session, described.window)
    dialog.open()
    text = field("Attributes as text", dialog)
    assert "prioridad=alta\n" in text.toPlainText()
    assert "interno" not in text.toPlainText()
    text.setPlainText("prioridad=baja\n")
    press("Apply", dialog)
    assert described.session.edit == Edit(values={"prioridad": "baja"})


def test_required_attributes_that_are_missing_are_named_and_begun(qtbot: QtBot, app: AppFixture) -> None:
    describe(app, {"name": "motivo", "label": "Reason", "required": True}, {"name": "vence", "required": True})
    session = opened(qtbot, app, CASE)
    press("Missing: Reason, vence", app.window)
    assert focused().accessibleName() == "Value of Reason"
    typed("because")
    key(Qt.Key.Key_Return)
    assert session.edit == Edit(rows={1: Row("motivo", "because")})
    assert is_there("Missing: vence", app.window)
    key(Qt.Key.Key_Z, Ctrl)
    key(Qt.Key.Key_Z, Ctrl)
    assert is_there("Missing: Reason, vence", app.window)


def test_a_field_that_is_missing_and_only_warns_stops_nothing(qtbot: QtBot, app: AppFixture) -> None:
    describe(app, {"name": "motivo", "required": True})
    session = opened(qtbot, app, CASE)
    session.editor.set_subject("new")
    with qtbot.waitSignal(session.submitter.handed_over):
        key(Qt.Key.Key_Return, Ctrl)


@pytest.mark.parametrize("value", ["", "  ", "because"])
@pytest.mark.parametrize("end", [Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Tab])
def test_a_missing_attribute_that_is_left_without_a_value_is_not_sent(
    qtbot: QtBot, app: AppFixture, end: Qt.Key, value: str
) -> None:
    describe(app, {"name": "motivo", "label": "Reason", "required": True})
    session = opened(qtbot, app, CASE)
    press("Missing: Reason", app.window)
    typed(value)
    assert is_there("Missing: Reason", app.window)
    key(end)
    is_taken = bool(value.strip()) and end != Qt.Key.Key_Escape
    assert session.edit == (Edit(rows={1: Row("motivo", value)}) if is_taken else Edit())
    assert is_there("Missing: Reason", app.window) is not is_taken


def test_a_missing_attribute_is_begun_once(qtbot: QtBot, app: AppFixture) -> None:
    describe(app, {"name": "motivo", "label": "Reason", "required": True})
    session = opened(qtbot, app, CASE)
    session.editor.set_row(None, Row("motivo", ""))
    press("Missing: Reason", app.window)
    typed("because")
    key(Qt.Key.Key_Return)
    assert session.edit == Edit(rows={1: Row("motivo", "because")})


STAMPED = {"name": "sync_id", "label": "Sync", "kind": "integer", "required": True, "on_violation": "block"}


def test_the_stamp_which_a_submission_sets_is_not_missing(qtbot: QtBot, app: AppFixture, server: DemoServer) -> None:
    describe(app, STAMPED, {"name": "motivo", "required": True, "on_violation": "block"})
    app.workspace.settings_store.change(stamp=" sync_id ")
    colleague(server, CASE, motivo="7")
    session = opened(qtbot, app, CASE)
    assert not is_there("Missing: Sync", app.window)
    session.editor.set_subject("new")
    with qtbot.waitSignal(session.submitter.handed_over):
        key(Qt.Key.Key_Return, Ctrl)


def test_the_stamp_breaks_no_rule_while_it_is_one(qtbot: QtBot, app: AppFixture, server: DemoServer) -> None:
    describe(app, STAMPED)
    app.workspace.settings_store.change(stamp="sync_id")
    colleague(server, CASE, sync_id="5f2c")
    session = opened(qtbot, app, CASE)
    assert session.editor.list_problems() == ()
    app.workspace.settings_store.change(stamp="")
    session.editor.set_value("sync_id", "x")
    assert [each.is_blocking for each in session.editor.list_problems()] == [True]
