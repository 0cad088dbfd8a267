"""The dialog *Open batch*: the user's batches, by a few letters of their names."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget

from caseeditor.domain.batch.batch import Batch, BatchState
from caseeditor.domain.batch.row import Outcome
from caseeditor.domain.text.bidi import isolated
from caseeditor.ui.batch.texts import cases_words, state_name
from caseeditor.ui.messages.texts import translate
from caseeditor.ui.widgets.lists.entry_dialog import EntryDialog
from caseeditor.ui.widgets.lists.entry_list import Entry


class BatchEntry(Entry, frozen=True):
    """The line of a batch."""

    batch: Batch


class BatchChooser(EntryDialog):
    """Opens a batch or deletes it. One with results is deleted after a question."""

    delete_wanted = Signal(object)
    """A Batch."""

    def __init__(self, batches: Sequence[Batch], show: Callable[[Batch], object], parent: QWidget) -> None:
        """`batches`: the latest first."""
        super().__init__([], lambda _: [], parent)
        self._open = show
        self.setWindowTitle(translate("Batch", "Open batch"))
        self.name_field(translate("Batch", "Name of a batch"))
        self._delete = QPushButton(self.tr("Delete batch"), self)
        self._delete.setAutoDefault(False)
        self._delete.setToolTip(QKeySequence("Ctrl+Del").toString(QKeySequence.SequenceFormat.NativeText))
        self._delete.clicked.connect(self._on_delete)
        QShortcut(QKeySequence("Ctrl+Del"), self, self._delete.click)
        if layout := self.layout():
            layout.addWidget(self._delete)
            layout.setAlignment(self._delete, Qt.AlignmentFlag.AlignTrailing)
        self.moved.connect(self._show_button)
        self.show_batches(batches)

    def show_batches(self, batches: Sequence[Batch]) -> None:
        """Offer these batches."""
        self.show_lines([self._entry(batch) for batch in batches])

    def show_left(self, _: Batch, batches: Sequence[Batch]) -> None:
        """Offer the batches that are left after one was deleted."""
        self.show_batches(batches)

    def _entry(self, batch: Batch) -> BatchEntry:
        text = " – ".join(filter(None, (batch.name, batch.reason))) or str(batch.number)
        detail = f"{state_name(batch.state)} · {cases_words(batch.rows)}"
        return BatchEntry(text, detail, partial(self._open, batch), batch)

    def _batch(self) -> Batch | None:
        entry = self.current()
        return entry.batch if isinstance(entry, BatchEntry) else None

    def _show_button(self) -> None:
        batch = self._batch()
        self._delete.setEnabled(batch is not None and batch.state is not BatchState.RUNNING)

    def _on_delete(self) -> None:
        batch = self._batch()
        if batch is None:
            return
        if not any(count for outcome, count in batch.outcomes.items() if outcome is not Outcome.NOT_SENT):
            self.delete_wanted.emit(batch)
            return
        text = self.tr("Delete “{0}” with its results?").format(isolated(batch.name))
        box = QMessageBox(QMessageBox.Icon.Question, self.tr("Delete batch"), text, parent=self)
        box.setInformativeText(self.tr("It leaves the history, too, and can't be undone any more."))
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        yes = box.addButton(self.tr("Delete"), QMessageBox.ButtonRole.DestructiveRole)
        no = box.addButton(self.tr("Keep"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(no)
        box.setEscapeButton(no)
        yes.clicked.connect(partial(self.delete_wanted.emit, batch))
        box.open()
