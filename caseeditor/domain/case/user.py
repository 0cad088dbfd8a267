"""The signed-in user (GET me, certainty B; the keys of the name are undocumented, C) and the account's key.

The key is the user's most stable known property, with a prefix that separates the kinds. It is never shown.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from decimal import Decimal

import msgspec

from caseeditor.domain.case import raw_json
from caseeditor.domain.case.envelope import read_envelope

_LOGINS = ("user_name", "userName", "username", "login", "user")
_NAMES = ("name", *_LOGINS)
_IDS = ("user_id", "userId")
_WHOLE_NAMES = (("first_name", "last_name"), ("firstName", "lastName"))
_NUMBER = re.compile(r"-?\d{1,40}(\.\d{1,40})?([eE][+-]?\d{1,2})?")
"""Numbers of a size that is safe to convert."""

_ID, _LOGIN, _NAME, _TOKEN, _LEGACY = "id:", "login:", "name:", "token:", "legacy:"
_RANKS = (_LEGACY, _TOKEN, _NAME, _LOGIN, _ID)
LEGACY_NOBODY = _LEGACY
"""The key of an account of version 0.1.0 whose user had no name or was unknown; both share it."""


class User(msgspec.Struct, frozen=True):
    """The user of a token. `name` is for display, '' if missing; `names` has all names in the answer.

    `key` is '' if `me` has no name, until the token's digest replaces it. `legacy` is the name used by version 0.1.0.
    """

    name: str = ""
    logged_in: bool = False
    words: str = ""
    key: str = ""
    names: tuple[str, ...] = ()
    legacy: str = ""

    @property
    def is_named(self) -> bool:
        """Check that more than a token identifies the user."""
        return rank(self.key) > rank(_TOKEN)


def read_user(body: bytes) -> User:
    """Decode the answer to `me`.

    Raises:
        raw_json.NotJSONError: The body is not a JSON object.
    """
    answer = read_envelope(body)
    found = answer.fields
    inside = (answer.objects(key) for key in ("user", "data", "items"))
    nested = next((objects[0] for objects in inside if len(objects) == 1), {})  # of several, nobody knows which
    texts = {**_texts(nested), **_texts(found)}
    said = texts.get("logged_in") or texts.get("success")
    within, without = _named(nested), _named(found)
    names = _distinct((*_names_of(within), *_names_of(without)))
    inner, outer = set(_names_of(within)), set(_names_of(without))
    is_the_users = not inner or bool(inner & outer)  # otherwise the envelope's id belongs to another object
    id_ = _id_of(within, "id") or _id_of(without, *(("id",) if is_the_users else ()))
    login = next((named[key] for named in (within, without) for key in _LOGINS if named.get(key)), "")
    return User(
        name=names[0] if names else "",
        logged_in=said == "true" and texts.get("success") != "false",
        words=texts.get("statusMessage", ""),
        key=_key(id_, login, names),
        names=names,
        legacy=next((texts[key] for key in _NAMES if texts.get(key)), ""),
    )


def token_key(digest: str) -> str:
    """Return the key of an account that is known only by its token's digest."""
    return _TOKEN + digest


def name_key(name: str) -> str:
    """Return the key of a user known only by a name, as stored by version 0.1.0."""
    return _NAME + name if name else LEGACY_NOBODY


def rank(key: str) -> int:
    """Rank a key by stability; higher is more stable."""
    return next((place for place, prefix in enumerate(_RANKS, 1) if key.startswith(prefix)), 0)


def is_nameless(key: str) -> bool:
    """Check that a key identifies no user, only some token."""
    return rank(key) <= rank(_TOKEN)


def names_in(key: str) -> tuple[str, ...]:
    """Return the name that a key contains, if any."""
    for prefix in (_LOGIN, _NAME):
        if key.startswith(prefix):
            return (key.removeprefix(prefix),)
    return (key,) if key and not rank(key) else ()


def _key(id_: str, login: str, names: tuple[str, ...]) -> str:
    if id_:
        return _ID + id_
    if login:
        return _LOGIN + unicodedata.normalize("NFC", login).casefold()
    return _NAME + unicodedata.normalize("NFC", names[0]) if names else ""


def _names_of(named: Mapping[str, str]) -> tuple[str, ...]:
    """List the names of an object, the display name first. A name in two parts is joined."""
    whole = [" ".join(filter(None, (named.get(first, ""), named.get(last, "")))) for first, last in _WHOLE_NAMES]
    shown = [named["name"]] if named.get("name") else []
    logins = [named[key] for key in _LOGINS if named.get(key)]
    return _distinct((*shown, *logins, *filter(None, whole)))


def _distinct(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))


def _id_of(named: Mapping[str, str], *own: str) -> str:
    return next((_whole(named[key]) for key in (*own, *_IDS) if named.get(key)), "")


def _whole(text: str) -> str:
    """Drop the fraction of a whole number: 7.0 becomes 7."""
    if not _NUMBER.fullmatch(text) or re.fullmatch(r"-?\d+", text):
        return text
    number = Decimal(text)
    return str(int(number)) if number == number.to_integral_value() else text


def _named(found: raw_json.Object) -> dict[str, str]:
    """Return the strings and numbers of an object, trimmed: candidates for names and ids."""
    return {key: raw_json.text(raw).strip() for key, raw in found.items() if raw_json.kind(raw) in ("string", "number")}


def _texts(found: raw_json.Object) -> dict[str, str]:
    return {key: raw_json.text(raw) for key, raw in found.items() if raw_json.kind(raw) != "nested"}
