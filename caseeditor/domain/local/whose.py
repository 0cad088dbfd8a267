"""Whose drafts and submissions are kept on this computer, and how they change hands. Values and pure functions."""

from collections.abc import Iterable, Mapping

import msgspec

from caseeditor.domain.case.reference import Server
from caseeditor.domain.case.user import User
from caseeditor.domain.delivery.draft import Draft
from caseeditor.domain.delivery.submission import Submission

Keys = Mapping[tuple[str, str], str]
"""The keys of accounts as they are now, by server (URL) and key of before."""


class Moved(msgspec.Struct, frozen=True):
    """A draft that came to another account, as it is now, and the one that this account had of the case already."""

    draft: Draft
    there: Draft | None = None


class AccountKnown(msgspec.Struct, frozen=True):
    """News: whose the token of a server is. What was kept under the keys `was` is now kept under the user's."""

    server: Server
    user: User
    was: tuple[str, ...] = ()
    drafts: tuple[Moved, ...] = ()


class Others(msgspec.Struct, frozen=True):
    """A draft of another account, or a submission of theirs that is open. `name` is '' where nobody knows it.

    `when` is when it was saved or submitted (ms since the epoch).
    """

    server: str
    key: str
    name: str
    case_id: str
    subject: str
    when: int
    draft: Draft | None = None
    submission: Submission | None = None


class Unclaimed(msgspec.Struct, frozen=True):
    """What waits under an account that is known by a token only, or not at all: how many of each."""

    key: str
    drafts: int
    submissions: int


def moved(keys: Keys, server: str, old: Iterable[str], new: str) -> dict[tuple[str, str], str]:
    """Return the keys of now by those of before, once `old` ones have become `new`."""
    gone = set(old) - {new}
    kept = {at: new if at[0] == server and key in gone else key for at, key in keys.items() if at != (server, new)}
    return {**kept, **{(server, key): new for key in gone}}
