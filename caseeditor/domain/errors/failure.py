"""Failures of a request, as values. Their texts are in ui/messages/texts.py."""

import enum

import msgspec

from caseeditor.domain.errors.keyring import KeyringProblem
from caseeditor.domain.errors.storage import StorageProblem


class FailureKind(enum.Enum):
    """The kind of failure. Each has its own sentence in the window."""

    UNREACHABLE = "unreachable"
    UNTRUSTED = "untrusted"  # TLS: the system's trust store does not accept the certificate
    PLAIN_HTTP = "plain http"
    CONNECTION_SETTINGS = "connection settings"  # an unusable proxy or CA setting
    SLOW = "slow"  # the total deadline passed
    DROPPED = "dropped"
    STOPPED = "stopped"  # by the agent
    TOKEN_MISSING = "token missing"  # noqa: S105 - not a secret
    TOKEN_REFUSED = "token refused"  # noqa: S105 - not a secret
    REFUSED = "refused"
    UNCLEAR = "unclear"  # neither rejected nor accepted: 408, 499, a `success` that is not a boolean
    NOT_FOUND = "not found"
    TOO_MANY = "too many"
    TOO_LARGE_TO_SEND = "too large to send"
    SERVER_BROKEN = "server broken"
    REDIRECTED = "redirected"
    NOT_THE_API = "not the api"  # HTML, a list, or otherwise not JSON
    TOO_LARGE = "too large"
    ENCODED = "encoded"
    OTHER_CASE = "other case"
    STALE = "stale"  # from a cache, although a fresh answer was requested
    NOT_KEPT = "not kept"  # disk error
    FOLDER_HELD = "folder held"  # by another program; this one sends nothing
    RESERVED = "reserved"  # an attribute with a reserved name; nothing was sent
    GUARD = "guard"  # the case no longer meets the conditions of its batch; nothing was sent
    WITHDRAWN = "withdrawn"  # by the batch, before it was sent
    BATCHES_OFF = "batches off"  # by the administrator, as the next two
    BATCH_ROWS = "batch rows"
    BATCH_NOTES = "batch notes"
    OTHER_SERVER = "other server"  # than that of the batch; `server` is the batch's
    INTERNAL = "internal"

    @property
    def needs_token(self) -> bool:
        """Whether signing in resolves it."""
        return self in (FailureKind.TOKEN_MISSING, FailureKind.TOKEN_REFUSED)


class RequestReach(enum.Enum):
    """The progress of a request. It determines whether an update may be stored."""

    UNSENT = "unsent"
    UNKNOWN = "unknown"
    ANSWERED = "answered"


class Failure(msgspec.Struct, frozen=True, kw_only=True):
    """A failed operation.

    `words` is the server's text (reason phrase or statusMessage), cleaned, redacted, at most 500 characters. `status`
    is the HTTP status, 0 without an answer. `retry_after` is in seconds, 0 if missing. `trouble` is the keyring's
    problem if the token is missing, `fault` the disk's problem.
    """

    kind: FailureKind
    server: str = ""
    reach: RequestReach = RequestReach.UNSENT
    status: int = 0
    words: str = ""
    retry_after: int = 0
    trouble: KeyringProblem | None = None
    fault: StorageProblem | None = None


class OperationFailed(Exception):  # noqa: N818 - carries a Failure; "FailedError" would be vaguer
    """Raised by services, with the failure for the window."""

    def __init__(self, failure: Failure) -> None:
        super().__init__(failure.kind.value)
        self.failure = failure
