"""Model of a case.

Every scalar keeps the server's text, so that nothing is lost or guessed. To add a field of the API, add a line to Case:
its name is the JSON key, its type selects the reader.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any, get_type_hints

import msgspec

from caseeditor.domain.case import envelope, raw_json
from caseeditor.domain.case.envelope import Envelope, read_envelope
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

    A bare case may have an attribute named `success`, so the field is ignored if the case is bare (`is_bare`).
    """

    success: bool | None = None
    says_success: bool = False
    words: str = ""
    case: Case | None = None
    case_id: str = ""
    is_bare: bool = False


class CaseList(msgspec.Struct, frozen=True):
    """A search result. `total` is None if the answer has none; `success` as in Answer."""

    cases: tuple[Case, ...] = ()
    total: int | None = None
    success: bool | None = None
    words: str = ""


RESERVED = frozenset({"id", "subject", "note", "tag", "echo_data", "access_token"}) | envelope.KEYS
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


def read_answer(body: bytes, wanted: str = "", *, takes_items: bool = False) -> Answer:
    """Decode an answer in any shape listed in API.md: a bare case, or an envelope with or without the case.

    If several objects could be the case, the one with the id `wanted` is used; in `items`, only that one. The answer to
    an update is no list: its `items` are not read (`takes_items`).

    Raises:
        raw_json.NotJSONError: The body is not a JSON object.
    """
    answer = read_envelope(body)
    found = answer.fields
    cases = [each for each in (found, *answer.objects("data")) if "id" in each]
    listed = answer.objects("items") if takes_items and wanted and "id" not in found else []
    chosen = _with_id((*cases, *listed), wanted) or (cases[0] if cases else None)
    case = read_case(chosen, _around(answer) if chosen is found else ()) if chosen is not None else None
    is_bare_one = case is not None and case.id == wanted and chosen is found
    return Answer(
        success=answer.success,
        says_success="success" in found,
        words=answer.words,
        case=case,
        is_bare=chosen is found,
        case_id=wanted if is_bare_one else whole_number(_text_of(found, "case_id")) or (case.id if case else ""),
    )


def _with_id(cases: Iterable[raw_json.Object], wanted: str) -> raw_json.Object | None:
    return next((each for each in cases if "id" in each and whole_number(raw_json.text(each["id"])) == wanted), None)


def _around(answer: Envelope) -> set[str]:
    """Return the keys of a bare case that belong to the envelope; the same keys may be attributes."""
    found = answer.fields
    own = {
        "success": answer.success is True,
        "statusMessage": answer.success is not None or not answer.words,
        "case_id": _text_of(found, "case_id") == raw_json.text(found["id"]),
        "data": any("id" in each for each in answer.objects("data")),
    }
    return {name for name, is_own in own.items() if is_own}


def read_list(body: bytes) -> CaseList:
    """Decode a search result: a list or a single case, bare or in `items` or `data`.

    Raises:
        raw_json.NotJSONError: The body has another shape and is no rejection.
    """
    answer = read_envelope(body, takes_list=True)
    listing = answer.listing("items", "data")
    objects = listing.objects if listing else []
    is_case = "id" in answer.fields and (listing is None or not objects or listing.holder is not answer.fields)
    if listing and not is_case and (objects or "id" not in listing.holder):  # else it is an attribute
        return CaseList(tuple(read_case(each) for each in objects), answer.total(listing), answer.success, answer.words)
    for case in (answer.fields, *answer.objects("data")):
        if "id" in case:
            around = _around(answer) if case is answer.fields else ()
            return CaseList((read_case(case, around),), 1, answer.success, answer.words)
    if answer.total() == 0 or answer.success is False:
        return CaseList((), answer.total(), answer.success, answer.words)
    raise raw_json.NotJSONError("no list")
