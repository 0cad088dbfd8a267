"""A progress on the program's entry in docks, by com.canonical.Unity.LauncherEntry on the session bus.

Ubuntu's dock, Dash to Dock and KDE's task manager read it. Runs on the worker's loop.
"""

import asyncio
import logging
from typing import TYPE_CHECKING

from caseeditor.services.desktop.session_bus import connect, disconnect

if TYPE_CHECKING:
    from jeepney import Message
    from jeepney.io.asyncio import DBusConnection

log = logging.getLogger(__name__)
_APPLICATION = "application://caseeditor.desktop"
_INTERFACE, _PATH = "com.canonical.Unity.LauncherEntry", "/com/canonical/unity/launcherentry/1"
"""Docks don't look at the path; that of libunity ends with a number, too."""
_PATIENCE = 1.0
"""Seconds for a bus that may hang."""


class LauncherEntry:
    """Stays on the bus while the program runs: docks forget the progress of a sender that is gone.

    Without a bus, nothing happens. One call at a time.
    """

    def __init__(self) -> None:
        self._connection: DBusConnection | None = None
        self._is_shown = False
        self._has_failed = False

    async def show(self, share: float | None) -> None:
        """Show a progress, from 0 to 1; None for none."""
        if share is None and not self._is_shown:
            return
        try:
            async with asyncio.timeout(_PATIENCE):
                self._connection = self._connection or await connect()
                await self._connection.send(_update(share))
        except Exception as error:  # noqa: BLE001 - jeepney raises many kinds; the window shows the progress anyway
            if not self._has_failed:  # updates are frequent
                log.info("progress in docks: failed, %s", type(error).__name__)
            self._has_failed = True
            await self._leave()
        else:
            self._is_shown, self._has_failed = share is not None, False

    async def close(self) -> None:
        """Remove the progress, and leave the bus."""
        await self.show(None)
        await self._leave()

    async def _leave(self) -> None:
        connection, self._connection, self._is_shown = self._connection, None, False
        if connection:
            await disconnect(connection)


def _update(share: float | None) -> "Message":
    from jeepney import DBusAddress, new_signal  # noqa: PLC0415 - Linux only, and seldom needed

    properties = {"progress": ("d", share or 0.0), "progress-visible": ("b", share is not None)}
    emitter = DBusAddress(_PATH, interface=_INTERFACE)
    return new_signal(emitter, "Update", "sa{sv}", (_APPLICATION, properties))
