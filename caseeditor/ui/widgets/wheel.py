"""Fields and tab bars that the mouse wheel changes only while they have the focus.

Otherwise the event goes on to the pane around, so that scrolling it changes no field. The program uses these classes
instead of Qt's.
"""

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QDateEdit, QSpinBox, QTabBar, QTabWidget, QWidget

from caseeditor.ui.widgets.fields.text_fields import LineEdit


def _is_meant(field: QWidget, event: QWheelEvent) -> bool:
    """Tell whether a wheel event is meant for this field; if not, its parent gets the event."""
    event.setAccepted(field.hasFocus())
    return field.hasFocus()


class ComboBox(QComboBox):
    """A choice."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if _is_meant(self, event):
            super().wheelEvent(event)


class SpinBox(QSpinBox):
    """A number. It is pasted like a line: the line break of a copied cell goes."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        line = LineEdit(self)
        line.setValidator(self.lineEdit().validator())
        self.setLineEdit(line)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if _is_meant(self, event):
            super().wheelEvent(event)


class DateEdit(QDateEdit):
    """A day."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if _is_meant(self, event):
            super().wheelEvent(event)


class TabBar(QTabBar):
    """Tabs without pages."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        if _is_meant(self, event):
            super().wheelEvent(event)


class TabWidget(QTabWidget):
    """Tabs and their pages."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTabBar(TabBar(self))
