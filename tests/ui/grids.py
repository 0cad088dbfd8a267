"""An attribute grid in a window of its own, and functions to operate it."""

from PySide6.QtCore import QAbstractItemModel, QItemSelectionModel, QPoint, Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from caseeditor.ui.case.attributes.model import NAME
from caseeditor.ui.case.attributes.panel import AttributeGrid
from caseeditor.ui.case.attributes.paste.bulk_text_dialog import BulkTextDialog
from caseeditor.ui.case.attributes.paste.paste_preview import PastePreview
from caseeditor.ui.state.session import Session
from tests.ui.parts import (
    field,
    find,
    key,
    view,
)

Ctrl = Qt.KeyboardModifier.ControlModifier
FIELDS = {"plan": "Pyme", "región": "norte", "zona": " x ", "partes": {"a": 1}, "note": "of the server", "vacío": ""}
EMPTY = len(FIELDS)


class Desk:
    """A window with only a grid."""

    def __init__(self, qtbot: QtBot, session: Session) -> None:
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.grid = AttributeGrid(session, self.window)
        QVBoxLayout(self.window).addWidget(self.grid)
        self.window.resize(600, 400)
        self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)


def table(grid: AttributeGrid) -> QAbstractItemView:
    return view("Attributes", grid)


def rows(grid: AttributeGrid) -> QAbstractItemModel:
    return table(grid).model()


def go_to(grid: AttributeGrid, row: int, number: int) -> None:
    table(grid).setFocus()
    only = QItemSelectionModel.SelectionFlag.ClearAndSelect
    table(grid).selectionModel().setCurrentIndex(rows(grid).index(row, number), only)


def at(grid: AttributeGrid) -> tuple[int, int]:
    index = table(grid).currentIndex()
    return index.row(), index.column()


def paste(grid: AttributeGrid, text: str, row: int = EMPTY, number: int = NAME) -> None:
    QGuiApplication.clipboard().setText(text)
    go_to(grid, row, number)
    key(Qt.Key.Key_V, Ctrl)


def copied() -> str:
    return QGuiApplication.clipboard().text()


def actions(menu: QMenu) -> dict[str, QAction]:
    """Return the entries of a menu, including submenus."""
    found: dict[str, QAction] = {}
    for action in menu.actions():
        found[action.text()] = action
        if inner := action.menu():
            found |= {f"{action.text()} {name}": each for name, each in actions(inner).items()}  # type: ignore[arg-type]
    return found


def more(grid: AttributeGrid) -> dict[str, QAction]:
    menu = find(QPushButton, "More for attributes", grid).menu()
    menu.aboutToShow.emit()
    return actions(menu)


def context(grid: AttributeGrid, row: int, number: int) -> dict[str, QAction]:
    """Open the menu of a cell."""
    place = table(grid).visualRect(rows(grid).index(row, number)).center()
    table(grid).customContextMenuRequested.emit(QPoint(place))
    menu = next(menu for menu in table(grid).findChildren(QMenu) if menu.isVisible())
    found = actions(menu)
    menu.close()
    return found


def preview(grid: AttributeGrid) -> PastePreview:
    return next(each for each in grid.findChildren(PastePreview) if each.isVisible())


def bulk(grid: AttributeGrid, text: str | None = None) -> BulkTextDialog:
    """Open Edit as text, and insert a text."""
    more(grid)["Edit as text…"].trigger()
    dialog = next(each for each in grid.findChildren(BulkTextDialog) if each.isVisible())
    if text is not None:
        field("Attributes as text", dialog).setPlainText(text)
    return dialog
