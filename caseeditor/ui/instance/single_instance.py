"""The connection of the running program to other starts. A link or a second start can only open cases."""

import contextlib
import socket
import sys
from pathlib import Path
from typing import Protocol

import msgspec
from PySide6.QtCore import QObject, QSocketNotifier, QTimer, Signal

from caseeditor.ui.messages.message import Message, Severity
from caseeditor.ui.messages.texts import translate

_LONGEST = 1_000_000
"""Maximum size of a hand-over, in bytes."""
_ANSWER = b"ok"
_AGAIN_MS = 2000


class Meeting(Protocol):
    """The socket at which other starts connect."""

    @property
    def line(self) -> socket.socket: ...

    def accept(self) -> socket.socket | None:
        """Return the next connection, None if it is not from a program of ours."""


class FolderHold(Protocol):
    """The hold on a data folder, as `services.instance.holding` has it."""

    @property
    def folder(self) -> Path: ...

    @property
    def is_held(self) -> bool: ...

    @property
    def unlockable(self) -> str:
        """Why nothing can be locked there, in the system's words; '' where it can."""

    @property
    def unreachable(self) -> str:
        """Why other starts can't reach this one, in the system's words; '' where they can."""

    if sys.platform != "win32":

        @property
        def meeting(self) -> Meeting | None: ...

    def take(self) -> bool:
        """Hold the folder; False while another program has it."""

    def close(self) -> None:
        """Give the folder up."""


class HandedOver(msgspec.Struct, frozen=True):
    """Cases that a second start was asked to open, and their server ('' where none was named)."""

    cases: tuple[str, ...] = ()
    server: str = ""


class Instance(QObject):
    """Receives the hand-overs of other starts; they can only request to open cases. GUI thread.

    If another program had the data folder at the start, it tries again until it has the folder.
    """

    handed_over = Signal(object)
    """A HandedOver of another start."""
    taken = Signal()
    """This program has got the data folder."""

    def __init__(self, holding: FolderHold) -> None:
        super().__init__()
        self._holding = holding
        self._notifier: QSocketNotifier | None = None
        self._trouble = ""
        self._again = QTimer(self)
        self._again.setInterval(_AGAIN_MS)
        self._again.timeout.connect(self._on_again)

    @property
    def is_held(self) -> bool:
        """Tell whether this program has the data folder."""
        return self._holding.is_held

    def messages(self) -> tuple[Message, ...]:
        """Return warnings: another program has the folder, it can't be locked, or other starts can't reach this one."""
        told = []
        if not self.is_held:
            text = translate("Instance", "The data folder is open in another Case Editor. Close that one to send.")
            told.append(Message(text, Severity.WARNING))
        if self._holding.unlockable:
            text = translate("Instance", "The data folder can't be locked: {0}. Open it on one computer only.")
            told.append(Message(text.format(self._holding.unlockable), Severity.WARNING))
        if trouble := self._holding.unreachable or self._trouble:
            text = translate("Instance", "Links and second starts can't reach this window: {0}. Open cases in it.")
            told.append(Message(text.format(trouble), Severity.WARNING))
        return tuple(told)

    def listen(self) -> None:
        """Accept hand-overs; called once the window is up."""
        if self._holding.is_held:
            self._listen()
        else:
            self._again.start()

    def close(self) -> None:
        """Give the folder up."""
        self._again.stop()
        self._stop()
        self._holding.close()

    def _on_again(self) -> None:
        if self._holding.take():
            self._again.stop()
            self._listen()
            self.taken.emit()

    def _on_said(self, said: bytes) -> None:
        self.handed_over.emit(msgspec.json.decode(said, type=HandedOver))

    if sys.platform == "win32":

        def _listen(self) -> None:
            from caseeditor.ui.instance.pipe import Pipe, pipe_name  # noqa: PLC0415 - slow to import: after the window is up

            self._pipe = Pipe(pipe_name(self._holding.folder), is_hand_over, _ANSWER, self)
            self._pipe.came.connect(self._on_said)
            self._trouble = self._pipe.trouble

        def _stop(self) -> None:
            pass  # the pipe ends with this object

    else:

        def _listen(self) -> None:
            if self._holding.meeting:
                handle = self._holding.meeting.line.fileno()
                self._notifier = QSocketNotifier(handle, QSocketNotifier.Type.Read, self)
                self._notifier.activated.connect(self._on_connection)

        def _stop(self) -> None:
            if self._notifier:
                self._notifier.setEnabled(False)
                self._notifier = None
            for line in self.findChildren(_Line):
                line.end()

        def _on_connection(self) -> None:
            line = self._holding.meeting.accept() if self._holding.meeting else None
            if line:
                _Line(line, self).came.connect(self._on_said)


class _Line(QObject):
    """A connection of another start: receives one line and answers it. A line that is no hand-over ends it."""

    came = Signal(object)
    """The line (bytes), once it is answered."""

    def __init__(self, line: socket.socket, parent: QObject) -> None:
        super().__init__(parent)
        self._line = line
        self._said = b""
        self._notifier = QSocketNotifier(line.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_ready)

    def end(self) -> None:
        """Close it."""
        self._notifier.setEnabled(False)
        self._line.close()
        self.deleteLater()

    def _on_ready(self) -> None:
        try:
            more = self._line.recv(_LONGEST)
        except OSError:
            more = b""
        self._said += more
        said, end, _ = self._said.partition(b"\n")
        if end and is_hand_over(said):
            with contextlib.suppress(OSError):
                self._line.send(_ANSWER)
            self.end()
            self.came.emit(said)
        elif end or not more or len(said) > _LONGEST:
            self.end()


def is_hand_over(said: bytes) -> bool:
    """Tell whether a line is a hand-over."""
    try:
        msgspec.json.decode(said, type=HandedOver)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return False
    return True
