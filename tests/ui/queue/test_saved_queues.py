"""Saved queues: made from a search, chosen from a menu with counts, kept for each account."""

import pytest
from PySide6.QtWidgets import QApplication, QInputDialog, QMenu
from pytestqt.qtbot import QtBot

from caseeditor.domain.case.search import Page
from caseeditor.domain.local.saved_queues import MOST, AccountQueues, SavedQueue
from caseeditor.domain.queue.saved import filters_of
from caseeditor.runtime.worker import Success
from caseeditor.ui.case_lists.search_panel import SearchPane
from caseeditor.ui.queue.counts import QueueCounts
from caseeditor.ui.queue.panel import QueuePane
from tests.ui.account.test_accounts import become
from tests.ui.case_lists.test_search import pane as search_pane
from tests.ui.parts import AppFixture, is_there, line, press
from tests.ui.queue.listing import Listing, case, pane
from tests.ui.scripted_server import ScriptedServer

CASES = [case(1, state="Arrived"), case(2, state="Closed"), case(3, state="Arrived")]


class StateListing(Listing):
    """Applies the filter of the state."""

    def __init__(self, server: ScriptedServer) -> None:
        super().__init__(server, CASES)
        self.change = self._filtered

    def _filtered(self, given: dict[str, str]) -> object:
        found = [each for each in self.cases if given.get("state") in (None, each["state"])]
        return {"total": len(found), "items": found[int(given["index"]) :][: int(given["count"])]}


@pytest.fixture
def queue(qtbot: QtBot, app: AppFixture, scripted: ScriptedServer) -> QueuePane:
    """Show the queue of ana, at a server with another user."""
    scripted.users = {"anas": "ana", "beas": "bea"}
    listing = StateListing(scripted)
    become(qtbot, app, scripted, "ana")
    qtbot.waitUntil(lambda: bool(listing.asked))
    return pane(qtbot, app)


def save(app: AppFixture, name: str, **filters: str) -> SearchPane:
    """Save a search as a queue."""
    search = search_pane(app)
    for field, text in filters.items():
        line(field.replace("_", " "), search).setText(text)
    press("Save as queue…", search)
    dialog = search.findChild(QInputDialog)
    assert isinstance(dialog, QInputDialog)
    dialog.setTextValue(name)
    dialog.accept()
    return search


def choose(queue: QueuePane, button: str, entry: str) -> list[str]:
    """Choose an entry of the menu; returns all entries."""
    press(f"Queue: {button}", queue)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    texts = [each.text() for each in menu.actions() if each.text()]
    next(each for each in menu.actions() if each.text() == entry).trigger()
    menu.close()
    return texts


def test_a_search_becomes_a_queue_and_is_shown(qtbot: QtBot, app: AppFixture, queue: QueuePane) -> None:
    assert not is_there("Queue: All cases", queue)
    save(app, " To do ", State="Arrived")
    qtbot.waitUntil(lambda: queue.model.ids() == ["1", "3"])
    assert queue.isVisible()
    qtbot.waitUntil(lambda: is_there("Queue: To do 2", queue))
    entries = choose(queue, "To do 2", "All cases")
    assert entries == ["All cases", "To do 2", "Delete queue To do"]
    qtbot.waitUntil(lambda: len(queue.model.ids()) == 3)


def test_a_queue_that_is_deleted_leaves_all_cases(qtbot: QtBot, app: AppFixture, queue: QueuePane) -> None:
    save(app, "To do", State="Arrived")
    qtbot.waitUntil(lambda: is_there("Queue: To do 2", queue))
    choose(queue, "To do 2", "Delete queue To do")
    qtbot.waitUntil(lambda: len(queue.model.ids()) == 3)
    assert app.workspace.settings.queues.popitem()[1] == AccountQueues()  # type: ignore[attr-defined]  # a dict


def test_a_name_of_blanks_saves_nothing(app: AppFixture, queue: QueuePane) -> None:
    save(app, "  ", State="Arrived")
    assert queue.queues.current == AccountQueues()


def test_each_account_has_its_own_queues(
    qtbot: QtBot, app: AppFixture, queue: QueuePane, scripted: ScriptedServer
) -> None:
    save(app, "To do", State="Arrived")
    qtbot.waitUntil(lambda: queue.model.ids() == ["1", "3"])
    become(qtbot, app, scripted, "bea")
    qtbot.waitUntil(lambda: len(queue.model.ids()) == 3)
    assert queue.queues.current == AccountQueues()
    become(qtbot, app, scripted, "ana")
    qtbot.waitUntil(lambda: queue.model.ids() == ["1", "3"])
    assert [each.name for each in queue.queues.current.saved] == ["To do"]


def test_a_count_for_another_user_is_not_shown(qtbot: QtBot, app: AppFixture, queue: QueuePane) -> None:
    save(app, "To do", State="Arrived")
    qtbot.waitUntil(lambda: is_there("Queue: To do 2", queue))
    counts = queue.findChild(QueueCounts)
    assert isinstance(counts, QueueCounts)
    filters = filters_of(queue.queues.current.saved[0])
    for user, name in ((app.workspace.account.key, "Queue: To do 7"), ("eva", "Queue: To do")):
        counts.update()
        assert counts._job  # noqa: SLF001 - the answer of a request that was sent before the account changed
        counts._on_page(counts._job, filters, Success(Page(user, (), 7)))  # noqa: SLF001
        assert is_there(name, queue)


def test_a_queue_that_the_server_rejects_says_so_and_can_be_left(
    qtbot: QtBot, queue: QueuePane, scripted: ScriptedServer
) -> None:
    listing = StateListing(scripted)
    known = listing.change

    def refuse(given: dict[str, str]) -> object:
        if given.get("contact_id"):
            raise LookupError("contact_id must be a number")
        return known(given) if known else None

    listing.change = refuse
    queue.queues.save(SavedQueue("Odd", {"contact_id": "x"}))
    qtbot.waitUntil(lambda: queue.loader.failure is not None)
    assert queue.loader.failure
    assert queue.loader.failure.words == "contact_id must be a number"
    assert not queue.loader.is_order_rejected
    choose(queue, "Odd", "All cases")
    qtbot.waitUntil(lambda: len(queue.model.ids()) == 3)


def test_filters_that_are_not_saved_wait_while_a_queue_is_in_use(queue: QueuePane) -> None:
    queue.queues.set_filter("state", "Closed")
    queue.queues.save(SavedQueue("To do", {"state": "Arrived"}))
    queue.queues.choose("To do")
    queue.queues.choose("")
    assert queue.queues.current.in_use == {"state": "Closed"}


def test_one_queue_too_many_is_told_and_the_search_stays(app: AppFixture, queue: QueuePane) -> None:
    for number in range(MOST):
        assert queue.queues.save(SavedQueue(str(number), {"state": "Arrived"}))
    search = save(app, "One more", State="Closed")
    assert app.status == "You have 30 queues, which is the maximum. Delete one to save another."
    assert search.isVisible()
    assert len(queue.queues.current.saved) == MOST
    save(app, "7", State="Closed")
    assert queue.queues.current.saved[7].filters["state"] == "Closed"
    assert queue.isVisible()


def test_a_queue_that_is_deleted_takes_its_changes_with_it(queue: QueuePane) -> None:
    queue.queues.save(SavedQueue("To do", {"state": "Arrived"}))
    queue.queues.set_filter("state", "Closed")
    queue.queues.remove("To do")
    assert queue.queues.current == AccountQueues()
