"""Filter chips: choices of values seen, free text, several values, and filters that the server rejects."""

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLineEdit, QListView, QMenu
from pytestqt.qtbot import QtBot

from caseeditor.domain.local.saved_queues import SavedQueue
from caseeditor.ui.queue.panel import QueuePane
from tests.ui.account.test_accounts import become
from tests.ui.parts import (
    AppFixture,
    Restart,
    column,
    do_posted,
    find,
    focused,
    is_there,
    key,
    labels,
    line,
    name_of,
    press,
    typed,
)
from tests.ui.queue.listing import Listing, case, pane
from tests.ui.queue.test_saved_queues import StateListing
from tests.ui.scripted_server import ScriptedServer

HOSTILE = ["<b>bold</b> & co", "a\u202eb", "أنا", "x" * 150]
Key = Qt.Key


@pytest.fixture
def listing(qtbot: QtBot, app: AppFixture, scripted: ScriptedServer) -> StateListing:
    """Sign in as ana."""
    scripted.users = {"anas": "ana", "beas": "bea"}
    made = StateListing(scripted)
    become(qtbot, app, scripted, "ana")
    qtbot.waitUntil(lambda: bool(made.asked))
    return made


@pytest.fixture
def queue(qtbot: QtBot, app: AppFixture, listing: StateListing) -> QueuePane:
    assert listing
    return pane(qtbot, app)


def choosing(qtbot: QtBot, queue: QueuePane, name: str) -> None:
    """Press *+ Filter*, choose a filter, and wait for the dialog."""
    menu_of(queue, name)
    is_in_dialog(qtbot, name)


def is_in_dialog(qtbot: QtBot, name: str) -> None:
    qtbot.waitUntil(lambda: focused().isVisible() and name_of(focused()) == f"{name}: value")


def menu_of(queue: QueuePane, entry: str = "") -> list[str]:
    """Press *+ Filter*, and choose an entry; returns all of them."""
    press("Add filter", queue)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    texts = [each.text() for each in menu.actions() if each.text()]
    if entry:
        next(each for each in menu.actions() if each.text() == entry).trigger()
    menu.close()
    return texts


def values(app: AppFixture) -> list[str]:
    """Return the values offered."""
    [dialog] = [each for each in app.window.findChildren(QDialog) if each.isVisible()]
    [found] = dialog.findChildren(QListView)
    return column(found.model())


def chips(queue: QueuePane) -> list[str]:
    do_posted()
    names = [name_of(each) for each in queue.findChildren(QAbstractButton) if each.isVisible()]
    return [name.removeprefix("Remove filter ") for name in names if name.startswith("Remove filter ")]


def is_chosen(queue: QueuePane, value: str) -> bool:
    return any(value in each for each in chips(queue))


def test_a_filter_is_chosen_among_values_seen(qtbot: QtBot, app: AppFixture, queue: QueuePane) -> None:
    names = menu_of(queue)
    assert names[:2] == ["Contact ID", "Campaign ID"]
    assert names[2:] == ["State", "Channel", "Has tag", "Doesn't have tag", "More filters…"]
    choosing(qtbot, queue, "State")
    qtbot.waitUntil(lambda: values(app) == ["Arrived", "Closed"])
    typed("closed")
    key(Key.Key_Return)
    qtbot.waitUntil(lambda: queue.model.ids() == ["2"])
    assert chips(queue) == ["State: Closed"]
    assert "State" not in menu_of(queue)


def test_free_text_is_a_value(qtbot: QtBot, app: AppFixture, queue: QueuePane, listing: StateListing) -> None:
    choosing(qtbot, queue, "Has tag")
    typed("  nuevo cliente ")
    assert values(app) == ["Use “nuevo cliente”"]
    key(Key.Key_Return)
    qtbot.waitUntil(lambda: listing.asked[-1].get("with_tag") == "nuevo cliente")
    assert chips(queue) == ["Has tag: nuevo cliente"]


