"""Moves of a server's data to another address. Runs on the store's thread, in a transaction."""

from typing import TYPE_CHECKING, Any

import msgspec

from caseeditor.domain.case.number import whole_number
from caseeditor.domain.case.reference import known_server
from caseeditor.domain.delivery.draft import Draft
from caseeditor.domain.delivery.reunion import reunited
from caseeditor.services.storage.decoding import DRAFT, decode

if TYPE_CHECKING:
    import sqlite3

_RAW = msgspec.json.Decoder(dict[str, msgspec.Raw])
_NUMBERED = {"parcel": "number", "discarded": "number"}
_SHOWN = "SELECT DISTINCT server FROM {} ORDER BY server"

Key = tuple[str, str]
"""Server and case id."""


def unify(connection: "sqlite3.Connection") -> None:
    """Move data under other spellings of a server or case id to the canonical one.

    The old spelling is recorded, because the keyring has the token under it.
    """
    moves = [(old, server) for old in _servers(connection) if (server := _canonical(old)) != old]
    cases = [(key, id_) for key in _odd_cases(connection) if (id_ := whole_number(key[1])) != key[1]]
    if not moves and not cases:
        return
    cursor = connection.cursor()
    cursor.execute("BEGIN IMMEDIATE")
    try:
        for old, server in moves:
            move(cursor, old, server)
            cursor.execute("INSERT OR REPLACE INTO former (former, server) VALUES (?, ?)", (old, server))
        for (old, case_id), id_ in cases:
            server = _canonical(old)
            for table in _tables(cursor, "case_id"):
                _move_case(cursor, table, (server, case_id), (server, id_))
        connection.commit()
    except BaseException:
        connection.rollback()
        raise


def move(cursor: "sqlite3.Cursor", old: str, new: str) -> None:
    """Move all data of a server to another one."""
    cases = _tables(cursor, "case_id")
    for table in cases:
        ids = cursor.execute(f"SELECT DISTINCT case_id FROM {table} WHERE server = ?", (old,)).fetchall()  # noqa: S608 - names of our tables
        for (case_id,) in ids:
            _move_case(cursor, table, (old, case_id), (new, case_id))
    _move_server(cursor, old, new)
    _leave_learned(cursor, old, new)
    for table in _tables(cursor, "server"):
        if table not in (*cases, "server", "former"):
            cursor.execute(f"UPDATE OR IGNORE {table} SET server = ? WHERE server = ?", (new, old))  # noqa: S608 - contains no values
            # The remaining rows exist for the new server too.
            cursor.execute(f"DELETE FROM {table} WHERE server = ?", (old,))  # noqa: S608 - contains no values


def _canonical(url: str) -> str:
    server = known_server(url)
    return server.url if server else url


def _tables(cursor: "sqlite3.Connection | sqlite3.Cursor", column: str) -> tuple[str, ...]:
    query = (
        "SELECT name FROM sqlite_master WHERE type = 'table'"
        " AND EXISTS (SELECT 1 FROM pragma_table_info(sqlite_master.name) AS info WHERE info.name = ?)"
        " AND EXISTS (SELECT 1 FROM pragma_table_info(sqlite_master.name) AS info WHERE info.name = 'server')"
    )
    return tuple(name for (name,) in cursor.execute(query, (column,)).fetchall())


def _servers(connection: "sqlite3.Connection") -> tuple[str, ...]:
    tables = [table for table in _tables(connection, "server") if table != "former"]
    return tuple(sorted({server for name in tables for (server,) in connection.execute(_SHOWN.format(name))}))


def _odd_cases(connection: "sqlite3.Connection") -> tuple[Key, ...]:
    """Return the cases whose ids do not consist of digits."""
    query = "SELECT DISTINCT server, case_id FROM {} WHERE case_id GLOB '*[^0-9]*'"
    tables = _tables(connection, "case_id")
    return tuple(sorted({(server, id_) for name in tables for server, id_ in connection.execute(query.format(name))}))


def _move_case(cursor: "sqlite3.Cursor", table: str, old: Key, new: Key) -> None:
    if table == "draft":
        _move_drafts(cursor, old, new)
    elif table == "seen":
        _move_seen(cursor, old, new)
    elif table in _NUMBERED:
        rows = cursor.execute(f"SELECT number, body FROM {table} WHERE server = ? AND case_id = ?", old).fetchall()  # noqa: S608 - names of our tables
        cursor.executemany(
            f"UPDATE {table} SET server = ?, case_id = ?, body = ? WHERE number = ?",  # noqa: S608 - contains no values
            [(*new, _readdressed(body, new), number) for number, body in rows],
        )
    else:
        where = "SET server = ?, case_id = ? WHERE server = ? AND case_id = ?"
        cursor.execute(f"UPDATE OR IGNORE {table} {where}", (*new, *old))
    if table == "tab":
        cursor.execute(
            "UPDATE tab SET is_active = 1 WHERE (server, case_id) IN (SELECT server, case_id FROM tab WHERE is_active)"
        )
        cursor.execute("DELETE FROM tab WHERE place NOT IN (SELECT min(place) FROM tab GROUP BY server, case_id)")


