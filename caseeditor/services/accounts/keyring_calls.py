"""Calls of the operating system's keyring. The only module that imports keyring. Blocking: a call may wait for ever."""

import contextlib
import os
import sys
from typing import TYPE_CHECKING, Literal, NamedTuple

from caseeditor.domain.errors.keyring import KeyringProblem

if TYPE_CHECKING:
    from types import ModuleType

SERVICE = "caseeditor"


class KeyringFailed(Exception):  # noqa: N818 - carries a KeyringProblem
    """The keyring did not perform a request. `error`: the type of the back end's exception, '' for none."""

    def __init__(self, trouble: KeyringProblem, error: str = "") -> None:
        super().__init__(trouble.value)
        self.trouble = trouble
        self.error = error


class Request(NamedTuple):
    """Something to do with the token of a server, which the keyring has under its URL or a former one."""

    action: Literal["read", "keep", "forget"]
    name: str
    former: tuple[str, ...] = ()
    token: str = ""


def perform(request: Request) -> str | None:
    """Perform a request; return the token that was read, if any. Raises KeyringFailed.

    A token that is read under a former name is stored again. One that is kept is read back.
    """
    if request.action == "read":
        return _read(request.name) or _take_over(request.name, request.former)
    if request.action == "keep":
        _keep(request.name, request.token)
        return None
    for name in (request.name, *request.former):
        _forget(name)
    return None


def load() -> None:
    """Load the back end ahead of a request. Raises KeyringFailed."""
    with _Told():
        _keyring()


def _keyring() -> "ModuleType":
    """Return the keyring module with a back end. Its own search takes 90 ms, so Secret Service is tried first.

    Except if another back end is configured, or on KDE, where KWallet has priority.
    """
    import keyring  # noqa: PLC0415 - slow to import

    core = keyring.core
    if core._keyring_backend is None and sys.platform == "linux":  # noqa: SLF001 - no public API
        chosen = core.load_env() or core.load_config()
        if chosen is None and "KDE" not in os.environ.get("XDG_CURRENT_DESKTOP", ""):
            with contextlib.suppress(RuntimeError):  # unavailable: keyring searches for others
                chosen = core.load_keyring("keyring.backends.SecretService.Keyring")
        if chosen is not None:
            keyring.set_keyring(chosen)
    return keyring


def _read(name: str) -> str | None:
    with _Told():
        found: str | None = _keyring().get_password(SERVICE, name)
    return found


def _take_over(name: str, former: tuple[str, ...]) -> str | None:
    """Return the token of the first former name that has one, and store it under the current name.

    The former entry is deleted only after the token is stored.
    """
    for old in former:
        if token := _read(old):
            with contextlib.suppress(KeyringFailed):
                _keep(name, token)
                _forget(old)
            return token
    return None


def _keep(name: str, token: str) -> None:
    with _Told():
        keyring = _keyring()
        keyring.set_password(SERVICE, name, token)
        if keyring.get_password(SERVICE, name) != token:  # null.Keyring accepts everything and stores nothing
            raise KeyringFailed(KeyringProblem.ABSENT)


def _forget(name: str) -> None:
    with _Told():
        keyring = _keyring()
        if keyring.get_password(SERVICE, name) is not None:
            keyring.delete_password(SERVICE, name)


class _Told:
    """Converts all exceptions of keyring back ends to KeyringFailed; drops their text, which may contain anything."""

    def __enter__(self) -> None:
        pass

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> None:
        from keyring.errors import InitError, KeyringLocked, NoKeyringError  # noqa: PLC0415 - slow to import

        if not isinstance(error, Exception) or isinstance(error, KeyringFailed):
            return
        if isinstance(error, KeyringLocked):
            trouble = KeyringProblem.LOCKED
        elif isinstance(error, NoKeyringError | InitError):
            trouble = KeyringProblem.ABSENT
        else:
            trouble = KeyringProblem.REFUSED
        raise KeyringFailed(trouble, type(error).__name__) from None
