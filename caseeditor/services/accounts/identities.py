"""Ownership of stored data: accounts by key, tokens by digest, and moves between accounts.

Blocking functions over the store, for its thread; they raise StoreFailed. A server is given by its URL.
"""

import json
from functools import partial
from typing import TYPE_CHECKING

import msgspec

from caseeditor.domain.case.user import User, is_nameless, name_key, names_in, rank, token_key
from caseeditor.domain.local.whose import Moved, Others, Unclaimed
from caseeditor.services.storage.database import Store
from caseeditor.services.storage.decoding import DRAFT, SUBMISSION, decode

if TYPE_CHECKING:
    from sqlite3 import Cursor

replace = msgspec.structs.replace

_BODY = """body = CASE WHEN json_valid(CAST(body AS TEXT))
  THEN CAST(json_set(CAST(body AS TEXT), '$.user', :new) AS BLOB) ELSE body END"""
_WHOSE = "WHERE server = :server AND user = :old"
_HAS_LEARNED = "EXISTS (SELECT 1 FROM learned_case AS theirs WHERE theirs.server = :server AND theirs.user = :new)"
_MOVE = (
    f"UPDATE parcel SET user = :new, {_BODY} {_WHOSE}",  # noqa: S608 - contains no values
    f"UPDATE discarded SET user = :new, {_BODY} {_WHOSE}",  # noqa: S608 - contains no values
    f"""INSERT INTO seen (server, user, case_id, subject, opened, body)
      SELECT server, :new, case_id, subject, opened, body FROM seen {_WHOSE}
      ON CONFLICT DO UPDATE SET subject = excluded.subject, opened = excluded.opened, body = excluded.body
      WHERE excluded.opened > seen.opened""",  # noqa: S608 - contains no values
    f"DELETE FROM seen {_WHOSE}",  # noqa: S608 - contains no values
    f"UPDATE OR IGNORE filter_value SET user = :new {_WHOSE}",  # noqa: S608 - contains no values
    f"DELETE FROM filter_value {_WHOSE}",  # noqa: S608 - contains no values
    # Counts of two accounts can't be joined without the cases of both: the new one's stay.
    f"DELETE FROM learned {_WHOSE} AND {_HAS_LEARNED}",  # noqa: S608 - contains no values
    f"DELETE FROM learned_case {_WHOSE} AND {_HAS_LEARNED}",  # noqa: S608 - contains no values
    f"UPDATE learned SET user = :new {_WHOSE}",  # noqa: S608 - contains no values
    f"UPDATE learned_case SET user = :new {_WHOSE}",  # noqa: S608 - contains no values
    f"UPDATE unreadable SET user = :new {_WHOSE}",  # noqa: S608 - contains no values
    f"UPDATE tab SET user = :new {_WHOSE}",  # noqa: S608 - contains no values
    f"UPDATE server SET user = :new {_WHOSE}",  # noqa: S608 - contains no values
    "UPDATE identity SET key = :new WHERE server = :server AND key = :old",
    "DELETE FROM account WHERE server = :server AND key = :old",
)


class Learned(msgspec.Struct, frozen=True):
    """The owner of a token as stored, the former keys of the data that moved, and the moved drafts."""

    user: User
    was: tuple[str, ...]
    drafts: tuple[Moved, ...]


def read_salt(store: Store) -> bytes:
    """Return the salt of token digests."""
    found: bytes = store.select("SELECT salt FROM salt")[0][0]
    return found


def presume(store: Store, server: str, digest: str) -> User:
    """Return the presumed owner of a token without asking the server: at least the token's own account.

    `logged_in` is set if the server once confirmed it. Data of version 0.1.0, which did not record tokens, is presumed
    to belong to the last user.
    """
    key = _key_of(store, server, digest)
    is_known = bool(key)
    if not key:
        tokens = store.select("SELECT 1 FROM identity WHERE server = ?", (server,))
        last = None if tokens else store.user(server)
        key = token_key(digest) if last is None or is_nameless(last) else last
    return replace(account(store, server, key), logged_in=is_known)


def account(store: Store, server: str, key: str) -> User:
    """Return the user of an account."""
    rows = store.select("SELECT name, names FROM account WHERE server = ? AND key = ?", (server, key))
    if rows:
        return User(name=rows[0][0], key=key, names=tuple(json.loads(rows[0][1])))
    names = names_in(key)
    return User(name=names[0] if names else "", key=key, names=names)


