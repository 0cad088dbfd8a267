"""Recent cases and drafts at the left, and switching cases by keyboard."""

from PySide6.QtCore import QAbstractItemModel, QItemSelectionModel, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDockWidget, QTabBar, QTabWidget
from pytestqt.qtbot import QtBot

from caseeditor.domain.local.recent import RecentCase
from caseeditor.ui.case_lists.panel import DRAFTS, RECENT, CaseLists
from caseeditor.ui.case_lists.recent_model import RememberedModel
from caseeditor.ui.state.case_opener import AT_ONCE
from tests.ui.account.test_accounts import become
from tests.ui.case_lists.test_search import found
from tests.ui.history.test_history import show
from tests.ui.parts import (
    AppFixture,
    Restart,
    Watched,
    column,
    field,
    focused,
    key,
    labels,
    line,
    opened,
    press,
    view,
)
from tests.ui.scripted_server import ScriptedServer

Select = QItemSelectionModel.SelectionFlag.Select
SAMPLE = "203 Necesito ayuda !!!"
OTHER = "210 La aplicación se cierra sola al pagar"


def lists(app: AppFixture) -> CaseLists:
    return app.window.panes.lists


def recent(app: AppFixture) -> QAbstractItemModel:
    return lists(app).remembered.recent


def drafts(app: AppFixture) -> QAbstractItemModel:
    return lists(app).remembered.drafts


def turn_to(app: AppFixture, place: int) -> None:
    bar = next(each for each in lists(app).findChildren(QTabBar) if each.accessibleName() == "Case lists")
    bar.setCurrentIndex(place)


def pages(app: AppFixture) -> list[str]:
    bar = next(each for each in lists(app).findChildren(QTabBar) if each.accessibleName() == "Case lists")
    return [bar.tabText(place) for place in range(bar.count())]


def front(app: AppFixture) -> str:
    return app.session.case_id


def trigger(app: AppFixture, name: str) -> None:
    next(each for each in app.window.findChildren(QAction) if each.text() == name).trigger()


def is_shown(qtbot: QtBot, app: AppFixture, case_id: str) -> None:
    qtbot.waitUntil(lambda: app.status == f"Case {case_id} opened")


def is_first(qtbot: QtBot, app: AppFixture, case_id: str) -> None:
    """Wait until a case is the most recent one."""
    qtbot.waitUntil(lambda: "".join(column(recent(app))[:1]).startswith(case_id))


# Recent cases.


def test_the_last_opened_case_comes_first(qtbot: QtBot, app: AppFixture) -> None:
    watched = Watched(recent(app))
    opened(qtbot, app, 203)
    opened(qtbot, app, 210)
    qtbot.waitUntil(lambda: column(recent(app)) == [OTHER, SAMPLE])
    press("Close case 203", app.window)
    opened(qtbot, app, 203)
    qtbot.waitUntil(lambda: column(recent(app)) == [SAMPLE, OTHER])
    assert (watched.resets, watched.removed) == (0, [])
    assert recent(app).index(0, 0).data(Qt.ItemDataRole.AccessibleDescriptionRole).startswith("opened ")


def test_recent_cases_are_there_after_a_restart(qtbot: QtBot, app: AppFixture, restart: Restart) -> None:
    opened(qtbot, app, 203)
    qtbot.waitUntil(lambda: column(recent(app)) == [SAMPLE])
    press("Close case 203", app.window)
    qtbot.waitUntil(lambda: app.tabs == [])
    again = restart()
    qtbot.waitUntil(lambda: column(recent(again)) == [SAMPLE])
    assert again.tabs == []


def test_a_recent_case_is_called_as_it_is_called_now(qtbot: QtBot, app: AppFixture) -> None:
    opened(qtbot, app, 203)
    qtbot.waitUntil(lambda: column(recent(app)) == [SAMPLE])
    line("Subject", app.window).setText("Otro")
    press("Submit", app.window)
    qtbot.waitUntil(lambda: column(recent(app)) == ["203 Otro"])


