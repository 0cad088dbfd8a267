"""A keyring in the memory of one program, with a token from the start; no desktop, and nothing on disk."""

import os

from keyring.backend import KeyringBackend
from keyring.compat.properties import classproperty

VARIABLE = "FAULTS_TOKEN"


class Keyring(KeyringBackend):
    """Holds the environment's token for every server, until it is deleted or replaced."""

    @classproperty
    def priority(cls) -> float:  # noqa: N805 - a class property
        """Disable this backend in a process without the variable: keyring considers every backend that is loaded."""
        if VARIABLE not in os.environ:
            raise RuntimeError(VARIABLE)
        return 1

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._given = os.environ.get(VARIABLE)
        self._held: dict[tuple[str, str], str | None] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self._held.get((service, username), self._given)

    def set_password(self, service: str, username: str, password: str) -> None:
        self._held[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        self._held[service, username] = None
