"""Links: the server of a linked case is asked about once, and no link opens before its address was shown."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QTreeView
from pytestqt.qtbot import QtBot

from caseeditor.demo.server import DemoServer
from caseeditor.ui.case.contact.model import LINK
from caseeditor.ui.main_window.main_window import MainWindow
from caseeditor.ui.queue.panel import QueuePane
from tests.ui.parts import AppFixture, case_of, choose_of_case, find, key, labels, line, opened, press, showing

PICTURE = "http://graph.facebook.com/100003438147119/picture"
PAGE = "http://master.local2.socialgateway.net:8080/case/203"
_SCHEMES = ("http", "https", "mailto", "tel", "file", "ftp", "javascript")


class Browser(QObject):
    """Stands in for the system's browser."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.opened.append(url.toString())


@pytest.fixture
def browser() -> Iterator[Browser]:
    made = Browser()
    for scheme in _SCHEMES:
        QDesktopServices.setUrlHandler(scheme, made, "open")  # type: ignore[arg-type]  # must be a str, despite the stub
    yield made
    for scheme in _SCHEMES:
        QDesktopServices.unsetUrlHandler(scheme)


def ask_for(app: AppFixture, text: str) -> None:
    line("Case id or link", app.window).setText(text)
    press("Open case", app.window)


def select_link(app: AppFixture) -> QTreeView:
    """Put the cursor on the tree line of the picture's address."""
    tree = find(QTreeView, "Contact and profiles", app.window)
    model = tree.model()
    facebook = model.index(3, 0)
    tree.expand(facebook)
    found = [index for row in range(model.rowCount(facebook)) if (index := model.index(row, 0, facebook)).data(LINK)]
    tree.setFocus()
    tree.setCurrentIndex(found[0])
    return tree


# Links to cases.


def test_a_link_to_the_server_itself_opens_its_case(qtbot: QtBot, app: AppFixture, server: DemoServer) -> None:
    ask_for(app, f"{server.url}/case/203")
    qtbot.waitUntil(lambda: app.status == "Case 203 opened")


def test_the_host_of_a_cases_page_is_learned(qtbot: QtBot, app: AppFixture) -> None:
    opened(qtbot, app, 203)
    ask_for(app, "http://master.local2.socialgateway.net:8080/case/210")
    qtbot.waitUntil(lambda: app.status == "Case 210 opened")
    assert app.tabs == ["203", "210"]


def test_a_link_to_an_unknown_host_asks_and_contacts_nobody(qtbot: QtBot, app: AppFixture, server: DemoServer) -> None:
    queue = app.window.findChild(QueuePane)
    assert isinstance(queue, QueuePane)
    qtbot.waitUntil(lambda: queue.loader.as_of is not None)  # else its pages would be counted
    before = len(server.requests)
    ask_for(app, "https://desk.example.com/case/203")
    assert app.status.startswith("This link leads to desk.example.com, but you are signed in to 127.0.0.1")
    assert app.status in labels(app.window).replace("⚠  ", "")
    assert app.tabs == []
    assert len(server.requests) == before


def test_the_answer_is_remembered(qtbot: QtBot, app: AppFixture, server: DemoServer) -> None:
    ask_for(app, "https://desk.example.com/case/203")
    press("Open it here", app.window)
    qtbot.waitUntil(lambda: app.status == "Case 203 opened")
    assert app.workspace.settings.domains["desk.example.com"] == server.url
    ask_for(app, "https://desk.example.com/case/210")
    qtbot.waitUntil(lambda: app.status == "Case 210 opened")


def test_a_link_to_an_unknown_host_can_be_signed_in_to_instead(app: AppFixture) -> None:
    ask_for(app, "https://desk.example.com/case/203")
    press("Sign in there…", app.window)
    assert line("Server", app.window).text() == ""
    assert "This link leads to desk.example.com, which you've never used." in labels(app.window)
    assert app.tabs == []


# Links to the web.


def test_a_link_in_the_tree_is_shown_before_it_is_opened(window: MainWindow, app: AppFixture, browser: Browser) -> None:
    select_link(app)
    key(Qt.Key.Key_Return)
    assert browser.opened == []
    assert f"Open this link in your browser?\n      graph.facebook.com\n      {PICTURE}" in labels(window)
    press("Open in browser", window)
    assert browser.opened == [PICTURE]


def test_a_link_can_be_copied_instead(window: MainWindow, app: AppFixture, browser: Browser) -> None:
    select_link(app)
    key(Qt.Key.Key_Return)
    press("Copy link", window)
    assert QGuiApplication.clipboard().text() == PICTURE
    assert browser.opened == []


def test_closing_the_question_opens_nothing(window: MainWindow, app: AppFixture, browser: Browser) -> None:
    select_link(app)
    key(Qt.Key.Key_Return)
    press("Close message", window)
    assert browser.opened == []
    assert PICTURE not in labels(window)


def test_the_cases_page_is_shown_before_it_is_opened(window: MainWindow, browser: Browser) -> None:
    choose_of_case("Case page ↗", window)
    assert browser.opened == []
    assert PAGE in labels(window)
    press("Open in browser", window)
    assert browser.opened == [PAGE]


@pytest.mark.parametrize("url", ["javascript:alert(1)", "file:///etc/hostname", "", "ftp://x/y", "http://u:p@x/"])
def test_what_is_no_web_link_has_no_button(window: MainWindow, app: AppFixture, url: str) -> None:
    showing(app.session, case_of(203, url=url))
    with pytest.raises(AssertionError, match="0 actions"):
        choose_of_case("Case page ↗", window)


def test_a_line_without_a_link_asks_nothing(window: MainWindow, browser: Browser) -> None:
    tree = find(QTreeView, "Contact and profiles", window)
    tree.setFocus()
    tree.setCurrentIndex(tree.model().index(1, 0))
    key(Qt.Key.Key_Return)
    assert "Open this link" not in labels(window)
    assert browser.opened == []


# The clipboard.


@pytest.mark.parametrize(
    "value", ["+54 11 4862-9748", "=1+1", "00042", "  spaced  ", "one\ntwo", "<b>x</b>", "12\u00a0345"]
)
def test_a_value_is_copied_exactly(window: MainWindow, app: AppFixture, value: str) -> None:
    showing(app.session, case_of(203, contact={"name": "Ana", "crm_id": value}))
    tree = find(QTreeView, "Contact and profiles", window)
    tree.setFocus()
    tree.setCurrentIndex(tree.model().index(0, 0, tree.model().index(0, 0)))
    key(Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == value


def test_opening_several_cases_by_link_and_id_is_one_tab_each(
    qtbot: QtBot, app: AppFixture, server: DemoServer
) -> None:
    opened(qtbot, app, 203)
    ask_for(app, f"{server.url}/case/203")
    ask_for(app, PAGE)
    assert app.tabs == ["203"]
