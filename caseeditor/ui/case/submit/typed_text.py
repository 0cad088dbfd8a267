"""The changes of cases as plain text, to save them elsewhere."""

from collections.abc import Iterable

from PySide6.QtGui import QGuiApplication

from caseeditor.ui.messages.texts import change_words
from caseeditor.ui.state.session import Session


def typed_text(sessions: Iterable[Session]) -> str:
    """Return one line for each change: the case, the field, the new text."""
    return "\n".join(
        f"{session.case_id}\t{change_words(change)}\t{change.after or ''}"
        for session in sessions
        for change in session.list_changes()
    )


def copy_typed(sessions: Iterable[Session]) -> None:
    """Copy the text to the clipboard."""
    QGuiApplication.clipboard().setText(typed_text(sessions))
