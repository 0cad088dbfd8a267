"""A list of cards with the newest one last: it stays visible until the agent reads another."""

from PySide6.QtCore import QModelIndex, QObject

from caseeditor.ui.widgets.lists.card_view import CardView


class NewestInSight(QObject):
    """Keeps a list at its end while cards are added, measured and placed."""

    def __init__(self, view: CardView) -> None:
        """Follow a view that has its model."""
        super().__init__(view)
        self._view = view
        self._is_at_end = True
        view.begin_at_end(lambda: self._is_at_end)
        bar = view.verticalScrollBar()
        bar.rangeChanged.connect(self._on_range)
        bar.sliderMoved.connect(self._on_scrolled)
        bar.actionTriggered.connect(self._on_scrolled)  # of the wheel, too
        view.selectionModel().currentChanged.connect(self._on_current)

    def focus_list(self) -> None:
        """Go to the newest card, or to the one that was read last."""
        view = self._view
        if not view.currentIndex().isValid():
            view.setCurrentIndex(view.model().index(view.model().rowCount() - 1, 0))
            self._is_at_end = True
        view.setFocus()

    def _on_current(self, now: QModelIndex) -> None:
        is_last = now.row() == self._view.model().rowCount() - 1
        self._is_at_end = self._is_at_end and (is_last or not now.isValid())

    def _on_scrolled(self) -> None:
        bar = self._view.verticalScrollBar()
        self._is_at_end = bar.sliderPosition() >= bar.maximum()

    def _on_range(self) -> None:
        if self._is_at_end:
            self._view.scrollToBottom()
