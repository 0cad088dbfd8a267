"""Parts of dialogs: the standard buttons, and a dialog that shows a text."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QProgressBar, QPushButton, QVBoxLayout, QWidget

from caseeditor.ui.style.font_scaling import fixed
from caseeditor.ui.widgets.busy_bar import make_busy_bar
from caseeditor.ui.widgets.fields.text_fields import PlainEdit


def standard_buttons(buttons: QDialogButtonBox.StandardButton, parent: QWidget) -> QDialogButtonBox:
    """Make standard buttons without the icons that some desktop styles add: no other button of the program has one."""
    box = QDialogButtonBox(buttons, parent=parent)
    for button in box.buttons():
        button.setIcon(QIcon())
    return box


class TextDialog(QDialog):
    """Shows a read-only text that can be navigated by keyboard and copied."""

    def __init__(self, title: str, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._text = PlainEdit(self)
        self._text.setAccessibleName(title)
        self._text.setReadOnly(True)
        self._text.setTabChangesFocus(True)
        self._text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._text.setPlainText(text)
        self._busy: QProgressBar | None = None
        self._buttons = standard_buttons(QDialogButtonBox.StandardButton.Close, self)
        self._buttons.rejected.connect(self.reject)
        self._layout = QVBoxLayout(self)
        self._layout.addWidget(self._text, 1)
        self._layout.addWidget(self._buttons)
        metrics = self.fontMetrics()
        self.resize(metrics.averageCharWidth() * 84, metrics.height() * 22)

    def text(self) -> str:
        """Return the text."""
        return self._text.exact_text()

    def use_fixed_font(self) -> None:
        """Use a font of fixed width, so that columns align."""
        self._text.setFont(fixed(self.font()))

    def add_button(self, text: str, does: Callable[[], object]) -> QPushButton:
        """Add a button at the left of Close."""
        button = self._buttons.addButton(text, QDialogButtonBox.ButtonRole.ActionRole)
        button.clicked.connect(does)
        return button

    def add_copy(self) -> None:
        """Add a button that copies all of the text."""
        self.add_button(self.tr("Copy"), lambda: QGuiApplication.clipboard().setText(self.text()))

    def append(self, text: str) -> None:
        """Add lines at the end."""
        self._text.appendPlainText(text)

    def wait_for(self, name: str) -> None:
        """Show a busy bar: more text will follow."""
        self._busy = make_busy_bar(name, self)
        self._layout.insertWidget(1, self._busy)

    def end_waiting(self) -> None:
        """Hide the busy bar: the text is complete."""
        if self._busy:
            self._busy.hide()
