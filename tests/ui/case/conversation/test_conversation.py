"""The conversation beside the notes: read after the case is on screen, and hidden if the server has none."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractSlider, QApplication, QTabBar, QWidget
from pytestqt.qtbot import QtBot

from caseeditor.demo.server import DemoServer
from caseeditor.domain.case.conversation import CaseMessage
from caseeditor.domain.editing.edit import Edit
from caseeditor.domain.errors.failure import Failure, FailureKind
from caseeditor.runtime.worker import Success
from caseeditor.ui.case.conversation.model import ConversationModel
from caseeditor.ui.main_window.main_window import MainWindow
from caseeditor.ui.messages.message import Severity
from caseeditor.ui.state.session import Session
from caseeditor.ui.state.session_parts.conversation import Conversation
from caseeditor.ui.widgets.lists.card_roles import HEADING, TINT
from caseeditor.ui.widgets.lists.card_text import LONGEST
from tests.ui.parts import (
    AppFixture,
    Watched,
    case_of,
    column,
    field,
    focused,
    is_there,
    key,
    labels,
    line,
    opened,
    press,
    view,
)
from tests.ui.scripted_server import ScriptedServer

Role = Qt.ItemDataRole
Ctrl = Qt.KeyboardModifier.ControlModifier


def tabs(window: QWidget) -> list[str]:
    """Return the titles above the left half of the case."""
    bars = [bar for bar in window.findChildren(QTabBar) if bar.isVisible() and bar.tabText(0) == "All"]
    assert len(bars) == 1
    return [bars[0].tabText(place) for place in range(bars[0].count()) if bars[0].isTabVisible(place)]


def read(qtbot: QtBot, session: Session) -> Conversation:
    """Wait until the conversation was read."""
    conversation = session.conversation
    qtbot.waitUntil(lambda: not conversation.is_reading and (conversation.is_there or conversation.failure is not None))
    return conversation


def messages(window: QWidget) -> list[str]:
    return column(view("Conversation", window).model())


def message(number: int, text: str = "") -> CaseMessage:
    return CaseMessage(date=str(1_700_000_000_000 + number), author="Ana", text=text or f"message {number}")


@pytest.fixture
def shown(qtbot: QtBot, app: AppFixture) -> MainWindow:
    """Show the conversation of case 210."""
    read(qtbot, opened(qtbot, app, 210))
    key(Qt.Key.Key_M, Ctrl)
    return app.window


def test_it_stands_between_all_and_the_notes_which_are_in_front(qtbot: QtBot, app: AppFixture) -> None:
    read(qtbot, opened(qtbot, app, 210))
    assert tabs(app.window) == ["All", "Conversation", "Notes"]
    assert view("Notes", app.window).isVisible()


def test_ctrl_m_goes_there_and_back(shown: MainWindow) -> None:
    assert focused() is view("Conversation", shown)
    key(Qt.Key.Key_M, Ctrl)
    assert focused() is view("Notes", shown)


def test_the_newest_message_is_last_and_in_sight(shown: MainWindow) -> None:
    found = view("Conversation", shown)
    model = found.model()
    assert messages(shown)[-1] == "Muchas gracias, espero."
    last = model.index(model.rowCount() - 1, 0)
    assert found.currentIndex() == last
    assert found.viewport().rect().contains(found.visualRect(last).center())


def test_each_says_when_who_and_where(shown: MainWindow) -> None:
    model = view("Conversation", shown).model()
    heading = model.index(1, 0).data(HEADING)
    assert heading.endswith(" · sent · support · whatsapp")
    assert model.index(1, 0).data(Role.AccessibleTextRole).startswith(f"{heading}: ¡Hola!")
    assert [model.index(row, 0).data(TINT) for row in range(3)] == [None, Severity.INFO, None]


def test_nothing_can_be_written_there(shown: MainWindow, app: AppFixture) -> None:
    model = view("Conversation", shown).model()
    assert not model.flags(model.index(0, 0)) & Qt.ItemFlag.ItemIsEditable
    assert not model.setData(model.index(0, 0), "forged")
    assert app.session.edit == Edit()


def test_it_is_quietly_absent_where_the_server_has_none(qtbot: QtBot, app: AppFixture, server: DemoServer) -> None:
    conversation = opened(qtbot, app, 207).conversation
    qtbot.waitUntil(lambda: any(asked.path.endswith("/207/messages") for asked in server.requests))
    qtbot.waitUntil(lambda: not conversation.is_reading)
    assert tabs(app.window) == ["All", "Notes"]
    assert app.status == "Case 207 opened"
    key(Qt.Key.Key_M, Ctrl)
    assert focused() is view("Notes", app.window)


def test_the_case_is_on_screen_first(qtbot: QtBot, app: AppFixture, server: DemoServer) -> None:
    opened(qtbot, app, 210)
    read(qtbot, app.session)
    paths = [asked.path for asked in server.requests]
    assert paths.index("/api/v2/case/210") < paths.index("/api/v2/case/210/messages")


def test_it_is_read_once_for_each_time_the_case_is_read(qtbot: QtBot, app: AppFixture, server: DemoServer) -> None:
    def times() -> int:
        return sum(asked.path == "/api/v2/case/210/messages" for asked in server.requests)

    read(qtbot, opened(qtbot, app, 210))
    line("Subject", app.window).setText("changed")
    press("Submit", app.window)
    qtbot.waitUntil(lambda: app.status.startswith("Submitted"))
    assert times() == 1
    key(Qt.Key.Key_F5)
    qtbot.waitUntil(lambda: times() == 2)
    read(qtbot, app.session)


# Failures.


def test_what_went_wrong_is_told_in_the_pane_with_try_again(
    qtbot: QtBot, app: AppFixture, scripted: ScriptedServer
) -> None:
    app.workspace.account.sign_in(scripted.url, "token", keep=False)
    scripted.messages = (500, {"success": False, "statusMessage": "The archive is closed"})
    qtbot.waitUntil(lambda: scripted.url.removeprefix("http://") in app.account)
    read(qtbot, opened(qtbot, app, 7))
    assert app.status == "Case 7 opened"
    key(Qt.Key.Key_M, Ctrl)
    assert "“The archive is closed”. The conversation can't be shown" in labels(app.window)
    scripted.messages = (200, [{"text": "at last"}])
    press("Try again", app.window)
    qtbot.waitUntil(lambda: messages(app.window) == ["at last"])
    assert "can't be shown" not in labels(app.window)


def test_a_failed_reload_keeps_what_is_shown(shown: MainWindow, app: AppFixture) -> None:
    before = messages(shown)
    fail(app.session.conversation)
    assert messages(shown) == before
    assert "can't be shown" in labels(shown)


def test_a_late_answer_for_a_closed_case_is_dropped(qtbot: QtBot, app: AppFixture) -> None:
    session = opened(qtbot, app, 210)
    read(qtbot, session)
    with qtbot.waitSignal(session.destroyed):
        session.conversation.load()
        key(Qt.Key.Key_W, Ctrl)
    opened(qtbot, app, 203)
    read(qtbot, app.session)


def test_only_the_latest_answer_counts(qtbot: QtBot, busy: Session) -> None:
    conversation = busy.conversation
    answers: list[int] = []
    conversation.load()
    conversation.changed.connect(lambda: answers.append(len(conversation.messages)))
    conversation.load()
    qtbot.waitUntil(lambda: not conversation.is_reading)
    assert answers == [0, 3]  # second request, and the only response


# The model.


@pytest.fixture
def model(session_with: Callable[..., Session]) -> ConversationModel:
    session = session_with(case_of())
    return ConversationModel(session.conversation, session)


def show(model: ConversationModel, *shown: CaseMessage) -> None:
    """Deliver these messages as the response to the last request."""
    conversation = model._conversation  # noqa: SLF001 - there is no server here
    conversation.load()
    conversation._on_read(conversation._reading, Success(shown))  # type: ignore[arg-type]  # noqa: SLF001


def fail(conversation: Conversation) -> None:
    conversation.load()
    failure = Failure(kind=FailureKind.DROPPED, server="example.org")
    conversation._on_read(conversation._reading, failure)  # type: ignore[arg-type]  # noqa: SLF001


def test_a_new_message_comes_by_itself(model: ConversationModel) -> None:
    watched = Watched(model)
    show(model, *map(message, range(3)))
    watched.forget()
    show(model, *map(message, range(4)))
    assert (watched.inserted, watched.removed, watched.resets) == ([3], [], 0)
    show(model, *map(message, (0, 1, 3)))
    assert (watched.removed, watched.resets) == ([2], 0)
    watched.forget()
    show(model, *map(message, (0, 1, 3)))
    assert (watched.inserted, watched.removed, watched.changed) == ([], [], [])


def test_a_message_of_a_megabyte_and_5000_others_are_painted(qtbot: QtBot, shown: MainWindow) -> None:
    model = view("Conversation", shown).model()
    assert isinstance(model, ConversationModel)
    show(model, *map(message, range(5_000)), message(6_000, "línea 👩🏽‍🚀\u202e " * 100_000))
    found = view("Conversation", shown)
    last = model.index(5_000, 0)
    qtbot.waitUntil(lambda: found.visualRect(last).height() > found.viewport().height())
    assert len(last.data()) > LONGEST
    found.scrollTo(last)
    assert found.viewport().rect().intersects(found.visualRect(last))
    before = found.grab().toImage()
    line("Search conversation", shown).setText("LINEA")
    qtbot.waitUntil(lambda: found.currentIndex() == last)
    assert found.grab().toImage() != before


def test_the_newest_of_many_comes_in_sight_and_stays_until_the_agent_moves(qtbot: QtBot, shown: MainWindow) -> None:
    found = view("Conversation", shown)
    model = found.model()
    assert isinstance(model, ConversationModel)
    show(model, *map(message, range(2_000)))
    last = model.index(1_999, 0)
    qtbot.waitUntil(lambda: found.viewport().rect().intersects(found.visualRect(last)))
    found.setCurrentIndex(model.index(0, 0))
    show(model, *map(message, range(2_001)))
    qtbot.waitUntil(lambda: not found.visualRect(model.index(2_000, 0)).isEmpty())
    assert found.viewport().rect().contains(found.visualRect(model.index(0, 0)))


def test_a_new_message_leaves_the_reader_where_the_wheel_led(qtbot: QtBot, app: AppFixture) -> None:
    session = opened(qtbot, app, 210)
    read(qtbot, session)
    bars = [bar for bar in app.window.findChildren(QTabBar) if bar.isVisible() and bar.tabText(0) == "All"]
    bars[0].setCurrentIndex(1)
    found = view("Conversation", app.window)
    model = found.model()
    assert isinstance(model, ConversationModel)
    show(model, *map(message, range(60)))
    last = model.index(59, 0)
    qtbot.waitUntil(lambda: found.viewport().rect().intersects(found.visualRect(last)))
    assert not found.currentIndex().isValid()
    turn_wheel(found.viewport(), 20)
    assert not found.viewport().rect().intersects(found.visualRect(last))
    show(model, *map(message, range(61)))
    qtbot.waitUntil(lambda: not found.visualRect(model.index(60, 0)).isEmpty())
    assert not found.viewport().rect().intersects(found.visualRect(last))
    found.verticalScrollBar().triggerAction(QAbstractSlider.SliderAction.SliderToMaximum)
    show(model, *map(message, range(62)))
    qtbot.waitUntil(lambda: found.viewport().rect().intersects(found.visualRect(model.index(61, 0))))


def turn_wheel(inside: QWidget, notches: int) -> None:
    """Turn the wheel upwards."""
    place = QPointF(inside.rect().center())
    way, phase = QPoint(0, 120 * notches), Qt.ScrollPhase.NoScrollPhase
    buttons, keys = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(
        inside, QWheelEvent(place, inside.mapToGlobal(place), QPoint(), way, buttons, keys, phase, False)
    )


def test_the_note_that_is_typed_stays(shown: MainWindow, app: AppFixture) -> None:
    key(Qt.Key.Key_M, Ctrl)
    field("New note", shown).setPlainText("half a sen")
    key(Qt.Key.Key_M, Ctrl)
    key(Qt.Key.Key_M, Ctrl)
    assert field("New note", shown).toPlainText() == "half a sen"
    assert app.session.edit.note_text == "half a sen"


def test_no_button_changes_a_note_that_is_out_of_sight(shown: MainWindow, app: AppFixture) -> None:
    names = ("Edit note", "Remove note", "Move up", "Move down")
    for text in ("uno", "dos"):
        field("New note", shown).setPlainText(text)
        press("Add note", shown)
    assert [name for name in names if is_there(name, shown)] == []
    key(Qt.Key.Key_M, Ctrl)
    assert focused() is view("Notes", shown)
    assert [name for name in names if is_there(name, shown)] == list(names)
    press("Remove note", shown)
    assert len(app.session.edit.notes) == 1
