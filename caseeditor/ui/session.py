"""One open case: what the server showed, what the agent did to it, and what is under way. No widgets; GUI thread."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject, Signal

from caseeditor.domain import edit
from caseeditor.domain.address import Server
from caseeditor.domain.case import Case
from caseeditor.domain.changes import Change, Problem, changes, problems, submission
from caseeditor.domain.edit import Edit, Row
from caseeditor.domain.evidence import Seen
from caseeditor.domain.failure import Failed, Failure, Kind
from caseeditor.domain.plain import whole
from caseeditor.domain.undo import UndoStack
from caseeditor.ui.background import Background, Done, Job, Outcome
from caseeditor.ui.message import Message, Offer, Tone
from caseeditor.ui.receipt import delivered_message
from caseeditor.ui.words import Doing, failure_words, problem_words, translate

if TYPE_CHECKING:
    from caseeditor.services.desk import Desk
    from caseeditor.services.outbox import Delivered


class Session(QObject):
    """The case of one tab. Its edit changes only by what the agent does; answers replace the case below it."""

    case_changed = Signal()
    edit_changed = Signal(object, object)
    """The edit before and after."""
    state_changed = Signal()
    told = Signal(object)
    """A Message."""
    token_wanted = Signal(object)
    """The Failure that says why; go_on() when there is one."""
    problem_found = Signal(object)
    """The Problem that keeps a submission from being sent."""

    def __init__(self, background: "Background[Desk]", server: Server, case_id: str, parent: QObject) -> None:
        super().__init__(parent)
        self._background = background
        self.server = server
        self.case_id = case_id
        self.case: Case | None = None
        self.edit = Edit()
        self.undo_stack = UndoStack()
        self.stopped = False
        self._reading: Job | None = None
        self._submitting: Job | None = None
        self._go_on: Callable[[], None] | None = None

    @property
    def is_reading(self) -> bool:
        return self._reading is not None

    @property
    def is_submitting(self) -> bool:
        return self._submitting is not None

    @property
    def subject(self) -> str:
        """What the subject is to be."""
        if self.edit.subject is not None:
            return self.edit.subject
        return self.case.subject if self.case else ""

    def list_changes(self) -> tuple[Change, ...]:
        return changes(self.case, self.edit) if self.case else ()

    def list_problems(self) -> tuple[Problem, ...]:
        return problems(self.case, self.edit) if self.case else ()

    # Reading.

    def load(self) -> None:
        """Read the case, anew if it is there; what the agent changed stays."""
        self.cancel_reading()
        server, case_id = self.server, self.case_id

        async def read(desk: "Desk") -> Case:
            resumed = await desk.accounts.resume(server)
            if not resumed.has_token:
                raise Failed(Failure(kind=Kind.TOKEN_MISSING, server=server.domain, trouble=resumed.trouble))
            return await desk.gateway.read_case(server, case_id)

        self._reading = self._background.ask(read, lambda outcome: self._on_read(job, outcome))
        job = self._reading
        self.state_changed.emit()

    def cancel_reading(self) -> None:
        """Stop a read that is under way; its answer is dropped."""
        if self._reading:
            self._reading.cancel()
            self._reading = None
            self.stopped = self.case is None
            self.state_changed.emit()

    def _on_read(self, job: Job, outcome: Outcome[Case]) -> None:
        if job is not self._reading:
            return
        self._reading = None
        self.stopped = not isinstance(outcome, Done) and self.case is None
        if isinstance(outcome, Done):
            if self.case:
                text = translate("Session", "Case {0} reloaded").format(self.case_id)
                self.told.emit(Message(text, passing=True))
            self._show(outcome.value)
        self.state_changed.emit()
        if isinstance(outcome, Failure):
            self._tell_failure(outcome, Doing.OPENING, self.load)

    def _show(self, case: Case) -> None:
        self.case = case
        self.case_changed.emit()

    def _tell_failure(self, failure: Failure, doing: Doing, again: Callable[[], None]) -> None:
        needs_token = failure.kind in (Kind.TOKEN_MISSING, Kind.TOKEN_REFUSED)
        offers = (Offer.SIGN_IN,) if needs_token else (Offer.RELOAD,) if self.case else ()
        self.told.emit(Message(failure_words(failure, doing), Tone.ERROR, offers=offers))
        if needs_token:
            self._go_on = again
            self.token_wanted.emit(failure)

    def go_on(self) -> None:
        """Do again what waited for a token."""
        again, self._go_on = self._go_on, None
        if again:
            again()

    # Editing.

    def set_subject(self, text: str) -> None:
        if self.case and text != self.subject:
            self._change(("subject",), edit.with_subject(self.edit, self.case, whole(text)), typing=True)

    def set_note_text(self, text: str) -> None:
        """Take in what stands in New note, as it is typed."""
        self._change(("note", "typed"), msgspec.structs.replace(self.edit, note_text=whole(text)), typing=True)

    def set_tag_text(self, text: str) -> None:
        """Take in what stands in New tag, as it is typed."""
        self._change(("tag", ""), msgspec.structs.replace(self.edit, tag_text=whole(text)), typing=True)

    def add_note(self) -> None:
        """Make a pending note of what stands in New note."""
        if self.edit.note_text.strip():
            added = edit.with_note(self.edit, self.edit.note_text)
            self._change(("note", "added"), msgspec.structs.replace(added, note_text=""))

    def set_note(self, number: int, text: str) -> None:
        """Change a pending note; without text it is removed."""
        self._change(("note", str(number)), edit.with_note_changed(self.edit, number, whole(text)))

    def add_tag(self) -> None:
        """Make a tag of what stands in New tag."""
        tag = self.edit.tag_text.strip()
        if self.case and tag:
            added = edit.with_tag(self.edit, self.case, tag)
            self._change(("tag", tag), msgspec.structs.replace(added, tag_text=""))

    def remove_tag(self, tag: str) -> None:
        if self.case:
            self._change(("tag", tag), edit.without_tag(self.edit, self.case, tag))

    def keep_tag(self, tag: str) -> None:
        """Take back that a tag is to be removed."""
        if self.case:
            self._change(("tag", tag), edit.with_tag(self.edit, self.case, tag))

    def set_value(self, name: str, value: str) -> None:
        if self.case:
            self._change(("attribute", name), edit.with_value(self.edit, self.case, name, whole(value)))

    def set_row(self, number: int | None, row: Row) -> None:
        """Set a new attribute; without a number it is a further one."""
        row = Row(whole(row.name), whole(row.value))
        self._change(("row", row.name), edit.with_row(self.edit, number, row))

    def discard(self) -> None:
        """Take back every change; undoable."""
        if self.edit != Edit():
            self._change(("discard",), Edit())
            self.told.emit(Message(translate("Session", "Changes discarded. Ctrl+Z brings them back."), passing=True))

    def undo(self) -> None:
        if self.undo_stack.undo_key:
            self._replace(self.undo_stack.undo(self.edit))

    def redo(self) -> None:
        if self.undo_stack.redo_key:
            self._replace(self.undo_stack.redo(self.edit))

    def _change(self, key: tuple[str, ...], new: Edit, *, typing: bool = False) -> None:
        if new != self.edit:
            self.undo_stack.push(key, self.edit, new, typing=typing)
            self._replace(new)

    def _replace(self, new: Edit) -> None:
        before, self.edit = self.edit, new
        self.edit_changed.emit(before, new)

    # Submitting.

    def submit(self) -> None:
        """Send the changes, once: while that is under way, nothing more is sent."""
        if not self.case or self._submitting:
            return
        if problem := next((found for found in self.list_problems() if found.forbids), None):
            text = translate("Session", "Nothing was sent. {0}").format(problem_words(problem))
            self.told.emit(Message(text, Tone.ERROR))
            self.problem_found.emit(problem)
            return
        if not self.list_changes():
            self.told.emit(
                Message(translate("Session", "There is nothing to submit: nothing is changed."), passing=True)
            )
            return
        self._replace(edit.completed(self.edit, self.case))
        server, case = self.server, self.case
        sent = submission(case, self.edit)

        async def deliver(desk: "Desk") -> "Delivered":
            return await desk.outbox.deliver(server, sent, case)

        self.told.emit(Message(translate("Session", "Submitting…"), passing=True))
        self._submitting = self._background.ask(deliver, self._on_delivered, is_update=True)
        self.state_changed.emit()

    def stop_waiting(self) -> None:
        """Give up waiting for a submission. What became of it is then not known."""
        if self._submitting:
            self._submitting.cancel()

    def _on_delivered(self, outcome: "Outcome[Delivered]") -> None:
        self._submitting = None
        if isinstance(outcome, Failure):
            self.state_changed.emit()
            self._tell_failure(outcome, Doing.SUBMITTING, self.submit)
            return
        delivered = outcome.value
        receipt = delivered.receipt
        missing = {line.change.after for line in receipt.lines if line.seen is Seen.MISSING} if receipt else set()
        sent = delivered.submission.edit
        settled = msgspec.structs.replace(
            sent,
            notes={number: text for number, text in sent.notes.items() if text not in missing},
            tags={tag: add for tag, add in sent.tags.items() if add or delivered.tags_removed},
        )
        self.undo_stack = UndoStack()
        self._replace(edit.after(self.edit, settled))
        if delivered.case:
            self._show(delivered.case)
        self.state_changed.emit()
        self.told.emit(delivered_message(delivered))
