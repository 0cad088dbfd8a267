"""The conversation between the contact and the agents.

Source: GET case/ID/messages (certainty B); the shape of a message is undocumented (C). Parsing is lenient: an entry of
unknown shape is shown unchanged.
"""

from collections.abc import Iterable
from datetime import UTC, datetime

import msgspec

from caseeditor.domain.case import dates, raw_json
from caseeditor.domain.case.envelope import read_envelope

_TEXTS = ("text", "body", "content", "message")
_AUTHORS = ("user_name", "userName", "from", "author", "sender", "profile", "user", "name")
_DATES = ("date", "creation_date", "created", "created_at", "timestamp")
_CHANNELS = ("source", "channel")
_DIRECTIONS = ("incoming", "direction")
_LISTS = ("items", "messages", "data")
_NAMES = ("name", "user_name", "userName", "email", "id")
_RECEIVED = frozenset({"true", "in", "incoming", "inbound", "received"})
_SENT = frozenset({"false", "out", "outgoing", "outbound", "sent"})
_SECONDS = 100_000_000_000
"""Epoch values below this limit are seconds, others milliseconds."""


class CaseMessage(msgspec.Struct, frozen=True, gc=False):
    """A message of a case.

    `date` keeps the server's spelling. `received` is None if the direction is unknown.
    """

    date: str = ""
    author: str = ""
    channel: str = ""
    received: bool | None = None
    text: str = ""

    @property
    def moment(self) -> datetime | None:
        """Time of writing, in UTC unless the date has a zone; None if `date` is not a date."""
        if self.date.removeprefix("-").isdecimal():
            number = int(self.date[:20])
            return dates.from_milliseconds(number if abs(number) >= _SECONDS else number * 1000)
        try:
            found = datetime.fromisoformat(self.date)  # the faster one
        except ValueError:
            if (parsed := dates.parse(self.date)) is None:
                return None
            found = parsed
        return found if found.tzinfo else found.replace(tzinfo=UTC)


class Messages(msgspec.Struct, frozen=True):
    """The answer to the call. `success` is None if the answer has no such field."""

    items: tuple[raw_json.Raw, ...] = ()
    success: bool | None = None
    words: str = ""


Dated = tuple[datetime, CaseMessage]
"""A message with the time by which it is put in order."""
FIRST = datetime.min.replace(tzinfo=UTC)
"""The time of messages without a date before the first one with a date."""


def read_messages(body: bytes) -> Messages:
    """Decode a list of messages, bare or under a key of `_LISTS`.

    Raises:
        raw_json.NotJSONError: The body has no list.
    """
    answer = read_envelope(body, takes_list=True)
    listing = answer.listing(*_LISTS)
    if listing is None and answer.success is not False:
        raise raw_json.NotJSONError("no list")
    items = (item for item in listing.items if raw_json.kind(item) != "null") if listing else ()
    return Messages(tuple(items), answer.success, answer.words)


def dated(items: Iterable[raw_json.Raw], last: datetime) -> list[Dated]:
    """Decode messages; one without a date has that of its predecessor, the first one has `last`."""
    found = list[Dated]()
    for message in map(_message, items):
        last = message.moment or last
        found.append((last, message))
    return found


def in_order(messages: Iterable[Dated]) -> tuple[CaseMessage, ...]:
    """Return messages by date. A message without a date stays behind its predecessor."""
    return tuple(message for _, message in sorted(messages, key=lambda pair: pair[0]))


def _message(raw: raw_json.Raw) -> CaseMessage:
    if bytes(memoryview(raw)[:1]) != b"{":
        return CaseMessage(text=raw_json.text(raw))
    found = raw_json.read_object(raw)
    known = next((name for name in _TEXTS if name in found and raw_json.kind(found[name]) != "null"), None)
    direction = _text(found, _DIRECTIONS).lower()
    received = True if direction in _RECEIVED else False if direction in _SENT else None
    return CaseMessage(
        date=_text(found, _DATES),
        author=_text(found, _AUTHORS),
        channel=_text(found, _CHANNELS),
        received=received,
        text=raw_json.text(found[known]) if known else _as_it_came(found),
    )


def _text(found: raw_json.Object, names: tuple[str, ...]) -> str:
    """Return the first of these fields that is not empty. For an object, return its name."""
    for name in names:
        raw = found.get(name)
        if raw is None:
            continue
        is_object = bytes(memoryview(raw)[:1]) == b"{"
        if text := _text(raw_json.read_object(raw), _NAMES) if is_object else raw_json.text(raw):
            return text
    return ""


def _as_it_came(found: raw_json.Object) -> str:
    return "\n".join(f"{name}: {raw_json.text(raw)}" for name, raw in found.items())
