"""Steps through the queue: no case is passed over, none comes twice, and the end is told truly."""

import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QInputMethodEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QListView, QMenu, QTabBar
from pytestqt.qtbot import QtBot

from caseeditor.domain.queue.rows import Order
from caseeditor.ui.case_lists.panel import RECENT
from caseeditor.ui.queue.order_button import OrderButton
from caseeditor.ui.queue.panel import QueuePane
from caseeditor.ui.queue.view import QueueView
from tests.ui.next_cases import in_front, note, submit_and_next, submit_by_key, tab_bar
from tests.ui.parts import AppFixture, find, focused, key, line, opened, press
from tests.ui.queue.listing import Listing, case, settled
from tests.ui.queue.test_queue import is_shown, queue_list, queue_of, trigger
from tests.ui.scripted_server import ScriptedServer

LIST = [case(each, 1000 * each, 3600 + each) for each in range(1, 6)]


class OneByOne(Listing):
    """Reads give the case that is asked for; an update gives it without a due time."""

    def __init__(self, server: ScriptedServer) -> None:
        super().__init__(server, LIST)
        self.given = {str(each["id"]): each for each in LIST}
        server.read_case = lambda id_: self.given.get(id_, case(int(id_)))

    def answers(self, id_: int) -> dict[str, object]:
        """Answer a case as somebody's reply leaves it: due no more."""
        self.given[str(id_)] = after = case(id_, None, 0)
        self.cases = list(self.given.values())
        return after


@pytest.fixture
def listing(scripted: ScriptedServer) -> OneByOne:
    return OneByOne(scripted)


@pytest.fixture
def queue(qtbot: QtBot, app: AppFixture, scripted: ScriptedServer, listing: OneByOne) -> QueuePane:
    shown = queue_of(qtbot, app, scripted, listing)
    assert shown.model.ids() == ["1", "2", "3", "4", "5"]
    return shown


def step_to(qtbot: QtBot, app: AppFixture, *ids: int) -> None:
    """Step through these cases."""
    for id_ in ids:
        trigger(app, "Next case")
        in_front(qtbot, app, id_)


def test_after_a_plain_submit_the_next_case_is_the_one_that_followed(
    qtbot: QtBot, app: AppFixture, queue: QueuePane, listing: OneByOne, scripted: ScriptedServer
) -> None:
    step_to(qtbot, app, 1, 2)
    scripted.after_update = listing.answers(2)
    note(app)
    submit_by_key()
    qtbot.waitUntil(lambda: queue.model.ids() == ["1", "3", "4", "5", "2"])
    scripted.after_update = None
    step_to(qtbot, app, 3)
    trigger(app, "Previous case")
    in_front(qtbot, app, 1)


def test_the_list_does_not_scroll_after_a_case_that_its_own_change_moves(
    qtbot: QtBot, app: AppFixture, scripted: ScriptedServer
) -> None:
    listing = Listing(scripted, [case(each, 1000 * each, 3600 + each) for each in range(1, 90)])
    queue = queue_of(qtbot, app, scripted, listing)
    shown = queue_list(app)
    shown.setCurrentIndex(queue.model.index(40))
    shown.scrollTo(queue.model.index(40), QListView.ScrollHint.PositionAtCenter)
    top = shown.indexAt(shown.viewport().rect().topLeft()).row()
    listing.cases[40] = case(41, None, 0)
    queue.refresh()
    qtbot.waitUntil(lambda: queue.model.ids()[-1] == "41")
    assert shown.indexAt(shown.viewport().rect().topLeft()).row() == top


def test_cases_that_come_in_above_do_not_move_the_place(
    qtbot: QtBot, app: AppFixture, queue: QueuePane, listing: OneByOne
) -> None:
    step_to(qtbot, app, 1, 2, 3)
    del listing.cases[2]
    queue.refresh()
    qtbot.waitUntil(lambda: queue.model.ids() == ["1", "2", "4", "5"])
    settled(qtbot, queue.loader)
    listing.given.update({str(each): case(each, -100 * each) for each in (11, 12)})
    listing.cases = [*listing.cases, listing.given["11"], listing.given["12"]]
    queue.refresh()
    qtbot.waitUntil(lambda: queue.model.ids() == ["12", "11", "1", "2", "4", "5"])
    step_to(qtbot, app, 4)


