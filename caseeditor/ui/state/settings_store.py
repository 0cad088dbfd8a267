"""The current settings. No widgets; GUI thread."""

import msgspec
from PySide6.QtCore import QObject, Signal

from caseeditor.domain.case.reference import canonical_domains
from caseeditor.domain.local.settings import Settings


class SettingsStore(QObject):
    """Holds the settings; app.py saves each change.

    `locked` names the settings that an administrator fixed.
    """

    changed = Signal()

    def __init__(self, settings: Settings, locked: frozenset[str], parent: QObject) -> None:
        super().__init__(parent)
        self.current = msgspec.structs.replace(settings, domains=canonical_domains(settings.domains))
        self.locked = locked

    def change(self, **changed: object) -> None:
        """Change these settings for this run and later ones, except locked ones."""
        free = {name: value for name, value in changed.items() if name not in self.locked}
        new = msgspec.structs.replace(self.current, **free)
        if new != self.current:
            self.current = new
            self.changed.emit()
