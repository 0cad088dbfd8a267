"""Direction and alignment by the first strong letter of a text, independent of the language of the window."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QPlainTextEdit, QStyledItemDelegate, QStyleOptionViewItem

from caseeditor.domain.text.bidi import is_right_to_left


class ByItsText(QStyledItemDelegate):
    """Paints each cell in the direction of its text."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        super().initStyleOption(option, index)
        if is_right_to_left(option.text):
            option.direction = Qt.LayoutDirection.RightToLeft


def stand_by_its_text(field: QPlainTextEdit) -> None:
    """Align a field's text at the side where it begins. Qt does that only in fields of one line."""
    document = field.document()
    wanted = Qt.AlignmentFlag.AlignRight if is_right_to_left(_beginning(field)) else Qt.AlignmentFlag.AlignLeft
    option = document.defaultTextOption()
    if option.alignment() != wanted:
        option.setAlignment(wanted)
        document.setDefaultTextOption(option)


def _beginning(field: QPlainTextEdit) -> str:
    block = field.document().firstBlock()
    while block.isValid() and not block.text().strip():
        block = block.next()
    return block.text()
