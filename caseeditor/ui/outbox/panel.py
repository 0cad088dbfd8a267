"""The pane of the outbox: pending submissions, and actions on the selected one."""

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QListView, QPushButton, QVBoxLayout, QWidget

from caseeditor.domain.delivery.submission import BackToDraft, ItWasStored, SendAgain, State, Submission
from caseeditor.ui.application.press_guard import guard_presses
from caseeditor.ui.messages.delivery import facts_lines, held_folder_words, state_words
from caseeditor.ui.messages.texts import tip_words
from caseeditor.ui.state.workspace import Workspace
from caseeditor.ui.widgets.lists.item_data import Index, Role
from caseeditor.ui.widgets.lists.row_diff import differing

_MARGIN = 8


class OutboxModel(QAbstractListModel):
    """Pending submissions in the order of submitting."""

    def __init__(self, workspace: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._numbers: list[int] = []
        workspace.deliveries.changed.connect(self._update)
        self._update()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._numbers)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:  # noqa: ANN401 - Qt's signature
        submission = self.submission(index)
        if submission is None:
            return None
        if role == Role.DisplayRole:
            return f"{submission.case_id} · {state_words(submission)}"
        if role in (Role.ToolTipRole, Role.AccessibleDescriptionRole):
            lines = "\n".join(facts_lines(submission))
            return tip_words(lines) or None if role == Role.ToolTipRole else lines or None
        return None

    def submission(self, index: Index) -> Submission | None:
        """Return the submission of a row."""
        return self._workspace.deliveries.submissions.get(self._numbers[index.row()]) if index.isValid() else None

    def _update(self) -> None:
        numbers = sorted(self._workspace.deliveries.submissions)
        first, gone, come = differing(self._numbers, numbers)
        if gone:
            self.beginRemoveRows(QModelIndex(), first, first + gone - 1)
            del self._numbers[first : first + gone]
            self.endRemoveRows()
        if come:
            self.beginInsertRows(QModelIndex(), first, first + come - 1)
            self._numbers[first:first] = numbers[first : first + come]
            self.endInsertRows()
        if numbers:
            self.dataChanged.emit(self.index(0), self.index(len(numbers) - 1))


class OutboxView(QWidget):
    """List `Outbox`, and buttons for the selected submission."""

    case_wanted = Signal(str, str)
    """Server and id of the case to be shown."""

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._model = OutboxModel(workspace, self)
        self._list = QListView(self)
        self._list.setAccessibleName(self.tr("Outbox"))
        self._list.setModel(self._model)
        self._list.setUniformItemSizes(True)
        self._list.activated.connect(self._on_activated)
        empty = QLabel(self.tr("All changes sent"), self)
        empty.setWordWrap(True)
        empty.setMargin(_MARGIN)
        self._empty = empty
        self._held = QLabel(self)
        self._held.setTextFormat(Qt.TextFormat.PlainText)
        self._held.setWordWrap(True)
        self._held.setMargin(_MARGIN)
        held = self.tr("Nothing is sent: the data folder is open in another Case Editor. Close that one.")
        self._held.setText(f"⚠  {held} {held_folder_words()}")
        self._send = self._button(self.tr("Send again"), self._send_again)
        self._stored = self._button(self.tr("It was stored"), lambda: self._answer(ItWasStored()))
        self._keep = self._button(self.tr("Keep waiting"), self._list.clearSelection)
        self._back = self._button(self.tr("Back to draft"), lambda: self._answer(BackToDraft()))
        self._buttons = QWidget(self)
        buttons = QGridLayout(self._buttons)
        buttons.setContentsMargins(0, 0, 0, 0)
        buttons.addWidget(self._send, 0, 0)
        buttons.addWidget(self._stored, 0, 1)
        buttons.addWidget(self._keep, 1, 0)
        buttons.addWidget(self._back, 1, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(empty)
        layout.addWidget(self._held)
        layout.addWidget(self._list, 1)
        layout.addWidget(self._buttons)
        self._list.selectionModel().selectionChanged.connect(self._update)
        workspace.deliveries.changed.connect(self._update)
        self._update()

    def show_first(self) -> None:
        """Move the focus to the list, and select the first submission that needs the agent, else the first one."""
        rows = [self._model.submission(self._model.index(row)) for row in range(self._model.rowCount())]
        needing = self._workspace.deliveries.needing
        first = next((row for row, each in enumerate(rows) if each and each.number in needing), 0)
        self._list.setCurrentIndex(self._model.index(first))
        self._list.setFocus()

    def _button(self, text: str, does: Any) -> QPushButton:  # noqa: ANN401 - any slot
        """Make a button whose room is there while it is hidden: a row that is selected stays below the pointer."""
        button = QPushButton(text, self)
        policy = button.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        button.setSizePolicy(policy)
        guard_presses(button)
        button.clicked.connect(does)
        return button

    def _selected(self) -> Submission | None:
        chosen = self._list.selectedIndexes()
        return self._model.submission(chosen[0]) if chosen else None

    def _send_again(self) -> None:
        submission = self._selected()
        if submission and submission.findings:
            self._workspace.deliveries.answer(submission, SendAgain(submission.findings))

    def _answer(self, answer: ItWasStored | BackToDraft) -> None:
        if submission := self._selected():
            self._workspace.deliveries.answer(submission, answer)

    def _on_activated(self, index: QModelIndex) -> None:
        if submission := self._model.submission(index):
            self.case_wanted.emit(submission.server, submission.case_id)

    def _frame_list(self, *, is_framed: bool) -> None:
        """Show the list as a box, or invisible: it stays in the reach of keyboard and assistive technology."""
        self._list.setFrameShape(QFrame.Shape.StyledPanel if is_framed else QFrame.Shape.NoFrame)
        self._list.viewport().setAutoFillBackground(is_framed)

    def _update(self) -> None:
        submission = self._selected()
        is_asking = submission is not None and submission.state is State.NEEDS_ANSWER
        for button in (self._send, self._stored, self._keep):
            button.setVisible(is_asking)
        waits = (State.NEEDS_ANSWER, State.CONFLICTED, State.QUEUED, State.UNCONFIRMED)
        self._back.setVisible(submission is not None and submission.state in waits)
        deliveries = self._workspace.deliveries
        self._buttons.setVisible(bool(deliveries.submissions))
        self._empty.setVisible(not deliveries.submissions)
        self._frame_list(is_framed=bool(deliveries.submissions))
        self._held.setVisible(bool(deliveries.submissions) and deliveries.is_folder_held)
