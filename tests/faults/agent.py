"""The real program in an invisible window, driven by commands: one JSON object per line on stdin.

Answers each command with a line on stdout, and writes the window's state there on every change. No part of the program
is replaced: commands press buttons and fill fields by their accessible names.
"""

import json
import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
from PySide6.QtCore import QObject, QSocketNotifier, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QCheckBox,
    QDialog,
    QGroupBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QToolButton,
    QWidget,
)

from caseeditor.app import App
from caseeditor.domain.case.reference import parse_server
from caseeditor.domain.timeouts import Timing
from caseeditor.startup import Options, take_folder
from caseeditor.ui.messages.message import Message
from caseeditor.ui.state.session import Session

if TYPE_CHECKING:
    from collections.abc import Callable

_EVERY_MS = 8
_GROUPS = ("Conflicts",)
"""Groups of the window whose presence is reported."""
SCREEN = (1366, 768)
"""The window's size: on a narrow one the attributes are folded."""


class NotFoundError(Exception):
    """The button or field is missing, hidden or disabled."""


class Hand(QObject):
    """Executes the commands from stdin."""

    def __init__(self, app: App) -> None:
        super().__init__()
        self._app = app
        self._window = app.window
        self._workplace = app.workspace
        self._last: dict[str, Any] = {}
        self._held = b""
        self._cells: list[str] = []
        QTimer.singleShot(0, self._window, lambda: self._window.resize(*SCREEN))  # once the program has shown it
        self._notifier = QSocketNotifier(0, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_line)
        self._workplace.message_emitted.connect(self._on_told)
        self._workplace.cases.session_opened.connect(self._follow)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._tell_state)
        self._timer.start(_EVERY_MS)

    def _follow(self, session: Session) -> None:
        session.message_emitted.connect(self._on_told)

    def _on_told(self, message: Message) -> None:
        _write({"said": "\n".join((message.text, *message.lines))})

    def _on_line(self) -> None:
        data = os.read(0, 1_000_000)
        if not data:
            os._exit(3)  # the test process is gone
        *lines, self._held = (self._held + data).split(b"\n")
        for line in lines:
            self._obey(json.loads(line))

    def _obey(self, command: dict[str, Any]) -> None:
        does: Callable[..., object] = getattr(self, f"do_{command.pop('do')}")
        try:
            does(**command)
        except NotFoundError as error:
            _write({"error": str(error)})
            return
        self._tell_state()
        _write({"done": True})

    # State.

    def _tell_state(self) -> None:
        state = self._state()
        if state != self._last:
            self._last = state
            _write({"state": state})

    def _state(self) -> dict[str, Any]:
        view = self._window.current_view()
        labels = [label.text() for label in self._front().findChildren(QLabel) if label.isVisible() and label.text()]
        sessions = self._workplace.sessions.values()
        return {
            "status": self._window.status_text(),
            "title": self._window.windowTitle(),
            "case": int(view.session.case_id) if view else 0,
            "has_token": self._workplace.account.has_token,
            "dialogs": [box.windowTitle() or box.objectName() for box in self._dialogs()],
            "groups": [name for name in _GROUPS if self._group(name)],
            "labels": labels,
            "tabs": sorted(int(session.case_id) for session in sessions),
            "clipboard": QApplication.clipboard().text(),
            "detail": self._detail(),
            "cells": self._cells,
            "opened": sorted(int(session.case_id) for session in sessions if session.case),
            "edits": {
                session.case_id: json.loads(msgspec.json.encode(session.edit)) for session in sessions if session.case
            },
            "kept": {session.case_id: [session.kept.at, session.kept.fault is not None] for session in sessions},
            "parcels": [
                [int(submission.case_id), submission.state.value, submission.user, submission.attempts]
                for _, submission in sorted(self._workplace.deliveries.submissions.items())
            ],
        }

    def _dialogs(self) -> list[QDialog]:
        return [box for box in QApplication.topLevelWidgets() if isinstance(box, QDialog) and box.isVisible()]

    def _group(self, name: str) -> QGroupBox | None:
        """Return the visible group of that name."""
        groups = self._window.findChildren(QGroupBox)
        return next((group for group in groups if group.accessibleName() == name and group.isVisible()), None)

    def _detail(self) -> str:
        """Return the details of the selected history row."""
        fields = self._front().findChildren(QPlainTextEdit)
        return next((field.toPlainText() for field in fields if field.accessibleName() == "What was sent"), "")

    def _front(self) -> QWidget:
        boxes = self._dialogs()
        return boxes[-1] if boxes else self._window

    # Commands.

    def do_state(self) -> None:
        """Report the state."""
        self._last = {}

    def do_open(self, case: int) -> None:
        self._window.address.entry.setText(str(case))
        QTest.keyClick(self._window.address.entry, Qt.Key.Key_Return)

    def do_fill(self, name: str, text: str) -> None:
        """Set a field's text through the accessibility API."""
        field = self._field(name)
        if isinstance(field, QLineEdit):
            field.setText(text)
        else:
            field.setPlainText(text)

    def do_type(self, name: str, text: str) -> None:
        """Type letter by letter."""
        QTest.keyClicks(self._field(name), text)

    def do_press(self, key: str, name: str = "") -> None:
        """Press Return or F5; Ctrl+Return includes Ctrl."""
        modifier = Qt.KeyboardModifier.ControlModifier if key.startswith("Ctrl+") else Qt.KeyboardModifier.NoModifier
        where = self._field(name) if name else self._window
        QTest.keyClick(where, Qt.Key["Key_" + key.removeprefix("Ctrl+")], modifier)

    def do_click(self, name: str, times: int = 1, group: str = "") -> None:
        """Click a button, in a group of that name if one is given."""
        button = self._button(name, group)
        for _ in range(times):
            button.click()

    def do_decide(self, how: str) -> None:
        """Press this button of each field in conflict, and submit."""
        conflicts = self._group("Conflicts")
        for field in conflicts.findChildren(QGroupBox) if conflicts else []:
            for button in field.findChildren(QAbstractButton, options=Qt.FindChildOption.FindDirectChildrenOnly):
                if button.accessibleName() == how:
                    button.click()
        self.do_click("Submit", group="Conflicts")

    def do_sign_in(self, token: str) -> None:
        self.do_fill("Access token", token)
        for box in self._front().findChildren(QCheckBox):
            box.setChecked(False)
        self.do_click("Sign in")

    def do_menu(self, name: str) -> None:
        actions = [action for action in self._window.menuBar().actions() if action.menu()]
        found = [each for action in actions for each in action.menu().actions() if each.text() == name]  # type: ignore[attr-defined]
        if not found or not found[0].isEnabled():
            raise NotFoundError(f"menu {name}")
        found[0].trigger()

    def do_set(self, name: str, value: str) -> None:
        """Set an attribute in the grid: the one with that name, or a new one."""
        model = self._view("Attributes").model()
        rows = [row for row in range(model.rowCount()) if model.index(row, 0).data() == name]
        row = rows[0] if rows else model.rowCount() - 1
        if not rows:
            model.setData(model.index(row, 0), name)
        if not model.setData(model.index(row, 1), value):
            raise NotFoundError(f"cell {row} of {name}")

    def do_names(self) -> None:
        """Report the attributes in the grid."""
        model = self._view("Attributes").model()
        self._cells = [str(model.index(row, 0).data() or "") for row in range(model.rowCount())]

    def do_select(self, name: str, row: int) -> None:
        """Select a row of a list or table; the outbox is opened first if its pane is hidden."""
        if name == "Outbox" and self._window.panes.outbox_dock.isHidden():
            next(each for each in self._window.findChildren(QToolButton) if each.accessibleIdentifier() == name).click()
        view = self._view(name)
        if row >= view.model().rowCount():
            raise NotFoundError(f"{name}, {row}")
        view.setCurrentIndex(view.model().index(row, 0))

    def do_jump(self, seconds: float) -> None:
        """Make the wall clock jump."""
        wall, wall_ns = time.time, time.time_ns
        time.time = lambda: wall() + seconds
        time.time_ns = lambda: wall_ns() + int(seconds * 1e9)

    def do_close(self) -> None:
        self._window.close()

    def _field(self, name: str) -> QLineEdit | QPlainTextEdit:
        front = self._front()
        fields: list[QLineEdit | QPlainTextEdit] = [*front.findChildren(QLineEdit), *front.findChildren(QPlainTextEdit)]
        for field in fields:
            if field.accessibleName() == name and field.isVisible() and field.isEnabled():
                return field
        raise NotFoundError(f"field {name}")

    def _view(self, name: str) -> QAbstractItemView:
        for view in self._front().findChildren(QAbstractItemView):
            if view.accessibleName() == name and view.isVisible():
                return view
        raise NotFoundError(f"list {name}")

    def _button(self, name: str, group: str = "") -> QAbstractButton:
        QApplication.sendPostedEvents()  # a layout shows new widgets only after this
        inside = self._group(group) if group else self._front()
        if inside is None:
            raise NotFoundError(f"group {group}")
        for button in inside.findChildren(QAbstractButton):
            names = (button.text().replace("&", "").removesuffix("…"), button.accessibleName())
            if name in names and button.isVisible() and button.isEnabled():
                return button
        raise NotFoundError(f"button {name}")


def _write(told: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(told) + "\n")
    sys.stdout.flush()


def main(given: dict[str, Any]) -> int:
    timing = msgspec.convert({**msgspec.to_builtins(Timing()), **given["timing"]}, Timing)
    options = Options(
        server=parse_server(given["server"]),
        cases=tuple(str(case) for case in given["cases"]),
        data_dir=Path(given["data"]),
        language="en",
    )
    held = take_folder(options)
    if isinstance(held, int):
        return held
    app = App(options, timing, held)
    hand = Hand(app)
    ended = app.run()
    del hand
    return ended


if __name__ == "__main__":
    sys.exit(main(json.loads(sys.argv[1])))
