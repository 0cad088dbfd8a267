"""Self-check of an installation. Runs on the worker's loop."""

import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

from caseeditor.domain.case.reference import Server
from caseeditor.domain.diagnosis import Finding, Part, Result
from caseeditor.domain.errors.failure import OperationFailed
from caseeditor.runtime.executors import BlockingExecutor
from caseeditor.services.accounts.accounts import Accounts
from caseeditor.services.accounts.token_store import Credentials, KeyringFailed
from caseeditor.services.api.client import Gateway

PROBE = Server("check://caseeditor")
"""Name of the keyring's test entry; no server has it."""


class Diagnosis:
    """Checks one part after the other. `data` is the data folder.

    `keyring` creates a separate keyring client, so that a timeout here does not disable the one in use.
    """

    def __init__(
        self,
        data: Path,
        disk: BlockingExecutor,
        keyring: Callable[[], Credentials],
        gateway: Gateway,
        accounts: Accounts,
    ) -> None:
        self._data = data
        self._disk = disk
        self._make_keyring = keyring
        self._keyring: Credentials | None = None
        self._gateway = gateway
        self._accounts = accounts

    async def find(self, server: Server | None) -> AsyncIterator[Finding]:
        """Yield each finding when it is known; findings contain no secrets."""
        yield await self._disk(lambda: _folder(self._data))
        yield await self._find_keyring()
        if server is None:
            yield Finding(Part.SERVER, Result.WARN)
            return
        reached = await self._tried(Part.SERVER, server, self._gateway.greet(server))
        yield reached
        if reached.result is Result.OK:
            resumed = await self._accounts.resume(server)
            if resumed.has_token:
                yield await self._tried(Part.TOKEN, server, self._accounts.who(server))
            else:
                yield Finding(Part.TOKEN, Result.WARN, server.shown)

    async def _find_keyring(self) -> Finding:
        self._keyring = self._keyring or self._make_keyring()
        try:
            await self._keyring.keep(PROBE, "round trip")
            await self._keyring.forget(PROBE)
        except KeyringFailed as failed:
            return Finding(Part.KEYRING, Result.WARN, "", failed.trouble)
        return Finding(Part.KEYRING, Result.OK)

    async def _tried(self, part: Part, server: Server, call: Awaitable[object]) -> Finding:
        where = server.shown_url if part is Part.SERVER else server.shown
        try:
            await call
        except OperationFailed as failed:
            return Finding(part, Result.FAIL, server.shown_url, failed.failure)
        return Finding(part, Result.OK, where)


def _folder(data: Path) -> Finding:
    try:
        data.mkdir(mode=0o700, parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=data) as probe:
            probe.write(b"caseeditor")
    except OSError as error:
        return Finding(Part.FOLDER, Result.FAIL, str(data), error.strerror)
    return Finding(Part.FOLDER, Result.OK, str(data))
