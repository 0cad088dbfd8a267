"""HTTP answers before decoding: size limits, messages, meaning of status codes."""

import re
from collections.abc import AsyncIterator, Mapping
from datetime import UTC
from email.utils import parsedate_to_datetime
from http import HTTPStatus

from caseeditor.domain.case import raw_json
from caseeditor.domain.case.dates import epoch_seconds
from caseeditor.domain.case.envelope import read_envelope
from caseeditor.domain.errors.failure import FailureKind

LIMIT = 16 * 1024 * 1024
"""Maximum bytes of an answer's body; longer ones are an error."""
_LONGEST_WORDS = 500
_LONGEST_WAIT = 300


REJECTIONS = frozenset({400, 403, 404, 405, 410, 411, 413, 414, 415, 422, 431, 451})
"""Status codes by which a server certainly rejects a request.

401 and 429 are rejections too, but a token or time may resolve them. Neither proves that nothing was stored: a settled
read decides (RULES.md, rule 9). After any other status, an update may still be stored.
"""


class UnacceptableError(Exception):
    """A body that is too large, or encoded although that was not requested."""

    def __init__(self, kind: FailureKind) -> None:
        super().__init__(kind.value)
        self.kind = kind


async def whole_body(headers: Mapping[str, str], chunks: AsyncIterator[bytes]) -> bytes:
    """Collect raw bytes up to LIMIT. Raises UnacceptableError; an encoded body is never decoded."""
    if headers.get("Content-Encoding", "identity").strip().lower() not in ("", "identity"):
        raise UnacceptableError(FailureKind.ENCODED)
    body = bytearray()
    async for chunk in chunks:
        body += chunk
        if len(body) > LIMIT:
            raise UnacceptableError(FailureKind.TOO_LARGE)
    return bytes(body)


def kind_of(status: int) -> FailureKind:
    """Classify a status other than 200."""
    special = {
        HTTPStatus.UNAUTHORIZED: FailureKind.TOKEN_REFUSED,
        HTTPStatus.NOT_FOUND: FailureKind.NOT_FOUND,
        HTTPStatus.REQUEST_ENTITY_TOO_LARGE: FailureKind.TOO_LARGE_TO_SEND,
        HTTPStatus.TOO_MANY_REQUESTS: FailureKind.TOO_MANY,
    }
    if status in special:
        return special[HTTPStatus(status)]
    if HTTPStatus.MULTIPLE_CHOICES <= status < HTTPStatus.BAD_REQUEST:
        return FailureKind.REDIRECTED
    if status in REJECTIONS:
        return FailureKind.REFUSED
    return (
        FailureKind.UNCLEAR
        if HTTPStatus.BAD_REQUEST <= status < HTTPStatus.INTERNAL_SERVER_ERROR
        else FailureKind.SERVER_BROKEN
    )


def is_decided(kind: FailureKind) -> bool:
    """Check that a status of this kind decides whether an update is stored, as far as servers are reliable."""
    return kind not in (FailureKind.UNCLEAR, FailureKind.SERVER_BROKEN, FailureKind.REDIRECTED)


def words_of(body: bytes, reason: object, status: int) -> str:
    """Return the server's explanation: its statusMessage, or a reason phrase other than the standard one."""
    try:
        said = read_envelope(body).words
    except raw_json.NotJSONError:
        said = ""
    if said.strip():
        return said
    phrase = decoded(reason) if isinstance(reason, bytes) else ""
    standard = {known.phrase.casefold() for known in HTTPStatus if known == status}
    return "" if phrase.strip().casefold() in standard else phrase


def decoded(phrase: bytes) -> str:
    """Decode a reason phrase: UTF-8, otherwise Latin-1."""
    try:
        return phrase.decode()
    except UnicodeDecodeError:
        return phrase.decode("latin-1")


def clean(words: str) -> str:
    """Clean up foreign text for display: no control characters, white space collapsed, at most 500 characters."""
    words = "".join(letter if letter.isprintable() else " " for letter in words[: 4 * _LONGEST_WORDS])
    words = re.sub(r"\s+", " ", words).strip()
    return words if len(words) <= _LONGEST_WORDS else words[: _LONGEST_WORDS - 1] + "…"


def retry_after(header: str) -> int:
    """Return the seconds of a Retry-After header, capped; 60 for a date or an invalid value, 0 if missing."""
    header = header.strip()
    if not header:
        return 0
    if not (header.isascii() and header.isdecimal()):
        return 60
    return min(int(header[:6]), _LONGEST_WAIT)


def date_of(header: str) -> int:
    """Return a Date header in s since the epoch, 0 if missing, invalid, or before it."""
    try:
        date = parsedate_to_datetime(header)
    except (ValueError, OverflowError):
        return 0
    # "-0000" is UTC too, and has no zone here (RFC 5322, 3.3)
    return max(int(epoch_seconds(date if date.tzinfo else date.replace(tzinfo=UTC))), 0)
