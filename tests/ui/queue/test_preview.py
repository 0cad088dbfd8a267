"""The preview: a case that is looked at in the queue has a tab in italics that the next one takes over."""

import threading

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListView, QTabBar
from pytestqt.qtbot import QtBot

from caseeditor.demo.server import DemoServer
from caseeditor.ui.main_window.tabs.preview_tabs import PreviewTabBar
from caseeditor.ui.queue.panel import QueuePane
from caseeditor.ui.queue.view import QueueView
from tests.ui.parts import AppFixture, colleague, double_click, field, find, focused, key, line, opened, typed
from tests.ui.queue.listing import Listing, case, pane
from tests.ui.queue.test_queue import is_shown, queue_of, trigger
from tests.ui.scripted_server import ScriptedServer


def click(app: AppFixture, row: int, *, twice: bool = False) -> str:
    """Click a row, or double click it; returns its case."""
    queue = app.window.findChild(QueuePane)
    assert isinstance(queue, QueuePane)
    shown = find(QListView, "Queue", app.window)
    place = shown.visualRect(queue.model.index(row)).center()
    QTest.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=place)
    if twice:
        double_click(shown.viewport(), place)
    return queue.model.ids()[row]


def previews(app: AppFixture) -> list[str]:
    """Return the ids of the tabs in italics."""
    bar = app.window.findChild(PreviewTabBar)
    assert isinstance(bar, QTabBar)
    return [bar.tabText(place).split()[0] for place in range(bar.count()) if bar.tabData(place)]


def reads(server: DemoServer) -> list[str]:
    return [each.path.split("/")[-1] for each in server.requests if each.path.split("/")[-2:-1] == ["case"]]


def test_a_click_shows_the_case_and_leaves_the_focus_in_the_list(qtbot: QtBot, app: AppFixture) -> None:
    pane(qtbot, app)
    first = click(app, 1)
    is_shown(qtbot, app, first)
    assert previews(app) == [first]
    bar = app.window.findChild(PreviewTabBar)
    assert isinstance(bar, QTabBar)
    assert bar.accessibleTabName(0).endswith(", preview")
    assert "Preview: the next case replaces it" in bar.tabToolTip(0)
    assert focused() is find(QListView, "Queue", app.window)
    second = click(app, 2)
    is_shown(qtbot, app, second)
    assert app.tabs == previews(app) == [second]
    assert focused() is find(QListView, "Queue", app.window)


def test_rapid_steps_read_only_the_case_at_which_they_stop(qtbot: QtBot, app: AppFixture, server: DemoServer) -> None:
    ids = pane(qtbot, app).model.ids()
    shown = find(QListView, "Queue", app.window)
    shown.setFocus()
    [rest] = shown.findChildren(QTimer)
    assert 100 <= rest.interval() <= 200
    rest.setInterval(1000)  # a busy computer needs more than 150 ms for a key
    for _ in range(5):
        key(Qt.Key.Key_Down)
    wanted = ids[shown.currentIndex().row()]
    is_shown(qtbot, app, wanted)
    assert reads(server) == [wanted]
    assert focused() is find(QListView, "Queue", app.window)


@pytest.mark.parametrize("modifier", [Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Meta])
def test_a_modifier_key_shows_the_current_case_at_once(qtbot: QtBot, app: AppFixture, modifier: Qt.Key) -> None:
    """A shortcut acts on the case in front: that is the case of the current row."""
    ids = pane(qtbot, app).model.ids()
    opened(qtbot, app, int(ids[3]))
    shown = find(QListView, "Queue", app.window)
    shown.setFocus()
    [rest] = shown.findChildren(QTimer)
    rest.setInterval(60_000)
    shown.setCurrentIndex(shown.model().index(0, 0))
    key(Qt.Key.Key_Down)
    assert rest.isActive()
    QTest.keyPress(shown, modifier)
    assert app.session.case_id == ids[1]
    assert not rest.isActive()
    assert focused() is shown