def test_recent_cases_and_drafts_are_private_to_who_is_signed_in(
    qtbot: QtBot, app: AppFixture, scripted: ScriptedServer
) -> None:
    opened(qtbot, app, 203)
    qtbot.waitUntil(lambda: column(recent(app)) == [SAMPLE])
    scripted.users = {"anas": "ana", "beas": "bea"}
    become(qtbot, app, scripted, "ana")
    app.workspace.opener.open_at(scripted.url, "7")
    qtbot.waitUntil(lambda: column(recent(app)) == ["7 Pedido"])
    field("New note", app.window).setPlainText("ana's")
    qtbot.waitUntil(lambda: column(drafts(app)) == ["7 Pedido"])
    press("Close case 7", app.window)
    become(qtbot, app, scripted, "bea")
    qtbot.waitUntil(lambda: column(recent(app)) == [])
    assert column(drafts(app)) == []
    become(qtbot, app, scripted, "ana")
    qtbot.waitUntil(lambda: column(drafts(app)) == ["7 Pedido"])
    app.workspace.account.sign_out()
    qtbot.waitUntil(lambda: column(drafts(app)) == column(recent(app)) == [])


def test_clearing_the_history_clears_the_recent_cases(qtbot: QtBot, app: AppFixture) -> None:
    opened(qtbot, app, 203)
    qtbot.waitUntil(lambda: column(recent(app)) == [SAMPLE])
    dialog = show(app)
    press("Clear history", dialog)
    qtbot.waitUntil(lambda: column(recent(app)) == [])
    dialog.reject()
    turn_to(app, RECENT)
    assert "Cases you open appear here." in labels(lists(app))


# Drafts.


def test_drafts_come_and_go_and_are_counted(qtbot: QtBot, app: AppFixture, restart: Restart) -> None:
    watched = Watched(drafts(app))
    assert pages(app) == ["Queue", "Search", "Recent", "Drafts"]
    opened(qtbot, app, 203)
    line("Subject", app.window).setText("Otro")
    qtbot.waitUntil(lambda: pages(app)[DRAFTS] == "Drafts 1")
    opened(qtbot, app, 210)
    field("New note", app.window).setPlainText("hola")
    qtbot.waitUntil(lambda: column(drafts(app)) == [OTHER, SAMPLE])
    assert drafts(app).index(0, 0).data(Qt.ItemDataRole.AccessibleDescriptionRole).startswith("saved ")
    press("Submit", app.window)
    qtbot.waitUntil(lambda: column(drafts(app)) == [SAMPLE])
    assert (watched.resets, watched.removed) == (0, [0])
    again = restart()
    qtbot.waitUntil(lambda: pages(again)[DRAFTS] == "Drafts 1")
    bar = again.window.findChild(QTabWidget)
    assert isinstance(bar, QTabWidget)
    bar.setCurrentIndex(0)
    qtbot.waitUntil(lambda: again.status == "Case 203 opened")
    press("Discard changes", again.window)
    qtbot.waitUntil(lambda: pages(again)[DRAFTS] == "Drafts")
    assert "No drafts" not in labels(again.window)
    turn_to(again, DRAFTS)
    assert "No drafts" in labels(again.window)


def test_a_draft_that_is_refused_is_a_draft_again(qtbot: QtBot, app: AppFixture) -> None:
    opened(qtbot, app, 9005)
    field("New note", app.window).setPlainText("hola")
    press("Submit", app.window)
    qtbot.waitUntil(lambda: "locked by the supervisor" in app.status)
    qtbot.waitUntil(lambda: pages(app)[DRAFTS] == "Drafts 1")


def test_a_draft_is_opened_from_the_list(qtbot: QtBot, app: AppFixture) -> None:
    opened(qtbot, app, 203)
    field("New note", app.window).setPlainText("hola")
    qtbot.waitUntil(lambda: column(drafts(app)) == [SAMPLE])
    press("Close case 203", app.window)
    qtbot.waitUntil(lambda: app.tabs == [])
    turn_to(app, DRAFTS)
    shown = view("Drafts", lists(app))
    shown.setFocus()
    shown.setCurrentIndex(drafts(app).index(0, 0))
    key(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: app.status == "Case 203 opened")
    assert app.session.edit.note_text == "hola"


