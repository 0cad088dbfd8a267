"""Rows that cannot be decoded. They move unchanged to a table of their own; nothing is deleted."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import msgspec

from caseeditor.domain.delivery.draft import Draft
from caseeditor.domain.delivery.submission import Submission
from caseeditor.domain.local.data_news import Unreadable
from caseeditor.services.storage.decoding import DRAFT, SUBMISSION, TEMPLATE, decode

if TYPE_CHECKING:
    import sqlite3

Select = Callable[[str], list[Any]]
_SUBJECT = """
CASE WHEN json_valid(CAST(body AS TEXT))
  THEN coalesce(CAST(json_extract(CAST(body AS TEXT), '$.subject') AS TEXT), '') ELSE '' END
"""
_WHERE = {
    "draft": "server = ? AND user = ? AND case_id = ?",
    "parcel": "number = ?",
    "template": "name = ?",
}
_COLUMNS = {
    "draft": f"server, user, case_id, {_SUBJECT}",
    "parcel": "server, user, case_id, subject",
    "template": "'', '', '', name",
}


class Row(msgspec.Struct, frozen=True):
    """A row that cannot be decoded: its key in its table, and the report."""

    key: tuple[object, ...]
    told: Unreadable


class Held(msgspec.Struct, frozen=True):
    """A submission with its row's other columns. Times in ms; `ended` is None while it is open."""

    submission: Submission
    subject: str
    began: int
    ended: int | None = None


class Found(msgspec.Struct, frozen=True):
    """The drafts (with time of saving in ms) and open submissions of a file, and its unreadable rows."""

    drafts: tuple[tuple[Draft, int], ...] = ()
    submissions: tuple[Held, ...] = ()
    unreadable: tuple[Row, ...] = ()


def look_through(select: Select) -> Found:
    """Read the drafts, open submissions and templates of a file."""
    drafts, submissions, rows = [], [], []
    for server, user, case_id, body, saved in select("SELECT server, user, case_id, body, saved FROM draft"):
        if draft := decode(DRAFT, body):
            drafts.append((draft, saved))
        else:
            rows.append(Row((server, user, case_id), Unreadable("draft", case_id)))
    query = "SELECT number, case_id, subject, body, began FROM parcel WHERE is_open ORDER BY number"
    for number, case_id, subject, body, began in select(query):
        if submission := decode(SUBMISSION, body):
            submissions.append(Held(msgspec.structs.replace(submission, number=number), subject, began))
        else:
            rows.append(Row((number,), Unreadable("parcel", case_id, subject)))
    for name, body in select("SELECT name, body FROM template"):
        if decode(TEMPLATE, body) is None:
            rows.append(Row((name,), Unreadable("template", "", name)))
    return Found(tuple(drafts), tuple(submissions), tuple(rows))


def move(cursor: "sqlite3.Cursor", rows: tuple[Row, ...], now: int) -> None:
    """Move rows to the table of unreadable ones, within a transaction. `now` in ms."""
    for row in rows:
        source = row.told.source
        cursor.execute(
            "INSERT INTO unreadable (source, server, user, case_id, subject, body, found)"  # noqa: S608 - constant names
            f" SELECT '{source}', {_COLUMNS[source]}, coalesce(body, ''), ? FROM {source} WHERE {_WHERE[source]}",
            (now, *row.key),
        )
        cursor.execute(f"DELETE FROM {source} WHERE {_WHERE[source]}", row.key)  # noqa: S608 - contains no values
