"""Drafts: saved shortly after a pause in typing, and restored when the case is opened again."""

import asyncio
import contextlib
import sqlite3
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from caseeditor.demo.server import DemoServer
from caseeditor.domain.case.reference import Server
from caseeditor.domain.delivery.draft import Draft
from caseeditor.domain.editing.edit import Edit, Row
from caseeditor.domain.errors.storage import StorageProblem
from caseeditor.services.backend import Backend
from caseeditor.services.storage.async_database import AsyncDatabase
from caseeditor.services.storage.database import Store
from caseeditor.services.storage.history import History
from caseeditor.ui.main_window.main_window import MainWindow
from caseeditor.ui.state.session import Session
from tests.ui.parts import (
    AppFixture,
    AppOver,
    Restart,
    StartWorker,
    break_disk,
    colleague,
    field,
    key,
    labels,
    line,
    mend_disk,
    opened,
    press,
    question,
    typed,
    view,
)

Ctrl = Qt.KeyboardModifier.ControlModifier
EVERYTHING = Edit(
    subject="¿Dónde está?",
    notes={1: "first\n\u00a0"},
    note_text="half a sen",
    tags={"vip": True, "app": False},
    tag_text="ne",
    values={"plan": "uno\ndos"},
    rows={1: Row("prioridad", "alta")},
)


def on_disk(data: Path, server: DemoServer, id_: int = 203, user: str = "name:demo") -> Draft | None:
    """Return the draft that another program would find."""
    store = Store(data)
    try:
        return store.draft(server.url, user, str(id_))
    finally:
        store.close()


def kept(qtbot: QtBot, session: Session) -> None:
    """Wait until the session's draft is saved."""
    qtbot.waitUntil(lambda: bool(session.kept.at) and not session.kept.fault)


def change_everything(session: Session) -> None:
    session.editor.set_subject("¿Dónde está?")
    session.editor.set_note_text("first\n\u00a0")
    session.editor.add_note()
    session.editor.set_note_text("half a sen")
    session.editor.set_tag_text("vip")
    session.editor.add_tag()
    session.editor.remove_tag("app")
    session.editor.set_tag_text("ne")
    session.editor.set_value("plan", "uno\ndos")
    session.editor.set_row(None, Row("prioridad", "alta"))


# Saved.


def test_what_is_typed_is_on_disk_after_a_pause_and_the_foot_says_since_when(
    qtbot: QtBot, window: MainWindow, app: AppFixture, data: Path, server: DemoServer
) -> None:
    field("New note", window).setFocus()
    typed("hola")
    kept(qtbot, app.session)
    draft = on_disk(data, server)
    assert draft
    assert draft.edit == Edit(note_text="hola")
    assert draft.subject == "Necesito ayuda !!!"
    assert f"saved as a draft at {app.session.kept.at}" in labels(window)


def test_who_types_on_without_a_pause_is_saved_all_the_same(
    qtbot: QtBot, window: MainWindow, app: AppFixture, data: Path, server: DemoServer
) -> None:
    entry = field("New note", window)
    letters = iter("x" * 10_000)

    def type_on() -> bool:
        entry.insertPlainText(next(letters))
        return on_disk(data, server) is not None

    qtbot.waitUntil(type_on)
    assert app.session.edit.note_text


def test_typing_never_waits_for_the_disk(
    qtbot: QtBot, app_over: AppOver, start_worker: StartWorker, server: DemoServer, data: Path
) -> None:
    worker = start_worker(server.token)
    app = app_over(worker)
    app.workspace.start(Server(server.url), ())
    session = opened(qtbot, app, 203)
    is_held, go = threading.Event(), threading.Event()

    def hold() -> None:
        is_held.set()
        go.wait()

    async def hold_the_disk(backend: Backend) -> None:
        await backend.database.do(lambda _: hold())

    worker.run(hold_the_disk, lambda _: None)
    qtbot.waitUntil(is_held.is_set)
    field("New note", app.window).setPlainText("typed while the disk hangs")
    key(Qt.Key.Key_Z, Ctrl)
    key(Qt.Key.Key_Y, Ctrl)
    assert session.edit.note_text == "typed while the disk hangs"
    assert "saved as a draft" not in labels(app.window)
    go.set()
    kept(qtbot, session)
    draft = on_disk(data, server)
    assert draft
    assert draft.edit == session.edit


