"""A keyring in the memory of one program, which has a token from its start on: no desktop, and nothing on disk."""

import os

from keyring.backend import KeyringBackend
from keyring.compat.properties import classproperty

VARIABLE = "FAULTS_TOKEN"


class Keyring(KeyringBackend):
    """Has the environment's token for every server, until it is deleted or replaced."""

    @classproperty
    def priority(cls) -> float:  # noqa: N805 - a class's
        """Be none in a process that wasn't given one: keyring takes any that it has heard of."""
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
