"""The field at the top: offers for ids and words, contacts, searches on the server, and the focus."""

import threading

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QListView, QPushButton
from pytestqt.qtbot import QtBot

from caseeditor.demo.server import DemoServer
from caseeditor.domain.backend import BackendInterface
from caseeditor.domain.case.reference import Server
from caseeditor.runtime.worker import call
from caseeditor.ui.case_lists.search_panel import SearchPane
from caseeditor.ui.main_window.main_window import MainWindow
from tests.support.http_stub import Held, answer
from tests.support.raw_http_server import Line
from tests.ui.account.test_accounts import become
from tests.ui.case_lists.test_search import searches
from tests.ui.parts import AppFixture, column, do_posted, focused, key, labels, line, typed
from tests.ui.queue.listing import Listing, case, pane
from tests.ui.scripted_server import ScriptedServer

OFFERS = "Open or search"
Key = Qt.Key
NAMES = [
    "Ana Pérez",
    "<b>Ana</b> &amp; Co",
    "Ana \u202e\u05d0\u05e0\u05d4",
    "أنا Ana",
    "安娜 Ana",
]


def entry(app: AppFixture) -> QLineEdit:
    return line("Case id or link", app.window)


def offers(app: AppFixture) -> list[str]:
    """Return the offers shown; none if the list is hidden."""
    do_posted()
    found = [each for each in app.window.findChildren(QListView) if each.accessibleName() == OFFERS]
    shown = [each for each in found if each.isVisible()]
    return column(shown[0].model()) if shown else []


def offer_list(app: AppFixture) -> QListView:
    [found] = [each for each in app.window.findChildren(QListView) if each.accessibleName() == OFFERS]
    return found


def is_button_shown(app: AppFixture) -> bool:
    return any(each.isVisible() and each.text() == "Open case" for each in app.window.findChildren(QPushButton))


def type_in(app: AppFixture, text: str) -> None:
    entry(app).setFocus()
    typed(text)


class Contacts:
    """The contacts of a scripted server; `asked` records the names searched for."""

    def __init__(self, server: ScriptedServer, *contacts: dict[str, object]) -> None:
        self.server = server
        self.items: list[object] = list(contacts)
        server.replies["contact"] = self._reply

    def _reply(self, line: Line) -> None:
        answer({"success": True, "items": self.items})(line)

    @property
    def asked(self) -> int:
        return self.server.heard.count("GET contact")


def contact(id_: int, name: object, **fields: object) -> dict[str, object]:
    return {"id": id_, "name": name, **fields}


@pytest.fixture
def listing(qtbot: QtBot, app: AppFixture, scripted: ScriptedServer) -> Listing:
    """Sign in at the scripted server, and wait for its queue."""
    made = Listing(scripted, [case(1, subject="Garantía"), case(2, contact={"name": "Zoë"})])
    become(qtbot, app, scripted, "demo")
    qtbot.waitUntil(lambda: bool(made.asked))
    pane(qtbot, app)
    return made


# Ids and links.


@pytest.mark.parametrize("text", ["203", "#203", "https://example.org/case/203", " 203 ", "caseeditor:203"])
def test_an_id_is_offered_and_has_a_button(app: AppFixture, text: str) -> None:
    assert not is_button_shown(app)
    type_in(app, text)
    assert offers(app) == ["Open case 203"]
    assert is_button_shown(app)
    [button] = [each for each in app.window.findChildren(QAbstractButton) if each.text() == "Open case"]
    interface = QAccessible.queryAccessibleInterface(button)
    assert interface.role() == QAccessible.Role.Button
    key(Key.Key_Escape)
    assert (offers(app), is_button_shown(app), entry(app).text()) == ([], False, "")


def test_enter_on_an_id_opens_it_and_the_focus_is_in_subject(qtbot: QtBot, app: AppFixture) -> None:
    type_in(app, "203")
    key(Key.Key_Return)
    assert (offers(app), entry(app).text()) == ([], "")
    qtbot.waitUntil(lambda: app.status == "Case 203 opened")
    assert line("Subject", app.window).hasFocus()


