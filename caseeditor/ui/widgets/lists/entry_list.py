"""A list of things to do, each with a muted detail at its end."""

from collections.abc import Callable

import msgspec
from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QSize, Qt
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from caseeditor.ui.style.row_palette import paint_selection, row_palette
from caseeditor.ui.style.theme import muted
from caseeditor.ui.widgets.lists.item_data import Index, Role

_DETAIL = Role.UserRole


class Entry(msgspec.Struct, frozen=True):
    """One line: its title, its kind or shortcut, and its callback."""

    text: str
    detail: str
    run: Callable[[], object]

    @property
    def words(self) -> str:
        """The line as screen readers get it."""
        return f"{self.text}, {self.detail}" if self.detail else self.text


class EntryModel(QAbstractListModel):
    """The entries that are shown."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._shown: list[Entry] = []

    def show_entries(self, entries: list[Entry]) -> None:
        self.beginResetModel()  # other letters lead to other lines
        self._shown = entries
        self.endResetModel()

    def entry(self, index: Index) -> Entry | None:
        return self._shown[index.row()] if index.isValid() else None

    def place(self, entry: Entry) -> int:
        """Return the place of an entry with the same title and detail; 0 if there is none."""
        read = [(each.text, each.detail) for each in self._shown]
        return read.index((entry.text, entry.detail)) if (entry.text, entry.detail) in read else 0

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Role.DisplayRole) -> str | None:
        entry = self.entry(index)
        if entry is None:
            return None
        told = {Role.DisplayRole: entry.text, Role.AccessibleDescriptionRole: entry.detail, _DETAIL: entry.detail}
        return told.get(Role(role))


class EntryDelegate(QStyledItemDelegate):
    """Paints the title of an entry at the left, and its detail muted at the right."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        self.initStyleOption(option, index)
        text, option.text = " ".join(option.text.split()), ""
        is_soft = paint_selection(painter, option)
        if not is_soft:
            option.widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        selected = bool(option.state & QStyle.StateFlag.State_Selected) and not is_soft
        palette = row_palette(option)
        strong = palette.color(QPalette.ColorRole.HighlightedText if selected else QPalette.ColorRole.Text)
        detail = str(index.data(_DETAIL) or "")
        space = option.rect.adjusted(8, 0, -8, 0)
        painter.save()
        painter.setPen(strong if selected else muted(palette))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        painter.drawText(space, Qt.AlignmentFlag.AlignRight | flags, detail)
        painter.setPen(strong)
        space.setRight(space.right() - option.fontMetrics.horizontalAdvance(detail + "  "))
        shown = option.fontMetrics.elidedText(text, Qt.TextElideMode.ElideRight, space.width())
        painter.drawText(space, Qt.AlignmentFlag.AlignLeft | flags, shown)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002 - Qt's signature
        return QSize(0, option.fontMetrics.height() + 10)