def test_a_modifier_key_without_a_step_before_shows_nothing(qtbot: QtBot, app: AppFixture) -> None:
    ids = pane(qtbot, app).model.ids()
    session = opened(qtbot, app, int(ids[3]))
    shown = find(QListView, "Queue", app.window)
    shown.setFocus()
    shown.setCurrentIndex(shown.model().index(0, 0))
    QTest.keyPress(shown, Qt.Key.Key_Control)
    assert app.session is session


def test_who_leaves_the_list_before_the_pause_ends_keeps_the_tab(qtbot: QtBot, app: AppFixture) -> None:
    pane(qtbot, app)
    session = opened(qtbot, app, 203)
    shown = find(QListView, "Queue", app.window)
    shown.setFocus()
    key(Qt.Key.Key_Down)
    timers = shown.findChildren(QTimer)
    assert [each.isActive() for each in timers] == [True]
    field("New note", app.window).setFocus()
    assert [each.isActive() for each in timers] == [False]
    assert app.session is session


def test_the_first_edit_makes_it_a_tab_of_its_own(qtbot: QtBot, app: AppFixture) -> None:
    pane(qtbot, app)
    first = click(app, 1)
    is_shown(qtbot, app, first)
    field("New note", app.window).setPlainText("hola")
    assert previews(app) == []
    second = click(app, 2)
    is_shown(qtbot, app, second)
    assert app.tabs == [first, second]
    assert previews(app) == [second]


def test_enter_makes_it_a_tab_of_its_own_with_the_focus_in_subject(qtbot: QtBot, app: AppFixture) -> None:
    pane(qtbot, app)
    first = click(app, 1)
    is_shown(qtbot, app, first)
    key(Qt.Key.Key_Return)
    assert previews(app) == []
    assert focused() is line("Subject", app.window)
    assert app.status == f"Case {first} opened"
    find(QListView, "Queue", app.window).setFocus()
    key(Qt.Key.Key_Return)
    assert app.status == f"Case {first} is already open"
    second = click(app, 2)
    assert app.tabs == [first, second]


def test_a_double_click_opens_one_tab_with_the_focus_in_subject(qtbot: QtBot, app: AppFixture) -> None:
    pane(qtbot, app)
    case_id = click(app, 1, twice=True)
    is_shown(qtbot, app, case_id)
    assert (app.tabs, previews(app)) == ([case_id], [])
    qtbot.waitUntil(lambda: focused() is line("Subject", app.window))


def test_a_case_that_is_open_is_shown_and_stays_open(qtbot: QtBot, app: AppFixture) -> None:
    queue = pane(qtbot, app)
    opened(qtbot, app, int(queue.model.ids()[1]))
    click(app, 1)
    assert previews(app) == []
    other = click(app, 2)
    is_shown(qtbot, app, other)
    assert app.tabs == [queue.model.ids()[1], other]
    click(app, 1)
    assert app.tabs == [queue.model.ids()[1]]


def test_next_case_goes_on_from_the_preview_in_its_tab(qtbot: QtBot, app: AppFixture) -> None:
    queue = pane(qtbot, app)
    is_shown(qtbot, app, click(app, 1))
    trigger(app, "Next case")
    wanted = queue.model.ids()[2]
    is_shown(qtbot, app, wanted)
    assert app.tabs == previews(app) == [wanted]


