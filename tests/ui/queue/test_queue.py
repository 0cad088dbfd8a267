"""The page of the queue in the window: opening, stepping, filters, sentences, menu."""

import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QApplication, QListView, QMenu, QTabBar
from pytestqt.qtbot import QtBot

from caseeditor.domain.queue.due import Band
from caseeditor.ui.case_lists.panel import QUEUE, RECENT
from caseeditor.ui.queue.bar import QueueBar
from caseeditor.ui.queue.panel import QueuePane
from caseeditor.ui.queue.view import QueueView
from tests.ui.account.test_accounts import become
from tests.ui.parts import AppFixture, AppIn, column, field, find, focused, is_there, key, labels, line, opened, press
from tests.ui.queue.listing import Listing, case, pane, settled
from tests.ui.scripted_server import ScriptedServer


def due() -> list[dict[str, object]]:
    """Return cases that are due around now: a quarter of an hour later they would be others."""
    return [case(1, 90_000), case(2, -4000), case(3), case(4, 500), case(5, -90)]


def queue_of(qtbot: QtBot, app: AppFixture, scripted: ScriptedServer, listing: Listing) -> QueuePane:
    """Sign in at the scripted server, and wait for its queue."""
    become(qtbot, app, scripted, "demo")
    qtbot.waitUntil(lambda: bool(listing.asked))
    return pane(qtbot, app)


def queue_list(app: AppFixture) -> QListView:
    return find(QListView, "Queue", app.window)


def trigger(app: AppFixture, name: str) -> None:
    next(each for each in app.window.findChildren(QAction) if each.text() == name).trigger()


def is_shown(qtbot: QtBot, app: AppFixture, case_id: str) -> None:
    qtbot.waitUntil(lambda: app.status == f"Case {case_id} opened")


def bands(app: AppFixture) -> list[str]:
    texts = [
        each.text() for each in app.window.findChildren(QAbstractButton) if each.isVisible() and each.isCheckable()
    ]
    return [text for text in texts if text.split()[-1] in ("overdue", "today", "later")]


# The list.


def test_the_queue_is_the_first_page_and_is_due_first(qtbot: QtBot, app: AppFixture, scripted: ScriptedServer) -> None:
    queue = queue_of(qtbot, app, scripted, Listing(scripted, due()))
    assert queue.isVisible()
    assert queue.model.ids() == ["2", "5", "4", "1", "3"]
    assert queue_list(app).model() is queue.model
    assert "overdue" in column(queue.model)[0]


def test_the_demo_has_overdue_cases_and_cases_for_today_and_later(qtbot: QtBot, app: AppFixture) -> None:
    queue = pane(qtbot, app)
    assert queue.model.rowCount() > 200
    counts = {part: int(text.split()[0]) for part, text in zip(Band, bands(app), strict=True)}
    assert counts[Band.OVERDUE] >= 5
    assert counts[Band.TODAY] >= 5
    assert counts[Band.LATER] >= 30


def test_enter_opens_with_the_focus_in_subject(qtbot: QtBot, app: AppFixture) -> None:
    queue = pane(qtbot, app)
    shown = queue_list(app)
    shown.setFocus()
    shown.setCurrentIndex(queue.model.index(queue.model.row_of("210")))
    key(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: app.status == "Case 210 opened")
    qtbot.waitUntil(lambda: focused() is line("Subject", app.window))


def test_next_and_previous_go_through_the_queue_and_leave_no_trail(qtbot: QtBot, app: AppFixture) -> None:
    ids = pane(qtbot, app).model.ids()
    for name, wanted in (
        ("Next case", ids[0]),
        ("Next case", ids[1]),
        ("Next case", ids[2]),
        ("Previous case", ids[1]),
    ):
        trigger(app, name)
        is_shown(qtbot, app, wanted)
        assert app.tabs == [wanted]


def test_the_next_case_follows_the_one_that_left_the_queue(
    qtbot: QtBot, app: AppFixture, scripted: ScriptedServer
) -> None:
    listing = Listing(scripted, due())
    queue = queue_of(qtbot, app, scripted, listing)
    trigger(app, "Next case")
    trigger(app, "Next case")
    assert app.tabs[-1] == "5"
    listing.cases = [each for each in due() if each["id"] != 5]
    queue.refresh()
    qtbot.waitUntil(lambda: queue.model.ids() == ["2", "4", "1", "3"])
    trigger(app, "Next case")
    assert app.tabs[-1] == "4"


