"""The panes at the left of the cases: the field and the lists, and the outbox. Each can be resized and hidden."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QObject, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QDockWidget, QHBoxLayout, QLabel, QMainWindow, QVBoxLayout, QWidget

from caseeditor.ui.case_lists.panel import CaseLists, QueuePage
from caseeditor.ui.main_window.panes.outbox_pane import OutboxPane
from caseeditor.ui.main_window.panes.pane_widths import PaneWidths
from caseeditor.ui.messages.texts import translate
from caseeditor.ui.outbox.panel import OutboxView
from caseeditor.ui.state.saved_queues import SavedQueues
from caseeditor.ui.state.workspace import Workspace
from caseeditor.ui.style.glyphs import GlyphButton, cross

if TYPE_CHECKING:
    from caseeditor.domain.case.search import Filters

Area = Qt.DockWidgetArea
_AROUND = (12, 10, 12, 6)
"""Margins of the field."""


class Panes(QObject):
    """Makes the panes and docks them to the window."""

    def __init__(self, window: QMainWindow, workspace: Workspace, field: QWidget) -> None:
        """`field` is above the lists."""
        super().__init__(window)
        self._window = window
        self._outbox = outbox = OutboxView(workspace, window)
        outbox.case_wanted.connect(workspace.opener.open_at)
        self.lists = CaseLists(workspace, partial(_make_queue, workspace), window)
        self.lists.open_wanted.connect(workspace.opener.open_listed)
        left = Area.LeftDockWidgetArea
        self.lists_dock = make_dock(window, "cases", _below(field, self.lists, window), left)
        self.lists_dock.setTitleBarWidget(QWidget(self.lists_dock))
        self.outbox_dock = make_dock(window, "outbox", outbox, left)
        self.outbox_dock.setTitleBarWidget(TitleBar(self.outbox_dock))
        window.resizeDocks([self.lists_dock, self.outbox_dock], [3, 1], Qt.Orientation.Vertical)
        self._outbox_pane = OutboxPane(self.outbox_dock, workspace.deliveries)
        PaneWidths(window, (self.lists_dock, self.outbox_dock))
        count_in_title(self.outbox_dock, workspace)

    def restore(self, arrangement: str) -> None:
        """Restore a saved arrangement. One of version 0.1.0 shows the outbox, which is hidden while it is empty."""
        self._window.restoreState(QByteArray.fromBase64(arrangement.encode()))
        self._outbox_pane.settle()

    def show_lists(self) -> None:
        """Show the pane of the field and the lists."""
        self.lists_dock.show()
        self.lists_dock.raise_()

    def search_cases(self) -> None:
        """Show the filters of the search."""
        self.show_lists()
        self.lists.begin_search()

    def search_for(self, filters: "Filters") -> None:
        """Search with these filters."""
        self.show_lists()
        self.lists.search_for(filters)

    def show_outbox(self) -> None:
        """Show the outbox, with the focus in its list."""
        self._outbox_pane.open()
        self._outbox.show_first()


def _make_queue(workspace: Workspace, queues: SavedQueues, parent: QWidget) -> tuple[QWidget, QueuePage]:
    from caseeditor.ui.queue.panel import QueuePane  # noqa: PLC0415 - the window is up before

    made = QueuePane(workspace, queues, parent)
    return made, made


def _below(field: QWidget, lists: QWidget, parent: QWidget) -> QWidget:
    """Return a pane with a field above the lists."""
    pane = QWidget(parent)
    pane.setBackgroundRole(QPalette.ColorRole.Base)
    pane.setAutoFillBackground(True)
    layout = QVBoxLayout(pane)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    top = QVBoxLayout()
    top.setContentsMargins(*_AROUND)
    top.addWidget(field)
    layout.addLayout(top)
    layout.addWidget(lists, 1)
    return pane


def make_dock(window: QMainWindow, name: str, pane: QWidget, area: Area) -> QDockWidget:
    """Dock a pane; Qt restores its place by its name."""
    dock = QDockWidget(_title(name), window)
    dock.setObjectName(name)
    dock.setFeatures(QDockWidget.DockWidgetFeature.DockWidgetMovable | QDockWidget.DockWidgetFeature.DockWidgetClosable)
    dock.setWidget(pane)
    window.addDockWidget(area, dock)
    return dock


class TitleBar(QWidget):
    """The title of a pane in normal text size, and a close button with a name that is visible in any theme."""

    def __init__(self, dock: QDockWidget) -> None:
        super().__init__(dock)
        self._title = QLabel(self)
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._close = GlyphButton(cross, "", self)
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
    """Show the count of submissions in the title of the outbox."""

    def count() -> None:
        waiting = len(workspace.deliveries.submissions)
        title = translate("Docks", "Outbox {0}").format(dock.locale().toString(waiting)) if waiting else ""
        dock.setWindowTitle(title or _title("outbox"))

    workspace.deliveries.changed.connect(count)


def _title(name: str) -> str:
    match name:
        case "cases":
            return translate("Docks", "Cases")
        case _:
            return translate("Docks", "Outbox")
