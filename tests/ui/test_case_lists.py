"""Recent cases and drafts at the left, and the way from case to case by the keyboard."""

from PySide6.QtCore import QAbstractItemModel, QItemSelectionModel, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDockWidget, QTabBar, QTabWidget
from pytestqt.qtbot import QtBot

from caseeditor.domain.local.recent import Remembered
from caseeditor.ui.case_lists.panel import DRAFTS, RECENT, CaseLists
from caseeditor.ui.case_lists.recent_model import RememberedModel
from caseeditor.ui.state.case_opener import AT_ONCE
from tests.ui.parts import (
    Office,
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
from tests.ui.scripted import ScriptedServer
from tests.ui.test_accounts import become
from tests.ui.test_history import show
from tests.ui.test_search import found

Select = QItemSelectionModel.SelectionFlag.Select
SAMPLE = "203 Necesito ayuda !!!"
OTHER = "210 La aplicación se cierra sola al pagar"


def lists(office: Office) -> CaseLists:
    return office.window.panes.lists


def recent(office: Office) -> QAbstractItemModel:
    return lists(office).remembered.recent


def drafts(office: Office) -> QAbstractItemModel:
    return lists(office).remembered.drafts


def turn_to(office: Office, place: int) -> None:
    bar = next(each for each in lists(office).findChildren(QTabBar) if each.accessibleName() == "Case lists")
    bar.setCurrentIndex(place)


def pages(office: Office) -> list[str]:
    bar = next(each for each in lists(office).findChildren(QTabBar) if each.accessibleName() == "Case lists")
    return [bar.tabText(place) for place in range(bar.count())]


def front(office: Office) -> str:
    return office.session.case_id


def trigger(office: Office, name: str) -> None:
    next(each for each in office.window.findChildren(QAction) if each.text() == name).trigger()


def is_shown(qtbot: QtBot, office: Office, case_id: str) -> None:
    qtbot.waitUntil(lambda: office.status == f"Case {case_id} opened")


def is_first(qtbot: QtBot, office: Office, case_id: str) -> None:
    """Wait until a case is the most recent one."""
    qtbot.waitUntil(lambda: "".join(column(recent(office))[:1]).startswith(case_id))


# Recent cases.


def test_the_last_opened_case_comes_first(qtbot: QtBot, office: Office) -> None:
    watched = Watched(recent(office))
    opened(qtbot, office, 203)
    opened(qtbot, office, 210)
    qtbot.waitUntil(lambda: column(recent(office)) == [OTHER, SAMPLE])
    press("Close case 203", office.window)
    opened(qtbot, office, 203)
    qtbot.waitUntil(lambda: column(recent(office)) == [SAMPLE, OTHER])
    assert (watched.resets, watched.removed) == (0, [])
    assert recent(office).index(0, 0).data(Qt.ItemDataRole.AccessibleDescriptionRole).startswith("opened ")


def test_recent_cases_are_there_after_a_restart(qtbot: QtBot, office: Office, restart: Restart) -> None:
    opened(qtbot, office, 203)
    qtbot.waitUntil(lambda: column(recent(office)) == [SAMPLE])
    press("Close case 203", office.window)
    qtbot.waitUntil(lambda: office.tabs == [])
    again = restart()
    qtbot.waitUntil(lambda: column(recent(again)) == [SAMPLE])
    assert again.tabs == []


def test_a_recent_case_is_called_as_it_is_called_now(qtbot: QtBot, office: Office) -> None:
    opened(qtbot, office, 203)
    qtbot.waitUntil(lambda: column(recent(office)) == [SAMPLE])
    line("Subject", office.window).setText("Otro")
    press("Submit", office.window)
    qtbot.waitUntil(lambda: column(recent(office)) == ["203 Otro"])


def test_recent_cases_and_drafts_are_private_to_who_is_signed_in(
    qtbot: QtBot, office: Office, scripted: ScriptedServer
) -> None:
    opened(qtbot, office, 203)
    qtbot.waitUntil(lambda: column(recent(office)) == [SAMPLE])
    scripted.users = {"anas": "ana", "beas": "bea"}
    become(qtbot, office, scripted, "ana")
    office.workspace.opener.open_at(scripted.url, "7")
    qtbot.waitUntil(lambda: column(recent(office)) == ["7 Pedido"])
    field("New note", office.window).setPlainText("ana's")
    qtbot.waitUntil(lambda: column(drafts(office)) == ["7 Pedido"])
    press("Close case 7", office.window)
    become(qtbot, office, scripted, "bea")
    qtbot.waitUntil(lambda: column(recent(office)) == [])
    assert column(drafts(office)) == []
    become(qtbot, office, scripted, "ana")
    qtbot.waitUntil(lambda: column(drafts(office)) == ["7 Pedido"])
    office.workspace.account.sign_out()
    qtbot.waitUntil(lambda: column(drafts(office)) == column(recent(office)) == [])


def test_clearing_the_history_clears_the_recent_cases(qtbot: QtBot, office: Office) -> None:
    opened(qtbot, office, 203)
    qtbot.waitUntil(lambda: column(recent(office)) == [SAMPLE])
    dialog = show(office)
    press("Clear history", dialog)
    qtbot.waitUntil(lambda: column(recent(office)) == [])
    dialog.reject()
    assert "The cases you open are listed here." in labels(lists(office))


# Drafts.


def test_drafts_come_and_go_and_are_counted(qtbot: QtBot, office: Office, restart: Restart) -> None:
    watched = Watched(drafts(office))
    assert pages(office) == ["Search", "Recent", "Drafts"]
    opened(qtbot, office, 203)
    line("Subject", office.window).setText("Otro")
    qtbot.waitUntil(lambda: pages(office)[DRAFTS] == "Drafts 1")
    opened(qtbot, office, 210)
    field("New note", office.window).setPlainText("hola")
    qtbot.waitUntil(lambda: column(drafts(office)) == [OTHER, SAMPLE])
    assert drafts(office).index(0, 0).data(Qt.ItemDataRole.AccessibleDescriptionRole).startswith("saved ")
    press("Submit", office.window)
    qtbot.waitUntil(lambda: column(drafts(office)) == [SAMPLE])
    assert (watched.resets, watched.removed) == (0, [0])
    again = restart()
    qtbot.waitUntil(lambda: pages(again)[DRAFTS] == "Drafts 1")
    bar = again.window.findChild(QTabWidget)
    assert isinstance(bar, QTabWidget)
    bar.setCurrentIndex(0)
    qtbot.waitUntil(lambda: again.status == "Case 203 opened")
    press("Discard changes", again.window)
    qtbot.waitUntil(lambda: pages(again)[DRAFTS] == "Drafts")
    assert "There is no draft." not in labels(again.window)
    turn_to(again, DRAFTS)
    assert "There is no draft." in labels(again.window)


def test_a_draft_that_is_refused_is_a_draft_again(qtbot: QtBot, office: Office) -> None:
    opened(qtbot, office, 9005)
    field("New note", office.window).setPlainText("hola")
    press("Submit", office.window)
    qtbot.waitUntil(lambda: "locked by the supervisor" in office.status)
    qtbot.waitUntil(lambda: pages(office)[DRAFTS] == "Drafts 1")


def test_a_draft_is_opened_from_the_list(qtbot: QtBot, office: Office) -> None:
    opened(qtbot, office, 203)
    field("New note", office.window).setPlainText("hola")
    qtbot.waitUntil(lambda: column(drafts(office)) == [SAMPLE])
    press("Close case 203", office.window)
    qtbot.waitUntil(lambda: office.tabs == [])
    turn_to(office, DRAFTS)
    shown = view("Drafts", lists(office))
    shown.setFocus()
    shown.setCurrentIndex(drafts(office).index(0, 0))
    key(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: office.status == "Case 203 opened")
    assert office.session.edit.note_text == "hola"


def test_the_outbox_counts_what_is_in_it(qtbot: QtBot, office: Office) -> None:
    dock = office.window.findChild(QDockWidget, "outbox")
    assert isinstance(dock, QDockWidget)
    assert dock.windowTitle() == "Outbox"
    opened(qtbot, office, 9004)
    field("New note", office.window).setPlainText("hola")
    press("Submit", office.window)
    qtbot.waitUntil(lambda: dock.windowTitle() == "Outbox 1")


# Opening from a list.


def test_enter_opens_several_at_once_the_first_in_front(qtbot: QtBot, office: Office) -> None:
    found(qtbot, office, With_tag="vip", Channel="email")
    shown = view("Cases found", lists(office))
    shown.setCurrentIndex(shown.model().index(0, 0))
    for row in (1, 2):
        shown.selectionModel().select(shown.model().index(row, 0), Select)
    ids = [text.split()[0] for text in column(shown.model())[:3]]
    key(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: office.status == f"Case {ids[0]} opened")
    assert office.tabs == ids
    assert front(office) == ids[0]


def test_no_more_than_a_few_are_opened_at_once(qtbot: QtBot, office: Office) -> None:
    found(qtbot, office)
    shown = view("Cases found", lists(office))
    shown.setCurrentIndex(shown.model().index(0, 0))
    for row in range(30):
        shown.selectionModel().select(shown.model().index(row, 0), Select)
    key(Qt.Key.Key_Return)
    assert len(office.tabs) == AT_ONCE
    assert f"Only the first {AT_ONCE} of 30 cases were opened." in labels(office.window)


def test_cases_that_are_not_loaded_are_not_passed_over_in_silence(qtbot: QtBot, office: Office) -> None:
    shown = found(qtbot, office, Campaign_id="100000")
    cases = view("Cases found", shown)
    cases.setCurrentIndex(shown.model.index(0))
    cases.selectionModel().select(shown.model.index(60_000), Select)
    key(Qt.Key.Key_Return)
    assert office.tabs == ["1099999"]
    assert "Some of the chosen cases are not loaded" in office.status


def test_next_and_previous_go_through_what_was_found_and_leave_no_trail(qtbot: QtBot, office: Office) -> None:
    opened(qtbot, office, 210)
    shown = found(qtbot, office, Campaign_id="100000")
    for wanted in ("1099999", "1099998", "1099997"):
        trigger(office, "Next case of the list")
        is_shown(qtbot, office, wanted)
        assert office.tabs == ["210", wanted]
    trigger(office, "Previous case of the list")
    qtbot.waitUntil(lambda: office.status == "Case 1099998 opened")
    field("New note", office.window).setPlainText("stays")
    trigger(office, "Next case of the list")
    qtbot.waitUntil(lambda: office.status == "Case 1099997 opened")
    assert office.tabs == ["210", "1099998", "1099997"]
    assert view("Cases found", shown).currentIndex().row() == 2


def test_the_next_case_is_waited_for_where_its_page_is_not_there_yet(qtbot: QtBot, office: Office) -> None:
    shown = found(qtbot, office, Campaign_id="100000")
    view("Cases found", shown).setCurrentIndex(shown.model.index(49_999))
    trigger(office, "Next case of the list")
    qtbot.waitUntil(lambda: office.status == "Case 1049999 opened")


def test_the_end_of_a_list_is_said(qtbot: QtBot, office: Office) -> None:
    found(qtbot, office, Contact_id="43")
    trigger(office, "Next case of the list")
    qtbot.waitUntil(lambda: office.status == "Case 203 opened")
    trigger(office, "Next case of the list")
    assert office.status == "The list has no further case."


def test_stepping_through_recent_cases_does_not_go_in_circles(qtbot: QtBot, office: Office) -> None:
    for id_ in (203, 210, 211):
        opened(qtbot, office, id_)
        press(f"Close case {id_}", office.window)
    qtbot.waitUntil(lambda: len(column(recent(office))) == 3)
    turn_to(office, RECENT)
    shown = view("Recent cases", lists(office))
    shown.setFocus()
    shown.setCurrentIndex(recent(office).index(0, 0))
    assert focused() is shown
    key(Qt.Key.Key_Return)
    for wanted in ("211", "210", "203"):
        is_shown(qtbot, office, wanted)
        is_first(qtbot, office, wanted)
        trigger(office, "Next case of the list")
    assert office.status == "The list has no further case."


def test_after_the_end_of_a_list_several_cases_are_opened_still(qtbot: QtBot, office: Office) -> None:
    found(qtbot, office, With_tag="vip", Channel="email")
    shown = view("Cases found", lists(office))
    shown.setCurrentIndex(shown.model().index(shown.model().rowCount() - 1, 0))
    trigger(office, "Next case of the list")
    assert office.status == "The list has no further case."
    shown.setCurrentIndex(shown.model().index(0, 0))
    shown.selectionModel().select(shown.model().index(1, 0), Select)
    shown.setFocus()
    key(Qt.Key.Key_Return)
    assert len(office.tabs) == 2


def test_the_end_of_an_empty_list_is_said(qtbot: QtBot, office: Office) -> None:
    found(qtbot, office, Contact_id="4300004")
    trigger(office, "Next case of the list")
    assert office.status == "The list has no further case."


def test_stepping_begins_at_the_case_in_front_once_another_was_opened(qtbot: QtBot, office: Office) -> None:
    for id_ in (203, 210, 211, 212):
        opened(qtbot, office, id_)
        is_first(qtbot, office, str(id_))
    for wanted in ("211", "210"):
        trigger(office, "Next case of the list")
        assert front(office) == wanted
    opened(qtbot, office, 213)
    is_first(qtbot, office, "213")
    follower = column(recent(office))[1].split()[0]
    trigger(office, "Next case of the list")
    assert front(office) == follower


def test_stepping_leads_nobody_to_the_cases_of_another(qtbot: QtBot, office: Office, scripted: ScriptedServer) -> None:
    scripted.users = {"anas": "ana", "beas": "bea"}
    become(qtbot, office, scripted, "ana")
    office.workspace.opener.open_at(scripted.url, "7")
    is_first(qtbot, office, "7")
    press("Close case 7", office.window)
    become(qtbot, office, scripted, "bea")
    trigger(office, "Next case of the list")
    assert office.tabs == []
    assert office.status == "The list has no further case."


# Its model.


def test_lines_move_one_by_one(office: Office) -> None:
    model = RememberedModel(lambda line: str(line.when), office)
    watched = Watched(model)
    old = tuple(Remembered(str(each), "x", each) for each in range(6))
    model.show_lines(old)
    watched.forget()
    model.show_lines((old[3], Remembered("9", "new", 9), old[0], old[1], Remembered("4", "x", 44)))
    assert column(model) == ["3 x", "9 new", "0 x", "1 x", "4 x"]
    assert (watched.resets, watched.removed, watched.inserted, watched.changed) == (0, [5, 2], [1], [4])


def test_a_list_is_not_touched_by_what_is_the_same(qtbot: QtBot, office: Office) -> None:
    opened(qtbot, office, 203)
    qtbot.waitUntil(lambda: column(recent(office)) == [SAMPLE])
    watched = Watched(recent(office))
    with qtbot.waitSignal(lists(office).remembered.was_read):
        lists(office).remembered.update()
    assert (watched.changed, watched.inserted, watched.removed) == ([], [], [])
