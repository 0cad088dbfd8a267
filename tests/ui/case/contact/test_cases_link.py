"""The link from a contact to its cases, in the window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListView, QWidget
from pytestqt.qtbot import QtBot

from caseeditor.domain.case.reference import Server
from caseeditor.domain.case.search import Filters, cases_of
from caseeditor.ui.case.contact.card import ContactCard
from caseeditor.ui.case.contact.cases_link import CasesLink
from caseeditor.ui.case_lists.search_panel import SearchPane
from caseeditor.ui.state.session import Session
from tests.ui.parts import AppFixture, case_of, column, find, line, opened, showing, view


def link(inside: QWidget) -> CasesLink:
    """Return the link of the card in front; a case that is prepared behind it has one, too."""
    found = inside.findChildren(CasesLink)
    shown = [each for each in found if each.isVisible()]
    return (shown or found)[0]


def test_it_searches_the_cases_of_the_contact_by_mouse(qtbot: QtBot, app: AppFixture) -> None:
    session = opened(qtbot, app, 210)
    assert session.case
    fields = dict(session.case.contact.fields)
    found = link(app.window)
    assert (found.text(), found.isVisible()) == (f"{fields['cases']} cases", True)
    QTest.mouseClick(found, Qt.MouseButton.LeftButton)
    [pane] = app.window.findChildren(SearchPane)
    qtbot.waitUntil(lambda: pane.model.as_of is not None)
    assert pane.model.filters == Filters(contact_id=fields["id"])
    rows = view("Cases found", app.window)
    assert len(column(rows.model())) > 1
    assert rows.hasFocus()


def test_it_is_a_button_for_the_keyboard_and_for_screen_readers(qtbot: QtBot, app: AppFixture) -> None:
    opened(qtbot, app, 210)
    found = link(app.window)
    spoken = QAccessible.queryAccessibleInterface(found)
    assert spoken.role() == QAccessible.Role.Button or spoken.role() == QAccessible.Role.PushButton
    assert spoken.text(QAccessible.Text.Name) == found.text()
    assert spoken.text(QAccessible.Text.Description) == "Searches all cases of this contact"
    assert found.focusPolicy() & Qt.FocusPolicy.TabFocus
    found.setFocus()
    QTest.keyClick(found, Qt.Key.Key_Space)
    [pane] = app.window.findChildren(SearchPane)
    qtbot.waitUntil(lambda: pane.model.as_of is not None)


@pytest.mark.parametrize(
    ("cases", "text"),
    [(1, "1 case"), (5, "5 cases"), ("5.0", "5 cases"), (0, ""), (-1, ""), ("three", ""), (None, ""), ("9" * 12, "")],
)
def test_it_is_hidden_where_the_server_tells_no_number(
    qtbot: QtBot, session: Session, cases: object, text: str
) -> None:
    root = QWidget()
    qtbot.addWidget(root)
    made = ContactCard(showing(session, case_of(203, contact={"id": 43, "name": "Ana", "cases": cases})), root)
    root.show()
    assert link(made).isHidden() == (not text)
    assert link(made).text() == text


def test_without_an_id_contacts_of_that_name_are_offered(qtbot: QtBot, app: AppFixture) -> None:
    session = opened(qtbot, app, 210)
    showing(session, case_of(210, contact={"name": "Ramón Güemes", "cases": 5}))
    link(app.window).click()
    assert line("Case id or link", app.window).text() == "Ramón Güemes"
    offers = find(QListView, "Open or search", app.window)
    qtbot.waitUntil(lambda: "Contact “Ramón Güemes” → cases" in column(offers.model()))


def test_the_contact_of_another_server_is_not_searched_here(qtbot: QtBot, app: AppFixture) -> None:
    session = opened(qtbot, app, 210)
    app.workspace.account.server = Server("https://other.example.org")
    link(app.window).click()
    assert app.status == f"Sign in to {session.server.shown} to search its cases."
    assert app.window.findChildren(SearchPane) == []


@pytest.mark.parametrize(("id_", "wanted"), [("43", "43"), ("43.0", "43"), ("x", None), ("", None), ("-1", None)])
def test_the_filter_is_the_number_of_the_contact(id_: str, wanted: str | None) -> None:
    found = cases_of(case_of(contact={"id": id_, "name": "x"}).contact)
    assert (found.contact_id if found else None) == wanted