def test_several_selected_cases_are_not_looked_at(qtbot: QtBot, app: AppFixture) -> None:
    pane(qtbot, app)
    shown = find(QueueView, "Queue", app.window)
    shown.setFocus()
    shown.setCurrentIndex(shown.model().index(0, 0))
    with qtbot.waitSignal(shown._rest.timeout):  # noqa: SLF001 - the moment of a preview
        key(Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert app.tabs == []


@pytest.mark.parametrize("way", ["enter", "next case"])
def test_letters_that_are_typed_while_the_wanted_case_loads_go_nowhere(
    qtbot: QtBot, app: AppFixture, scripted: ScriptedServer, way: str
) -> None:
    may_answer = threading.Event()

    def wait(id_: str) -> object:
        may_answer.wait()
        return case(int(id_))

    queue = queue_of(qtbot, app, scripted, Listing(scripted, [case(1), case(2)]))
    scripted.read_case = wait
    wanted = click(app, 0)
    top = line("Case id or link", app.window)
    typed("p")
    assert top.text() == "p"  # a preview is no wish to type in the case
    top.clear()
    shown = find(QListView, "Queue", app.window)
    shown.setFocus()
    if way == "enter":
        key(Qt.Key.Key_Return)
    else:
        trigger(app, "Next case")
        wanted = app.session.case_id
    typed("hola")
    assert top.text() == ""
    assert queue.model.rowCount() == 2
    assert focused() is shown
    assert app.status == f"Case {wanted} is still loading."
    may_answer.set()
    is_shown(qtbot, app, wanted)
    assert app.session.list_changes() == ()
    typed("p")
    assert top.text() == "p"


# A glance is not a visit.


def recent(app: AppFixture) -> list[str]:
    return [each.case_id for each in app.window.panes.lists.remembered.recent.lines]


def while_timer(app: AppFixture) -> QTimer:
    """Return the timer after which a glance counts as reading."""
    return app.window.submitting.stepping._while  # noqa: SLF001 - the moment


def test_a_glance_is_no_visit_until_the_agent_stays(qtbot: QtBot, app: AppFixture) -> None:
    pane(qtbot, app)
    timer = while_timer(app)
    assert timer.interval() > 1000
    first = click(app, 1)
    is_shown(qtbot, app, first)
    second = click(app, 2)
    is_shown(qtbot, app, second)
    assert timer.isActive()
    with qtbot.waitSignal(timer.timeout):
        pass
    qtbot.waitUntil(lambda: recent(app) == [second])
    assert previews(app) == [second]


@pytest.mark.parametrize("way", ["enter", "double click", "edit", "next case"])
def test_a_case_that_is_opened_or_changed_is_visited_at_once(qtbot: QtBot, app: AppFixture, way: str) -> None:
    pane(qtbot, app)
    wanted = click(app, 1)
    is_shown(qtbot, app, wanted)
    while_timer(app).stop()
    if way == "enter":
        key(Qt.Key.Key_Return)
    elif way == "double click":
        click(app, 1, twice=True)
    elif way == "edit":
        field("New note", app.window).setPlainText("hola")
    else:
        trigger(app, "Next case")
        wanted = app.session.case_id
    qtbot.waitUntil(lambda: recent(app) == [wanted])


def test_a_glance_leaves_the_mark_of_a_change(qtbot: QtBot, app: AppFixture, server: DemoServer) -> None:
    queue = pane(qtbot, app)
    case_id = queue.model.ids()[1]
    colleague(server, int(case_id), subject="Otro")
    queue.refresh()
    qtbot.waitUntil(lambda: queue.loader.rows.by_id[case_id].is_changed)
    click(app, queue.model.row_of(case_id))
    is_shown(qtbot, app, case_id)
    assert queue.loader.rows.by_id[case_id].is_changed
    key(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not queue.loader.rows.by_id[case_id].is_changed)


def test_a_preview_that_another_one_replaces_while_it_loads_says_nothing(
    qtbot: QtBot, app: AppFixture, scripted: ScriptedServer
) -> None:
    may_answer = threading.Event()

    def wait(id_: str) -> object:
        may_answer.wait()
        return case(int(id_))

    queue_of(qtbot, app, scripted, Listing(scripted, [case(1), case(2)]))
    scripted.read_case = wait
    said: list[str] = []
    first = click(app, 0)
    app.session.message_emitted.connect(lambda message: said.append(message.text))
    second = click(app, 1)
    assert app.tabs == [second]
    assert app.status == f"Opening case {second}…"
    assert said == []
    assert first not in app.status
    may_answer.set()
    is_shown(qtbot, app, second)
