"""Inserts templates into cases: from the dialog, by number, by name in a note. GUI thread."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale, QObject, Signal

from caseeditor.domain.editing.templates import FilledTemplate, Template, fields_of, filled_template
from caseeditor.domain.text.bidi import isolated
from caseeditor.domain.text.short_text import in_a_list
from caseeditor.ui.messages.message import Ground, Message, Severity
from caseeditor.ui.templates.repeats import Repeats

if TYPE_CHECKING:
    from caseeditor.domain.case.model import Case
    from caseeditor.ui.state.session import Session

Submit = Callable[["Session", FilledTemplate, tuple[str, str] | None], object]
"""Inserts a template into a case, then triggers *Submit and next*; inserts nothing if the case is being submitted."""


def fill_in(session: "Session", case: "Case", template: Template) -> FilledTemplate:
    """Fill in a template for the case of a session."""
    today = QLocale().toString(QDate.currentDate(), QLocale.FormatType.LongFormat)
    return filled_template(template, fields_of(case, session.draft.user_name, today, session.edit), case)


class Inserting(QObject):
    """Each insertion is one step. A template that submits does so only if nothing of it is missing in the case."""

    told = Signal(object, object)
    """A Message, and the Session that it is about."""

    def __init__(self, submit: Submit, repeats: Repeats, parent: QObject) -> None:
        super().__init__(parent)
        self._submit = submit
        self._repeats = repeats

    def insert_template(
        self, session: "Session", template: Template, around: tuple[str, str] | None = None
    ) -> FilledTemplate | None:
        """Fill in and insert a template, and return it; None while the case is loading.

        `around` has the parts of New note before and after the template's note.
        """
        if session.case is None:
            text = self.tr("Case {0} is still loading.").format(session.case_id)
            self.told.emit(Message(text, transient=True), session)
            return None
        self.insert(session, filled := fill_in(session, session.case, template), around)
        return filled

    def insert(self, session: "Session", template: FilledTemplate, around: tuple[str, str] | None = None) -> None:
        """Insert a template that is filled in."""
        if template.submits and template.is_whole:
            self._submit(session, template, around)
            return
        before = session.edit
        session.editor.put_in(template, around)
        self.told.emit(self._words(template, is_changed=session.edit != before), session)

    def missing(self, session: "Session", template: FilledTemplate) -> FilledTemplate | None:
        """Return the parts of a template that an insertion adds; None for nothing."""
        submits = template.submits and template.is_whole
        return self._repeats.missing(session, template) if submits else template

    def _words(self, template: FilledTemplate, *, is_changed: bool) -> Message:
        if not template.submits and (template.is_whole or not is_changed):
            text = self.tr("“{0}” inserted. Press Ctrl+Z to undo.") if is_changed else self.tr("“{0}” changes nothing.")
            return Message(text.format(isolated(in_a_list(template.name))), transient=True, ground=Ground.STEP)
        if template.unknown:
            why = self.tr("Unknown fields: {0}.").format(", ".join(template.unknown))
        elif template.empty:
            why = self.tr("Empty in this case: {0}.").format(", ".join(template.empty))
        else:
            why = self.tr("Attributes that can't be set here: {0}.").format(", ".join(template.refused))
        text = self.tr("“{0}” inserted, but not submitted. {1}") if template.submits else self.tr("“{0}” inserted. {1}")
        text = text.format(isolated(in_a_list(template.name)), why)
        return Message(text, Severity.WARNING, transient=not template.submits, ground=Ground.STEP)
