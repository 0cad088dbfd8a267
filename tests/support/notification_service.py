"""A private session bus, and a service on it that shows notices: the real protocol, and no screen is needed."""

import asyncio
import contextlib
import socket
import struct
import subprocess
import threading
from collections.abc import Iterator
from typing import NamedTuple

from jeepney import DBusAddress, HeaderFields, MessageType, message_bus, new_error, new_method_return, new_signal
from jeepney.io.blocking import Proxy, open_dbus_connection

NAME, PATH = "org.freedesktop.Notifications", "/org/freedesktop/Notifications"
_SIGNATURE = "susssasa{sv}i"


class Notice(NamedTuple):
    """One call of Notify."""

    number: int
    replaces: int
    text: str
    body: str
    actions: list[str]


class NotificationService:
    """Answers in a thread of its own; records each notice."""

    def __init__(self, address: str, *, is_failing: bool = False) -> None:
        self.notices: list[Notice] = []
        self.closed: list[int] = []
        self._is_failing = is_failing
        self._line = open_dbus_connection(address)
        Proxy(message_bus, self._line).RequestName(NAME)
        self._is_ending = False
        self._reached = threading.Event()
        self._goes_on = threading.Event()
        self._goes_on.set()
        self._thread = threading.Thread(target=self._serve)
        self._thread.start()

    def click(self, number: int, token: str = "") -> None:
        """Click a notice."""
        emitter = DBusAddress(PATH, interface=NAME)
        if token:
            self._line.send(new_signal(emitter, "ActivationToken", "us", (number, token)))
        self._line.send(new_signal(emitter, "ActionInvoked", "us", (number, "default")))

    def pause(self) -> None:
        """Answer no more."""
        self._goes_on.clear()

    async def reached(self) -> None:
        """Wait until a call came."""
        assert await asyncio.to_thread(self._reached.wait, 5)

    def go_on(self) -> None:
        self._goes_on.set()

    def stop(self) -> None:
        self._is_ending = True
        self._goes_on.set()
        self._thread.join()
        self._line.close()

    def _serve(self) -> None:
        while not self._is_ending:
            with contextlib.suppress(TimeoutError):
                call = self._line.receive(timeout=0.05)
                if call.header.message_type is MessageType.method_call:
                    self._reached.set()
                self._goes_on.wait()
                self._answer(call)

    def _answer(self, call: object) -> None:
        header = call.header  # type: ignore[attr-defined]  # jeepney has no types
        if header.message_type is not MessageType.method_call:
            return
        method, body = header.fields[HeaderFields.member], call.body  # type: ignore[attr-defined]  # as above
        if self._is_failing:
            self._line.send(new_error(call, "org.example.Failed"))
        elif method == "Notify":
            assert header.fields[HeaderFields.signature] == _SIGNATURE
            number = body[1] or len(self.notices) + 1
            self.notices.append(Notice(number, body[1], body[3], body[4], body[5]))
            self._line.send(new_method_return(call, "u", (number,)))
        elif method == "CloseNotification":
            self.closed.append(body[0])
            self._line.send(new_method_return(call))


@contextlib.contextmanager
def private_bus() -> Iterator[str]:
    """Start a session bus, and return its address."""
    command = ["dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as bus:
        try:
            assert bus.stdout
            yield bus.stdout.readline().decode().strip()
        finally:
            bus.terminate()


def process_of(bus: str) -> int:
    """Return the process that listens at a bus's address."""
    with socket.socket(socket.AF_UNIX) as line:
        line.connect(bus.partition("unix:path=")[2].partition(",")[0])
        about = line.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, struct.calcsize("3i"))
    return int(struct.unpack("3i", about)[0])


@contextlib.contextmanager
def service_on(address: str, *, is_failing: bool = False) -> Iterator[NotificationService]:
    """Run the service on a bus."""
    service = NotificationService(address, is_failing=is_failing)
    try:
        yield service
    finally:
        service.stop()
