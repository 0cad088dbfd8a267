"""From the field at the top to the rows of the queue that contain the typed words."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListView
from pytestqt.qtbot import QtBot

from tests.ui.main_window.test_field import Contacts, entry, listing, offers, type_in
from tests.ui.parts import AppFixture, column, find, focused, key
from tests.ui.queue.listing import Listing, pane
from tests.ui.scripted_server import ScriptedServer

__all__ = ["listing"]

Key = Qt.Key


@pytest.mark.parametrize("keys", [[Key.Key_Return], [Key.Key_Tab], [Key.Key_Down, Key.Key_Down]])
def test_words_that_rows_contain_lead_to_the_first_of_them(
    qtbot: QtBot, app: AppFixture, listing: Listing, scripted: ScriptedServer, keys: list[Key]
) -> None:
    Contacts(scripted)
    type_in(app, "garantia")
    qtbot.waitUntil(lambda: offers(app) == ["Search the server: Has tag: garantia"])
    assert entry(app).accessibleDescription() == ""
    for each in keys:
        key(each)
    queue = find(QListView, "Queue", app.window)
    assert focused() is queue
    assert len(column(pane(qtbot, app).model)) == 1
    assert queue.currentIndex().row() == 0
    assert entry(app).text() == "garantia"
    assert not [each for each in listing.asked if "with_tag" in each]


def test_an_offer_that_the_agent_moved_to_is_taken(
    qtbot: QtBot, app: AppFixture, listing: Listing, scripted: ScriptedServer
) -> None:
    Contacts(scripted)
    type_in(app, "garantia")
    qtbot.waitUntil(lambda: offers(app) == ["Search the server: Has tag: garantia"])
    key(Key.Key_Down)
    assert entry(app).accessibleDescription() == "Search the server: Has tag: garantia"
    key(Key.Key_Return)
    qtbot.waitUntil(lambda: any(each.get("with_tag") == "garantia" for each in listing.asked))


@pytest.mark.usefixtures("listing")
def test_words_that_no_row_contains_are_searched_on_the_server(
    qtbot: QtBot, app: AppFixture, scripted: ScriptedServer
) -> None:
    Contacts(scripted)
    type_in(app, "heladera")
    qtbot.waitUntil(lambda: entry(app).accessibleDescription() == "Search the server: Has tag: heladera")
    key(Key.Key_Tab)
    assert focused().accessibleName() != "Queue"