def test_the_end_of_the_queue_is_said(qtbot: QtBot, app: AppFixture, scripted: ScriptedServer) -> None:
    queue_of(qtbot, app, scripted, Listing(scripted, [case(7)]))
    trigger(app, "Next case")
    trigger(app, "Next case")
    assert app.status == "No more cases in this list."


def test_another_page_that_was_chosen_is_stepped_through(qtbot: QtBot, app: AppFixture) -> None:
    pane(qtbot, app)
    for id_ in (203, 210):
        opened(qtbot, app, id_)
    bar = next(each for each in app.window.findChildren(QTabBar) if each.accessibleName() == "Case lists")
    qtbot.waitUntil(lambda: app.window.panes.lists.remembered.recent.rowCount() == 2)
    bar.setCurrentIndex(RECENT)
    trigger(app, "Next case")
    assert app.session.case_id == "203"
    bar.setCurrentIndex(QUEUE)
    trigger(app, "Next case")
    assert app.session.case_id == pane(qtbot, app).model.ids()[0]


def test_a_draft_is_marked(qtbot: QtBot, app: AppFixture) -> None:
    queue = pane(qtbot, app)
    opened(qtbot, app, 210)
    field("New note", app.window).setPlainText("hola")
    index = queue.model.index(queue.model.row_of("210"))
    qtbot.waitUntil(lambda: "draft" in index.data(Qt.ItemDataRole.AccessibleDescriptionRole))


# Filters and order.


def test_each_part_of_the_bar_is_a_filter(qtbot: QtBot, app: AppFixture, scripted: ScriptedServer) -> None:
    queue = queue_of(qtbot, app, scripted, Listing(scripted, due()))
    assert bands(app) == ["2 overdue", "1 today", "1 later"]
    press("2 overdue", app.window)
    assert queue.model.ids() == ["2", "5"]
    press("1 later", app.window)
    assert queue.model.ids() == ["1"]
    assert not find(QAbstractButton, "2 overdue", app.window).isChecked()
    press("1 later", app.window)
    assert len(queue.model.ids()) == 5


def test_the_buttons_of_the_bar_have_numbers_only_where_words_have_no_room(
    qtbot: QtBot, app: AppFixture, scripted: ScriptedServer
) -> None:
    queue = queue_of(qtbot, app, scripted, Listing(scripted, due()))
    bar = queue.findChild(QueueBar)
    assert isinstance(bar, QueueBar)
    for width, texts in ((400, ["2 overdue", "1 today", "1 later"]), (150, ["2", "1", "1"])):
        bar.resize(width, bar.height())
        buttons = [each for each in bar.findChildren(QAbstractButton) if each.isCheckable()]
        assert [each.text() for each in buttons] == texts
        assert [each.accessibleName() for each in buttons] == ["2 overdue", "1 today", "1 later"]


def test_a_part_that_becomes_empty_says_so(qtbot: QtBot, app: AppFixture, scripted: ScriptedServer) -> None:
    listing = Listing(scripted, due())
    queue = queue_of(qtbot, app, scripted, listing)
    press("2 overdue", app.window)
    listing.cases = [case(1, 90_000)]
    trigger(app, "Refresh list")
    qtbot.waitUntil(lambda: queue.model.rowCount() == 0)
    assert "Nothing is overdue." in labels(queue)
    press("0 overdue", app.window)
    assert queue.model.ids() == ["1"]


def test_the_order_is_chosen_from_a_menu(qtbot: QtBot, app: AppFixture, scripted: ScriptedServer) -> None:
    cases = [case(1, 100, 10), case(2, 50, 20), case(3, None, 5)]
    queue = queue_of(qtbot, app, scripted, Listing(scripted, cases))
    assert queue.model.ids() == ["2", "1", "3"]
    for name, ids in (("Newest first", ["3", "1", "2"]), ("Oldest first", ["2", "1", "3"])):
        trigger(app, name)
        assert queue.model.ids() == ids
        assert is_there(f"Order: {name}", queue)


def test_typed_words_narrow_the_rows(qtbot: QtBot, app: AppFixture, scripted: ScriptedServer) -> None:
    cases = [case(1, subject="Garantía"), case(2, contact={"name": "Zoë"})]
    queue = queue_of(qtbot, app, scripted, Listing(scripted, cases))
    queue.narrow(" GARANTIA ")
    assert queue.model.ids() == ["1"]
    queue.narrow("nobody")
    assert "No loaded case contains “nobody”." in labels(queue)
    queue.narrow("")
    assert len(queue.model.ids()) == 2


