"""History of submitted and discarded changes: paging, search, export and clearing."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton, QStyle, QTableView
from pytestqt.qtbot import QtBot

from caseeditor.demo.server import DemoServer
from caseeditor.domain.delivery.draft import Draft
from caseeditor.domain.delivery.outcome import Outcome
from caseeditor.domain.delivery.snapshot import Snapshot
from caseeditor.domain.editing.edit import Edit, Row
from caseeditor.runtime.worker import BackgroundWorker
from caseeditor.services.backend import Backend
from caseeditor.services.storage.database import Store
from caseeditor.ui.history.dialog import HistoryDialog, HistoryModel
from caseeditor.ui.messages.delivery import ending_words, outcome_words
from tests.ui.exports import read_csv
from tests.ui.parts import AppFixture, AppIn, AppOver, Watched, column, field, find, labels, line, opened, press, submit

FORMULA = "=HYPERLINK(“http://x”)"


def show(app: AppFixture) -> HistoryDialog:
    action = next(each for each in app.window.findChildren(QAction) if each.text() == "History…")
    action.trigger()
    found = [each for each in app.window.findChildren(HistoryDialog) if each.isVisible()]
    assert len(found) == 1
    return found[0]


def table(dialog: HistoryDialog) -> QTableView:
    return find(QTableView, "History", dialog)


def rows(dialog: HistoryDialog) -> list[tuple[str, ...]]:
    """Return the rows of the table, without the time."""
    model = table(dialog).model()
    return list(zip(*(column(model, number) for number in (1, 2, 3)), strict=True))


def detail(dialog: HistoryDialog, row: int) -> list[str]:
    """Select a row, and return the details below."""
    table(dialog).selectRow(row)
    return field("What was sent", dialog).toPlainText().splitlines()


def save_as(path: Path) -> None:
    """Answer the next file dialog."""

    def answer() -> None:
        chooser = QApplication.activeModalWidget()
        if isinstance(chooser, QFileDialog):
            chooser.selectFile(str(path))
            chooser.accept()
        else:
            QTimer.singleShot(1, answer)

    QTimer.singleShot(0, answer)


@pytest.fixture
def worked(qtbot: QtBot, app: AppFixture) -> AppFixture:
    """Create one stored and one rejected submission, and one discarded draft."""
    session = opened(qtbot, app, 210)
    session.editor.set_subject(FORMULA)
    session.editor.set_value("plan", "+54 11 4862-9748")
    session.editor.set_row(None, Row("prioridad", "alta"))
    session.editor.set_note_text("llamar\nmañana")
    session.editor.remove_tag("app")
    submit(qtbot, session)
    session = opened(qtbot, app, 9005)
    session.editor.set_note_text("rechazado")
    submit(qtbot, session)
    press("Discard changes", app.window)
    return app


def test_it_lists_what_was_submitted_and_discarded_the_newest_first(qtbot: QtBot, worked: AppFixture) -> None:
    dialog = show(worked)
    qtbot.waitUntil(lambda: len(rows(dialog)) == 3)
    assert [(id_, outcome) for id_, _, outcome in rows(dialog)] == [
        ("9005", "discarded"),
        ("9005", "Rejected, back in the draft"),
        ("210", "stored"),
    ]
    assert rows(dialog)[2][1] == "La aplicación se cierra sola al pagar"


@pytest.mark.parametrize("language", ["en", "es", "pt_BR"])
def test_no_outcome_is_cut(app_in: AppIn, language: str) -> None:
    app = app_in(language)
    app.window.dialogs.show_history()
    shown = app.window.findChildren(HistoryDialog)[0].findChildren(QTableView)[0]
    room = shown.columnWidth(3) - 2 * (shown.style().pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin) + 1)
    words = ending_words()
    assert outcome_words(Outcome.PARTLY) in words
    assert [each for each in words if shown.fontMetrics().horizontalAdvance(each) > room] == []


def test_it_shows_before_and_after_and_what_the_server_said(qtbot: QtBot, worked: AppFixture) -> None:
    dialog = show(worked)
    qtbot.waitUntil(lambda: len(rows(dialog)) == 3)
    assert detail(dialog, 2) == [
        f"Subject: “La aplicación se cierra sola al pagar” → “{FORMULA}”",
        "New note: “llamar",
        "mañana”",
        "plan: “Empresa” → “+54 11 4862-9748”",
        "prioridad: “alta”",
        "Tag removed: “app”",
    ]
    assert detail(dialog, 1) == [
        "New note: “rechazado”",
        "The server said: “This case is locked by the supervisor”",
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [("210", ["210"]), ("mañana", ["210"]), ("RECHAZADO", ["9005", "9005"]), ("50%_", []), ("\u200b#210,", ["210"])],
)
def test_it_is_searched_by_id_and_by_any_text(qtbot: QtBot, worked: AppFixture, text: str, found: list[str]) -> None:
    dialog = show(worked)
    qtbot.waitUntil(lambda: len(rows(dialog)) == 3)
    line("Search the history", dialog).setText(text)
    qtbot.waitUntil(lambda: [id_ for id_, _, _ in rows(dialog)] == found)
    line("Search the history", dialog).clear()
    qtbot.waitUntil(lambda: len(rows(dialog)) == 3)


def test_the_newest_is_shown_at_once(qtbot: QtBot, worked: AppFixture) -> None:
    dialog = show(worked)
    qtbot.waitUntil(lambda: bool(field("What was sent", dialog).toPlainText()))
    assert table(dialog).currentIndex().row() == 0


def test_what_another_user_sent_is_not_shown(qtbot: QtBot, worked: AppFixture) -> None:
    model = HistoryModel(worked.workspace.worker, (worked.session.server.url, "another"), worked.window)
    with qtbot.waitSignal(model.looked):
        model.look_for("")
    assert model.is_readable
    assert model.rowCount() == 0


def test_its_model_keeps_its_word_while_it_is_searched(qtbot: QtBot, worked: AppFixture) -> None:
    model = HistoryModel(worked.workspace.worker, None, worked.window)
    watched = Watched(model)
    for text, ids in (("", ["9005", "9005", "210"]), ("210", ["210"]), ("nowhere", []), ("9005", ["9005", "9005"])):
        with qtbot.waitSignal(model.looked):
            model.look_for(text)
        assert column(model, 1) == ids
    assert watched.removed == []
    assert watched.inserted == [0, 1, 2, 0, 0, 1]


def test_it_comes_page_by_page_as_one_scrolls(qtbot: QtBot, app: AppFixture, data: Path, server: DemoServer) -> None:
    store = Store(data)
    for number in range(250):
        edit = Edit(subject=str(number))
        store.keep_discarded(
            Draft(server=server.url, user="name:demo", case_id=str(number), edit=edit, base=Snapshot())
        )
    store.close()
    dialog = show(app)
    model = table(dialog).model()
    assert isinstance(model, HistoryModel)
    qtbot.waitUntil(lambda: model.rowCount() == 200)
    assert model.canFetchMore(QModelIndex())
    table(dialog).scrollToBottom()
    qtbot.waitUntil(lambda: model.rowCount() == 250)
    assert not model.canFetchMore(QModelIndex())
    assert len(set(column(model, 1))) == 250


def test_a_spreadsheet_finds_no_formula_in_what_is_exported(qtbot: QtBot, worked: AppFixture, tmp_path: Path) -> None:
    dialog = show(worked)
    save_as(tmp_path / "history.csv")
    press("Export…", dialog)
    qtbot.waitUntil(lambda: "Exported." in labels(dialog))
    lines = read_csv(tmp_path / "history.csv")
    assert {each["what"] for each in lines} == {"Subject", "New note", "plan", "prioridad", "Tag removed"}
    cells = [cell for each in lines for cell in each.values()]
    assert "'" + FORMULA in cells
    assert "'+54 11 4862-9748" in cells
    assert "llamar\nmañana" in cells
    assert [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))] == []


def test_as_json_texts_are_exported_exactly(
    qtbot: QtBot, worked: AppFixture, tmp_path: Path, server: DemoServer
) -> None:
    dialog = show(worked)
    save_as(tmp_path / "history.json")
    press("Export…", dialog)
    qtbot.waitUntil(lambda: "Exported." in labels(dialog))
    text = (tmp_path / "history.json").read_text("utf-8")
    lines = json.loads(text)
    assert {"after": FORMULA, "before": "La aplicación se cierra sola al pagar"}.items() <= lines[-5].items()
    assert {(each["user"], each["server"]) for each in lines} == {("demo", server.url)}
    assert server.token not in text


def test_only_what_was_searched_for_is_exported(qtbot: QtBot, worked: AppFixture, tmp_path: Path) -> None:
    dialog = show(worked)
    (model,) = dialog.findChildren(HistoryModel)
    qtbot.waitUntil(lambda: model.rowCount() == 3)
    line("Search the history", dialog).setText("9005")
    with qtbot.waitSignal(model.looked):  # the search may be over after the export
        save_as(tmp_path / "history.json")
        press("Export…", dialog)
    qtbot.waitUntil(lambda: "Exported." in labels(dialog) and model.rowCount() == 2)
    assert {each["case"] for each in json.loads((tmp_path / "history.json").read_text("utf-8"))} == {"9005"}


@pytest.mark.linux_only("symbolic links, which need a right on Windows")
def test_a_file_that_cant_be_written_is_told(qtbot: QtBot, worked: AppFixture, tmp_path: Path) -> None:
    dialog = show(worked)
    (tmp_path / "history.csv").symlink_to(tmp_path / "nowhere" / "history.csv")
    save_as(tmp_path / "history.csv")
    press("Export…", dialog)
    qtbot.waitUntil(lambda: "The file couldn't be written." in labels(dialog))


def test_clearing_it_leaves_what_is_on_its_way(qtbot: QtBot, worked: AppFixture) -> None:
    session = opened(qtbot, worked, 9004)
    session.editor.set_note_text("on its way")
    submit(qtbot, session)
    dialog = show(worked)
    qtbot.waitUntil(lambda: len(rows(dialog)) == 4)
    press("Clear history", dialog)
    qtbot.waitUntil(lambda: [id_ for id_, _, _ in rows(dialog)] == ["9004"])
    assert len(worked.workspace.deliveries.submissions) == 1


def test_clearing_it_leaves_what_is_another_users(qtbot: QtBot, worked: AppFixture) -> None:
    dialog = HistoryDialog(worked.workspace.worker, (worked.session.server.url, "another"), worked.window)
    with qtbot.waitSignal(dialog.cleared):
        button = next(each for each in dialog.findChildren(QPushButton) if each.text() == "Clear history")
        button.click()
    own = show(worked)
    qtbot.waitUntil(lambda: len(rows(own)) == 3)


def test_a_disk_that_cant_be_read_is_told(
    qtbot: QtBot, app_over: AppOver, stranger: BackgroundWorker[Backend], data: Path
) -> None:
    data.touch()  # a file, no folder
    app = app_over(stranger)
    dialog = show(app)
    qtbot.waitUntil(lambda: "The history can't be read." in labels(dialog))
    assert rows(dialog) == []


def test_closing_it_while_it_is_read_leaves_nothing_behind(qtbot: QtBot, worked: AppFixture) -> None:
    show(worked).accept()
    dialog = show(worked)
    qtbot.waitUntil(lambda: len(rows(dialog)) == 3)
