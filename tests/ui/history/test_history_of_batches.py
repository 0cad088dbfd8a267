"""A batch in the dialog History: its summary, its button, its rows in an export."""

from contextlib import closing
from pathlib import Path

import msgspec
import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from caseeditor.domain.batch.batch import BatchState
from caseeditor.domain.batch.plan.recipe import Recipe
from caseeditor.domain.batch.row import FieldResult, Outcome
from caseeditor.domain.editing.changes import Change, ChangeKind
from caseeditor.services.storage.database import Store
from caseeditor.ui.history.dialog import HistoryDialog
from tests.support.batches import batch, row
from tests.ui.exports import read_csv, save_as
from tests.ui.history.test_history import detail, rows, show, table
from tests.ui.parts import AppFixture, AppIn, labels, line, opened, press

replace = msgspec.structs.replace
SUBJECT = Change(ChangeKind.SUBJECT, "", "old", "new")
PRIORITY = Change(ChangeKind.ATTRIBUTE, "prioridad", "baja", "alta")
BEGAN = 1_800_000_000_000


@pytest.fixture
def batched(qtbot: QtBot, app: AppFixture, data: Path) -> AppFixture:
    """Discard a draft after a batch of three cases."""
    session = opened(qtbot, app, 210)
    keep_batch(data, session.server.url, app.workspace.account.whose[1] if app.workspace.account.whose else "")
    session.editor.set_subject("something else")
    with qtbot.waitSignal(session.editor.edit_changed):
        session.editor.discard()
    return app


def keep_batch(data: Path, server: str, user: str) -> None:
    moved = (FieldResult(SUBJECT, is_done=True), FieldResult(PRIORITY, is_done=False, now="media"))
    with closing(Store(data)) as store:
        done = batch(
            server=server,
            user=user,
            user_names=("Demo",),
            state=BatchState.DONE,
            reason="Migration",
            recipe=Recipe(notes=("Moved to the new plan",)),
            began=1_000,
            ended=BEGAN,
        )
        store.batches.save(
            done,
            [
                replace(row(1, outcome=Outcome.MOVED), results=moved, at=BEGAN),
                replace(row(2, outcome=Outcome.REJECTED), changes=(SUBJECT,), words="locked"),
                row(3, outcome=Outcome.SKIPPED),
            ],
        )


def open_button(dialog: HistoryDialog) -> QPushButton:
    (found,) = [each for each in dialog.findChildren(QPushButton) if each.text() == "Open batch"]
    return found


def test_a_batch_is_one_entry_with_its_summary(qtbot: QtBot, batched: AppFixture) -> None:
    dialog = show(batched)
    qtbot.waitUntil(lambda: len(rows(dialog)) == 2)
    assert rows(dialog)[1] == ("3 cases", "Close old ones", "1 skipped, 1 moved, 1 rejected")
    assert detail(dialog, 1) == [
        "3 cases: 1 skipped, 1 moved, 1 rejected",
        "Reason: Migration",
        "New note: “Moved to the new plan”",
    ]
    line("Search the history", dialog).setText("migr")
    qtbot.waitUntil(lambda: len(rows(dialog)) == 1)


def test_only_a_batch_can_be_opened_as_one(qtbot: QtBot, batched: AppFixture) -> None:
    dialog = show(batched)
    qtbot.waitUntil(lambda: len(rows(dialog)) == 2)
    detail(dialog, 0)
    assert not open_button(dialog).isVisible()
    with qtbot.assertNotEmitted(dialog.batch_wanted):
        table(dialog).activated.emit(table(dialog).currentIndex())
    detail(dialog, 1)
    assert open_button(dialog).isVisible()
    with qtbot.waitSignal(dialog.batch_wanted) as wanted:
        press("Open batch", dialog)
    assert [batch.number for batch in wanted.args or ()] == [1]


def test_enter_on_a_batch_opens_it(qtbot: QtBot, batched: AppFixture) -> None:
    dialog = show(batched)
    qtbot.waitUntil(lambda: len(rows(dialog)) == 2)
    detail(dialog, 1)
    with qtbot.waitSignal(dialog.batch_wanted) as wanted:
        table(dialog).activated.emit(table(dialog).currentIndex())
    assert [batch.number for batch in wanted.args or ()] == [1]


def test_an_export_has_the_batch_and_each_of_its_rows(qtbot: QtBot, batched: AppFixture, tmp_path: Path) -> None:
    dialog = show(batched)
    qtbot.waitUntil(lambda: len(rows(dialog)) == 2)
    save_as(str(tmp_path / "history.csv"))
    press("Export…", dialog)
    qtbot.waitUntil(lambda: "Exported." in labels(dialog))
    lines = read_csv(tmp_path / "history.csv")[1:]
    kind = "Batch “Close old ones”"
    assert [(each["case"], each["what"], each["before"], each["after"], each["held"]) for each in lines] == [
        ("", "Batch", "", "Close old ones\nMigration", ""),
        ("1001", f"{kind}: Subject", "old", "new", ""),
        ("1001", f"{kind}: prioridad", "baja", "alta", "media"),
        ("1002", f"{kind}: Subject", "old", "new", ""),
        ("1003", kind, "", "", ""),
    ]
    assert [(each["outcome"], each["said"], each["user"]) for each in lines] == [
        ("3 cases: 1 skipped, 1 moved, 1 rejected", "", "Demo"),
        ("stored", "", "Demo"),
        ("moved", "", "Demo"),
        ("rejected", "locked", "Demo"),
        ("skipped", "", "Demo"),
    ]
    assert lines[1]["when"][:4] == "2027"
    assert lines[0]["when"][:4] == "1970"


@pytest.mark.parametrize(
    ("language", "summary"),
    [
        ("es", "3 casos: 1 omitido, 1 cambiado por otros, 1 rechazado"),
        ("pt_BR", "3 casos: 1 ignorado, 1 alterado por outros, 1 rejeitado"),
    ],
)
def test_each_language_has_its_words(qtbot: QtBot, app_in: AppIn, data: Path, language: str, summary: str) -> None:
    keep_batch(data, "http://a", "id:1")
    app = app_in(language)
    dialog = HistoryDialog(app.workspace.worker, None, app.window)
    dialog.show()
    qtbot.waitUntil(lambda: dialog._detail.toPlainText().startswith(summary))  # noqa: SLF001 - named in each language
