"""What an HTTP answer says, before it is a case: its bytes within bounds, its words, its meaning by status."""

import re
from collections.abc import AsyncIterator, Mapping
from email.utils import parsedate_to_datetime
from http import HTTPStatus

from caseeditor.domain.case import raw_json
from caseeditor.domain.case.envelope import read_envelope
from caseeditor.domain.errors.failure import FailureKind

LIMIT = 16 * 1024 * 1024
"""Bytes of an answer's body; what is longer is an error."""
_LONGEST_WORDS = 500
_LONGEST_WAIT = 300


REJECTIONS = frozenset({400, 403, 404, 405, 410, 411, 413, 414, 415, 422, 431, 451})
"""The statuses by which a server says for certain that it does not carry out a request.

401 and 429 are answers too, which a token or time may mend; after any other status an update may yet be stored.
"""


class UnacceptableError(Exception):
    """A body that is too large or encoded against our asking."""

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
    """Tell what a status other than 200 means."""
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
    """Tell whether a status of this kind says what became of an update, as far as a server's word goes."""
    return kind not in (FailureKind.UNCLEAR, FailureKind.SERVER_BROKEN, FailureKind.REDIRECTED)


def words_of(body: bytes, reason: object, status: int) -> str:
    """Return the server's own explanation: its statusMessage, else the reason phrase unless it is the standard one."""
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
    """Read a reason phrase: UTF-8, else Latin-1."""
    try:
        return phrase.decode()
    except UnicodeDecodeError:
        return phrase.decode("latin-1")


def clean(words: str) -> str:
    """Make foreign words fit for showing: no control characters, white space folded, at most 500 characters."""
    words = "".join(letter if letter.isprintable() else " " for letter in words[: 4 * _LONGEST_WORDS])
    words = re.sub(r"\s+", " ", words).strip()
    return words if len(words) <= _LONGEST_WORDS else words[: _LONGEST_WORDS - 1] + "…"


def retry_after(header: str) -> int:
    """Return the seconds a server asks to wait, capped; a date or nonsense counts as a minute, none as 0."""
    header = header.strip()
    if not header:
        return 0
    if not (header.isascii() and header.isdecimal()):
        return 60
    return min(int(header[:6]), _LONGEST_WAIT)


def date_of(header: str) -> int:
    """Return the s since the epoch of a Date header, 0 for none."""
    try:
        return int(parsedate_to_datetime(header).timestamp())
    except (ValueError, OverflowError):
        return 0
