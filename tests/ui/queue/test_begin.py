"""The queue comes with the window, and behind the cases that the program starts with."""

import pytest
from PySide6.QtWidgets import QAbstractItemView
from pytestqt.qtbot import QtBot

from caseeditor.domain.case.reference import Server
from caseeditor.runtime.worker import BackgroundWorker
from caseeditor.services.backend import Backend
from tests.ui.parts import AppFixture, AppOver


def has_queue(app: AppFixture) -> bool:
    return any(each.accessibleName() == "Queue" for each in app.window.findChildren(QAbstractItemView))


@pytest.mark.parametrize("cases", [(), ("203",), ("not a case",)])
def test_the_queue_comes_behind_the_cases_of_a_start(
    qtbot: QtBot, app_over: AppOver, worker: BackgroundWorker[Backend], address: Server, cases: tuple[str, ...]
) -> None:
    app = app_over(worker)
    app.workspace.start(address, cases)
    assert has_queue(app) is not bool(cases)
    qtbot.waitUntil(lambda: has_queue(app))
