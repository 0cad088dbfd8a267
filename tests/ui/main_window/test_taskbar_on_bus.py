"""The progress of batches in docks of Linux: the real window, a real bus, and a dock on it."""

import os
import signal
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from caseeditor.domain.backend import BackendInterface
from caseeditor.domain.batch.batch import BatchState, Options
from caseeditor.domain.batch.run_progress import RunProgress
from caseeditor.runtime.worker import BackgroundWorker, call
from caseeditor.services.backend import Backend
from caseeditor.services.desktop import launcher_entry
from caseeditor.ui.batch.page import BatchPage
from caseeditor.ui.main_window.taskbar.bus_taskbar import BusTaskbar
from tests.support.dock import Dock, dock_on
from tests.support.notification_service import private_bus, process_of
from tests.ui.main_window.test_batch_tabs import planned
from tests.ui.parts import AppFixture, find, press

pytestmark = pytest.mark.linux_only("the session bus")


@pytest.fixture
def dock(monkeypatch: pytest.MonkeyPatch) -> Iterator[Dock]:
    monkeypatch.setattr(launcher_entry, "_PATIENCE", 10)  # a busy computer loses no update
    with private_bus() as address:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        with dock_on(address) as running:
            yield running


def begin_run(qtbot: QtBot, app: AppFixture, *, canary: bool, a_minute: int = 0) -> BatchPage:
    """Run a batch of six rows."""
    page = planned(qtbot, app, "203\n210\n211\n212\n213\n214", "Nota del lote")
    page.opened.edit(options=Options(canary=canary, a_minute=a_minute))
    qtbot.waitUntil(lambda: page.opened.is_saved and find(QPushButton, "Run", page).isEnabled())
    page.opened.run()
    qtbot.waitUntil(lambda: page.opened.batch.is_active)
    return page


def is_hidden(dock: Dock) -> bool:
    """Tell whether a progress was shown, and no longer is."""
    return bool(updates := dock.read()) and not updates[-1].is_visible


def test_a_run_is_shown_until_it_pauses_and_again_until_its_end(qtbot: QtBot, app: AppFixture, dock: Dock) -> None:
    page = begin_run(qtbot, app, canary=True)
    qtbot.waitUntil(lambda: page.opened.batch.state is BatchState.PAUSED)
    qtbot.waitUntil(lambda: is_hidden(dock))
    before = len(dock.read())
    page.opened.edit(options=Options(canary=False))
    page.opened.run()
    qtbot.waitUntil(lambda: page.opened.batch.state is BatchState.DONE)
    qtbot.waitUntil(lambda: len(dock.read()) > before and is_hidden(dock))
    shown = [update.progress for update in dock.read()[before:] if update.is_visible]
    assert shown[0] == 0.5
    assert shown == sorted(shown)


def shown_run(qtbot: QtBot, app: AppFixture, dock: Dock) -> BatchPage:
    """Begin a run that takes minutes, and wait until it is shown."""
    page = begin_run(qtbot, app, canary=False, a_minute=1)
    qtbot.waitUntil(lambda: any(update.is_visible for update in dock.read()))
    assert page.opened.batch.state is BatchState.RUNNING
    return page


def test_closing_the_tab_takes_the_progress_away(qtbot: QtBot, app: AppFixture, dock: Dock) -> None:
    page = shown_run(qtbot, app, dock)
    app.window.tabs.page_close_wanted.emit(page)
    press("Pause and close", app.window)
    qtbot.waitUntil(lambda: is_hidden(dock))


def test_closing_the_window_takes_the_progress_away_and_later_news_do_not_bring_it_back(
    qtbot: QtBot, app: AppFixture, dock: Dock
) -> None:
    page = shown_run(qtbot, app, dock)
    app.window.close()
    qtbot.waitUntil(lambda: is_hidden(dock))
    page.opened.changed.emit()
    done = list[object]()
    app.workspace.worker.run(call(BackendInterface.withdraw_notice), done.append)  # after what that would have sent
    qtbot.waitUntil(lambda: bool(done))
    assert is_hidden(dock)


def test_while_the_bus_is_slow_only_the_latest_progress_waits(
    qtbot: QtBot, worker: BackgroundWorker[Backend], dock: Dock
) -> None:
    taskbar = BusTaskbar(worker, worker)
    daemon = process_of(dock.address)
    os.kill(daemon, signal.SIGSTOP)
    for handled in (1, 2, 3):
        taskbar.show(RunProgress(handled, 4))
    os.kill(daemon, signal.SIGCONT)
    qtbot.waitUntil(lambda: len(dock.read()) == 2)
    taskbar.show(None)
    qtbot.waitUntil(lambda: is_hidden(dock))
    assert [update.progress for update in dock.read()] == [0.25, 0.75, 0]
