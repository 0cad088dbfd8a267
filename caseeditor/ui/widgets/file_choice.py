"""Asks for the name of a file to write; the name gets the extension of the chosen format."""

from collections.abc import Sequence
from pathlib import Path

import msgspec
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from caseeditor.runtime.file_writing import Trouble

translate = QCoreApplication.translate


class Form(msgspec.Struct, frozen=True):
    """A file format: its entry in a file dialog, and its extension with the dot, in lower case."""

    offered: str
    ending: str


CSV, JSON = Form("CSV (*.csv)", ".csv"), Form("JSON (*.json)", ".json")


def choose_file(parent: QWidget, title: str, suggested: str, forms: Sequence[Form]) -> tuple[Path, Form] | None:
    """Ask for a file's name and format; None if the agent cancels. Runs a nested event loop."""
    name, chosen = suggested, forms[0].offered
    filters = ";;".join(form.offered for form in forms)
    while True:
        name, chosen = QFileDialog.getSaveFileName(parent, title, name, filters, chosen)
        if not name:
            return None
        wanted = next((form for form in forms if form.offered == chosen), forms[0])
        path, form = with_ending(Path(name), wanted, forms)
        # The dialog has asked only about the name as it was typed. Writing reports a folder of the final name.
        if path == Path(name) or not path.exists() or path.is_dir() or _may_replace(path, parent):
            return path, form


def with_ending(path: Path, chosen: Form, forms: Sequence[Form]) -> tuple[Path, Form]:
    """Return the final name and the format.

    The chosen format decides. If it is the first, which is preselected, the extension of another format decides.
    An unknown extension stays, and that of the format is added: notes.txt becomes notes.txt.json.
    """
    typed = next((form for form in forms if form.ending == path.suffix.lower()), None)
    if typed is None:
        return path.with_name(f"{path.name.rstrip('.')}{chosen.ending}"), chosen
    if typed is chosen or chosen is forms[0]:
        return path, typed
    return path.with_suffix(chosen.ending), chosen


def trouble_words(trouble: Trouble) -> str:
    """Explain why a file was not written, and name a remedy. Follows a sentence that it was not written."""
    match trouble:
        case Trouble.FULL:
            return translate("File", "The disk is full: free some space, or choose another disk.")
        case Trouble.HELD:
            return translate("File", "It is open in another program: close it there, then try again.")
        case Trouble.NO_FOLDER:
            return translate("File", "Its folder is gone: choose another folder.")
        case Trouble.FOLDER:
            return translate("File", "A folder has this name: choose another name.")
        case Trouble.NAME:
            return translate("File", "The name isn't allowed here: choose another name.")
        case Trouble.DENIED | Trouble.OTHER:
            return translate("File", "Choose another folder.")


def _may_replace(path: Path, parent: QWidget) -> bool:
    text = translate("File", "{0} already exists. Replace it?").format(path.name)
    box = QMessageBox(QMessageBox.Icon.Warning, translate("File", "Replace file"), text, parent=parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    yes = box.addButton(translate("File", "Replace"), QMessageBox.ButtonRole.DestructiveRole)
    no = box.addButton(translate("File", "Cancel"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(no)
    box.setEscapeButton(no)
    box.exec()
    is_wanted = box.clickedButton() is yes
    box.deleteLater()
    return is_wanted
