"""Routing of requests to the calls of the API v2, and their answers."""

import re
from collections.abc import Iterable, Sequence
from typing import Any, TypeAlias, TypeVar
from urllib.parse import unquote

from caseeditor.demo.cases import messages
from caseeditor.demo.largest_case import LARGEST, conversation
from caseeditor.demo.responses import Answer, refused, told
from caseeditor.demo.world import Case, MissingError, Params, World, moment

_ROOT = "/api/v2/"
_MISSING = "Please include the access_token parameter in your requests"
_INVALID = "The access token is invalid or expired"
_DEFAULT_COUNT = 50
_EVERY_SO_OFTEN = 9

_ORDERS = frozenset(
    {"id", "subject", "state", "source", "creation_date", "update_date", "inbox_date", "first_open_date"}
    | {"last_open_date", "we_did_not_reply_since_date"}
)
_AS_IDS = frozenset({"id", "creation_date", "update_date", "inbox_date", "first_open_date", "last_open_date"})
"""Orders that equal the order of ids for the bulk cases, as long as these are unchanged."""
_NARROWING = frozenset({"contact_id", "state", "source", "with_tag", "without_tag", "created_since", "updated_since"})

T = TypeVar("T")
Arguments: TypeAlias = "dict[str, list[str]]"


def unauthorized(message: str = _INVALID) -> Answer:
    """Answer 401 with the explanation also in the reason phrase, where clients look for it."""
    return refused(message, 401, reason=message)


class Gateway:
    """A well-behaved Social Gateway over a world."""

    def __init__(self, world: World, token: str) -> None:
        self.world = world
        self._token = token

    def authorized(self, params: Params) -> bool:
        return dict(params).get("access_token") == self._token

    def answer(self, method: str, path: str, params: Params) -> Answer:
        """Answer a call; `params` come from the query of a GET or the form of a POST."""
        if not path.startswith(_ROOT):
            return refused("There is no such page", 404)
        steps = tuple(unquote(step) for step in path.removeprefix(_ROOT).split("/"))
        if not self.authorized(params):
            return _turned_away(method, steps, params)
        try:
            return self._read(steps, params) if method == "GET" else self._write(steps, params)
        except MissingError as missing:
            return refused(str(missing), 404)

    def _read(self, steps: tuple[str, ...], params: Params) -> Answer:
        match steps:
            case ("me",):
                return self._me()
            case ("case", *rest):
                return self._read_case(rest, params)
            case ("contact", *rest):
                return self._read_contact(rest, params)
        return refused("There is no such call", 404)

    def _me(self) -> Answer:
        user = self.world.user
        return told({"success": True, "statusMessage": f"you are logged in as {user}", "logged_in": True, "name": user})

    def _read_case(self, steps: list[str], params: Params) -> Answer:
        match steps:
            case []:
                return self._search_cases(_arguments(params))
            case [id_] | [id_, "tags"]:
                return Answer(self.world.body(_case_id(id_)))
            case [id_, "messages"]:
                return self._messages(_case_id(id_))
        return refused("There is no such call", 404)

    def _read_contact(self, steps: list[str], params: Params) -> Answer:
        match steps:
            case []:
                return self._search_contacts(_arguments(params))
            case [id_]:
                return told(self.world.contact(id_))
            case [id_, "profiles"]:
                profiles = self.world.contact(id_).get("profiles", [])
                return told({"success": True, "total": len(profiles), "items": profiles})
        return refused("There is no such call", 404)

    def _write(self, steps: tuple[str, ...], params: Params) -> Answer:
        match steps:
            case ("case",):
                id_ = next((value for name, value in params if name == "id"), None)
                return self._create(params) if id_ is None else self._update(_case_id(id_), params)
            case ("case", id_):
                return self._update(_case_id(id_), params)
            case ("case", id_, "tags"):
                given = _arguments(params)
                self.world.retag(_case_id(id_), given.get("add", []), given.get("remove", []))
                return Answer(self.world.body(_case_id(id_)))
        return refused("There is no such call", 404)

    def _update(self, id_: int, params: Params) -> Answer:
        with self.world.lock:
            self.world.update(id_, params)
            body = self.world.body(id_)
        return echo(id_, body) if _wants_echo(params) else Answer(body)

    def _create(self, params: Params) -> Answer:
        with self.world.lock:
            id_ = self.world.create(params)
            body = self.world.body(id_)
        return echo(id_, body) if _wants_echo(params) else told({"success": True, "case_id": id_})

    def _messages(self, id_: int) -> Answer:
        headline = self.world.summary(id_)
        if id_ == LARGEST:
            return told({"success": True, "items": conversation(headline)})
        if id_ % _EVERY_SO_OFTEN == 0:
            # The vendor's overview omits this call, so a server may not have it: here cases 207, 216, 225 and so on.
            return refused("There is no such call", 404)
        return told({"success": True, "items": messages(id_, headline)})

    def _search_cases(self, given: Arguments) -> Answer:
        if problem := _problem(given):
            return refused(problem, 400)
        order = _last(given, "order_by") or "update_date"
        is_down = _last(given, "order_dir") != "ASC"
        with self.world.lock:
            ids: Sequence[int]
            if (bulk := self.world.bulk(_last(given, "campaign_id"))) is None:
                ids = _sorted(self.world.summaries(), given, order, is_down)
            elif order in _AS_IDS and not given.keys() & _NARROWING:
                ids = bulk.ids[::-1] if is_down else bulk.ids
            else:
                some = self.world.bulk_since(bulk, _last(given, "updated_since"))
                ids = _sorted(((id_, self.world.summary(id_)) for id_ in some), given, order, is_down)
            bodies = [self.world.summary_body(id_) for id_ in _window(ids, given)]
        return _items(len(ids), bodies)

    def _search_contacts(self, given: Arguments) -> Answer:
        crm_id, name, since = (_last(given, key) for key in ("crm_id", "name", "updated_since"))
        found = [
            contact
            for contact in self.world.contacts()
            if (crm_id is None or str(contact.get("crm_id")) == crm_id)
            and (name is None or name.casefold() in str(contact.get("name")).casefold())
            and _since(contact.get("update_date"), since)
        ]
        order = _last(given, "order_by") or "id"
        found.sort(key=lambda contact: _rank(contact.get(order)), reverse=_last(given, "order_dir") == "DESC")
        return told({"success": True, "total": len(found), "items": _window(found, given)})


