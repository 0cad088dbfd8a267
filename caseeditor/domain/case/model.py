"""Model of a case.

Every scalar keeps the server's text, so that nothing is lost or guessed. To add a field of the API, add a line to Case:
its name is the JSON key, its type selects the reader.
"""

import re
from collections.abc import Callable, Collection, Mapping
from typing import Any, get_type_hints

import msgspec

from caseeditor.domain.case import raw_json
from caseeditor.domain.case.number import whole_number

Fields = tuple[tuple[str, str], ...]
"""Name and text of every scalar field, in the server's order."""


class Note(msgspec.Struct, frozen=True, gc=False):
    """A stored note. `date` is ms since the epoch as text, '' if missing."""

    date: str = ""
    user_name: str = ""
    text: str = ""

    @property
    def milliseconds(self) -> int | None:
        try:
            return int(self.date)
        except ValueError:
            return None


class Attribute(msgspec.Struct, frozen=True, gc=False):
    """A dynamic attribute. `kind` as in raw_json.kind; a 'nested' value is shown as JSON and is read-only."""

    name: str
    text: str
    kind: str = "string"


class Campaign(msgspec.Struct, frozen=True):
    """The campaign that the case belongs to."""

    id: str = ""
    name: str = ""


class Profile(msgspec.Struct, frozen=True):
    """A profile of the contact. `source` is its channel; `fields` has every scalar, including unknown ones."""

    source: str = ""
    name: str = ""
    user_name: str = ""
    fields: Fields = ()
    tags: tuple[str, ...] = ()


class Contact(msgspec.Struct, frozen=True):
    """The contact of a case. `fields` has every scalar, including unknown ones."""

    name: str = ""
    fields: Fields = ()
    profiles: tuple[Profile, ...] = ()
    tags: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()


class Case(msgspec.Struct, frozen=True, kw_only=True):
    """A case (update-case.txt). Dates as in domain.case.dates; durations in the unit of their name.

    `id` has the digits of the number in canonical form, since ids are compared.
    """

    id: str = ""
    subject: str = ""
    state: str = ""
    source: str = ""
    private: str = ""
    reopened: str = ""
    first_open_date: str = ""
    last_open_date: str = ""
    inbox_date: str = ""
    we_did_not_reply_since_date: str = ""
    sla_seconds: str = ""
    handling_ms: str = ""
    credits: str = ""
    messages: str = ""
    messages_sent: str = ""
    messages_received: str = ""
    url: str = ""
    creation_date: str = ""
    update_date: str = ""
    updated_by: str = ""
    campaign: Campaign = Campaign()
    contact: Contact = Contact()
    tags: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()
    notes_shown: bool = False
    attributes: Mapping[str, Attribute] = {}


class Answer(msgspec.Struct, frozen=True):
    """An answer to a call about a case. `success` is None unless it is a JSON boolean.

    A bare case may have an attribute named `success`, so the field is ignored if there is a case.
    """

    success: bool | None = None
    says_success: bool = False
    words: str = ""
    case: Case | None = None
    case_id: str = ""


ENVELOPE = frozenset({"success", "statusMessage", "case_id", "data", "total", "items"})
"""Keys of an answer's envelope. A client that mistakes an attribute for one cannot read the case."""

RESERVED = frozenset({"id", "subject", "note", "tag", "echo_data", "access_token"}) | ENVELOPE
"""Names that no attribute may have (update-case.txt): an attribute named `note` would post a note."""

_COLLECTIONS = frozenset({"profiles", "notes", "tags"})


def _campaign(raw: raw_json.Raw) -> Campaign:
    if raw_json.kind(raw) != "nested":
        return Campaign(name=raw_json.text(raw))
    found = (raw_json.objects(raw) or [{}])[0]
    return Campaign(id=_text_of(found, "id"), name=_text_of(found, "name"))


def _notes(raw: raw_json.Raw) -> tuple[Note, ...]:
    return tuple(
        Note(date=_text_of(note, "date"), user_name=_text_of(note, "userName"), text=_text_of(note, "text"))
        for note in raw_json.objects(raw)
    )


def _profiles(raw: raw_json.Raw) -> tuple[Profile, ...]:
    return tuple(
        Profile(
            source=_text_of(profile, "source"),
            name=_text_of(profile, "name"),
            user_name=_text_of(profile, "user_name"),
            fields=_fields(profile),
            tags=raw_json.texts(profile["tags"]) if "tags" in profile else (),
        )
        for profile in raw_json.objects(raw)
    )


def _contact(raw: raw_json.Raw) -> Contact:
    if raw_json.kind(raw) != "nested":
        return Contact(name=raw_json.text(raw))
    found = (raw_json.objects(raw) or [{}])[0]
    return Contact(
        name=_text_of(found, "name"),
        fields=_fields(found),
        profiles=_profiles(found["profiles"]) if "profiles" in found else (),
        tags=raw_json.texts(found["tags"]) if "tags" in found else (),
        notes=_notes(found["notes"]) if "notes" in found else (),
    )


def _text_of(found: raw_json.Object, key: str) -> str:
    return raw_json.text(found[key]) if key in found else ""


