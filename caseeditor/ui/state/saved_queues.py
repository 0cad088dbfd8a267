"""The saved queues of the account in use, kept in the settings. No widgets; GUI thread."""

from collections.abc import Collection
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from caseeditor.domain.local.saved_queues import AccountQueues, SavedQueue

if TYPE_CHECKING:
    from caseeditor.domain.local.whose import AccountKnown
    from caseeditor.ui.state.account import Account
    from caseeditor.ui.state.settings_store import SettingsStore


class SavedQueues(QObject):
    """Reads and changes them. Each account has its own."""

    changed = Signal()
    """The queues, or the one in use."""

    def __init__(self, settings: "SettingsStore", account: "Account", parent: QObject) -> None:
        super().__init__(parent)
        self._settings, self._account = settings, account
        self._seen = AccountQueues()
        settings.changed.connect(self._follow)
        account.changed.connect(self._follow)
        account.became.connect(self._on_became)
        self._follow()

    @property
    def current(self) -> AccountQueues:
        """The queues of the account in use; none while signed out."""
        return self._settings.current.queues.get(self._key(), AccountQueues())

    def save(self, queue: SavedQueue) -> bool:
        """Save a queue over one of its name, and use it; returns False if there are too many queues."""
        if not self.current.has_room(queue.name):
            return False
        self._change(self.current.with_saved(queue))
        return True

    def save_changes(self) -> None:
        """Save the changes of the queue in use."""
        self.save(SavedQueue(self.current.chosen, self.current.in_use))

    def reset(self) -> None:
        """Drop the changes of the queue in use."""
        self._change(self.current.without_changes())

    def set_filter(self, name: str, value: str) -> None:
        """Set a filter of the queue in use; '' removes it."""
        filters = {key: text for key, text in {**self.current.in_use, name: value}.items() if text}
        self._change(self.current.with_filters(filters))

    def remove_filters(self, names: Collection[str]) -> None:
        """Remove filters of the queue in use."""
        filters = {name: value for name, value in self.current.in_use.items() if name not in names}
        self._change(self.current.with_filters(filters))

    def remove(self, name: str) -> None:
        self._change(self.current.without(name))

    def choose(self, name: str) -> None:
        """Use a queue; '' is all cases."""
        self._change(self.current.with_chosen(name))

    def _on_became(self, known: "AccountKnown") -> None:
        """Move the queues of an account that is better known now."""
        queues = dict(self._settings.current.queues)
        url = known.server.url
        for was in known.was:
            if f"{url} {was}" in queues:
                queues.setdefault(f"{url} {known.user.key}", queues.pop(f"{url} {was}"))
        self._settings.change(queues=queues)

    def _change(self, queues: AccountQueues) -> None:
        if key := self._key():
            self._settings.change(queues={**self._settings.current.queues, key: queues})

    def _key(self) -> str:
        whose = self._account.whose
        return " ".join(whose) if whose and whose[1] else ""

    def _follow(self) -> None:
        if self.current != self._seen:
            self._seen = self.current
            self.changed.emit()
