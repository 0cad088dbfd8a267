"""Searching: every filter, pages as one scrolls, and a list that says when it may be out of date."""

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QDateEdit, QToolButton
from pytestqt.qtbot import QtBot

from caseeditor.demo.many import CAMPAIGN
from caseeditor.demo.server import DemoServer
from caseeditor.domain.address import Server
from caseeditor.domain.search import Filters
from caseeditor.ui.search_model import KEPT, PAGE, SearchModel
from caseeditor.ui.search_pane import SearchPane
from caseeditor.ui.workplace import Workplace
from tests.ui.parts import TIMING, Office, Watched, colleague, column, find, key, labels, line, opened, press, view
from tests.ui.scripted import ScriptedServer

FEW = Filters(order_by="id", order_dir="ASC")
MANY = Filters(campaign_id=str(CAMPAIGN), order_by="id", order_dir="ASC")


def searches(server: DemoServer) -> list[dict[str, str]]:
    return [dict(request.params) for request in server.requests if request.path == "/api/v2/case"]


def pane(office: Office) -> SearchPane:
    """Show the search."""
    office.window.search_cases()
    found = office.window.findChild(SearchPane)
    assert isinstance(found, SearchPane)
    return found


def found(qtbot: QtBot, office: Office, **filters: str) -> SearchPane:
    """Search as an agent does, and wait for the list."""
    shown = pane(office)
    for name, text in filters.items():
        line(name.replace("_", " "), shown).setText(text)
    press("Search", shown)
    qtbot.waitUntil(lambda: shown.model.as_of is not None)
    return shown


def scroll(qtbot: QtBot, shown: SearchPane, row: int) -> None:
    """Scroll to a row, and wait until its case is there."""
    cases = view("Cases found", shown)
    cases.scrollTo(shown.model.index(row), cases.ScrollHint.PositionAtTop)
    qtbot.waitUntil(lambda: shown.model.case(row) is not None)


@pytest.fixture
def model(workplace: Workplace) -> SearchModel:
    return SearchModel(workplace.background, TIMING, workplace)


@pytest.fixture
def scripted_model(qtbot: QtBot, workplace: Workplace, scripted: ScriptedServer) -> SearchModel:
    """Make a list of the scripted server, where somebody is signed in."""
    with qtbot.waitSignal(workplace.account.signed_in):
        workplace.account.sign_in(scripted.url, "token", keep=False)
    return SearchModel(workplace.background, TIMING, workplace)


def look(qtbot: QtBot, model: SearchModel, url: str, filters: Filters = FEW) -> Watched:
    """Search, and wait for the first answer; what is signalled is watched."""
    watched = Watched(model)  # Qt's tester looks at every row each time: no place for a hundred thousand
    with qtbot.waitSignal(model.arrived):
        model.search(Server(url), filters)
    return watched


def cases_of(numbers: range) -> list[dict[str, object]]:
    return [{"id": number, "subject": f"Pedido {number}"} for number in numbers]


def cut(given: dict[str, str], total: int, most: int = 1000) -> list[dict[str, object]]:
    """Return the page that is asked for."""
    index, count = int(given["index"]), min(int(given["count"]), most)
    return cases_of(range(index + 1, min(index + count, total) + 1))


# What is asked.


def test_nothing_is_searched_for_by_itself(qtbot: QtBot, office: Office, server: DemoServer) -> None:
    shown = pane(office)
    opened(qtbot, office, 203)
    assert searches(server) == []
    assert shown.model.as_of is None
    assert line("State", shown).isVisible()


