"""The link from a contact to all its cases."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOptionFocusRect, QWidget

from caseeditor.domain.case.model import Contact
from caseeditor.domain.case.number import whole_number
from caseeditor.ui.messages.counts import Counts

_MOST_DIGITS = 9
"""Digits of a number of cases; more is a mistake of the server."""


class CasesLink(QPushButton):
    """A button that looks like a link: "5 cases". Hidden where the server tells no number."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFlat(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setAccessibleDescription(self.tr("Searches all cases of this contact"))
        self.setToolTip(self.tr("Searches all cases of this contact"))

    def show_contact(self, contact: Contact) -> None:
        """Follow a contact."""
        count = whole_number(dict(contact.fields).get("cases", ""))
        is_number = count.isascii() and count.isdigit() and len(count) <= _MOST_DIGITS and int(count) > 0
        self.setVisible(is_number)
        if is_number:
            self.setText(Counts().all_cases(int(count)))

    def sizeHint(self) -> QSize:
        line = self.fontMetrics().size(Qt.TextFlag.TextSingleLine, self.text())
        return QSize(line.width() + 4, line.height() + 6)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        font = self.font()
        font.setUnderline(self.underMouse() or self.hasFocus())
        painter.setFont(font)
        painter.setPen(self.palette().color(QPalette.ColorRole.Link))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        if self.hasFocus():
            option = QStyleOptionFocusRect()
            option.initFrom(self)
            self.style().drawPrimitive(QStyle.PrimitiveElement.PE_FrameFocusRect, option, painter, self)
        painter.end()
