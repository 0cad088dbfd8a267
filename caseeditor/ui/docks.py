"""The panes beside the middle: each can be moved, resized and hidden."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QDockWidget, QMainWindow, QWidget

from caseeditor.ui.words import translate
from caseeditor.ui.workplace import Workplace

Area = Qt.DockWidgetArea


def make_dock(window: QMainWindow, name: str, pane: QWidget, area: Area, width: int) -> QDockWidget:
    """Make a pane; its place is remembered by its name."""
    dock = QDockWidget(_title(name), window)
    dock.setObjectName(name)
    dock.setFeatures(QDockWidget.DockWidgetFeature.DockWidgetMovable | QDockWidget.DockWidgetFeature.DockWidgetClosable)
    dock.setWidget(pane)
    for close in dock.findChildren(QAbstractButton, "qt_dockwidget_closebutton"):
        close.setAccessibleName(translate("Docks", "Close {0}").format(_title(name)))
        close.setToolTip(translate("Docks", "Close {0}").format(_title(name)))
    window.addDockWidget(area, dock)
    window.resizeDocks([dock], [width], Qt.Orientation.Horizontal)
    return dock


def count_in_title(dock: QDockWidget, workplace: Workplace) -> None:
    """Have the title of the outbox say how many submissions are in it."""

    def count() -> None:
        waiting = len(workplace.parcels)
        title = translate("Docks", "Outbox {0}").format(dock.locale().toString(waiting)) if waiting else ""
        dock.setWindowTitle(title or _title("outbox"))

    workplace.parcels_changed.connect(count)


def _title(name: str) -> str:
    match name:
        case "contact":
            return translate("Docks", "Contact and profiles")
        case "cases":
            return translate("Docks", "Cases")
        case _:
            return translate("Docks", "Outbox")