def test_a_filter_has_several_values_and_loses_them(qtbot: QtBot, app: AppFixture, queue: QueuePane) -> None:
    for value in ("Arrived", "Closed"):
        if is_there("State: Arrived", queue):
            press("State: Arrived", queue)
            is_in_dialog(qtbot, "State")
        else:
            choosing(qtbot, queue, "State")
        typed(value)
        key(Key.Key_Return)
        qtbot.waitUntil(partial(is_chosen, queue, value))
        qtbot.waitUntil(lambda: not app.window.findChildren(QDialog))
    assert chips(queue) == ["State: Arrived, Closed"]
    qtbot.waitUntil(lambda: sorted(queue.model.ids()) == ["1", "2", "3"])
    press("State: Arrived, Closed", queue)
    is_in_dialog(qtbot, "State")
    typed("arrived")
    assert values(app)[0] == "Arrived"
    key(Key.Key_Return)
    qtbot.waitUntil(lambda: queue.model.ids() == ["2"])
    assert chips(queue) == ["State: Closed"]


def test_x_and_delete_remove_a_filter_and_the_focus_stays_in_the_row(qtbot: QtBot, queue: QueuePane) -> None:
    queue.queues.set_filter("state", "Closed")
    queue.queues.set_filter("source", "email")
    assert chips(queue) == ["State: Closed", "Channel: email"]
    [removing] = [
        each for each in queue.findChildren(QAbstractButton) if name_of(each) == "Remove filter State: Closed"
    ]
    removing.setFocus()
    key(Key.Key_Space)
    assert chips(queue) == ["Channel: email"]
    assert name_of(focused()) == "Add filter"
    key(Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    key(Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    assert name_of(focused()) == "Channel: email"
    key(Key.Key_Delete)
    assert chips(queue) == []
    qtbot.waitUntil(lambda: sorted(queue.model.ids()) == ["1", "2", "3"])


def test_chips_change_the_queue_in_use_until_the_agent_saves(qtbot: QtBot, queue: QueuePane) -> None:
    queue.queues.save(SavedQueue("To do", {"state": "Arrived"}))
    qtbot.waitUntil(lambda: queue.model.ids() == ["1", "3"])
    assert not is_there("Save queue To do", queue)
    queue.queues.set_filter("state", "")
    assert queue.queues.current.saved == (SavedQueue("To do", {"state": "Arrived"}),)
    qtbot.waitUntil(lambda: sorted(queue.model.ids()) == ["1", "2", "3"])
    press("Reset queue To do", queue)
    assert chips(queue) == ["State: Arrived"]
    assert not is_there("Reset queue To do", queue)
    queue.queues.set_filter("source", "email")
    queue.queues.choose("")
    assert chips(queue) == []
    queue.queues.choose("To do")
    assert chips(queue) == ["State: Arrived", "Channel: email"]
    find(QAbstractButton, "Save queue To do", queue).setFocus()
    key(Key.Key_Space)
    assert queue.queues.current.saved == (SavedQueue("To do", {"state": "Arrived", "source": "email"}),)
    assert not is_there("Save queue To do", queue)
    assert name_of(focused()) == "Add filter"


def test_a_filter_that_the_server_rejects_is_said_and_can_be_removed(
    qtbot: QtBot, app: AppFixture, queue: QueuePane, listing: Listing
) -> None:
    known = listing.change

    def refuse(given: dict[str, str]) -> object:
        if given.get("contact_id"):
            raise LookupError("contact_id must be a number")
        return known(given) if known else None

    listing.change = refuse
    queue.queues.set_filter("state", "Arrived")
    choosing(qtbot, queue, "Contact ID")
    typed("Juan")
    key(Key.Key_Return)
    qtbot.waitUntil(lambda: is_there("Remove filter Contact ID", queue))
    assert labels(queue).count("contact_id must be a number") == 1
    assert app.workspace.settings.queues
    press("Remove filter Contact ID", queue)
    qtbot.waitUntil(lambda: queue.model.ids() == ["1", "3"])
    assert "contact_id" not in labels(queue)
    assert chips(queue) == ["State: Arrived"]


def test_too_many_combinations_are_told(queue: QueuePane) -> None:
    told = "Only the first 12 of 15 combinations of states and channels are searched."
    queue.queues.set_filter("state", "a\nb\nc")
    queue.queues.set_filter("source", "d\ne\nf\ng\nh")
    assert told in labels(queue)
    queue.queues.set_filter("source", "d\ne\nf\ng")
    assert told not in labels(queue)


def test_all_filters_are_removed_at_once(qtbot: QtBot, queue: QueuePane) -> None:
    queue.queues.save(SavedQueue("To do", {"state": "Arrived", "source": "email", "order_by": "id"}))
    menu_of(queue, "Remove all filters")
    assert chips(queue) == []
    assert queue.queues.current.in_use == {"order_by": "id"}
    assert is_there("Reset queue To do", queue)
    qtbot.waitUntil(lambda: sorted(queue.model.ids()) == ["1", "2", "3"])


def test_more_filters_lead_to_the_form_with_those_of_the_queue(qtbot: QtBot, app: AppFixture, queue: QueuePane) -> None:
    queue.queues.set_filter("state", "Arrived\nClosed")
    queue.queues.set_filter("created_since", "2015-03-16T22:13:03-0300")
    menu_of(queue, "More filters…")
    assert line("State", app.window).text() == "Arrived, Closed"
    assert line("State", app.window).hasFocus()
    press("Search", app.window)
    qtbot.waitUntil(lambda: "State: Arrived, Closed" in labels(app.window))


def test_each_account_has_its_own_filters_and_values(
    qtbot: QtBot, app: AppFixture, queue: QueuePane, scripted: ScriptedServer
) -> None:
    queue.queues.set_filter("state", "Closed")
    scripted.list_cases = lambda _: {"total": 1, "items": [case(9, state="Otro")]}
    become(qtbot, app, scripted, "bea")
    qtbot.waitUntil(lambda: chips(queue) == [])
    queue.refresh()
    qtbot.waitUntil(lambda: "9" in queue.model.ids())
    choosing(qtbot, queue, "State")
    qtbot.waitUntil(lambda: values(app) == ["Otro"])


def test_names_that_another_account_saw_are_not_shown(
    qtbot: QtBot, app: AppFixture, queue: QueuePane, scripted: ScriptedServer
) -> None:
    vip = case(8, campaign={"id": 7, "name": "VIP"})
    scripted.list_cases = lambda _: {"total": 1, "items": [vip]}
    queue.queues.set_filter("campaign_id", "7")
    qtbot.waitUntil(lambda: queue.model.ids() == ["8"])
    menu_of(queue)  # looks for new names
    qtbot.waitUntil(lambda: "Campaign ID: VIP" in chips(queue))
    scripted.list_cases = lambda _: {"total": 1, "items": [case(9)]}
    become(qtbot, app, scripted, "bea")
    queue.queues.set_filter("campaign_id", "7")
    qtbot.waitUntil(lambda: queue.model.ids() == ["9"])
    assert chips(queue) == ["Campaign ID: 7"]


def test_what_is_typed_for_one_is_kept_for_the_next_start(qtbot: QtBot, app: AppFixture, restart: Restart) -> None:
    queue = pane(qtbot, app)
    qtbot.waitUntil(lambda: queue.model.rowCount() > 200)
    again = restart()
    again_queue = pane(qtbot, again)
    menu_of(again_queue, "State")
    qtbot.waitUntil(lambda: "Waiting for customer" in values(again))


@pytest.mark.parametrize("value", HOSTILE)
def test_values_of_every_kind_are_shown_as_they_are(
    qtbot: QtBot, app: AppFixture, queue: QueuePane, listing: StateListing, value: str
) -> None:
    listing.cases = [case(1, state=value), case(2, state=5), case(3, state={"a": 1}), case(4, state=None)]
    queue.refresh()
    qtbot.waitUntil(lambda: "4" in queue.model.ids())
    choosing(qtbot, queue, "State")
    qtbot.waitUntil(lambda: len(values(app)) == 4)
    assert any(value in each for each in values(app))
    assert "5" in values(app)
    assert not any("{" in each for each in values(app))
    [dialog] = [each for each in app.window.findChildren(QDialog) if each.isVisible()]
    find(QLineEdit, "State: value", dialog).setText(value[:1])
    assert any(value in each for each in values(app))
    dialog.reject()
    queue.queues.set_filter("state", value)
    assert any(value in each for each in chips(queue))
    assert queue.width() < 600


def test_10_000_values_are_offered_by_a_few_letters(
    qtbot: QtBot, app: AppFixture, queue: QueuePane, listing: StateListing
) -> None:
    listing.cases = [case(1, tags=[f"tag {number}" for number in range(9_900)])]
    queue.refresh()
    qtbot.waitUntil(lambda: queue.model.ids() == ["1"])
    choosing(qtbot, queue, "Has tag")
    qtbot.waitUntil(lambda: len(values(app)) == 200)
    typed("tag 9899")
    assert values(app) == ["tag 9899"]
    key(Key.Key_Return)
    qtbot.waitUntil(lambda: chips(queue) == ["Has tag: tag 9899"])
