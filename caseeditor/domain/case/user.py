"""Who is signed in (GET me, B; the keys that name the user are not documented, C), and the key of an account.

A key is the most stable thing that is known of a user, with a prefix by which the kinds never mix. It is never shown.
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
"""A number that is worth calculating with."""

_ID, _LOGIN, _NAME, _TOKEN, _LEGACY = "id:", "login:", "name:", "token:", "legacy:"
_RANKS = (_LEGACY, _TOKEN, _NAME, _LOGIN, _ID)
LEGACY_NOBODY = _LEGACY
"""The account of version 0.1.0 that stood for both: a user without a name, and one that was not known."""


class User(msgspec.Struct, frozen=True):
    """The user of a token. `name` is for showing, '' where the server names none; `names` are all that it gives.

    `key` is '' where `me` names nobody, until the token stands in for it. `legacy` is what version 0.1.0 called them.
    """

    name: str = ""
    logged_in: bool = False
    words: str = ""
    key: str = ""
    names: tuple[str, ...] = ()
    legacy: str = ""

    @property
    def is_named(self) -> bool:
        """Tell whether it is known by more than a token."""
        return rank(self.key) > rank(_TOKEN)


def read_user(body: bytes) -> User:
    """Make a user of `me`'s answer. Raises wire.NotJSONError."""
    answer = read_envelope(body)
    found = answer.fields
    nested = next(iter(answer.objects("user", "data", "items")), {})
    texts = {**_texts(nested), **_texts(found)}
    said = texts.get("logged_in") or texts.get("success")
    within, without = _named(nested), _named(found)
    names = _distinct((*_names_of(within), *_names_of(without)))
    inner, outer = set(_names_of(within)), set(_names_of(without))
    is_the_users = not inner or bool(inner & outer)  # else the envelope is about something else
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
    """Return the key of the account of a token of which no more is known than its digest."""
    return _TOKEN + digest


def name_key(name: str) -> str:
    """Return the key of a user of whom no more than a name is known, as version 0.1.0 called them."""
    return _NAME + name if name else LEGACY_NOBODY


def rank(key: str) -> int:
    """Tell how much a key is worth: the more, the more stable."""
    return next((place for place, prefix in enumerate(_RANKS, 1) if key.startswith(prefix)), 0)


def is_nameless(key: str) -> bool:
    """Tell whether a key says no more than that it was typed with some token."""
    return rank(key) <= rank(_TOKEN)


def names_in(key: str) -> tuple[str, ...]:
    """Return the name that a key is made of, where it is made of one."""
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
    """List the names of an object: the one that is shown first, as a whole where it comes in parts."""
    whole = [" ".join(filter(None, (named.get(first, ""), named.get(last, "")))) for first, last in _WHOLE_NAMES]
    shown = [named["name"]] if named.get("name") else []
    logins = [named[key] for key in _LOGINS if named.get(key)]
    return _distinct((*shown, *logins, *filter(None, whole)))


def _distinct(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))


def _id_of(named: Mapping[str, str], *own: str) -> str:
    return next((_whole(named[key]) for key in (*own, *_IDS) if named.get(key)), "")


def _whole(text: str) -> str:
    """Write a number that is whole without a fraction: 7.0 is 7."""
    if not _NUMBER.fullmatch(text) or re.fullmatch(r"-?\d+", text):
        return text
    number = Decimal(text)
    return str(int(number)) if number == number.to_integral_value() else text


def _named(found: raw_json.Object) -> dict[str, str]:
    """Return what may name somebody: strings and numbers, trimmed."""
    return {key: raw_json.text(raw).strip() for key, raw in found.items() if raw_json.kind(raw) in ("string", "number")}


def _texts(found: raw_json.Object) -> dict[str, str]:
    return {key: raw_json.text(raw) for key, raw in found.items() if raw_json.kind(raw) != "nested"}
