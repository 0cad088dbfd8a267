"""Completes known tags. The typed text stays unless the agent chooses a completion."""

from collections.abc import Callable, Collection
from typing import Any

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QCompleter

from caseeditor.domain.text.bidi import isolated
from caseeditor.domain.text.short_text import in_a_cell
from caseeditor.ui.state.session_parts.known_tags import KnownTags
from caseeditor.ui.widgets.fields.marked_fields import MarkedLine
from caseeditor.ui.widgets.lists.item_data import Index, Role
from caseeditor.ui.widgets.lists.row_diff import differing

_WIDEST = 480
"""The greatest width of the popup, in pixels."""
_TOLD = 5
"""Tags that the description for screen readers lists."""


class TagChoices(QAbstractListModel):
    """The completions, and a last line that creates the typed tag; a word marks those that the case already has."""

    def __init__(self, of_case: Callable[[], Collection[str]], parent: QObject) -> None:
        super().__init__(parent)
        self._of_case = of_case
        self._tags: list[str] = []
        self._new = ""

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._tags) + bool(self._new)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:  # noqa: ANN401 - Qt's signature
        if not index.isValid():
            return None
        is_new = self.creates(index.row())
        if role == Role.DisplayRole:
            return self._creation_words() if is_new else self.words(self._tags[index.row()])
        return (self._new if is_new else self._tags[index.row()]) if role == Role.EditRole else None

    def creates(self, row: int) -> bool:
        """Tell whether a row creates the typed tag."""
        return bool(self._new) and row == len(self._tags)

    def words(self, tag: str) -> str:
        """Return the shown form of a tag."""
        return self.tr("{0} – already on the case").format(isolated(tag)) if tag in self._of_case() else tag

    def _creation_words(self) -> str:
        return self.tr("Create tag “{0}”").format(isolated(in_a_cell(self._new)))

    def offer(self, tags: tuple[str, ...], new: str = "") -> None:
        """Show these completions in this order, and the line that creates `new`, if any."""
        first, gone, come = differing(self._tags, tags)
        if gone:
            self.beginRemoveRows(QModelIndex(), first, first + gone - 1)
            del self._tags[first : first + gone]
            self.endRemoveRows()
        if come:
            self.beginInsertRows(QModelIndex(), first, first + come - 1)
            self._tags[first:first] = tags[first : first + come]
            self.endInsertRows()
        self._show_new(new)

    def _show_new(self, new: str) -> None:
        last = len(self._tags)
        if self._new and not new:
            self.beginRemoveRows(QModelIndex(), last, last)
            self._new = ""
            self.endRemoveRows()
        elif new and not self._new:
            self.beginInsertRows(QModelIndex(), last, last)
            self._new = new
            self.endInsertRows()
        elif new != self._new:
            self._new = new
            self.dataChanged.emit(self.index(last), self.index(last))


class TagCompleter(QObject):
    """Completes a field. Qt's filter does not ignore accents, so the model holds only the matches.

    The keys stay in the field while the popup is open, so the field's description lists the completions.
    """

    creation_chosen = Signal()
    """The line that creates the typed tag was clicked."""

    def __init__(self, known: KnownTags, of_case: Callable[[], Collection[str]], entry: MarkedLine) -> None:
        super().__init__(entry)
        self._known = known
        self._entry = entry
        self._of_case = of_case
        self._choices = TagChoices(of_case, self)
        self.completer = QCompleter(self._choices, self)
        self.completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.completer.setWidget(entry)
        if popup := self.completer.popup():
            popup.setAccessibleName(self.tr("Suggestions"))
            popup.installEventFilter(self)
        self.completer.highlighted[str].connect(self._on_highlighted)  # type: ignore[index]  # one of two
        self.completer.activated[str].connect(self._on_chosen)  # type: ignore[index]  # as above
        entry.textEdited.connect(self._on_typed)
        entry.textChanged.connect(self._on_text)
        entry.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._entry and event.type() == QEvent.Type.FocusIn:
            self._known.look()
        if watched is self._entry and event.type() == QEvent.Type.FocusOut and isinstance(event, QFocusEvent):
            popup = self.completer.popup()
            if popup and event.reason() != Qt.FocusReason.PopupFocusReason:  # else it would get the next key
                popup.hide()
        if watched is self.completer.popup() and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            self._on_key(event)
        return False

    def _on_key(self, event: QKeyEvent) -> None:
        """Restore the typed text on Escape, which Qt lets close the popup then."""
        if event.key() == Qt.Key.Key_Escape and self._current():
            self._entry.setText(self.completer.completionPrefix())

    def _on_text(self, text: str) -> None:
        """Hide the popup once the tag is added."""
        popup = self.completer.popup()
        if popup and not text:
            popup.hide()

    def _on_typed(self, typed: str) -> None:
        tags, wanted = self._known.matching(typed), typed.strip()
        is_new = bool(wanted) and not self._known.is_known(wanted) and wanted not in self._of_case()
        self._choices.offer(tags, wanted if is_new else "")
        told = self.tr("Known tags: {0}").format(", ".join(map(self._choices.words, tags[:_TOLD]))) if tags else ""
        self._entry.describe(told)
        self.completer.setCompletionPrefix(typed)
        if tags or is_new:
            self._widen()
            self.completer.complete()
            self._choose_none()
        elif popup := self.completer.popup():
            popup.hide()

    def _widen(self) -> None:
        """Give the popup room for its longest line: the field is only as wide as a usual tag."""
        if popup := self.completer.popup():
            around = popup.verticalScrollBar().sizeHint().width() + 2 * popup.frameWidth()
            popup.setMinimumWidth(min(max(popup.sizeHintForColumn(0) + around, self._entry.width()), _WIDEST))

    def _choose_none(self) -> None:
        """Begin without a chosen line: Qt keeps the one before, which is another after lines came and went."""
        if popup := self.completer.popup():
            with QSignalBlocker(self.completer):  # it would set the text, and the cursor to its end
                popup.setCurrentIndex(QModelIndex())

    def _on_highlighted(self, tag: str) -> None:
        self._entry.setText(tag)
        if current := self._current():
            self._announce(str(current.data()))

    def _on_chosen(self, tag: str) -> None:
        """Add a tag that was clicked. A tag chosen by Enter is already added, and the field is empty."""
        if not self._entry.text():
            return
        self._entry.setText(tag)
        if (current := self._current()) and self._choices.creates(current.row()):
            self.creation_chosen.emit()

    def _current(self) -> QModelIndex | None:
        """Return the line of the popup that is chosen, None if there is none."""
        popup = self.completer.popup()
        return popup.currentIndex() if popup and popup.currentIndex().isValid() else None

    def _announce(self, said: str) -> None:
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # noqa: PLC0415 - the case is shown first

        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._entry, said))