def learn(store: Store, server: str, digest: str, user: User) -> Learned:
    """Store the answer of `me` about a token, and move data stored under less specific keys.

    These are keys of this token or of version 0.1.0. A better known owner is kept, since `me` may omit fields for a
    while.
    """
    before = _key_of(store, server, digest)
    key = user.key or token_key(digest)
    if rank(before) > rank(key):
        key = before
        kept = account(store, server, key)
        user = replace(user, name=user.name or kept.name, names=user.names or kept.names)
    user = replace(user, key=key)
    store.become(server, (), key)
    was = tuple(old for old in _forerunners(store, server, digest, user, before) if old != key)
    with store.transaction() as cursor:
        drafts = [each for old in was for each in _move(store, cursor, server, old, key)]
        cursor.execute("INSERT OR REPLACE INTO identity VALUES (?, ?, ?)", (server, digest, key))
        cursor.execute(
            "INSERT OR REPLACE INTO account VALUES (?, ?, ?, ?)",
            (server, key, user.name, json.dumps(user.names, ensure_ascii=False).encode()),
        )
        cursor.execute(
            "INSERT INTO server (server, user) VALUES (?, ?) ON CONFLICT DO UPDATE SET user = excluded.user",
            (server, key),
        )
    store.become(server, was, key)
    return Learned(user, was, tuple(drafts))


def claim(store: Store, server: str, old: str, user: User) -> Learned:
    """Move an account's data to a user who confirmed having typed it."""
    with store.transaction() as cursor:
        drafts = _move(store, cursor, server, old, user.key)
    store.become(server, (old,), user.key)
    return Learned(user, (old,), tuple(drafts))


def decline(store: Store, server: str, old: str, key: str) -> None:
    """Record that a user did not type an account's data, so that the question is not repeated."""
    with store.transaction() as cursor:
        cursor.execute("INSERT OR IGNORE INTO unclaimed VALUES (?, ?, ?)", (server, key, old))


def find_unclaimed(store: Store, server: str, key: str) -> Unclaimed | None:
    """Return the data of a nameless account that this user was not asked about, None if there is none."""
    rows = store.select(
        "SELECT user, sum(NOT is_parcel), sum(is_parcel) FROM ("
        " SELECT user, 0 AS is_parcel FROM draft WHERE server = :server"
        " UNION ALL SELECT user, 1 FROM parcel WHERE server = :server AND is_open)"
        " WHERE user <> :key AND user NOT IN (SELECT other FROM unclaimed WHERE server = :server AND key = :key)"
        " GROUP BY user ORDER BY user",
        {"server": server, "key": key},
    )
    return next((Unclaimed(*row) for row in rows if is_nameless(row[0])), None)


def find_others(store: Store, server: str, key: str) -> tuple[Others, ...]:
    """Return the drafts and open submissions of all other accounts of a server, newest first."""
    found: list[Others] = []
    rows = store.select("SELECT user, body, saved FROM draft WHERE server = ? AND user <> ?", (server, key))
    for user, body, saved in rows:
        if draft := decode(DRAFT, body):
            name = account(store, server, user).name
            found.append(Others(server, user, name, draft.case_id, draft.subject, saved, draft=draft))
    rows = store.select(
        "SELECT user, subject, body, began FROM parcel WHERE is_open AND server = ? AND user <> ?", (server, key)
    )
    for user, subject, body, began in rows:
        if submission := decode(SUBMISSION, body):
            name = submission.names[0] if submission.names else account(store, server, user).name
            found.append(Others(server, user, name, submission.case_id, subject, began, submission=submission))
    return tuple(sorted(found, key=lambda each: -each.when))


def _key_of(store: Store, server: str, digest: str) -> str:
    rows = store.select("SELECT key FROM identity WHERE server = ? AND digest = ?", (server, digest))
    return rows[0][0] if rows else ""


def _forerunners(store: Store, server: str, digest: str, user: User, before: str) -> tuple[str, ...]:
    """List the less specific accounts under which this user was known.

    A name may belong to several users: its data moves only while no other token is known by it, and the data of version
    0.1.0, which did not record tokens, moves once. A login belongs to one user, whichever token is used.
    """
    is_shared = partial(_is_of_another, store, server, digest)
    found = [token_key(digest)]
    is_login = before.startswith("login:") and user.key.startswith(("id:", "login:"))
    if before and not before.startswith("id:") and (is_login or not is_shared(before)):
        found.append(before)
    legacy = name_key(user.legacy) if user.legacy else ""
    if legacy and not store.has_become(server, legacy) and not is_shared(legacy):
        found.append(legacy)
    return tuple(dict.fromkeys(found))


def _is_of_another(store: Store, server: str, digest: str, key: str) -> bool:
    rows = store.select("SELECT 1 FROM identity WHERE server = ? AND key = ? AND digest <> ?", (server, key, digest))
    return bool(rows)


def _move(store: Store, cursor: "Cursor", server: str, old: str, new: str) -> list[Moved]:
    """Move an account's data, in a transaction; its batches, in a file of their own, before that is committed."""
    store.batches.rename_user(server, old, new)
    drafts = store.move_drafts(cursor, server, old, new)
    for step in _MOVE:
        cursor.execute(step, {"server": server, "old": old, "new": new})
    return drafts
