"""Messages and notes in one list."""

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caseeditor.ui.case.conversation.model import ConversationModel
from caseeditor.ui.case.find.find_field import FindField
from caseeditor.ui.case.notes.cards import make_note_cards
from caseeditor.ui.case.notes.model import NoteModel
from caseeditor.ui.case.stream.model import StreamModel
from caseeditor.ui.state.session import Session
from caseeditor.ui.style.font_scaling import by_font
from caseeditor.ui.widgets.lists.card_view import CardView
from caseeditor.ui.widgets.lists.newest_in_sight import NewestInSight


class StreamPane(QWidget):
    """List `All`, the newest last and visible; pending notes are edited in it as in *Notes*."""

    def __init__(
        self, session: Session, notes: NoteModel, conversation: ConversationModel | None, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.list = view = CardView(self)
        view.setAccessibleName(self.tr("All"))
        self.model = StreamModel(notes, conversation, self)
        self.model.rowsAboutToBeRemoved.connect(self._on_going)  # before the list moves to another row
        cards = make_note_cards(session, view)
        view.show_cards(cards, self.model)
        by_font(view, lambda: view.setMinimumHeight(view.fontMetrics().lineSpacing()))
        self.search = FindField(self.tr("Search messages and notes"), view, cards, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(view, 1)
        self.controls = (self.search.field, view)
        """The controls in tab order."""
        self._newest = NewestInSight(view)

    def focus_list(self) -> None:
        """Go to the newest entry, or to the one that was read last."""
        self._newest.focus_list()

    def show_row(self, row: int) -> None:
        """Scroll to an entry."""
        self.list.setCurrentIndex(self.model.index(row))

    def _on_going(self, _parent: QModelIndex, first: int, last: int) -> None:
        """Select no other entry when the selected one goes: nobody chose the other."""
        if first <= self.list.currentIndex().row() <= last:
            self.list.setCurrentIndex(QModelIndex())
