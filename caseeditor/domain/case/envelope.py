"""Envelope of an answer: `success`, `statusMessage`, and the contents, bare or under a key.

All readers of answers use this module, so they accept the same shapes (services/api/API.md).
"""

import re

import msgspec

from caseeditor.domain.case import raw_json

KEYS = frozenset({"success", "statusMessage", "case_id", "data", "total", "items"})
"""Keys of an answer's envelope. A client that mistakes an attribute for one cannot read the case."""


class Listing(msgspec.Struct, frozen=True):
    """A list in an answer. `holder` is the object that contains it, empty for a bare list."""

    items: list[raw_json.Raw]
    holder: raw_json.Object = {}

    @property
    def objects(self) -> list[raw_json.Object]:
        """The items that are objects."""
        return [raw_json.read_object(item) for item in self.items if _first(item) == b"{"]


class Envelope(msgspec.Struct, frozen=True):
    """A decoded answer: `fields` of an object, or `bare`, a list.

    `success` is None unless it is a JSON boolean: a string, a number or null does not count.
    """

    fields: raw_json.Object
    success: bool | None = None
    words: str = ""
    bare: list[raw_json.Raw] | None = None

    def objects(self, *keys: str) -> list[raw_json.Object]:
        """Return the objects under these keys; a single object counts as a list of one."""
        return [found for key in keys if key in self.fields for found in raw_json.objects(self.fields[key])]

    def listing(self, *keys: str) -> Listing | None:
        """Find the list: the bare one, or the first under these keys, here or in an object under one of them."""
        return Listing(self.bare) if self.bare is not None else _listing(self.fields, keys)

    def total(self, listing: Listing | None = None) -> int | None:
        """Return the number of items on all pages, given beside the list or in the envelope, otherwise None."""
        for found in (listing.holder, self.fields) if listing else (self.fields,):
            told = raw_json.text(found["total"]) if "total" in found else ""
            if re.fullmatch("[0-9]{1,15}", told):
                return int(told)
        return None


def read_envelope(body: bytes, *, takes_list: bool = False) -> Envelope:
    """Decode an answer.

    Raises:
        raw_json.NotJSONError: The body is not an object, nor a list where `takes_list` allows one.
    """
    body = body.removeprefix(raw_json.BOM)
    if takes_list and body.lstrip()[:1] == b"[":
        return Envelope({}, bare=raw_json.read_list(body))
    fields = raw_json.read_object(body)
    words = raw_json.text(fields["statusMessage"]) if "statusMessage" in fields else ""
    is_said = "success" in fields and raw_json.kind(fields["success"]) == "boolean"
    return Envelope(fields, raw_json.text(fields["success"]) == "true" if is_said else None, words)


def _listing(fields: raw_json.Object, keys: tuple[str, ...]) -> Listing | None:
    for key in keys:
        first = _first(fields[key]) if key in fields else b""
        if first == b"[":
            return Listing(raw_json.read_list(fields[key]), fields)
        if first == b"{" and (inner := _listing(raw_json.read_object(fields[key]), keys)):
            return inner
    return None


def _first(raw: raw_json.Raw) -> bytes:
    return bytes(memoryview(raw)[:1])
