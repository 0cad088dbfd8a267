"""Reads the key `fields` of a policy file. A faulty field is told and left out; the others apply."""

import enum
from collections.abc import Container, Mapping
from typing import Annotated, Any

import msgspec

from caseeditor.domain.editing.changes import is_reserved
from caseeditor.domain.fields.patterns import Pattern, PatternError, PatternsUnavailable, compile_pattern
from caseeditor.domain.fields.schema import Field, FieldKind, OnViolation, Schema, violated_form

_MOST = 10_000
"""Maximum number of fields."""
_SHOWN = 60
"""Characters of a faulty field's name that a message shows."""
_BOTH = 2
_Name = Annotated[str, msgspec.Meta(max_length=200)]
_Label = Annotated[str, msgspec.Meta(max_length=200)]
_Help = Annotated[str, msgspec.Meta(max_length=2_000)]
_Value = Annotated[str, msgspec.Meta(max_length=1_000)]


class FieldFlaw(enum.Enum):
    """The reason why a field, or all of them, are left out."""

    NO_JSON = "no JSON"
    NO_LIST = "no list"
    TOO_MANY = "too many"
    NO_OBJECT = "no object"
    NO_NAME = "no name"
    RESERVED = "reserved"
    TWICE = "twice"
    UNKNOWN_KEY = "unknown key"
    INVALID_KEY = "invalid key"
    UNKNOWN_KIND = "unknown kind"
    NO_VALUES = "no values"
    NOT_TWO_VALUES = "not two values"
    UNFIT_VALUE = "unfit value"
    NO_PATTERN = "no pattern"
    STRAY_PATTERN = "stray pattern"
    INVALID_PATTERN = "invalid pattern"
    PATTERNS_UNAVAILABLE = "patterns unavailable"
    HIDDEN_AND_REQUIRED = "hidden and required"


class FieldFault(msgspec.Struct, frozen=True):
    """A field that is left out. `place` counts from 1, 0: all fields. `about` is the key or the value in question."""

    place: int
    flaw: FieldFlaw
    name: str = ""
    about: str = ""


class FieldsFound(msgspec.Struct, frozen=True):
    """The usable fields, and the faults of the others."""

    schema: Schema = Schema()
    faults: tuple[FieldFault, ...] = ()


class _Given(msgspec.Struct, frozen=True, kw_only=True):
    """The keys of a field. The kind and the effect are read as texts, for a fault of their own."""

    name: _Name = ""
    label: _Label | dict[str, _Label] = ""
    kind: FieldKind = FieldKind.TEXT
    values: Annotated[tuple[_Value, ...], msgspec.Meta(max_length=1_000)] = ()
    pattern: _Value | None = None
    hint: _Help | dict[str, _Help] = ""
    required: bool = False
    help: _Help | dict[str, _Help] = ""
    hidden: bool = False
    on_violation: OnViolation = OnViolation.WARN


class _Flawed(Exception):  # noqa: N818 - leads to a fault, inside this module
    def __init__(self, flaw: FieldFlaw, about: str = "") -> None:
        super().__init__()
        self.flaw, self.about = flaw, about


def read_fields(content: bytes, language: str) -> FieldsFound:
    """Read the fields of a policy, '' for none, with their texts in a language of the window."""
    if not content:
        return FieldsFound()
    try:
        given = msgspec.json.decode(content)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return FieldsFound(faults=(FieldFault(0, FieldFlaw.NO_JSON),))
    if not isinstance(given, list):
        return FieldsFound(faults=(FieldFault(0, FieldFlaw.NO_LIST),))
    fields: dict[str, Field] = {}
    faults: list[FieldFault] = []
    for place, each in enumerate(given[:_MOST], 1):
        try:
            field = _field(each, language, fields)
            fields[field.name] = field
        except _Flawed as flawed:
            faults.append(FieldFault(place, flawed.flaw, _name_of(each), _short(flawed.about)))
    if len(given) > _MOST:
        faults.insert(0, FieldFault(0, FieldFlaw.TOO_MANY, about=str(_MOST)))
    return FieldsFound(Schema(fields), tuple(faults))