def _turned_away(method: str, steps: tuple[str, ...], params: Params) -> Answer:
    if steps == ("authenticate",):
        return refused("This gateway hands out no tokens: ask its administrator", 400)
    if any(name == "access_token" for name, _ in params):
        return unauthorized()
    if (method, steps) == ("GET", ("me",)):
        return told({"success": True, "statusMessage": "you are not logged in", "logged_in": False})
    return unauthorized(_MISSING)


def _arguments(params: Params) -> Arguments:
    given: Arguments = {}
    for name, value in params:
        given.setdefault(name, []).append(value)
    return given


def _case_id(text: str) -> int:
    if not re.fullmatch(r"[0-9]{1,18}", text):
        raise MissingError(f"There is no case {text}")
    return int(text)


def _wants_echo(params: Params) -> bool:
    return ("echo_data", "true") in params


def echo(id_: int, body: bytes) -> Answer:
    """Wrap the case's JSON as requested by `echo_data`."""
    return Answer(b'{"success":true,"case_id":%d,"data":%b}' % (id_, body))


def _items(total: int, bodies: Iterable[bytes]) -> Answer:
    return Answer(b'{"success":true,"total":%d,"items":[%b]}' % (total, b",".join(bodies)))


def _problem(given: Arguments) -> str:
    """Return the error of an invalid search, '' if valid."""
    for name in ("contact_id", "campaign_id", "count", "index"):
        if not re.fullmatch("[0-9]{1,18}", _last(given, name) or "0"):
            return f"{name} must be a number"
    for name in ("created_since", "updated_since"):
        if (date := _last(given, name)) and moment(date) is None:
            return f"{name} is no date: {date}"
    if (order := _last(given, "order_by") or "id") not in _ORDERS:
        return f"Cases can't be ordered by {order}"
    return ""


def _sorted(cases: Iterable[tuple[int, Case]], given: Arguments, order: str, is_down: bool) -> list[int]:
    found = [(_rank(case.get(order)), id_) for id_, case in cases if _fits(case, given)]
    return [id_ for _, id_ in sorted(found, reverse=is_down)]


def _last(given: Arguments, name: str) -> str | None:
    return given[name][-1] if given.get(name) else None


def _window(found: Sequence[T], given: Arguments) -> Sequence[T]:
    index, count = (_number(_last(given, name), usual) for name, usual in (("index", 0), ("count", _DEFAULT_COUNT)))
    return found[index : index + count]


def _number(text: str | None, usual: int) -> int:
    return int(text) if text and text.isascii() and text.isdigit() else usual


def _fits(case: dict[str, Any], given: Arguments) -> bool:
    """Check whether a case matches the search. A missing field does not match."""
    tags = case.get("tags")
    tags = tags if isinstance(tags, list) else []
    for name, value in (
        ("contact_id", _inner(case, "contact")),
        ("campaign_id", _inner(case, "campaign")),
        ("state", case.get("state")),
        ("source", case.get("source")),
    ):
        wanted = _last(given, name)
        if wanted is not None and str(value) != wanted:
            return False
    return (
        all(tag in tags for tag in given.get("with_tag", []))
        and not any(tag in tags for tag in given.get("without_tag", []))
        and _since(case.get("creation_date"), _last(given, "created_since"))
        and _since(case.get("update_date"), _last(given, "updated_since"))
    )


def _inner(case: dict[str, Any], name: str) -> object:
    inner = case.get(name)
    return inner.get("id") if isinstance(inner, dict) else None


def _since(date: object, since: str | None) -> bool:
    if since is None:
        return True
    then, bound = moment(date), moment(since)
    return then is not None and bound is not None and then >= bound


def _rank(value: object) -> tuple[int, float, str]:
    """Return a sort key for values of any type: missing ones first, then numbers, then text."""
    if isinstance(value, int | float):
        return 1, value, ""
    return (2, 0, value) if isinstance(value, str) else (0, 0, "")
