"""The subject of a case: a title that turns out to be a field when the agent points at it or is in it."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFocusEvent, QFont, QKeyEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QSizePolicy, QStyleOptionFrame, QWidget

from caseeditor.ui.style.colour_roles import is_black_and_white
from caseeditor.ui.style.font_scaling import by_font, demi_bold, scaled
from caseeditor.ui.widgets.fields.marked_fields import MarkedLine

_SIZE = 140
"""Size of the text, in percent of others."""
_FRAME = 6
"""Twice the room that the frame and its round corners take, in pixels: half of the stroke is beyond the edge."""
_SHORTEST = 40
_STEP = 8
"""Letters: by these the field grows while it is typed in."""
_PASSING = frozenset(
    {
        Qt.FocusReason.ActiveWindowFocusReason,
        Qt.FocusReason.PopupFocusReason,
        Qt.FocusReason.MenuBarFocusReason,
    }
)
"""The focus comes back from these to the same place of the text."""


class SubjectField(MarkedLine):
    """Size and place of the text are the same with and without the frame. High contrast always has it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._caret = 0
        """The place of the cursor when the field had the focus last."""
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._letters = _SHORTEST
        """The width that the field asks for."""
        by_font(parent, lambda: self.setFont(_title(parent.font())))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self._on_length)

    def sizeHint(self) -> QSize:
        """Return the size of the text with room to go on, so that the pointer's way to a short title is short."""
        return QSize(round(self._letters * self.fontMetrics().averageCharWidth()), super().sizeHint().height())

    def _on_length(self, text: str) -> None:
        wide = self.fontMetrics().horizontalAdvance(text) / max(self.fontMetrics().averageCharWidth(), 1)
        letters = max(_SHORTEST, _STEP * (int(wide) // _STEP + 2))
        if letters != self._letters:
            self._letters = letters
            self.updateGeometry()

    @property
    def is_title(self) -> bool:
        """Whether the field is painted as a title."""
        return not (self.hasFocus() or self.underMouse() or is_black_and_white(self.palette()))

    @property
    def _ground(self) -> QPalette.ColorRole:
        around = self.parentWidget()
        return around.backgroundRole() if around else self.backgroundRole()

    def fill(self, text: str) -> None:
        super().fill(text)
        if not self.hasFocus():
            self._show_beginning()

    def place_cursor(self, place: int) -> None:
        if self.hasFocus():
            super().place_cursor(place)
        else:
            self._caret = place

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.hasFocus():  # another program's key: the title shows its beginning
            self.setCursorPosition(self._caret)
        super().keyPressEvent(event)
        self._caret = self.cursorPosition()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() is Qt.FocusReason.OtherFocusReason:  # set by the program; Qt places the cursor for others
            self.setCursorPosition(self._caret)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in _PASSING:
            self._show_beginning()

    def _show_beginning(self) -> None:
        """Show the beginning of a long title, and note the place of the cursor."""
        self._caret = self.cursorPosition()
        self.home(False)

    def initStyleOption(self, option: QStyleOptionFrame) -> None:
        super().initStyleOption(option)
        if self.is_title:
            palette = QPalette(option.palette)
            palette.setBrush(QPalette.ColorRole.Base, palette.brush(self._ground))
            option.palette = palette

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.is_title:
            painter = QPainter(self)
            painter.setPen(QPen(self.palette().brush(self._ground), _FRAME))
            painter.drawRect(self.rect())
            painter.end()


def _title(font: QFont) -> QFont:
    return demi_bold(scaled(font, _SIZE))
