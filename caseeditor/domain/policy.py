"""The administrator's policy for all users of a computer: defaults, and locked settings.

A policy file that cannot be followed gives no defaults, but its *locks* hold. Damaging the file removes no lock, and
write access to the file cannot redirect a token to another server.

- Broken or unreadable, but written by an administrator: the readable locks hold, and so do those of the last good
  policy that the file does not name.
- Exposed (others could have written it): the locks of the last good policy hold, and no value of the file is used.
  Settings that only this file locks are frozen at their current value.
- In either case, a lock on `plain_http` without a trusted value means off. A lock on `server` without one restricts
  tokens to servers that received one before. An exposed server counts if it is one of these, or is typed by the user.
- In either case, the file describes no fields: nothing is checked against a schema that others could have written.
- If neither the locks nor a last good policy can be read, `server` and `plain_http` count as locked without a value.
"""

import enum
import json
import re
from collections.abc import Iterable, Mapping
from typing import Annotated, Any

import msgspec
from msgspec import UNSET, UnsetType

from caseeditor.domain.case.reference import AddressError, parse_server
from caseeditor.domain.local.settings import MOST_ROWS, AfterSubmit
from caseeditor.domain.timeouts import LONGEST_READING, SHORTEST_READING
from caseeditor.languages import LANGUAGES

_LANGUAGE = "|".join(("", *LANGUAGES))


class PolicyProblem(enum.Enum):
    """The reason why a policy file is not followed."""

    BROKEN = "broken"  # not JSON, or a setting has an invalid value
    EXPOSED = "exposed"  # users other than an administrator or the user could have written it
    UNREADABLE = "unreadable"


class _Given(msgspec.Struct, frozen=True, kw_only=True):
    """The settings that a policy may contain. Unknown names, from a newer version, are ignored."""

    server: str | UnsetType = UNSET
    language: Annotated[str, msgspec.Meta(pattern=rf"^({_LANGUAGE})\Z")] | UnsetType = UNSET
    proxy: str | UnsetType = UNSET
    plain_http: bool | UnsetType = UNSET
    reading_seconds: Annotated[int, msgspec.Meta(ge=SHORTEST_READING, le=LONGEST_READING)] | UnsetType = UNSET
    keep_days: Annotated[int, msgspec.Meta(ge=1, le=36500)] | UnsetType = UNSET
    stamp: str | UnsetType = UNSET
    queue_refresh: bool | UnsetType = UNSET
    after_submit: AfterSubmit | UnsetType = UNSET
    templates: str | UnsetType = UNSET
    notices: bool | UnsetType = UNSET
    spelling: bool | UnsetType = UNSET
    batches: bool | UnsetType = UNSET
    batch_rows: Annotated[int, msgspec.Meta(ge=1, le=MOST_ROWS)] | UnsetType = UNSET
    batch_minute: Annotated[int, msgspec.Meta(ge=0)] | UnsetType = UNSET
    batch_canary: bool | UnsetType = UNSET
    batch_notes: bool | UnsetType = UNSET


class _File(msgspec.Struct, frozen=True):
    defaults: _Given = _Given()
    locked: _Given = _Given()
    fields: msgspec.Raw = msgspec.Raw()


class Policy(msgspec.Struct, frozen=True):
    """Settings by name: `defaults` are initial values, `fixed` are values that only an administrator changes.

    With a problem in `trouble`, `frozen` has locks without a trusted value: the current setting stays. `is_guarded`
    restricts tokens to servers that received one before, or to `suspect`, the server of an exposed file, if the user
    types it.

    `fields` is the JSON that describes attributes, b'' for none; see domain.fields. It is read after the window is
    painted, and its faults concern nothing else.
    """

    defaults: Mapping[str, object] = {}
    fixed: Mapping[str, object] = {}
    trouble: PolicyProblem | None = None
    frozen: frozenset[str] = frozenset()
    is_guarded: bool = False
    suspect: str = ""
    fields: bytes = b""

    @property
    def locked(self) -> frozenset[str]:
        """The names of the read-only settings."""
        return frozenset(self.fixed) | self.frozen

    def servers(self, known: Iterable[str]) -> frozenset[str] | None:
        """Return the servers that may receive a token, given those that received one before; None for any server."""
        if pinned := self.fixed.get("server"):
            return frozenset({str(pinned)})
        if not self.is_guarded:
            return None
        before = frozenset(filter(None, known))
        if not self.suspect:
            return before
        return frozenset({self.suspect}) if self.suspect in before else before | {self.suspect}


class Locks(msgspec.Struct, frozen=True):
    """The readable locks of a file: with a value, without a usable one, and whether the file was complete."""

    values: Mapping[str, object] = {}
    unusable: frozenset[str] = frozenset()
    is_whole: bool = False


def followed(content: bytes) -> Policy | None:
    """Parse a policy file; return None on any error, since half a policy's defaults are not a policy."""
    try:
        file = msgspec.json.decode(content, type=_File)
        return Policy(_named(file.defaults), _named(file.locked), fields=bytes(file.fields))
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError, AddressError):
        return None


def read_locks(content: bytes) -> Locks:
    """Recover the locks of a file that is not followed."""
    try:
        locked = msgspec.json.decode(content, type=dict[str, Any]).get("locked", {})
        is_whole = isinstance(locked, dict)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        locked, is_whole = _scanned(content.decode("utf-8", "replace")), False
    if not isinstance(locked, dict):
        locked = {}
    values: dict[str, object] = {}
    unusable: set[str] = set()
    for name in locked.keys() & set(_Given.__struct_fields__):
        try:
            values |= _named(msgspec.convert({name: locked[name]}, _Given))
        except (msgspec.ValidationError, AddressError):
            unusable.add(name)
    return Locks(values, frozenset(unusable), is_whole)


def under_trouble(trouble: PolicyProblem, found: Locks, last: Mapping[str, object] | None) -> Policy:
    """Return the policy for a file that is not followed. `last` has the locks of the last good one, None if unknown."""
    is_exposed = trouble is PolicyProblem.EXPOSED
    fixed = dict(last or {}) if is_exposed else {**(last or {}), **found.values}
    open_ = set(found.unusable | found.values.keys())
    if last is None and not found.is_whole:
        open_ |= {"server", "plain_http"}
    open_ -= fixed.keys()
    if "plain_http" in open_:
        fixed["plain_http"] = False
    return Policy(
        fixed=fixed,
        trouble=trouble,
        frozen=frozenset(open_ - {"server", "plain_http"}),
        is_guarded="server" in open_,
        suspect=str(found.values.get("server", "")) if "server" in open_ else "",
    )


def _scanned(text: str) -> dict[str, object]:
    """Search malformed JSON for locks, so that a superfluous comma does not open them all."""
    _, found, text = text.partition('"locked"')
    text, _, _ = text.partition('"defaults"')
    locked: dict[str, object] = {}
    for name in _Given.__struct_fields__ if found else ():
        named = re.search(rf'"{name}"\s*:\s*', text)
        if named:
            try:
                locked[name], _ = json.JSONDecoder().raw_decode(text, named.end())
            except (ValueError, RecursionError):
                locked[name] = None  # locked, with an unknown value
    return locked


def _named(given: _Given) -> dict[str, object]:
    named = {name: getattr(given, name) for name in given.__struct_fields__ if getattr(given, name) is not UNSET}
    if named.get("server"):
        named["server"] = parse_server(str(named["server"])).url
    return named