def test_another_order_goes_on_at_the_case(qtbot: QtBot, app: AppFixture, queue: QueuePane) -> None:
    step_to(qtbot, app, 1, 2)
    order = queue.findChild(OrderButton)
    assert isinstance(order, OrderButton)
    order.choose(Order.OLDEST)
    assert queue.model.ids() == ["5", "4", "3", "2", "1"]
    step_to(qtbot, app, 1)


def test_submit_and_next_right_after_a_key_passes_over_no_case(
    qtbot: QtBot, app: AppFixture, queue: QueuePane, scripted: ScriptedServer
) -> None:
    step_to(qtbot, app, 1)
    note(app)
    shown = queue_list(app)
    shown.setFocus()
    key(Qt.Key.Key_Down)
    assert queue.model.ids()[shown.currentIndex().row()] == "2"
    submit_and_next()  # its first modifier key shows the case of the row, which is still loading
    in_front(qtbot, app, 2)
    assert app.tabs == ["1", "2"]
    assert [session.edit.note_text for session in app.workspace.sessions.values()] == ["llamar", ""]
    assert scripted.posted == []
    submit_and_next()
    in_front(qtbot, app, 3)


def test_a_step_right_after_several_keys_goes_where_they_lead(qtbot: QtBot, app: AppFixture, queue: QueuePane) -> None:
    step_to(qtbot, app, 1)
    assert queue.model.rowCount() == 5
    queue_list(app).setFocus()
    for _ in range(3):
        key(Qt.Key.Key_Down)
    trigger(app, "Next case")
    in_front(qtbot, app, 4)


def test_a_case_that_is_still_loading_is_not_passed_over(
    qtbot: QtBot, app: AppFixture, queue: QueuePane, listing: OneByOne, scripted: ScriptedServer
) -> None:
    may_answer = threading.Event()

    def wait(id_: str) -> object:
        may_answer.wait()
        return listing.given[id_]

    assert queue.model.rowCount() == 5
    scripted.read_case = wait
    trigger(app, "Next case")
    line("Case id or link", app.window).setFocus()
    submit_and_next()
    assert app.status == "Case 1 is still loading."
    assert app.tabs == ["1"]
    may_answer.set()
    is_shown(qtbot, app, "1")


@pytest.mark.parametrize("name", ["Next case", "Previous case"])
def test_a_key_that_is_held_down_steps_once(app: AppFixture, name: str) -> None:
    [action] = [each for each in app.window.findChildren(QAction) if each.text() == name]
    assert not action.autoRepeat()


# The position.


def positions(app: AppFixture) -> list[str]:
    """Return the positions that the headers show."""
    found = [each for each in app.window.tabs.findChildren(QLabel) if each.toolTip() == "Position in the list"]
    return [each.text() for each in found if each.isVisible()]


def test_the_header_tells_the_position_in_the_list(
    qtbot: QtBot, app: AppFixture, queue: QueuePane, listing: OneByOne
) -> None:
    step_to(qtbot, app, 1)
    assert positions(app) == ["1 of 5"]
    press("Next case", app.window)
    in_front(qtbot, app, 2)
    assert positions(app) == ["2 of 5"]
    listing.cases.append(case(6, -5))
    queue.refresh()
    qtbot.waitUntil(lambda: positions(app) == ["3 of 6"])
    queue.narrow("pedido 2")
    assert positions(app) == ["1 of 1"]
    queue.narrow("pedido 3")
    assert positions(app) == []
    press("Previous case", app.window)
    assert app.status == "This is the first case in this list."


