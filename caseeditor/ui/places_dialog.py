"""Help, Where things are kept: the folders and the keyring's entry."""

from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from caseeditor.domain.address import Server
from caseeditor.ui.button_box import standard_buttons
from caseeditor.ui.installed import Installed
from caseeditor.ui.plain_edit import LineEdit

_LETTERS = 60


class PlacesDialog(QDialog):
    """Dialog `Where things are kept`. A folder is shown before it is opened."""

    def __init__(self, installed: Installed, server: Server | None, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Where things are kept"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._grid = QGridLayout()
        self._grid.setColumnStretch(1, 1)
        self._add(self.tr("Settings"), str(installed.settings), installed.settings)
        self._add(self.tr("Drafts, outbox, history, templates"), str(installed.data), installed.data)
        self._add(self.tr("Logs"), str(installed.logs), installed.logs)
        entry = self.tr("service caseeditor, user {0}").format(server.url) if server else self.tr("service caseeditor")
        if installed.is_demo:
            self._add(self.tr("Access token"), self.tr("in memory only: this is the demo"), None)
        else:
            self._add(self.tr("Access token, in the system keyring"), entry, None)
        buttons = standard_buttons(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addLayout(self._grid)
        layout.addStretch(1)
        layout.addWidget(buttons)

    def _add(self, name: str, where: str, folder: Path | None) -> None:
        row = self._grid.rowCount()
        label = QLabel(name, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        shown = LineEdit(self)
        shown.setAccessibleName(name)
        shown.setReadOnly(True)
        shown.setText(where)
        shown.setCursorPosition(0)
        shown.setMinimumWidth(shown.fontMetrics().averageCharWidth() * _LETTERS)
        label.setBuddy(shown)
        self._grid.addWidget(label, row, 0)
        self._grid.addWidget(shown, row, 1)
        if folder:
            button = QPushButton(self.tr("Open folder"), self)
            button.setAutoDefault(False)
            button.setAccessibleName(self.tr("Open folder: {0}").format(name))
            button.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))))
            self._grid.addWidget(button, row, 2)
