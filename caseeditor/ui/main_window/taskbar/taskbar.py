"""A taskbar that shows how far batches are."""

from PySide6.QtCore import QObject

from caseeditor.domain.batch.run_progress import RunProgress


class Taskbar(QObject):
    """Shows one progress. Where the desktop has no place for it, it does nothing."""

    def show(self, progress: RunProgress | None) -> None:
        """Show a progress in place of the one before, None for none."""
