"""The tree of the contact and their profiles."""

from PySide6.QtCore import QModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QFont, QGuiApplication, QKeyEvent, QKeySequence, QPainter, QPalette
from PySide6.QtWidgets import (
    QMenu,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from caseeditor.ui.case.contact.field_names import all_field_words
from caseeditor.ui.case.contact.model import LABEL, LINK, ORIGINAL, VALUE, ContactModel
from caseeditor.ui.state.session import Session
from caseeditor.ui.style.row_palette import row_palette
from caseeditor.ui.style.theme import muted
from caseeditor.ui.widgets.lists.item_data import Index

_HALF = 2
"""The part of a line that its label may take."""
_PAD = 6
"""Pixels between two lines."""
_LEAST, _MOST = 2, 14
"""Lines that the tree is high at least and at most; more of them scroll."""


class _Lines(QStyledItemDelegate):
    """Paints a line's label muted, and its value in a column."""

    def __init__(self, view: QTreeView) -> None:
        super().__init__(view)
        self._labels: dict[str, int] = {}

    def _column(self, option: QStyleOptionViewItem) -> int:
        """Return the width of the labels in the present language and font."""
        font = option.font.key()
        if font not in self._labels:
            self._labels[font] = max(map(option.fontMetrics.horizontalAdvance, all_field_words().values()))
        return min(self._labels[font], option.rect.width() // _HALF)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        self.initStyleOption(option, index)
        is_field = index.parent().isValid()
        option.text = ""
        style = option.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        palette = row_palette(option)
        text = palette.color(QPalette.ColorRole.HighlightedText if selected else QPalette.ColorRole.Text)
        painter.save()
        font = QFont(option.font)
        font.setBold(not is_field)
        font.setUnderline(False)
        painter.setFont(font)
        painter.setPen(muted(palette) if is_field and not selected else text)
        space = option.rect.adjusted(3, 0, -3, 0)
        painter.setLayoutDirection(option.direction)
        metrics = painter.fontMetrics()
        label = str(index.data(LABEL))
        width = self._column(option) if is_field else metrics.horizontalAdvance(label + "  ")
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        painter.drawText(space, flags, metrics.elidedText(label, Qt.TextElideMode.ElideRight, width))
        if option.direction == Qt.LayoutDirection.RightToLeft:
            space.setRight(space.right() - width - 8)
        else:
            space.setLeft(space.left() + width + 8)
        font.setBold(False)
        link = bool(index.data(LINK)) and not selected
        font.setUnderline(link)
        painter.setFont(font)
        painter.setPen(palette.color(QPalette.ColorRole.Link) if link else text)
        value = " ".join(str(index.data(VALUE))[:500].split())
        shown = painter.fontMetrics().elidedText(value, Qt.TextElideMode.ElideRight, space.width())
        painter.drawText(space, flags, shown)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002 - Qt's signature
        return QSize(0, option.fontMetrics.height() + _PAD)


class ContactTree(QTreeView):
    """Tree `Contact and profiles`. Copies a value; a link is shown before it is opened."""

    link_wanted = Signal(str)

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Contact and profiles"))
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setItemDelegate(_Lines(self))
        self.setModel(ContactModel(session, self))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._show_menu)
        self.activated.connect(self._on_activated)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        for signal in (self.expanded, self.collapsed, self.model().modelReset):
            signal.connect(self.updateGeometry)
        self._unfolded: list[int] = []
        self.model().modelAboutToBeReset.connect(self._note_unfolded)
        self.model().modelReset.connect(self._unfold)
        self._unfold()

    def sizeHint(self) -> QSize:
        """Return the height of its lines: the attributes follow below them."""
        return QSize(0, self._height(self._count_lines(_MOST)))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self._height(self._count_lines(_LEAST)))

    def _height(self, lines: int) -> int:
        return lines * (self.fontMetrics().height() + _PAD) + _PAD

    def _count_lines(self, most: int) -> int:
        """Count the lines in sight, from 1 to `most`; a contact may have 10,000 profiles."""
        model = self.model()
        lines = tops = model.rowCount()
        for row in range(tops):
            if lines >= most:
                break
            top = model.index(row, 0)
            lines += model.rowCount(top) if self.isExpanded(top) else 0
        return max(min(lines, most), 1)

    def show_line(self, row: int) -> None:
        """Scroll to the contact (0) or a profile, and unfold it."""
        index = self.model().index(row, 0)
        self.expand(index)
        self.setCurrentIndex(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self._copy(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _note_unfolded(self) -> None:
        model = self.model()
        rows = [row for row in range(model.rowCount()) if self.isExpanded(model.index(row, 0))]
        self._unfolded = rows or self._unfolded

    def _unfold(self) -> None:
        for row in self._unfolded:
            self.expand(self.model().index(row, 0))

    def _on_activated(self, index: QModelIndex) -> None:
        if link := index.data(LINK):
            self.link_wanted.emit(link)

    def _copy(self, index: QModelIndex) -> None:
        if index.isValid():
            QGuiApplication.clipboard().setText(str(index.data(ORIGINAL)))

    def _show_menu(self, place: QPoint) -> None:
        index = self.indexAt(place)
        if not index.isValid():
            return
        menu = QMenu(self)
        menu.addAction(self.tr("Copy value"), lambda: self._copy(index))
        if link := index.data(LINK):
            menu.addAction(self.tr("Open link…"), lambda: self.link_wanted.emit(link))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.viewport().mapToGlobal(place))
