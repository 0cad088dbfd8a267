"""Audit of typed texts: each is in the window, on disk, on the server, or discarded by the agent."""

import json
import re
import sqlite3
from collections import Counter
from contextlib import closing
from pathlib import Path
from typing import Any
from urllib.parse import quote

from tests.faults.server import TOKENS, FaultyServer

NOTE = "note"
USERS = frozenset(TOKENS.values())
_TYPED = re.compile(r"(?:note|subject|region|new|tag) \d+x\d+")


class LostError(AssertionError):
    """A guarantee was broken."""


def plain(text: str) -> str:
    """Return the part of a text that every server of the soak leaves unchanged; it identifies the text."""
    found = _TYPED.match(text)
    return found[0] if found else text.strip()


def texts_of(edit: dict[str, Any]) -> set[str]:
    """List all texts of an edit."""
    found = [edit["subject"] or "", edit["note_text"], edit["tag_text"], *edit["notes"].values(), *edit["tags"]]
    found += [*edit["values"].values(), *(row["value"] for row in edit["rows"].values())]
    return {plain(text) for text in found if text}


class Disk:
    """The data folder as another program reads it."""

    def __init__(self, data: Path) -> None:
        self.drafts: dict[int, set[str]] = {}
        self.waiting: dict[int, list[dict[str, Any]]] = {}
        self.discarded: set[str] = set()
        """Includes texts that came back from a submission just before the agent discarded everything."""
        path = data / "caseeditor.sqlite"
        if not path.exists():
            return
        with closing(sqlite3.connect(f"file:{quote(str(path))}?mode=ro", uri=True, timeout=5)) as connection:
            connection.execute("BEGIN")
            if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'draft'").fetchone():
                return  # killed before the tables were made
            drafts = connection.execute("SELECT case_id, body FROM draft").fetchall()
            submissions = connection.execute(
                "SELECT case_id, body FROM parcel WHERE is_open ORDER BY number"
            ).fetchall()
            discarded = connection.execute("SELECT body FROM discarded").fetchall()
        for (body,) in discarded:
            self.discarded |= texts_of(json.loads(body)["edit"])
        for case, body in drafts:
            self.drafts.setdefault(int(case), set()).update(texts_of(json.loads(body)["edit"]))
        for case, body in submissions:
            self.waiting.setdefault(int(case), []).append(json.loads(body))

    def texts(self, case: int) -> set[str]:
        found = set(self.drafts.get(case, ()))
        for submission in self.waiting.get(case, ()):
            found |= texts_of(submission["edit"])
        return found

    def first(self, case: int) -> set[str]:
        """List the texts of the submission that the agent is asked about."""
        submissions = self.waiting.get(case, [])
        return texts_of(submissions[0]["edit"]) if submissions else set()


class TypedTextAudit:
    """Every text is typed only once, so its location is unambiguous."""

    def __init__(self, server: FaultyServer, data: Path) -> None:
        self._server = server
        self._data = data
        self._typed: dict[str, tuple[int, str]] = {}
        self._by: dict[str, str] = {}
        """Login of the user who typed each text."""
        self._latest: dict[tuple[int, str, str], str] = {}
        self._was_on_disk: set[str] = set()
        self._given_up: set[str] = set()
        self._consents: Counter[str] = Counter()
        self._count = 0

    def next(self, case: int, field: str) -> str:
        """Make a unique text."""
        self._count += 1
        return f"{field} {self._count}x{case}"

    def typed(self, case: int, field: str, text: str, user: str) -> None:
        """Record a typed text; it overwrites this user's earlier text in the same field."""
        if field != NOTE and (before := self._latest.get((case, field, user))):
            self._given_up.add(before)
        self._latest[case, field, user] = text
        self._typed[text] = (case, field)
        self._by[text] = user

    def is_of(self, user: str, texts: set[str]) -> bool:
        """Return whether this user typed any of the texts."""
        return any(self._by.get(text) == user for text in texts)

    def drafts_of(self, user: str) -> dict[int, set[str]]:
        """Return this user's texts in drafts on disk, by case."""
        drafts = Disk(self._data).drafts.items()
        found = {case: {text for text in texts if self._by.get(text) == user} for case, texts in drafts}
        return {case: texts for case, texts in found.items() if texts}

    def give_up(self, texts: set[str]) -> None:
        """Record texts that the agent discards or declares stored."""
        self._given_up |= texts

    def consent(self, texts: set[str]) -> None:
        """Record the agent's consent to another attempt."""
        self._consents.update(texts)

    def forget_unsaved(self) -> None:
        """Drop texts that may be gone after a kill, because they were not on disk yet."""
        self._learn()
        for text in [text for text in self._typed if text not in self._was_on_disk]:
            if text not in self._stored():
                del self._typed[text]

    def missing(self, shown: dict[int, set[str]]) -> list[str]:
        """List lost texts; `shown` are the texts in the window, collected before."""
        disk = self._learn()
        stored = self._stored()
        known = {case: disk.texts(case) | shown.get(case, set()) for case in {case for case, _ in self._typed.values()}}
        gone = self._given_up | stored | disk.discarded
        return [text for text, (case, _) in self._typed.items() if text not in gone and text not in known[case]]

    def doubled(self) -> list[str]:
        """List the notes that are stored more often than the agent agreed to."""
        counts: Counter[str] = Counter()
        for case in {case for case, _ in self._typed.values()}:
            notes = [(plain(note["text"]), note["userName"]) for note in self._server.world.case(case)["notes"]]
            counts.update(text for text, user in notes if user in USERS)
        return [text for text, count in counts.items() if text in self._typed and count > 1 + self._consents[text]]

    def strayed(self) -> list[str]:
        """List the texts stored under the wrong user."""
        landed = [(plain(value), user) for _, user, _, value in list(self._server.landed)]
        return [f"{text} by {user}" for text, user in landed if text in self._by and self._by[text] != user]

    def leaks(self, folder: Path) -> list[str]:
        """List the files that contain a token."""
        tokens = [form.encode() for token in TOKENS for form in (token, quote(token, safe=""))]
        files = [path for path in folder.rglob("*") if path.is_file()]
        return [str(path) for path in files if any(token in path.read_bytes() for token in tokens)]

    def summary(self) -> str:
        notes = [text for text, (_, field) in self._typed.items() if field == NOTE]
        stored, disk = self._stored(), Disk(self._data)
        drafts = set().union(*disk.drafts.values()) if disk.drafts else set()
        return (
            f"{len(self._typed)} texts ({len(notes)} notes): {len(self._typed.keys() & stored)} stored,"
            f" {len((self._typed.keys() & drafts) - stored)} in drafts,"
            f" {len((self._typed.keys() & self._given_up) - stored)} given up by the agent,"
            f" {sum(self._consents.values())} consents"
        )

    def _learn(self) -> Disk:
        disk = Disk(self._data)
        for case in {case for case, _ in self._typed.values()}:
            self._was_on_disk |= disk.texts(case)
        return disk

    def _stored(self) -> set[str]:
        return {plain(value) for _, _, _, value in list(self._server.landed)}
