"""Search: every filter, rejected searches, and the account of a list."""

import time
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QDateEdit, QToolButton
from pytestqt.qtbot import QtBot

from caseeditor.demo.server import DemoServer
from caseeditor.domain.case.search import Filters
from caseeditor.domain.queue.paging import PAGE as QUEUE_PAGE
from caseeditor.ui.case_lists.row_delegate import LOOK
from caseeditor.ui.case_lists.search_panel import SearchPane
from caseeditor.ui.style.flat_parts import WRONG
from caseeditor.ui.widgets.fields.field_reason import FieldReason
from tests.ui.parts import AppFixture, column, do_posted, find, is_there, key, labels, line, opened, press, typed, view
from tests.ui.scripted_server import ScriptedServer

TOO_LONG = "1" * 20
"""An id with more digits than the server reads."""


def searches(server: DemoServer) -> list[dict[str, str]]:
    """Return the parameters of the searches; the queue requests larger pages."""
    asked = [dict(request.params) for request in server.requests if request.path == "/api/v2/case"]
    return [params for params in asked if params["count"] != str(QUEUE_PAGE)]


def pane(app: AppFixture) -> SearchPane:
    """Show the search."""
    app.window.panes.search_cases()
    found = app.window.findChild(SearchPane)
    assert isinstance(found, SearchPane)
    return found


def found(qtbot: QtBot, app: AppFixture, **filters: str) -> SearchPane:
    """Search as an agent does, and wait for the list."""
    shown = pane(app)
    for name, text in filters.items():
        line(name.replace("_", " "), shown).setText(text)
    press("Search", shown)
    qtbot.waitUntil(lambda: shown.model.as_of is not None)
    return shown


def cases_of(numbers: range) -> list[dict[str, object]]:
    return [{"id": number, "subject": f"Pedido {number}"} for number in numbers]


def cut(given: dict[str, str], total: int, most: int = 1000) -> list[dict[str, object]]:
    """Return the cases of the requested page."""
    index, count = int(given["index"]), min(int(given["count"]), most)
    return cases_of(range(index + 1, min(index + count, total) + 1))


# The request.


def test_nothing_is_searched_for_by_itself(qtbot: QtBot, app: AppFixture, server: DemoServer) -> None:
    shown = pane(app)
    opened(qtbot, app, 203)
    assert searches(server) == []
    assert shown.model.as_of is None
    assert line("State", shown).isVisible()


def test_every_filter_is_sent_as_it_was_filled_in_and_no_empty_one(
    qtbot: QtBot, app: AppFixture, server: DemoServer
) -> None:
    shown = pane(app)
    for name, text in (
        ("State", " Arrived "),
        ("Channel", "email"),
        ("Has tag", "vip, nuevo"),
        ("Doesn't have tag", "spam"),
    ):
        line(name, shown).setText(text)
    line("Contact ID", shown).setText("43")
    line("Campaign ID", shown).setText("2")
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
    """Expand the filters again."""
    find(QToolButton, "Filters", shown).click()
    return shown


def test_enter_in_a_filter_searches(qtbot: QtBot, app: AppFixture) -> None:
    shown = pane(app)
    line("Contact ID", shown).setFocus()
    line("Contact ID", shown).setText("43")
    key(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: column(shown.model) == ["203 Necesito ayuda !!!"])
    assert "Contact ID: 43" in labels(shown)
    assert "1 case as of " in labels(shown)
    assert view("Cases found", shown).hasFocus()


def test_an_id_with_something_unseen_around_it_is_searched_for_without(
    qtbot: QtBot, app: AppFixture, server: DemoServer
) -> None:
    shown = pane(app)
    line("Contact ID", shown).setText("\u200b#43,\u00a0")
    line("Campaign ID", shown).setText("\u202a2\u202c")
    press("Search", shown)
    qtbot.waitUntil(lambda: len(searches(server)) == 1)
    assert (searches(server)[0]["contact_id"], searches(server)[0]["campaign_id"]) == ("43", "2")


