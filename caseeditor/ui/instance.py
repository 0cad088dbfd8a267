"""One running program a data folder: a second start hands its cases to the first and leaves."""

import contextlib
import os
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QDeadlineTimer, QLockFile, QObject, Signal

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

_PATIENCE_MS = 5000
_LONGEST = 1_000_000
"""Bytes of a hand-over."""


class HandedOver(msgspec.Struct, frozen=True):
    """What a second start was asked to open, and at which server ('' where none was named)."""

    cases: tuple[str, ...] = ()
    server: str = ""


class Instance(QObject):
    """Holds the data folder. A link or a second start only ever opens a case; nothing else can be asked for here."""

    handed_over = Signal(object)
    """A HandedOver of another start."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        with contextlib.suppress(OSError):  # where nothing can be kept the program says so, once it runs
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._lock = QLockFile(str(folder / "running.lock"))
        self._lock.setStaleLockTime(0)
        self._folder = folder
        self._server: QLocalServer | None = None

    @property
    def name(self) -> str:
        """Return where other starts find this one."""
        return _name(self._folder)

    def take(self) -> bool:
        """Hold the folder; False when another program does. One that can't be written is nobody's."""
        return (
            self._lock.isLocked()
            or self._lock.tryLock(0)
            or self._lock.error() is not QLockFile.LockError.LockFailedError
        )

    def hand_over(self, handed: HandedOver) -> bool:
        """Give the running program what is to be opened; tells whether it took it. Blocks for some seconds at most."""
        from PySide6.QtNetwork import QLocalSocket  # noqa: PLC0415 - a second start only

        late = QDeadlineTimer(_PATIENCE_MS)
        while not late.hasExpired():
            line = QLocalSocket()
            line.connectToServer(self.name)
            if line.waitForConnected(200):
                line.write(msgspec.json.encode(handed) + b"\n")
                taken = line.waitForReadyRead(late.remainingTime()) and bytes(line.readAll().data()) == b"ok"
                line.close()
                return taken
            if self._lock.tryLock(100):  # it has just ended
                self._lock.unlock()
                return False
        return False

    def listen(self) -> None:
        """Take what other starts hand over; called once the window is up."""
        from PySide6.QtNetwork import QLocalServer  # noqa: PLC0415 - slow to import: after the window is up

        QLocalServer.removeServer(self.name)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connection)
        self._server.listen(self.name)

    def close(self) -> None:
        """Give the folder up."""
        if self._server:
            self._server.close()
        self._lock.unlock()

    def _on_connection(self) -> None:
        line = self._server.nextPendingConnection() if self._server else None
        if line:
            line.readyRead.connect(lambda: self._on_line(line))
            line.disconnected.connect(line.deleteLater)

    def _on_line(self, line: "QLocalSocket") -> None:
        if line.bytesAvailable() > _LONGEST:
            line.abort()
        elif line.canReadLine():
            try:
                handed = msgspec.json.decode(bytes(line.readLine().data()), type=HandedOver)
            except msgspec.MsgspecError:
                line.abort()
                return
            line.write(b"ok")
            line.flush()
            self.handed_over.emit(handed)


def _name(folder: Path) -> str:
    """Name the meeting point by the folder: a path in the user's own runtime folder where there is one."""
    import hashlib  # noqa: PLC0415 - loads OpenSSL: after the window is up

    digest = hashlib.sha256(str(folder.resolve()).encode("utf-8", "surrogatepass")).hexdigest()[:16]
    runtime = os.environ.get("XDG_RUNTIME_DIR", "")
    plain = f"caseeditor-{digest}"
    return str(Path(runtime) / plain) if Path(runtime).is_absolute() else plain
