"""The main job in the real window on the built-in Social Gateway, for `--demo --check`."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QDeadlineTimer, QEventLoop, QTimer
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QPlainTextEdit, QPushButton, QWidget

from caseeditor.app import App

W = TypeVar("W", bound=QWidget)
_PATIENCE = 15_000
"""Deadline of a step in ms."""
_LOOK = 20
"""Polling interval in ms."""
_AT_REST = 600
"""Milliseconds until queue and layout are at rest, for a picture."""
_SCREEN = (1366, 768)
"""Size of the window in a picture: that of a small screen."""
_SUBJECT, _NOTE, _TAG = "Necesito ayuda con mi factura", "Llamar mañana a las 10", "vip"
_NAME, _VALUE = "prioridad", "alta"


class MainJob:
    """Opens case 203, changes it as an agent would, submits, and verifies the case on the server."""

    def __init__(self, app: App, say: Callable[[str, str, str], None], pictures: Path | None) -> None:
        self._app = app
        self._window = app.window
        self._say = say
        self._pictures = pictures

    def run(self) -> None:
        """Run the steps; a step that fails ends the job."""
        self._app.show()
        if self._pictures:
            self._window.resize(*_SCREEN)
        steps = (
            ("Case 203 opened", self._open),
            ("Contact and profiles shown", self._see_contact),
            ("Subject, note, tags and attribute changed", self._change),
            ("Changes submitted", self._submit),
            ("The server holds exactly that", self._verify),
        )
        try:
            for name, step in steps:
                if not step():
                    self._say("fail", "Main job", f"{name}: not seen")
                    self._picture("failed")
                    return
                self._say("ok", "Main job", name)
        finally:
            self._app.shut_down()

    def _open(self) -> bool:
        self._field(QLineEdit, "Case id or link").setText("203")
        if not self._wait(lambda: self._app.workspace.account.server is not None):
            return False
        self._button("Open case").click()
        seen = self._wait(lambda: "– 203 –" in self._window.windowTitle())
        self._picture("opened")
        return seen

    def _see_contact(self) -> bool:
        tree = self._field(QAbstractItemView, "Contact and profiles")
        model = tree.model()
        lines = [str(model.index(row, 0).data()) for row in range(model.rowCount())]
        return any("Juan Perez" in line for line in lines) and any("juanperez7010" in line for line in lines)

    def _change(self) -> bool:
        self._field(QLineEdit, "Subject").setText(_SUBJECT)
        self._field(QPlainTextEdit, "New note").setPlainText(_NOTE)
        self._button("Add note").click()
        self._field(QLineEdit, "New tag").setText(_TAG)
        self._button("Add tag").click()
        grid = self._field(QAbstractItemView, "Attributes").model()
        last = grid.rowCount() - 1
        grid.setData(grid.index(last, 0), _NAME)
        grid.setData(grid.index(last, 1), _VALUE)
        self._picture("changed")
        return self._window.isWindowModified()

    def _submit(self) -> bool:
        self._button("Submit").click()
        seen = self._wait(lambda: "stored" in self._window.status_text())
        self._picture("submitted")
        return seen

    def _verify(self) -> bool:
        demo = self._app.demo
        if demo is None:
            return False
        held = demo.case(203)
        updates = [request for request in demo.requests if request.method == "POST"]
        return (
            held["subject"] == _SUBJECT
            and [note["text"] for note in held["notes"]] == [_NOTE]
            and held["tags"] == ["spam", _TAG]
            and held[_NAME] == _VALUE
            and len(updates) == 1
        )

    def _wait(self, seen: Callable[[], bool]) -> bool:
        loop, wake, late = QEventLoop(), QTimer(), QDeadlineTimer(_PATIENCE)
        wake.start(_LOOK)
        while not seen() and not late.hasExpired():
            loop.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        return seen()

    def _field(self, kind: type[W], name: str) -> W:
        """Find a widget by its English accessible name."""
        return next(found for found in self._window.findChildren(kind) if found.accessibleName() == name)

    def _button(self, text: str) -> QPushButton:
        buttons = self._window.findChildren(QPushButton)
        return next(found for found in buttons if found.text() == text)

    def _picture(self, name: str) -> None:
        if self._pictures:
            self._wait(QDeadlineTimer(_AT_REST).hasExpired)
            self._pictures.mkdir(parents=True, exist_ok=True)
            self._window.grab().save(str(self._pictures / f"{name}.png"))
