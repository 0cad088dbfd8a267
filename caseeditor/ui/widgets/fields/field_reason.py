"""The reason why the text of a field is refused, below the field."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QLineEdit, QSizePolicy, QWidget

from caseeditor.ui.messages.message import Severity
from caseeditor.ui.messages.severity_colour import severity_colour
from caseeditor.ui.style.flat_parts import WRONG


class FieldReason(QLabel):
    """Marks its field, and describes it for assistive technology, until the text of the field changes."""

    def __init__(self, field: QLineEdit, parent: QWidget) -> None:
        super().__init__(parent)
        self._field = field
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setForegroundRole(QPalette.ColorRole.WindowText)  # by itself it follows the ground of the pane
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.hide()
        field.textChanged.connect(self.withdraw)

    def tell(self, words: str) -> None:
        """Show the reason."""
        colours = self.palette()
        colours.setColor(QPalette.ColorRole.WindowText, severity_colour(colours, Severity.ERROR))
        self.setPalette(colours)
        self.setText(f"⚠ {words}")
        self._field.setAccessibleDescription(words)
        self._mark(is_wrong=True)
        self.show()

    def withdraw(self) -> None:
        """Hide the reason."""
        if self.isHidden():
            return
        self.hide()
        self._field.setAccessibleDescription("")
        self._mark(is_wrong=False)

    def _mark(self, *, is_wrong: bool) -> None:
        self._field.setProperty(WRONG, is_wrong)
        self._field.update()
