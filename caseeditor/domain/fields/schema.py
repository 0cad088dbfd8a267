"""The fields that an administrator describes, and the check of a value against them."""

import enum
from collections.abc import Mapping
from functools import cached_property
from typing import Protocol

import msgspec

from caseeditor.domain.fields.values import is_date, is_decimal, is_integer, is_yes_no


class Matching(Protocol):
    """A compiled pattern."""

    def fullmatch(self, text: str, /) -> bool: ...


class FieldKind(enum.Enum):
    """The form of a field's values."""

    TEXT = "text"
    INTEGER = "integer"
    DECIMAL = "decimal"
    DATE = "date"
    YES_NO = "yes/no"
    CHOICE = "choice"
    PATTERN = "pattern"


class OnViolation(enum.Enum):
    """The effect of a value that violates the schema."""

    WARN = "warn"
    BLOCK = "block"


class Violated(enum.Enum):
    """The rule that a value violates."""

    REQUIRED = "required"
    INTEGER = "integer"
    DECIMAL = "decimal"
    DATE = "date"
    YES_NO = "yes/no"
    NOT_ALLOWED = "not allowed"
    PATTERN = "pattern"


class Field(msgspec.Struct, frozen=True, kw_only=True):
    """One field, in the language of the window. `label`, `help` and `hint` are '' if there is none."""

    name: str
    label: str = ""
    kind: FieldKind = FieldKind.TEXT
    values: tuple[str, ...] = ()
    pattern: Matching | None = None
    hint: str = ""
    required: bool = False
    help: str = ""
    hidden: bool = False
    on_violation: OnViolation = OnViolation.WARN

    @property
    def words(self) -> str:
        """The label, or the name of a field without one."""
        return self.label or self.name

    @property
    def offers(self) -> tuple[str, ...]:
        """The values to offer, in the administrator's order."""
        return self.values or (("yes", "no") if self.kind is FieldKind.YES_NO else ())

    def violated(self, value: str) -> Violated | None:
        """Return the rule that a value violates. An empty one violates `required` alone."""
        if not value.strip():
            return Violated.REQUIRED if self.required else None
        if self.kind is FieldKind.YES_NO and not self.values:
            return None if is_yes_no(value) else Violated.YES_NO
        if rule := violated_form(self.kind, value, self.pattern):
            return rule
        return Violated.NOT_ALLOWED if self.values and value not in self.values else None


class Violation(msgspec.Struct, frozen=True):
    """A value that violates the schema."""

    field: Field
    rule: Violated
    is_blocking: bool = False


class Schema(msgspec.Struct, frozen=True, dict=True):
    """All usable fields, by the exact names of their attributes."""

    fields: Mapping[str, Field] = {}

    def field(self, name: str) -> Field | None:
        return self.fields.get(name)

    def is_hidden(self, name: str) -> bool:
        field = self.fields.get(name)
        return field is not None and field.hidden

    def check(self, name: str, value: str) -> Violation | None:
        """Return the violation by a value that the agent sets, None if there is none."""
        field = self.fields.get(name)
        rule = field.violated(value) if field else None
        if field is None or rule is None:
            return None
        return Violation(field, rule, is_blocking=field.on_violation is OnViolation.BLOCK)

    def without_rules(self, name: str) -> "Schema":
        """Return the schema with a field that takes any value, and may be missing."""
        field = msgspec.structs.replace(
            self.fields[name], kind=FieldKind.TEXT, values=(), pattern=None, hint="", required=False
        )
        return Schema({**self.fields, name: field})

    @cached_property
    def required(self) -> tuple[Field, ...]:
        return tuple(field for field in self.fields.values() if field.required)


_FORMS = {
    FieldKind.INTEGER: (is_integer, Violated.INTEGER),
    FieldKind.DECIMAL: (is_decimal, Violated.DECIMAL),
    FieldKind.DATE: (is_date, Violated.DATE),
}


def violated_form(kind: FieldKind, value: str, pattern: Matching | None) -> Violated | None:
    """Return the rule about the form of a value that is violated. Allowed values are not its subject."""
    if kind in _FORMS:
        is_valid, rule = _FORMS[kind]
        return None if is_valid(value) else rule
    if kind is FieldKind.PATTERN and pattern:
        return None if pattern.fullmatch(value) else Violated.PATTERN
    return None
