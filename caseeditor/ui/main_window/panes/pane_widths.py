"""Widths of the panes in letters, as long as the middle has enough room."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QFontMetricsF, QResizeEvent
from PySide6.QtWidgets import QDockWidget, QMainWindow

from caseeditor.ui.style.font_scaling import by_font

FRAME = QSize(2, 48)
"""Maximum size of a window's frame, in pixels. The style knows it, but creating a QStyle costs 10 ms at start."""
_MIDDLE, _MOST = 0.4, 0.62
"""The part of the window that the middle keeps at least, and the one up to which panes make room for it."""
_USUAL, _WIDE = 43, 52
"""Initial width of the panes, in letters, and that in a wide window."""
_WIDE_WINDOW = 244
"""Letters from which a window is wide."""
_EDGES = 16
"""Maximum total width of the separators, in pixels."""
_SIDES = (Qt.DockWidgetArea.LeftDockWidgetArea, Qt.DockWidgetArea.RightDockWidgetArea)


class PaneWidths(QObject):
    """Scales the panes with the text, in proportion to the agent's own widths.

    A window that is too narrow grows as far as its screen allows. A pane that had to shrink for the middle keeps its
    former width as its proportion.
    """

    def __init__(self, window: QMainWindow, docks: Iterable[QDockWidget]) -> None:
        super().__init__(window)
        self._window = window
        self._letters: dict[QDockWidget, float] = dict.fromkeys(docks, _USUAL)
        self._laid_out: dict[QDockWidget, int] = {}
        """The widths at the last layout, which Qt may have yet to apply."""
        self._asked: dict[QDockWidget, int] = {}
        """The widths that it asks Qt for."""
        self._letter = self._letter_now()
        self._resize(self._wanted())
        by_font(window, self._on_font)
        self._resized = QTimer(self)
        self._resized.setSingleShot(True)
        self._resized.timeout.connect(self._follow_window)
        window.installEventFilter(self)
        if middle := window.centralWidget():
            middle.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window and isinstance(event, QResizeEvent):
            if not self._resized.isActive() and self._laid_out:
                self._note(event.oldSize().width())
            self._resized.start(0)
        elif event.type() == QEvent.Type.LayoutRequest:
            middle = self._window.centralWidget()
            if middle and watched is middle and middle.width() < middle.sizeHint().width():
                self._resized.start(0)  # another case needs more room
        return False

    def _follow_window(self) -> None:
        """Give the panes their width again where there is room, and the one of a wide window to unchanged ones."""
        is_wide = self._window.width() >= _WIDE_WINDOW * self._letter
        for dock, letters in self._letters.items():
            if letters in (_USUAL, _WIDE):
                self._letters[dock] = _WIDE if is_wide else _USUAL
        self._fill(may_grow=False)

    def _on_font(self) -> None:
        letter = self._letter_now()
        if letter == self._letter:
            return
        self._note(self._window.width())
        self._letter = letter
        QTimer.singleShot(0, self, self._lay_out)  # after all widgets of the window have their new size

    def _letter_now(self) -> float:
        return QFontMetricsF(self._window.font()).averageCharWidth()

    def _wanted(self) -> dict[QDockWidget, float]:
        return {dock: letters * self._letter for dock, letters in self._letters.items()}

    def _note(self, window: int) -> None:
        """Record the widths that the agent has set since, in a window of this width."""
        middle = self._window.centralWidget()
        grown = max(self._window.width() - window, 0)  # Qt has given it to the middle already
        is_tight = middle is not None and middle.width() - grown <= self._reserve(window) + 1
        for dock in self._shown():
            if all(abs(dock.width() - width) > 1 for width in (self._laid_out.get(dock, 0), self._asked.get(dock, 0))):
                letters = dock.width() / self._letter
                self._letters[dock] = max(letters, self._letters[dock]) if is_tight else letters
        self._share_with_hidden()

    def _share_with_hidden(self) -> None:
        """Give a hidden pane the width of the one that it will stand above or below."""
        of_sides = {self._window.dockWidgetArea(dock): self._letters[dock] for dock in self._shown()}
        for dock in self._letters:
            if dock.isHidden():
                self._letters[dock] = of_sides.get(self._window.dockWidgetArea(dock), self._letters[dock])

    def _shown(self) -> Iterable[QDockWidget]:
        return [dock for dock in self._letters if dock.isVisible()]

    def _reserve(self, window: int) -> int:
        """Return the width of the middle at which nothing in it scrolls, at least its share of the window."""
        middle = self._window.centralWidget()
        wanted = min(middle.sizeHint().width() if middle else 0, round(_MOST * window))
        return max(wanted, round(_MIDDLE * window))

    def _lay_out(self) -> None:
        self._fill(may_grow=True)

    def _fill(self, *, may_grow: bool) -> None:
        wanted = self._wanted()
        of_sides = {
            side: max((wanted[dock] for dock in self._shown() if self._window.dockWidgetArea(dock) is side), default=0)
            for side in _SIDES
        }
        needed = round(sum(of_sides.values())) + _EDGES
        window, states = self._window, Qt.WindowState.WindowMaximized | Qt.WindowState.WindowFullScreen
        reserve = self._reserve(window.width())
        if may_grow and not window.windowState() & states and window.width() < needed + reserve:
            most = window.screen().availableGeometry().width() - FRAME.width()
            window.resize(max(window.width(), min(needed + reserve, most)), window.height())
        room = window.width() - self._reserve(window.width())
        part = min(room / needed, 1)
        self._resize({dock: width * part for dock, width in wanted.items()})
        self._laid_out = {dock: dock.width() for dock in self._shown()}

    def _resize(self, widths: Mapping[QDockWidget, float]) -> None:
        self._asked = {dock: round(width) for dock, width in widths.items()}
        self._window.resizeDocks(list(self._asked), list(self._asked.values()), Qt.Orientation.Horizontal)


def fit_screen(window: QMainWindow) -> None:
    """Limit a window to the size that Qt restores: the panes of a larger one would shrink at the next start."""
    window.resize(window.size().boundedTo(window.screen().availableSize() - FRAME))
