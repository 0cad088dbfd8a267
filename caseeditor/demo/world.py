"""The gateway's data, and the effects of calls."""

import json
import threading
from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime, timedelta, timezone
from typing import Any, TypeAlias

from caseeditor.demo.responses import encoded

Case: TypeAlias = dict[str, Any]
Contact: TypeAlias = dict[str, Any]
Params: TypeAlias = "Sequence[tuple[str, str]]"

ZONE = timezone(timedelta(hours=-3))
DATE = "%Y-%m-%dT%H:%M:%S%z"

# Parameters of the call itself, which never become attributes.
_OF_THE_CALL = frozenset({"id", "case_id", "access_token", "echo_data"})
# Own fields that are not plain text; parameters with these names are ignored.
_NESTED = frozenset({"campaign", "contact", "tags", "notes"})


def moment(date: object) -> datetime | None:
    """Parse a date; return None if it does not have the API's format."""
    try:
        return datetime.strptime(str(date), "%Y-%m-%dT%H:%M:%S%z")
    except ValueError:
        return None


class MissingError(LookupError):
    """The object does not exist; the text is the answer's message."""


class World:
    """All cases and contacts, behind one lock.

    `lock` may be held around related calls. A lazy case is built on first access; until then, and in searches, its
    headline represents it. The cases of `many` are generated on access, and only a search for their campaign finds
    them.
    """

    def __init__(
        self,
        user: str,
        cases: Mapping[int, Case],
        *,
        lazy: Mapping[int, tuple[Case, Callable[[], Case]]] | None = None,
        many: tuple[range, Callable[[int], Case]] = (range(0), lambda _: {}),
        clock: Callable[[], datetime] = lambda: datetime.now(ZONE),
    ) -> None:
        self.lock = threading.RLock()
        self.user = user
        self._clock = clock
        self.many, self._make_one = many
        self._cases = dict(cases)
        self._headlines = {id_: headline for id_, (headline, _) in (lazy or {}).items()}
        self._build = {id_: build for id_, (_, build) in (lazy or {}).items()}
        self._bodies: dict[int, bytes] = {}

    def body(self, id_: int) -> bytes:
        """Return the case as JSON, cached until it changes."""
        with self.lock:
            if id_ not in self._bodies:
                self._bodies[id_] = encoded(self._case(id_))
            return self._bodies[id_]

    def case(self, id_: int) -> Case:
        """Return a copy of the current case."""
        case: Case = json.loads(self.body(id_))
        return case

    def update(self, id_: int, params: Params, *, by: str | None = None) -> None:
        """Apply `POST case/ID`."""
        with self.lock:
            case = self._case(id_)
            self._apply(case, params, by or self.user)
            self._touch(id_, by or self.user)

    def change(self, id_: int, do: Callable[[Case], None], by: str) -> None:
        """Change a case in a way that no call has."""
        with self.lock:
            do(self._case(id_))
            self._touch(id_, by)

    def put(self, id_: int, case: Case) -> None:
        """Add a case."""
        with self.lock:
            self._cases[id_] = case

    def create(self, params: Params) -> int:
        """Apply `POST case` without an id."""
        with self.lock:
            id_ = max(self._ids()) + 1
            now = self._clock().strftime(DATE)
            contact = self._contact_or_none(_last(params, "contact_id"))
            self._cases[id_] = {
                "id": id_,
                "first_open_date": now,
                "source": "email",
                "private": False,
                "subject": "",
                **({"contact": contact} if contact else {}),
                "state": "Arrived",
                "tags": [],
                "creation_date": now,
                "update_date": now,
                "updated_by": self.user,
            }
            self._apply(self._cases[id_], [pair for pair in params if pair[0] != "contact_id"], self.user)
            return id_

    def retag(self, id_: int, add: Iterable[str], remove: Iterable[str]) -> None:
        """Apply `POST case/ID/tags`."""
        with self.lock:
            case = self._case(id_)
            gone = set(remove)
            case["tags"] = [tag for tag in _list(case, "tags") if tag not in gone]
            self._apply(case, [("tag", tag) for tag in add], self.user)
            self._touch(id_, self.user)

    def summaries(self) -> list[tuple[int, Case]]:
        """Return all cases by id, for a search; read-only."""
        with self.lock:
            return [(id_, self.summary(id_)) for id_ in self._ids()]

    def summary(self, id_: int) -> Case:
        """Return the case as a search shows it: complete, except for lazy ones; read-only."""
        with self.lock:
            if id_ in self.many and id_ not in self._cases:
                return self._make_one(id_)
            if id_ not in self._headlines:
                return self._case(id_)
            headline = self._headlines[id_]
            now = self._cases.get(id_, headline)
            return {name: now.get(name) for name in headline}

    def many_since(self, date: str | None) -> Sequence[int]:
        """Return the ids of `many` that may have changed since a date; all of them without one.

        Generating a hundred thousand cases would keep a program busy that has the server within it.
        """
        bound = moment(date)
        if bound is None:
            return self.many
        with self.lock:
            first = bisect_left(self.many, bound, key=lambda id_: moment(self._make_one(id_)["update_date"]) or bound)
            changed = {id_ for id_ in self._cases if id_ in self.many}
        return sorted({*self.many[first:], *changed})

    def summary_body(self, id_: int) -> bytes:
        is_whole = id_ not in self._headlines and (id_ not in self.many or id_ in self._cases)
        return self.body(id_) if is_whole else encoded(self.summary(id_))

    def contacts(self) -> list[Contact]:
        """Return all contacts in cases, by id."""
        with self.lock:
            found = [case.get("contact") for case in self._cases.values()]
            known = {c["id"]: c for c in found if isinstance(c, dict) and isinstance(c.get("id"), int)}
            return [known[id_] for id_ in sorted(known)]

    def contact(self, id_: str) -> Contact:
        if (contact := self._contact_or_none(id_)) is None:
            raise MissingError(f"There is no contact {id_}")
        return contact

    def _contact_or_none(self, id_: str | None) -> Contact | None:
        return next((contact for contact in self.contacts() if str(contact["id"]) == id_), None)

    def _ids(self) -> list[int]:
        return sorted(id_ for id_ in {*self._cases, *self._headlines} if id_ not in self.many)

    def _case(self, id_: int) -> Case:
        if id_ not in self._cases:
            if id_ in self.many:
                self._cases[id_] = self._make_one(id_)
                return self._cases[id_]
            if id_ not in self._build:
                raise MissingError(f"There is no case {id_}")
            self._cases[id_] = self._build.pop(id_)()
        return self._cases[id_]

    def _apply(self, case: Case, params: Params, by: str) -> None:
        now_ms = int(self._clock().timestamp() * 1000)
        for name, value in params:
            if name in _OF_THE_CALL or name in _NESTED:
                continue
            if name == "note":
                if value:
                    notes = _list(case, "notes")
                    # One millisecond apart, so that the dates show the order.
                    notes.append({"date": now_ms + len(notes) % 1000, "text": value, "userName": by})
            elif name == "tag":
                if value and value not in (tags := _list(case, "tags")):
                    tags.append(value)
            else:
                case[name] = value

    def _touch(self, id_: int, by: str) -> None:
        case = self._cases[id_]
        case["update_date"] = self._clock().strftime(DATE)
        case["updated_by"] = by
        self._bodies.pop(id_, None)


def _list(case: Case, name: str) -> list[Any]:
    """Return a list of the case. A malformed case may have another value, which is replaced."""
    if not isinstance(case.get(name), list):
        case[name] = []
    found: list[Any] = case[name]
    return found


def _last(params: Params, name: str) -> str | None:
    return next((value for key, value in reversed(params) if key == name), None)
