"""Tokens in the operating system's keyring."""

import asyncio
import logging
from collections.abc import Callable
from functools import partial

from caseeditor.domain.case.reference import Server
from caseeditor.domain.errors.keyring import KeyringProblem
from caseeditor.runtime.executors import BlockingExecutor
from caseeditor.services.accounts.keyring_calls import KeyringFailed, Request, perform

__all__ = ["Credentials", "KeyringFailed"]

log = logging.getLogger(__name__)


class Credentials:
    """One token per server: service `caseeditor`, user name the server's URL. Runs on the worker's loop.

    The keyring may block forever (an unlock prompt), so it runs on a thread of its own, with a deadline in s.
    `perform` passes a request on to it: in this process, or in one of its own (`KeyringProcess`).
    """

    def __init__(
        self,
        executor: BlockingExecutor,
        deadline: float,
        *,
        wanted: bool = True,
        perform: Callable[[Request], str | None] = perform,
    ) -> None:
        self._executor = executor
        self._deadline = deadline
        self._perform = perform
        self._trouble = None if wanted else KeyringProblem.NOT_WANTED

    async def read(self, server: Server, former: tuple[str, ...] = ()) -> str | None:
        """Return the token of a server. One found under a former name is stored again. Raises KeyringFailed."""
        return await self._ask(Request("read", server.url, former))

    async def keep(self, server: Server, token: str) -> None:
        """Store a token and verify it. Raises KeyringFailed."""
        await self._ask(Request("keep", server.url, token=token))

    async def forget(self, server: Server, former: tuple[str, ...] = ()) -> None:
        """Delete the token of a server, if any, including its former names. Raises KeyringFailed."""
        await self._ask(Request("forget", server.url, former))

    async def _ask(self, request: Request) -> str | None:
        if self._trouble is not None:
            raise KeyringFailed(self._trouble)
        try:
            async with asyncio.timeout(self._deadline):
                return await self._executor(partial(self._perform, request))
        except TimeoutError:
            self._trouble = KeyringProblem.SLOW
            log.warning("keyring: no answer within %.0f s; not asked again", self._deadline)
            raise KeyringFailed(self._trouble) from None
        except KeyringFailed as failed:
            log.warning("keyring: %s", failed.error or failed.trouble.value)
            raise
