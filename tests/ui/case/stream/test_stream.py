"""The list of all messages and notes: order, days, pending notes, and the choice of the list in front."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTabBar
from pytestqt.qtbot import QtBot

from caseeditor.domain.case.conversation import CaseMessage
from caseeditor.domain.case.model import Case
from caseeditor.runtime.worker import Success
from caseeditor.ui.case.conversation.model import ConversationModel
from caseeditor.ui.case.notes.model import NoteModel
from caseeditor.ui.case.stream.model import StreamModel
from caseeditor.ui.state.session import Session
from caseeditor.ui.widgets.lists import card_roles
from caseeditor.ui.widgets.lists.card_roles import CardLook
from caseeditor.ui.widgets.lists.card_view import CardView
from tests.ui.case.notes.test_notes import read_as
from tests.ui.case.stream.cards import card_list, geometry
from tests.ui.parts import (
    AppFixture,
    Watched,
    case_of,
    column,
    field,
    focused,
    key,
    opened,
    press,
    typed,
)

SessionWith = Callable[[Case], Session]
Role = Qt.ItemDataRole
Ctrl, Shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NOON = 1_700_049_600_000
"""15 November 2023, 12:00 UTC."""
HOUR, DAY = 3_600_000, 86_400_000


def note(at: int, text: str) -> dict[str, object]:
    return {"date": NOON + at, "text": text, "userName": "lucia"}


def message(at: int, text: str, *, received: bool | None = True) -> CaseMessage:
    return CaseMessage(date=str(NOON + at), author="Ana", channel="Email", received=received, text=text)


def answer(session: Session, *messages: CaseMessage) -> None:
    """Deliver these messages as the response to a request."""
    conversation = session.conversation
    conversation.load()
    conversation._on_read(conversation._reading, Success(messages))  # type: ignore[arg-type]  # noqa: SLF001 - there is no server here


def stream_of(session: Session) -> StreamModel:
    notes = NoteModel(session, session)
    return StreamModel(notes, ConversationModel(session.conversation, session), session)


@pytest.fixture
def session(session_with: SessionWith) -> Session:
    made = session_with(case_of(7, notes=[note(0, "first"), note(2 * HOUR, "third"), note(DAY, "next day")]))
    answer(made, message(HOUR, "second"), message(3 * HOUR, "fourth", received=False))
    return made


@pytest.fixture
def all_shown(qtbot: QtBot, app: AppFixture) -> CardView:
    """Show the list of case 210."""
    session = opened(qtbot, app, 210)
    qtbot.waitUntil(lambda: session.conversation.is_there)
    key(Qt.Key.Key_M, Ctrl | Shift)
    return card_list("All", app.window)


# The model.


def test_messages_and_notes_are_in_the_order_they_happened(session: Session) -> None:
    assert column(stream_of(session)) == ["first", "second", "third", "fourth", "next day"]


def test_pending_notes_are_last_in_the_order_they_are_sent(session: Session) -> None:
    model = stream_of(session)
    watched = Watched(model)
    for text in ("one", "two"):
        session.editor.set_note_text(text)
        session.editor.add_note()
    assert column(model)[-2:] == ["one", "two"]
    assert (watched.inserted, watched.removed, watched.resets) == ([5, 6], [], 0)
    assert model.index(6, 0).data(card_roles.LOOK) is CardLook.PENDING
    assert model.flags(model.index(6, 0)) & Qt.ItemFlag.ItemIsEditable
    assert model.setData(model.index(6, 0), "two!")
    assert column(model)[-1] == "two!"
    assert watched.changed == [6]
    session.editor.set_note(1, "")
    assert column(model)[-1:] == ["two!"]


def test_nothing_else_can_be_changed(session: Session) -> None:
    model = stream_of(session)
    for row in range(model.rowCount()):
        assert not model.flags(model.index(row, 0)) & Qt.ItemFlag.ItemIsEditable
        assert not model.setData(model.index(row, 0), "forged")


def test_a_new_message_comes_where_it_belongs_and_the_others_stay(session: Session) -> None:
    model = stream_of(session)
    watched = Watched(model)
    answer(session, message(HOUR, "second"), message(HOUR + 1, "between"), message(3 * HOUR, "fourth", received=False))
    assert column(model)[:3] == ["first", "second", "between"]
    assert (watched.inserted, watched.removed, watched.resets) == ([2], [], 0)


def test_a_message_without_a_date_stays_behind_the_one_before_it(session_with: SessionWith) -> None:
    session = session_with(case_of(7, notes=[note(2 * HOUR, "note")]))
    answer(session, message(HOUR, "dated"), CaseMessage(text="undated"), message(3 * HOUR, "later"))
    assert column(stream_of(session)) == ["dated", "undated", "note", "later"]


def test_each_day_begins_once_and_is_named(session: Session) -> None:
    model = stream_of(session)
    days = [model.index(row, 0).data(card_roles.DAY) for row in range(model.rowCount())]
    assert [day is not None for day in days] == [True, False, False, False, True]
    assert days[0] == QLocale().toString(QLocale("en").toDate("15/11/2023", "dd/MM/yyyy"), "dddd d MMMM yyyy")
    answer(session, message(-DAY, "the day before"))
    assert model.index(1, 0).data(card_roles.BEGINS_DAY)


def test_a_rows_name_tells_who_when_and_which_kind(session: Session) -> None:
    session.editor.set_note_text("to send")
    session.editor.add_note()
    model = stream_of(session)
    names = [str(model.index(row, 0).data(Role.AccessibleTextRole)) for row in range(model.rowCount())]
    assert names[0].startswith("Note · 15 Nov 2023 ")
    assert names[0].endswith(" · lucia: first")
    assert " · received · Ana · Email: second" in names[1]
    assert " · sent · Ana · Email: fourth" in names[3]
    assert names[-1] == "Note, not submitted: to send"


def test_thousands_are_put_in_order_and_a_refresh_changes_only_what_differs(session_with: SessionWith) -> None:
    session = session_with(case_of(7, notes=[note(2 * number, f"note {number}") for number in range(5_000)]))
    messages = [message(2 * number + 1, f"message {number}") for number in range(5_000)]
    answer(session, *messages)
    model = stream_of(session)
    assert column(model)[:4] == ["note 0", "message 0", "note 1", "message 1"]
    watched = Watched(model)
    answer(session, *messages, message(20_000, "new"))
    assert (watched.inserted, watched.removed, watched.resets) == ([10_000], [], 0)


# In the window.


def test_it_stands_before_the_others_and_is_shown_by_its_key(all_shown: CardView, app: AppFixture) -> None:
    (bar,) = [bar for bar in app.window.findChildren(QTabBar) if bar.isVisible() and bar.tabText(0) == "All"]
    assert [bar.tabText(place) for place in range(bar.count())] == ["All", "Conversation", "Notes"]
    assert focused() is all_shown
    last = all_shown.model().index(all_shown.model().rowCount() - 1, 0)
    assert all_shown.currentIndex() == last
    assert all_shown.viewport().rect().contains(all_shown.visualRect(last).center())


def test_received_is_left_sent_right_and_notes_are_wide(all_shown: CardView) -> None:
    model, width = all_shown.model(), all_shown.viewport().width()
    found = {}
    for row in range(model.rowCount()):
        found[model.index(row, 0).data(card_roles.LOOK)] = geometry(all_shown, row).frame
    assert found[CardLook.RECEIVED].left() < width / 10 < width / 5 < width - found[CardLook.RECEIVED].right()
    assert found[CardLook.SENT].right() > width * 9 / 10
    assert found[CardLook.SENT].left() > width / 5
    assert found[CardLook.NOTE].width() > width * 9 / 10


def test_a_note_is_written_changed_moved_and_removed_beside_it(
    qtbot: QtBot, all_shown: CardView, app: AppFixture
) -> None:
    model = all_shown.model()
    before = model.rowCount()
    for text in ("uno", "dos"):
        field("New note", app.window).setPlainText(text)
        press("Add note", app.window)
    assert column(model)[before:] == ["uno", "dos"]
    assert all_shown.currentIndex().row() == before + 1
    press("Move up", app.window)
    assert column(model)[before:] == ["dos", "uno"]
    all_shown.setFocus()
    key(Qt.Key.Key_F2)
    qtbot.waitUntil(lambda: focused() is not all_shown)
    typed("!")
    press("Add note", app.window)  # the focus leaves the note
    all_shown.setFocus()
    app.session.editor.set_note(2, "otro")
    press("Remove note", app.window)
    assert len(app.session.edit.notes) == 1


def test_the_list_that_was_chosen_is_in_front_in_the_next_case_and_is_remembered(
    qtbot: QtBot, all_shown: CardView, app: AppFixture
) -> None:
    assert all_shown.isVisible()
    opened(qtbot, app, 203)
    assert card_list("All", app.window) is not all_shown
    chosen = [app.workspace.settings.all_in_front]
    (bar,) = [bar for bar in app.window.findChildren(QTabBar) if bar.isVisible() and bar.tabText(0) == "All"]
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.tabRect(bar.count() - 1).center())
    chosen.append(app.workspace.settings.all_in_front)
    assert chosen == [True, False]
    app.workspace.opener.open_text("210")
    qtbot.waitUntil(lambda: app.session.case_id == "210")
    assert card_list("All", app.window) is all_shown  # a case that is open keeps its list


def test_the_newest_of_thousands_is_in_sight_until_the_agent_moves(
    qtbot: QtBot, all_shown: CardView, app: AppFixture
) -> None:
    read_as(app.session, case_of(210, notes=[note(2 * number, f"note {number}") for number in range(5_000)]))
    answer(app.session, *(message(2 * number + 1, f"message {number}") for number in range(5_000)))
    model = all_shown.model()
    last = model.index(9_999, 0)
    qtbot.waitUntil(lambda: all_shown.viewport().rect().intersects(all_shown.visualRect(last)))
    all_shown.setCurrentIndex(model.index(0, 0))
    qtbot.waitUntil(lambda: all_shown.viewport().rect().intersects(all_shown.visualRect(model.index(0, 0))))
    answer(app.session, *(message(2 * number + 1, f"message {number}") for number in range(5_001)))
    qtbot.waitUntil(lambda: not all_shown.visualRect(model.index(10_000, 0)).isEmpty())
    assert all_shown.viewport().rect().contains(all_shown.visualRect(model.index(0, 0)).center())


def test_a_server_without_a_conversation_has_the_notes_alone(qtbot: QtBot, app: AppFixture) -> None:
    opened(qtbot, app, 207)
    key(Qt.Key.Key_M, Ctrl | Shift)
    shown = card_list("All", app.window)
    key(Qt.Key.Key_M, Ctrl)
    assert column(shown.model()) == column(card_list("Notes", app.window).model())[::-1]


def test_the_window_is_the_same_width_for_a_word_of_a_megabyte(all_shown: CardView, app: AppFixture) -> None:
    window = app.window
    size = window.size()
    read_as(app.session, case_of(210, notes=[note(0, "x" * 1_000_000), note(1, "y" * 40_000)]))
    all_shown.grab()
    assert window.size() == size
