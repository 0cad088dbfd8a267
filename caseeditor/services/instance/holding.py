"""One running program a data folder: who has it, and how a second start hands its cases over.

Imports neither Qt nor msgspec: a start that hands over is short. Blocks.
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
"""Seconds in which the program that has the folder answers: it may have been started just now."""
TAKEN = b"ok"
"""The answer to a hand-over."""
_PAUSE = 0.05


class Holding:
    """Our hold on a data folder.

    `unlockable` and `unreachable` say, in the system's words, why nothing can be locked there and why other starts
    can't reach this one; '' where they can. A folder that can't be locked, or written, is held all the same.
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
        """Hold the folder, and be reached there; False while another program has it."""
        if self.is_held:
            return True
        with contextlib.suppress(OSError):  # where nothing can be kept the program says so, once it runs
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        try:
            self._lock = folder_lock.lock(self.folder)
        except BlockingIOError:
            return False
        except folder_lock.UnlockableError as error:
            if self._is_answered():
                return False
            self.unlockable = str(error.strerror)
        except OSError:  # the folder is nobody's
            self.is_held = True
            return True
        self.is_held = True
        self._open()
        return True

    def __del__(self) -> None:
        self.close()

    def holder(self) -> Holder:
        """Read who has the folder."""
        return folder_lock.holder(self.folder)

    def close(self) -> None:
        """Give the folder up."""
        if sys.platform != "win32" and self.meeting:
            self.meeting.close()
            self.meeting = None
        if self._lock is not None:
            os.close(self._lock)
            self._lock = None
        self.is_held = False

    if sys.platform == "win32":

        def _open(self) -> None:
            """Do nothing: the pipe is Qt's, and made once the window is up."""

        def _is_answered(self) -> bool:
            return False

    else:

        def _open(self) -> None:
            """Let other starts connect from now on: what they say waits until the window is up."""
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
            """Give the program that has the folder a line; tells whether it took it.

            Returns after PATIENCE at the latest, and at once where the folder is free or another computer's.
            """
            late = time.monotonic() + PATIENCE
            while (left := late - time.monotonic()) > 0:
                try:
                    return _is_taken(self.folder, line, left)
                except (OSError, ValueError):  # nobody is there yet
                    if self.holder().is_elsewhere or self.take():
                        return False
                time.sleep(_PAUSE)
            return False


if sys.platform != "win32":

    def _is_taken(folder: Path, line: bytes, seconds: float) -> bool:
        """Hand a line over. Raises OSError where nobody is there, or nobody of ours."""
        with meeting.connect(folder, seconds) as other:
            try:
                other.sendall(line)
                return other.recv(len(TAKEN)) == TAKEN
            except OSError:
                return False
