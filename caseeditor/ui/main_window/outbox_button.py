"""The button in the status bar that counts pending submissions and opens the outbox."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QToolButton, QWidget

from caseeditor.ui.messages.counts import Counts
from caseeditor.ui.state.workspace import Workspace


class OutboxButton(QToolButton):
    """The button *Outbox*: its name is the count, that of the submissions that need the agent first."""

    case_wanted = Signal(object, str)
    """Server and id of a case that needs the agent, although no submission of it is pending."""
    outbox_wanted = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._counts = Counts(self)
        self.setAccessibleIdentifier("Outbox")
        self.setAutoRaise(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.clicked.connect(self._on_clicked)
        workspace.deliveries.changed.connect(self._show)
        workspace.left.changed.connect(self._show)
        self._show()

    def _on_clicked(self) -> None:
        rejected = self._workspace.left.rejected
        if rejected and not self._workspace.deliveries.needing:
            self.case_wanted.emit(rejected[0].server, rejected[0].case_id)
        else:
            self.outbox_wanted.emit()

    def _show(self) -> None:
        deliveries = self._workspace.deliveries
        asking = set(deliveries.needing)
        needing = len(asking) + len(self._workspace.left.rejected)
        free = [number for number in deliveries.submissions if number not in asking]
        waiting = sum(number in deliveries.waits for number in free)
        told = [
            words(count)
            for words, count in (
                (self._counts.needing, needing),
                (self._counts.on_their_way, len(free) - waiting),
                (self._counts.waiting_to_be_sent, waiting),
            )
            if count
        ]
        name = told[0] if told else self.tr("All changes sent")
        mark = "●" if needing else "" if told else "✓"
        self.setText(f"{mark} {name}".strip())
        self.setAccessibleName(name)
        self.setAccessibleDescription(self.tr("Opens the outbox"))
        # Our own words need no tip_words, whose import takes 2 ms of the start.
        self.setToolTip("\n".join((*told, self.tr("Opens the outbox"))))
