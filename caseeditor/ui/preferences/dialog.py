"""The preferences dialog. OK applies the choices; Cancel changes nothing."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from caseeditor.domain.backend import BackendInterface
from caseeditor.runtime.worker import call
from caseeditor.ui.application.installation import Installed
from caseeditor.ui.messages.message import Message, Severity
from caseeditor.ui.messages.notification_bar import NoticeBar
from caseeditor.ui.preferences.page_scroll import PageScroll
from caseeditor.ui.preferences.pages import AccountPage, ConnectionPage, LooksPage, Page, SubmittingPage
from caseeditor.ui.preferences.spelling_page import SpellingPage
from caseeditor.ui.state.workspace import Workspace
from caseeditor.ui.widgets.dialogs import standard_buttons
from caseeditor.ui.widgets.wheel import TabWidget


class PreferencesDialog(QDialog):
    """Dialog `Preferences`. Settings that a policy locks are shown read-only."""

    message_emitted = Signal(object)
    """A Message about an invalid setting."""
    sign_in_wanted = Signal()

    def __init__(self, workspace: Workspace, installed: Installed, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Preferences"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._workspace = workspace
        self._locked = locked = installed.locked
        settings = workspace.settings
        self._notice = NoticeBar(self)
        self._tabs = TabWidget(self)
        account = AccountPage(workspace.account, installed, self._tabs)
        account.sign_in_wanted.connect(self.sign_in_wanted)
        self._pages: tuple[Page, ...] = (
            account,
            LooksPage(settings, locked, self._tabs),
            ConnectionPage(settings, locked, self._tabs),
            SubmittingPage(settings, locked, self._tabs),
            SpellingPage(settings, locked, workspace.spelling(), self._tabs),
        )
        titles = (
            self.tr("Account"),
            self.tr("Appearance"),
            self.tr("Connection"),
            self.tr("Submitting"),
            self.tr("Spelling"),
        )
        for page, title in zip(self._pages, titles, strict=True):
            self._tabs.addTab(PageScroll(page, self._tabs), title)
        buttons = standard_buttons(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self)
        buttons.accepted.connect(self._take)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self._notice)
        layout.addWidget(self._tabs, 1)
        layout.addWidget(buttons)
        self.resize(self.sizeHint().boundedTo(self.screen().availableSize()))

    def _take(self) -> None:
        """Apply the choices, unless one is invalid."""
        for place, page in enumerate(self._pages):
            if wrong := page.wrong():
                field, words = wrong
                self._tabs.setCurrentIndex(place)
                field.setFocus()
                self._notice.tell(Message(words, Severity.ERROR))
                self.message_emitted.emit(Message(words, Severity.ERROR))
                return
        chosen = {name: value for page in self._pages for name, value in page.chosen().items()}
        before = self._workspace.settings
        self._workspace.settings_store.change(**{name: chosen[name] for name in chosen.keys() - self._locked})
        if self._workspace.settings.stamp != before.stamp:
            stamp = call(BackendInterface.set_stamp, self._workspace.settings.stamp)
            self._workspace.worker.run(stamp, is_update=True)
        self.accept()
