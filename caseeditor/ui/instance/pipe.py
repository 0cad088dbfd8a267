"""The named pipe through which a second start reaches the running program on Windows. GUI thread."""

import hashlib
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_LONGEST = 1_000_000
_CONNECTING_MS = 200


def pipe_name(folder: Path) -> str:
    """Return the name of the pipe of a folder and a user."""
    said = f"{Path.home()}\n{folder.resolve()}".encode("utf-8", "surrogatepass")
    return f"caseeditor-{hashlib.sha256(said).hexdigest()[:32]}"


class Pipe(QObject):
    """The running program's end, which only its user can open."""

    came = Signal(object)
    """A line (bytes) of another start, after it was answered. A line that is not accepted ends the connection."""

    def __init__(self, name: str, accept: Callable[[bytes], bool], answer: bytes, parent: QObject) -> None:
        super().__init__(parent)
        self._accept = accept
        self._answer = answer
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connection)
        self.trouble = "" if self._server.listen(name) else self._server.errorString()

    def close(self) -> None:
        """Close the pipe."""
        self._server.close()

    def _on_connection(self) -> None:
        while line := self._server.nextPendingConnection():
            line.readyRead.connect(lambda line=line: self._on_line(line))
            line.disconnected.connect(line.deleteLater)
            if line.bytesAvailable():
                self._on_line(line)

    def _on_line(self, line: QLocalSocket) -> None:
        if line.canReadLine():
            said = bytes(line.readLine().data())
            if not self._accept(said):
                line.abort()
                return
            line.write(self._answer)
            line.flush()
            self.came.emit(said)
        elif line.bytesAvailable() > _LONGEST:
            line.abort()


def hand_over(name: str, said: bytes, answer: bytes, seconds: float) -> bool:
    """Send the running program a line; tells whether it accepted it within that time."""
    late = QDeadlineTimer(int(seconds * 1000))
    while not late.hasExpired():
        line = QLocalSocket()
        line.connectToServer(name)
        if line.waitForConnected(_CONNECTING_MS):
            line.write(said)
            return line.waitForReadyRead(late.remainingTime()) and bytes(line.readAll().data()) == answer
    return False
