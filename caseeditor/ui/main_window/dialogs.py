"""Dialogs that the menus open. Each is imported when it is asked for, not at start."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from caseeditor.domain.backend import BackendInterface
from caseeditor.runtime.worker import Success, call
from caseeditor.ui.account.moving import Moving
from caseeditor.ui.application.installation import Installed
from caseeditor.ui.messages.message import Message
from caseeditor.ui.state.workspace import Workspace

if TYPE_CHECKING:
    from caseeditor.domain.case.reference import Server
    from caseeditor.runtime.worker import Outcome


class Dialogs(QObject):
    """Opens the dialogs over a window."""

    history_cleared = Signal()
    batch_wanted = Signal(object)
    """A Batch of the history."""

    def __init__(
        self,
        window: QWidget,
        workspace: Workspace,
        installed: Installed,
        moving: Moving,
        say: Callable[[Message], None],
    ) -> None:
        """`say` shows a message in Status."""
        super().__init__(window)
        self._window = window
        self._workspace = workspace
        self._installed = installed
        self._moving = moving
        self._say = say

    def show_history(self) -> None:
        """Show submitted and discarded changes."""
        from caseeditor.ui.history.dialog import HistoryDialog  # noqa: PLC0415 - seldom needed, not at start

        dialog = HistoryDialog(self._workspace.worker, self._workspace.account.whose, self._window)
        dialog.cleared.connect(self.history_cleared)
        dialog.batch_wanted.connect(self.batch_wanted)
        dialog.open()

    def show_others(self) -> None:
        """Show the drafts and submissions that other accounts left on this computer."""
        from caseeditor.ui.account.others_dialog import OthersDialog  # noqa: PLC0415 - as above

        OthersDialog(self._workspace, self._window).open()

    def show_preferences(self) -> None:
        from caseeditor.ui.preferences.dialog import PreferencesDialog  # noqa: PLC0415 - as above

        dialog = PreferencesDialog(self._workspace, self._installed, self._window)
        dialog.sign_in_wanted.connect(self.sign_in)
        dialog.message_emitted.connect(self._say)
        dialog.open()

    def sign_in(self) -> None:
        self._workspace.account.want_token(self._workspace.account.server, is_asked=True)

    def move_server(self) -> None:
        """Ask for the new address of a server that moved."""
        self._workspace.worker.run(call(BackendInterface.kept_servers), self._show_moving)

    def _show_moving(self, outcome: "Outcome[tuple[Server, ...]]") -> None:
        from caseeditor.ui.account.moving_dialog import MovingDialog  # noqa: PLC0415 - as above

        account = self._workspace.account
        used = (account.server,) if account.server else ()
        kept = outcome.value if isinstance(outcome, Success) else ()
        servers = [server for server in dict.fromkeys((*used, *kept)) if server != account.only]
        dialog = MovingDialog(servers, self._window)
        dialog.wanted.connect(self._moving.begin)
        dialog.rejected.connect(self._moving.cancel)
        self._moving.failed.connect(dialog.tell)
        self._moving.ended.connect(dialog.accept)
        dialog.open()
