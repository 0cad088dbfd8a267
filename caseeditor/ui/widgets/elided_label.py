"""A label of one line that takes no more room than there is."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from caseeditor.domain.text.bidi import is_right_to_left
from caseeditor.ui.messages.texts import tip_words


class ElidedLabel(QLabel):
    """Paints as much of its text as fits, in the text's own direction. Tooltip and accessible name are the whole."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_text(self, text: str) -> None:
        """Show a text in one line, whatever its characters."""
        self.setText(" ".join(text.split()))
        self.setToolTip(tip_words(text))

    def sizeHint(self) -> QSize:
        return QSize(0, self.fontMetrics().height() + 4)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        self.paint_text(painter, self.rect())
        painter.end()

    def paint_text(self, painter: QPainter, box: QRect) -> None:
        """Paint the text at the leading edge of a box."""
        said = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, box.width())
        is_turned = is_right_to_left(said)
        painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft if is_turned else Qt.LayoutDirection.LeftToRight)
        is_mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if is_mirrored != is_turned else Qt.AlignmentFlag.AlignLeft
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.setFont(self.font())
        painter.drawText(box, side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, said)