def test_every_filter_is_sent_as_it_was_filled_in_and_no_empty_one(
    qtbot: QtBot, office: Office, server: DemoServer
) -> None:
    shown = pane(office)
    for name, text in (
        ("State", " Arrived "),
        ("Channel", "email"),
        ("With tag", "vip, nuevo"),
        ("Without tag", "spam"),
    ):
        line(name, shown).setText(text)
    line("Contact id", shown).setText("43")
    line("Campaign id", shown).setText("2")
    for name in ("Created since", "Updated since"):
        find(QCheckBox, name, shown).setChecked(True)
        find(QDateEdit, f"{name}: day", shown).setDate(find(QDateEdit, f"{name}: day", shown).date())
    order, direction = shown.findChildren(QComboBox)
    order.setCurrentIndex(order.findData("subject"))
    direction.setCurrentIndex(direction.findData("ASC"))
    key_day = find(QDateEdit, "Created since: day", shown).date().toString("yyyy-MM-dd")
    press("Search", shown)
    qtbot.waitUntil(lambda: shown.model.as_of is not None)
    (asked,) = searches(server)
    since = asked["created_since"]
    assert since.startswith(f"{key_day}T00:00:00")
    assert len(since) == len("2015-03-16T22:13:03-0300")
    assert asked == {
        "state": "Arrived",
        "source": "email",
        "with_tag": "vip, nuevo",
        "without_tag": "spam",
        "contact_id": "43",
        "campaign_id": "2",
        "created_since": since,
        "updated_since": since,
        "order_by": "subject",
        "order_dir": "ASC",
        "index": "0",
        "count": "50",
        "access_token": server.token,
    }
    press("Clear filters", reopened(shown))
    press("Search", shown)
    qtbot.waitUntil(lambda: len(searches(server)) == 2)
    assert searches(server)[1] == {
        "order_by": "update_date",
        "order_dir": "DESC",
        "index": "0",
        "count": "50",
        "access_token": server.token,
    }


def reopened(shown: SearchPane) -> SearchPane:
    """Unfold the filters again."""
    find(QToolButton, "Filters", shown).click()
    return shown


def test_enter_in_a_filter_searches(qtbot: QtBot, office: Office) -> None:
    shown = pane(office)
    line("Contact id", shown).setFocus()
    line("Contact id", shown).setText("43")
    key(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: column(shown.model) == ["203 Necesito ayuda !!!"])
    assert "Contact id: 43" in labels(shown)
    assert "1 case as of " in labels(shown)
    assert view("Cases found", shown).hasFocus()


def test_what_was_found_is_offered_for_the_next_search(qtbot: QtBot, office: Office) -> None:
    shown = found(qtbot, office, Contact_id="43")
    completer = line("State", reopened(shown)).completer()
    completer.setCompletionPrefix("arr")
    assert completer.currentCompletion() == "Arrived"
    tags = line("Without tag", shown).completer()
    tags.setCompletionPrefix("pa")
    assert tags.currentCompletion() == "spam"


def test_a_row_tells_state_time_channel_and_who(qtbot: QtBot, office: Office) -> None:
    shown = found(qtbot, office, Contact_id="43")
    told = shown.model.index(0).data(Qt.ItemDataRole.AccessibleDescriptionRole)
    assert told.split(" · ")[::2] == ["Arrived", "email"]
    assert told.endswith("Juan Perez")


# What goes wrong.


def test_a_search_that_the_server_refuses_says_so_in_its_words_beside_the_filters(qtbot: QtBot, office: Office) -> None:
    shown = pane(office)
    line("Contact id", shown).setText("Juan")
    press("Search", shown)
    qtbot.waitUntil(lambda: "contact_id must be a number" in labels(shown))
    assert line("Contact id", shown).text() == "Juan"
    assert "contact_id must be a number" in office.status
    line("Contact id", shown).setText("43")
    press("Search", shown)
    qtbot.waitUntil(lambda: shown.model.rowCount() == 1)
    assert "contact_id must be a number" not in labels(shown)


def test_a_refused_token_is_asked_for_and_the_search_goes_on(
    qtbot: QtBot, office: Office, scripted: ScriptedServer
) -> None:
    account = office.workplace.account
    with qtbot.waitSignal(account.signed_in):
        account.sign_in(scripted.url, "token", keep=False)
    scripted.users = {"new": "demo"}
    scripted.list_cases = lambda given: {"total": 1, "items": cut(given, 1)}
    shown = pane(office)
    with qtbot.waitSignal(account.sign_in_wanted):
        press("Search", shown)
    account.sign_in(scripted.url, "new", keep=False)
    qtbot.waitUntil(lambda: shown.model.rowCount() == 1)