def test_a_click_on_the_button_leaves_the_focus_to_the_case(qtbot: QtBot, app: AppFixture) -> None:
    type_in(app, "203")
    [button] = [each for each in app.window.findChildren(QPushButton) if each.text() == "Open case"]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert entry(app).hasFocus()
    qtbot.waitUntil(lambda: app.status == "Case 203 opened")
    qtbot.waitUntil(line("Subject", app.window).hasFocus)


def test_several_ids_are_one_offer_and_open_all(qtbot: QtBot, app: AppFixture) -> None:
    type_in(app, "203, 210")
    assert offers(app) == ["Open 2 cases"]
    QTest.mouseClick(offer_list(app).viewport(), Qt.MouseButton.LeftButton, pos=QPoint(20, 8))
    qtbot.waitUntil(lambda: app.tabs == ["203", "210"])
    assert entry(app).text() == ""


def test_a_link_of_another_host_is_offered_with_its_host(app: AppFixture) -> None:
    type_in(app, "https://example.org/case/203")
    assert entry(app).accessibleDescription() == "Open case 203, example.org"


# Words.


def test_words_have_no_button_and_are_searched_on_the_server_as_a_tag(qtbot: QtBot, app: AppFixture) -> None:
    type_in(app, "factura x")
    assert not is_button_shown(app)
    qtbot.waitUntil(lambda: offers(app) == ["Search the server: Has tag: factura x"])
    key(Key.Key_Return)
    assert (offers(app), entry(app).text()) == ([], "")
    qtbot.waitUntil(lambda: "Has tag: factura x" in labels(app.window))


def test_values_seen_on_the_server_become_filters(qtbot: QtBot, app: AppFixture, server: DemoServer) -> None:
    pane(qtbot, app)
    type_in(app, "EMAIL arrived Spam")
    qtbot.waitUntil(lambda: offers(app)[:1] == ["Search the server: State: Arrived · Channel: email · Has tag: spam"])
    key(Key.Key_Return)
    qtbot.waitUntil(lambda: bool(searches(server)))
    asked = searches(server)[0]
    assert (asked["state"], asked["source"], asked["with_tag"]) == ("Arrived", "email", "spam")


def test_a_contact_leads_to_the_cases(qtbot: QtBot, app: AppFixture) -> None:
    type_in(app, "juan perez")
    qtbot.waitUntil(lambda: offers(app)[:1] == ["Contact “Juan Perez” → cases"])
    assert entry(app).accessibleDescription() == "Contact “Juan Perez” → cases, 4234534625"
    key(Key.Key_Return)
    search = app.window.findChild(SearchPane)
    assert isinstance(search, SearchPane)
    qtbot.waitUntil(lambda: column(search.model) == ["203 Necesito ayuda !!!"])
    assert focused().accessibleName() == "Cases found"
    assert "Contact ID: 43" in labels(search)


def test_enter_before_the_contacts_came_waits_for_them(
    qtbot: QtBot, app: AppFixture, listing: Listing, scripted: ScriptedServer
) -> None:
    held = Held(answer({"items": [contact(43, "Juan")]}))
    scripted.replies["contact"] = held
    type_in(app, "juan")
    assert offers(app) == ["Looking for contacts…", "Search the server: Has tag: juan"]
    key(Key.Key_Return)
    qtbot.waitUntil(lambda: scripted.heard.count("GET contact") == 1)
    assert entry(app).text() == "juan"
    held.let_go()
    qtbot.waitUntil(lambda: any(each.get("contact_id") == "43" for each in listing.asked))
    assert entry(app).text() == ""


def test_typing_on_cancels_the_wait(qtbot: QtBot, app: AppFixture, listing: Listing, scripted: ScriptedServer) -> None:
    held = Held(answer({"items": [contact(1, "An")]}))
    scripted.replies["contact"] = held
    type_in(app, "an")
    key(Key.Key_Return)
    qtbot.waitUntil(lambda: scripted.heard.count("GET contact") == 1)
    Contacts(scripted, contact(1, "Ana"), contact(2, "Anahí"))
    typed("a")
    held.let_go()
    qtbot.waitUntil(lambda: "Contact “Ana” → cases" in offers(app))
    assert entry(app).text() == "ana"
    assert len([each for each in listing.asked if "contact_id" in each]) == 0