def _fields(found: raw_json.Object) -> Fields:
    return tuple((key, raw_json.text(raw)) for key, raw in found.items() if key not in _COLLECTIONS)


_READERS: Mapping[Any, Callable[[raw_json.Raw], object]] = {
    str: raw_json.text,
    tuple[str, ...]: raw_json.texts,
    tuple[Note, ...]: _notes,
    Campaign: _campaign,
    Contact: _contact,
}
_FIELDS = {name: _READERS[hint] for name, hint in get_type_hints(Case).items() if hint in _READERS}
OWN_FIELDS = frozenset(_FIELDS) - RESERVED
"""The case's own fields. As an attribute's name, such a field is allowed with a warning."""


def held_text(case: Case, name: str) -> str | None:
    """Return the text of an attribute or of one of the case's own fields, None if there is neither."""
    attribute = case.attributes.get(name)
    if attribute is not None:
        return attribute.text
    own = getattr(case, name) if name in OWN_FIELDS else None
    return own if isinstance(own, str) and own else None


def read_case(found: raw_json.Object, around: Collection[str] = ()) -> Case:
    """Decode a case. A missing, null or mistyped field does not affect the others.

    `around` has the keys that belong to the envelope and are not attributes.

    Raises:
        raw_json.NotJSONError: A value is malformed.
    """
    known = {name: reader(found[name]) for name, reader in _FIELDS.items() if name in found}
    known["id"] = whole_number(_text_of(found, "id"))
    attributes = {
        name: Attribute(name, raw_json.text(raw), raw_json.kind(raw))
        for name, raw in found.items()
        if name not in _FIELDS and name not in around
    }
    shown = "notes" in found and raw_json.kind(found["notes"]) == "nested"
    return Case(**known, notes_shown=shown, attributes=attributes)  # type: ignore[arg-type]  # types ensured by _READERS


def read_answer(body: bytes, wanted: str = "") -> Answer:
    """Decode an answer in any shape listed in API.md: a bare case, an envelope, an envelope with `data`.

    If both the answer and its `data` could be a case, the one with the id `wanted` is used.

    Raises:
        raw_json.NotJSONError: The body is not a JSON object.
    """
    found = raw_json.read_object(body.removeprefix(raw_json.BOM))
    cases = [each for each in (found, *_objects(found, "data")) if "id" in each]
    asked = (each for each in cases if whole_number(raw_json.text(each["id"])) == wanted)
    chosen = next(asked, cases[0] if cases else None)
    case = read_case(chosen, _around(found) if chosen is found else ()) if chosen is not None else None
    is_bare_one = case is not None and case.id == wanted and chosen is found
    return Answer(
        success=_success(found),
        says_success="success" in found,
        words=_text_of(found, "statusMessage"),
        case=case,
        case_id=wanted if is_bare_one else whole_number(_text_of(found, "case_id")) or (case.id if case else ""),
    )


def _success(found: raw_json.Object) -> bool | None:
    """Return `success` if it is a JSON boolean, otherwise None."""
    is_said = "success" in found and raw_json.kind(found["success"]) == "boolean"
    return raw_json.text(found["success"]) == "true" if is_said else None


def _around(found: raw_json.Object) -> set[str]:
    """Return the keys of a bare case that belong to the envelope; the same keys may be attributes."""
    is_said = _success(found) is not None
    own = {
        "success": _success(found) is True,
        "statusMessage": is_said or not _text_of(found, "statusMessage"),
        "case_id": _text_of(found, "case_id") == raw_json.text(found["id"]),
        "data": any("id" in each for each in _objects(found, "data")),
    }
    return {name for name, is_own in own.items() if is_own}


def _objects(found: raw_json.Object, key: str) -> list[dict[str, raw_json.Raw]]:
    return raw_json.objects(found[key]) if key in found else []


def read_list(body: bytes) -> tuple[tuple[Case, ...], int | None]:
    """Decode a search result: its cases and their total number.

    Accepts an envelope with a list in `items` or `data`, a bare list, or a single case. The total is None if the answer
    has none.

    Raises:
        raw_json.NotJSONError: The body has another shape.
    """
    body = body.removeprefix(raw_json.BOM)
    if body.lstrip()[:1] == b"[":
        cases = tuple(read_case(found) for found in raw_json.objects(raw_json.Raw(body.strip())))
        return cases, None
    found = raw_json.read_object(body)
    for key in ("items", "data"):
        if _is_list(found, key) and (_objects(found, key) or "id" not in found):
            return tuple(read_case(item) for item in _objects(found, key)), _total(found)
    if "id" in found:
        return (read_case(found, _around(found)),), 1
    if _total(found) == 0:
        return (), 0
    raise raw_json.NotJSONError("no list")


def _is_list(found: raw_json.Object, key: str) -> bool:
    return key in found and bytes(memoryview(found[key])[:1]) == b"["


def _total(found: raw_json.Object) -> int | None:
    total = _text_of(found, "total")
    return int(total) if re.fullmatch("[0-9]{1,15}", total) else None