def test_a_draft_that_is_undone_goes_from_the_disk(
    qtbot: QtBot, window: MainWindow, app: AppFixture, data: Path, server: DemoServer
) -> None:
    line("Subject", window).setText("changed")
    kept(qtbot, app.session)
    assert on_disk(data, server)
    key(Qt.Key.Key_Z, Ctrl)
    qtbot.waitUntil(lambda: on_disk(data, server) is None)
    assert "saved as a draft" not in labels(window)


def test_what_is_discarded_goes_from_the_drafts_and_is_readable_in_the_history(
    qtbot: QtBot, window: MainWindow, app: AppFixture, data: Path, server: DemoServer
) -> None:
    line("Subject", window).setText("changed")
    kept(qtbot, app.session)
    press("Discard changes", window)
    qtbot.waitUntil(lambda: on_disk(data, server) is None)
    database = AsyncDatabase(asyncio.to_thread, lambda _: Store(data))
    entries = asyncio.run(History(database).page("", -1, 0))
    asyncio.run(database.close())
    assert [(entry.state, entry.draft and entry.draft.edit) for entry in entries] == [
        ("discarded", Edit(subject="changed"))
    ]


def test_a_submission_leaves_no_draft_behind(
    qtbot: QtBot, window: MainWindow, app: AppFixture, data: Path, server: DemoServer
) -> None:
    line("Subject", window).setText("changed")
    kept(qtbot, app.session)
    press("Submit", window)
    qtbot.waitUntil(lambda: app.status.startswith("Submitted: stored at "))
    assert on_disk(data, server) is None


def test_what_is_typed_again_after_a_submission_is_a_draft_again(
    qtbot: QtBot, app: AppFixture, data: Path, server: DemoServer
) -> None:
    session = opened(qtbot, app, 9021)
    session.editor.set_note_text("twice")
    kept(qtbot, session)
    press("Submit", app.window)
    session.editor.set_note_text("twice")
    kept(qtbot, session)
    draft = on_disk(data, server, 9021)
    assert draft
    assert draft.edit == Edit(note_text="twice")


# Restored.


def test_everything_typed_is_back_when_its_tab_was_closed_and_is_opened_again(qtbot: QtBot, app: AppFixture) -> None:
    change_everything(opened(qtbot, app, 210))
    press("Close case 210", app.window)
    qtbot.waitUntil(lambda: app.tabs == [])
    session = opened(qtbot, app, 210)
    qtbot.waitUntil(lambda: session.edit == EVERYTHING)
    assert field("New note", app.window).toPlainText() == "half a sen"
    assert line("New tag", app.window).text() == "ne"
    assert line("Subject", app.window).text() == "¿Dónde está?"
    assert view("Notes", app.window).model().index(0, 0).data() == "first\n\u00a0"
    assert app.window.isWindowModified()


def test_what_stands_in_an_open_editor_is_kept_too(qtbot: QtBot, app: AppFixture) -> None:
    opened(qtbot, app, 210)
    grid = view("Attributes", app.window)
    grid.setFocus()
    grid.setCurrentIndex(grid.model().index(2, 1))
    typed("half")
    key(Qt.Key.Key_W, Ctrl)
    qtbot.waitUntil(lambda: app.tabs == [])
    assert opened(qtbot, app, 210).edit.values == {"plan": "half"}


def test_everything_is_back_at_the_next_start_with_its_tab(qtbot: QtBot, app: AppFixture, restart: Restart) -> None:
    change_everything(opened(qtbot, app, 210))
    base = app.session.editor.base
    again = restart()
    qtbot.waitUntil(lambda: again.status == "Case 210 opened")
    assert again.session.edit == EVERYTHING
    assert again.session.editor.base == base


