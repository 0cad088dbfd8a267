"""The menu Help."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from caseeditor import __version__
from caseeditor.ui.application.installation import Installed
from caseeditor.ui.application.resources import application_icon
from caseeditor.ui.state.workspace import Workspace

_ICON = 64


class HelpMenu(QObject):
    """Shortcuts, diagnostics, folders, limitations, About. Each dialog is imported when it is opened."""

    def __init__(self, menu: QMenu, window: QMainWindow, workspace: Workspace, installed: Installed) -> None:
        super().__init__(menu)
        self._window = window
        self._workspace = workspace
        self._installed = installed
        menu.addAction(self.tr("Shortcuts…"), self._show_shortcuts).setShortcut(QKeySequence("F1"))
        menu.addAction(self.tr("Diagnostics…"), self._show_diagnostics)
        menu.addAction(self.tr("Data folders…"), self._show_places)
        menu.addAction(self.tr("Known limitations…"), self._show_limits)
        menu.addSeparator()
        about = menu.addAction(self.tr("About Case Editor"), self._show_about)
        about.setMenuRole(QAction.MenuRole.AboutRole)

    def _show_shortcuts(self) -> None:
        from caseeditor.ui.help.shortcuts import menu_keys, part_keys  # noqa: PLC0415 - seldom needed, not at start
        from caseeditor.ui.help.shortcuts_dialog import ShortcutsDialog  # noqa: PLC0415 - as above

        ShortcutsDialog((*menu_keys(self._window.menuBar()), *part_keys()), self._window).open()

    def _show_diagnostics(self) -> None:
        from caseeditor.ui.help.diagnostics_dialog import show_diagnostics  # noqa: PLC0415 - as above

        show_diagnostics(self._workspace, self._installed.policy_lines(), self._window)

    def _show_places(self) -> None:
        from caseeditor.ui.help.storage_locations_dialog import PlacesDialog  # noqa: PLC0415 - as above

        server, worker = self._workspace.account.server, self._workspace.worker
        PlacesDialog(self._installed, server, self._window, worker).open()

    def _show_limits(self) -> None:
        from caseeditor.ui.help.known_limitations import limits_words  # noqa: PLC0415 - as above
        from caseeditor.ui.widgets.dialogs import TextDialog  # noqa: PLC0415 - as above

        TextDialog(self.tr("Known limitations"), limits_words(), self._window).open()

    def _show_about(self) -> None:
        from PySide6.QtWidgets import QMessageBox  # noqa: PLC0415 - as above

        text = self.tr("Case Editor {0}\nAn editor for the support cases of Social Gateway.").format(__version__)
        box = QMessageBox(QMessageBox.Icon.NoIcon, self.tr("About Case Editor"), text, parent=self._window)
        box.setIconPixmap(application_icon().pixmap(_ICON))
        box.open()
