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


class KeyringFailed(Exception):  # noqa: N818 - carries a KeyringProblem
    """The keyring did not perform a request."""

    def __init__(self, trouble: KeyringProblem) -> None:
        super().__init__(trouble.value)
        self.trouble = trouble


class Credentials:
    """One token per server: service `caseeditor`, user name the server's URL. Runs on the worker's loop.

    The keyring may block forever (an unlock prompt), so it runs on a thread of its own, with a deadline in s.
    """

    def __init__(self, executor: BlockingExecutor, deadline: float, *, wanted: bool = True) -> None:
        self._executor = executor
        self._deadline = deadline
        self._trouble = None if wanted else KeyringProblem.NOT_WANTED

    async def read(self, server: Server, former: tuple[str, ...] = ()) -> str | None:
        """Return the token of a server. One found under a former name is stored again. Raises KeyringFailed."""
        return await self._ask(lambda: _keyring_read(server.url) or _keyring_take_over(server.url, former))

    async def keep(self, server: Server, token: str) -> None:
        """Store a token and verify it. Raises KeyringFailed."""
        await self._ask(lambda: _keyring_keep(server.url, token))

    async def forget(self, server: Server, former: tuple[str, ...] = ()) -> None:
        """Delete the token of a server, if any, including its former names. Raises KeyringFailed."""

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
    """Return the keyring module with a back end. Its own search takes 90 ms, so Secret Service is tried first.

    Except if another back end is configured, or on KDE, where KWallet has priority.
    """
    import keyring  # noqa: PLC0415 - slow to import; on the keyring's thread

    core = keyring.core
    if core._keyring_backend is None and sys.platform == "linux":  # noqa: SLF001 - no public API
        chosen = core.load_env() or core.load_config()
        if chosen is None and "KDE" not in os.environ.get("XDG_CURRENT_DESKTOP", ""):
            with contextlib.suppress(RuntimeError):  # unavailable: keyring searches for others
                chosen = core.load_keyring("keyring.backends.SecretService.Keyring")
        if chosen is not None:
            keyring.set_keyring(chosen)
    return keyring


def _keyring_read(name: str) -> str | None:
    with _Told():
        found: str | None = _keyring().get_password(SERVICE, name)
    return found


def _keyring_take_over(name: str, former: tuple[str, ...]) -> str | None:
    """Return the token of the first former name that has one, and store it under the current name.

    The former entry is deleted only after the token is stored.
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
        if keyring.get_password(SERVICE, name) != token:  # null.Keyring accepts everything and stores nothing
            raise KeyringFailed(KeyringProblem.ABSENT)


def _keyring_forget(name: str) -> None:
    with _Told():
        keyring = _keyring()
        if keyring.get_password(SERVICE, name) is not None:
            keyring.delete_password(SERVICE, name)


class _Told:
    """Converts all exceptions of keyring back ends to KeyringFailed; drops their text, which may contain anything."""

    def __enter__(self) -> None:
        pass

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> None:
        from keyring.errors import InitError, KeyringLocked, NoKeyringError  # noqa: PLC0415 - slow to import; on the keyring's thread

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
