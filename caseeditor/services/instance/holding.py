"""Ownership of the data folder, and hand-over of cases from a second start.

Imports neither Qt nor msgspec, so that a start that hands over is fast. Blocks.
"""

import contextlib
import os
import sys
import time
from pathlib import Path

from caseeditor.services.instance import folder_lock
from caseeditor.services.instance.folder_lock import Holder

if sys.platform != "win32":
    from caseeditor.services.instance import meeting

PATIENCE = 5.0
"""Seconds for the running program to answer; it may have started just now."""
TAKEN = b"ok"
"""The answer to a hand-over."""
_PAUSE = 0.05


class Holding:
    """This process's hold on a data folder.

    `unlockable` and `unreachable` are the system's messages if the folder cannot be locked or other starts cannot
    connect, '' otherwise. A folder that cannot be locked or written is held anyway.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.is_held = False
        self.unlockable = ""
        self.unreachable = ""
        self._lock: int | None = None
        if sys.platform != "win32":
            self.meeting: meeting.Meeting | None = None

    def take(self) -> bool:
        """Hold the folder and accept connections; return False if another program holds it."""
        if self.is_held:
            return True
        with contextlib.suppress(OSError):  # reported later by the running program
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        try:
            self._lock = folder_lock.lock(self.folder)
        except BlockingIOError:
            return False
        except folder_lock.UnlockableError as error:
            if self._is_answered():
                return False
            self.unlockable = str(error.strerror)
        except OSError:  # not writable, so held by nobody
            self.is_held = True
            return True
        self.is_held = True
        self._open()
        return True

    def __del__(self) -> None:
        self.close()

    def holder(self) -> Holder:
        return folder_lock.holder(self.folder)

    def close(self) -> None:
        """Release the folder."""
        if sys.platform != "win32" and self.meeting:
            self.meeting.close()
            self.meeting = None
        if self._lock is not None:
            os.close(self._lock)
            self._lock = None
        self.is_held = False

    if sys.platform == "win32":

        def _open(self) -> None:
            """Do nothing: the pipe is Qt's, and created once the window is shown."""

        def _is_answered(self) -> bool:
            return False

    else:

        def _open(self) -> None:
            """Accept connections from other starts; their messages wait until the window is shown."""
            try:
                self.meeting = meeting.Meeting(self.folder)
            except OSError as error:
                self.unreachable = error.strerror or str(error)

        def _is_answered(self) -> bool:
            try:
                meeting.connect(self.folder, PATIENCE).close()
            except (OSError, ValueError):
                return False
            return True

        def hand_over(self, line: bytes) -> bool:
            """Send a line to the program that holds the folder; return whether it was accepted.

            Returns after at most PATIENCE, and at once if the folder is free or held by another computer.
            """
            late = time.monotonic() + PATIENCE
            while (left := late - time.monotonic()) > 0:
                try:
                    return _is_taken(self.folder, line, left)
                except (OSError, ValueError):  # not listening yet
                    if self.holder().is_elsewhere or self.take():
                        return False
                time.sleep(_PAUSE)
            return False


if sys.platform != "win32":

    def _is_taken(folder: Path, line: bytes, seconds: float) -> bool:
        """Send a line. Raises OSError if no program of this user is listening."""
        with meeting.connect(folder, seconds) as other:
            try:
                other.sendall(line)
                return other.recv(len(TAKEN)) == TAKEN
            except OSError:
                return False
