"""Tokens in the operating system's keyring. The only module that imports keyring."""

import asyncio
import contextlib
import logging
import os
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from caseeditor.domain.case.reference import Server
from caseeditor.domain.errors.keyring import KeyringProblem
from caseeditor.runtime.executors import BlockingExecutor

if TYPE_CHECKING:
    from types import ModuleType

T = TypeVar("T")
log = logging.getLogger(__name__)

SERVICE = "caseeditor"


class KeyringFailed(Exception):  # noqa: N818 - it carries a Trouble
    """The keyring did not do what was asked."""

    def __init__(self, trouble: KeyringProblem) -> None:
        super().__init__(trouble.value)
        self.trouble = trouble


class Credentials:
    """A token a server: service `caseeditor`, user name the server's URL. Lives on the worker's loop.

    The keyring may block for ever (an unlock prompt), so it is asked on a thread of its own, with a deadline in s.
    """

    def __init__(self, executor: BlockingExecutor, deadline: float, *, wanted: bool = True) -> None:
        self._executor = executor
        self._deadline = deadline
        self._trouble = None if wanted else KeyringProblem.NOT_WANTED

    async def read(self, server: Server, former: tuple[str, ...] = ()) -> str | None:
        """Return the token kept for a server, or under a former name, then kept anew. Raises KeyringFailed."""
        return await self._ask(lambda: _keyring_read(server.url) or _keyring_take_over(server.url, former))

    async def keep(self, server: Server, token: str) -> None:
        """Keep a token, and see that it is kept. Raises KeyringFailed."""
        await self._ask(lambda: _keyring_keep(server.url, token))

    async def forget(self, server: Server, former: tuple[str, ...] = ()) -> None:
        """Delete the token of a server, if there is one, under its former names too. Raises KeyringFailed."""

        def forget() -> None:
            for name in (server.url, *former):
                _keyring_forget(name)

        await self._ask(forget)

    async def _ask(self, work: Callable[[], T]) -> T:
        if self._trouble is not None:
            raise KeyringFailed(self._trouble)
        try:
            async with asyncio.timeout(self._deadline):
                return await self._executor(work)
        except TimeoutError:
            self._trouble = KeyringProblem.SLOW
            log.warning("keyring: no answer within %.0f s; not asked again", self._deadline)
            raise KeyringFailed(self._trouble) from None


def _keyring() -> "ModuleType":
    """Return keyring, with a back end. Its search for one takes 90 ms, mostly to find the Secret Service: tried first.

    Not where somebody has configured another one, nor on KDE, whose own wallet goes first.
    """
    import keyring  # noqa: PLC0415 - slow to import: on the keyring's own thread

    core = keyring.core
    if core._keyring_backend is None and sys.platform == "linux":  # noqa: SLF001 - nothing public tells
        chosen = core.load_env() or core.load_config()
        if chosen is None and "KDE" not in os.environ.get("XDG_CURRENT_DESKTOP", ""):
            with contextlib.suppress(RuntimeError):  # there is none: keyring looks for what there is
                chosen = core.load_keyring("keyring.backends.SecretService.Keyring")
        if chosen is not None:
            keyring.set_keyring(chosen)
    return keyring


def _keyring_read(name: str) -> str | None:
    with _Told():
        found: str | None = _keyring().get_password(SERVICE, name)
    return found


def _keyring_take_over(name: str, former: tuple[str, ...]) -> str | None:
    """Return the token under the first of the former names that has one, and have it under the one used now.

    It stays where it is until it is kept there.
    """
    for old in former:
        if token := _keyring_read(old):
            with contextlib.suppress(KeyringFailed):
                _keyring_keep(name, token)
                _keyring_forget(old)
            return token
    return None


def _keyring_keep(name: str, token: str) -> None:
    with _Told():
        keyring = _keyring()
        keyring.set_password(SERVICE, name, token)
        if keyring.get_password(SERVICE, name) != token:  # null.Keyring takes anything and keeps nothing
            raise KeyringFailed(KeyringProblem.ABSENT)


def _keyring_forget(name: str) -> None:
    with _Told():
        keyring = _keyring()
        if keyring.get_password(SERVICE, name) is not None:
            keyring.delete_password(SERVICE, name)


class _Told:
    """Turns whatever a keyring back end raises into KeyringFailed; its text may hold anything, so it is dropped."""

    def __enter__(self) -> None:
        pass

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> None:
        from keyring.errors import InitError, KeyringLocked, NoKeyringError  # noqa: PLC0415 - as above

        if error is None or isinstance(error, KeyringFailed):
            return
        log.warning("keyring: %s", type(error).__name__)
        if isinstance(error, KeyringLocked):
            trouble = KeyringProblem.LOCKED
        elif isinstance(error, NoKeyringError | InitError):
            trouble = KeyringProblem.ABSENT
        else:
            trouble = KeyringProblem.REFUSED
        raise KeyringFailed(trouble) from None
