"""Completes known tags. The typed text stays unless the agent chooses a completion."""

from collections.abc import Callable, Collection
from typing import Any

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QCompleter

from caseeditor.domain.text.bidi import isolated
from caseeditor.ui.state.session_parts.known_tags import KnownTags
from caseeditor.ui.widgets.fields.marked_fields import MarkedLine
from caseeditor.ui.widgets.lists.item_data import Index, Role
from caseeditor.ui.widgets.lists.row_diff import differing

_TOLD = 5
"""Tags that the description for screen readers lists."""


class TagChoices(QAbstractListModel):
    """The completions; a word marks those that the case already has."""

    def __init__(self, of_case: Callable[[], Collection[str]], parent: QObject) -> None:
        super().__init__(parent)
        self._of_case = of_case
        self._tags: list[str] = []

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._tags)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:  # noqa: ANN401 - Qt's signature
        if not index.isValid():
            return None
        if role == Role.DisplayRole:
            return self.words(self._tags[index.row()])
        return self._tags[index.row()] if role == Role.EditRole else None

    def words(self, tag: str) -> str:
        """Return the shown form of a tag."""
        return self.tr("{0} – already on the case").format(isolated(tag)) if tag in self._of_case() else tag

    def offer(self, tags: tuple[str, ...]) -> None:
        """Show these completions in this order."""
        first, gone, come = differing(self._tags, tags)
        if gone:
            self.beginRemoveRows(QModelIndex(), first, first + gone - 1)
            del self._tags[first : first + gone]
            self.endRemoveRows()
        if come:
            self.beginInsertRows(QModelIndex(), first, first + come - 1)
            self._tags[first:first] = tags[first : first + come]
            self.endInsertRows()


class TagCompleter(QObject):
    """Completes a field. Qt's filter does not ignore accents, so the model holds only the matches.

    Screen readers do not see the popup, so the field's description lists the completions.
    """

    def __init__(self, known: KnownTags, of_case: Callable[[], Collection[str]], entry: MarkedLine) -> None:
        super().__init__(entry)
        self._known = known
        self._entry = entry
        self._choices = TagChoices(of_case, self)
        self.completer = QCompleter(self._choices, self)
        self.completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.completer.setWidget(entry)
        self.completer.highlighted[str].connect(entry.setText)  # type: ignore[index]  # one of two
        self.completer.activated[str].connect(self._on_chosen)  # type: ignore[index]  # as above
        entry.textEdited.connect(self._on_typed)
        entry.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._entry and event.type() == QEvent.Type.FocusIn:
            self._known.look()
        if watched is self._entry and event.type() == QEvent.Type.FocusOut and isinstance(event, QFocusEvent):
            popup = self.completer.popup()
            if popup and event.reason() != Qt.FocusReason.PopupFocusReason:  # else it would get the next key
                popup.hide()
        return False

    def _on_typed(self, typed: str) -> None:
        tags = self._known.matching(typed)
        self._choices.offer(tags)
        told = self.tr("Known tags: {0}").format(", ".join(map(self._choices.words, tags[:_TOLD]))) if tags else ""
        self._entry.describe(told)
        self.completer.setCompletionPrefix(typed)
        if tags:
            self.completer.complete()
        elif popup := self.completer.popup():
            popup.hide()

    def _on_chosen(self, tag: str) -> None:
        """Add a tag that was clicked. A tag chosen by Enter is already added, and the field is empty."""
        if self._entry.text():
            self._entry.setText(tag)
