"""Places a bar over the content of a window: it moves nothing, and covers nothing that has the focus."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget

from caseeditor.ui.messages.notification_bar import NoticeBar

_GAP = 8
_WIDEST = 110
"""Widest bar, in average letters."""
_LARGE = 0.4
"""Share of the content's height above which only the cursor's place in a widget has to be seen."""


class Floating(QObject):
    """Keeps a bar at the top of the content while it is shown, else below the focus, else at the bottom."""

    def __init__(self, bar: NoticeBar, host: QWidget, top: Callable[[], int]) -> None:
        """`host`: the parent of the bar. `top`: the height at which the content begins that may be covered."""
        super().__init__(bar)
        self._bar = bar
        self._host = host
        self._top = top
        self._is_following = False
        bar.lift()
        bar.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if watched is self._bar and kind in (QEvent.Type.Show, QEvent.Type.Hide):
            self._follow(is_shown=kind is QEvent.Type.Show)
        elif kind in (QEvent.Type.Resize, QEvent.Type.LayoutRequest) and self._is_following:
            self._place()
        return False

    def _follow(self, *, is_shown: bool) -> None:
        """Follow the size of the content and the focus, as long as the bar is shown."""
        application = QApplication.instance()
        if is_shown is self._is_following or not isinstance(application, QApplication):
            return
        self._is_following = is_shown
        if is_shown:
            self._host.installEventFilter(self)
            application.focusChanged.connect(self._place)
            self._place()
        else:
            self._host.removeEventFilter(self)
            application.focusChanged.disconnect(self._place)

    def _place(self) -> None:
        width = min(self._bar.ideal_width(), self._widest())
        layout = self._bar.layout()
        height = max(layout.totalHeightForWidth(width) if layout else 0, self._bar.minimumSizeHint().height())
        height = min(height, self._host.height())
        left = (self._host.width() - width) // 2
        ends = self._host.height() - height
        places = [QRect(left, min(max(y, 0), ends), width, height) for y in self._tops(ends)]
        focus = self._focus()
        free = (place for place in places if not (focus and focus.intersects(place)))
        self._bar.setGeometry(next(free, places[0]))
        self._bar.raise_()

    def _tops(self, ends: int) -> tuple[int, ...]:
        """Return the heights at which the bar may begin, the preferred one first.

        With the focus in it, the bar stays: between press and release a button must not move.
        """
        now = self._host.window().focusWidget()
        if now is not None and self._bar.isAncestorOf(now):
            return (self._bar.y(),)
        focus = self._focus()
        return self._top(), focus.bottom() + _GAP if focus else ends, ends - _GAP, 0

    def _widest(self) -> int:
        return min(self._host.width() - 2 * _GAP, _WIDEST * self._bar.fontMetrics().averageCharWidth())

    def _focus(self) -> QRect | None:
        """Return the place of the focus in the host; of a large widget, the place of its cursor."""
        widget = self._host.window().focusWidget()
        if widget is None or self._bar.isAncestorOf(widget) or not self._host.isAncestorOf(widget):
            return None
        area = widget.rect()
        if area.height() > _LARGE * self._host.height():
            area = _cursor(widget) & area
        return QRect(widget.mapTo(self._host, area.topLeft()), area.size())


def _cursor(widget: QWidget) -> QRect:
    if isinstance(widget, QAbstractItemView):
        return widget.visualRect(widget.currentIndex())
    cursor = widget.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
    return cursor if isinstance(cursor, QRect) else widget.rect()
