"""Invisible characters are marked before they are sent, and can be removed."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QLabel,
    QWidget,
)
from pytestqt.qtbot import QtBot

from caseeditor.demo.server import DemoServer
from caseeditor.domain.editing.edit import Edit, Row
from caseeditor.ui.main_window.main_window import MainWindow
from caseeditor.ui.state.session import Session
from tests.ui.grids import Desk
from tests.ui.parts import (
    AppFixture,
    case_of,
    is_there,
    line,
    press,
    submit,
    view,
)
from tests.ui.parts import (
    shown as look,
)
from tests.ui.ways_in import (
    by_ctrl_v,
    key_on,
)


def warning(window: QWidget) -> str:
    return "\n".join(
        each.text() for each in window.findChildren(QLabel) if each.isVisible() and "Invisible" in each.text()
    )


def test_unseen_characters_are_marked_before_they_are_sent_and_removed_as_one_step(
    qtbot: QtBot, window: MainWindow, app: AppFixture, server: DemoServer
) -> None:
    assert not is_there("Remove invisible characters", window)
    line("Subject", window).setCursorPosition(0)
    by_ctrl_v(line("Subject", window), "Pe\u00addido ")
    assert "“Pe¦dido Necesito " in warning(window)
    line("New tag", window).setText("vi\u200bp")
    press("Add tag", window)
    app.session.editor.set_row(None, Row("nue\ufeffvo", "1\u00a0000"))
    assert warning(window).endswith("“vi¦p”, “nue¦vo”, …")
    before = app.session.edit
    press("Remove invisible characters", window)
    assert warning(window) == ""
    assert not is_there("Remove invisible characters", window)
    clean = app.session.edit
    assert clean == Edit(subject="Pedido Necesito ayuda !!!", tags={"vip": True}, rows={1: Row("nuevo", "1 000")})
    key_on(window, Qt.Key.Key_Z)
    assert app.session.edit == before
    key_on(window, Qt.Key.Key_Y)
    submit(qtbot, app.session)
    assert server.case(203)["subject"] == "Pedido Necesito ayuda !!!"


def test_persian_and_emoji_are_not_marked(window: MainWindow, app: AppFixture) -> None:
    line("Subject", window).setText("می\u200cخواهم 👩\u200d🚀 ❤\ufe0f")
    assert app.session.list_changes()
    assert warning(window) == ""


def test_a_name_that_looks_like_one_of_the_case_exists_already(
    qtbot: QtBot, session_with: Callable[[object], Session]
) -> None:
    session = session_with(case_of(vip="no"))
    backend = Desk(qtbot, session)
    session.editor.set_row(None, Row("vip\u200b", "sí"))
    cell = view("Attributes", backend.grid).model().index(1, 0)
    assert look(cell.data(Qt.ItemDataRole.ToolTipRole)) == "“vip” already exists. Change that one instead."
    session.editor.set_row(1, Row("vi\u200bps", "sí"))
    assert (
        look(cell.data(Qt.ItemDataRole.ToolTipRole)) == "The name “vi¦ps” has invisible characters, which are sent too."
    )
    assert session.editor.first_blocking_problem() is None
