"""What an administrator laid down for all users of a computer: defaults, and settings that they can't change."""

import enum
from collections.abc import Mapping
from typing import Annotated, Literal

import msgspec
from msgspec import UNSET, UnsetType

from caseeditor.domain.address import AddressError, parse_server
from caseeditor.domain.timing import LONGEST_READING, SHORTEST_READING


class PolicyTrouble(enum.Enum):
    """Why a policy file is not followed."""

    BROKEN = "broken"  # not JSON, or a setting has a value that can't be one
    EXPOSED = "exposed"  # others than an administrator or the user could have written it
    UNREADABLE = "unreadable"


class _Given(msgspec.Struct, frozen=True, kw_only=True):
    """The settings that a policy may name. Names of a newer version's are passed over."""

    server: str | UnsetType = UNSET
    language: Literal["", "en", "es", "pt_BR"] | UnsetType = UNSET
    proxy: str | UnsetType = UNSET
    plain_http: bool | UnsetType = UNSET
    reading_seconds: Annotated[int, msgspec.Meta(ge=SHORTEST_READING, le=LONGEST_READING)] | UnsetType = UNSET
    keep_days: Annotated[int, msgspec.Meta(ge=1, le=36500)] | UnsetType = UNSET
    stamp: str | UnsetType = UNSET


class _File(msgspec.Struct, frozen=True):
    defaults: _Given = _Given()
    locked: _Given = _Given()


class Policy(msgspec.Struct, frozen=True):
    """Settings by name: `defaults` are what users begin with, `fixed` is what only an administrator changes."""

    defaults: Mapping[str, object] = {}
    fixed: Mapping[str, object] = {}
    trouble: PolicyTrouble | None = None

    @property
    def locked(self) -> frozenset[str]:
        """The names of the settings that can't be changed."""
        return frozenset(self.fixed)


def parse_policy(content: bytes) -> Policy:
    """Read a policy file. One that is wrong anywhere is not followed at all: half a policy is nobody's."""
    try:
        file = msgspec.json.decode(content, type=_File)
        return Policy(_named(file.defaults), _named(file.locked))
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError, AddressError):
        return Policy(trouble=PolicyTrouble.BROKEN)


def _named(given: _Given) -> dict[str, object]:
    named = {name: getattr(given, name) for name in given.__struct_fields__ if getattr(given, name) is not UNSET}
    if named.get("server"):
        named["server"] = parse_server(str(named["server"])).url
    return named