def test_what_one_found_is_not_shown_to_another(qtbot: QtBot, office: Office, scripted: ScriptedServer) -> None:
    account = office.workplace.account
    scripted.users = {"anas": "ana", "beas": "bea"}
    scripted.list_cases = lambda given: {"total": 1, "items": cut(given, 1)}
    with qtbot.waitSignal(account.signed_in):
        account.sign_in(scripted.url, "anas", keep=False)
    shown = pane(office)
    press("Search", shown)
    qtbot.waitUntil(lambda: shown.model.rowCount() == 1)
    with qtbot.waitSignal(account.signed_in):
        account.sign_in(scripted.url, "beas", keep=False)
    assert shown.model.rowCount() == 0


# Pages.


def test_a_hundred_thousand_cases_are_paged_through_in_little_memory(qtbot: QtBot, office: Office) -> None:
    shown = found(qtbot, office, Campaign_id=str(CAMPAIGN))
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


def test_only_what_is_looked_at_is_fetched(qtbot: QtBot, office: Office, server: DemoServer) -> None:
    shown = found(qtbot, office, Campaign_id=str(CAMPAIGN))
    bar = view("Cases found", shown).verticalScrollBar()
    for step in range(1, 20):  # dragged past, without resting
        bar.setValue(bar.maximum() * step // 20)
    scroll(qtbot, shown, 70_000)
    assert {int(asked["index"]) for asked in searches(server)} <= {0, 69_950, 70_000, 70_050}


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


def test_nothing_found_is_said(qtbot: QtBot, office: Office) -> None:
    assert "No case is like this, as of " in labels(found(qtbot, office, State="Nowhere"))


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
    qtbot: QtBot, scripted_model: SearchModel, scripted: ScriptedServer
) -> None:
    def at_first(given: dict[str, str]) -> object:
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
    assert not scripted_model.is_looking
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


def test_a_case_that_is_submitted_changes_its_row_and_marks_the_list(qtbot: QtBot, office: Office) -> None:
    shown = found(qtbot, office, Contact_id="43")
    watched = Watched(shown.model)
    opened(qtbot, office, 203)
    line("Subject", office.window).setText("Otro")
    assert column(shown.model) == ["203 Necesito ayuda !!!"]
    press("Submit", office.window)
    qtbot.waitUntil(lambda: office.status.startswith("Submitted: stored at "))
    assert column(shown.model) == ["203 Otro"]
    assert (watched.changed, watched.resets, watched.removed) == ([0], 0, [])
    assert "Changed since: refresh." in labels(shown)
    press("Refresh list", shown)
    qtbot.waitUntil(lambda: "Changed since" not in labels(shown))


def test_refreshing_tells_of_no_row_that_is_as_it_was(qtbot: QtBot, model: SearchModel, server: DemoServer) -> None:
    ordinary = Filters(campaign_id="2", order_by="id", order_dir="ASC")
    watched = look(qtbot, model, server.url, ordinary)
    colleague(server, 203, subject="Otro")
    watched.forget()
    with qtbot.waitSignal(model.arrived):
        model.refresh()
    assert (watched.changed, watched.resets, watched.removed, watched.inserted) == ([0], 0, [], [])


def test_a_list_says_that_it_is_old(qtbot: QtBot, workplace: Workplace, server: DemoServer) -> None:
    model = SearchModel(workplace.background, msgspec.structs.replace(TIMING, list_fresh=0.01), workplace)
    look(qtbot, model, server.url)
    qtbot.waitUntil(lambda: model.is_old)


def test_a_search_that_is_cancelled_leaves_nothing_behind(qtbot: QtBot, model: SearchModel, server: DemoServer) -> None:
    model.search(Server(server.url), MANY)
    model.cancel()
    assert not model.is_looking
    look(qtbot, model, server.url, Filters(contact_id="43"))
    assert column(model) == ["203 Necesito ayuda !!!"]
