"""The field for ids and links, at the top of the left pane."""

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from caseeditor.ui.state.workspace import Workspace
from caseeditor.ui.widgets.text_fields import LineEdit

_PAD = 12


class AddressBar(QWidget):
    """Opens the cases that the field names."""

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.entry = LineEdit(self)
        self.entry.setAccessibleName(self.tr("Case id or link"))
        self.entry.setPlaceholderText(self.tr("Case id or link"))
        self.entry.between = ", "
        self.entry.returnPressed.connect(self._open)
        button = QPushButton(self.tr("Open case"), self)
        button.clicked.connect(self._open)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(_PAD, 10, _PAD, 6)
        layout.addWidget(self.entry, 1)
        layout.addWidget(button)

    def begin_entry(self) -> None:
        """Focus the field; typing replaces its text."""
        self.entry.setFocus()
        self.entry.selectAll()

    def _open(self) -> None:
        if self._workspace.opener.open_text(self.entry.text()):
            self.entry.clear()
        else:
            self.begin_entry()
