"""The wrong-case guard: a note that names another case, or somebody else's address, may be meant for another case."""

import re
from collections.abc import Iterable

import msgspec

from caseeditor.domain.case import Case
from caseeditor.domain.edit import Edit, completed

_NAMED = re.compile(r"(?:#|\bcaseeditor:|/case/|\bcaso:?\s+|\bcase:?\s+)(\d{1,40})\b", re.IGNORECASE)
_NUMBER = re.compile(r"(?<![\w.,+-])\d{3,40}(?![\w]|[.,]\d)")
_SHORTEST = 5
"""Characters of an address that is looked for: a shorter one stands in any text."""


class Suspicion(msgspec.Struct, frozen=True):
    """A note that names another case's id, or an address of another contact (then of which case it is)."""

    note: str
    named: str
    case_id: str


def addresses(case: Case) -> frozenset[str]:
    """Return what a contact is reached by, folded: addresses and user names of their profiles."""
    found = {profile.user_name for profile in case.contact.profiles}
    found |= {value for profile in case.contact.profiles for name, value in profile.fields if name == "ext_id"}
    return frozenset(each.casefold() for each in found if len(each) >= _SHORTEST)


def suspicions(case: Case, edit: Edit, others: Iterable[Case]) -> tuple[Suspicion, ...]:
    """Look through what is to be sent. `others` are cases that the agent has open beside this one.

    A number counts where it is written as a case's (#203, case 203, a link), or is the id of another open case.
    """
    others = [other for other in others if other.id != case.id]
    ids = {other.id for other in others}
    own = addresses(case)
    theirs = {address: other.id for other in others for address in addresses(other) if address not in own}
    found: list[Suspicion] = []
    for _, text in sorted(completed(edit, case).notes.items()):
        numbers = [each for each in _NUMBER.findall(text) if each in ids]
        numbers += [each.lstrip("0") or "0" for each in _NAMED.findall(text)]
        found += [Suspicion(text, number, number) for number in dict.fromkeys(numbers) if number != case.id]
        folded = text.casefold()
        found += [Suspicion(text, address, id_) for address, id_ in theirs.items() if address in folded]
    return tuple(found)
