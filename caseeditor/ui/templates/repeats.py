"""Prevents a template that submits from inserting its note twice into one case. GUI thread."""

from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

import msgspec

from caseeditor.domain.editing.templates import Filled, FilledTemplate

if TYPE_CHECKING:
    from caseeditor.ui.state.session import Session


class _Inserted(msgspec.Struct, frozen=True):
    """The note of a template, and its number among the pending ones: 0 in New note, or once it is submitted."""

    text: str
    number: int


class Repeats:
    """Remembers the templates that submitted a case, until it is left or the agent continues without their notes."""

    def __init__(self) -> None:
        self._inserted: WeakKeyDictionary[Session, dict[str, _Inserted]] = WeakKeyDictionary()

    def insert(self, session: "Session", template: FilledTemplate, around: tuple[str, str] | None) -> None:
        """Insert the missing parts of a template, as one step. A name typed in New note is always replaced."""
        rest = template if around else self.missing(session, template)
        if rest is None:
            return
        before = session.edit.notes
        session.editor.put_in(rest, around)
        number = max(session.edit.notes.keys() - before.keys(), default=0)
        self._inserted.setdefault(session, {})[template.name] = _Inserted(template.note.text, number)

    def missing(self, session: "Session", template: FilledTemplate) -> FilledTemplate | None:
        """Return the template without the note that is already pending; None if the template was inserted before."""
        known = self._inserted.get(session, {})
        if (inserted := known.get(template.name)) is not None:
            if self._is_there(session, inserted):
                return None
            del known[template.name]
        text = template.note.text
        is_pending = text.strip() and text in (*session.edit.notes.values(), session.edit.note_text)
        return msgspec.structs.replace(template, note=Filled()) if is_pending else template

    def note_submitted(self, session: "Session") -> None:
        """Follow a submission: later notes may have the numbers of the submitted ones."""
        known = self._inserted.get(session, {})
        known.update({name: _Inserted(each.text, 0) for name, each in known.items()})

    def forget(self, session: "Session") -> None:
        """Forget a case that the agent left."""
        self._inserted.pop(session, None)

    @staticmethod
    def _is_there(session: "Session", inserted: _Inserted) -> bool:
        """Tell whether an insertion is pending or submitted, and the agent has not continued without its note."""
        if session.is_handing_over or not session.list_changes() or inserted.number in session.edit.notes:
            return True
        texts = (*session.edit.notes.values(), session.edit.note_text)
        return bool(inserted.text.strip()) and any(inserted.text in text for text in texts)