def _move_drafts(cursor: "sqlite3.Cursor", old: Key, new: Key) -> None:
    where = "server = ? AND user = ? AND case_id = ?"
    rows = cursor.execute("SELECT user, body, saved FROM draft WHERE server = ? AND case_id = ?", old).fetchall()
    for user, body, saved in rows:
        key = (new[0], user, new[1])
        there = cursor.execute(f"SELECT body, saved FROM draft WHERE {where}", key).fetchone()  # noqa: S608 - contains no values
        if there is None:
            values = (*new, _readdressed(body, new), old[0], user, old[1])
            cursor.execute(f"UPDATE draft SET server = ?, case_id = ?, body = ? WHERE {where}", values)  # noqa: S608 - contains no values
            continue
        decoded = ((decode(DRAFT, _readdressed(each, new)), when) for each, when in (there, (body, saved)))
        drafts = [(draft, when) for draft, when in decoded if draft]
        if len(drafts) < 2:  # noqa: PLR2004 - an unreadable draft stays in place
            continue
        (older, _), (newer, last) = sorted(drafts, key=lambda each: each[1])
        _merge(cursor, key, older, newer, last)
        cursor.execute(f"DELETE FROM draft WHERE {where}", (old[0], user, old[1]))  # noqa: S608 - contains no values


def _merge(cursor: "sqlite3.Cursor", key: tuple[str, str, str], older: Draft, newer: Draft, saved: int) -> None:
    """Merge two drafts; changes overruled by the newer one go to the history."""
    one, outdone = reunited(newer, older)
    cursor.execute(
        "UPDATE draft SET body = ?, saved = ?, generation = abs(random() / 2) + 2"
        " WHERE server = ? AND user = ? AND case_id = ?",
        (msgspec.json.encode(one), saved, *key),
    )
    if outdone:
        cursor.execute(
            "INSERT INTO discarded (server, user, case_id, subject, body, ended) VALUES (?, ?, ?, ?, ?, ?)",
            (*key, outdone.subject, msgspec.json.encode(outdone), saved),
        )


def _move_seen(cursor: "sqlite3.Cursor", old: Key, new: Key) -> None:
    """Move the record of an opened case, unless it was opened later under the new address."""
    where = "server = ? AND user = ? AND case_id = ?"
    for user, opened in cursor.execute(
        "SELECT user, opened FROM seen WHERE server = ? AND case_id = ?", old
    ).fetchall():
        was, is_now = (old[0], user, old[1]), (new[0], user, new[1])
        cursor.execute(f"DELETE FROM seen WHERE {where} AND opened < ?", (*is_now, opened))  # noqa: S608 - contains no values
        cursor.execute(f"UPDATE OR IGNORE seen SET server = ?, case_id = ? WHERE {where}", (*new, *was))  # noqa: S608 - contains no values
        cursor.execute(f"DELETE FROM seen WHERE {where}", was)  # noqa: S608 - contains no values


def _move_server(cursor: "sqlite3.Cursor", old: str, new: str) -> None:
    """Move the record of a server; if both exist, the new one's user wins."""
    there = cursor.execute("SELECT 1 FROM server WHERE server = ?", (new,)).fetchone()
    if there is None:
        cursor.execute("UPDATE server SET server = ? WHERE server = ?", (new, old))
        return
    cursor.execute(
        "UPDATE server SET user = coalesce(server.user, was.user),"
        " shows_notes = max(server.shows_notes, was.shows_notes)"
        " FROM server AS was WHERE server.server = ? AND was.server = ?",
        (new, old),
    )
    cursor.execute("DELETE FROM server WHERE server = ?", (old,))


def _leave_learned(cursor: "sqlite3.Cursor", old: str, new: str) -> None:
    """Delete the learned values of users who have some of the new server: their counts can't be joined."""
    both = "server = ? AND user IN (SELECT user FROM learned_case WHERE server = ?)"
    cursor.execute(f"DELETE FROM learned WHERE {both}", (old, new))  # noqa: S608 - contains no values
    cursor.execute(f"DELETE FROM learned_case WHERE {both}", (old, new))  # noqa: S608 - contains no values


def _readdressed(body: bytes, new: Key) -> bytes:
    """Change the server and case of a stored draft or submission; return a malformed body unchanged."""
    try:
        found: dict[str, Any] = _RAW.decode(body)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return body
    return msgspec.json.encode({**found, "server": new[0], "case_id": new[1]})
