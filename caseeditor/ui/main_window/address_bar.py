"""The toolbar *Open a case*: a field for ids and links."""

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolBar, QWidget

from caseeditor.ui.state.workspace import Workspace
from caseeditor.ui.style.font_scaling import by_font
from caseeditor.ui.widgets.text_fields import LineEdit

_LETTERS = 60
"""The field's greatest width."""


class AddressBar(QToolBar):
    """Opens the cases that the field names."""

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.setWindowTitle(self.tr("Open a case"))
        self.setObjectName("open")
        self.setMovable(False)
        self.toggleViewAction().setEnabled(False)
        self.entry = LineEdit(self)
        self.entry.setAccessibleName(self.tr("Case id or link"))
        self.entry.setPlaceholderText(self.tr("Case id or link"))
        self.entry.between = ", "
        by_font(self.entry, lambda: self.entry.setMaximumWidth(self.entry.fontMetrics().averageCharWidth() * _LETTERS))
        self.entry.returnPressed.connect(self._open)
        button = QPushButton(self.tr("Open case"), self)
        button.clicked.connect(self._open)
        row = QWidget(self)
        layout = QHBoxLayout(row)
        layout.setContentsMargins(5, 2, 5, 2)
        layout.addWidget(self.entry, 1)
        layout.addWidget(button)
        layout.addStretch(1)
        self.addWidget(row)

    def begin_entry(self) -> None:
        """Focus the field; typing replaces its text."""
        self.entry.setFocus()
        self.entry.selectAll()

    def _open(self) -> None:
        if self._workspace.opener.open_text(self.entry.text()):
            self.entry.clear()
        else:
            self.begin_entry()
