"""A field that is a glyph until it has the focus or a text."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QStyle, QStyleOptionToolButton, QWidget

from caseeditor.ui.style.font_scaling import by_font
from caseeditor.ui.style.glyphs import draw_glyph, magnifier
from caseeditor.ui.widgets.fields.text_fields import LineEdit

_LETTERS = 22
"""Width of the unfolded field."""


class FoldedField(LineEdit):
    """A search field. Assistive technology and the keyboard find it as any other field."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.textChanged.connect(self._fit)
        by_font(self, self._fit)

    @property
    def is_folded(self) -> bool:
        return not (self.hasFocus() or self.text())

    def _fit(self) -> None:
        metrics = self.fontMetrics()
        self.setPlaceholderText("" if self.is_folded else self.accessibleName())
        self.setFixedWidth(metrics.height() + 10 if self.is_folded else metrics.averageCharWidth() * _LETTERS)
        self.setCursor(Qt.CursorShape.ArrowCursor if self.is_folded else Qt.CursorShape.IBeamCursor)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._fit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.is_folded:
            super().paintEvent(event)
            return
        painter = QPainter(self)
        if self.underMouse():
            option = QStyleOptionToolButton()
            option.initFrom(self)
            option.state |= QStyle.StateFlag.State_AutoRaise | QStyle.StateFlag.State_Raised
            self.style().drawPrimitive(QStyle.PrimitiveElement.PE_PanelButtonTool, option, painter, self)
        side = self.fontMetrics().ascent()
        box = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        draw_glyph(painter, magnifier, box, self.palette().color(QPalette.ColorRole.PlaceholderText))
        painter.end()
