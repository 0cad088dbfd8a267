"""Words for the files that hold older data."""

from PySide6.QtCore import QCoreApplication, QLocale, Qt
from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget

from caseeditor.domain.local.kept_file import KeptFile
from caseeditor.ui.messages.texts import span_words

translate = QCoreApplication.translate
_SECOND = 1000


def kept_name(file: KeptFile) -> str:
    """Name what a file is."""
    if file.is_backup:
        return translate("KeptFile", "Backup before an upgrade")
    return translate("KeptFile", "Damaged file set aside")


def kept_detail(file: KeptFile) -> str:
    """Say where a file is, how large and how old."""
    age = translate("KeptFile", "{0} old").format(span_words(file.age / _SECOND))
    return " · ".join((file.path, QLocale().formattedDataSize(file.size), age))


def ask_about_files(count: int, parent: QWidget) -> tuple[QMessageBox, QPushButton, QPushButton]:
    """Make the question whether older files go with the history; returns it with its buttons, yes and no."""
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