def test_words_in_the_field_at_the_top_narrow_and_ids_do_not(
    qtbot: QtBot, app: AppFixture, scripted: ScriptedServer
) -> None:
    cases = [case(1, subject="Garantía"), case(2, contact={"name": "Zoë"})]
    queue = queue_of(qtbot, app, scripted, Listing(scripted, cases))
    entry = line("Case id or link", app.window)
    for text, ids in (("zoe", ["2"]), ("203", ["1", "2"]), (f"{scripted.url}/case/9", ["1", "2"]), ("", ["1", "2"])):
        entry.setText(text)
        assert queue.model.ids() == ids


# Sentences.


def test_a_server_without_due_times_has_no_bar(qtbot: QtBot, app: AppFixture, scripted: ScriptedServer) -> None:
    queue = queue_of(qtbot, app, scripted, Listing(scripted, [case(1), case(2)]))
    assert bands(app) == []
    assert "Nothing is due." in labels(queue)


def test_an_empty_queue_says_so(qtbot: QtBot, app: AppFixture, scripted: ScriptedServer) -> None:
    assert "The queue is empty." in labels(queue_of(qtbot, app, scripted, Listing(scripted)))


def test_a_queue_that_the_server_rejects_says_why_and_can_be_tried_again(
    qtbot: QtBot, app: AppFixture, scripted: ScriptedServer
) -> None:
    def refuse(_given: dict[str, str]) -> object:
        raise LookupError("not for you")

    listing = Listing(scripted, due())
    listing.change = refuse
    queue = queue_of(qtbot, app, scripted, listing)
    assert "not for you" in labels(queue)
    listing.change = None
    press("Try again", queue)
    qtbot.waitUntil(lambda: len(queue.model.ids()) == 5)
    assert not is_there("Try again", queue)


def test_a_list_that_breaks_off_says_why(qtbot: QtBot, app: AppFixture, scripted: ScriptedServer) -> None:
    def refuse(given: dict[str, str]) -> object:
        if given["index"] != "0":
            raise LookupError("enough")
        return None

    listing = Listing(scripted, [case(each) for each in range(1, 200)])
    listing.change = refuse
    queue = queue_of(qtbot, app, scripted, listing)
    assert len(queue.model.ids()) == 100
    assert "⚠ Not loaded completely. " in labels(queue)
    assert "enough" in labels(queue)
    listing.change = None
    queue.refresh()
    qtbot.waitUntil(lambda: len(queue.model.ids()) == 199)
    settled(qtbot, queue.loader)
    assert "⚠" not in labels(queue)
    listing.change = lambda _: "nonsense"
    queue.refresh()
    qtbot.waitUntil(lambda: "⚠ Not refreshed since " in labels(queue))
    assert len(queue.model.ids()) == 199


def test_a_rejected_order_is_told_below_the_list(qtbot: QtBot, app: AppFixture, scripted: ScriptedServer) -> None:
    def refuse(given: dict[str, str]) -> object:
        if "order_by" in given:
            raise LookupError("no such order")
        return None

    listing = Listing(scripted, due())
    listing.change = refuse
    queue = queue_of(qtbot, app, scripted, listing)
    qtbot.waitUntil(lambda: len(queue.model.ids()) == 5)
    assert "The server rejects this order and uses its own." in labels(queue)


def test_a_longer_list_says_how_much_of_it_is_loaded(qtbot: QtBot, app_in: AppIn, scripted: ScriptedServer) -> None:
    app = app_in("en")
    listing = Listing(scripted)
    listing.change = lambda given: {
        "total": 5430,
        "items": [case(int(given["index"]) + each) for each in range(1, int(given["count"]) + 1)],
    }
    queue = queue_of(qtbot, app, scripted, listing)
    assert "1,000 of 5,430" in labels(queue)


def test_a_queue_that_is_still_loading_says_so(qtbot: QtBot, app: AppFixture, scripted: ScriptedServer) -> None:
    may_answer = threading.Event()

    def wait(_given: dict[str, str]) -> object:
        may_answer.wait()
        return None

    listing = Listing(scripted, due())
    listing.change = wait
    become(qtbot, app, scripted, "demo")
    qtbot.waitUntil(lambda: bool(listing.asked))
    assert "Loading the queue…" in labels(app.window)
    trigger(app, "Next case")
    assert app.status == "The queue is still loading."
    may_answer.set()
    qtbot.waitUntil(lambda: pane(qtbot, app).model.rowCount() == 5)


