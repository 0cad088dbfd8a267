"""Connections to the session bus of a Linux desktop. Runs on the worker's loop.

By jeepney, which keyring brings: PySide's QtDBus cannot send the unsigned numbers that notices demand.
"""

import asyncio
import contextlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jeepney.io.asyncio import DBusConnection

_LEAVING = 0.5
"""Seconds for the rest of a message to a bus that does not read."""


async def connect() -> "DBusConnection":
    """Connect to the session bus as jeepney does, which leaves the socket open if the bus does not answer.

    Raises many kinds of exceptions, and waits as long as the bus does.
    """
    from jeepney import message_bus  # noqa: PLC0415 - Linux only, and seldom needed
    from jeepney.auth import BEGIN, Authenticator  # noqa: PLC0415 - as above
    from jeepney.bus import get_bus  # noqa: PLC0415 - as above
    from jeepney.io.asyncio import DBusConnection, DBusRouter, Proxy  # noqa: PLC0415 - as above

    reader, writer = await asyncio.open_unix_connection(get_bus("SESSION"))
    try:
        authenticator = Authenticator()
        for request in authenticator:
            writer.write(request)
            await writer.drain()
            authenticator.feed(await reader.readuntil(b"\r\n"))
        writer.write(BEGIN)
        connection = DBusConnection(reader, writer)
        async with DBusRouter(connection) as router:
            await Proxy(message_bus, router).Hello()
    except BaseException:
        writer.transport.abort()
        raise
    return connection


async def disconnect(connection: "DBusConnection") -> None:
    """Close a connection within a bounded time. Raises nothing."""
    writer = connection.writer
    writer.close()
    with contextlib.suppress(Exception):
        async with asyncio.timeout(_LEAVING):
            await writer.wait_closed()
    writer.transport.abort()