def test_a_case_named_at_the_start_leaves_the_tabs_of_the_start_before(
    qtbot: QtBot, app: AppFixture, app_over: AppOver, start_worker: StartWorker
) -> None:
    opened(qtbot, app, 210)
    opened(qtbot, app, 203)
    app.window.close()
    assert app.workspace.worker.close(3)
    again = app_over(start_worker("demo-token-1234"))
    again.workspace.start(app.session.server, ("211",))
    qtbot.waitUntil(lambda: len(again.tabs) == 3)
    assert again.tabs == ["211", "210", "203"]


def test_who_is_not_the_one_who_typed_does_not_see_it(
    qtbot: QtBot, app: AppFixture, data: Path, server: DemoServer
) -> None:
    session = opened(qtbot, app, 203)
    session.editor.set_subject("changed")
    kept(qtbot, session)
    assert on_disk(data, server, user="somebody else") is None


def test_a_draft_keeps_what_it_was_made_on(qtbot: QtBot, app: AppFixture, server: DemoServer) -> None:
    session = opened(qtbot, app, 203)
    session.editor.set_subject("mine")
    press("Close case 203", app.window)
    qtbot.waitUntil(lambda: app.tabs == [])
    colleague(server, 203, subject="theirs")
    again = opened(qtbot, app, 203)
    assert again.case
    assert (again.case.subject, again.editor.subject, again.editor.base.subject) == (
        "theirs",
        "mine",
        "Necesito ayuda !!!",
    )


# A disk that fails.


@pytest.mark.linux_only("moves or deletes an open data file, which Windows denies")
def test_a_disk_that_fails_says_not_saved_where_submit_is_and_recovers(
    qtbot: QtBot, window: MainWindow, data: Path, server: DemoServer
) -> None:
    break_disk(data)
    line("Subject", window).setText("changed")
    qtbot.waitUntil(lambda: "⚠ NOT saved: the data file can't be used." in labels(window))
    mend_disk(data)
    qtbot.waitUntil(lambda: "saved as a draft at" in labels(window))
    assert "NOT saved" not in labels(window)
    assert on_disk(data, server)


@pytest.mark.linux_only("moves or deletes an open data file, which Windows denies")
def test_taking_back_what_could_not_be_saved_takes_the_warning_back(
    qtbot: QtBot, window: MainWindow, app: AppFixture, data: Path
) -> None:
    break_disk(data)
    line("Subject", window).setText("changed")
    qtbot.waitUntil(lambda: "NOT saved" in labels(window))
    key(Qt.Key.Key_Z, Ctrl)
    assert "NOT saved" not in labels(window)
    assert app.workspace.cases.drafts.unkept() == ()


@pytest.mark.linux_only("moves or deletes an open data file, which Windows denies")
def test_nothing_is_sent_that_could_not_be_kept(
    qtbot: QtBot, window: MainWindow, app: AppFixture, data: Path, server: DemoServer
) -> None:
    break_disk(data)
    line("Subject", window).setText("changed")
    field("New note", window).setPlainText("llamar mañana")
    press("Submit", window)
    qtbot.waitUntil(lambda: app.status.startswith("NOT saved: the data file can't be used."))
    assert "Nothing was sent" in app.status
    assert [change.after for change in app.session.list_changes()] == ["changed", "llamar mañana"]
    assert line("Subject", window).text() == "changed"
    assert [request for request in server.requests if request.method == "POST"] == []
    mend_disk(data)
    press("Submit", window)
    qtbot.waitUntil(lambda: app.status.startswith("Submitted: stored at "))
    assert [note["text"] for note in server.case(203)["notes"]] == ["llamar mañana"]


@pytest.mark.linux_only("moves or deletes an open data file, which Windows denies")
def test_closing_a_tab_asks_and_going_on_keeps_it(
    qtbot: QtBot, window: MainWindow, app: AppFixture, data: Path
) -> None:
    break_disk(data)
    line("Subject", window).setText("changed")
    key(Qt.Key.Key_W, Ctrl)
    qtbot.waitUntil(lambda: bool(window.findChildren(QMessageBox)))
    assert question(window).text() == "Your changes in case 203 are NOT saved. Closing loses them."
    press("Keep editing", question(window))
    assert app.tabs == ["203"]
    assert line("Subject", window).text() == "changed"