def _field(each: object, language: str, before: Container[str]) -> Field:
    given = _given(each)
    if not given.name.strip() or given.name != given.name.strip():
        raise _Flawed(FieldFlaw.NO_NAME)
    if is_reserved(given.name):
        raise _Flawed(FieldFlaw.RESERVED)
    if given.name in before:
        raise _Flawed(FieldFlaw.TWICE)
    if given.hidden and given.required:
        raise _Flawed(FieldFlaw.HIDDEN_AND_REQUIRED)
    pattern = _pattern(given)
    _check_values(given, pattern)
    return Field(
        name=given.name,
        label=" ".join(_text(given.label, language).split()),
        kind=given.kind,
        values=given.values,
        pattern=pattern,
        hint=_text(given.hint, language).strip(),
        required=given.required,
        help=_text(given.help, language).strip(),
        hidden=given.hidden,
        on_violation=given.on_violation,
    )


def _given(each: object) -> _Given:
    if not isinstance(each, dict):
        raise _Flawed(FieldFlaw.NO_OBJECT)
    for key in each:
        if key not in _Given.__struct_fields__:
            raise _Flawed(FieldFlaw.UNKNOWN_KEY, key)
    try:
        return msgspec.convert(each, _Given)
    except (msgspec.ValidationError, RecursionError):
        raise _invalid_key(each) from None


def _invalid_key(each: Mapping[str, Any]) -> _Flawed:
    """Return the fault of a field with a key that has a value of another type or range."""
    for key, value in each.items():
        try:
            msgspec.convert({key: value}, _Given)
        except (msgspec.ValidationError, RecursionError):
            is_kind = key == "kind" and isinstance(value, str)
            return _Flawed(FieldFlaw.UNKNOWN_KIND, value) if is_kind else _Flawed(FieldFlaw.INVALID_KEY, key)
    return _Flawed(FieldFlaw.NO_OBJECT)


def _pattern(given: _Given) -> Pattern | None:
    if given.kind is not FieldKind.PATTERN:
        if given.pattern is not None:
            raise _Flawed(FieldFlaw.STRAY_PATTERN)
        return None
    if not given.pattern:
        raise _Flawed(FieldFlaw.NO_PATTERN)
    try:
        return compile_pattern(given.pattern)
    except PatternError:
        raise _Flawed(FieldFlaw.INVALID_PATTERN, given.pattern) from None
    except PatternsUnavailable:
        raise _Flawed(FieldFlaw.PATTERNS_UNAVAILABLE) from None


def _check_values(given: _Given, pattern: Pattern | None) -> None:
    if given.kind is FieldKind.CHOICE and not given.values:
        raise _Flawed(FieldFlaw.NO_VALUES)
    if given.kind is FieldKind.YES_NO and given.values and len(set(given.values)) != _BOTH:
        raise _Flawed(FieldFlaw.NOT_TWO_VALUES)
    for value in given.values:
        if not value.strip() or violated_form(given.kind, value, pattern):
            raise _Flawed(FieldFlaw.UNFIT_VALUE, value)


def _text(given: str | Mapping[str, str], language: str) -> str:
    """Return a text in a language, else in its base language, in English, or in the first one given."""
    if isinstance(given, str):
        return given
    by_code = {code.replace("-", "_").casefold(): text for code, text in given.items() if text.strip()}
    wanted = language.casefold()
    codes = (wanted, wanted.partition("_")[0], "en", *by_code)
    return next((by_code[code] for code in codes if code in by_code), "")


def _name_of(each: object) -> str:
    name = each.get("name", "") if isinstance(each, dict) else ""
    return _short(name) if isinstance(name, str) else ""


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
