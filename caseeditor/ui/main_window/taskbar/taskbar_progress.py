"""The batches that ran since the start of the program, in the taskbar. GUI thread."""

from collections.abc import Iterable

from caseeditor.domain.batch.batch import Batch, BatchState
from caseeditor.domain.batch.run_progress import RunProgress, run_progress
from caseeditor.ui.main_window.taskbar.taskbar import Taskbar


class TaskbarProgress:
    """Follows the open batches. One that an earlier start left paused is not shown before it runs again."""

    def __init__(self, taskbar: Taskbar) -> None:
        self._taskbar = taskbar
        self._ran: set[int] = set()
        """The numbers of the batches that ran."""
        self._shown: RunProgress | None = None

    def follow(self, batches: Iterable[Batch]) -> None:
        """Show the progress of these; of none, nothing."""
        batches = tuple(batches)
        self._ran |= {batch.number for batch in batches if batch.state is BatchState.RUNNING}
        progress = run_progress(batch for batch in batches if batch.number in self._ran)
        if progress != self._shown:
            self._shown = progress
            self._taskbar.show(progress)
