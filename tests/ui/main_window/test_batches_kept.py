"""What is typed for a batch is never lost: closing, a full disk, a search that is cancelled, a deleted batch."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QListView, QPlainTextEdit
from pytestqt.qtbot import QtBot

from caseeditor.domain.backend import BackendInterface
from caseeditor.domain.batch.batch import BatchState, Origin
from caseeditor.domain.batch.plan.recipe import Recipe
from caseeditor.domain.delivery.guard import guard_of
from caseeditor.runtime.worker import call
from caseeditor.ui.batch.page import BatchPage
from caseeditor.ui.queue.panel import QueuePane
from tests.ui.main_window.test_batch_tabs import begun, planned, run, status, tab_names
from tests.ui.parts import AppFixture, Restart, find, press, question


@contextmanager
def locked(data: Path) -> Iterator[None]:
    """Hold the lock of the batches' file, as another program would: no save succeeds."""
    held = sqlite3.connect(next(data.rglob("batches.sqlite3")), isolation_level=None)
    held.execute("BEGIN IMMEDIATE")
    yield
    held.execute("ROLLBACK")
    held.close()


def ids_of(page: BatchPage) -> QPlainTextEdit:
    return find(QPlainTextEdit, "Case ids", page)


def test_closing_waits_for_the_rows_of_pasted_ids(qtbot: QtBot, app: AppFixture, restart: Restart) -> None:
    page = begun(qtbot, app)
    ids_of(page).setPlainText("\n".join(map(str, range(1, 4001))))
    again = restart()
    qtbot.waitUntil(lambda: bool(again.window.findChildren(BatchPage)))
    back = again.window.findChildren(BatchPage)[0].opened
    qtbot.waitUntil(lambda: len(back.rows) == 4000)
    assert (back.batch.rows, back.batch.ids_text.count("\n")) == (4000, 3999)


def test_closing_asks_before_it_loses_what_can_not_be_saved(qtbot: QtBot, app: AppFixture, data: Path) -> None:
    page = begun(qtbot, app)
    with locked(data):
        find(QPlainTextEdit, "New note", page).setPlainText("Hola")
        app.window.close()
        qtbot.waitUntil(lambda: "NOT saved" in question(app.window).text())
        assert page.opened.batch.name in question(app.window).text()
        press("Keep editing", question(app.window))
        assert app.window.isVisible()
    qtbot.waitUntil(lambda: page.opened.is_saved)
    app.window.close()
    assert not app.window.isVisible()


def test_ids_that_were_not_saved_are_never_run_as_the_old_ones(qtbot: QtBot, app: AppFixture, data: Path) -> None:
    page = planned(qtbot, app, "203\n210", "Hola")
    page.cases.unfold(is_open=True)
    with locked(data):
        ids_of(page).setPlainText("211\n212")
        press("Make plan", page)
        qtbot.waitUntil(lambda: "NOT saved" in app.status)
    qtbot.waitUntil(lambda: page.opened.is_saved)
    assert [row.case_id for row in page.opened.rows] == ["211", "212"]
    assert (page.opened.batch.state, page.opened.batch.ids_text) == (BatchState.DRAFT, "211\n212")


def test_a_batch_that_was_deleted_loses_its_tab_and_says_so_once(qtbot: QtBot, app: AppFixture) -> None:
    page = begun(qtbot, app)
    told: list[str] = []
    page.opened.message_emitted.connect(lambda message: told.append(message.text))
    app.workspace.worker.run(call(BackendInterface.drop_batch, page.opened.batch.number), is_update=True)
    find(QLineEdit, "Reason", page).setText("Por demora")
    qtbot.waitUntil(lambda: tab_names(app) == [])
    assert "was deleted" in app.status
    assert told == []


def test_pasted_ids_come_back_by_undo_after_a_search_took_their_place(qtbot: QtBot, app: AppFixture) -> None:
    page = begun(qtbot, app)
    ids_of(page).setPlainText("203\n210")
    qtbot.waitUntil(lambda: len(page.opened.rows) == 2)
    qtbot.waitUntil(lambda: app.window.panes.lists.choice() is not None)
    press("From the list", page)
    qtbot.waitUntil(lambda: page.opened.batch.origin is Origin.SEARCH)
    assert ids_of(page).toPlainText() == ""
    ids_of(page).undo()
    qtbot.waitUntil(lambda: [row.case_id for row in page.opened.rows] == ["203", "210"])
    assert page.opened.batch.ids_text == "203\n210"


def test_marked_cases_of_a_search_keep_its_conditions(qtbot: QtBot, app: AppFixture) -> None:
    page = begun(qtbot, app)
    queue = app.window.panes.lists.findChild(QueuePane)
    assert isinstance(queue, QueuePane)
    qtbot.waitUntil(lambda: queue.model.rowCount() > 20)
    shown = next(each for each in queue.findChildren(QListView) if each.model() is queue.model)
    for place in (3, 5):
        shown.selectionModel().select(queue.model.index(place), QItemSelectionModel.SelectionFlag.Select)
    chosen = app.window.panes.lists.choice()
    assert chosen is not None
    assert chosen.filters is not None
    press("From the list", page)
    qtbot.waitUntil(lambda: len(page.opened.rows) == 2)
    assert page.opened.batch.origin is Origin.LIST
    assert page.opened.batch.guard == guard_of(chosen.filters)
    assert {row.case_id for row in page.opened.rows} == set(chosen.ids)


def test_an_undo_can_not_be_edited(qtbot: QtBot, app: AppFixture) -> None:
    page = begun(qtbot, app)
    ids_of(page).setPlainText("203")
    find(QLineEdit, "New tag", page).setText("lote")
    press("Make plan", page)
    qtbot.waitUntil(lambda: page.opened.batch.state is BatchState.PLANNED)
    run(qtbot, page)
    qtbot.waitUntil(lambda: status(page) == "done · stored 1")
    press("Undo batch", page)
    qtbot.waitUntil(lambda: len(app.window.findChildren(BatchPage)) == 2)
    undo = app.window.findChildren(BatchPage)[-1]
    qtbot.waitUntil(lambda: undo.opened.batch.state is BatchState.PLANNED)
    for part in (undo.cases, undo.changes):
        part.unfold(is_open=True)
    assert ids_of(undo).isReadOnly()
    assert find(QPlainTextEdit, "New note", undo).isReadOnly()
    assert find(QLineEdit, "Subject", undo).isReadOnly()
    assert undo.opened.batch.recipe == Recipe()


def test_a_batch_of_the_history_is_not_opened_where_batches_are_off(qtbot: QtBot, app: AppFixture) -> None:
    page = begun(qtbot, app)
    find(QLineEdit, "Reason", page).setText("Por demora")
    qtbot.waitUntil(lambda: page.opened.is_saved)
    batch = page.opened.batch
    QTest.keyClick(app.window, Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier)
    assert tab_names(app) == []
    app.workspace.settings_store.change(batches=False)
    app.window.dialogs.batch_wanted.emit(batch)
    assert tab_names(app) == []
    assert "administrator" in app.status
