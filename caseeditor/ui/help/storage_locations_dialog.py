"""Help, Data folders: the folders, and the entry of the keyring."""

from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QPalette
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from caseeditor.domain.backend import BackendInterface
from caseeditor.domain.case.reference import Server
from caseeditor.domain.local.kept_file import KeptFile
from caseeditor.runtime.worker import BackgroundWorker, Outcome, Success, call
from caseeditor.ui.application.installation import Installed
from caseeditor.ui.help.kept_files_text import kept_detail, kept_name
from caseeditor.ui.widgets.dialogs import standard_buttons
from caseeditor.ui.widgets.fields.text_fields import LineEdit

_LETTERS = 60


class PlacesDialog(QDialog):
    """Dialog `Data folders`. A folder is shown before it is opened.

    Files that were set aside, and backups, are listed where there is a `background` to ask.
    """

    def __init__(
        self,
        installed: Installed,
        server: Server | None,
        parent: QWidget,
        worker: "BackgroundWorker[BackendInterface] | None" = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Data folders"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._grid = QGridLayout()
        self._grid.setColumnStretch(1, 1)
        if installed.settings == installed.data:
            name = self.tr("Settings, drafts, outbox, history, templates")
            self._add(name, str(installed.data), installed.data)
        else:
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
        buttons.buttons()[0].setFocus()
        if worker:
            worker.run(call(BackendInterface.kept_files), self._on_files, owner=self)

    def _on_files(self, outcome: Outcome[tuple[KeptFile, ...]]) -> None:
        found = outcome.value if isinstance(outcome, Success) else ()
        for file in found:
            self._add(kept_name(file), kept_detail(file), None)
        if found:
            label = QLabel(self.tr("Deleted after as many days as the history, or with Clear history."), self)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            self._grid.addWidget(label, self._grid.rowCount(), 1)

    def _add(self, name: str, where: str, folder: Path | None) -> None:
        row = self._grid.rowCount()
        label = QLabel(name, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        shown = LineEdit(self)
        shown.setAccessibleName(name)
        shown.setReadOnly(True)
        shown.setFrame(False)
        colours = shown.palette()
        colours.setBrush(QPalette.ColorRole.Base, colours.brush(QPalette.ColorRole.Window))
        shown.setPalette(colours)
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
