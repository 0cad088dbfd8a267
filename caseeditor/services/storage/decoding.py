"""Decoding of stored rows, one at a time, so that a malformed row does not affect the others."""

from typing import TypeVar

import msgspec

from caseeditor.domain.delivery.draft import Draft
from caseeditor.domain.delivery.submission import Submission, UnconfirmedNote
from caseeditor.domain.editing.template_files import StoredTemplate

T = TypeVar("T")
DRAFT = msgspec.json.Decoder(Draft)
SUBMISSION = msgspec.json.Decoder(Submission)
TEMPLATE = msgspec.json.Decoder(StoredTemplate)


class _Unconfirmed(msgspec.Struct, frozen=True):
    """The unconfirmed notes of a submission or draft; the rest of the row may have any form."""

    unconfirmed: tuple[UnconfirmedNote, ...] = msgspec.field(default=(), name="ghosts")
    doubt: "_Unconfirmed | None" = None


_UNCONFIRMED = msgspec.json.Decoder(_Unconfirmed)


def decode(decoder: msgspec.json.Decoder[T], body: object) -> T | None:
    """Decode a stored body; return None if it is malformed."""
    try:
        return decoder.decode(body)  # type: ignore[arg-type]  # a damaged file may have any type
    except (msgspec.MsgspecError, TypeError, ValueError, RecursionError):
        return None


def unconfirmed_of(body: object) -> tuple[UnconfirmedNote, ...]:
    """Return the unconfirmed notes of a submission or draft, even if the rest is malformed."""
    found = decode(_UNCONFIRMED, body)
    if found is None:
        return ()
    return found.unconfirmed + (found.doubt.unconfirmed if found.doubt else ())


def raw_text(body: object) -> str:
    """Return a body as text, with invalid bytes replaced."""
    if isinstance(body, bytes):
        return body.decode("utf-8", "replace")
    return "" if body is None else str(body)