def test_the_outbox_counts_what_is_in_it(qtbot: QtBot, app: AppFixture) -> None:
    dock = app.window.findChild(QDockWidget, "outbox")
    assert isinstance(dock, QDockWidget)
    assert dock.windowTitle() == "Outbox"
    opened(qtbot, app, 9004)
    field("New note", app.window).setPlainText("hola")
    press("Submit", app.window)
    qtbot.waitUntil(lambda: dock.windowTitle() == "Outbox 1")


# Opening from a list.


def test_enter_opens_several_at_once_the_first_in_front(qtbot: QtBot, app: AppFixture) -> None:
    found(qtbot, app, Has_tag="vip", Channel="email")
    shown = view("Cases found", lists(app))
    shown.setCurrentIndex(shown.model().index(0, 0))
    for row in (1, 2):
        shown.selectionModel().select(shown.model().index(row, 0), Select)
    ids = [text.split()[0] for text in column(shown.model())[:3]]
    key(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: app.status == f"Case {ids[0]} opened")
    assert app.tabs == ids
    assert front(app) == ids[0]


def test_no_more_than_a_few_are_opened_at_once(qtbot: QtBot, app: AppFixture) -> None:
    found(qtbot, app)
    shown = view("Cases found", lists(app))
    shown.setCurrentIndex(shown.model().index(0, 0))
    for row in range(30):
        shown.selectionModel().select(shown.model().index(row, 0), Select)
    key(Qt.Key.Key_Return)
    assert len(app.tabs) == AT_ONCE
    assert f"Only the first {AT_ONCE} of 30 cases were opened." in labels(app.window)


def test_cases_that_are_not_loaded_are_not_passed_over_in_silence(qtbot: QtBot, app: AppFixture) -> None:
    shown = found(qtbot, app, Campaign_ID="100000")
    cases = view("Cases found", shown)
    cases.setCurrentIndex(shown.model.index(0))
    cases.selectionModel().select(shown.model.index(60_000), Select)
    key(Qt.Key.Key_Return)
    assert app.tabs == ["1099999"]
    assert "Some selected cases aren't loaded yet" in app.status


def test_next_and_previous_go_through_what_was_found_and_leave_no_trail(qtbot: QtBot, app: AppFixture) -> None:
    opened(qtbot, app, 210)
    shown = found(qtbot, app, Campaign_ID="100000")
    for wanted in ("1099999", "1099998", "1099997"):
        trigger(app, "Next case")
        is_shown(qtbot, app, wanted)
        assert app.tabs == ["210", wanted]
    trigger(app, "Previous case")
    qtbot.waitUntil(lambda: app.status == "Case 1099998 opened")
    field("New note", app.window).setPlainText("stays")
    trigger(app, "Next case")
    qtbot.waitUntil(lambda: app.status == "Case 1099997 opened")
    assert app.tabs == ["210", "1099998", "1099997"]
    assert view("Cases found", shown).currentIndex().row() == 2


def test_the_next_case_is_waited_for_where_its_page_is_not_there_yet(qtbot: QtBot, app: AppFixture) -> None:
    shown = found(qtbot, app, Campaign_ID="100000")
    view("Cases found", shown).setCurrentIndex(shown.model.index(49_999))
    trigger(app, "Next case")
    qtbot.waitUntil(lambda: app.status == "Case 1049999 opened")


def test_the_buttons_of_a_case_lead_on_and_back(qtbot: QtBot, app: AppFixture) -> None:
    found(qtbot, app, Campaign_ID="100000")
    trigger(app, "Next case")
    is_shown(qtbot, app, "1099999")
    press("Next case", app.window)
    is_shown(qtbot, app, "1099998")
    press("Previous case", app.window)
    is_shown(qtbot, app, "1099999")
    assert app.tabs == ["1099999"]


def test_the_end_of_a_list_is_said(qtbot: QtBot, app: AppFixture) -> None:
    found(qtbot, app, Contact_ID="43")
    trigger(app, "Next case")
    qtbot.waitUntil(lambda: app.status == "Case 203 opened")
    trigger(app, "Next case")
    assert app.status == "No more cases in this list."