def test_a_case_that_is_not_in_the_queue_has_no_position(qtbot: QtBot, app: AppFixture, queue: QueuePane) -> None:
    step_to(qtbot, app, 1)
    opened(qtbot, app, 77)
    assert positions(app) == []
    find(QTabBar, "Case lists", app.window).setCurrentIndex(RECENT)
    app.window.tabs.step(1)
    assert app.session.case_id == "1"
    assert positions(app) == []
    assert queue.model.rowCount() == 5


# The ends.


def test_both_ends_are_told(qtbot: QtBot, app: AppFixture, queue: QueuePane) -> None:
    assert queue.model.rowCount() == 5
    step_to(qtbot, app, 1)
    trigger(app, "Previous case")
    assert app.status == "This is the first case in this list."
    step_to(qtbot, app, 2, 3, 4, 5)
    trigger(app, "Next case")
    assert app.status == "No more cases in this list."


def test_the_end_of_a_filter_is_not_the_end_of_the_list(qtbot: QtBot, app: AppFixture, queue: QueuePane) -> None:
    queue.narrow("pedido 1")
    step_to(qtbot, app, 1)
    trigger(app, "Next case")
    assert app.status == "No more cases with this filter."


def test_the_end_of_the_loaded_rows_is_not_the_end_of_the_list(
    qtbot: QtBot, app: AppFixture, scripted: ScriptedServer
) -> None:
    listing = Listing(scripted)
    listing.change = lambda given: {
        "total": 5430,
        "items": [case(int(given["index"]) + each) for each in range(1, int(given["count"]) + 1)],
    }
    queue = queue_of(qtbot, app, scripted, listing)
    shown = queue_list(app)
    shown.setCurrentIndex(queue.model.index(queue.model.rowCount() - 1))
    shown.setFocus()
    key(Qt.Key.Key_Return)
    trigger(app, "Next case")
    assert app.status == "No more loaded cases: 1000 of 5430."


def test_the_end_of_the_rows_while_pages_arrive_is_not_the_end_of_the_list(
    qtbot: QtBot, app: AppFixture, scripted: ScriptedServer
) -> None:
    may_answer = threading.Event()

    def wait(given: dict[str, str]) -> object:
        if given["index"] != "0":
            may_answer.wait()
        return {"total": 102, "items": [case(1), case(2)][int(given["index"]) :]}

    listing = Listing(scripted)
    listing.change = wait
    app.workspace.account.sign_in(scripted.url, "token", keep=False)
    found = app.window.findChild(QueuePane)
    assert isinstance(found, QueuePane)
    qtbot.waitUntil(lambda: found.model.rowCount() == 2)
    trigger(app, "Next case")
    trigger(app, "Next case")
    trigger(app, "Next case")
    assert app.status == "The queue is still loading."
    may_answer.set()


# Letters.


def test_letters_typed_in_the_list_go_to_the_field_and_narrow(app: AppFixture, queue: QueuePane) -> None:
    entry = line("Case id or link", app.window)
    entry.setText("pe")
    queue_list(app).setFocus()
    before = queue_list(app).currentIndex().row()
    QTest.keyClicks(focused(), "d")
    assert (entry.text(), focused()) == ("ped", entry)
    assert queue_list(app).currentIndex().row() == before
    QTest.keyClicks(focused(), "ido 3")
    assert entry.text() == "pedido 3"
    assert queue.model.ids() == ["3"]


def send(widget: QueueView, text: str, modifiers: Qt.KeyboardModifier) -> None:
    QApplication.sendEvent(widget, QKeyEvent(QKeyEvent.Type.KeyPress, Qt.Key.Key_Q, modifiers, text))


def test_altgr_types_and_commands_do_not(app: AppFixture, queue: QueuePane) -> None:
    assert queue.model.rowCount() == 5
    entry, shown = line("Case id or link", app.window), queue.findChild(QueueView)
    assert isinstance(shown, QueueView)
    ctrl, alt = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
    for modifiers in (ctrl, alt, Qt.KeyboardModifier.MetaModifier):
        send(shown, "q", modifiers)
    for text in (" ", "", "\x11"):
        send(shown, text, Qt.KeyboardModifier.NoModifier)
    assert entry.text() == ""
    send(shown, "@", ctrl | alt)
    assert entry.text() == "@"


