"""Saving the changes of a case as a text file."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from caseeditor.runtime.file_writing import write_file
from caseeditor.runtime.held_files import AT_ONCE
from caseeditor.ui.case.submit.typed_text import typed_text
from caseeditor.ui.messages.message import Message, Severity
from caseeditor.ui.state.session import Session
from caseeditor.ui.widgets.file_choice import Form, choose_file, trouble_words

translate = QCoreApplication.translate


def save_typed(session: Session, parent: QWidget) -> None:
    """Ask for a file and write the changes into it; emits the result as a message of the session.

    Writes on the GUI thread: the disk that makes the agent save elsewhere may be blocking the worker. So it does not
    wait for another program that holds the file.
    """
    title, form = translate("SaveTyped", "Save my changes as"), Form(translate("SaveTyped", "Text (*.txt)"), ".txt")
    chosen = choose_file(parent, title, f"{session.case_id}.txt", (form,))
    if not chosen:
        return
    path = chosen[0]
    trouble = write_file(path, typed_text([session]).encode(), AT_ONCE)
    if trouble is None:
        session.message_emitted.emit(
            Message(translate("SaveTyped", "Your changes are saved in {0}.").format(path), transient=True)
        )
    else:
        text = translate("SaveTyped", "{0} couldn't be written.").format(path)
        session.message_emitted.emit(Message(f"{text} {trouble_words(trouble)}", Severity.ERROR, transient=True))
