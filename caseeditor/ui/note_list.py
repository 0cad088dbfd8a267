"""The notes of a case, and where a new one is written."""

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListView, QPushButton, QVBoxLayout, QWidget

from caseeditor.ui.editing import take_in
from caseeditor.ui.note_cards import NoteCards
from caseeditor.ui.note_model import NoteModel
from caseeditor.ui.plain_edit import PlainEdit
from caseeditor.ui.session import Session

_BATCH = 400
"""Notes that are placed before the window gets its turn again."""


class NoteList(QWidget):
    """List `Notes`, with buttons for the pending one that is selected, and New note."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._model = NoteModel(session, self)
        self._list = QListView(self)
        self._list.setAccessibleName(self.tr("Notes"))
        self._list.setItemDelegate(NoteCards(self._list))
        self._list.setModel(self._model)
        self._list.setResizeMode(QListView.ResizeMode.Adjust)
        self._list.setLayoutMode(QListView.LayoutMode.Batched)
        self._list.setBatchSize(_BATCH)
        self._list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._edit = QPushButton(self.tr("Edit note"), self)
        self._edit.clicked.connect(lambda: self._list.edit(self._list.currentIndex()))
        self._remove = QPushButton(self.tr("Remove note"), self)
        self._remove.clicked.connect(self._on_remove)
        self._entry = PlainEdit(self)
        self._entry.setAccessibleName(self.tr("New note"))
        self._entry.setPlaceholderText(self.tr("Write a note"))
        self._entry.setTabChangesFocus(True)
        self._entry.setFixedHeight(self._entry.fontMetrics().lineSpacing() * 3 + 14)
        self._entry.textChanged.connect(lambda: session.set_note_text(self._entry.exact_text()))
        add = QPushButton(self.tr("Add note"), self)
        add.clicked.connect(session.add_note)
        heading = QLabel(self.tr("Notes"), self)
        buttons = QHBoxLayout()
        buttons.addWidget(self._edit)
        buttons.addWidget(self._remove)
        buttons.addStretch(1)
        buttons.addWidget(add)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(heading)
        layout.addWidget(self._list, 1)
        layout.addWidget(self._entry)
        layout.addLayout(buttons)
        session.edit_changed.connect(self._on_edit)
        self._list.selectionModel().currentChanged.connect(self._update_buttons)
        self._model.rowsInserted.connect(self._on_inserted)
        for signal in (self._model.rowsInserted, self._model.rowsRemoved, self._model.modelReset):
            signal.connect(self._update_buttons)
        self._update_buttons()

    def take_in_editor(self) -> None:
        """Commit the note that is being edited, so that it counts."""
        take_in(self._list)

    def _on_edit(self) -> None:
        if self._entry.exact_text() != self._session.edit.note_text:
            self._entry.setPlainText(self._session.edit.note_text)

    def _on_inserted(self, _parent: QModelIndex, first: int, _last: int) -> None:
        """Have a new pending note at hand for Edit note and Remove note."""
        index = self._model.index(first)
        if self._model.number(index) is not None:
            self._list.setCurrentIndex(index)

    def _on_remove(self) -> None:
        number = self._model.number(self._list.currentIndex())
        if number is not None:
            self._session.set_note(number, "")

    def _update_buttons(self) -> None:
        pending = self._model.number(self._list.currentIndex()) is not None
        for button in (self._edit, self._remove):
            button.setVisible(bool(self._session.edit.notes))
            button.setEnabled(pending)
