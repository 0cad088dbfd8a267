"""Where a second start meets the running program on Windows: a named pipe, which no file can be. GUI thread."""

import hashlib
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_LONGEST = 1_000_000
_CONNECTING_MS = 200


def pipe_name(folder: Path) -> str:
    """Name the pipe of a folder: every user has other ones."""
    said = f"{Path.home()}\n{folder.resolve()}".encode("utf-8", "surrogatepass")
    return f"caseeditor-{hashlib.sha256(said).hexdigest()[:32]}"


class Pipe(QObject):
    """The running program's end: open to its user only."""

    came = Signal(object)
    """A line (bytes) of another start, once it is answered; what is not accepted ends the connection."""

    def __init__(self, name: str, accept: Callable[[bytes], bool], answer: bytes, parent: QObject) -> None:
        super().__init__(parent)
        self._accept = accept
        self._answer = answer
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connection)
        self.trouble = "" if self._server.listen(name) else self._server.errorString()

    def close(self) -> None:
        """Be reached no more."""
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
    """Give the running program a line; tells whether it took it within that time."""
    late = QDeadlineTimer(int(seconds * 1000))
    while not late.hasExpired():
        line = QLocalSocket()
        line.connectToServer(name)
        if line.waitForConnected(_CONNECTING_MS):
            line.write(said)
            return line.waitForReadyRead(late.remainingTime()) and bytes(line.readAll().data()) == answer
    return False
