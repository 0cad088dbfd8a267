"""The question whether clearing the history deletes older data files too."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget

translate = QCoreApplication.translate


def ask_about_files(count: int, parent: QWidget) -> tuple[QMessageBox, QPushButton, QPushButton]:
    """Make the question whether older files are deleted with the history; returns it with its buttons, yes and no."""
    one = translate("KeptFile", "An older data file may hold the same texts. Delete it too?")
    many = translate("KeptFile", "{0} older data files may hold the same texts. Delete them too?").format(count)
    text = one if count == 1 else many
    box = QMessageBox(QMessageBox.Icon.Question, translate("KeptFile", "Clear history"), text, parent=parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    yes = box.addButton(translate("KeptFile", "Clear and delete files"), QMessageBox.ButtonRole.DestructiveRole)
    no = box.addButton(translate("KeptFile", "Clear only the history"), QMessageBox.ButtonRole.AcceptRole)
    stay = box.addButton(translate("KeptFile", "Cancel"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(stay)
    box.setEscapeButton(stay)
    return box, yes, no
