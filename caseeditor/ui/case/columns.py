"""The columns of a case: the middle, and the column beside it, which folds away where there is no room for both."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetricsF, QHideEvent, QMouseEvent, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QWidget

_USUAL, _WIDE = 46, 58
"""Width of the column beside the middle, in letters, and that in a wide window."""
_WIDE_ROOM = 190
"""Letters from which the room of a case is wide."""
_LEAST, _MOST = 30, 120
_GRIP = 7
"""Pixels at the edge of the column that the mouse can drag."""
_PAUSE_MS = 300
"""Milliseconds until a width is saved: a drag reports each pixel."""


class CaseColumns(QWidget):
    """Places the middle and the column beside it.

    The column has the width that the agent gave it, less while there is less room. Where less than its minimum is left
    beside the middle, or the agent has hidden it, it is folded: then it can be opened over the middle's trailing part.
    A column that has the focus stays open where the room becomes too small.
    """

    folded = Signal(bool)
    """There is no column beside the middle, or there is again."""
    opened = Signal(bool)
    """The folded column is shown, or hidden."""
    focus_leaving = Signal()
    """The column is about to be hidden, and has the focus."""
    width_chosen = Signal(float)
    """The agent's width of the column, in letters."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._middle = QWidget(self)
        self._side: SideColumn | None = None
        self._between: Callable[[], QRect] = self.rect
        self._wish: Callable[[], int] = int
        self._needs = QSize()
        self._letters = 0.0
        self._is_wanted = True
        self._is_folded = self._is_open = self._was_open = False
        """`_is_open`: the folded column is shown; `_was_open`: as `opened` has reported."""
        self._grip = _Grip(self)
        self._grip.dragged.connect(self._on_dragged)
        self._chosen = QTimer(self)
        self._chosen.setSingleShot(True)
        self._chosen.setInterval(_PAUSE_MS)
        self._chosen.timeout.connect(self._keep)

    def set_columns(
        self, middle: QWidget, side: "SideColumn", between: Callable[[], QRect], wish: Callable[[], int]
    ) -> None:
        """Set both columns.

        `between` tells the part of the middle that an opened column may cover, `wish` the width of the middle that the
        column beside it leaves to it.
        """
        self._middle.deleteLater()
        self._middle, self._side, self._between, self._wish = middle, side, between, wish
        self._grip.raise_()
        self._place()

    def arrange(self, letters: float, *, is_wanted: bool) -> None:
        """Set the agent's width of the column, 0 for the usual one, and whether it is shown at all."""
        self._is_wanted = is_wanted
        if not self._chosen.isActive():  # else a newer width is about to be saved
            self._letters = letters
        self._place()

    def open_side(self, is_open: bool = True) -> None:
        """Show or hide the column if it is folded."""
        if self._is_folded and is_open != self._is_open:
            self._is_open = is_open
            self._place()

    def minimumSizeHint(self) -> QSize:
        return self._middle.minimumSizeHint()

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint().expandedTo(QSize(self._wish(), 0))

    def event(self, event: QEvent) -> bool:
        """Follow a change of the middle's needs; most requests for a layout are those of a label's text."""
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.FontChange) and self._needs != self.sizeHint():
            self._needs = self.sizeHint()
            self.updateGeometry()
            self._place()
        elif event.type() == QEvent.Type.LayoutDirectionChange:
            self._place()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._chosen.isActive():
            self._keep()

    def _keep(self) -> None:
        self._chosen.stop()
        self.width_chosen.emit(self._letters)

    def _letter(self) -> float:
        return max(QFontMetricsF(self.font()).averageCharWidth(), 1.0)

    def _wanted(self) -> int:
        usual = _WIDE if self.width() >= _WIDE_ROOM * self._letter() else _USUAL
        return round((min(max(self._letters, _LEAST), _MOST) if self._letters else usual) * self._letter())

    def _place(self) -> None:
        room = self.width() - self.sizeHint().width()
        self._fold(not self._is_wanted or room < _LEAST * self._letter())
        width = 0 if self._is_folded else min(self._wanted(), room)
        self._put(self._middle, QRect(0, 0, self.width() - width, self.height()))
        if self._side:
            self._place_side(self._side, width)
        self._grip.setVisible(not self._is_folded)
        self._put(self._grip, QRect(self.width() - width - _GRIP // 2, 0, _GRIP, self.height()))
        if self._was_open != self._is_open:
            self._was_open = self._is_open
            self.opened.emit(self._is_open)

    def _fold(self, is_folded: bool) -> None:
        if is_folded != self._is_folded:
            self._is_folded = is_folded
            self._is_open = is_folded and self._is_wanted and self._has_focus()
            self.folded.emit(is_folded)

    def _has_focus(self) -> bool:
        now = self.window().focusWidget()
        return self._side is not None and now is not None and self._side.isAncestorOf(now)

    def _place_side(self, side: "SideColumn", width: int) -> None:
        is_shown = self._is_open or width > 0
        if not is_shown and not side.isHidden() and self._has_focus():
            self.focus_leaving.emit()
        if self._is_open:
            covered, width = self._between(), min(self._wanted(), self.width())
            self._put(side, QRect(self.width() - width, covered.top(), width, covered.height()))
            side.raise_()
        elif width:
            self._put(side, QRect(self.width() - width, 0, width, self.height()))
        side.setFrameShape(SideColumn.Shape.StyledPanel if self._is_open else SideColumn.Shape.NoFrame)
        side.setVisible(is_shown)

    def _put(self, widget: QWidget, place: QRect) -> None:
        """Place a widget; in a window that runs from right to left, from the other side."""
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            place = QRect(self.width() - place.right() - 1, place.top(), place.width(), place.height())
        widget.setGeometry(place)

    def _on_dragged(self, at: int) -> None:
        is_mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        self._letters = min(max((at if is_mirrored else self.width() - at) / self._letter(), _LEAST), _MOST)
        self._place()
        self._chosen.start()


class _Grip(QWidget):
    """The edge of the column, to be dragged."""

    dragged = Signal(int)
    """The place of the mouse in the parent."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setCursor(Qt.CursorShape.SplitHCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.dragged.emit(self.mapToParent(event.position().toPoint()).x())


class SideColumn(QScrollArea):
    """A column with a line at its leading edge. What is higher than the window scrolls."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.inside = _Lined(self)
        self.setWidget(self.inside)


class _Lined(QWidget):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)

    def paintEvent(self, _event: QPaintEvent) -> None:
        is_mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        painter = QPainter(self)
        painter.fillRect(QRect(self.width() - 1 if is_mirrored else 0, 0, 1, self.height()), self.palette().mid())
        painter.end()
