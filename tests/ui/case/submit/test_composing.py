"""A word that is still being composed with an input method is part of the submission.

Qt has input methods only from the system's plugins, and none runs here: a stand-in commits as they do.
"""

from collections.abc import Callable

import pytest
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from caseeditor.demo.server import DemoServer
from caseeditor.ui.case import case_view
from tests.ui.next_cases import in_front, listed, stored_notes, submit_and_next, submit_by_key
from tests.ui.parts import AppFixture, field, focused, line, opened


class Composing:
    """The system's input method, with a word that it has not committed yet."""

    def __init__(self, place: QWidget, word: str) -> None:
        self._word = word
        place.setFocus()
        QApplication.sendEvent(place, QInputMethodEvent(word, []))

    def inputMethod(self) -> "Composing":  # noqa: N802 - Qt's name
        return self

    def commit(self) -> None:
        event = QInputMethodEvent()
        event.setCommitString(self._word)
        self._word = ""
        QApplication.sendEvent(focused(), event)


@pytest.fixture
def compose(monkeypatch: pytest.MonkeyPatch) -> Callable[[QWidget, str], None]:
    def begin(place: QWidget, word: str) -> None:
        monkeypatch.setattr(case_view, "QGuiApplication", Composing(place, word))

    return begin


def test_a_composed_word_of_a_note_is_submitted(
    qtbot: QtBot, app: AppFixture, server: DemoServer, compose: Callable[[QWidget, str], None]
) -> None:
    opened(qtbot, app, 203)
    compose(field("New note", app.window), "한")
    submit_by_key()
    qtbot.waitUntil(lambda: app.status.startswith("Submitted: stored at "))
    assert stored_notes(server, 203)[-1] == "한"


def test_it_is_submitted_before_the_next_case_opens(
    qtbot: QtBot, app: AppFixture, server: DemoServer, compose: Callable[[QWidget, str], None]
) -> None:
    listed(qtbot, app, 203, 210)
    compose(line("Subject", app.window), "é")
    submit_and_next()
    in_front(qtbot, app, 210)
    qtbot.waitUntil(lambda: app.tabs == ["210"])
    assert "é" in server.case(203)["subject"]


def test_a_word_that_is_composed_in_another_case_is_left_alone(
    qtbot: QtBot, app: AppFixture, compose: Callable[[QWidget, str], None]
) -> None:
    opened(qtbot, app, 203)
    opened(qtbot, app, 210)
    compose(field("New note", app.window.current_view() or app.window), "한")
    app.window.tabs.views()[0].commit_open_editors()
    assert app.session.edit.note_text == ""
