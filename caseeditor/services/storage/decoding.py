"""Decoding of stored rows, one by one: a row that can't be decoded costs no other row."""

from typing import TypeVar

import msgspec

from caseeditor.domain.delivery.draft import Draft
from caseeditor.domain.delivery.submission import Submission, UnconfirmedNote
from caseeditor.domain.editing.templates import Template

T = TypeVar("T")
DRAFT = msgspec.json.Decoder(Draft)
SUBMISSION = msgspec.json.Decoder(Submission)
TEMPLATE = msgspec.json.Decoder(Template)


class _Unconfirmed(msgspec.Struct, frozen=True):
    """Only the unconfirmed notes of a submission or a draft; everything else in the row may be of any form."""

    unconfirmed: tuple[UnconfirmedNote, ...] = msgspec.field(default=(), name="ghosts")
    doubt: "_Unconfirmed | None" = None


_UNCONFIRMED = msgspec.json.Decoder(_Unconfirmed)


def decode(decoder: msgspec.json.Decoder[T], body: object) -> T | None:
    """Decode a stored body; None where it can't be decoded."""
    try:
        return decoder.decode(body)  # type: ignore[arg-type]  # a column of a damaged file holds anything
    except (msgspec.MsgspecError, TypeError, ValueError, RecursionError):
        return None


def unconfirmed_of(body: object) -> tuple[UnconfirmedNote, ...]:
    """Return the unconfirmed notes of a submission or a draft, even where the rest of it can't be decoded."""
    found = decode(_UNCONFIRMED, body)
    if found is None:
        return ()
    return found.unconfirmed + (found.doubt.unconfirmed if found.doubt else ())


def raw_text(body: object) -> str:
    """Return a body as text, as far as it is text."""
    if isinstance(body, bytes):
        return body.decode("utf-8", "replace")
    return "" if body is None else str(body)