def test_the_text_of_an_input_method_goes_to_the_field(app: AppFixture, queue: QueuePane) -> None:
    shown = queue.findChild(QueueView)
    assert isinstance(shown, QueueView)
    shown.setFocus()
    shown.setCurrentIndex(queue.model.index(2))
    assert shown.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    composed = QInputMethodEvent("にほ", [])
    QApplication.sendEvent(shown, composed)
    committed = QInputMethodEvent()
    committed.setCommitString("日本")
    QApplication.sendEvent(shown, committed)
    assert line("Case id or link", app.window).text() == "日本"


# The menu.


def test_the_menu_acts_on_the_cases_for_which_it_opened(
    qtbot: QtBot, app: AppFixture, queue: QueuePane, listing: OneByOne
) -> None:
    shown = queue.findChild(QueueView)
    assert isinstance(shown, QueueView)
    shown.setCurrentIndex(queue.model.index(1))
    shown.menu_wanted.emit(shown.mapToGlobal(shown.rect().center()))
    menu = queue.findChildren(QMenu)[-1]
    del listing.cases[1]
    queue.refresh()
    qtbot.waitUntil(lambda: queue.model.ids() == ["1", "3", "4", "5"])
    shown.setCurrentIndex(queue.model.index(3))
    actions = {each.text(): each for each in menu.actions()}
    actions["Copy ID"].trigger()
    assert QApplication.clipboard().text() == "2"
    actions["Open"].trigger()
    in_front(qtbot, app, 2)
    menu.close()


def test_a_case_opened_by_its_id_is_not_the_place(qtbot: QtBot, app: AppFixture, queue: QueuePane) -> None:
    assert queue.model.rowCount() == 5
    step_to(qtbot, app, 1, 2)
    opened(qtbot, app, 5)
    press("Next case", app.window)
    in_front(qtbot, app, 3)


@pytest.mark.usefixtures("queue")
def test_the_row_of_the_case_in_front_is_selected(qtbot: QtBot, app: AppFixture) -> None:
    step_to(qtbot, app, 1)
    opened(qtbot, app, 4)
    assert [each.row() for each in queue_list(app).selectedIndexes()] == [3]
    tab_bar(app).setCurrentIndex(0)
    in_front(qtbot, app, 1)
    assert [each.row() for each in queue_list(app).selectedIndexes()] == [0]


def test_several_selected_rows_stay_selected_when_a_case_comes_to_the_front(
    qtbot: QtBot, app: AppFixture, queue: QueuePane
) -> None:
    queue_list(app).selectAll()
    opened(qtbot, app, 4)
    assert len(queue_list(app).selectedIndexes()) == queue.model.rowCount()


def test_a_row_that_comes_after_its_case_was_opened_is_selected(
    qtbot: QtBot, app: AppFixture, queue: QueuePane, listing: OneByOne
) -> None:
    opened(qtbot, app, 7)
    assert queue_list(app).selectedIndexes() == []
    listing.cases = [*LIST, case(7, 7000)]
    queue.refresh()
    qtbot.waitUntil(lambda: queue.model.rowCount() == 6)
    assert [each.row() for each in queue_list(app).selectedIndexes()] == [5]


def test_a_pressed_row_stays_selected_when_a_case_comes_to_the_front(
    qtbot: QtBot, app: AppFixture, queue: QueuePane
) -> None:
    rows = queue_list(app)
    place = rows.viewport().mapTo(app.window, rows.visualRect(queue.model.index(1)).center())
    window = app.window.windowHandle()
    QTest.mousePress(window, Qt.MouseButton.LeftButton, pos=place)
    opened(qtbot, app, 4)
    assert [each.row() for each in rows.selectedIndexes()] == [1]
    QTest.mouseRelease(window, Qt.MouseButton.LeftButton, pos=place)
    in_front(qtbot, app, 2)
