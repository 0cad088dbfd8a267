"""*Submit and next*: what is typed is submitted, and the next case of the list comes once it is on disk."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QListView
from pytestqt.qtbot import QtBot

from caseeditor.demo.server import DemoServer
from caseeditor.domain.editing.edit import Row
from caseeditor.ui.case.attributes.panel import AttributeGrid
from caseeditor.ui.main_window import submitting
from caseeditor.ui.main_window.menus.command_palette import Palette
from tests.ui.account.test_accounts import become
from tests.ui.case.submit.test_submit import posts
from tests.ui.case_lists.test_search import found
from tests.ui.grids import EMPTY, go_to
from tests.ui.next_cases import (
    Ctrl,
    Shift,
    held_hand_over,
    in_front,
    listed,
    note,
    stored_notes,
    submit_and_next,
    submit_by_key,
)
from tests.ui.parts import (
    AppFixture,
    Restart,
    break_disk,
    column,
    find,
    is_there,
    key,
    labels,
    line,
    mend_disk,
    opened,
    press,
    typed,
    view,
)
from tests.ui.queue.listing import Listing, case
from tests.ui.scripted_server import ScriptedServer

SLOW = 9021


def test_the_next_case_comes_before_the_answer_and_the_tab_closes_with_it(
    qtbot: QtBot, app: AppFixture, server: DemoServer
) -> None:
    listed(qtbot, app, SLOW, 210)
    note(app)
    submit_and_next()
    in_front(qtbot, app, 210)
    assert app.tabs == [str(SLOW), "210"]
    place = line("Subject", app.window)
    assert place.hasFocus()
    typed("Si")
    qtbot.waitUntil(lambda: app.tabs == ["210"])
    assert app.status.startswith(f"Case {SLOW} stored at ")
    assert stored_notes(server, SLOW).count("llamar") == 1
    assert place.hasFocus()
    assert app.session.case_id == "210"


def test_it_is_a_button_a_line_of_the_menu_and_one_of_the_palette(qtbot: QtBot, app: AppFixture) -> None:
    listed(qtbot, app, 203, 210)
    [action] = [each for each in app.window.findChildren(QAction) if each.text() == "Submit and next"]
    assert [each.toString() for each in action.shortcuts()] == ["Ctrl+Shift+Return", "Ctrl+Shift+Enter"]
    assert not action.autoRepeat()
    note(app)
    press("Submit and next", app.window)
    in_front(qtbot, app, 210)
    note(app)
    key(Qt.Key.Key_K, Ctrl)
    palette = app.window.findChild(Palette)
    assert palette
    line("Action, case or template", palette).setText("submit and")
    assert column(find(QListView, "Found", palette).model()) == ["Submit and next"]


def test_the_keypads_enter_does_it_too(qtbot: QtBot, app: AppFixture, server: DemoServer) -> None:
    listed(qtbot, app, 203, 210)
    note(app)
    key(Qt.Key.Key_Enter, Ctrl | Shift)
    in_front(qtbot, app, 210)
    qtbot.waitUntil(lambda: stored_notes(server, 203).count("llamar") == 1)


def test_text_that_is_still_in_a_field_or_in_a_cell_counts(qtbot: QtBot, app: AppFixture, server: DemoServer) -> None:
    listed(qtbot, app, 210, 203)
    note(app)
    line("New tag", app.window).setText("urgente")
    grid = next(each for each in app.window.findChildren(AttributeGrid) if each.isVisible())
    go_to(grid, EMPTY, 0)
    typed("monto")
    key(Qt.Key.Key_Tab)
    typed("15")
    submit_and_next()
    in_front(qtbot, app, 203)
    qtbot.waitUntil(lambda: app.tabs == ["203"])
    [(_, sent)] = posts(server)
    assert sorted(sent) == [("monto", "15"), ("note", "llamar"), ("tag", "urgente")]


@pytest.mark.parametrize("row", [Row("note", "x"), Row("", "x")])
def test_with_a_problem_it_stays_and_says_so(qtbot: QtBot, app: AppFixture, server: DemoServer, row: Row) -> None:
    session = listed(qtbot, app, 210, 203)
    session.editor.set_row(None, row)
    submit_and_next()
    assert app.session is session
    assert "Nothing was sent." in app.status
    assert "Nothing was sent." in labels(app.window)
    assert posts(server) == []


def test_with_a_note_that_seems_meant_for_another_case_it_asks_and_stays(
    qtbot: QtBot, app: AppFixture, server: DemoServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("caseeditor.ui.state.session_parts.submitter._TOO_SOON", -1)
    session = listed(qtbot, app, 210, 203)
    note(app, "igual que el caso 211")
    submit_and_next()
    assert app.session is session
    assert "Is this the right case?" in app.status
    assert is_there("Submit anyway", app.window)
    assert posts(server) == []
    submit_and_next()
    in_front(qtbot, app, 203)
    qtbot.waitUntil(lambda: len(posts(server)) == 1)


def test_a_case_that_was_only_read_is_left_without_a_submission(
    qtbot: QtBot, app: AppFixture, server: DemoServer
) -> None:
    listed(qtbot, app, 203, 210, 211)
    submit_and_next()
    in_front(qtbot, app, 210)
    assert app.status == "Nothing to submit in case 203."
    assert app.tabs == ["210"]
    assert posts(server) == []


def test_a_double_press_passes_over_no_case(qtbot: QtBot, app: AppFixture) -> None:
    listed(qtbot, app, 203, 210, 211)
    submit_and_next()
    submit_and_next()
    in_front(qtbot, app, 210)
    assert app.tabs == ["210"]


@pytest.mark.parametrize("press_again", [submit_and_next, submit_by_key])
def test_a_double_press_on_an_unchanged_next_case_is_told(
    qtbot: QtBot, app: AppFixture, monkeypatch: pytest.MonkeyPatch, press_again: Callable[[], None]
) -> None:
    monkeypatch.setattr(submitting, "_TOO_SOON", 60_000)  # the press comes in time on a slow machine too
    listed(qtbot, app, 203, 210, 211)
    submit_and_next()
    in_front(qtbot, app, 210)
    press_again()
    assert app.status == "Case 210 has just opened: press again."
    assert app.session.case_id == "210"


@pytest.mark.parametrize("press_again", [submit_and_next, submit_by_key])
def test_a_double_press_submits_nothing_of_the_next_case(
    qtbot: QtBot,
    app: AppFixture,
    server: DemoServer,
    monkeypatch: pytest.MonkeyPatch,
    press_again: Callable[[], None],
) -> None:
    monkeypatch.setattr(submitting, "_TOO_SOON", 60_000)  # the press comes in time on a slow machine too
    opened(qtbot, app, 210).editor.set_note_text("half a thou")
    qtbot.waitUntil(app.workspace.cases.drafts.is_kept)
    press("Close case 210", app.window)
    listed(qtbot, app, 203)
    note(app, "whole")
    submit_and_next()
    qtbot.waitUntil(lambda: in_front(qtbot, app, 210).edit.note_text == "half a thou")
    press_again()
    assert app.status == "Case 210 has just opened: press again to submit it."
    qtbot.waitUntil(lambda: stored_notes(server, 203).count("whole") == 1)
    assert "half a thou" not in stored_notes(server, 210)
    assert app.session.edit.note_text == "half a thou"


def test_a_case_whose_submission_is_on_its_way_is_left_at_once(qtbot: QtBot, app: AppFixture) -> None:
    session = listed(qtbot, app, SLOW, 210)
    note(app)
    with qtbot.waitSignal(session.submitter.handed_over):
        session.submit()
    submit_and_next()
    in_front(qtbot, app, 210)
    qtbot.waitUntil(lambda: app.tabs == ["210"])
    assert app.status.startswith(f"Case {SLOW} stored at ")


def test_pressing_it_twice_submits_once(qtbot: QtBot, app: AppFixture, server: DemoServer) -> None:
    listed(qtbot, app, 203, 210, 211)
    note(app)
    with held_hand_over(app):
        submit_and_next()
        submit_and_next()
    in_front(qtbot, app, 210)
    qtbot.waitUntil(lambda: app.tabs == ["210"])
    assert len(posts(server)) == 1


def test_a_case_that_could_not_be_read_is_named_and_stays(qtbot: QtBot, app: AppFixture) -> None:
    listed(qtbot, app, 203, 210)
    line("Case id or link", app.window).setText("77777777")
    press("Open case", app.window)
    session = app.session
    qtbot.waitUntil(lambda: not session.is_reading)
    assert session.case is None
    submit_and_next()
    assert app.status == "Case 77777777 isn't open: nothing was submitted."
    assert app.session is session


# The end of the list.


def test_at_the_end_of_the_list_the_outcome_says_so_and_the_case_stays(qtbot: QtBot, app: AppFixture) -> None:
    session = listed(qtbot, app, SLOW)
    note(app)
    with qtbot.waitSignal(session.submitter.handed_over):
        submit_and_next()
    assert app.status == "Submitted. No more cases in this list."
    qtbot.waitUntil(lambda: app.status.startswith("Submitted: stored at "))
    assert app.status.endswith(" · No more cases in this list.")
    assert app.tabs == [str(SLOW)]
    note(app, "otra vez")
    session.submit()
    qtbot.waitUntil(lambda: app.status.startswith("Submitted: stored at ") and not session.submissions)
    assert "No more" not in app.status


def test_at_the_end_of_the_list_an_unchanged_case_stays(qtbot: QtBot, app: AppFixture) -> None:
    listed(qtbot, app, 203)
    submit_and_next()
    assert app.status == "Nothing to submit in case 203. No more cases in this list."
    assert app.tabs == ["203"]


def test_a_list_that_is_not_yet_at_this_case_leads_to_another_one(qtbot: QtBot, app: AppFixture) -> None:
    shown = found(qtbot, app, Campaign_ID="100000")
    cases = view("Cases found", shown)
    opened(qtbot, app, 1_099_998)
    cases.setCurrentIndex(shown.model.index(0))
    note(app)
    submit_and_next()
    in_front(qtbot, app, 1_099_997)


def test_the_next_case_is_waited_for_where_its_page_is_not_there_yet(
    qtbot: QtBot, app: AppFixture, server: DemoServer
) -> None:
    shown = found(qtbot, app, Campaign_ID="100000")
    opened(qtbot, app, 203)
    view("Cases found", shown).setCurrentIndex(shown.model.index(49_999))
    note(app)
    submit_and_next()
    in_front(qtbot, app, 1_049_999)
    qtbot.waitUntil(lambda: app.tabs == ["1049999"])
    assert stored_notes(server, 203).count("llamar") == 1


def test_a_step_that_was_given_up_leaves_no_case(qtbot: QtBot, app: AppFixture) -> None:
    shown = found(qtbot, app, Campaign_ID="100000")
    opened(qtbot, app, 203)
    view("Cases found", shown).setCurrentIndex(shown.model.index(49_999))
    submit_and_next()
    key(Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: shown.model.case(50_000) is not None)
    assert app.session.case_id == "203"
    key(Qt.Key.Key_F8)
    in_front(qtbot, app, 1_049_998)
    assert app.tabs == ["203", "1049998"]


def test_a_step_whose_page_does_not_come_leaves_no_case(
    qtbot: QtBot, app: AppFixture, scripted: ScriptedServer
) -> None:
    listing = Listing(scripted, [case(each) for each in range(1, 201)])
    scripted.read_case = lambda id_: case(int(id_))
    become(qtbot, app, scripted, "demo")
    shown = found(qtbot, app)
    opened(qtbot, app, 203)
    view("Cases found", shown).setCurrentIndex(shown.model.index(49))
    listing.change = lambda _: "nonsense"
    with qtbot.waitSignal(shown.model.failed):
        submit_and_next()
    assert app.session.case_id == "203"
    listing.change = None
    with qtbot.waitSignal(shown.model.arrived):
        shown.refresh()
    press("Next case", app.window)
    in_front(qtbot, app, 52)
    assert app.tabs == ["203", "52"]


# The agent is elsewhere by then.


def test_who_types_on_stays(qtbot: QtBot, app: AppFixture, server: DemoServer) -> None:
    session = listed(qtbot, app, 203, 210)
    note(app)
    with held_hand_over(app):
        submit_and_next()
        typed("x")
    qtbot.waitUntil(lambda: app.status.startswith("Submitted: stored at "))
    assert app.session is session
    assert line("Subject", app.window).text().count("x") == 1
    assert app.tabs == ["203"]
    assert stored_notes(server, 203).count("llamar") == 1


def test_who_has_gone_to_another_tab_stays_there(qtbot: QtBot, app: AppFixture) -> None:
    listed(qtbot, app, 203, 210)
    opened(qtbot, app, 211)
    key(Qt.Key.Key_PageUp, Ctrl)
    note(app)
    with held_hand_over(app):
        submit_and_next()
        key(Qt.Key.Key_PageDown, Ctrl)
        assert app.session.case_id == "211"
    qtbot.waitUntil(lambda: app.tabs == ["211"])
    assert app.session.case_id == "211"
    assert app.status.startswith("Case 203 stored at ")


def test_who_has_begun_to_type_an_id_stays(qtbot: QtBot, app: AppFixture) -> None:
    listed(qtbot, app, 203, 210)
    note(app)
    with held_hand_over(app):
        submit_and_next()
        key(Qt.Key.Key_L, Ctrl)
        typed("2")
    qtbot.waitUntil(lambda: app.status.startswith("Submitted: stored at "))
    assert app.tabs == ["203"]
    assert line("Case id or link", app.window).hasFocus()


# Closing, and the disk.


@pytest.mark.linux_only("moves or deletes an open data file, which Windows denies")
def test_what_can_not_be_saved_is_not_left(qtbot: QtBot, app: AppFixture, server: DemoServer, data: Path) -> None:
    session = listed(qtbot, app, 203, 210)
    break_disk(data)
    note(app)
    with held_hand_over(app):
        submit_and_next()
        submit_and_next()
    qtbot.waitUntil(lambda: "Nothing was sent." in app.status)
    assert app.session is session
    assert app.tabs == ["203"]
    assert session.edit.notes == {1: "llamar"}
    assert posts(server) == []
    mend_disk(data)
    with qtbot.waitSignal(session.submitter.handed_over):
        session.submit()
    assert app.session is session  # the wish of before has ended


def test_the_window_may_be_closed_right_after_it(
    qtbot: QtBot, app: AppFixture, server: DemoServer, restart: Restart
) -> None:
    listed(qtbot, app, SLOW, 210)
    note(app)
    submit_and_next()
    again = restart()
    qtbot.waitUntil(lambda: stored_notes(server, SLOW).count("llamar") == 1)
    qtbot.waitUntil(lambda: not again.workspace.deliveries.submissions)
    assert len(posts(server)) == 1