def test_what_was_found_is_offered_for_the_next_search(qtbot: QtBot, app: AppFixture) -> None:
    shown = found(qtbot, app, Contact_ID="43")
    completer = line("State", reopened(shown)).completer()
    completer.setCompletionPrefix("arr")
    assert completer.currentCompletion() == "Arrived"
    tags = line("Doesn't have tag", shown).completer()
    tags.setCompletionPrefix("pa")
    assert tags.currentCompletion() == "spam"


def test_a_row_tells_state_time_channel_and_who(qtbot: QtBot, app: AppFixture) -> None:
    shown = found(qtbot, app, Contact_ID="43")
    told = shown.model.index(0).data(Qt.ItemDataRole.AccessibleDescriptionRole)
    assert told.split(" · ")[::2] == ["Arrived", "email"]
    assert told.endswith("Juan Perez")


def test_a_row_shows_contact_and_subject_as_in_the_queue(qtbot: QtBot, app: AppFixture) -> None:
    shown = found(qtbot, app, Contact_ID="43")
    look = shown.model.index(0).data(LOOK)
    assert (look.contact, look.subject, look.state, look.is_closed) == (
        "Juan Perez",
        "Necesito ayuda !!!",
        "Arrived",
        False,
    )
    assert look.age


def test_a_case_without_contact_shows_its_id(qtbot: QtBot, app: AppFixture, scripted: ScriptedServer) -> None:
    account = app.workspace.account
    scripted.list_cases = lambda given: {"total": 1, "items": cut(given, 1)}
    with qtbot.waitSignal(account.signed_in):
        account.sign_in(scripted.url, "token", keep=False)
    look = found(qtbot, app).model.index(0).data(LOOK)
    assert (look.contact, look.subject, look.age, look.state) == ("#1", "Pedido 1", "", "")


# Failures.


@pytest.mark.parametrize("name", ["Contact ID", "Campaign ID"])
def test_a_filter_that_is_no_id_is_told_at_its_field_and_not_sent(
    qtbot: QtBot, app: AppFixture, server: DemoServer, name: str
) -> None:
    shown = pane(app)
    entry = line(name, shown)
    entry.setText("Juan")
    press("Search", shown)
    do_posted()
    words = f"{name} is a number."
    [reason] = [each for each in shown.findChildren(FieldReason) if each.isVisible()]
    assert (reason.text(), entry.accessibleDescription(), app.status) == (f"⚠ {words}", words, words)
    assert reason.mapTo(shown, QPoint()).y() >= entry.mapTo(shown, QPoint(0, entry.height())).y()
    assert (entry.hasFocus(), bool(entry.property(WRONG))) == (True, True)
    press("Save as queue…", shown)
    assert QApplication.activeModalWidget() is None
    typed("4")
    assert (reason.isVisible(), bool(entry.property(WRONG)), entry.accessibleDescription()) == (False, False, "")
    assert not is_there("Find contact “Juan”", shown)
    assert searches(server) == []
    press("Search", shown)
    qtbot.waitUntil(lambda: len(searches(server)) == 1)


def test_a_name_instead_of_an_id_leads_to_the_contacts(qtbot: QtBot, app: AppFixture) -> None:
    shown = pane(app)
    line("Contact ID", shown).setText(" Juan ")
    press("Search", shown)
    press("Find contact “Juan”", shown)
    top = line("Case id or link", app.window)
    assert (top.text(), top.hasFocus()) == ("Juan", True)
    qtbot.waitUntil(lambda: any("Juan" in each and "Contact" in each for each in offered(app)))


def offered(app: AppFixture) -> list[str]:
    """Return the offers below the field at the top."""
    return column(view("Open or search", app.window).model())


def test_a_search_that_the_server_refuses_says_so_in_its_words_beside_the_filters(
    qtbot: QtBot, app: AppFixture
) -> None:
    shown = pane(app)
    line("Contact ID", shown).setText(TOO_LONG)
    press("Search", shown)
    qtbot.waitUntil(lambda: "contact_id must be a number" in labels(shown))
    assert line("Contact ID", shown).text() == TOO_LONG
    assert "contact_id must be a number" in app.status
    line("Contact ID", shown).setText("43")
    press("Search", shown)
    qtbot.waitUntil(lambda: shown.model.rowCount() == 1)
    assert "contact_id must be a number" not in labels(shown)


