"""Saving the changes of a case as a text file."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSaveFile
from PySide6.QtWidgets import QFileDialog, QWidget

from caseeditor.ui.message import Message, Tone
from caseeditor.ui.session import Session
from caseeditor.ui.typed_text import typed_text

translate = QCoreApplication.translate


def save_typed(session: Session, parent: QWidget) -> None:
    """Ask for a file and write the changes into it; tells the session how that went."""
    title = translate("SaveTyped", "Save my changes as")
    name, _ = QFileDialog.getSaveFileName(
        parent, title, f"{session.case_id}.txt", translate("SaveTyped", "Text (*.txt)")
    )
    if not name:
        return
    file = QSaveFile(str(Path(name)))
    is_saved = file.open(QSaveFile.OpenModeFlag.WriteOnly) and file.write(typed_text([session]).encode()) >= 0
    if is_saved and file.commit():
        session.told.emit(Message(translate("SaveTyped", "Your changes are saved in {0}.").format(name), passing=True))
    else:
        text = translate("SaveTyped", "{0} couldn't be written. Choose another folder.")
        session.told.emit(Message(text.format(name), Tone.ERROR, passing=True))
