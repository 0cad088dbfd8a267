"""Pages of a search: fetched on scrolling, few kept in memory, and a notice if the list has changed."""

import msgspec
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from caseeditor.demo.bulk_cases import CAMPAIGN
from caseeditor.demo.server import DemoServer
from caseeditor.domain.case.reference import Server
from caseeditor.domain.case.search import Filters
from caseeditor.ui.case_lists.search_model import KEPT, PAGE, SearchModel
from caseeditor.ui.case_lists.search_panel import SearchPane
from caseeditor.ui.state.workspace import Workspace
from tests.ui.case_lists.test_search import cases_of, cut, found, searches
from tests.ui.parts import TIMING, AppFixture, Watched, colleague, column, key, labels, line, opened, press, typed, view
from tests.ui.scripted_server import ScriptedServer

FEW = Filters(order_by="id", order_dir="ASC")
MANY = Filters(campaign_id=str(CAMPAIGN), order_by="id", order_dir="ASC")


def many_found(qtbot: QtBot, app: AppFixture) -> SearchPane:
    """Search for a hundred thousand cases, and wait until the list can be scrolled."""
    shown = found(qtbot, app, Campaign_ID=str(CAMPAIGN))
    qtbot.waitUntil(lambda: view("Cases found", shown).verticalScrollBar().maximum() > 0)
    return shown


def scroll(qtbot: QtBot, shown: SearchPane, row: int) -> None:
    """Scroll to a row, and wait until its case is loaded."""
    cases = view("Cases found", shown)
    cases.scrollTo(shown.model.index(row), cases.ScrollHint.PositionAtTop)
    qtbot.waitUntil(lambda: shown.model.case(row) is not None)


@pytest.fixture
def model(workspace: Workspace) -> SearchModel:
    return SearchModel(workspace.worker, TIMING, workspace)


@pytest.fixture
def scripted_model(qtbot: QtBot, workspace: Workspace, scripted: ScriptedServer) -> SearchModel:
    """Create a list of the scripted server's cases, signed in."""
    with qtbot.waitSignal(workspace.account.signed_in):
        workspace.account.sign_in(scripted.url, "token", keep=False)
    return SearchModel(workspace.worker, TIMING, workspace)


def look(qtbot: QtBot, model: SearchModel, url: str, filters: Filters = FEW) -> Watched:
    """Search and wait for the first response, recording the model's signals."""
    watched = Watched(model)  # Qt's tester reads every row each time: too slow for a hundred thousand
    with qtbot.waitSignal(model.arrived):  # the largest responses take seconds
        model.search(Server(url), filters)
    return watched


# Pages.


def test_a_hundred_thousand_cases_are_paged_through_in_little_memory(qtbot: QtBot, app: AppFixture) -> None:
    shown = many_found(qtbot, app)
    resets: list[None] = []
    shown.model.modelReset.connect(lambda: resets.append(None))
    assert shown.model.rowCount() == 100_000
    most = 0
    for row in (*range(0, 100_000, 9_973), 99_999, 0):
        scroll(qtbot, shown, row)
        most = max(most, shown.model.kept)
    assert most <= (2 * KEPT + 3) * PAGE
    assert resets == []
    case = shown.model.case(0)
    assert case is not None
    assert case.case_id == "1099999"
    assert shown.model.index(50_000).data() == "…"