def test_another_account_cancels_the_wait(
    qtbot: QtBot, app: AppFixture, listing: Listing, scripted: ScriptedServer
) -> None:
    scripted.users = {"demos": "demo", "beas": "bea"}
    held = Held(answer({"items": [contact(1, "Ana")]}))
    scripted.replies["contact"] = held
    type_in(app, "ana")
    key(Key.Key_Return)
    qtbot.waitUntil(lambda: scripted.heard.count("GET contact") == 1)
    become(qtbot, app, scripted, "bea")
    held.let_go()
    pane(qtbot, app).refresh()
    qtbot.waitUntil(lambda: pane(qtbot, app).loader.failure is None and pane(qtbot, app).model.rowCount() > 0)
    assert offers(app) == []
    assert entry(app).text() == "ana"
    assert [each for each in listing.asked if "with_tag" in each or "contact_id" in each] == []


def test_up_and_down_move_and_a_late_answer_leaves_the_choice(
    qtbot: QtBot, app: AppFixture, listing: Listing, scripted: ScriptedServer
) -> None:
    Contacts(scripted, contact(1, "Ana"), contact(2, "Ana B"))
    type_in(app, "ana")
    key(Key.Key_Down)
    assert entry(app).accessibleDescription() == "Search the server: Has tag: ana"
    qtbot.waitUntil(lambda: len(offers(app)) == 3)
    assert entry(app).accessibleDescription() == "Search the server: Has tag: ana"
    key(Key.Key_Up)
    assert entry(app).accessibleDescription() == "Contact “Ana B” → cases, 2"
    for _ in range(5):
        key(Key.Key_Up)
    assert entry(app).accessibleDescription() == "Contact “Ana” → cases, 1"
    assert entry(app).hasFocus()
    key(Key.Key_Return)
    qtbot.waitUntil(lambda: any(each.get("contact_id") == "1" for each in listing.asked))


def test_an_older_answer_never_replaces_a_newer_one(
    qtbot: QtBot, app: AppFixture, listing: Listing, scripted: ScriptedServer
) -> None:
    sent = threading.Event()

    def reply(line: Line) -> None:
        answer({"items": [contact(1, "Ana and Bea, old")]})(line)
        sent.set()

    held = Held(reply)
    scripted.replies["contact"] = held
    type_in(app, "ana")
    qtbot.waitUntil(lambda: scripted.heard.count("GET contact") == 1)
    Contacts(scripted, contact(2, "Ana and Bea"))
    typed(" bea")
    qtbot.waitUntil(lambda: "Contact “Ana and Bea” → cases" in offers(app))
    held.let_go()
    assert sent.wait(60)
    later: list[object] = []  # an answer that comes after the held one
    search = call(BackendInterface.find_contacts, Server(scripted.url), "ana")
    app.workspace.worker.run(search, later.append, owner=app)
    qtbot.waitUntil(lambda: bool(later))
    assert offers(app) == ["Contact “Ana and Bea” → cases", "Search the server: Has tag: ana bea"]
    assert listing.asked


@pytest.mark.parametrize("name", NAMES)
def test_names_are_shown_as_they_are_in_every_script(
    qtbot: QtBot, app: AppFixture, listing: Listing, scripted: ScriptedServer, name: str
) -> None:
    Contacts(scripted, contact(7, name))
    type_in(app, "ana")
    qtbot.waitUntil(lambda: len(offers(app)) == 2 and "Looking" not in offers(app)[0])
    shown = offers(app)[0]
    assert name in shown or name == NAMES[3]
    assert shown.count("\u2068") == shown.count("\u2069")
    assert shown.startswith("Contact “")
    assert shown.endswith("” → cases")
    assert listing.asked


def test_odd_contacts_are_left_out(qtbot: QtBot, app: AppFixture, listing: Listing, scripted: ScriptedServer) -> None:
    odd: list[object] = [
        contact(1, {"first": "Ana"}), contact(2, None), {"name": "Ana"}, {"id": "x", "name": "Ana"}, "Ana", 7, None,
        contact(3, "Zoë"),  # the server ignores the name
        {"id": 4.0, "first_name": "Ana", "last_name": "Sol"}, contact(5, 12), contact(6, "Ana\nPaz" + "a" * 5000),
    ]  # fmt: skip
    Contacts(scripted).items = odd
    type_in(app, "ana")
    qtbot.waitUntil(lambda: len(offers(app)) == 3)
    assert offers(app)[0] == "Contact “Ana Sol” → cases"
    assert offers(app)[1].startswith("Contact “Ana Pazaaa")
    assert len(offers(app)[1]) < 100
    assert listing.asked


