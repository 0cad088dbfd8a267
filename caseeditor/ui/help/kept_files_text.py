"""Descriptions of files with older data."""

from PySide6.QtCore import QCoreApplication, QLocale

from caseeditor.domain.local.kept_file import KeptFile
from caseeditor.ui.messages.texts import span_words

translate = QCoreApplication.translate
_SECOND = 1000


def kept_name(file: KeptFile) -> str:
    """Return the kind of a file."""
    if file.is_backup:
        return translate("KeptFile", "Backup before an upgrade")
    return translate("KeptFile", "Damaged file set aside")


def kept_detail(file: KeptFile) -> str:
    """Return path, size and age of a file."""
    age = translate("KeptFile", "{0} old").format(span_words(file.age / _SECOND))
    return " · ".join((file.path, QLocale().formattedDataSize(file.size), age))
