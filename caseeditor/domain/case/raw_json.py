"""Lossless, incremental JSON decoding.

Values stay raw until they are used. Numbers keep their digits, a mistyped field does not affect the others, and no
single step holds the interpreter lock for long.
"""

from collections.abc import Mapping

import msgspec

Raw = msgspec.Raw
Object = Mapping[str, Raw]

_object = msgspec.json.Decoder(dict[str, Raw])
_list = msgspec.json.Decoder(list[Raw])
_string = msgspec.json.Decoder(str)

BOM = b"\xef\xbb\xbf"


class NotJSONError(ValueError):
    """The bytes are malformed JSON, not UTF-8, nested too deeply, or of another shape than expected."""


def read_object(body: bytes | Raw) -> dict[str, Raw]:
    """Split an object into raw values. The last of duplicate keys wins."""
    try:
        return _object.decode(body)
    except (msgspec.MsgspecError, RecursionError, UnicodeDecodeError) as error:
        raise NotJSONError(type(error).__name__) from None


def read_list(body: bytes | Raw) -> list[Raw]:
    """Split a list into raw values."""
    try:
        return _list.decode(body)
    except (msgspec.MsgspecError, RecursionError, UnicodeDecodeError) as error:
        raise NotJSONError(type(error).__name__) from None


def kind(raw: Raw) -> str:
    """Return 'string', 'number', 'boolean', 'null' or 'nested'."""
    first = bytes(memoryview(raw)[:1])
    if first == b'"':
        return "string"
    if first in (b"{", b"["):
        return "nested"
    if first == b"n":
        return "null"
    return "boolean" if first in (b"t", b"f") else "number"


def text(raw: Raw) -> str:
    """Return a string's text, '' for null, and the source text of any other value."""
    first = bytes(memoryview(raw)[:1])
    try:
        if first == b'"':
            return _string.decode(raw)
        return "" if first == b"n" else bytes(raw).decode()
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise NotJSONError(type(error).__name__) from None


def texts(raw: Raw) -> tuple[str, ...]:
    """Return the texts of a list. A single value counts as a list of one, null as an empty list."""
    match kind(raw):
        case "null":
            return ()
        case "nested" if bytes(memoryview(raw)[:1]) == b"[":
            return tuple(text(item) for item in read_list(raw))
        case _:
            return (text(raw),)


def objects(raw: Raw) -> list[dict[str, Raw]]:
    """Return the objects of a list and skip its other items. A single object counts as a list of one."""
    first = bytes(memoryview(raw)[:1])
    if first == b"{":
        return [read_object(raw)]
    if first != b"[":
        return []
    return [read_object(item) for item in read_list(raw) if bytes(memoryview(item)[:1]) == b"{"]
