"""Shared templates on a network share that hangs or fails for a while."""

import threading
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtGui import QWindow
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from caseeditor.domain.backend import BackendInterface
from caseeditor.domain.editing.template_files import written
from caseeditor.domain.editing.templates import Template
from caseeditor.runtime.worker import Outcome, Success, call
from caseeditor.services import share
from caseeditor.ui.templates import looking_again, shared_files
from caseeditor.ui.templates.shared_files import SharedTemplates
from tests.ui.parts import AppFixture


class HungShare:
    """Answers when it is told to: no file system of a test machine hangs, so the function that reads is replaced."""

    def __init__(self) -> None:
        self.reads = 0
        self.answers = threading.Event()

    def read(self, *_: object) -> SharedTemplates:
        self.reads += 1
        self.answers.wait()
        return SharedTemplates((Template("Todos"),))


@pytest.fixture
def hung(monkeypatch: pytest.MonkeyPatch) -> Iterator[HungShare]:
    made = HungShare()
    monkeypatch.setattr(share, "_PATIENCE", 0.3)
    monkeypatch.setattr(shared_files, "read_shared", made.read)
    yield made
    made.answers.set()


def test_a_share_that_hangs_is_told_and_blocks_no_other_file(qtbot: QtBot, app: AppFixture, hung: HungShare) -> None:
    app.workspace.settings_store.change(templates="/share/templates")
    app.window.templates.look()
    written: list[Outcome[str]] = []
    app.window.templates.worker.run(call(BackendInterface.on_disk, partial(str, "x")), written.append)
    qtbot.waitUntil(lambda: written == [Success("x")])
    said = "The place of the shared templates isn't answering: /share/templates."
    qtbot.waitUntil(lambda: app.status == said)
    assert app.window.templates.problem == said
    with qtbot.waitSignal(app.window.templates.read):
        app.window.templates.look()
    assert hung.reads == 1
    hung.answers.set()

    def is_read() -> bool:
        app.window.templates.look()
        return [each.template.name for each in app.window.templates.offered] == ["Todos"]

    qtbot.waitUntil(is_read)
    assert app.window.templates.problem == ""


def names(app: AppFixture) -> list[str]:
    return [each.template.name for each in app.window.templates.offered]


def test_templates_that_were_read_stay_while_their_files_cannot_be_read(
    qtbot: QtBot, app: AppFixture, tmp_path: Path
) -> None:
    folder, templates = tmp_path / "shared", app.window.templates
    folder.mkdir()
    (folder / "a.json").write_bytes(written((Template("Alta"), Template("Aviso"))))
    (folder / "b.json").write_bytes(written((Template("Baja"),)))
    app.workspace.settings_store.change(templates=str(folder))
    templates.look()
    qtbot.waitUntil(lambda: names(app) == ["Alta", "Aviso", "Baja"])
    (folder / "a.json").write_bytes(written((Template("Aviso"),)))
    (folder / "b.json").write_bytes(b"[")  # is being written
    templates.look()
    qtbot.waitUntil(lambda: templates.problem.startswith("No templates in the shared file "))
    assert names(app) == ["Aviso", "Baja"]
    folder.rename(tmp_path / "away")
    templates.look()
    qtbot.waitUntil(lambda: templates.problem.startswith("The shared templates aren't there"))
    assert names(app) == ["Aviso", "Baja"]
    app.workspace.settings_store.change(templates=str(tmp_path / "other"))
    templates.look()
    qtbot.waitUntil(lambda: names(app) == [])


def test_they_are_read_again_when_the_window_gets_the_focus(
    qtbot: QtBot, app: AppFixture, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, templates = tmp_path / "shared.json", app.window.templates
    app.workspace.settings_store.change(templates=str(file))
    templates.look()
    qtbot.waitUntil(lambda: bool(templates.problem))
    file.write_bytes(written((Template("Alta"),)))
    monkeypatch.setattr(looking_again, "_APART", 0)
    other = QWindow()
    other.setScreen(app.window.screen())
    other.show()
    other.requestActivate()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is None)
    app.window.activateWindow()
    qtbot.waitUntil(lambda: names(app) == ["Alta"])
    assert templates.problem == ""
    other.destroy()
