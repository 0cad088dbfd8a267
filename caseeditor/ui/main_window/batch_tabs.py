"""The tabs of batches. The page and its state are imported when the first batch opens, not at start."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from caseeditor.domain.backend import BackendInterface
from caseeditor.domain.text.bidi import isolated
from caseeditor.runtime.worker import Success, call
from caseeditor.ui.main_window.panes.panes import Panes
from caseeditor.ui.main_window.tabs.case_tabs import CaseTabs
from caseeditor.ui.messages.message import Message, Severity
from caseeditor.ui.state.workspace import Workspace

if TYPE_CHECKING:
    from caseeditor.domain.batch.batch import Batch
    from caseeditor.domain.case.reference import Server
    from caseeditor.runtime.worker import Outcome
    from caseeditor.ui.batch.page import BatchPage
    from caseeditor.ui.main_window.taskbar.taskbar_progress import TaskbarProgress
    from caseeditor.ui.state.batch.batches import Batches
    from caseeditor.ui.state.batch.open_batch import OpenBatch


class BatchTabs(QObject):
    """Opens and closes them. Those of the last start come back once the user is known."""

    def __init__(
        self,
        window: QWidget,
        workspace: Workspace,
        tabs: CaseTabs,
        panes: Panes,
        say: Callable[[Message], None],
    ) -> None:
        """`say` shows a message in Status."""
        super().__init__(window)
        self.is_demo = False
        """Whether the program is the demo."""
        self._window = window
        self._workspace = workspace
        self._tabs = tabs
        self._panes = panes
        self._say = say
        self._batches: Batches | None = None
        self._pages: dict[OpenBatch, BatchPage] = {}
        self._told: dict[BatchPage, str] = {}
        """The trouble of each page that the agent was told."""
        self._progress: TaskbarProgress | None = None
        self._is_ending = False
        tabs.page_close_wanted.connect(self._on_close)
        workspace.account.user_known.connect(self._restore)

    def make(self) -> None:
        """Open a new batch."""
        self._made().make()

    def choose(self) -> None:
        """Offer the user's batches."""
        self._made().look()

    def show(self, batch: "Batch") -> None:
        """Open a batch of the disk, or bring its tab to the front."""
        self._made().show(batch)

    def import_plan(self) -> None:
        """Ask for a file with a plan, and open it."""
        from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415 - slow to import: not at start

        kinds = self.tr("Plan of a batch ({0})").format("*.json")
        name, _ = QFileDialog.getOpenFileName(self._window, self.tr("Open plan from file"), "", kinds)
        if name:
            self._made().import_plan(Path(name))

    def end(self) -> None:
        """Save all that is typed, and show no more progress in the taskbar: the window closes."""
        self._is_ending = True
        if self._batches:
            self._commit()
            self._batches.save()
        if self._progress:
            self._progress.follow(())

    def _commit(self) -> None:
        """Take over what is typed in open fields of the pages."""
        for page in self._pages.values():
            page.commit()

    @property
    def unsaved(self) -> tuple[str, ...]:
        """The names of batches of which something is not on disk. Commits the open fields first."""
        self._commit()
        return self._batches.unsaved if self._batches else ()

    def settle(self, then: Callable[[], None]) -> None:
        """Save all that is typed; call `then` once that is done, or could not be."""
        if self._batches:
            self._commit()
            self._batches.settle(then)
        else:
            then()

    def _made(self) -> "Batches":
        if self._batches is None:
            from caseeditor.ui.state.batch.batches import Batches  # noqa: PLC0415 - as above

            self._batches = Batches(self._workspace, self._panes.lists.choice, self)
            self._batches.is_demo = self.is_demo
            self._batches.opened.connect(partial(self._open, behind=False))
            self._batches.restored.connect(partial(self._open, behind=True))
            self._batches.message_emitted.connect(self._say)
            self._batches.lost.connect(self._take_away)
            self._batches.found.connect(self._offer)
            self._batches.deleted.connect(self._on_deleted)
            self._batches.changed.connect(self._show_progress)
        return self._batches

    def _restore(self, server: "Server", user: str) -> None:
        """Bring back the tabs of a user who is known now; those of another user of the server are hidden."""
        key_now = self._workspace.account.key_now
        for opened, page in list(self._pages.items()):
            batch = opened.batch
            if batch.server == server.url and key_now(server, batch.user) != user:
                page.commit()
                self._take_away(opened)
                self._made().hide(opened)
        if self._workspace.settings.batches:
            work = call(BackendInterface.batches, server.url, user)
            self._workspace.worker.run(work, self._on_found, owner=self)

    def _on_found(self, outcome: "Outcome[tuple[Batch, ...]]") -> None:
        """Open the tabs of the last start; nothing of them is imported if there were none."""
        if isinstance(outcome, Success) and any(batch.is_open and not batch.ended for batch in outcome.value):
            self._made().restore(outcome.value)

    def _open(self, opened: "OpenBatch", *, behind: bool) -> None:
        from caseeditor.ui.batch.page import BatchPage  # noqa: PLC0415 - as above

        if page := self._pages.get(opened):
            self._tabs.show_page(page)
            return
        page = BatchPage(opened, self._workspace.worker, self._panes.lists.choice, self._window)
        page.case_wanted.connect(partial(self._workspace.opener.open_at, opened.batch.server))
        self._told[page] = page.trouble
        page.title_changed.connect(partial(self._tell_pause, page))
        self._pages[opened] = page
        self._tabs.add_page(page, page, behind=behind)
        if not behind:
            page.focus_first()

    def _tell_pause(self, page: "BatchPage") -> None:
        """Tell that a batch paused by itself while the agent looks at something else."""
        if page.trouble == self._told.get(page):
            return
        self._told[page] = page.trouble
        if page.trouble and self._tabs.current_page() is not page:
            self._say(Message(f"{isolated(page.title)}: {page.trouble}", Severity.WARNING))

    def _on_close(self, page: "BatchPage") -> None:
        """Close a tab; of a running batch, ask first, since closing pauses it."""
        from caseeditor.domain.batch.batch import BatchState  # noqa: PLC0415 - as above

        if page.opened.batch.state is not BatchState.RUNNING:
            self._close(page)
            return
        from PySide6.QtWidgets import QMessageBox  # noqa: PLC0415 - slow to import: not at start

        text = self.tr("This batch is running. Closing pauses it.")
        box = QMessageBox(QMessageBox.Icon.Question, page.title, text, parent=self._window)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        yes = box.addButton(self.tr("Pause and close"), QMessageBox.ButtonRole.AcceptRole)
        no = box.addButton(self.tr("Keep running"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(no)
        box.setEscapeButton(no)
        yes.clicked.connect(partial(self._close, page))
        box.open()

    def _close(self, page: "BatchPage") -> None:
        page.commit()
        self._take_away(page.opened)
        self._made().close(page.opened)

    def _take_away(self, opened: "OpenBatch") -> None:
        """Remove the tab of a batch, if it has one."""
        if page := self._pages.pop(opened, None):
            self._told.pop(page, None)
            self._tabs.remove_page(page)

    def _show_progress(self) -> None:
        """Show the progress of the runs in the taskbar."""
        from caseeditor.domain.batch.batch import BatchState  # noqa: PLC0415 - as above

        if self._is_ending:
            return
        batches = [opened.batch for opened in self._made().open_batches]
        if self._progress is None and any(batch.state is BatchState.RUNNING for batch in batches):
            from caseeditor.ui.main_window.taskbar.system_taskbar import make_taskbar  # noqa: PLC0415 - as above
            from caseeditor.ui.main_window.taskbar.taskbar_progress import TaskbarProgress  # noqa: PLC0415 - as above

            self._progress = TaskbarProgress(make_taskbar(self._workspace.worker, self._window))
        if self._progress:
            self._progress.follow(batches)

    def _offer(self, batches: "tuple[Batch, ...]") -> None:
        """Offer the latest batches in a list with a filter."""
        from caseeditor.ui.batch.chooser import BatchChooser  # noqa: PLC0415 - as above

        if not batches:
            self._say(Message(self.tr("No batches yet. Ctrl+B begins one."), transient=True))
        else:
            dialog = BatchChooser(batches, self._made().show, self._window)
            dialog.delete_wanted.connect(self._made().delete)
            self._made().deleted.connect(dialog.show_left)
            dialog.open()

    def _on_deleted(self, batch: "Batch", _: "tuple[Batch, ...]") -> None:
        """Remove the tab of a batch that was deleted."""
        opened = self._made().with_number(batch.number)
        if opened and opened in self._pages:
            self._take_away(opened)
            self._made().forget(opened)
