"""Detection of notes typed into the wrong case: they contain another case's id or another contact's address."""

import re
from collections.abc import Collection, Iterable, Iterator
from itertools import islice

import msgspec

from caseeditor.domain.case.model import Case
from caseeditor.domain.case.reference import link_domain
from caseeditor.domain.editing.edit import Edit, completed

_NAMED = (
    r"\b(?:casos?|cases?|tickets?|protocolo)\s{0,3}(?:id|n[°ºo]\.?|n[uú]mero|nro\.?|no\.?|#)?"
    r"\s{0,3}:?\s{0,3}#?(\d{3,40})\b"
    r"|\bcaseeditor:(\d{1,40})\b"
)
_LINK = r"\bhttps?://([^\s/]{1,255})/(?:\S{0,100}/)?case/(\d{1,40})\b"
"""All repeats are bounded, so that a note of white space cannot take seconds."""
_NUMBER = r"(?<![\w.,+-])\d{3,40}(?![\w]|[.,]\d)"
_MOST = 5
"""Maximum suspicions to report."""
_LOOKED_AT = 200_000
"""Maximum characters to scan; longer notes are pasted."""
_SHORTEST = 5
"""Minimum length of an address; shorter ones occur in any text."""


class Suspicion(msgspec.Struct, frozen=True):
    """A note that contains another case's id or another contact's address; `case_id` is that case."""

    note: str
    named: str
    case_id: str


def addresses(case: Case) -> frozenset[str]:
    """Return the contact's addresses and user names, case-folded."""
    found = {profile.user_name for profile in case.contact.profiles}
    found |= {value for profile in case.contact.profiles for name, value in profile.fields if name == "ext_id"}
    return frozenset(each.casefold() for each in found if len(each) >= _SHORTEST)


def suspicions(case: Case, edit: Edit, others: Iterable[Case]) -> tuple[Suspicion, ...]:
    """Check the pending notes. `others` are the agent's other open cases.

    A number counts if it is written as a case's ("caso n° 203", a link to the same server) or is the id of another open
    case. "pedido #862990" and "in this case 2 calls" do not count.
    """
    others = [other for other in others if other.id != case.id]
    ids = {other.id for other in others}
    own, here = addresses(case), link_domain(case.url)
    theirs = {address: other.id for other in others for address in addresses(other) if address not in own}
    found: list[Suspicion] = []
    for _, text in sorted(completed(edit, case).notes.items()):
        looked_at = text[:_LOOKED_AT]
        numbers = (number for number in _numbers(looked_at, ids, here) if number != case.id)
        found += [Suspicion(text, number, number) for number in islice(_each_once(numbers), _MOST)]
        folded = looked_at.casefold()
        found += [Suspicion(text, address, id_) for address, id_ in theirs.items() if address in folded]
        if len(found) >= _MOST:
            break
    return tuple(found[:_MOST])


def _numbers(text: str, ids: Collection[str], here: str) -> Iterator[str]:
    """Yield the case ids in a text, those of open cases first."""
    if ids:
        yield from (match[0] for match in re.finditer(_NUMBER, text) if match[0] in ids)
    for match in re.finditer(_NAMED, text, re.IGNORECASE):
        yield (match[1] or match[2]).lstrip("0") or "0"
    if here:
        yield from (
            match[2].lstrip("0") or "0"
            for match in re.finditer(_LINK, text, re.IGNORECASE)
            if match[1].casefold() == here
        )


def _each_once(numbers: Iterable[str]) -> Iterator[str]:
    seen: set[str] = set()
    for number in numbers:
        if number not in seen:
            seen.add(number)
            yield number
