"""A case as the server shows it. Every scalar is kept as the text the server wrote, so that nothing is lost or guessed.

A new field of the case is one line in Case: its name is the key, its type says how it is read.
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
    """A stored note. `date` is ms since the epoch as the server wrote it, '' when it named none."""

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
    """A dynamic attribute. `kind` as in wire.kind; 'nested' is shown as its JSON and can't be edited."""

    name: str
    text: str
    kind: str = "string"


class Campaign(msgspec.Struct, frozen=True):
    """What the case came in by."""

    id: str = ""
    name: str = ""


class Profile(msgspec.Struct, frozen=True):
    """One of the contact's profiles. `source` is its channel; `fields` has every scalar, unknown ones too."""

    source: str = ""
    name: str = ""
    user_name: str = ""
    fields: Fields = ()
    tags: tuple[str, ...] = ()


class Contact(msgspec.Struct, frozen=True):
    """Who the case is about. `fields` has every scalar, unknown ones too."""

    name: str = ""
    fields: Fields = ()
    profiles: tuple[Profile, ...] = ()
    tags: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()


class Case(msgspec.Struct, frozen=True, kw_only=True):
    """A case (update-case.txt). Dates as in domain.dates, times in the unit of their name.

    `id` is the number's digits, however the server wrote it: ids are compared.
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
    """An answer to a call about a case. `success` is None where it is no JSON boolean, be it said or not.

    An attribute of a bare case may be called `success`: where there is a case, it says nothing.
    """

    success: bool | None = None
    says_success: bool = False
    words: str = ""
    case: Case | None = None
    case_id: str = ""


class CaseList(msgspec.Struct, frozen=True):
    """An answer to a search. `total` is None where the server does not tell it, `success` as in Answer."""

    cases: tuple[Case, ...] = ()
    total: int | None = None
    success: bool | None = None
    words: str = ""


RESERVED = frozenset({"id", "subject", "note", "tag", "echo_data", "access_token"}) | envelope.KEYS
"""Never a dynamic attribute's name (update-case.txt): a row named `note` would post a note."""

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
"""The case's own fields: let through as an attribute's name, with a warning."""


def held_text(case: Case, name: str) -> str | None:
    """Return what a case holds under an attribute's name, its own fields included; None where it has none."""
    attribute = case.attributes.get(name)
    if attribute is not None:
        return attribute.text
    own = getattr(case, name) if name in OWN_FIELDS else None
    return own if isinstance(own, str) and own else None


def read_case(found: raw_json.Object, around: Collection[str] = ()) -> Case:
    """Make a case of an object; whatever is missing, null or mistyped leaves the rest as it is.

    `around` are the keys that are no attributes, but the answer's own. Raises wire.NotJSONError when a value inside is
    malformed.
    """
    known = {name: reader(found[name]) for name, reader in _FIELDS.items() if name in found}
    known["id"] = whole_number(_text_of(found, "id"))
    attributes = {
        name: Attribute(name, raw_json.text(raw), raw_json.kind(raw))
        for name, raw in found.items()
        if name not in _FIELDS and name not in around
    }
    shown = "notes" in found and raw_json.kind(found["notes"]) == "nested"
    return Case(**known, notes_shown=shown, attributes=attributes)  # type: ignore[arg-type]  # by _READERS


def read_answer(body: bytes, wanted: str = "") -> Answer:
    """Make an answer of each shape that API.md names: a bare case, or one under `data` or `items`.

    Where several objects may be the case, the one with the id `wanted` is; under `items` no other counts. Raises
    raw_json.NotJSONError for anything that is no JSON object.
    """
    answer = read_envelope(body)
    found = answer.fields
    cases = [each for each in (found, *answer.objects("data")) if "id" in each]
    listed = answer.objects("items") if wanted else []
    chosen = _with_id((*cases, *listed), wanted) or (cases[0] if cases else None)
    case = read_case(chosen, _around(answer) if chosen is found else ()) if chosen is not None else None
    is_bare_one = case is not None and case.id == wanted and chosen is found
    return Answer(
        success=answer.success,
        says_success="success" in found,
        words=answer.words,
        case=case,
        case_id=wanted if is_bare_one else whole_number(_text_of(found, "case_id")) or (case.id if case else ""),
    )


def _with_id(cases: Iterable[raw_json.Object], wanted: str) -> raw_json.Object | None:
    return next((each for each in cases if "id" in each and whole_number(raw_json.text(each["id"])) == wanted), None)


def _around(answer: Envelope) -> set[str]:
    """Return the keys of a bare case that are the answer's own: such keys may be attributes as well."""
    found = answer.fields
    own = {
        "success": answer.success is True,
        "statusMessage": answer.success is not None or not answer.words,
        "case_id": _text_of(found, "case_id") == raw_json.text(found["id"]),
        "data": any("id" in each for each in answer.objects("data")),
    }
    return {name for name, is_own in own.items() if is_own}


def read_list(body: bytes) -> CaseList:
    """Make the cases of a search's answer: a list, bare or under `items` or `data`, or a single case, likewise.

    The list may lie in an object under `data`, too. Raises raw_json.NotJSONError for anything else but a rejection.
    """
    answer = read_envelope(body, takes_list=True)
    listing = answer.listing("items", "data")
    objects = listing.objects if listing else []
    if listing and (objects or "id" not in listing.holder):  # else it is an attribute
        return CaseList(tuple(read_case(each) for each in objects), answer.total(listing), answer.success, answer.words)
    for case in (answer.fields, *answer.objects("data")):
        if "id" in case:
            around = _around(answer) if case is answer.fields else ()
            return CaseList((read_case(case, around),), 1, answer.success, answer.words)
    if answer.total() == 0 or answer.success is False:
        return CaseList((), answer.total(), answer.success, answer.words)
    raise raw_json.NotJSONError("no list")