def test_signed_out_it_says_so(qtbot: QtBot, app: AppFixture) -> None:
    queue = pane(qtbot, app)
    app.workspace.account.sign_out()
    qtbot.waitUntil(lambda: queue.model.rowCount() == 0)
    assert "Sign in to see the queue." in labels(queue)


# Place.


def test_the_selected_row_stays_where_it_is_while_rows_arrive(
    qtbot: QtBot, app: AppFixture, scripted: ScriptedServer
) -> None:
    listing = Listing(scripted, [case(each, 10_000 + each) for each in range(1, 90)])
    queue = queue_of(qtbot, app, scripted, listing)
    shown = queue_list(app)
    shown.setCurrentIndex(queue.model.index(40))
    shown.scrollTo(queue.model.index(40), QListView.ScrollHint.PositionAtCenter)
    before = shown.visualRect(shown.currentIndex()).top()
    listing.cases += [case(each, -each) for each in range(100, 130)]
    queue.refresh()
    qtbot.waitUntil(lambda: queue.model.rowCount() == 119)
    assert shown.currentIndex().row() == 70
    assert shown.visualRect(shown.currentIndex()).top() == before


def test_a_refresh_shows_a_change_that_moves_no_row(qtbot: QtBot, app: AppFixture, scripted: ScriptedServer) -> None:
    listing = Listing(scripted, due())
    queue = queue_of(qtbot, app, scripted, listing)
    before = queue.model.ids()
    listing.cases[0] |= {"subject": "Otro pedido"}
    queue.refresh()
    qtbot.waitUntil(lambda: "Otro pedido" in queue.model.index(3).data(Qt.ItemDataRole.ToolTipRole))
    assert queue.model.ids() == before


def test_a_refresh_without_news_lays_nothing_out(
    qtbot: QtBot, app: AppFixture, scripted: ScriptedServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    listing = Listing(scripted, due())
    queue = queue_of(qtbot, app, scripted, listing)
    queue_list(app).setCurrentIndex(queue.model.index(2))  # it would be kept in its place
    laid_out: list[QListView] = []
    monkeypatch.setattr(QueueView, "doItemsLayout", laid_out.append, raising=False)
    queue.refresh()
    qtbot.waitUntil(lambda: len(listing.asked) == 2)
    settled(qtbot, queue.loader)
    assert laid_out == []


# The menu.


def test_the_menu_copies_the_link_that_the_server_gives(
    qtbot: QtBot, app: AppFixture, scripted: ScriptedServer
) -> None:
    page, unsafe, long = "https://desk.example/case/1", "javascript:alert(1)", "https://desk.example/" + "x" * 300
    urls = {1: page, 2: unsafe, 3: long}
    queue = queue_of(qtbot, app, scripted, Listing(scripted, [case(each, each, url=urls[each]) for each in urls]))
    shown = queue_list(app)
    shown.setCurrentIndex(queue.model.index(0))
    shown.selectAll()
    shown.menu_wanted.emit(shown.mapToGlobal(shown.rect().center()))  # type: ignore[attr-defined]  # a QueueView
    menu = queue.findChildren(QMenu)[-1]
    next(each for each in menu.actions() if each.text() == "Copy link").trigger()
    menu.close()
    assert QApplication.clipboard().text().splitlines() == [page, *(f"{scripted.url}/case/{each}" for each in (2, 3))]


def test_the_menu_copies_ids_and_links(qtbot: QtBot, app: AppFixture, scripted: ScriptedServer) -> None:
    queue = queue_of(qtbot, app, scripted, Listing(scripted, due()))
    shown = queue_list(app)
    shown.setCurrentIndex(queue.model.index(0))
    shown.selectAll()
    clipboard = QApplication.clipboard()
    for name, text in (
        ("Copy ID", "\n".join(["2", "5", "4", "1", "3"])),
        ("Copy link", "\n".join(f"{scripted.url}/case/{each}" for each in (2, 5, 4, 1, 3))),
    ):
        shown.menu_wanted.emit(shown.mapToGlobal(shown.rect().center()))  # type: ignore[attr-defined]  # a QueueView
        menu = queue.findChildren(QMenu)[-1]
        next(each for each in menu.actions() if each.text() == name).trigger()
        menu.close()
        assert clipboard.text() == text
