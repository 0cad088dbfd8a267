"""The changes that a batch makes to each of its cases."""

import enum

import msgspec


class How(enum.Enum):
    """The condition for setting a value."""

    SET = "set"
    IF_EMPTY = "if empty"
    IF_IS = "if is"  # only where the value is exactly `expected`
    CLEAR = "clear"  # set to the empty text


class ValueRule(msgspec.Struct, frozen=True, kw_only=True):
    """A rule for the subject (`name` is '') or an attribute.

    `value` and `expected` may have fields: those of a template, and `{row.COLUMN}` of a table. A blank cell of a table
    leaves the value alone, unless `blank_clears`.
    """

    name: str = ""
    how: How = How.SET
    value: str = ""
    expected: str = ""
    blank_clears: bool = False


class Recipe(msgspec.Struct, frozen=True, kw_only=True):
    """Changes of all rows. Texts may have fields, except attribute names.

    `subject`: None leaves it. `note_text`, `tag_text`: the content of New note and New tag, which counts.
    `repeats_notes`: a note is stored again although the case has one of its text by the user.
    """

    subject: ValueRule | None = None
    notes: tuple[str, ...] = ()
    added_tags: tuple[str, ...] = ()
    removed_tags: tuple[str, ...] = ()
    attributes: tuple[ValueRule, ...] = ()
    note_text: str = ""
    tag_text: str = ""
    repeats_notes: bool = False