def test_stepping_through_recent_cases_does_not_go_in_circles(qtbot: QtBot, app: AppFixture) -> None:
    for id_ in (203, 210, 211):
        opened(qtbot, app, id_)
        press(f"Close case {id_}", app.window)
    qtbot.waitUntil(lambda: len(column(recent(app))) == 3)
    turn_to(app, RECENT)
    shown = view("Recent cases", lists(app))
    shown.setFocus()
    shown.setCurrentIndex(recent(app).index(0, 0))
    assert focused() is shown
    key(Qt.Key.Key_Return)
    for wanted in ("211", "210", "203"):
        is_shown(qtbot, app, wanted)
        is_first(qtbot, app, wanted)
        trigger(app, "Next case")
    assert app.status == "No more cases in this list."


def test_after_the_end_of_a_list_several_cases_are_opened_still(qtbot: QtBot, app: AppFixture) -> None:
    found(qtbot, app, Has_tag="vip", Channel="email")
    shown = view("Cases found", lists(app))
    shown.setCurrentIndex(shown.model().index(shown.model().rowCount() - 1, 0))
    trigger(app, "Next case")
    assert app.status == "No more cases in this list."
    shown.setCurrentIndex(shown.model().index(0, 0))
    shown.selectionModel().select(shown.model().index(1, 0), Select)
    shown.setFocus()
    key(Qt.Key.Key_Return)
    assert len(app.tabs) == 2


def test_the_end_of_an_empty_list_is_said(qtbot: QtBot, app: AppFixture) -> None:
    found(qtbot, app, Contact_ID="4300004")
    trigger(app, "Next case")
    assert app.status == "No cases in this list."


def test_stepping_begins_at_the_case_in_front_once_another_was_opened(qtbot: QtBot, app: AppFixture) -> None:
    for id_ in (203, 210, 211, 212):
        opened(qtbot, app, id_)
        is_first(qtbot, app, str(id_))
    turn_to(app, RECENT)
    for wanted in ("211", "210"):
        trigger(app, "Next case")
        assert front(app) == wanted
    opened(qtbot, app, 213)
    is_first(qtbot, app, "213")
    follower = column(recent(app))[1].split()[0]
    trigger(app, "Next case")
    assert front(app) == follower


def test_stepping_leads_nobody_to_the_cases_of_another(qtbot: QtBot, app: AppFixture, scripted: ScriptedServer) -> None:
    scripted.users = {"anas": "ana", "beas": "bea"}
    become(qtbot, app, scripted, "ana")
    app.workspace.opener.open_at(scripted.url, "7")
    is_first(qtbot, app, "7")
    press("Close case 7", app.window)
    become(qtbot, app, scripted, "bea")
    turn_to(app, RECENT)
    trigger(app, "Next case")
    assert app.tabs == []
    assert app.status == "No cases in this list."


# The model.


def test_lines_move_one_by_one(app: AppFixture) -> None:
    model = RememberedModel(lambda line: str(line.when), app)
    watched = Watched(model)
    old = tuple(RecentCase(str(each), "x", each) for each in range(6))
    model.show_lines(old)
    watched.forget()
    model.show_lines((old[3], RecentCase("9", "new", 9), old[0], old[1], RecentCase("4", "x", 44)))
    assert column(model) == ["3 x", "9 new", "0 x", "1 x", "4 x"]
    assert (watched.resets, watched.removed, watched.inserted, watched.changed) == (0, [5, 2], [1], [4])


def test_a_list_is_not_touched_by_what_is_the_same(qtbot: QtBot, app: AppFixture) -> None:
    opened(qtbot, app, 203)
    qtbot.waitUntil(lambda: column(recent(app)) == [SAMPLE])
    watched = Watched(recent(app))
    with qtbot.waitSignal(lists(app).remembered.was_read):
        lists(app).remembered.update()
    assert (watched.changed, watched.inserted, watched.removed) == ([], [], [])
