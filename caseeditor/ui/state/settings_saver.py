"""Saving of the settings. No widgets; GUI thread."""

from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from caseeditor.domain.backend import BackendInterface
from caseeditor.domain.local.settings import Settings
from caseeditor.runtime.file_writing import Trouble
from caseeditor.runtime.worker import BackgroundWorker, Outcome, Success, call
from caseeditor.ui.messages.message import ActionKind, Message, MessageAction, Severity
from caseeditor.ui.messages.notices import unsaved_settings_words
from caseeditor.ui.state.settings_store import SettingsStore


class SettingsSaver(QObject):
    """Saves the settings after each change, and tells the agent when that fails, until a save succeeds.

    `write` runs on the disk thread, and returns why nothing was written. A lasting trouble is told once. While a file
    is in use, several changes are saved as one.
    """

    message_emitted = Signal(object)
    message_withdrawn = Signal(object)
    """The emitted Message no longer holds."""

    def __init__(
        self,
        worker: BackgroundWorker[BackendInterface],
        store: SettingsStore,
        write: Callable[[Settings], Trouble | None],
    ) -> None:
        super().__init__(store)
        self._worker = worker
        self._store = store
        self._newest = _Newest(write)
        self._trouble: Trouble | None = None
        self._told: Message | None = None
        store.changed.connect(self._save)

    def _save(self) -> None:
        self._newest.put(self._store.current)
        self._worker.run(call(BackendInterface.on_disk, self._newest.write), self._on_saved, is_update=True, owner=self)

    def _save_again(self) -> None:
        self._trouble = None
        self._save()

    def _on_saved(self, outcome: Outcome[Trouble | None]) -> None:
        before, self._trouble = self._trouble, outcome.value if isinstance(outcome, Success) else Trouble.OTHER
        if self._trouble is None:
            self._withdraw()
        elif self._trouble is not before:
            self._tell(self._trouble)

    def _tell(self, trouble: Trouble) -> None:
        again = MessageAction(ActionKind.SAVE_AGAIN, self._save_again)
        self._told = Message(unsaved_settings_words(trouble), Severity.WARNING, actions=(again,))
        self.message_emitted.emit(self._told)

    def _withdraw(self) -> None:
        told, self._told = self._told, None
        if told:
            self.message_withdrawn.emit(told)


class _Newest:
    """The newest settings that are not written yet: put by the GUI thread, written by the disk thread."""

    def __init__(self, write: Callable[[Settings], Trouble | None]) -> None:
        self._write = write
        self._waiting: deque[Settings] = deque(maxlen=1)
        self._trouble: Trouble | None = None

    def put(self, settings: Settings) -> None:
        self._waiting.append(settings)

    def write(self) -> Trouble | None:
        """Write them, unless an earlier call has; return why the last attempt failed."""
        if self._waiting:
            self._trouble = self._write(self._waiting.popleft())
        return self._trouble
