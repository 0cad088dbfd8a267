"""Conditions that a case must meet before a batch changes it, and the mark of a submission that belongs to a batch."""

from typing import TYPE_CHECKING

import msgspec

from caseeditor.domain.case.model import Case
from caseeditor.domain.case.number import whole_number
from caseeditor.domain.text.folding import fold

if TYPE_CHECKING:
    from caseeditor.domain.case.search import Filters


class Guard(msgspec.Struct, frozen=True, kw_only=True):
    """The conditions of the search that chose the cases; empty ones ask for nothing.

    Several states or channels: the case has one of them. Dates of the search are no condition: a batch moves them.
    """

    contact_id: str = ""
    campaign_id: str = ""
    states: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    with_tag: str = ""
    without_tag: str = ""


def guard_of(filters: "Filters") -> Guard:
    """Return the conditions of a search."""
    return Guard(
        contact_id=filters.contact_id,
        campaign_id=filters.campaign_id,
        states=tuple(filter(None, filters.state.split("\n"))),
        sources=tuple(filter(None, filters.source.split("\n"))),
        with_tag=filters.with_tag,
        without_tag=filters.without_tag,
    )


def failed_conditions(guard: Guard, case: Case) -> tuple[str, ...]:
    """Return the names of the conditions, as fields of Guard, that a case does not meet."""
    folded_tags = {fold(tag) for tag in case.tags}
    contact_id = whole_number(dict(case.contact.fields).get("id", ""))
    met = {
        "contact_id": not guard.contact_id or whole_number(guard.contact_id) == contact_id,
        "campaign_id": not guard.campaign_id or whole_number(guard.campaign_id) == whole_number(case.campaign.id),
        "states": not guard.states or fold(case.state) in map(fold, guard.states),
        "sources": not guard.sources or fold(case.source) in map(fold, guard.sources),
        "with_tag": not guard.with_tag or fold(guard.with_tag) in folded_tags,
        "without_tag": not guard.without_tag or fold(guard.without_tag) not in folded_tags,
    }
    return tuple(name for name, is_met in met.items() if not is_met)


class BatchMark(msgspec.Struct, frozen=True, kw_only=True):
    """The row of a batch that a submission belongs to.

    `repeats_notes`: a note is sent although the case has one of its text by the user.
    """

    batch: int
    row: int
    guard: Guard = Guard()
    repeats_notes: bool = False