def test_only_what_is_looked_at_is_fetched(qtbot: QtBot, app: AppFixture, server: DemoServer) -> None:
    shown = many_found(qtbot, app)
    bar = view("Cases found", shown).verticalScrollBar()
    for step in range(1, 20):  # dragged past, without resting
        bar.setValue(bar.maximum() * step // 20)
    scroll(qtbot, shown, 70_000)
    assert {int(asked["index"]) for asked in searches(server)} <= {0, 69_950, 70_000, 70_050}


@pytest.mark.parametrize("goes_on", [False, True])
def test_a_line_that_is_still_to_come_opens_unless_one_types_on(qtbot: QtBot, app: AppFixture, goes_on: bool) -> None:
    shown = many_found(qtbot, app)
    cases = view("Cases found", shown)
    cases.setFocus()
    cases.setCurrentIndex(shown.model.index(70_000))
    key(Qt.Key.Key_Return)
    assert shown.model.case(70_000) is None
    if goes_on:
        line("Case id or link", app.window).setFocus()
        typed("2")
    qtbot.waitUntil(lambda: shown.model.case(70_000) is not None)
    assert len(app.tabs) == (0 if goes_on else 1)


def test_pages_that_are_scrolled_back_to_come_again(qtbot: QtBot, model: SearchModel, server: DemoServer) -> None:
    with qtbot.waitSignal(model.arrived):
        model.search(Server(server.url), MANY)
    for row in (50_000, 0):
        with qtbot.waitSignal(model.arrived):
            model.look_at(row, row + 10)
        case = model.case(row)
        assert case
        assert case.case_id == str(1_000_000 + row)
    assert [int(asked["index"]) for asked in searches(server)] == [0, 50_000, 0]


def test_a_server_that_gives_fewer_a_page_is_followed(
    qtbot: QtBot, scripted_model: SearchModel, scripted: ScriptedServer
) -> None:
    scripted.list_cases = lambda given: {"total": 45, "items": cut(given, 45, most=20)}
    look(qtbot, scripted_model, scripted.url)
    with qtbot.waitSignals([scripted_model.arrived] * 2):
        scripted_model.look_at(0, 44)
    assert column(scripted_model) == [f"{number} Pedido {number}" for number in range(1, 46)]


def test_a_bare_list_is_followed_to_its_end(
    qtbot: QtBot, scripted_model: SearchModel, scripted: ScriptedServer
) -> None:
    scripted.list_cases = lambda given: cut(given, 70)
    watched = look(qtbot, scripted_model, scripted.url)
    assert (scripted_model.rowCount(), scripted_model.has_all) == (51, False)
    with qtbot.waitSignal(scripted_model.arrived):
        scripted_model.look_at(40, 50)
    assert (scripted_model.rowCount(), scripted_model.has_all) == (70, True)
    assert watched.removed == []


def test_a_bare_list_that_ends_with_a_page_loses_its_last_row(
    qtbot: QtBot, scripted_model: SearchModel, scripted: ScriptedServer
) -> None:
    scripted.list_cases = lambda given: cut(given, 50)
    watched = look(qtbot, scripted_model, scripted.url)
    with qtbot.waitSignal(scripted_model.arrived):
        scripted_model.look_at(40, 50)
    assert (scripted_model.rowCount(), scripted_model.has_all) == (50, True)
    assert (watched.removed, watched.resets) == ([50], 0)


@pytest.mark.parametrize("count", [50, 120])
def test_a_server_that_knows_no_pages_shows_each_case_once(
    qtbot: QtBot, scripted_model: SearchModel, scripted: ScriptedServer, count: int
) -> None:
    scripted.list_cases = lambda _: cases_of(range(1, count + 1))
    look(qtbot, scripted_model, scripted.url)
    with qtbot.waitSignal(scripted_model.arrived):
        scripted_model.look_at(count - 10, count)
    assert scripted_model.rowCount() == count
    assert len(set(column(scripted_model))) == count


def test_a_single_case_is_a_list_of_one(qtbot: QtBot, scripted_model: SearchModel, scripted: ScriptedServer) -> None:
    look(qtbot, scripted_model, scripted.url)
    assert column(scripted_model) == ["7 Pedido"]


def test_nothing_found_is_said(qtbot: QtBot, app: AppFixture) -> None:
    assert "No matching cases." in labels(found(qtbot, app, State="Nowhere"))


def test_cases_too_large_for_one_answer_come_in_smaller_ones(
    qtbot: QtBot, scripted_model: SearchModel, scripted: ScriptedServer
) -> None:
    def large(given: dict[str, str]) -> object:
        filler = "x" * (17 * 1024 * 1024) if int(given["count"]) > 10 else ""
        return {"total": 40, "items": cut(given, 40), "filler": filler}

    scripted.list_cases = large
    look(qtbot, scripted_model, scripted.url)
    assert column(scripted_model) == [f"{number} Pedido {number}" for number in range(1, 41)]


def test_a_page_that_fails_is_told_and_comes_when_it_is_refreshed(
    qtbot: QtBot, workspace: Workspace, scripted_model: SearchModel, scripted: ScriptedServer
) -> None:
    asked: list[str] = []

    def at_first(given: dict[str, str]) -> object:
        asked.append(given["index"])
        if given["index"] != "0":
            raise LookupError("no more today")
        return {"total": 60, "items": cut(given, 60)}

    scripted.list_cases = at_first
    look(qtbot, scripted_model, scripted.url)
    with qtbot.waitSignal(scripted_model.failed) as failed:
        scripted_model.look_at(45, 59)
    assert failed.args
    assert failed.args[0].words == "no more today"
    scripted_model.look_at(45, 59)
    look(qtbot, SearchModel(workspace.worker, TIMING, workspace), scripted.url)
    assert asked == ["0", "50", "0"]
    scripted.list_cases = lambda given: {"total": 60, "items": cut(given, 60)}
    with qtbot.waitSignals([scripted_model.arrived] * 2):
        scripted_model.refresh()
    assert column(scripted_model)[-1] == "60 Pedido 60"


# A list that changes.


def test_a_list_that_changes_while_one_scrolls_is_marked(
    qtbot: QtBot, scripted_model: SearchModel, scripted: ScriptedServer
) -> None:
    scripted.list_cases = lambda given: {"total": 200, "items": cut(given, 200)}
    watched = look(qtbot, scripted_model, scripted.url)
    scripted.list_cases = lambda given: {"total": 203, "items": cut(given, 203)}
    with qtbot.waitSignal(scripted_model.arrived):
        scripted_model.look_at(60, 70)
    assert scripted_model.is_stale
    assert (scripted_model.rowCount(), watched.inserted[-3:], watched.resets) == (203, [200, 201, 202], 0)
    with qtbot.waitSignal(scripted_model.arrived):
        scripted_model.refresh()
    assert not scripted_model.is_stale


def test_a_case_that_moved_to_another_page_marks_the_list(
    qtbot: QtBot, scripted_model: SearchModel, scripted: ScriptedServer
) -> None:
    scripted.list_cases = lambda given: {"total": 200, "items": cut(given, 200)}
    look(qtbot, scripted_model, scripted.url)
    shifted = {"total": 200, "items": cases_of(range(50, 100))}
    scripted.list_cases = lambda _: shifted
    with qtbot.waitSignal(scripted_model.arrived):
        scripted_model.look_at(60, 70)
    assert scripted_model.is_stale


def test_a_case_that_is_submitted_changes_its_row_and_marks_the_list(qtbot: QtBot, app: AppFixture) -> None:
    shown = found(qtbot, app, Contact_ID="43")
    watched = Watched(shown.model)
    opened(qtbot, app, 203)
    line("Subject", app.window).setText("Otro")
    assert column(shown.model) == ["203 Necesito ayuda !!!"]
    press("Submit", app.window)
    qtbot.waitUntil(lambda: app.status.startswith("Submitted: stored at "))
    assert column(shown.model) == ["203 Otro"]
    assert (watched.changed, watched.resets, watched.removed) == ([0], 0, [])
    assert "List has changed · Refresh" in labels(shown)
    press("Refresh list", shown)
    qtbot.waitUntil(lambda: "List has changed" not in labels(shown))


def test_refreshing_tells_of_no_row_that_is_as_it_was(qtbot: QtBot, model: SearchModel, server: DemoServer) -> None:
    watched = look(qtbot, model, server.url)
    colleague(server, 203, subject="Otro")
    watched.forget()
    with qtbot.waitSignal(model.arrived):
        model.refresh()
    assert (watched.changed, watched.resets, watched.removed, watched.inserted) == ([model.row_of("203")], 0, [], [])


def test_a_list_says_that_it_is_old(qtbot: QtBot, workspace: Workspace, server: DemoServer) -> None:
    model = SearchModel(workspace.worker, msgspec.structs.replace(TIMING, list_fresh=0.01), workspace)
    look(qtbot, model, server.url)
    qtbot.waitUntil(lambda: model.is_old)


def test_a_search_that_is_cancelled_leaves_nothing_behind(qtbot: QtBot, model: SearchModel, server: DemoServer) -> None:
    model.search(Server(server.url), MANY)
    model.cancel()
    assert not model.is_looking
    look(qtbot, model, server.url, Filters(contact_id="43"))
    assert column(model) == ["203 Necesito ayuda !!!"]
