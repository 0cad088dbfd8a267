"""Contact search (GET contact, certainty B): the contacts that an agent can choose from."""

from collections.abc import Iterable

import msgspec

from caseeditor.domain.case import raw_json
from caseeditor.domain.case.envelope import read_envelope
from caseeditor.domain.case.number import whole_number
from caseeditor.domain.text.folding import fold

MOST = 5
"""Contacts that are offered."""
PAGE = 20
"""Contacts that are requested: the server may send some that do not match."""
_SHORTEST, _LONGEST_SEARCH = 2, 100
"""Characters that are searched for: a longer text was pasted by mistake, and is not sent."""
_LONGEST = 300
"""Characters of a name."""
_DETAILS = ("client_id", "crm_id")


class FoundContact(msgspec.Struct, frozen=True):
    """A contact. `detail` tells namesakes apart; `searched` is the folded text of all its scalar fields."""

    id: str
    name: str
    detail: str
    searched: str = ""


class ContactList(msgspec.Struct, frozen=True):
    """A page of contacts. `success` as in Answer."""

    contacts: tuple[FoundContact, ...] = ()
    success: bool | None = None
    words: str = ""


def can_name_a_contact(text: str) -> bool:
    """Tell whether contacts are searched for a text; one letter of a large script may be a name."""
    text = text.strip()
    return (_SHORTEST if text.isascii() else 1) <= len(text) <= _LONGEST_SEARCH


def matching(contacts: Iterable[FoundContact], text: str) -> tuple[FoundContact, ...]:
    """Return the contacts that contain every word of a text: a server may ignore the name and send all."""
    words = fold(text).split()
    return tuple(each for each in contacts if all(word in each.searched for word in words))[:MOST]


def read_contacts(body: bytes) -> ContactList:
    """Decode a contact search. Contacts without a number or a name are left out.

    Raises:
        raw_json.NotJSONError: The body has another shape and is no rejection.
    """
    answer = read_envelope(body, takes_list=True)
    listing = answer.listing("items", "data")
    if listing is None and answer.success is not False and answer.total() != 0:
        raise raw_json.NotJSONError("no list")
    found = map(_contact, listing.objects if listing else ())
    return ContactList(tuple(each for each in found if each), answer.success, answer.words)


def _contact(found: raw_json.Object) -> FoundContact | None:
    texts = {name: raw_json.text(raw) for name, raw in found.items() if raw_json.kind(raw) != "nested"}
    full = f"{texts.get('first_name', '')} {texts.get('last_name', '')}"
    name = " ".join((texts.get("name", "").strip() or full)[:_LONGEST].split())
    id_ = whole_number(texts.get("id", ""))
    if not name or not (id_.isascii() and id_.isdigit()):
        return None
    detail = next((text for key in _DETAILS if (text := texts.get(key, ""))), id_)
    return FoundContact(id_, name, detail[:_LONGEST], fold("\n".join(texts.values())))
