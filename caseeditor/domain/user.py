"""Who is signed in (GET me, B; the key that names the user is not documented, C)."""

import msgspec

from caseeditor.domain import wire

_NAMES = ("name", "user_name", "userName", "username", "login", "user")


class User(msgspec.Struct, frozen=True):
    """The user of a token. `name` is '' where the server names none."""

    name: str = ""
    logged_in: bool = False
    words: str = ""


def read_user(body: bytes) -> User:
    """Make a user of `me`'s answer. Raises wire.NotJSONError."""
    found = wire.read_object(body.removeprefix(wire.BOM))
    nested = next((wire.read_object(found[key]) for key in ("user", "data") if _is_object(found, key)), {})
    texts = {**_texts(nested), **_texts(found)}
    said = texts.get("logged_in") or texts.get("success")
    return User(
        name=next((texts[key] for key in _NAMES if texts.get(key)), ""),
        logged_in=said == "true" and texts.get("success") != "false",
        words=texts.get("statusMessage", ""),
    )


def _texts(found: wire.Object) -> dict[str, str]:
    return {key: wire.text(raw) for key, raw in found.items() if wire.kind(raw) != "nested"}


def _is_object(found: wire.Object, key: str) -> bool:
    return key in found and bytes(memoryview(found[key])[:1]) == b"{"
