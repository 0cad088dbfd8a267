"""The outcomes of signing in and of taking up a stored token, as values."""

import msgspec

from caseeditor.domain.case.reference import Server
from caseeditor.domain.case.user import User
from caseeditor.domain.errors.keyring import KeyringProblem


class SignedIn(msgspec.Struct, frozen=True):
    """A token is in use. `trouble` says why it is not in the keyring; None when it is."""

    server: Server
    user: User
    trouble: KeyringProblem | None


class Resumed(msgspec.Struct, frozen=True):
    """Whether there is a token to work with; `trouble` says why the keyring could not tell."""

    has_token: bool
    trouble: KeyringProblem | None = None
