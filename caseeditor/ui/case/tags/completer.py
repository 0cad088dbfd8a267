"""Offers the tags that are known while one is typed. What is typed stays unless the agent chooses another."""

from collections.abc import Callable, Collection
from typing import Any

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QCompleter

from caseeditor.domain.text.bidi import isolated
from caseeditor.ui.state.session_parts.known_tags import KnownTags
from caseeditor.ui.widgets.marked_fields import MarkedLine
from caseeditor.ui.widgets.row_diff import differing

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
_TOLD = 5
"""Tags that are told to assistive technology."""


class TagChoices(QAbstractListModel):
    """The tags that are offered; shown with a word where the case has one already."""

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
        """Return a tag as it is shown."""
        return self.tr("{0} – already on the case").format(isolated(tag)) if tag in self._of_case() else tag

    def offer(self, tags: tuple[str, ...]) -> None:
        """Offer these, in this order."""
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
    """Gives a field its offers; Qt's own filter knows no accents, so the model holds only what fits.

    Assistive technology sees no list that pops up: the field's description tells it what is offered.
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
            if popup and event.reason() != Qt.FocusReason.PopupFocusReason:  # else the next key would still come here
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
        """Take what was clicked. What was chosen by Enter is added by now, and the field is empty."""
        if self._entry.text():
            self._entry.setText(tag)
