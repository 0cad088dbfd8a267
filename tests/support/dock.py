"""A dock that follows the progress of programs on a session bus, as those of GNOME and KDE do."""

import contextlib
from collections.abc import Iterator
from typing import NamedTuple

from jeepney import HeaderFields, MatchRule, message_bus
from jeepney.io.blocking import Proxy, open_dbus_connection

INTERFACE = "com.canonical.Unity.LauncherEntry"


class Update(NamedTuple):
    """One update of a program's entry."""

    application: str
    progress: float
    is_visible: bool


class Dock:
    """Reads the updates when it is asked to: the bus keeps them."""

    def __init__(self, address: str) -> None:
        self.address = address
        self._line = open_dbus_connection(address)
        Proxy(message_bus, self._line).AddMatch(MatchRule(type="signal", interface=INTERFACE, member="Update"))
        self._updates: list[Update] = []
        self._senders: set[str] = set()

    def read(self) -> list[Update]:
        """Return all updates up to now."""
        with contextlib.suppress(TimeoutError):
            while True:
                self._take(self._line.receive(timeout=0.01))
        return self._updates

    def wait(self, count: int) -> list[Update]:
        """Return the updates once there are this many. Raises TimeoutError after a minute without any."""
        while len(self._updates) < count:
            self._take(self._line.receive(timeout=60))
        return self.read()

    def senders(self) -> list[str]:
        """Return the programs that sent an update and are still on the bus: docks forget the others' progress."""
        names = Proxy(message_bus, self._line).ListNames()[0]
        return sorted(self._senders.intersection(names))

    def close(self) -> None:
        self._line.close()

    def _take(self, message: object) -> None:
        fields, body = message.header.fields, message.body  # type: ignore[attr-defined]  # jeepney has no types
        if fields.get(HeaderFields.interface) == INTERFACE:
            assert fields[HeaderFields.signature] == "sa{sv}"
            self._senders.add(fields[HeaderFields.sender])
            properties = {name: value for name, (_, value) in body[1].items()}
            self._updates.append(Update(body[0], properties["progress"], properties["progress-visible"]))


@contextlib.contextmanager
def dock_on(address: str) -> Iterator[Dock]:
    """Run a dock on a bus."""
    dock = Dock(address)
    try:
        yield dock
    finally:
        dock.close()
