"""The messages between the contact and the agents (GET case/ID/messages, B; how one is shaped is not documented, C).

Read as leniently as can be: what is not understood is shown as it came.
"""

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
"""A smaller number is no date in ms that anybody writes, but one in seconds."""


class CaseMessage(msgspec.Struct, frozen=True, gc=False):
    """A message of a case. `date` as the server wrote it; `received` is None where it did not say who wrote."""

    date: str = ""
    author: str = ""
    channel: str = ""
    received: bool | None = None
    text: str = ""

    @property
    def moment(self) -> datetime | None:
        """When it was written; None for what is no date. One without a zone counts as UTC."""
        if self.date.removeprefix("-").isdecimal():
            number = int(self.date[:20])
            return dates.from_milliseconds(number if abs(number) >= _SECONDS else number * 1000)
        try:
            found = dates.parse(self.date) or datetime.fromisoformat(self.date)
        except ValueError:
            return None
        return found if found.tzinfo else found.replace(tzinfo=UTC)


class Messages(msgspec.Struct, frozen=True):
    """The answer to the call, the newest message last. `success` is None where the server did not say."""

    messages: tuple[CaseMessage, ...] = ()
    success: bool | None = None
    words: str = ""


def read_messages(body: bytes) -> Messages:
    """Make messages of a list, bare or under one of `_LISTS`. Raises raw_json.NotJSONError where there is none."""
    answer = read_envelope(body, takes_list=True)
    listing = answer.listing(*_LISTS)
    if listing is None and answer.success is not False:
        raise raw_json.NotJSONError("no list")
    return Messages(_in_order(listing.items) if listing else (), answer.success, answer.words)


def _in_order(items: list[raw_json.Raw]) -> tuple[CaseMessage, ...]:
    """Return them, the newest last; one without a date stays with the one that it came after."""
    dated = []
    last = datetime.min.replace(tzinfo=UTC)
    for message in (_message(item) for item in items if raw_json.kind(item) != "null"):
        last = message.moment or last
        dated.append((last, message))
    dated.sort(key=lambda pair: pair[0])
    return tuple(message for _, message in dated)


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
    """Return the first of these fields that says something; of an object, what it is called."""
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
