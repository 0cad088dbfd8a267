"""The edit of one case, every step undoable. No widgets; GUI thread."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject, Signal

from caseeditor.domain.delivery.projection import follow
from caseeditor.domain.delivery.snapshot import Snapshot
from caseeditor.domain.editing import edit
from caseeditor.domain.editing.changes import Change, Problem, changes, problems
from caseeditor.domain.editing.edit import Edit, Row
from caseeditor.domain.editing.stroke import Stroke, stroke
from caseeditor.domain.editing.templates import FilledTemplate, put_in, put_in_text
from caseeditor.domain.editing.undo import StepKey, StepKind, UndoStack
from caseeditor.domain.text.fidelity import whole, with_hidden_shown
from caseeditor.domain.text.unseen import compared
from caseeditor.ui.messages.message import Ground, Message
from caseeditor.ui.messages.texts import translate

if TYPE_CHECKING:
    from caseeditor.domain.case.model import Case
    from caseeditor.domain.delivery.draft import Doubtful, Draft
    from caseeditor.domain.fields.schema import Schema


class CaseEditor(QObject):
    """The case as shown, and the edit over it, which only the agent changes."""

    case_changed = Signal()
    edit_changed = Signal(object, object)
    """The edit before and after."""
    message_emitted = Signal(object)
    """A Message."""
    replacing = Signal()
    """The edit is about to be replaced: take in the text of an open editor first."""
    discarded = Signal()
    """All changes are about to be discarded."""

    def __init__(self, parent: QObject, schema: "Callable[[], Schema | None]" = lambda: None) -> None:
        super().__init__(parent)
        self._schema = schema
        self.case: Case | None = None
        self.edit = Edit()
        self.base = Snapshot()
        self.doubt: Doubtful | None = None
        self.undo_stack = UndoStack()
        self._unknown: frozenset[str] = frozenset()
        """The fields that inserted templates left as written."""
        self._stroke: Stroke | None = None
        """The text typed last."""
        self._listed: tuple[Case | None, Edit, tuple[Change, ...]] | None = None
        self._held: tuple[Case, Mapping[str, Problem]] | None = None
        """The violations by values of the server, which stay until the case is read again."""

    def show(self, case: "Case") -> None:
        """Show a new state of the case below the edit."""
        self.case = case
        self.case_changed.emit()

    def restore(self, draft: "Draft") -> None:
        """Restore a saved draft, without an undo step."""
        self.base, self.doubt = draft.base, draft.doubt
        before, self.edit = self.edit, draft.edit
        self.edit_changed.emit(before, draft.edit)

    def take_in(self, draft: "Draft") -> None:
        """Merge returned changes into the edit, as one step."""
        before = self.edit
        self.base, self.doubt, self.edit = draft.base, draft.doubt, draft.edit
        self.undo_stack.push(StepKey(StepKind.RETURNED), before, draft.edit, typing=False)
        self.edit_changed.emit(before, draft.edit)

    def forget_steps(self) -> None:
        """Start over: the edit became a submission."""
        self.doubt = None
        self.undo_stack = UndoStack()

    def clear(self) -> None:
        """Clear the edit, without an undo step."""
        self._replace(Edit())

    @property
    def subject(self) -> str:
        """The subject with the edit applied."""
        if self.edit.subject is not None:
            return self.edit.subject
        return self.case.subject if self.case else ""

    def list_changes(self) -> tuple[Change, ...]:
        """List the changes, cached: several callers ask after each step, and there may be thousands."""
        if self._listed is None or self._listed[0] is not self.case or self._listed[1] is not self.edit:
            self._listed = self.case, self.edit, changes(self.case, self.edit) if self.case else ()
        return self._listed[2]

    @property
    def schema(self) -> "Schema | None":
        """The administrator's description of attributes, None if there is none."""
        return self._schema()

    def list_problems(self) -> tuple[Problem, ...]:
        if not self.case:
            return ()
        found, schema = problems(self.case, self.edit), self.schema
        return self._with_fields(found, self.case, schema) if schema else found

    def _with_fields(self, found: tuple[Problem, ...], case: "Case", schema: "Schema") -> tuple[Problem, ...]:
        from caseeditor.domain.fields.problems import held_problems, with_fields  # noqa: PLC0415 - few policies need it

        if self._held is None or self._held[0] is not case:
            self._held = case, held_problems(schema, case)
        return with_fields(found, schema, case, self.edit, self._held[1], has_changes=bool(self.list_changes()))

    def first_blocking_problem(self) -> Problem | None:
        """Return the first problem that blocks submission."""
        return next((found for found in self.list_problems() if found.is_blocking), None)

    def unknown_fields(self) -> tuple[str, ...]:
        """List the fields of inserted templates that stand in the changes as written."""
        texts = [change.after or "" for change in self.list_changes()] if self._unknown else []
        return tuple(sorted(field for field in self._unknown if any(field in text for text in texts)))

    def reserved(self) -> str:
        """List the reserved names among new attributes, '' if none."""
        from caseeditor.domain.editing.bulk_edit import list_reserved  # noqa: PLC0415 - seldom needed

        return ", ".join(list_reserved(self.edit))

    def set_subject(self, text: str) -> None:
        if self.case and text != self.subject:
            typed = stroke(self.subject, text)
            self._change(StepKey(StepKind.SUBJECT), edit.with_subject(self.edit, self.case, whole(text)), typed=typed)

    def set_note_text(self, text: str) -> None:
        """Take in the text of New note, as it is typed."""
        typed = stroke(self.edit.note_text, text)
        self._change(
            StepKey(StepKind.NOTE_TYPED), msgspec.structs.replace(self.edit, note_text=whole(text)), typed=typed
        )

    def set_tag_text(self, text: str) -> None:
        """Take in the text of New tag, as it is typed."""
        typed = stroke(self.edit.tag_text, text)
        self._change(StepKey(StepKind.TAG_TYPED), msgspec.structs.replace(self.edit, tag_text=whole(text)), typed=typed)

    def complete(self) -> None:
        """Turn the texts of New note and New tag into pending changes."""
        if self.case:
            self._change(StepKey(StepKind.NOTE_ADDED), edit.completed(self.edit, self.case))

    def add_note(self) -> None:
        """Turn the text of New note into a pending note."""
        if self.edit.note_text.strip():
            added = edit.with_note(self.edit, self.edit.note_text)
            self._change(StepKey(StepKind.NOTE_ADDED), msgspec.structs.replace(added, note_text=""))

    def set_note(self, number: int, text: str, *, is_typing: bool = False) -> None:
        """Change a pending note; an empty text removes it."""
        new = edit.with_note_changed(self.edit, number, whole(text))
        key = StepKey(StepKind.NOTE_CHANGED, str(number)) if text.strip() else StepKey(StepKind.NOTE_REMOVED)
        self._change(key, new, is_typing=is_typing)

    def swap_notes(self, one: int, other: int) -> None:
        """Swap two pending notes: they are sent in the order of their numbers."""
        self._change(StepKey(StepKind.NOTES_REORDERED), edit.with_notes_swapped(self.edit, one, other))

    def put_in(self, template: FilledTemplate, around: tuple[str, str] | None = None) -> None:
        """Insert a template into the changes, as one step.

        Its note becomes a pending one, or goes into New note, between the two parts of its text in `around`.
        """
        if self.case:
            new = put_in_text(self.edit, self.case, template, *around) if around else None
            new = new or put_in(self.edit, self.case, template)
            self._unknown |= frozenset(template.unknown)
            self._change(StepKey(StepKind.TEMPLATE, template.name), new)

    def add_tag(self) -> None:
        """Turn the text of New tag into a pending tag."""
        tag = self.edit.tag_text.strip()
        if self.case and compared(tag):
            there = edit.tag_there(self.edit, self.case, tag)
            added = edit.with_tag(self.edit, self.case, tag)
            is_there = there is not None and added.tags == self.edit.tags
            self._change(StepKey(StepKind.TAG, there or tag), msgspec.structs.replace(added, tag_text=""))
            if there is not None and is_there:
                self._tell_tag_is_there(there)

    def add_tags(self, tags: Sequence[str], rest: str) -> None:
        """Add several tags, as one step; `rest` stays in New tag."""
        if self.case:
            before, new = self.edit, edit.with_tags(self.edit, self.case, tags, whole(rest))
            self._change(StepKey(StepKind.SEVERAL_TAGS), new)
            told = translate("CaseEditor", "Tags added: {0}").format(
                sum(before.tags.get(tag) is not add for tag, add in new.tags.items())
            )
            self.message_emitted.emit(Message(told, transient=True, ground=Ground.STEP))

    def _tell_tag_is_there(self, tag: str) -> None:
        told = translate("CaseEditor", "“{0}” already exists.").format(with_hidden_shown(tag))
        self.message_emitted.emit(Message(told, transient=True, ground=Ground.STEP))

    def remove_unseen(self) -> None:
        """Remove invisible characters from changes other than notes, as one step."""
        if self.case:
            self._change(StepKey(StepKind.UNSEEN_REMOVED), edit.with_unseen_removed(self.edit, self.case))

    def remove_tag(self, tag: str) -> None:
        if self.case:
            self._change(StepKey(StepKind.TAG, tag), edit.without_tag(self.edit, self.case, tag))

    def keep_tag(self, tag: str) -> None:
        """Keep a tag that was to be removed."""
        if self.case:
            self._change(StepKey(StepKind.TAG, tag), edit.with_tag(self.edit, self.case, tag))

    def set_value(self, name: str, value: str, *, is_typing: bool = False) -> None:
        if self.case:
            new = edit.with_value(self.edit, self.case, name, whole(value))
            self._change(StepKey(StepKind.ATTRIBUTE, name), new, is_typing=is_typing)

    def set_row(self, number: int | None, row: Row, *, is_typing: bool = False) -> None:
        """Set a new attribute; without a number, add one."""
        row = Row(whole(row.name), whole(row.value))
        self._change(
            StepKey(StepKind.NEW_ATTRIBUTE, row.name), edit.with_row(self.edit, number, row), is_typing=is_typing
        )

    def set_attributes(self, kind: StepKind, new: Edit) -> None:
        """Apply changes of several attributes, as one step of this kind."""
        self._change(StepKey(kind), new)

    def leave_out_reserved(self) -> None:
        """Drop new attributes with reserved names, as one step."""
        from caseeditor.domain.editing.bulk_edit import without_reserved  # noqa: PLC0415 - seldom needed

        if names := self.reserved():
            self._change(StepKey(StepKind.RESERVED_LEFT_OUT), without_reserved(self.edit))
            text = translate("CaseEditor", "Left out: {0}. Press Ctrl+Z to undo.").format(names)
            self.message_emitted.emit(Message(text, transient=True, ground=Ground.STEP))

    def end_typing(self) -> None:
        """Make the next typing a step of its own."""
        self.undo_stack.end_typing()

    def tell_left(self) -> None:
        """Report that a text was left unchanged, and how to restore the typed one."""
        text = translate("CaseEditor", "Left as it was. Press Ctrl+Z to get your text back.")
        self.message_emitted.emit(Message(text, transient=True, ground=Ground.STEP))

    def discard(self) -> None:
        """Discard all changes; undoable, and readable in the history."""
        self.replacing.emit()
        if self.edit != Edit():
            self.discarded.emit()
            self._change(StepKey(StepKind.DISCARDED), Edit())
            text = translate("CaseEditor", "Changes discarded. Press Ctrl+Z to undo.")
            self.message_emitted.emit(Message(text, transient=True, ground=Ground.STEP))

    def undo(self) -> None:
        self.replacing.emit()
        if self.undo_stack.undo_key:
            self._replace(self.undo_stack.undo(self.edit))

    def redo(self) -> None:
        self.replacing.emit()
        if self.undo_stack.redo_key:
            self._replace(self.undo_stack.redo(self.edit))

    def _change(self, key: StepKey, new: Edit, *, typed: Stroke | None = None, is_typing: bool = False) -> None:
        """Take a step; with `is_typing`, steps of the same key become one until typing ends."""
        if new != self.edit:
            if typed and self._stroke and not typed.goes_on(self._stroke):
                self.undo_stack.end_typing()
            self.undo_stack.push(key, self.edit, new, typing=is_typing or typed is not None)
            if typed and typed.ends_word:  # a word is a step
                self.undo_stack.end_typing()
            self._stroke = typed
            self._replace(new)

    def _replace(self, new: Edit) -> None:
        before, self.edit = self.edit, new
        if self.case:
            self.base = follow(self.base, before, new, self.case)
        self.edit_changed.emit(before, new)
