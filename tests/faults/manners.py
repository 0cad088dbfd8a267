"""Behaviours of a correct server: changes to notes, visibility of notes, and identity of the user."""

import html
import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from tests.faults.read_cache import ReadCache
from tests.faults.server import FaultyServer

_EMOJI_FROM = 0x10000
_SHOWN = 20
_CUT = 40


def as_sent(text: str) -> str:
    return text


def escaped(text: str) -> str:
    return html.escape(text, quote=False)


def without_emoji(text: str) -> str:
    return "".join(sign for sign in text if ord(sign) < _EMOJI_FROM)


def emoji_as_questions(text: str) -> str:
    return "".join(sign if ord(sign) < _EMOJI_FROM else "?" for sign in text)


def cut_at_40(text: str) -> str:
    return text[:_CUT]


def blanks_collapsed(text: str) -> str:
    return " ".join(text.split())


def lines_as_breaks(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\n", "<br>")


NOTES: tuple[Callable[[str], str], ...] = (
    as_sent,
    escaped,
    without_emoji,
    emoji_as_questions,
    cut_at_40,
    blanks_collapsed,
    lines_as_breaks,
)


def all_notes(notes: list[Any]) -> list[Any]:
    return notes


def first_notes(notes: list[Any]) -> list[Any]:
    return notes[:_SHOWN]


def last_notes(notes: list[Any]) -> list[Any]:
    return notes[-_SHOWN:]


SHOWN: tuple[Callable[[list[Any]], list[Any]], ...] = (all_notes, first_notes, last_notes)

_IDS = {"support": 41, "lucia": 42}
_NAMES = {"support": "Soporte Uno", "lucia": "Lucía Álvarez"}


def named_by_login(login: str) -> Mapping[str, object]:
    return {"name": login}


def named_otherwise(login: str) -> Mapping[str, object]:
    return {"id": _IDS[login], "name": _NAMES[login], "user_name": login}


def renamed(login: str) -> Mapping[str, object]:
    """Return another name of the same account than `named_otherwise` does."""
    return {"id": _IDS[login], "name": f"{_NAMES[login]} García", "user_name": login}


def named_alike(login: str) -> Mapping[str, object]:
    return {"id": _IDS[login], "name": "Soporte", "user_name": login}


def nobody(_login: str) -> Mapping[str, object]:
    return {}


Me = Callable[[str], Mapping[str, object]]
ME: tuple[tuple[Me, ...], ...] = ((named_by_login,), (named_otherwise, renamed), (named_alike,), (nobody,))
"""Answers of `me`; a server alternates between the answers of one row."""
CACHES = ("", "age", "date")
KINDS = ("answers", "cache", "notes", "shown", "names", "me")
"""Variations in a soak: more odd answers, a cache in front, changed notes, hidden notes, names and users, failures of
`me`."""


@dataclass(frozen=True)
class Manners:
    """One behaviour of a server. `users` take turns."""

    note: Callable[[str], str] = as_sent
    show: Callable[[list[Any]], list[Any]] = all_notes
    me: Me = named_by_login
    cache: str = ""
    users: tuple[str, ...] = ("support",)

    def put_on(self, server: FaultyServer) -> None:
        """Apply this behaviour to a server."""
        server.note = self.note
        server.show = self.show
        server.describe = self.me
        server.read_cache = ReadCache(says_age=self.cache == "age") if self.cache else None

    def __str__(self) -> str:
        cache = f", cache ({self.cache})" if self.cache else ""
        return f"{self.note.__name__}, {self.show.__name__}, {self.me.__name__}{cache}"


def first_manners(chance: random.Random, kinds: frozenset[str]) -> Manners:
    """Choose the initial behaviour; the names of users stay fixed."""
    me = chance.choice(ME)[0] if "names" in kinds else named_by_login
    users = ("support",) if me is nobody or "names" not in kinds else ("support", "lucia")
    return other_manners(chance, kinds, Manners(me=me, users=users))


def other_manners(chance: random.Random, kinds: frozenset[str], manners: Manners) -> Manners:
    """Choose the next behaviour."""
    row = next(row for row in ME if manners.me in row)
    return replace(
        manners,
        note=chance.choice(NOTES) if "notes" in kinds else as_sent,
        show=chance.choice(SHOWN) if "shown" in kinds else all_notes,
        me=chance.choice(row),
        cache=chance.choice(CACHES) if "cache" in kinds else "",
    )