@pytest.mark.parametrize(
    ("status", "words", "times"),
    [(b"404 Not Found", "rejected the request", 1), (b"500 Oops", "has a problem (error 500)", 2)],
)
def test_a_failure_is_told_in_status_once(  # noqa: PLR0913, PLR0917 - fixtures and parameters
    qtbot: QtBot, app: AppFixture, listing: Listing, scripted: ScriptedServer, status: bytes, words: str, times: int
) -> None:
    scripted.replies["contact"] = answer({}, status)
    type_in(app, "ana")
    qtbot.waitUntil(lambda: words in app.status)
    assert "Contacts can't be offered." in app.status
    assert offers(app) == ["Search the server: Has tag: ana"]
    typed(" b")
    qtbot.waitUntil(lambda: offers(app) == ["Search the server: Has tag: ana b"])
    assert scripted.heard.count("GET contact") == times
    key(Key.Key_Return)
    qtbot.waitUntil(lambda: any(each.get("with_tag") == "ana b" for each in listing.asked))


def test_words_are_not_asked_for_at_each_letter(
    qtbot: QtBot, app: AppFixture, listing: Listing, scripted: ScriptedServer
) -> None:
    contacts = Contacts(scripted, contact(1, "Anastasia"))
    type_in(app, "anastasia")
    qtbot.waitUntil(lambda: "Contact “Anastasia” → cases" in offers(app))
    assert contacts.asked == 1
    assert listing.asked


def test_without_an_account_nothing_is_asked(
    qtbot: QtBot, app: AppFixture, listing: Listing, scripted: ScriptedServer
) -> None:
    app.workspace.account.sign_out()
    qtbot.waitUntil(lambda: not app.workspace.account.has_token)
    type_in(app, "ana")
    assert offers(app) == ["Search the server: Has tag: ana"]
    assert scripted.heard.count("GET contact") == 0
    assert listing.asked


# The focus.


def test_escape_empties_and_then_returns_the_focus(window: MainWindow, app: AppFixture) -> None:
    assert line("Subject", window).hasFocus()
    entry(app).setFocus()
    typed("ana")
    assert offers(app)
    key(Key.Key_Escape)
    assert (offers(app), entry(app).text(), entry(app).hasFocus()) == ([], "", True)
    key(Key.Key_Escape)
    assert line("Subject", window).hasFocus()


def test_offers_disappear_with_the_focus_and_the_words_stay(window: MainWindow, app: AppFixture) -> None:
    entry(app).setFocus()
    typed("zoe")
    line("Subject", window).setFocus()
    assert (offers(app), entry(app).text()) == ([], "zoe")


def test_a_case_gets_the_focus_although_words_are_in_the_field(qtbot: QtBot, app: AppFixture) -> None:
    queue = pane(qtbot, app)
    type_in(app, "heladera")
    app.window.activateWindow()
    [shown] = [each for each in queue.findChildren(QListView) if each.accessibleName() == "Queue"]
    shown.setFocus()
    shown.setCurrentIndex(queue.model.index(0))
    key(Key.Key_Return)
    qtbot.waitUntil(lambda: app.status.endswith(" opened"))
    qtbot.waitUntil(line("Subject", app.window).hasFocus)
    assert entry(app).text() == "heladera"


def test_text_set_by_assistive_technology_keeps_the_focus(qtbot: QtBot, app: AppFixture) -> None:
    type_in(app, "203")
    key(Key.Key_Return)
    entry(app).setText("21")
    qtbot.waitUntil(lambda: app.status == "Case 203 opened")
    assert entry(app).hasFocus()


def test_a_message_about_the_text_goes_with_the_next_key(app: AppFixture) -> None:
    entry(app).setFocus()
    key(Key.Key_Return)
    assert app.status == "Enter a case ID or a case link."
    typed("z")
    assert app.status == ""
