"""A group with a name for assistive technology, painted as a rounded card or not at all."""

from PySide6.QtCore import QEvent, QRectF
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QGroupBox, QWidget

from caseeditor.ui.style.colour_roles import roles_of

_RADIUS = 8
_CHOSEN = 2
"""Width of the edge of a chosen card, in pixels; of another one 1."""


class CardGroup(QGroupBox):
    """Replaces title and frame of a group box: the name is the accessible one.

    `ground` is the name of a colour role (style.colour_roles), '' for a group without a look. A chosen card has a thick
    edge, so that colour alone tells nothing.
    """

    def __init__(self, name: str, ground: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._ground = ground
        self._is_chosen = False
        self.setAccessibleName(name)
        self.setContentsMargins(0, 0, 0, 0)

    def paint_as(self, ground: str, *, chosen: bool) -> None:
        """Change the ground and the edge."""
        self._ground, self._is_chosen = ground, chosen
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._ground:
            return
        roles = roles_of(self.palette())
        width = _CHOSEN if self._is_chosen else 1
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(roles.accent if self._is_chosen or self.hasFocus() else roles.line), width))
        painter.setBrush(QColor(getattr(roles, self._ground)))
        inside = QRectF(self.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2)
        painter.drawRoundedRect(inside, _RADIUS, _RADIUS)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        QWidget.resizeEvent(self, event)  # the group box would reserve room for its frame

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.setContentsMargins(0, 0, 0, 0)
