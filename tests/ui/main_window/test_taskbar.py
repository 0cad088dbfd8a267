"""The progress of batches in the taskbar: which batches are shown, and how on Windows."""

from collections.abc import Callable

import msgspec
import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from caseeditor.domain.batch.batch import Batch, BatchState
from caseeditor.domain.batch.row import Outcome
from caseeditor.domain.batch.run_progress import RunProgress
from caseeditor.ui.main_window.taskbar.taskbar import Taskbar
from caseeditor.ui.main_window.taskbar.taskbar_progress import TaskbarProgress
from caseeditor.ui.main_window.taskbar.windows_taskbar import WindowsTaskbar
from caseeditor.ui.state.batch.batches import Batches
from caseeditor.ui.state.batch.open_batch import OpenBatch
from caseeditor.ui.state.workspace import Workspace


class Recorder(Taskbar):
    """Records what is shown."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.shown: list[RunProgress | None] = []

    def show(self, progress: RunProgress | None) -> None:
        self.shown.append(progress)


def test_only_batches_that_ran_since_the_start_are_shown_and_only_their_changes(qapp: QObject) -> None:
    recorder = Recorder(qapp)
    progress = TaskbarProgress(recorder)
    earlier = Batch(number=1, state=BatchState.PAUSED, rows=10, outcomes={Outcome.STORED: 9})
    batch = Batch(number=2, state=BatchState.RUNNING, rows=4)
    halfway = msgspec.structs.replace(batch, outcomes={Outcome.STORED: 2})
    renamed = msgspec.structs.replace(halfway, name="Demoras")
    paused = msgspec.structs.replace(halfway, state=BatchState.PAUSED)
    for batches in (
        (earlier,),
        (earlier, batch),
        (earlier, halfway),
        (earlier, renamed),
        (earlier, paused),
        (earlier,),
    ):
        progress.follow(batches)
    assert recorder.shown == [RunProgress(0, 4), RunProgress(2, 4), RunProgress(2, 4, is_paused=True), None]
    recorder.deleteLater()


@pytest.mark.parametrize("leave", [Batches.hide, Batches.forget])
def test_a_batch_that_leaves_is_a_change_of_those_that_are_followed(
    qtbot: QtBot, workspace: Workspace, leave: Callable[[Batches, OpenBatch], None]
) -> None:
    batches = Batches(workspace, lambda: None, workspace)
    batches.make()
    [opened] = batches.open_batches
    qtbot.waitUntil(lambda: opened.is_saved)
    left = list[int]()
    batches.changed.connect(lambda: left.append(len(batches.open_batches)))
    leave(batches, opened)
    assert left == [0]


class Buttons:
    """Stands in for ITaskbarList3, which exists on Windows only. Records the calls."""

    def __init__(self) -> None:
        self.calls: list[tuple[int, ...]] = []
        self.is_broken = False

    def set_state(self, window: int, state: int) -> None:
        if self.is_broken:
            raise OSError
        self.calls.append((window, state))

    def set_value(self, window: int, done: int, total: int) -> None:
        self.calls.append((window, done, total))


def test_on_windows_a_pause_is_yellow_and_the_end_takes_the_progress_away(qtbot: QtBot) -> None:
    window, buttons = QWidget(), Buttons()
    qtbot.addWidget(window)
    taskbar = WindowsTaskbar(lambda: buttons, window)
    for progress in (RunProgress(1, 4), RunProgress(2, 4, is_paused=True), None):
        taskbar.show(progress)
    handle = int(window.winId())
    normal, yellow, none = 2, 8, 0  # TBPF_NORMAL, TBPF_PAUSED, TBPF_NOPROGRESS
    assert buttons.calls == [(handle, normal), (handle, 1, 4), (handle, yellow), (handle, 2, 4), (handle, none)]


def test_a_windows_without_a_taskbar_is_asked_once(qtbot: QtBot) -> None:
    window, asked = QWidget(), list[None]()
    qtbot.addWidget(window)

    def fail() -> Buttons:
        asked.append(None)
        raise OSError

    taskbar = WindowsTaskbar(fail, window)
    taskbar.show(RunProgress(1, 4))
    taskbar.show(None)
    assert len(asked) == 1


def test_a_failure_of_the_taskbar_of_windows_is_the_last_call(qtbot: QtBot) -> None:
    window, buttons = QWidget(), Buttons()
    qtbot.addWidget(window)
    taskbar = WindowsTaskbar(lambda: buttons, window)
    buttons.is_broken = True
    taskbar.show(RunProgress(1, 4))
    buttons.is_broken = False
    taskbar.show(None)
    assert buttons.calls == []