def test_a_refused_token_is_asked_for_and_the_search_goes_on(
    qtbot: QtBot, app: AppFixture, scripted: ScriptedServer
) -> None:
    account = app.workspace.account
    with qtbot.waitSignal(account.signed_in):
        account.sign_in(scripted.url, "token", keep=False)
    scripted.users = {"new": "demo"}
    scripted.list_cases = lambda given: {"total": 1, "items": cut(given, 1)}
    shown = pane(app)
    with qtbot.waitSignal(account.sign_in_wanted):
        press("Search", shown)
    account.sign_in(scripted.url, "new", keep=False)
    qtbot.waitUntil(lambda: shown.model.rowCount() == 1)


def test_what_one_found_is_not_shown_to_another(qtbot: QtBot, app: AppFixture, scripted: ScriptedServer) -> None:
    account = app.workspace.account
    scripted.users = {"anas": "ana", "beas": "bea"}
    scripted.list_cases = lambda given: {"total": 1, "items": cut(given, 1)}
    with qtbot.waitSignal(account.signed_in):
        account.sign_in(scripted.url, "anas", keep=False)
    shown = pane(app)
    press("Search", shown)
    qtbot.waitUntil(lambda: shown.model.rowCount() == 1)
    with qtbot.waitSignal(account.signed_in):
        account.sign_in(scripted.url, "beas", keep=False)
    assert shown.model.rowCount() == 0


def test_what_one_looks_for_is_not_found_for_another(qtbot: QtBot, app: AppFixture, scripted: ScriptedServer) -> None:
    account = app.workspace.account
    scripted.users = {"anas": "ana", "beas": "bea"}
    scripted.list_cases = lambda given: {"total": 1, "items": cut(given, 1)}
    with qtbot.waitSignal(account.signed_in):
        account.sign_in(scripted.url, "anas", keep=False)
    shown = pane(app)
    state = line("State", shown)
    state.setText("ana's")
    press("Search", shown)
    assert shown.model.is_looking
    account.user_known.emit(account.server, "bea")
    assert (shown.model.is_looking, shown.model.server, state.text()) == (False, None, "")


@pytest.fixture
def berlin(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Set the computer's zone to one whose offset had seconds until 1893."""
    with monkeypatch.context() as here:
        here.setenv("TZ", "Europe/Berlin")
        time.tzset()
        yield
    time.tzset()


@pytest.mark.linux_only("the zone is set by TZ")
@pytest.mark.usefixtures("berlin")
@pytest.mark.parametrize(
    ("day", "since"),
    [
        (QDate(1752, 9, 14), "1752-09-14T00:00:00+0200"),
        (QDate(1970, 1, 1), "1970-01-01T00:00:00+0100"),
        (QDate(9999, 12, 31), "9999-12-31T00:00:00+0100"),
    ],
)
def test_a_day_of_any_age_is_searched_from(
    qtbot: QtBot, app: AppFixture, server: DemoServer, day: QDate, since: str
) -> None:
    shown = pane(app)
    find(QCheckBox, "Created since", shown).setChecked(True)
    find(QDateEdit, "Created since: day", shown).setDate(day)
    press("Search", shown)
    qtbot.waitUntil(lambda: shown.model.as_of is not None)
    assert [asked["created_since"] for asked in searches(server)] == [since]


def test_filters_that_others_replaced_come_back(app: AppFixture) -> None:
    shown = pane(app)
    line("Has tag", shown).setText("vip")
    app.window.panes.search_cases()
    assert not is_there("Back to former filters", shown)
    app.window.panes.lists.begin_search(Filters(state="Arrived\nClosed"))
    assert (line("Has tag", shown).text(), line("State", shown).text()) == ("", "Arrived, Closed")
    press("Back to former filters", shown)
    assert (line("Has tag", shown).text(), line("State", shown).text()) == ("vip", "")
    press("Back to former filters", shown)
    assert line("State", shown).text() == "Arrived, Closed"
    press("Clear filters", shown)
    assert not is_there("Back to former filters", shown)
