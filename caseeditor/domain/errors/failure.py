"""What can go wrong between the agent and a server, as a value. The words are made in ui/messages/texts.py."""

import enum

import msgspec

from caseeditor.domain.errors.keyring import KeyringProblem
from caseeditor.domain.errors.storage import StorageProblem


class FailureKind(enum.Enum):
    """What happened. One sentence of the window each."""

    UNREACHABLE = "unreachable"
    UNTRUSTED = "untrusted"  # TLS: the certificate does not convince the system's trust store
    PLAIN_HTTP = "plain http"
    CONNECTION_SETTINGS = "connection settings"  # a proxy or CA setting that can't be used
    SLOW = "slow"  # the total deadline
    DROPPED = "dropped"
    STOPPED = "stopped"  # the agent stopped waiting
    TOKEN_MISSING = "token missing"  # noqa: S105 - a kind, not a secret
    TOKEN_REFUSED = "token refused"  # noqa: S105 - a kind, not a secret
    REFUSED = "refused"
    UNCLEAR = "unclear"  # neither a rejection nor a success: 408, 499, a `success` that is no boolean
    NOT_FOUND = "not found"
    TOO_MANY = "too many"
    TOO_LARGE_TO_SEND = "too large to send"
    SERVER_BROKEN = "server broken"
    REDIRECTED = "redirected"
    NOT_THE_API = "not the api"  # HTML, a list, something that is no JSON
    TOO_LARGE = "too large"
    ENCODED = "encoded"
    OTHER_CASE = "other case"
    STALE = "stale"  # what a cache kept, though a fresh answer was asked for
    NOT_KEPT = "not kept"  # the disk
    FOLDER_HELD = "folder held"  # by another program; this one sends nothing
    RESERVED = "reserved"  # an attribute that the server would take for something else; nothing was sent
    INTERNAL = "internal"

    @property
    def needs_token(self) -> bool:
        """Tell whether signing in mends it."""
        return self in (FailureKind.TOKEN_MISSING, FailureKind.TOKEN_REFUSED)


class RequestReach(enum.Enum):
    """How far a request got: what decides whether an update may have been stored."""

    UNSENT = "unsent"
    UNKNOWN = "unknown"
    ANSWERED = "answered"


class Failure(msgspec.Struct, frozen=True, kw_only=True):
    """Why something did not succeed.

    `words` are the server's own (reason phrase or statusMessage): cleaned, masked, at most 500 characters.
    `status` is the HTTP status, 0 without an answer. `retry_after` is in seconds, 0 when the server named none.
    `trouble` says why the keyring could not give the token that is missing, `fault` why the disk did not take it.
    """

    kind: FailureKind
    server: str = ""
    reach: RequestReach = RequestReach.UNSENT
    status: int = 0
    words: str = ""
    retry_after: int = 0
    trouble: KeyringProblem | None = None
    fault: StorageProblem | None = None


class OperationFailed(Exception):  # noqa: N818 - it carries a Failure; "FailedError" says less
    """Raised by services; carries the value that crosses to the window."""

    def __init__(self, failure: Failure) -> None:
        super().__init__(failure.kind.value)
        self.failure = failure
