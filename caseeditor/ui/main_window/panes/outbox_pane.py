"""Visibility of the outbox's pane: it is there when a submission needs the agent, not while it is empty."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QDockWidget

from caseeditor.ui.state.delivery_tracker import DeliveryTracker


class OutboxPane(QObject):
    """Shows the pane for each submission that needs the agent, and hides it once none is pending.

    During an outage the button in the status bar tells of those that wait: the lists keep their place. The pane
    stays while the focus is in it, and if the agent opened it from the menu View.
    """

    def __init__(self, dock: QDockWidget, deliveries: DeliveryTracker) -> None:
        super().__init__(dock)
        self._dock = dock
        self._deliveries = deliveries
        self._is_kept = False
        """Whether the agent opened it from the menu."""
        self._needing: set[int] = set()
        """The submissions that the pane was shown for."""
        dock.toggleViewAction().triggered.connect(self._on_chosen)
        dock.toggleViewAction().toggled.connect(self._on_toggled)
        deliveries.changed.connect(self._follow)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._hide_empty)
        self.settle()

    def settle(self) -> None:
        """Hide the pane if it is empty, although a saved arrangement shows it."""
        self._dock.setVisible(bool(self._deliveries.submissions))

    def open(self) -> None:
        """Show the pane until the focus leaves it, or longer if it is not empty."""
        self._dock.show()
        self._dock.raise_()

    def _follow(self) -> None:
        needing = set(self._deliveries.needing)
        if self._deliveries.is_folder_held:  # they wait until the agent closes the other program
            needing.update(self._deliveries.submissions)
        if needing - self._needing:
            self._dock.show()
        self._needing = needing
        self._hide_empty()

    def _hide_empty(self) -> None:
        there = self._dock.window().focusWidget()
        is_inside = there is not None and self._dock.isAncestorOf(there)
        if not (self._deliveries.submissions or self._is_kept or is_inside or self._dock.isHidden()):
            self._dock.hide()

    def _on_chosen(self, is_shown: bool) -> None:
        self._is_kept = is_shown

    def _on_toggled(self, is_shown: bool) -> None:
        self._is_kept = self._is_kept and is_shown