@pytest.mark.linux_only("moves or deletes an open data file, which Windows denies")
def test_closing_a_tab_loses_it_only_when_agreed(qtbot: QtBot, window: MainWindow, app: AppFixture, data: Path) -> None:
    break_disk(data)
    line("Subject", window).setText("changed")
    key(Qt.Key.Key_W, Ctrl)
    qtbot.waitUntil(lambda: bool(window.findChildren(QMessageBox)))
    press("Close and lose changes", question(window))
    assert app.tabs == []
    mend_disk(data)
    assert opened(qtbot, app, 203).edit == Edit()


@pytest.mark.linux_only("moves or deletes an open data file, which Windows denies")
def test_closing_the_window_asks_and_offers_to_copy_it(
    qtbot: QtBot, window: MainWindow, app: AppFixture, data: Path
) -> None:
    break_disk(data)
    line("Subject", window).setText("changed")
    app.session.editor.set_note_text("half a sen")
    opened(qtbot, app, 210)
    window.close()
    assert window.isVisible()
    qtbot.waitUntil(lambda: bool(window.findChildren(QMessageBox)))
    assert "in case 203" in question(window).text()
    press("Copy changes and close", question(window))
    assert QGuiApplication.clipboard().text() == "203\tSubject\tchanged\n203\tNew note\thalf a sen"
    assert not window.isVisible()


@pytest.mark.linux_only("moves or deletes an open data file, which Windows denies")
def test_the_system_closes_it_without_a_question(window: MainWindow, data: Path) -> None:
    break_disk(data)
    line("Subject", window).setText("changed")
    window.closing.close_at_once()
    assert not window.isVisible()
    assert window.findChildren(QMessageBox) == []


def test_a_data_file_of_a_newer_version_is_told_and_not_touched(
    qtbot: QtBot, app_over: AppOver, start_worker: StartWorker, server: DemoServer, data: Path
) -> None:
    Store(data).close()
    with contextlib.closing(sqlite3.connect(data / "caseeditor.sqlite")) as file:
        file.execute("PRAGMA user_version = 99")
    before = (data / "caseeditor.sqlite").read_bytes()
    app = app_over(start_worker(server.token))
    app.workspace.start(Server(server.url), ())
    qtbot.waitUntil(lambda: "NOT saved: the data file is from a newer version of Case Editor." in labels(app.window))
    session = opened(qtbot, app, 203)
    session.editor.set_subject("changed")
    qtbot.waitUntil(lambda: session.kept.fault is StorageProblem.NEWER)
    assert (data / "caseeditor.sqlite").read_bytes() == before


def test_the_program_leaves_once_it_is_read_that_the_data_is_newer(
    qtbot: QtBot, app_over: AppOver, start_worker: StartWorker, server: DemoServer, data: Path
) -> None:
    Store(data).close()
    with contextlib.closing(sqlite3.connect(data / "caseeditor.sqlite")) as file:
        file.execute("PRAGMA user_version = 99")
    app = app_over(start_worker(server.token))
    app.window.show()
    app.workspace.start(Server(server.url), ())
    qtbot.waitUntil(lambda: app.window.findChildren(QMessageBox) != [])
    (box,) = app.window.findChildren(QMessageBox)
    assert "newer version of Case Editor" in box.text()
    box.buttons()[0].click()
    qtbot.waitUntil(lambda: not app.window.isVisible())


def test_what_came_back_and_is_discarded_at_once_goes_from_the_disk(
    qtbot: QtBot, app: AppFixture, server: DemoServer, data: Path
) -> None:
    """The disk has it before the edit. Before a pause ends, the edit is as empty again as when it was last saved."""
    session = opened(qtbot, app, 9006)  # rejects updates
    session.editor.set_note_text("llamar")
    seen: list[Draft | None] = []

    def discard() -> None:
        if session.edit.notes and not seen:
            seen.append(on_disk(data, server, 9006))
            session.editor.discard()

    session.submit()
    session.editor.edit_changed.connect(discard)
    qtbot.waitUntil(lambda: bool(seen))
    assert seen[0]
    qtbot.waitUntil(lambda: on_disk(data, server, 9006) is None)
    assert session.edit == Edit()
