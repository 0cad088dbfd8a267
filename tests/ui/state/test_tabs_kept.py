"""The tab of a case that is being opened is saved, even if the server never answers or the program ends at once."""

import sqlite3
from contextlib import closing
from pathlib import Path

from pytestqt.qtbot import QtBot

from tests.ui.parts import AppFixture, Restart

SILENT = 9002
"""Its reading is never answered."""


def tabs_on_disk(data: Path) -> list[str]:
    with closing(sqlite3.connect(data / "caseeditor.sqlite")) as file:
        return [case_id for (case_id,) in file.execute("SELECT case_id FROM tab ORDER BY place")]


def test_a_case_whose_answer_does_not_come_is_there_at_the_next_start(
    qtbot: QtBot, app: AppFixture, data: Path
) -> None:
    qtbot.waitUntil(lambda: app.workspace.cases._tabs._kept is not None)  # noqa: SLF001 - as below
    app.workspace.opener.open_text(str(SILENT))
    qtbot.waitUntil(lambda: tabs_on_disk(data) == [str(SILENT)])
    assert app.session.is_reading


def test_the_program_ends_right_after_a_case_was_opened(qtbot: QtBot, app: AppFixture, restart: Restart) -> None:
    qtbot.waitUntil(lambda: app.workspace.cases._tabs._kept is not None)  # noqa: SLF001 - the tabs of the last start were read
    app.workspace.opener.open_text(str(SILENT))
    again = restart()
    qtbot.waitUntil(lambda: again.tabs == [str(SILENT)])
