"""The setting *After submit*: the case stays, the next one opens, or the case closes once it is stored."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea
from pytestqt.qtbot import QtBot

from caseeditor.demo.server import DemoServer
from caseeditor.ui.case.submit.review_dialog import ReviewDialog
from tests.ui.case.submit.test_conflicts import groups
from tests.ui.next_cases import (
    in_front,
    listed,
    note,
    outbox_button,
    stored_notes,
    submit_and_next,
    submit_by_key,
    tab_bar,
)
from tests.ui.parts import AppFixture, Restart, colleague, find, focused, key, line, opened, press, typed, view

SLOW, REJECTED = 9021, 9005


def scroll_area(app: AppFixture, name: str) -> QAbstractScrollArea:
    return find(QAbstractScrollArea, name, app.window)


def by_button(app: AppFixture) -> None:
    press("Submit", app.window)


def by_review(app: AppFixture) -> None:
    press("Review changes", app.window)
    press("Submit", app.window.findChildren(ReviewDialog)[0])


WAYS = [lambda _: submit_by_key(), by_button, by_review]


def test_by_default_the_case_stays(qtbot: QtBot, app: AppFixture) -> None:
    listed(qtbot, app, 203, 210)
    note(app)
    submit_by_key()
    qtbot.waitUntil(lambda: app.status.startswith("Submitted: stored at "))
    assert app.tabs == ["203"]


@pytest.mark.parametrize("submit", WAYS)
def test_the_next_case_opens_if_that_is_set(
    qtbot: QtBot, app: AppFixture, server: DemoServer, submit: Callable[[AppFixture], None]
) -> None:
    app.workspace.settings_store.change(after_submit="next")
    listed(qtbot, app, 203, 210)
    note(app)
    submit(app)
    in_front(qtbot, app, 210)
    qtbot.waitUntil(lambda: app.tabs == ["210"])
    assert stored_notes(server, 203).count("llamar") == 1


def test_without_changes_nothing_follows(qtbot: QtBot, app: AppFixture) -> None:
    app.workspace.settings_store.change(after_submit="next")
    listed(qtbot, app, 203, 210)
    submit_by_key()
    assert app.status == "Nothing to submit: no changes."
    assert app.tabs == ["203"]


def test_the_case_closes_once_it_is_stored_if_that_is_set(qtbot: QtBot, app: AppFixture) -> None:
    app.workspace.settings_store.change(after_submit="close")
    listed(qtbot, app, 203)
    session = opened(qtbot, app, SLOW)
    note(app)
    with qtbot.waitSignal(session.submitter.handed_over):
        submit_by_key()
    assert app.tabs == ["203", str(SLOW)]
    qtbot.waitUntil(lambda: app.tabs == ["203"])
    assert app.status.startswith(f"Case {SLOW} stored at ")


def close_by_itself(qtbot: QtBot, app: AppFixture, *left: int) -> None:
    """Submit the case in front, and wait until it closes, with these tabs left."""
    note(app)
    submit_by_key()
    qtbot.waitUntil(lambda: app.tabs == [str(each) for each in left])


def test_the_next_key_changes_nothing_in_the_tab_beside_a_case_that_closed(qtbot: QtBot, app: AppFixture) -> None:
    app.workspace.settings_store.change(after_submit="close")
    session = listed(qtbot, app, 203)
    opened(qtbot, app, SLOW)
    close_by_itself(qtbot, app, 203)
    assert app.session is session
    typed("x")
    key(Qt.Key.Key_Delete)
    assert session.list_changes() == ()
    key(Qt.Key.Key_Tab)
    assert app.window.tabs.isAncestorOf(focused())


def test_nor_if_that_tab_is_loaded_only_then(qtbot: QtBot, app: AppFixture, restart: Restart) -> None:
    app.workspace.settings_store.change(after_submit="close")
    listed(qtbot, app, 203)
    opened(qtbot, app, SLOW)
    again = restart()
    in_front(qtbot, again, SLOW)
    again.workspace.settings_store.change(after_submit="close")
    line("Subject", again.window).setFocus()
    close_by_itself(qtbot, again, 203)
    session = in_front(qtbot, again, 203)
    assert focused() is again.window.current_view()
    typed("x")
    assert session.list_changes() == ()


def test_who_works_in_a_list_keeps_the_focus_there_when_the_case_closes(qtbot: QtBot, app: AppFixture) -> None:
    app.workspace.settings_store.change(after_submit="close")
    listed(qtbot, app, 203)
    opened(qtbot, app, SLOW)
    recent = view("Recent cases", app.window)
    recent.setFocus()
    close_by_itself(qtbot, app, 203)
    assert focused() is recent


def test_who_goes_on_in_the_case_keeps_it(qtbot: QtBot, app: AppFixture) -> None:
    app.workspace.settings_store.change(after_submit="close")
    session = opened(qtbot, app, SLOW)
    note(app)
    with qtbot.waitSignal(session.submitter.handed_over):
        submit_by_key()
    key(Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: app.status.startswith("Submitted: stored at "))
    assert app.tabs == [str(SLOW)]
    opened(qtbot, app, 210)
    assert app.tabs == [str(SLOW), "210"]


@pytest.mark.parametrize("name", ["Notes", "New note"])
def test_who_clicks_into_the_case_keeps_it(qtbot: QtBot, app: AppFixture, name: str) -> None:
    """The list or field has the focus before and after; its viewport gets the press."""
    app.workspace.settings_store.change(after_submit="close")
    session = opened(qtbot, app, SLOW)
    note(app)
    area = scroll_area(app, name)
    area.setFocus()
    with qtbot.waitSignal(session.submitter.handed_over):
        submit_by_key()
    place = area.mapTo(app.window, area.rect().center())
    QTest.mouseClick(app.window.windowHandle(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    qtbot.waitUntil(lambda: app.status.startswith("Submitted: stored at "))
    assert app.tabs == [str(SLOW)]


def test_a_rejected_case_stays_in_front_without_a_mark(qtbot: QtBot, app: AppFixture) -> None:
    app.workspace.settings_store.change(after_submit="close")
    opened(qtbot, app, REJECTED)
    note(app)
    submit_by_key()
    qtbot.waitUntil(lambda: "Not saved" in app.status)
    assert app.tabs == [str(REJECTED)]
    assert not tab_bar(app).tabText(0).startswith("●")
    assert outbox_button(app).accessibleName() == "All changes sent"


def test_a_conflict_of_the_case_in_front_asks_at_once(qtbot: QtBot, app: AppFixture, server: DemoServer) -> None:
    app.workspace.settings_store.change(after_submit="close")
    opened(qtbot, app, 203)
    line("Subject", app.window).setText("mine")
    colleague(server, 203, subject="theirs")
    submit_by_key()
    qtbot.waitUntil(lambda: len(groups(app)) == 1)


def test_submit_and_next_goes_on_whatever_is_set(qtbot: QtBot, app: AppFixture) -> None:
    app.workspace.settings_store.change(after_submit="close")
    listed(qtbot, app, 203, 210)
    note(app)
    submit_and_next()
    in_front(qtbot, app, 210)
