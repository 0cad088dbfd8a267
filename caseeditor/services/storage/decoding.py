"""Decoding of stored rows, one by one: a row that can't be decoded costs no other row."""

from typing import TypeVar

import msgspec

from caseeditor.domain.delivery.draft import Draft
from caseeditor.domain.delivery.submission import Submission, UnconfirmedNote
from caseeditor.domain.editing.templates import Template

T = TypeVar("T")
DRAFT = msgspec.json.Decoder(Draft)
PARCEL = msgspec.json.Decoder(Submission)
TEMPLATE = msgspec.json.Decoder(Template)


class _Ghosts(msgspec.Struct, frozen=True):
    """Only the ghosts of a submission or a draft; everything else in the row may be of any form."""

    ghosts: tuple[UnconfirmedNote, ...] = ()
    doubt: "_Ghosts | None" = None


_GHOSTS = msgspec.json.Decoder(_Ghosts)


def decode(decoder: msgspec.json.Decoder[T], body: object) -> T | None:
    """Decode a stored body; None where it can't be decoded."""
    try:
        return decoder.decode(body)  # type: ignore[arg-type]  # a column of a damaged file holds anything
    except (msgspec.MsgspecError, TypeError, ValueError, RecursionError):
        return None


def ghosts_of(body: object) -> tuple[UnconfirmedNote, ...]:
    """Return the ghosts of a submission or a draft, even where the rest of it can't be decoded."""
    found = decode(_GHOSTS, body)
    if found is None:
        return ()
    return found.ghosts + (found.doubt.ghosts if found.doubt else ())


def raw_text(body: object) -> str:
    """Return a body as text, as far as it is text."""
    if isinstance(body, bytes):
        return body.decode("utf-8", "replace")
    return "" if body is None else str(body)
