"""Undo and redo of an edit. A step keeps differences only, so that a long session stays small."""

import enum
from collections.abc import Mapping
from typing import Any

import msgspec

from caseeditor.domain.editing.edit import Edit

_ABSENT: Any = object()


class StepKind(enum.Enum):
    """The kind of change that a step made."""

    SUBJECT = enum.auto()
    NOTE_TYPED = enum.auto()
    NOTE_ADDED = enum.auto()
    NOTE_CHANGED = enum.auto()
    NOTE_REMOVED = enum.auto()
    NOTES_REORDERED = enum.auto()
    TAG_TYPED = enum.auto()
    TAG = enum.auto()
    SEVERAL_TAGS = enum.auto()
    UNSEEN_REMOVED = enum.auto()
    ATTRIBUTE = enum.auto()
    NEW_ATTRIBUTE = enum.auto()
    TEMPLATE = enum.auto()
    ATTRIBUTES_PASTED = enum.auto()
    BULK_TEXT = enum.auto()
    ATTRIBUTES_REVERTED = enum.auto()
    NAMES_TRIMMED = enum.auto()
    RESERVED_LEFT_OUT = enum.auto()
    ATTRIBUTES_CLEARED = enum.auto()
    DISCARDED = enum.auto()
    RETURNED = enum.auto()
    """Changes came back into the draft, from a submission or from the disk."""


class StepKey(msgspec.Struct, frozen=True):
    """The subject of a step: typing under the same key is joined to one step.

    `name` is the tag, the attribute, the template, or the number of the pending note; '' where there is none.
    """

    kind: StepKind
    name: str = ""


class Step(msgspec.Struct, frozen=True):
    """One step, as the differences that undo and redo it."""

    key: StepKey
    undo: Mapping[str, Any]
    redo: Mapping[str, Any]


def _difference(before: Edit, after: Edit) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name in Edit.__struct_fields__:
        old, new = getattr(before, name), getattr(after, name)
        if old == new:
            continue
        if isinstance(old, Mapping):
            keys = [key for key in {**old, **new} if old.get(key, _ABSENT) != new.get(key, _ABSENT)]
            found[name] = {key: new.get(key, _ABSENT) for key in keys}
        else:
            found[name] = new
    return found


def _applied(edit: Edit, difference: Mapping[str, Any]) -> Edit:
    values: dict[str, Any] = {}
    for name, new in difference.items():
        old = getattr(edit, name)
        if isinstance(old, Mapping):
            merged = {**old, **new}
            values[name] = {key: value for key, value in merged.items() if value is not _ABSENT}
        else:
            values[name] = new
    return msgspec.structs.replace(edit, **values)


def _merged(first: Mapping[str, Any], second: Mapping[str, Any]) -> dict[str, Any]:
    """Combine two differences; the second one wins."""
    found = dict(first)
    for name, new in second.items():
        found[name] = {**found.get(name, {}), **new} if isinstance(new, Mapping) else new
    return found


class UndoStack:
    """The undo and redo steps of one case. Belongs to its session, on the GUI thread."""

    def __init__(self) -> None:
        self._done: list[Step] = []
        self._undone: list[Step] = []
        self._open = False

    @property
    def undo_key(self) -> StepKey | None:
        """Key of the next undo step, None if there is none."""
        return self._done[-1].key if self._done else None

    @property
    def redo_key(self) -> StepKey | None:
        """Key of the next redo step, None if there is none."""
        return self._undone[-1].key if self._undone else None

    def push(self, key: StepKey, before: Edit, after: Edit, *, typing: bool) -> None:
        """Add a step. Typing is merged into the previous step if that was typing with the same key."""
        undo, redo = _difference(after, before), _difference(before, after)
        if typing and self._open and self._done and self._done[-1].key == key:
            last = self._done.pop()
            undo, redo = _merged(undo, last.undo), _merged(last.redo, redo)
        self._done.append(Step(key, undo, redo))
        self._undone.clear()
        self._open = typing

    def end_typing(self) -> None:
        """End the current step, so that further typing starts a new one."""
        self._open = False

    def undo(self, edit: Edit) -> Edit:
        """Return the edit before the last step, which must exist."""
        step = self._done.pop()
        self._undone.append(step)
        self._open = False
        return _applied(edit, step.undo)

    def redo(self, edit: Edit) -> Edit:
        """Return the edit after the last undone step, which must exist."""
        step = self._undone.pop()
        self._done.append(step)
        self._open = False
        return _applied(edit, step.redo)
