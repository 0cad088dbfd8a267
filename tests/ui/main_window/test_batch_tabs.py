"""Batches in tabs of the window, over real services."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QLabel,
    QLineEdit,
    QMenu,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QTableView,
)
from pytestqt.qtbot import QtBot

from caseeditor.domain.batch.batch import BatchState
from caseeditor.domain.batch.row import RowPlan
from caseeditor.ui.batch.chooser import BatchChooser
from caseeditor.ui.batch.page import BatchPage
from caseeditor.ui.widgets.lists.entry_dialog import EntryDialog
from caseeditor.ui.widgets.lists.item_data import Role
from tests.ui.parts import AppFixture, Restart, find, is_there, labels, name_of, opened, press

CTRL = Qt.KeyboardModifier.ControlModifier


def begun(qtbot: QtBot, app: AppFixture) -> BatchPage:
    """Open a new batch as an agent does, and wait until it is on disk."""
    QTest.keyClick(app.window, Qt.Key.Key_B, CTRL)
    page = app.window.findChildren(BatchPage)[-1]
    qtbot.waitUntil(lambda: page.opened.batch.number > 0)
    return page


def status(page: BatchPage) -> str:
    found = [each for each in page.findChildren(QLabel) if each.accessibleIdentifier() == "BatchStatus"]
    return found[0].text()


def tab_names(app: AppFixture) -> list[str]:
    bar = app.window.tabs.findChildren(QPushButton) and app.window.tabs
    del bar
    tabs = app.window.tabs._tabs  # noqa: SLF001 - the names that assistive technology reads
    return [tabs.tabBar().accessibleTabName(place) for place in range(tabs.count())]


def action(app: AppFixture, text: str) -> QAction:
    menus = app.window.menuBar().findChildren(QMenu)
    return next(each for menu in menus for each in menu.actions() if each.text() == text)


def planned(qtbot: QtBot, app: AppFixture, ids: str, note: str) -> BatchPage:
    """Make a batch that adds a note, and its plan."""
    page = begun(qtbot, app)
    find(QPlainTextEdit, "Case ids", page).setPlainText(ids)
    find(QPlainTextEdit, "New note", page).setPlainText(note)
    press("Make plan", page)
    qtbot.waitUntil(lambda: page.opened.batch.state is BatchState.PLANNED)
    return page


def run(qtbot: QtBot, page: BatchPage) -> None:
    """Run a plan, and go on after each stop."""
    qtbot.waitUntil(lambda: find(QPushButton, "Run", page).isEnabled())
    press("Run", page)
    qtbot.waitUntil(lambda: page.opened.batch.state in (BatchState.PAUSED, BatchState.DONE))


def test_ctrl_b_opens_a_draft_in_a_tab_of_its_own(qtbot: QtBot, app: AppFixture) -> None:
    page = begun(qtbot, app)
    assert tab_names(app) == [page.title]
    assert page.title.startswith("Batch ")
    assert app.window.windowTitle() == f"{page.title} – Case Editor[*]"
    assert QApplication.focusWidget() is find(QPlainTextEdit, "Case ids", page)
    assert status(page) == "draft"


def test_a_batch_is_no_case(qtbot: QtBot, app: AppFixture) -> None:
    opened(qtbot, app, 203)
    begun(qtbot, app)
    assert app.window.tabs.current_session() is None
    assert app.window.current_view() is None
    assert not action(app, "Submit").isEnabled()
    assert action(app, "Next tab").isEnabled()
    QTest.keyClick(app.window, Qt.Key.Key_PageDown, CTRL)
    assert app.session.case_id == "203"
    assert action(app, "Submit").isEnabled()


def test_ctrl_w_closes_it_and_an_untouched_draft_leaves_nothing(qtbot: QtBot, app: AppFixture) -> None:
    begun(qtbot, app)
    QTest.keyClick(app.window, Qt.Key.Key_W, CTRL)
    assert tab_names(app) == []
    qtbot.waitUntil(lambda: not app.window.findChildren(BatchPage))
    action(app, "Open batch…").trigger()
    qtbot.waitUntil(lambda: "No batches yet" in app.status)


def test_what_is_typed_comes_back_at_the_next_start(qtbot: QtBot, app: AppFixture, restart: Restart) -> None:
    page = begun(qtbot, app)
    find(QLineEdit, "Reason", page).setText("Por demora")
    find(QPlainTextEdit, "Case ids", page).setPlainText("203\n210")
    find(QPlainTextEdit, "New note", page).setPlainText("Hola")
    again = restart()
    qtbot.waitUntil(lambda: bool(again.window.findChildren(BatchPage)))
    back = again.window.findChildren(BatchPage)[0]
    assert find(QLineEdit, "Reason", back).text() == "Por demora"
    assert find(QPlainTextEdit, "Case ids", back).toPlainText() == "203\n210"
    assert find(QPlainTextEdit, "New note", back).toPlainText() == "Hola"


def test_a_tab_that_was_closed_stays_closed_and_is_found_in_the_list(
    qtbot: QtBot, app: AppFixture, restart: Restart
) -> None:
    page = begun(qtbot, app)
    find(QPlainTextEdit, "New note", page).setPlainText("Hola")
    title = page.title
    QTest.keyClick(app.window, Qt.Key.Key_W, CTRL)
    again = restart()
    qtbot.waitUntil(lambda: "demo" in again.account)
    action(again, "Open batch…").trigger()
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None)
    assert tab_names(again) == []
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: tab_names(again) == [title])


def test_a_batch_is_planned_run_and_undone(qtbot: QtBot, app: AppFixture) -> None:
    ids = "203\n#210\n203\nhttps://elsewhere.example/case/9\nhola\n999999"
    page = planned(qtbot, app, ids, "Nota del lote")
    assert "repeated" in page.cases.findChildren(QLabel)[-1].text()
    assert "No case IDs: line 5: “hola”" in page.cases.findChildren(QLabel)[-1].text()
    assert page.opened.batch.rows == 3
    run(qtbot, page)
    qtbot.waitUntil(lambda: page.opened.batch.state is BatchState.DONE or is_there("Go on", page))
    if page.opened.batch.state is not BatchState.DONE:
        press("Go on", page)
    qtbot.waitUntil(lambda: page.opened.batch.state is BatchState.DONE)
    assert status(page) == "done · stored 2 · skipped 1"
    table = find(QTableView, "Results", page)
    qtbot.waitUntil(lambda: table.model().rowCount() == 3)
    assert [table.model().index(row, 4).data() for row in range(2)] == ["stored", "stored"]
    qtbot.waitUntil(lambda: all(row.outcome for row in page.opened.rows))
    press("Undo batch", page)
    qtbot.waitUntil(lambda: len(app.window.findChildren(BatchPage)) == 2)


def test_a_table_of_large_text_fits_on_the_screen_and_its_cells_into_their_columns(
    qtbot: QtBot, app: AppFixture, tmp_path: Path
) -> None:
    app.workspace.settings_store.change(text_size=150)
    path = tmp_path / "casos.csv"
    line = "12345678901234567;alta;2023-03-15;Hola;5512345678901"
    path.write_text("id;prioridad;fecha;nota;telefono\n" + f"{line}\n" * 30, "utf-8")
    dialog = begun(qtbot, app).open_table(path)
    preview = find(QTableView, "Preview", dialog)
    qtbot.waitUntil(lambda: preview.model().rowCount() == 30)
    room = dialog.screen().availableSize()
    assert dialog.size().boundedTo(room - QSize(2, 48)) == dialog.size()
    assert dialog.minimumSizeHint().height() <= 768 - 48
    button = find(QPushButton, "Use this table", dialog)
    assert dialog.rect().contains(QRect(button.mapTo(dialog, QPoint()), button.size()))
    for column in range(5):
        assert preview.columnWidth(column) >= preview.sizeHintForColumn(column)


def test_a_pause_behind_another_tab_is_marked_on_the_tab_and_told(qtbot: QtBot, app: AppFixture) -> None:
    page = planned(qtbot, app, "203\n210\n211\n212\n213\n214", "Nota del lote")
    find(QLineEdit, "Name of the batch", page).setText("Demoras")
    qtbot.waitUntil(lambda: page.opened.is_saved and find(QPushButton, "Run", page).isEnabled())
    press("Run", page)
    begun(qtbot, app)
    qtbot.waitUntil(lambda: page.opened.batch.state is BatchState.PAUSED)
    tabs = app.window.tabs._tabs  # noqa: SLF001 - the texts that are painted
    why = "The first rows are done. Check them under Results, then press Go on."
    assert tabs.tabText(0) == "● Batch Demoras 3 of 6"
    assert f"● {why}" in tabs.tabToolTip(0)
    assert tab_names(app)[0] == "Batch Demoras"
    assert f"Batch Demoras: {why}" in app.status
    page.opened.stop()
    qtbot.waitUntil(lambda: page.opened.batch.state is BatchState.DONE)
    assert "●" not in tabs.tabText(0)


def chooser(qtbot: QtBot, app: AppFixture) -> BatchChooser:
    action(app, "Open batch…").trigger()
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), BatchChooser))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, BatchChooser)
    return dialog


def test_a_draft_is_deleted_in_the_list_and_its_tab_closes(qtbot: QtBot, app: AppFixture) -> None:
    page = planned(qtbot, app, "203", "Nota del lote")
    find(QLineEdit, "Name of the batch", page).setText("First")
    find(QLineEdit, "Name of the batch", begun(qtbot, app)).setText("Second")
    qtbot.waitUntil(lambda: all(each.opened.is_saved for each in app.window.findChildren(BatchPage)))
    dialog = chooser(qtbot, app)
    find(QLineEdit, "Name of a batch", dialog).setText("First")
    press("Delete batch", dialog)
    qtbot.waitUntil(lambda: tab_names(app) == ["Batch Second"])
    assert find(QLineEdit, "Name of a batch", dialog).text() == "First"
    find(QLineEdit, "Name of a batch", dialog).clear()
    assert [each.text for each in dialog.found("")] == ["Second"]
    QTest.keyClick(dialog, Qt.Key.Key_Delete, CTRL)
    qtbot.waitUntil(lambda: tab_names(app) == [] and not dialog.found(""))
    assert not find(QPushButton, "Delete batch", dialog).isEnabled()


def test_a_batch_with_results_is_deleted_after_a_question(qtbot: QtBot, app: AppFixture) -> None:
    page = planned(qtbot, app, "203", "Nota del lote")
    run(qtbot, page)
    qtbot.waitUntil(lambda: page.opened.batch.state is BatchState.DONE)
    dialog = chooser(qtbot, app)
    for answer in ("Keep", "Delete"):
        press("Delete batch", dialog)
        box = dialog.findChildren(QMessageBox)[-1]
        assert box.text() == f"Delete “{page.opened.batch.name}” with its results?"
        press(answer, box)
        assert len(tab_names(app)) == 1
    qtbot.waitUntil(lambda: tab_names(app) == [] and not dialog.found(""))


@pytest.mark.parametrize("teacher", ["the list", "a plan"])
def test_links_of_the_servers_own_pages_are_cases_before_one_was_opened(
    qtbot: QtBot, app: AppFixture, teacher: str
) -> None:
    if teacher == "the list":
        qtbot.waitUntil(lambda: bool((choice := app.window.panes.lists.choice()) and choice.link))
    else:
        app.window.panes.lists._bar.setCurrentIndex(2)  # noqa: SLF001 - the tab Recent, which has no cases
        planned(qtbot, app, "204", "Nota del lote")
    page = begun(qtbot, app)
    link = "https://demo.socialgateway.example/case/203"
    find(QPlainTextEdit, "Case ids", page).setPlainText(f"{link}\nhttps://elsewhere.example/case/9")
    qtbot.waitUntil(lambda: len(page.opened.rows) == 1)
    assert "Left out: 1 of elsewhere.example, which is another server" in labels(page.cases)


def test_an_undo_says_before_and_after_that_notes_stay(qtbot: QtBot, app: AppFixture) -> None:
    page = begun(qtbot, app)
    find(QPlainTextEdit, "Case ids", page).setPlainText("203\n210")
    find(QPlainTextEdit, "New note", page).setPlainText("Nota del lote")
    find(QLineEdit, "Subject", page).setText("Otro asunto")
    press("Make plan", page)
    qtbot.waitUntil(lambda: page.opened.batch.state is BatchState.PLANNED)
    run(qtbot, page)
    qtbot.waitUntil(lambda: page.opened.batch.state is BatchState.DONE)
    press("Undo batch", page)
    qtbot.waitUntil(lambda: len(app.window.findChildren(BatchPage)) == 2)
    undo = app.window.findChildren(BatchPage)[1]
    qtbot.waitUntil(lambda: undo.opened.batch.state is BatchState.PLANNED)
    assert "2 notes can't be taken back." in labels(undo.plan)
    find(QCheckBox, "Stop after the first rows", undo).setChecked(False)
    qtbot.waitUntil(lambda: undo.opened.is_saved)
    press("Run", undo)
    box = undo.findChild(QMessageBox)
    assert isinstance(box, QMessageBox)
    assert "2 notes can't be taken back." in box.informativeText()
    press("Run", box)
    qtbot.waitUntil(lambda: undo.opened.batch.state is BatchState.DONE)
    undo.run.unfold(is_open=True)
    assert "Done. 2 notes can't be taken back." in labels(undo.run)


def test_the_batches_made_of_one_have_names_of_their_own_also_in_the_list(qtbot: QtBot, app: AppFixture) -> None:
    page = planned(qtbot, app, "203\n999999", "Nota del lote")
    run(qtbot, page)
    qtbot.waitUntil(lambda: page.opened.batch.state is BatchState.DONE and len(page.opened.rows) == 2)
    name = page.opened.batch.name
    press("Undo batch", page)
    undo = f"Batch Undo of {name}"
    qtbot.waitUntil(lambda: tab_names(app) == [page.title, undo])
    page.results._fill_menu()  # noqa: SLF001 - a menu that opens runs an event loop of its own
    next(each for each in page.results._menu.actions() if each.isEnabled()).trigger()  # noqa: SLF001
    qtbot.waitUntil(lambda: tab_names(app) == [page.title, undo, f"Batch Rest of {name}"])
    qtbot.waitUntil(lambda: all(each.opened.is_saved for each in app.window.findChildren(BatchPage)))
    action(app, "Open batch…").trigger()
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, EntryDialog)
    assert [each.text for each in dialog.found("")] == [f"Rest of {name}", f"Undo of {name}", name]


def test_stop_leaves_the_rest_not_sent(qtbot: QtBot, app: AppFixture) -> None:
    page = planned(qtbot, app, "203\n210\n211\n212\n213\n214", "Nota del lote")
    run(qtbot, page)
    press("Stop", page)
    qtbot.waitUntil(lambda: page.opened.batch.state is BatchState.DONE)
    assert status(page) == "done · stored 3 · not sent 3"


def test_assistive_technology_reads_the_id_in_a_column_of_its_own(qtbot: QtBot, app: AppFixture) -> None:
    page = planned(qtbot, app, "203", "Nota del lote")
    plan = find(QTableView, "Plan", page)
    qtbot.waitUntil(lambda: plan.model().rowCount() == 1)
    plan.selectRow(0)
    QTest.keyClick(plan, Qt.Key.Key_Right)
    run(qtbot, page)
    results = find(QTableView, "Results", page)
    qtbot.waitUntil(lambda: results.model().rowCount() == 1)
    for index in (plan.model().index(1, 0), results.model().index(0, 0)):
        told = [index.data(role) for role in (Role.AccessibleTextRole, Role.AccessibleDescriptionRole)]
        assert told == ["203", "Necesito ayuda !!!"]


def test_ctrl_b_before_the_user_is_known_opens_a_draft_once_he_is(qtbot: QtBot, restart: Restart) -> None:
    again = restart()
    assert again.workspace.account.key == ""
    action(again, "Change many cases…").trigger()
    assert again.status == "The batch opens once you are signed in."
    qtbot.waitUntil(lambda: len(again.window.findChildren(BatchPage)) == 1)
    assert tab_names(again)[0].startswith("Batch ")


def test_the_name_of_a_tab_follows_each_letter_of_a_long_name(qtbot: QtBot, app: AppFixture) -> None:
    page = begun(qtbot, app)
    for name in ("x" * 100, "x" * 101):
        find(QLineEdit, "Name of the batch", page).setText(name)
        assert tab_names(app) == [f"Batch {name}"]


def test_a_double_click_on_a_result_opens_its_case(qtbot: QtBot, app: AppFixture) -> None:
    page = planned(qtbot, app, "203", "Nota del lote")
    run(qtbot, page)
    table = find(QTableView, "Results", page)
    qtbot.waitUntil(lambda: table.model().rowCount() == 1)
    table.setCurrentIndex(table.model().index(0, 0))
    QTest.keyClick(table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: app.window.tabs.current_session() is not None)
    assert app.session.case_id == "203"


def test_the_marked_cases_of_the_list_are_taken(qtbot: QtBot, app: AppFixture) -> None:
    opened(qtbot, app, 203)
    opened(qtbot, app, 210)
    recent = app.window.panes.lists
    qtbot.waitUntil(lambda: len(recent.remembered.recent.lines) == 2)
    page = begun(qtbot, app)
    app.window.panes.lists._bar.setCurrentIndex(2)  # noqa: SLF001 - the tab Recent
    press("From the list", page)
    assert sorted(find(QPlainTextEdit, "Case ids", page).toPlainText().split()) == ["203", "210"]


@pytest.mark.parametrize("name", ["From the list"])
def test_all_cases_of_a_search_are_taken(qtbot: QtBot, app: AppFixture, name: str) -> None:
    page = begun(qtbot, app)
    qtbot.waitUntil(lambda: app.window.panes.lists.choice() is not None)
    press(name, page)
    qtbot.waitUntil(lambda: page.opened.batch.rows > 20)
    qtbot.waitUntil(lambda: len(page.opened.rows) == page.opened.batch.rows)
    assert name_of(find(QPushButton, "Remove cases", page)) == "Remove cases"


def test_a_plan_made_in_steps_shows_each_of_its_rows(qtbot: QtBot, app: AppFixture) -> None:
    page = begun(qtbot, app)
    find(QPlainTextEdit, "New note", page).setPlainText("Nota del lote")
    qtbot.waitUntil(lambda: app.window.panes.lists.choice() is not None)
    press("From the list", page)
    qtbot.waitUntil(lambda: page.opened.batch.rows > 20 and not page.opened.is_choosing)
    rows = page.opened.batch.rows
    with qtbot.waitSignal(page.opened.progress_changed):
        press("Make plan", page)
    page.opened.cancel_reading()
    qtbot.waitUntil(lambda: page.opened.progress is None and is_there("Make plan", page))
    press("Make plan", page)
    qtbot.waitUntil(lambda: page.opened.batch.state is BatchState.PLANNED)
    model = page.plan.model
    qtbot.waitUntil(lambda: model.counted.notes == page.opened.batch.plans.get(RowPlan.CHANGES, 0) > 0)
    groups = [model.group_at(line) for line in range(model.rowCount())]
    assert sum(len(group.places) for group in groups if group) == rows
    assert f"{model.counted.notes} notes can't be taken back." in labels(page.plan)
