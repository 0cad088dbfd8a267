"""Widths of the panes in letters, as long as the middle has enough room."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QObject, QSize, Qt, QTimer
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QDockWidget, QMainWindow

from caseeditor.ui.style.font_scaling import by_font

FRAME = QSize(2, 48)
"""Maximum size of a window's frame, in pixels. The style knows it, but creating a QStyle costs 10 ms at start."""
_MIDDLE = 0.4
"""The minimum part of the window that the middle keeps."""
_EDGES = 16
"""Maximum total width of the separators, in pixels."""
_SIDES = (Qt.DockWidgetArea.LeftDockWidgetArea, Qt.DockWidgetArea.RightDockWidgetArea)


class PaneWidths(QObject):
    """Scales the panes with the text, in proportion to the agent's own widths.

    A window that is too narrow grows as far as its screen allows. A pane that had to shrink for the middle keeps its
    former width as its proportion.
    """

    def __init__(self, window: QMainWindow, letters: Mapping[QDockWidget, float]) -> None:
        super().__init__(window)
        self._window = window
        self._letters = dict(letters)
        self._laid_out: dict[QDockWidget, int] = {}
        """The widths after the last layout."""
        self._letter = self._letter_now()
        self._resize(self._wanted())
        by_font(window, self._on_font)

    def _on_font(self) -> None:
        letter = self._letter_now()
        if letter == self._letter:
            return
        self._note()
        self._letter = letter
        QTimer.singleShot(0, self, self._lay_out)  # after all widgets of the window have their new size

    def _letter_now(self) -> float:
        return QFontMetricsF(self._window.font()).averageCharWidth()

    def _wanted(self) -> dict[QDockWidget, float]:
        return {dock: letters * self._letter for dock, letters in self._letters.items()}

    def _note(self) -> None:
        """Record the widths that the agent has set since."""
        middle = self._window.centralWidget()
        is_tight = middle is not None and middle.width() <= self._reserve() + 1
        for dock in self._shown():
            if abs(dock.width() - self._laid_out.get(dock, 0)) > 1:
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

    def _reserve(self) -> int:
        """Return the minimum width of the middle."""
        middle = self._window.centralWidget()
        return max(middle.minimumSizeHint().width() if middle else 0, round(_MIDDLE * self._window.width()))

    def _lay_out(self) -> None:
        wanted = self._wanted()
        of_sides = {
            side: max((wanted[dock] for dock in self._shown() if self._window.dockWidgetArea(dock) is side), default=0)
            for side in _SIDES
        }
        needed = round(sum(of_sides.values())) + _EDGES
        window, states = self._window, Qt.WindowState.WindowMaximized | Qt.WindowState.WindowFullScreen
        if not window.windowState() & states and window.width() < needed + self._reserve():
            most = window.screen().availableGeometry().width() - FRAME.width()
            window.resize(max(window.width(), min(needed + self._reserve(), most)), window.height())
        room = window.width() - self._reserve()
        part = min(room / needed, 1)
        self._resize({dock: width * part for dock, width in wanted.items()})
        self._laid_out = {dock: dock.width() for dock in self._shown()}

    def _resize(self, widths: Mapping[QDockWidget, float]) -> None:
        self._window.resizeDocks(list(widths), [round(width) for width in widths.values()], Qt.Orientation.Horizontal)


def fit_screen(window: QMainWindow) -> None:
    """Limit a window to the size that Qt restores: the panes of a larger one would shrink at the next start."""
    window.resize(window.size().boundedTo(window.screen().availableSize() - FRAME))
