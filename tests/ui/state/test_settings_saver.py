"""Settings that could not be saved are told, with a way to save them again."""

import errno
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from caseeditor.domain.local.settings import Settings
from caseeditor.runtime.file_writing import Trouble
from caseeditor.services.config.settings import SettingsFile
from caseeditor.ui.messages.message import Message, Severity
from caseeditor.ui.state.settings_saver import SettingsSaver
from tests.support.readers import FOREVER, Reader
from tests.ui.parts import AppFixture, labels, press

Told = list[Message]
Write = Callable[[Settings], Trouble | None]


def saver_of(app: AppFixture, write: Write) -> Told:
    """Save the settings of a window by a function; return the messages, which the window shows too."""
    told: Told = []
    saver = SettingsSaver(app.workspace.worker, app.workspace.settings_store, write)
    saver.message_emitted.connect(told.append)
    saver.message_emitted.connect(app.workspace.message_emitted)
    saver.message_withdrawn.connect(app.workspace.message_withdrawn)
    return told


def change(app: AppFixture, days: int) -> None:
    app.workspace.settings_store.change(keep_days=days)


def test_saved_settings_are_not_told(qtbot: QtBot, app: AppFixture, tmp_path: Path) -> None:
    told = saver_of(app, SettingsFile(tmp_path).write)
    change(app, 7)
    qtbot.waitUntil(lambda: SettingsFile(tmp_path).read().keep_days == 7)
    assert told == []


@pytest.mark.parametrize("times", [1, 5])
def test_settings_that_another_program_reads_for_a_moment_are_saved(
    qtbot: QtBot, app: AppFixture, tmp_path: Path, times: int
) -> None:
    told = saver_of(app, SettingsFile(tmp_path, files=Reader(times).files()).write)
    change(app, 7)
    qtbot.waitUntil(lambda: SettingsFile(tmp_path).read().keep_days == 7)
    assert told == []


def test_a_file_that_stays_in_use_is_told_and_can_be_saved_again(qtbot: QtBot, app: AppFixture, tmp_path: Path) -> None:
    reader = Reader(10, code=errno.EBUSY)
    told = saver_of(app, SettingsFile(tmp_path, files=reader.files()).write)
    change(app, 7)
    qtbot.waitUntil(lambda: bool(told))
    assert told[0].text == "Settings not saved: another program is using the file. Close it there."
    assert told[0].text in labels(app.window)
    press("Save again", app.window)
    qtbot.waitUntil(lambda: SettingsFile(tmp_path).read().keep_days == 7)
    assert len(told) == 1


def test_a_folder_in_place_of_the_file_is_told_once_and_again_when_asked(
    qtbot: QtBot, app: AppFixture, tmp_path: Path
) -> None:
    (tmp_path / "settings.json").mkdir()
    written: list[Trouble | None] = []

    def write(settings: Settings) -> Trouble | None:
        written.append(SettingsFile(tmp_path).write(settings))
        return written[-1]

    told = saver_of(app, write)
    change(app, 7)
    qtbot.waitUntil(lambda: bool(told))
    assert told[0].text == "Settings not saved: a folder is named settings.json. Rename or remove it."
    change(app, 8)
    qtbot.waitUntil(lambda: len(written) == 2)
    press("Save again", app.window)
    qtbot.waitUntil(lambda: len(told) == 2)
    (tmp_path / "settings.json").rmdir()
    press("Save again", app.window)
    qtbot.waitUntil(lambda: SettingsFile(tmp_path).read().keep_days == 8)
    assert len(told) == 2


@pytest.fixture
def unsaved(qtbot: QtBot, app: AppFixture, tmp_path: Path) -> Message:
    """Tell in the window that the settings were not saved, and remove the obstacle."""
    (tmp_path / "settings.json").mkdir()
    told = saver_of(app, SettingsFile(tmp_path).write)
    change(app, 7)
    qtbot.waitUntil(lambda: bool(told))
    assert told[0].text in labels(app.window)
    assert app.window.status_text() == told[0].text
    (tmp_path / "settings.json").rmdir()
    return told[0]


def test_the_message_is_withdrawn_once_a_later_save_succeeds(qtbot: QtBot, app: AppFixture, unsaved: Message) -> None:
    change(app, 8)
    qtbot.waitUntil(lambda: unsaved.text not in labels(app.window))
    assert app.window.status_text() == ""


@pytest.mark.usefixtures("unsaved")
def test_a_successful_save_leaves_a_newer_message_alone(qtbot: QtBot, app: AppFixture) -> None:
    newer = Message("Elsewhere", Severity.WARNING)
    app.workspace.message_emitted.emit(newer)
    with qtbot.waitSignal(app.workspace.message_withdrawn):
        change(app, 8)
    assert newer.text in labels(app.window)
    assert app.window.status_text() == newer.text


def test_the_window_does_not_wait_for_the_other_program(qtbot: QtBot, app: AppFixture, tmp_path: Path) -> None:
    threads: list[bool] = []

    def write(settings: Settings) -> Trouble | None:
        threads.append(app.window.thread().isCurrentThread())
        return SettingsFile(tmp_path, files=Reader(FOREVER).files()).write(settings)

    told = saver_of(app, write)
    change(app, 7)
    qtbot.waitUntil(lambda: bool(told))
    assert threads == [False]


def test_changes_made_while_a_save_is_under_way_are_saved_as_one(qtbot: QtBot, app: AppFixture) -> None:
    written: list[int] = []
    begun, go_on = threading.Event(), threading.Event()

    def write(settings: Settings) -> Trouble | None:
        written.append(settings.keep_days)
        begun.set()
        assert go_on.wait(60)
        return None

    saver_of(app, write)
    change(app, 1)
    assert begun.wait(60)
    for days in (2, 3, 4, 5):
        change(app, days)
    go_on.set()
    qtbot.waitUntil(lambda: len(written) == 2)
    app.workspace.worker.close(10)
    assert written == [1, 5]
