"""Cards in sight while QListView places thousands of them: it paints none until the last one is placed."""

from PySide6.QtCore import QModelIndex, QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyleOptionViewItem

from caseeditor.ui.widgets.lists.card_delegate import Cards

Selected = QStyle.StateFlag.State_Selected


def paint_from(view: QListView, cards: Cards, option: QStyleOptionViewItem, row: int, top: int) -> None:
    """Paint the cards from a row downwards, the first at this height, until the view is full."""
    painter, area, model = QPainter(view.viewport()), view.viewport().rect(), view.model()
    try:
        for at in range(min(row, model.rowCount() - 1), model.rowCount()):
            if top > area.bottom():
                break
            index = model.index(at, 0)
            option.rect = QRect(0, top, area.width(), cards.sizeHint(option, index).height())
            is_selected = view.selectionModel().isSelected(index)
            option.state = option.state | Selected if is_selected else option.state & ~Selected
            cards.paint(painter, option, index)
            top += option.rect.height()
    finally:
        painter.end()


def beginning_of_end(view: QListView, cards: Cards, option: QStyleOptionViewItem) -> tuple[int, int]:
    """Return the row that is uppermost in the view's end, and the height where it begins."""
    index, top = QModelIndex(), view.viewport().height()
    for at in reversed(range(view.model().rowCount())):
        index = view.model().index(at, 0)
        top -= cards.sizeHint(option, index).height()
        if top <= 0:
            break
    return index.row(), top
