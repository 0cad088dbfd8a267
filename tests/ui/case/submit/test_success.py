"""A success is quiet: Status tells it, and the button *Submit* for a moment."""

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.parts import AppFixture, Heard, ended, find, labels, line, name_of, opened, submit


def test_the_button_says_for_a_moment_that_it_is_stored_and_keeps_its_size_and_name(
    qtbot: QtBot, app: AppFixture
) -> None:
    session = opened(qtbot, app, 203)
    button = find(QPushButton, "Submit", app.window)
    line("Subject", app.window).setText("changed")
    submit(qtbot, session)
    assert button.text().startswith("✓ Stored ")
    assert name_of(button) == "Submit"
    QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
    before = button.geometry()
    assert button.fontMetrics().horizontalAdvance(button.text()) < button.width()
    qtbot.waitUntil(lambda: button.text() == "Submit")
    QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
    assert button.geometry() == before


def test_what_is_typed_meanwhile_ends_it(qtbot: QtBot, app: AppFixture) -> None:
    session = opened(qtbot, app, 203)
    button = find(QPushButton, "Submit", app.window)
    line("Subject", app.window).setText("changed")
    submit(qtbot, session)
    assert button.text().startswith("✓ Stored ")
    line("Subject", app.window).setText("changed again")
    assert button.text() == "Submit"


def test_what_is_typed_before_it_is_stored_prevents_it(qtbot: QtBot, app: AppFixture) -> None:
    session = opened(qtbot, app, 9021)
    button = find(QPushButton, "Submit", app.window)
    line("Subject", app.window).setText("changed")
    with ended(qtbot, session):
        session.submit()
        session.editor.set_note_text("más")
    assert button.text() == "Submit"


@pytest.mark.parametrize("id_", [9005, 9009, 9016])
def test_the_button_says_it_of_nothing_else(qtbot: QtBot, app: AppFixture, id_: int) -> None:
    session = opened(qtbot, app, id_)
    session.editor.set_note_text(" llamar ")
    submit(qtbot, session)
    assert find(QPushButton, "Submit", app.window).text() == "Submit"


def test_a_success_is_told_in_status_only_and_ends_what_was_told_before(qtbot: QtBot, app: AppFixture) -> None:
    session = opened(qtbot, app, 9003)
    session.editor.set_note_text("llamar")
    heard = Heard(session)
    submit(qtbot, session)
    assert any("Checking whether" in message.text for message in heard.messages)
    assert app.status.startswith("Submitted: stored at ")
    assert "Checking whether" not in labels(app.window)
    assert [text for text in labels(app.window.current_view() or app.window).splitlines() if "tored at" in text] == []
