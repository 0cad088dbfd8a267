"""Text composed by an input method on a cell: it arrives before an editor is open."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from caseeditor.domain.case.model import Case
from caseeditor.domain.editing.edit import Edit, Row
from caseeditor.ui.case.attributes.model import NAME, VALUE, WAS
from caseeditor.ui.case.attributes.panel import AttributeGrid
from caseeditor.ui.state.session import Session
from tests.ui.grids import EMPTY, FIELDS, Desk, go_to, table
from tests.ui.parts import case_of, focused, key, typed


@pytest.fixture
def session(session_with: Callable[[Case], Session]) -> Session:
    return session_with(case_of(**FIELDS))


@pytest.fixture
def backend(qtbot: QtBot, session: Session) -> Desk:
    return Desk(qtbot, session)


@pytest.fixture
def grid(backend: Desk) -> AttributeGrid:
    return backend.grid


def compose(*preedits: str, commit: str) -> None:
    """Send an input method's events to the focused widget: the texts being composed, then the final one."""
    for preedit in preedits:
        QCoreApplication.sendEvent(focused(), QInputMethodEvent(preedit, []))
    done = QInputMethodEvent("", [])
    done.setCommitString(commit)
    QCoreApplication.sendEvent(focused(), done)


@pytest.mark.parametrize("preedits", [(), ("´",), ("ㅎ", "하", "한")], ids=["dead key", "macOS", "Korean"])
def test_the_first_letter_on_a_value_is_its_first(
    qtbot: QtBot, grid: AttributeGrid, session: Session, preedits: tuple[str, ...]
) -> None:
    go_to(grid, 0, VALUE)
    compose(*preedits, commit="한")
    qtbot.waitUntil(lambda: isinstance(focused(), QPlainTextEdit))
    typed("x")
    compose("ㄱ", commit="그")
    key(Qt.Key.Key_Return)
    assert session.edit == Edit(values={"plan": "한x그"})
    session.editor.undo()
    assert session.edit == Edit()


@pytest.mark.parametrize("preedits", [(), ("´",), ("ㅎ", "하", "한")], ids=["dead key", "macOS", "Korean"])
def test_the_first_letter_on_the_empty_name_is_its_first(
    qtbot: QtBot, grid: AttributeGrid, session: Session, preedits: tuple[str, ...]
) -> None:
    go_to(grid, EMPTY, NAME)
    compose(*preedits, commit="á")
    qtbot.waitUntil(lambda: isinstance(focused(), QLineEdit))
    typed("x")
    key(Qt.Key.Key_Return)
    assert session.edit == Edit(rows={1: Row("áx", "")})


def test_a_key_before_the_focus_has_moved_is_not_lost(grid: AttributeGrid, session: Session) -> None:
    go_to(grid, 0, VALUE)
    compose(commit="á")
    typed("bc")
    key(Qt.Key.Key_Return)
    assert session.edit == Edit(values={"plan": "ábc"})


def test_what_is_being_composed_is_seen_in_the_cell(grid: AttributeGrid) -> None:
    go_to(grid, 0, VALUE)
    QCoreApplication.sendEvent(focused(), QInputMethodEvent("ㅎ", []))
    editor = table(grid).findChild(QPlainTextEdit)
    assert editor is not None
    assert editor.textCursor().block().layout().preeditAreaText() == "ㅎ"


@pytest.mark.parametrize("place", [(0, NAME), (3, VALUE), (0, WAS)])
def test_a_cell_that_cant_be_edited_takes_nothing(
    grid: AttributeGrid, session: Session, place: tuple[int, int]
) -> None:
    go_to(grid, *place)
    compose(commit="á")
    assert focused() is table(grid)
    assert session.edit == Edit()


def test_the_input_method_is_told_of_a_cell_that_can_be_edited(grid: AttributeGrid) -> None:
    go_to(grid, 0, VALUE)
    assert table(grid).testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    assert QApplication.focusObject() is table(grid)
    go_to(grid, 3, VALUE)
    assert not table(grid).testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
