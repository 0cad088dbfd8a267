"""Owners of local drafts and submissions, and changes of ownership."""

from collections.abc import Iterable, Mapping

import msgspec

from caseeditor.domain.case.reference import Server
from caseeditor.domain.case.user import User
from caseeditor.domain.delivery.draft import Draft
from caseeditor.domain.delivery.submission import Submission

Keys = Mapping[tuple[str, str], str]
"""Current account keys by server (URL) and former key."""


class Moved(msgspec.Struct, frozen=True):
    """A draft that moved to another account, and the draft that this account already had."""

    draft: Draft
    there: Draft | None = None


class AccountKnown(msgspec.Struct, frozen=True):
    """News: the user of a server's token. Data stored under the keys `was` is now stored under the user's key."""

    server: Server
    user: User
    was: tuple[str, ...] = ()
    drafts: tuple[Moved, ...] = ()


class Others(msgspec.Struct, frozen=True):
    """A draft or open submission of another account. `name` is '' if unknown.

    `when` is the time of saving or submitting (ms since the epoch).
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
    """The number of drafts and submissions of an account that only a token identifies, or nothing."""

    key: str
    drafts: int
    submissions: int


def moved(keys: Keys, server: str, old: Iterable[str], new: str) -> dict[tuple[str, str], str]:
    """Return the current keys by former ones, after the `old` ones have become `new`."""
    gone = set(old) - {new}
    kept = {at: new if at[0] == server and key in gone else key for at, key in keys.items() if at != (server, new)}
    return {**kept, **{(server, key): new for key in gone}}
