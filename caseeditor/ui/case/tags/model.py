"""The tags of a case, with a mark for pending removals, and the pending additions."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject
from PySide6.QtGui import QFont

from caseeditor.domain.editing.edit import Edit
from caseeditor.ui.state.session import Session
from caseeditor.ui.widgets.lists.item_data import Index, Role

if TYPE_CHECKING:
    from collections.abc import Mapping


class TagModel(QAbstractListModel):
    """One item for each tag; its description tells a pending addition or removal."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._tags: list[str] = []
        self._marked: Mapping[str, bool] = {}
        """The pending additions (True) and removals that are shown."""
        session.editor.case_changed.connect(self._update)
        session.editor.edit_changed.connect(self._on_edit)
        session.known_tags.found.connect(self._on_known)
        self._update()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._tags)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:  # noqa: ANN401 - Qt's signature
        if not index.isValid():
            return None
        tag = self._tags[index.row()]
        if role == Role.DisplayRole:
            return tag
        if role == Role.FontRole:
            font = QFont()
            font.setStrikeOut(self.is_removed(tag))
            font.setBold(self.is_added(tag))
            return font
        if role in (Role.AccessibleDescriptionRole, Role.ToolTipRole):
            if self.is_added(tag):
                return self.tr("to be added, new on this server") if self.is_first_use(tag) else self.tr("to be added")
            return self.tr("to be removed") if self.is_removed(tag) else None
        return None

    def tags(self) -> tuple[str, ...]:
        return tuple(self._tags)

    def is_added(self, tag: str) -> bool:
        return self._session.edit.tags.get(tag) is True

    def is_first_use(self, tag: str) -> bool:
        """Tell whether a tag to be added was never seen on the server."""
        return self.is_added(tag) and self._session.known_tags.is_first_use(tag)

    def is_removed(self, tag: str) -> bool:
        return self._session.edit.tags.get(tag) is False

    def _on_edit(self, before: Edit, after: Edit) -> None:
        if before.tags is not after.tags:
            self._update()

    def _on_known(self) -> None:
        if self._tags:
            self.dataChanged.emit(self.index(0), self.index(len(self._tags) - 1))

    def _update(self) -> None:
        case, edit = self._session.case, self._session.edit
        tags = list(dict.fromkeys(case.tags)) if case else []
        tags += [tag for tag, add in edit.tags.items() if add and tag not in tags]
        for tag in [old for old in self._tags if old not in tags]:
            row = self._tags.index(tag)
            self.beginRemoveRows(QModelIndex(), row, row)
            del self._tags[row]
            self.endRemoveRows()
        if new := [tag for tag in tags if tag not in self._tags]:
            self.beginInsertRows(QModelIndex(), len(self._tags), len(self._tags) + len(new) - 1)
            self._tags += new
            self.endInsertRows()
        if edit.tags != self._marked:
            if any(add and tag not in self._marked for tag, add in edit.tags.items()):
                self._session.known_tags.look()  # a template or a draft may add one that was never typed
            self._marked = edit.tags
            if self._tags:
                self.dataChanged.emit(self.index(0), self.index(len(self._tags) - 1))
