"""The height of a part that appears in a page: as much as it wants, taken from the part below it."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QApplication, QBoxLayout, QLayout, QSizePolicy, QWidget

_SLACK = 8
"""Pixels that the frames around a page take beyond its least height."""


class Room(QObject):
    """Fits a part into a page whose window keeps its size.

    The part below it shrinks to its least height at most; where even that leaves too little, it is hidden as long as
    the part is shown.
    """

    def __init__(self, part: QWidget, content: QLayout) -> None:
        """`content`: the layout of the part."""
        super().__init__(part)
        self._part = part
        self._content = content
        self._page: QWidget | None = None
        self._below: QWidget | None = None
        """The part below, while it yields."""
        self._before = QSizePolicy(), 0
        """Its policy and least height otherwise."""

    @property
    def hides_below(self) -> bool:
        """Tell whether there is no room for the part below."""
        return self._below is not None and self._below.isHidden()

    def would_hide_focus(self, added: QWidget) -> bool:
        """Tell whether this widget, shown in the part, would hide the focus with the part below."""
        return _has_focus(self._find_below()) and self._left() < added.minimumSizeHint().height()

    def fit(self, *, is_open: bool) -> None:
        """Take the height of the part's content; of a part that is not open, only a line.

        Nothing that has the focus is hidden.
        """
        if not is_open:
            self.give_back()
            return
        self._follow_page()
        for widget in self._part.findChildren(QWidget):  # the style gives new ones their sizes
            widget.ensurePolished()
        self._squeeze()
        if self._below and not _has_focus(self._below):
            self._below.setVisible(self._left() >= self._content.totalMinimumSize().height())

    def give_back(self) -> None:
        """Return the height to the part below."""
        if self._below:
            policy, least = self._before
            self._below.setSizePolicy(policy)
            self._below.setMinimumHeight(least)
            self._below.show()
            self._below = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._page and event.type() is QEvent.Type.Resize:
            QCoreApplication.postEvent(self._part, QEvent(QEvent.Type.LayoutRequest))
        return False

    def _follow_page(self) -> None:
        page = self._part.parentWidget()
        if page is not self._page and page is not None:
            self._page = page
            page.installEventFilter(self)

    def _squeeze(self) -> None:
        """Let the part below be content with its least height: layouts share a lack of room among all parts."""
        below = self._find_below()
        if below is None:
            return
        if self._below is not below:
            self._below, self._before = below, (below.sizePolicy(), below.minimumHeight())
            below.setSizePolicy(below.sizePolicy().horizontalPolicy(), QSizePolicy.Policy.Ignored)
        below.setMinimumHeight(max(below.minimumSizeHint().height(), self._before[1]))

    def _left(self) -> int:
        """Return the height that all other parts leave at their least heights."""
        layout, page = self._layout(), self._part.parentWidget()
        if layout is None or page is None:
            return 0
        taken = layout.totalMinimumSize().height() + _SLACK
        if own := layout.itemAt(layout.indexOf(self._part)):
            taken += layout.spacing() if own.isEmpty() else -own.minimumSize().height()
        if self._below and self.hides_below:
            taken += self._below.minimumHeight() + layout.spacing()
        return page.height() - taken

    def _find_below(self) -> QWidget | None:
        layout = self._layout()
        item = layout.itemAt(layout.indexOf(self._part) + 1) if layout else None
        return item.widget() if item else None

    def _layout(self) -> QBoxLayout | None:
        page = self._part.parentWidget()
        layout = page.layout() if page else None
        return layout if isinstance(layout, QBoxLayout) and layout.indexOf(self._part) >= 0 else None


def _has_focus(widget: QWidget | None) -> bool:
    now = QApplication.focusWidget()
    return widget is not None and now is not None and (now is widget or widget.isAncestorOf(now))
