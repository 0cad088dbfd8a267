"""Every control has a name, for screen readers and for automation."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QPushButton,
    QTableView,
    QToolButton,
    QTreeView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from caseeditor.domain.editing.edit import Row
from caseeditor.ui.account.sign_in_dialog import SignInDialog
from caseeditor.ui.case.submit.review_dialog import ReviewDialog
from caseeditor.ui.main_window.main_window import MainWindow
from caseeditor.ui.messages.message import ActionKind, Message, MessageAction, Severity
from tests.ui.parts import AppFixture, field, line, name_of, opened, press

KINDS = (QAbstractButton, QLineEdit, QPlainTextEdit, QAbstractItemView, QComboBox)
EDITABLE, PUSH, ITEMS = QAccessible.Role.EditableText, QAccessible.Role.PushButton, QAccessible.Role.List
CONTROLS = [
    (QLineEdit, "Case id or link", EDITABLE),
    (QLineEdit, "Subject", EDITABLE),
    (QListView, "Tags", ITEMS),
    (QLineEdit, "New tag", EDITABLE),
    (QPushButton, "Add tag", PUSH),
    (QToolButton, "Remove tag spam", PUSH),
    (QListView, "Notes", ITEMS),
    (QLineEdit, "Search notes", EDITABLE),
    (QPlainTextEdit, "New note", EDITABLE),
    (QPushButton, "Add note", PUSH),
    (QTableView, "Attributes", QAccessible.Role.Table),
    (QTreeView, "Contact and profiles", QAccessible.Role.Tree),
    (QPushButton, "Review changes", PUSH),
    (QToolButton, "Previous case", PUSH),
    (QToolButton, "Next case", PUSH),
    (QPushButton, "Submit and next", PUSH),
    (QPushButton, "Submit", PUSH),
    (QPushButton, "Discard changes", PUSH),
]


def nameless(inside: QWidget) -> Iterator[str]:
    """Yield each visible control without a name for screen readers."""
    for kind in KINDS:
        for widget in inside.findChildren(kind):
            is_part = isinstance(widget, QHeaderView)  # read as cells of its table
            if widget.isVisible() and not is_part and not accessible_name(widget).strip():
                yield f"{widget} in {widget.parent()}"


def accessible_name(widget: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


@pytest.mark.parametrize(("kind", "name", "role"), CONTROLS)
def test_each_control_of_the_contract_is_there_once_in_its_role(
    window: MainWindow, kind: type[QWidget], name: str, role: QAccessible.Role
) -> None:
    found = [each for each in window.findChildren(kind) if each.isVisible() and accessible_name(each) == name]
    assert len(found) == 1
    assert QAccessible.queryAccessibleInterface(found[0]).role() is role
    assert name_of(found[0]) == name


def test_no_control_is_without_a_name(window: MainWindow) -> None:
    assert list(nameless(window)) == []


def test_no_control_is_without_a_name_while_there_is_no_case(app: AppFixture) -> None:
    assert list(nameless(app.window)) == []


def test_no_control_is_without_a_name_while_everything_is_under_way(qtbot: QtBot, app: AppFixture) -> None:
    session = opened(qtbot, app, 9020)
    line("Subject", app.window).setText("changed")
    field("New note", app.window).setPlainText("note")
    press("Add note", app.window)
    session.editor.set_row(None, Row("prioridad", "alta"))
    session.editor.set_tag_text("vip")
    session.editor.add_tag()
    actions = tuple(MessageAction(kind, app.window.show) for kind in ActionKind)
    app.workspace.message_emitted.emit(Message("x", Severity.ERROR, actions=actions))
    press("Submit", app.window)
    assert session.is_submitting
    assert list(nameless(app.window)) == []


def test_no_control_is_without_a_name_in_many_tabs(qtbot: QtBot, app: AppFixture) -> None:
    for id_ in range(203, 215):
        opened(qtbot, app, id_)
    assert list(nameless(app.window)) == []


def test_no_control_of_the_dialogs_is_without_a_name(window: MainWindow) -> None:
    line("Subject", window).setText("changed")
    press("Review changes", window)
    review = window.findChild(ReviewDialog)
    assert isinstance(review, ReviewDialog)
    assert list(nameless(review)) == []
    review.reject()
    window.dialogs.sign_in()
    signing_in = window.findChild(SignInDialog)
    assert isinstance(signing_in, SignInDialog)
    assert list(nameless(signing_in)) == []
    signing_in.reject()


def test_status_is_found_by_its_identifier_and_its_name_is_the_message(window: MainWindow) -> None:
    found = [each for each in window.findChildren(QLabel) if each.accessibleIdentifier() == "Status"]
    assert [accessible_name(each) for each in found] == ["Case 203 opened"]


def test_tab_reaches_every_field_of_the_case(window: MainWindow) -> None:
    line("Subject", window).setFocus()
    reached = set()
    for _ in range(40):
        focused = QApplication.focusWidget()
        assert focused is not None
        reached.add(accessible_name(focused))
        window.focusNextChild()
    wanted = {name for _, name, _ in CONTROLS} - {"Remove tag spam", "Discard changes"}
    assert wanted - reached == set()


def test_the_main_job_fits_a_small_screen(window: MainWindow) -> None:
    assert window.minimumSizeHint().width() <= 1366
    assert window.minimumSizeHint().height() <= 700
