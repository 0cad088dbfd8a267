"""The panes beside the middle: each can be moved, resized and hidden."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDockWidget, QHBoxLayout, QLabel, QMainWindow, QToolButton, QWidget

from caseeditor.ui.messages.texts import translate
from caseeditor.ui.state.workspace import Workspace

Area = Qt.DockWidgetArea


FRAME = QSize(2, 48)
"""Pixels that a window's frame takes at most. The style knows, but to make a QStyle takes 10 ms of a start."""


def make_dock(window: QMainWindow, name: str, pane: QWidget, area: Area) -> QDockWidget:
    """Make a pane; its place is remembered by its name."""
    dock = QDockWidget(_title(name), window)
    dock.setObjectName(name)
    dock.setFeatures(QDockWidget.DockWidgetFeature.DockWidgetMovable | QDockWidget.DockWidgetFeature.DockWidgetClosable)
    dock.setWidget(pane)
    dock.setTitleBarWidget(TitleBar(dock))
    window.addDockWidget(area, dock)
    return dock


def fit_screen(window: QMainWindow) -> None:
    """Have a window no larger than Qt makes it at the next start, when the panes would get narrower with it."""
    window.resize(window.size().boundedTo(window.screen().availableSize() - FRAME))


class TitleBar(QWidget):
    """The title of a pane, in the size of other texts, and the button that closes it, named and seen in any theme."""

    def __init__(self, dock: QDockWidget) -> None:
        super().__init__(dock)
        self._title = QLabel(self)
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._close = QToolButton(self)
        self._close.setText("×")
        self._close.setAutoRaise(True)
        self._close.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._close.clicked.connect(dock.close)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(4, 2, 2, 2)
        layout.addWidget(self._title, 1)
        layout.addWidget(self._close)
        dock.windowTitleChanged.connect(self._show)
        self._show(dock.windowTitle())

    def _show(self, title: str) -> None:
        self._title.setText(title)
        name = translate("Docks", "Close {0}").format(title)
        self._close.setAccessibleName(name)
        self._close.setToolTip(name)


def count_in_title(dock: QDockWidget, workspace: Workspace) -> None:
    """Have the title of the outbox say how many submissions are in it."""

    def count() -> None:
        waiting = len(workspace.deliveries.submissions)
        title = translate("Docks", "Outbox {0}").format(dock.locale().toString(waiting)) if waiting else ""
        dock.setWindowTitle(title or _title("outbox"))

    workspace.deliveries.changed.connect(count)


def _title(name: str) -> str:
    match name:
        case "contact":
            return translate("Docks", "Contact and profiles")
        case "cases":
            return translate("Docks", "Cases")
        case _:
            return translate("Docks", "Outbox")
