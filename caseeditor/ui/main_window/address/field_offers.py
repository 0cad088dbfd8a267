"""The list below the field at the top: opening a case, the cases of contacts, a search on the server."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QListView

from caseeditor.domain.case.contact_search import FoundContact
from caseeditor.domain.case.reference import is_words, parse_cases, shown_domain
from caseeditor.domain.case.search import Filters
from caseeditor.domain.queue.typed_filters import index_of, typed_search
from caseeditor.domain.text.bidi import isolated, shortened
from caseeditor.domain.text.short_text import in_a_list
from caseeditor.ui.messages.filter_words import filters_words
from caseeditor.ui.state.contact_search import ContactSearch
from caseeditor.ui.widgets.lists.entry_list import Entry, EntryDelegate, EntryModel

if TYPE_CHECKING:
    from caseeditor.ui.state.workspace import Workspace
    from caseeditor.ui.widgets.fields.text_fields import LineEdit

_LETTERS = 52
"""The width of the list at least."""
_NAME = 60
"""Characters of a contact's name."""


class FieldOffers(QObject):
    """Shows the offers for the text of a field. The focus stays in the field, whose description is the current offer.

    The first offer is the current one until the agent moves; none is if nothing is known of the words, and rows of the
    list contain them: Enter goes to these. While contacts may still come, a line of its own holds
    their place, so that Enter never depends on the time of an answer: it waits for them.
    """

    search_wanted = Signal(object)
    """The Filters of a search."""
    message_emitted = Signal(object)
    """A Message."""
    rows_wanted = Signal()
    """The agent chose no offer, and rows contain the words."""

    def __init__(
        self,
        entry: "LineEdit",
        workspace: "Workspace",
        open_cases: Callable[[], object],
        has_rows: Callable[[], bool],
    ) -> None:
        super().__init__(entry)
        self._entry, self._open_cases, self._has_rows = entry, open_cases, has_rows
        self._is_guess = False
        """Nothing is known of the words: the only offer is a search for a tag of this name."""
        self._contacts = ContactSearch(workspace.worker, workspace.account, self)
        self._contacts.changed.connect(self._on_contacts)
        self._contacts.forgotten.connect(self.close)  # an Enter of the agent was for the other user's contacts
        self._contacts.message_emitted.connect(self.message_emitted)
        self._values = workspace.values
        self._values.found.connect(self._on_values)
        self._known = index_of(self._values.seen)
        self.is_moved = False
        """The agent has moved to the current offer."""
        self._is_awaited = False
        """The agent pressed Enter before the contacts came."""
        self._model = EntryModel(self)
        self._list = QListView(entry.window())
        self._list.hide()
        self._list.setAccessibleName(self.tr("Open or search"))
        self._list.setModel(self._model)
        self._list.setItemDelegate(EntryDelegate(self._list))
        self._list.setUniformItemSizes(True)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setFrameShape(QFrame.Shape.StyledPanel)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.clicked.connect(lambda index: self._run(self._model.entry(index)))

    def show_for(self, text: str) -> None:
        """Show the offers for a text; none for an empty one."""
        if not self._list.isVisible():
            self._values.look()
        self.is_moved = self._is_awaited = False
        self._contacts.look_for(text if is_words(text) else "")
        self._show()

    def close(self) -> None:
        self._is_awaited = False
        self._contacts.look_for("")
        self._list.hide()
        self._entry.setAccessibleDescription("")

    def step(self, step: int) -> bool:
        """Move to the next or the previous offer; returns False if there is no next one."""
        if not self._list.isVisible():
            self.show_for(self._entry.text())
            return True
        self.is_moved, self._is_awaited = True, False
        row = self._list.currentIndex().row() + step
        self._set_current(min(max(row, 0), self._model.rowCount() - 1))
        return row < self._model.rowCount()

    def choose(self) -> None:
        """Do what the current offer says."""
        if not self._list.isVisible():
            self.show_for(self._entry.text())
        entry = self._model.entry(self._list.currentIndex())
        if entry is None and self._has_rows():
            self.rows_wanted.emit()
        self._run(entry)

    def place(self) -> None:
        """Put the list below the field, inside the window."""
        window, rows = self._entry.window(), self._model.rowCount()
        below = self._entry.mapTo(window, QPoint(0, self._entry.height() + 2))
        wanted = max(self._entry.width(), _LETTERS * self._entry.fontMetrics().averageCharWidth())
        width = min(wanted, window.width() - 8)
        left = min(max(below.x(), 4), window.width() - width - 4)
        height = rows * self._list.sizeHintForRow(0) + 2 * self._list.frameWidth()
        self._list.setGeometry(left, below.y(), width, height)

    # Offers.

    def _show(self) -> None:
        before = self._model.entry(self._list.currentIndex())
        entries = self._entries(self._entry.text())
        if not entries or not self._entry.hasFocus():
            self._list.hide()
            self._entry.setAccessibleDescription("")
            return
        self._model.show_entries(entries)
        first = -1 if self._is_guess and self._has_rows() else 0
        self._set_current(self._model.place(before) if before and self.is_moved else first)
        self.place()
        self._list.show()
        self._list.raise_()

    def _set_current(self, row: int) -> None:
        index = self._model.index(row, 0)
        self._list.setCurrentIndex(index)
        entry = self._model.entry(index)
        words = entry.words if entry else ""
        self._entry.setAccessibleDescription(words)

    def _entries(self, text: str) -> list[Entry]:
        self._is_guess = False
        cases, wrong = parse_cases(text)
        if cases and not wrong:
            return [self._opening([case.id for case in cases], cases[0].domain)]
        if not is_words(text):
            return []
        search = typed_search(text, self._known)
        words = self.tr("Search the server: {0}").format(filters_words(search.filters, self._values.seen))
        searching = Entry(words, "", partial(self.search_wanted.emit, search.filters))
        contacts = [self._cases_of(contact) for contact in self._contacts.contacts]
        if self._contacts.is_pending:
            contacts = [Entry(self.tr("Looking for contacts…"), "", self._await)]
        self._is_guess = not (search.is_known or contacts)
        return [searching, *contacts] if search.is_known else [*contacts, searching]

    def _opening(self, ids: list[str], domain: str) -> Entry:
        text = self.tr("Open case {0}").format(ids[0])
        if len(ids) > 1:
            text = self.tr("Open {0} cases").format(self._entry.locale().toString(len(ids)))
        return Entry(text, shown_domain(domain) if domain else "", self._open_cases)

    def _cases_of(self, contact: FoundContact) -> Entry:
        name = isolated(shortened(in_a_list(contact.name), _NAME))
        text = self.tr("Contact “{0}” → cases").format(name)
        return Entry(text, isolated(in_a_list(contact.detail)), partial(self._search_contact, contact.id))

    def _search_contact(self, contact_id: str) -> None:
        self.search_wanted.emit(Filters(contact_id=contact_id))

    def _await(self) -> None:
        self._is_awaited = True
        self._contacts.ask()

    def _run(self, entry: Entry | None) -> None:
        if entry:
            entry.run()

    def _on_contacts(self) -> None:
        if not (self._list.isVisible() or self._is_awaited):
            return
        self._show()
        if self._is_awaited and not self._contacts.is_pending:
            self._is_awaited = False
            self.choose()

    def _on_values(self) -> None:
        self._known = index_of(self._values.seen)
        if self._list.isVisible():
            self._show()
